"""学历资历: education or degree, the title held, and years, by one of the routes that a title has.

What was served before the education was obtained may or may not count (the conditions leave it open, 存疑
“任职年限从何时算起”): the longest reading counts it, the shortest does not. 取得资格满年 is no time served: it runs
from the title alone.
"""

from collections.abc import Iterator
from datetime import date

from generator.model.applicant import Degree
from generator.model.criteria_routes import Qualification, Route
from generator.model.criteria_scales import DEGREE, EDUCATION
from generator.rules.eligibility.ruling import RANK, Ruling
from generator.rules.eligibility.scales import compare, scale_of
from generator.rules.eligibility.scopes import in_scope
from generator.rules.eligibility.service import Full, service
from generator.rules.eligibility.spans import Span, span, years_later
from generator.rules.eligibility.standard import sentence_of
from generator.rules.eligibility.subject import Subject
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of, any_of
from generator.text import chinese_date

_POSTS, _TITLE, _DEGREES = "工作经历", "现职称", "学历学位"
_EVER = Span(date.min, date.min)


def routes_ruling(subject: Subject, name: str) -> Ruling:
    """The answer by the best of the routes; why and what is missing are told of the one that comes nearest."""
    routes = subject.conditions.routes
    rulings = [
        _route(route, subject, f"第{number}种情形" if len(routes) > 1 else "要求")
        for number, route in enumerate(routes, start=1)
    ]
    answer = any_of(ruling.answer for ruling in rulings)
    if answer == UNKNOWN and not subject.applicant.degrees:
        why = "没有填写学历学位，符合哪一种情形无法判断"
        return Ruling(name, UNKNOWN, why, missing=(_DEGREES,), field=_DEGREES, parts=tuple(rulings))
    days = [ruling.met_from for ruling in rulings if ruling.met_from]
    nearest = max(rulings, key=_nearness)
    return Ruling(
        name,
        answer,
        f"{nearest.name}：{nearest.why}" if len(rulings) > 1 else nearest.why,
        sentence="符合下列条件之一" if len(rulings) > 1 else nearest.sentence,
        missing=() if answer == YES else nearest.missing,
        met_from=min(days) if days and answer != YES else None,
        field=nearest.field,
        parts=tuple(rulings),
    )


def _nearness(ruling: Ruling) -> tuple[int, bool, int, int]:
    """How near a route is to being met: first the education fits, then few parts fail, then few cannot be told."""
    answers = [part.answer for part in ruling.parts]
    educated = not any(part.name == _DEGREES and part.answer == NO for part in ruling.parts)
    return RANK[ruling.answer], educated, -answers.count(NO), -answers.count(UNKNOWN)


def _route(route: Route, subject: Subject, name: str) -> Ruling:
    parts = [*_scope(route, subject), *_title(route, subject)]
    parts += _best_qualified(route, subject)
    answer = all_of(part.answer for part in parts)
    failing = [part for part in parts if part.answer != YES]
    days = [part.met_from for part in failing if part.met_from]
    return Ruling(
        name,
        answer,
        "；".join(part.why for part in (failing or parts)),
        sentence=sentence_of(route),
        missing=tuple(text for part in failing for text in part.missing),
        met_from=max(days) if failing and len(days) == len(failing) else None,
        field=next((part.field for part in failing if part.field), _DEGREES),
        parts=tuple(parts),
    )


def _scope(route: Route, subject: Subject) -> Iterator[Ruling]:
    if route.scope:
        answer, why = in_scope(route.scope, subject.unit, subject.criteria)
        missing = ("单位的层级",) if answer == UNKNOWN and not (subject.unit and subject.unit.level) else ()
        yield Ruling("适用单位", answer, why, missing=missing, field="单位.层级")


def _title(route: Route, subject: Subject) -> Iterator[Ruling]:
    if route.title:
        answer, why = subject.holds(route.title)
        yield Ruling("现职称", answer, why, missing=(f"{route.title}任职资格",) if answer == NO else (), field=_TITLE)


def _best_qualified(route: Route, subject: Subject) -> list[Ruling]:
    """Education and years by that of the applicant's courses which serves best: an earlier one leaves more years."""
    candidates = [
        [held, *_years(route, asked, degree, subject)]
        for asked in route.qualifications
        for degree in subject.applicant.degrees
        if (held := _qualified(asked, degree, subject)).answer != NO
    ]
    if candidates:
        return max(candidates, key=_merit)
    return [_without_degree(route, subject), *_years(route, route.qualifications[0], None, subject)]


def _merit(parts: list[Ruling]) -> tuple[int, bool, int]:
    """The better answer first, then the earlier day."""
    days = [part.met_from for part in parts if part.met_from]
    return RANK[all_of(part.answer for part in parts)], bool(days), -max(days).toordinal() if days else 0


def _qualified(asked: Qualification, degree: Degree, subject: Subject) -> Ruling:
    scale = scale_of(subject.criteria.scales, EDUCATION if asked.education else DEGREE)
    word = degree.education if asked.education else degree.degree
    if word is None:
        return Ruling(_DEGREES, NO, "没有学位")
    answer = compare(scale, word, asked.name)
    called = f"{scale.name}是{word}"
    if degree.graduated:
        called += f"（{chinese_date(degree.graduated)}毕业）"
        answer = all_of([answer, _before(span(degree.graduated), subject.until.day)])
    doubt = f"，是否符合要求的{asked.name}无法判断" if answer == UNKNOWN else f"，要求{asked.name}"
    return Ruling(_DEGREES, answer, f"{called}{doubt}", field=_DEGREES)


def _before(day: Span, until: Span) -> Answer:
    if day.last <= until.first:
        return YES
    return NO if day.first > until.last else UNKNOWN


def _without_degree(route: Route, subject: Subject) -> Ruling:
    asked = "或".join(dict.fromkeys(held.name for held in route.qualifications))
    degrees = subject.applicant.degrees
    if not degrees:
        return Ruling(_DEGREES, UNKNOWN, f"没有填写学历学位，要求{asked}", missing=("学历学位",), field=_DEGREES)
    has = "、".join(dict.fromkeys(word for one in degrees for word in (one.education, one.degree) if word))
    return Ruling(_DEGREES, NO, f"学历学位是{has}，要求{asked}", missing=(asked,), field=_DEGREES)


def _years(route: Route, asked: Qualification, degree: Degree | None, subject: Subject) -> Iterator[Ruling]:
    """The years that a route asks for, for who comes by this qualification; without any, from whenever."""
    title = subject.obtained(route.title) if route.title else _EVER
    graduated = (span(degree.graduated) if degree.graduated else None) if degree else _EVER
    held = not route.title or subject.holds(route.title)[0] != NO  # without the title there is no day to count from
    if held and route.years_in_post is not None:
        yield _served("任职", route.years_in_post, title, graduated, subject)
    if held and route.years_since_title is not None:
        yield _since_title(route.years_since_title, title, subject)
    for years in (route.years_in_profession, asked.years_in_profession):
        if years is not None:
            yield _with_stated(_served("从事本专业", years, _EVER, graduated, subject), years, subject)


def _served(what: str, years: int, title: Span | None, graduated: Span | None, subject: Subject) -> Ruling:
    """Years in posts since the title; by the shortest reading, since the education too."""
    posts, until = subject.applicant.posts, subject.until
    name, asked = f"{what}年限", f"要求满{years}年"
    if not any(post.in_profession for post in posts):
        why = "工作经历中没有一项写明“从事本专业: 是”" if posts else "没有填写工作经历"
        return Ruling(name, UNKNOWN, f"{why}，{asked}", missing=("从事本专业的工作经历",), field=_POSTS)
    surely = Span(max(title.first, graduated.first), max(title.last, graduated.last)) if title and graduated else None
    served = service(posts, title or _EVER, surely)
    full = served.full(years)
    why = f"{what}{served.served(until.day)}（算到{until.words}），{asked}"
    unfilled = [] if title else ["现职称的取得时间"]
    unfilled += [] if graduated else ["毕业时间"]
    if full.answer(until.day) == YES or not (unfilled or _before_education(title, graduated, subject)):
        return _by_days(name, full, why, years, subject, _POSTS)
    doubt = f"没有写{'、'.join(unfilled)}" if unfilled else "取得学历以前的年限是否算数，条件没有写明"
    ruling = _by_days(name, full, f"{why}；{doubt}", years, subject, _POSTS)
    return ruling._replace(missing=tuple(unfilled)) if ruling.answer == UNKNOWN else ruling


def _before_education(title: Span, graduated: Span, subject: Subject) -> bool:
    """Whether some of the time since the title lies before the education."""
    first = min(span(post.start).last for post in subject.applicant.posts if post.in_profession)
    return graduated.last > max(title.last, first)


def _since_title(years: int, title: Span | None, subject: Subject) -> Ruling:
    asked, field = f"要求取得资格满{years}年", f"{_TITLE}.取得时间"
    if title is None:
        why = f"没有写现职称的取得时间，{asked}"
        return Ruling("取得资格年限", UNKNOWN, why, missing=("现职称的取得时间",), field=field)
    full = Full(years_later(title.first, years), years_later(title.last, years))
    obtained = chinese_date(subject.applicant.present_title.obtained)
    why = f"{obtained}取得现职称（算到{subject.until.words}），{asked}"
    return _by_days("取得资格年限", full, why, years, subject, field)


def _by_days(name: str, full: Full, why: str, years: int, subject: Subject, field: str) -> Ruling:
    answer = full.answer(subject.until.day)
    missing = (f"{name}满{years}年",) if answer == NO else ()
    return Ruling(name, answer, why, missing=missing, met_from=None if answer == YES else full.latest, field=field)


def _with_stated(ruling: Ruling, years: int, subject: Subject) -> Ruling:
    """从业满年 by 从事本专业年限 too: it stands alone where there are no posts; where both differ, nothing is told."""
    stated = subject.applicant.years_in_profession
    if stated is None:
        return ruling
    answer, text = YES if stated >= years else NO, f"从事本专业年限写的是{stated}年"
    if not subject.applicant.posts:
        return Ruling(ruling.name, answer, f"{text}，要求满{years}年", field="从事本专业年限")
    if ruling.answer in (answer, UNKNOWN):
        return ruling
    return ruling._replace(answer=UNKNOWN, why=f"{ruling.why}；{text}，与工作经历不一致", met_from=None)
