"""An office's roster as a table in a Word file: filled by its headings, with nothing of it lost."""

import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from generator.errors import FindingsError, UsageError
from generator.roster_template.fill import fill_roster
from tests.roster_template.making import names, people, word_roster
from tests.support import BODY, libreoffice, opened, saved, schema_errors

SIGNATURES = "审核人（签字）：        填表人："


def filled(content: bytes, folder, count: int = 8):
    path = folder / "花名册.docx"
    path.write_bytes(content)
    return fill_roster(path, people(count))


def refusal(content: bytes, folder) -> str:
    with pytest.raises(FindingsError) as caught:
        filled(content, folder)
    return str(caught.value)


def rows_of(content: bytes) -> list[list[str]]:
    """The texts of the rows below the headings."""
    return [[cell.text for cell in row.cells] for row in opened(content).tables[0].rows][2:]


def changed(content: bytes, change) -> bytes:
    document = opened(content)
    change(document)
    return saved(document)


class TestWhatIsFilled:
    """The rows of people."""

    def test_each_column_says_what_its_heading_asks(self, tmp_path):
        rows = rows_of(filled(word_roster(), tmp_path)[0])
        assert rows[0] == [
            *("1", "阿布都热依木·买买提图尔逊", "990101198508161276", "助理馆员", "2015年11月", "1985-08", "")
        ]
        assert [row[:2] for row in rows[:8]] == [[str(number), name] for number, name in enumerate(names(), start=1)]

    @pytest.mark.parametrize(("blanks", "count"), [(0, 3), (1, 1), (2, 8), (3, 2), (12, 8)])
    def test_there_is_a_row_for_each_and_the_signatures_stand_below(self, tmp_path, blanks, count):
        rows = rows_of(filled(word_roster(blanks), tmp_path, count)[0])
        assert [row[1] for row in rows[:count]] == names(count)
        assert [set(row) for row in rows[count:-1]] == [{""}] * max(0, blanks - count)
        assert set(rows[-1]) == {SIGNATURES}

    def test_each_row_looks_like_the_empty_one(self, tmp_path):
        table = opened(filled(word_roster(), tmp_path)[0]).tables[0]
        for row in table.rows[2:10]:
            for cell in row.cells[:3]:
                [run] = cell.paragraphs[0].runs
                assert run.font.size == Pt(9)
                assert cell.paragraphs[0].alignment == 1

    def test_marks_and_ends_of_lines_in_values_survive(self, tmp_path):
        case = people()[0]
        name = "甲&<乙>\n{{ 丙 }}\t丁"
        odd = replace(case, applicant=case.applicant.model_copy(update={"name": name}))
        path = tmp_path / "花名册.docx"
        path.write_bytes(word_roster())
        made, _ = fill_roster(path, [odd, odd])
        assert [row[1] for row in rows_of(made)[:2]] == [name, name]

    def test_a_thousand_people_are_as_well_served(self, tmp_path):
        made, _ = filled(word_roster(2), tmp_path, 1000)
        texts = [node.text for node in opened(made).element.body.iter(qn("w:t")) if node.text in set(names(1000))]
        assert texts == names(1000)

    @pytest.mark.parametrize(
        ("sample", "written"), [("1990.05", "1985.08"), ("1990年5月", "1985年8月"), ("", "1985-08")]
    )
    def test_dates_are_written_like_the_sample_or_as_the_heading_says(self, tmp_path, sample, written):
        content = word_roster(sample=["示例", "李四", "", "馆员", "", sample, "35"])
        rows = rows_of(filled(content, tmp_path)[0])
        assert rows[0][5] == written
        assert [row[1] for row in rows[:8]] == names()
        assert rows[0][6] == ""

    @pytest.mark.parametrize("blanks", [0, 1])
    def test_a_sample_is_cleared_where_nobody_comes_in(self, tmp_path, blanks):
        content = word_roster(blanks, sample=["示例", "李四", "", "馆员", "", "", "35"])
        path = tmp_path / "花名册.docx"
        path.write_bytes(content)
        rows = rows_of(fill_roster(path, ())[0])
        assert [set(row) for row in rows] == [{""}] * (1 + blanks) + [{SIGNATURES}]

    def test_the_same_list_gives_the_same_bytes(self, tmp_path):
        content = word_roster()
        assert filled(content, tmp_path)[0] == filled(content, tmp_path)[0]


class TestWhatStays:
    """All else of the file."""

    def test_every_other_part_keeps_its_bytes(self, tmp_path):
        content = word_roster()
        made, _ = filled(content, tmp_path)
        with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(BytesIO(made)) as after:
            assert after.testzip() is None
            assert after.namelist() == before.namelist()
            assert [name for name in before.namelist() if before.read(name) != after.read(name)] == [BODY]

    def test_words_around_the_table_and_its_headings_stay(self, tmp_path):
        content = word_roster(2)
        before, after = opened(content), opened(filled(content, tmp_path)[0])
        assert [one.text for one in after.paragraphs] == [one.text for one in before.paragraphs]
        assert after.sections[0].header.paragraphs[0].text == "内部"
        for number in (0, 1):
            assert after.tables[0].rows[number]._tr.xml == before.tables[0].rows[number]._tr.xml
        assert after.tables[0].rows[-1]._tr.xml == before.tables[0].rows[-1]._tr.xml
        assert after.tables[0]._tbl.tblPr.xml == before.tables[0]._tbl.tblPr.xml

    def test_the_file_is_sound_word_and_libreoffice_shows_everybody(self, tmp_path):
        made, _ = filled(word_roster(), tmp_path)
        assert schema_errors(made) == []
        text = libreoffice(made, "docx", "txt:Text (encoded):UTF8", tmp_path).decode("utf-8")
        lines = iter(text.split())
        expected = ["姓名", *(text for case in people() for text in (case.applicant.name, case.applicant.id_number))]
        assert [word for word in expected if word not in lines] == []  # in this order

    def test_a_file_that_libreoffice_made_is_filled(self, tmp_path):
        content = libreoffice(word_roster(2), "docx", "docx:MS Word 2007 XML", tmp_path)
        rows = rows_of(filled(content, tmp_path)[0])
        assert [row[1] for row in rows[:8]] == names()
        assert set(rows[-1]) == {SIGNATURES}

    def test_a_row_of_fixed_height_may_grow(self, tmp_path):
        def fix(document):
            height = OxmlElement("w:trHeight")
            height.set(qn("w:val"), "300")
            height.set(qn("w:hRule"), "exact")
            document.tables[0].rows[2]._tr.get_or_add_trPr().append(height)

        made = opened(filled(changed(word_roster(), fix), tmp_path)[0])
        rules = [height.get(qn("w:hRule")) for height in made.element.body.iter(qn("w:trHeight"))]
        assert rules == ["atLeast"] * 8

    def test_what_must_stand_once_is_not_repeated(self, tmp_path):
        def mark(document):
            paragraph = document.tables[0].cell(2, 1).paragraphs[0]._p
            paragraph.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "0A0B0C0D")
            for kind in ("bookmarkStart", "bookmarkEnd"):
                element = OxmlElement(f"w:{kind}")
                element.set(qn("w:id"), "7")
                document.tables[0].cell(2, 6).paragraphs[0]._p.append(element)

        made = opened(filled(changed(word_roster(), mark), tmp_path)[0]).element.body.xml
        assert made.count("0A0B0C0D") <= 1
        assert made.count("bookmarkStart") <= 1


class TestWhatIsSaid:
    """What the roster lacks, and what cannot be filled."""

    def test_columns_that_name_nothing_of_ours_are_told(self, tmp_path):
        _, findings = filled(word_roster(), tmp_path)
        assert any("“年龄”没有对应的数据，这一列空着" in finding.message for finding in findings)

    def test_people_who_stand_there_already_are_not_written_over(self, tmp_path):
        content = word_roster(sample=["1", "李四", "990101199001010000", "", "", "", ""])
        assert "第3行已经填了“李四”" in refusal(content, tmp_path)

    def test_cells_merged_downwards_are_refused(self, tmp_path):
        def merge(document):
            document.tables[0].cell(2, 1).merge(document.tables[0].cell(3, 1))

        assert "第3至4行的“姓名”是合并的单元格" in refusal(changed(word_roster(3), merge), tmp_path)

    def test_cells_that_do_not_fit_the_headings_are_refused(self, tmp_path):
        def merge(document):
            document.tables[0].cell(2, 1).merge(document.tables[0].cell(2, 2))

        assert "下面的格子和表头对不上" in refusal(changed(word_roster(), merge), tmp_path)

    def test_a_second_table_that_looks_like_a_list_is_told(self, tmp_path):
        def add(document):
            table = document.add_table(2, 2)
            table.cell(0, 0).text, table.cell(0, 1).text = "姓名", "民族"

        _, findings = filled(changed(word_roster(), add), tmp_path)
        assert any("有2张表像是名单" in finding.message for finding in findings)

    def test_what_is_no_roster_is_refused(self, tmp_path):
        assert "没有找到名单的表头" in refusal(saved(docx.Document()), tmp_path)
        (tmp_path / "花名册.doc").write_bytes(b"")
        with pytest.raises(UsageError, match=r"要用 \.xlsx 或 \.docx"):
            fill_roster(tmp_path / "花名册.doc", people())
