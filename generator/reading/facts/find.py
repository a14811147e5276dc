"""Facts in a text: dates, periods, years, amounts, durations, phones, persons, document numbers and addresses.

Only what is certain is found, and only what prints again as it stands: but for white space, `printed` gives back the
text of every mention. What stands in 《…》 is the name of a document, and figures inside “…” are prescribed or quoted
words: both are left alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.reading.facts.dates import date_mentions, year_mentions
from generator.reading.facts.mention import (
    AMOUNT,
    DATE,
    DURATION,
    END,
    KINDS,
    NUMBER,
    PERIOD,
    PERSON,
    PHONE,
    START,
    URL,
    YEAR,
    Mention,
    printed,
)
from generator.reading.facts.values import (
    address_mentions,
    amount_mentions,
    duration_mentions,
    number_mentions,
    person_mentions,
    phone_mentions,
)

__all__ = [
    "AMOUNT",
    "DATE",
    "DURATION",
    "END",
    "KINDS",
    "NUMBER",
    "PERIOD",
    "PERSON",
    "PHONE",
    "START",
    "URL",
    "YEAR",
    "Mention",
    "dates_without_year",
    "find_facts",
    "printed",
]

_NAMES = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|〈[^〈〉]*〉")
_UNDATED = re.compile(
    r"(?<![0-9.])(?:(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日|[上中下]旬|底))"
    r"|[０-９〇○一二三四五六七八九]{4}\s*年(?:度|\s*[０-９一二三四五六七八九十]{1,3}\s*月(?:\s*[０-９一二三四五六七八九十]{1,3}\s*日)?)?"
)
_QUOTED = re.compile(r"“[^“”]*”")
# Of two that overlap the earlier in this list is taken: an address may hold a phone, a period holds two dates.
_FINDERS = (address_mentions, number_mentions, date_mentions, phone_mentions, amount_mentions, duration_mentions)
_NOT_IN_QUOTES = {DATE, PERIOD, YEAR, AMOUNT, DURATION}


@dataclass(frozen=True)
class _Left:
    """The spans of a text in which nothing is looked for."""

    names: list[tuple[int, int]]
    quoted: list[tuple[int, int]]

    def holds(self, mention: Mention) -> bool:
        spans = self.names + (self.quoted if mention.kind in _NOT_IN_QUOTES else [])
        return any(start < mention.end and mention.start < end for start, end in spans)


def find_facts(text: str, year: int | None = None) -> tuple[Mention, ...]:
    """The facts that the text mentions, from left to right, none overlapping another.

    `year` is the year the document is about: where it stands alone (2021年) it is a fact too, other years are one only
    in 2021年度 and in spans (2018年至2020年).
    """
    left = _Left(*([match.span() for match in pattern.finditer(text)] for pattern in (_NAMES, _QUOTED)))
    taken: list[Mention] = []
    for found in (*(finder(text) for finder in _FINDERS), year_mentions(text, year), person_mentions(text)):
        _take(found, taken, text, left)
    return tuple(sorted(taken, key=lambda mention: mention.start))


def dates_without_year(text: str, mentions: Iterable[Mention]) -> Iterator[str]:
    """The dates in the text that are no facts, because they name no year or print otherwise: 8月31日, 2024-9-5."""
    taken = [(mention.start, mention.end) for mention in mentions]
    names = [match.span() for match in _NAMES.finditer(text)]
    for match in _UNDATED.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in (*taken, *names)):
            yield match.group()


def _take(found: Iterable[tuple[Mention, ...]], taken: list[Mention], text: str, left: _Left) -> None:
    """Adds the groups whose every mention is free and prints as it stands; the two ends of a period go together."""
    for group in found:
        if all(_is_free(mention, taken) and not left.holds(mention) for mention in group) and all(
            _bare(printed(mention)) == _bare(text[mention.start : mention.end]) for mention in group
        ):
            taken += group


def _is_free(mention: Mention, taken: list[Mention]) -> bool:
    return all(mention.end <= other.start or other.end <= mention.start for other in taken)


def _bare(text: str) -> str:
    return "".join(text.split())
