"""Data files to models: one record, one applicant with the unit and the campaign that the file names, or a campaign
with the review conditions that it names.

Everything wrong with all the files involved is raised at once, as a FindingsError.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.errors import FindingsError
from generator.finding import Finding, Place
from generator.loading.agreement import disagreements
from generator.loading.confirmation import Unconfirmed, unconfirmed_in
from generator.loading.record import Read, kind_finding, parse_record, read_document, read_record
from generator.loading.reference import find_record
from generator.loading.source_map import SourceMap, Sources
from generator.model.applicant import Applicant
from generator.model.base import Model
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.official import OfficialDocument
from generator.model.records import APPLICANT, CAMPAIGN, CRITERIA, OFFICIAL, UNIT
from generator.model.unit import Unit

_CONFIRM = "核实后请删去这一行的“# 待确认”"
# The roots of a finding's field path; the same as those of the template variables.
_APPLICANT, _UNIT, _CAMPAIGN, _PUBLICITY, _OFFICIAL, _CRITERIA = "申报人", "单位", "评审", "公示", "公文", "条件"


@dataclass(frozen=True)
class Loaded:
    """One file's case (an applicant with unit and campaign, a campaign, …) and where its values stand."""

    path: Path
    case: Case
    sources: Sources
    marks: tuple[Finding, ...] | None = None
    """The hints of `unconfirmed`, where whoever read a list knows them; None: the files are searched for them."""

    def place(self, field: str) -> Place:
        """Where the field that a finding names stands; `Sources` says how the name is read."""
        return self.sources.place(field)

    @cached_property
    def unconfirmed(self) -> tuple[Finding, ...]:
        """A hint for each value of these files that a person has still to confirm."""
        if self.marks is not None:
            return self.marks
        return tuple(mark_finding(mark, file) for file in self.sources.files for mark in unconfirmed_in(Path(file)))


def mark_finding(mark: Unconfirmed, file: str) -> Finding:
    """The hint for one value that a person has still to confirm."""
    message = mark.note or "这一处还没有核实"
    return Finding("unconfirmed", "hint", message, remedy=_CONFIRM, place=Place(file, mark.line))


def record_type(path: Path) -> str:
    """The kind of data in a file, as its 类型 says. Raises FindingsError when it says none that is known."""
    document = read_document(path)
    if document.data is None:
        raise FindingsError(document.findings)
    finding = kind_finding(document)
    if finding is not None:
        raise FindingsError([*document.findings, finding])
    return document.data["类型"]


def load_campaign(path: Path) -> tuple[Campaign, SourceMap]:
    """The campaign in a file. Raises FindingsError."""
    return _load(path, CAMPAIGN)


def load_unit(path: Path) -> tuple[Unit, SourceMap]:
    """The unit in a file. Raises FindingsError."""
    return _load(path, UNIT)


def load_record(path: Path, kind: str) -> tuple[Model, SourceMap]:
    """The record of any kind in a file. Raises FindingsError."""
    return _load(path, kind)


def load_applicant(path: Path) -> tuple[Applicant, SourceMap]:
    """The applicant in a file, the unit and campaign as written there. Raises FindingsError."""
    return _load(path, APPLICANT)


def load_case(path: Path, campaign_path: Path | None = None) -> Loaded:
    """The case of an applicant, a campaign, an official document or review conditions, as the file's 类型 says.

    `campaign_path` overrides the campaign that an applicant's file names. Raises FindingsError with the findings of
    every file involved.
    """
    kind = record_type(path)
    if kind == CAMPAIGN:
        return _campaign_case(path)
    if kind == OFFICIAL:
        document, source = _load(path, OFFICIAL)
        return Loaded(path, Case(document=document), Sources(source, {_OFFICIAL: (source, ())}))
    if kind == CRITERIA:
        criteria, source = _load(path, CRITERIA)
        return Loaded(path, Case(criteria=criteria), Sources(source, {_CRITERIA: (source, ())}))
    return _applicant_case(path, campaign_path)


def parse_document(content: bytes, file: str) -> OfficialDocument:
    """The official document in what a file named `file` would hold. Raises FindingsError."""
    read = parse_record(content, file, OFFICIAL)
    if read.findings:
        raise FindingsError(read.findings)
    return read.record


def _campaign_case(path: Path) -> Loaded:
    campaign = read_record(path, CAMPAIGN)
    criteria = criteria_of(campaign)
    if findings := [*campaign.findings, *criteria.findings]:
        raise FindingsError(_in_reading_order(findings))
    roots = {_CAMPAIGN: (campaign.source, ()), _CRITERIA: (criteria.source, ())}
    return Loaded(path, Case(campaign.record, criteria=criteria.record), Sources(campaign.source, roots))


def _applicant_case(path: Path, campaign_path: Path | None) -> Loaded:
    applicant = read_record(path, APPLICANT)
    if not applicant.data or applicant.data.get("类型") != APPLICANT:
        raise FindingsError(applicant.findings)
    campaign = read_record(campaign_path, CAMPAIGN) if campaign_path else campaign_of(applicant, path)
    return join(path, applicant, unit_of(applicant, path), campaign, criteria=criteria_of(campaign))


def join(
    path: Path,
    applicant: Read,
    unit: Read,
    campaign: Read,
    marks: tuple[Finding, ...] | None = None,
    *,
    criteria: Read,
) -> Loaded:
    """The case that an applicant makes with unit, campaign and the criteria that this one names (`criteria_of`).

    Raises FindingsError with what is wrong with any.
    """
    findings = [*applicant.findings, *unit.findings, *campaign.findings, *criteria.findings]
    if campaign.record:
        findings += disagreements(applicant.data, campaign.record, applicant.source)
    if findings:
        raise FindingsError(_in_reading_order(findings))
    roots = {
        _APPLICANT: (applicant.source, ()),
        _PUBLICITY: (applicant.source, (_PUBLICITY,)),
        _UNIT: (unit.source, (_UNIT,) if unit.source is applicant.source else ()),
        _CAMPAIGN: (campaign.source, ()),
        _CRITERIA: (criteria.source, ()),
    }
    case = Case(campaign.record, applicant.record, unit.record, criteria=criteria.record)
    return Loaded(path, case, Sources(applicant.source, roots), marks)


def campaign_of(applicant: Read, path: Path) -> Read:
    """The campaign that the applicant's own data names; a finding where it names none or one that is not there."""
    key = applicant.data.get(_CAMPAIGN)
    if isinstance(key, str):
        return _referred(key, CAMPAIGN, applicant, path)
    message, remedy = "没有写明参加哪个年度评审", "请加一行“评审: ……”（年度评审数据的文件名），或在生成时另外指定"
    place = applicant.source.place(_CAMPAIGN)
    return _nothing(applicant, Finding("reference", "error", message, _CAMPAIGN, remedy, place=place))


def criteria_of(campaign: Read) -> Read:
    """The review conditions that the campaign names; none where they are not at hand."""
    key = campaign.record.conditions.criteria if campaign.record else None
    if key is None:
        return Read(None, {}, campaign.source, ())
    found = find_record(key, CRITERIA, Path(campaign.source.file), campaign.source.place(("评审条件", "数据")))
    return _nothing(campaign, found) if isinstance(found, Finding) else read_record(found, CRITERIA)


def _in_reading_order(findings: list[Finding]) -> list[Finding]:
    """The findings from the top of each file to its end, the files as they were read."""
    files = list(dict.fromkeys(finding.place.file for finding in findings))
    return sorted(
        findings,
        key=lambda finding: (files.index(finding.place.file), finding.place.line or 0, finding.place.column or 0),
    )


def _load(path: Path, kind: str) -> tuple[Model, SourceMap]:
    read = read_record(path, kind)
    if read.findings:
        raise FindingsError(read.findings)
    return read.record, read.source


def unit_of(applicant: Read, path: Path) -> Read:
    """The unit's own file, or what the applicant's file says of it; its faults there are the applicant's already."""
    key = applicant.data.get(_UNIT)
    if isinstance(key, str):
        return _referred(key, UNIT, applicant, path)
    unit = applicant.record.unit if applicant.record else None
    return Read(unit, {}, applicant.source, ())


def _referred(key: str, kind: str, applicant: Read, path: Path) -> Read:
    place = applicant.source.place(_CAMPAIGN if kind == CAMPAIGN else _UNIT)
    found = find_record(key, kind, path, place)
    return _nothing(applicant, found) if isinstance(found, Finding) else read_record(found, kind)


def _nothing(applicant: Read, finding: Finding) -> Read:
    return Read(None, {}, applicant.source, (finding,))
