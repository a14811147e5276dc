"""Who need not defend, under each campaign; a list of its own beside that of continuing education."""

import pytest

from generator.rules.exemption import training_exemption
from generator.rules.exemption_defence import defence_exemption
from generator.rules.verdict import NO, UNKNOWN, YES
from tests.rules.people import CAMPAIGNS, PRIVATE_COMPANY, TOWN_ARCHIVES, VILLAGE, person, service


def defence(*services, campaign="archives-2024", **values):
    return defence_exemption(person(campaign, *services, **values))


def unit(**values):
    return {**TOWN_ARCHIVES, **values}


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_a_primary_title_is_not_defended_and_a_middle_one_at_the_prefecture_is(campaign):
    assert defence(campaign=campaign, level="初级").answer == YES
    assert defence(campaign=campaign, level="中级").answer == NO


@pytest.mark.parametrize("campaign", CAMPAIGNS)
@pytest.mark.parametrize(("county", "answer"), [("且末县", YES), ("若羌县", YES), ("和静县", NO)])
def test_two_counties_exempt_from_the_defence_only(campaign, county, answer):
    found = defence(campaign=campaign, unit=unit(所在县市=county))
    assert found.answer == answer
    assert training_exemption(person(campaign, unit=unit(所在县市=county))).answer == NO


@pytest.mark.parametrize(
    ("campaign", "answer"),
    [("archives-2021", YES), ("culture-2021", NO), ("archives-2024", UNKNOWN), ("news-2021", UNKNOWN)],
)
def test_of_people_of_the_county_each_notice_says_another_thing(campaign, answer):
    found = defence(campaign=campaign, unit=unit(层级="县市", 所在县市="和静县"))
    assert found.answer == answer
    if answer == UNKNOWN:
        assert found.why == "单位层级是“县市”，规定免于答辩的是在“县级以下基层单位”工作的人员，是否含县级没有写明"


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_below_the_county_nobody_defends(campaign):
    assert defence(campaign=campaign, unit=unit(层级="乡镇", 所在县市="和静县")).answer == YES


@pytest.mark.parametrize(
    ("campaign", "answer"),
    [("archives-2021", YES), ("culture-2021", UNKNOWN), ("archives-2024", NO), ("news-2021", NO)],
)
def test_private_companies_are_exempt_where_the_notice_names_them(campaign, answer):
    assert defence(campaign=campaign, unit=PRIVATE_COMPANY).answer == answer


@pytest.mark.parametrize(
    ("campaign", "kind", "answer"),
    [
        ("archives-2024", VILLAGE, YES),
        ("archives-2024", "寺管会", YES),
        ("archives-2024", "驻村管寺", UNKNOWN),
        ("archives-2024", "南疆学前双语教育干部支教", UNKNOWN),
        ("archives-2024", "深度贫困村第一书记", YES),
        ("archives-2024", "三支一扶", UNKNOWN),  # 列举之后有“等”字
        ("culture-2021", "专项工作", YES),
        ("news-2021", "“访惠聚”办公室", YES),  # 只写“访惠聚”
    ],
)
def test_services_are_those_that_the_defence_clause_names(campaign, kind, answer):
    assert defence(service(kind, "2021-1"), campaign=campaign).answer == answer


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_of_those_who_have_returned_no_notice_says_whether_they_defend(campaign):
    found = defence(service(VILLAGE, "2019-1", "2020-6"), campaign=campaign)
    assert found.answer == UNKNOWN
    assert "已经返回的是否免于答辩，通知没有写明" in found.why


def test_without_etcetera_what_the_list_does_not_name_is_not_exempt():
    year = CAMPAIGNS["archives-2024"]
    clause = year.defence.exemption.model_copy(update={"and_others": False})
    closed = year.model_copy(update={"defence": year.defence.model_copy(update={"exemption": clause})})
    assert defence(service("三支一扶"), campaign=closed).answer == NO


def test_what_the_unit_does_not_tell_is_named():
    found = defence(unit={"名称": "某某档案馆"}, campaign="archives-2021")
    assert found.answer == UNKNOWN
    assert all(f"“{field}”" in found.why for field in ("所在县市", "层级", "性质"))


def test_where_nobody_is_exempt_nobody_is():
    year = CAMPAIGNS["archives-2024"].model_copy(update={"defence": None})
    assert defence(campaign=year, level="初级").answer == NO
