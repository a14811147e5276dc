"""What is told of an applicant's 免学经历: what it exempts from, what does not fit, and who reviews the form."""

import re
from collections.abc import Iterator

from generator.finding import Finding
from generator.model.applicant import ExemptService
from generator.model.base import UNTIL_NOW
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.rules.exemption import Exemption, ServiceJudged, exempting_names, reviewed_by, training_exemption
from generator.rules.exemption_defence import defence_exemption, is_listed_for_defence
from generator.rules.exemption_services import is_running, last_day, said
from generator.rules.once import once
from generator.rules.rule import Rule
from generator.rules.verdict import NO, UNKNOWN, YES
from generator.rules.words import folded, quoted
from generator.text import PartialDate, chinese_date, year_list

_SERVICES, _REASON = "免学经历", "免学理由"

TRAINING = Rule("training-exemption", "warning", "申请免除继续教育学习的，符合本年度的规定")
REASON_YEARS = Rule("exemption-reason-years", "warning", "免学理由申请免除的年度，是参加免学工作的年度")
DATES = Rule("exempt-service-dates", "warning", "免学经历写明起止时间")
ORDER = Rule("exempt-service-order", "error", "免学经历的起止时间不颠倒，与“仍在参加”一致")
REVIEWER = Rule("exemption-reviewer", "warning", "免学申请的审核单位，按工作的种类和是否仍在参加确定")
UNCLAIMED = Rule("exemption-unclaimed", "hint", "参加过可免学、免答辩的工作的，填写免学经历")
DEFENCE = Rule("defence-exemption", "hint", "核对本人是否免于答辩")


def exemption_findings(case: Case) -> list[Finding]:
    """Both exemptions of the applicant and everything that is wrong or doubtful in 免学经历."""
    if case.applicant is None or case.campaign is None:
        return []
    exemption = training_exemption(case)
    findings = [*_training(case, exemption), *_reason_years(case, exemption), *_unclaimed(case), *_defence(case)]
    for number, service in enumerate(case.applicant.exempt_services, start=1):
        field = f"{_SERVICES}.第{number}项"
        findings += [*_dates(service, field), *_order(service, field, case.campaign)]
        findings += _reviewer(service, field, case.campaign)
    return findings


def _training(case: Case, exemption: Exemption) -> Iterator[Finding]:
    """What the services exempt from; a warning where the applicant asks for what is not granted."""
    if exemption.answer == YES:
        message = f"{exemption.why}；可以申请免除{year_list(exemption.years)}的{'、'.join(exemption.subjects)}学习"
        yield TRAINING.finding(_SERVICES, message, "是否免除由审核单位决定；请交审核单位审核盖章", level="hint")
    elif exemption.answer == UNKNOWN:
        yield TRAINING.finding(_SERVICES, exemption.why, "请先向审核单位核实，再申请免除学习", level="hint")
    elif case.applicant.exemption_reason and not exemption.services:
        message = "写了“免学理由”，没有填写“免学经历”，不能判断是否可以免除学习"
        yield TRAINING.finding(_REASON, message, "申请免除学习的，请填写“免学经历”；不申请的，请删去“免学理由”")
    elif case.applicant.exemption_reason:
        message = f"不能免除继续教育学习：{exemption.why}"
        yield TRAINING.finding(_REASON, message, "请提交继续教育合格证书；对规定有疑问的，请向接收单位核实")
    if exemption.answer != NO or not case.applicant.exemption_reason:
        yield from _services_that_do_not(case, exemption.services)


def _services_that_do_not(case: Case, services: tuple[ServiceJudged, ...]) -> Iterator[Finding]:
    """Services that exempt from nothing; one that exempts from the defence is stated for that."""
    for number, (judged, service) in enumerate(zip(services, case.applicant.exempt_services, strict=False), start=1):
        if judged.answer == NO and not is_listed_for_defence(service, case.campaign):
            message = f"这段经历不免除继续教育学习：{judged.why}"
            remedy = "请对照本年度通知核对这项经历的类别和起止时间"
            yield TRAINING.finding(f"{_SERVICES}.第{number}项", message, remedy, level="hint")


def _reason_years(case: Case, exemption: Exemption) -> Iterator[Finding]:
    if exemption.answer == NO:
        return
    stated = dict.fromkeys(int(year) for year in re.findall(r"(\d{4})年度", case.applicant.exemption_reason or ""))
    wrong = tuple(year for year in stated if year not in (*exemption.years, *exemption.open_years))
    if wrong:
        possible = year_list(tuple(sorted((*exemption.years, *exemption.open_years))))
        message = f"免学理由申请免除{year_list(wrong)}，“免学经历”可以免除的是{possible}"
        yield REASON_YEARS.finding(_REASON, message, "请对照参加工作的起止时间核对免学理由中的年度")


def _dates(service: ExemptService, field: str) -> Iterator[Finding]:
    remedy = "请按派出和返回的时间补填"
    if service.start is None:
        yield DATES.finding(f"{field}.起", f"{quoted(service.kind)}没有写开始的时间", remedy)
    if service.end is None and not service.running:
        yield DATES.finding(f"{field}.止", f"{quoted(service.kind)}已经返回，没有写结束的时间", remedy)


def _order(service: ExemptService, field: str, campaign: Campaign) -> Iterator[Finding]:
    end = last_day(service)
    if service.end == UNTIL_NOW and not service.running:
        message = f"“仍在参加”写的是“否”，“止”写的是“{UNTIL_NOW}”"
        yield ORDER.finding(f"{field}.仍在参加", message, "请按实际情况改正其中一处；审核单位因此不同")
    if end is None:
        return
    if service.start and _months(end, last=True) < _months(service.start, last=False):
        message = f"从{chinese_date(service.start)}开始，到{chinese_date(end)}结束，起止颠倒"
        yield ORDER.finding(f"{field}.止", message, "请对照派出和返回的时间核对")
    online = [window.online for window in campaign.schedule.windows]
    opened, closed = (min(one.start for one in online), max(one.end for one in online))
    if service.running and _months(end, last=True) < _months(opened, last=False):
        message = f"“仍在参加”写的是“是”，{chinese_date(end)}已经结束"
    elif not service.running and _months(end, last=False) > _months(closed, last=False):
        message = f"“仍在参加”写的是“否”，{chinese_date(end)}在申报截止以后"
    else:
        return
    yield ORDER.finding(f"{field}.仍在参加", message, "请按申报时的情况核对这两处；审核单位因此不同", level="warning")


def _months(day: PartialDate, *, last: bool) -> tuple[int, int]:
    """The month that a date falls in; the last or the first that it may mean where it is known to the year."""
    return day.year, day.month or (12 if last else 1)


def _reviewer(service: ExemptService, field: str, campaign: Campaign) -> Iterator[Finding]:
    """The body that the form's notes name, against the one written; a body without a name of its own is not judged."""
    row = reviewed_by(service, campaign)
    if row is None:
        return
    state = "仍在参加" if is_running(service) else "已经返回"
    rule = f"{row.source or '申请表的注'}规定，{state}的由{quoted(row.body)}审核"
    field = f"{field}.审核单位"
    if not service.reviewer:
        message = f"{said(service)}没有写审核单位；{rule}"
        yield REVIEWER.finding(field, message, "请照这条规定确定审核单位，写它的全称", level="hint")
        return
    others = [name for other in campaign.exemption.reviewed_by for name in other.called if other != row]
    expected = not row.called or any(folded(name) in folded(service.reviewer) for name in row.called)
    foreign = not row.called and any(folded(name) in folded(service.reviewer) for name in others)
    if foreign or not expected:
        message = f"审核单位写的是“{service.reviewer}”；{rule}"
        yield REVIEWER.finding(field, message, "请照这条规定核对审核单位和“仍在参加”", basis=campaign.exemption.source)


def _unclaimed(case: Case) -> Iterator[Finding]:
    """Posts that speak of a service which the campaign names, of somebody who has stated none."""
    if case.applicant.exempt_services:
        return
    marks = _marks(case.campaign)
    for number, post in enumerate(case.applicant.posts, start=1):
        words = folded("".join(filter(None, (post.employer, post.position, post.duties))))
        named = next((mark for mark, plainly in marks.items() if plainly in words), None)
        if named:
            message = f"工作经历写有{quoted(named)}，没有填写“免学经历”，是否免除学习、免于答辩没有判断"
            remedy = "属于本年度所列工作的，请填写“免学经历”，写明类别和起止时间"
            yield UNCLAIMED.finding(f"工作经历.第{number}项", message, remedy)


@once
def _marks(campaign: Campaign) -> dict[str, str]:
    """The words by which the services that the campaign names can be told, as they stand and folded."""
    defence = campaign.defence.exemption if campaign.defence else None
    items = (*exempting_names(campaign), *((*defence.services, *defence.duties) if defence else ()))
    return {mark: folded(mark) for item in items for mark in re.findall("“(.+?)”", item) or [item]}


def _defence(case: Case) -> Iterator[Finding]:
    exemption = defence_exemption(case)
    if exemption.answer == YES:
        yield DEFENCE.finding("申报", f"免于答辩：{exemption.why}", "以评审委员会的通知为准")
    elif exemption.answer == UNKNOWN:
        yield DEFENCE.finding(
            "申报", f"是否免于答辩无法判断：{exemption.why}", "请向评审委员会核实，核实以前做好答辩准备"
        )
