"""The numerals that paragraphs begin with: 一、 （一） 1. （1） and 第一条, and what is written in their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lint.source import Line, Source
from generator.text import chinese_number, chinese_numeral

ARTICLE = 0
LEVEL_MARKS = ("第一条", "一、", "（一）", "1.", "（1）")
_HAN_NUMERAL = "[一二三四五六七八九十]{1,3}"
# A label may stand before the first numeral of a list: 附件：1. 注：1.
_LABEL = r"(?P<label>(?:附件|注|说明|备注)[：:][ \t\u3000]*)?"
_NO_REFERENCE = r"(?![、，和至—-]?[（(])"  # （一）、（二）两项 begins no paragraph
_RIGHT = (
    (ARTICLE, rf"第(?P<number>{_HAN_NUMERAL})条[ \t\u3000]"),
    (1, rf"(?P<number>{_HAN_NUMERAL})、(?!{_HAN_NUMERAL}[级类等项、])"),
    (2, rf"[（(](?P<number>{_HAN_NUMERAL})[)）]{_NO_REFERENCE}"),
    (3, r"(?P<number>\d{1,2})[ \t]?(?:[.．](?!\d)|[.．](?=(?:19|20)\d{2}[ \t]?年))"),
    (4, rf"[（(](?P<number>\d{{1,2}})[)）]{_NO_REFERENCE}"),
)
_WRONG = (
    (1, rf"(?P<number>{_HAN_NUMERAL})[.．,，:：]"),
    (3, r"(?P<number>\d{1,2})、(?!\d)"),
    (4, r"(?P<number>\d{1,2})[)）]"),
)
_FORMS = tuple(
    (level, right, re.compile(_LABEL + form))
    for right, forms in ((True, _RIGHT), (False, _WRONG))
    for level, form in forms
)
_NEW_PART = re.compile(r"附件[ \t\u3000]*\d{0,2}[：:]?[ \t\u3000]*$")
_FINISHED = ("。", "；", "：", "！", "？", "”", "）", ";", ":", ".")
_HEADING = 20  # characters of the longest line without a mark at its end that is no broken one


@dataclass(frozen=True)
class Numeral:
    """A numeral at the beginning of a line: its level (0 for an article, 1 to 4), its number and its place.

    `start` and `end` are offsets in the text (the mark behind the numeral included), `line` the index of its line;
    `right` says whether the mark is the standard's, `labelled` whether 附件： or 注： stands before it.
    """

    level: int
    number: int
    start: int
    end: int
    line: int
    right: bool
    labelled: bool

    def written(self, number: int) -> str:
        """The right form of a number at this level: 第二条 二、 （二） 2. （2）."""
        han = chinese_numeral(number) if self.level < 3 and 1 <= number <= 99 else str(number)
        return (f"第{han}条", f"{han}、", f"（{han}）", f"{han}.", f"（{han}）")[self.level]


@dataclass(frozen=True)
class NewPart:
    """A line 附件1: what follows is numbered anew."""

    line: int


def numerals(source: Source) -> Iterator[Numeral | NewPart]:
    """The numerals at the beginnings of the lines, in order."""
    for index, line in enumerate(source.lines):
        if _NEW_PART.match(line.text):
            yield NewPart(index)
        elif numeral := _numeral(index, line, begins=_begins_paragraph(source, index)):
            yield numeral


def _numeral(index: int, line: Line, *, begins: bool) -> Numeral | None:
    for level, right, pattern in _FORMS:
        match = pattern.match(line.text) if right or begins else None
        if match:
            start = line.start + (match.end("label") if match["label"] else 0)
            return _made(level, match, start, line.start + match.end(), index, right)
    return None


def _made(level: int, match: re.Match, start: int, end: int, index: int, right: bool) -> Numeral | None:
    try:
        numeral = match["number"]
        number = int(numeral) if numeral.isdecimal() else chinese_number(numeral)
    except ValueError:  # 一十二 is no number
        return None
    return Numeral(level, number, start, end, index, right, bool(match["label"]))


def _begins_paragraph(source: Source, line: int) -> bool:
    """Whether the line is not the rest of a broken one: the line before it is finished, a heading, or not there."""
    before = source.lines[line - 1].text.rstrip() if line else ""
    return before.endswith(_FINISHED) or len(before) <= _HEADING
