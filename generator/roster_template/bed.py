"""Which rows of a table people are put into: those that its maker left empty below the headings."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.errors import FindingsError
from generator.finding import Finding, Place
from generator.loading.tables.cells import is_blank, shown
from generator.loading.tables.header import Header
from generator.loading.tables.headings import ID, NAME, SERIAL
from generator.loading.tables.lines import Line, Lines, is_ending
from generator.loading.tables.workbook import Merge
from generator.roster_template.columns import RULE

_NO_NAME = re.compile(r"[×xX＊*○〇…\s]{2,}|某某.?|.{0,4}(?:示例|样例|范例).{0,2}|例[：:].*")


@dataclass(frozen=True)
class Bed:
    """The rows from `first` on (from 0), `count` of them standing in the table already.

    New rows look like the one at `pattern`; None where there is no row to look like. `samples` are those with examples.
    """

    first: int
    count: int
    pattern: int | None
    samples: tuple[int, ...] = ()

    @property
    def insertion(self) -> int:
        """Where new rows go in: above the last empty row, which may close the table with a line of its own."""
        return self.first + max(self.count - 1, min(self.count, 1))

    def original(self, row: int, added: int) -> int | None:
        """The row of the template that stands at `row` once `added` rows are in; None for a new one."""
        if row < self.insertion:
            return row
        return row - added if row >= self.insertion + added else None

    def is_replaced(self, original: int | None) -> bool:
        """Whether a row of the template gives way to a new one: an example does, where there is an empty row."""
        return original in self.samples and original != self.pattern

    def left_samples(self, people: int) -> tuple[int, ...]:
        """The examples that are left where there are so few people."""
        return tuple(row for row in self.samples if row >= self.first + people)


def find_bed(
    header: Header, cells: Callable[[int], Sequence[Any]], end: int, belongs: Callable[[int], bool], place: Place
) -> Bed:
    """The rows below the headings that are empty, or hold an example; `cells` gives those of each row before `end`.

    `belongs` says of an empty row behind the first whether it is still of the table. Raises FindingsError where people
    stand in the table already.
    """
    lines, serial = _lines(header), _index(header, SERIAL.names)
    width = 1 + max(column.index for column in header.columns)
    found, samples, start = [], [], header.bottom + 1
    pattern = None
    for row in range(header.bottom + 1, end):
        texts = [*cells(row), *[""] * width]
        filled = [at for at, cell in enumerate(texts) if not is_blank(cell)]
        kind = lines.kind(texts)
        if not filled or (filled == [serial] and not is_ending(shown(texts[serial]))):
            if found and not filled and not belongs(row):
                break
            pattern = row if pattern is None else pattern
        elif kind is Line.EXAMPLE or kind is Line.PERSON and _NO_NAME.fullmatch(_name(header, texts)):
            samples.append(row)
        elif found or is_ending(shown(texts[filled[0]])):
            break
        elif kind is Line.PERSON:
            raise FindingsError([_taken(header, texts, row, place)])
        else:
            start = row + 1  # behind what stands between the headings and the rows: 1, 2, 3 …
            continue
        found.append(row)
    pattern = samples[0] if samples and pattern is None else pattern
    return Bed(found[0] if found else start, len(found), pattern, tuple(samples))


def refuse_merged(bed: Bed, headings: Mapping[int, str], merges: Iterable[Merge], place: Place) -> None:
    """Raises FindingsError where a cell that would be filled is merged with those of other rows.

    `headings` are those of the columns that are filled, by their numbers as the merged cells count them.
    """
    for top, left, bottom, right in merges:
        if top < bottom and top < bed.first + bed.count and bottom >= bed.first:
            for column in range(left, right + 1):
                if column in headings:
                    message = f"第{top + 1}至{bottom + 1}行的“{headings[column]}”是合并的单元格，排不下几个人"
                    remedy = "请取消合并，再填一次"
                    raise FindingsError([Finding(RULE, "error", message, remedy=remedy, place=place)])


def _lines(header: Header) -> Lines:
    headings = frozenset((header.column(NAME).heading, *NAME))
    return Lines(_index(header, NAME), _index(header, ID), _index(header, SERIAL.names), headings)


def _index(header: Header, names: tuple[str, ...]) -> int | None:
    column = header.column(names)
    return column.index if column else None


def _name(header: Header, cells: Sequence[Any]) -> str:
    return shown(cells[_index(header, NAME)])


def _taken(header: Header, cells: Sequence[Any], row: int, place: Place) -> Finding:
    message = f"第{row + 1}行已经填了“{_name(header, cells) or '……'}”，不知道要不要留"
    remedy = "请清空名单各行，只留一行空行；这一行是样例的，把它的“序号”写成“示例”"
    return Finding(RULE, "error", message, remedy=remedy, place=place)
