"""Word documents with a long table: its row is made once, and every row of the data is that one with its own texts.

The frame is asked for the table with three rows and with four, whose texts are marks. Where what it makes of each is
the same but for the marks, and it has done nothing with a text but print it, any further row would be the same;
otherwise the whole table goes through the frame.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from generator.rendering import printed
from generator.rendering.archive import read_members, write_members
from generator.rendering.blocks import Block
from generator.rendering.docx import BODY, Filled, WordTemplate, encode, load_template
from generator.rendering.docx_letter import BLOCKS
from generator.rendering.docx_pattern import Part
from generator.rendering.searchable import searchable_text
from generator.rendering.streamed import packed
from generator.rendering.table import TextRows
from generator.rendering.watched import Watched
from generator.rendering.wording import Worded

_SAMPLES = (3, 4)  # rows: the first, the last, one between them, and two
_ROWS, _COLUMNS = 10, 1000  # more than a sample has, and more than a table of Word can have
_ROW = re.compile(r"<w:tr[ >]")
_ROW_END = "</w:tr>"


def has_long_table(worded: Worded) -> bool:
    """Whether a table of the wording is so long that its cells are not held."""
    return any(isinstance(value, dict) and isinstance(value["行"], TextRows) for value in worded.values)


def fill_long(path: Path, worded: Worded, values: dict[str, Any], *, numbered: bool = True) -> "Filled | LongFilled":
    """The Word document that the frame at `path` makes of a wording with a long table. Raises as `render_docx` does."""
    template = load_template(path, numbered=numbered)
    pieces = _pieces(template, worded.blocks, values)
    if pieces is None:
        return template.fill({**values, BLOCKS: [block.as_context() for block in worded.blocks]})
    return LongFilled(template, values, pieces)


class LongFilled:
    """A filled template whose body is written row by row each time it is asked for."""

    def __init__(self, template: WordTemplate, values: dict[str, Any], pieces: "list[str | _Rows]"):
        self._template = template
        self._values = values
        self._pieces = pieces

    @property
    def content(self) -> bytes:
        """The file."""
        rest = self._template.fill(self._values, {BODY: Part("")}).content
        body = chain.from_iterable((piece,) if isinstance(piece, str) else piece.written() for piece in self._pieces)
        return write_members({**read_members(rest, self._template.name), BODY: packed(body)})

    @property
    def text(self) -> str:
        """What `searchable_text` finds in the file."""
        return searchable_text(self.content)


class _Rows(NamedTuple):
    """How the rows of a table are written: `row` has the number of a column where its text stands."""

    texts: Sequence[Sequence[str]]
    row: tuple[str | int, ...]
    between: str

    def written(self) -> Iterator[str]:
        between = ""
        for texts in self.texts:
            yield between
            yield "".join([piece if type(piece) is str else encode(texts[piece]) for piece in self.row])
            between = self.between


def _pieces(template: WordTemplate, blocks: Sequence[Block], values: dict[str, Any]) -> list[str | _Rows] | None:
    """The body, with the rows of its long tables; None where the frame must see them."""
    looked_at: list[bool] = []
    found = []
    for count in _SAMPLES:
        contexts = list(_sampled(blocks, count, looked_at))
        body = template.render_part(BODY, {**values, BLOCKS: contexts})
        found.append(_split(body, [block.table["行"].texts for block in blocks if _is_long(block)], count))
    return found[0] if found[0] == found[1] and not looked_at else None


def _is_long(block: Block) -> bool:
    return isinstance(block.table.get("行"), TextRows)


def _sampled(blocks: Sequence[Block], count: int, looked_at: list[bool]) -> Iterator[dict[str, Any]]:
    """The blocks for a frame, their long tables with so many rows of marks; `looked_at` gets what else it asks."""
    table = 0
    for block in blocks:
        context = block.as_context()
        if _is_long(block):
            columns = block.table["行"].columns
            rows = [
                [
                    {**column, "文字": Watched.of(_mark(table, row, number), lambda: looked_at.append(True))}
                    for number, column in enumerate(columns)
                ]
                for row in range(count)
            ]
            context["表"] = {**block.table, "行": rows}
            table += 1
        yield context


def _mark(table: int, row: int, column: int) -> str:
    return printed.hole(printed.TEXT, (table * _ROWS + row) * _COLUMNS + column)


def _split(body: str, tables: Sequence[Sequence[Sequence[str]]], count: int) -> list[str | _Rows] | None:
    """The body apart: before, between and after the rows of the tables, and how each table's rows are written."""
    marks: dict[int, list[re.Match[str]]] = {}
    for mark in printed.HOLE.finditer(body):
        marks.setdefault(int(mark[2]) // _COLUMNS, []).append(mark)
    starts = [row.start() for row in _ROW.finditer(body)]
    pieces: list[str | _Rows] = []
    position = 0
    for number, texts in enumerate(tables):
        places = []
        for row in range(count):
            found = marks.get(number * _ROWS + row)
            if not found:
                return None
            start = max((start for start in starts if start < found[0].start()), default=0)
            places.append((start, body.find(_ROW_END, found[-1].end()) + len(_ROW_END)))
        rows = {_row(body[start:end]) for start, end in places}
        between = {body[end:start] for (_, end), (start, _) in pairwise(places)}
        if len(rows) != 1 or len(between) != 1 or len(_ROW.findall(body, *places[0])) != 1:
            return None
        pieces += [body[position : places[0][0]], _Rows(texts, rows.pop(), between.pop())]
        position = places[-1][1]
    pieces.append(body[position:])
    return None if any(isinstance(piece, str) and printed.HOLE.search(piece) for piece in pieces) else pieces


def _row(xml: str) -> tuple[str | int, ...]:
    pieces: list[str | int] = []
    position = 0
    for mark in printed.HOLE.finditer(xml):
        pieces += [xml[position : mark.start()], int(mark[2]) % _COLUMNS]
        position = mark.end()
    return (*pieces, xml[position:])
