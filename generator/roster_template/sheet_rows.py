"""The rows of a sheet as XML: cells are set in those that stand, whole rows are written as text beside them."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml import etree
from markupsafe import escape

from generator.loading.tables.xlsx_parts import column_letters, column_number
from generator.roster_template.parts import serialized

Value = str | int | None
"""What a cell is given: text, a whole number, or nothing."""

_LETTERS = re.compile(r"[A-Z]+")
_PLACE = "zhicheng-row"
_PLACES = re.compile(rf"<\?{_PLACE} (\d+)\?>".encode())
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as A
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class NewCell(NamedTuple):
    """A cell of a row that is written: its column (from 0), its look, and its value or formula."""

    column: int
    look: int
    value: Value = None
    formula: str | None = None


class SheetRows:
    """The rows of one sheet by number, from 1."""

    def __init__(self, root: etree._Element):
        self._root = root
        self._data = root.find("{*}sheetData")
        self._name = etree.QName(root).namespace
        self._prefix = f"{root.prefix}:" if root.prefix else ""
        self._rows = {int(row.get("r")): row for row in self._data}
        self._cells: dict[int, dict[int, etree._Element]] = {}
        self._written: dict[int, str] = {}

    @property
    def last(self) -> int:
        """The number of the last row."""
        return max(self._rows, default=0)

    def cells(self, number: int) -> dict[int, etree._Element]:
        """The cells of a row by their columns."""
        if number not in self._cells:
            cells = self._rows.get(number, ())
            self._cells[number] = {column_number(_LETTERS.match(cell.get("r"))[0]): cell for cell in cells}
        return self._cells[number]

    def look(self, number: int, column: int) -> int:
        """The look of a cell, be it there or not."""
        cell = self.cells(number).get(column)
        if cell is not None:
            return int(cell.get("s", "0"))
        row = self._rows.get(number)
        if row is not None and row.get("customFormat") in ("1", "true"):
            return int(row.get("s", "0"))
        for columns in self._root.iterfind("{*}cols/{*}col"):
            if int(columns.get("min")) <= column + 1 <= int(columns.get("max")):
                return int(columns.get("style", "0"))
        return 0

    def fill(self, number: int, cells: Sequence[NewCell], attributes: Mapping[str, str]) -> None:
        """Gives cells of a row their looks and values; formulas in them are gone. All else of the row stays."""
        row = self._rows.get(number)
        if row is None:
            row = self._rows[number] = etree.Element(f"{{{self._name}}}row", r=str(number))
        row.attrib.update(attributes)
        standing = self.cells(number)
        for cell in cells:
            element = standing.get(cell.column)
            if element is None:
                reference = f"{column_letters(cell.column)}{number}"
                element = standing[cell.column] = etree.Element(f"{{{self._name}}}c", r=reference)
            element[:] = []
            element.attrib.pop("t", None)
            element.set("s", str(cell.look))
            self._say(element, cell.value)
        row[:] = [standing[column] for column in sorted(standing)]

    def _say(self, element: etree._Element, value: Value) -> None:
        if isinstance(value, str):
            element.set("t", "inlineStr")
            inner = etree.SubElement(element, f"{{{self._name}}}is")
            text = etree.SubElement(inner, f"{{{self._name}}}t", {_SPACE: "preserve"})
            text.text = _ESCAPE.sub("_x005F_", value)
        elif value is not None:
            etree.SubElement(element, f"{{{self._name}}}v").text = str(value)

    def attributes(self, number: int) -> dict[str, str]:
        """What a row says of itself but for its number: its height and look."""
        row = self._rows.get(number)
        return (
            {} if row is None else {name: text for name, text in row.attrib.items() if name != "r" and "}" not in name}
        )

    def write(self, number: int, attributes: Mapping[str, str], cells: Sequence[NewCell]) -> None:
        """Writes a whole row, in place of the one that stands there."""
        self._rows.pop(number, None)
        tag = self._prefix
        said = "".join(f' {name}="{escape(text)}"' for name, text in attributes.items())
        inner = "".join([self._cell(number, cell) for cell in cells])
        self._written[number] = f'<{tag}row r="{number}"{said}>{inner}</{tag}row>'

    def content(self) -> bytes:
        """The sheet's XML with all its rows."""
        places = {number: etree.ProcessingInstruction(_PLACE, str(number)) for number in self._written}
        self._data[:] = [row for _, row in sorted({**self._rows, **places}.items())]
        content = serialized(self._root)
        return _PLACES.sub(lambda match: self._written[int(match[1])].encode(), content)

    def _cell(self, number: int, cell: NewCell) -> str:
        tag, (column, look, value, formula) = self._prefix, cell
        head = f'<{tag}c r="{column_letters(column)}{number}" s="{look}"'
        if formula is not None:
            return f"{head}><{tag}f>{escape(formula)}</{tag}f></{tag}c>"
        if value is None:
            return f"{head}/>"
        if isinstance(value, int):
            return f"{head}><{tag}v>{value}</{tag}v></{tag}c>"
        text = escape(_ESCAPE.sub("_x005F_", value))
        return f'{head} t="inlineStr"><{tag}is><{tag}t xml:space="preserve">{text}</{tag}t></{tag}is></{tag}c>'
