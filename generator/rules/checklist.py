"""The materials that one applicant is to hand in on paper: the campaign's 材料清单 and the forms of the track.

Every material of the list has an item, also those that do not apply, with the reason. The catalogue on the envelope is
filled with the items that apply and those of which nobody can tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.campaign import Campaign
from generator.model.campaign_materials import Enclosure, RequiredMaterial
from generator.model.campaign_rules import OnlineItem
from generator.model.case import Case
from generator.rules.checklist_conditions import applicability, form_applicability, is_optional
from generator.rules.checklist_evidence import Evidence, Lack, evidence, proved_years
from generator.rules.employer import is_of_kind
from generator.rules.exemption import Exemption, training_exemption
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of, any_of
from generator.rules.words import quoted
from generator.text import year_list

ASSESSMENTS, TRAININGS, TITLE = "年度考核", "继续教育", "现职称"
_BY_GROUP = {"考核": ASSESSMENTS, "继续教育": TRAININGS, "现职称证明": TITLE}


@dataclass(frozen=True)
class ChecklistItem:
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


def checklist(case: Case) -> tuple[ChecklistItem, ...]:
    """The year's materials for one applicant, in the order of the notice; empty without an applicant."""
    if case.applicant is None or case.campaign is None:
        return ()
    exemption = training_exemption(case)
    materials = enumerate(case.campaign.materials, start=1)
    items = [_item(f"材料清单.第{number}项", material, case, exemption) for number, material in materials]
    for number, form in enumerate(case.campaign.track_forms, start=1):
        applies = form_applicability(form, case)
        items.append(
            ChecklistItem(
                f"申报用表.第{number}项", form.name, form.name, *applies, copies=form.copies, pieces=form.copies
            )
        )
    return tuple(items)


def shown_by(item: RequiredMaterial | OnlineItem) -> tuple[str, ...]:
    """What a material or an online field proves: what 印证 says, and what its 年度, 依据 or 条款 is on."""
    groups = (item.clause,) if isinstance(item, OnlineItem) else (item.years, item.basis)
    return tuple(dict.fromkeys([*item.shown, *(_BY_GROUP[group] for group in groups if group in _BY_GROUP)]))


def _item(field: str, material: RequiredMaterial, case: Case, exemption: Exemption) -> ChecklistItem:
    shown = shown_by(material)
    found = [evidence(name, case, exemption) for name in shown]
    copies = _copies(material)
    name = _name(material, case.applicant.application.level)
    enclosed = tuple(_enclosed(material, case))
    forms = [_exemption_form(case.campaign)] if any(one.exempted for one in found) else []
    return ChecklistItem(
        field,
        name,
        _title(name, material, case),
        *applicability(material, shown, case, exemption),
        copies=copies,
        pieces=_counted(material, found) if copies is None else copies + len(enclosed),
        enclosed=(*enclosed, *forms),
        form=material.form,
        keeping=material.keeping,
        shown=shown,
        has=all_of(one.answer for one in found) if found else UNKNOWN,
        lacks=(*(lack for one in found for lack in one.lacks), *_kind_unknown(name, material, case)),
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
