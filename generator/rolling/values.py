"""Every value of a file, and what rolling does to it: by type, by the table, and by the values beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.loading.source_map import Path, field_name
from generator.model.base import Model
from generator.model.official import OwnTable
from generator.rolling.changes import WAS, Change, kept, later_year, mentions, own_number, rewritten, words
from generator.rolling.dates import Proposal, not_before, propose, propose_end
from generator.rolling.fields import field_at
from generator.rolling.layout import Layout, Spot
from generator.rolling.policy import Treatment, Way, treatment
from generator.rolling.spelling import respelled_date
from generator.rolling.tables import table_changes
from generator.rolling.year import YearOf
from generator.text import PartialDate, parse_date
from generator.workdays import Workdays

_START, _END, _PUBLICITY = "起", "止", "公示"


@dataclass(frozen=True)
class Work:
    """One file being rolled."""

    layout: Layout
    model: type[Model]
    old: YearOf
    years: int
    workdays: Workdays

    def changes(self) -> Iterator[Change]:
        """What happens to each value, in no particular order."""
        for spot, how in self._treated:
            yield from self._change(spot, how)
        yield from table_changes(self.layout, self.model)

    @cached_property
    def proposals(self) -> dict[Path, Proposal]:
        """The dates of the new year, by where they stand, without those long past (a quoted document's, likely).

        What came before another day in the old year does not come after it in the new one: a window that had to be
        put off pushes what follows.
        """
        moved: dict[Path, Proposal] = {}
        for path, date in sorted(self._dates.items(), key=_in_time):
            proposal = propose(date, self.years, self.workdays, on_workday=path not in self._cut_offs)
            if path not in self._cut_offs:
                earlier = {field_name(other): moved[other] for other in moved if other not in self._cut_offs}
                proposal = not_before(proposal, earlier)
            start = moved.get((*path[:-1], _START)) if path[-1] == _END else None
            if start:
                keep_length = _PUBLICITY in field_name(path)
                proposal = propose_end(start, proposal, self.workdays, keep_length=keep_length)
            moved[path] = proposal
        return dict(_told_apart(moved))

    @cached_property
    def _dates(self) -> dict[Path, PartialDate]:
        dates = {spot.path: parse_date(spot.value) for spot, how in self._treated if how.way in (Way.DATE, Way.DAY)}
        return {path: date for path, date in dates.items() if date.year >= self.old.year - 1}

    @cached_property
    def _cut_offs(self) -> set[Path]:
        return {spot.path for spot, how in self._treated if how.way is Way.DAY}

    @cached_property
    def _treated(self) -> list[tuple[Spot, Treatment]]:
        keys: dict[Path, set[str]] = {}
        for path in self.layout.keys:
            keys.setdefault(path[:-1], set()).add(path[-1])
        treated = []
        for spot in self.layout.scalars:
            siblings = frozenset(keys.get(spot.path[:-1], ()))
            treated.append((spot, treatment(field_at(self.model, spot.path), spot.path, spot.value, siblings)))
        return treated

    def _change(self, spot: Spot, how: Treatment) -> Iterator[Change]:
        if how.way in (Way.DATE, Way.DAY):
            yield self._dated(spot)
        elif how.way is Way.YEAR:
            yield later_year(self.layout, spot, self.years, confirmed=how.confirmed)
        elif how.way is Way.OWN_NUMBER:
            yield own_number(self.layout, spot, self.years, how.reason)
        elif how.way in (Way.WORDS, Way.QUOTED):
            editable = how.way is Way.WORDS
            yield from words(self.layout, spot, self.old.year, self.years, self.workdays, editable=editable)
            if editable and not how.reason and not field_at(self.model, spot.path).inside(OwnTable):
                yield from mentions(self.layout, spot)
        if how.reason and how.way is not Way.OWN_NUMBER:
            yield kept(spot, how.reason)

    def _dated(self, spot: Spot) -> Change:
        proposal = self.proposals.get(spot.path)
        if proposal is None:
            return kept(spot, "早于上一年度，像是所引文件的日期，没有改")
        raw = respelled_date(self.layout.raw(spot), proposal.new)
        note = "，".join(proposal.notes)
        year = proposal.new.year
        unknown = f"（{year}年放假安排尚未公布）" if proposal.new.day and not self.workdays.announced(year) else ""
        return rewritten(spot, raw, note, "，".join((f"{WAS}{spot.value.strip()}", *proposal.notes)) + unknown)


def _in_time(item: tuple[Path, PartialDate]) -> tuple[list[int], bool]:
    """Sorts dates by time; of one day the start of a window comes before the end of one."""
    path, date = item
    return [part or 0 for part in date], path[-1] == _END


def _told_apart(proposals: dict[Path, Proposal]) -> Iterator[tuple[Path, Proposal]]:
    """The proposals, in time; of two days that were different and now are one, the later says so."""
    previous: tuple[Path, Proposal] | None = None
    for path, proposal in proposals.items():
        if previous and previous[1].old != proposal.old and previous[1].new == proposal.new:
            yield path, proposal.with_note(f"与“{field_name(previous[0])}”成了同一天")
        else:
            yield path, proposal
        previous = path, proposal
