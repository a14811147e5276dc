"""Tables that a converter or a page took apart: rows of tabs in a text file, halves on two pages of a PDF."""

from generator.reading.mending.debris import Placed
from generator.reading.mending.layout import Line
from generator.reading.mending.lines import has_clauses, has_columns
from generator.reading.parts import Cell, LeftOut, Paragraph, Table, whole

REPEATED_ROWS = "跨页表格重复的表头"
_FEWEST_ROWS = 3  # lines that look like a table's by their spaces alone
_SHORT = 20  # characters of a row that has lost its tabs


def tab_tables(lines: list[Line | Table]) -> list[Line | Table]:
    """Rows parted by tabs, line upon line, as tables; single lines with tabs stay lines."""
    found: list[Line | Table] = []
    at = 0
    while at < len(lines):
        end = _end_of_rows(lines, at)
        rows = [line.item.text.split("\t") for line in lines[at:end] if isinstance(line, Line)]
        if len(rows) >= 2 and not _are_labels(rows):
            found.append(_table(rows, lines[at].item.page))
        else:
            end = max(end, at + 1)
            found += lines[at:end]
        at = end
    return found


def spaced_rows(lines: list[Line | Table]) -> list[tuple[str, int]]:
    """Where lines one upon another look like rows whose cells are set apart by spaces: the first, and how many.

    Which words of such lines belong to one cell nobody can say, so they stay lines.
    """
    found: list[list[str]] = [[]]
    for line in lines:
        if isinstance(line, Table) or has_clauses(line.item.text) or line.gap:
            found.append([])
        if isinstance(line, Line) and has_columns(line.item.text):
            found[-1].append(line.item.text)
    return [(rows[0], len(rows)) for rows in found if len(rows) >= _FEWEST_ROWS]


def _end_of_rows(lines: list[Line | Table], start: int) -> int:
    """Where the rows that begin here end; a short line between two rows is a row of one cell."""
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        if not isinstance(line, Line) or (index > start and line.gap):
            break
        if "\t" in line.item.text:
            end = index + 1
        elif index == start or index > end or len(line.item.text) > _SHORT:
            break
    return end


def _are_labels(rows: list[list[str]]) -> bool:
    """Whether the tabs only set 联系人：…… and 电话：…… side by side."""
    cells = [cell for row in rows for cell in row if cell.strip()]
    return sum("：" in cell or ":" in cell for cell in cells) * 2 > len(cells)


def _table(rows: list[list[str]], page: int | None) -> Table:
    width = max(map(len, rows))
    table = []
    for row in rows:
        cells = [Cell(text.strip()) for text in row]
        if len(cells) < width:
            cells[-1] = Cell(cells[-1].text, columns=width - len(cells) + 1)
        table.append(tuple(cells))
    return Table(tuple(table), page=page)


def whole_tables(items: list[Paragraph | Table], placed: list[Placed]) -> tuple[list[Paragraph | Table], list[LeftOut]]:
    """A table that goes on at the head of the next page made one; and the heading rows repeated there.

    `placed` says where in the file each table stands.
    """
    places = {id(item): place for place, item in placed}
    found: list[Paragraph | Table] = []
    repeated: list[LeftOut] = []
    page = None
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Table) and isinstance(last, Table) and _goes_on(last, item, page):
            count = _repeated_rows(last, item)
            if count:
                repeated.append(whole(places[id(item)], Table(item.rows[:count]), REPEATED_ROWS))
            found[-1] = Table((*last.rows, *item.rows[count:]), last.page, last.landscape)
        else:
            found.append(item)
        page = item.page
    return found, repeated


def _goes_on(last: Table, table: Table, page: int | None) -> bool:
    return page is not None and table.page == page + 1 and _width(last) == _width(table)


def _width(table: Table) -> int:
    return sum(cell.columns for cell in table.rows[0])


def _repeated_rows(last: Table, table: Table) -> int:
    """How many rows at the head of the second table are the first one's heading again."""
    count = 0
    for first, second in zip(last.rows, table.rows, strict=False):
        if _texts(first) != _texts(second) or not any(text.strip() for text in _texts(first)):
            break
        count += 1
    return count


def _texts(row: tuple[Cell, ...]) -> list[str]:
    return [cell.text for cell in row]
