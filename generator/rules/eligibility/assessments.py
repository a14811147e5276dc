"""年度考核: the years that the notice asks for, the grade they must reach, and by how long a worse one defers.

Which years they are is the notice's to say (the conditions say only 近3年), and so is whether a year before the
applicant began to work may lack.
"""

from collections.abc import Iterator
from datetime import date

from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.criteria import Criteria
from generator.model.criteria_scales import Scale
from generator.rules.eligibility.ruling import Ruling
from generator.rules.eligibility.scales import ASSESSMENT_GRADES, compare, place_on, scale_of
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of
from generator.text import year_list

_FIELD = "年度考核"


def assessment_ruling(applicant: Applicant, campaign: Campaign, criteria: Criteria | None, name: str) -> Ruling | None:
    """The answer on the assessments; None where neither the notice nor the conditions ask for a grade."""
    rule = campaign.assessment
    asked = [criteria.assessment.not_below] if criteria and criteria.assessment else []
    asked += [rule.at_least] if rule and rule.at_least else []
    if not asked:
        return None
    sentence = f"近{criteria.assessment.years}年" if criteria and criteria.assessment else "各年度"
    sentence += f"年度考核均为{'、'.join(dict.fromkeys(asked))}以上"
    if not campaign.assessment_years:
        return Ruling(name, UNKNOWN, "通知没有写明要哪几年的年度考核", sentence, field=_FIELD)
    scale = (scale_of(criteria.scales, ASSESSMENT_GRADES.name) if criteria else None) or ASSESSMENT_GRADES
    by_year = {year: _year(year, asked, scale, applicant, campaign) for year in campaign.assessment_years}
    parts = [*by_year.values(), *_deferred_before(applicant, campaign)]
    return Ruling(
        name,
        all_of(part.answer for part in parts),
        "；".join(f"{part.name}{part.why}" for part in parts),
        f"{sentence}（{year_list(campaign.assessment_years)}）",
        tuple(text for part in parts for text in part.missing),
        _from([year for year, part in by_year.items() if part.answer == NO], applicant, campaign),
        _FIELD,
        parts=tuple(parts),
    )


def _year(year: int, asked: list[str], scale: Scale, applicant: Applicant, campaign: Campaign) -> Ruling:
    name = f"{year}年度"
    grades = [one.grade for one in applicant.assessments if one.year == year]
    if not grades:
        answer, why = _without(year, applicant, campaign)
        return Ruling(name, answer, why, missing=(f"{name}考核结果",) if answer == UNKNOWN else (), field=_FIELD)
    answers = {all_of(compare(scale, grade, one) for one in asked) for grade in grades}
    said = "、".join(dict.fromkeys(grades))
    if len(answers) > 1:
        return Ruling(name, UNKNOWN, f"{said}，同一年度的结果不一致", missing=(f"{name}考核结果",), field=_FIELD)
    answer = answers.pop()
    doubt = {YES: "", NO: f"，要求{asked[0]}以上", UNKNOWN: f"，不能与{asked[0]}比较"}[answer]
    if answer == NO and (years := _deferral(grades[0], campaign)):
        doubt += f"，顺延{years}年申报"
    return Ruling(name, answer, f"{said}{doubt}", field=_FIELD)


def _without(year: int, applicant: Applicant, campaign: Campaign) -> tuple[Answer, str]:
    """A year whose grade is not written: not asked of who began to work later, where the notice says so."""
    started = applicant.started_work
    if started is None or started.year < year:
        return UNKNOWN, "的考核结果没有填写"
    when = f"没有考核结果（{started.year}年参加工作）"
    eased = campaign.assessment.newcomers
    if eased and applicant.first_application:
        later = started.year > year
        return (YES, f"{when}，首次申报按实际年限") if later else (UNKNOWN, f"{when}，当年是否参加考核请核对")
    if eased and applicant.first_application is None:
        return UNKNOWN, f"{when}，没有写是否首次申报"
    return UNKNOWN, f"{when}，{'不是首次申报，' if eased else ''}怎样核对没有写明"


def _deferred_before(applicant: Applicant, campaign: Campaign) -> Iterator[Ruling]:
    """Grades of earlier years that defer: whether the time has passed depends on when one could have applied."""
    first = min(campaign.assessment_years)
    for one in applicant.assessments:
        years = _deferral(one.grade, campaign) if one.year < first else 0
        if years and _in_present_title(one.year, applicant):
            why = f"{one.grade}，顺延{years}年申报，是否已经顺延无法判断"
            yield Ruling(f"{one.year}年度", UNKNOWN, why, field=_FIELD)


def _in_present_title(year: int, applicant: Applicant) -> bool:
    title = applicant.present_title
    return title is None or title.obtained is None or year >= title.obtained.year


def _deferral(grade: str, campaign: Campaign) -> int:
    """By how many years the grade defers; 0 where the notice does not say."""
    mine = place_on(ASSESSMENT_GRADES, grade)
    deferrals = campaign.assessment.deferrals
    return next((one.years for one in deferrals if mine and place_on(ASSESSMENT_GRADES, one.grade) == mine), 0)


def _from(bad: list[int], applicant: Applicant, campaign: Campaign) -> date | None:
    """The first year in which the applicant may apply: deferred once for each bad grade of the years asked for.

    For a grade without a deferral in the notice: when its year is no longer among those asked for.
    """
    deferrals = {one.year: _deferral(one.grade, campaign) for one in applicant.assessments if one.year in bad}
    years = [year + len(campaign.assessment_years) + 1 for year, deferred in deferrals.items() if not deferred]
    years += [campaign.year + sum(deferrals.values())] if any(deferrals.values()) else []
    return date(max(years), 1, 1) if years and date.min.year <= max(years) <= date.max.year else None
