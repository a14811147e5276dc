"""Dates proposed for the new year: the same day, or the next on which people work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rolling.dates import Proposal, propose, propose_end
from generator.text import PartialDate
from generator.workdays import Workdays

WORKDAYS = Workdays()
DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))


def day(text: str) -> PartialDate:
    return PartialDate(*(int(part) for part in text.split("-")))


@pytest.mark.parametrize(
    ("old", "years", "new", "note"),
    [
        ("2024-9-5", 1, "2025-9-5", ""),
        ("2024-9-6", 1, "2025-9-8", "2025-9-6是周六，顺延到2025-9-8"),
        ("2024-9-7", 1, "2025-9-8", "2025-9-7是周日，顺延到2025-9-8"),
        ("2024-10-8", 1, "2025-10-9", "2025-10-8是节假日，顺延到2025-10-9"),
        ("2024-10-1", 2, "2026-10-8", "2026-10-1是节假日，顺延到2026-10-8"),
        ("2024-9-28", 1, "2025-9-28", ""),  # 周日，调休上班
        ("2024-10-4", 3, "2027-10-8", "2027-10-4是节假日，顺延到2027-10-8"),  # 没有公布，照通常的办法
        ("2024-9-4", 3, "2027-9-6", "2027-9-4是周六，顺延到2027-9-6"),
        ("2024-12-31", 1, "2025-12-31", ""),
        ("2024-2-29", 1, "2025-2-28", "2025年2月没有29日，改为28日"),
        ("2024-2-29", 4, "2028-2-29", ""),
        ("2024-2-29", 2, "2026-2-28", "2026年2月没有29日，改为28日"),  # 周六，调休上班
        ("2020-2-29", 1, "2021-3-1", "2021年2月没有29日，改为28日，2021-2-28是周日，顺延到2021-3-1"),
        ("2021-7", 4, "2025-7", ""),
        ("2021", 4, "2025", ""),
    ],
)
def test_a_date_is_proposed_on_the_same_day_or_the_next_working_day(old, years, new, note):
    proposal = propose(day(old), years, WORKDAYS)
    assert proposal.new == day(new)
    assert "，".join(proposal.notes) == note


def test_a_day_up_to_which_something_counts_need_not_be_a_working_day():
    note = "2028-12-31是周日，计算用的日子没有顺延"
    assert propose(day("2023-12-31"), 5, WORKDAYS, on_workday=False) == Proposal(
        day("2023-12-31"), day("2028-12-31"), (note,)
    )
    assert propose(day("2023-12-31"), 2, WORKDAYS, on_workday=False).notes == ()


def window(start: str, end: str, years: int, **options: bool) -> tuple[PartialDate, PartialDate, str]:
    first, last = (propose(day(text), years, WORKDAYS) for text in (start, end))
    last = propose_end(first, last, WORKDAYS, **options)
    return first.new, last.new, "，".join(last.notes)


@pytest.mark.parametrize(
    ("old", "years", "new", "note"),
    [
        (("2024-9-5", "2024-9-30"), 1, ("2025-9-5", "2025-9-30"), ""),
        (("2024-10-8", "2024-10-14"), 1, ("2025-10-9", "2025-10-14"), "起止之间的工作日由6天变为5天"),
        (("2024-12-16", "2025-1-10"), 1, ("2025-12-16", "2026-1-12"), "2026-1-10是周六，顺延到2026-1-12"),
        (
            ("2024-10-8", "2024-10-9"),
            2,
            ("2026-10-8", "2026-10-9"),
            "",
        ),
        (
            ("2024-9-26", "2024-9-30"),  # 4个工作日，含周日上班
            3,
            ("2027-9-27", "2027-9-30"),
            "",
        ),
        (
            ("2022-9-29", "2022-10-8"),
            3,
            ("2025-9-29", "2025-10-9"),
            "2025-10-8是节假日，顺延到2025-10-9",
        ),
        (
            ("2024-1-29", "2024-2-2"),
            1,
            ("2025-2-5", "2025-2-10"),
            "2025-2-2是周日，顺延到2025-2-5，只剩1个工作日，照原来的5个工作日延到2025-2-10",
        ),
    ],
)
def test_a_window_keeps_a_sensible_length(old, years, new, note):
    assert window(*old, years) == (day(new[0]), day(new[1]), note)


def test_a_publicity_period_keeps_every_working_day():
    assert window("2024-10-8", "2024-10-14", 1)[:2] == (day("2025-10-9"), day("2025-10-14"))
    assert window("2024-10-8", "2024-10-14", 1, keep_length=True)[:2] == (day("2025-10-9"), day("2025-10-15"))


@given(opens=DAYS, length=st.integers(0, 60), years=st.integers(1, 12))
def test_days_keep_their_order_and_windows_never_close_before_they_open(opens, length, years):
    first, last = (PartialDate(*one.timetuple()[:3]) for one in (opens, opens + timedelta(days=length)))
    start, end = propose(first, years, WORKDAYS), propose(last, years, WORKDAYS)
    assert start.new <= end.new
    assert start.new <= propose_end(start, end, WORKDAYS).new
    for proposal in (start, end):
        assert proposal.new == propose(proposal.new, 0, WORKDAYS).new
