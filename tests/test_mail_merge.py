"""A Word file made for mail merge is a template like any other: built, batched and checked."""

import docx
import pytest

from generator.catalog import Library
from generator.errors import FindingsError
from generator.own_template import build_own
from generator.rendering.environment import FILLED, MODEL_BLANK
from generator.template_check import check_templates
from tests.files import CAMPAIGN
from tests.rendering.test_docx_merge import put_field
from tests.support import paragraphs, saved, word_template, zhicheng


@pytest.fixture
def letter(tmp_path):
    """An office's letter, with fields of each kind."""
    document = docx.Document()
    lines = {
        "兹有": [" MERGEFIELD 单位名称 \\* MERGEFORMAT ", ' MERGEFIELD "姓名" '],
        "出生": [' MERGEFIELD 出生年月 \\@ "yyyy.MM" '],
        "证号": [" MERGEFIELD 身份证号码 "],
        "申报": [" MERGEFIELD 申报级别 ", " MERGEFIELD 第一学历 "],
        "现有": [' MERGEFIELD 现职称 \\b "，" '],
    }
    for words, fields in lines.items():
        paragraph = document.add_paragraph(words)
        for field in fields:
            put_field(paragraph, field)
    document.add_paragraph("«评审年度»年")
    path = tmp_path / "推荐信.docx"
    path.write_bytes(saved(document))
    return path


LINES = [
    "兹有库尔勒梨城云档信息技术有限公司何堃",
    "出生2000.02",
    "证号990104200002144152",
    "申报初级本科",
    "现有",
    "2024年",
]


def test_it_is_filled_with_the_applicants_values(case, letter):
    output, hints = build_own(case, letter, state=FILLED, public=False)
    assert output.file_name == "何堃_推荐信.docx"
    assert paragraphs(output.content) == LINES
    assert {hint.rule for hint in hints} == {"empty", "private"}
    assert [hint.field for hint in hints if hint.rule == "empty"] == ["申报人.现职称.名称"]


def test_a_blank_of_it_holds_nothing_of_the_applicant(case, letter):
    output, _ = build_own(case, letter, state=MODEL_BLANK, public=False)
    assert paragraphs(output.content) == ["兹有", "出生", "证号", "申报", "现有", "2024年"]


def test_a_public_paper_shows_no_phone_and_masks_the_id_number(case, tmp_path):
    path = tmp_path / "公示.docx"
    path.write_bytes(word_template("«姓名»«身份证号»"))
    output, _ = build_own(case, path, state=FILLED, public=True)
    assert "********" in paragraphs(output.content)[0]
    path.write_bytes(word_template("«姓名»", "«联系电话»"))
    with pytest.raises(FindingsError, match=r"公示\.docx 第2段.*联系电话"):
        build_own(case, path, state=FILLED, public=True)


def test_it_is_checked_without_data(letter, tmp_path):
    assert check_templates([str(letter)], Library()) == []
    wrong = tmp_path / "错.docx"
    wrong.write_bytes(word_template("甲", "«姓明»", "«级别»"))
    found = check_templates([str(wrong)], Library())
    assert [str(one.place) for one in found] == ["错.docx 第2段（“«姓明»”）", "错.docx 第3段（“«级别»”）"]
    assert "“姓名”" in found[0].remedy


def test_bare_names_belong_to_files_that_stand_for_themselves(tmp_path):
    path = tmp_path / "表.docx"
    path.write_bytes(word_template("{{ 姓名 }}"))
    [found] = check_templates([str(path)], Library())
    assert "姓名" in found.message


def test_the_command_line_takes_it(letter, tmp_path):
    applicant = CAMPAIGN.parent.parent / "applicants" / "he-kun.yaml"
    done = zhicheng("build", applicant, "--template", letter, "--format", "docx", "-o", "出", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    [path] = (tmp_path / "出").rglob("*.docx")
    assert paragraphs(path.read_bytes()) == LINES
