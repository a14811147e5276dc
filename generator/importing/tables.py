"""Tables of a file as tables of the data: every row fills the columns, each table has a name."""

import re
from dataclasses import replace

from generator.importing.escape import Place
from generator.importing.ledger import Ledger
from generator.importing.names import as_name
from generator.importing.yaml_lines import scalar
from generator.reading.parts import Cell, Table

_KIND = "表"
_ASIDE = re.compile(r"[（(][^（()）]*[）)]")
_BEFORE_HAN = re.compile(r"^[^\u4e00-\u9fff]+")
_LONGEST = 16  # characters of the words above a table that name it
_COUNTED = re.compile(r"^表\s*[\d一二三四五六七八九十]+|(?:19|20)[0-9]{2}\s*年?度?")


class Tables:
    """The tables of one document by their names, in reading order."""

    def __init__(self, ledger: Ledger) -> None:
        self.lines: dict[str, list[str]] = {}
        self._ledger = ledger

    def add(self, table: Table, heading: str) -> str:
        """Keeps the table under a name made of the words above it; returns the name."""
        words = "".join(_COUNTED.sub("", _ASIDE.sub("", heading)).split())[-_LONGEST:]
        base = as_name(_BEFORE_HAN.sub("", words), _KIND).removesuffix(_KIND) + _KIND
        name, number = base, 2
        while name in self.lines:
            name, number = f"{base}{number}", number + 1
        rows = complete_rows(table)
        lines = [f"  - [{', '.join(self._cell(cell, heading) for cell in row)}]" for row in rows]
        self.lines[name] = [f"表头行数: {heading_rows(rows)}", "行:", *lines]
        return name

    def _cell(self, cell: Cell, heading: str) -> str:
        text = scalar(self._ledger.wording(cell.text, heading, Place.CELL)) if cell.text else '""'
        if any(mark in text for mark in ",[]{}") and not text.startswith('"'):
            text = f'"{text}"'
        if cell.columns == cell.rows == 1:
            return text
        spans = {"跨列": cell.columns, "跨行": cell.rows}
        return "{文字: " + text + "".join(f", {key}: {count}" for key, count in spans.items() if count > 1) + "}"


def complete_rows(table: Table) -> list[list[Cell]]:
    """The rows with empty cells where they are short, so that all are as wide as the widest.

    No cell reaches below the last row. Where cells would overlap, which no table on paper has, none spans another.
    """
    count = len(table.rows)
    rows = [
        [replace(cell, rows=min(max(cell.rows, 1), count - number), columns=max(cell.columns, 1)) for cell in row]
        for number, row in enumerate(table.rows)
    ]
    taken = _taken(rows)
    if taken is None:
        rows = [[Cell(cell.text) for cell in row] for row in rows]
        taken = _taken(rows) or []
    columns = max([1, *(place + 1 for row in taken for place in row)])
    return [[*row, *[Cell("")] * (columns - len(filled))] for row, filled in zip(rows, taken, strict=True)]


def _taken(rows: list[list[Cell]]) -> list[set[int]] | None:
    """The columns that each row fills, counting cells that reach down from above; None where cells overlap."""
    taken: list[set[int]] = [set() for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in taken[number]:
                column += 1
            places = set(range(column, column + cell.columns))
            if places & taken[number]:
                return None
            for below in range(number, number + cell.rows):
                taken[below] |= places
    return taken


def heading_rows(rows: list[list[Cell]]) -> int:
    """How many rows head the table: those that the first row's cells reach over, where all of these say something."""
    count = max((cell.rows for cell in rows[0]), default=1) if rows else 0
    heads = [cell for row in rows[:count] for cell in row]
    crossed = any(cell.rows > count - number for number, row in enumerate(rows[:count]) for cell in row)
    named = all(cell.text.strip() for cell in heads) and len(heads) > 1
    return count if named and not crossed and count < len(rows) else 0
