"""Cells merged downwards: one unit written once for several people, or one person over several rows."""

from collections.abc import Sequence
from typing import Any

from generator.loading.tables.workbook import Merge

_WIDEST = 3  # wider ones are lines of text below the table


class Fills:
    """Gives merged cells below the headings the value that is written in the first of them."""

    def __init__(self, merges: Sequence[Merge], first: int):
        self._starts: dict[int, list[tuple[int, int]]] = {}
        for top, left, bottom, right in merges:
            if top >= first and bottom > top and left >= 0 and right - left < _WIDEST:
                self._starts.setdefault(top, []).append((left, bottom))
        self._open: dict[int, tuple[Any, int]] = {}

    def __bool__(self) -> bool:
        return bool(self._starts)

    def fill(self, row: int, cells: list[Any]) -> None:
        """Fills in the cells of the next row."""
        for column, (value, bottom) in list(self._open.items()):
            if row > bottom:
                del self._open[column]
            elif column < len(cells):
                cells[column] = value
        for column, bottom in self._starts.get(row, ()):
            if column < len(cells):
                self._open[column] = (cells[column], bottom)

    def goes_on(self, row: int, column: int) -> bool:
        """Whether the cell of the row last filled belongs to merged cells that began above."""
        held = self._open.get(column)
        return held is not None and (column, held[1]) not in self._starts.get(row, ())
