"""Small fonts out of large ones: of some glyphs for embedding, and of no outline at all for layout.

Both are CID-keyed fonts in the Compact Font Format (Adobe Technical Note 5176) with one font dictionary and no
subroutines, as the shipped fonts are. The identifier (CID) of a glyph is its number in the font file.
"""

import io
import mmap
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path

from fontTools.cffLib import CFFFontSet, Index
from fontTools.ttLib.sfnt import SFNTReader, SFNTWriter

_CFF = "CFF "
_HEADER = b"\x01\x00\x04\x04"
_NO_SUBROUTINES = b"\x00\x00"
_EMPTY_GLYPH = b"\x0e"  # endchar
_STRINGS = [b"Adobe", b"Identity"]
_FIRST_STRING = 391  # the number of a font's own first string, behind the standard ones
# Operators of dictionaries.
_FONT_BOX, _CHARSET, _CHARSTRINGS, _PRIVATE = b"\x05", b"\x0f", b"\x11", b"\x12"
_DEFAULT_WIDTH, _NOMINAL_WIDTH = b"\x14", b"\x15"
_REGISTRY, _COUNT, _FONT_DICTIONARIES, _FONT_CHOICE = b"\x0c\x1e", b"\x0c\x22", b"\x0c\x24", b"\x0c\x25"


class Outlines:
    """The outlines of a font file, each as its charstring."""

    def __init__(self, path: Path):
        """Raises ValueError for a font whose glyphs depend on more than their charstring."""
        with path.open("rb") as file:
            tables = SFNTReader(file)
            if _CFF not in tables:
                raise ValueError(f"{path}: no CFF font")
            table = io.BytesIO(tables[_CFF])
            start = tables.tables[_CFF].offset
            self._file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        fonts = CFFFontSet()
        fonts.decompile(table, None)
        top = fonts.topDictIndex[0]
        parts = getattr(top, "FDArray", ())
        if len(parts) != 1 or len(top.GlobalSubrs) or hasattr(parts[0].Private, "Subrs"):
            raise ValueError(f"{path}: a font of several parts or with subroutines")
        private = parts[0].Private.rawDict
        self._box = [round(edge) for edge in top.FontBBox]
        self._widths = private.get("defaultWidthX", 0), private.get("nominalWidthX", 0)
        table.seek(top.rawDict["CharStrings"])
        index = Index(table)
        self._places = [start + index.offsetBase + offset for offset in index.offsets]

    def font(self, glyphs: Iterable[int]) -> bytes:
        """A font of the glyphs with these numbers and of .notdef; the same glyphs give the same bytes.

        Numbers that the file does not have are left out: they show as .notdef.
        """
        numbers = [number for number in sorted({0, *glyphs}) if number < len(self._places) - 1]
        charstrings = [self._file[self._places[number] : self._places[number + 1]] for number in numbers]
        return _font(numbers, charstrings, self._box, self._widths)


def without_outlines(path: Path) -> bytes:
    """The font file with every glyph empty: its characters, widths and kerning are what layout needs."""
    with path.open("rb") as file:
        source = SFNTReader(file)
        tables = {tag: source[tag] for tag in source.keys() if tag != _CFF}  # noqa: SIM118 (no mapping)
        version = source.sfntVersion
    count = int.from_bytes(tables["maxp"][4:6])
    tables[_CFF] = _font(range(count), [_EMPTY_GLYPH] * count, [0, 0, 0, 0], (0, 0))
    made = io.BytesIO()
    writer = SFNTWriter(made, len(tables), version)
    for tag in sorted(tables):
        writer[tag] = tables[tag]
    writer.close()
    return made.getvalue()


def _font(numbers: Sequence[int], charstrings: list[bytes], box: list[int], widths: tuple[int, int]) -> bytes:
    count = len(numbers)
    start = _HEADER + _index([b"F"])
    strings = _index(_STRINGS) + _NO_SUBROUTINES
    charset = b"\x00" + struct.pack(f">{count - 1}H", *numbers[1:])
    choice = struct.pack(">BHHBH", 3, 1, 0, 0, count)  # every glyph goes by the one font dictionary
    outlines = _index(charstrings)
    private = _entry(_DEFAULT_WIDTH, widths[0]) + _entry(_NOMINAL_WIDTH, widths[1])

    def dictionary(private_place: int) -> bytes:
        return _index([_place(len(private)) + _place(private_place) + _PRIVATE])

    def top(first: int) -> bytes:
        entries = [_entry(_REGISTRY, _FIRST_STRING, _FIRST_STRING + 1, 0), _entry(_FONT_BOX, *box)]
        entries.append(_place(numbers[-1] + 1) + _COUNT)
        place = first
        for operator, part in parts.items():
            entries.append(_place(place) + operator)
            place += len(part)
        return _index([b"".join(entries)])

    parts = {_CHARSET: charset, _FONT_CHOICE: choice, _CHARSTRINGS: outlines, _FONT_DICTIONARIES: dictionary(0)}
    first = len(start) + len(top(0)) + len(strings)
    parts[_FONT_DICTIONARIES] = dictionary(first + sum(map(len, parts.values())))
    return b"".join([start, top(first), strings, *parts.values(), private])


def _index(items: Sequence[bytes]) -> bytes:
    ends = [1]
    for item in items:
        ends.append(ends[-1] + len(item))
    size = (ends[-1].bit_length() + 7) // 8
    offsets = b"".join([end.to_bytes(size) for end in ends])
    return struct.pack(">HB", len(items), size) + offsets + b"".join(items)


def _entry(operator: bytes, *values: int) -> bytes:
    return b"".join(b"\x1c" + struct.pack(">h", value) for value in values) + operator


def _place(value: int) -> bytes:
    """An offset or length, always five bytes long. Never for what may be negative: FreeType reads that as huge."""
    return b"\x1d" + struct.pack(">i", value)
