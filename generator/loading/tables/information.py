"""One applicant's own sheet (申报人信息表): labels with the answers beside them, and small tables."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from generator.finding import Finding, Place
from generator.loading.entry import Entry, Surroundings, Tell
from generator.loading.manners import FORM
from generator.loading.tables.cell_map import CellMap, Spot
from generator.loading.tables.fields import Names, groups
from generator.loading.tables.header import Column, Grid, Header
from generator.loading.tables.headings import NAME, Target, applicant_words, group_named, group_words
from generator.loading.tables.lines import is_ending
from generator.loading.tables.plan import Draft, Plan
from generator.loading.tables.workbook import Sheet

_APPLICATION, _CAMPAIGN = "申报", ("评审",)
_MOST_ROWS = 2000
_LONGEST_LABEL = 12
_TITLE = re.compile("[（(]?[一二三四五六七八九十]+[）)、.．]")
_NUMBERING = "一二三四五六七八九十、.．（）()0123456789 　"


class Box(NamedTuple):
    """A cell that shows something, or merged ones: the columns in which it begins and ends, and its lowest row."""

    column: int
    right: int
    bottom: int
    text: str


def is_form(grid: Grid) -> bool:
    """Whether labels have their answers beside them, rather than standing in one row beside each other."""
    rows = [_boxes(grid, row) for row in range(len(grid.rows))]
    labelled = [boxes for boxes in rows if any(map(_label, boxes))]
    named = next((boxes for boxes in labelled if any(_label(box) == Target(NAME) for box in boxes)), None)
    if named is None or len(labelled) < 3:
        return False
    return not any(_label(one) and _label(two) and one.right + 1 == two.column for one, two in pairwise(named))


def read_form(sheet: Sheet, file: str, tell: Tell) -> Entry:
    """The applicant that the sheet describes. Answers to labels that name no field are told."""
    form = _Form(sheet, file, tell)
    form.read()
    return form.entry()


class _Form:
    """Goes through the sheet from top to bottom, pairs of label and answer and small tables alike."""

    def __init__(self, sheet: Sheet, file: str, tell: Tell):
        self._sheet, self._file, self._tell = sheet, file, tell
        self._cells = sheet.head(_MOST_ROWS)
        self._grid = Grid(self._cells, sheet.merges)
        self._draft = Draft()
        self._elsewhere: dict[Names, Spot] = {}
        self._items: dict[tuple[str, int | str], int] = {}  # where in its list the item of a label stands
        self._beside = ("", -1)  # what a label over several rows says of the labels to its right, and its last row

    def read(self) -> None:
        """Reads all rows."""
        row, section = 0, None
        while row < len(self._cells):
            boxes = _boxes(self._grid, row)
            named = _section(boxes)
            if named or len(boxes) == 1 and not self._target(boxes[0], row):
                section = named
                self._put_joined(boxes[0], row)
                row += 1
                continue
            beside = group_named(boxes[0].text) if boxes and boxes[0].bottom > row else None
            if beside:
                self._beside = (boxes[0].text, boxes[0].bottom)
            header = self._header(row, boxes[1:] if beside else boxes, beside or section)
            if header:
                row = self._read_table(header, boxes[0].bottom if beside else len(self._cells) - 1)
                continue
            self._read_pairs(row, boxes)
            row += 1

    def entry(self) -> Entry:
        """What has been read."""
        data = self._draft.data
        data.setdefault(_APPLICATION, {})
        own = self._elsewhere.get(NAME) or Spot(self._sheet.name, 1, {})
        source = CellMap(self._file, data, own, self._draft.spots, self._elsewhere, FORM)
        return Entry(data, source, self._draft.findings, around=Surroundings(texts=(self._sheet.name or "",)))

    def _header(self, row: int, boxes: Sequence[Box], section: str | None) -> Header | None:
        """The headings of a small table, if the row holds such, of the list that `section` says or of any."""
        if len(boxes) < 2 or boxes[0].right + 1 != boxes[1].column:
            return None
        named = [section] if section and groups()[section].is_list else []
        for group in named or [group.name for group in groups().values() if group.is_list]:
            targets = [group_words(group).target(box.text) for box in boxes]
            found = sum(target is not None for target in targets)
            if targets[0] and targets[1] and found > max(len(boxes) // 2, 1 if named else 2):
                columns = (Column(box.column, box.text, target) for box, target in zip(boxes, targets, strict=True))
                return Header(row, row, tuple(columns))
        return None

    def _read_table(self, header: Header, last: int) -> int:
        """Takes in the items below the headings; gives the row after them."""
        plan = Plan(self._sheet, header, self._file, self._tell)
        self._draft.findings += plan.faults
        for row in range(header.bottom + 1, last + 1):
            boxes = _boxes(self._grid, row)
            if boxes and self._ends_table(boxes, header):
                return row
            if boxes:
                plan.add_items(self._draft, self._row(row, plan.width), row + 1)
        return last + 1

    def _ends_table(self, boxes: Sequence[Box], header: Header) -> bool:
        """Whether a row is no item: a title over the whole width, a label, a signature."""
        first, group = boxes[0], next(column.target.names[0] for column in header.columns if column.target.names)
        is_title = len(boxes) == 1 and (first.right >= header.columns[-1].index or _TITLE.match(first.text))
        label = _label(first)
        named = group_named(first.text) or (label.names[0] if label and label.names else None)
        return bool(is_title or is_ending(first.text) or named and named != group)

    def _read_pairs(self, row: int, boxes: Sequence[Box]) -> None:
        """Takes in the labels of a row, each with what stands right beside it."""
        following = {box.column: box for box in boxes}
        answers: set[int] = set()
        for box in boxes:
            beside = following.get(box.right + 1)
            target = None if box.column in answers else self._target(box, row)
            if target:
                is_answer = beside is not None and not self._target(beside, row)
                answers |= {beside.column} if is_answer else set()
                self._put(target, box.text, self._cells[row][beside.column] if is_answer else "", row)
            elif (
                box.column not in answers
                and beside
                and not self._target(beside, row)
                and len(box.text) <= _LONGEST_LABEL
            ):
                answers.add(beside.column)
                message = f"“{box.text}”没有用到：申报人数据里没有这一项"
                self._tell(Finding("list", "hint", message, place=self._place(row, box.text)))
            elif box.column not in answers:
                self._put_joined(box, row)

    def _target(self, box: Box, row: int) -> Target | None:
        above, last = self._beside
        return (applicant_words().target(above, box.text) if row <= last else None) or _label(box)

    def _put_joined(self, box: Box, row: int) -> None:
        """A label and its answer in one cell: 姓名：张三."""
        label, _, answer = box.text.replace(":", "：").partition("：")
        target = applicant_words().target(label) if answer.strip() else None
        if target and target.names:
            self._put(target, label, answer, row)

    def _put(self, target: Target, label: str, value: Any, row: int) -> None:
        plan = Plan(self._sheet, Header(row, row, (Column(0, label, target),)), self._file, self._tell)
        draft = plan.read([value], row + 1)
        self._draft.findings += draft.findings
        spot = Spot(self._sheet.name, row + 1, {target.names: label})
        for field, content in draft.data.items():
            if isinstance(content, list) and field in groups():
                self._put_item(field, target.item, content[0], draft.spots[field][0])
            elif isinstance(content, dict):
                self._put_once(self._draft.data.setdefault(field, {}), content, label, row)
            else:
                self._put_once(self._draft.data, {field: content}, label, row)
        self._elsewhere.setdefault(target.names, spot)

    def _put_item(self, group: str, item: int | str, values: dict[str, Any], spot: Spot) -> None:
        """Adds what one label says of an item; other labels say more of it."""
        held, spots = self._draft.data.setdefault(group, []), self._draft.spots.setdefault(group, [])
        at = self._items.setdefault((group, item), len(held))
        if at == len(held):
            held.append({})
            spots.append(spot._replace(headings={}))
        held[at].update(values)
        spots[at].headings.update(spot.headings)

    def _put_once(self, held: dict[str, Any], values: dict[str, Any], label: str, row: int) -> None:
        for key, value in values.items():
            if held.setdefault(key, value) != value:
                message = f"“{label}”写了两处，内容不一样"
                finding = Finding("list", "error", message, key, "请只留正确的一处", place=self._place(row, label))
                self._draft.findings.append(finding)

    def _row(self, row: int, width: int) -> list[Any]:
        cells = self._cells[row]
        return [*cells, *[""] * (width - len(cells))]

    def _place(self, row: int, label: str) -> Place:
        return Place(self._file, sheet=self._sheet.name, row=row + 1, heading=label)


def _boxes(grid: Grid, row: int) -> list[Box]:
    """What the row shows, merged cells as one; those that began in a row above are left out."""
    boxes = []
    for column, text in enumerate(grid.rows[row]):
        top, left, bottom, right = grid.merge(row, column)
        if text and (top, left) == (row, column):
            boxes.append(Box(column, right, bottom, text))
    return boxes


def _label(box: Box) -> Target | None:
    """The field that the text names, if it names one that sheets have a label for."""
    target = applicant_words().target(box.text)
    return None if target and target.names == _CAMPAIGN else target


def _section(boxes: Sequence[Box]) -> str | None:
    """The list or group that a row with nothing but its name begins: 二、学历学位（从低到高填写）."""
    return group_named(boxes[0].text.lstrip(_NUMBERING)) if len(boxes) == 1 else None
