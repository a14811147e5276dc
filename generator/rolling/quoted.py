"""What a text quotes rather than says: titles, document numbers, tags and addresses."""

import re
from typing import NamedTuple

_DIGIT = r"[0-9０-９]"
NUMBER = "number"
_PATTERNS = {
    "title": (re.compile(r"《[^《》]*(?:《[^》]*》[^《》]*)*》"),),
    NUMBER: (
        re.compile(rf"[〔\[［【]\s*{_DIGIT}{{4}}\s*\\?[〕\]］】]\s*第?\s*{_DIGIT}+\s*号"),
        re.compile(rf"[（(]\s*{_DIGIT}{{4}}\s*[）)]\s*第?\s*{_DIGIT}+\s*号"),
        re.compile(rf"{_DIGIT}{{4}}\s*年?\s*第\s*{_DIGIT}+\s*号"),
    ),
    "tag": (re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL),),
    "address": (re.compile(r"(?:https?://|www\.)[\w./?=&%#:~-]+"),),
}


class Quoted(NamedTuple):
    """One place: from where to where, and what stands there (title, number, tag, address)."""

    start: int
    end: int
    what: str


def quoted_in(text: str) -> list[Quoted]:
    """Every place, sort by sort; a number inside a title is there twice."""
    return [
        Quoted(*match.span(), what)
        for what, patterns in _PATTERNS.items()
        for pattern in patterns
        for match in pattern.finditer(text)
    ]


class Quotations:
    """The places a text quotes, to be asked for by offset; of a number inside a title it knows the number."""

    def __init__(self, text: str):
        self._at: dict[int, Quoted] = {}
        for one in quoted_in(text):
            self._at.update(dict.fromkeys(range(one.start, one.end), one))

    def around(self, start: int, end: int) -> Quoted | None:
        """What is quoted where a few characters stand, even in part."""
        return next((self._at[offset] for offset in range(start, end) if offset in self._at), None)
