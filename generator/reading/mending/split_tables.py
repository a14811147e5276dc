"""Tables that a converter or a page took apart: rows of tabs in a text file, halves on two pages of a PDF."""

from generator.reading.mending.layout import Line
from generator.reading.parts import Cell, Paragraph, Table

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


def whole_tables(items: list[Paragraph | Table]) -> tuple[list[Paragraph | Table], int]:
    """A table that goes on at the head of the next page made one, its repeated heading row dropped; and how many."""
    found: list[Paragraph | Table] = []
    page, joined = None, 0
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Table) and isinstance(last, Table) and _goes_on(last, item, page):
            repeats = _repeated_rows(last, item)
            found[-1] = Table((*last.rows, *item.rows[repeats:]), last.page, last.landscape)
            joined += 1
        else:
            found.append(item)
        page = item.page
    return found, joined


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
