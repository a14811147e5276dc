"""The lines of a PDF with their indent and room: measured from the edges that the text itself keeps."""

import statistics
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.reading.mending.layout import Line
from generator.reading.parts import BODY, Paragraph, Table
from generator.text import cell_width

_BIN = 3.0  # points: edges nearer than this are one
_SHARE = 0.08  # of the lines keep to an edge of the text
_PROOF = 0.3  # of the lines that end at one place: that is the edge, however far from the page's
_WIDE = 15  # characters of a line that may prove it
_ASYMMETRY = 48.0  # points: margins hardly differ more
_FEW = 3
_PAGE_SORT = 120.0  # points: pages that differ less in width are of one sort
_APART = 1.45  # of the usual distance of lines: above that there is a gap
_LARGE = 2.0  # of its size: so far apart stand lines of large type
_EARLY = 3  # lines: a page that ends so much above its foot was ended by the writer
_DEFAULT_SIZE = 16.0  # points: 三号, where a line has no size


@dataclass(frozen=True)
class _Edges:
    """Where the text of one sort of page begins and ends, in points from the page's edges; its pitch and its foot."""

    left: float
    right: float
    pitch: float
    foot: float


def pdf_lines(items: tuple[Paragraph | Table, ...]) -> list[Line | Table]:
    """The lines in order, those that begin a page by the writer's will marked as such."""
    sorts = _sorts_of_pages(items)
    edges = {
        sort: _edges([item for item in items if _is_text(item) and sorts[item.page] == sort])
        for sort in set(sorts.values())
    }
    lines: list[Line | Table] = []
    last: Paragraph | None = None
    page: int | None = None
    for item in items:
        if not _is_text(item):
            lines.append(item if isinstance(item, Table) else Line(item))
            last, page = None, item.page
            continue
        own = edges[sorts[item.page]]
        size = item.size or _DEFAULT_SIZE
        turned = page is not None and item.page != page
        if turned and last is not None and last.top + _EARLY * own.pitch <= edges[sorts[last.page]].foot + _BIN:
            item = replace(item, new_page=True)
        pitch = max(own.pitch * _APART, size * _LARGE)
        apart = last is not None and not turned and item.top - last.top > pitch
        room, indent = (item.right - own.right) / size, (item.left - own.left) / size
        lines.append(Line(item, int(apart), turned, max(indent, 0.0), room))
        last, page = item, item.page
    return lines


def _is_text(item: Paragraph | Table) -> bool:
    return isinstance(item, Paragraph) and item.where == BODY and item.top is not None


def _sorts_of_pages(items: tuple[Paragraph | Table, ...]) -> dict[int, int]:
    """Pages of about the same width are of one sort; a line with its margins is as wide as the page."""
    widths: dict[int, list[float]] = {}
    for item in items:
        if _is_text(item):
            text = cell_width(item.text) * (item.size or _DEFAULT_SIZE)
            widths.setdefault(item.page, []).append(item.left + item.right + text)
    return {page: round(statistics.median(values) / _PAGE_SORT) for page, values in widths.items()}


def _edges(lines: list[Paragraph]) -> _Edges:
    steps = [
        after.top - before.top
        for before, after in pairwise(lines)
        if before.page == after.page and after.top - before.top > (after.size or 0) * 0.8
    ]
    pitch = statistics.median(steps) if steps else _DEFAULT_SIZE * 1.8
    lefts, rights = [line.left for line in lines], [line.right for line in lines]
    left = _edge(lefts, _SHARE) or min(lefts)
    right = _edge(rights, _SHARE)
    if right is None or right > left + _ASYMMETRY:  # all lines may be short: only very many with one end prove it
        right = _edge([line.right for line in lines if len(line.text) >= _WIDE], _PROOF) or min(left, *rights)
    return _Edges(left, right, pitch, max(line.top for line in lines))


def _edge(distances: list[float], share: float) -> float | None:
    """The outermost edge that this share of the lines keep, or None."""
    bins = Counter(round(distance / _BIN) for distance in distances)
    enough = max(_FEW, len(distances) * share)
    kept = [place for place, count in bins.items() if count + bins[place + 1] >= enough]
    return min(distance for distance in distances if round(distance / _BIN) >= min(kept)) if kept else None
