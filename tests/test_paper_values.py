"""What the rules make of an applicant is among the values of every paper, filled or blank, whoever it is for."""

import pytest

from generator.context import value_at
from generator.contract import variables
from generator.loading.load import load_case
from generator.model.applicant import Material
from generator.model.case import Case
from generator.paper_values import EXEMPTION, paper_values
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from generator.resources import data_folder
from generator.rules.checklist_catalogue import catalogue_lines

APPLICANTS = sorted((data_folder() / "applicants").glob("*.yaml"))
NOTHING = {"结论": "", "说明": ""}


def with_materials(case: Case, *materials: Material) -> Case:
    return Case(case.campaign, case.applicant.model_copy(update={"materials": materials}), case.unit)


@pytest.mark.parametrize("public", [False, True])
def test_the_contract_promises_what_the_rules_say_of_an_applicant(case, public):
    shape = variables(public=public)[EXEMPTION]
    values = paper_values(case, state=FILLED, public=public)
    assert set(shape) == set(values[EXEMPTION])
    assert value_at(values, f"{EXEMPTION}.结论") == "否"
    assert value_at(values, f"{EXEMPTION}.说明") == "没有填写“免学经历”"


@pytest.mark.parametrize("state", [MODEL_BLANK, HAND_BLANK])
def test_a_blank_says_nothing_of_anybody(case, state):
    values = paper_values(case, state=state, filled=False)
    assert values[EXEMPTION] == NOTHING
    assert {row["名称"] for row in values["目录行"]} == {""}


def test_a_list_says_nothing_of_any_one_of_its_members(case):
    values = paper_values(Case(case.campaign, roster=(case,)), state=FILLED)
    assert values[EXEMPTION] == NOTHING


def test_what_belongs_to_no_campaign_has_no_such_values():
    criteria = load_case(data_folder() / "criteria" / "bazhou-archives-2021.yaml").case
    assert EXEMPTION not in paper_values(criteria, state=FILLED)


@pytest.mark.parametrize("path", APPLICANTS, ids=lambda path: path.stem)
def test_without_materials_of_ones_own_the_catalogue_has_the_lines_of_the_checklist(path):
    case = with_materials(load_case(path).case)
    rows = paper_values(case, state=FILLED)["目录行"]
    lines = catalogue_lines(case)
    assert [(row["名称"], row["件数"]) for row in rows[: len(lines)]] == [
        (line.name, line.pieces or "") for line in lines
    ]
    wanted = case.campaign.catalogue.rows if case.campaign.catalogue else 0
    assert [row["序号"] for row in rows] == list(range(1, max(len(lines), wanted) + 1))
    assert {row["名称"] for row in rows[len(lines) :]} <= {""}


def test_materials_of_ones_own_are_printed_as_they_are_written(case):
    rows = paper_values(with_materials(case, Material(名称="某材料", 件数=3)), state=FILLED)["目录行"]
    assert rows[0] == {"序号": 1, "名称": "某材料", "件数": 3}
    assert len(rows) == case.campaign.catalogue.rows
