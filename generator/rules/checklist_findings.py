"""Is there what the year asks of this applicant: in the data, in the catalogue, in columns that must not be empty."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.finding import Finding, Level
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.rules.blanks import blank_findings
from generator.rules.checklist import ChecklistItem, checklist, shown_by
from generator.rules.checklist_catalogue import catalogue_findings
from generator.rules.checklist_evidence import Lack, Proofs
from generator.rules.once import once
from generator.rules.rule import Rule

LACKING = Rule("material-data", "warning", "应交的材料，在申报人的数据中都有对应的内容")


def completeness_findings(case: Case) -> list[Finding]:
    """What the applicant's data lack of the year's materials, what their own catalogue lacks, and empty columns."""
    if case.applicant is None or case.campaign is None:
        return []
    proofs = Proofs(case)
    items = checklist(case, proofs)
    online = (lack for shown in _shown_online(case.campaign) for lack in proofs[shown].lacks)
    lacks = dict.fromkeys([*_of_materials(items), *online])
    return [*_told(lacks), *catalogue_findings(case, items), *blank_findings(case)]


def _told(lacks: Iterable[Lack]) -> Iterator[Finding]:
    """One finding for all that lacks in one place and is mended in one way: the years of both subjects."""
    together: dict[tuple[str, str, Level], list[str]] = defaultdict(list)
    for one in lacks:
        together[one.field, one.remedy, one.level].append(one.message)
    for (field, remedy, level), messages in together.items():
        yield LACKING.finding(field, "；".join(messages), remedy, level=level)


def _of_materials(items: tuple[ChecklistItem, ...]) -> Iterator[Lack]:
    for item in items:
        if item.listed:
            yield from item.lacks


@once
def _shown_online(campaign: Campaign) -> tuple[str, ...]:
    return tuple(dict.fromkeys(shown for item in campaign.online_items for shown in shown_by(item)))
