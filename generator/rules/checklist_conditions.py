"""Whether one of the year's materials is to be handed in by this applicant, and why.

What a campaign says in words alone (适用人员 without 适用条件) is not read: such a material is listed, with a doubt.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.campaign_materials import RequiredMaterial
from generator.model.campaign_needs import NeededFrom
from generator.model.campaign_notice import TrackForm
from generator.model.case import Case
from generator.rules.employer import PRIVATE_COMPANY, is_of_kind
from generator.rules.exemption import Exemption
from generator.rules.once import once
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of, any_of
from generator.rules.words import quoted

_IF_THERE_IS_ANY = "有这项材料"
_EVERYBODY = "申报人都要交"
_APPLICANTS_OWN = {
    "学历学位": "degrees",
    "现职称": "present_title",
    "论文著作": "papers",
    "获奖情况": "awards",
    "知识产权": "patents",
}


class Applies(NamedTuple):
    """Whether it applies, and why, in a Chinese phrase without its full stop."""

    answer: Answer
    why: str


FOR_EVERYBODY = Applies(YES, _EVERYBODY)
_ONE_THING_ALONE = _TITLE, _WORKS = ("现职称",), ("论文著作",)
"""What a material proves that not everybody has."""


def applicability(material: RequiredMaterial, shown: tuple[str, ...], case: Case, exemption: Exemption) -> Applies:
    """Whether a material of the list applies; `shown` is what it proves."""
    if is_for_everybody(material, shown, bool(case.campaign.track_forms)):
        return FOR_EVERYBODY
    reasons = [
        *_kinds_of_applicants(material, shown, case, exemption),
        *_private_companies(material, case),
        *_other_form(material, case),
        *_nothing_to_show(shown, case),
    ]
    answer = all_of(reason.answer for reason in reasons)
    why = "；".join(reason.why for reason in reasons if reason.answer == answer)
    return Applies(answer, why or _EVERYBODY)


@once
def is_for_everybody(material: RequiredMaterial, shown: tuple[str, ...], other_forms: bool) -> bool:
    """Whether nothing is said of it that could except anybody; `other_forms` are those of some tracks (申报用表)."""
    said = material.conditions or material.needed_from or material.private or (material.review_form and other_forms)
    return not said and shown not in _ONE_THING_ALONE


def form_applicability(form: TrackForm, case: Case) -> Applies:
    """Whether a form of some tracks (申报用表) applies."""
    track, tracks = case.applicant.application.track, "、".join(form.tracks)
    if track is None:
        return Applies(UNKNOWN, f"{tracks}的交这张表，没有写申报类型")
    return Applies(YES if track in form.tracks else NO, f"{tracks}的交这张表，申报类型是{track}")


def is_optional(material: RequiredMaterial) -> bool:
    """Whether only those hand it in who have it, whatever it is."""
    return any(kind.circumstance == _IF_THERE_IS_ANY for kind in material.conditions)


def _kinds_of_applicants(
    material: RequiredMaterial, shown: tuple[str, ...], case: Case, exemption: Exemption
) -> Iterator[Applies]:
    if not material.conditions:
        if material.needed_from:
            yield Applies(UNKNOWN, f"由{material.needed_from}提交，是否适用请自行核对")
        return
    answers = [_is_one(kind, shown, case, exemption) for kind in material.conditions]
    every, one = all_of(answers), any_of(answers)
    together = material.conditions_together
    if together == "未写明" and len(answers) > 1:
        answer = every if every == one else UNKNOWN
    else:
        answer = one if together == "符合其一" else every
    kinds = "、".join(map(_said, material.conditions))
    why = f"由{material.needed_from}提交" if material.needed_from else f"{kinds}的交"
    doubt = {UNKNOWN: "，是否适用请自行核对", NO: "，本人不属于"}
    yield Applies(answer, why + doubt.get(answer, ""))


def _is_one(kind: NeededFrom, shown: tuple[str, ...], case: Case, exemption: Exemption) -> Answer:
    application = case.applicant.application
    answers = [_circumstance(kind.circumstance, shown, case, exemption)] if kind.circumstance else []
    if kind.levels:
        answers.append(YES if application.level in kind.levels else NO)
    if kind.tracks:
        answers.append(UNKNOWN if application.track is None else YES if application.track in kind.tracks else NO)
    if kind.unit_kinds:
        answers.append(any_of(is_of_kind(case.unit, name) for name in kind.unit_kinds))
    return all_of(answers)


def _circumstance(name: str, shown: tuple[str, ...], case: Case, exemption: Exemption) -> Answer:
    applicant = case.applicant
    if name == "免除继续教育学习":
        return exemption.answer
    if name == _IF_THERE_IS_ANY:
        owned = [getattr(applicant, _APPLICANTS_OWN[one]) for one in shown if one in _APPLICANTS_OWN]
        return UNKNOWN if not owned else YES if any(owned) else NO
    stated = {
        "首次申报": applicant.first_application,
        "机关调入": applicant.transfer is not None,
        "有现职称": applicant.present_title is not None,
        "没有现职称": applicant.present_title is None,
    }[name]
    return UNKNOWN if stated is None else YES if stated else NO


def _said(kind: NeededFrom) -> str:
    parts = ([kind.circumstance] if kind.circumstance else [], kind.levels, kind.tracks, kind.unit_kinds)
    return "".join("或".join(part) for part in parts)


def _private_companies(material: RequiredMaterial, case: Case) -> Iterator[Applies]:
    """The exception for private companies, of which the notice may not say what it means."""
    if not material.private or material.private_exempt == "否":
        return
    private = is_of_kind(case.unit, PRIVATE_COMPANY)
    said = f"规定民营企业{material.private}"
    if private == UNKNOWN:
        yield Applies(UNKNOWN, f"{said}，从单位性质看不出是不是民营企业")
    elif private == YES and material.private_exempt == "是":
        yield Applies(NO, said)
    elif private == YES:
        yield Applies(UNKNOWN, f"{said}，是不是不交这份材料没有写明")


def _other_form(material: RequiredMaterial, case: Case) -> Iterator[Applies]:
    """Who hands in a form of their track: whether the review form as well, the notices do not say."""
    if material.review_form:
        for form in case.campaign.track_forms:
            answer = form_applicability(form, case)
            if answer.answer == YES:
                yield Applies(UNKNOWN, f"申报类型要交{form.name}，是否还交评审表没有写明")
            elif answer.answer == UNKNOWN:
                yield Applies(UNKNOWN, f"没有写申报类型，交评审表还是{form.name}无法判断")


def _nothing_to_show(shown: tuple[str, ...], case: Case) -> Iterator[Applies]:
    """A material that proves one thing alone, of an applicant without it."""
    applicant = case.applicant
    if shown == _TITLE and applicant.present_title is None:
        first = applicant.first_application
        yield Applies(NO, "首次申报，没有现职称") if first else Applies(UNKNOWN, "没有填写现职称")
    if shown == _WORKS and not applicant.papers:
        yield Applies(UNKNOWN, f"没有填写{quoted('论文著作')}，是否必须提交按评审条件")
