"""An Excel workbook from blocks: text lines over the table's width, the table, ready to print."""

import io
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.rendering.blocks import Block
from generator.rendering.wording import TABLE, TITLE

_CREATED = datetime(1980, 1, 1)  # fixed, so that the same input gives the same bytes
_A4 = 9
_SHEET_NAME = 31  # characters Excel allows
_CELL_WIDTH = 2.1  # Excel's column width units for one 字 of 12 pt


def render_xlsx(title: str, blocks: list[Block]) -> bytes:
    """One sheet that holds every block in order. Values are written as text: what begins with = stays text."""
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    workbook.set_properties({"title": title, "created": _CREATED})
    sheet = workbook.add_worksheet("".join(char for char in title if char not in "[]:*?/\\")[:_SHEET_NAME] or "Sheet1")
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    formats = {style: workbook.add_format(look) for style, look in _LOOKS.items()}
    columns = max((len(block.table["列宽"]) for block in blocks if block.style == TABLE), default=1)
    row = 0
    for block in blocks:
        if block.style == TABLE:
            row = _write_table(sheet, row, block, formats)
        else:
            _write_line(sheet, row, columns, block.text, formats[block.style if block.style == TITLE else "行"])
            row += 1
    workbook.close()
    return buffer.getvalue()


_FONT = {"font_name": "仿宋", "font_size": 12, "valign": "vcenter", "text_wrap": True}
_LOOKS = {
    TITLE: {**_FONT, "font_name": "宋体", "bold": True, "font_size": 20, "align": "center"},
    "行": {**_FONT, "align": "left"},
    "表头": {**_FONT, "font_name": "黑体", "align": "center", "border": 1},
    "格": {**_FONT, "align": "center", "border": 1, "num_format": "@"},
}


def _write_line(sheet: Worksheet, row: int, columns: int, text: str, look) -> None:
    if columns > 1:
        sheet.merge_range(row, 0, row, columns - 1, "", look)
    sheet.write_string(row, 0, text, look)
    sheet.set_row(row, 36 if look.font_size > 16 else 20)


def _write_table(sheet: Worksheet, row: int, block: Block, formats: dict) -> int:
    table = block.table
    for column, width in enumerate(table["列宽"]):
        sheet.set_column(column, column, width * _CELL_WIDTH)
    first = row
    for cells in table["表头"]:
        _write_heading(sheet, row, first + len(table["表头"]) - 1, cells, formats["表头"])
        row += 1
    sheet.repeat_rows(0, row - 1)
    sheet.freeze_panes(row, 0)
    for cells in table["行"]:
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text, formats["格"])
        row += 1
    return row


def _write_heading(sheet: Worksheet, row: int, last_row: int, cells: list[dict], look) -> None:
    column = 0
    for cell in cells:
        last = column + cell["跨列"] - 1
        bottom = last_row if cell["竖并"] == "起" else row
        if cell["竖并"] != "续":
            if (bottom, last) != (row, column):
                sheet.merge_range(row, column, bottom, last, "", look)
            sheet.write_string(row, column, cell["文字"], look)
        column = last + 1
