"""What stands below the roster's table: people by level and what they pay; of money nothing where nothing is stated."""

import pytest

from generator.build import DOCX, HTML, PDF, XLSX
from tests.documents.papers import PAPERS
from tests.documents.test_roster_workbook import workbook

FOOTERS = {
    "unsaid": ("合计：5人，其中中级3人、初级2人。",),
    "free": ("合计：5人，其中中级3人、初级2人。评审费：本年度不收取。",),
    "charged": (
        "合计：5人，其中中级3人、初级2人。评审费：共25,080元，不含收费标准不明的1人，各单位如下。",
        "若羌县楼兰档案管理中心1人：评审中级1人，每人12,380元，计12,380元。",
        "巴音郭楞蒙古自治州孔雀河档案馆2人：授予中级1人，收费标准不明；评审中级1人，每人12,380元，计12,380元；"
        "共12,380元，不含收费标准不明的1人。",
        "巴州开都河水利投资集团有限公司1人：评审初级1人，每人220元，计220元。",
        "没有写明单位的1人：初次确定初级1人，每人100元，计100元。",
    ),
    "charged-one-unit": (
        "合计：2人，均为中级。",
        "评审费：授予中级1人，收费标准不明；评审中级1人，每人12,380元，计12,380元；共12,380元，不含收费标准不明的1人。",
    ),
    "charged-one-person": ("合计：1人，均为中级。", "评审费：评审中级1人，每人12,380元，计12,380元。"),
}
SIGNED = "单位负责人（签字）"


def footer(text: str) -> list[str]:
    """The lines of the text between the table and the signatures."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    end = next(number for number, line in enumerate(lines) if line.startswith(SIGNED))
    start = next((number for number, line in enumerate(lines) if line.startswith("合计")), end)
    return lines[start:end]


@pytest.mark.parametrize("name", FOOTERS)
@pytest.mark.parametrize("format", [DOCX, HTML])
def test_the_footer_says_who_applies_and_what_they_pay(name, format):
    assert footer(PAPERS[f"roster-filled-{name}"].text(format)) == list(FOOTERS[name])


@pytest.mark.parametrize("name", FOOTERS)
def test_the_workbook_and_the_pdf_say_the_same(name):
    paper = PAPERS[f"roster-filled-{name}"]
    cells = [str(cell.value) for row in workbook(paper).iter_rows() for cell in row if cell.value]
    assert footer("\n".join(cells)) == list(FOOTERS[name])
    assert "".join(FOOTERS[name]) in paper.words(PDF)


@pytest.mark.parametrize("state", ["model", "hand"])
@pytest.mark.parametrize("format", [DOCX, HTML])
def test_a_blank_has_no_sums(state, format):
    assert footer(PAPERS[f"roster-{state}"].text(format)) == []


def test_every_format_of_the_roster_was_looked_at():
    assert {DOCX, HTML, PDF, XLSX} == set(PAPERS["roster-filled-samples"].document.formats)
