"""References to the cells of a workbook, when rows are put into one of its sheets: as Excel moves them.

A range that ends at the row above the new ones, where that is the only empty row of the table, grows with them too.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.loading.tables.xlsx_parts import column_letters, column_number

_CELL = re.compile(r"(?P<column>(?:\$?[A-Za-z]{1,3})?)(?P<fixed>\$?)(?P<row>\d{1,7})")
# In a formula: what is no reference is passed over (texts, names of columns of a table), then references themselves.
_IN_FORMULA = re.compile(
    r"""(?P<other>"(?:[^"]|"")*"|\[[^\[\]]*\])"""
    r"""|(?P<sheet>(?:'(?:[^']|'')+'|[\w.]+(?::[\w.]+)?)!)?"""
    r"""(?<![\w.$])(?P<area>\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\w.(!])"""
)


@dataclass(frozen=True)
class Insertion:
    """`count` new rows in the sheet named `sheet` above its row `at` (from 1); `growing` is the row that spreads."""

    sheet: str
    at: int
    count: int
    growing: int | None = None

    def row(self, number: int) -> int:
        """Where a row stands afterwards."""
        return number + self.count if number >= self.at else number

    def area(self, reference: str, *, grows: bool = True) -> str:
        """A cell, a range or several (`A5:D10 F5`) as they are called afterwards, grown with the new rows or not."""
        end = self._end if grows else self.row
        return " ".join(self._range(area, end) for area in reference.split(" "))

    def formula(self, text: str, *, here: bool) -> str:
        """A formula of the sheet itself (`here`), or of another place, where only what names the sheet is meant."""

        def moved(sheet: str | None, area: str) -> str:
            if (sheet is None and not here) or (sheet is not None and not self._is_named(sheet)):
                return area
            return self._range(area, self._end if ":" in area else self.row)

        return _each_reference(text, moved)

    def _is_named(self, sheet: str) -> bool:
        name = sheet.removesuffix("!")
        plain = name[1:-1].replace("''", "'") if name.startswith("'") else name
        return plain.casefold() == self.sheet.casefold()

    def _range(self, area: str, end: Callable[[int], int]) -> str:
        first, _, last = area.partition(":")
        start, stop = _with_row(first, self.row), _with_row(last or first, end)
        return start if not last and start == stop else f"{start}:{stop}"

    def _end(self, number: int) -> int:
        return number + self.count if number == self.growing else self.row(number)


def copied(formula: str, origin: str, target: str) -> str:
    """A formula of the cell `origin` (C5) as it reads in the cell `target`: what has no $ goes along."""
    (column, row), (other_column, other_row) = _position(origin), _position(target)

    def moved(_: str | None, area: str) -> str:
        return ":".join(_going_along(cell, other_row - row, other_column - column) for cell in area.split(":"))

    return _each_reference(formula, moved)


def _each_reference(formula: str, moved: Callable[[str | None, str], str]) -> str:
    def written(match: re.Match) -> str:
        if match["other"] is not None:
            return match.group()
        return (match["sheet"] or "") + moved(match["sheet"], match["area"])

    return _IN_FORMULA.sub(written, formula)


def _with_row(cell: str, moved: Callable[[int], int]) -> str:
    """The cell with its row moved; a whole column has none."""
    match = _CELL.fullmatch(cell)
    return f"{match['column']}{match['fixed']}{moved(int(match['row']))}" if match else cell


def _going_along(cell: str, rows: int, columns: int) -> str:
    match = _CELL.fullmatch(cell)
    column, row = match["column"], int(match["row"])
    if column and not column.startswith("$"):
        column = column_letters(column_number(column.upper()) + columns)
    return f"{column}{match['fixed']}{row if match['fixed'] else row + rows}"


def area_bounds(area: str) -> tuple[int, int, int, int]:
    """First row and column and last row and column of a range, from 0."""
    first, _, last = area.partition(":")
    (left, top), (right, bottom) = _position(first), _position(last or first)
    return top - 1, left, bottom - 1, right


def _position(cell: str) -> tuple[int, int]:
    match = _CELL.fullmatch(cell)
    return column_number(match["column"]), int(match["row"])
