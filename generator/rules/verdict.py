"""An answer that may be “cannot tell”, and how several answers become one (Kleene's three values)."""

from collections.abc import Iterable
from typing import Literal

Answer = Literal["是", "否", "无法判断"]
YES, NO, UNKNOWN = "是", "否", "无法判断"


def all_of(answers: Iterable[Answer]) -> Answer:
    """是 where every answer is; one 否 decides, whatever is unknown. 是 for none."""
    given = set(answers)
    return NO if NO in given else UNKNOWN if UNKNOWN in given else YES


def any_of(answers: Iterable[Answer]) -> Answer:
    """否 where every answer is; one 是 decides, whatever is unknown. 否 for none."""
    given = set(answers)
    return YES if YES in given else UNKNOWN if UNKNOWN in given else NO


def at_least(count: int, answers: Iterable[Answer]) -> Answer:
    """Whether `count` of the answers are 是; 无法判断 where the unknown ones decide it."""
    given = list(answers)
    if given.count(YES) >= count:
        return YES
    return UNKNOWN if given.count(YES) + given.count(UNKNOWN) >= count else NO
