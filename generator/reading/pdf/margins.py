"""What stands in the margins of a PDF's pages: page numbers, running headers and footers."""

import statistics
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

from generator.reading.mending.debris import is_dressed, plain_number
from generator.reading.parts import BODY, FOOTER, FRAME, HEADER, Paragraph, Table

_EDGE = 2  # lines at each end of a page that may be margin
_UPPER, _LOWER = 0.125, 0.87  # of the height of the page; GB/T 9704 sets its text between them
_DRAFT = "草稿"  # what our own documents bear above the text while something is to be confirmed
_SAME_PLACE = 4.0  # points
_OFTEN = 3  # pages
_APART = 1.2  # of the usual distance of lines
_FEW = 3  # lines, of which no usual distance can be told


def mark_margins(pages: list[list[Paragraph | Table]], heights: list[float]) -> list[list[Paragraph | Table]]:
    """The pages with the lines of their margins marked as header or footer."""
    repeated = _repeated(pages, heights)
    watermarks = _watermarks(pages)
    shift = _shift_of_numbers(pages, heights)
    marked = []
    for number, (page, height) in enumerate(zip(pages, heights, strict=True), start=1):
        items = list(page)
        for index, where in _edges(page, height):
            text = page[index].text
            counts = plain_number(text) in (number, number + shift)
            if is_dressed(text) or counts or text.strip() == _DRAFT or (where, text.strip()) in repeated:
                items[index] = replace(page[index], where=where)
        marked.append([replace(item, where=HEADER) if _aslant(item) in watermarks else item for item in items])
    return marked


def _watermarks(pages: list[list[Paragraph | Table]]) -> set[str]:
    """The words that stand aslant on most pages."""
    found = Counter(_aslant(item) for page in pages for item in page)
    return {text for text, count in found.items() if text and count >= max(_OFTEN, len(pages) / 2)}


def _aslant(item: Paragraph | Table) -> str:
    """What stands aslant; nothing for all else."""
    return item.text if isinstance(item, Paragraph) and item.where == FRAME else ""


def _shift_of_numbers(pages: list[list[Paragraph | Table]], heights: list[float]) -> int:
    """By how much the plain numbers in the margins differ from the number of their page, where several agree."""
    shifts = Counter(
        found - number
        for number, (page, height) in enumerate(zip(pages, heights, strict=True), start=1)
        for index, _ in _edges(page, height)
        if (found := plain_number(page[index].text)) is not None
    )
    shift, count = max(shifts.items(), key=lambda item: item[1], default=(0, 0))
    return shift if count >= _OFTEN else 0


def _edges(page: list[Paragraph | Table], height: float) -> list[tuple[int, str]]:
    """The lines of a page that lie in its margins: index and which margin."""
    found = []
    for index, item in enumerate(page):
        if not isinstance(item, Paragraph) or item.where != BODY or item.top is None:
            continue
        if index < _EDGE and item.top < height * _UPPER:
            found.append((index, HEADER))
        elif index >= len(page) - _EDGE and item.top + (item.size or 0) / 2 > height * _LOWER:
            found.append((index, FOOTER))
    return found


def _stands_apart(page: list[Paragraph | Table], index: int, where: str) -> bool:
    """Whether more space than between lines parts the line from the text."""
    tops = [item.top for item in page if isinstance(item, Paragraph) and item.top is not None]
    steps = [after - before for before, after in pairwise(tops) if after > before]
    neighbour = index + 1 if where == HEADER else index - 1
    if len(steps) < _FEW or not 0 <= neighbour < len(page) or not isinstance(page[neighbour], Paragraph):
        return True
    return abs(page[neighbour].top - page[index].top) > statistics.median(steps) * _APART


def _repeated(pages: list[list[Paragraph | Table]], heights: list[float]) -> set[tuple[str, str]]:
    """The lines that stand word for word at the same place in the margin of most pages, no larger than the text."""
    usual = _usual_size(pages)
    places: dict[tuple[str, str], list[float]] = defaultdict(list)
    for page, height in zip(pages, heights, strict=True):
        for index, where in _edges(page, height):
            if _stands_apart(page, index, where) and (page[index].size or 0) <= usual:
                places[where, page[index].text.strip()].append(page[index].top)
    return {
        key
        for key, tops in places.items()
        if len(tops) >= max(_OFTEN, len(pages) / 2) and max(tops) - min(tops) <= _SAME_PLACE and "。" not in key[1]
    }


def _usual_size(pages: list[list[Paragraph | Table]]) -> float:
    """The type size of most of the text, in points."""
    sizes: Counter[float] = Counter()
    for item in (item for page in pages for item in page):
        if isinstance(item, Paragraph) and item.size:
            sizes[item.size] += len(item.text)
    return max(sizes, key=sizes.__getitem__, default=0.0)
