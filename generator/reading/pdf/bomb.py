"""Refuses a PDF whose packed streams would fill the memory, before a library unpacks them."""

import re
import zlib
from pathlib import Path

from generator.errors import UsageError

MAX_STREAM = 128 * 1024 * 1024  # bytes unpacked
MAX_TOTAL = 4 * MAX_STREAM
_STREAM = re.compile(rb"stream\r?\n")
_PIECE = 1024 * 1024
_SMALL = 100 * 1024  # packed bytes; at the best ratio of zlib (1:1030) these stay below MAX_STREAM


def refuse_bomb(path: Path, data: bytes) -> None:
    """Raises UsageError where the streams of the file, unpacked, exceed the bounds. Holds one piece at a time."""
    total = 0
    for match in _STREAM.finditer(data):
        total += _unpacked_size(data, match.end())
        if total > MAX_TOTAL:
            raise UsageError(f"{path}：PDF 解开后过大，已拒绝打开。请用阅读器打开，打印为新的 PDF 再试")


def _unpacked_size(data: bytes, start: int) -> int:
    """How large a deflated stream becomes, counted no further than the bound; 0 for one packed otherwise."""
    if data[start : start + 1] not in (b"\x78", b"\x48", b"\x58", b"\x68", b"\x38", b"\x28", b"\x18", b"\x08"):
        return 0
    unpacker, size, rest = zlib.decompressobj(), 0, data[start : start + _SMALL]
    at = start + _SMALL
    try:
        while rest and not unpacker.eof:
            size += len(unpacker.decompress(rest, _PIECE))
            rest = unpacker.unconsumed_tail
            if not rest and not unpacker.eof:
                rest, at = data[at : at + _PIECE], at + _PIECE
            if size > MAX_STREAM:
                return MAX_TOTAL + 1
    except zlib.error:
        pass
    return size
