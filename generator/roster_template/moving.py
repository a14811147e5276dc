"""Everything in a workbook that knows rows of the sheet into which new ones are put: each reference moves with them."""

import re

from lxml import etree

from generator.roster_template.parts import Parts
from generator.roster_template.references import Insertion, copied

_WORKBOOK = "xl/workbook.xml"
_FORMULAS = frozenset(("f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula"))
_AREAS = frozenset(("sqref", "ref"))  # as elements (of extensions), and as attributes
_NOT_GROWING = frozenset(("f", "mergeCell", "hyperlink", "comment", "threadedComment"))
_ANCHORS = ("{*}twoCellAnchor", "{*}oneCellAnchor")
_WITH_FORMULAS = re.compile(r"xl/(?:workbook|(?:worksheets|charts|chartsheets|pivotCache)/[^/]+)\.xml")
_OWN_PARTS = ("table", "comments", "threadedComment")
_NOTE_ROW = re.compile(r"(<x:Row>\s*)(\d+)(\s*</x:Row>)")
_NOTE_ANCHOR = re.compile(r"(<x:Anchor>)([^<]*)(</x:Anchor>)")


def insert_rows(parts: Parts, sheet: str, insertion: Insertion) -> None:
    """Moves what lies below the new rows, in the sheet (the part `sheet`) and wherever it is referred to.

    Formulas must have been written out (`write_out_shared`).
    """
    root = parts.edited(sheet)
    _move_references(root, insertion, here=True)
    _move_rows(root, insertion)
    for relation in parts.relations(sheet).values():
        if relation.kind in _OWN_PARTS:
            _move_references(parts.edited(relation.part), insertion, here=True)
        elif relation.kind == "drawing":
            _move_drawings(parts.edited(relation.part), insertion)
        elif relation.kind == "vmlDrawing":
            _move_notes(parts, relation.part, insertion)
    for part in [part for part in parts.members if _WITH_FORMULAS.fullmatch(part) and part != sheet]:
        other = parts.root(part)
        if _move_references(other, insertion, here=False):
            parts.change(part, other)


def recalculated(parts: Parts, sheet: str) -> None:
    """Has the workbook reckon its formulas anew when it is opened; old results are taken out of the sheet."""
    for formula in parts.edited(sheet).iter("{*}f"):
        for value in formula.getparent().findall("{*}v"):
            formula.getparent().remove(value)
    parts.drop("xl/calcChain.xml", _WORKBOOK)
    reckoning = parts.edited(_WORKBOOK).find("{*}calcPr")
    if reckoning is not None:  # a workbook that does not say by what it was reckoned is always reckoned anew
        reckoning.set("fullCalcOnLoad", "1")


def write_out_shared(root: etree._Element) -> None:
    """Writes formulas that share one text each with its own: moved apart, they would no longer agree."""
    shared: dict[str, tuple[str, str]] = {}
    for formula in root.iter("{*}f"):
        if formula.get("t") != "shared":
            continue
        cell = formula.getparent().get("r")
        if formula.text:
            shared[formula.get("si")] = formula.text, cell
        elif formula.get("si") in shared:
            formula.text = copied(*shared[formula.get("si")], cell)
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, None)


def _move_references(root: etree._Element, insertion: Insertion, *, here: bool) -> bool:
    """Moves every reference in a part, of the sheet itself or another; whether there was any to move."""
    before = etree.tostring(root)
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name in _FORMULAS and element.text:
            element.text = insertion.formula(element.text, here=here)
        elif name in _AREAS and element.text and here:
            element.text = insertion.area(element.text)
        for attribute in _AREAS.intersection(element.attrib):
            if here or _is_source(element, insertion):
                element.set(attribute, insertion.area(element.get(attribute), grows=name not in _NOT_GROWING))
        if location := element.get("location"):
            element.set("location", insertion.formula(location, here=here))
    return etree.tostring(root) != before


def _is_source(element: etree._Element, insertion: Insertion) -> bool:
    """Whether an element elsewhere (of a pivot table) has an area of this sheet as its source."""
    return element.get("sheet") == insertion.sheet


def _move_rows(root: etree._Element, insertion: Insertion) -> None:
    for row in root.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r"))
        if number >= insertion.at:
            row.set("r", str(insertion.row(number)))
            for cell in row:
                cell.set("r", insertion.area(cell.get("r"), grows=False))
    for line in root.iterfind("{*}rowBreaks/{*}brk"):
        line.set("id", str(insertion.row(int(line.get("id", "0")))))


def _move_drawings(root: etree._Element, insertion: Insertion) -> None:
    """Pictures and shapes; one that does not grow with its cells keeps its height."""
    for anchor in root.iter(*_ANCHORS):
        begins = anchor.find("{*}from/{*}row")
        ends = anchor.find("{*}to/{*}row")
        moves = begins is not None and int(begins.text) + 1 >= insertion.at
        if moves:
            begins.text = str(int(begins.text) + insertion.count)
        if ends is not None and (moves or (anchor.get("editAs", "twoCell") == "twoCell")):
            ends.text = str(insertion.row(int(ends.text) + 1) - 1)


def _move_notes(parts: Parts, part: str, insertion: Insertion) -> None:
    """The frames of notes; their part is no sound XML in many files."""

    def row(match: re.Match) -> str:
        return f"{match[1]}{insertion.row(int(match[2]) + 1) - 1}{match[3]}"

    def anchor(match: re.Match) -> str:
        numbers = [number.strip() for number in match[2].split(",")]
        for at in (2, 6):
            if at < len(numbers):
                numbers[at] = str(insertion.row(int(numbers[at]) + 1) - 1)
        return f"{match[1]}{', '.join(numbers)}{match[3]}"

    text = parts.members[part].content().decode("utf-8", "surrogateescape")
    text = _NOTE_ANCHOR.sub(anchor, _NOTE_ROW.sub(row, text))
    parts.put(part, text.encode("utf-8", "surrogateescape"))
