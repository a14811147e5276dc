"""The lint itself: every rule over one text, and the places of the remarks as lines and columns."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from generator.lint.attachments import attachments
from generator.lint.citations import cited_documents
from generator.lint.dates import dates
from generator.lint.edges import edges
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
    edges,
    numbering,
    parts,
    attachments,
    stale_years,
    words,
)


_BESIDE = 10  # characters of the line that an excerpt shows on either side
_LONGEST = 40  # characters of what was found that an excerpt shows


class PlacedRemark(NamedTuple):
    """A remark in one of several lines: `line` and `column` count from 1, the offset is from the line's beginning.

    `excerpt` is what was found with what stands beside it in the line; … stands for what is left out.
    """

    line: int
    column: int
    remark: Remark
    excerpt: str


def lint(text: str, *, year: int | None = None, other_years: Collection[int] = ()) -> list[Remark]:
    """What is wrong or doubtful in the wording of a text, in the order of the text.

    A paragraph is a line; blank lines mean nothing. `year` is the year the text is written for: without it no year is
    called stale; `other_years` belong in the text as well. Text in “…” is taken for quoted and left alone, but for its
    pairs of marks.
    """
    source = Source(text, year, frozenset(other_years))
    found = (found for rule in _RULES for found in rule(source))
    return sorted(found, key=attrgetter("offset", "length", "item.id"))


def lint_lines(
    lines: Sequence[str], *, year: int | None = None, other_years: Collection[int] = ()
) -> list[PlacedRemark]:
    """The remarks on a text that is given as lines or paragraphs, each with the line it begins in."""
    starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    placed = []
    for remark in lint("\n".join(lines), year=year, other_years=other_years):
        index = bisect_right(starts, remark.offset) - 1
        column = remark.offset - starts[index]
        excerpt = _excerpt(lines[index], column, column + remark.length)
        placed.append(PlacedRemark(index + 1, column + 1, replace(remark, offset=column), excerpt))
    return placed


def _excerpt(line: str, start: int, end: int) -> str:
    end = min(end, start + _LONGEST)
    before, behind = max(0, start - _BESIDE), min(len(line), end + _BESIDE)
    return ("…" if before else "") + line[before:behind].strip() + ("…" if behind < len(line) else "")
