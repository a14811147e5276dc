"""Automatic list numerals of a Word file, counted as Word counts them (ECMA-376 17.9)."""

import re
from dataclasses import dataclass

from lxml import etree

from generator.reading.package import Package
from generator.reading.symbols import bullet
from generator.reading.word.markup import W, switch, value, whole
from generator.reading.word.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
# After such a mark a numeral needs no space in Chinese text.
_CLOSED = ("、", "）", "．", "。", "：", "】", "》")


@dataclass(frozen=True)
class Numeral:
    """What numbering puts before a paragraph: its text with the space after it, and the measures of its level."""

    text: str
    properties: etree._Element | None
    by_style: bool


@dataclass(frozen=True)
class _Level:
    start: int
    style: str
    text: str
    suffix: str
    legal: bool
    restart: int | None
    paragraph_style: str
    properties: etree._Element | None
    font: str

    @classmethod
    def of(cls, element: etree._Element) -> "_Level":
        fonts = element.find(f"{W}rPr/{W}rFonts")
        return cls(
            whole(value(element, "start"), 0),
            _format(element),
            value(element, "lvlText") or "",
            value(element, "suff") or "tab",
            bool(switch(element, "isLgl")),
            whole(value(element, "lvlRestart"), None),
            value(element, "pStyle") or "",
            element.find(f"{W}pPr"),
            next((font for font in fonts.attrib.values()), "") if fonts is not None else "",
        )


class Numbering:
    """The lists of one Word file and how far each has been counted."""

    def __init__(self, package: Package, document: str):
        part = package.part_of_type(document, "numbering")
        root = package.root(part) if part else None
        self._nums = _by_id(root, "num", "numId")
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.unknown: set[str] = set()

    def next(self, num: str | None, level: str | None, style: str, chain: list[str]) -> Numeral | None:
        """The numeral of the next paragraph of the list `num`, or None where it has none.

        `style` is the id of the style that gave the number ("": the paragraph itself), `chain` those of the paragraph.
        """
        if num is None or num not in self._nums:
            return None
        levels = self._levels_of(num)
        place = whole(level, None)
        if place is None or style:
            linked = [key for name in chain for key, given in levels.items() if given.paragraph_style == name]
            place = linked[0] if linked else place or 0
        if place not in levels:
            return None
        given = levels[place]
        self._count(num, place, levels)
        text = self._shown(self._abstract_of(num), place, levels)
        return Numeral(text + _space(given.suffix, text), given.properties, bool(style))

    def _abstract_of(self, num: str) -> str:
        """The abstract list behind a number; one that only names a style leads to that style's list."""
        key = value(self._nums[num], "abstractNumId") or ""
        link = value(self._abstracts.get(key), "numStyleLink")
        if link is None:
            return key
        linked = (name for name, given in self._abstracts.items() if value(given, "styleLink") == link)
        return next(linked, key)

    def _levels_of(self, num: str) -> dict[int, _Level]:
        if num not in self._levels:
            levels = {}
            abstract = self._abstracts.get(self._abstract_of(num))
            overrides = self._nums[num].iterfind(f"{W}lvlOverride/{W}lvl")
            for element in (*(abstract.iterfind(f"{W}lvl") if abstract is not None else ()), *overrides):
                place = whole(element.get(f"{W}ilvl"), None)
                if place is not None and 0 <= place < _LEVELS:
                    levels[place] = _Level.of(element)
            self._levels[num] = levels
        return self._levels[num]

    def _count(self, num: str, place: int, levels: dict[int, _Level]) -> None:
        counts = self._counts.setdefault(self._abstract_of(num), {})
        for override in self._nums[num].iterfind(f"{W}lvlOverride"):
            level = whole(override.get(f"{W}ilvl"), None)
            start = whole(value(override, "startOverride"), None)
            if level == place and start is not None and (num, level) not in self._begun:
                counts[place] = start - 1
        self._begun.add((num, place))
        for higher in range(place):
            if higher in levels:
                counts.setdefault(higher, levels[higher].start)
        counts[place] = counts.get(place, levels[place].start - 1) + 1
        for deeper in [level for level in counts if level > place]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or place < restart:
                del counts[deeper]

    def _shown(self, abstract: str, place: int, levels: dict[int, _Level]) -> str:
        given = levels[place]
        if given.style == "bullet":
            return bullet(given.text, given.font)
        counts = self._counts[abstract]

        def number(match: re.Match) -> str:
            level = int(match.group(1)) - 1
            if level not in levels:
                return ""
            style = "decimal" if given.legal else levels[level].style
            count = counts.get(level, levels[level].start)
            written = numeral(count, style)
            if written is None:
                self.unknown.add(style)
            return str(count) if written is None else written

        return "" if given.style == "none" and not _PLACE.sub("", given.text) else _PLACE.sub(number, given.text)


def _by_id(root: etree._Element | None, name: str, key: str) -> dict[str, etree._Element]:
    return {item.get(f"{W}{key}", ""): item for item in root.iterfind(f"{W}{name}")} if root is not None else {}


def _format(level: etree._Element) -> str:
    """The numbering format; one of our time stands inside mc:AlternateContent with a plain one to fall back on."""
    return next((given.get(f"{W}val", "") for given in reversed(list(level.iter(f"{W}numFmt")))), "decimal")


def _space(suffix: str, text: str) -> str:
    """The space between a numeral and its text, as Chinese text has it."""
    if suffix == "nothing" or not text or text.endswith(_CLOSED):
        return ""
    return "　" if text.startswith("第") else " "
