"""The pre-check as findings: one for each article not met or not to be told, one on the whole, none for what is met."""

from collections.abc import Collection, Iterator

from generator.finding import Finding
from generator.model.case import Case
from generator.rules.dates import in_words
from generator.rules.eligibility.admission import REGULATION, admission_rulings
from generator.rules.eligibility.judge import judge, subject_of
from generator.rules.eligibility.keys import key_findings
from generator.rules.eligibility.ruling import NOTICE, Eligibility, Ruling
from generator.rules.eligibility.standard import standard_of
from generator.rules.grounds import Grounds
from generator.rules.rule import Rule
from generator.rules.verdict import NO, UNKNOWN, YES

ADMISSION = Rule("eligibility-barred", "error", "本年度规定不得申报的人员没有申报", REGULATION)
CONDITION = Rule("eligibility-condition", "warning", "申报人符合本年度评审条件中能用数据核对的各条")
SUMMARY = Rule("eligibility", "hint", "按本年度的评审条件预审，条件按文号对照；是否符合以评审机构的审核为准")

_CONCLUSIONS = {YES: "能核对的各条都符合", NO: "不符合", UNKNOWN: "无法判断是否符合"}
_BARRED = "不得申报"
_MOST_MISSING, _MOST_SHORT = 4, 3
_REGULATED = ("在职", "处分")


def eligibility_findings(case: Case, grounds: Grounds, told: Collection[str | None] = ()) -> list[Finding]:
    """What the pre-check of an applicant has to say; nothing of a case without applicant or campaign.

    `told` are the fields of which other rules say already what is missing or wrong: that a condition can therefore not
    be told is not said again.
    """
    if case.applicant is None or case.campaign is None:
        return []
    result = judge(case, grounds)
    findings = [_admission(ruling) for ruling in result.admission if ruling.answer != YES]
    if result.rests_on is None:
        return [*findings, *_without_conditions(case, result)]
    subject = subject_of(case)
    counted = result.counted_conditions
    told = {*told, *(ruling.field for ruling in counted if ruling.answer == NO)}
    findings += [
        _condition(ruling, result)
        for ruling in counted
        if ruling.answer == NO or (ruling.answer == UNKNOWN and ruling.field not in told)
    ]
    return [*findings, *(key_findings(subject) if subject else []), _summary(result)]


def barred_findings(case: Case, grounds: Grounds) -> list[Finding]:
    """That the applicant may not apply at all: what of `eligibility_findings` stops the documents."""
    subject = subject_of(case)
    rulings = admission_rulings(case, subject.conditions if subject else None, grounds.today)
    return [_admission(ruling) for ruling in rulings if ruling.answer == NO]


def _admission(ruling: Ruling) -> Finding:
    basis = None if ruling.name in _REGULATED else "本年度通知的评审范围"
    if ruling.answer == UNKNOWN:
        remedy = f"请核实后写明{'、'.join(ruling.missing)}" if ruling.missing else "请向接收单位核实能否申报"
        return ADMISSION.finding(ruling.field, f"能否申报无法判断：{ruling.why}", remedy, level="hint", basis=basis)
    remedy = "所填与事实不符的，请对照人事档案核对；属实的不能申报"
    return ADMISSION.finding(ruling.field, f"不得申报：{ruling.why}", remedy, basis=basis)


def _without_conditions(case: Case, result: Eligibility) -> Iterator[Finding]:
    """That the year's conditions are not at hand, once; and what fails of the notice's own demands."""
    standard = standard_of(case)
    remedy = "请对照条件原文核对；录入后在年度评审的“评审条件.数据”写文件名，再检查"
    level = "warning" if standard.wrong else None
    yield SUMMARY.finding("评审条件.数据", standard.why, remedy, level=level)
    yield from (_condition(ruling, result) for ruling in result.counted_conditions if ruling.answer == NO)


def _condition(ruling: Ruling, result: Eligibility) -> Finding:
    unmet = ruling.answer == NO
    message = f"{ruling.name}{'不符合' if unmet else '无法判断'}：{ruling.why}"
    if ruling.short and (unmet or not ruling.missing):
        more = "；等" if len(ruling.short) > _MOST_SHORT else ""
        message += f"。{'不够' if unmet else '不能确定'}的有：{'；'.join(ruling.short[:_MOST_SHORT])}{more}"
    if ruling.met_from:
        message += f"；{in_words(ruling.met_from)}起符合"
    level = None if unmet and not result.lenient else "hint"
    basis = f"{result.rests_on}{ruling.name.partition(' ')[0]}" if result.rests_on else "本年度通知"
    return CONDITION.finding(ruling.field, message, _remedy(ruling), level=level, basis=basis)


def _remedy(ruling: Ruling) -> str:
    if ruling.answer == NO:
        return "请对照原件核对所填内容；属实的，本年度不符合这一条"
    if not ruling.missing:
        return "请向评审机构核实"
    more = "等" if len(ruling.missing) > _MOST_MISSING else ""
    return f"请核实后补填：{'；'.join(ruling.missing[:_MOST_MISSING])}{more}"


def _summary(result: Eligibility) -> Finding:
    answers = [ruling.answer for ruling in result.counted_conditions]
    counts = "、".join(
        f"{word}{answers.count(answer)}条"
        for answer, word in ((YES, "符合"), (NO, "不符合"), (UNKNOWN, "无法判断"))
        if answers.count(answer)
    )
    barred = any(ruling.answer == NO for ruling in result.admission)
    conclusion = _BARRED if barred else _CONCLUSIONS[result.answer]
    message = f"申报{result.title or '（未写职称）'}的预审：{conclusion}（评审条件{counts}）"
    if result.met_from and result.answer != YES:
        message += f"，{in_words(result.met_from)}起符合"
    message = "；".join([message, *result.lenient])
    return SUMMARY.finding("申报.职称", f"{message}。{NOTICE}", "各条的结果和理由见 zhicheng check --explain")
