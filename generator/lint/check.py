"""The lint itself: every rule over one text, and the places of the remarks as lines and columns."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from generator.lint.attachments import attachments
from generator.lint.citations import cited_documents
from generator.lint.dates import dates
from generator.lint.numbering import numbering
from generator.lint.numbers import numbers
from generator.lint.pairs import pairs
from generator.lint.parts import parts
from generator.lint.punctuation import punctuation
from generator.lint.remark import Remark
from generator.lint.source import Source
from generator.lint.words import words
from generator.lint.years import stale_years

_RULES = (
    cited_documents,
    dates,
    numbers,
    punctuation,
    pairs,
    numbering,
    parts,
    attachments,
    stale_years,
    words,
)


class PlacedRemark(NamedTuple):
    """A remark in one of several lines: `line` and `column` count from 1, the offset is from the line's beginning."""

    line: int
    column: int
    remark: Remark


def lint(text: str, *, year: int | None = None) -> list[Remark]:
    """What is wrong or doubtful in the wording of a text, in the order of the text.

    A paragraph is a line; blank lines mean nothing. `year` is the year the text is written for: without it no year is
    called stale. Text in “…” is taken for quoted and left alone, but for its pairs of marks.
    """
    source = Source(text, year)
    found = (found for rule in _RULES for found in rule(source))
    return sorted(found, key=attrgetter("offset", "length", "item"))


def lint_lines(lines: Sequence[str], *, year: int | None = None) -> list[PlacedRemark]:
    """The remarks on a text that is given as lines or paragraphs, each with the line it begins in."""
    starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    placed = []
    for remark in lint("\n".join(lines), year=year):
        index = bisect_right(starts, remark.offset) - 1
        column = remark.offset - starts[index]
        placed.append(PlacedRemark(index + 1, column + 1, replace(remark, offset=column)))
    return placed
