"""What reading a file gives, whatever its format: paragraphs and tables in reading order, nothing lost."""

from dataclasses import dataclass
from pathlib import Path

from generator.finding import Finding

BODY, HEADER, FOOTER, NOTE, FRAME = "正文", "页眉", "页脚", "脚注", "文本框"
FIRST_HEADER, FIRST_FOOTER = "首页页眉", "首页页脚"  # no running ones: they stand on the first page alone
MARGINS = (HEADER, FOOTER, FIRST_HEADER, FIRST_FOOTER)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `text` holds the numeral that automatic numbering shows; `\\n` is a line end the writer made.

    Lengths are in points, in a PDF from the edges of the page; what a format cannot say is None or empty.
    """

    text: str
    page: int | None = None
    where: str = BODY
    style: str = ""
    level: int | None = None  # outline level of its style, from 1
    align: str = ""  # left, center, right, justify
    left: float | None = None
    first_line: float | None = None
    right: float | None = None
    font: str = ""
    size: float | None = None
    bold: bool = False
    color: str = ""  # RRGGBB
    new_page: bool = False  # begins a new page by the writer's will
    top: float | None = None  # from the upper edge of the page to the line
    lead: int = 0  # how many characters at the beginning stand in another typeface than the rest (a run-in heading)


@dataclass(frozen=True)
class Cell:
    """A cell and how many columns and rows it takes; a cell that another one spans does not exist."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A table, row by row."""

    rows: tuple[tuple[Cell, ...], ...]
    page: int | None = None
    landscape: bool = False


@dataclass(frozen=True)
class LeftOut:
    """Characters that are no words of the document: a page number, a running header, a mark of Markdown.

    They stood from `start` up to `end` in the text (`text_of`) of the item at `place` of what the reader gave.
    """

    sort: str
    place: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Reading:
    """A file's content in reading order, and what was doubtful in reading it (findings at level hint or warning).

    `left_out` is what mending took out of the items that the reader gave; nothing else is missing.
    """

    path: Path
    format: str  # docx, pdf, txt
    items: tuple[Paragraph | Table, ...]
    doubts: tuple[Finding, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def text_of(item: Paragraph | Table) -> str:
    """The words of a paragraph, or of a table cell by cell, a line each."""
    return item.text if isinstance(item, Paragraph) else "\n".join(cell.text for row in item.rows for cell in row)


def whole(place: int, item: Paragraph | Table, sort: str) -> LeftOut:
    """The item left out as it is."""
    text = text_of(item)
    return LeftOut(sort, place, 0, len(text), text.strip())
