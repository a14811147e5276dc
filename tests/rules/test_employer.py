"""What is known of the unit, and what is left open."""

import pytest

from generator.model.unit import Unit
from generator.rules.employer import is_among, is_grassroots, is_in_county, is_of_kind
from generator.rules.verdict import NO, UNKNOWN, YES

CULTURE = ["非公经济组织专业技术人员", "社会组织专业技术人员", "自由职业专业技术人员"]
ARCHIVES = ["民营企业档案工作人员", "社会组织档案工作人员", "自由职业者"]


def unit(**values: str) -> Unit:
    return Unit.model_validate({"名称": "某某单位", **values})


@pytest.mark.parametrize(
    ("stated", "kind", "answer"),
    [
        ("民营企业", "民营企业", YES),
        ("民营企业（小微）", "民营企业", YES),
        ("国有企业", "民营企业", NO),
        ("事业单位", "民营企业", NO),
        ("参照公务员法管理的事业单位", "事业单位", YES),
        ("企业", "民营企业", UNKNOWN),
        ("有限责任公司", "国有企业", UNKNOWN),
    ],
)
def test_the_kind_is_read_as_it_is_written(stated, kind, answer):
    assert is_of_kind(unit(性质=stated), kind) == answer


def test_a_unit_of_which_nothing_is_known_is_of_no_known_kind():
    assert is_of_kind(None, "民营企业") == is_of_kind(unit(), "民营企业") == UNKNOWN


@pytest.mark.parametrize(
    ("stated", "people", "answer"),
    [
        ("民营企业", ARCHIVES, YES),
        ("社会组织", ARCHIVES, YES),
        ("自由职业", CULTURE, YES),
        ("国有企业", ARCHIVES, NO),
        ("民营企业", CULTURE, UNKNOWN),  # 非公经济组织 is not said to be 民营企业
        ("事业单位", CULTURE, NO),
        ("社会组织", ["自由职业者"], NO),
        ("企业", ARCHIVES, UNKNOWN),
    ],
)
def test_people_are_told_by_their_employer(stated, people, answer):
    assert is_among(unit(性质=stated), people) == answer


@pytest.mark.parametrize("level", ["乡镇", "镇", "街道", "村"])
@pytest.mark.parametrize("included", [YES, NO, "未写明"])
def test_below_the_county_is_grassroots_whatever_is_said_of_the_county(level, included):
    assert is_grassroots(unit(层级=level), included) == YES


@pytest.mark.parametrize(("included", "answer"), [(YES, YES), (NO, NO), ("未写明", UNKNOWN)])
@pytest.mark.parametrize("level", ["县市", "县级", "县（市）"])
def test_the_county_itself_is_what_the_notice_says_it_is(level, included, answer):
    assert is_grassroots(unit(层级=level), included) == answer


@pytest.mark.parametrize(("level", "answer"), [("自治州", NO), ("地州市", NO), ("自治区", NO), ("基层", UNKNOWN)])
def test_above_the_county_is_not_grassroots_and_what_is_no_level_is_not_known(level, answer):
    assert is_grassroots(unit(层级=level), YES) == answer


def test_without_a_level_nobody_can_tell():
    assert is_grassroots(unit(), YES) == is_grassroots(None, YES) == UNKNOWN


@pytest.mark.parametrize(
    ("stated", "answer"),
    [
        ({"所在县市": "若羌县"}, YES),
        ({"所在县市": "若羌"}, YES),
        ({"所在县市": "库尔勒市"}, NO),
        ({"所在县市": "库尔勒市", "名称": "若羌县驻库尔勒办事处"}, NO),
        ({"名称": "若羌县某某档案馆"}, YES),
        ({"名称": "巴州某某公司"}, UNKNOWN),
    ],
)
def test_where_the_unit_stands_is_what_is_stated_or_how_its_name_begins(stated, answer):
    assert is_in_county(unit(**stated), "若羌县") == answer
