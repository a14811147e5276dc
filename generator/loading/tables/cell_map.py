"""Where each value of one applicant stands in a table: sheet, row and heading, worked out when somebody asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.finding import Place
from generator.loading.manners import CELLS, FORM, Manner
from generator.loading.source_map import Path, field_path
from generator.loading.tables.fields import Names
from generator.loading.tables.headings import label


class Spot(NamedTuple):
    """One row, or one row's part, of a sheet, with the headings of its cells by the names they stand for."""

    sheet: str | None
    row: int
    headings: Mapping[Names, str]


@dataclass
class CellMap:
    """The cells of one applicant: those of the list's own row, and those of the items of each list."""

    file: str
    data: dict[str, Any]
    own: Spot
    items: dict[str, list[Spot]] = field(default_factory=dict)
    elsewhere: dict[Names, Spot] = field(default_factory=dict)
    """The groups and fields that stand in another row or on another sheet."""
    manner: Manner = CELLS

    def place(self, path: Path | str) -> Place:
        """The cell of the value at `path`; of what has none, the row where it belongs."""
        if isinstance(path, str):
            path = field_path(path) if path else ()
        spot = self._spot(path)
        names = tuple(step for step in path if isinstance(step, str))
        heading = next((spot.headings[names[:end]] for end in range(len(names), 0, -1) if names[:end] in spot.headings), None)
        return Place(self.file, sheet=spot.sheet, row=spot.row, heading=heading)

    def key_place(self, path: Path) -> Place:
        """The same: a heading has no place of its own."""
        return self.place(path)

    def trace(self, steps: Sequence[str | int]) -> Path:
        """`steps` without those that are not in the data: names of union branches."""
        path: Path = ()
        value: Any = self.data
        for step in steps:
            if isinstance(value, dict) and step in value:
                value = value[step]
            elif isinstance(value, list | tuple) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                continue
            path = (*path, step)
        return path

    def has_key(self, path: Path) -> bool:
        """Whether the row has a cell for the value at `path`."""
        names = tuple(step for step in path if isinstance(step, str))
        headings = self._spot(path).headings
        return names in headings or len(names) == 1 and any(names[0] == held[0] for held in headings if held)

    def label(self, path: Path) -> str:
        """The heading to write for the field at `path`."""
        return label(tuple(step for step in path if isinstance(step, str)))

    def _spot(self, path: Path) -> Spot:
        if path and path[0] in self.items:
            spots = self.items[path[0]]
            number = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
            if number < len(spots):
                return spots[number]
        names = tuple(step for step in path if isinstance(step, str))
        ends = range(len(names), 0, -1)
        return next((self.elsewhere[names[:end]] for end in ends if names[:end] in self.elsewhere), self.own)


class FormMap(CellMap):
    """The same of one applicant's own sheet, where labels stand beside the cells."""

    manner = FORM
