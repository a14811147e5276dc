"""Workbooks that cannot be read are refused with the steps to mend them; none makes the program fail or swell."""

import io
import zipfile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.loading.tables import biff, large_sheet, workbook, xlsx_parts
from generator.loading.tables.workbook import open_sheets
from generator.loading.tables.xlsx_parts import column_letters, column_number, sheet_marks
from generator.reading import legacy
from tests.loading.tables.books import HEAD, ZHANG, Formula, Percent, read, write
from tests.support import libreoffice, with_member

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.fixture
def book(tmp_path):
    return write(tmp_path / "名单.xlsx", {"名单": [HEAD, ZHANG]})


def with_sheet(book, xml: str):
    """The workbook with another first sheet."""
    book.write_bytes(
        with_member(book.read_bytes(), SHEET, f'<?xml version="1.0"?><worksheet {MAIN}>{xml}</worksheet>'.encode())
    )
    return book


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "这不是 Excel 工作簿"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "多半是网页或文本改了扩展名"),
        (b"PK\x03\x04 no zip", "文件已损坏，或不是 Excel 工作簿"),
        (biff.MAGIC + bytes(600), "这份WPS 表格文件（.et）转换不了|要先转成 .xlsx"),
    ],
)
def test_what_is_no_workbook_is_refused_with_what_to_do(tmp_path, content, message, monkeypatch):
    monkeypatch.setattr(legacy, "_run", lambda command: True)  # a converter that makes nothing
    (tmp_path / "名单.et").write_bytes(content)
    with pytest.raises(UsageError, match=message) as caught:
        open_sheets(tmp_path / "名单.et")
    assert "另存为" in str(caught.value)


def test_a_file_of_the_other_kind_is_named(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    (tmp_path / "名单.xlsx").write_bytes(buffer.getvalue())
    with pytest.raises(UsageError, match="不是 Excel 工作簿"):
        open_sheets(tmp_path / "名单.xlsx")


def test_a_locked_workbook_says_how_to_unlock_it(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "stream_names", lambda content: {"EncryptedPackage", "EncryptionInfo"})
    (tmp_path / "名单.xlsx").write_bytes(biff.MAGIC + bytes(600))
    with pytest.raises(UsageError, match="文件设了打开密码"):
        open_sheets(tmp_path / "名单.xlsx")


def test_a_table_that_only_libreoffice_reads_is_converted(tmp_path, year, monkeypatch):
    (tmp_path / "名单.et").write_bytes(biff.MAGIC + bytes(600))
    made = write(tmp_path / "made.xlsx", {"名单": [HEAD, ZHANG]}).read_bytes()
    asked = []
    monkeypatch.setattr(workbook, "as_xlsx", lambda *arguments: asked.append(arguments) or made)
    assert [each.name for each in read(tmp_path / "名单.et", year).applicants] == ["张三"]
    assert asked[0][2] == "et"


def test_without_libreoffice_the_steps_of_wps_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(legacy, "libreoffice", lambda: None)
    (tmp_path / "名单.et").write_bytes(biff.MAGIC + bytes(600))
    with pytest.raises(UsageError, match=r"要先转成 \.xlsx。请用 WPS 打开它"):
        open_sheets(tmp_path / "名单.et")


def test_cells_at_far_corners_are_refused_before_they_are_laid_out(book):
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(UsageError, match="工作簿解开后过大"):
        open_sheets(with_sheet(book, f"<sheetData>{cells}</sheetData>"))
    odd = "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r = 'XFD1048576'><v>1</v></c></row></sheetData>"
    with pytest.raises(UsageError, match="工作簿解开后过大"):
        open_sheets(with_sheet(book, odd))


def test_a_sheet_formatted_to_its_edge_without_content_there_is_read(tmp_path, year):
    path = tmp_path / "名单.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet, look = made.add_worksheet(), made.add_format({"bold": True})
        for row, cells in enumerate((HEAD, ZHANG)):
            sheet.write_row(row, 0, cells)
        sheet.write_blank(1_048_575, 16_383, None, look)
    assert read(path, year).applicant.name == "张三"


def test_a_member_that_would_unpack_to_far_more_is_refused(book):
    bomb = with_member(book.read_bytes(), "xl/media/image1.xml", b" " * 40_000_000)
    book.write_bytes(bomb)
    with pytest.raises(UsageError, match="工作簿解开后过大"):
        open_sheets(book)


def test_entities_and_external_files_in_a_workbooks_xml_are_not_followed(book, tmp_path, year):
    (tmp_path / "secret").write_text("机密", "utf-8")
    entity = f'<!DOCTYPE w [<!ENTITY e SYSTEM "file://{tmp_path / "secret"}">]>'
    styles = f'<?xml version="1.0"?>{entity}<styleSheet {MAIN}><numFmts>&e;</numFmts></styleSheet>'
    book.write_bytes(with_member(book.read_bytes(), "xl/styles.xml", styles.encode()))
    assert "机密" not in str(read(book, year).applicants)


def test_errors_of_formulas_are_found_in_new_and_old_workbooks(tmp_path):
    rows = [HEAD, ("张三", Formula("=1/0", "#DIV/0!"), Formula("=NA()", "#N/A"))]
    path = write(tmp_path / "新.xlsx", {"一": [("空",)], "名单": rows})
    with path.open("rb") as file:
        assert sheet_marks(file)["名单"].errors == {1: {1: "#DIV/0!", 2: "#N/A"}}
    old = libreoffice(path.read_bytes(), "xlsx", "xls", tmp_path)
    assert biff.error_cells(old) == {"一": {}, "名单": {1: {1: "#DIV/0!", 2: "#N/A"}}}


def test_a_formula_that_was_never_worked_out_is_no_empty_cell(book, year):
    cells = "".join(
        f'<c r="{column}1" t="inlineStr"><is><t>{text}</t></is></c>' for column, text in zip("ABC", HEAD, strict=True)
    )
    formula = '<c r="A2"><f>B1&amp;C1</f></c><c r="B2" t="str"><f>A9</f><v></v></c>'
    reading = read(with_sheet(book, f'<sheetData><row r="1">{cells}</row><row r="2">{formula}</row></sheetData>'), year)
    [finding] = [finding for finding in reading.faults if finding.rule == "cell"]
    assert (finding.place.heading, finding.message) == ("姓名", "这一格的公式还没有算出结果")


def test_a_large_sheet_is_read_piece_by_piece_as_it_is_read_whole(tmp_path, year, monkeypatch):
    rows = [
        (),
        ("", *HEAD, "出生年月"),
        (),
        *(("", f"人{n}", f"99010119900512{n:04}", "中级", 1990.05) for n in range(300)),
    ]
    rows[200] = ("", "张三", Formula("=1/0", "#DIV/0!"), Percent(0.5))
    merges = [(10, 4, 12, 4)]
    path = write(tmp_path / "名单.xlsx", {"封面": [("甲",)], "名单": rows}, {"名单": merges})
    whole, reading = list(open_sheets(path)[1].rows()), read(path, year)
    monkeypatch.setattr(workbook, "LARGE", 1000)
    monkeypatch.setattr(large_sheet, "_PIECE", 2000)
    monkeypatch.setattr(xlsx_parts, "_BLOCK", 700)
    [_, sheet] = open_sheets(path)
    assert isinstance(sheet.source, large_sheet.LargeSheet)
    assert [(number, trimmed(cells)) for number, cells in sheet.rows()] == [
        (number, trimmed(["", *cells])) for number, cells in whole
    ]
    pieces = read(path, year)
    assert (pieces.applicants, pieces.told) == (reading.applicants, reading.told)
    assert [str(finding) for finding in pieces.faults] == [str(finding) for finding in reading.faults]
    assert len(pieces.applicants) == 299


def trimmed(cells: list) -> list:
    """The row without the empty cells at its end."""
    while cells and cells[-1] == "":
        cells = cells[:-1]
    return cells


def test_a_large_sheet_whose_rows_have_no_numbers_is_refused(book, monkeypatch):
    cells = "".join(f'<row><c t="inlineStr"><is><t>{text}</t></is></c></row>' for text in HEAD)
    with_sheet(book, f"<sheetData>{cells}</sheetData>")
    monkeypatch.setattr(workbook, "LARGE", 10)
    monkeypatch.setattr(large_sheet, "_PIECE", 10)
    monkeypatch.setattr(xlsx_parts, "_BLOCK", 100)
    [sheet] = open_sheets(book)
    with pytest.raises(UsageError, match="的行没有行号"):
        list(sheet.rows())


@given(st.integers(0, 16_383))
def test_columns_go_by_letters(number):
    assert column_number(column_letters(number)) == number
    assert column_letters(0) == "A"


@given(st.binary(max_size=3000))
def test_a_broken_old_workbook_has_no_marks(content):
    assert isinstance(biff.error_cells(biff.MAGIC + content), dict)
    assert isinstance(biff.stream_names(biff.MAGIC + content), set)


@given(st.integers(0, 6000), st.binary(min_size=1, max_size=40))
def test_a_damaged_workbook_is_read_or_refused_never_more(at, noise):
    content = bytearray(SAMPLE)
    content[at : at + len(noise)] = noise
    try:
        sheet_marks(io.BytesIO(bytes(content)))
    except (xlsx_parts.Broken, xlsx_parts.TooLarge):
        return


def sample() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as made:
        made.add_worksheet("名单").write_row(0, 0, HEAD)
    return buffer.getvalue()


SAMPLE = sample()
