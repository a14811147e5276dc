"""Tables of a Word file: rows and cells with what they span."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from generator.reading.parts import Cell, Paragraph, Table
from generator.reading.word.markup import W, value, whole
from generator.reading.word.runs import Tally

_MOST_COLUMNS = 63  # that Word knows
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}


@dataclass
class _Open:
    """A cell whose spans are still being counted."""

    text: str
    columns: int
    rows: int = 1

    def add(self, text: str) -> None:
        """Text of a cell that Word shows no more because this one spans it."""
        self.text = "\n".join(part for part in (self.text, text) if part)


def read_table(element: etree._Element, text_of: Callable[[etree._Element], str], tally: Tally) -> Table:
    """The table; `text_of` reads one cell."""
    rows: list[list[_Open]] = []
    above: dict[int, _Open] = {}  # by first column: the cell that a vertical merge would continue
    for row in _children(element, f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            tally.add("已删除的修订", "".join(part.text or "" for part in row.iter(f"{W}delText", f"{W}t")))
            continue
        cells = _row(row, above, text_of)
        if cells:
            rows.append(cells)
        else:  # every cell is spanned from above: a row of no height of its own
            for cell in {id(cell): cell for cell in above.values()}.values():
                cell.rows -= 1
    return Table(tuple(tuple(Cell(cell.text, cell.columns, cell.rows) for cell in row) for row in rows))


def _row(row: etree._Element, above: dict[int, _Open], text_of: Callable[[etree._Element], str]) -> list[_Open]:
    """The cells that begin in this row. Updates `above`."""
    cells: list[_Open] = []
    column = _count(value(row, "trPr/gridBefore"), 0)
    if column:
        cells.append(_Open("", column))
    last: _Open | None = None
    below: dict[int, _Open] = {}
    for element in _children(row, f"{W}tc"):
        columns, text = _count(value(element, "tcPr/gridSpan"), 1), text_of(element)
        if last is not None and _merge(element, "hMerge") == "continue":
            last.columns += columns
            last.add(text)
        elif _merge(element, "vMerge") == "continue" and column in above and above[column].columns == columns:
            last = below[column] = above[column]
            last.rows += 1
            last.add(text)
        else:
            last = _Open(text, columns)
            cells.append(last)
            if _merge(element, "vMerge"):
                below[column] = last
        column += columns
    above.clear()
    above.update(below)
    return cells


def _merge(cell: etree._Element, name: str) -> str:
    """restart, continue or nothing; a merge without a value continues."""
    given = cell.find(f"{W}tcPr/{W}{name}")
    return "" if given is None else given.get(f"{W}val", "continue")


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _count(text: str | None, default: int) -> int:
    count = whole(text, default)
    return count if 0 < count <= _MOST_COLUMNS else default


def flat(items: list[Paragraph | Table]) -> str:
    """Paragraphs and tables as the text of one cell: a table's rows are lines, its cells parted by tabs.

    Blank lines stay, for they are room to write or to seal; but for the one that Word wants behind a table.
    """
    lines = []
    for number, item in enumerate(items):
        if isinstance(item, Table):
            lines += ["\t".join(cell.text for cell in row) for row in item.rows]
        elif item.text or not (number and isinstance(items[number - 1], Table)):
            lines.append(item.text)
    return "\n".join(lines)
