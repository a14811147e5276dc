"""A new date or year is written as the old one was."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.rolling.spelling import respelled_date, respelled_number
from generator.text import PartialDate, parse_date

NEW = PartialDate(2025, 10, 9)


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("2024-9-5", "2025-10-9"),
        ("2024-09-05", "2025-10-09"),
        ("2024/9/5", "2025/10/9"),
        ("2024.9.5", "2025.10.9"),
        ("20240905", "20251009"),
        ("2024年9月5日", "2025年10月9日"),
        ("2024 年 9 月 5 日", "2025 年 10 月 9 日"),
        ("'2024年9月5日'", "'2025年10月9日'"),
        ('"2024-9-5"', '"2025-10-9"'),
        ("２０２４年９月５日", "２０２５年１０月９日"),
        ("二〇二四年九月五日", "二〇二五年十月九日"),
        ("二○二四年九月五日", "二○二五年十月九日"),
        ('"2024\\u5e749\\u67085\\u65e5"', '"2025-10-9"'),  # digits of an escape are no digits of the date
    ],
)
def test_a_date_keeps_its_form(raw, written):
    assert respelled_date(raw, NEW) == written


@pytest.mark.parametrize(
    ("raw", "new", "written"),
    [
        ("2021年7月　日", PartialDate(2022, 7), "2022年7月　日"),
        ("2021-7", PartialDate(2022, 7), "2022-7"),
        ("2021-07", PartialDate(2022, 7), "2022-07"),
        ("202107", PartialDate(2022, 7), "202207"),
        ("2021年", PartialDate(2022), "2022年"),
        ("2021", PartialDate(2022), "2022"),
        ("二〇二一年十二月", PartialDate(2030, 12), "二〇三〇年十二月"),
    ],
)
def test_a_date_that_is_not_whole_stays_so(raw, new, written):
    assert respelled_date(raw, new) == written


@pytest.mark.parametrize(("raw", "written"), [("2024", "2025"), ('"2024"', '"2025"'), ("２０２４", "２０２５")])
def test_a_year_keeps_its_form(raw, written):
    assert respelled_number(raw, 2025) == written


FORMS = st.sampled_from(["{0}-{1}-{2}", "{0}-{1:02}-{2:02}", "{0}{1:02}{2:02}", "{0}年{1}月{2}日", "'{0}.{1}.{2}'"])


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(form=FORMS, old=DAYS, new=DAYS)
def test_whatever_the_form_the_new_date_is_read_from_it(form, old, new):
    raw = form.format(old.year, old.month, old.day)
    written = respelled_date(raw, PartialDate(new.year, new.month, new.day))
    assert parse_date(yaml.load(written, yaml.BaseLoader)) == (new.year, new.month, new.day)
