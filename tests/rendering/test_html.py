"""The HTML page: values are text whatever they hold, and what a reader sees keeps the spaces that were typed."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import DictLoader
from lxml import html as lxml_html
from markupsafe import Markup

from generator.catalog import Library
from generator.errors import TemplateError
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from generator.rendering.html import Part, render_fragment, render_page
from tests.support import words

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t<>&\"'· "))


def fragment(source: str, state: str = FILLED, **values) -> str:
    return str(render_fragment("试.html", {"状态": state, **values}, DictLoader({"试.html": source})))


def seen(markup: str) -> str:
    """The text of a fragment, line ends where <br> stands."""
    root = lxml_html.fragment_fromstring(markup, create_parent="div")
    for line_end in root.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    return root.text_content()


@given(TEXT)
@example("<script>alert(1)</script>")
@example("a&lt;b&amp;c")
@example("甲·乙·丙")
@example("\"' onload='x")
def test_a_value_is_seen_as_typed(value):
    assert seen(fragment("<p>甲{{ 值 }}乙</p>", 值=value)) == f"甲{value}乙"


@pytest.mark.parametrize(
    "name", ["阿依古丽·买买提", "甲·乙·丙·丁", "巴图那生·才仁多尔吉·阿", "A·B"], ids=["two", "four", "three", "latin"]
)
def test_no_line_breaks_at_a_names_middle_dot(name):
    made = fragment("{{ 值 }}", 值=name)
    kept = "".join(re.findall(r'<span class="不断">(.*?)</span>', made))
    assert kept.count("·") == name.count("·")
    assert all(re.search(rf"\w{dot.group()}\w", kept) for dot in re.finditer("·", kept))
    assert seen(made) == name


def test_no_line_breaks_within_the_year_and_number_of_a_document():
    made = fragment("{{ 值 }}", 值="（青人才〔2019〕8号）等〔无号〕")
    assert re.findall(r'<span class="不断">(.*?)</span>', made) == ["〔2019〕8号"]


@pytest.mark.parametrize("text", ["  甲", "甲  ", "甲  乙", "甲\t乙", " ", "甲\n 乙", "甲 \n乙"])
def test_spaces_that_html_would_swallow_are_kept(text):
    made = fragment("{{ 值 }}", 值=text)
    spans = "".join(re.findall(r'<span class="原样">(.*?)</span>', made))
    assert spans == "".join(re.findall(r"[ \t]", text))


def test_a_single_space_between_words_may_break_a_line():
    assert fragment("{{ 值 }}", 值="Word 2016") == "Word 2016"


def test_the_stylesheet_keeps_those_spaces():
    css = Library().loader.get_source(None, "frames/print.css")[0]
    rules = "".join(body for selector, body in re.findall(r"([^{}]*){([^{}]*)}", css) if ".原样" in selector)
    assert "white-space: pre-wrap" in rules


def test_space_to_write_on_is_ruled_in_the_hand_blank_only():
    source = "{{ 值|空白('××') }}{{ 留空('×', 2) }}"
    assert fragment(source, HAND_BLANK, 值="甲") == '<span class="填空">　　　　</span><span class="留空">　　</span>'
    assert fragment(source, MODEL_BLANK, 值="甲") == "×××"


def test_a_fault_names_the_fragment_and_its_line():
    with pytest.raises(TemplateError, match=r"^试\.html:2：数据中没有“没有”"):
        fragment("<p>\n{{ 没有 }}</p>")


class TestPage:
    LOADER = DictLoader(
        {
            "frames/page.html": Library().loader.get_source(None, "frames/page.html")[0],
            "frames/print.css": ".x { color: black }",
        }
    )

    def page(self, title: str, *contents: str) -> str:
        parts = [
            Part(render_fragment("试.html", {}, DictLoader({"试.html": text})), ("甲类", "横向")) for text in contents
        ]
        return render_page(title, parts, self.LOADER)

    @pytest.mark.parametrize("title", ["阿依古丽·买买提_公示", 'a<b>&"c"', "</title><script>"])
    def test_the_title_is_plain_text(self, title):
        assert lxml_html.fromstring(self.page(title, "")).findtext("head/title") == title

    def test_a_title_of_several_lines_is_one_line(self):
        assert lxml_html.fromstring(self.page(" 某局\n通知 ", "")).findtext("head/title") == "某局 通知"

    def test_the_page_needs_no_other_file(self):
        made = self.page("题", "<p>甲</p>")
        assert ".x { color: black }" in made
        assert not re.search(r"(?:src|href)=|@import|url\(", made)

    def test_every_part_is_a_section_of_its_classes(self):
        sections = lxml_html.fromstring(self.page("题", "<p>甲</p>", "<p>乙</p>")).findall("body/section")
        assert [section.get("class") for section in sections] == ["部分 甲类 横向"] * 2
        assert [words(section.text_content()) for section in sections] == ["甲", "乙"]


def test_a_draft_says_so_on_its_own_part_only():
    loader = Library().loader
    parts = [Part(Markup("<p>甲</p>"), draft=True), Part(Markup("<p>乙</p>"))]
    first, second = lxml_html.fromstring(render_page("题", parts, loader)).iter("section")
    assert first.text_content().split() == ["草稿", "甲"]
    assert second.text_content().split() == ["乙"]
