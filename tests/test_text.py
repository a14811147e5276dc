import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import (
    PartialDate,
    blank_space,
    cell_width,
    chinese_date,
    chinese_numeral,
    forbidden_character,
    mask_id,
    parse_date,
    year_list,
)


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2024-9-5", (2024, 9, 5)),
        ("2024-09-05", (2024, 9, 5)),
        ("2024.9.5", (2024, 9, 5)),
        ("2024/9/5", (2024, 9, 5)),
        ("20240905", (2024, 9, 5)),
        ("2024年9月5日", (2024, 9, 5)),
        ("2024 年 9 月 5 日", (2024, 9, 5)),
        ("　2024年9月5", (2024, 9, 5)),
        ("２０２４年９月５日", (2024, 9, 5)),
        ("二〇二四年九月五日", (2024, 9, 5)),
        ("二○二四年十二月三十一日", (2024, 12, 31)),
        ("二零二四年十月二十日", (2024, 10, 20)),
        ("2024-2-29", (2024, 2, 29)),
        ("2021年7月　日", (2021, 7, None)),
        ("2021年7月", (2021, 7, None)),
        ("2021.07", (2021, 7, None)),
        ("202107", (2021, 7, None)),
        ("2021年", (2021, None, None)),
        ("2021", (2021, None, None)),
    ],
)
def test_a_date_is_read_as_people_type_it(typed, date):
    assert parse_date(typed) == date


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "不是日期"),
        ("去年", "不是日期"),
        ("九零年", "不是日期"),
        ("2024年9月5日上午", "不是日期"),
        ("1725494400", "不是日期"),
        ("5/9/2024", "不是日期"),
        ("2024年一二十月", "不是日期"),
        ("2024-13-1", "月份应在1至12之间"),
        ("2024-0-1", "月份应在1至12之间"),
        ("2024-9-31", "2024年9月没有31日"),
        ("2023-2-29", "2023年2月没有29日"),
        ("0024-9-5", "年份应在1900至2199之间"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(typed, reason):
    with pytest.raises(ValueError, match=reason):
        parse_date(typed)


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2199, 12, 31)))
def test_a_date_survives_being_written_out(date):
    for known in (
        PartialDate(date.year, date.month, date.day),
        PartialDate(date.year, date.month),
        PartialDate(date.year),
    ):
        assert parse_date(chinese_date(known)) == known


def test_a_date_is_written_without_leading_zeros_as_far_as_it_is_known():
    assert chinese_date(PartialDate(2024, 9, 5)) == "2024年9月5日"
    assert chinese_date(PartialDate(2024, 9)) == "2024年9月"
    assert chinese_date(PartialDate(2024)) == "2024年"


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "一"), (9, "九"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_a_heading_is_numbered_in_chinese(number, numeral):
    assert chinese_numeral(number) == numeral


@pytest.mark.parametrize("number", [0, 100])
def test_a_number_that_no_heading_has_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        chinese_numeral(number)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("990101198508161276", "990101********1276"),
        ("99010619841201613x", "990106********613x"),
        ("990101 19850816 1276", "990101********1276"),
        ("990101-19850816-1276", "990101********1276"),
        ("990101850816127", "990101********7"),
        ("9901011985081612769", "990101*********2769"),
        ("12345", "1***5"),
        ("12", "**"),
        ("无", "*"),
        ("", ""),
    ],
)
def test_a_masked_id_number_shows_no_digit_of_the_birth_date(number, shown):
    assert mask_id(number) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("档案", 2),
        ("A4", 1),
        ("（公章）", 4),
        ("买买提·图尔逊", 7),
        ("ñ", 0.5),
        ("e\u0301", 0.5),
        ("邊\U000e0100", 1),
        ("𠮷", 1),
        ("", 0),
    ],
)
def test_width_is_counted_in_chinese_characters(text, width):
    assert cell_width(text) == width


def test_white_space_to_write_on_is_as_wide_as_asked():
    assert cell_width(blank_space(6)) == 6
    assert blank_space(6).strip() == ""


@pytest.mark.parametrize(
    ("years", "text"),
    [((2021, 2022, 2023), "2021年至2023年"), ((2021, 2023), "2021年、2023年"), ((2023,), "2023年"), ((), "")],
)
def test_a_run_of_years_is_shortened(years, text):
    assert year_list(years) == text


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_no_document_can_hold_is_found(char):
    assert forbidden_character(f"甲{char}乙") == char


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"])))
def test_every_other_character_is_welcome(text):
    assert forbidden_character(text + "\t\r\n") is None
