"""What the applicants of one list share: the campaign and the units, each read once."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.finding import Finding
from generator.loading.confirmation import unconfirmed_in
from generator.loading.entry import Entry, Tell
from generator.loading.layered_source import Layer, LayeredSource
from generator.loading.load import Loaded, campaign_of, criteria_of, mark_finding, unit_of
from generator.loading.record import Read, read_record
from generator.loading.reference import unit_files
from generator.loading.source_map import Source, SourceMap
from generator.loading.tables.headings import fold
from generator.loading.validation import suggest, validate
from generator.model.records import UNIT
from generator.model.unit import Unit

_UNIT, _CAMPAIGN, _NAME, _KIND = "单位", "评审", "名称", "类型"
_IS_UNIT = re.compile(rf"^{_KIND}:[ \t]*{UNIT}[ \t]*(?:#.*)?$", re.MULTILINE)
_NAME_LINE = re.compile(rf"^{_NAME}:[ \t]*[\"']?([^\"'#\n]+)", re.MULTILINE)
_NEAR = 0.75


class Shared:
    """The campaign, its criteria and the units of one list; `campaign` overrides what the records name."""

    def __init__(self, file: Path, campaign: Loaded | None, tell: Tell):
        self.file, self._tell = file, tell
        self._given = campaign and Read(campaign.case.campaign, {}, campaign.sources.main, ())
        self._read: dict[tuple[str, str], Read] = {}
        self._criteria: dict[str, Read] = {}
        self._marks: dict[str, tuple[Finding, ...]] = {}
        self._named: dict[Any, tuple[Unit, tuple[Layer, ...]]] = {}

    @property
    def is_given(self) -> bool:
        """Whether the campaign is the same for all, whatever the records say."""
        return self._given is not None

    def campaign(self, applicant: Read) -> Read:
        """The campaign of one applicant."""
        if self._given:
            return self._given
        return self._once(_CAMPAIGN, applicant, campaign_of)

    def criteria(self, campaign: Read) -> Read:
        """The review conditions that a campaign names."""
        file = campaign.source.file
        if campaign.record is None:
            return criteria_of(campaign)
        if file not in self._criteria:
            self._criteria[file] = criteria_of(campaign)
        return self._criteria[file]

    def unit(self, applicant: Read) -> Read:
        """The unit of an applicant whose data names a file or holds the unit."""
        return self._once(_UNIT, applicant, unit_of)

    def named_unit(self, entry: Entry) -> Read:
        """The unit of an applicant on a sheet, with what the row, a sheet of units and data files say of it."""
        row = entry.data.get(_UNIT, {})
        name = row.get(_NAME) or entry.around.unit
        if name is None:
            return Read(None, {}, entry.source, ())
        key = name if row.keys() <= {_NAME} else (name, repr(row))
        if key not in self._named:
            read = self._described(name, row, entry)
            if read.findings:
                return read
            self._named[key] = read.record, read.source.layers[1:]
        unit, below = self._named[key]
        return Read(unit, {}, LayeredSource((entry.source, (_UNIT,)), *below), ())

    def marks(self, own: Source, *reads: Read) -> tuple[Finding, ...]:
        """The values that a person has still to confirm in the files of these, the record's `own` left out."""
        sources = (source for read in reads for source in _parts(read.source) if source is not own)
        files = dict.fromkeys(source.file for source in sources if isinstance(source, SourceMap))
        return tuple(mark for file in files for mark in self._marks_of(file))

    def _once(self, kind: str, applicant: Read, find: Callable[[Read, Path], Read]) -> Read:
        named = applicant.data.get(kind)
        if isinstance(named, str) and (kind, named) in self._read:
            return self._read[kind, named]
        read = find(applicant, self.file)
        if isinstance(named, str) and read.source is not applicant.source:
            self._read[kind, named] = read
        return read

    def _described(self, name: str, row: dict[str, Any], entry: Entry) -> Read:
        """The unit of this name: what the row says, else what a sheet of units says, else what a data file says."""
        folded = fold(name)
        listed, path = entry.around.units.get(folded), self._files_of_units.get(folded)
        file = read_record(path, UNIT) if path else None
        data: dict[str, Any] = {}
        layers: list[Layer] = []
        if file:
            data |= file.data
            layers.append((file.source, ()))
        if listed:
            data |= {key: value for key, value in listed.data.items() if key != _NAME or key not in data}
            layers.insert(0, (listed.source, ()))
        data |= {key: value for key, value in row.items() if key != _NAME or key not in data}
        data.setdefault(_NAME, name)
        source = LayeredSource((entry.source, (_UNIT,)), *layers)
        content = {key: value for key, value in data.items() if key != _KIND}
        unit, faults = validate(Unit, content, source)
        findings = (*(file.findings if file else ()), *(listed.findings if listed else ()), *faults)
        if not layers:
            self._tell_near(name, entry)
        return Read(unit, {}, source, findings)

    def _tell_near(self, name: str, entry: Entry) -> None:
        """A unit of which nothing more is known may be one that is, misspelt."""
        known = {_spelt(path) for path in self._files_of_units.values()}
        known |= {unit.data.get(_NAME, "") for unit in entry.around.units.values()}
        near = suggest(name, known - {""}, _NEAR)
        if near:
            message = f"没有“{name}”的单位数据，单位的其他情况只能空着"
            remedy = f"最接近的是“{near[0]}”，是同一单位的请改成一样的名称"
            self._tell(Finding("list", "hint", message, _UNIT, remedy, place=entry.source.place((_UNIT, _NAME))))

    @cached_property
    def _files_of_units(self) -> dict[str, Path]:
        """The data files of units by name; a file that comes first is the one that counts."""
        found: dict[str, Path] = {}
        for path in unit_files(self.file):
            if name := _spelt(path):
                found.setdefault(fold(name), path)
        return found

    def _marks_of(self, file: str) -> tuple[Finding, ...]:
        if file not in self._marks:
            self._marks[file] = tuple(mark_finding(mark, file) for mark in unconfirmed_in(Path(file)))
        return self._marks[file]


def _parts(source: Source) -> Iterator[Source]:
    """The source, or those it is made of."""
    return (each for each, _ in source.layers) if isinstance(source, LayeredSource) else iter((source,))


def _spelt(path: Path) -> str:
    """The name of the unit that a data file describes; empty for any other file."""
    try:
        text = path.read_text("utf-8-sig", errors="replace")
    except OSError:
        return ""
    name = _NAME_LINE.search(text) if _IS_UNIT.search(text) else None
    return name[1].strip() if name else ""
