"""Words with every mark of the notation in them print as they are, wherever they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader

from generator.importing.escape import Place, as_heading, as_line, escaped, literal
from generator.rendering.environment import FILLED
from generator.rendering.wording import render_blocks
from tests.support import words

MARKS = st.sampled_from(
    [
        *"{}%#*_\\:｜|`-<>&'\"$[]()",
        "{{",
        "}}",
        "{%",
        "{#",
        "{-}",
        "::: 落款",
        "## ",
        "**",
        "____",
        "\\*",
        "甲",
        "1. ",
        " ",
    ]
)
TEXT = st.lists(st.one_of(MARKS, st.text("甲乙ab。 ", max_size=2)), min_size=1, max_size=12).map("".join)


def printed(wording: str) -> list[tuple[str, str]]:
    """The styles and words of what a wording prints."""
    values = {"状态": FILLED, "值": "七"}
    return [(block.style, block.text) for block in render_blocks("a.md", values, DictLoader({"a.md": wording}))]


@given(TEXT.filter(str.strip))
def test_as_a_paragraph(text):
    [(style, made)] = printed(as_line(escaped(text)))
    assert (style, words(made)) == ("正文", words(text))


@given(TEXT.filter(str.strip), TEXT)
def test_around_a_tag(before, after):
    line = as_line(escaped(before, before_tag=True) + "{{ 值 }}" + escaped(after))
    assert words("".join(made for _, made in printed(line))) == words(f"{before}七{after}")


@given(TEXT.filter(str.strip), st.integers(1, 4))
def test_as_a_heading_without_a_numeral(text, level):
    [(_, made)] = printed(as_heading(escaped(text), level, numbered=False))
    assert words(made) == words(text)


@given(TEXT.filter(str.strip))
def test_as_a_title(text):
    [(style, made)] = printed(f"# {escaped(text, Place.TITLE)}")
    assert (style, words(made)) == ("标题", words(text))


@given(TEXT.filter(str.strip))
def test_in_a_container(text):
    [(style, made)] = printed(f"::: 居中\n{as_line(escaped(text))}\n:::")
    assert (style, words(made)) == ("居中", words(text))


@given(st.text(max_size=20).filter(str.strip))
def test_any_text_as_a_value(text):
    assert words("".join(made for _, made in printed(literal(text)))) == words(text)


@pytest.mark.parametrize("text", ["1. 甲", "- 乙", "一、范围", "（1）丙", "a|b", "<b>丁</b>", "`戊`", "{一}", "50%"])
def test_what_is_no_mark_of_the_notation_stays_as_readable_as_it_was(text):
    assert as_line(escaped(text)) == text


@pytest.mark.parametrize(("text", "kept"), [("{{ 甲 }}", "{{ 甲 }}"), ("*甲*", "*甲*"), ("甲\\乙", "甲\\乙")])
def test_a_cell_knows_tags_only(text, kept):
    wording = escaped(text, Place.CELL)
    assert wording.startswith('{{ "{{" }}') if text.startswith("{{") else wording == kept
