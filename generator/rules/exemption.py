"""Who is exempt from continuing education (免除继续教育学习), for which years and subjects, and who reviews it.

This list is not that of those who need not defend (`exemption_defence`). It is the campaign's 继续教育.免学; where a
campaign states none, the services that the notes of its form name (免学申请.审核). An exemption is the reviewing body's
to grant: the answer says whether the campaign's words cover what the applicant has written, and no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.applicant import Applicant, ExemptService
from generator.model.campaign import Campaign
from generator.model.campaign_materials import ReviewedBy
from generator.model.campaign_rules import TrainingSpan
from generator.model.case import Case
from generator.rules.exemption_services import is_running, said, touches
from generator.rules.once import once
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of, any_of
from generator.rules.words import Match, folded, match, quoted
from generator.text import year_list

SUBJECTS = GENERAL, SPECIAL = "公需科目", "专业科目"
_CURRENT_YEAR = {folded(words) for words in ("当年", "当年度", "本年", "本年度", "申报当年", "申报年度")}
_REVIEW = "评审"  # the track that a condition such as 当年申报评审 names
_LAST_STEP = "审核"


@dataclass(frozen=True)
class ServiceJudged:
    """One service: does it exempt, and why; the years for certain and those that are open; who reviews it."""

    answer: Answer
    why: str
    years: tuple[int, ...] = ()
    open_years: tuple[int, ...] = ()
    reviewer: str = ""


@dataclass(frozen=True)
class Exemption:
    """Whether a campaign exempts an applicant, and why, in one Chinese sentence without its full stop.

    Of continuing education, also the `years` and `subjects` exempted and the `open_years` of which nobody can tell;
    `reviewer` is the body that reviews the form (审核单位), empty where the campaign does not determine it; `services`
    has one entry for each of the applicant's 免学经历, in order.
    """

    answer: Answer
    why: str
    years: tuple[int, ...] = ()
    subjects: tuple[str, ...] = ()
    open_years: tuple[int, ...] = ()
    reviewer: str = ""
    services: tuple[ServiceJudged, ...] = ()

    def covers(self, year: int, subject: str) -> Answer:
        """Whether this year's certificate of this subject (公需科目, 专业科目) need not be shown."""
        if subject not in self.subjects:
            return NO
        return YES if year in self.years else UNKNOWN if year in self.open_years else NO


_NOT_CLAIMED = Exemption(NO, "没有填写“免学经历”")


@dataclass(frozen=True)
class _Clause:
    """What exempts: `names` of services and duties, in `where`; without `years`, `doubt` says why there are none.

    `readable` is 无法判断 where years are stated that nobody can make out; unstated ones are those of the service.
    """

    where: str
    names: tuple[str, ...]
    and_others: bool
    subjects: tuple[str, ...]
    years: tuple[int, ...] = ()
    doubt: str = ""
    readable: Answer = YES
    only_if: str | None = None


def exempting_names(campaign: Campaign) -> tuple[str, ...]:
    """The services and duties that the campaign's words on continuing education name, as they name them."""
    clause = _clause(campaign)
    return clause.names if clause else ()


def training_exemption(case: Case) -> Exemption:
    """Whether an applicant is exempt from continuing education in the case's campaign; 否 for who states no 免学经历.

    无法判断: a service that the list does not name and does not exclude (未列尽), one without the dates that decide, a
    condition that only a person can look into.
    """
    applicant, campaign = case.applicant, case.campaign
    if not applicant or not applicant.exempt_services:
        return _NOT_CLAIMED
    clause = _clause(campaign)
    if clause is None:
        return Exemption(UNKNOWN, "本年度没有写明哪些人员免除继续教育学习")
    services = tuple(_judged(service, clause, case) for service in applicant.exempt_services)
    answer = any_of(service.answer for service in services)
    decisive = [service for service in services if service.answer == answer]
    certain = {year for service in services if service.answer == YES for year in service.years}
    possible = {year for one in services if one.answer != NO for year in (*one.years, *one.open_years)}
    return Exemption(
        answer,
        "；".join([*(service.why for service in decisive), *([clause.doubt] if clause.doubt and answer != NO else [])]),
        tuple(sorted(certain)),
        clause.subjects if answer != NO else (),
        tuple(sorted(possible - certain)),
        "、".join(dict.fromkeys(service.reviewer for service in services if service.answer != NO and service.reviewer)),
        services,
    )


class TrainingDemand(NamedTuple):
    """What a campaign asks of a level, as it states it, and the years by subject."""

    span: TrainingSpan
    years: dict[str, tuple[int, ...]]


@once
def training_demands(campaign: Campaign, level: str) -> tuple[TrainingDemand, ...]:
    """The campaign's demands on those who apply for this level."""
    spans = campaign.training.spans if campaign.training else ()
    return tuple(
        TrainingDemand(span, {GENERAL: years.general, SPECIAL: years.special})
        for span, years in zip(spans, campaign.training_years, strict=True)
        if span.level in (None, level)
    )


def required_training_years(campaign: Campaign, level: str) -> tuple[int, ...]:
    """The years of which a level must show certificates, of either subject; empty where the campaign names none."""
    spans = (demand.years.values() for demand in training_demands(campaign, level))
    return tuple(sorted({year for by_subject in spans for years in by_subject for year in years}))


@once
def _clause(campaign: Campaign) -> _Clause | None:
    if stated := campaign.training and campaign.training.exemption:
        # 当年 is the campaign's year; of other words nothing is made.
        known = folded(stated.years) in _CURRENT_YEAR
        return _Clause(
            where="本年度免除继续教育学习的规定",
            names=(*stated.services, *stated.duties),
            and_others=stated.and_others,
            subjects=tuple(subject for subject in SUBJECTS if not stated.subjects or subject in stated.subjects),
            years=(campaign.year,) if known else (),
            doubt="" if known else f"规定免除的年度写的是{quoted(stated.years)}，是哪几年无法判断",
            readable=YES if known else UNKNOWN,
            only_if=stated.only_if,
        )
    form = campaign.exemption
    if form and form.reviewed_by:
        return _Clause(
            where="免学申请表的注",
            names=tuple(dict.fromkeys(name for row in form.reviewed_by for name in row.services)),
            and_others=form.and_others,
            subjects=SUBJECTS,
            doubt="通知没有写明免除哪些年度，这里按参加的年度列出",
        )
    return None


def _judged(service: ExemptService, clause: _Clause, case: Case) -> ServiceJudged:
    campaign, applicant = case.campaign, case.applicant
    named = match(service.kind, clause.names)
    if named.answer == NO and not clause.and_others:
        listed = "、".join(clause.names)
        return ServiceJudged(NO, f"{said(service)}不在{clause.where}所列的工作之内（所列的是{listed}）")
    years = clause.years or required_training_years(campaign, applicant.application.level) or (campaign.year,)
    touched = {year: touches(service, year, campaign) for year in years}
    in_time = any_of(touched.values())
    if in_time == NO:
        limit = "本年度只免除当年的学习" if clause.years else "要交合格证书的只有这几年"
        return ServiceJudged(NO, f"{said(service)}不涉及{year_list(years)}，{limit}")
    condition = _meets(clause.only_if, applicant, campaign)
    certain = tuple(year for year, reached in touched.items() if reached == YES)
    row = reviewed_by(service, campaign)
    return ServiceJudged(
        all_of((YES if named.answer == YES else UNKNOWN, in_time, condition, clause.readable)),
        "，".join([_named(service, named, clause), *_remarks(in_time, condition, certain, clause)]),
        certain,
        tuple(year for year, reached in touched.items() if reached == UNKNOWN),
        row.body if row else _last_reviewer(campaign),
    )


def _named(service: ExemptService, named: Match, clause: _Clause) -> str:
    if named.answer == YES:
        return f"{said(service)}是{clause.where}所列的{quoted(named.item)}"
    if named.answer == UNKNOWN:
        return f"{said(service)}与{clause.where}所列的{quoted(named.item)}名称不同，是不是同一项工作无法判断"
    return f"{clause.where}列举之后有“等”字，没有列{said(service)}，是否免除无法判断"


def _remarks(in_time: Answer, condition: Answer, years: tuple[int, ...], clause: _Clause) -> Iterator[str]:
    if years:
        yield f"涉及{year_list(years)}"
    if in_time == UNKNOWN:
        yield "没有写全起止时间，是否涉及可免除的年度无法判断"
    if condition == UNKNOWN:
        yield f"规定的条件是{quoted(clause.only_if)}，是否符合无法判断"


def _meets(condition: str | None, applicant: Applicant, campaign: Campaign) -> Answer:
    """Who applies in this campaign by way of 评审 meets 当年申报评审; any other condition is for people to judge."""
    if condition is None:
        return YES
    words = folded(condition)
    if not (words.startswith("当年申报") and words.endswith(_REVIEW)):
        return UNKNOWN
    tracks = {track.name for track in campaign.tracks}
    return YES if applicant.application.track == _REVIEW or tracks == {_REVIEW} else UNKNOWN


def reviewed_by(service: ExemptService, campaign: Campaign) -> ReviewedBy | None:
    """The row of the form's notes for this kind of service, by whether it still runs; None where none is near."""
    rows = campaign.exemption.reviewed_by if campaign.exemption else ()
    judged = [(match(service.kind, row.services).answer, row) for row in rows if row.running == is_running(service)]
    return next((row for wanted in (YES, UNKNOWN) for answer, row in judged if answer == wanted), None)


def _last_reviewer(campaign: Campaign) -> str:
    """Of a procedure in steps (…, 所在县市人社局审核), the body of the last; empty where there is none."""
    steps = campaign.training.exemption.steps if campaign.training and campaign.training.exemption else ()
    return steps[-1].removesuffix(_LAST_STEP) if steps and steps[-1].endswith(_LAST_STEP) else ""
