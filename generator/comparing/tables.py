"""Two tables of an office's own, cell by cell: each change told by the words of its row and column."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.comparing.change import Change
from generator.comparing.matching import Matched, is_alike, match
from generator.comparing.words import plain, same_words
from generator.model.official import OwnTable

Show = Callable[[str], str]

_SERIAL = "序号"


@dataclass(frozen=True)
class Grid:
    """A table with its cells in full: one that spans several stands, with its words, in each of them."""

    heading_rows: int
    raw: list[list[str]]
    shown: list[list[str]]

    @classmethod
    def of(cls, table: OwnTable, show: Show) -> "Grid":
        """The table; `show` prints a cell's words."""
        places: dict[tuple[int, int], str] = {}
        for row, cells in enumerate(table.rows):
            column = 0
            for cell in cells:
                while (row, column) in places:
                    column += 1
                for down in range(cell.rows):
                    places |= {(row + down, column + right): str(cell.text) for right in range(cell.columns)}
        width = max((column for _, column in places), default=-1) + 1
        raw = [[places.get((row, column), "") for column in range(width)] for row in range(len(table.rows))]
        shown = {text: show(text) for text in set(places.values()) | {""}}
        return cls(table.heading_rows, raw, [[shown[text] for text in row] for row in raw])

    @property
    def columns(self) -> list[str]:
        """What each column is called: the words of its heading rows, from top to bottom."""
        headings = self.shown[: self.heading_rows]
        width = len(self.raw[0]) if self.raw else 0
        return ["、".join(dict.fromkeys(row[at] for row in headings if row[at].strip())) for at in range(width)]

    @property
    def body(self) -> range:
        """The rows below the headings."""
        return range(min(self.heading_rows, len(self.raw)), len(self.raw))

    def row_name(self, row: int) -> str:
        """What a row is called: its words below the first heading; where these are but a number, its next words."""
        columns, words = self.columns, [text.strip() for text in self.shown[row]]
        first = [text for text, column in zip(words, columns, strict=True) if column and column == columns[0]]
        name = "、".join(dict.fromkeys(text for text in first if text))
        if name and not name.isdigit():
            return name
        return next((text for text in words if text and not text.isdigit()), "")


def table_changes(name: str, section: str, tables: tuple[OwnTable, OwnTable], shows: tuple[Show, Show]) -> list[Change]:
    """What differs between two tables. Cells that differ in nothing but what their tags print count as the same."""
    old, new = (Grid.of(table, show) for table, show in zip(tables, shows, strict=True))
    return list(_changes(f"表“{name}”", section, old, new))


def _changes(title: str, section: str, old: Grid, new: Grid) -> Iterator[Change]:
    columns = _columns(old, new)
    yield from (Change(section, f"{title}栏目", old.columns[at], "") for at in columns.gone if old.columns[at])
    yield from (Change(section, f"{title}栏目", "", new.columns[at]) for at in columns.added if new.columns[at])
    for at, to in columns.pairs:
        if not same_words(old.columns[at], new.columns[to]):
            yield Change(section, f"{title}栏目", old.columns[at], new.columns[to])
    turns = list(_rows(old, new))
    yield from (Change(section, f"{title}的一行", *lines) for lines in _one_sided(old, new, turns))
    for first, second in turns:
        if first is None or second is None:
            continue
        for at, to in columns.pairs:
            before, after = old.shown[first][at], new.shown[second][to]
            numbered = _SERIAL in new.columns[to] and before.strip().isdigit() and after.strip().isdigit()
            if old.raw[first][at] != new.raw[second][to] and not (numbered or same_words(before, after)):
                yield Change(section, _place(title, new, second, to), before, after)


def _columns(old: Grid, new: Grid) -> Matched:
    """Which column became which: by heading; where as many are left on both sides, by place."""
    found = match([plain(name) for name in old.columns], [plain(name) for name in new.columns])
    if len(found.gone) == len(found.added):
        return Matched(sorted([*found.pairs, *zip(found.gone, found.added, strict=True)], key=lambda p: p[1]), [], [])
    return found


def _rows(old: Grid, new: Grid) -> Iterator[tuple[int | None, int | None]]:
    """Which row became which: by what they are called; between these, as many on both sides, if they are alike."""
    names = [[plain(grid.row_name(row)) for row in grid.body] for grid in (old, new)]
    for operation, first, last, start, end in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        pairs = list(zip(old.body[first:last], new.body[start:end], strict=False))
        if operation == "equal" or last - first == end - start and all(_are_one(old, new, *pair) for pair in pairs):
            yield from pairs
        else:
            yield from ((row, None) for row in old.body[first:last])
            yield from ((None, row) for row in new.body[start:end])


def _one_sided(old: Grid, new: Grid, turns: list[tuple[int | None, int | None]]) -> Iterator[tuple[str, str]]:
    """The rows that came and went, in words; of rows to fill in only as many as there are more or fewer."""
    blank = [
        [row for row in rows if row is not None and not grid.row_name(row)]
        for grid, rows in (
            (old, [first for first, second in turns if second is None]),
            (new, [second for first, second in turns if first is None]),
        )
    ]
    both = min(map(len, blank))
    untold = set(blank[0][:both]), set(blank[1][:both])
    for first, second in turns:
        if second is None and first not in untold[0] or first is None and second not in untold[1]:
            yield _line(old, first), _line(new, second)


def _are_one(old: Grid, new: Grid, first: int, second: int) -> bool:
    """Whether two rows of different names are one row that was changed."""
    cells = list(zip(old.shown[first], new.shown[second], strict=False))
    same = sum(same_words(*pair) for pair in cells)
    return 2 * same >= len(cells) or is_alike(old.row_name(first), new.row_name(second))


def _line(grid: Grid, row: int | None) -> str:
    """A whole row in one line, each of its words with its column."""
    if row is None:
        return ""
    name = grid.row_name(row)
    cells = [
        f"{column}{text}" for column, text in zip(grid.columns, grid.shown[row], strict=True) if text not in ("", name)
    ]
    return f"{name}（{'；'.join(cells)}）" if name and cells else name or "；".join(cells) or "空行"


def _place(title: str, grid: Grid, row: int, column: int) -> str:
    name = grid.row_name(row)
    number = f"第{row - grid.body.start + 1}行"
    where = name if name and name != grid.shown[row][column] else number
    return f"{title}{where}{f'、{grid.columns[column]}' if grid.columns[column] else f'第{column + 1}格'}"
