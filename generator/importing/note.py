"""The attachment note: 附件：1.甲 2.乙, and the names it lists."""

import re
from dataclasses import dataclass

from generator.reading.roles.recognise import Piece

_HEAD = re.compile(r"\s*附\s*件?\s*[：:]?\s*")
_EACH_HEAD = re.compile(r"附\s*件\s*(\d{1,2})\s*[：:.．、]?\s*")
_NUMERAL = re.compile(r"(?:(?<=[\s；;，,。])|^)(\d{1,2})\s*[.．、]\s*(?!\d{1,3}(?!\d))", re.MULTILINE)


@dataclass(frozen=True)
class Note:
    """The names that the note lists; `is_standard` where it is written as the template writes it."""

    names: list[str]
    is_standard: bool


def read_note(pieces: list[Piece]) -> Note:
    """What the lines of a note list; no names where there is no note."""
    lines = [piece.text.strip() for piece in pieces]
    if not lines:
        return Note([], True)
    names = _names("\n".join(lines))
    return Note(names, bool(names) and _bare("".join(lines)) == _bare(printed_note(names)))


def printed_note(names: list[str]) -> str:
    """The note as the template prints it."""
    items = [f"{number}.{name}" for number, name in enumerate(names, start=1)] if len(names) > 1 else names
    return "附件：" + "\n".join(items)


def _names(text: str) -> list[str]:
    if _EACH_HEAD.match(text):
        return [part for part in (_EACH_HEAD.sub("", line).strip() for line in text.split("\n")) if part]
    rest = text[_HEAD.match(text).end() :]
    starts = []
    for match in _NUMERAL.finditer(rest):
        if int(match[1]) == len(starts) + 1 and (starts or match.start() == 0):
            starts.append(match)
    if not starts:
        return [line.strip() for line in rest.split("\n") if line.strip()]
    ends = [match.start() for match in starts[1:]] + [len(rest)]
    names = ["".join(rest[match.end() : end].split("\n")).strip() for match, end in zip(starts, ends, strict=True)]
    return [name for name in names if name]


def _bare(text: str) -> str:
    return "".join(text.split())
