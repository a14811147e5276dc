"""Dates proposed for the new year: the same month and day, and where people are off, the next working day."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from generator.text import PartialDate
from generator.workdays import Workdays

_WEEKDAYS = "一二三四五六日"
_SATURDAY = 5
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
    reason = f"周{_WEEKDAYS[day.weekday()]}" if day.weekday() >= _SATURDAY else "节假日"
    if not on_workday:
        return proposal.with_note(f"{_short(day)}是{reason}，计算用的日子没有顺延")
    return proposal.with_note(f"{_short(day)}是{reason}，顺延到{_short(on)}", _partial(on))


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
