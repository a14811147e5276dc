"""Automatic list numerals stand in the text as Word shows them."""

import pytest

from generator.reading.word.numerals import numeral
from tests.reading.word_files import cell, p, read_word, rows, said, table, texts


def level(place: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def numbered(text: str, place: int = 0, num: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{num}"/></w:numPr>')


def test_automatic_numerals_stand_at_the_head_of_the_text(tmp_path):
    levels = numbering(
        level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>'),
        level(1, "chineseCountingThousand", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimal", "%1.%3.%4", "<w:isLgl/>"),
        level(4, "bullet", "\uf06c", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'),
    )
    body = "".join(numbered(text, int(place)) for text, place in zip("总对甲乙细点条丙附象", "0122341201", strict=True))
    shown = ["一、总", "（一）对", "1. 甲", "2. 乙", "1.2.1 细", "● 点", "（二）条", "1. 丙", "二、附", "（一）象"]
    assert texts(read_word(tmp_path, body, numbering=levels)) == shown


def test_numbering_starts_restarts_and_goes_on_as_word_counts(tmp_path):
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride></w:num>'
    )
    levels = numbering(
        level(0, "decimal", "%1．", start=3), level(1, "lowerLetter", "%2)", '<w:lvlRestart w:val="0"/>'), nums=nums
    )
    body = numbered("甲") + numbered("子", 1) + numbered("乙", 0, 2) + numbered("丑", 1)
    body += numbered("丙", 0, 3) + numbered("丁", 0, 3)
    assert texts(read_word(tmp_path, body, numbering=levels)) == ["3．甲", "a) 子", "4．乙", "b) 丑", "8．丙", "9．丁"]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_may_take_the_number_away(tmp_path):
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    levels = numbering(
        level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "第%2条", '<w:pStyle w:val="H2"/>'),
    )
    body = p("总则", properties='<w:pStyle w:val="H1"/>') + p("目的", properties='<w:pStyle w:val="H2"/>')
    body += p("无号", properties='<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    reading = read_word(tmp_path, body, styles=styles, numbering=levels)
    assert texts(reading) == ["第一章　总则", "第一条　目的", "无号"]
    assert [(item.style, item.level) for item in reading.items] == [("heading 1", 1), ("H2", 2), ("heading 1", 1)]


def test_numbered_empty_cells_show_their_numbers(tmp_path):
    body = table([cell(numbered("")), cell("甲")], [cell(numbered("")), cell("乙")])
    levels = numbering(level(0, "decimal", "%1", '<w:suff w:val="nothing"/>'))
    assert rows(read_word(tmp_path, body, numbering=levels)) == [["1", "甲"], ["2", "乙"]]


def test_an_unknown_numbering_format_counts_in_digits_and_is_said(tmp_path):
    reading = read_word(tmp_path, numbered("甲"), numbering=numbering(level(0, "thaiLetters", "%1.")))
    assert texts(reading) == ["1. 甲"]
    assert "有不认识的自动编号格式（thaiLetters）" in said(reading)


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 101: "一百零一", 1010: "一千零一十"}),
        ("chineseCountingThousand", {12: "十二", 100: "一百", 10001: "一万零一", 20300: "二万零三百"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("japaneseCounting", {10: "十", 21: "二十一", 110: "百十", 1000: "千"}),
        ("ideographDigital", {10: "一〇", 23: "二三"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 51: "51"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA"}),
        ("lowerRoman", {4: "iv", 9: "ix", 1994: "mcmxciv"}),
        ("chineseLegalSimplified", {10: "壹拾", 25: "贰拾伍", 101: "壹佰零壹"}),
        ("decimalZero", {7: "07"}),
        ("ordinal", {1: "1st", 12: "12th", 23: "23rd"}),
        ("none", {5: ""}),
    ],
)
def test_numerals_are_written_as_their_format_shows_them(style, shown):
    assert {number: numeral(number, style) for number in shown} == shown
