"""Is the publicity over before the papers must be in? HR's first question: on which day must we post at the latest?"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.finding import Finding, Level
from generator.model.applicant import Application
from generator.model.campaign import Campaign
from generator.model.campaign_schedule import Window
from generator.model.case import Case
from generator.rules.dates import DAY, both_ways, calendar_day, not_announced, said
from generator.rules.once import once
from generator.rules.rule import Rule
from generator.workdays import Both, Workdays

DEADLINE = Rule("publicity-deadline", "error", "公示结果在报送材料截止之前出具")

MOST_DAYS = 60
"""Working days; more is a slip of the keyboard, not a publicity."""


def is_countable(days: int) -> bool:
    """Whether a number of working days prescribed can be counted with."""
    return 1 <= days <= MOST_DAYS


def prescribed_days(campaign: Campaign) -> int:
    """How many working days the campaign prescribes. Raises ValueError where nobody can have meant that."""
    days = campaign.publicity_rules.working_days
    if not is_countable(days):
        raise ValueError(f"a publicity of {days} working days")
    return days


class _Deadline(NamedTuple):
    """The day by which the result must be at hand, and what closes then."""

    day: date
    what: str


class _Result(NamedTuple):
    """When the result is at hand: as it is dated, or on the first working day after the publicity."""

    field: str
    what: str
    ready: Both[date]
    not_before: date


def latest_day_to_post(deadline: date, campaign: Campaign, workdays: Workdays) -> Both[date]:
    """The last day on which a unit may post, so that the result can be issued by `deadline` (inclusive).

    The result is issued on a working day after the last day of the publicity: one working day more than the campaign
    prescribes. Due on 30 September 2024, with 5 days of which the first counts: 24 September, for Sunday the 29th was
    worked. Raises ValueError as `prescribed_days` does.
    """
    number, first = prescribed_days(campaign) + 1, campaign.publicity_rules.first_day_counts
    return workdays.latest_start(deadline, number, first_day_counts=first)


def windows_of(application: Application, campaign: Campaign) -> tuple[Window, ...]:
    """The rounds that the applicant may belong to: several where the application does not say enough."""
    return rounds_of(campaign, application.track, application.series, application.level)


@once
def rounds_of(campaign: Campaign, track: str | None, series: str, level: str) -> tuple[Window, ...]:
    """The rounds of an application."""

    def includes(names: tuple[str, ...], name: str | None) -> bool:
        return not names or name is None or name in names

    return tuple(
        window
        for window in campaign.schedule.windows
        if includes(window.tracks, track) and includes(window.series, series) and includes(window.levels, level)
    )


def latest_posting(case: Case, workdays: Workdays) -> str:
    """By which day to post so that the result is at hand in time, in words; empty where no round is the applicant's.

    The earliest deadline of the rounds that may be theirs, of putting the result online or of handing in the papers.
    """
    windows = windows_of(case.applicant.application, case.campaign)
    deadlines = [last for window in windows for of in (_upload, _papers) if (last := of(window, case.campaign))]
    if not deadlines:
        return ""
    first = min(deadlines)
    latest = both_ways(latest_day_to_post(first.day, case.campaign, workdays), said)
    return f"要赶上{first.what}截止的{said(first.day)}，最迟应在{latest}张贴"


def deadline_findings(case: Case, workdays: Workdays) -> Iterator[Finding]:
    """The publicity, where its last day is written, against the windows of the applicant's round."""
    publicity, campaign = case.applicant.publicity, case.campaign
    if not (publicity and publicity.end):
        return
    windows = windows_of(case.applicant.application, campaign)
    if not windows:
        message = "本年度的批次里没有这一申报类型、级别和系列，公示是否赶得上报送无法判断"
        yield DEADLINE.finding("申报.申报类型", message, "请对照本年度通知核对申报类型、级别和系列", level="hint")
        return
    end = calendar_day(publicity.end)
    if publicity.result_dated and publicity.result_dated > publicity.end:
        day = calendar_day(publicity.result_dated)
        result = _Result("公示.结果落款日期", "公示结果落款", Both(day, day), day)
    else:
        result = _Result("公示.截止日期", "公示结果最早出具的日期", workdays.next_workday(end + DAY), end + DAY)
    for last_of, level in ((_papers, "error"), (_upload, "warning")):
        deadlines = sorted(deadline for window in windows if (deadline := last_of(window, campaign)))
        if deadlines and result.ready.usual > deadlines[0].day:
            yield _late(result, deadlines, level, campaign, workdays)
            return


def _late(result: _Result, deadlines: list[_Deadline], level: Level, campaign: Campaign, workdays: Workdays) -> Finding:
    """The result against the last of the deadlines, or a doubt: which round it is, or when people work."""
    ready = result.ready
    missed = ready.weekends > deadlines[-1].day
    deadline = deadlines[-1] if missed else deadlines[0]
    doubt = ""
    if not (ready.certain or result.not_before > deadline.day):
        doubt = f"{not_announced(ready.unknown)}，是否赶得上无法判断："
    elif not missed:
        doubt = "没有写全申报类型、级别和系列，是哪一批次无法判断："
    message = f"{doubt}{result.what}是{both_ways(ready, said)}，晚于{deadline.what}截止的{said(deadline.day)}"
    latest = both_ways(latest_day_to_post(deadline.day, campaign, workdays), said)
    remedy = (
        f"公示{campaign.publicity_rules.working_days}个工作日的，最迟应在{latest}张贴；"
        "已经来不及的，请与接收材料的单位联系，不能只改日期"
    )
    return DEADLINE.finding(result.field, message, remedy, level="hint" if doubt else level)


def _papers(window: Window, campaign: Campaign) -> _Deadline:
    if window.papers:
        return _Deadline(calendar_day(window.papers.end), "纸质报送")
    return _Deadline(calendar_day(window.online.end), "网上申报")


def _upload(window: Window, campaign: Campaign) -> _Deadline | None:
    """Where the result is also to be put online, it is due when the platform closes."""
    field = campaign.platform.publicity_field
    return _Deadline(calendar_day(window.online.end), f"网上申报（公示结果要上传到“{field}”）") if field else None
