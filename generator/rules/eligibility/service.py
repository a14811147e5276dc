"""Time served in the profession, by 工作经历, and the day on which a number of years of it is full.

Dates without a day give two readings, the longest and the shortest; only what both agree on is certain. Posts that
follow each other without a gap (2015-12, 2016-1: 时间上下衔接) are one time; time in several posts adds up, and what is
served in two posts at once counts once. A post that has ended counts its last day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from generator.model.applicant import Post
from generator.model.base import UNTIL_NOW
from generator.rules.dates import DAY
from generator.rules.eligibility.spans import Span, full_months, length, span, years_later
from generator.rules.verdict import NO, UNKNOWN, YES, Answer

_NOTHING = timedelta(0)


class Full(NamedTuple):
    """The day on which years are full by the longest and by the shortest reading; None: never, or not to be said."""

    earliest: date | None
    latest: date | None

    def answer(self, until: Span) -> Answer:
        """Whether they are full on the day up to which years are counted, itself known within bounds."""
        if self.latest and self.latest <= until.first:
            return YES
        return NO if self.earliest is None or self.earliest > until.last else UNKNOWN


class _Stretch(NamedTuple):
    """Time in one post, or in several without a gap; `end` is None while it goes on."""

    start: Span
    end: Span | None


class _Segment(NamedTuple):
    """The same by one reading."""

    start: date
    end: date | None


@dataclass(frozen=True)
class Service:
    """The time that counts, by both readings."""

    longest: tuple[_Segment, ...]
    shortest: tuple[_Segment, ...]

    def full(self, years: int) -> Full:
        """When so many years are, or will be, full; whoever is in post is taken to stay."""
        return Full(_full_on(self.longest, years), _full_on(self.shortest, years))

    def served(self, until: Span) -> str:
        """How long until a day: 3年2个月, or 3年至3年4个月 where the readings differ."""
        least, most = (
            length(_months(segments, day))
            for segments, day in ((self.shortest, until.first), (self.longest, until.last))
        )
        return most if least == most else f"{least}至{most}"


def service(posts: Iterable[Post], since: Span | None, surely_since: Span | None) -> Service:
    """The time in posts of the profession after `since` (all of it, where None) by the longest reading.

    By the shortest, only what lies after `surely_since` counts; nothing where that day is not known.
    """
    stretches = _stretches(posts)
    longest = (
        _Segment(max(one.start.first, since.first) if since else one.start.first, one.end.last if one.end else None)
        for one in stretches
    )
    shortest = (
        _Segment(max(one.start.last, surely_since.last), one.end.first if one.end else None)
        for one in stretches
        if surely_since
    )
    return Service(_in_time(longest), _in_time(shortest))


def _in_time(segments: Iterable[_Segment]) -> tuple[_Segment, ...]:
    return tuple(one for one in segments if one.end is None or one.start <= one.end)


def _stretches(posts: Iterable[Post]) -> list[_Stretch]:
    spans = (
        _Stretch(span(post.start), None if post.end == UNTIL_NOW else span(post.end))
        for post in posts
        if post.in_profession
    )
    joined: list[_Stretch] = []
    for one in sorted(spans, key=lambda stretch: stretch.start):
        before = joined[-1] if joined else None
        if before and (before.end is None or one.start.first <= before.end.last + DAY):
            joined[-1] = _Stretch(before.start, _later(before.end, one.end))
        else:
            joined.append(one)
    return joined


def _later(one: Span | None, other: Span | None) -> Span | None:
    return max(one, other, key=lambda end: end.last) if one and other else None


def _full_on(segments: Sequence[_Segment], years: int) -> date | None:
    before = _NOTHING
    for start, end in segments:
        day = max(start, years_later(start - before, years))
        if end is None or day <= end + DAY:
            return day
        before += end + DAY - start
    return None


def _months(segments: Sequence[_Segment], until: date) -> int:
    """The full months served by `until`."""
    before, months = _NOTHING, 0
    for start, end in segments:
        if start > until:
            break
        last = until if end is None else min(until, end + DAY)
        months = full_months(start - before, last)
        before += last - start
    return months
