"""Characters of a PDF page → lines of text, as a reader sees them: no space where there is none, one where there is."""

import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from generator.reading.doubts import MISSING
from generator.reading.han import font_name, is_bold, is_han, plain_han
from generator.reading.symbols import likely_symbol, symbol

_SAME_LINE = 0.4  # of the larger size: how far apart the middles of two characters of one line may lie
_DOUBLE = 0.2  # of the width: nearer than this, the same character is printed twice to look bold
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc]")
_HEADING_ENDS = ("。", "：", ":", "．", "；", "—", " ", "　")
_MANY = 6  # gaps: with fewer, wide ones may as well be blanks to fill in (年　月　日)
_WIDE = 0.6  # 字


@dataclass
class Glyph:
    """One character on the page; lengths in points from the upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    font: str
    color: str

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass
class LineOfText:
    """A line of the page."""

    glyphs: list[Glyph] = field(default_factory=list)
    text: str = ""
    lead: int = 0

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def top(self) -> float:
        return min(glyph.top for glyph in self.glyphs)

    @property
    def bottom(self) -> float:
        return max(glyph.bottom for glyph in self.glyphs)

    def main(self, attribute: str) -> object:
        """What most of its characters have: font, size, color."""
        return Counter(getattr(glyph, attribute) for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        return is_bold(str(self.main("font")))


def glyphs_of(chars: Iterable[dict]) -> tuple[list[Glyph], int]:
    """The characters of a page, blanks included, and how many of them have no Unicode (〓 in their place)."""
    glyphs, missing = [], 0
    for char in chars:
        text = char["text"]
        if "\ue000" <= text[:1] <= "\uf8ff":
            text = symbol(ord(text[0]), font_name(char["fontname"])) or likely_symbol(ord(text[0])) or MISSING
        elif text.startswith("(cid:") or "\ufffd" in text:
            text = MISSING
        if text == MISSING:
            missing += 1
        size = round(char["size"], 1)
        text = "".join(part for part in plain_han(text) if part.isspace() or not _is_control(part))
        if text:
            color = _color(char.get("non_stroking_color"))
            glyphs.append(
                Glyph(text, char["x0"], char["x1"], char["top"], char["bottom"], size, char["fontname"], color)
            )
    return glyphs, missing


def lines_of(glyphs: list[Glyph]) -> list[LineOfText]:
    """The lines from top to bottom, each from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph.text.strip()), key=lambda glyph: glyph.middle):
        last = rows[-1][-1] if rows else None
        if last and glyph.middle - _middle(rows[-1]) <= _SAME_LINE * max(glyph.size, last.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    blanks = sorted((glyph for glyph in glyphs if not glyph.text.strip()), key=lambda glyph: glyph.middle)
    lines = []
    for row in rows:
        line = LineOfText(_once(sorted(row, key=lambda glyph: glyph.x0)))
        line.text, line.lead = _text(line.glyphs, _within(blanks, line))
        lines.append(line)
    return lines


def _middle(row: list[Glyph]) -> float:
    """Where the line lies: the middle of its largest characters."""
    return max(row, key=lambda glyph: glyph.size).middle


def _within(blanks: list[Glyph], line: LineOfText) -> list[float]:
    """Where on the line blanks are printed."""
    return sorted((blank.x0 + blank.x1) / 2 for blank in blanks if line.top < blank.middle < line.bottom)


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters without those printed a second time at the same place."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        near = (
            other
            for other in reversed(kept[-3:])
            if other.text == glyph.text and abs(other.x0 - glyph.x0) < _DOUBLE * max(glyph.x1 - glyph.x0, 1)
        )
        if next(near, None) is None:
            kept.append(glyph)
    return kept


def _text(glyphs: list[Glyph], blanks: list[float]) -> tuple[str, int]:
    """The text of a line, and how many characters at its beginning stand in another font than the rest."""
    usual = _usual_gap(glyphs)
    text, ends = "", []
    for index, glyph in enumerate(glyphs):
        if index:
            text += _space(glyphs[index - 1], glyph, blanks, usual)
        text += glyph.text[::-1] if _RTL.search(glyph.text) else glyph.text  # a ligature; the line is turned below
        ends.append(len(text))
    if _RTL.search(text):
        return _logical(text), 0
    return text, _lead(glyphs, ends, text)


def _usual_gap(glyphs: list[Glyph]) -> float:
    """The gap between neighbouring Chinese characters of a line, in 字: spaced-out type has a wide one everywhere."""
    gaps = [
        (after.x0 - before.x1) / max(before.size, after.size, 1)
        for before, after in pairwise(glyphs)
        if is_han(before.text) and is_han(after.text)
    ]
    return min(max(0.0, statistics.median(gaps)), _WIDE) if len(gaps) >= _MANY else 0.0


def _space(before: Glyph, after: Glyph, blanks: list[float], usual: float) -> str:
    """The space between two characters: none where Chinese text merely is set wide, full-width ones for wide gaps."""
    gap = (after.x0 - before.x1) / max(before.size, after.size, 1)
    wide = gap - usual
    if wide >= 0.8:
        return "　" * min(round(wide), 4)
    chinese = [is_han(glyph.text) for glyph in (before, after)]
    printed = any(before.x1 - 1 <= blank <= after.x0 + 1 for blank in blanks)
    least = 0.12 if printed else 0.4 if all(chinese) else 0.45 if any(chinese) else 0.2
    return " " if wide > least else ""


def _lead(glyphs: list[Glyph], ends: list[int], text: str) -> int:
    """Judged by Chinese characters alone: numerals and Latin letters stand in fonts of their own.

    A run-in heading ends with a mark or before a blank, and its font does not come again; where a program lacks
    characters of a font and borrows them of others, fonts change anywhere.
    """
    han = [(glyph.font, end) for glyph, end in zip(glyphs, ends, strict=True) if is_han(glyph.text)]
    count = next((index for index, (font, _) in enumerate(han) if font != han[0][0]), 0)
    if not count or any(font == han[0][0] for font, _ in han[count:]):
        return 0
    end = han[count - 1][1]
    return end if ends_heading(text, end) else 0


def ends_heading(text: str, end: int) -> bool:
    """Whether a run-in heading may end here: at a mark, before one, or before a blank."""
    return text[end - 1 : end] in _HEADING_ENDS or text[end : end + 1] in _HEADING_ENDS


def _logical(text: str) -> str:
    """Right-to-left script in the order of reading; on the page it stands from left to right."""
    return re.sub(rf"{_RTL.pattern}(?:[\s،؟]*{_RTL.pattern})*", lambda match: match.group()[::-1], text)


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs", "Cn") and char not in "\t"


def _color(value: object) -> str:
    """RRGGBB of a colour in grey, RGB or CMYK; nothing for black and for what is no plain colour."""
    if not isinstance(value, (tuple, list)) or not all(isinstance(part, (int, float)) for part in value):
        return ""
    match [min(max(float(part), 0.0), 1.0) for part in value]:
        case [grey]:
            parts = [grey] * 3
        case [red, green, blue]:
            parts = [red, green, blue]
        case [cyan, magenta, yellow, key]:
            parts = [(1 - ink) * (1 - key) for ink in (cyan, magenta, yellow)]
        case _:
            return ""
    code = "".join(f"{round(part * 255):02X}" for part in parts)
    return "" if code == "000000" else code


def font_of(line: LineOfText) -> str:
    """The font of most of a line's Chinese characters, by its Chinese name."""
    han = [glyph.font for glyph in line.glyphs if is_han(glyph.text)]
    return font_name(Counter(han or [glyph.font for glyph in line.glyphs]).most_common(1)[0][0])
