"""JSON Lines: one record a line, with the Chinese keys of the YAML files, read line by line."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, ClassVar

from generator.errors import UsageError, reason_of
from generator.finding import Finding, Place
from generator.loading.entry import Entry
from generator.loading.manners import JSON_LINES, Manner
from generator.loading.source_map import Path
from generator.model.base import NO, YES
from generator.text import forbidden_character

ENDINGS = (".jsonl", ".ndjson")
_LONGEST = 20 * 1024 * 1024  # bytes of a line
_ON_ONE_LINE = "一个人的内容写成一行，以“{”开头，以“}”结尾，中间不换行"


@dataclass(frozen=True)
class LineMap:
    """One line of a file: every value of its record stands there."""

    manner: ClassVar[Manner] = JSON_LINES

    file: str
    line: int
    data: Any

    def place(self, path: Path | str) -> Place:
        """The line."""
        return Place(self.file, self.line)

    def key_place(self, path: Path) -> Place:
        """The line."""
        return Place(self.file, self.line)

    def trace(self, steps: Sequence[str | int]) -> Path:
        """`steps` without those that are not in the record: names of union branches, the index of an only item."""
        path: Path = ()
        for step in steps:
            if _step(self.data, (*path, step)) is not None:
                path = (*path, step)
        return path

    def has_key(self, path: Path) -> bool:
        """Whether the record has the key, be it null."""
        above = _step(self.data, path[:-1]) if path else None
        return isinstance(above, dict) and path[-1] in above

    def label(self, path: Path) -> str:
        """The key itself."""
        return str(path[-1])


class _Repeated(ValueError):
    pass


def read_lines(path: FilePath) -> Iterator[Entry]:
    """The records of a file, blank lines left out. A line that cannot be made out gives an entry without data.

    Raises UsageError where the file cannot be opened.
    """
    try:
        with path.open("rb") as stream:
            number = 0
            while line := stream.readline(_LONGEST + 1):
                number += 1
                line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
                if line.strip():
                    yield _entry(line, str(path), number)
                if len(line) > _LONGEST:
                    return
    except OSError as error:
        raise UsageError(f"打不开文件 {path}（{reason_of(error)}）。请检查文件名和所在文件夹") from error


def _entry(line: bytes, file: str, number: int) -> Entry:
    data, finding = None, None
    try:
        if len(line) > _LONGEST:
            finding = ("这一行太长", _ON_ONE_LINE, None)
        else:
            text = line.decode("utf-8")
            data = _DECODER.decode(text.strip())
            finding = _fault(data, text)
    except UnicodeDecodeError:
        finding = ("文件的编码不是UTF-8，从这里起读不出文字", "请另存为 UTF-8 编码", None)
    except json.JSONDecodeError as error:
        finding = ("这一行的写法不合 JSON 的规则", _ON_ONE_LINE, error.colno)
    except _Repeated as error:
        finding = (f"“{error}”在一个人的内容里写了两次", "请只保留正确的一个", None)
    except RecursionError:
        finding = ("内容的层级太多", "请检查括号", None)
    findings = []
    if finding:
        message, remedy, column = finding
        data, place = None, Place(file, number, column)
        findings = [Finding("json", "error", message, remedy=remedy, place=place)]
    return Entry(data, LineMap(file, number, data), findings)


def _fault(data: Any, text: str) -> tuple[str, str, None] | None:
    """What is wrong with a line that is JSON."""
    if not isinstance(data, dict):
        return "这一行不是一个人的内容", _ON_ONE_LINE, None
    char = next(filter(None, map(forbidden_character, _texts(data))), None) if "\\u" in text else None
    if char is not None:
        return f"内容里有看不见的控制字符（U+{ord(char):04X}）", "请删去它，或把这一行重新写一遍", None
    return None


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A record. Numbers are the text that was written; true and false are 是 and 否."""
    record = dict(pairs)
    if len(record) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _Repeated(next(key for key in keys if keys.count(key) > 1))
    for key, value in pairs:
        if value is True or value is False:
            record[key] = YES if value else NO
    return record


def _refuse(name: str) -> Any:
    raise json.JSONDecodeError(name, "", 0)


def _texts(data: Any) -> Iterator[str]:
    """Every key and every text."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in (*data, *data.values()) if isinstance(data, dict) else data:
            yield from _texts(part)


def _step(data: Any, path: Path) -> Any:
    """What stands at `path`, or None."""
    for step in path:
        in_list = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if not (in_list or isinstance(data, dict) and step in data):
            return None
        data = data[step]
    return data


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_int=str, parse_float=str, parse_constant=_refuse)
