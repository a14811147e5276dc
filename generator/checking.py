"""Everything there is to say of data files: what the models refuse, what the rules find, what a list shows together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.build import NotApplicable, ready_papers
from generator.catalog import APPLICANT, Library
from generator.errors import FindingsError
from generator.finding import Finding
from generator.inputs import load_all
from generator.judging import Judge, placed, placed_in_list
from generator.loading.load import Loaded
from generator.loading.title_series import load_title_series
from generator.model.case import Case
from generator.own_lint import own_lint_findings
from generator.own_words import own_words_findings
from generator.paper import Request
from generator.report import Report
from generator.rules.eligibility import Eligibility
from generator.rules.identity_lists import campaigns_apart
from generator.rules.list_documents import Lacking, document_findings
from generator.rules.title_wording import title_wording_findings
from generator.selection import by_campaign


@dataclass
class Checked:
    """The findings on some files, and the pre-check of each applicant with the file, where it was asked for."""

    findings: list[Finding]
    eligibility: list[tuple[Loaded, Eligibility]] = field(default_factory=list)


def check(files: Sequence[Path], campaign: Path | None, *, explain: bool = False) -> Checked:
    """Every finding on the files, file by file; then what the applicants of each campaign show as a list."""
    report, judge, library = Report(), Judge(), Library()
    checked = Checked(report.findings)
    loaded = []
    for item in load_all(files, campaign, report):
        loaded.append(item)
        if explain and item.case.applicant:
            checked.eligibility.append((item, judge.eligibility(item)))
        faults = own_words_findings(item.case, library) or list(_wording(item.case))
        report.add(placed(finding, item) for finding in faults)
        report.add([*judge.findings(item), *item.unconfirmed])
    applicants = [item for item in loaded if item.case.applicant]
    report.add(placed_in_list(finding, applicants) for finding in campaigns_apart([one.case for one in applicants]))
    for members in by_campaign(applicants):
        if len(members) > 1:
            report.add(judge.list_findings(members))
            report.add(placed_in_list(finding, members) for finding in _documents(members, library))
    return checked


def _wording(case: Case) -> Iterator[Finding]:
    """What the file says in words of its own."""
    yield from own_lint_findings(case)
    if worded := case.document or (None if case.applicant else case.campaign):
        yield from title_wording_findings(worded, load_title_series())


def _documents(members: Sequence[Loaded], library: Library) -> Iterator[Finding]:
    """Which papers cannot be made for somebody on the list, of each kind that applicants need."""
    for document in library.documents.values():
        if document.data != APPLICANT:
            continue
        due, lacking = 0, []
        for position, member in enumerate(members, start=1):
            try:
                ready_papers(Request(member.case, document.kind), library)
            except NotApplicable:
                continue
            except FindingsError as error:
                field = next((finding.field for finding in error.findings if finding.field), None)
                lacking.append(Lacking(position, member.case.applicant.name, field))
            due += 1
        yield from document_findings(document.name, due, lacking)
