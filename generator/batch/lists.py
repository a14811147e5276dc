"""What is made of all applicants of a batch together: the roster."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.batch.journal import FAILED, MADE, Line, Record
from generator.batch.records import RecordList
from generator.batch.spec import Spec
from generator.batch.store import Store
from generator.batch.work import told
from generator.build import build
from generator.catalog import ROSTER, Document
from generator.errors import FindingsError, ZhichengError
from generator.finding import Finding
from generator.folders import campaign_folder
from generator.judging import Judge, placed_in_list
from generator.loading.lists import Refused
from generator.loading.load import Loaded
from generator.paper import Request
from generator.roster_template.fill import fill_roster
from generator.selection import list_case

MOST_PEOPLE = 20_000
"""On one roster: beyond it neither Word nor a reader gets along."""

_WHOLE_LIST = "（全体）"


@dataclass(frozen=True)
class Made:
    """What was made of the whole list: its lines on the receipt, and what an office's own roster lacks."""

    lines: list[Line]
    findings: list[Finding]


def make_lists(records: RecordList, spec: Spec, store: Store, failed: Sequence[str], count: int) -> Made:
    """Makes the rosters, each in every format, or fills the office's own; `failed` names those not good, of `count`."""
    named = [(document.name, [one for one in spec.formats if one in document.formats]) for document in _documents(spec)]
    if spec.roster:
        named = [(spec.roster.stem, [spec.roster.suffix.removeprefix(".")])]
    if not named:
        return Made([], [])
    if reason := _why_not(failed, count):
        return Made([_failed(name, format, reason) for name, formats in named for format in formats], [])
    members = [one for one in map(records.load, records.entries()) if not isinstance(one, Refused)]
    if spec.roster:
        return _filled(spec.roster, members, store)
    lines = [
        line
        for document, (_, formats) in zip(_documents(spec), named, strict=True)
        for line in _made(document, formats, members, spec, store)
    ]
    return Made(lines, [])


def _documents(spec: Spec) -> tuple[Document, ...]:
    return () if spec.own else spec.lists(ROSTER)


def _filled(template: Path, members: list[Loaded], store: Store) -> Made:
    """The office's own roster with everybody in it."""
    name, format = template.stem, template.suffix.removeprefix(".")
    try:
        content, findings = fill_roster(template, [one.case for one in members])
        path = f"{campaign_folder(members[0].case.campaign)}/{template.name}"
        return Made([_put(name, format, path, content, store)], findings)
    except FindingsError as error:
        return Made([_failed(name, format, *told(error.findings))], [])
    except ZhichengError as error:
        return Made([_failed(name, format, str(error))], [])


def _failed(name: str, format: str, reason: str, source: str = "") -> Line:
    return Line(_WHOLE_LIST, name, format, None, FAILED, reason, source)


def _put(name: str, format: str, path: str, content: bytes, store: Store) -> Line:
    store.write(path, content)
    return Line(_WHOLE_LIST, name, format, path, MADE, sha256=sha256(content).hexdigest())


def _why_not(failed: Sequence[str], count: int) -> str:
    if failed:
        names = "、".join(failed[:10]) + (f"等{len(failed)}人" if len(failed) > 10 else "")
        return f"{names}的数据还有问题，名单会缺人。请改正后再运行一次"
    if count > MOST_PEOPLE:
        return f"名单有{count}人，超过{MOST_PEOPLE}人，请按单位或级别分成几份名单"
    return ""


def _made(document: Document, formats: list[str], members: list[Loaded], spec: Spec, store: Store) -> Iterator[Line]:
    folder = campaign_folder(members[0].case.campaign)
    draft = any(one.unconfirmed for one in members)
    request = Request(list_case(members), document.kind, draft=draft, statement=_statement(members, spec))
    try:
        outputs = build(request, formats, spec.library)
        yield from (
            _put(document.name, output.format, f"{folder}/{output.file_name}", output.content, store)
            for output in outputs
        )
    except FindingsError as error:
        reason = told([placed_in_list(finding, members) for finding in error.findings])
        yield from (_failed(document.name, one, *reason) for one in formats)
    except ZhichengError as error:
        yield from (_failed(document.name, one, str(error)) for one in formats)


def _statement(members: list[Loaded], spec: Spec) -> str:
    """What a person stated on findings of anybody in the list."""
    if not spec.accepted:
        return ""
    judge = Judge(spec.accepted)
    lines = (line for one in members for line in judge.verdict(one).statement.splitlines())
    return "\n".join(dict.fromkeys(lines))


def as_record(number: int, lines: Sequence[Line]) -> Record:
    """The lines of the whole list as the last record of the journal; it has no key, for it is made every time."""
    return Record(number, "", tuple(lines))
