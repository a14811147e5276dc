"""What an official document has of several lines: the letterhead and the 版记 (GB/T 9704-2012, 7.2 and 7.4)."""

import re
from collections.abc import Iterator
from math import ceil

from generator.rendering.blocks import Block, Run
from generator.text import cell_width

LETTERHEAD, JOINT_LETTERHEAD = "发文机关标志", "联署标志"
IMPRINT, LONG_IMPRINT = "版记", "长版记"
DIVIDER = "｜"

LEVELS = ((8, 52, 1.0), (12, 48, 0.76), (17, 38, 0.68), (22, 32, 0.62), (28, 26, 0.6))
"""Sizes of a letterhead: the most 字 of a line, the type's height in points, how far it is condensed.

7.2.4 leaves the size to the office; the longest line shall fit the text area of 156 mm (442 pt).
"""

_CHARACTER = 15.75  # points: one 字 of the body
_SUFFIX = "文件"  # stands beside the names of joint issuers
_GAP = 0.4  # 字 of the letterhead before it
_MOST_LINES = 20  # of the 28 lines of 22.4 pt that fill a page
_LINE_WIDTH = 18.0  # 字 of 4号 that the office has beside the date, the narrowest of all
_ADDRESSED = re.compile(r"(?:主送|抄送|抄报|分送)[:：]")


def letterhead(lines: list[tuple[Run, ...]]) -> Iterator[Block]:
    """The lines of the letterhead in the one size that fits the longest.

    Where 文件 stands on a line of its own the others are joint issuers: their names, spread to one width, stand one
    below another, and the word beside them in the middle (7.2.4).
    """
    texts = ["".join(run.text for run in line).strip() for line in lines]
    if len(texts) > 1 and texts.count(_SUFFIX) == 1:
        yield _joint([text for text in texts if text != _SUFFIX])
        return
    level = _level(max(map(cell_width, texts), default=0))
    yield from (Block(LETTERHEAD, line, level=level) for line in lines)


def _joint(names: list[str]) -> Block:
    widest = max(map(cell_width, names))
    aside = len(_SUFFIX) + _GAP
    level = _level(widest + aside)
    _, size, condensed = LEVELS[level - 1]
    unit = size * condensed / _CHARACTER
    rows = tuple(
        {
            "左": name,
            "字距": (widest - cell_width(name)) / max(len(name) - 1, 1),
            "左宽": widest * unit,
            "右": "" if number else _SUFFIX,
            "右宽": aside * unit,
            "竖并": "" if len(names) == 1 else "续" if number else "起",
        }
        for number, name in enumerate(names)
    )
    return Block(JOINT_LETTERHEAD, (Run("\n".join([names[0], _SUFFIX, *names[1:]])),), level=level, rows=rows)


def _level(width: float) -> int:
    return next((number for number, (most, _, _) in enumerate(LEVELS, start=1) if width <= most), len(LEVELS))


def imprint(lines: list[tuple[Run, ...]]) -> Iterator[Block]:
    """The 版记: one block, for it stands at the foot of the page as a whole, unless it is too long for that.

    A line divided by ｜ has an office at the left and a date at the right. Addressees (主送, 抄送) that follow each
    other have no rule between them (7.4.2).
    """
    rows: list[dict] = []
    for text in ("".join(run.text for run in line) for line in lines):
        addressed = bool(_ADDRESSED.match(text))
        # The last of several: what stands before it is a value of the data, and the date has none.
        office, divided, date = ("", "", "") if addressed else text.rpartition(DIVIDER)
        left = office if divided else text
        if addressed and rows and rows[-1]["收文"]:
            rows[-1]["各段"].append(left)
        else:
            rows.append({"各段": [left], "右": date if divided else "", "收文": addressed})
    if rows:
        text = "\n".join(part for row in rows for part in ([*row["各段"], row["右"]] if row["右"] else row["各段"]))
        height = sum(_lines(part) for row in rows for part in row["各段"])
        yield Block(IMPRINT if height <= _MOST_LINES else LONG_IMPRINT, (Run(text),), rows=tuple(rows))


def _lines(text: str) -> int:
    """How many lines a part of the 版记 takes, or a few more."""
    return sum(max(1, ceil(cell_width(line) / _LINE_WIDTH)) for line in text.split("\n"))
