"""What a workbook's XML says and python-calamine does not: which cells hold errors, which show percentages.

It also measures a sheet before calamine lays it out in memory: two cells at far corners would make it ask for more
memory than there is, and end the process.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from lxml import etree

MOST_BYTES = 1024 * 1024 * 1024  # of one part, unpacked; a list of 100,000 people with 25 columns has 80 MB
_MOST_OF_A_ROW = 64 * 1024 * 1024  # bytes
MOST_CELLS = 30_000_000
_MOST_RATIO = 400  # unpacked to packed; lists pack to a tenth
_LARGE = 8 * 1024 * 1024  # bytes; below that a high ratio is harmless
_BLOCK = 1024 * 1024
_NEAR_ROW, _NEAR_COLUMN = 99_999, 104  # what the quick look at a sheet can be sure of: five digits, column CZ

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PERCENT_FORMATS = {"9", "10"}  # ECMA-376 part 1, 18.8.30

# Quick to search for; how else XML may write an attribute is searched for too, and then looked at cell by cell.
_FAR = re.compile(rb'r="(?:[A-Z]{3}|[D-Z][A-Z]|[A-Z]{1,2}(\d{6,7}))')
_OTHER_WRITING = (b"'", b" =")
_ERROR = b't="e"'
_FILLED = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["'][^>]*(?<!/)>""")
_CELL = rb"""<(?:\w+:)?c\b([^>]*(?<!/))>((?:(?!</(?:\w+:)?c>).)*?)</(?:\w+:)?c>"""
_CELLS = re.compile(_CELL, re.DOTALL)
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_IS_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_IS_TEXT = re.compile(rb"""\bt\s*=\s*["']str["']""")
_FORMULA, _VALUE = re.compile(rb"<(?:\w+:)?f\b"), re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]+)<")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})""")
_STYLE = re.compile(rb"""\bs\s*=\s*["'](\d+)["']""")


Merge = tuple[int, int, int, int]
"""The first row and column and the last row and column of merged cells, from 0."""


class TooLarge(Exception):
    """The workbook would unpack to more than any list needs."""


class Broken(Exception):
    """The workbook's XML is not what Excel writes."""


@dataclass
class Marks:
    """The cells of one sheet that are more than their value, by row and column (from 0)."""

    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    """What such a cell shows (#REF!); empty where a formula has never been worked out."""
    percents: dict[int, set[int]] = field(default_factory=dict)
    part: str = ""
    """Where the sheet stands in the package."""
    size: int = 0
    """The bytes of that part, unpacked."""
    merges: tuple[Merge, ...] = ()


def sheet_marks(file: IO[bytes]) -> dict[str, Marks]:
    """The marks of each sheet of an XLSX workbook, by name.

    Raises TooLarge, and Broken for a package that is none.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            for info in archive.infolist():
                if info.file_size > MOST_BYTES or info.file_size > max(_LARGE, info.compress_size * _MOST_RATIO):
                    raise TooLarge
            percents = _percent_styles(archive)
            return {name: _marks(archive, part, percents) for name, part in _sheets(archive).items()}
    except (TooLarge, Broken):
        raise
    except Exception as error:  # zipfile and zlib let many sorts of damage through as they come
        raise Broken from error


def column_number(letters: str) -> int:
    """A → 0, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(number: int) -> str:
    """0 → A, 26 → AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _root(archive: zipfile.ZipFile, part: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(archive.read(part).replace(_STRICT[1:-1].encode(), _MAIN[1:-1].encode()), parser)


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each worksheet, by the sheet's name."""
    names = {name.lower().lstrip("/"): name for name in archive.namelist()}
    relations = {
        relation.get("Id"): (relation.get("Target") or "").removeprefix("/").removeprefix("xl/")
        for relation in _root(archive, "xl/_rels/workbook.xml.rels")
        if (relation.get("Type") or "").endswith("/worksheet")
    }
    sheets = {}
    for sheet in _root(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        part = relations.get(sheet.get(f"{{{_RELATED}}}id") or sheet.get(f"{{{_RELATED_STRICT}}}id"))
        found = names.get(f"xl/{part}".lower()) if part else None
        if found:
            sheets[sheet.get("name")] = found
    return sheets


def _percent_styles(archive: zipfile.ZipFile) -> set[bytes]:
    if "xl/styles.xml" not in archive.namelist():
        return set()
    root = _root(archive, "xl/styles.xml")
    codes = {item.get("numFmtId"): item.get("formatCode") or "" for item in root.iter(f"{_MAIN}numFmt")}
    percents = _PERCENT_FORMATS | {number for number, code in codes.items() if "%" in code}
    formats = root.find(f"{_MAIN}cellXfs")
    styles = () if formats is None else formats.iterchildren(f"{_MAIN}xf")
    return {str(number).encode() for number, style in enumerate(styles) if style.get("numFmtId") in percents}


def _marks(archive: zipfile.ZipFile, part: str, percents: set[bytes]) -> Marks:
    marks, rows, doubtful = Marks(part=part, size=archive.getinfo(part).file_size), _NEAR_ROW, False
    block = b""
    for block in row_blocks(archive, part):
        unusual = any(writing in block for writing in _OTHER_WRITING)
        far = set(_FAR.findall(block))
        doubtful = doubtful or unusual or b"" in far  # a far column
        rows = max((rows, *map(int, filter(None, far))))
        formulas = b"f" in block and (b"<f" in block or b":f" in block)  # one letter is found by the processor itself
        if unusual or formulas or _ERROR in block:
            _add_errors(block, marks)
        if percents and b"s=" in block:
            _add_percents(block, percents, marks)
    if doubtful or rows * _NEAR_COLUMN > MOST_CELLS:
        _require_bounds(archive, part)
    marks.merges = tuple(_merges(block))  # they stand below the rows
    return marks


def row_blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """A sheet's part in pieces that end behind a row; the last one is what follows the rows. Raises TooLarge."""
    rest = b""
    with archive.open(part) as stream:
        while piece := stream.read(_BLOCK):
            rest += piece
            end = max(rest.rfind(b"</row>") + len(b"</row>"), rest.rfind(b":row>") + len(b":row>"))
            if end > len(b"</row>"):
                yield rest[:end]
                rest = rest[end:]
            elif len(rest) > _MOST_OF_A_ROW:
                raise TooLarge
    yield rest


def _merges(block: bytes) -> Iterator[Merge]:
    for left, top, right, bottom in _MERGED.findall(block):
        yield int(top) - 1, column_number(left.decode()), int(bottom) - 1, column_number(right.decode())


def _add_errors(block: bytes, marks: Marks) -> None:
    for attributes, content in _CELLS.findall(block):
        value = _VALUE.search(content)
        if _IS_ERROR.search(attributes):
            text = value[1].decode("utf-8", "replace") if value else ""
        elif _FORMULA.search(content) and not value and not _IS_TEXT.search(attributes):
            text = ""
        else:
            continue
        row, column = _position(attributes)
        marks.errors.setdefault(row, {})[column] = text


def _add_percents(block: bytes, percents: set[bytes], marks: Marks) -> None:
    for attributes, _ in _CELLS.findall(block):
        style = _STYLE.search(attributes)
        if style and style[1] in percents:
            row, column = _position(attributes)
            marks.percents.setdefault(row, set()).add(column)


def _position(attributes: bytes) -> tuple[int, int]:
    reference = _REFERENCE.search(attributes)
    if reference is None:  # a cell may leave its place to be counted; neither Excel nor WPS writes that
        raise Broken
    return int(reference[2]) - 1, column_number(reference[1].decode())


def _require_bounds(archive: zipfile.ZipFile, part: str) -> None:
    """Raises TooLarge where the filled cells lie further apart than any list does."""
    rows, columns = 0, 0
    for block in row_blocks(archive, part):
        for letters, row in _FILLED.findall(block):
            rows, columns = max(rows, int(row)), max(columns, column_number(letters.decode()) + 1)
        if rows * columns > MOST_CELLS:
            raise TooLarge
