"""Two texts of the office's own words, paragraph by paragraph, each shown as it is printed."""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from generator.comparing.change import Change
from generator.comparing.matching import in_turn
from generator.comparing.words import plain, same_words

FIRST_LEVEL = "## "
HEADING = "标题"
_MARKS = re.compile(r"^#+\s+")
_ORDINAL = "[一二三四五六七八九十百]+"
_NUMERAL = re.compile(
    rf"^(?:{_ORDINAL}、|第{_ORDINAL}[章节条][　 ]*|[（(](?:{_ORDINAL}|\d{{1,2}})[)）]|\d{{1,2}}(?:[.．](?!\d)|、))\s*"
)
_OPENS, _CLOSES = re.compile(r"\{%[-+]?\s*(?:if|for)\b"), re.compile(r"\{%[-+]?\s*end(?:if|for)\b")
_UNNUMBERED = re.compile(r"\s*\{-\}$")


def wording_changes(
    old: str,
    new: str,
    show_old: Callable[[str], str],
    show_new: Callable[[str], str],
    section: str,
    *,
    within: str = "",
) -> list[Change]:
    """What differs between two texts in the wording's notation, told by headings of the first level.

    `section` names what stands before any heading; of an attachment, `within`, everything stands in one section.
    `show_old` and `show_new` print a paragraph with the values of its own side. Paragraphs that differ in nothing but
    the values their tags print count as the same (the values are compared where they are stated), and so do those
    that differ in nothing but their numeral, white space, or the width of punctuation.
    """
    return list(_changes(_paragraphs(old), _paragraphs(new), (show_old, show_new), section, within))


def _paragraphs(text: str) -> list[str]:
    """The paragraphs; what an {% if %} or {% for %} holds together stays one, for its parts cannot be printed alone."""
    paragraphs = [""]
    depth = 0
    for line in text.splitlines():
        if depth <= 0 and (not line.strip() or _MARKS.match(line)):
            paragraphs.append("")
        paragraphs[-1] += f"{line}\n"
        depth += len(_OPENS.findall(line)) - len(_CLOSES.findall(line))
    return [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]


def _changes(
    old: list[str], new: list[str], shows: tuple[Callable[[str], str], ...], section: str, within: str
) -> Iterator[Change]:
    turns = list(_turns((old, new), shows))
    pairs = [(old[at], new[to]) for at, to in turns if at is not None and to is not None]
    became = {before: after for before, after in pairs if after.startswith(FIRST_LEVEL)}
    for at, to in turns:
        before, after = "" if at is None else old[at], "" if to is None else new[to]
        if _key(before) == _key(after):
            continue
        texts = shows[0](before) if before else "", shows[1](after) if after else ""
        if same_words(*map(_key, texts)):
            continue
        place = _section(new, to, section) if after else _section(old, at, section)
        is_heading = (after or before).startswith(FIRST_LEVEL)
        yield _told(became.get(place, place), HEADING if is_heading else "", texts, within)


def _turns(
    texts: tuple[list[str], list[str]], shows: tuple[Callable[[str], str], ...]
) -> Iterator[tuple[int | None, int | None]]:
    """The positions of paragraphs in turn, each with the one it stayed or became (as printed: tags look alike)."""
    old, new = ([_key(text) for text in one] for one in texts)
    for operation, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            yield from zip(range(first, last), range(start, end), strict=True)
            continue
        parts = texts[0][first:last], texts[1][start:end]
        printed = ([_mark(text) + _key(show(text)) for text in part] for part, show in zip(parts, shows, strict=True))
        for at, to in in_turn(*printed):
            yield None if at is None else first + at, None if to is None else start + to


def _told(place: str, item: str, texts: tuple[str, str], within: str) -> Change:
    words = heading_words(place)
    if not within:
        return Change(words, item, *texts)
    return Change(within, " ".join(part for part in (words if words != within else "", item) if part), *texts)


def _section(paragraphs: list[str], position: int, default: str) -> str:
    """The heading of the first level above the paragraph."""
    above = (line for index in range(position, -1, -1) for line in reversed(paragraphs[index].split("\n")))
    return next((line for line in above if line.startswith(FIRST_LEVEL)), default)


def heading_words(heading: str) -> str:
    """A heading as readers call it, without its marks and numeral."""
    return _NUMERAL.sub("", _UNNUMBERED.sub("", _MARKS.sub("", heading)))


def _key(text: str) -> str:
    """A paragraph, in the notation or as printed, as it is compared."""
    mark = _mark(text)
    words = _UNNUMBERED.sub("", _MARKS.sub("", text)) if mark else text
    return mark + _NUMERAL.sub("", plain(words))


def _mark(text: str) -> str:
    """One character for a heading's level; empty for a paragraph."""
    marks = _MARKS.match(text)
    return str(len(marks.group())) if marks else ""
