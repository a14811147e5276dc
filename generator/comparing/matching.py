"""Which item of one list became which of another."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_ALIKE = 0.5
"""From this share of common text on, two texts are one that was changed."""

_SAME_NAME = 0.6
"""The same for names: 转评 and 评审, half of each in common, are two things."""


class Matched(NamedTuple):
    """Positions: the pairs in the new order, and what is in one list only."""

    pairs: list[tuple[int, int]]
    gone: list[int]
    added: list[int]

    @property
    def moved(self) -> list[tuple[int, int]]:
        """The pairs that no longer stand among the others as they did: as few as will do."""
        order = sorted(old for old, _ in self.pairs)

        def distance(pair: tuple[int, int]) -> tuple[int, int]:
            return abs(order.index(pair[0]) - self.pairs.index(pair)), abs(pair[0] - pair[1])

        rest = list(self.pairs)
        while [old for old, _ in rest] != sorted(old for old, _ in rest):
            rest.remove(max(rest, key=distance))
        return [pair for pair in self.pairs if pair not in rest]


def match(old: Sequence[str], new: Sequence[str], *, renamed: bool = True) -> Matched:
    """Pairs items by their names; then, where items may have been `renamed`, those whose names are alike.

    Two lists of one item each are always a pair.
    """
    found: dict[int, int] = {}
    for position, name in enumerate(new):
        same = next((at for at, other in enumerate(old) if other == name and at not in found.values()), None)
        if same is not None:
            found[position] = same
    for position, name in enumerate(new):
        rest = [at for at in range(len(old)) if at not in found.values()]
        if position not in found and rest:
            best = max(rest, key=lambda at: likeness(old[at], name))
            if renamed and likeness(old[best], name) >= _SAME_NAME or len(old) == len(new) == 1:
                found[position] = best
    return Matched(
        [(found[position], position) for position in range(len(new)) if position in found],
        [at for at in range(len(old)) if at not in found.values()],
        [position for position in range(len(new)) if position not in found],
    )


def likeness(one: str, other: str) -> float:
    """The share of common text, from 0 to 1; 0 for what is surely not one text that was changed."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0
    return matcher.ratio()


def is_alike(one: str, other: str) -> bool:
    """Whether the two are one text that was changed."""
    return likeness(one, other) >= _ALIKE


def in_turn(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """The texts of two lists in turn, each with the one it became, in the order in which a reader meets them.

    Two lists of one text each are not a pair for that: a text may have gone and another have come.
    """
    first = start = 0
    turns: list[tuple[int | None, int | None]] = []
    for end, after in enumerate(new):
        last = max(range(first, len(old)), key=lambda at: likeness(old[at], after), default=None)
        if last is not None and is_alike(old[last], after):
            turns += _apart(first, last, start, end)
            turns.append((last, end))
            first, start = last + 1, end + 1
    return turns + _apart(first, len(old), start, len(new))


def _apart(first: int, last: int, start: int, end: int) -> list[tuple[int | None, int | None]]:
    return [(at, None) for at in range(first, last)] + [(None, at) for at in range(start, end)]
