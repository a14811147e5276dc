"""A YAML file of many documents, one at a time: each is read alone, so that a fault in one stops no other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import ClassVar

from generator.errors import UsageError, reason_of
from generator.finding import Finding, Place
from generator.loading.confirmation import WORD, unconfirmed
from generator.loading.entry import Entry
from generator.loading.load import mark_finding
from generator.loading.manners import YAML, Manner
from generator.loading.record import known_keys
from generator.loading.source_map import Path, SourceMap
from generator.loading.yaml_plain import read_plain
from generator.loading.yaml_reader import read_yaml
from generator.loading.yaml_text import MOST_BYTES, Unreadable, decode

ENDINGS = (".yaml", ".yml")
_BLOCK = 1024 * 1024
_MARKER = re.compile(rb"^---(?=[ \t\r\n])", re.MULTILINE)
_BARE_MARKER = re.compile(r"---[ \t]*\n")


def read_documents(path: FilePath) -> Iterator[Entry]:
    """The documents of a YAML file, empty ones left out.

    A document that cannot be made out has no data. Raises UsageError where the file cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            above = 0
            for content in _documents(stream):
                if not _is_empty(content):
                    yield _entry(content, str(path), above)
                above += content.count(b"\n")
    except OSError as error:
        raise UsageError(f"打不开文件 {path}（{reason_of(error)}）。请检查文件名和所在文件夹") from error


class LateSourceMap:
    """The places of one document, worked out when somebody asks for one: most are never asked for."""

    manner: ClassVar[Manner] = YAML

    def __init__(self, file: str, content: bytes, above: int):
        self.file, self._content, self._above = file, content, above

    @cached_property
    def _map(self) -> SourceMap:
        source = read_yaml(self._content, self.file, known_keys()).source
        source.above = self._above
        return source

    def place(self, path: Path | str) -> Place:
        """As of a SourceMap, as are the others."""
        return self._map.place(path)

    def key_place(self, path: Path) -> Place:
        """The place of a key."""
        return self._map.key_place(path)

    def trace(self, steps: Sequence[str | int]) -> Path:
        """The steps that are in the document."""
        return self._map.trace(steps)

    def has_key(self, path: Path) -> bool:
        """Whether the key is in the document."""
        return self._map.has_key(path)

    def label(self, path: Path) -> str:
        """The key itself."""
        return self._map.label(path)


def _documents(stream) -> Iterator[bytes]:
    """The file cut before each `---` that begins a line, which begins a document wherever it stands."""
    rest = b""
    while block := stream.read(_BLOCK):
        rest += block
        start = 0
        for match in _MARKER.finditer(rest, 1):
            yield rest[start : match.start()]
            start = match.start()
        rest = rest[start:]
        if len(rest) > MOST_BYTES:  # too large for a document, as its reader will say
            break
    yield rest.removesuffix(b"\n---")


def _is_empty(content: bytes) -> bool:
    """Whether there is nothing but comments and markers."""
    for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        text = line.strip()
        if text and not text.startswith(b"#") and text != b"---":
            return False
    return True


def _entry(content: bytes, file: str, above: int) -> Entry:
    source = LateSourceMap(file, content, above)
    try:
        text, findings = decode(content, file)
    except Unreadable as unreadable:
        return Entry(None, source, [_lower(unreadable.finding, above)])
    marker = _BARE_MARKER.match(text)
    body = text[marker.end() :] if marker else text
    data = None if findings else read_plain(body if body.endswith("\n") else f"{body}\n")
    if data is None:
        document = read_yaml(content, file, known_keys())
        document.source.above = above
        source, data = document.source, document.data
        findings = [_lower(finding, above) for finding in document.findings]
    marks = ()
    if WORD in text:
        found = (mark._replace(line=mark.line + above) for mark in unconfirmed(text))
        marks = tuple(mark_finding(mark, file) for mark in found)
    return Entry(data, source, findings, marks)


def _lower(finding: Finding, above: int) -> Finding:
    """The finding placed by the lines of the file instead of the document's."""
    return replace(finding, place=replace(finding.place, line=finding.place.line + above))
