"""The people of one sheet, row by row, with what other sheets of the workbook say of each."""

from collections.abc import Iterator
from typing import Any

from generator.finding import Finding
from generator.loading.entry import Entry, Surroundings
from generator.loading.tables.cell_map import CellMap, Spot
from generator.loading.tables.cells import is_blank, shown
from generator.loading.tables.extras import Extras, Key, key_of
from generator.loading.tables.headings import ID, NAME, SERIAL
from generator.loading.tables.lines import Line, Lines
from generator.loading.tables.merged import Fills
from generator.loading.tables.plan import Draft, Plan, Tell
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
        self._unheaded = {index for index in range(plan.width) if index not in headed}
        self._told_example = False

    def keys(self) -> Iterator[Key]:
        """Each person's name and ID number, as the rows of other sheets are compared with them."""
        for number, cells in self._rows():
            if not self._fills.goes_on(number, self._name):
                yield self._key(cells)

    def entries(self, extras: Extras | None = None) -> Iterator[Entry]:
        """The people, from top to bottom. What is read of nobody is told."""
        draft, first, key = Draft(), 0, ("", "")
        for number, cells in self._rows(self._note):
            if first and self._fills.goes_on(number, self._name):
                self._go_on(draft, cells, number + 1)
                continue
            if first:
                yield self._entry(draft, first, key, extras)
            draft, first, key = self._plan.read(cells, number + 1), number + 1, self._key(cells)
            if len(cells) > self._plan.width or self._unheaded:
                self._look_beyond(draft, cells, number + 1)
        if first:
            yield self._entry(draft, first, key, extras)
