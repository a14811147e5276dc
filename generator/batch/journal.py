"""What a batch has done, record by record, as it does it: a run that was killed goes on where it stopped.

Each line is one record: its number, the key of everything it was made from, and a line of the receipt for each of its
documents. A line is written when the record's files stand in their places; one that was cut off is not believed.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

MADE, SKIPPED, FAILED = "made", "skipped", "failed"


@dataclass(frozen=True, slots=True)
class Line:
    """A document on the receipt: `kind` is its Chinese name, `source` the user's cell or line, `path` in the store."""

    applicant: str
    kind: str
    format: str
    path: str | None
    status: str
    reason: str = ""
    source: str = ""
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one record: `number` is its place in the list, from 1; `key` of what it was made from."""

    number: int
    key: str
    lines: tuple[Line, ...]

    def as_line(self) -> str:
        """The record as a line of the journal."""
        content = {"number": self.number, "key": self.key, "lines": [asdict(line) for line in self.lines]}
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _record(line: str) -> Record | None:
    try:
        content = json.loads(line)
        lines = tuple(Line(**one) for one in content["lines"])
        return Record(content["number"], content["key"], lines)
    except (ValueError, TypeError, KeyError):
        return None


class Past:
    """The records of earlier runs, by their keys; only where they stand in the files is kept in memory."""

    def __init__(self, *paths: Path):
        self._files: list[IO[bytes]] = []
        self._places: dict[bytes, tuple[int, int]] = {}
        for path in paths:
            if path.is_file():
                self._read(path.open("rb"))

    def _read(self, file: IO[bytes]) -> None:
        number, at = len(self._files), 0
        self._files.append(file)
        for line in file:
            # The key stands at one place of every line: reading it there spares parsing what nobody asks for.
            start = line.find(b'"key":"')
            if line.endswith(b"}\n") and start >= 0:
                self._places[line[start + 7 : line.find(b'"', start + 7)]] = (number, at)
            at += len(line)

    def record(self, key: str) -> Record | None:
        """The last record that was made from the same, or None."""
        place = self._places.get(key.encode())
        if place is None:
            return None
        file = self._files[place[0]]
        file.seek(place[1])
        return _record(file.readline().decode("utf-8", "replace"))

    def close(self) -> None:
        for file in self._files:
            file.close()


class Journal:
    """The journal of this run, in the order in which records are done; it can be read in the order of the list."""

    def __init__(self, path: Path):
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w+b")
        self._places: list[tuple[int, int]] = []

    def add(self, record: Record) -> None:
        """Notes a record whose files stand in their places."""
        self._places.append((record.number, self._file.tell()))
        self._file.write(f"{record.as_line()}\n".encode())
        self._file.flush()

    def in_order(self) -> Iterator[Record]:
        """The records by their place in the list."""
        self._file.flush()
        with self._path.open("rb") as file:
            for _, place in sorted(self._places):
                file.seek(place)
                yield _record(file.readline().decode("utf-8"))

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
