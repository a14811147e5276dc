"""Whether the applicant may apply at all: who is excluded, retired, under sanction, or of a level that others review.

《职称评审管理暂行规定》(人社部令第40号): applicants are in post, the retired may not apply, nor may staff of public
institutions under a sanction of 记过 or heavier while it lasts. Who else may not, and whose sanctions bar, is the
campaign's 评审范围. Judged on the day of judging, or on the day of applying that is nearest to it: the first where
applying is still to come, the last where it is over.
"""

from collections.abc import Iterator
from datetime import date

from generator.model.applicant import Applicant, Sanction
from generator.model.case import Case
from generator.model.criteria_routes import TitleConditions
from generator.rules.dates import in_words
from generator.rules.eligibility.cut_off import applying
from generator.rules.eligibility.ruling import Ruling
from generator.rules.eligibility.spans import span
from generator.rules.employer import is_of_kind
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of, any_of
from generator.text import chinese_date

REGULATION = "《职称评审管理暂行规定》（人社部令第40号）"
_CIVIL, _ALIKE, _RETIRED = "公务员", "参照公务员法管理", "离退休"
_SERVANTS = (_CIVIL, _ALIKE)
_ALIKE_WORDS, _RETIRED_WORDS = ("参公", "参照公务员"), ("退休", "离休", "离退")
_NOT = ("非", "不是", "未", "没有", "原", "曾")
_STAFF = "事业单位"
_BODY = "机关"
# From light to heavy (公职人员政务处分法, 事业单位工作人员处分规定); 党纪处分 is another list and is not compared.
_WEIGHTS = (("警告",), ("记过",), ("记大过",), ("降级", "降低岗位等级"), ("撤职",), ("留用察看",), ("开除",))
_BARRING = "记过"
_PARTY = ("党", "严重警告")


def admission_rulings(case: Case, conditions: TitleConditions | None, today: date) -> Iterator[Ruling]:
    """The answers on who may apply; those that do not concern the applicant are left out."""
    first, last = applying(case)
    day = min(max(today, first), last)
    if _category(case.applicant.identity or "") != _RETIRED:  # that they are not in post says it all
        yield _excluded(case)
    yield _in_post(case.applicant, day)
    yield from (_sanction(number, one, case, day) for number, one in enumerate(case.applicant.sanctions, start=1))
    yield from _level(case, conditions)


def _excluded(case: Case) -> Ruling:
    """By 人员身份; without it, the unit's 性质 settles it but for 机关, which employ others than civil servants too."""
    named = case.campaign.scope.excluded
    sentence = f"{'、'.join(named)}不得申报" if named else "通知没有写明哪些人员不得申报"
    excluded = {_category(one) or one for one in named}
    identity, kind = case.applicant.identity, (case.unit.kind or "") if case.unit else ""
    if identity:
        mine = _category(identity) or identity
        answer = NO if mine in excluded else UNKNOWN if mine in _SERVANTS else YES
        why = f"人员身份是{identity}，{sentence}"
        why += f"，没有写明{identity}能否申报" if answer == UNKNOWN else ""
    elif not excluded.intersection(_SERVANTS):
        answer, why = YES, f"没有写人员身份；{sentence}"
    elif not kind or _BODY in kind or _category(kind):
        doubt = f"单位性质是{kind}，也可能有不是公务员的人员" if kind else "没有写单位的性质"
        answer, why = UNKNOWN, f"{doubt}；没有写人员身份，{sentence}"
    else:
        answer, why = YES, f"单位性质是{kind}，没有写人员身份，按不在其列核对；{sentence}"
    missing = ("人员身份",) if answer == UNKNOWN and not identity else ()
    return Ruling("申报人员", answer, why, sentence, missing, field="人员身份")


def _category(words: str) -> str | None:
    """What people are called in several ways: civil servants, those managed alike, the retired."""
    if words.startswith(_NOT):
        return None
    if any(word in words for word in _RETIRED_WORDS):
        return _RETIRED
    if any(word in words for word in _ALIKE_WORDS):
        return _ALIKE
    return _CIVIL if _CIVIL in words else None


def _in_post(applicant: Applicant, day: date) -> Ruling:
    sentence = "申报人应当在职，离退休人员不得申报"
    if applicant.identity and _category(applicant.identity) == _RETIRED:
        return Ruling("在职", NO, f"人员身份是{applicant.identity}，{sentence}", sentence, field="人员身份")
    if applicant.retired is None:
        return Ruling("在职", YES, "没有写退休时间", sentence, field="退休时间")
    days = span(applicant.retired)
    answer = NO if days.last <= day else YES if days.first > day else UNKNOWN
    said = f"退休时间是{chinese_date(applicant.retired)}"
    why = {
        NO: f"{said}，{in_words(day)}已经退休，{sentence}",
        UNKNOWN: f"{said}，{in_words(day)}是否已经退休无法判断",
        YES: f"{said}，{in_words(day)}还没有退休",
    }[answer]
    return Ruling("在职", answer, why, sentence, ("退休的日期",) if answer == UNKNOWN else (), field="退休时间")


def _sanction(number: int, sanction: Sanction, case: Case, day: date) -> Ruling:
    """A sanction in force bars by its weight and by whose it is; the regulation speaks of public institutions only."""
    threshold = case.campaign.scope.sanction or _BARRING
    people = case.campaign.scope.sanctioned if case.campaign.scope.sanction else f"{_STAFF}工作人员"
    sentence = f"{people}受到{threshold}以上处分的，在处分期间不得申报"
    heavy, running, meant = _as_heavy(sanction.kind, threshold), _in_force(sanction, day), _is_meant(people, case)
    answer = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}[all_of((heavy, running, meant))]
    until = f"影响期到{chinese_date(sanction.until)}" if sanction.until else "没有写影响期到哪一天"
    doubts = [
        text
        for doubtful, text in (
            (heavy, f"“{sanction.kind}”是否比{threshold}重无法判断"),
            (running, f"{in_words(day)}是否还在处分期间无法判断"),
            (meant, f"是不是{people}无法判断"),
        )
        if answer == UNKNOWN and doubtful == UNKNOWN
    ]
    missing = ("影响期止",) if answer == UNKNOWN and running == UNKNOWN else ()
    why = "；".join([f"{sanction.kind}，{until}（{sentence}）", *doubts])
    return Ruling("处分", answer, why, sentence, missing, field=f"处分.第{number}项")


def _as_heavy(kind: str, threshold: str) -> Answer:
    weight, least = _weight(kind), _weight(threshold)
    if weight is None or least is None:
        return UNKNOWN
    return YES if weight >= least else NO


def _weight(kind: str) -> int | None:
    if any(word in kind for word in _PARTY):
        return None
    named = [weight for weight, names in enumerate(_WEIGHTS) if any(name in kind for name in names)]
    return max(named, default=None)


def _in_force(sanction: Sanction, day: date) -> Answer:
    if sanction.until is None:
        return UNKNOWN
    until = span(sanction.until)
    return YES if until.first >= day else NO if until.last < day else UNKNOWN


def _is_meant(people: str, case: Case) -> Answer:
    """Whether the applicant is one of those whose sanctions bar."""
    if _STAFF not in people:
        return YES
    mine = YES if _STAFF in (case.applicant.identity or "") else NO
    return any_of([mine, is_of_kind(case.unit, _STAFF)])


def _level(case: Case, conditions: TitleConditions | None) -> Iterator[Ruling]:
    """A level that another authority receives."""
    levels = {case.applicant.application.level, conditions.level if conditions else None}
    for other in case.campaign.scope.elsewhere:
        if other.level in levels:
            why = f"{other.level}职称向{other.office}申报，本次不受理"
            yield Ruling("受理级别", NO, why, why, field="申报.级别")
