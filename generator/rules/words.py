"""An applicant's own words against those of a notice.

Words agree where the notice's own stand whole in the applicant's; nothing is taken for a synonym. Words that are merely
near (寺管会 and 驻村管寺, or less than the notice says) are nobody's to settle: 无法判断.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.rules.verdict import NO, UNKNOWN, YES, Answer

_ANY_PLACE = "各级"  # in a clause: of whatever level, so that 抽调到各级“访惠聚”办公室 covers 抽调到县“访惠聚”办公室

_MOST_NAMES = 8
_INNER_QUOTES = str.maketrans("“”", "‘’")


class Match(NamedTuple):
    """Whether words name what a clause names, and which of its items is meant (the first that fits best)."""

    answer: Answer
    item: str = ""


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The letters and digits of a text alone: quotes, brackets, spaces and width say nothing."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


@lru_cache(maxsize=4096)
def match(words: str, items: tuple[str, ...]) -> Match:
    """是 where the words hold an item whole, 无法判断 where they share most of its characters, else 否."""
    near = Match(NO)
    for item in items:
        for name in _names(item):
            if _holds(words, name):
                return Match(YES, item)
            if near.answer == NO and _is_near(folded(words), folded(name)):
                near = Match(UNKNOWN, item)
    return near


def _names(item: str) -> Iterator[str]:
    """What an item names: “访惠聚”驻村（含抽调到各级“访惠聚”办公室） names two things."""
    main, _, more = item.partition("（")
    yield main
    if more:
        yield more.removeprefix("含")


def _holds(words: str, name: str) -> bool:
    parts = folded(name).split(_ANY_PLACE)
    return bool(folded(name)) and re.search(".*".join(map(re.escape, parts)), folded(words)) is not None


def _is_near(one: str, other: str) -> bool:
    """Whether the two share more than half of the characters of the shorter one."""
    return 2 * sum((Counter(one) & Counter(other)).values()) > min(len(one), len(other))


def quoted_names(names: Sequence[str]) -> str:
    """“记者”“编辑”; of a long list the beginning, and 等."""
    shown = "".join(map(quoted, names[:_MOST_NAMES]))
    return shown if len(names) <= _MOST_NAMES else f"{shown}等"


def quoted(text: str) -> str:
    """The text in quotation marks, those inside it single (GB/T 15834, 4.8.3.3)."""
    return f"“{text.translate(_INNER_QUOTES)}”"
