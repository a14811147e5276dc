"""How the findings on dates say a day, a run of days off, and an answer that rests on an assumption."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from generator.text import PartialDate, chinese_date, parse_date, year_list
from generator.workdays import Assumption, Both, Workdays

Value = TypeVar("Value")

DAY = timedelta(days=1)
_WEEKDAYS = "一二三四五六日"
_SATURDAY = 5
# The ten-day parts of a month, by the words that notices use for them: first and last day.
_PARTS = {
    "上旬": (1, 10),
    "初": (1, 10),
    "中旬": (11, 20),
    "中": (11, 20),
    "下旬": (21, 31),
    "底": (21, 31),
    "末": (21, 31),
}
_PART_OF_MONTH = re.compile(rf"(?P<month>.+月)\s*(?P<part>{'|'.join(_PARTS)})")


def calendar_day(day: PartialDate) -> date:
    """The day as a `date`; it must be known to the day (the model's `Day`)."""
    return date(*day)


def in_words(day: date) -> str:
    """2024年9月15日"""
    return chinese_date(PartialDate(day.year, day.month, day.day))


def said(day: date) -> str:
    """2024年9月15日（周日）"""
    return f"{in_words(day)}（周{_WEEKDAYS[day.weekday()]}）"


def not_announced(years: tuple[int, ...]) -> str:
    """2027年的放假安排还没有公布"""
    return f"{year_list(years)}的放假安排还没有公布"


def both_ways(answer: Both[Value], say: Callable[[Value], str]) -> str:
    """The answer in words; where a year is not announced, under each assumption, which is named."""
    if answer.certain:
        return say(answer.usual)
    weekends, usual = (f"假定{assumption.value}" for assumption in Assumption)
    if answer.weekends == answer.usual:
        return f"{say(answer.usual)}（{weekends}，或{usual}，都是如此）"
    return f"{say(answer.weekends)}（{weekends}）或{say(answer.usual)}（{usual}）"


def days_off(start: date, end: date, workdays: Workdays) -> str:
    """The days off from `start` to `end` and the weekend days worked, as far as they are announced; may be empty.

    9月15日至17日休息，9月14日（周六）上班
    """
    days = [start + DAY * offset for offset in range((end - start).days + 1)]
    off = [day for day in days if workdays.is_workday(day) is False]
    worked = [day for day in days if workdays.is_workday(day) and day.weekday() >= _SATURDAY]
    parts = ["、".join(_runs(off)) + "休息"] if off else []
    parts += ["、".join(f"{_short(day)}（周{_WEEKDAYS[day.weekday()]}）" for day in worked) + "上班"] if worked else []
    return "，".join(parts)


def planned_span(text: str) -> tuple[date, date] | None:
    """The first and last day that a planned time may mean (2024年10月下旬, 2024年10月, 2024-10-21); None if unclear."""
    text = text.strip().removesuffix("左右")
    part = _PART_OF_MONTH.fullmatch(text)
    try:
        planned = parse_date(part["month"] if part else text)
    except ValueError:
        return None
    if planned.day:
        return calendar_day(planned), calendar_day(planned)
    first, last = _PARTS[part["part"]] if part else (1, 31)
    months = (planned.month, planned.month) if planned.month else (1, 12)
    return date(planned.year, months[0], first), _no_later(planned.year, months[1], last)


def earliest_day(day: PartialDate) -> date:
    """The first day that a date known only to the month or the year may mean."""
    return date(day.year, day.month or 1, day.day or 1)


def _no_later(year: int, month: int, day: int) -> date:
    """That day of the month, or the month's last."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(following - DAY, date(year, month, 1) + DAY * (day - 1))


def _runs(days: list[date]) -> Iterator[str]:
    """9月15日至17日 for days that follow each other, 9月8日 for one alone."""
    start = 0
    for position, day in enumerate(days):
        if position + 1 == len(days) or days[position + 1] != day + DAY:
            first = days[start]
            last = f"{day.day}日" if day.month == first.month else _short(day)
            yield _short(first) if first == day else f"{_short(first)}至{last}"
            start = position + 1


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"
