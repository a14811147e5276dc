"""The rows of a table in a Word file: where their cells stand, what they say, and what is put into them."""

import copy
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TABLE, _ROW, _CELL, _PARAGRAPH, _RUN, _LOOK = (f"{_W}{name}" for name in ("tbl", "tr", "tc", "p", "r", "rPr"))
# What must stand once in a file.
_ONCE = frozenset(f"{_W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))
_OF_HEADINGS = tuple(f"{_W}{name}" for name in ("tblHeader", "b", "bCs", "shd"))
_MOST_COLUMNS = 63  # that Word knows

Merge = tuple[int, int, int, int]


class WordTable:
    """One table; its rows and columns are counted from 0, the columns as its grid has them."""

    def __init__(self, table: etree._Element):
        self.element = table
        self.rows = [row for row in table if row.tag == _ROW]
        self._cells = [dict(cells_of(row)) for row in self.rows]
        self.merges = list(self._merges())

    def texts(self, row: int) -> list[str]:
        """What the cells of a row say, each in the column where it begins."""
        cells = self._cells[row] if row < len(self._cells) else {}
        width = max((column + span(cell) for column, cell in cells.items()), default=0)
        return [_text(cells[column]) if column in cells else "" for column in range(width)]

    def _merges(self) -> Iterator[Merge]:
        """The cells over several columns or rows: first row and column, last row and column."""
        for row, cells in enumerate(self._cells):
            for column, cell in cells.items():
                right = column + span(cell) - 1
                if _continues(cell):
                    continue
                bottom = row
                while bottom + 1 < len(self._cells) and _continues(self._cells[bottom + 1].get(column)):
                    bottom += 1
                if (bottom, right) != (row, column):
                    yield row, column, bottom, right


def span(cell: etree._Element) -> int:
    """Over how many columns the cell goes."""
    return _count(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)


def written(cell: etree._Element, text: str) -> None:
    """Gives the cell this text, looking like what stands there or would be typed there."""
    paragraph = next(cell.iterchildren(_PARAGRAPH))
    look = paragraph.find(f".//{_RUN}/{_LOOK}")
    if look is None:
        look = paragraph.find(f"{_W}pPr/{_LOOK}")
    for child in [child for child in paragraph if child.tag != f"{_W}pPr"]:
        paragraph.remove(child)
    run = etree.SubElement(paragraph, _RUN)
    if look is not None:
        run.append(copy.deepcopy(look))
    etree.SubElement(run, f"{_W}t", {_XML_SPACE: "preserve"}).text = text


def cleared(cell: etree._Element) -> None:
    """Takes the text out of the cell."""
    for paragraph in cell.iter(_PARAGRAPH):
        for child in [child for child in paragraph if child.tag != f"{_W}pPr"]:
            paragraph.remove(child)


def let_grow(row: etree._Element) -> None:
    """Lets a row of fixed height grow with its text, which would be cut off otherwise."""
    for height in row.iterfind(f"{_W}trPr/{_W}trHeight"):
        if height.get(f"{_W}hRule") == "exact":
            height.set(f"{_W}hRule", "atLeast")


def repeated(row: etree._Element) -> etree._Element:
    """A copy of a row that can stand beside it, over and over."""
    new = copy.deepcopy(row)
    for element in list(new.iter(etree.Element)):
        for name in [name for name in element.attrib if name.endswith(("}paraId", "}textId"))]:
            del element.attrib[name]
        if element.tag in _ONCE:
            element.getparent().remove(element)
        elif element.tag == f"{_W}vMerge":  # cells beside the people that go over several rows
            element.attrib.clear()
    return new


def below_heading(row: etree._Element) -> etree._Element:
    """A row that looks like the headings without their bold type and colour."""
    new = repeated(row)
    for element in list(new.iter(*_OF_HEADINGS)):
        element.getparent().remove(element)
    for merged in list(new.iter(f"{_W}vMerge")):
        merged.getparent().remove(merged)
    for cell in new.iter(_CELL):
        cleared(cell)
    return new


def cells_of(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """(column in which it begins, cell) of a row."""
    column = _count(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
    for cell in row.iterchildren(_CELL):
        yield column, cell
        column += span(cell)


def _continues(cell: etree._Element | None) -> bool:
    merge = None if cell is None else cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"


def _text(cell: etree._Element) -> str:
    paragraphs = ("".join(node.text or "" for node in one.iter(f"{_W}t")) for one in cell.iterchildren(_PARAGRAPH))
    return "\n".join(paragraphs).strip()


def _count(element: etree._Element | None, default: int) -> int:
    text = "" if element is None else element.get(f"{_W}val", "")
    return int(text) if text.isdecimal() and 0 < int(text) <= _MOST_COLUMNS else default
