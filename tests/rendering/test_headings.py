"""Headings number themselves, and keep the numerals they are given."""

import pytest
from jinja2 import DictLoader

from generator.errors import TemplateError
from generator.rendering.blocks import HEITI, KAITI, PLAIN
from generator.rendering.wording import render_blocks


def blocks(source, **values):
    return render_blocks("样例.md", {"状态": "填写", **values}, DictLoader({"样例.md": source}))


def lines(source, **values):
    return [(block.style, block.text) for block in blocks(source, **values)]


def texts(source, **values):
    return [block.text for block in blocks(source, **values)]


def test_the_four_levels_number_themselves_and_begin_anew_below_a_higher_one():
    source = "## 甲\n### 乙\n#### 丙\n##### 丁\n##### 戊\n#### 己\n### 庚\n#### 辛\n## 壬\n### 癸"
    assert lines(source) == [
        ("一级标题", "一、甲"),
        ("二级标题", "（一）乙"),
        ("三级标题", "1.丙"),
        ("四级标题", "（1）丁"),
        ("四级标题", "（2）戊"),
        ("三级标题", "2.己"),
        ("二级标题", "（二）庚"),
        ("三级标题", "1.辛"),
        ("一级标题", "二、壬"),
        ("二级标题", "（一）癸"),
    ]


def test_a_level_may_be_left_out():
    assert texts("## 甲\n#### 乙\n#### 丙\n## 丁\n#### 戊") == ["一、甲", "1.乙", "2.丙", "二、丁", "1.戊"]


@pytest.mark.parametrize(
    "heading",
    [
        "三、甲",
        "（三）甲",
        "(三)甲",
        "3.甲",
        "3．甲",
        "3、甲",
        "（3）甲",
        "(3)甲",
        "第三章　总则",
        "第一阶段：部署",
        "附件1",
    ],
)
def test_a_numeral_that_is_given_stays_as_it_is_written(heading):
    assert texts(f"## {heading}") == [heading]


def test_what_follows_a_given_numeral_counts_on():
    assert texts("## 三、甲\n## 乙\n### （五）丙\n### 丁\n## 戊") == [
        "三、甲",
        "四、乙",
        "（五）丙",
        "（六）丁",
        "五、戊",
    ]


def test_a_heading_that_is_marked_so_has_no_numeral():
    assert lines("## 甲 {-}\n## 乙") == [("一级标题", "甲"), ("一级标题", "一、乙")]


def test_a_mark_in_a_value_is_text():
    assert texts("## {{ 值 }}", 值="甲 {-}") == ["一、甲 {-}"]


@pytest.mark.parametrize("end", list("。；：！？"))
def test_a_heading_that_ends_like_a_sentence_is_a_numbered_paragraph(end):
    assert lines(f"### 遵守宪法{end}\n### 敬业{end}") == [
        ("正文", f"（一）遵守宪法{end}"),
        ("正文", f"（二）敬业{end}"),
    ]


@pytest.mark.parametrize(
    ("marks", "numeral", "face"),
    [("##", "一、", HEITI), ("###", "（一）", KAITI), ("####", "1.", PLAIN), ("#####", "（1）", PLAIN)],
)
def test_a_run_in_heading_has_the_face_of_its_level(marks, numeral, face):
    block = blocks(f"{marks} **时间。**九月。")[0]
    assert (block.style, block.text) == ("正文", f"{numeral}时间。九月。")
    assert (block.runs[0].text, block.runs[0].face) == (
        (f"{numeral}时间。", face) if face != PLAIN else (f"{numeral}时间。九月。", PLAIN)
    )


def test_numerals_run_on_across_clauses():
    loader = DictLoader({"a.md": '## 甲\n{% include "b.md" %}\n### 丁\n', "b.md": "### 乙\n\n### 丙\n"})
    made = [block.text for block in render_blocks("a.md", {"状态": "填写"}, loader)]
    assert made == ["一、甲", "（一）乙", "（二）丙", "（三）丁"]


def test_more_headings_than_numerals_is_an_error_that_says_so():
    with pytest.raises(TemplateError, match="同一级标题超过99个"):
        blocks("## 甲\n" * 100)


@pytest.mark.parametrize("mark", list("*_#\\:`-"))
def test_a_backslash_prints_the_mark_behind_it(mark):
    assert texts(f"甲\\{mark}乙") == [f"甲{mark}乙"]


def test_a_backslash_keeps_a_line_from_being_a_container_or_a_heading():
    assert lines("\\::: 落款\n\n\\## 甲") == [("正文", "::: 落款"), ("正文", "## 甲")]
