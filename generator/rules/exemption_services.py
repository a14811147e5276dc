"""One service of an applicant's (访惠聚驻村 and the like): which years it touches, and how it is told."""

from generator.model.applicant import ExemptService
from generator.model.base import UNTIL_NOW
from generator.model.campaign import Campaign
from generator.rules.verdict import NO, UNKNOWN, YES, Answer
from generator.text import PartialDate, chinese_date


def touches(service: ExemptService, year: int, campaign: Campaign) -> Answer:
    """Whether the service lasted in any part of that year; without dates, only of one still running something is known.

    Who is still there when they apply is there in the campaign's year.
    """
    start, end = service.start, last_day(service)
    running = end is None and is_running(service)
    if start and start.year > year or end and end.year < year:
        return NO
    begun = start is not None or (end is not None and end.year == year) or (running and year == campaign.year)
    lasted = end is not None or running or (start is not None and start.year == year)
    return YES if begun and lasted else UNKNOWN


def is_running(service: ExemptService) -> bool:
    """Whether the applicant is still there, as either of the two fields says."""
    return service.running or service.end == UNTIL_NOW


def last_day(service: ExemptService) -> PartialDate | None:
    """When the service ended, as far as that is known; None where it runs, or nobody has written it."""
    return None if service.end == UNTIL_NOW else service.end


def said(service: ExemptService) -> str:
    """“访惠聚”驻村（2024年1月至今）"""
    start = chinese_date(service.start) if service.start else ""
    end = last_day(service)
    until = f"至{chinese_date(end)}" if end else UNTIL_NOW if is_running(service) else "起" if start else ""
    return f"{service.kind}（{start}{until}）" if start or until else f"{service.kind}（没有写起止时间）"
