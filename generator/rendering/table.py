"""A table as data becomes the one form that Word, web page and workbook lay out: every row fills all columns.

Data says a table in one of two ways: {"列宽", "表头行数", "行"} with cells {"文字", "跨列", "跨行"}, those that another
one spans being left out as in HTML; or {"列宽", "表头", "行"} with headings {"文字", "跨列", "竖并"} and rows of text.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Any

from jinja2 import TemplateRuntimeError

from generator.text import cell_width

ROOM = 34.0
"""字 of table text (12 pt) that the cells of a row hold in a text area of 156 mm."""

LONG = 200
"""Rows from which on a table of plain text is laid out row by row, without its cells being held in memory."""

_LEAST, _MARGIN = 2.0, 1.0  # 字 that a column holds at least, and that its cell's margins take
_LONG = 16  # 字: text of more than about a line is not centred
_MOST_EXCERPT = 10

Cell = dict[str, Any]
Rows = list[list[Cell]]


class TextRows(Sequence):
    """The rows of a long table of plain text, one cell a column: its cells are made when they are asked for.

    `texts` are the rows as the data has them, `columns` what the cells of each column are but for their text.
    """

    def __init__(self, texts: Sequence[Sequence[str]], columns: Sequence[Cell]):
        self.texts = texts
        self.columns = columns

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return TextRows(self.texts[index], self.columns)
        return [{**column, "文字": text} for column, text in zip(self.columns, self.texts[index], strict=True)]


def laid_out(content: Any) -> dict[str, Any]:
    """{"列宽", "表头", "行"}: shares of the width, heading rows, rows (a list or, of a long table, `TextRows`).

    Each cell has 文字, 跨列, 跨行, 宽 (its share), 长文 (whether its column holds long text) and 竖并: 起 where it
    goes on in the rows below, 续 in those (without text), else nothing. Raises TemplateRuntimeError, naming table and
    row, for rows that leave a gap or run over.
    """
    if not isinstance(content, dict) or "行" not in content:
        raise TemplateRuntimeError("“表格”前面要是一张表")
    heading, values = _as_html(content)
    if not heading and not values:
        raise TemplateRuntimeError("表格没有一行内容，请填写表格的“行”")
    widths = list(content.get("列宽") or ())
    columns = len(widths) or _width(heading[0] if heading else map(_cell, values[0]))
    name = _name(chain(heading, (map(_cell, row) for row in values)))
    head = list(_placed(heading, columns, name, 1, "表头"))
    body = _body(values, columns, name, len(heading) + 1)
    if not widths:
        widths = _natural_widths(chain(head, body), columns)
    if min(widths, default=0) <= 0:
        raise TemplateRuntimeError(f"{name}的列宽都要大于0")
    _measure(head, widths, set())
    _measure([body.columns] if isinstance(body, TextRows) else body, widths, _long_columns(body))
    return {"列宽": widths, "表头": head, "行": body}


def _as_html(content: dict[str, Any]) -> tuple[Rows, Sequence[Any]]:
    """Heading rows, with spanned cells left out, and the rows as the data has them."""
    if "表头" not in content:
        count = content.get("表头行数", 1)
        return [[_cell(cell) for cell in row] for row in content["行"][:count]], content["行"][count:]
    grid = [dict(_by_column(row)) for row in content["表头"]]
    heading = [
        [
            _cell({**cell, "跨行": _height(grid, number, column) if cell["竖并"] == "起" else 1})
            for column, cell in row.items()
            if cell["竖并"] != "续"
        ]
        for number, row in enumerate(grid)
    ]
    return heading, content["行"]


def _body(values: Sequence[Any], columns: int, name: str, first: int) -> Rows | TextRows:
    if len(values) >= LONG and all(len(row) == columns and all(type(text) is str for text in row) for row in values):
        return TextRows(values, [{"竖并": "", **_cell("")} for _ in range(columns)])
    return list(_placed([[_cell(value) for value in row] for row in values], columns, name, first, "表格"))


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return {"文字": value["文字"], "跨列": value.get("跨列", 1), "跨行": value.get("跨行", 1)}
    return {"文字": value, "跨列": 1, "跨行": 1}


def _by_column(row: Iterable[Cell]) -> Iterator[tuple[int, Cell]]:
    column = 0
    for cell in row:
        yield column, cell
        column += cell["跨列"]


def _height(grid: list[dict[int, Cell]], number: int, column: int) -> int:
    """How many rows the cell at this place takes: itself, and those below that continue it."""
    below = 1
    while number + below < len(grid) and grid[number + below].get(column, {}).get("竖并") == "续":
        below += 1
    return below


def _name(rows: Iterable[Iterable[Cell]]) -> str:
    first = next((str(cell["文字"]) for row in rows for cell in row if cell["文字"]), "")
    return f"以“{first[:_MOST_EXCERPT]}”开头的表格" if first else "表格"


def _placed(rows: Rows, columns: int, name: str, first: int, part: str) -> Iterator[list[Cell]]:
    """The rows with the cells that go on from above put in; `first` is the number of the first row."""
    above: dict[int, Cell] = {}
    for number, row in enumerate(rows, start=first):
        placed: list[Cell] = []
        column, waiting = 0, iter(row)
        while column < columns:
            cell = above.pop(column, None) or next(waiting, None)
            if cell is None:
                raise _ragged(name, number, column, columns)
            span = cell["跨列"]
            if span < 1 or cell["跨行"] < 1:
                raise TemplateRuntimeError(f"{name}第{number}行的跨列、跨行要从1起")
            if column + span > columns or any(place in above for place in range(column, column + span)):
                raise _ragged(name, number, column + span + _width(waiting), columns)
            placed.append(cell)
            column += span
        if over := _width(waiting):
            raise _ragged(name, number, columns + over, columns)
        for place, cell in _by_column(placed):
            if cell["跨行"] > 1:
                above[place] = {**cell, "文字": "", "跨行": cell["跨行"] - 1, "竖并": "续"}
        yield [{"竖并": "起" if cell["跨行"] > 1 else "", **cell} for cell in placed]
    if above:
        raise TemplateRuntimeError(f"{name}第{first + len(rows) - 1}行有格的跨行超出{part}的最后一行，请改小跨行")


def _width(cells: Iterable[Cell]) -> int:
    return sum(cell["跨列"] for cell in cells)


def _ragged(name: str, number: int, found: int, columns: int) -> TemplateRuntimeError:
    return TemplateRuntimeError(
        f"{name}第{number}行占{found}列，应占{columns}列：并格的写明跨列、跨行，被并的格不写，没有内容的格留空"
    )


def _natural_widths(rows: Iterable[list[Cell]], columns: int) -> list[float]:
    """Widths by content in 字: each column's longest line where there is room, else its share of the room."""
    least, most = [_LEAST] * columns, [_LEAST] * columns
    for row in rows:
        for column, cell in _by_column(row):
            if cell["跨列"] == 1:
                lines = str(cell["文字"]).split("\n")
                most[column] = max(most[column], *map(cell_width, lines))
                least[column] = max(least[column], *(min(cell_width(line), 4.0) for line in lines), *_tokens(lines))
    room = ROOM - _MARGIN * columns
    if sum(most) > room:
        stretch = max(room - sum(least), 0) / ((sum(most) - sum(least)) or 1)
        most = [low + (high - low) * stretch for low, high in zip(least, most, strict=True)]
    return [round(width + _MARGIN, 2) for width in most]


def _tokens(lines: list[str]) -> Iterator[float]:
    """Widths of the longest words and figures, which should not break."""
    for line in lines:
        ascii_only = "".join(char if char.isascii() else " " for char in line)
        yield from (cell_width(token) for token in ascii_only.split())


def _long_columns(rows: Rows | TextRows) -> set[int]:
    """The columns that hold text which is not centred."""
    if isinstance(rows, TextRows):
        cells = (pair for row in rows.texts for pair in enumerate(row))
        return {column for column, text in cells if len(text) > _LONG and cell_width(text) > _LONG}
    return {
        column
        for row in rows
        for column, cell in _by_column(row)
        if cell["跨列"] == 1 and cell_width(str(cell["文字"])) > _LONG
    }


def _measure(rows: Rows, widths: list[float], long: set[int]) -> None:
    edges = [0, *accumulate(widths)]
    for row in rows:
        for column, cell in _by_column(row):
            cell["宽"] = edges[column + cell["跨列"]] - edges[column]
            cell["长文"] = column in long
