"""How the rows of one sheet become an applicant's data: worked out once from the headings, then followed row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.finding import Finding, Place
from generator.loading.entry import Tell
from generator.loading.tables.cell_map import Spot
from generator.loading.tables.cells import CellFault, Reader, read_span, reader_of
from generator.loading.tables.fields import Leaf, Names, groups, leaves
from generator.loading.tables.header import Column, Header
from generator.loading.tables.headings import DEGREE_LIST, fold
from generator.loading.tables.workbook import Sheet
from generator.loading.tables.xlsx_parts import column_letters

_FORM_OF_STUDY = "学习形式"
_SPAN = ("起", "止")


@dataclass
class Draft:
    """What has been read of one applicant, or of one item of a list: the data, the places of items, the faults."""

    data: dict[str, Any] = field(default_factory=dict)
    spots: dict[str, list[Spot]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


Step = tuple[int, Reader, str, str]
"""A column's number in the row, how its cells are read, the key they fill, and its heading."""


@dataclass(frozen=True)
class Part:
    """The columns of one item of a list, of one record, or (`group` empty) of the applicant's own fields."""

    group: str
    fixed: Mapping[str, str]
    steps: tuple[Step, ...]
    spans: tuple[Step, ...]
    mappings: tuple[tuple[str, Step], ...]
    headings: Mapping[Names, str]

    @property
    def is_item(self) -> bool:
        """Whether the columns are of an item of a list."""
        return bool(self.group) and groups()[self.group].is_list


class Plan:
    """Follows the headings of one sheet. `faults` are what is wrong with the headings themselves."""

    def __init__(self, sheet: Sheet, header: Header, file: str, tell: Tell, known: Mapping[Names, Leaf] | None = None):
        self.header, self._sheet, self._file, self._tell = header, sheet, file, tell
        self._known = leaves() if known is None else known
        columns = [column for column in header.columns if column.target and column.target.names]
        self.faults = tuple(self._repeated(columns))
        self.headings = {column.target.names: column.heading for column in columns}
        self.width = 1 + max(column.index for column in header.columns)
        parts: dict[tuple[str, int | str], list[Column]] = {}
        for column in columns:
            group = self._group(column.target.names)
            parts.setdefault((group, column.target.item if group else 0), []).append(column)
        ordered = [self._part(group, parts[group, item]) for group, item in sorted(parts, key=_in_order)]
        self._records = [part for part in ordered if not part.is_item]
        self._items = [part for part in ordered if part.is_item]

    def read(self, cells: Sequence[Any], row: int) -> Draft:
        """What the row numbered `row` (from 1) holds; it is as wide as the plan."""
        draft = Draft()
        for part in self._records:
            values = self._part_values(part, cells, row, draft)
            if not part.group:
                draft.data |= values
            elif values:
                draft.data[part.group] = values
        self.add_items(draft, cells, row)
        return draft

    def add_items(self, draft: Draft, cells: Sequence[Any], row: int) -> None:
        """Adds the items of lists that the row holds."""
        for part in self._items:
            values = self._part_values(part, cells, row, draft)
            held = draft.data.get(part.group, ())
            if values and not (part.group == DEGREE_LIST and any(is_within(values, other) for other in held)):
                draft.data.setdefault(part.group, []).append({**part.fixed, **values})
                draft.spots.setdefault(part.group, []).append(Spot(self._sheet.name, row, part.headings))

    def place(self, row: int, heading: str | None = None) -> Place:
        """A cell of the sheet, or a whole row (from 1)."""
        return Place(self._file, sheet=self._sheet.name, row=row, heading=heading)

    def letter(self, index: int) -> str:
        """How people call a column: C列, or in a text file 第3列."""
        if self._sheet.name is None:
            return f"第{index + 1}列"
        return f"{column_letters(index + self._sheet.first_column)}列"

    def _part_values(self, part: Part, cells: Sequence[Any], row: int, draft: Draft) -> dict[str, Any]:
        values = self._values(part.group, part.steps, cells, row, draft)
        for step in part.spans:
            if span := self._values(part.group, (step,), cells, row, draft):
                values |= zip(_SPAN, span[step[2]], strict=True)
        for name, step in part.mappings:
            if pair := self._values(part.group, (step,), cells, row, draft):
                values.setdefault(name, {}).update(pair)
        return values

    def _values(
        self, group: str, steps: Sequence[Step], cells: Sequence[Any], row: int, draft: Draft
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for index, read, key, heading in steps:
            cell = cells[index]
            if cell == "":
                continue
            try:
                value = read(cell)
            except CellFault as fault:
                value = fault.value
                level = "error" if value is None else "warning"
                field_name = f"{group}.{key}" if group else key
                place = self.place(row, heading)
                finding = Finding("cell", level, fault.message, field_name, fault.remedy, place=place)
                (draft.findings.append if value is None else self._tell)(finding)
            if value is not None:
                values[key] = value
        return values

    def _part(self, group: str, columns: Sequence[Column]) -> Part:
        steps, spans, mappings = [], [], []
        for column in columns:
            target = column.target
            if target.is_span:
                spans.append((column.index, read_span, target.names[-1], column.heading))
                continue
            leaf = self._known.get(target.names)
            read = reader_of(leaf or self._known[target.names[:-1]], exported=self._sheet.is_text)
            step = (column.index, read, target.names[-1], column.heading)
            if leaf:
                steps.append(step)
            else:
                mappings.append((target.names[-2], step))
        fixed = dict(columns[0].target.fixed)
        headings = {(group, name): column.heading for column in columns for name, _ in column.target.fixed}
        headings |= {column.target.names: column.heading for column in columns if not column.target.is_span}
        headings |= {(group, end): step[3] for step in spans for end in _SPAN}
        return Part(group, fixed, tuple(steps), tuple(spans), tuple(mappings), headings)

    def _group(self, names: Names) -> str:
        """The group that the field belongs to; none for the applicant's own fields."""
        return names[0] if self._known is leaves() and names[0] in groups() else ""

    def _repeated(self, columns: Sequence[Column]) -> Iterator[Finding]:
        first: dict[tuple[Names, int | str], Column] = {}
        for column in columns:
            target = column.target
            for names in [(*target.names, end) for end in _SPAN] if target.is_span else [target.names]:
                other = first.setdefault((names, target.item), column)
                if other is not column:
                    yield self._twice(other, column)
                    break

    def _twice(self, first: Column, second: Column) -> Finding:
        where = f"{self.letter(first.index)}和{self.letter(second.index)}"
        if fold(first.heading) == fold(second.heading):
            message = f"表头里有两个“{first.heading}”（{where}）"
        else:
            message = f"“{first.heading}”和“{second.heading}”（{where}）是同一项"
        remedy = "请只留一列；同一项有几个的（如两个学历），请编上号，写成“学历1”“学历2”"
        return Finding(
            "heading", "error", message, remedy=remedy, place=self.place(self.header.bottom + 1, second.heading)
        )


def _in_order(part: tuple[str, int | str]) -> tuple[int, bool, Any]:
    """Groups in the order of the model, their items by number or year."""
    group, item = part
    return list(groups()).index(group) if group else -1, isinstance(item, str), item


def is_within(values: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a degree says nothing that another does not say: first and last degree may be one."""
    return all(other.get(key) == value for key, value in values.items() if key != _FORM_OF_STUDY)
