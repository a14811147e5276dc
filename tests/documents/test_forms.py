"""What the exemption form and the materials catalogue print in cells that take more than one value, or a long one."""

import pytest

from generator.build import Request
from generator.catalog import OPTIONAL
from generator.model.case import Case
from generator.rendering.environment import FILLED, HAND_BLANK
from tests.documents.papers import LIBRARY, Paper
from tests.documents.variants import CAMPAIGN, EVERYTHING, with_applicant, with_unit, without
from tests.support import opened, pdf_text

DEGREE = {"学校": "天山示例大学", "专业": "档案学", "毕业时间": "2014-1"}


@pytest.mark.parametrize(
    ("degree", "phrase"),
    [
        (DEGREE, "2014年1月毕业于天山示例大学档案学专业"),
        ({**DEGREE, "专业": "档案学专业"}, "2014年1月毕业于天山示例大学档案学专业"),
        ({**DEGREE, "专业": None}, "2014年1月毕业于天山示例大学"),
        ({**DEGREE, "毕业时间": None}, "毕业于天山示例大学档案学专业"),
        ({**DEGREE, "学校": None}, "2014年1月档案学专业毕业"),
        ({"毕业时间": "2014-1"}, "2014年1月毕业"),
        ({"学校": "天山示例大学"}, "毕业于天山示例大学"),
        ({"专业": "档案学"}, "档案学专业毕业"),
        ({}, "无"),
    ],
)
def test_the_exemption_form_says_where_one_graduated_in_one_phrase(degree, phrase):
    stated = {key: value for key, value in degree.items() if value}
    case = with_applicant(EVERYTHING, 学历学位=[{"学历": "本科", **stated}])
    paper = Paper("exemption_form-degree", Request(case, "exemption_form"))
    for format in ("docx", "html"):
        assert f"何时何学校何专业毕业{phrase}现工作单位" in paper.words(format)


@pytest.mark.parametrize("name", ["巴州示例档案馆", "巴音郭楞蒙古自治州孔雀河示例档案管理中心"])
def test_a_long_name_of_a_unit_gets_a_line_of_its_own_in_the_catalogue(name):
    paper = Paper("materials_catalogue-unit", Request(with_unit(EVERYTHING, 名称=name), "materials_catalogue"))
    first = next(row for row in opened(paper.file("docx")).tables[0].rows if "地州市：" in row.cells[0].text)
    assert ("单位：" in [cell.text for cell in first.cells]) == (len(name) <= 14)
    assert name in pdf_text(paper.file("pdf"), "-layout")


def rows_of(case, state=FILLED):
    paper = Paper(f"materials_catalogue-{state}", Request(case, "materials_catalogue", state))
    table = opened(paper.file("docx")).tables[1]
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def test_a_catalogue_without_listed_materials_lists_those_of_the_year_and_grows_with_them():
    rows = rows_of(with_applicant(EVERYTHING, 材料=[]))
    assert [number for number, _, _ in rows] == [str(number) for number in range(1, 14)]
    assert rows[1] == ["2", "所在单位性质证明（附当地机构编制部门批文复印件或当地人社部门证明）", "2"]
    assert rows[9] == ["10", "2021年至2023年各年度考核表原件", "3"]
    assert rows[12] == ["13", "其他证明材料", ""]


def test_a_blank_catalogue_has_the_prescribed_lines_with_nothing_in_them():
    assert rows_of(Case(CAMPAIGN), HAND_BLANK) == [[str(number), "", ""] for number in range(1, 13)]


def bare(kind):
    """The applicant without any value that the form may lack."""
    case = EVERYTHING
    for path, need in LIBRARY.document(kind).fields.items():
        case = without(case, path) if need == OPTIONAL else case
    return case


@pytest.mark.parametrize(
    ("kind", "nothing"),
    [
        ("exemption_form", ["学历无", "学位无", "何时何学校何专业毕业无", "现有专业技术职务无"]),
        (
            "materials_catalogue",
            ["族别：无", "最高学历（学位）：无", "从事专业：无", "联系电话（手机）：无", "现职称：无"],
        ),
    ],
)
def test_what_an_applicant_has_not_reads_wu_in_the_prescribed_forms(kind, nothing):
    paper = Paper(f"{kind}-bare", Request(bare(kind), kind))
    for format in ("docx", "html"):
        assert [words for words in nothing if words not in paper.words(format)] == []
