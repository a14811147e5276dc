"""Title names and levels against the table of series: what is applied for, the present title, the campaign's levels.

人力资源社会保障部《职称系列（专业）各层级名称》 (2021-11-02). Rows of the table that nobody has read in the source only
hint. A present title may be older than the table, and its series is not stated: what is unknown there is only shown.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.finding import Finding, Level
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.title_series import Standing, TitleSeries, TitleTable, levels_called, plain_title
from generator.rules.once import once
from generator.rules.rule import Rule
from generator.rules.words import quoted_names

BASIS = "人力资源社会保障部《职称系列（专业）各层级名称》"

NAME = Rule("title-name", "error", "拟申报的职称名称是本系列现行的名称", BASIS)
LEVEL = Rule("title-level", "error", "职称名称与级别一致", BASIS)
PRESENT = Rule("present-title", "warning", "现职称写职称证书上的名称", BASIS)
SERIES_LEVEL = Rule("series-level", "error", "可申报的级别是本系列设有的级别", BASIS)
SERIES = Rule("series-known", "hint", "职称系列在职称名称表中", BASIS)

_WIDER = {"助理级": "初级（助理级）", "员级": "初级（员级）"}
_LEVEL_WORDS = ("正高级", "副高级", "高级", "中级", "初级", "助理级", "员级")
_NONE = ("", "无")
_UNREAD = "（名称表的这一部分还没有与原表核对，仅供参考）"
_AGAINST_CONDITIONS = "请对照本年度评审条件核对职称名称和级别"
_AGAINST_CERTIFICATE = "请对照职称证书核对"


class FoundSeries(NamedTuple):
    """The series that a series name and a specialty lead to; `sure` if the table itself has the one that is named."""

    series: tuple[TitleSeries, ...]
    sure: bool

    @property
    def settled(self) -> bool:
        return self.sure and all(one.settled for one in self.series)

    @property
    def called(self) -> str:
        return "、".join(one.name for one in self.series)

    def names(self, level: str | None = None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for one in self.series for name in one.names(level)))


def title_findings(case: Case, table: TitleTable) -> list[Finding]:
    """What is wrong with the names and levels of the title applied for and the present one."""
    if case.applicant is None:
        return []
    applied, present = case.applicant.application, case.applicant.present_title
    findings = [*_applied_for(table, applied.series, applied.specialty, applied.level, applied.title or "")]
    return [*findings, *_present(table, present.name, present.level or "")] if present else findings


def level_findings(campaign: Campaign, table: TitleTable) -> list[Finding]:
    """Levels of a campaign that its series does not have, and series that the table does not know."""
    fields = {name: series_of(table, campaign.series, name) for name in campaign.specialties}
    return [*_unknown_series(campaign, fields, table), *_levels_nowhere(campaign, list(fields.values()))]


def _unknown_series(campaign: Campaign, fields: dict[str, FoundSeries], table: TitleTable) -> Iterator[Finding]:
    unknown = [name for name, field in fields.items() if not field.series and not table.find_local(name)]
    if unknown and not table.find_local(campaign.series):
        message = f"{campaign.series}系列{quoted_names(unknown)}专业不在职称名称表中，职称名称没有核对"
        yield SERIES.finding("系列", message, "请对照评审条件核对职称名称")


def _levels_nowhere(campaign: Campaign, fields: Sequence[FoundSeries]) -> Iterator[Finding]:
    names = "、".join(dict.fromkeys(field.called for field in fields))
    for number, level in enumerate(campaign.levels, start=1):
        if not levels_called(level):
            message = f"“{level}”不是职称名称表中的级别，职称名称没有核对"
            yield SERIES_LEVEL.finding(f"级别.第{number}项", message, "请对照本年度通知核对", level="hint")
        elif all(field.settled and not field.names(level) for field in fields):
            yield SERIES_LEVEL.finding(f"级别.第{number}项", f"{names}不设{level}", "请对照本年度通知核对")


@once
def series_of(table: TitleTable, series: str, specialty: str) -> FoundSeries:
    """The series of an application: the one that the series' name or the specialty's is in the table."""
    named = [found for name in (series, specialty) if (found := table.find(name))]
    if named:
        return FoundSeries(tuple({one.name: one for one in named}.values()), sure=True)
    local = [found for name in (series, specialty) if (found := table.find_local(name)) and found.belongs_to]
    return FoundSeries(tuple(filter(None, (table.find(one.belongs_to) for one in local))), sure=False)


def wrong_form(title: str, table: TitleTable) -> tuple[str, ...] | None:
    """The right names of that level where the title is a level's name before a real title (中级编辑), else None."""
    name = plain_title(title)
    if table.standings(name) or name in table.other_meanings:
        return None
    for word in _LEVEL_WORDS:
        standings = table.standings(name.removeprefix(word)) if name.startswith(word) else ()
        if any(one.verified for one in standings):
            series = {one.series for one in standings}
            found = (right for one in table.series if one.name in series for right in one.names(word))
            return tuple(dict.fromkeys(found))
    return None


@once
def _applied_for(table: TitleTable, series: str, specialty: str, level: str, written: str) -> tuple[Finding, ...]:
    title, field = plain_title(written), series_of(table, series, specialty)
    if title in _NONE or not field.series:
        return ()
    standings = [one for one in table.standings(title) if one.series in {series.name for series in field.series}]
    if not standings:
        message = f"“{written}”不是{field.called}现行的职称名称{_named(field, level)}"
        sure = field.settled or (field.sure and wrong_form(title, table) is not None)
        return (_told(NAME, "申报.职称", message, _AGAINST_CONDITIONS, sure=sure),)
    if wrong := _of_another_level(title, level, standings):
        sure = field.sure and all(one.verified for one in standings)
        return (_told(LEVEL, "申报.职称", f"{wrong}{_named(field, level)}", _AGAINST_CONDITIONS, sure=sure),)
    return ()


@once
def _present(table: TitleTable, written: str, level: str) -> tuple[Finding, ...]:
    title = plain_title(written)
    if title in _NONE:
        return ()
    standings = table.standings(title)
    if wrong := _of_another_level(title, level, standings):
        sure = all(one.verified for one in standings)
        return (_told(LEVEL, "现职称.级别", wrong, _AGAINST_CERTIFICATE, sure=sure),)
    if right := wrong_form(title, table):
        message = f"“{written}”不是规范的职称名称，与它相近的是{quoted_names(right)}"
        return (PRESENT.finding("现职称.名称", message, _AGAINST_CERTIFICATE),)
    if not standings:
        message, remedy = f"“{written}”不在现行的职称名称表中", f"{_AGAINST_CERTIFICATE}；旧名称、地方名称照证书写"
        return (PRESENT.finding("现职称.名称", message, remedy, level="hint"),)
    return ()


def _of_another_level(title: str, level: str, standings: Sequence[Standing]) -> str:
    """“助理馆员”是初级（助理级）的职称，级别写的是“中级”; empty where the two agree, or nothing is known of either."""
    wanted = levels_called(level)
    if not standings or not wanted or any(one.level in wanted for one in standings):
        return ""
    found = "、".join(dict.fromkeys(_WIDER.get(one.level, one.level) for one in standings))
    return f"“{title}”是{found}的职称，级别写的是“{level}”"


def _named(field: FoundSeries, level: str) -> str:
    """，中级是“记者”“编辑”: the titles of the level, or every title where the level is not known."""
    at_level = field.names(level)
    return f"，{level}是{quoted_names(at_level)}" if at_level else f"，名称有{quoted_names(field.names())}"


def _told(rule: Rule, field: str, message: str, remedy: str, *, sure: bool) -> Finding:
    level: Level | None = None if sure else "hint"
    return rule.finding(field, message if sure else f"{message}{_UNREAD}", remedy, level=level)
