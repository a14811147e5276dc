"""Which rows below the headings are people, and which are totals, signatures, notes or nothing."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from generator.loading.tables.cells import is_blank, shown

EXAMPLE = "示例"
EXAMPLES = frozenset((EXAMPLE, "例", "样例", "范例"))
"""What stands in place of a number where a row is an example."""

_ENDINGS = (
    "合计|总计|小计|共计|总人数|人数|注|说明|填表说明|填报说明|填写说明|备注|审核|审核人|审核单位|审核意见|审批人|填报|填报人"
    "|填报单位|填报时间|填报日期|填表|填表人|填表单位|制表|制表人|经办人|联系人|联系电话|负责人|单位|单位负责人|单位领导"
    "|单位意见|主要负责人|分管领导|主管部门|主管单位|人事|人事部门|推荐单位|日期|时间|盖章|签字|公章"
)
_FOOTER = re.compile(
    rf"(?:{_ENDINGS})(?:[^：:]{{0,16}}[：:]|[（(\s\d]|$)|共\s*\d+|第\s*\d+\s*页|[\s\d]*年[\s\d]*月[\s\d]*日?$"
)
_LONGEST_NAME = 5
_DIGIT = re.compile(r"\d")
_NOTES = re.compile(r"注|说明|填表说明|填报说明|填写说明|备注")


def is_ending(text: str) -> bool:
    """Whether a text is what stands below a table: totals, signatures, notes."""
    return _FOOTER.match(text) is not None


class Line(Enum):
    """What a row is."""

    PERSON = auto()
    EXAMPLE = auto()
    NOTHING = auto()
    UNREAD = auto()
    """A line of text that is no person, and nothing that lists usually end with."""


class Lines:
    """Tells the rows of one sheet apart, from top to bottom."""

    def __init__(self, name: int, number: int | None, serial: int | None, headings: frozenset[str]):
        self._name, self._number, self._serial = name, number, serial
        self._headings = headings
        self._is_first, self._in_notes = True, False

    def kind(self, cells: Sequence[Any]) -> Line:
        """What the next row is."""
        first, self._is_first = self._is_first, False
        if first and _counts_columns(cells):
            return Line.NOTHING
        name = cells[self._name]
        if self._serial is not None and cells[self._serial] in EXAMPLES:
            return Line.EXAMPLE
        if type(name) is str and name.strip():
            if "".join(name.split()) in self._headings:
                return Line.NOTHING
            if self._has_number(cells):
                self._in_notes = False
                return Line.PERSON
        return self._unnumbered(cells)

    def _unnumbered(self, cells: Sequence[Any]) -> Line:
        """What a row without an ID number is, or one without a name."""
        filled = [at for at, cell in enumerate(cells) if not is_blank(cell)]
        if not filled or filled == [self._serial]:
            return Line.NOTHING
        if self._has_number(cells):
            return Line.PERSON
        text = shown(cells[filled[0]])
        if is_ending(text) or is_ending(shown(cells[self._name])):
            self._in_notes = self._in_notes or _NOTES.match(text) is not None
            return Line.NOTHING
        if len(filled) == 1 and (self._in_notes or filled != [self._name] or _is_no_name(text)):
            return Line.NOTHING if self._in_notes else Line.UNREAD
        self._in_notes = False
        return Line.PERSON

    def _has_number(self, cells: Sequence[Any]) -> bool:
        """Whether something with a digit stands where the ID number belongs."""
        if self._number is None:
            return False
        cell = cells[self._number]
        return _DIGIT.search(cell) is not None if type(cell) is str else not is_blank(cell)


def _is_no_name(text: str) -> bool:
    """Whether a text alone in its row is longer than names are; those with a middle dot may be long."""
    return len(text) > _LONGEST_NAME and "·" not in text


def _counts_columns(cells: Sequence[Any]) -> bool:
    """Whether the row only numbers the columns: 1, 2, 3 …"""
    texts = [shown(cell) for cell in cells if not is_blank(cell)]
    if len(texts) < 3 or not all(text.isdecimal() and len(text) < 4 for text in texts):
        return False
    numbers = list(map(int, texts))
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
