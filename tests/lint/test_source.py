"""The layers of a text: what is right as it stands is covered, everything else keeps its place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lint.source import COVER, Source

TEXTS = st.text(st.sampled_from("甲乙一1290aAb.-:/@（）()“”《》{}%`|#*> \t\u3000\n\r\u2028，。")) | st.text()


@given(TEXTS)
def test_every_layer_is_as_long_as_the_text_and_each_covers_more(text):
    source = Source(text)
    layers = [source.plain, source.unquoted, source.prose]
    assert {len(layer) for layer in layers} == {len(text)}
    for less, more in pairwise(layers):
        assert all(after in (before, COVER) for before, after in zip(less, more, strict=True))


@given(TEXTS)
def test_lines_stand_where_they_say(text):
    source = Source(text)
    for line in source.lines:
        assert source.plain[line.start : line.start + len(line.text)] == line.text
        assert line.text.strip()
        assert "\n" not in line.text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("网址http://a.cn/b?c=1,然后", "网址,然后"),
        ("（www.xjzcsq.com），", "（），"),
        ("邮箱a.b-c@d.cn。", "邮箱。"),
        ("电话0996-2025039、13000000000。", "电话、。"),
        ("图片*.jpg、张三.pdf格式", "图片、张三格式"),
        ("见`甲,乙`和{{ 甲|顿号 }}、{% if 乙 %}丙{% endif %}", "见和、丙"),
        ("用Microsoft Word，Excel", "用，Excel"),
        ("标准GB/T 9704-2012，生于2001-06-05", "标准，生于"),
        ("1.PDF格式，1.5万", "1.PDF格式，1.5万"),
    ],
)
def test_addresses_numbers_code_and_english_are_covered(text, left):
    assert Source(text).plain.replace(COVER, "") == left


def test_quotations_and_titles_are_covered_one_after_the_other():
    source = Source("填写“同意”，见《办法》。")
    assert source.unquoted.replace(COVER, "") == "填写“”，见《办法》。"
    assert source.prose.replace(COVER, "") == "填写“”，见《》。"


def test_code_between_fences_is_covered_line_by_line():
    source = Source("甲\n```yaml\n名称: 乙\n```\n丙")
    assert [line.text.replace(COVER, "") for line in source.lines] == ["甲", "", "", "", "丙"]


def test_the_marks_of_light_markdown_do_not_belong_to_a_line():
    lines = Source("## 一、甲\n\n- **1. 乙**\n> 丙").lines
    assert [line.text for line in lines] == ["一、甲", "1. 乙**", "丙"]
