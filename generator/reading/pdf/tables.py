"""Ruled tables of a PDF page: the cells that pdfplumber finds between the rules, as rows with spans and text."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from pdfplumber.page import Page

from generator.reading.mending.lines import first_word_width, joined
from generator.reading.parts import Cell, Table
from generator.reading.pdf.lines import Glyph, LineOfText, lines_of

_NEAR = 3.0  # points: rules nearer than this are one
_PADDING = 12.0  # points at both sides of a cell's text together that a full line may leave
_WORD = re.compile(r"[!-~]{8,}")  # a number or address that fills its line was cut, not ended

Bounds = tuple[float, float, float, float]  # x0, top, x1, bottom


@dataclass
class FoundTable:
    """A table, where it stands, and the characters in it."""

    table: Table
    top: float
    glyphs: list[Glyph]


def tables_of(page: Page, glyphs: list[Glyph], number: int) -> list[FoundTable]:
    """The ruled tables of a page of pdfplumber; a frame of one cell is none."""
    if sum(edge["orientation"] == "v" for edge in page.edges) < 2:
        return []
    found = []
    for table in page.find_tables():
        cells = [tuple(cell) for cell in table.cells]
        if len(cells) > 1:
            found.append(_table(cells, glyphs, number, page.width > page.height))
    return [table for table in found if any(glyph.text.strip() for glyph in table.glyphs)]


def _table(cells: list[Bounds], glyphs: list[Glyph], number: int, landscape: bool) -> FoundTable:
    columns = _positions([cell[side] for cell in cells for side in (0, 2)])
    rows = _positions([cell[side] for cell in cells for side in (1, 3)])
    placed = {cell: _span(cell, columns, rows) for cell in cells}
    contents, taken = _contents(cells, glyphs)
    grid: list[list[Cell]] = []
    covered: set[tuple[int, int]] = set()
    for row in range(len(rows) - 1):
        line: list[Cell] = []
        begins = {placed[cell][0]: cell for cell in cells if placed[cell][1] == row}
        for column in range(len(columns) - 1):
            if (row, column) in covered:
                continue
            cell = begins.get(column)
            if cell is None:  # a hole in the rules
                line.append(Cell(""))
                continue
            _, _, across, down = placed[cell]
            covered |= {(row + i, column + j) for i in range(down) for j in range(across)}
            line.append(Cell(_text(contents[cell], cell), across, down))
        grid.append(line)
    top = min(cell[1] for cell in cells)
    return FoundTable(Table(tuple(map(tuple, grid)), number, landscape), top, taken)


def _positions(values: list[float]) -> list[float]:
    """The places of the rules, those that nearly coincide as one."""
    positions: list[float] = []
    for value in sorted(values):
        if not positions or value - positions[-1] > _NEAR:
            positions.append(value)
    return positions


def _span(cell: Bounds, columns: list[float], rows: list[float]) -> tuple[int, int, int, int]:
    """First column, first row, and how many of each."""
    left, right = (bisect_right(columns, cell[side] + _NEAR / 2) - 1 for side in (0, 2))
    top, bottom = (bisect_right(rows, cell[side] + _NEAR / 2) - 1 for side in (1, 3))
    return left, top, max(right - left, 1), max(bottom - top, 1)


def _contents(cells: list[Bounds], glyphs: list[Glyph]) -> tuple[dict[Bounds, list[Glyph]], list[Glyph]]:
    """The characters of each cell, and all of them."""
    contents: dict[Bounds, list[Glyph]] = {cell: [] for cell in cells}
    left, right = min(cell[0] for cell in cells), max(cell[2] for cell in cells)
    top, bottom = min(cell[1] for cell in cells), max(cell[3] for cell in cells)
    taken = []
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.middle
        if not (left <= x <= right and top <= y <= bottom):
            continue
        for cell in cells:
            if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
                contents[cell].append(glyph)
                taken.append(glyph)
                break
    return contents, taken


def _text(glyphs: list[Glyph], cell: Bounds) -> str:
    """The text of a cell: lines that the cell's width broke are one again."""
    lines = lines_of(glyphs)
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before is None:
            text = line.text
        elif _is_full(before, line, cell):
            text = text + line.text if _WORD.fullmatch(before.text) else joined(text, line.text)
        else:
            text += f"\n{line.text}"
    return text


def _is_full(line: LineOfText, following: LineOfText, cell: Bounds) -> bool:
    """Whether the first word of the following line would not have fitted behind this one."""
    size = max(glyph.size for glyph in line.glyphs)
    room = cell[2] - cell[0] - _PADDING - (line.x1 - line.x0)
    return room < first_word_width(following.text) * size
