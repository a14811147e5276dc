"""The whole lint: places, right texts, speed."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lint import lint, lint_lines
from generator.text import PartialDate, chinese_date, chinese_numeral

MARKS = "一二十〇○O零1290０９年月日号第至-—–~～:：.．,，。；;、！!？?（）()“”‘’《》〈〉〔〕[]【】「」\"' \t\u3000…·%％"
PIECES = [
    "附件：",
    "附件1",
    "关于开展工作的通知\n",
    "抄送：",
    "各单位",
    "登陆",
    "2024年9月5日",
    "（一）",
    "1.",
    "1、",
    "http://a.cn",
    "{{ 甲 }}",
    "{% if",
    "%}",
    "如下：",
    "　　",
    "此页无正文",
    "一式2份",
]
NOISE = st.lists(st.sampled_from([*MARKS, *PIECES, "甲", "乙", "a", "\n", "\r\n", "\u2028"]), max_size=60).map("".join)
TEXTS = NOISE | st.text()
YEARS = st.none() | st.integers(1990, 2099)

CLAUSES = st.sampled_from(["核对原件", "公示材料", "单位评审", "报送花名册", "登录平台", "审核结果", "申报人员职称"])
DAYS = st.dates(date(2024, 1, 1), date(2025, 12, 31))
RIGHT = st.one_of(
    CLAUSES,
    CLAUSES.map("《{}》".format),
    CLAUSES.map("“{}”".format),
    CLAUSES.map("《关于印发〈{}〉的通知》".format),
    CLAUSES.map("（{}）".format),
    DAYS.map(lambda day: chinese_date(PartialDate(day.year, day.month, day.day))),
    st.integers(1, 999).map("新人社发〔2024〕{}号".format),
    st.integers(1, 99).map("第{}—100项".format),
    st.integers(1, 90).map("{}%～95%".format),
    st.sampled_from(["电话0996-2025039", "网址http://a.cn/b", "9:00—13:30", "*.jpg格式", "1.5万字", "张三.pdf"]),
)
SENTENCES = st.lists(RIGHT, min_size=1, max_size=4).map(lambda parts: f"{'，'.join(parts)}。")


@given(TEXTS, YEARS)
def test_every_remark_lies_in_the_text_and_says_what_it_found(text, year):
    remarks = lint(text, year=year)
    for remark in remarks:
        assert 0 <= remark.offset < remark.offset + remark.length <= len(text)
        assert text[remark.offset : remark.offset + remark.length] == remark.found
        assert all((remark.expected, remark.remedy, remark.item.basis, remark.item.about))
    assert remarks == sorted(remarks, key=lambda each: each.offset)
    assert len({(each.item, each.offset, each.length, each.expected) for each in remarks}) == len(remarks)


@given(st.lists(TEXTS, max_size=6), YEARS)
def test_remarks_on_lines_are_those_on_the_text_each_in_its_line(lines, year):
    placed = lint_lines(lines, year=year)
    assert [each.remark.found for each in placed] == [each.found for each in lint("\n".join(lines), year=year)]
    for line, column, remark, excerpt in placed:
        assert remark.offset == column - 1
        assert excerpt.strip("…") in lines[line - 1]
        assert f"{lines[line - 1]}\n"[remark.offset :].startswith(remark.found.partition("\n")[0])


@given(st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map("".join), min_size=1, max_size=8))
def test_a_text_in_right_forms_gives_nothing(paragraphs):
    headed = [f"{chinese_numeral(number)}、{text}" for number, text in enumerate(paragraphs, start=1)]
    listed = [f"{number}.其中{text}" for number, text in enumerate(paragraphs, start=1)]
    texts = ["\n".join(each) for each in (paragraphs, headed, listed)]
    assert [remark for text in texts for remark in lint(text, year=2024)] == []


def test_a_remark_can_be_told_to_a_person():
    [remark] = lint("按照新人社发[2022]27号执行。")
    assert remark.message == "“[2022]27号”：发文字号中的年份用六角括号〔〕括入"
    assert remark.remedy == "请改为“〔2022〕27号”"
    assert (remark.level, remark.item.basis) == ("warning", "GB/T 15834-2011 4.9.3；GB/T 9704-2012 7.2.5")


def test_a_long_text_takes_less_than_two_seconds():
    sentence = (
        "（一）申报人员于2024年9月5日—9月30日登录“平台”，上传《评审表》（见附件1）等3项材料，电话0996-2025039。\n"
    )
    assert _seconds(sentence * (100_000 // len(sentence))) < 2


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "（《",
        "》（",
        "2021、",
        "a-",
        "a.",
        "1-",
        "{{ {",
        "```\n",
        "甲 ",
        "，",
        "第1次第二次",
        "一、\n1.\n",
        "附件1、",
        "<a",
    ],
)
def test_no_text_makes_the_time_grow_faster_than_its_length(piece):
    assert _seconds(piece * (30_000 // len(piece))) < 1.5


def _seconds(text: str) -> float:
    """The processor time of one run, whatever else the machine does."""
    start = time.process_time()
    lint(text, year=2024)
    return time.process_time() - start
