"""Delimited text (CSV) as a sheet: its encoding and its separator found out, its rows read one by one."""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.errors import FindingsError, UsageError, reason_of
from generator.finding import Finding, Place
from generator.loading.tables.header import HEAD_ROWS, Grid, find_header
from generator.loading.tables.headings import NAME, applicant_words
from generator.loading.tables.workbook import Sheet

ENDINGS = (".csv", ".tsv", ".txt")
_BLOCK = 1024 * 1024
_SEPARATORS = (",", "\t", ";")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "gb18030")


@dataclass
class TextSheet(Sheet):
    """A text file whose lines are rows."""

    path: Path = Path()
    encoding: str = "utf-8"
    separator: str = ","

    def _cells(self) -> Iterator[list[str]]:
        with self.path.open(encoding=self.encoding, newline="") as stream:
            reader = csv.reader(stream, delimiter=self.separator)
            try:
                yield from reader
            except csv.Error as error:
                message = f"从第{reader.line_num}行起读不下去，多半是英文双引号没有配对"
                remedy = "请检查这一行前后的英文双引号，或用 Excel、WPS 另存为 .xlsx"
                raise FindingsError(
                    [Finding("list", "error", message, None, remedy, place=Place(str(self.path), reader.line_num))]
                ) from error


def open_text(path: Path) -> TextSheet:
    """The sheet in a text file. Raises UsageError where it is no text or cannot be opened."""
    encoding = _encoding(path)
    sheets = [TextSheet(None, is_text=True, path=path, encoding=encoding, separator=each) for each in _SEPARATORS]
    best = max(sheets, key=_known_columns)
    return best if _known_columns(best) > 0 else sheets[0]


def _known_columns(sheet: TextSheet) -> int:
    try:
        rows = list(islice((cells for _, cells in sheet.rows()), HEAD_ROWS))
    except FindingsError:
        return -1
    header = find_header(Grid(rows), applicant_words(), (NAME,))
    return header.known if header else 0


def _encoding(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            head = stream.read(4)
        marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
        for encoding in (marked,) if marked else _ENCODINGS:
            if _is_in(path, encoding):
                return encoding
    except OSError as error:
        raise UsageError(f"打不开文件 {path}（{reason_of(error)}）。请检查文件名和所在文件夹") from error
    raise UsageError(f"{path}：文字的编码认不出来。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试")


def _is_in(path: Path, encoding: str) -> bool:
    """Whether the whole file is text in this encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                if b"\0" in block and not encoding.startswith("utf-16"):
                    return False
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
