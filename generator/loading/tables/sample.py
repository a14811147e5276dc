"""The workbook that an office or unit fills in with its applicants (`zhicheng batch --sample`)."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from generator.loading.tables.example import Values, item_values, own_values, unit_values
from generator.loading.tables.fields import Kind
from generator.loading.tables.layout import (
    BY_YEAR,
    MORE,
    Block,
    Cell,
    group_blocks,
    item_blocks,
    key_cells,
    list_blocks,
    unit_block,
)
from generator.loading.tables.lines import EXAMPLE
from generator.model.campaign import Campaign

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LIST_SHEET = "申报人员"
_CREATED = datetime(1980, 1, 1)  # fixed, so that the same campaign gives the same bytes
_SERIAL, _NOTES = "序号", "填写说明"
_A3, _A4 = 8, 9
_LAST_ROW = 3000  # as far down as drop-downs go
_ROWS_OF = {_A3: 30, _A4: 15}  # that fill a landscape page
_ROW_HEIGHT = 24  # points
_FONT = {"font_name": "仿宋", "font_size": 11, "valign": "vcenter", "text_wrap": True, "border": 1, "align": "center"}
_HEAD = {**_FONT, "font_name": "黑体", "bg_color": "#E7E6E6"}
LOOKS = {
    "title": {"font_name": "宋体", "bold": True, "font_size": 18, "align": "center", "valign": "vcenter"},
    "line": {"font_name": "仿宋", "font_size": 11, "valign": "vcenter"},
    "note": {"font_name": "仿宋", "font_size": 12, "valign": "top", "text_wrap": True},
    "head": _HEAD,
    "required": {**_HEAD, "font_color": "#C00000"},
    "text": {**_FONT, "num_format": "@"},
    "long": {**_FONT, "num_format": "@", "align": "left"},
    "number": _FONT,
    "example": {**_FONT, "num_format": "@", "font_color": "#7F7F7F", "italic": True},
}
_WIDTHS = {Kind.ID: 21, Kind.PHONE: 13, Kind.PHONES: 16, Kind.MONTH: 10, Kind.DAY: 12, Kind.NUMBER: 8, Kind.FLAG: 7}
_OF_NAMES = {
    **dict.fromkeys(("性别",), 5),
    **dict.fromkeys(("级别", "等次", "学历", "层级", "种类", "取得地区"), 8),
    **dict.fromkeys(("姓名", "族别", "政治面貌", "申报类型", "天数单位", "学位", "系列", "专业"), 10),
    **dict.fromkeys(("单位", "学校", "刊物", "授奖单位", "审核单位", "原单位", "地点", "职务", "终审单位"), 22),
}
_NAME_WIDTHS = {("单位", "名称"): 24, ("现职称", "名称"): 12, ("申报", "职称"): 12, ("名称",): 28}
_ID_DIGITS = 18
_MOST_CHOICES = 255  # characters of a drop-down's list that Excel allows


def sample_workbook(campaign: Campaign) -> bytes:
    """A workbook (XLSX) with a sheet for the list, one for each list of the model, and one that says how to fill it in.

    What may be chosen comes as a drop-down, what a column means as a comment. One row of each sheet is an example,
    marked 示例, which is not read.
    """
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": f"{_name(campaign)}申报人员名单", "created": _CREATED})
        _Book(workbook, campaign).write()
    return buffer.getvalue()


class _Book:
    """Writes the sheets one after the other."""

    def __init__(self, workbook: "Workbook", campaign: Campaign):
        self._workbook, self._campaign = workbook, campaign
        self._looks = {name: workbook.add_format(look) for name, look in LOOKS.items()}
        self._own = own_values(campaign)
        self._key = key_cells(campaign)

    def write(self) -> None:
        """Writes all sheets."""
        items = item_values(self._campaign)
        self._write_list()
        for block in item_blocks(self._campaign):
            self._write_block(block, items.get(block.name), "每项填一行，一人有几项就填几行")
        for block in group_blocks(self._campaign):
            values = self._own if block.name in (MORE, BY_YEAR) else items.get(block.name)
            self._write_block(block, values, "每人填一行；没有的不填")
        self._write_block(unit_block(), unit_values(), "每个单位填一行；单位数据已另有文件的不填", keyed=False)
        self._write_notes()

    def _write_list(self) -> None:
        blocks = list_blocks(self._campaign)
        sheet = self._workbook.add_worksheet(LIST_SHEET)
        width = sum(len(block.cells) for block in blocks)
        sheet.merge_range(0, 0, 0, width, f"{_name(self._campaign)}申报人员名单", self._looks["title"])
        line = f"单位（盖章）：{'　' * 16}填报人：{'　' * 8}联系电话：{'　' * 8}填报时间：　　　　年　　月　　日"
        sheet.merge_range(1, 0, 1, width, line, self._looks["line"])
        sheet.merge_range(2, 0, 3, 0, _SERIAL, self._looks["head"])
        column = 1
        for block in blocks:
            self._write_upper(sheet, column, block)
            for cell in block.cells:
                self._write_column(sheet, 3, column, cell, self._own, _A3)
                column += 1
        self._finish(sheet, 3, width, _A3)
        sheet.set_row(0, 36)
        sheet.set_row(1, 24)

    def _write_upper(self, sheet: "Worksheet", column: int, block: Block) -> None:
        if len(block.cells) > 1:
            sheet.merge_range(2, column, 2, column + len(block.cells) - 1, block.name, self._looks["head"])
        else:
            sheet.write_string(2, column, block.name, self._looks["head"])

    def _write_block(self, block: Block, values: Values | None, hint: str, *, keyed: bool = True) -> None:
        sheet = self._workbook.add_worksheet(block.name)
        cells = (*self._key, *block.cells) if keyed else block.cells
        sheet.merge_range(0, 0, 0, len(cells), f"{block.name}（{hint}）", self._looks["title"])
        sheet.write_string(1, 0, _SERIAL, self._looks["head"])
        example = {**self._own, **values} if keyed and values else values
        for column, cell in enumerate(cells, start=1):
            self._write_column(sheet, 1, column, cell, example, _A4)
        self._finish(sheet, 1, len(cells), _A4, has_example=example is not None)
        sheet.set_row(0, 32)

    def _write_column(
        self, sheet: "Worksheet", row: int, column: int, cell: Cell, example: Values | None, paper: int
    ) -> None:
        """One heading with its comment, its drop-down, the format of its cells, and the example."""
        look = self._looks["number" if cell.leaf.kind is Kind.NUMBER else "long" if cell.is_long else "text"]
        plain = {**LOOKS["number" if cell.leaf.kind is Kind.NUMBER else "text"], "border": 0}
        sheet.set_column(column, column, _width(cell), self._workbook.add_format(plain))
        sheet.write_string(row, column, cell.heading, self._looks["required" if cell.required else "head"])
        if comment := comment_of(cell):
            sheet.write_comment(row, column, comment, {"x_scale": 1.6, "y_scale": 0.9, "font_size": 10, "author": ""})
        for below in range(row + 2, row + 2 + _ROWS_OF[paper]):
            sheet.write_blank(below, column, None, look)
        if example is not None:
            sheet.write_string(row + 1, column, example.get(cell.names, ""), self._looks["example"])
        if rule := rule_of(cell):
            sheet.data_validation(row + 1, column, _LAST_ROW, column, rule)

    def _finish(self, sheet: "Worksheet", row: int, width: int, paper: int, *, has_example: bool = True) -> None:
        """The serial numbers, and how the sheet looks on screen and paper; `row` is that of the headings."""
        sheet.set_default_row(_ROW_HEIGHT)
        sheet.set_column(0, 0, 6)
        sheet.write_string(row + 1, 0, EXAMPLE if has_example else "", self._looks["example"])
        for number in range(1, _ROWS_OF[paper] + 1):
            sheet.write_number(row + 1 + number, 0, number, self._looks["number"])
        sheet.set_row(row, 34)
        sheet.freeze_panes(row + 1, 2)
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.set_margins(0.4, 0.4, 0.6, 0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, row)
        sheet.set_footer("&C第 &P 页，共 &N 页")
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{_LAST_ROW}"})

    def _write_notes(self) -> None:
        sheet = self._workbook.add_worksheet(_NOTES)
        sheet.set_column(0, 0, 96)
        sheet.set_paper(_A4)
        sheet.write_string(0, 0, _NOTES, self._looks["title"])
        for row, text in enumerate(_notes(), start=1):
            sheet.write_string(row, 0, text, self._looks["note"])


def _name(campaign: Campaign) -> str:
    return f"{campaign.year}年度{campaign.prefecture}{campaign.series}系列职称评审"


def _notes() -> Sequence[str]:
    return (
        f"1. 在“{LIST_SHEET}”里每人填一行；红字的栏必须填写。其他各表没有内容的可以不填，也可以删去。",
        f"2. 序号写着“{EXAMPLE}”的行是虚构的例子，不会读入，可以删去；序号不必填写。",
        "3. 一人有几个学历、几段经历、几项成果的，在同名的表里每项填一行，并写明姓名和身份证号，与名单上的一致。",
        "4. 身份证号、日期、电话各栏已设为文本，请直接输入，不要改成数字：18位号码存成数字后，后三位会变成0。",
        "5. 日期写成 2012-6、2012.06 或 2012年6月；要写到日的写成 2012-6-5。现任岗位的“止”写“至今”。",
        "6. 没有的内容留空，或写“无”。表头可以调换先后，可以删去不用的栏；自己加的栏不会用到，读入时会提示。",
        "7. 把鼠标停在表头上可以看到说明；有下拉箭头的栏请从中选择。",
    )


def comment_of(cell: Cell) -> str:
    """What the heading means, and an example of how to write it."""
    field = cell.leaf.field
    parts = [f"{field.description}。" if field.description else "", "必须填写。" if cell.required else ""]
    examples = [example for example in field.examples or () if isinstance(example, str)]
    return "\n".join(filter(None, ("".join(parts), f"例：{'、'.join(examples)}" if examples else "")))


def rule_of(cell: Cell) -> Mapping[str, object] | None:
    """What Excel lets a person type: one of the choices, or what they are warned about."""
    if cell.leaf.kind is Kind.ID:
        return {
            "validate": "length",
            "criteria": "==",
            "value": _ID_DIGITS,
            "error_type": "warning",
            "error_title": "身份证号",
            "error_message": "身份证号应是18位，请核对",
        }
    if not cell.choices or len(",".join(cell.choices)) > _MOST_CHOICES or any("," in choice for choice in cell.choices):
        return None
    return {
        "validate": "list",
        "source": list(cell.choices),
        "error_type": "stop" if cell.must_choose else "information",
        "error_title": cell.heading[:32],
        "error_message": "请从下拉列表中选择",
    }


def _width(cell: Cell) -> int:
    """In Excel's units, a little more than a digit each."""
    name = cell.names[-1]
    if cell.is_long:
        return 36
    return _WIDTHS.get(cell.leaf.kind) or _NAME_WIDTHS.get(cell.names) or _OF_NAMES.get(name, 14)
