"""A workbook or text file as records: which sheets are lists, which say more of the people listed, which are forms."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import FindingsError
from generator.finding import Finding, Place
from generator.loading.entry import Entry, Surroundings, Tell, UnitRow
from generator.loading.tables import headings
from generator.loading.tables.advice import advice
from generator.loading.tables.cell_map import CellMap, Spot
from generator.loading.tables.cells import is_blank
from generator.loading.tables.extras import Extras
from generator.loading.tables.fields import Names, unit_leaves
from generator.loading.tables.header import HEAD_ROWS, Grid, find_header
from generator.loading.tables.headings import ID, NAME, UNIT, Vocabulary, applicant_words, fold
from generator.loading.tables.information import is_form, read_form
from generator.loading.tables.people import People
from generator.loading.tables.plan import Plan
from generator.loading.tables.workbook import Sheet

_UNIT_NAME = ("名称",)
_NO_SHEET_OF_ITS_OWN = frozenset((UNIT, "现职称", "申报"))
_UNIT_LINE = re.compile(
    r"(?:填报|推荐|申报|报送|呈报|所在|工作)?单位(?:名称|全称)?\s*(?:[（(][^）)]{0,6}[）)])?\s*[：:]\s*(?:([^\s：:]{2,60})(?=\s|$))?"
)
_NO_LIST = re.compile("说明|选项|封面")
_SAMPLE = "zhicheng batch --sample 名单.xlsx 可以得到一份空白名单"


class Tables:
    """The sheets of one file. Raises FindingsError where none of them is a list or an applicant's own sheet."""

    def __init__(self, path: Path, sheets: Sequence[Sheet], tell: Tell):
        self._file, self._tell = str(path), tell
        self._lists: list[tuple[Sheet, Plan]] = []
        self._extras: list[tuple[Sheet, Plan]] = []
        self._units: list[tuple[Sheet, Plan]] = []
        self._forms: list[Sheet] = []
        self._unread: list[Sheet] = []
        for sheet in sheets:
            self._sort(sheet, Grid(sheet.head(HEAD_ROWS), sheet.merges))
        if not (self._lists or self._forms):
            self._sort_as_lists([sheet for sheet, _ in self._extras])
        faults = [fault for _, plan in (*self._lists, *self._extras, *self._units) for fault in plan.faults]
        if not (self._lists or self._forms):
            faults.append(self._no_headings())
        if faults:
            raise FindingsError(faults)
        self._tell_unread()

    def entries(self) -> Iterator[Entry]:
        """The people of all lists and sheets, in the order of the file."""
        units = {fold(unit.data.get(*_UNIT_NAME, "")): unit for unit in self._unit_rows()}
        people = [
            People(sheet, plan, self._file, _around(sheet, plan, units), self._tell) for sheet, plan in self._lists
        ]
        extras = None
        if self._extras:
            extras = Extras((key for each in people for key in each.named()), self._file, self._tell)
            for sheet, plan in self._extras:
                extras.read(sheet, plan)
        for each in people:
            yield from each.entries(extras)
        for sheet in self._forms:
            yield read_form(sheet, self._file, self._tell)

    def _sort(self, sheet: Sheet, grid: Grid) -> None:
        """Puts the sheet where it belongs."""
        name = sheet.name or ""
        group = headings.group_named(name)
        if not any(any(texts) for texts in grid.rows) or _NO_LIST.search(name):
            return
        if headings.is_units(name) and self._take(self._units, sheet, grid, headings.unit_words(), (_UNIT_NAME,)):
            return
        if group and group not in _NO_SHEET_OF_ITS_OWN:
            if self._take(self._extras, sheet, grid, headings.group_words(group), (NAME, ID)):
                return
        elif headings.is_more(name) and self._take(self._extras, sheet, grid, applicant_words(), (NAME, ID)):
            return
        if sheet.is_hidden:
            self._unread.append(sheet)
        elif is_form(grid):
            self._forms.append(sheet)
        elif not self._take(self._lists, sheet, grid, applicant_words(), (NAME,)):
            self._unread.append(sheet)

    def _take(
        self,
        among: list[tuple[Sheet, Plan]],
        sheet: Sheet,
        grid: Grid,
        vocabulary: Vocabulary,
        wanted: Sequence[Names],
    ) -> bool:
        """Whether the sheet has the headings wanted; if so it is taken, and columns that name no field are told."""
        header = find_header(grid, vocabulary, wanted)
        if header is None:
            return False
        known = unit_leaves() if wanted == (_UNIT_NAME,) else None
        plan = Plan(sheet, header, self._file, self._tell, known)
        among.append((sheet, plan))
        for column in header.columns:
            if column.target is None:
                message = f"“{column.heading}”（{plan.letter(column.index)}）没有用到：数据里没有这一项"
                place = plan.place(header.bottom + 1, column.heading)
                self._tell(Finding("heading", "hint", message, None, advice(column.heading, vocabulary), place=place))
        return True

    def _sort_as_lists(self, sheets: Sequence[Sheet]) -> None:
        """Sheets named after a list of the model that are all the file has may be lists of people after all."""
        for sheet in sheets:
            grid = Grid(sheet.head(HEAD_ROWS), sheet.merges)
            if self._take(self._lists, sheet, grid, applicant_words(), (NAME,)):
                self._extras = [pair for pair in self._extras if pair[0] is not sheet]

    def _unit_rows(self) -> Iterator[UnitRow]:
        for sheet, plan in self._units:
            name = plan.header.column(_UNIT_NAME).index
            for number, cells in sheet.rows(plan.header.bottom + 1):
                cells += [""] * (plan.width - len(cells))
                if not is_blank(cells[name]):
                    draft = plan.read(cells, number + 1)
                    own = Spot(sheet.name, number + 1, plan.headings)
                    yield UnitRow(draft.data, CellMap(self._file, draft.data, own), tuple(draft.findings))

    def _no_headings(self) -> Finding:
        message = f"没有找到表头：前{HEAD_ROWS}行里，没有一行既有“姓名”又有其他项目"
        remedy = f"请在名单上方写一行表头，至少有“姓名”“身份证号”；{_SAMPLE}"
        return Finding("heading", "error", message, None, remedy, place=Place(self._file))

    def _tell_unread(self) -> None:
        for sheet in self._unread:
            why = "是隐藏的" if sheet.is_hidden else "没有表头（没有一行既有“姓名”又有其他项目）"
            place = Place(self._file, sheet=sheet.name)
            self._tell(Finding("list", "hint", f"这张表{why}，没有读入", place=place))


def _around(sheet: Sheet, plan: Plan, units: dict[str, UnitRow]) -> Surroundings:
    titles = plan.header.titles
    return Surroundings(_unit_above(titles), (sheet.name or "", *titles), units)


def _unit_above(titles: Sequence[str]) -> str | None:
    """The unit that a line above the headings names: 单位（盖章）：某某档案馆."""
    for number, text in enumerate(titles):
        match = _UNIT_LINE.search(text)
        following = titles[number + 1] if number + 1 < len(titles) else ""
        if match and match[1]:
            return match[1]
        if match and match.end() == len(text) and following and not re.search("[：:]", following):
            return following
    return None
