"""The styles of a workbook: looks of cells derived from those that the template has."""

import copy

from lxml import etree

_USUAL_SIZE = 11.0
_TEXT_FORMAT = "49"  # @ (ECMA-376 part 1, 18.8.30)
# The formats for dates that have no code in the file; those of Chinese Excel from 27 on.
_BUILT_IN = {
    "14": "yyyy/m/d",
    "17": "mmm-yy",
    **dict.fromkeys(("27", "36", "50", "52", "57"), "yyyy年m月"),
    "31": "yyyy年m月d日",
}


class Styles:
    """The looks (cellXfs) of the cells by number, and new ones made of them."""

    def __init__(self, root: etree._Element):
        self._root = root
        self._looks = root.find("{*}cellXfs")
        self._codes = {one.get("numFmtId"): one.get("formatCode") or "" for one in root.iter("{*}numFmt")}
        self._made: dict[tuple[int, str], int] = {}

    def is_framed(self, look: int) -> bool:
        """Whether the cell has a line at any side."""
        lines = self._of(look, "borderId", "borders")
        return lines is not None and any(side.get("style", "none") != "none" for side in lines)

    def number_format(self, look: int) -> str:
        """The format of numbers and dates; of what has none, nothing."""
        number = self._looks[look].get("numFmtId", "0")
        return self._codes.get(number, _BUILT_IN.get(number, ""))

    def wraps(self, look: int) -> bool:
        """Whether text that is too long for its cell goes on in a new line."""
        alignment = self._looks[look].find("{*}alignment")
        return alignment is not None and alignment.get("wrapText") in ("1", "true")

    def type_size(self, look: int) -> float:
        """The size of the type, in points."""
        return _size(self._of(look, "fontId", "fonts"))

    @property
    def usual_size(self) -> float:
        """The size of the type in whose characters widths of columns are counted."""
        return _size(self._root.find("{*}fonts/{*}font"))

    def is_text(self, look: int) -> bool:
        """Whether what is typed into the cell stays as typed."""
        return self._looks[look].get("numFmtId") == _TEXT_FORMAT

    def as_text(self, look: int) -> int:
        """The same look for text."""
        if self.is_text(look):
            return look
        return self._derived(look, "text", {"numFmtId": _TEXT_FORMAT, "applyNumberFormat": "1"})

    def below_heading(self, look: int) -> int:
        """The look of a heading without its bold type and its colour: that of the rows below."""
        fonts = self._root.find("{*}fonts")
        font = copy.deepcopy(self._of(look, "fontId", "fonts"))
        for bold in font.findall("{*}b"):
            font.remove(bold)
        return self._derived(look, "below", {"fontId": _index(fonts, font), "fillId": "0", "applyFont": "1"})

    def _derived(self, look: int, purpose: str, changes: dict[str, str]) -> int:
        if (look, purpose) not in self._made:
            derived = copy.deepcopy(self._looks[look])
            derived.attrib.update(changes)
            self._made[look, purpose] = int(_index(self._looks, derived))
        return self._made[look, purpose]

    def _of(self, look: int, attribute: str, group: str) -> etree._Element | None:
        held = self._root.find(f"{{*}}{group}")
        number = int(self._looks[look].get(attribute, "0"))
        return held[number] if held is not None and number < len(held) else None


def _size(font: etree._Element | None) -> float:
    size = None if font is None else font.find("{*}sz")
    return _USUAL_SIZE if size is None else float(size.get("val"))


def _index(group: etree._Element, wanted: etree._Element) -> str:
    """The number of an element in its group; a new one is put at the end."""
    text = etree.tostring(wanted)
    for number, element in enumerate(group):
        if etree.tostring(element) == text:
            return str(number)
    group.append(wanted)
    group.set("count", str(len(group)))
    return str(len(group) - 1)
