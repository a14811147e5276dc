"""A year's 时间安排: windows that go forwards, end on working days and follow each other; notice first, review last."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.finding import Finding
from generator.model.campaign import Campaign
from generator.model.campaign_schedule import PlannedTime, Window
from generator.rules.dates import both_ways, calendar_day, earliest_day, not_announced, planned_span, said
from generator.rules.rule import Rule
from generator.text import PartialDate, chinese_date
from generator.workdays import Workdays

ORDER = Rule("window-order", "error", "起始日期不晚于截止日期")
DAY_OFF = Rule("window-day-off", "warning", "网上申报、纸质报送和各环节不在休息日截止")
YEAR = Rule("window-year", "warning", "网上申报不在申报年度以前截止")
PAPERS = Rule("papers-after-online", "warning", "纸质报送在网上申报之后")
STAGES = Rule("stages-in-order", "warning", "各环节的截止日期依次向后")
NOTICE = Rule("notice-before-window", "warning", "通知的成文日期不晚于网上申报开始")
AFTERWARDS = Rule("review-after-papers", "error", "评审、答辩在纸质材料收齐以后")

_ASK = "请对照本年度通知核对"


def schedule_findings(campaign: Campaign, workdays: Workdays) -> list[Finding]:
    """Everything about the campaign's dates that holds whoever applies."""
    return [
        *_periods(campaign),
        *_of_the_year(campaign),
        *_ends_on_days_off(campaign, workdays),
        *_papers_after_online(campaign),
        *_stages(campaign),
        *_notice_first(campaign),
        *_review_last(campaign),
    ]


def _windows(campaign: Campaign) -> Iterator[tuple[str, Window]]:
    for number, window in enumerate(campaign.schedule.windows, start=1):
        yield f"时间安排.批次.第{number}项", window


def _all_periods(campaign: Campaign) -> Iterator[tuple[str, str, PartialDate | None, PartialDate]]:
    """(field, name, first and last day) of each window, online and for papers, and of each stage."""
    for place, window in _windows(campaign):
        yield f"{place}.网上申报", "网上申报", window.online.start, window.online.end
        if window.papers:
            yield f"{place}.纸质报送", "纸质报送", window.papers.start, window.papers.end
    for number, stage in enumerate(campaign.schedule.stages, start=1):
        yield f"时间安排.环节.第{number}项", stage.name, stage.start, stage.end


def _periods(campaign: Campaign) -> Iterator[Finding]:
    """Windows and stages whose end is before their beginning."""
    for field, name, start, end in _all_periods(campaign):
        if start and end < start:
            message = f"{name}从{_said(start)}开始，到{_said(end)}截止，起止颠倒"
            yield ORDER.finding(f"{field}.止", message, _ASK)


def _of_the_year(campaign: Campaign) -> Iterator[Finding]:
    """Dates of last year's under this year's 年度; those that reach into the next year are nothing unusual."""
    last = max(window.online.end for window in campaign.schedule.windows)
    if last.year < campaign.year:
        message = f"年度是{campaign.year}年，网上申报{_said(last)}就截止了"
        yield YEAR.finding("年度", message, "请核对年度，以及网上申报的时间是不是往年的")


def _ends_on_days_off(campaign: Campaign, workdays: Workdays) -> Iterator[Finding]:
    for field, name, first, last in _all_periods(campaign):
        if first and last < first:  # one of the two is wrong
            continue
        day = calendar_day(last)
        following = workdays.next_workday(day)
        if following.certain and following.usual != day:
            message = f"{name}截止的{said(day)}是休息日，下一个工作日是{said(following.usual)}"
            yield DAY_OFF.finding(f"{field}.止", message, "请与发文单位核实是否顺延")
        elif following.usual != day:
            message = f"{not_announced(following.unknown)}，{name}截止的{said(day)}是不是工作日无法判断"
            remedy = f"放假安排公布后请再检查一次；这一天起的第一个工作日是{both_ways(following, said)}"
            yield DAY_OFF.finding(f"{field}.止", message, remedy, level="hint")


def _papers_after_online(campaign: Campaign) -> Iterator[Finding]:
    for place, window in _windows(campaign):
        online, papers = window.online, window.papers
        if not papers or papers.start > online.end:
            continue
        field = f"{place}.纸质报送.起"
        if papers.end < online.end:
            message = f"纸质报送{_said(papers.end)}截止，早于网上申报截止的{_said(online.end)}"
            yield PAPERS.finding(f"{place}.纸质报送.止", message, _ASK, level="error")
        elif papers.start < online.end:
            message = f"纸质报送从{_said(papers.start)}开始，网上申报到{_said(online.end)}才截止"
            yield PAPERS.finding(field, message, _ASK)
        else:
            message = f"纸质报送开始的{_said(papers.start)}，也是网上申报的最后一天"
            yield PAPERS.finding(field, message, _ASK, level="hint")


def _stages(campaign: Campaign) -> Iterator[Finding]:
    stages = campaign.schedule.stages
    for number, (before, stage) in enumerate(pairwise(stages), start=2):
        if stage.end < before.end:
            message = f"“{stage.name}”{_said(stage.end)}截止，早于上一环节“{before.name}”截止的{_said(before.end)}"
            yield STAGES.finding(f"时间安排.环节.第{number}项.止", message, _ASK)


def _notice_first(campaign: Campaign) -> Iterator[Finding]:
    """A notice dated after the first window begins comes late; after it ends, one of the two dates is wrong."""
    first = min((window.online for window in campaign.schedule.windows), key=lambda online: online.start)
    dated = campaign.notice.dated
    if earliest_day(dated) <= calendar_day(first.start):
        return
    over = earliest_day(dated) > calendar_day(first.end)
    relation = f"网上申报{_said(first.end)}已经截止" if over else f"网上申报{_said(first.start)}已经开始"
    message = f"通知的成文日期是{chinese_date(dated)}，{relation}"
    yield NOTICE.finding("通知.成文日期", message, "请对照原通知核对这两处日期", level="error" if over else None)


def _review_last(campaign: Campaign) -> Iterator[Finding]:
    """A planned time is text and may say no more than 10月下旬: only what it excludes is wrong."""
    lasts = sorted(calendar_day((window.papers or window.online).end) for window in campaign.schedule.windows)
    for name, planned in (("评审", campaign.schedule.review), ("答辩", campaign.schedule.defence)):
        if planned:
            yield from _not_before(name, planned, lasts)


def _not_before(name: str, planned: PlannedTime, lasts: list[date]) -> Iterator[Finding]:
    field, span = f"时间安排.{name}.时间", planned_span(planned.when)
    if span is None:
        message = f"{name}的时间写的是“{planned.when}”，看不出年月日，是否在报送截止之后无法判断"
        yield AFTERWARDS.finding(field, message, "写成“2024年10月下旬”“2024年10月25日”的才能检查", level="hint")
    elif span[1] <= lasts[-1]:
        # A later round need not be waited for: the rounds may be reviewed apart.
        level = None if span[1] <= lasts[0] else "warning"
        message = f"{name}拟定在{planned.when}，材料报送到{said(lasts[-1])}才截止"
        yield AFTERWARDS.finding(field, message, _ASK, level=level)


def _said(day: PartialDate) -> str:
    return said(calendar_day(day))
