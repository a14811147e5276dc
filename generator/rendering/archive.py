"""Zip packages (DOCX, XLSX): read within bounds, and written again with only some members changed.

Unchanged members keep their compressed bytes; every time stamp is 1980-01-01, so the same input gives the same bytes.
"""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from generator.errors import UsageError

MAX_MEMBER = 64 * 1024 * 1024  # bytes unpacked; a 59 kB template can unpack to 17 MB, no honest one to more than this
MAX_TOTAL = 4 * MAX_MEMBER
MAX_MEMBERS = 2000
# What reading raises for a broken directory, a false offset, encryption, an unknown method and broken contents.
_DAMAGE = (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError, struct.error, zlib.error)
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_MIDNIGHT_1980 = 0x21  # the zip form of 1980-01-01; its time of day is 0
_UTF8_NAME = 0x800
_QUICK = 3  # of zlib's levels: the last of the quick kind
_NOT_WORTH_PACKING = 512  # bytes


@dataclass(frozen=True)
class Member:
    """One packed file: its compressed bytes with their method, checksum and unpacked size."""

    packed: bytes
    method: int
    checksum: int
    size: int

    @classmethod
    def of(cls, content: bytes, level: int = 6) -> "Member":
        packed = zlib.compress(content, level, wbits=-15)
        return cls(packed, zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content))

    @classmethod
    def quickly_of(cls, content: bytes) -> "Member":
        """The same for what is packed once for every document: at half the cost, a few bytes longer."""
        if len(content) < _NOT_WORTH_PACKING:
            return cls(content, zipfile.ZIP_STORED, zlib.crc32(content), len(content))
        return cls.of(content, _QUICK)

    def content(self) -> bytes:
        return zlib.decompress(self.packed, -15) if self.method == zipfile.ZIP_DEFLATED else self.packed


def read_members(data: bytes, name: str) -> dict[str, Member]:
    """The members of a zip file in their order, still packed. Raises UsageError for what is no sound zip file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            sizes = [info.file_size for info in infos]
            if len(sizes) > MAX_MEMBERS or sum(sizes) > MAX_TOTAL or max(sizes, default=0) > MAX_MEMBER:
                raise UsageError(f"{name}：文件解开后过大，已拒绝打开。请另存一份不含大图片的文件再试")
            members = {}
            for info in infos:
                archive.open(info).close()  # checks the local header and refuses encrypted members
                members[info.filename] = _member(data, info)
            return members
    except _DAMAGE as error:
        raise UsageError(f"{name}：不是完好的 Word/Excel 文件，请用 Word 或 WPS 打开后另存为 .docx/.xlsx") from error


def _member(data: bytes, info: zipfile.ZipInfo) -> Member:
    name_length, extra_length = struct.unpack_from("<2H", data, info.header_offset + 26)
    start = info.header_offset + 30 + name_length + extra_length
    packed = data[start : start + info.compress_size]
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(f"method {info.compress_type}")
    member = Member(packed, info.compress_type, info.CRC, info.file_size)
    if info.compress_type == zipfile.ZIP_DEFLATED:
        unpacker = zlib.decompressobj(-15)
        unpacked = unpacker.decompress(packed, MAX_MEMBER + 1)  # the size header may lie
        if not unpacker.eof or len(unpacked) != info.file_size or zlib.crc32(unpacked) != info.CRC:
            raise zipfile.BadZipFile("checksum")
    return member


class Shell:
    """A package without the members that differ from file to file: what the others come to is put together once."""

    def __init__(self, members: dict[str, Member]):
        self._body, self._directory = _written(members, 0)
        self._count = len(members)

    def with_members(self, members: dict[str, Member]) -> bytes:
        """The bytes of a zip file with these members behind those of the shell."""
        body, directory = _written(members, len(self._body))
        start = len(self._body) + len(body)
        count = self._count + len(members)
        size = len(self._directory) + len(directory)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, size, start, 0)
        return b"".join((self._body, body, self._directory, directory, end))


def write_members(members: dict[str, Member]) -> bytes:
    """The bytes of a zip file with these members in this order."""
    return Shell({}).with_members(members)


def _written(members: dict[str, Member], start: int) -> tuple[bytes, bytes]:
    """What stands in the file from `start` for these members, and in its directory."""
    body, directory = bytearray(), bytearray()
    for filename, member in members.items():
        name = filename.encode("utf-8")
        flags = 0 if filename.isascii() else _UTF8_NAME
        common = (flags, member.method, 0, _MIDNIGHT_1980, member.checksum, len(member.packed), member.size, len(name))
        directory += _CENTRAL.pack(b"PK\x01\x02", 20, 20, *common, 0, 0, 0, 0, 0, start + len(body)) + name
        body += _LOCAL.pack(b"PK\x03\x04", 20, *common, 0) + name + member.packed
    return bytes(body), bytes(directory)
