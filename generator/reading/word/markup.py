"""Names of WordprocessingML and the few questions asked of its elements."""

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_UNITS = {"pt": 1.0, "cm": 28.346, "mm": 2.8346, "in": 72.0, "pc": 12.0, "pi": 12.0}  # points
_NUMBER = re.compile(rf"(-?[0-9]{{1,9}}(?:\.[0-9]{{0,9}})?)({'|'.join(_UNITS)})?")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_FALSE = {"0", "false", "off", "none"}


def value(element: etree._Element | None, path: str, attribute: str = "val") -> str | None:
    """The attribute of the child at `path` (names of w: divided by /), or None."""
    for name in path.split("/"):
        element = element.find(f"{W}{name}") if element is not None else None
    return element.get(f"{W}{attribute}") if element is not None else None


def switch(element: etree._Element | None, name: str) -> bool | None:
    """An on-off property: True, False, or None where it is not given."""
    child = element.find(f"{W}{name}") if element is not None else None
    return None if child is None else child.get(f"{W}val", "1").lower() not in _FALSE


def number(text: str | None, per_point: float) -> float | None:
    """The number of an attribute: plain units, in strict files 12pt or 2cm; None for nonsense."""
    if text is None:
        return None
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    amount, unit = float(match.group(1)), match.group(2)
    return amount * _UNITS[unit] * per_point if unit else amount


def whole(text: str | None, default: int | None) -> int | None:
    """The whole number of an attribute, or the default for nonsense."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else default
