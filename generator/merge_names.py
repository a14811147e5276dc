"""The bare names of mail-merge fields (姓名, 单位名称, 申报级别): which variable of ours each of them means.

They are read like the headings of lists, then like the endings of variables (年度 is 评审.年度). A name that could be
several is refused, and so is one that is none.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.contract import TEXT, variables
from generator.heading_values import asked
from generator.loading.tables.headings import SERIAL, applicant_words, fold
from generator.loading.validation import suggest
from generator.rendering.docx_merge_field import Unfilled

_ROOTS = ("申报人", "单位", "评审", "公示")
_OF_NUMBERS = "M_"  # Word puts it before a name that begins with a digit
_MARKS = frozenset("\"'“”‘’{}\\<>&")
_CLOSE = 0.5
_MOST_CHOICES = 6
_SEE = "可用的名称见 zhicheng template fields"


def expression_of(name: str) -> str:
    """The expression that a field of this name prints. Raises Unfilled."""
    plain = name.removeprefix(_OF_NUMBERS) if name[len(_OF_NUMBERS) :][:1].isdigit() else name
    target = applicant_words().target(plain)
    found = asked(target, plain) if target else None
    if found:
        if _MARKS & set("".join(target.names)):  # the key of a mapping becomes part of the tag
            raise Unfilled(f"合并域“{name}”的名称里有不能用的符号", "请去掉名称里的引号、括号和尖括号")
        return found.expression
    if target == SERIAL:
        raise Unfilled(f"“{name}”是名单上的编号，每人一份的文件里没有", "请删去")
    paths = _paths().get(fold(plain), {})
    if len(paths) == 1 and all(paths.values()):
        return next(iter(paths))
    if paths:
        choices = "”或“".join(list(paths)[:_MOST_CHOICES])
        raise Unfilled(f"“{name}”说不清是哪一项", f"请写全，例如“{choices}”")
    near = suggest(fold(plain), {*applicant_words().words, *_paths()}, _CLOSE)
    raise Unfilled(f"数据中没有“{name}”这一项", f"最接近的是“{'”“'.join(near)}”；{_SEE}" if near else _SEE)


@cache
def _paths() -> dict[str, dict[str, bool]]:
    """The variables that are one text, by each of their endings: 评审.年度 by 评审年度 and by 年度.

    With each, whether the ending says enough: the last name of what lies deeper (评审.免学申请.标题) does not.
    """
    found: dict[str, dict[str, bool]] = {}
    shapes = variables()
    for root in _ROOTS:
        for path in _texts(shapes[root], (root,)):
            for start in range(len(path)):
                is_enough = start < 2 or len(path) - start > 1
                found.setdefault(fold("".join(path[start:])), {})[".".join(path)] = is_enough
    return found


def _texts(shape: dict[str, Any], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, inner in shape.items():
        if inner == TEXT:
            yield (*above, name)
        elif isinstance(inner, dict):
            yield from _texts(inner, (*above, name))
