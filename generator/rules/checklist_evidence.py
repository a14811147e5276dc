"""What the applicant's data have of what a material is to prove, what they lack, and how many papers that makes.

Only what the data can tell: that a year's certificate is there, not that it is enough. Hours and grades are judged with
the conditions of the review.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.finding import Level
from generator.model.applicant import Applicant
from generator.model.campaign_rules import TrainingSpan
from generator.model.case import Case
from generator.rules.employer import is_among
from generator.rules.exemption import SPECIAL, Exemption, TrainingDemand, training_demands, training_exemption
from generator.rules.verdict import NO, UNKNOWN, YES, Answer
from generator.text import year_list

_TRAININGS = "继续教育"


class Lack(NamedTuple):
    """Something that the data should hold and do not: where, what, and what to do; a hint where it may be right."""

    field: str
    message: str
    remedy: str
    level: Level = "warning"


class Evidence(NamedTuple):
    """Whether the data hold what is to be proved; `pieces` is the number of papers, None where it cannot be told.

    `exempted` says that the exemption form stands for some of them; it is one of the pieces.
    """

    answer: Answer
    lacks: tuple[Lack, ...] = ()
    pieces: int | None = None
    exempted: bool = False


class Proofs(dict[str, Evidence]):
    """What an applicant's data hold of each of the things that materials prove (the names of `Shown`), found once."""

    def __init__(self, case: Case):
        super().__init__()
        self.case, self.exemption = case, training_exemption(case)

    def __missing__(self, shown: str) -> Evidence:
        found = self[shown] = _EVIDENCE[shown](self.case, self.exemption)
        return found


def proved_years(case: Case) -> tuple[int, ...]:
    """The years of 考核年度 of which this applicant hands in an assessment: those before work began are left out."""
    have = {assessment.year for assessment in case.applicant.assessments}
    return tuple(year for year in case.campaign.assessment_years if year in have or _is_due(case, year))


def _is_due(case: Case, year: int) -> bool:
    """Whether an assessment of that year is sure to exist: in the year in which work began it may not."""
    start = case.applicant.started_work
    return start is None or year > start.year


def _evidence(lacks: Iterable[Lack], pieces: int | None = None, *, exempted: bool = False) -> Evidence:
    lacking = tuple(lacks)
    if not lacking:
        return Evidence(YES, (), pieces, exempted)
    levels = {lack.level for lack in lacking}
    return Evidence(NO if "warning" in levels else UNKNOWN, lacking, pieces, exempted)


def _id_number(case: Case, exemption: Exemption) -> Evidence:
    return _evidence(() if case.applicant.id_number else [_empty("身份证号", "请对照身份证原件填写")])


def _posts(case: Case, exemption: Exemption) -> Evidence:
    return _evidence(() if case.applicant.posts else [_empty("工作经历", "请从参加工作起依次填写")])


def _papers(case: Case, exemption: Exemption) -> Evidence:
    """Whether any are needed is for the conditions of the review to say."""
    papers = case.applicant.papers
    return Evidence(YES if papers else UNKNOWN, pieces=len(papers) or None)


def _whatever_there_is(case: Case, exemption: Exemption) -> Evidence:
    """Awards, patents: who has none hands in none."""
    return Evidence(YES)


def _degrees(case: Case, exemption: Exemption) -> Evidence:
    return _evidence(_degrees_lacking(case.applicant))


def _degrees_lacking(applicant: Applicant) -> Iterator[Lack]:
    if not applicant.degrees:
        yield _empty("学历学位", "请从低到高依次填写，与毕业证书一致")
    for number, degree in enumerate(applicant.degrees, start=1):
        for name, value in (("学校", degree.school), ("专业", degree.major), ("毕业时间", degree.graduated)):
            if not value:
                field = f"学历学位.第{number}项.{name}"
                yield Lack(field, f"{degree.education}没有写{name}", "请对照毕业证书补填")


def _title(case: Case, exemption: Exemption) -> Evidence:
    return _evidence(_title_lacking(case.applicant))


def _title_lacking(applicant: Applicant) -> Iterator[Lack]:
    title = applicant.present_title
    if title is None and applicant.first_application is False:
        yield Lack("现职称", "不是首次申报，没有填写现职称", "请对照职称证书填写；确实没有职称的，请核对“首次申报”")
    elif title is None and applicant.first_application is None:
        message = "没有填写现职称，也没有写是否首次申报"
        yield Lack("首次申报", message, "首次申报的写“是”；不是的，请对照职称证书填写“现职称”", "hint")
    elif title and not title.obtained:
        yield Lack("现职称.取得时间", "现职称没有写取得时间", "请对照职称证书补填")


def _assessments(case: Case, exemption: Exemption) -> Evidence:
    return _evidence(_assessments_lacking(case), len(proved_years(case)) or None)


def _assessments_lacking(case: Case) -> Iterator[Lack]:
    applicant, campaign = case.applicant, case.campaign
    have = {assessment.year for assessment in applicant.assessments}
    missing = [year for year in campaign.assessment_years if year not in have]
    if due := tuple(year for year in missing if _is_due(case, year)):
        yield Lack("年度考核", f"没有{year_list(due)}的年度考核，本年度要交", "请对照年度考核表补填")
    start = applicant.started_work
    if start and start.year in missing:
        message = f"{start.year}年参加工作，没有当年的年度考核"
        yield Lack("年度考核", message, "当年参加了考核的，请对照年度考核表补填", "hint")
    before = tuple(year for year in missing if start and year < start.year)
    if before and not campaign.assessment.newcomers:
        message = f"{year_list(before)}还没有参加工作，没有年度考核；这种情形怎样提交，通知没有写明"
        yield Lack("年度考核", message, "请向接收单位核实", "hint")
    elif before and not applicant.first_application:
        message = f"{year_list(before)}还没有参加工作，没有年度考核；首次申报的，可以只交相应年限的"
        yield Lack("首次申报", message, "请核对是否首次申报；不是首次申报的，请向接收单位核实", "hint")


def _trainings(case: Case, exemption: Exemption) -> Evidence:
    demands = training_demands(case.campaign, case.applicant.application.level)
    if not demands:
        return Evidence(UNKNOWN)
    have = {(training.year, training.kind) for training in case.applicant.trainings}
    wanted = {(year, subject) for demand in demands for subject, years in demand.years.items() for year in years}
    exempted = any(exemption.covers(*one) == YES for one in wanted - have)
    lacks = [lack for demand in demands for lack in _trainings_lacking(case, exemption, demand, have)]
    return _evidence(lacks, len(wanted & have) + exempted or None, exempted=exempted)


def _trainings_lacking(
    case: Case, exemption: Exemption, demand: TrainingDemand, have: set[tuple[int, str]]
) -> Iterator[Lack]:
    span = demand.span
    for subject, wanted in demand.years.items():
        open_to = {year: exemption.covers(year, subject) for year in wanted if (year, subject) not in have}
        if missing := tuple(year for year, covered in open_to.items() if covered == NO):
            shown = len(wanted) - len(missing)
            yield _certificates_lacking(case, f"{year_list(missing)}{subject}", shown, span, subject)
        if doubtful := tuple(year for year, covered in open_to.items() if covered == UNKNOWN):
            message = f"没有{year_list(doubtful)}{subject}的合格证书，能否免除学习无法判断"
            yield Lack(_TRAININGS, message, "请先核实能否免除；不能免除的，要交合格证书", "hint")


def _certificates_lacking(case: Case, what: str, shown: int, span: TrainingSpan, subject: str) -> Lack:
    """A warning, but where another document rules for the applicant, or the least that the notice wants is there."""
    at_least = span.special_at_least if subject == SPECIAL else None
    message = f"没有{what}的合格证书"
    for rule in case.campaign.training.special_rules:
        if is_among(case.unit, [rule.people]) == YES:
            message = f"{message}；{rule.people}另按{rule.number or rule.name}执行"
            return Lack(_TRAININGS, message, "请对照那份文件核对要交几年的合格证书", "hint")
    if at_least is None:
        return Lack(_TRAININGS, f"{message}，本年度要交", "请对照合格证书补填；免除学习的，请填写“免学经历”")
    message = f"{message}；通知要求{at_least}—{span.special}年，按什么选没有写明"
    if shown >= at_least:
        return Lack(_TRAININGS, message, "应交几年的，请向接收单位核实", "hint")
    return Lack(_TRAININGS, message, "请对照合格证书补填；应交几年的，请向接收单位核实")


def _empty(field: str, remedy: str) -> Lack:
    return Lack(field, f"没有填写{field}", remedy)


_EVIDENCE: dict[str, Callable[[Case, Exemption], Evidence]] = {
    "身份证号": _id_number,
    "学历学位": _degrees,
    "现职称": _title,
    "工作经历": _posts,
    "论文著作": _papers,
    "获奖情况": _whatever_there_is,
    "知识产权": _whatever_there_is,
    "年度考核": _assessments,
    "继续教育": _trainings,
}
