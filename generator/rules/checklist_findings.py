"""Is there what the year asks of this applicant: in the data, in the catalogue, in columns that must not be empty."""

from collections.abc import Iterator

from generator.finding import Finding
from generator.model.case import Case
from generator.rules.blanks import blank_findings
from generator.rules.checklist import ChecklistItem, checklist, shown_by
from generator.rules.checklist_catalogue import catalogue_findings
from generator.rules.checklist_evidence import Lack, evidence
from generator.rules.exemption import training_exemption
from generator.rules.rule import Rule

LACKING = Rule("material-data", "warning", "应交的材料，在申报人的数据中都有对应的内容")


def completeness_findings(case: Case) -> list[Finding]:
    """What the applicant's data lack of the year's materials, what their own catalogue lacks, and empty columns."""
    if case.applicant is None or case.campaign is None:
        return []
    items = checklist(case)
    lacks = dict.fromkeys([*_of_materials(items), *_of_online_fields(case)])
    findings = [LACKING.finding(one.field, one.message, one.remedy, level=one.level) for one in lacks]
    return [*findings, *catalogue_findings(case, items), *blank_findings(case)]


def _of_materials(items: tuple[ChecklistItem, ...]) -> Iterator[Lack]:
    for item in items:
        if item.listed:
            yield from item.lacks


def _of_online_fields(case: Case) -> Iterator[Lack]:
    exemption = training_exemption(case)
    for item in case.campaign.online_items:
        for shown in shown_by(item):
            yield from evidence(shown, case, exemption).lacks
