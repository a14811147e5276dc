"""Lists of applicants, whatever the file: workbook, CSV, YAML, JSON Lines, an applicant's own sheet, or a folder.

Records come one by one, never all at once; the campaign and the units are read once. A record that cannot be used is
given with its place and stops no other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import FindingsError, UsageError
from generator.finding import Finding, Place
from generator.loading import json_lines, yaml_documents
from generator.loading.entry import Entry, Tell
from generator.loading.load import Loaded, join
from generator.loading.record import KIND, Read, kind_finding
from generator.loading.shared import Shared
from generator.loading.source_map import SourceMap
from generator.loading.tables import delimited, workbook
from generator.loading.tables.sheets import Tables
from generator.loading.validation import validate
from generator.loading.yaml_reader import Document
from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.records import APPLICANT, RECORDS

_NAME, _UNIT, _CAMPAIGN, _APPLICATION = "姓名", "单位", "评审", "申报"
LIST_ENDINGS = (*workbook.ENDINGS, *delimited.ENDINGS, *json_lines.ENDINGS)
"""Files that are lists and nothing else; a YAML file may be one too."""

_IN_FOLDERS = (*workbook.ENDINGS, ".csv", *yaml_documents.ENDINGS, *json_lines.ENDINGS)
_TEMPORARY = (".", "~$")
_LEVEL_WORD = re.compile("[高中初]")
_MOST_NAMES = 5


@dataclass(frozen=True)
class Refused:
    """A record that cannot be used: where it stands, whose it is as far as that is known, and why."""

    source: Place
    who: str
    findings: tuple[Finding, ...]


def read_list(path: Path, campaign: Loaded | None = None, *, tell: Tell) -> Iterator[Loaded | Refused]:
    """The applicants of a file or of the files in a folder, one by one, in their order.

    `campaign` (the case of a campaign's file) overrides what the records name. `tell` takes what concerns the list and
    no single person: hints on columns and sheets that are not used, and errors such as rows that are nobody's.
    Raises UsageError for a file that cannot be read, and FindingsError for one in which no list can be made out; in a
    folder such a file is a record that is refused.
    """
    shared: dict[str, Shared] = {}
    for entry in read_entries(path, tell):
        file = entry.source.file
        if file not in shared:
            shared = {file: Shared(Path(file), campaign, tell)}
        yield joined(entry, shared[file])


def read_entries(path: Path, tell: Tell) -> Iterator[Entry]:
    """The same records as they were typed, before campaign and unit are joined to them."""
    if not path.is_dir():
        yield from _read_file(path, tell)
        return
    for file in _files(path, tell):
        try:
            yield from (entry for entry in _read_file(file, tell) if _is_applicant(entry, tell))
        except (FindingsError, UsageError) as error:
            findings = error.findings if isinstance(error, FindingsError) else [Finding("list", "error", str(error))]
            yield Entry(None, SourceMap(str(file)), list(findings), who=file.stem)


def joined(entry: Entry, shared: Shared) -> Loaded | Refused:
    """The record with its campaign and unit, or why it cannot be used. Raises UsageError where nothing names one."""
    if entry.data is None:
        return Refused(entry.source.place(()), entry.who, tuple(entry.findings))
    if entry.data.get(KIND, APPLICANT) != APPLICANT:
        finding = kind_finding(Document(entry.data, entry.source, ()), APPLICANT)
        return Refused(entry.source.place(()), "", (*entry.findings, finding))
    applicant = Read(None, entry.data, entry.source, ())
    if entry.around and not shared.is_given and _CAMPAIGN not in entry.data:
        raise UsageError(f"{shared.file}：名单没有写明参加哪个年度评审，请用 --campaign 指定年度评审数据")
    campaign = shared.campaign(applicant)
    criteria = shared.criteria(campaign)
    if entry.around:
        if campaign.record:
            _complete(entry, campaign.record)
        unit = shared.named_unit(entry)
        applicant = _validated(entry, {**entry.data, _UNIT: unit.record})
    else:
        applicant = _validated(entry, entry.data)
        unit = shared.unit(applicant)
    try:
        marks = (*entry.marks, *shared.marks(entry.source, unit, campaign, criteria))
        return join(shared.file, applicant, unit, campaign, marks, criteria=criteria)
    except FindingsError as error:
        name = entry.data.get(_NAME)
        return Refused(entry.source.place(()), name if isinstance(name, str) else "", error.findings)


def _read_file(path: Path, tell: Tell) -> Iterator[Entry]:
    is_empty = True
    for entry in _entries(path, tell):
        is_empty = False
        yield entry
    if is_empty:
        raise FindingsError([Finding("list", "error", "名单里一个人也没有", place=Place(str(path)))])


def _is_applicant(entry: Entry, tell: Tell) -> bool:
    """Whether a record in a folder is one of the list; a unit's data file is not, and that is told."""
    kind = entry.data.get(KIND, APPLICANT) if entry.data else APPLICANT
    if kind == APPLICANT or kind not in RECORDS:
        return True
    tell(Finding("list", "hint", f"是“{kind}”数据，没有当作申报人读入", place=entry.source.place(())))
    return False


def _files(folder: Path, tell: Tell) -> Iterator[Path]:
    """The lists in a folder by name; what else stands there is told."""
    files = sorted(child for child in folder.iterdir() if child.is_file() and not child.name.startswith(_TEMPORARY))
    lists = [file for file in files if file.suffix.lower() in _IN_FOLDERS]
    others = [file.name for file in files if file not in lists]
    if not lists:
        raise UsageError(f"{folder}：文件夹里没有名单（{'、'.join(_IN_FOLDERS)}）")
    if others:
        names = "、".join(others[:_MOST_NAMES]) + ("等" if len(others) > _MOST_NAMES else "")
        tell(Finding("list", "hint", f"{len(others)}个文件不是名单，没有读入：{names}", place=Place(str(folder))))
    yield from lists


def _entries(path: Path, tell: Tell) -> Iterator[Entry]:
    ending = path.suffix.lower()
    if not path.is_file():
        raise UsageError(f"找不到文件 {path}。请检查文件名和所在文件夹")
    if ending in yaml_documents.ENDINGS:
        return yaml_documents.read_documents(path)
    if ending in json_lines.ENDINGS:
        return json_lines.read_lines(path)
    if ending in delimited.ENDINGS:
        return Tables(path, [delimited.open_text(path)], tell).entries()
    if ending in workbook.ENDINGS:
        return Tables(path, workbook.open_sheets(path), tell).entries()
    raise UsageError(f"{path}：这种文件不能作名单。名单可以是 {'、'.join(_IN_FOLDERS)}，或放这些文件的文件夹")


def _validated(entry: Entry, data: dict[str, Any]) -> Read:
    record, faults = validate(Applicant, {key: value for key, value in data.items() if key != KIND}, entry.source)
    findings = (*entry.findings, *faults)
    return Read(None if findings else record, entry.data, entry.source, findings)


def _complete(entry: Entry, campaign: Campaign) -> None:
    """Fills in what a list need not say because the campaign, or the name of the sheet, leaves no choice."""
    application = entry.data[_APPLICATION]
    only = {
        "系列": (campaign.series, *campaign.other_series),
        "专业": campaign.specialties,
        "级别": [level for level in campaign.levels if level in _level_of(entry)] or campaign.levels,
        "申报类型": [track.name for track in campaign.tracks],
    }
    for name, choices in only.items():
        if len(choices) == 1:
            application.setdefault(name, choices[0])


def _level_of(entry: Entry) -> str:
    """The sheet's name where it speaks of one level: 中级（评审）, but not 中、初级."""
    name = next(iter(entry.around.texts), "")
    return name if len(_LEVEL_WORD.findall(name)) == 1 else ""
