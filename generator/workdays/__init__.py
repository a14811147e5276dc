"""Working days in China: weekends, the State Council's holidays, and the weekend days worked in exchange (调休上班).

What is announced comes from `chinesecalendar`; for the years it lacks, from files of data (放假安排). A year that
neither knows is unknown, never guessed: questions about it are answered twice, under two stated assumptions.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

import chinese_calendar

from generator.model.calendar import Calendar
from generator.workdays.festivals import usual_days_off

Value = TypeVar("Value")

_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST = 4000  # days; no count of working days is asked for that reaches further


class Assumption(Enum):
    """How a year whose holidays are not announced is taken; the value says it to the reader."""

    WEEKENDS = "只有周六、周日休息"
    USUAL = "周六、周日休息，节日照通常的办法放假，不计调休上班"


class Both(NamedTuple, Generic[Value]):
    """An answer under each assumption; both are the same, and certain, where every year asked about is announced."""

    weekends: Value
    usual: Value
    unknown: tuple[int, ...] = ()
    """The years that are not announced."""

    @property
    def certain(self) -> bool:
        return not self.unknown


class Workdays:
    """The working-day calendar. `calendars` win over the library for the years they are of.

    The last days of December are also arranged by the announcement for the next year; until a calendar of that year
    is at hand they are taken as ordinary days.
    """

    def __init__(self, calendars: Iterable[Calendar] = ()):
        self._years: set[int] = set()
        self._off: set[date] = set()
        self._worked: set[date] = set()
        for calendar in calendars:
            self._years.add(calendar.year)
            self._off.update(calendar.days_off)
            self._worked.update(date(*day) for day in calendar.worked)

    def announced(self, year: int) -> bool:
        """Whether the holidays of that year are known."""
        return year in self._years or _in_library(date(year, 7, 1)) is not None

    def is_workday(self, day: date) -> bool | None:
        """Whether people work that day; None where the year's holidays are not announced."""
        if day in self._worked or day in self._off:
            return day in self._worked
        return day.weekday() < _SATURDAY if day.year in self._years else _in_library(day)

    def assumed(self, day: date, assumption: Assumption) -> bool:
        """`is_workday` where that is known, else under the assumption."""
        known = self.is_workday(day)
        if known is not None:
            return known
        return day.weekday() < _SATURDAY and not (
            assumption is Assumption.USUAL and any(day in usual_days_off(year) for year in (day.year, day.year + 1))
        )

    def next_workday(self, day: date) -> Both[date]:
        """The day itself if people work then, else the first working day after it."""
        return self._both(day, lambda assumption: next(self._from(day, 1, assumption)))

    def count(self, start: date, end: date, *, first_day_counts: bool = True) -> Both[int]:
        """How many working days there are from `start` to `end`, both included; `start` only if it counts.

        0 where `end` is before `start`.
        """
        first = start if first_day_counts else start + _DAY
        days = [first + _DAY * offset for offset in range((end - first).days + 1)]
        answer = [sum(self.assumed(day, assumption) for day in days) for assumption in Assumption]
        return Both(*answer, self._unknown(first, end))

    def add(self, start: date, number: int, *, first_day_counts: bool = True) -> Both[date]:
        """The earliest `end` for which `count` gives `number` (at least 1): the last day of a publicity period."""
        first = start if first_day_counts else start + _DAY
        return self._both(first, lambda assumption: _nth(self._from(first, 1, assumption), number))

    def latest_start(self, end: date, number: int, *, first_day_counts: bool = True) -> Both[date]:
        """The latest working day to start on so that `count` up to `end` still gives `number` (at least 1)."""

        def start(assumption: Assumption) -> date:
            first = _nth(self._from(end, -1, assumption), number)
            return first if first_day_counts else next(self._from(first - _DAY, -1, assumption))

        return self._both(end, start)

    def _from(self, day: date, step: int, assumption: Assumption) -> Iterator[date]:
        """The working days from `day` on, forwards or backwards."""
        for offset in range(_LONGEST):
            if self.assumed(other := day + _DAY * step * offset, assumption):
                yield other

    def _both(self, day: date, answer: Callable[[Assumption], date]) -> Both[date]:
        weekends, usual = (answer(assumption) for assumption in Assumption)
        return Both(weekends, usual, self._unknown(min(day, weekends, usual), max(day, weekends, usual)))

    def _unknown(self, start: date, end: date) -> tuple[int, ...]:
        return tuple(year for year in range(start.year, end.year + 1) if not self.announced(year))


def _nth(days: Iterator[date], number: int) -> date:
    if number < 1:
        raise ValueError(f"a number of working days below 1: {number}")
    return next(day for position, day in enumerate(days, start=1) if position == number)


@lru_cache(maxsize=10_000)  # the library looks for its first and last year anew on every call
def _in_library(day: date) -> bool | None:
    """What `chinesecalendar` says; its tables are never added to, for one added date would unlock a whole year."""
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return None
