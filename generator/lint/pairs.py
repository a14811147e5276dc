"""Quotation marks, brackets, title marks: in pairs, double outside, single inside (GB/T 15834-2011, 4.8, 4.9, 4.15)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.lint.pattern import remark
from generator.lint.remark import Remark
from generator.lint.source import Line, Source

_CLOSES = {"（": "）", "“": "”", "‘": "’", "《": "》", "〈": "〉", "〔": "〕", "【": "】", "「": "」", "『": "』"}
_OUTER = {"‘": "“", "〈": "《"}
_INNER = {"“": "‘’", "《": "〈〉"}
_WIDE = str.maketrans("()", "（）")
_MARKS = re.compile("[()（）“”‘’《》〈〉〔〕【】「」『』]")
# 1) and a) begin an item of a list; an apostrophe stands between letters (it’s) and before a short year (’24年).
_NO_PAIR = re.compile(r"^[ \t\u3000]*[\dA-Za-z]{1,2}[)）]|(?<=[A-Za-z])’(?=[A-Za-z])|[’‘](?=\d{2}年)")
_SENTENCE_END = ("。", "；", "！", "？")
_PAUSE = re.compile("[，。；]")
_NEARBY = 100  # characters around a mark in which a sentence has a pause
_LONGEST = 5  # lines that one sentence may have been broken into
_DEEPEST = 20  # open marks that are looked through: no sentence nests deeper, and the time stays linear


class _Mark(NamedTuple):
    at: int
    mark: str  # in full width


@dataclass
class _Open:
    mark: str
    at: int
    nested: list[int] = field(default_factory=list)  # where the same mark was opened again within


def pairs(source: Source) -> Iterator[Remark]:
    """Marks without their partner, and the same double mark within itself."""
    for marks in _sentences(source.lines):
        yield from _unpaired(source, marks)


def _sentences(lines: tuple[Line, ...]) -> Iterator[list[_Mark]]:
    """The marks of each line; lines that a broken one goes on in, because a mark is still open, are taken together."""
    marks: list[_Mark] = []
    count = balance = 0
    for line in lines:
        here = _marks(line)
        marks += here
        balance += sum(1 if mark in _CLOSES else -1 for _, mark in here)
        count += 1
        if balance <= 0 or line.text.rstrip().endswith(_SENTENCE_END) or count == _LONGEST:
            yield marks
            marks, count, balance = [], 0, 0
    yield marks


def _marks(line: Line) -> list[_Mark]:
    found = [(match.start(), match.group().translate(_WIDE)) for match in _MARKS.finditer(line.text)]
    exempt = {match.end() - 1 for match in _NO_PAIR.finditer(line.text)} if found else ()
    return [_Mark(line.start + at, mark) for at, mark in found if at not in exempt]


def _unpaired(source: Source, marks: list[_Mark]) -> Iterator[Remark]:
    waiting: list[_Open] = []
    for at, mark in marks:
        if mark in _CLOSES:
            yield from _opened(source, mark, at, waiting)
            waiting.append(_Open(mark, at))
            continue
        partners = [index for index, each in enumerate(waiting[-_DEEPEST:][::-1]) if _CLOSES[each.mark] == mark]
        if not partners:
            yield _alone(source, at, "前一半")
            continue
        yield from (_alone(source, waiting.pop().at, "后一半") for _ in range(partners[0]))
        yield from _closed(source, waiting.pop())
    yield from (_alone(source, each.at, "后一半") for each in waiting)


def _opened(source: Source, mark: str, at: int, waiting: list[_Open]) -> Iterator[Remark]:
    if outer := _OUTER.get(mark):
        if _is_prose(source, at) and all(each.mark != outer for each in waiting[-_DEEPEST:]):
            both = outer + _CLOSES[outer]
            yield remark(source, "PUNC-05", at, at + 1, both, remedy=f"外面一层请用{both}")
    elif mark in _INNER:
        for each in reversed(waiting[-_DEEPEST:]):
            if each.mark in (mark, _INNER[mark][0]):
                if each.mark == mark:
                    each.nested.append(at)
                return


def _is_prose(source: Source, at: int) -> bool:
    """Whether the mark stands in a sentence: a name of its own (关于印发〈…〉的通知) will stand in 《》 elsewhere."""
    return bool(_PAUSE.search(source.plain, max(0, at - _NEARBY), at + _NEARBY))


def _closed(source: Source, opened: _Open) -> Iterator[Remark]:
    for at in opened.nested:
        inner = _INNER[opened.mark]
        yield remark(source, "PUNC-05", at, at + 1, inner, remedy=f"里面一层请用{inner}")


def _alone(source: Source, at: int, missing: str) -> Remark:
    remedy = f"请对照原件，补上{missing}，或者删去这一半"
    return remark(source, "PAIR-01", at, at + 1, "成对的标点", remedy=remedy)
