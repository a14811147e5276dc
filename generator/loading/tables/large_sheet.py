"""A large sheet of an XLSX workbook, some thousands of rows at a time: python-calamine keeps a sheet in memory whole.

Each piece of the sheet's XML is put into a small workbook of its own, with the parts of the real one that give its
cells their meaning.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.errors import UsageError
from generator.loading.tables.opening import SAVE_AS, opened
from generator.loading.tables.xlsx_parts import row_blocks

LARGE = 24 * 1024 * 1024  # bytes of the sheet's XML: about 30,000 people with 25 columns
_PIECE = 8 * 1024 * 1024
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:workbook|styles|sharedStrings)\.xml|xl/_rels/workbook\.xml\.rels", re.I
)
_ROW, _PREFIX = re.compile(rb"<(?:\w+:)?row\b"), re.compile(rb"<((?:\w+:)?)worksheet\b")


class LargeSheet:
    """Gives the rows of one sheet, whose XML is the member `part` of the workbook."""

    def __init__(self, path: Path, name: str, part: str):
        self._path, self._name, self._part = path, name, part

    def iter_rows(self) -> Iterator[list[Any]]:
        """Every row from the first on, each from column A on."""
        at = 0
        with zipfile.ZipFile(self._path) as archive:
            shared = {name: archive.read(name) for name in archive.namelist() if _NEEDED.fullmatch(name.lstrip("/"))}
            for xml in self._pieces(archive):
                first, left, rows = self._read({**shared, self._part: xml})
                if first < at:  # rows that do not say their number
                    raise UsageError(f"{self._path}：表“{self._name}”的行没有行号。{SAVE_AS}")
                yield from ([] for _ in range(at, first))
                yield from ([""] * left + row for row in rows)
                at = first + len(rows)

    def _pieces(self, archive: zipfile.ZipFile) -> Iterator[bytes]:
        """The sheet's XML for some of its rows, then for the next."""
        head, rows, tail = b"", b"", b""
        for block in row_blocks(archive, self._part):
            if not head and (start := _ROW.search(block)):
                head, block = block[: start.start()], block[start.start() :]
                prefix = _PREFIX.search(head)[1]
                tail = b"</%bsheetData></%bworksheet>" % (prefix, prefix)
            if not _ROW.search(block):
                break
            rows += block
            if len(rows) > _PIECE:
                yield head + rows + tail
                rows = b""
        if rows:
            yield head + rows + tail

    def _read(self, members: dict[str, bytes]) -> tuple[int, int, list[list[Any]]]:
        """The first row and column that hold anything, and the rows from there on."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            for name, content in members.items():
                package.writestr(name, content)
        buffer.seek(0)
        with opened(self._path, buffer) as workbook:
            sheet = workbook.get_sheet_by_name(self._name)
        first, left = sheet.start or (0, 0)
        return first, left, sheet.to_python(skip_empty_area=True)
