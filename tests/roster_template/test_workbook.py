"""An office's roster in a workbook: filled by its headings, with nothing of it lost."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook as WrittenBook

from generator.errors import FindingsError, UsageError
from generator.model.applicant import Paper
from generator.roster_template.fill import fill_roster
from generator.roster_template.references import Insertion
from tests.rendering.test_docx_package import PICTURE
from tests.roster_template.making import (
    FIRST,
    HEADINGS,
    SHEET,
    book_bytes,
    names,
    opened_book,
    people,
    roster_book,
)
from tests.support import libreoffice, with_member, xml

LOOK = ("font", "border", "fill", "alignment", "number_format", "protection")


def filled(content: bytes, folder, count: int = 8):
    """The workbook and what is said of it."""
    path = folder / "花名册.xlsx"
    path.write_bytes(content)
    made, findings = fill_roster(path, people(count))
    return made, findings


def refusal(content: bytes, folder) -> str:
    with pytest.raises(FindingsError) as caught:
        filled(content, folder)
    return str(caught.value)


def rows_of(content: bytes, first: int = FIRST, count: int = 8) -> list[list[object]]:
    sheet = opened_book(content)[SHEET]
    return [[cell.value for cell in row] for row in sheet.iter_rows(first, first + count - 1)]


def looks(cell, *, as_text: bool = False) -> list[str]:
    """What a cell looks like, whichever workbook it is in."""
    return [repr(getattr(cell, name)) for name in LOOK if not (as_text and name == "number_format")]


class TestWhatIsFilled:
    """The rows of people."""

    def test_each_column_says_what_its_heading_asks(self, tmp_path):
        made, _ = filled(book_bytes(roster_book()), tmp_path)
        first, second, *_ = rows_of(made)
        assert first[:9] == [
            *(1, "阿布都热依木·买买提图尔逊", "维吾尔族", "1985.08", "990101198508161276"),
            *("助理馆员", "2015年11月", "本科", "天山示例大学"),
        ]
        assert second[0] == 2
        assert first[11] == "19900000101"
        assert [row[1] for row in rows_of(made)] == names()

    def test_numbers_that_a_spreadsheet_would_spoil_stand_in_cells_of_text(self, tmp_path):
        sheet = opened_book(filled(book_bytes(roster_book()), tmp_path)[0])[SHEET]
        for row in range(FIRST, FIRST + 8):
            assert [sheet.cell(row, column).number_format for column in (5, 12)] == ["@", "@"]
            assert sheet.cell(row, 5).data_type == "s"
            assert sheet.cell(row, 1).data_type == "n"

    def test_a_formula_of_the_empty_row_is_copied_down(self, tmp_path):
        rows = rows_of(filled(book_bytes(roster_book()), tmp_path)[0])
        assert rows[7][9] == '=DATEDIF(DATE(LEFT(D12,4),RIGHT(D12,2),1),TODAY(),"y")'

    def test_each_row_looks_like_the_empty_one(self, tmp_path):
        template = roster_book()
        made = opened_book(filled(book_bytes(template), tmp_path)[0])[SHEET]
        for row in range(FIRST, FIRST + 8):
            for column in range(1, len(HEADINGS) + 1):
                wanted, cell = template[SHEET].cell(FIRST, column), made.cell(row, column)
                assert looks(cell, as_text=column in (5, 12)) == looks(wanted, as_text=column in (5, 12))

    def test_a_row_grows_where_a_name_would_be_cut_off(self, tmp_path):
        sheet = opened_book(filled(book_bytes(roster_book()), tmp_path)[0])[SHEET]
        assert sheet.row_dimensions[FIRST].height > 30
        assert sheet.row_dimensions[FIRST + 2].height == 30

    @pytest.mark.parametrize(("blanks", "count"), [(1, 1), (2, 8), (3, 2), (12, 8), (8, 8)])
    def test_there_is_a_row_for_each_however_many_were_empty(self, tmp_path, blanks, count):
        made, _ = filled(book_bytes(roster_book(blanks)), tmp_path, count)
        rows = rows_of(made, count=max(blanks, count) + 1)
        assert [row[1] for row in rows[:count]] == names(count)
        assert [row[:2] for row in rows[count:-1]] == [[None, None]] * max(0, blanks - count)
        assert rows[-1][:2] == ["合计", f'=COUNTA(B{FIRST}:B{FIRST + max(blanks, count) - 1})&"人"']

    def test_values_that_look_like_formulas_stay_text(self, tmp_path):
        case = people()[0]
        name = '=HYPERLINK("x")&<甲>'
        odd = replace(case, applicant=case.applicant.model_copy(update={"name": name}))
        path = tmp_path / "花名册.xlsx"
        path.write_bytes(book_bytes(roster_book()))
        made, _ = fill_roster(path, [odd, odd])
        sheet = opened_book(made)[SHEET]
        assert [sheet.cell(row, 2).data_type for row in (FIRST, FIRST + 1)] == ["s", "s"]
        assert [rows[1] for rows in rows_of(made, count=2)] == [name, name]

    def test_a_thousand_people_are_as_well_served(self, tmp_path):
        made, _ = filled(book_bytes(roster_book()), tmp_path, 1000)
        rows = rows_of(made, count=1001)
        assert [row[0] for row in rows[:1000]] == list(range(1, 1001))
        assert [row[1] for row in rows[:1000]] == names(1000)
        assert rows[1000][1] == '=COUNTA(B5:B1004)&"人"'

    def test_the_same_list_gives_the_same_bytes(self, tmp_path):
        content = book_bytes(roster_book())
        assert filled(content, tmp_path)[0] == filled(content, tmp_path)[0]


class TestDates:
    """The form of dates: that of a sample, of the cell, or of the heading."""

    @pytest.mark.parametrize(
        ("sample", "format", "written"),
        [
            ("1990.05", "General", "1985.08"),
            ("1990-5", "General", "1985-8"),
            ("1990年05月", "General", "1985年08月"),
            ("199005", "@", "198508"),
            (date(1990, 5, 1), 'yyyy"年"m"月"', "1985年8月"),
            (date(1990, 5, 1), "yyyy\\.mm", "1985.08"),
            (None, "yyyy\\/mm", "1985/08"),
            (None, "General", "1985.08"),
        ],
    )
    def test_a_month_is_written_in_the_columns_form(self, tmp_path, sample, format, written):
        book = roster_book(sample={"A": "示例", "B": "张三", "D": sample})
        book[SHEET].cell(FIRST, 4).number_format = format
        assert rows_of(filled(book_bytes(book), tmp_path)[0])[0][3] == written

    def test_a_day_in_a_cell_for_days_is_a_date_and_a_month_there_is_text(self, tmp_path):
        book = roster_book()
        book[SHEET]["D3"], book[SHEET]["K3"] = "参加工作时间", "公示起始日期"
        for column in (4, 11):
            book[SHEET].cell(FIRST, column).number_format = "yyyy-mm-dd"
        row = rows_of(filled(book_bytes(book), tmp_path)[0])[0]
        assert row[3] == "2007-09"
        assert row[10] == datetime(2024, 9, 11)


class TestWhatStays:
    """All else of the workbook."""

    @pytest.fixture(params=[1, 3])
    def pair(self, request, tmp_path):
        """The template, the filled workbook, and how rows have moved."""
        content = book_bytes(roster_book(request.param))
        made, _ = filled(content, tmp_path)
        at = FIRST + 1 if request.param == 1 else FIRST + request.param - 1
        growing = FIRST if request.param == 1 else None
        return content, made, Insertion(SHEET, at, 8 - request.param, growing)

    def test_every_cell_elsewhere_keeps_its_value_and_look(self, pair):
        content, made, insertion = pair
        before, after = opened_book(content), opened_book(made)
        bed = range(FIRST, insertion.at + (insertion.growing is None))
        for sheet in before:
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                if sheet.title == SHEET and cell.row in bed:
                    continue
                there = cell.row if sheet.title != SHEET else insertion.row(cell.row)
                other = after[sheet.title].cell(there, cell.column)
                value = cell.value
                if isinstance(value, str) and value.startswith("="):
                    value = insertion.formula(value, here=sheet.title == SHEET)
                assert other.value == value
                assert looks(other) == looks(cell)
                assert (other.comment and other.comment.text) == (cell.comment and cell.comment.text)

    def test_merged_cells_widths_and_heights_stay(self, pair):
        content, made, insertion = pair
        before, after = opened_book(content)[SHEET], opened_book(made)[SHEET]
        moved = {insertion.area(str(area), grows=False) for area in before.merged_cells.ranges}
        assert {str(area) for area in after.merged_cells.ranges} == moved
        widths = [{letter: one.width for letter, one in sheet.column_dimensions.items()} for sheet in (before, after)]
        assert widths[0] == widths[1]
        for row in (1, 2, 3, 4):
            assert after.row_dimensions[row].height == before.row_dimensions[row].height

    def test_what_is_printed_stays(self, pair):
        content, made, insertion = pair
        before, after = opened_book(content)[SHEET], opened_book(made)[SHEET]
        assert after.print_title_rows == before.print_title_rows == "$3:$4"
        assert after.print_area == insertion.formula(before.print_area, here=False)
        assert after.page_setup.orientation == "landscape"
        assert after.oddHeader.left.text == "内部"
        assert after.oddFooter.center.text == "第&P页"
        assert [line.id for line in after.row_breaks.brk] == [insertion.row(line.id) for line in before.row_breaks.brk]

    def test_choices_conditions_links_and_names_reach_over_the_new_rows(self, pair):
        content, made, insertion = pair
        before, after = opened_book(content), opened_book(made)
        last = insertion.row(insertion.at) - (insertion.growing is not None)
        assert [str(one.sqref) for one in after[SHEET].data_validations.dataValidation] == [f"C{FIRST}:C{last}"]
        [condition] = after[SHEET].conditional_formatting
        assert str(condition.sqref) == f"B{FIRST}:B{last}"
        assert condition.rules[0].formula == [f"COUNTIF($B${FIRST}:$B${last},B{FIRST})>1"]
        total = insertion.row(insertion.at + (insertion.growing is None))
        assert after.defined_names["人数"].attr_text == f"'{SHEET}'!$B${total}"
        assert after["说明"]["A2"].value == f"='{SHEET}'!B{total}"
        [link] = [cell.hyperlink for row in after[SHEET].iter_rows() for cell in row if cell.hyperlink]
        assert link.location == f"'{SHEET}'!B{total}"
        assert before["选项"].sheet_state == after["选项"].sheet_state == "hidden"

    def test_parts_that_know_nothing_of_rows_keep_their_bytes(self, pair):
        content, made, _ = pair
        with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(io.BytesIO(made)) as after:
            assert after.testzip() is None
            assert after.namelist() == before.namelist()
            changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
        assert changed <= {
            *("xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"),
            *("xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml", "xl/worksheets/_rels/sheet1.xml.rels"),
            "xl/drawings/legacyDrawing1.vml",
        }

    def test_pictures_and_charts_go_along(self, tmp_path):
        path = tmp_path / "花名册.xlsx"
        with WrittenBook(path) as book:
            sheet = book.add_worksheet("名单")
            sheet.write_row(0, 0, ["序号", "姓名", "从事本专业年限"])
            sheet.write_row(2, 0, ["合计", "", 0])
            sheet.insert_image(4, 0, "stamp.png", {"image_data": io.BytesIO(PICTURE)})
            chart = book.add_chart({"type": "column"})
            chart.add_series({"values": "=名单!$C$2:$C$2", "categories": "=名单!$B$3"})
            sheet.insert_chart(8, 0, chart)
        made, _ = fill_roster(path, people())
        rows = [node.text for node in xml(made, "xl/drawings/drawing1.xml").iter("{*}row")]
        before = [node.text for node in xml(path.read_bytes(), "xl/drawings/drawing1.xml").iter("{*}row")]
        assert [int(row) for row in rows] == [int(row) + 7 for row in before]
        assert [node.text for node in xml(made, "xl/charts/chart1.xml").iter("{*}f")] == [
            "名单!$B$10",
            "名单!$C$2:$C$9",
        ]

    def test_formulas_that_share_one_text_say_the_same_afterwards(self, tmp_path):
        book = roster_book(blanks=2)
        for row in (FIRST, FIRST + 1):
            book[SHEET].cell(row, 11, "=LEN(B5)")
        content = book_bytes(book)
        part = "xl/worksheets/sheet1.xml"
        root = xml(content, part).getroottree()
        first, second = [node for node in root.iter("{*}f") if node.text == "LEN(B5)"]
        first.attrib.update({"t": "shared", "si": "0", "ref": "K5:K6"})
        second.attrib.update({"t": "shared", "si": "0"})
        second.text = None
        out = io.BytesIO()
        root.write(out)
        made, _ = filled(with_member(content, part, out.getvalue()), tmp_path)
        assert [row[10] for row in rows_of(made)] == [f"=LEN(B{row})" for row in range(FIRST, FIRST + 8)]


class TestWhatIsSaid:
    """What the roster lacks, and what cannot be filled."""

    def test_columns_that_name_nothing_of_ours_are_told_and_left_empty(self, tmp_path):
        made, findings = filled(book_bytes(roster_book()), tmp_path)
        messages = [str(finding) for finding in findings]
        assert any("“备注栏”没有对应的数据，这一列空着" in message for message in messages)
        assert not any("年龄" in message for message in messages)  # a formula fills it
        assert [row[10] for row in rows_of(made)] == [None] * 8
        assert all(finding.place.sheet == SHEET for finding in findings)

    def test_gaps_are_told_with_the_names_of_some(self, tmp_path):
        _, findings = filled(book_bytes(roster_book()), tmp_path)
        assert any("“现专业技术资格—名称”有3人没有内容（何堃、刘建疆、马晓芸）" in str(one) for one in findings)

    def test_items_that_no_column_takes_are_told(self, tmp_path):
        book = roster_book()
        book[SHEET]["J3"], book[SHEET]["K3"] = "论文题目1", "论文题目2"
        path = tmp_path / "花名册.xlsx"
        path.write_bytes(book_bytes(book))
        papers = tuple(Paper.model_validate({"题目": title}) for title in ("甲", "乙", "丙"))
        writer = replace(people()[0], applicant=people()[0].applicant.model_copy(update={"papers": papers}))
        made, findings = fill_roster(path, [writer, people()[1]])
        assert rows_of(made, count=1)[0][9:11] == ["甲", "乙"]
        [told] = [one for one in findings if one.level == "warning"]
        assert told.message == f"{writer.applicant.name}的论文著作多于2项，“论文题目2”以后的没有列出"

    def test_people_who_stand_there_already_are_not_written_over(self, tmp_path):
        message = refusal(book_bytes(roster_book(sample={"A": 1, "B": "李四", "E": "990101199001010000"})), tmp_path)
        assert "第5行已经填了“李四”" in message
        assert "示例" in message

    @pytest.mark.parametrize(
        "sample", [{"A": "示例", "B": "李四"}, {"A": 1, "B": "×××"}, {"A": 1, "B": "张三（示例）"}]
    )
    def test_a_sample_gives_way_to_the_first_person(self, tmp_path, sample):
        made, _ = filled(book_bytes(roster_book(sample=sample)), tmp_path)
        sheet = opened_book(made)[SHEET]
        assert [row[1] for row in rows_of(made)] == names()
        assert not sheet.cell(FIRST, 2).font.italic

    def test_the_look_of_a_sample_serves_where_there_is_no_empty_row(self, tmp_path):
        made, _ = filled(book_bytes(roster_book(0, sample={"A": "示例", "B": "李四", "K": "某项"})), tmp_path)
        assert [row[1] for row in rows_of(made)] == names()
        assert [row[10] for row in rows_of(made)] == [None] * 8

    @pytest.mark.parametrize("count", [1, 2, 8])
    def test_of_several_samples_none_is_left(self, tmp_path, count):
        book = roster_book(2, sample={"A": "示例", "B": "李四", "K": "某项"})
        for column, text in (("A", "示例"), ("B", "王五"), ("K", "别项")):
            book[SHEET][f"{column}{FIRST + 1}"] = text
        made, _ = filled(book_bytes(book), tmp_path, count)
        rows = rows_of(made, count=max(3, count))
        assert [row[1] for row in rows[:count]] == names(count)
        assert {value for row in rows for value in row} & {"示例", "李四", "王五", "某项", "别项"} == set()

    def test_a_row_that_counts_the_columns_stays_above_the_people(self, tmp_path):
        book = roster_book(0)
        sheet = book[SHEET]
        sheet.insert_rows(FIRST)
        for column in range(1, 13):
            sheet.cell(FIRST, column, column)
        rows = rows_of(filled(book_bytes(book), tmp_path)[0], count=10)
        assert rows[0][:3] == [1, 2, 3]
        assert [row[1] for row in rows[1:9]] == names()
        assert rows[9][0] == "合计"

    def test_rows_that_were_never_laid_out_take_after_the_headings(self, tmp_path):
        made, _ = filled(book_bytes(roster_book(framed=False)), tmp_path)
        sheet = opened_book(made)[SHEET]
        for row in (FIRST, FIRST + 7):
            cell = sheet.cell(row, 2)
            assert (cell.border.left.style, cell.font.name, cell.font.bold) == ("thin", "黑体", False)
            assert cell.fill.fill_type is None

    def test_without_any_row_below_the_headings_rows_are_put_in_all_the_same(self, tmp_path):
        made, _ = filled(book_bytes(roster_book(0)), tmp_path)
        assert [row[1] for row in rows_of(made)] == names()
        assert rows_of(made, FIRST + 8, 1)[0][0] == "合计"

    def test_cells_merged_downwards_are_refused(self, tmp_path):
        book = roster_book(3)
        book[SHEET].merge_cells("C5:C7")
        assert "第5至7行的“民族”是合并的单元格" in refusal(book_bytes(book), tmp_path)

    def test_cells_merged_sideways_are_so_in_new_rows(self, tmp_path):
        book = roster_book()
        book[SHEET].merge_cells("J5:K5")
        areas = {str(area) for area in opened_book(filled(book_bytes(book), tmp_path)[0])[SHEET].merged_cells.ranges}
        assert {f"J{row}:K{row}" for row in range(FIRST, FIRST + 8)} <= areas

    def test_another_sheet_that_looks_like_a_list_is_told(self, tmp_path):
        book = roster_book()
        book["说明"].append(["姓名", "民族"])
        _, findings = filled(book_bytes(book), tmp_path)
        assert any("表“说明”也像是名单，没有填" in str(finding) for finding in findings)

    def test_what_is_no_roster_is_refused(self, tmp_path):
        book = roster_book()
        book[SHEET]["B3"] = "名"
        assert "没有找到名单的表头" in refusal(book_bytes(book), tmp_path)
        for name, content in (("名册.xls", b""), ("名册.xlsx", b"PK"), ("名册.xlsx", b"x" * 99)):
            (tmp_path / name).write_bytes(content)
            with pytest.raises(UsageError):
                fill_roster(tmp_path / name, people())
        with pytest.raises(UsageError, match="没有"):
            fill_roster(tmp_path / "不在.xlsx", people())


class TestOtherPrograms:
    """Other programs read what we made, and we fill what they made."""

    def test_libreoffice_reads_every_row_and_reckons_the_sums(self, tmp_path):
        made, _ = filled(book_bytes(roster_book()), tmp_path)
        text = libreoffice(made, "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1", tmp_path).decode("utf-8")
        rows = list(csv.reader(io.StringIO(text)))
        assert [row[1] for row in rows[4:12]] == names()
        assert [row[4] for row in rows[4:12]] == [case.applicant.id_number for case in people()]
        assert rows[12][:2] == ["合计", "8人"]
        assert all(row[9].isdecimal() for row in rows[4:12])
        assert rows[14][0] == "审核人（签字）："

    def test_a_workbook_that_libreoffice_made_is_filled(self, tmp_path):
        content = libreoffice(book_bytes(roster_book(2)), "xlsx", "xlsx:Calc MS Excel 2007 XML", tmp_path)
        made, _ = filled(content, tmp_path)
        assert [row[1] for row in rows_of(made)] == names()
        sheet = load_workbook(io.BytesIO(made))[SHEET]
        assert sheet["A1"].value == "2024年度档案系列申报人员花名册"
        assert rows_of(made, FIRST + 8, 1)[0][1] == '=COUNTA(B5:B12)&"人"'
