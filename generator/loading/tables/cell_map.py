"""Where each value of one applicant stands in a table: sheet, row and heading, worked out when somebody asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.finding import Place
from generator.loading.manners import CELLS, Manner
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
        heading = next((spot.headings[names] for names in _nearest(path) if names in spot.headings), None)
        return Place(self.file, sheet=spot.sheet, row=spot.row, heading=heading)

    def key_place(self, path: Path) -> Place:
        """The same: a heading has no place of its own."""
        return self.place(path)

    def trace(self, steps: Sequence[str | int]) -> Path:
        """`steps` without those that are not in the data: names of union branches."""
        path: Path = ()
        value: Any = self.data
        for step in steps:
            in_mapping = isinstance(value, dict) and step in value
            if in_mapping or isinstance(value, list | tuple) and isinstance(step, int) and step < len(value):
                value = value[step]
                path = (*path, step)
        return path

    def has_key(self, path: Path) -> bool:
        """Whether the row has a cell for the value at `path`."""
        return next(_nearest(path), ()) in self._spot(path).headings

    def label(self, path: Path) -> str:
        """The heading to write for the field at `path`."""
        return label(next(_nearest(path), ()))

    def _spot(self, path: Path) -> Spot:
        spots = self.items.get(path[0]) if path else None
        if spots:
            number = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
            return spots[min(number, len(spots) - 1)]
        return next((self.elsewhere[names] for names in _nearest(path) if names in self.elsewhere), self.own)


def _nearest(path: Path) -> Iterator[Names]:
    """The names of the path without its indexes, then those of what holds it, outwards."""
    names = tuple(step for step in path if isinstance(step, str))
    return (names[:end] for end in range(len(names), 0, -1))
