"""Where the headings of a sheet stand: below titles, over one row or two, merged or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.loading.tables.cells import shown
from generator.loading.tables.fields import Names
from generator.loading.tables.headings import Target, Vocabulary
from generator.loading.tables.workbook import Merge

HEAD_ROWS = 40
"""The headings are looked for in so many rows from the top."""

_MOST_COLUMNS = 1000


class Grid:
    """The first rows of a sheet as texts, merged cells included."""

    def __init__(self, rows: Sequence[Sequence[Any]], merges: Sequence[Merge] = ()):
        self.rows = [[shown(cell) for cell in row[:_MOST_COLUMNS]] for row in rows]
        self._merges: dict[tuple[int, int], Merge] = {}
        for merge in merges:
            top, left, bottom, right = merge
            for row in range(top, min(bottom + 1, len(self.rows))):
                for column in range(max(left, 0), min(right + 1, _MOST_COLUMNS)):
                    self._merges[row, column] = merge

    def merge(self, row: int, column: int) -> Merge:
        """The merged cells that this one belongs to; itself where it is not merged."""
        return self._merges.get((row, column), (row, column, row, column))

    def text(self, row: int, column: int) -> str:
        """What the cell shows, or the merged cells it belongs to."""
        top, left, _, _ = self.merge(row, column)
        return self.rows[top][left] if 0 <= top < len(self.rows) and 0 <= left < len(self.rows[top]) else ""


@dataclass(frozen=True)
class Column:
    """One column: where it stands (from 0), its heading as people read it, and the field that it names."""

    index: int
    heading: str
    target: Target | None


@dataclass(frozen=True)
class Header:
    """The headings of a sheet, in the rows from `top` to `bottom` (from 0), and the texts above them."""

    top: int
    bottom: int
    columns: tuple[Column, ...]
    titles: tuple[str, ...] = ()

    @property
    def known(self) -> int:
        """How many columns name a field."""
        return sum(column.target is not None for column in self.columns)

    def column(self, names: Names) -> Column | None:
        """The first column that names the field."""
        return next((column for column in self.columns if column.target and column.target.names == names), None)


def find_header(grid: Grid, vocabulary: Vocabulary, wanted: Sequence[Names]) -> Header | None:
    """The headings of a sheet that has a column for one of the `wanted` fields and for another field."""
    best: Header | None = None
    for row, texts in enumerate(grid.rows):
        column = _wanted_column(texts, vocabulary, wanted)
        if column is None:
            continue
        for header in _variants(grid, vocabulary, row, column):
            has_wanted = any(header.column(names) for names in wanted)
            if has_wanted and header.known > (best.known if best else 1):
                best = header
    return best


def _wanted_column(texts: Sequence[str], vocabulary: Vocabulary, wanted: Sequence[Names]) -> int | None:
    found = ((column, vocabulary.target(text)) for column, text in enumerate(texts) if text)
    return next((column for column, target in found if target and target.names in wanted), None)


def _variants(grid: Grid, vocabulary: Vocabulary, row: int, column: int) -> Iterator[Header]:
    """The headings if they are this row alone, and with the row below or above; the likeliest first."""
    bottom = min(grid.merge(row, column)[2], len(grid.rows) - 1)
    yield _header(grid, vocabulary, row, bottom)
    if bottom == row:
        below = row + 1 < len(grid.rows) and not _cell(grid, row + 1, column)
        if below:
            yield _header(grid, vocabulary, row, row + 1)
        if row:
            yield _header(grid, vocabulary, row - 1, row)


def _header(grid: Grid, vocabulary: Vocabulary, top: int, bottom: int) -> Header:
    width = max(len(grid.rows[row]) for row in range(top, bottom + 1))
    chains = ((index, _chain(grid, top, bottom, index)) for index in range(width))
    columns = tuple(Column(index, _read(chain), vocabulary.target(*chain)) for index, chain in chains if chain)
    titles = tuple(text for row in grid.rows[:top] for text in row if text)
    return Header(top, bottom, columns, titles)


def _chain(grid: Grid, top: int, bottom: int, column: int) -> tuple[str, ...]:
    """The headings above each other in a column, each once; an empty upper one is that of the columns to its left.

    Of columns that share the lowest heading only the first has it: the rest lie under merged cells.
    """
    if grid.merge(bottom, column)[1] != column:
        return ()
    chain: list[str] = []
    for row in range(top, bottom + 1):
        text = grid.text(row, column)
        if not text and row < bottom and _cell(grid, bottom, column):
            text = _to_the_left(grid, row, bottom, column)
        if text and text not in chain[-1:]:
            chain.append(text)
    return tuple(chain)


def _to_the_left(grid: Grid, row: int, bottom: int, column: int) -> str:
    """The upper heading that a cell without one shares, as long as each column in between has a lower one."""
    for other in range(column - 1, -1, -1):
        if not _cell(grid, bottom, other):
            return ""
        if text := grid.text(row, other):
            return text
    return ""


def _cell(grid: Grid, row: int, column: int) -> str:
    return grid.rows[row][column] if column < len(grid.rows[row]) else ""


def _read(chain: tuple[str, ...]) -> str:
    return "—".join(" ".join(text.split()) for text in chain)
