"""The facts lifted out of a text, each once, and the tags that print them in their places."""

import re
from dataclasses import dataclass, field

from generator.importing.escape import Place, escaped
from generator.importing.names import OWN_YEAR, Context, as_name, suggested
from generator.reading.facts.find import (
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
    dates_without_year,
    find_facts,
)
from generator.text import PartialDate

_CITED = re.compile(r"(?!\s*(?:之?前|以前|起|至|止|开始))[^。；，,]{0,40}《")
"""What follows the date of a document that is named behind it: that date is not this year's."""

_BY_VALUE = {PHONE, PERSON, NUMBER, URL}
"""Kinds whose value is one fact whatever is said around it: a phone number is the same in two places."""

Value = PartialDate | int | str


@dataclass
class Ledger:
    """Facts by kind and name, in the order in which the text mentions them first.

    `year` is the year the document is about, None where that is not known. `left` are the mentions that stay text.
    """

    year: int | None = None
    facts: dict[str, dict[str, Value | tuple[PartialDate, PartialDate]]] = field(default_factory=dict)
    lifted: int = 0
    left: list[tuple[str, str]] = field(default_factory=list)

    def wording(self, text: str, heading: str = "", place: Place = Place.LINE) -> str:
        """The text as wording: its facts are tags, all else is escaped."""
        mentions = find_facts(text, self.year)
        tags = self._tags(mentions, text, heading)
        parts: list[str] = []
        position = 0
        self.left += [(DATE, found) for found in dates_without_year(text, mentions)]
        for mention, tag in tags.items():
            if tag is None:
                self.left.append((mention.kind, text[mention.start : mention.end]))
                continue
            parts += [escaped(text[position : mention.start], place, before_tag=True), tag]
            position = mention.end
            self.lifted += 1
        return "".join([*parts, escaped(text[position:], place)])

    def state_year(self) -> None:
        """Names the year the document is about where its text does not."""
        if self.year is not None:
            self.facts.setdefault(YEAR, {}).setdefault(OWN_YEAR, self.year)

    def sorted_facts(self) -> dict[str, dict[str, Value | tuple[PartialDate, PartialDate]]]:
        """The facts with the kinds in the order of the model."""
        return {kind: self.facts[kind] for kind in KINDS if kind in self.facts}

    def _tags(self, mentions: tuple[Mention, ...], text: str, heading: str) -> dict[Mention, str | None]:
        tags: dict[Mention, str | None] = {}
        contexts: dict[int, Context] = {}  # both ends of a period are named by the words before the first
        since = 0
        for mention in mentions:
            first = mention.start if mention.pair is None else mention.pair
            context = contexts.setdefault(first, Context(text, heading, self.year, since))
            tags[mention] = self._tag(mention, mentions, context)
            since = mention.end
        return tags

    def _tag(self, mention: Mention, mentions: tuple[Mention, ...], context: Context) -> str | None:
        """The tag that prints the fact; None where it stays text."""
        first, last = _ends(mention, mentions)
        base, qualifier = suggested(first, context)
        if not base and mention.kind == DURATION:
            return None
        if mention.kind == DATE and (_CITED.match(context.text, mention.end) or self._is_past(mention.value)):
            return None
        base = base or mention.kind
        if mention.kind == PERIOD:
            name = self._named(PERIOD, base, qualifier, (first.value, last.value))
            path = f"{name}.{mention.part}"
        elif mention.kind == YEAR and mention.pair is not None:
            name = self._span(base, qualifier, (first.value, last.value))
            path = name + mention.part
        else:
            path = self._named(mention.kind, base, qualifier, mention.value)
        cut = f"|{mention.cut}" if mention.cut else ""
        return f"{{{{ 事实.{mention.kind}.{path}{cut} }}}}"

    def number(self, text: str) -> str:
        """The tag for the document's own number where that is printed below its title."""
        value = "".join(text.split())
        self.lifted += 1
        return f"{{{{ 事实.{NUMBER}.{self._named(NUMBER, '发文字号', '', value)} }}}}"

    def _is_past(self, date: PartialDate) -> bool:
        """Whether the date lies before the year in question and the one before it: a birth, a document of old."""
        return self.year is not None and date.year < self.year - 1

    def _named(self, kind: str, base: str, qualifier: str, value: object) -> str:
        """The name under which the value stands: its own already, or the first that is free."""
        known = self.facts.setdefault(kind, {})
        if kind in _BY_VALUE and value in known.values():
            return next(name for name, each in known.items() if each == value)
        for name in _choices(base, qualifier, kind):
            if known.setdefault(name, value) == value:
                return name
        raise AssertionError("the choices never end")

    def _span(self, base: str, qualifier: str, ends: tuple[Value, Value]) -> str:
        known = self.facts.setdefault(YEAR, {})
        for name in _choices(base, qualifier, YEAR):
            taken = known.get(name + START), known.get(name + END)
            if taken in ((None, None), ends):
                known |= {name + START: ends[0], name + END: ends[1]}
                return name
        raise AssertionError("the choices never end")


def _ends(mention: Mention, mentions: tuple[Mention, ...]) -> tuple[Mention, Mention]:
    """Both ends of the period or span that the mention belongs to; twice itself where it belongs to none."""
    if mention.pair is None:
        return mention, mention
    first, last = (each for each in mentions if each.kind == mention.kind and each.pair == mention.pair)
    return first, last


def _choices(base: str, qualifier: str, kind: str):
    """The name, the name behind the qualifying word, and then numbered ones."""
    yield base
    longer = as_name(qualifier + base, kind) if qualifier and qualifier not in base else base
    if longer != base:
        yield longer
    number = 2
    while True:
        yield f"{longer}{number}"
        number += 1
