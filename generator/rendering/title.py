"""Where a title's lines end: at the sense, in lines of fit length (GB/T 9704-2012, 7.3.1: trapezoid or diamond)."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from generator.text import cell_width

LINE_WIDTH = 20.0
"""字 of 2号 type (22 pt) that a line of 156 mm holds."""

_HOURGLASS = 100.0


def title_lines(phrases: list[str]) -> list[str]:
    """The phrases as lines of at most `LINE_WIDTH`, as few and as even as they can be, never thinnest in the middle.

    Where no arrangement fits (one phrase is longer than a line) each phrase stands as it is in one line of all.
    """
    if any(cell_width(phrase) > LINE_WIDTH for phrase in phrases):
        return ["".join(phrases)]
    for count in range(1, len(phrases) + 1):
        fitting = [lines for lines in _arrangements(phrases, count) if max(map(cell_width, lines)) <= LINE_WIDTH]
        if fitting:
            return min(fitting, key=_ugliness)
    return ["".join(phrases)]


def _arrangements(phrases: list[str], count: int) -> Iterator[list[str]]:
    for cuts in combinations(range(1, len(phrases)), count - 1):
        edges = [0, *cuts, len(phrases)]
        yield ["".join(phrases[start:end]) for start, end in pairwise(edges)]


def _ugliness(lines: list[str]) -> float:
    widths = [cell_width(line) for line in lines]
    hourglass = any(
        widths[middle] < min(max(widths[:middle]), max(widths[middle + 1 :])) for middle in range(1, len(widths) - 1)
    )
    return max(widths) - min(widths) + (_HOURGLASS if hourglass else 0)
