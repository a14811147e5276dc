"""Fonts, sizes and the elements that styles are made of. Lengths are in twips, sizes of type in half points."""

from geometry import LINE
from ooxml import Element, w

FANGSONG, KAITI, HEITI, SONGTI = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
XIAOBIAOSONG = "方正小标宋简体"

SIZE_2, SIZE_3, SIZE_4, SIZE_SMALL_4, SIZE_5, SIZE_SMALL_5 = 44, 32, 28, 24, 21, 18
"""Type sizes 二号, 三号, 四号, 小四, 五号, 小五 in half points."""

_ORDER_OF_PARAGRAPH_PROPERTIES = (
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "pBdr",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "jc",
    "outlineLvl",
)


def fonts(name: str) -> Element:
    """One font for all scripts, so that digits and quotes match the Chinese around them and no theme interferes."""
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def paragraph_style(
    name: str,
    *,
    base: str = "Normal",
    font: str | None = None,
    size: int | None = None,
    condensed: int | None = None,
    color: str | None = None,
    scale: int | None = None,
    **properties: Element | None,
) -> Element:
    """A paragraph style; `properties` are elements of w:pPr by name, None for the plain switch (keepNext)."""
    ordered = [
        properties[key] if properties[key] is not None else w(key)
        for key in _ORDER_OF_PARAGRAPH_PROPERTIES
        if key in properties
    ]
    run_properties = [fonts(font)] if font else []
    if color:
        run_properties.append(w("color", val=color))
    if condensed is not None:
        run_properties.append(w("spacing", val=condensed))
    if scale:
        run_properties.append(w("w", val=scale))
    if size:
        run_properties += [w("sz", val=size), w("szCs", val=size)]
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=base),
        w("qFormat"),
        w("pPr", *ordered),
        w("rPr", *run_properties),
        type="paragraph",
        customStyle=1,
        styleId=name,
    )


def first_line(chars: int) -> Element:
    """An indent of the first line, in 字 of 三号."""
    return w("ind", firstLineChars=chars * 100, firstLine=chars * SIZE_3 * 10)


def hanging(left: int, by: int) -> Element:
    """An indent from which the first line hangs to the left."""
    return w("ind", left=left, hanging=by)


def align(value: str) -> Element:
    """left, right, center or both."""
    return w("jc", val=value)


def space(before: int = 0, after: int = 0, line: int = LINE, rule: str = "exact") -> Element:
    """Space above and below, and the pitch of the lines."""
    return w("spacing", before=before, after=after, line=line, lineRule=rule)


def level(number: int) -> Element:
    """The place in the outline, from 0."""
    return w("outlineLvl", val=number)


def off(tag: str) -> Element:
    """A switch that the style it is based on has on."""
    return w(tag, val=0)
