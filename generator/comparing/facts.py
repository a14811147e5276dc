"""The facts of two official documents: each told where the text prints it, with the unit that the text gives it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from generator.comparing.change import Change
from generator.comparing.own_words import FIRST_LEVEL, heading_words
from generator.comparing.words import same_words, text_of
from generator.model.official import Facts, OfficialDocument

YEARS = "年度"
LEAD = "导语"
_FROM, _TO = "起", "止"


def attachment_section(name: str) -> str:
    """What changes in an attachment are told under."""
    return f"附件“{name}”"


class Place(NamedTuple):
    """Where a document prints a fact: in which of its lines, how far in, in which section, with which unit (元)."""

    line: int
    column: int
    section: str
    unit: str = ""


@dataclass(frozen=True)
class Printed:
    """Where a document prints its facts and tables."""

    document: OfficialDocument

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        """Every line of the document's own words with the section that it stands in; tables where they are printed."""
        lines = [(LEAD, str(self.document.title)), *_under_headings(self.document.body)]
        for attachment in self.document.attachments:
            section = attachment_section(attachment.name)
            lines += [(section, line) for line in (attachment.body or "").splitlines()]
        cells = [
            (self.section_of_table(name, lines), str(cell.text))
            for name, table in self.document.tables.items()
            for row in table.rows
            for cell in row
        ]
        return lines + cells

    def section_of_table(self, name: str, lines: list[tuple[str, str]] | None = None) -> str:
        """The section that prints the table; 表格 where none does."""
        tag = re.compile(rf"表格\.{re.escape(name)}\b")
        return next((section for section, line in lines or self.lines if tag.search(line)), "表格")

    def place(self, group: str, name: str) -> "Place | None":
        """Where a fact is printed first; None where nothing prints it."""
        end = f"[{_FROM}{_TO}]?" if group == YEARS else ""
        tag = re.compile(rf"事实\.{group}\.{re.escape(name)}{end}(?!\w)[^}}]*}}}}\s*(?P<unit>万?元)?")
        for number, (section, line) in enumerate(self.lines):
            if found := tag.search(line):
                return Place(number, found.start(), section, found["unit"] or "")
        return None


def _under_headings(body: str) -> Iterator[tuple[str, str]]:
    section = LEAD
    for line in body.splitlines():
        section = heading_words(line) if line.startswith(FIRST_LEVEL) else section
        yield section, line


def fact_changes(old: OfficialDocument, new: OfficialDocument, years: tuple[int | None, int | None]) -> list[Change]:
    """What differs between the facts of two documents, in the order in which they are printed.

    A fact that one side lacks and the other prints is left out: the words that print it are told.
    """
    return [change for _, change in sorted(_placed(old, new, years), key=lambda placed: placed[0][:2])]


def _placed(
    old: OfficialDocument, new: OfficialDocument, years: tuple[int | None, int | None]
) -> Iterator[tuple[Place, Change]]:
    printed = Printed(old), Printed(new)
    for key, field in Facts.model_fields.items():
        group = field.alias
        values = [_named(getattr(one.facts, key), group) for one in (old, new)]
        for name in dict.fromkeys((*values[1], *values[0])):
            before, after = (side.get(name) for side in values)
            places = [side.place(group, name) for side in printed]
            if (before is None and places[1]) or (after is None and places[0]):
                continue
            place = places[1] or places[0] or Place(len(printed[1].lines), 0, group)
            texts = [text_of(value, year=year) for value, year in zip((before, after), years, strict=True)]
            if not same_words(*texts):
                section = YEARS if group == YEARS else place.section
                yield place, Change(section, _label(name, group), *(text and f"{text}{place.unit}" for text in texts))


def _named(values: dict[str, Any], group: str) -> dict[str, Any]:
    """The facts by name; years as lists, and those of a span (考核年度起 and 考核年度止) as one."""
    if group != YEARS:
        return values
    named: dict[str, Any] = {}
    for name, year in values.items():
        stem = name.removesuffix(_FROM).removesuffix(_TO)
        first, last = values.get(f"{stem}{_FROM}"), values.get(f"{stem}{_TO}")
        if stem != name and first and last and first <= last:
            named[stem] = tuple(range(first, last + 1))
        else:
            named[name] = (year,)
    return named


def _label(name: str, group: str) -> str:
    return f"{name}年度" if group == YEARS and YEARS not in name else name
