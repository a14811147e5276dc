"""Page numbers and running headers are left out only where no text could look like them, and told word for word."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.mending.debris import is_dressed, plain_number
from generator.reading.mending.mend import mend
from generator.reading.parts import Paragraph, Reading, text_of
from generator.reading.text_reader import read_text
from tests.reading.word_files import said, texts
from tests.support import words

SENTENCE = "申报人员须在规定时间内完成申报工作，"
PAGE = "\n".join(f"{SENTENCE}第{number}项材料按照附表要求另行报送。" for number in range(14))


def reading(text: str) -> Reading:
    return read_text(Path("甲.txt"), text.encode("utf-8"))


def left_out(read: Reading) -> list[str]:
    return [piece.text for piece in mend(read).left_out]


@pytest.mark.parametrize("text", ["— 3 —", "—1—", "-12-", "– 2 –", "第1页 共3页", "第 2 页，共 12 页", "Page 1 of 3"])
def test_a_number_in_the_dress_of_a_page_number_is_one(text):
    assert is_dressed(text)
    assert left_out(reading(f"甲。\n{text}\n乙。")) == [text]


@pytest.mark.parametrize("text", ["3", "第3页", "3/12", "P3", "·3·", ".3.", "2024", "1.", "（1）", "-3", "3-5"])
def test_any_other_number_in_a_text_without_pages_is_text(text):
    assert left_out(reading(f"甲。\n{text}\n乙。")) == []


def test_plain_numbers_that_count_the_pages_of_a_text_are_page_numbers():
    assert left_out(reading("\n".join(f"{PAGE}\n{number}" for number in range(1, 5)))) == ["1", "2", "3", "4"]


def test_plain_numbers_that_count_the_rows_of_a_list_are_text():
    row = "\n".join(["张某", "男", "汉族", "本科", "甲单位", "档案", "馆员", "2019", "高级", "无", "无", "无", "无"])
    assert left_out(reading("\n".join(f"{number}\n{row}" for number in range(1, 5)))) == []


def test_a_plain_number_before_a_form_feed_counts_the_pages_or_is_text():
    assert left_out(reading("甲。\n1\n\f乙。\n2\n\f丙。\n3")) == ["1", "2", "3"]
    assert left_out(reading("甲。\n5\n\f乙。\n6\n\f丙。\n7")) == ["5", "6", "7"]
    assert left_out(reading("名额：\n12\n\f名额：\n8\n\f乙。")) == []


@pytest.mark.parametrize(
    "line",
    [
        "请各单位认真贯彻执行。",
        "单位（盖章）",
        "申报人：",
        "一、总则",
        "附件1",
        "甲、乙",
        "签字____",
        "2024年5月6日",
    ],
)
def test_a_line_of_text_that_every_page_repeats_stays(line):
    text = "\n".join(f"{PAGE}\n{line}\n— {number} —" for number in range(1, 5))
    mended = mend(reading(text))
    assert left_out(reading(text)) == [f"— {number} —" for number in range(1, 5)]
    assert f"“{line}”在许多页的页端都有，像是页眉、页脚，仍照录" in said(mended)


def test_a_running_header_is_left_out_but_for_the_first_and_told():
    text = "\n".join(f"某市职称评审工作手册\n{PAGE}\n— {number} —" for number in range(1, 5))
    mended = mend(reading(text))
    assert texts(reading(text)).count("某市职称评审工作手册") == 1
    assert "略去每页重复的页眉、页脚3处：“某市职称评审工作手册”" in said(mended)


def test_a_line_that_only_most_pages_repeat_stays():
    heads = ["某市手册", "某市手册", "某市手册", "另一章", "又一章"]
    assert "某市手册" not in left_out(reading("\n".join(f"{head}\n{PAGE}\n— 1 —" for head in heads)))


def test_page_numbers_typed_into_a_word_file_are_left_out():
    items = tuple(Paragraph(text) for text in ("关于甲的通知", "甲。", "— 1 —", "乙。"))
    mended = mend(Reading(Path("甲.docx"), "docx", items))
    assert [piece.place for piece in mended.left_out] == [2]
    assert "略去页码1处：“— 1 —”" in said(mended)


@pytest.mark.parametrize("where", ["页眉", "页脚"])
def test_what_a_margin_says_stays_once(where):
    lines = ("内部资料", "地址：某某路1号　电话：0990-1234567", "地址：某某路1号　电话：0990-1234567", "— 2 —")
    margins = tuple(Paragraph(line, where=where) for line in lines)
    mended = mend(Reading(Path("甲.docx"), "docx", (Paragraph("甲。"), *margins)))
    assert [item.text for item in mended.items] == ["甲。", lines[1]]
    assert [(piece.sort, piece.text) for piece in mended.left_out] == [
        (where, lines[0]),
        (where, lines[2]),
        ("页码", lines[3]),
    ]


def test_what_is_left_out_is_told_with_its_first_texts_and_its_last():
    mended = mend(reading("\n".join(f"甲。\n— {number} —" for number in range(1, 13))))
    assert "略去页码12处：“— 1 —”、“— 2 —”、“— 3 —”、“— 4 —”、“— 5 —”、“— 6 —”、……“— 12 —”" in said(mended)


_LINES = st.lists(
    st.lists(
        st.sampled_from(
            [
                *"职称评审单位",
                "# ",
                "**",
                "\\*",
                "C:\\*",
                "- ",
                "|",
                "---",
                "— 1 —",
                "第1页",
                "2",
                "\f",
                "<http://a.cn>",
            ]
        ),
        max_size=6,
    ).map("".join),
    max_size=20,
).map("\n".join)


@given(_LINES)
def test_what_mending_says_it_left_out_is_all_that_is_missing_and_holds_no_words(text):
    raw = reading(text)
    mended = mend(raw)
    rest = [list(text_of(item)) for item in raw.items]
    for piece in mended.left_out:
        rest[piece.place][piece.start : piece.end] = [""] * (piece.end - piece.start)
    assert words("".join(map("".join, rest))) == words("".join(text_of(item) for item in mended.items))
    said_left_out = "".join(piece.text for piece in mended.left_out)
    assert not re.search("[\u4e00-\u9fff]", said_left_out.replace("第1页", ""))


@given(st.integers(0, 9999))
def test_a_plain_number_is_read_in_every_dress(number):
    assert {plain_number(text.format(number)) for text in ("{}", "第{}页", "P{}", "{}/99", " {} ")} == {number}
