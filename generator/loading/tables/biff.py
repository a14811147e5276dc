"""Which cells of an old workbook (.xls, .et) hold errors: python-calamine gives them as empty.

An old workbook is a stream of records ([MS-XLS] 2.1.4) inside a compound file ([MS-CFB]).
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # greater numbers are marks, not sectors
_ENTRY = 128
_STREAM, _ROOT = 2, 5  # kinds of directory entries
_BOF, _EOF, _SHEET, _FORMULA, _BOOLEAN_OR_ERROR = 0x0809, 0x000A, 0x0085, 0x0006, 0x0205
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def stream_names(content: bytes) -> set[str]:
    """The names of the streams in a compound file; none of a broken one."""
    try:
        return {entry.name for entry in _Compound(content).entries}
    except (struct.error, IndexError):
        return set()


def error_cells(content: bytes) -> dict[str, dict[int, dict[int, str]]]:
    """What the error cells of each sheet show, by sheet, row and column (from 0); of a broken file, nothing."""
    try:
        stream = _Compound(content).stream("Workbook") or _Compound(content).stream("Book")
        return {name: _errors(stream, start) for name, start in _sheets(stream)}
    except (struct.error, IndexError):
        return {}


class _Entry(NamedTuple):
    name: str
    kind: int
    sector: int
    length: int


class _Compound:
    """A file of files: sectors, a table that says which sector follows which, and a directory in sectors of its own.

    Streams shorter than a limit lie in small sectors, inside the stream of the directory's first entry.
    """

    def __init__(self, content: bytes):
        self._content = content
        shift, small_shift = struct.unpack_from("<HH", content, 30)
        directory, self._limit, small_table = struct.unpack_from("<I4xII", content, 48)
        self._size, self._small = 1 << shift, 1 << small_shift
        self._table = self._sectors(self._heads())
        self.entries = tuple(self._entries(self._chain(directory)))
        self._small_table = _numbers(self._chain(small_table))

    def stream(self, name: str) -> bytes:
        """The content of a stream; empty where there is none."""
        root = next((entry for entry in self.entries if entry.kind == _ROOT), None)
        for entry in self.entries:
            if entry.name == name and entry.kind == _STREAM:
                if entry.length >= self._limit or root is None:
                    return self._chain(entry.sector)[: entry.length]
                pieces = self._chain(root.sector)
                follows = _follow(entry.sector, self._small_table)
                return b"".join(pieces[at * self._small : (at + 1) * self._small] for at in follows)[: entry.length]
        return b""

    def _heads(self) -> list[int]:
        """The sectors that hold the table."""
        heads = list(struct.unpack_from("<109I", self._content, 76))
        following, count = struct.unpack_from("<II", self._content, 68)
        for _ in range(min(count, len(self._content) // self._size)):
            if following >= _END:
                break
            more = _numbers(self._sector(following))
            heads += more[:-1]
            following = more[-1]
        return [head for head in heads if head < _END]

    def _sectors(self, heads: list[int]) -> tuple[int, ...]:
        return _numbers(b"".join(map(self._sector, heads)))

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, sector: int) -> bytes:
        return b"".join(map(self._sector, _follow(sector, self._table)))

    def _entries(self, directory: bytes) -> Iterator[_Entry]:
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            yield _Entry(name, kind, *struct.unpack_from("<II", directory, at + 116))


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack_from(f"<{len(content) // 4}I", content)


def _follow(sector: int, table: tuple[int, ...]) -> Iterator[int]:
    """The sectors of a stream; a broken table may lead round in a circle."""
    for _ in range(len(table)):
        if sector >= _END:
            return
        yield sector
        sector = table[sector]


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    """Each sheet's name and where its records begin."""
    for kind, at, _ in _records(stream, 0):
        if kind == _SHEET:
            start, _, length, wide = struct.unpack_from("<IHBB", stream, at)
            name = stream[at + 8 : at + 8 + length * (2 if wide & 1 else 1)]
            yield name.decode("utf-16-le" if wide & 1 else "latin-1", "replace"), start


def _errors(stream: bytes, start: int) -> dict[int, dict[int, str]]:
    errors: dict[int, dict[int, str]] = {}
    for kind, at, _ in _records(stream, start):
        if kind == _BOOLEAN_OR_ERROR:
            row, column, _, code, is_error = struct.unpack_from("<HHHBB", stream, at)
        elif kind == _FORMULA:
            row, column, _, sort, _, code, _, _, _, mark = struct.unpack_from("<HHHBBBBBBH", stream, at)
            is_error = mark == 0xFFFF and sort == 2
        else:
            continue
        if is_error:
            errors.setdefault(row, {})[column] = _ERRORS.get(code, "#N/A")
    return errors


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Each record's kind, where its content begins, and its length, up to the end of the part that begins at `at`."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _EOF:
            return
        yield kind, at + 4, length
        at += 4 + length
