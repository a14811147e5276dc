"""Until which day years and results are counted: the campaign's 计算截止, or the days that may be meant without one."""

from dataclasses import dataclass
from datetime import date

from generator.model.campaign import Campaign
from generator.model.campaign_schedule import CutOff
from generator.model.case import Case
from generator.rules.dates import calendar_day, in_words
from generator.rules.eligibility.spans import Span, span
from generator.rules.once import once
from generator.rules.publicity_deadline import rounds_of
from generator.text import chinese_date

_YEARS = ("年限", "资历", "任职")
_RESULTS = ("业绩", "成果", "论文", "代表作")


@dataclass(frozen=True)
class Until:
    """The day, as a span where it is not known for certain; `note` says what was assumed, empty where it is stated."""

    day: Span
    words: str
    note: str = ""


def years_until(case: Case) -> Until:
    """Until when years are counted.

    Where the notice does not say: at the earliest the first day of applying online, at the latest the end of the year
    (or the last day of applying, where that is later). What the two answer differently cannot be told.
    """
    if stated := _stated(case, _YEARS):
        return Until(span(stated.until), chinese_date(stated.until))
    first, last = applying(case)
    last = max(last, date(first.year, 12, 31))
    words = f"{in_words(first)}至{in_words(last)}"
    note = f"通知没有写明年限算到哪一天，算到网上申报的第一天（{in_words(first)}）和{in_words(last)}结果不同的不作判断"
    return Until(Span(first, last), words, note)


def results_until(case: Case) -> Until | None:
    """Until when achievements and works count; None where the notice does not limit them."""
    stated = _stated(case, _RESULTS)
    return Until(span(stated.until), chinese_date(stated.until)) if stated else None


def applying(case: Case) -> tuple[date, date]:
    """The first and the last day on which the applicant may apply online, in any round that may be theirs.

    Without any round: of the campaign's year.
    """
    application = case.applicant.application
    return _applying(case.campaign, application.track, application.series, application.level)


@once
def _applying(campaign: Campaign, track: str | None, series: str, level: str) -> tuple[date, date]:
    windows = rounds_of(campaign, track, series, level) or campaign.schedule.windows
    if not windows:
        year = min(max(campaign.year, date.min.year), date.max.year)
        return date(year, 1, 1), date(year, 12, 31)
    first = min(calendar_day(window.online.start) for window in windows)
    return first, max(calendar_day(window.online.end) for window in windows)


def _stated(case: Case, words: tuple[str, ...]) -> CutOff | None:
    cut_offs = case.campaign.schedule.cut_offs
    return next((one for one in cut_offs if any(word in one.matter for word in words)), None)
