"""The materials that one applicant is to hand in on paper: the campaign's 材料清单 and the forms of the track.

Every material of the list has an item, also those that do not apply, with the reason. The catalogue on the envelope is
filled with the items that apply and those of which nobody can tell.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.campaign import Campaign
from generator.model.campaign_materials import Enclosure, RequiredMaterial
from generator.model.campaign_rules import OnlineItem
from generator.model.case import Case
from generator.rules.checklist_conditions import (
    FOR_EVERYBODY,
    applicability,
    form_applicability,
    is_for_everybody,
    is_optional,
)
from generator.rules.checklist_evidence import Evidence, Lack, Proofs, proved_years
from generator.rules.employer import is_of_kind
from generator.rules.once import once
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of, any_of
from generator.rules.words import quoted
from generator.text import year_list

ASSESSMENTS, TRAININGS, TITLE = "年度考核", "继续教育", "现职称"
_BY_GROUP = {"考核": ASSESSMENTS, "继续教育": TRAININGS, "现职称证明": TITLE}


class ChecklistItem(NamedTuple):
    """One material, as it concerns one applicant.

    `field` is its path in the campaign (材料清单.第3项); `title` its name with years and 原件 or 复印件, as the notice
    prints it; `applies` and `why` whether it is to be handed in; `copies` the papers that the campaign states; `pieces`
    those of this line, with what is `enclosed`, None where only a count of what is packed can tell; `form` 原件 or
    复印件; `keeping` who keeps it; `shown` what it proves; `has` whether the data hold that, `lacks` what they lack.
    An `optional` one is handed in by those who have it.
    """

    field: str
    name: str
    title: str
    applies: Answer
    why: str
    copies: int | None = None
    pieces: int | None = None
    enclosed: tuple[str, ...] = ()
    form: str | None = None
    keeping: str = "未写明"
    shown: tuple[str, ...] = ()
    has: Answer = UNKNOWN
    lacks: tuple[Lack, ...] = ()
    optional: bool = False

    @property
    def listed(self) -> bool:
        """Whether the catalogue has a line for it."""
        return self.applies != NO


def checklist(case: Case, proofs: Proofs | None = None) -> tuple[ChecklistItem, ...]:
    """The year's materials for one applicant, in the order of the notice; empty without an applicant.

    `proofs` are what has been looked for in the applicant's data already.
    """
    if case.applicant is None or case.campaign is None:
        return ()
    proofs = proofs or Proofs(case)
    level, other_forms = case.applicant.application.level, bool(case.campaign.track_forms)
    items = [
        _settled(material, field, level, other_forms) or _item(field, material, proofs)
        for field, material in _numbered(case.campaign)
    ]
    for number, form in enumerate(case.campaign.track_forms, start=1):
        applies = form_applicability(form, case)
        items.append(
            ChecklistItem(
                f"申报用表.第{number}项", form.name, form.name, *applies, copies=form.copies, pieces=form.copies
            )
        )
    return tuple(items)


@once
def shown_by(item: RequiredMaterial | OnlineItem) -> tuple[str, ...]:
    """What a material or an online field proves: what 印证 says, and what its 年度, 依据 or 条款 is on."""
    groups = (item.clause,) if isinstance(item, OnlineItem) else (item.years, item.basis)
    return tuple(dict.fromkeys([*item.shown, *(_BY_GROUP[group] for group in groups if group in _BY_GROUP)]))


@once
def _numbered(campaign: Campaign) -> tuple[tuple[str, RequiredMaterial], ...]:
    return tuple((f"材料清单.第{number}项", material) for number, material in enumerate(campaign.materials, start=1))


@once
def _settled(material: RequiredMaterial, field: str, level: str, other_forms: bool) -> ChecklistItem | None:
    """The item of a material that is the same for everybody of a level, whatever their data."""
    if shown_by(material) or material.enclosures or material.years or not is_for_everybody(material, (), other_forms):
        return None
    name, copies = _name(material, level), _copies(material)
    return ChecklistItem(
        field,
        name,
        f"{name}{material.form or ''}",
        *FOR_EVERYBODY,
        copies=copies,
        pieces=copies,
        form=material.form,
        keeping=material.keeping,
    )


def _item(field: str, material: RequiredMaterial, proofs: Proofs) -> ChecklistItem:
    case, shown = proofs.case, shown_by(material)
    found = [proofs[name] for name in shown]
    copies = _copies(material)
    name = _name(material, case.applicant.application.level)
    enclosed = tuple(_enclosed(material, case)) if material.enclosures else ()
    forms = [_exemption_form(case.campaign)] if any(one.exempted for one in found) else []
    return ChecklistItem(
        field,
        name,
        _title(name, material, case),
        *applicability(material, shown, case, proofs.exemption),
        copies=copies,
        pieces=_counted(material, found) if copies is None else copies + len(enclosed),
        enclosed=(*enclosed, *forms),
        form=material.form,
        keeping=material.keeping,
        shown=shown,
        has=all_of(one.answer for one in found) if found else UNKNOWN,
        lacks=(
            *(lack for one in found for lack in one.lacks),
            *(_kind_unknown(name, material, case) if material.enclosures else ()),
        ),
        optional=is_optional(material),
    )


def _name(material: RequiredMaterial, level: str) -> str:
    return next((other.name for other in material.by_level if other.level == level), material.name)


def _title(name: str, material: RequiredMaterial, case: Case) -> str:
    years = proved_years(case) if material.years == "考核" else ()
    return f"{year_list(years) if years else ''}{name}{material.form or ''}"


def _enclosed(material: RequiredMaterial, case: Case) -> Iterator[str]:
    """What units of this kind add; of a unit whose kind is unknown, nothing."""
    for enclosure in material.enclosures:
        if _concerns(enclosure, case) == YES:
            yield enclosure.what


def _concerns(enclosure: Enclosure, case: Case) -> Answer:
    kinds = enclosure.unit_kinds
    return any_of(is_of_kind(case.unit, kind) for kind in kinds) if kinds else YES


def _kind_unknown(name: str, material: RequiredMaterial, case: Case) -> Iterator[Lack]:
    if UNKNOWN in (_concerns(enclosure, case) for enclosure in material.enclosures):
        message = f"从单位的“性质”看不出{quoted(name)}要另附什么"
        yield Lack("单位.性质", message, "请写明是机关、事业单位、国有企业、民营企业还是社会组织", "hint")


def _exemption_form(campaign: Campaign) -> str:
    """The form that stands for certificates, by the name that the notice gives it."""
    form = campaign.exemption
    return (form.called or form.title) if form else campaign.training.exemption.form


def _copies(material: RequiredMaterial) -> int | None:
    """The copies that the campaign states, of all the parts where they are meant of each."""
    parts = max(len(material.kinds), 1) if material.each else 1
    return None if material.copies is None else material.copies * parts


def _counted(material: RequiredMaterial, found: list[Evidence]) -> int | None:
    """Without a number stated, the papers that the data name, of a material that proves one thing.

    A material that only refers to the rules on continuing education does not say which papers it wants.
    """
    vague = material.basis == "继续教育" and not (material.years or material.shown)
    return found[0].pieces if len(found) == 1 and not vague else None
