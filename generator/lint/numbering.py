"""Numerals of headings and lists: their marks and their order (GB/T 9704-2012, 7.3.3; GB/T 15834-2011, A.5 and B.3)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.lint.numerals import ARTICLE, LEVEL_MARKS, NewPart, Numeral, numerals
from generator.lint.pattern import matches, remark, row
from generator.lint.remark import Remark
from generator.lint.source import GAP, Source

_LOOK_UP = "请对照原件核对，是漏了一项还是序号有误"
_ORDER_OF_LEVELS = "请核对层次：“一、”下面是“（一）”，再下面是“1.”“（1）”"
_FAR = 100  # numerals looked ahead for the end of a list, so that the time stays linear
_SEMICOLONS = ("；", ";")
_INSIDE = re.compile(r"“[^“”\n]*+”|（[^（）\n]*+）")
_SHORT_HEADING = re.compile(r"[^，。；：\n]{2,20}[。；]$")


def numbering(source: Source) -> Iterator[Remark]:
    """Wrong marks behind numerals, numbers left out or repeated, levels out of order, lists that mix 。 and ；."""
    found = list(numerals(source))
    yield from matches(source, _ROWS)
    yield from _marks(source, found)
    yield from _order(source, found)
    yield from _levels(source, found)
    yield from _ends(source, found)
    yield from _headings(source, found)


def _marks(source: Source, found: list[Numeral | NewPart]) -> Iterator[Remark]:
    for each in found:
        if isinstance(each, Numeral) and not each.right:
            yield remark(source, "PUNC-06", each.start, each.end, each.written(each.number))


def _order(source: Source, found: list[Numeral | NewPart]) -> Iterator[Remark]:
    """Each number is the one before it plus one, or begins again with 1."""
    last: dict[int, Numeral] = {}
    renewed: set[int] = set()  # levels beneath a heading that has come since
    for each in found:
        if isinstance(each, NewPart):
            last, renewed = {}, set()
            continue
        expected = _expected(last, each, new_list=each.level in renewed)
        if expected is not None:
            yield remark(source, "BODY-05", each.start, each.end, each.written(expected), remedy=_LOOK_UP)
        last[each.level] = each
        renewed = {level for level in last if level > each.level} | (renewed - {each.level})


def _expected(last: dict[int, Numeral], each: Numeral, *, new_list: bool) -> int | None:
    """The number that should stand here; None where the one that stands is right."""
    before = last.get(each.level)
    if before is None:
        # The beginning of the text may lie in the middle of a list, but not of one whose heading stands in the text.
        has_heading = each.level != ARTICLE and any(level < each.level for level in last)
        return 1 if has_heading and each.number > 1 and not each.labelled else None
    if each.number == 1:
        repeated = before.number == 1 and each.line == before.line + 1 and not new_list
        return 2 if repeated and not (before.labelled or each.labelled) else None
    if each.number == before.number + 1:
        return None
    return 1 if new_list else before.number + 1


def _levels(source: Source, found: list[Numeral | NewPart]) -> Iterator[Remark]:
    """（一） within the list 1. 2. 3.: the outer list goes on behind it."""
    for index, (outer, each) in enumerate(pairwise(found), start=2):
        if isinstance(outer, NewPart) or isinstance(each, NewPart) or each.number != 1:
            continue
        if not ARTICLE < each.level < outer.level:
            continue
        later = found[index : index + _FAR]
        after = next((other for other in later if isinstance(other, NewPart) or other.level in (1, outer.level)), None)
        if isinstance(after, Numeral) and (after.level, after.number) == (outer.level, outer.number + 1):
            expected = LEVEL_MARKS[min(outer.level + 1, 4)]
            yield remark(source, "BODY-05", each.start, each.end, expected, remedy=_ORDER_OF_LEVELS)


def _ends(source: Source, found: list[Numeral | NewPart]) -> Iterator[Remark]:
    """A list in which one item holds a full stop while others end with semicolons: the first such semicolon."""
    for items in _lists(found):
        texts = [_item(source, each, after) for each, after in pairwise(items)]
        texts.append(_item(source, items[-1], None))
        if not any("。" in _INSIDE.sub("", text)[:-1] for _, text in texts):
            continue
        for end, text in texts:
            if text.endswith(_SEMICOLONS):
                remedy = "请把这一组各项末尾的分号都改为句号"
                yield remark(source, "PUNC-14", end - 1, end, "。", remedy=remedy)
                break


def _lists(found: list[Numeral | NewPart]) -> Iterator[list[Numeral]]:
    """Runs of two or more numerals of one level with consecutive numbers and nothing between."""
    run: list[Numeral] = []
    for each in found:
        if isinstance(each, Numeral) and run and (each.level, each.number) == (run[-1].level, run[-1].number + 1):
            run.append(each)
            continue
        if len(run) > 1:
            yield run
        run = [each] if isinstance(each, Numeral) else []
    if len(run) > 1:
        yield run


def _item(source: Source, each: Numeral, after: Numeral | None) -> tuple[int, str]:
    """Where the item ends, and its text; the last item of a list is taken to be one line."""
    line = source.lines[each.line]
    stop = after.start if after else line.start + len(line.text)
    text = source.plain[each.end : stop].rstrip()
    return each.end + len(text), text


def _headings(source: Source, found: list[Numeral | NewPart]) -> Iterator[Remark]:
    """一、评审范围。 on a line of its own with text beneath it, which no item of a list has."""
    heads = {each.line: each for each in found if isinstance(each, Numeral) and each.level == 1}
    for index, each in heads.items():
        line = source.lines[index]
        end = line.start + len(line.text.rstrip())
        beneath = index + 1 < len(source.lines) and not {index - 1, index + 1} & heads.keys()
        if beneath and _SHORT_HEADING.fullmatch(source.plain, each.end, end):
            yield remark(source, "BODY-07", end - 1, end, "不加标点", remedy="请删去标题末尾的标点", fix="")


_ROWS = (
    row(
        "PUNC-06",
        rf"^{GAP}[（(](?P<number>[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[)）]{GAP}[、，,.．](?!{GAP}[（(])",
        lambda match: f"（{match['number']}）",
    ),
    row("PUNC-06", "(?:首先|其次|再次|最后)、", lambda match: f"{match.group()[:-1]}，"),
    row(
        "PUNC-06",
        rf"(?:^{GAP}|(?<=[。；：]))第[一二三四五六七八九十]{{1,3}}、(?!第|[一二三四五六七八九十])",
        lambda match: f"{match.group().strip()[:-1]}，",
    ),
)
