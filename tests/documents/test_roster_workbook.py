"""The roster's workbook holds what its Word file holds: the same lines, the same table, cell by cell."""

import io

import openpyxl
import pytest

from generator.build import XLSX
from tests.documents.papers import PAPERS
from tests.documents.reading import words
from tests.support import opened

ROSTERS = [name for name, paper in PAPERS.items() if XLSX in paper.document.formats]


def workbook(paper):
    return openpyxl.load_workbook(io.BytesIO(paper.file(XLSX))).active


def rows_of_workbook(paper) -> list[list[str]]:
    """The rows that are part of the table: those with more than one cell of their own."""
    rows = [[cell.value or "" for cell in row] for row in workbook(paper).iter_rows()]
    return [row for row in rows if sum(map(bool, row)) > 1 or row[0] == ""]


def rows_of_word_file(paper) -> list[list[str]]:
    """The table's rows; a cell that spans several counts once, as in a workbook."""
    (table,) = opened(paper.file("docx")).tables
    rows, seen = [], set()
    for row in table.rows:
        cells = []
        for cell in row.cells:
            cells.append("" if cell._tc in seen else cell.text)
            seen.add(cell._tc)
        rows.append(cells)
    return rows


@pytest.mark.parametrize("name", ROSTERS)
def test_the_table_is_the_same_cell_by_cell(name):
    paper = PAPERS[name]
    assert rows_of_workbook(paper) == rows_of_word_file(paper)


@pytest.mark.parametrize("name", ROSTERS)
def test_the_lines_around_the_table_are_the_same(name):
    paper = PAPERS[name]
    cells = [cell.value for row in workbook(paper).iter_rows() for cell in row if cell.value]
    assert words("".join(cells)) == paper.words("docx")


def test_the_table_has_a_row_for_each_applicant():
    paper = PAPERS["roster-filled-samples"]
    names = [member["申报人"]["姓名"] for member in paper.values["名单"]]
    body = rows_of_workbook(paper)[-len(names) :]
    assert [row[1] for row in body] == names
    assert [row[0] for row in body] == [str(number) for number in range(1, len(names) + 1)]
