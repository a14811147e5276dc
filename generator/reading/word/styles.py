"""What a Word file's styles make of a paragraph and a run: the properties in force, from the defaults down."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from generator.reading.han import font_name
from generator.reading.package import Package
from generator.reading.word.markup import A, W, number, switch, value, whole

_ALIGN = {"start": "left", "end": "right"} | dict.fromkeys(("both", "distribute", "thaiDistribute"), "justify")
_DEFAULT_SIZE = 10.0  # points, where a file says nothing (ECMA-376 17.3.2.38)
_MAX_CHAIN = 50  # a chain of styles longer than this is a circle


@dataclass(frozen=True)
class Look:
    """The type of a run. `font` is the East Asian one, `size` in points."""

    font: str
    size: float
    bold: bool
    color: str
    hidden: bool


@dataclass(frozen=True)
class Shape:
    """The measures of a paragraph, in points."""

    align: str = ""
    left: float | None = None
    first_line: float | None = None
    right: float | None = None
    level: int | None = None
    new_page: bool = False


class Styles:
    """The styles of one Word file."""

    def __init__(self, package: Package, document: str):
        part = package.part_of_type(document, "styles")
        root = package.root(part) if part else None
        self._root = root if root is not None else etree.Element(f"{W}styles")
        self._styles = {style.get(f"{W}styleId", ""): style for style in self._root.iterfind(f"{W}style")}
        theme = package.part_of_type(document, "theme")
        self._theme = _theme_fonts(package.root(theme)) if theme else {}
        self._looks: dict[tuple, Look] = {}

    @cached_property
    def _default_paragraph(self) -> str:
        for key, style in self._styles.items():
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") in ("1", "true", "on"):
                return key
        return ""

    def name(self, properties: etree._Element | None) -> str:
        """The name of a paragraph's style as Word shows it."""
        key = self.style_of(properties)
        return value(self._styles.get(key), "name") or key

    def style_of(self, properties: etree._Element | None) -> str:
        """The id of a paragraph's style."""
        return value(properties, "pStyle") or self._default_paragraph

    def chain(self, key: str) -> Iterator[etree._Element]:
        """The style and those it is based on, nearest first."""
        for _ in range(_MAX_CHAIN):
            style = self._styles.get(key)
            if style is None:
                return
            yield style
            key = value(style, "basedOn") or ""

    def numbering(self, properties: etree._Element | None) -> tuple[str | None, str | None, str]:
        """numId, level, and the style that gives them ("" where the paragraph itself does)."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        num, level, source = value(own, "numId"), value(own, "ilvl"), ""
        for style in self.chain(self.style_of(properties)):
            if num is not None:
                break
            given = style.find(f"{W}pPr/{W}numPr")
            if given is not None:
                num, source = value(given, "numId"), style.get(f"{W}styleId", "")
                level = level if level is not None else value(given, "ilvl")
        return num, level, source

    def shape(
        self, properties: etree._Element | None, numbered: etree._Element | None, by_style: bool, size: float
    ) -> Shape:
        """The measures in force; `size` is the type size, which indents in 字 are multiples of.

        `numbered` is what its level of numbering says. It outranks the style, unless the style gave the numbering.
        """
        layers = [style.find(f"{W}pPr") for style in self.chain(self.style_of(properties))]
        layers.insert(1 if by_style else 0, numbered)
        layers = [properties, *layers, self._root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")]
        present = [layer for layer in layers if layer is not None]
        level = next((level for layer in present if (level := whole(value(layer, "outlineLvl"), None)) is not None), 9)
        new_page = next((on for layer in present if (on := switch(layer, "pageBreakBefore")) is not None), False)
        align = next((align for layer in present if (align := value(layer, "jc")) is not None), "")
        indents: dict[str, str] = {}
        for layer in reversed(present):
            own = layer.find(f"{W}ind")
            if own is not None:
                indents.update(_indent_overrides(own, indents))
        return Shape(
            _ALIGN.get(align, align if align in ("left", "center", "right") else ""),
            _indent(indents, ("left", "start"), size),
            _first_line(indents, size),
            _indent(indents, ("right", "end"), size),
            level + 1 if 0 <= level < 9 else None,
            new_page,
        )

    def look(self, paragraph: str, run: etree._Element | None) -> Look:
        """The type in force for a run in a paragraph of this style."""
        key = (paragraph, etree.tostring(run) if run is not None else b"")
        if key not in self._looks:
            self._looks[key] = self._look(paragraph, run)
        return self._looks[key]

    def _look(self, paragraph: str, run: etree._Element | None) -> Look:
        layers = [run]
        for key in (value(run, "rStyle") or "", paragraph):
            layers += [style.find(f"{W}rPr") for style in self.chain(key)]
        layers.append(self._root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        present = [layer for layer in layers if layer is not None]
        size = next((size for layer in present if (size := number(value(layer, "sz"), 2)) is not None), None)
        color = next((color for layer in present if (color := value(layer, "color")) is not None), "")
        return Look(
            next((font for layer in present if (font := self._font(layer))), ""),
            size / 2 if size is not None and size > 0 else _DEFAULT_SIZE,
            next((on for layer in present if (on := switch(layer, "b")) is not None), False),
            "" if color == "auto" else color.upper(),
            next((on for layer in present if (on := switch(layer, "vanish")) is not None), False),
        )

    def _font(self, layer: etree._Element) -> str:
        """The East Asian font a layer gives; a theme's font outranks a named one of the same layer."""
        theme = value(layer, "rFonts", "eastAsiaTheme")
        return font_name(self._theme.get(theme or "", "") or value(layer, "rFonts", "eastAsia") or "")


def _theme_fonts(root: etree._Element | None) -> dict[str, str]:
    """The East Asian fonts of the theme: minorEastAsia → 宋体."""
    fonts = {}
    for kind in ("major", "minor") if root is not None else ():
        given = root.find(f".//{A}{kind}Font")
        if given is None:
            continue
        east = given.find(f"{A}ea")
        face = east.get("typeface") if east is not None else ""
        chinese = (font.get("typeface", "") for font in given.iterfind(f"{A}font") if font.get("script") == "Hans")
        fonts[f"{kind}EastAsia"] = face or next(chinese, "")
    return fonts


def _indent_overrides(own: etree._Element, before: dict[str, str]) -> dict[str, str]:
    """The indents of a layer by name; one in twips puts an end to an inherited one in 字, and hanging to first line."""
    names = {key.rpartition("}")[2]: given for key, given in own.attrib.items()}
    for name in list(names):
        if f"{name}Chars" in before:
            names.setdefault(f"{name}Chars", "0")
    if {"hanging", "hangingChars"} & names.keys():
        names = {"firstLine": "0", "firstLineChars": "0", **names}
    elif {"firstLine", "firstLineChars"} & names.keys():
        names = {"hanging": "0", "hangingChars": "0", **names}
    return names


def _indent(indents: dict[str, str], names: tuple[str, ...], size: float) -> float | None:
    """An indent in points: in hundredths of a 字 where it is so given, else in twips."""
    for name in names:
        chars = number(indents.get(f"{name}Chars"), 100 / size)
        if chars:
            return round(chars / 100 * size, 2)
    for name in names:
        twips = number(indents.get(name), 20)
        if twips is not None:
            return round(twips / 20, 2)
    return None


def _first_line(indents: dict[str, str], size: float) -> float | None:
    hanging = _indent(indents, ("hanging",), size)
    return -hanging if hanging else _indent(indents, ("firstLine",), size)
