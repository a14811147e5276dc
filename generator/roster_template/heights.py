"""How high a row must be for its texts: a row of fixed height would cut long names off."""

from math import ceil, inf

from lxml import etree

from generator.roster_template.sheet_rows import NewCell
from generator.roster_template.styles import Styles
from generator.text import cell_width

_USUAL_WIDTH = 8.43  # characters of a column for which nothing is said
_ROOM_BESIDE = 1  # characters that the edges of a cell take
_LINE = 1.4  # of the type size
_MOST = 409  # points that Excel allows


class Heights:
    """Knows the widths of a sheet's columns, in characters of its usual type, half as wide as a Chinese one."""

    def __init__(self, root: etree._Element, styles: Styles):
        self._styles = styles
        settings = root.find("{*}sheetFormatPr")
        usual = None if settings is None else settings.get("defaultColWidth")
        self._rooms: dict[tuple[int, int], tuple[float, float]] = {}
        self._usual = float(usual or _USUAL_WIDTH)
        self._columns = [
            (int(one.get("min")) - 1, int(one.get("max")), float(one.get("width", self._usual)))
            for one in root.iterfind("{*}cols/{*}col")
        ]

    def needed(self, height: float, cells: list[NewCell]) -> float:
        """The height in points of a row that holds these cells and is `height` high as it stands."""
        needed = (self._needed(cell) for cell in cells if isinstance(cell.value, str))
        return min(_MOST, max((height, *needed)))

    def _needed(self, cell: NewCell) -> float:
        key = cell.look, cell.column
        if key not in self._rooms:
            self._rooms[key] = self._room(*key)
        room, line = self._rooms[key]
        return ceil(sum(max(1, ceil(2 * cell_width(text) / room)) for text in cell.value.split("\n")) * line)

    def _room(self, look: int, column: int) -> tuple[float, float]:
        """How many characters a line of the cell takes, and how high it is."""
        if not self._styles.wraps(look):
            return inf, 0
        size = self._styles.type_size(look)
        width = next((width for first, end, width in self._columns if first <= column < end), self._usual)
        return max(1.0, (width - _ROOM_BESIDE) * self._styles.usual_size / size), size * _LINE
