"""Several applicants together: the same person twice, one number on two people, namesakes, another year's applicant."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from generator.finding import Finding
from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.rules.identity_numbers import plain
from generator.rules.list_units import is_shortened, unit_findings
from generator.rules.names import folded
from generator.rules.rule import Rule
from generator.text import PartialDate, mask_id

_SEE_CARD = "请对照两人的身份证原件核对"

TWICE = Rule("list-person-twice", "error", "同一人在一份名单中只出现一次")
SHARED_ID = Rule("list-shared-id", "error", "不同的人身份证号不同")
NAME_SPELLING = Rule("list-name-spelling", "error", "同一人的姓名在各处写法相同")
NAMESAKES = Rule("list-namesakes", "hint", "同名的人分得清")
ONE_CAMPAIGN = Rule("list-one-campaign", "warning", "一份名单上的人申报同一个年度评审")


class _Entry(NamedTuple):
    """One applicant with their position in the list, from 1, and the unit's name as `folded`."""

    position: int
    applicant: Applicant
    unit: str = ""

    def field(self, name: str) -> str:
        return f"名单.第{self.position}项.{name}"

    @property
    def number(self) -> str:
        return plain(self.applicant.id_number or "")

    def __str__(self) -> str:
        return f"第{self.position}项“{self.applicant.name}”"


def list_findings(cases: Sequence[Case]) -> list[Finding]:
    """What several applicants show together; the fields begin with 名单.第N项, N being the place in `cases` from 1."""
    entries = [
        _Entry(position, case.applicant, folded(case.unit.name) if case.unit else "")
        for position, case in enumerate(cases, start=1)
        if case.applicant
    ]
    return [
        *_same_numbers(entries),
        *_same_names(entries),
        *unit_findings(cases),
    ]


def _same_numbers(entries: Sequence[_Entry]) -> Iterator[Finding]:
    first: dict[str, _Entry] = {}
    for entry in entries:
        if not entry.number:
            continue
        other = first.setdefault(entry.number, entry)
        if other is entry:
            continue
        shown = mask_id(entry.number)
        if folded(other.applicant.name) != folded(entry.applicant.name):
            message = f"{entry}的身份证号（{shown}）与{other}的相同"
            yield SHARED_ID.finding(entry.field("身份证号"), message, _SEE_CARD)
            continue
        message = f"{entry}与{other}是同一人，身份证号都是{shown}"
        yield TWICE.finding(entry.field("身份证号"), message, "请核实后只保留一份")
        if other.applicant.name != entry.applicant.name:
            message = f"同一人的姓名，{other}、{entry}写法不同（空格、间隔号或字的编码）"
            yield NAME_SPELLING.finding(entry.field("姓名"), message, "请对照身份证原件写成一样")


def _same_names(entries: Sequence[_Entry]) -> Iterator[Finding]:
    """People of one name, without those whom the number shows to be one; of each the gravest that is found."""
    groups: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        groups[folded(entry.applicant.name)].append(entry)
    for group in groups.values():
        told: dict[int, Finding] = {}
        for other, entry in combinations(group, 2):
            if other.number and other.number == entry.number:
                continue
            finding = _namesakes(other, entry)
            if entry.position not in told or finding.rule == TWICE.id:
                told[entry.position] = finding
        yield from told.values()


def _namesakes(other: _Entry, entry: _Entry) -> Finding:
    """Two of one name: who may be one person is said so; without both numbers it cannot be known."""
    field, same_birth = entry.field("姓名"), _same_birth(other.applicant.born, entry.applicant.born)
    numbered = bool(other.number and entry.number)
    if same_birth:
        message = f"{entry}与{other}同名，出生年月也相同，可能是同一人"
        return TWICE.finding(field, message, _SEE_CARD, level="warning")
    if numbered or same_birth is False:
        message = f"{entry}与{other}同名，{'身份证号' if numbered else '出生年月'}不同"
        remedy = "请核对不是同一人；生成的文件分放在两个文件夹里，用时请分清"
        return NAMESAKES.finding(field, message, remedy)
    if other.unit and (other.unit == entry.unit or _shortened(other.unit, entry.unit)):
        message = f"{entry}与{other}同名，又在同一单位，可能是同一人"
        return TWICE.finding(field, message, _SEE_CARD, level="warning")
    message = f"{entry}与{other}同名，没有写全身份证号，是不是同一人无法判断"
    return NAMESAKES.finding(field, message, _SEE_CARD)


def _same_birth(one: PartialDate | None, other: PartialDate | None) -> bool | None:
    """Whether the dates agree as far as both are known (1985-8 and 1985-8-16 do); None where one is missing."""
    if one is None or other is None:
        return None
    return all(None in pair or pair[0] == pair[1] for pair in zip(one, other, strict=True))


def _shortened(one: str, other: str) -> bool:
    return is_shortened(one, other) or is_shortened(other, one)


def campaigns_apart(cases: Sequence[Case]) -> Iterator[Finding]:
    """Whoever applies under another campaign than the first of the list."""
    members = [
        (_Entry(position, case.applicant), _called(case.campaign))
        for position, case in enumerate(cases, start=1)
        if case.applicant and case.campaign
    ]
    for entry, called in members[1:]:
        first, first_called = members[0]
        if called != first_called:
            message = f"{entry}申报的是{called}，{first}申报的是{first_called}"
            yield ONE_CAMPAIGN.finding(entry.field("评审"), message, "请分成两份名单")


def _called(campaign: Campaign) -> str:
    return f"{campaign.year}年度{campaign.prefecture}{campaign.series}系列"
