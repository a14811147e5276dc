"""The values that a person must still confirm: a comment `# 待确认`, or `# 待确认：…`, behind them in a YAML file.

Only real comments count. A `#` inside a value (quoted, unquoted or a block of text) is part of that value.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.errors import UsageError, reason_of
from generator.loading.packs import content_of
from generator.loading.yaml_text import Unreadable, decode

WORD = "待确认"

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_COMMENT = re.compile(r"(?:(?<=[ \t\r\n])|(?<![\s\S]))#[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_MARK = re.compile(rf"(?:^|(?<=\s))#+\s*{WORD}(?:\s*[:：]\s*(?P<note>.*)|(?=[\s；;，,。（(]|$).*)$")


class Comment(NamedTuple):
    """One comment: its line (from 1), where it stands in the text, and its words from the # on."""

    line: int
    start: int
    end: int
    text: str


class Unconfirmed(NamedTuple):
    """One mark: its line (from 1), and what its writer notes."""

    line: int
    note: str


def unconfirmed_in(path: Path) -> tuple[Unconfirmed, ...]:
    """The marks of a data file, from top to bottom; none of a file that is no text.

    Raises UsageError when the file cannot be opened.
    """
    try:
        content = content_of(path)
    except OSError as error:
        raise UsageError(f"打不开文件 {path}（{reason_of(error)}）。请检查文件名和所在文件夹") from error
    try:
        return unconfirmed(decode(content, str(path))[0])
    except Unreadable:
        return ()


def unconfirmed(text: str) -> tuple[Unconfirmed, ...]:
    """The marks in YAML text, from top to bottom."""
    if WORD not in text:
        return ()
    found = ((comment.line, mark_in(comment.text)) for comment in comments(text))
    return tuple(Unconfirmed(line, (match["note"] or "").strip()) for line, match in found if match)


def mark_in(comment: str) -> re.Match[str] | None:
    """The mark in a comment's text; it may stand behind other words: `# 虚构  # 待确认：…`."""
    return _MARK.search(comment)


def comments(text: str) -> Iterator[Comment]:
    """The comments of YAML text; of text that no parser reads to its end, those before the place where it stops."""
    start, line = 0, 1
    for first, last in (*_values(text), (len(text), len(text))):
        if first < start:
            continue  # an empty value, or one that the parser places before the last
        for match in _COMMENT.finditer(text, start, first):
            line += _lines(text, start, match.start())
            start = match.start()
            yield Comment(line, match.start(), match.end(), match.group())
        line += _lines(text, start, last)
        start = last


def _values(text: str) -> Iterator[tuple[int, int]]:
    """Where the text of each key and value begins and ends; of a block of text, without the line of its `|` or `>`."""
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.ScalarEvent):
                first, last = event.start_mark.index, event.end_mark.index
                yield (_LINE_END.search(text, first).end() if event.style in ("|", ">") else first), last
    except yaml.YAMLError as error:
        # An open quote is found out at the end of the file; its context says where it began.
        scanning = isinstance(error, yaml.scanner.ScannerError) and error.context_mark
        mark = scanning or getattr(error, "problem_mark", None)
        yield mark.index if mark else 0, len(text)


def _lines(text: str, start: int, end: int) -> int:
    return len(re.findall(r"\r\n|\r|\n", text[start:end]))
