"""Publicity inside the recommending unit: is it long enough, are its papers dated in order, is it over in time?

《职称评审管理暂行规定》(人社部令第40号) art. 16: at least 5 working days inside the unit, and only then are the papers
handed in. How many days, and whether the day of posting counts, are facts of the year's campaign.
"""

from collections.abc import Iterator
from datetime import date

from generator.finding import Finding
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.publicity import Publicity
from generator.rules.dates import both_ways, calendar_day, days_off, earliest_day, not_announced, said
from generator.rules.publicity_deadline import (
    MOST_DAYS,
    deadline_findings,
    is_countable,
    latest_posting,
    prescribed_days,
)
from generator.rules.rule import Rule
from generator.text import chinese_date
from generator.workdays import Both, Workdays

ARTICLE_16 = "《职称评审管理暂行规定》（人社部令第40号）第十六条"
_ARTICLE_16_DAYS = 5  # working days, at least
_LONGEST = 180  # days; a slip in the year makes more, and the longest period that can be prescribed fewer
_WORKING = "工作日"
_NOT_ONLY_THE_DATE = "公示时间不够的，应当延长公示，不能只改日期"

LENGTH = Rule("publicity-length", "error", "公示期不少于本年度规定的工作日数", ARTICLE_16)
ORDER = Rule("publicity-order", "error", "公示的截止日期不早于起始日期，也不会晚上半年")
END = Rule("publicity-end", "hint", "公示写明起始日期和截止日期")
NOT_YET = Rule("publicity-not-yet", "hint", "还没有公示的，在赶得上报送的日期以前张贴")
STATED_DAYS = Rule("publicity-stated-days", "error", "公示结果中的天数与起止日期一致，并写明是工作日还是自然日")
FIRST_DAY = Rule("publicity-first-day", "warning", "公示在工作日张贴")
NOTICE_DATE = Rule("publicity-notice-date", "error", "公示的落款日期不晚于张贴的日期")
RESULT_DATE = Rule("publicity-result-date", "error", "公示结果在公示期满之后出具")
BEFORE_NOTICE = Rule("publicity-before-notice", "warning", "公示在本年度通知之后进行")
PRESCRIBED = Rule("publicity-prescribed", "warning", "本年度规定的公示天数不少于国家规定的5个工作日", ARTICLE_16)


def proposed_end(start: date, campaign: Campaign, workdays: Workdays) -> Both[date]:
    """The earliest last day of a publicity posted on `start`. Raises ValueError as `prescribed_days` does."""
    first = campaign.publicity_rules.first_day_counts
    return workdays.add(start, prescribed_days(campaign), first_day_counts=first)


def publicity_findings(case: Case, workdays: Workdays) -> list[Finding]:
    """What is wrong with an applicant's 公示 under the campaign's 公示规定; nothing without applicant or campaign.

    Days are not counted where `prescribed_findings` has an error to tell.
    """
    if case.campaign is None or case.applicant is None:
        return []
    publicity, campaign = case.applicant.publicity or Publicity(), case.campaign
    if impossible := list(_impossible(publicity)):
        return [*impossible, *_notice_date(publicity)]
    findings = [*_notice_date(publicity), *_result_date(publicity), *_not_before_the_notice(publicity, campaign)]
    if is_countable(campaign.publicity_rules.working_days):
        findings = [*_period(case, publicity, workdays), *findings, *deadline_findings(case, workdays)]
    return findings


def prescribed_findings(campaign: Campaign) -> list[Finding]:
    """A campaign that prescribes no publicity, a shorter one than the regulation, or one that nobody can have meant."""
    rules, found = campaign.publicity_rules, []
    countable = is_countable(rules.working_days)
    if rules.working_days < _ARTICLE_16_DAYS or not countable:
        demanded = f"国家规定不少于{_ARTICLE_16_DAYS}个工作日"
        limit = f"多于{MOST_DAYS}个，无法照此计算" if rules.working_days > MOST_DAYS else demanded
        message = f"规定的公示期是{rules.working_days}个工作日，{limit}"
        level = None if countable else "error"
        found = [PRESCRIBED.finding("公示规定.最少工作日", message, "请对照本年度通知核对", level=level)]
    for number, stage in enumerate(rules.stages, start=1):
        if not stage.days:
            field, message = f"公示规定.阶段.第{number}项.天数", f"“{stage.name}”的天数是0"
            found.append(PRESCRIBED.finding(field, message, "请对照本年度通知核对", level="error"))
    return found


def _impossible(publicity: Publicity) -> Iterator[Finding]:
    """A period that ends before it begins or half a year later; with such days nothing else is compared."""
    if not (publicity.start and publicity.end):
        return
    start, end = calendar_day(publicity.start), calendar_day(publicity.end)
    if end < start:
        message = f"公示的截止日期{said(end)}早于起始日期{said(start)}"
        yield ORDER.finding("公示.截止日期", message, "请按实际张贴的日期核对这两项")
    elif (end - start).days > _LONGEST:
        message = f"公示从{said(start)}到{said(end)}，有{(end - start).days + 1}天，像是年份写错了"
        yield ORDER.finding("公示.截止日期", message, "请按实际张贴的日期核对这两项")


def _period(case: Case, publicity: Publicity, workdays: Workdays) -> Iterator[Finding]:
    campaign = case.campaign
    if publicity.days == 0:
        yield STATED_DAYS.finding("公示.天数", "公示天数写的是0", "请按实际公示的天数填写")
    if not (publicity.start and publicity.end):
        yield from _unfinished(case, publicity, workdays)
        return
    start, end = calendar_day(publicity.start), calendar_day(publicity.end)
    if workdays.is_workday(start) is False:
        clause = "不算工作日" if campaign.publicity_rules.first_day_counts else "张贴要有人办理"
        message = f"公示从{said(start)}开始，这一天休息，{clause}"
        yield FIRST_DAY.finding("公示.起始日期", message, "请按实际张贴的日期核对")
    count = workdays.count(start, end, first_day_counts=campaign.publicity_rules.first_day_counts)
    length = list(_long_enough(start, end, count, campaign, workdays))
    yield from length
    as_demanded = publicity.day_unit == _WORKING and publicity.days == campaign.publicity_rules.working_days
    short = any(finding.level == "error" for finding in length)
    if publicity.days and not (short and as_demanded):  # that these days are not reached has been told
        yield from _days_as_stated(publicity, count, campaign)


def _unfinished(case: Case, publicity: Publicity, workdays: Workdays) -> Iterator[Finding]:
    """Of a period with one day written, the other one is proposed; before the posting, its latest day is told."""
    campaign, rules = case.campaign, case.campaign.publicity_rules
    how = f"公示{rules.working_days}个工作日，{_first_day(campaign)}"
    if publicity.end:
        end = calendar_day(publicity.end)
        latest = workdays.latest_start(end, rules.working_days, first_day_counts=rules.first_day_counts)
        message = f"没有写公示的起始日期；{how}，到{said(end)}截止的，最迟{both_ways(latest, said)}张贴"
        yield END.finding("公示.起始日期", message, "请按实际张贴的日期填写")
        return
    in_time = latest_posting(case, workdays)
    if publicity.start:
        start = calendar_day(publicity.start)
        proposal = both_ways(proposed_end(start, campaign, workdays), said)
        message = f"没有写公示的截止日期；{how}，从{said(start)}张贴算起，最早到{proposal}截止"
        message += f"；{in_time}" if in_time else ""
        yield END.finding("公示.截止日期", message, "请按公示上写明的截止日期填写")
    elif in_time:
        message = f"没有写公示的起止日期；{how}；{in_time}"
        yield NOT_YET.finding("公示.起始日期", message, "张贴以后，请按公示上写明的日期填写")


def _long_enough(start: date, end: date, count: Both[int], campaign: Campaign, workdays: Workdays) -> Iterator[Finding]:
    rules = campaign.publicity_rules
    if count.certain and count.usual >= rules.working_days:
        return
    demanded = f"规定不少于{rules.working_days}个"
    period = f"{said(start)}至{said(end)}（{_first_day(campaign)}）"
    off = days_off(start, end, workdays)
    between = f"，其间{off}" if off else ""
    proposal = f"从{said(start)}张贴算起，最早到{both_ways(proposed_end(start, campaign, workdays), said)}截止"
    together = _calendar_days(start, end, campaign)
    if count.certain or together < rules.working_days:
        counted = f"只有{count.usual}个工作日" if count.certain else f"连休息日在内只有{together}天"
        message, remedy = f"{period}{counted}{between}，{demanded}", f"{proposal}；{_NOT_ONLY_THE_DATE}"
        yield LENGTH.finding("公示.截止日期", message, remedy)
        return
    counted = both_ways(count, lambda number: f"{number}个工作日")
    message = f"{not_announced(count.unknown)}，公示期够不够无法判断：{period}{between}，是{counted}，{demanded}"
    level = "hint" if min(count.weekends, count.usual) >= rules.working_days else "warning"
    remedy = "放假安排公布后请再检查一次" + (f"；{proposal}" if level == "warning" else "")
    yield LENGTH.finding("公示.截止日期", message, remedy, level=level)


def _days_as_stated(publicity: Publicity, working: Both[int], campaign: Campaign) -> Iterator[Finding]:
    start, end = calendar_day(publicity.start), calendar_day(publicity.end)
    natural = _calendar_days(start, end, campaign)
    in_working_days = publicity.day_unit == _WORKING
    if publicity.days in ((working.weekends, working.usual) if in_working_days else (natural,)):
        return
    uncertain = in_working_days and not working.certain and publicity.days <= natural
    counts = f"{both_ways(working, lambda number: f'{number}个工作日')}，{natural}个自然日"
    lead = f"{not_announced(working.unknown)}，" if uncertain else ""
    period = f"{said(start)}至{said(end)}（{_first_day(campaign)}）"
    message = f"{lead}公示结果写的是{publicity.days}个{publicity.day_unit}，{period}是{counts}"
    remedy = "请核对起止日期、天数和“天数单位”（工作日或自然日）"
    yield STATED_DAYS.finding("公示.天数", message, remedy, level="warning" if uncertain else None)


def _notice_date(publicity: Publicity) -> Iterator[Finding]:
    """The notice is dated no later than its first day."""
    if publicity.start and publicity.dated and publicity.dated > publicity.start:
        first, dated = calendar_day(publicity.start), calendar_day(publicity.dated)
        message = f"公示落款{said(dated)}，晚于张贴的日期{said(first)}"
        yield NOTICE_DATE.finding("公示.公示落款日期", message, "请对照张贴的公示原件核对这两项")


def _result_date(publicity: Publicity) -> Iterator[Finding]:
    """The result is dated after the last day."""
    if publicity.end and publicity.result_dated and publicity.result_dated <= publicity.end:
        last, dated = calendar_day(publicity.end), calendar_day(publicity.result_dated)
        same_day = dated == last
        relation = "与公示最后一天是同一天，这一天还可以反映问题" if same_day else f"早于公示最后一天{said(last)}"
        remedy = "公示期满后出具结果，落款为公示截止日的次日或以后"
        level = "warning" if same_day else None
        yield RESULT_DATE.finding("公示.结果落款日期", f"公示结果落款{said(dated)}，{relation}", remedy, level=level)


def _not_before_the_notice(publicity: Publicity, campaign: Campaign) -> Iterator[Finding]:
    """A period of another year's is what is left when last year's file is copied."""
    dated = campaign.notice.dated
    if publicity.start and calendar_day(publicity.start) < earliest_day(dated):
        message = f"公示从{said(calendar_day(publicity.start))}开始，早于本年度通知的{chinese_date(dated)}"
        yield BEFORE_NOTICE.finding("公示.起始日期", message, "请核对是不是往年的日期")


def _calendar_days(start: date, end: date, campaign: Campaign) -> int:
    return (end - start).days + campaign.publicity_rules.first_day_counts


def _first_day(campaign: Campaign) -> str:
    return "张贴当天算第1天" if campaign.publicity_rules.first_day_counts else "张贴次日算第1天"
