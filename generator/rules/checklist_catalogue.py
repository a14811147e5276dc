"""The materials catalogue on the envelope: its lines made of the checklist, or those that the applicant has written.

A line of the applicant's own is taken for one of the list where their names agree, where one holds the other, where
they share four characters in a row that no other of the list has, or where it speaks of what the material proves.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from generator.finding import Finding, Level
from generator.model.applicant import Material
from generator.model.case import Case
from generator.rules.checklist import ChecklistItem, checklist
from generator.rules.rule import Rule
from generator.rules.verdict import NO, YES
from generator.rules.words import folded, quoted

_MATERIALS = "材料"
_AS_LISTED = "材料名称请照材料清单写"
_SHORTEST_RUN = 4
_SPOKEN_OF = {
    "身份证号": ("身份证",),
    "学历学位": ("学历", "学位", "毕业证"),
    "现职称": ("职称证书", "资格证书"),
    "工作经历": ("工作经历", "工作年限"),
    "论文著作": ("论文", "著作"),
    "获奖情况": ("获奖", "荣誉"),
    "知识产权": ("专利", "著作权"),
    "年度考核": ("考核",),
    "继续教育": ("继续教育", "免除学习", "免试"),
}

MISSING = Rule("material-missing", "warning", "材料清单中适用于本人的材料都列入目录")
UNASKED = Rule("material-unasked", "hint", "目录中的材料是材料清单要求的")
COPIES = Rule("material-copies", "warning", "目录中的件数不少于材料清单的份数")
FILLED = Rule("catalogue-from-list", "hint", "没有填写材料的，材料目录按材料清单列出")
ROWS = Rule("catalogue-rows", "hint", "材料目录的行数与规定的表样一致")


class CatalogueLine(NamedTuple):
    """One line of the catalogue; `pieces` None is left for the hand."""

    name: str
    pieces: int | None


class _Matched(NamedTuple):
    """Which of the applicant's own lines (by their number from 1) belong to each item, and which to none."""

    lines: dict[int, list[int]]
    strange: list[int]


def catalogue_lines(case: Case) -> tuple[CatalogueLine, ...]:
    """A line for every item of the checklist that applies, and for those of which nobody can tell."""
    return tuple(
        CatalogueLine(item.title + (f"（附{'、'.join(item.enclosed)}）" if item.enclosed else ""), item.pieces)
        for item in checklist(case)
        if item.listed
    )


def catalogue_findings(case: Case, items: Sequence[ChecklistItem]) -> list[Finding]:
    """The applicant's own lines against the checklist; without any, what the lines made of it leave open."""
    if not items:
        return []
    materials = case.applicant.materials
    findings = [*_compared(materials, items)] if materials else [*_doubtful(items), *_made(case, items)]
    number = len(materials) or sum(item.listed for item in items)
    if case.campaign.catalogue and number > case.campaign.catalogue.rows:
        message = f"材料目录有{number}行，规定的表样是{case.campaign.catalogue.rows}行，已按实际加行"
        findings.append(ROWS.finding(_MATERIALS, message, "是否可以加行，请向接收单位核实"))
    return findings


def _doubtful(items: Sequence[ChecklistItem]) -> Iterator[Finding]:
    doubts = [
        f"{_place(item)}是否要交无法判断：{item.why}"
        for item in items
        if item.listed and item.applies != YES and not item.optional
    ]
    if doubts:
        yield FILLED.finding(_MATERIALS, "；".join(doubts), "请核实；不要交的，填写“材料”时不列这一项")


def _made(case: Case, items: Sequence[ChecklistItem]) -> Iterator[Finding]:
    if case.campaign.catalogue is None:
        return
    open_items = [item.name for item in items if item.listed and item.pieces is None]
    message = "没有填写“材料”，材料目录按材料清单列出"
    if open_items:
        message += f"；{''.join(map(quoted, open_items))}的件数没有写明，空着"
    yield FILLED.finding(_MATERIALS, message, "装袋时请点清件数填写；没有交的划去")


def _compared(materials: Sequence[Material], items: Sequence[ChecklistItem]) -> Iterator[Finding]:
    matched = _match(materials, items)
    for position, item in enumerate(items):
        lines = matched.lines.get(position, [])
        if not lines:
            yield from _missing(item, certain=not matched.strange)
        elif item.applies == NO:
            message = f"{_place(item)}本人不必交：{item.why}"
            yield UNASKED.finding(_line(lines[0], "名称"), message, "请核对；不交的，请从“材料”中去掉")
        else:
            total = sum(materials[number - 1].copies for number in lines)
            yield from _copies(item, total, _line(lines[0], "件数"))
    for number in matched.strange:
        message = f"材料清单中找不到与{quoted(materials[number - 1].name)}相当的一项"
        yield UNASKED.finding(_line(number, "名称"), message, f"{_AS_LISTED}；清单没有要的，请核对是否要交")


def _missing(item: ChecklistItem, *, certain: bool) -> Iterator[Finding]:
    if item.applies == NO or (item.optional and item.applies != YES):
        return
    if item.applies == YES:
        level: Level = "warning" if certain else "hint"
        yield MISSING.finding(_MATERIALS, f"目录中没有{_place(item)}", f"应交的请补写；{_AS_LISTED}", level=level)
    else:
        message = f"目录中没有{_place(item)}，是否要交无法判断：{item.why}"
        yield MISSING.finding(_MATERIALS, message, "请核实是否要交", level="hint")


def _copies(item: ChecklistItem, total: int, field: str) -> Iterator[Finding]:
    """Fewer than the campaign wants is a warning; another number than its copies with what is enclosed, a doubt."""
    if item.copies is not None and total < item.copies:
        message = f"{_place(item)}写的是{total}件，材料清单要求{item.copies}份"
        yield COPIES.finding(field, message, "请对照材料清单核对件数")
    elif item.pieces is not None and total != item.pieces:
        more = f"（包括{'、'.join(item.enclosed)}）" if item.enclosed else ""
        source = "按材料清单是" if item.copies is not None else "按填写的数据是"
        message = f"{_place(item)}写的是{total}件，{source}{item.pieces}件{more}"
        yield COPIES.finding(field, message, "请照装袋的材料点清件数", level="hint")


def _place(item: ChecklistItem) -> str:
    return f"{item.field.replace('.', '')}{quoted(item.name)}"


def _line(number: int, name: str) -> str:
    return f"{_MATERIALS}.第{number}项.{name}"


def _match(materials: Sequence[Material], items: Sequence[ChecklistItem]) -> _Matched:
    matched = _Matched({}, [])
    named = tuple(_Named((item.name, item.title, *item.enclosed), item.shown) for item in items)
    for number, best in enumerate(_best(tuple(material.name for material in materials), named), start=1):
        if best is None:
            matched.strange.append(number)
        else:
            matched.lines.setdefault(best, []).append(number)
    return matched


class _Named(NamedTuple):
    """What a line is compared with of an item: its name, its title, what is enclosed, what it proves."""

    names: tuple[str, ...]
    shown: tuple[str, ...]


_NONE = (0, 0)


@lru_cache(maxsize=256)  # the applicants of a list have their catalogues in common
def _best(lines: tuple[str, ...], items: tuple[_Named, ...]) -> tuple[int | None, ...]:
    """For each line the position of the item that it agrees with best; None where it agrees with none."""
    return tuple(_best_of(line, items) for line in lines)


@lru_cache(maxsize=4096)
def _best_of(line: str, items: tuple[_Named, ...]) -> int | None:
    scores = [_agreement(line, item, [other for other in items if other is not item]) for item in items]
    best = max(range(len(items)), key=scores.__getitem__)
    return None if scores[best] == _NONE else best


def _agreement(line: str, item: _Named, others: list[_Named]) -> tuple[int, int]:
    """How well a line's name agrees with an item: the kind of agreement, then the length of the longest common run."""
    words = folded(line)
    names = [folded(name) for name in item.names]
    run = max((_longest_run(words, name) for name in names), key=len)
    if words in names[:2]:
        return 4, len(run)
    if len(words) > 1 and any(words in name or name in words for name in names[:2]):
        return 3, len(run)
    if len(run) >= _SHORTEST_RUN and not any(run in folded(name) for other in others for name in other.names):
        return 2, len(run)
    if any(word in line for shown in item.shown for word in _SPOKEN_OF[shown]):
        return 1, len(run)
    return _NONE


@lru_cache(maxsize=8192)
def _longest_run(one: str, other: str) -> str:
    found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return one[found.a : found.a + found.size]
