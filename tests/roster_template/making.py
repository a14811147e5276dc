"""Rosters as offices make them, in a workbook and in a Word file, and the applicants put into them."""

import io
from functools import cache

import docx
from docx.shared import Pt
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break

from generator.loading.load import load_case
from generator.model.case import Case
from generator.resources import data_folder
from tests.support import saved

SHEET = "申报 名单"
# Upper and lower headings; a column without a lower one is merged over both rows.
HEADINGS = (
    ("序号", None),
    ("姓 名", None),
    ("民族", None),
    ("出生年月\n（如1990.05）", None),
    ("身份证号码", None),
    ("现专业技术资格", "名称"),
    (None, "取得时间"),
    ("最高学历", "学历"),
    (None, "毕业院校"),
    ("年龄", None),
    ("备注栏", None),
    ("联系电话", None),
)
FIRST = 5  # the row below the headings
_LINE = Side(style="thin")
FRAME = Border(_LINE, _LINE, _LINE, _LINE)
_WIDTHS = (5, 10, 8, 10, 22, 12, 12, 8, 18, 6, 9, 14)
_LETTERS = "ABCDEFGHIJKL"


@cache
def people(count: int = 8) -> tuple[Case, ...]:
    """The sample applicants, over and over; numbered behind the first eight."""
    cases = [load_case(path).case for path in sorted((data_folder() / "applicants").glob("*.yaml"))]
    return tuple(
        cases[at]
        if at < len(cases)
        else Case(
            cases[at % 8].campaign,
            cases[at % 8].applicant.model_copy(update={"name": f"张{at + 1}"}),
            cases[at % 8].unit,
        )
        for at in range(count)
    )


def names(count: int = 8) -> list[str]:
    return [case.applicant.name for case in people(count)]


def roster_book(blanks: int = 1, sample: dict[str, object] | None = None, *, framed: bool = True) -> Workbook:
    """A workbook with titles, two-level headings, empty rows, sums and signatures, and more sheets."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.merge_cells("A1:L1")
    sheet["A1"] = "2024年度档案系列申报人员花名册"
    sheet["A1"].font = Font(name="宋体", size=20, bold=True)
    sheet["A2"], sheet["H2"] = "单位（盖章）：", "填报时间：    年  月  日"
    _headings(sheet)
    rows = [sample] if sample else []
    for at, written in enumerate([*rows, *[None] * blanks]):
        _row(sheet, FIRST + at, written, framed=framed)
    last = FIRST + len(rows) + blanks - 1
    _below(sheet, last)
    _set_up(book, sheet, last)
    return book


def _headings(sheet) -> None:
    for column, texts in enumerate(HEADINGS, start=1):
        for row, text in enumerate(texts, start=3):
            cell = sheet.cell(row, column, text)
            cell.font, cell.border = Font(name="黑体", bold=True, size=12), FRAME
            cell.fill = PatternFill("solid", fgColor="DDDDDD")
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        if texts[1] is None:
            sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    sheet.merge_cells("F3:G3")
    sheet.merge_cells("H3:I3")


def _row(sheet, row: int, written: dict[str, object] | None, *, framed: bool) -> None:
    for column in range(1, len(HEADINGS) + 1):
        cell = sheet.cell(row, column, (written or {}).get(_LETTERS[column - 1]))
        if framed:
            cell.border, cell.font = FRAME, Font(name="仿宋", size=11, italic=bool(written))
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.cell(row, 7).number_format = 'yyyy"年"m"月"'
    sheet.cell(row, 10, f'=DATEDIF(DATE(LEFT(D{row},4),RIGHT(D{row},2),1),TODAY(),"y")')
    sheet.row_dimensions[row].height = 30


def _below(sheet, last: int) -> None:
    sheet.cell(last + 1, 1, "合计")
    sheet.cell(last + 1, 2, f'=COUNTA(B{FIRST}:B{last})&"人"')
    for column in range(1, len(HEADINGS) + 1):
        sheet.cell(last + 1, column).border = FRAME
    sheet.cell(last + 3, 1, "审核人（签字）：")
    sheet.merge_cells(start_row=last + 3, end_row=last + 3, start_column=1, end_column=4)
    sheet.cell(last + 3, 8, "单位负责人（签字）：").comment = Comment("手签", "office")
    sheet.cell(last + 3, 8).hyperlink = Hyperlink(f"H{last + 3}", location=f"'{SHEET}'!B{last + 1}")


def _set_up(book: Workbook, sheet, last: int) -> None:
    for letter, width in zip(_LETTERS, _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.print_title_rows, sheet.print_area = "3:4", f"A1:L{last + 3}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.oddHeader.left.text, sheet.oddFooter.center.text = "内部", "第&P页"
    sheet.freeze_panes = "C5"
    sheet.row_breaks.append(Break(id=last + 3))
    sheet["E3"].comment = Comment("填18位", "office")
    if last >= FIRST:
        choices = DataValidation(type="list", formula1='"汉族,维吾尔族"')
        sheet.add_data_validation(choices)
        choices.add(f"C{FIRST}:C{last}")
        twice = FormulaRule(formula=[f"COUNTIF($B${FIRST}:$B${last},B{FIRST})>1"], font=Font(color="FF0000"))
        sheet.conditional_formatting.add(f"B{FIRST}:B{last}", twice)
    notes = book.create_sheet("说明")
    notes["A1"], notes["A2"], notes["B2"] = "填表说明", f"='{SHEET}'!B{last + 1}", "A5"
    notes.column_dimensions["A"].width = 40
    book.create_sheet("选项").sheet_state = "hidden"
    book.defined_names["人数"] = DefinedName("人数", attr_text=f"'{SHEET}'!$B${last + 1}")


def book_bytes(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def opened_book(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def word_roster(blanks: int = 1, sample: list[str] | None = None) -> bytes:
    """A Word file with a roster as a table, signatures in its last row, and words around it."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部"
    document.add_heading("申报人员花名册", 1)
    document.add_paragraph("单位（盖章）：")
    rows = ([sample] if sample else []) + [None] * blanks
    table = document.add_table(3 + len(rows), 7, style="Table Grid")
    for column, text in enumerate(["序号", "姓名", "身份证号", "现职称", "", "出生年月（1990-05）", "年龄"]):
        table.cell(0, column).text = text
    table.cell(0, 3).merge(table.cell(0, 4))
    table.cell(1, 3).text, table.cell(1, 4).text = "名称", "取得时间"
    for column in (0, 1, 2, 5, 6):
        table.cell(0, column).merge(table.cell(1, column))
    for at, written in enumerate(rows, start=2):
        for column in range(7):
            paragraph = table.cell(at, column).paragraphs[0]
            paragraph.alignment = 1
            run = paragraph.add_run(written[column] if written else "")
            run.font.size, run.italic = Pt(9), bool(written)
    signatures = table.cell(2 + len(rows), 0).merge(table.cell(2 + len(rows), 6))
    signatures.text = "审核人（签字）：        填表人："
    document.add_paragraph("注：一式两份。")
    return saved(document)
