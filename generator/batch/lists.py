"""What is made of all applicants of a batch together: the roster."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from generator.batch.journal import FAILED, MADE, Line, Record
from generator.batch.records import RecordList
from generator.batch.spec import Spec
from generator.batch.store import Store
from generator.batch.work import told
from generator.build import build
from generator.catalog import ROSTER, Document
from generator.errors import FindingsError, ZhichengError
from generator.folders import campaign_folder
from generator.judging import placed_in_list
from generator.loading.lists import Refused
from generator.loading.load import Loaded
from generator.paper import Request
from generator.selection import list_case

MOST_PEOPLE = 20_000
"""On one roster: beyond it neither Word nor a reader gets along."""

_WHOLE_LIST = "（全体）"


def list_lines(records: RecordList, spec: Spec, store: Store, failed: Sequence[str], count: int) -> Iterator[Line]:
    """Makes the rosters, each in every format; `failed` names those whose records are not good, `count` all."""
    documents = spec.lists(ROSTER)
    if not documents:
        return
    reason = _why_not(failed, count)
    members = [] if reason else _members(records)
    for document in documents:
        formats = [format for format in spec.formats if format in document.formats]
        if reason:
            yield from (Line(_WHOLE_LIST, document.name, format, None, FAILED, reason) for format in formats)
        else:
            yield from _made(document, formats, members, spec, store)


def _why_not(failed: Sequence[str], count: int) -> str:
    if failed:
        names = "、".join(failed[:10]) + (f"等{len(failed)}人" if len(failed) > 10 else "")
        return f"{names}的数据还有问题，名单会缺人。请改正后再运行一次"
    if count > MOST_PEOPLE:
        return f"名单有{count}人，超过{MOST_PEOPLE}人，请按单位或级别分成几份名单"
    return ""


def _members(records: RecordList) -> list[Loaded]:
    loaded = (records.load(entry) for entry in records.entries())
    return [one for one in loaded if not isinstance(one, Refused)]


def _made(document: Document, formats: list[str], members: list[Loaded], spec: Spec, store: Store) -> Iterator[Line]:
    folder = campaign_folder(members[0].case.campaign)
    draft = any(one.unconfirmed for one in members)
    try:
        outputs = build(Request(list_case(members), document.kind, draft=draft), formats, spec.library)
    except FindingsError as error:
        reason, source = told([placed_in_list(finding, members) for finding in error.findings])
        yield from (Line(_WHOLE_LIST, document.name, one, None, FAILED, reason, source) for one in formats)
        return
    except ZhichengError as error:
        yield from (Line(_WHOLE_LIST, document.name, one, None, FAILED, str(error)) for one in formats)
        return
    for output in outputs:
        path = f"{folder}/{output.file_name}"
        store.write(path, output.content)
        digest = sha256(output.content).hexdigest()
        yield Line(_WHOLE_LIST, document.name, output.format, path, MADE, sha256=digest)


def as_record(number: int, lines: Sequence[Line]) -> Record:
    """The lines of the whole list as the last record of the journal; it has no key, for it is made every time."""
    return Record(number, "", tuple(lines))
