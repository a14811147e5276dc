"""Dates proposed for the new year: the same month and day, and where people are off, the next working day."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.text import PartialDate
from generator.workdays import Workdays

_WEEKDAYS = "一二三四五六日"
_SATURDAY = 5
_DAY_IN_TEXT = re.compile(r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")
_SHORT = 10  # working days; the length of a longer window matters less than its dates


@dataclass(frozen=True)
class Proposal:
    """A date of the old year, the one proposed for the new year, and what was done besides changing the year."""

    old: PartialDate
    new: PartialDate
    notes: tuple[str, ...] = ()

    def with_note(self, note: str, new: PartialDate | None = None) -> "Proposal":
        """The proposal with one more note, and the date changed for that reason."""
        return replace(self, new=new or self.new, notes=(*self.notes, note))


def propose(old: PartialDate, years: int, workdays: Workdays, *, on_workday: bool = True) -> Proposal:
    """The date `years` later; with a day, on a working day.

    A date without its day stays one: it is not known whether people work then. Without `on_workday` (a day up to which
    something counts) a day off is only said to be one.
    """
    proposal = _shifted(old, years)
    if proposal.new.day is None:
        return proposal
    day = date(*proposal.new)
    on = workdays.next_workday(day).usual
    if on == day:
        return proposal
    if not on_workday:
        return proposal.with_note(f"{_short(day)}是{_reason(day)}，计算用的日子没有顺延")
    return proposal.with_note(f"{_short(day)}是{_reason(day)}，顺延到{_short(on)}", _partial(on))


def propose_end(start: Proposal, end: Proposal, workdays: Workdays, *, keep_length: bool = False) -> Proposal:
    """The end of a window, put off where the window would lose a third of its working days.

    With `keep_length` (a publicity period, whose length is prescribed) it may not lose any.
    """
    if None in (start.old.day, end.old.day) or end.old < start.old:
        return end
    before = workdays.count(date(*start.old), date(*end.old)).usual
    now = workdays.count(date(*start.new), date(*end.new)).usual
    if now * 3 <= before * 2 and before or keep_length and now < before:
        day = workdays.add(date(*start.new), before).usual
        return end.with_note(f"只剩{now}个工作日，照原来的{before}个工作日延到{_short(day)}", _partial(day))
    if now != before and before <= _SHORT:
        return end.with_note(f"起止之间的工作日由{before}天变为{now}天")
    return end


def not_before(proposal: Proposal, earlier: Mapping[str, Proposal]) -> Proposal:
    """The proposal on the latest of the `earlier` dates (of the old year), by name, that was put off behind it."""
    behind = {name: one.new for name, one in earlier.items() if one.new.day and proposal.new.day}
    name = max(behind, key=behind.__getitem__, default=None)
    if name is None or behind[name] <= proposal.new:
        return proposal
    return proposal.with_note(f"“{name}”推到了{_short(date(*behind[name]))}，随之推迟", behind[name])


def said_of_days_off(text: str, workdays: Workdays) -> str:
    """Which days in a text, of a year that it states, are days off; empty where none is."""
    said, year = [], ""
    for match in _DAY_IN_TEXT.finditer(text):
        year = match["year"] or year
        try:
            day = date(*map(int, (year or 0, match["month"], match["day"])))
        except ValueError:
            continue  # no year stated so far, or no such day
        if workdays.next_workday(day).usual != day:
            said.append(f"{_short(day)}是{_reason(day)}")
    return "，".join(dict.fromkeys(said))


def _reason(day: date) -> str:
    return f"周{_WEEKDAYS[day.weekday()]}" if day.weekday() >= _SATURDAY else "节假日"


def _shifted(old: PartialDate, years: int) -> Proposal:
    new = old._replace(year=old.year + years)
    if new.day and new.day > monthrange(new.year, new.month)[1]:
        last = monthrange(new.year, new.month)[1]
        return Proposal(old, new._replace(day=last), (f"{new.year}年{new.month}月没有{new.day}日，改为{last}日",))
    return Proposal(old, new)


def _partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _short(day: date) -> str:
    return f"{day.year}-{day.month}-{day.day}"
