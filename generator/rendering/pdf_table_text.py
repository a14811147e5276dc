"""Text of table cells in lines, as WeasyPrint would break it, for the cells in which nothing is out of the ordinary."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path

from fontTools.ttLib import TTFont
from weasyprint.text.line_break import get_log_attrs

_PANGO_UNITS = 1024  # in a CSS pixel; widths are whole numbers of them, so that a line is full at the same character
_LANGUAGE = "zh-CN"
_LINE_END = "<br>"
_RUN = re.compile(r"<span class=\"不断\">([^<]*)</span>|([^<]+)|<")
_PLAIN = re.compile(r"[^<&]*")


@dataclass(frozen=True)
class Glyph:
    """A glyph of a font: its number, and its width in thousandths of the type size."""

    number: int
    width: float


@lru_cache(maxsize=8)
def glyphs_of(path: Path) -> dict[str, Glyph]:
    """The glyph of each character of a font but white space, which lines treat in ways of its own."""
    with TTFont(path, lazy=True) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        return {
            chr(code): Glyph(font.getGlyphID(name), widths[name][0] * 1000 / em)
            for code, name in font.getBestCmap().items()
            if not chr(code).isspace()
        }


class LineBreaker:
    """Breaks the text of cells in one font and size (CSS pixels)."""

    def __init__(self, glyphs: dict[str, Glyph], size: float):
        self._units = {each: round(glyph.width / 1000 * size * _PANGO_UNITS) for each, glyph in glyphs.items()}
        self.lines = lru_cache(maxsize=1 << 14)(self._lines)

    def width(self, line: str) -> float:
        """The width of a line in CSS pixels."""
        return sum([self._units[character] for character in line]) / _PANGO_UNITS

    def _lines(self, markup: str, room: float) -> Sequence[str] | None:
        """The lines that a cell's HTML takes in so much room (CSS pixels); None where WeasyPrint must lay it out."""
        units = int(room * _PANGO_UNITS)
        try:
            if _PLAIN.fullmatch(markup) and sum([self._units[character] for character in markup]) <= units:
                return (markup,) if markup else ()
            lines: list[str] = []
            for paragraph in markup.split(_LINE_END):
                lines += self._filled(_pieces(paragraph), units)
        except (KeyError, _OutOfTheOrdinary):
            return None
        return lines if lines[-1] else None  # what a line end at the end adds is WeasyPrint's to say

    def _filled(self, pieces: Iterator[str], room: int) -> list[str]:
        """The pieces, between which a line may end, in lines."""
        lines, left = [""], room
        for piece in pieces:
            width = sum([self._units[character] for character in piece])
            if width > room:
                raise _OutOfTheOrdinary
            if width > left:
                lines.append("")
                left = room
            lines[-1] += piece
            left -= width
        return lines


class _OutOfTheOrdinary(Exception):
    """Markup or text that is not broken here."""


def _pieces(markup: str) -> Iterator[str]:
    """The parts of a line between which it may be broken."""
    text, kept = "", set()
    for run in _RUN.finditer(markup):
        if run[0] == "<":
            raise _OutOfTheOrdinary
        part = unescape(run[1] or run[2])
        if run[1]:
            kept.update(range(len(text) + 1, len(text) + len(part)))
        text += part
    if not text:
        return
    breaks = get_log_attrs(text, _LANGUAGE)
    start = 0
    for place in range(1, len(text)):
        if breaks[place].is_line_break and place not in kept:
            yield text[start:place]
            start = place
    yield text[start:]
