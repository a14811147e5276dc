"""What several applicants of a list show together, looked at before anything is made.

Of each record only what is compared is kept (names, numbers, units, the level applied for), so that a list of a
province fits into memory.
"""

from contextlib import suppress
from dataclasses import replace
from typing import Any, NamedTuple

from generator.finding import Finding
from generator.judging import Judge
from generator.loading.entry import Entry
from generator.loading.source_map import field_path
from generator.model.campaign import Campaign
from generator.rules import list_findings
from generator.text import PartialDate, parse_date

_OF_THE_LIST = "名单."


class _Application(NamedTuple):
    level: str
    track: str | None


class _Applicant(NamedTuple):
    name: str
    id_number: str | None
    born: PartialDate | None
    application: _Application


class _Unit(NamedTuple):
    name: str
    organisation_code: str | None
    registered_at: str | None


class _Member(NamedTuple):
    """One record as the rules on lists look at it: a case with little in it."""

    campaign: Campaign
    applicant: _Applicant | None
    unit: _Unit | None


class Listed:
    """The members of a list and where their records stand."""

    def __init__(self, campaign: Campaign):
        self._campaign = campaign
        self._members: list[_Member] = []
        self._places: list[Any] = []

    def add(self, entry: Entry) -> None:
        """The next record of the list."""
        self._members.append(_member(self._campaign, entry))
        self._places.append(entry.source)

    def __len__(self) -> int:
        return len(self._members)

    def judged(self, judge: Judge) -> tuple[dict[int, list[Finding]], list[Finding]]:
        """(what must be mended of a record, by its number from 1; everything that the list shows, at its places)."""
        refused: dict[int, list[Finding]] = {}
        told: list[Finding] = []
        found = list_findings(self._members) if len(self._members) > 1 else []
        stopping = judge.refused(found)
        for finding in found:
            number, placed = self._placed(finding)
            told.append(placed)
            if number and finding in stopping:
                refused.setdefault(number, []).append(placed)
        return refused, told

    def _placed(self, finding: Finding) -> tuple[int | None, Finding]:
        if not (finding.field or "").startswith(_OF_THE_LIST):
            return None, finding
        _, ordinal, rest = finding.field.split(".", 2)
        number = int(ordinal.removeprefix("第").removesuffix("项"))
        place = self._places[number - 1].place(field_path(rest))
        return number, replace(finding, field=rest, place=place)


def _member(campaign: Campaign, entry: Entry) -> _Member:
    data = entry.data or {}
    name = data.get("姓名")
    if not isinstance(name, str):
        return _Member(campaign, None, None)
    asked = data.get("申报")
    asked = asked if isinstance(asked, dict) else {}
    application = _Application(_text(asked.get("级别")) or "", _text(asked.get("申报类型")))
    applicant = _Applicant(name, _text(data.get("身份证号")), _date(data.get("出生年月")), application)
    return _Member(campaign, applicant, _unit(data.get("单位"), entry))


def _unit(value: Any, entry: Entry) -> _Unit | None:
    known = value if isinstance(value, dict) else {"名称": value}
    name = _text(known.get("名称")) or (entry.around.unit if entry.around else None)
    code, place = _text(known.get("统一社会信用代码")), _text(known.get("注册地"))
    return _Unit(name, code, place) if name else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _date(value: Any) -> PartialDate | None:
    if isinstance(value, PartialDate):
        return value
    with suppress(ValueError):
        return parse_date(value) if isinstance(value, str) else None
    return None
