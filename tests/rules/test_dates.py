"""How days are said."""

from datetime import date

import pytest

from generator.rules.dates import both_ways, days_off, planned_span, said
from generator.workdays import Both, Workdays


def test_a_day_is_said_with_its_weekday():
    assert said(date(2024, 2, 29)) == "2024年2月29日（周四）"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2024, 9, 11), date(2024, 9, 18), "9月15日至17日休息，9月14日（周六）上班"),
        (date(2024, 9, 2), date(2024, 9, 6), ""),
        (date(2024, 9, 7), date(2024, 9, 7), "9月7日休息"),
        (date(2024, 8, 31), date(2024, 9, 8), "8月31日至9月1日、9月7日至8日休息"),
        (date(2024, 9, 29), date(2024, 9, 30), "9月29日（周日）上班"),
        (date(2027, 9, 11), date(2027, 9, 12), ""),  # not announced
    ],
)
def test_days_off_are_said_in_runs_and_days_worked_one_by_one(start, end, words):
    assert days_off(start, end, Workdays()) == words


def test_an_answer_that_rests_on_an_assumption_names_it():
    assert both_ways(Both(5, 5), str) == "5"
    differing = both_ways(Both(5, 4, (2027,)), str)
    assert differing == "5（假定只有周六、周日休息）或4（假定周六、周日休息，节日照通常的办法放假，不计调休上班）"
    assert both_ways(Both(5, 5, (2027,)), str).startswith("5（假定只有周六、周日休息，或假定")


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2024年2月底", (date(2024, 2, 21), date(2024, 2, 29))),
        ("2023年2月", (date(2023, 2, 1), date(2023, 2, 28))),
        ("2024年12月下旬", (date(2024, 12, 21), date(2024, 12, 31))),
        ("2024年 6月 中旬", (date(2024, 6, 11), date(2024, 6, 20))),
        ("2024年", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024年10月8日", (date(2024, 10, 8), date(2024, 10, 8))),
        ("年底", None),
        ("2024年13月上旬", None),
    ],
)
def test_a_planned_time_means_the_days_it_names(text, span):
    assert planned_span(text) == span
