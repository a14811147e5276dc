"""The file of a year made from that of another: what is read, changed, marked and listed."""

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.errors import FindingsError, UsageError
from generator.loading.calendars import load_calendars
from generator.loading.load import record_type
from generator.loading.record import read_record
from generator.loading.validation import validate
from generator.loading.yaml_reader import read_yaml
from generator.model.base import Model
from generator.model.records import APPLICANT, CALENDAR, CRITERIA, RECORDS, UNIT
from generator.output import DATA_ENDINGS
from generator.rolling.changes import Change
from generator.rolling.layout import Layout
from generator.rolling.marks import rolled_text
from generator.rolling.notes import derived_years, notes_on
from generator.rolling.values import Work
from generator.rolling.year import YearOf, year_of
from generator.workdays import Workdays

_LAST_YEAR = 2100  # as far as the lunar calendar reaches that the festivals are reckoned by
_REFUSED = {
    APPLICANT: "申报人的情况每年要重新填，请复制一份，逐项核对",
    UNIT: "单位数据不分年度，可以一直用；有变化的直接改",
    CRITERIA: "评审条件不分年度；有新条件的，另写一个文件，再改年度评审的“评审条件”",
    CALENDAR: "放假安排每年由国务院办公厅公布，请照新的通知写",
}


@dataclass(frozen=True)
class Rolled:
    """What rolling a file gives: the new file's bytes, every value changed or to be confirmed, and notes."""

    source: Path
    content: bytes
    old_year: int
    new_year: int
    changes: tuple[Change, ...]
    notes: tuple[str, ...]


def roll(source: Path, year: int) -> Rolled:
    """The file at `source`, of whatever year, as that of `year`. Nothing is written.

    Raises UsageError where that cannot be asked for, FindingsError where the file or a calendar is at fault.
    """
    if source.is_file() and source.suffix.lower() not in DATA_ENDINGS:
        raise UsageError(
            f"{source}：不是数据文件（.yaml）。现成的通知请先用 zhicheng import 读成数据文件，再做下一年的"
        )
    kind = record_type(source)
    if kind in _REFUSED:
        raise UsageError(f"{source}：是“{kind}”数据，不能做下一年的。{_REFUSED[kind]}")
    read = read_record(source, kind)
    if read.findings:
        raise FindingsError(read.findings)
    old = year_of(read.record, str(source))
    _refuse_year(source, old, year)
    content = source.read_bytes()
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content.removeprefix(mark).decode()
    work = Work(Layout(text), RECORDS[kind], old, year - old.year, Workdays(load_calendars(source)))
    changes = sorted(work.changes(), key=lambda change: (change.line, change.column))
    new = rolled_text(work.layout, changes)
    record = _sound(new, work.layout, changes, RECORDS[kind], str(source))
    notes = [*notes_on(work.layout, old, changes, work.proposals.values(), work.workdays), *derived_years(record)]
    return Rolled(source, mark + new.encode(), old.year, year, tuple(changes), tuple(notes))


def _refuse_year(source: Path, old: YearOf, year: int) -> None:
    if year <= old.year:
        taken = f"（按{old.taken_from}认定）" if old.taken_from else ""
        raise UsageError(f"{source}：已经是{old.year}年度的{taken}，--year 要写以后的年度，例如 {old.year + 1}")
    if year > _LAST_YEAR:
        raise UsageError(f"--year {year} 太远了，最多写到 {_LAST_YEAR}")


def _sound(text: str, old: Layout, changes: Sequence[Change], model: type[Model], file: str) -> Model:
    """The new text's record.

    Raises FindingsError where the new text is no valid file; RuntimeError where more was changed than is listed.
    """
    edited = {change.path for change in changes if change.edits}
    before = {spot.path: spot.value for spot in old.scalars if spot.path not in edited}
    after = {spot.path: spot.value for spot in Layout(text).scalars if spot.path not in edited}
    if before != after:
        raise RuntimeError(f"rolling {file} changed more than it lists")
    document = read_yaml(text.encode(), file)
    content = {key: value for key, value in document.data.items() if key != "类型"} if document.data else {}
    record, findings = validate(model, content, document.source)
    if document.findings or findings:
        raise FindingsError([*document.findings, *findings])
    return record
