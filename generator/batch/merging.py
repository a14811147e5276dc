"""`--merge`: of each kind one file to print, all applicants in it, in the order of the list."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from generator.batch.journal import FAILED, MADE, Line, Record
from generator.batch.store import Store
from generator.build import DOCX
from generator.errors import ZhichengError
from generator.rendering.docx_print import printed_together

FOLDER = "合并打印"


def merged_files(records: Iterable[Record], made: Store, store: Store, above: str) -> Iterator[Record]:
    """Joins what was made of each person; gives the records again, their lines telling of the joined files.

    `made` holds each person's own files; `above` is the folder of the campaign in `store`.
    """
    records = list(records)
    kinds = dict.fromkeys(line.kind for record in records for line in record.lines if line.status == MADE)
    results = {kind: _joined(kind, records, made, store, above) for kind in kinds}
    for record in records:
        yield replace(record, lines=tuple(_retold(line, results) for line in record.lines))


def _joined(kind: str, records: list[Record], made: Store, store: Store, above: str) -> tuple[str | None, str]:
    """(path, hash) of the joined file, or (None, reason)."""
    lines = [line for record in records for line in record.lines if line.kind == kind and line.status == MADE]
    try:
        content = printed_together((line.path, made.read(line.path)) for line in lines if line.format == DOCX)
        path = f"{above}/{FOLDER}/{kind}.{DOCX}"
        store.write(path, content)
    except ZhichengError as error:
        return None, str(error)
    return path, sha256(content).hexdigest()


def _retold(line: Line, results: dict[str, tuple[str | None, str]]) -> Line:
    if line.status != MADE:
        return line
    path, said = results[line.kind]
    if path is None:
        return replace(line, path=None, status=FAILED, reason=said, sha256=None)
    return replace(line, path=path, sha256=said)
