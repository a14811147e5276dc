"""The people of one sheet, row by row, with what other sheets of the workbook say of each."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from generator.finding import Finding
from generator.loading.entry import Entry, Surroundings, Tell
from generator.loading.tables.cell_map import CellMap, Spot
from generator.loading.tables.cells import is_blank, shown
from generator.loading.tables.extras import Extras, Key, key_of
from generator.loading.tables.headings import ID, NAME, SERIAL
from generator.loading.tables.lines import Line, Lines
from generator.loading.tables.merged import Fills
from generator.loading.tables.plan import Draft, Plan
from generator.loading.tables.workbook import Sheet

_APPLICATION = "申报"
_SHOWN = 20  # characters of a line that is told


class People:
    """Reads one list sheet; `around` is what the sheet says of everybody on it."""

    def __init__(self, sheet: Sheet, plan: Plan, file: str, around: Surroundings, tell: Tell):
        self._sheet, self._plan, self._file, self._around, self._tell = sheet, plan, file, around, tell
        self._name, self._number, self._serial = (
            column.index if (column := plan.header.column(names)) else None for names in (NAME, ID, SERIAL.names)
        )
        headed = {column.index for column in plan.header.columns}
        self._unheaded = tuple(index for index in range(plan.width) if index not in headed)
        self._headings = frozenset(("".join(plan.header.column(NAME).heading.rpartition("—")[2].split()), *NAME))
        self._told: set[int | Line] = set()

    def named(self) -> Iterator[Key]:
        """Each person's name and ID number, as the rows of other sheets are compared with them."""
        for _, cells, goes_on in self._rows():
            if not goes_on:
                yield key_of(*self._who(cells))

    def entries(self, extras: Extras | None = None) -> Iterator[Entry]:
        """The people, from top to bottom. What is read of nobody is told."""
        draft, first, who = Draft(), 0, ("", "")
        for number, cells, goes_on in self._rows(self._note):
            if goes_on:
                self._go_on(draft, cells, number + 1)
                continue
            if first:
                yield self._entry(draft, first, who, extras)
            draft, first, who = self._plan.read(cells, number + 1), number + 1, self._who(cells)
            if self._unheaded or len(cells) > self._plan.width:
                self._look_beyond(draft, cells, number + 1)
        if first:
            yield self._entry(draft, first, who, extras)

    def _rows(
        self, note: Callable[[Line, int, Sequence[Any]], None] | None = None
    ) -> Iterator[tuple[int, list[Any], bool]]:
        """The rows that are people's, each with its number (from 0) and whether it goes on with the person above."""
        plan, read = self._plan, False
        below = plan.header.bottom + 1
        lines = Lines(self._name, self._number, self._serial, self._headings)
        fills = Fills(self._sheet.merges, below)
        for number, cells in self._sheet.rows(below):
            if len(cells) < plan.width:
                cells += [""] * (plan.width - len(cells))
            if fills:
                fills.advance(number, cells)
                if read and fills.goes_on(number, self._name):
                    yield number, cells, True  # what is merged has been read already
                    continue
                fills.fill(cells)
            kind = lines.kind(cells)
            if kind is Line.PERSON:
                yield number, cells, False
                read = True
            elif note:
                note(kind, number + 1, cells)

    def _entry(self, draft: Draft, row: int, who: tuple[Any, Any], extras: Extras | None) -> Entry:
        elsewhere = extras.add(*who, draft) if extras else {}
        draft.data.setdefault(_APPLICATION, {})  # so that each field of it that is missing is named
        own = Spot(self._sheet.name, row, self._plan.headings)
        source = CellMap(self._file, draft.data, own, draft.spots, elsewhere)
        return Entry(draft.data, source, draft.findings, around=self._around)

    def _go_on(self, draft: Draft, cells: Sequence[Any], row: int) -> None:
        """One person's further row: more items of lists; all else must be as in the first row."""
        further = self._plan.read(cells, row)
        draft.findings += further.findings
        for field, value in further.data.items():
            if field in further.spots:
                draft.data[field] = [*draft.data.get(field, ()), *value]
                draft.spots[field] = [*draft.spots.get(field, ()), *further.spots[field]]
            elif draft.data.setdefault(field, value) != value:
                message = f"同一个人的几行里，“{field}”写得不一样"
                place = self._plan.place(row, self._plan.headings.get((field,)))
                draft.findings.append(Finding("list", "error", message, field, "请核对，写成一样的", place=place))

    def _look_beyond(self, draft: Draft, cells: Sequence[Any], row: int) -> None:
        """Cells that no heading stands above."""
        plan = self._plan
        if self._sheet.is_text and not all(map(is_blank, cells[plan.width :])):
            message = f"这一行有{len(cells)}格，表头只有{plan.width}格"
            remedy = "内容里有逗号等分隔符的，请用英文双引号把那一格括起来，或把名单另存为 .xlsx"
            draft.findings.append(Finding("list", "error", message, remedy=remedy, place=plan.place(row)))
            return
        beyond = [*self._unheaded, *range(plan.width, len(cells))]
        for index in beyond:
            if index not in self._told and not is_blank(cells[index]):
                self._told.add(index)
                message = f"{plan.letter(index)}没有表头，这一列的内容没有用到"
                self._tell(Finding("list", "hint", message, None, "要用的，请写上表头", place=plan.place(row)))

    def _note(self, kind: Line, row: int, cells: Sequence[Any]) -> None:
        if kind is Line.UNREAD:
            text = next(shown(cell) for cell in cells if not is_blank(cell))
            message = f"这一行没有姓名，没有读入：“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"
            self._tell(Finding("list", "hint", message, place=self._plan.place(row)))
        elif kind is Line.EXAMPLE and kind not in self._told:
            self._told.add(kind)
            self._tell(Finding("list", "hint", "标有“示例”的行没有读入", place=self._plan.place(row)))

    def _who(self, cells: Sequence[Any]) -> tuple[Any, Any]:
        return cells[self._name], "" if self._number is None else cells[self._number]
