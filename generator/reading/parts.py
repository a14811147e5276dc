"""What reading a file gives, whatever its format: paragraphs and tables in reading order, nothing lost."""

from dataclasses import dataclass
from pathlib import Path

from generator.finding import Finding

BODY, HEADER, FOOTER, NOTE, FRAME = "正文", "页眉", "页脚", "脚注", "文本框"


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
class Reading:
    """A file's content in reading order, and what was doubtful in reading it (findings at level hint or warning)."""

    path: Path
    format: str  # docx, pdf, txt
    items: tuple[Paragraph | Table, ...]
    doubts: tuple[Finding, ...] = ()
