"""The roster on one sheet of a workbook: its empty rows, the looks of its cells, and the people put into them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from lxml import etree

from generator.errors import FindingsError, UsageError
from generator.finding import Finding, Place
from generator.loading.tables.header import Header
from generator.loading.tables.workbook import Merge, Sheet
from generator.loading.tables.xlsx_parts import column_letters
from generator.rendering.date_picture import parts_of, picture_of
from generator.roster_template.bed import find_bed, refuse_merged
from generator.roster_template.columns import RULE, Column, Columns
from generator.roster_template.heights import Heights
from generator.roster_template.moving import insert_rows, recalculated, write_out_shared
from generator.roster_template.parts import Parts
from generator.roster_template.references import Insertion, area_bounds, copied
from generator.roster_template.sheet_rows import NewCell, SheetRows, Value
from generator.roster_template.styles import Styles
from generator.text import parse_date

_WORKBOOK, _STYLES = "xl/workbook.xml", "xl/styles.xml"
_LONGEST = 32_767  # characters in a cell
_MOST_DIGITS = 15
_FIRST_DAY, _SOUND_FROM = date(1899, 12, 30), date(1900, 3, 1)  # Excel takes 1900 for a leap year
_BEFORE_1904 = 1462  # days that workbooks of old Macintoshes do not count


class _Pattern(NamedTuple):
    """A new row before it is anybody's: the number of the row it looks like, what that says of itself, its cells."""

    number: int
    attributes: dict[str, str]
    cells: tuple[NewCell, ...]


class SheetRoster:
    """Rows are counted from 0 as in `Bed` where nothing else is said; a row's number in the sheet is one more."""

    def __init__(self, parts: Parts, part: str, sheet: Sheet, header: Header, columns: Columns, place: Place):
        self._parts, self._part, self._header, self._place = parts, part, header, place
        self._left = sheet.first_column
        self._unknown = columns.unknown
        self._columns = {column.index + self._left: column for column in columns.filled}
        self._span = range(self._left + header.columns[0].index, self._left + header.columns[-1].index + 1)
        self._styles = Styles(_styles(parts, place))
        self._root = parts.edited(part)
        self._rows = SheetRows(self._root)
        self._heights = Heights(self._root, self._styles)
        self._values = dict(sheet.rows(header.bottom + 1))
        last = max(self._rows.last - 1, header.bottom, *self._values)
        # The row below the last may be the first empty one.
        self._bed = find_bed(header, self._written, last + 2, self._is_framed, place)
        # Rows without lines below a heading that has some were never laid out: they take after the heading.
        pattern = self._bed.pattern
        self._as_heading = self._is_framed(header.bottom) and (pattern is None or not self._is_framed(pattern))
        for at, column in self._columns.items():
            column.picture = self._picture(at, column)

    def fill(self, people: Sequence[Sequence[str]]) -> None:
        """Puts the people in, one a row, each with the texts of the columns. Raises FindingsError."""
        headings = {at: column.heading for at, column in self._columns.items()}
        refuse_merged(self._bed, headings, self._merged_areas(), self._place)
        write_out_shared(self._root)
        insertion = self._insert(max(0, len(people) - self._bed.count))
        pattern = self._pattern(insertion)
        for cell in pattern.cells:
            if cell.formula:
                self._unknown.pop(cell.column - self._left, None)
        for at, texts in enumerate(people):
            row = self._bed.first + at
            original = self._bed.original(row, insertion.count)
            if original is None or self._bed.is_replaced(original):
                self._write(row, pattern, texts)
            else:
                self._fill(row, texts, is_sample=original in self._bed.samples)
        for row in self._bed.left_samples(len(people)):
            self._fill(row, [""] * len(self._columns), is_sample=True)
        recalculated(self._parts, self._part)
        self._parts.put(self._part, self._rows.content())

    def _written(self, row: int) -> list[Any]:
        """What is written in the cells of a row; results of formulas are not."""
        cells = list(self._values.get(row, ()))
        for at, cell in self._rows.cells(row + 1).items():
            if cell.find("{*}f") is not None and 0 <= at - self._left < len(cells):
                cells[at - self._left] = ""
        return cells

    def _is_framed(self, row: int) -> bool:
        return any(self._styles.is_framed(self._rows.look(row + 1, column)) for column in self._span)

    def _look(self, row: int, at: int) -> int:
        """The look of a cell that is filled, in the row of the template that it is taken from."""
        look = self._rows.look(row + 1, at)
        if self._as_heading and at in self._span:
            look = self._styles.below_heading(self._heading_look(at))
        column = self._columns.get(at)
        return self._styles.as_text(look) if column and column.must_be_text else look

    def _heading_look(self, at: int) -> int:
        """The look of a heading; of merged cells the first has it."""
        bottom = self._header.bottom
        for top, left, lowest, right in self._merged_areas():
            if top <= bottom <= lowest and left <= at <= right:
                return self._rows.look(top + 1, left)
        return self._rows.look(bottom + 1, at)

    def _picture(self, at: int, column: Column) -> str | None:
        """The form of a column's dates: the sample's, that of the cell, or the one that the heading states."""
        if not column.is_date:
            return None
        for row in self._bed.samples:
            cells = self._values[row]
            sample = cells[column.index] if column.index < len(cells) else ""
            if isinstance(sample, str) and (picture := picture_of(sample)):
                return picture
        rows = [row for row in (*self._bed.samples, self._bed.pattern) if row is not None]
        formats = [self._styles.number_format(self._rows.look(row + 1, at)) for row in rows]
        return next((one for one in formats if {"year", "month"} <= parts_of(one)), None) or picture_of(column.heading)

    def _insert(self, count: int) -> Insertion:
        """Makes room for so many rows."""
        bed = self._bed
        growing = bed.first + 1 if bed.count == 1 else None
        insertion = Insertion(self._place.sheet, bed.insertion + 1, count, growing)
        if count:
            merged = list(self._merged_beside_each_other())
            insert_rows(self._parts, self._part, insertion)
            self._rows = SheetRows(self._root)
            for left, right in merged:
                for number in range(insertion.at, insertion.at + count):
                    self._merge(f"{column_letters(left)}{number}:{column_letters(right)}{number}")
        return insertion

    def _pattern(self, insertion: Insertion) -> _Pattern:
        row = self._bed.pattern
        if row is None:
            cells = (NewCell(at, self._look(self._header.bottom, at)) for at in self._laid_out())
            return _Pattern(0, {}, tuple(cells))
        number = insertion.row(row + 1)
        formulas = {at: cell.findtext("{*}f") for at, cell in self._rows.cells(number).items()}
        cells = (
            NewCell(at, self._look(number - 1, at), None, None if at in self._columns else formulas.get(at))
            for at in sorted({*formulas, *self._laid_out()})
        )
        return _Pattern(number, self._rows.attributes(number), tuple(cells))

    def _laid_out(self) -> list[int]:
        """The columns that a row must have cells in."""
        return sorted({*self._columns, *(self._span if self._as_heading else ())})

    def _write(self, row: int, pattern: _Pattern, texts: Sequence[str]) -> None:
        values = dict(zip(self._columns, texts, strict=True))
        cells = []
        for cell in pattern.cells:
            if cell.column in values:
                value = self._value(self._columns[cell.column], values[cell.column], cell.look)
                cell = cell._replace(value=value)
            elif cell.formula:
                letters = column_letters(cell.column)
                formula = copied(cell.formula, f"{letters}{pattern.number}", f"{letters}{row + 1}")
                cell = cell._replace(formula=formula)
            cells.append(cell)
        self._rows.write(row + 1, pattern.attributes | self._height(pattern.attributes, cells), cells)

    def _fill(self, row: int, texts: Sequence[str], *, is_sample: bool) -> None:
        looks = {at: self._look(row, at) for at in self._laid_out()}
        if is_sample:
            others = ((at, cell) for at, cell in self._rows.cells(row + 1).items() if cell.find("{*}f") is None)
            looks |= {at: int(cell.get("s", "0")) for at, cell in others if at not in looks}
        values = dict(zip(self._columns, texts, strict=True))
        cells = [
            NewCell(at, look, self._value(self._columns[at], values[at], look) if at in values else None)
            for at, look in looks.items()
        ]
        self._rows.fill(row + 1, cells, self._height(self._rows.attributes(row + 1), cells))

    def _height(self, attributes: Mapping[str, str], cells: list[NewCell]) -> dict[str, str]:
        """What is to be said of the height of a row that has one."""
        if "ht" not in attributes:
            return {}  # fitted to its texts by whoever opens the file
        needed = self._heights.needed(float(attributes["ht"]), cells)
        return {"ht": f"{needed:g}", "customHeight": "1"} if needed > float(attributes["ht"]) else {}

    def _value(self, column: Column, text: str, look: int) -> Value:
        if not text:
            return None
        if len(text) > _LONGEST:
            message = f"“{column.heading}”的内容有{len(text)}个字符，Excel 一格最多放{_LONGEST}个（“{text[:12]}…”）"
            raise FindingsError([Finding(RULE, "error", message, remedy="请缩短这一项", place=self._place)])
        if column.is_number and text.isdecimal() and len(text) <= _MOST_DIGITS and not self._styles.is_text(look):
            return int(text)
        if column.is_date and "day" in parts_of(self._styles.number_format(look)):
            return self._day(text)
        return text

    def _day(self, text: str) -> Value:
        """Excel's number of a day, for a cell that shows it as a date; a date without a day stays text."""
        try:
            known = parse_date(text)
        except ValueError:
            return text
        if known.day is None or (day := date(*known)) < _SOUND_FROM:
            return text
        settings = self._parts.root(_WORKBOOK).find("{*}workbookPr")
        is_1904 = settings is not None and settings.get("date1904") in ("1", "true")
        return (day - _FIRST_DAY).days - (_BEFORE_1904 if is_1904 else 0)

    def _merged_beside_each_other(self) -> Iterator[tuple[int, int]]:
        """The columns that are merged in the row that new ones look like."""
        for top, left, bottom, right in self._merged_areas():
            if top == bottom == self._bed.pattern:
                yield left, right

    def _merged_areas(self) -> Iterator[Merge]:
        return (area_bounds(merged.get("ref")) for merged in self._root.iterfind("{*}mergeCells/{*}mergeCell"))

    def _merge(self, area: str) -> None:
        held = self._root.find("{*}mergeCells")
        etree.SubElement(held, f"{{{etree.QName(held).namespace}}}mergeCell", ref=area)
        held.set("count", str(len(held)))


def _styles(parts: Parts, place: Place) -> etree._Element:
    root = parts.edited(_STYLES)
    if root is None or root.find("{*}cellXfs") is None:
        raise UsageError(f"{place.file}：工作簿里没有单元格格式，请用 Excel 或 WPS 打开后另存为 .xlsx")
    return root
