"""Who need not defend (免于答辩): the campaign's 答辩.免于答辩, a list of its own beside that of 免学.

Working in 且末县 or 若羌县 exempts from the defence only; and 县级以下 is no answer for people of the county.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.applicant import ExemptService
from generator.model.campaign import Campaign
from generator.model.campaign_rules import DefenceExemption
from generator.model.case import Case
from generator.model.unit import Unit
from generator.rules.employer import is_among, is_grassroots, is_in_county
from generator.rules.exemption import Exemption
from generator.rules.exemption_services import is_running, said
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, any_of
from generator.rules.words import match, quoted


class _Ground(NamedTuple):
    """One of the clause's grounds, and what the applicant's own data say to it."""

    answer: Answer
    why: str


def defence_exemption(case: Case) -> Exemption:
    """Whether the applicant need not defend, on any of the clause's grounds; 否 where the campaign exempts nobody."""
    clause = case.campaign.defence.exemption if case.campaign.defence else None
    if clause is None or case.applicant is None:
        return Exemption(NO, "本年度没有写明哪些人员免于答辩")
    grounds = [
        *_level(case.applicant.application.level, clause),
        *_places(case.unit, clause),
        *_grassroots(case.unit, clause),
        *_people(case.unit, clause),
        *(_service(service, clause) for service in case.applicant.exempt_services),
    ]
    answer = any_of(ground.answer for ground in grounds)
    if answer == NO:
        return Exemption(NO, "不属于本年度免于答辩的各类人员")
    return Exemption(answer, "；".join(ground.why for ground in grounds if ground.answer == answer))


def is_listed_for_defence(service: ExemptService, campaign: Campaign) -> bool:
    """Whether the campaign's words on the defence name the service, or come near to it."""
    clause = campaign.defence.exemption if campaign.defence else None
    return clause is not None and match(service.kind, (*clause.services, *clause.duties)).answer != NO


def _level(level: str, clause: DefenceExemption) -> Iterator[_Ground]:
    if level in clause.levels:
        yield _Ground(YES, f"申报{level}的人员免于答辩")


def _places(unit: Unit | None, clause: DefenceExemption) -> Iterator[_Ground]:
    answers = {place: is_in_county(unit, place) for place in clause.places}
    for place, answer in answers.items():
        if answer == YES:
            yield _Ground(YES, f"在{place}工作的人员免于答辩")
    if any_of(answers.values()) == UNKNOWN:
        yield _Ground(UNKNOWN, f"没有写单位的“所在县市”，是否在{'、'.join(clause.places)}工作无法判断")


def _grassroots(unit: Unit | None, clause: DefenceExemption) -> Iterator[_Ground]:
    if clause.grassroots is None:
        return
    named = quoted(clause.grassroots)
    answer = is_grassroots(unit, clause.county_included)
    if unit and unit.level:
        unclear = "是否含县级没有写明" if is_grassroots(unit, YES) == YES else "是否包括无法判断"
        why = f"单位层级是“{unit.level}”，规定免于答辩的是在{named}工作的人员"
        yield _Ground(answer, f"{why}，{unclear}" if answer == UNKNOWN else why)
    else:
        yield _Ground(answer, f"没有写单位的“层级”，是否属于{named}无法判断")


def _people(unit: Unit | None, clause: DefenceExemption) -> Iterator[_Ground]:
    """The kinds of people are told by their employer: 社会组织档案工作人员 work for 社会组织."""
    if not clause.people:
        return
    named, answer = "、".join(clause.people), is_among(unit, clause.people)
    if unit and unit.kind:
        why = f"单位性质是“{unit.kind}”，规定免于答辩的有{named}"
        yield _Ground(answer, f"{why}，是否包括无法判断" if answer == UNKNOWN else why)
    else:
        yield _Ground(answer, f"没有写单位的“性质”，是否属于{named}无法判断")


def _service(service: ExemptService, clause: DefenceExemption) -> _Ground:
    named = match(service.kind, (*clause.services, *clause.duties))
    if named.answer == NO:
        why = f"规定列举之后有“等”字，没有列{said(service)}，是否免于答辩无法判断"
        return _Ground(UNKNOWN if clause.and_others else NO, why)
    if named.answer == UNKNOWN:
        return _Ground(UNKNOWN, f"{said(service)}与所列的{quoted(named.item)}名称不同，是不是同一项工作无法判断")
    if is_running(service):
        return _Ground(YES, f"{said(service)}是所列的{quoted(named.item)}")
    return _Ground(UNKNOWN, f"{said(service)}是所列的{quoted(named.item)}，已经返回的是否免于答辩，通知没有写明")
