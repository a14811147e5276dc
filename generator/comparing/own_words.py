"""Two texts of the office's own words, paragraph by paragraph, each shown as it is printed."""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from generator.comparing.change import Change

FIRST_LEVEL = "## "
_NUMERAL = re.compile(r"^#+\s+(?:[一二三四五六七八九十]+、)?")
_ALIKE = 0.5
"""From this share of common text on, two paragraphs are one that was changed."""


def wording_changes(
    old: str, new: str, show_old: Callable[[str], str], show_new: Callable[[str], str], section: str
) -> list[Change]:
    """What differs between two texts in the wording's notation; `section` names what stands before any heading.

    `show_old` and `show_new` print a paragraph with the values of its own side. Paragraphs that differ in nothing but
    the values their tags print count as the same: the values are compared where they are stated.
    """
    return list(_changes(_paragraphs(old), _paragraphs(new), show_old, show_new, section))


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _changes(
    old: list[str], new: list[str], show_old: Callable[[str], str], show_new: Callable[[str], str], section: str
) -> Iterator[Change]:
    for operation, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            continue
        for before, after in _pairs(old[first:last], new[start:end]):
            place = _section(new, new.index(after), section) if after else _section(old, old.index(before), section)
            texts = show_old(before) if before else "", show_new(after) if after else ""
            if texts[0] != texts[1]:
                yield Change(heading_words(place), "", *texts)


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph with the one it became; between two of these first what is gone, then what is new."""
    first = start = 0
    for end, after in enumerate(new):
        last = max(range(first, len(old)), key=lambda index: _likeness(old[index], after), default=None)
        if last is not None and _likeness(old[last], after) >= _ALIKE:
            yield from _apart(old[first:last], new[start:end])
            yield old[last], after
            first, start = last + 1, end + 1
    yield from _apart(old[first:], new[start:])


def _apart(gone: list[str], added: list[str]) -> Iterator[tuple[str, str]]:
    yield from ((before, "") for before in gone)
    yield from (("", after) for after in added)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _section(paragraphs: list[str], position: int, default: str) -> str:
    """The heading of the first level above the paragraph."""
    above = (paragraphs[index] for index in range(position, -1, -1))
    return next((text for text in above if text.startswith(FIRST_LEVEL)), default)


def heading_words(heading: str) -> str:
    """A heading as readers call it, without its marks and numeral."""
    return _NUMERAL.sub("", heading)
