"""Members of a package that are too long to be held: they are packed piece by piece as they are made."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.rendering.archive import Member

_LEVEL = 3  # of zlib's: long tables say the same again and again, and pack well at any level
_PIECES = 256  # packed together


def packed(pieces: Iterable[str]) -> Member:
    """The member that the pieces, one behind the other, are in UTF-8."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    made, checksum, size = bytearray(), 0, 0
    for content in _joined(iter(pieces)):
        made += packer.compress(content)
        checksum = zlib.crc32(content, checksum)
        size += len(content)
    return Member(bytes(made + packer.flush()), zipfile.ZIP_DEFLATED, checksum, size)


def _joined(pieces: Iterator[str]) -> Iterator[bytes]:
    while some := list(islice(pieces, _PIECES)):
        yield "".join(some).encode("utf-8")
