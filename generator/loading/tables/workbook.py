"""A workbook as sheets of rows: XLSX and XLS read by python-calamine, ET too or converted by LibreOffice."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from generator.errors import UsageError, reason_of
from generator.loading.tables.biff import MAGIC, error_cells, stream_names
from generator.loading.tables.xlsx_parts import Broken, Marks, TooLarge, sheet_marks
from generator.reading.legacy import as_xlsx

ENDINGS = (".xlsx", ".xlsm", ".xls", ".et")
_MOST_BYTES = 200 * 1024 * 1024
_SAVE_AS = "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿(*.xlsx)”，再读入新存的文件"

Merge = tuple[int, int, int, int]
"""The first row and column and the last row and column of merged cells, from 0."""


class ErrorCell(str):
    """What a cell shows whose formula failed (#REF!); empty where it has never been worked out."""


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
    content = _content(path)
    if content.startswith(MAGIC):
        return _old_sheets(path, content)
    if not content.startswith(b"PK"):
        raise UsageError(f"{path}：这不是 Excel 工作簿（多半是网页或文本改了扩展名）。{_SAVE_AS}")
    try:
        marks = sheet_marks(io.BytesIO(content))
    except TooLarge:
        raise UsageError(
            f"{path}：工作簿解开后过大，已拒绝打开。请删去空白的行列和图片，或分成几个文件，另存后再试"
        ) from None
    except Broken:
        raise UsageError(f"{path}：文件已损坏，或不是 Excel 工作簿。{_SAVE_AS}") from None
    return _sheets(path, content, marks)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UsageError(f"{path}：文件超过{_MOST_BYTES // 1024 // 1024}兆字节，请删去图片，或分成几个文件")
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"打不开文件 {path}（{reason_of(error)}）。请检查文件名和所在文件夹") from error


def _old_sheets(path: Path, content: bytes) -> list[Sheet]:
    """The sheets of a compound file: an old workbook, or a new one locked by a password."""
    names = stream_names(content)
    if "EncryptedPackage" in names:
        raise UsageError(f"{path}：文件设了打开密码。请用 Excel 或 WPS 输入密码打开，清空密码后另存再试")
    if "WordDocument" in names:
        raise UsageError(f"{path}：这是 Word 文件，不是工作簿。请把名单放进 Excel 工作簿后再试")
    if names & {"Workbook", "Book"}:
        marks = {name: Marks(errors=errors) for name, errors in error_cells(content).items()}
        return _sheets(path, content, marks)
    converted = as_xlsx(path, content, path.suffix.lower().lstrip("."), "WPS 表格文件（.et）")
    return _sheets(path, converted, sheet_marks(io.BytesIO(converted)))


def _sheets(path: Path, content: bytes, marks: dict[str, Marks]) -> list[Sheet]:
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    try:
        with load_workbook(io.BytesIO(content)) as workbook:
            return [
                _sheet(workbook.get_sheet_by_index(number), about.visible != SheetVisibleEnum.Visible, marks)
                for number, about in enumerate(workbook.sheets_metadata)
                if about.typ == SheetTypeEnum.WorkSheet
            ]
    except PasswordError:
        raise UsageError(f"{path}：文件设了打开密码。请用 Excel 或 WPS 输入密码打开，清空密码后另存再试") from None
    except (CalamineError, OSError, ValueError) as error:
        raise UsageError(f"{path}：文件已损坏，打不开。{_SAVE_AS}") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # what the reader's own faults become; no subclass of Exception
            raise UsageError(f"{path}：文件已损坏，打不开。{_SAVE_AS}") from error
        raise


def _sheet(source: Any, is_hidden: bool, marks: dict[str, Marks]) -> Sheet:
    first_column = source.start[1] if source.start else 0
    merges = tuple(
        (top, left - first_column, bottom, right - first_column)
        for (top, left), (bottom, right) in source.merged_cell_ranges or ()
    )
    return Sheet(source.name, is_hidden, merges, first_column, marks.get(source.name, Marks()), source=source)
