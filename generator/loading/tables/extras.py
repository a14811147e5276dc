"""What other sheets of a workbook say of people on the list: rows keyed by name and ID number.

A sheet named after a list (学历学位, 论文著作 …) holds one item a row; one named after a group (公示 …), or 补充情况,
holds more fields of each person.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.finding import Finding, Place
from generator.loading.entry import Tell
from generator.loading.tables.cell_map import Spot
from generator.loading.tables.cells import CellFault, is_blank, read_id, shown
from generator.loading.tables.fields import groups
from generator.loading.tables.headings import DEGREE_LIST, ID, NAME, SERIAL, fold
from generator.loading.tables.lines import Line, Lines
from generator.loading.tables.merged import Fills
from generator.loading.tables.plan import Draft, Plan, is_within
from generator.loading.tables.workbook import Sheet

Key = tuple[str, str]
"""A person's name and ID number, without what is typed differently."""


class Row(NamedTuple):
    """One row of another sheet: what it holds, and where it stands."""

    draft: Draft
    spot: Spot


def key_of(name: Any, number: Any) -> Key:
    """The key of a person as written in a row."""
    try:
        identity = "" if is_blank(number) else read_id(number) or ""
    except CellFault:
        identity = ""
    return ("" if is_blank(name) else fold(shown(name))), identity


class Extras:
    """The rows of the other sheets by the person they belong to, and the faults of those that belong to nobody."""

    def __init__(self, people: Iterable[Key], file: str, tell: Tell):
        self._file, self._tell = file, tell
        self._by_name: dict[str, list[str]] = {}
        self._by_number: dict[str, set[str]] = {}
        for name, number in people:
            self._by_name.setdefault(name, []).append(number)
            if number:
                self._by_number.setdefault(number, set()).add(name)
        self._rows: dict[Key, list[Row]] = {}
        self._faults: dict[Key, list[Finding]] = {}

    def read(self, sheet: Sheet, plan: Plan) -> None:
        """Takes in the rows of a sheet. Those that match nobody on the list are told."""
        columns = [plan.header.column(names) for names in (NAME, ID)]
        name, number = (column.index if column else None for column in columns)
        serial = plan.header.column(SERIAL.names)
        lines = Lines(name if name is not None else number, number, serial.index if serial else None, frozenset())
        fills = Fills(sheet.merges, plan.header.bottom + 1)
        for at, cells in sheet.rows(plan.header.bottom + 1):
            cells += [""] * (plan.width - len(cells))
            fills.advance(at, cells)
            fills.fill(cells)
            if lines.kind(cells) in (Line.NOTHING, Line.EXAMPLE):
                continue
            written = tuple("" if index is None else cells[index] for index in (name, number))
            draft = plan.read(cells, at + 1)
            for names in (NAME, ID):
                draft.data.pop(names[0], None)
            found = self._find(*written)
            if isinstance(found, str):
                self._blame(written, found, plan.place(at + 1, next(filter(None, columns)).heading))
            else:
                self._rows.setdefault(found, []).append(Row(draft, Spot(sheet.name, at + 1, plan.headings)))

    def add(self, name: Any, number: Any, draft: Draft) -> dict[tuple[str, ...], Spot]:
        """Adds to a person's draft what the other sheets say; gives the places of single fields and groups."""
        key = key_of(name, number)
        draft.findings += self._faults.get(key, ())
        elsewhere: dict[tuple[str, ...], Spot] = {}
        items: dict[str, list[tuple[Any, Spot]]] = {}
        for row in self._rows.get(key, ()):
            draft.findings += row.draft.findings
            for field, value in row.draft.data.items():
                if isinstance(value, list) and field in groups():
                    items.setdefault(field, []).extend(zip(value, row.draft.spots[field], strict=True))
                elif draft.data.setdefault(field, value) is value:
                    elsewhere[field,] = row.spot
                elif draft.data[field] != value:
                    draft.findings.append(self._contradiction(field, row.spot))
        for field, found in items.items():
            _extend(draft, field, found)
        return elsewhere

    def _find(self, name: Any, number: Any) -> Key | str:
        """The person of a row, or why there is none."""
        written, identity = key_of(name, number)
        numbers = self._by_name.get(written, [])
        if identity and identity in numbers:
            return written, identity
        names = self._by_number.get(identity, set())
        if not written and len(names) == 1:
            return next(iter(names)), identity
        if not (written or identity):
            return "没有写姓名和身份证号"
        if not written or not numbers:
            return "名单上这个身份证号是另一个姓名" if names else "名单上没有这个人"
        if identity and any(numbers):
            return "身份证号与名单上这个人的不同"
        if len(set(numbers)) > 1 or numbers.count("") > 1:
            return "名单上不止一人叫这个名字，请填写身份证号"
        return written, numbers[0]

    def _blame(self, written: tuple[Any, Any], message: str, place: Place) -> None:
        """A row that is almost somebody's stops that person's documents, which would lack it; another row is told."""
        name, identity = key_of(*written)
        remedy = "请与名单核对姓名和身份证号"
        who = shown(written[0]) or shown(written[1])
        said = f"“{who}”这一行用不上：{message}" if who else f"这一行用不上：{message}"
        finding = Finding("list", "error", said, None, remedy, place=place)
        likely = [(name, number) for number in dict.fromkeys(self._by_name.get(name, ()))]
        likely += [(other, identity) for other in self._by_number.get(identity, ())] if identity else []
        for key in likely:
            self._faults.setdefault(key, []).append(finding)
        if not likely:
            self._tell(finding)

    def _contradiction(self, field: str, spot: Spot) -> Finding:
        place = Place(self._file, sheet=spot.sheet, row=spot.row, heading=spot.headings.get((field,)))
        return Finding("list", "error", f"“{field}”与名单上写的不同", field, "请核对，只留正确的一处", place=place)


def _extend(draft: Draft, field: str, items: list[tuple[Any, Spot]]) -> None:
    """Adds items; of degrees, one that the list's own row gives in part makes way for it."""
    held = list(zip(draft.data.get(field, ()), draft.spots.get(field, ()), strict=True))
    if field == DEGREE_LIST:
        held = [(value, spot) for value, spot in held if not any(is_within(value, item) for item, _ in items)]
    draft.data[field] = [value for value, _ in (*held, *items)]
    draft.spots[field] = [spot for _, spot in (*held, *items)]
