"""The certificates that a unit writes in words of its own: each reads as a sentence, and holds what was asked for."""

import io

import pytest
from pypdf import PdfReader

from generator.build import Request, build
from generator.catalog import Library
from generator.model.case import Case
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from tests.documents.reading import words
from tests.documents.test_prescribed_letters import CAMPAIGN, a_case, lines
from tests.documents.variants import changed, data_of, with_applicant, with_unit


def of_unit(**changes) -> Case:
    return with_unit(a_case(), **changes)


def test_the_experience_certificate_lists_only_work_in_the_profession():
    text = "\n".join(lines("experience_certificate", FILLED))
    assert "1.2016年9月至今，在乙馆工作，从事档案征集。" in text
    assert "甲馆" not in text


def test_only_a_unit_of_the_kind_concerned_encloses_what_the_notice_asks_of_it():
    choice = "附：□当地机构编制部门批文复印件　□当地人社部门证明"
    assert choice in lines("unit_nature_certificate", FILLED)
    assert "附：" not in "".join(lines("unit_nature_certificate", FILLED, of_unit(性质="民营企业")))
    for state in (MODEL_BLANK, HAND_BLANK):
        assert f"事业单位{choice}" in lines("unit_nature_certificate", state)


def test_what_must_be_enclosed_without_a_choice_has_no_box_to_tick():
    materials = [{**data_of(CAMPAIGN.materials[1]), "另附": [{"内容": "营业执照复印件"}]}]
    case = of_unit(性质="民营企业")
    case = Case(changed(CAMPAIGN, {"材料清单": materials}), case.applicant, case.unit)
    assert "附：营业执照复印件" in lines("unit_nature_certificate", FILLED, case)


@pytest.mark.parametrize(
    ("unit", "sentence"),
    [
        ({}, "兹证明巴州某某档案馆的单位性质为事业单位。"),
        ({"层级": "县市"}, "兹证明巴州某某档案馆的单位性质为县市级事业单位。"),
        ({"层级": "县级"}, "兹证明巴州某某档案馆的单位性质为县级事业单位。"),
        (
            {"性质": "国有企业", "层级": "自治州", "注册地": "库尔勒市", "统一社会信用代码": "91990103MA0A00057D"},
            "兹证明巴州某某档案馆（统一社会信用代码：91990103MA0A00057D）的单位性质为国有企业，注册地为库尔勒市。",
        ),
    ],
)
def test_the_certificate_of_a_unit_reads_as_one_sentence(unit, sentence):
    assert lines("unit_nature_certificate", FILLED, of_unit(**unit))[1] == sentence


@pytest.mark.parametrize("length", range(0, 700, 70))
def test_signatures_seal_and_date_of_the_conduct_certificate_stay_on_one_page(length):
    work = "该同志工作认真负责，" * (length // 10 + 1)
    case = with_applicant(of_unit(纪检组负责人="赵示例"), 工作表现=work, 廉洁自律="该同志廉洁")
    [output] = build(Request(case, "conduct_certificate"), ["pdf"], Library())
    last = words(PdfReader(io.BytesIO(output.content)).pages[-1].extract_text())
    for line in ("特此鉴定", "单位主要领导", "派驻纪检组负责人", "（公章）", "2024年"):
        assert line in last
