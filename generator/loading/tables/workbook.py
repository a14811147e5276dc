"""A workbook as sheets of rows: XLSX and XLS read by python-calamine, ET too or converted by LibreOffice."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from generator.errors import UsageError, reason_of
from generator.loading.tables.biff import MAGIC, error_cells, stream_names
from generator.loading.tables.cells import ErrorCell
from generator.loading.tables.large_sheet import LARGE, LargeSheet
from generator.loading.tables.opening import LOCKED, SAVE_AS, opened
from generator.loading.tables.xlsx_parts import Broken, Marks, Merge, TooLarge, sheet_marks
from generator.reading.legacy import as_xlsx

ENDINGS = (".xlsx", ".xlsm", ".xls", ".et")
_MOST_BYTES = 200 * 1024 * 1024


@dataclass
class Sheet:
    """One sheet. `name` is None where the file is the sheet (CSV)."""

    name: str | None
    is_hidden: bool = False
    merges: tuple[Merge, ...] = ()
    first_column: int = 0
    """The column in which the rows begin, from 0: A."""
    marks: Marks = field(default_factory=Marks)
    is_text: bool = False
    """Whether all cells are text that may have gone through a spreadsheet."""
    source: Any = None

    def rows(self, first: int = 0) -> Iterator[tuple[int, list[Any]]]:
        """The rows from the one numbered `first` (from 0) on, each with its number."""
        rows = enumerate(self._cells())
        for number, cells in islice(rows, first, None):
            if number in self.marks.errors or number in self.marks.percents:
                self._mark(number, cells)
            yield number, cells

    def head(self, count: int) -> list[list[Any]]:
        """The first rows."""
        return [cells for _, cells in islice(self.rows(), count)]

    def _cells(self) -> Iterator[list[Any]]:
        return self.source.iter_rows()

    def _mark(self, number: int, cells: list[Any]) -> None:
        for column in self.marks.percents.get(number, ()):
            at = column - self.first_column
            if 0 <= at < len(cells) and type(cells[at]) is float:
                cells[at] = f"{cells[at] * 100:.15g}%"
        for column, text in self.marks.errors.get(number, {}).items():
            at = column - self.first_column
            if 0 <= at < len(cells):
                cells[at] = ErrorCell(text)


def open_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook, with the marks that their cells bear.

    Raises UsageError for what cannot be opened or is no workbook, with the steps to make it one.
    """
    beginning = _beginning(path)
    if beginning == MAGIC:
        return _old_sheets(path, path.read_bytes())
    if not beginning.startswith(b"PK"):
        raise UsageError(f"{path}：这不是 Excel 工作簿（多半是网页或文本改了扩展名）。{SAVE_AS}")
    try:
        with path.open("rb") as file:
            marks = sheet_marks(file)
    except TooLarge:
        raise UsageError(
            f"{path}：工作簿解开后过大，已拒绝打开。请删去空白的行列和图片，或分成几个文件，另存后再试"
        ) from None
    except Broken:
        raise UsageError(f"{path}：文件已损坏，或不是 Excel 工作簿。{SAVE_AS}") from None
    return _sheets(path, path, marks)


def _beginning(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UsageError(f"{path}：文件超过{_MOST_BYTES // 1024 // 1024}兆字节，请删去图片，或分成几个文件")
        with path.open("rb") as file:
            return file.read(len(MAGIC))
    except OSError as error:
        raise UsageError(f"打不开文件 {path}（{reason_of(error)}）。请检查文件名和所在文件夹") from error


def _old_sheets(path: Path, content: bytes) -> list[Sheet]:
    """The sheets of a compound file: an old workbook, or a new one locked by a password."""
    names = stream_names(content)
    if "EncryptedPackage" in names:
        raise UsageError(f"{path}：{LOCKED}")
    if "WordDocument" in names:
        raise UsageError(f"{path}：这是 Word 文件，不是工作簿。请把名单放进 Excel 工作簿后再试")
    if names & {"Workbook", "Book"}:
        marks = {name: Marks(errors=errors) for name, errors in error_cells(content).items()}
        return _sheets(path, io.BytesIO(content), marks)
    converted = as_xlsx(path, content, path.suffix.lower().lstrip("."), "WPS 表格文件（.et）")
    return _sheets(path, io.BytesIO(converted), sheet_marks(io.BytesIO(converted)))


def _sheets(path: Path, source: Path | io.BytesIO, marks: dict[str, Marks]) -> list[Sheet]:
    """The sheets of what python-calamine reads from `source`; `path` is the user's file."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    with opened(path, source) as workbook:
        return [
            _sheet(source, workbook, about.name, about.visible != SheetVisibleEnum.Visible, marks)
            for about in workbook.sheets_metadata
            if about.typ == SheetTypeEnum.WorkSheet
        ]


def _sheet(source: Path | io.BytesIO, workbook: Any, name: str, is_hidden: bool, all_marks: dict[str, Marks]) -> Sheet:
    marks = all_marks.get(name, Marks())
    if marks.size > LARGE and isinstance(source, Path):
        return Sheet(name, is_hidden, marks.merges, marks=marks, source=LargeSheet(source, name, marks.part))
    sheet = workbook.get_sheet_by_name(name)
    first_column = sheet.start[1] if sheet.start else 0
    merges = tuple(
        (top, left - first_column, bottom, right - first_column)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return Sheet(name, is_hidden, merges, first_column, marks, source=sheet)
