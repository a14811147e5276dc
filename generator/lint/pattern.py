"""Rules as rows of a table: an item, a pattern, the layer it is looked for in, and the right form."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.finding import Level
from generator.lint.items import ITEMS
from generator.lint.remark import Remark
from generator.lint.source import COVER, Source

# The right form of a match; None where the match is right as it stands.
Right = Callable[[re.Match], str | None]


@dataclass(frozen=True)
class Row:
    """`right` gives the expected form; `remedy` where it is not “replace it”; `once` reports the first of a line only.

    A group `beyond` in a lookahead belongs to what is reported, though the next match may begin in it.
    """

    item: str
    pattern: re.Pattern[str]
    right: Right
    layer: Literal["plain", "unquoted", "prose"] = "unquoted"
    remedy: str | None = None
    level: Level | None = None
    once: bool = False


def row(item: str, pattern: str, right: Right | str, **settings) -> Row:
    """A row of a table; a fixed `right` is the same for every match."""
    form = right if callable(right) else (lambda match: right)
    return Row(item, re.compile(pattern, re.M), form, **settings)


def remark(
    source: Source,
    item: str,
    start: int,
    end: int,
    expected: str,
    *,
    remedy: str | None = None,
    level: Level | None = None,
    fix: str | None = None,
) -> Remark:
    """A remark on source.raw[start:end]; without a `remedy`, `expected` is what to put there, as `fix` is."""
    known = ITEMS[item]
    fix = expected if remedy is None else fix
    remedy = remedy or f"请改为“{expected}”"
    return Remark(known, level or known.level, start, end - start, source.raw[start:end], expected, remedy, fix)


def matches(source: Source, rows: Iterable[Row]) -> Iterator[Remark]:
    """What the rows find in the text."""
    for each in rows:
        text = getattr(source, each.layer)
        wrong = ((match, form) for match in each.pattern.finditer(text) if (form := each.right(match)) is not None)
        for match, form, count in _first_of_lines(text, wrong) if each.once else ((*pair, 1) for pair in wrong):
            covered = match.group().startswith(COVER) and form.startswith(COVER)  # the end of a tag or an address
            form = _uncovered(source, match, form)[covered:]
            fix = None if each.remedy else form
            remedy = each.remedy or f"请改为“{form}”"
            if count > 1:
                remedy += f"；本段共有{count}处，请一并改"
            place = match.start() + covered, match.end("beyond" if "beyond" in each.pattern.groupindex else 0)
            yield remark(source, each.item, *place, form, remedy=remedy, level=each.level, fix=fix)


def _uncovered(source: Source, match: re.Match, form: str) -> str:
    """The form with the characters of the text that were covered in the match; a form keeps all of them, in order."""
    if COVER not in form:
        return form
    hidden = (
        char for char, shown in zip(source.raw[slice(*match.span())], match.group(), strict=True) if shown == COVER
    )
    return re.sub(COVER, lambda _: next(hidden, COVER), form)


def _first_of_lines(text: str, wrong: Iterable[tuple[re.Match, str]]) -> Iterator[tuple[re.Match, str, int]]:
    """The first match of each line with the number of matches in the line."""
    first, count, end = None, 0, -1
    for match, form in wrong:
        if first is not None and match.start() < end:
            count += 1
            continue
        if first is not None:
            yield *first, count
        first, count = (match, form), 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
    if first is not None:
        yield *first, count
