"""Measures what is painted on the pages of a PDF, in millimetres from the top left of the sheet."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from tests.support import needs, pdf_text

MILLIMETRE = 72 / 25.4
_DOTS = 300  # to the inch
_DARK = bytes(255 if value < 128 else 0 for value in range(256))
_STRONG = bytes(255 if value > 190 else 0 for value in range(256))
_WEAK = bytes(255 if value < 130 else 0 for value in range(256))
_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_LINE = re.compile(r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL)


@dataclass(frozen=True)
class Place:
    """A rectangle of a page: a band of ink, or a line of text with the boxes of its characters."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def text_lines(pdf: bytes) -> list[list[Place]]:
    """The lines of text of each page; text that stands apart on one line makes several."""
    pages = _PAGE.findall(pdf_text(pdf, "-bbox-layout"))
    return [[_text_line(match) for match in _LINE.finditer(page)] for page in pages]


def _text_line(match: re.Match) -> Place:
    edges = [float(edge) / MILLIMETRE for edge in match.groups()[:4]]
    return Place(*edges, text=unescape("".join(re.findall(r">([^<]+)</word>", match[5]))))


def bands(pdf: bytes, page: int, *, red: bool = False, apart: float = 0.5) -> list[Place]:
    """What is painted on a page (from 1), or what is `red` of it, in bands with white at least `apart` high between."""
    found: list[Place] = []
    for top, bottom, left, right in _painted_rows(pdf, page, red=red):
        if found and top - found[-1].bottom < apart:
            last = found.pop()
            found.append(Place(min(last.left, left), last.top, max(last.right, right), bottom))
        else:
            found.append(Place(left, top, right, bottom))
    return found


def rules(pdf: bytes, page: int) -> list[Place]:
    """The lines across the text area of an upright page."""
    return [band for band in bands(pdf, page, apart=0.05) if band.width > 150 and band.height < 1]


def _painted_rows(pdf: bytes, page: int, *, red: bool) -> Iterator[tuple[float, float, float, float]]:
    needs("pdftoppm")
    command = ["pdftoppm", "-r", str(_DOTS), "-f", str(page), "-l", str(page), "-"]
    picture = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    _, size, _, pixels = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    dot = 25.4 / _DOTS
    for number in range(height):
        row = pixels[number * width * 3 : (number + 1) * width * 3]
        ink = _red(row) if red else _dark(row)
        if ink:
            first = width - (ink.bit_length() + 7) // 8
            last = width - ((ink & -ink).bit_length() + 7) // 8
            yield number * dot, (number + 1) * dot, first * dot, (last + 1) * dot


def _dark(row: bytes) -> int:
    return int.from_bytes(row[1::3].translate(_DARK), "big")  # red ink has no green either


def _red(row: bytes) -> int:
    strong, weak = row[0::3].translate(_STRONG), (row[colour::3].translate(_WEAK) for colour in (1, 2))
    red = int.from_bytes(strong, "big")
    for mask in weak:
        red &= int.from_bytes(mask, "big")
    return red
