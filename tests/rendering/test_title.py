"""A title's lines: whole phrases, none too wide, as few as possible, never thinnest in the middle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader

from generator.rendering.title import LINE_WIDTH, title_lines
from generator.rendering.wording import render_blocks
from generator.text import cell_width

PHRASES = st.lists(st.integers(1, 20).map(lambda length: "甲" * length), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("phrases", "lines"),
    [
        (["关于开展", "职称评审工作的通知"], ["关于开展职称评审工作的通知"]),
        (["甲" * 12, "乙" * 12], ["甲" * 12, "乙" * 12]),
        (["甲" * 10, "乙" * 10, "丙" * 4], ["甲" * 10, "乙" * 10 + "丙" * 4]),
        (["甲" * 18, "乙" * 5, "丙" * 18], ["甲" * 18, "乙" * 5, "丙" * 18]),
    ],
)
def test_phrases_fill_lines(phrases, lines):
    assert title_lines(phrases) == lines


@given(PHRASES)
def test_no_phrase_is_broken_lost_or_moved_and_no_line_is_too_wide(phrases):
    lines = title_lines(phrases)
    assert "".join(lines) == "".join(phrases)
    assert max(map(cell_width, lines)) <= LINE_WIDTH
    ends = {len("".join(phrases[: number + 1])) for number in range(len(phrases))}
    assert {len("".join(lines[: number + 1])) for number in range(len(lines))} <= ends


def test_a_phrase_longer_than_a_line_is_left_to_the_page_at_once():
    phrases = ["甲" * 21, *["乙"] * 40]
    assert title_lines(phrases) == ["".join(phrases)]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "关于开展 2026 年度自治州档案系列中、初级专业技术人员职称工作的通知",
            ["关于开展 2026 年度自治州档案系列", "中、初级专业技术人员职称工作的通知"],
        ),
        (
            "新疆维吾尔自治区档案系列专业技术职务任职资格评审条件（试行）",
            ["新疆维吾尔自治区档案系列", "专业技术职务任职资格评审条件（试行）"],
        ),
        ("档案专业技术人员职称申报材料目录（2024年度）", ["档案专业技术人员职称申报材料目录", "（2024年度）"]),
    ],
)
def test_a_title_that_nobody_has_divided_is_divided_at_the_sense(title, lines):
    assert title_lines([title]) == lines


@given(st.text("关于开展做好2024年度系列《办法》的通知（试行）职称评审甲乙丙丁", min_size=21, max_size=60))
def test_dividing_a_title_loses_nothing(title):
    assert "".join(title_lines([title])) == title


def test_a_wording_marks_where_its_title_may_end_a_line():
    loader = DictLoader({"文.md": "# {{ 机关 }}{{ '\\n' }}关于开展2024年度{{ 工作 }}｜职称评审工作的｜通知"})
    values = {"状态": "填写", "机关": "某｜局", "工作": "自治州档案系列中、初级"}
    [block] = render_blocks("文.md", values, loader)
    assert block.text.split("\n") == ["某｜局", "关于开展2024年度自治州档案系列中、初级", "职称评审工作的通知"]
