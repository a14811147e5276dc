"""The many rows of a long table in a workbook: written here as XML, for XlsxWriter takes three times as long for each.

XlsxWriter writes the rest of the workbook, and of a long table the first row and the last; the rows between have the
cells and formats of the first. Their text stands in the cells themselves (inline strings), as in XlsxWriter's own mode
for long tables.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from generator.rendering.archive import read_members, write_members
from generator.rendering.streamed import packed

_SHEET = "xl/worksheets/sheet1.xml"
_ROW = '<row r="{number}".*?</row>'
_CELL = re.compile(r'<c r="([A-Z]+)\d+" s="(\d+)"')
_SPECIAL = re.compile(r"[&<>]|^\s|\s$|_x[0-9A-Fa-f]{4}_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as A


class Gap(NamedTuple):
    """Rows to put in behind the row `after` (counted from 1), and the height of each in points."""

    after: int
    texts: Sequence[Sequence[str]]
    height: Callable[[Sequence[str]], float]


def with_rows(content: bytes, gaps: Iterable[Gap]) -> bytes:
    """The workbook with the rows of the gaps, which are in the order of the sheet."""
    members = read_members(content, "XLSX")
    sheet = members[_SHEET].content().decode("utf-8")
    return write_members({**members, _SHEET: packed(_pieces(sheet, gaps))})


def _pieces(sheet: str, gaps: Iterable[Gap]) -> Iterator[str]:
    position = 0
    for gap in gaps:
        row = re.compile(_ROW.format(number=gap.after), re.DOTALL).search(sheet, position)
        yield sheet[position : row.end()]
        yield from _rows(gap, _CELL.findall(row[0]))
        position = row.end()
    yield sheet[position:]


def _rows(gap: Gap, columns: Sequence[tuple[str, str]]) -> Iterator[str]:
    # Each cell's name is its column and the number of the row, which stands between these.
    names = [f'<c r="{column}' for column, _ in columns]
    looks = [f'" s="{look}" t="inlineStr"><is>' for _, look in columns]
    for number, texts in enumerate(gap.texts, start=gap.after + 1):
        cells = [
            f"{name}{number}{look}{_text(text)}</is></c>" for name, look, text in zip(names, looks, texts, strict=True)
        ]
        height = int(gap.height(texts) * 4 / 3 + 0.5) * 0.75  # in whole pixels, as XlsxWriter has it
        yield f'<row r="{number}" ht="{height:g}" customHeight="1">{"".join(cells)}</row>'


def _text(text: str) -> str:
    if _SPECIAL.search(text) is None:
        return f"<t>{text}</t>"
    return f'<t xml:space="preserve">{escape(_LOOKS_ESCAPED.sub("_x005F_", text))}</t>'
