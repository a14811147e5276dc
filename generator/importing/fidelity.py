"""Whether the built document gives back every word of the file, in order; white space is not counted.

What the file says is what its reader gave, before anything was mended; only what mending says it left out is not
looked for. The two texts are compared as long pieces first and character by character only where these differ, so that
a notice of fifty pages takes no time.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from generator.reading.parts import LeftOut, Reading, text_of
from generator.rendering.blocks import Block

_SPACE = re.compile(r"\s+")
_PIECE = re.compile(r"[^。；，：、\n]*[。；，：、\n]?")
_BEFORE = 8  # characters that tell the place of a difference
_QUOTED = 30  # characters of a missing piece that a message shows

_Stretch = tuple[int, int, int, int]
"""From where to where in the file's words, and in the document's."""


@dataclass(frozen=True)
class Difference:
    """Words of the file that the document lacks at this place, and words that it has instead or besides."""

    missing: str
    added: str
    before: str  # the words of the file in front of it

    def __str__(self) -> str:
        where = f"“{self.before}”后面" if self.before else "开头"
        if not self.missing:
            return f"{where}多了“{_shown(self.added)}”"
        instead = f"，变成了“{_shown(self.added)}”" if self.added else ""
        return f"{where}缺“{_shown(self.missing)}”{instead}"


@dataclass(frozen=True)
class Fidelity:
    """How many characters the file has, how many of them the document gives back in order, and what differs.

    `left_out` of the file's characters are page numbers and the like.
    """

    total: int
    kept: int
    differences: tuple[Difference, ...]
    left_out: int = 0

    @property
    def is_complete(self) -> bool:
        return self.kept + self.left_out == self.total

    @property
    def added(self) -> tuple[Difference, ...]:
        return tuple(each for each in self.differences if not each.missing)

    @property
    def missing(self) -> tuple[Difference, ...]:
        return tuple(each for each in self.differences if each.missing)


def compare(source: str, built: str) -> Fidelity:
    """What of the source the built text gives back."""
    wanted, made = _bare(source), _bare(built)
    if wanted == made:
        return Fidelity(len(wanted), len(wanted), ())
    stretches = list(_equal_or_not(wanted, made))
    if not all(_same(wanted, made, stretch) or stretch[0] == stretch[1] for stretch in stretches):
        # The comparison looks for long equal stretches, not for the most words; whether all are there is told apart.
        stretches = _one_by_one(wanted, made) or stretches
    kept = sum(stretch[1] - stretch[0] for stretch in stretches if _same(wanted, made, stretch))
    differences = tuple(
        Difference(wanted[first:last], made[start:end], wanted[max(0, first - _BEFORE) : first])
        for first, last, start, end in stretches
        if not _same(wanted, made, (first, last, start, end))
    )
    return Fidelity(len(wanted), kept, differences)


def compare_with_file(raw: Reading, left_out: Iterable[LeftOut], built: str) -> Fidelity:
    """What of the file, as its reader gave it, the built text gives back; `left_out` is not looked for."""
    gone: dict[int, set[int]] = {}
    for piece in left_out:
        gone.setdefault(piece.place, set()).update(range(piece.start, piece.end))
    texts = [text_of(item) for item in raw.items]
    source = "\n".join(
        "".join(char for at, char in enumerate(text) if at not in gone[place]) if place in gone else text
        for place, text in enumerate(texts)
    )
    found = compare(source, built)
    total = sum(len(_bare(text)) for text in texts)
    return replace(found, total=total, left_out=total - found.total)


def text_of_blocks(blocks: Iterable[Block]) -> str:
    """All the words that blocks print."""
    return "\n".join(_table_text(block.table) if block.table else block.text for block in blocks)


def _table_text(table: dict[str, Any]) -> str:
    rows = [*table["表头"], *table["行"]]
    return "\n".join(str(cell["文字"]) for row in rows for cell in row)


def _same(wanted: str, made: str, stretch: _Stretch) -> bool:
    first, last, start, end = stretch
    return wanted[first:last] == made[start:end]


def _one_by_one(wanted: str, made: str) -> list[_Stretch] | None:
    """The stretches where every character of the one text stands in the other in order; None where one does not."""
    stretches: list[_Stretch] = []
    place = 0
    for at, char in enumerate(wanted):
        found = made.find(char, place)
        if found < 0:
            return None
        if found > place:
            stretches.append((at, at, place, found))
        stretches.append((at, at + 1, found, found + 1))
        place = found + 1
    return [*stretches, (len(wanted), len(wanted), place, len(made))]


def _equal_or_not(wanted: str, made: str) -> Iterator[_Stretch]:
    """Places of stretches of both texts that are equal, or that differ, from left to right."""
    head = _alike(wanted, made)
    tail = _alike(wanted[head:][::-1], made[head:][::-1])
    ends = len(wanted) - tail, len(made) - tail
    yield 0, head, 0, head
    for first, last, start, end in _in_pieces(wanted[head : ends[0]], made[head : ends[1]]):
        yield first + head, last + head, start + head, end + head
    yield ends[0], len(wanted), ends[1], len(made)


def _alike(first: str, second: str) -> int:
    """How many characters at the beginning are the same."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(second)))


def _in_pieces(wanted: str, made: str) -> Iterator[_Stretch]:
    first, second = _pieces(wanted), _pieces(made)
    at, to = _starts(first), _starts(second)
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "replace":
            inner = SequenceMatcher(None, wanted[at[a] : at[b]], made[to[c] : to[d]], autojunk=False)
            for _, i, j, k, n in inner.get_opcodes():
                yield at[a] + i, at[a] + j, to[c] + k, to[c] + n
        else:
            yield at[a], at[b], to[c], to[d]


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text) if piece]


def _starts(pieces: list[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _bare(text: str) -> str:
    return _SPACE.sub("", text)


def _shown(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…（共{len(text)}字）"
