"""The pre-check of one applicant: may they apply at all, and are the year's conditions met, article by article."""

from collections.abc import Iterator
from datetime import date

from generator.model.applicant import Application
from generator.model.case import Case
from generator.model.criteria import Criteria
from generator.model.criteria_routes import TitleConditions
from generator.model.title_series import levels_called
from generator.rules.eligibility.admission import admission_rulings
from generator.rules.eligibility.assessments import assessment_ruling
from generator.rules.eligibility.evidence import ACHIEVEMENTS, PRACTICE
from generator.rules.eligibility.groups import group_ruling, works_ruling
from generator.rules.eligibility.items import COMMITTEE
from generator.rules.eligibility.routes import routes_ruling
from generator.rules.eligibility.ruling import Eligibility, Ruling
from generator.rules.eligibility.standard import Articles, Standard, articles_of, conditions_of, standard_of
from generator.rules.eligibility.subject import Subject
from generator.rules.eligibility.training import training_ruling
from generator.rules.employer import is_among
from generator.rules.exemption import training_exemption
from generator.rules.grounds import Grounds
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of

_REVIEW = "评审"
_UNIT, _OFFICE = "推荐单位", "评审机构"


def judge(case: Case, grounds: Grounds) -> Eligibility:
    """The pre-check of the case's applicant on the day of `grounds`. Raises ValueError without applicant or campaign.

    The answer is that of all conditions that data can decide, by Kleene's logic; what is left to people (思想政治条件,
    学识水平) is told and not counted. Who may not apply is 否 whatever else holds. For a track other than 评审, and for
    people for whom another document rules, a condition not met decides nothing: it is 无法判断.
    """
    if case.applicant is None or case.campaign is None:
        raise ValueError("an eligibility check needs an applicant and a campaign")
    standard, subject = standard_of(case), subject_of(case)
    criteria = standard.criteria
    admission = tuple(admission_rulings(case, subject.conditions if subject else None, grounds.today))
    conditions = tuple(_conditions(case, standard, subject))
    counted = [ruling for ruling in conditions if not ruling.left_to]
    lenient = tuple(_lenient(case)) if criteria else ()
    return Eligibility(
        _whole(admission, counted, lenient),
        case.applicant.application.title,
        f"{criteria.name}（{criteria.number}）" if criteria else None,
        admission,
        conditions,
        _met_from([*admission, *counted]),
        lenient,
        tuple(_notes(subject)),
    )


def subject_of(case: Case) -> Subject | None:
    """The applicant before the conditions of the title applied for; None without those of this year and title.

    None too where the title is not of the level applied for: one of the two is wrong.
    """
    criteria, application = standard_of(case).criteria, case.applicant.application
    asked = conditions_of(criteria, application.title) if criteria else None
    return Subject(case, criteria, asked) if asked and not _of_another_level(asked, application) else None


def _of_another_level(asked: TitleConditions, application: Application) -> bool:
    own, stated = levels_called(asked.level), levels_called(application.level)
    return bool(own and stated) and not set(own) & set(stated)


def _whole(admission: tuple[Ruling, ...], conditions: list[Ruling], lenient: tuple[str, ...]) -> Answer:
    may = all_of(ruling.answer for ruling in admission)
    met = all_of(ruling.answer for ruling in conditions)
    return all_of([may, UNKNOWN if lenient and met == NO else met])


def _met_from(rulings: list[Ruling]) -> date | None:
    """The day from which everything is met, where nothing but time is missing."""
    failing = [ruling for ruling in rulings if ruling.answer != YES]
    days = [ruling.met_from for ruling in failing if ruling.met_from]
    return max(days) if failing and len(days) == len(failing) else None


def _conditions(case: Case, standard: Standard, subject: Subject | None) -> Iterator[Ruling]:
    criteria, campaign = standard.criteria, case.campaign
    articles = articles_of(criteria) if criteria else None
    if criteria is None:
        yield Ruling("评审条件", UNKNOWN, standard.why, field="评审条件.数据")
    else:
        yield from _left(criteria, articles)
    training = f"{articles['继续教育']} 继续教育" if criteria and criteria.training else "继续教育"
    assessment = f"{articles['考核']} 年度考核" if criteria and criteria.assessment else "年度考核"
    yearly = (
        training_ruling(case.applicant, campaign, training_exemption(case), training),
        assessment_ruling(case.applicant, campaign, criteria, assessment),
    )
    yield from (ruling for ruling in yearly if ruling)
    if subject:
        yield from _of_title(subject, articles)
    elif criteria:
        yield _no_title(case.applicant.application, criteria)


def _left(criteria: Criteria, articles: Articles) -> Iterator[Ruling]:
    """The general articles that no data can decide."""
    if directed := criteria.directed:
        why = f"{directed.region}是哪些地方没有写明，核对时不作判断"
        sentence = f"{directed.region}按本地区的条件评审，参加{directed.higher}评审的按本条件"
        yield Ruling(f"{articles['定向评价']} 定向评价", UNKNOWN, why, sentence, left_to=_OFFICE)
    name = f"{articles['思想政治条件']} 思想政治条件"
    yield Ruling(name, UNKNOWN, f"由{_UNIT}考察", "".join(criteria.conduct), left_to=_UNIT)


def _of_title(subject: Subject, articles: Articles) -> Iterator[Ruling]:
    asked = subject.conditions

    def name(section: str) -> str:
        return articles.section(asked, section)

    yield routes_ruling(subject, name("学历资历"))
    yield Ruling(name("学识水平"), UNKNOWN, f"由{COMMITTEE}评判", asked.knowledge, left_to=COMMITTEE)
    yield group_ruling(asked.practice, PRACTICE, subject, name(PRACTICE))
    if asked.achievements:
        yield group_ruling(asked.achievements, ACHIEVEMENTS, subject, name(ACHIEVEMENTS))
    if asked.works:
        yield works_ruling(subject, name("理论代表作"))


def _no_title(application: Application, criteria: Criteria) -> Ruling:
    name, field = "各职称的条件", "申报.职称"
    if asked := conditions_of(criteria, application.title):
        why = f"“{asked.title}”是{asked.level}的职称，级别写的是“{application.level}”"
        return Ruling(name, UNKNOWN, why, missing=("拟申报的职称和级别",), field=field)
    known = "、".join(title.title for title in criteria.titles)
    said = f"评审条件中没有“{application.title}”" if application.title else "没有写拟申报的职称"
    return Ruling(name, UNKNOWN, f"{said}，条件中有：{known}", missing=("拟申报的职称",), field=field)


def _lenient(case: Case) -> Iterator[str]:
    """Why a condition that is not met decides nothing."""
    track = case.applicant.application.track
    if track != _REVIEW:
        said = f"申报类型是{track}" if track else "没有写申报类型"
        yield f"{said}，条件没有写明初次确定、授予、转评是否要全部符合，不符合的只作提示"
    for rule in case.campaign.conditions.special_rules:
        answer = is_among(case.unit, (rule.people,))
        if answer != NO:
            doubt = "可能是" if answer == UNKNOWN else "是"
            named = f"《{rule.name}》" if rule.name else rule.number
            yield f"{doubt}{rule.people}，另按{named}执行，该文件没有录入，不符合的只作提示"


def _notes(subject: Subject | None) -> Iterator[str]:
    if subject is None:
        return
    if subject.until.note:
        yield subject.until.note
    if special := subject.criteria.special:
        kinds, counts_as = "、".join(special.kinds), "、".join(special.counts_as)
        yield f"{kinds}等特殊成果，经{special.recogniser}认定并出具书面意见的，可作为{counts_as}；已有的请写“特殊成果”"
