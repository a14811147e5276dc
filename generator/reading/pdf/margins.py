"""What stands in the margins of a PDF's pages: page numbers, running headers and footers."""

import statistics
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from generator.reading.mending.debris import is_bare_number, is_page_number
from generator.reading.parts import BODY, FOOTER, HEADER, Paragraph, Table

_EDGE = 2  # lines at each end of a page that may be margin
_UPPER, _LOWER = 0.125, 0.87  # of the height of the page; GB/T 9704 sets its text between them
_SAME_PLACE = 4.0  # points
_OFTEN = 3  # pages
_APART = 1.2  # of the usual distance of lines
_FEW = 3  # lines, of which no usual distance can be told


def mark_margins(pages: list[list[Paragraph | Table]], heights: list[float]) -> list[list[Paragraph | Table]]:
    """The pages with the lines of their margins marked as header or footer."""
    repeated = _repeated(pages, heights)
    marked = []
    for page, height in zip(pages, heights, strict=True):
        items = list(page)
        for index, where in _edges(page, height):
            text = page[index].text
            if is_page_number(text) or is_bare_number(text) or (where, text.strip()) in repeated:
                items[index] = replace(page[index], where=where)
        marked.append(items)
    return marked


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
    """The lines that stand word for word at the same place in the margin of most pages."""
    places: dict[tuple[str, str], list[float]] = defaultdict(list)
    for page, height in zip(pages, heights, strict=True):
        for index, where in _edges(page, height):
            if not _stands_apart(page, index, where):
                continue
            places[where, page[index].text.strip()].append(page[index].top)
    return {
        key
        for key, tops in places.items()
        if len(tops) >= max(_OFTEN, len(pages) / 2) and max(tops) - min(tops) <= _SAME_PLACE
    }
