"""The working-day calendar: announced years, years of one's own files, and years that nobody has announced."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.calendars import load_calendars
from generator.workdays import Assumption, Both, Workdays
from generator.workdays.festivals import usual_days_off
from tests.support import CHECKOUT

YEAR = 365
KNOWN = st.dates(date(2015, 1, 1), date(2026, 11, 30))
ANY = st.dates(date(2015, 1, 1), date(2035, 12, 31))
NUMBERS = st.integers(1, 30)


@pytest.fixture(scope="module")
def workdays() -> Workdays:
    return Workdays(load_calendars(CHECKOUT / "data" / "campaigns" / "any.yaml"))


def days(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=offset) for offset in range(YEAR)]


# What is announced


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 10, 8), False),  # 国庆节和中秋节放到8日
        (date(2025, 10, 9), True),
        (date(2025, 9, 28), True),  # 周日上班
        (date(2024, 9, 14), True),  # 周六上班
        (date(2024, 9, 17), False),
        (date(2026, 2, 23), False),
        (date(2026, 2, 28), True),
        (date(2026, 9, 5), False),  # 普通周六
    ],
)
def test_announced_days_are_as_announced(workdays, day, works):
    assert workdays.is_workday(day) is works


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 3, 1), date(2027, 3, 6), date(2003, 5, 5)])
def test_no_day_of_a_year_that_is_not_announced_is_known(workdays, day):
    assert workdays.is_workday(day) is None
    assert not workdays.announced(day.year)


def test_the_librarys_own_tables_are_left_as_they_are(workdays, tmp_path):
    before = len(chinese_calendar.holidays), len(chinese_calendar.workdays)
    Workdays(load_calendars(tmp_path / "any.yaml")).count(date(2026, 12, 1), date(2027, 12, 1))
    assert (len(chinese_calendar.holidays), len(chinese_calendar.workdays)) == before


# Counting


def test_the_sample_publicity_of_2024_lasts_five_working_days_and_eight_calendar_days(workdays):
    start, end = date(2024, 9, 11), date(2024, 9, 18)
    assert workdays.count(start, end) == Both(5, 5)
    assert workdays.count(start, end, first_day_counts=False) == Both(4, 4)
    assert (end - start).days + 1 == 8


def test_the_latest_day_to_post_for_a_result_of_30_september_2024_is_the_24th(workdays):
    assert workdays.latest_start(date(2024, 9, 29), 5) == Both(date(2024, 9, 24), date(2024, 9, 24))
    assert workdays.latest_start(date(2024, 9, 29), 5, first_day_counts=False).usual == date(2024, 9, 23)


def test_a_period_is_proposed_over_a_holiday(workdays):
    assert workdays.add(date(2025, 9, 29), 5).usual == date(2025, 10, 11)  # 周六上班
    assert workdays.add(date(2025, 9, 29), 5, first_day_counts=False).usual == date(2025, 10, 13)


def test_the_next_working_day_is_the_day_itself_if_people_work_then(workdays):
    assert workdays.next_workday(date(2025, 10, 1)) == Both(date(2025, 10, 9), date(2025, 10, 9))
    assert workdays.next_workday(date(2025, 10, 9)).usual == date(2025, 10, 9)


def test_nothing_is_counted_backwards_and_no_period_has_no_days(workdays):
    assert workdays.count(date(2025, 10, 9), date(2025, 10, 8)).usual == 0
    with pytest.raises(ValueError, match="below 1"):
        workdays.add(date(2025, 10, 9), 0)


@given(start=KNOWN, number=NUMBERS, first=st.booleans())
def test_a_period_proposed_always_has_the_days_asked_for(start, number, first):
    workdays = Workdays()
    end = workdays.add(start, number, first_day_counts=first)
    assert end.weekends == end.usual
    assert workdays.count(start, end.usual, first_day_counts=first).usual == number
    assert workdays.is_workday(end.usual)


@given(end=KNOWN, number=NUMBERS, first=st.booleans())
def test_from_the_latest_day_to_start_the_days_are_enough_and_a_working_day_later_they_are_not(end, number, first):
    workdays = Workdays()
    start = workdays.latest_start(end, number, first_day_counts=first).usual
    later = workdays.next_workday(start + timedelta(days=1)).usual
    assert workdays.is_workday(start)
    assert workdays.count(start, end, first_day_counts=first).usual >= number
    assert workdays.count(later, end, first_day_counts=first).usual < number


# Years that are not announced


def test_where_a_year_is_unknown_the_count_is_given_under_both_assumptions(workdays):
    answer = workdays.count(date(2027, 9, 13), date(2027, 9, 17))
    assert answer == Both(weekends=5, usual=4, unknown=(2027,))  # 中秋节是9月15日，周三
    assert not answer.certain
    assert workdays.next_workday(date(2027, 10, 1)) == Both(date(2027, 10, 1), date(2027, 10, 8), (2027,))
    assert workdays.latest_start(date(2027, 9, 17), 5) == Both(date(2027, 9, 13), date(2027, 9, 10), (2027,))


def test_a_period_that_runs_into_an_unknown_year_says_which(workdays):
    answer = workdays.count(date(2026, 12, 28), date(2027, 1, 4))
    assert answer == Both(weekends=6, usual=5, unknown=(2027,))
    assert workdays.count(date(2026, 12, 1), date(2026, 12, 31)).certain


@given(start=ANY, number=NUMBERS)
def test_the_two_assumptions_differ_only_in_years_not_announced_and_only_one_way(start, number):
    answer = Workdays().add(start, number)
    assert answer.weekends <= answer.usual
    assert not answer.certain or answer.weekends == answer.usual


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_usual_holidays_are_those_that_were_announced_since_the_principle_holds(year):
    """国办发明电〔2024〕12号 states the principle for 2025 and later; weekends and make-up days are not part of it."""
    announced = {day for day in days(year) if day in chinese_calendar.holidays and day.weekday() < 5}
    assert {day for day in usual_days_off(year) if day.weekday() < 5} == announced


def test_the_usual_holidays_of_a_far_year_are_not_made_up():
    assert usual_days_off(2101) == frozenset()
    assert Workdays().assumed(date(2101, 10, 3), Assumption.USUAL)


def test_a_new_year_on_a_tuesday_is_usually_joined_to_the_weekend_before_it(workdays):
    assert not workdays.assumed(date(2029, 12, 31), Assumption.USUAL)  # 2030年元旦是周二
    assert workdays.assumed(date(2029, 12, 31), Assumption.WEEKENDS)
