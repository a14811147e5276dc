"""Everything there is to say of data files: what the models refuse, what the rules find, what a list shows together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.build import MISSING, NotApplicable, ready_papers
from generator.catalog import APPLICANT, Library
from generator.errors import FindingsError
from generator.finding import Finding, Place
from generator.inputs import load_all
from generator.judging import Judge, placed, placed_in_list
from generator.loading.load import Loaded
from generator.loading.title_series import load_title_series
from generator.model.case import Case
from generator.own_lint import own_lint_findings
from generator.own_words import own_words_findings
from generator.pack_templates import in_force
from generator.paper import Request
from generator.report import Report
from generator.rules.eligibility import Eligibility
from generator.rules.identity_lists import campaigns_apart
from generator.rules.list_documents import Lacking, document_findings
from generator.rules.title_wording import title_wording_findings
from generator.selection import by_campaign
from generator.text import number_spans

_MOST_ALIKE = 3


@dataclass
class Checked:
    """The findings on some files, and the pre-check of each applicant with the file, where it was asked for."""

    findings: list[Finding]
    eligibility: list[tuple[Loaded, Eligibility]] = field(default_factory=list)


def check(files: Sequence[Path], campaign: Path | None, *, explain: bool = False) -> Checked:
    """Every finding on the files, file by file; then what the applicants of each campaign show as a list."""
    report, judge, library = Report(), Judge(), Library(in_force(None, campaign, *files))
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


def alike_together(findings: Sequence[Finding]) -> list[Finding]:
    """The findings for reading: what is said of many records of one list in the same words, once, with their rows."""
    keys = [_wherever(finding) for finding in findings]
    groups: dict[Finding, list[Finding]] = defaultdict(list)
    for key, finding in zip(keys, findings, strict=True):
        groups[key].append(finding)
    together = []
    for key, finding in zip(keys, findings, strict=True):
        same = groups[key]
        if len(same) <= _MOST_ALIKE:
            together.append(finding)
        elif finding is same[0]:
            rows = number_spans(one.place.row or one.place.line or 1 for one in same[1:])
            message = f"{finding.message.removesuffix('。')}；另有{len(same) - 1}处也是这样：第{rows}行"
            together.append(replace(finding, message=message))
    return together


def _wherever(finding: Finding) -> Finding:
    """The finding without the row and line that it stands at."""
    return replace(finding, place=Place(finding.place.file, sheet=finding.place.sheet, heading=finding.place.heading))


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
                lacking.append(_lacking(position, member, error))
            due += 1
        yield from document_findings(document.name, due, lacking)


def _lacking(position: int, member: Loaded, error: FindingsError) -> Lacking:
    first = next((finding for finding in error.findings if finding.field), None)
    missing = first is not None and first.rule == MISSING
    return Lacking(position, member.case.applicant.name, first and first.field, missing)
