"""Dates in the form that a mail merge, a number format or a sample asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rendering.date_picture import in_picture, parts_of, picture_of, pictured
from generator.text import PartialDate, chinese_date, parse_date

DAY, MONTH, YEAR = PartialDate(1985, 8, 6), PartialDate(1985, 8), PartialDate(1985)


@pytest.mark.parametrize(
    ("picture", "day", "month", "year"),
    [
        ("yyyy年M月d日", "1985年8月6日", "1985年8月", "1985年"),
        ("yyyy-MM-dd", "1985-08-06", "1985-08", "1985"),
        ("yyyy.MM", "1985.08", "1985.08", "1985"),
        ("yyyy/m/d", "1985/8/6", "1985/8", "1985"),
        ("M/d/yyyy", "8/6/1985", "8/1985", "1985"),
        ("yyyyMMdd", "19850806", "198508", "1985"),
        ("yy.M", "85.8", "85.8", "85"),
        ("d日M月yyyy年", "6日8月1985年", "8月1985年", "1985年"),
        ("EEEE年O月A日", "一九八五年八月六日", "一九八五年八月", "一九八五年"),
        ('[$-804]yyyy"年"m"月"d"日";@', "1985年8月6日", "1985年8月", "1985年"),
        ("yyyy\\-mm", "1985-08", "1985-08", "1985"),
        ('"生于"yyyy"年"', "生于1985年", "生于1985年", "生于1985年"),
    ],
)
def test_what_is_not_known_of_a_date_is_left_out_with_its_mark(picture, day, month, year):
    assert [pictured(date, picture) for date in (DAY, MONTH, YEAR)] == [day, month, year]


@pytest.mark.parametrize(
    ("sample", "picture"),
    [
        ("1985.08", "yyyy.MM"),
        ("1985.8", "yyyy.M"),
        ("1985-08-16", "yyyy-MM-dd"),
        ("1985.8.6", "yyyy.M.d"),
        ("1985年8月", "yyyy年M月"),
        ("1985年08月16日", "yyyy年MM月dd日"),
        ("198508", "yyyyMM"),
        ("19850816", "yyyyMMdd"),
        ("出生年月（如1990.05）", "yyyy.MM"),
        ("出生年月(yyyy-mm)", "yyyy-mm"),
        ("出生年月", None),
        ("990101198508161276", None),
        ("2023年考核", None),
        ("", None),
    ],
)
def test_a_sample_says_how_dates_are_to_be_written(sample, picture):
    assert picture_of(sample) == picture


@pytest.mark.parametrize(
    ("format", "parts"),
    [
        ("yyyy-mm-dd", {"year", "month", "day"}),
        ('yyyy"年"m"月"', {"year", "month"}),
        ("@", set()),
        ("0.00", set()),
        ('"day"0', set()),
    ],
)
def test_a_number_format_of_dates_is_told_from_others(format, parts):
    assert parts_of(format) == parts


@pytest.mark.parametrize("text", ["", "至今", "2024年10月下旬", "……"])
def test_what_is_no_date_stays_as_it_is(text):
    assert in_picture(text, "yyyy.MM") == text


DATES = st.builds(PartialDate, st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28))


@given(DATES, st.sampled_from(["yyyy-MM-dd", "yyyy年M月d日", "yyyy/m/d", "yyyy.MM.dd", "yyyyMMdd", "EEEE年O月A日"]))
def test_a_whole_date_in_any_picture_is_the_same_date(date, picture):
    assert parse_date(pictured(date, picture)) == date


@given(DATES, st.sampled_from(["yyyy-MM-dd", "yyyy年M月d日", "yyyy/M/d", "yyyy.MM.dd", "yyyy-M-d"]))
def test_a_date_written_in_a_picture_is_a_sample_that_writes_it_again(date, picture):
    written = pictured(date, picture)
    assert pictured(date, picture_of(written)) == written


@given(st.text(max_size=40), DATES)
def test_no_picture_fails(picture, date):
    assert isinstance(in_picture(chinese_date(date), picture), str)
