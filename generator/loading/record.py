"""One file as one record: an applicant, a unit or a campaign, with everything that is wrong with it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.finding import Finding, Place
from generator.loading import packs
from generator.loading.source_map import SourceMap
from generator.loading.validation import suggest, validate
from generator.loading.yaml_reader import Document, read_file, read_yaml
from generator.model.records import RECORDS
from generator.model.tree import all_aliases

KIND = "类型"


@dataclass(frozen=True)
class Read:
    """What reading one file gave: `record` is None when `findings` say why, `data` is what the file holds as typed."""

    record: Any
    data: dict[str, Any]
    source: SourceMap
    findings: tuple[Finding, ...]


def read_record(path: Path, kind: str) -> Read:
    """Read the file at `path` as a record of `kind`. Raises UsageError when it cannot be opened."""
    return _record(read_document(path), kind)


def parse_record(content: bytes, file: str, kind: str) -> Read:
    """Read what a file named `file` would hold as a record of `kind`."""
    return _record(read_yaml(content, file, known_keys()), kind)


def _record(document: Document, kind: str) -> Read:
    if document.data is None:
        return Read(None, {}, document.source, document.findings)
    wrong_kind = kind_finding(document, kind)
    if wrong_kind is not None and document.data.get(KIND) in RECORDS:
        return Read(None, document.data, document.source, (*document.findings, wrong_kind))
    content = {key: value for key, value in document.data.items() if key != KIND}
    record, faults = validate(RECORDS[kind], content, document.source)
    findings = [*document.findings, *([wrong_kind] if wrong_kind else []), *faults]
    return Read(None if findings else record, document.data, document.source, tuple(sorted(findings, key=_position)))


def read_document(path: Path) -> Document:
    """Read the file at `path`, whatever it holds; of a 评审包 its campaign."""
    if packs.is_pack(path):
        path = packs.campaign_in(path)
    if packs.is_inside(path):
        return read_yaml(packs.content_of(path), str(path), known_keys())
    return read_file(path, known_keys())


def kind_finding(document: Document, kind: str | None = None) -> Finding | None:
    """What is wrong with the file's 类型: it is none that is known, or not `kind`."""
    stated = document.data.get(KIND)
    names = "”“".join([kind] if kind else RECORDS)
    if stated is None:
        message, remedy = f"没有写明“{KIND}”", f"请在文件开头加一行“{KIND}: {kind or '申报人'}”（可以写“{names}”）"
    elif stated not in RECORDS:
        near = suggest(stated, RECORDS) if isinstance(stated, str) else []
        message = f"不认识“{stated}”这种{KIND}" if isinstance(stated, str) else f"“{KIND}”应填文字"
        remedy = f"最接近的是“{near[0]}”，请核对后改正" if near else f"可以写“{names}”"
    elif kind is not None and stated != kind:
        message, remedy = f"这是“{stated}”数据，这里要用“{kind}”数据", "请检查是不是选错了文件，或写错了文件名"
    else:
        return None
    place = document.source.place((KIND,)) if KIND in document.data else document.source.place(())
    return Finding("model", "error", message, KIND, remedy, place=place)


@cache
def known_keys() -> frozenset[str]:
    """Every key that some kind of data file knows."""
    return frozenset().union(*(all_aliases(model) for model in RECORDS.values()))


def _position(finding: Finding) -> tuple[int, int]:
    place: Place = finding.place
    return place.line or 0, place.column or 0
