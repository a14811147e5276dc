"""A text file in any encoding a Chinese office uses is read line by line, nothing changed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.reading.read import read
from generator.reading.text_reader import decode, read_text
from generator.text import forbidden_character

TEXT = "关于评审的通知\n\n　　各单位：\n现将事宜通知如下，“无”不得留空。\n"
LINES = ["关于评审的通知", "", "　　各单位：", "现将事宜通知如下，“无”不得留空。", ""]
PLAIN = st.text(st.characters(exclude_categories=("Cs",)).filter(lambda char: forbidden_character(char) is None))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
        TEXT.replace("\n", "\r\n").encode("gb18030"),
        TEXT.replace("\n", "\r").encode("utf-8") + b"\x1a",
    ],
)
def test_the_lines_of_every_encoding_are_read_as_they_are(tmp_path, data):
    (tmp_path / "通知.txt").write_bytes(data)
    reading = read(tmp_path / "通知.txt")
    assert [item.text for item in reading.items] == LINES
    assert (reading.format, reading.doubts) == ("txt", ())


@given(PLAIN)
def test_no_character_of_a_text_is_lost(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "甲.txt"
    items = read_text(path, codecs.BOM_UTF8 + text.encode("utf-8")).items
    written = text.replace("\r\n", "\n").translate(dict.fromkeys(map(ord, "\r\x85\u2028\u2029"), "\n"))
    assert "\n".join(item.text for item in items) == written


def test_a_form_feed_begins_a_page(tmp_path):
    items = read_text(tmp_path / "甲.txt", "一\n二\n\f三\n".encode()).items
    assert [(item.text, item.page, item.new_page) for item in items] == [
        ("一", 1, False),
        ("二", 1, False),
        ("三", 2, True),
        ("", 2, False),
    ]


def test_a_stray_control_character_is_dropped_and_said(tmp_path):
    text, doubts = decode(tmp_path / "甲.txt", ("职称评审" * 50 + "\x07").encode())
    assert text == "职称评审" * 50
    assert "有1个不能显示的控制字符（U+0007），已略去" in str(doubts[0])


def test_a_text_in_another_encoding_is_doubted(tmp_path):
    text, doubts = decode(tmp_path / "甲.txt", "關於辦理專業技術職務評審工作之通知".encode("big5"))
    assert text != "關於辦理專業技術職務評審工作之通知"
    assert "编码可能认错了" in str(doubts[0])


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_is_marked_and_said(tmp_path, encoding):
    data = ("职称评审申报材料" * 40).encode(encoding)
    text, doubts = decode(tmp_path / "甲.txt", data[:100] + b"\xff" + data[100:])
    assert text.replace("〓", "").startswith("职称评审申报材料")
    assert len(text.replace("〓", "")) >= 318
    assert "处的字节已损坏，读不出来，以“〓”代替。请对照原文补上" in str(doubts[0])


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", bytes(range(256)) * 4, b"\x81\xff\xff\xff"])
def test_what_is_no_text_is_refused_with_what_to_do(tmp_path, data):
    with pytest.raises(UsageError, match="请用记事本打开，另存为编码 UTF-8 的文本文件再试"):
        read_text(tmp_path / "甲.txt", data)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_stray_nul_does_not_make_the_text_another_encodings(tmp_path, encoding):
    data = ("职称评审申报材料。" * 30).encode(encoding)
    text, doubts = decode(tmp_path / "甲.txt", data + b"\x00" + data)
    assert text == "职称评审申报材料。" * 60
    assert "U+0000" in str(doubts[0])


def test_symbols_of_symbol_fonts_are_read_and_others_told(tmp_path):
    text, doubts = decode(tmp_path / "甲.txt", "\uf0b7身份证\n\uf0fe已交\n姓名：\ue123某".encode())
    assert text == "•身份证\n☑已交\n姓名：\ue123某"
    assert ["有1个字不是通用的编码（如U+E123）" in str(found) for found in doubts] == [True]
