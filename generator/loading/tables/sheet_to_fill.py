"""One applicant's own sheet to fill in (申报人信息表.xlsx): handed on to HR and to the office, and read like a row."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import accumulate

from generator.loading.tables.fields import Kind
from generator.loading.tables.headings import label
from generator.loading.tables.layout import (
    BASICS,
    BY_YEAR,
    REST,
    Block,
    Cell,
    group_blocks,
    item_blocks,
    list_blocks,
)
from generator.loading.tables.sample import LOOKS, comment_of, rule_of
from generator.model.campaign import Campaign
from generator.text import chinese_numeral

NAME = "申报人信息表"
_CREATED = datetime(1980, 1, 1)  # fixed, so that the same campaign gives the same bytes
_A4 = 9
_COLUMNS, _COLUMN_WIDTH = 24, 3.4  # all that stands on the sheet spans some of these
_LABEL, _ANSWER = 4, 8
_HEIGHT, _LINE_HEIGHT, _LONG_HEIGHT = 24, 36, 66  # points; of a line of a table with sentences, of a long answer
_LINES = {"学历学位": 3, "工作经历": 6, "业绩成果": 3, "实践能力": 3, "论文著作": 4, "获奖情况": 3}
_FEW_LINES = 2
_FOR_THE_UNIT = frozenset(("材料", "公示"))
_WEIGHTS = {Kind.NUMBER: 1.6, Kind.FLAG: 1.6, Kind.MONTH: 1.8, Kind.DAY: 2.2}
_TEXT_WEIGHT, _LONG_WEIGHT = 2.4, 6.0
_HINTS = {"学历学位": "从低到高填写", "工作经历": "从参加工作起填写，时间上下衔接；现任岗位的“止”写“至今”"}


def information_sheet(campaign: Campaign) -> bytes:
    """A workbook (XLSX) of one sheet with labels, room for the answers, and small tables, to print on A4."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": NAME, "created": _CREATED})
        _Sheet(workbook).write(campaign)
    return buffer.getvalue()


class _Sheet:
    """Writes the sheet from top to bottom; `_row` is the next free row."""

    def __init__(self, workbook):
        looks = {**LOOKS, "bar": {**LOOKS["head"], "align": "left", "bold": True}}
        self._looks = {name: workbook.add_format(look) for name, look in looks.items()}
        self._sheet = workbook.add_worksheet(NAME)
        self._row, self._bars = 0, 0

    def write(self, campaign: Campaign) -> None:
        """Writes everything."""
        self._set_up()
        self._across(NAME, "title", 36)
        self._across(f"{campaign.year}年度{campaign.prefecture}{campaign.series}系列职称评审", "line", 22)
        for block in list_blocks(campaign):
            if block.name != REST:
                self._bar(block.name if block.name == BASICS else f"{block.name}情况")
                self._pairs(block.cells)
        for block in item_blocks(campaign):
            if block.name not in _FOR_THE_UNIT:
                self._bar(block.name, _HINTS.get(block.name, ""))
                self._table(block)
        for block in group_blocks(campaign):
            if block.name not in _FOR_THE_UNIT:
                self._bar(block.name, "没有的不填" if block.name != BY_YEAR else "")
                self._pairs(block.cells)
        self._across(f"填表人（签字）：{'　' * 16}填表日期：　　　　年　　月　　日", "line", 36)

    def _set_up(self) -> None:
        sheet = self._sheet
        sheet.set_column(0, _COLUMNS - 1, _COLUMN_WIDTH)
        sheet.set_paper(_A4)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C第 &P 页，共 &N 页")
        sheet.ignore_errors({"number_stored_as_text": f"A1:X{_COLUMNS * _COLUMNS}"})

    def _across(self, text: str, look: str, height: float) -> None:
        """A line over the whole width."""
        self._sheet.merge_range(self._row, 0, self._row, _COLUMNS - 1, text, self._looks[look])
        self._sheet.set_row(self._row, height)
        self._row += 1

    def _bar(self, name: str, hint: str = "") -> None:
        self._bars += 1
        self._across(f"{chinese_numeral(self._bars)}、{name}{f'（{hint}）' if hint else ''}", "bar", _HEIGHT)

    def _pairs(self, cells: Sequence[Cell]) -> None:
        """Labels with their answers, two in a row; sentences have a row to themselves."""
        at = 0
        for number, cell in enumerate(cells):
            following = cells[number + 1] if number + 1 < len(cells) else None
            alone = cell.is_long or at == 0 and (following is None or following.is_long)
            right = _COLUMNS - 1 if alone or at else _LABEL + _ANSWER - 1
            self._label(at, at + _LABEL - 1, cell, cell.heading if cell.fixed else label(cell.names))
            self._answer(at + _LABEL, right, cell)
            self._sheet.set_row(self._row, _LONG_HEIGHT if cell.is_long else _HEIGHT)
            at = 0 if alone or at else _LABEL + _ANSWER
            self._row += at == 0

    def _table(self, block: Block) -> None:
        """Headings with empty lines below."""
        spans = list(_spans(block.cells))
        for (left, right), cell in zip(spans, block.cells, strict=True):
            self._label(left, right, cell, cell.heading)
        self._sheet.set_row(self._row, _HEIGHT)
        self._row += 1
        is_long = any(cell.is_long for cell in block.cells)
        for _ in range(_LINES.get(block.name, _FEW_LINES)):
            for (left, right), cell in zip(spans, block.cells, strict=True):
                self._answer(left, right, cell)
            self._sheet.set_row(self._row, _LINE_HEIGHT if is_long else _HEIGHT)
            self._row += 1

    def _label(self, left: int, right: int, cell: Cell, text: str) -> None:
        self._merged(left, right, text, "required" if cell.required else "head")
        if comment := comment_of(cell):
            self._sheet.write_comment(self._row, left, comment, {"x_scale": 1.6, "y_scale": 0.9, "author": ""})

    def _answer(self, left: int, right: int, cell: Cell) -> None:
        self._merged(left, right, "", "long" if cell.is_long else "text")
        if rule := rule_of(cell):
            self._sheet.data_validation(self._row, left, self._row, left, rule)

    def _merged(self, left: int, right: int, text: str, look: str) -> None:
        if left == right:
            self._sheet.write_string(self._row, left, text, self._looks[look])
        else:
            self._sheet.merge_range(self._row, left, self._row, right, text, self._looks[look])


def _spans(cells: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """The first and last column of each heading of a small table, by how much its cells hold."""
    weights = [_LONG_WEIGHT if cell.is_long else _WEIGHTS.get(cell.leaf.kind, _TEXT_WEIGHT) for cell in cells]
    widths = [round(_COLUMNS * weight / sum(weights)) for weight in weights]
    widths[weights.index(max(weights))] += _COLUMNS - sum(widths)
    ends = list(accumulate(widths))
    return ((end - width, end - 1) for end, width in zip(ends, widths, strict=True))
