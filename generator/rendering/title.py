"""Where a title's lines end: at the sense, in lines of fit length (GB/T 9704-2012, 7.3.1: trapezoid or diamond)."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from generator.text import cell_width

LINE_WIDTH = 20.0
"""字 of 2号 type (22 pt) that a line of 156 mm holds."""

_HOURGLASS = 100.0
_MOST_PHRASES = 14  # every arrangement of them is tried
_KINDS = "通知|通告|通报|公告|公示|函|报告|请示|批复|意见|决定|办法|方案|情况说明"
# Where a title that nobody has divided may end a line: at the sense, never within a word or a date.
_SENSE = re.compile(
    rf"(?<=.)(?=关于)|(?<=关于(?:做好|开展|印发|调整|公布|举办|组织))|(?<=年度)|(?<=系列)|(?<=》)(?=.)|(?<=.)(?=《)"
    r"|(?<=.)(?=（[^（）]*）$)"
    rf"|(?<=.)(?=(?:工作|事项)?的(?:{_KINDS})$)|(?<=[^工作事项])(?=的(?:{_KINDS})$)"
)


def title_lines(phrases: list[str]) -> list[str]:
    """The phrases as lines of at most `LINE_WIDTH`, as few and as even as they can be, never thinnest in the middle.

    A phrase longer than a line is divided at the sense; where that cannot be done, all stand in one line for the page
    to break.
    """
    phrases = [part for phrase in phrases for part in _parts(phrase)]
    if any(cell_width(phrase) > LINE_WIDTH for phrase in phrases) or len(phrases) > _MOST_PHRASES:
        return ["".join(phrases)]
    for count in range(1, len(phrases) + 1):
        fitting = [lines for lines in _arrangements(phrases, count) if max(map(cell_width, lines)) <= LINE_WIDTH]
        if fitting:
            return min(fitting, key=_ugliness)
    return ["".join(phrases)]


def _parts(phrase: str) -> list[str]:
    return [phrase] if cell_width(phrase) <= LINE_WIDTH else [part for part in _SENSE.split(phrase) if part]


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
