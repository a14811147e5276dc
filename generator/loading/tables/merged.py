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
        self._open: dict[int, tuple[Any, int, int]] = {}  # by column: the value, the last row, the first

    def __bool__(self) -> bool:
        return bool(self._starts)

    def advance(self, row: int, cells: Sequence[Any]) -> None:
        """Takes note of the next row."""
        self._open = {column: held for column, held in self._open.items() if row <= held[1]}
        for column, bottom in self._starts.get(row, ()):
            if column < len(cells):
                self._open[column] = (cells[column], bottom, row)

    def fill(self, cells: list[Any]) -> None:
        """Fills in the cells of the row last taken note of."""
        for column, (value, _, _) in self._open.items():
            if column < len(cells):
                cells[column] = value

    def goes_on(self, row: int, column: int) -> bool:
        """Whether the cell of the row last taken note of belongs to merged cells that began above."""
        return column in self._open and self._open[column][2] < row
