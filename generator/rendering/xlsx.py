"""An Excel workbook from blocks: text lines over the table's width, the table, ready to print."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.errors import TemplateError
from generator.rendering.blocks import Block
from generator.rendering.paragraphs import TABLE, TITLE
from generator.rendering.table import TextRows
from generator.rendering.xlsx_rows import Gap, with_rows
from generator.text import cell_width

_CREATED = datetime(1980, 1, 1)  # fixed, so that the same input gives the same bytes
_A4 = 9
_SHEET_NAME = 31  # characters Excel allows
_MOST_CHARACTERS = 32_767  # in a cell; XlsxWriter would cut the rest off without a word
_TEXT_WIDTH = 40  # 字 of the one column where there is no table
_LINE_HEIGHT = 20  # points
_MOST_HEIGHT = 409  # points Excel allows
_CELL_WIDTH = 2.1  # Excel's column width units for one 字 of 12 pt


def render_xlsx(title: str, blocks: list[Block], mark: str = "", remark: str = "") -> bytes:
    """One sheet that holds every block in order, `mark` (草稿) at the head of each printed page, `remark` a property.

    Values are written as text: what begins with = stays text.
    """
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": title, "comments": remark, "created": _CREATED})
    sheet = workbook.add_worksheet(_sheet_name(title))
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    if mark:
        sheet.set_header(f'&R&"黑体"&22&KFF0000{mark}')
    formats = {style: workbook.add_format(look) for style, look in _LOOKS.items()}
    widths = max((block.table["列宽"] for block in blocks if block.style == TABLE), key=len, default=[_TEXT_WIDTH])
    row = 0
    gaps: list[Gap] = []
    for block in blocks:
        if block.style == TABLE:
            row = _write_table(sheet, row, block, formats, gaps)
        else:
            _write_line(sheet, row, widths, block.text, formats[block.style if block.style == TITLE else "行"])
            row += 1
    workbook.close()
    return with_rows(buffer.getvalue(), gaps) if gaps else buffer.getvalue()


def _sheet_name(title: str) -> str:
    allowed = "".join(" " if char in "[]:*?/\\\n\r\t" else char for char in title)
    return allowed[:_SHEET_NAME].strip(" '") or "Sheet1"


_FONT = {"font_name": "仿宋", "font_size": 12, "valign": "vcenter", "text_wrap": True}
_LOOKS = {
    TITLE: {**_FONT, "font_name": "宋体", "bold": True, "font_size": 20, "align": "center"},
    "行": {**_FONT, "align": "left"},
    "表头": {**_FONT, "font_name": "黑体", "align": "center", "border": 1},
    "格": {**_FONT, "align": "center", "border": 1, "num_format": "@"},
}


def _write_line(sheet: Worksheet, row: int, widths: list[int], text: str, look) -> None:
    if len(widths) > 1:
        sheet.merge_range(row, 0, row, len(widths) - 1, "", look)
    _write(sheet, row, 0, text, look)
    # Excel does not fit the height of merged cells to their text.
    room = sum(widths) * _FONT["font_size"] / look.font_size
    sheet.set_row(row, _lines(text, room) * (36 if look.font_size > 16 else _LINE_HEIGHT))


@lru_cache(maxsize=4096)  # lists say much again and again
def _lines(text: str, room: float) -> int:
    """The lines that text takes in a cell `room` 字 wide."""
    return sum(max(1, ceil(cell_width(line) / room)) for line in text.split("\n"))


def _write(sheet: Worksheet, row: int, column: int, text: str, look) -> None:
    _refuse_overlong(text)
    sheet.write_string(row, column, text, look)


def _refuse_overlong(text: str) -> None:
    if len(text) > _MOST_CHARACTERS:
        message = f"“{text[:12]}…”有{len(text)}个字符，Excel 一格最多放{_MOST_CHARACTERS}个"
        raise TemplateError("XLSX", message, "请缩短这一项，或改用 Word 格式")


def _write_table(sheet: Worksheet, row: int, block: Block, formats: dict, gaps: list[Gap]) -> int:
    """Writes the table from this row on; of a long one all but the first row and the last are left as a gap."""
    table = block.table
    for column, width in enumerate(table["列宽"]):
        sheet.set_column(column, column, width * _CELL_WIDTH)
    for number, cells in enumerate(table["表头"], start=row):
        _write_cells(sheet, number, cells, formats["表头"])
    first, rows = row + len(table["表头"]), table["行"]
    long = isinstance(rows, TextRows)
    for number in (0, len(rows) - 1) if long else range(len(rows)):
        _write_cells(sheet, first + number, rows[number], formats["格"])
    if long:
        gaps.append(_gap(first + 1, rows))
    if table["表头"]:
        sheet.repeat_rows(0, first - 1)
        sheet.freeze_panes(first, 0)
    return first + len(rows)


def _gap(after: int, rows: TextRows) -> Gap:
    widths = [column["宽"] for column in rows.columns]

    def height(texts: Sequence[str]) -> float:
        for text in texts:
            _refuse_overlong(text)
        return _row_height(zip(texts, widths, strict=True))

    return Gap(after, rows.texts[1:-1], height)


def _write_cells(sheet: Worksheet, row: int, cells: list[dict], look) -> None:
    column = 0
    for cell in cells:
        last, bottom = column + cell["跨列"] - 1, row + cell["跨行"] - 1
        if cell["竖并"] != "续":
            if (bottom, last) != (row, column):
                sheet.merge_range(row, column, bottom, last, "", look)
            _write(sheet, row, column, cell["文字"], look)
        column = last + 1
    sheet.set_row(row, _row_height((cell["文字"], cell["宽"]) for cell in cells if cell["跨行"] == 1))


def _row_height(texts: Iterable[tuple[str, float]]) -> float:
    """Excel fits a row to its text when it opens the file, other programs do not; merged cells neither fits."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(lines * _LINE_HEIGHT, _MOST_HEIGHT)
