"""Tables of an official document's own: quotas and names that somebody has to go through cell by cell."""

import re
from collections.abc import Iterator

from generator.loading.source_map import Path
from generator.model.base import Model
from generator.model.official import OwnTable
from generator.rolling.changes import CHECK, Change
from generator.rolling.fields import field_at
from generator.rolling.layout import Layout, Spot

_ROWS, _HEADING_ROWS = "行", "表头行数"
_TAG = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_REASON = "表内的文字和数是上一年度的，要逐格核对"


def table_changes(layout: Layout, model: type[Model]) -> Iterator[Change]:
    """One entry for each table that holds more than headings, tags and cells to fill in; it is marked at its name."""
    headings = {spot.path[:-1]: int(spot.value) for spot in layout.scalars if spot.path[-1] == _HEADING_ROWS}
    seen: set[Path] = set()
    for spot in layout.scalars:
        if _ROWS not in spot.path or not field_at(model, spot.path).inside(OwnTable):
            continue
        place = spot.path.index(_ROWS)
        table = spot.path[:place]
        if table not in seen and _says_something(spot, place, headings.get(table, 1)):
            seen.add(table)
            key = layout.keys[table]
            yield Change(table, key.line, key.column, "（表）", None, _REASON, f"{CHECK}{_REASON}", key)


def _says_something(cell: Spot, place: int, heading_rows: int) -> bool:
    row, column, *rest = cell.path[place + 1 :]
    text = _TAG.sub("", cell.value).strip()
    is_text = not rest or rest == ["文字"]
    return is_text and row >= heading_rows and column > 0 and text != "" and not text.endswith(("：", ":"))
