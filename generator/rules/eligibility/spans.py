"""Dates known to the month or the year as the days that they may mean, and full years from a day.

Years are counted by the calendar (民法典第二百零一条、第二百零二条): they are full on the corresponding day, or on the
month's last day where there is none, and the day from which they run is not counted. From 29 February 2016 four years
are full on 29 February 2020, five on 28 February 2021.
"""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.rules.dates import earliest_day
from generator.text import PartialDate

_MONTHS = 12


class Span(NamedTuple):
    """The first and the last day that something may mean; both the same where the day is known."""

    first: date
    last: date


@lru_cache(maxsize=4096)
def span(day: PartialDate) -> Span:
    """The days that a date may mean: 2018年11月 is 1 to 30 November."""
    month = day.month or _MONTHS
    last = day.day or monthrange(day.year, month)[1]
    return Span(earliest_day(day), date(day.year, month, last))


def years_later(day: date, years: int) -> date:
    """The day on which `years` from `day` are full; the last day there is, where that lies beyond it."""
    return _months_later(day, years * _MONTHS)


def full_months(start: date, end: date) -> int:
    """How many months from `start` are full on `end`; 0 where it lies before."""
    months = (end.year - start.year) * _MONTHS + end.month - start.month
    return max(0, months if _months_later(start, months) <= end else months - 1) if end >= start else 0


def length(months: int) -> str:
    """2年10个月, 3年, 5个月; 不满1个月 for none."""
    years, rest = divmod(months, _MONTHS)
    parts = [f"{years}年"] if years else []
    parts += [f"{rest}个月"] if rest else []
    return "".join(parts) or "不满1个月"


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS)
    if day.year + years > date.max.year:
        return date.max
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
