"""Several applicants: who is there twice, whose number is another's, who applies under another campaign."""

import pytest

from generator.model.case import Case
from generator.rules.identity_lists import campaigns_apart, list_findings
from tests.rules.making import CAMPAIGN, member, told

ONE, OTHER, WITH_X = "990101198508161276", "990103199211203428", "99010619841201613X"
ARCHIVES = "巴音郭楞蒙古自治州孔雀河档案馆"


def test_different_people_of_one_unit_are_in_order():
    cases = [member("张三", ONE, {"名称": ARCHIVES}), member("李四", OTHER, {"名称": ARCHIVES}), member("王五")]
    assert list_findings(cases) == []
    assert list_findings([]) == []


def test_one_number_of_two_people_is_an_error_that_shows_neither_in_full():
    [finding] = list_findings([member("张三", ONE), member("王五", OTHER), member("李四", ONE)])
    assert told([finding]) == [("list-shared-id", "error", "名单.第3项.身份证号")]
    assert "第3项“李四”的身份证号（990101********1276）与第1项“张三”的相同" in finding.message


@pytest.mark.parametrize("again", [WITH_X, "99010619841201613x", "990106 19841201 613Ｘ"])
def test_the_same_person_twice_is_found_however_the_number_is_typed(again):
    assert told(list_findings([member("张三", WITH_X), member("张三", again)])) == [
        ("list-person-twice", "error", "名单.第2项.身份证号")
    ]


def test_each_further_time_is_told():
    findings = list_findings([member("张三", ONE)] * 3)
    assert [finding.field for finding in findings] == ["名单.第2项.身份证号", "名单.第3项.身份证号"]


def test_one_person_whose_name_is_written_two_ways():
    findings = list_findings([member("阿依古丽·买买提", ONE), member("阿依古丽•买买提", ONE)])
    assert told(findings) == [
        ("list-person-twice", "error", "名单.第2项.身份证号"),
        ("list-name-spelling", "error", "名单.第2项.姓名"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "rule", "level"),
    [
        ({"number": ONE}, {"number": OTHER}, "list-namesakes", "hint"),
        ({"number": ONE, "出生年月": "1985-8"}, {"number": OTHER, "出生年月": "1992-11"}, "list-namesakes", "hint"),
        (
            {"number": ONE, "出生年月": "1985-8"},
            {"number": OTHER, "出生年月": "1985-8"},
            "list-person-twice",
            "warning",
        ),
        ({"出生年月": "1985-8"}, {"出生年月": "1985-8"}, "list-person-twice", "warning"),
        ({"number": ONE}, {}, "list-namesakes", "hint"),
        ({}, {}, "list-namesakes", "hint"),
        ({"出生年月": "1985-8-16"}, {"出生年月": "1985-8"}, "list-person-twice", "warning"),
        ({"出生年月": "1985-8-16"}, {"出生年月": "1985-8-17"}, "list-namesakes", "hint"),
        ({"unit": {"名称": ARCHIVES}}, {"unit": {"名称": f"{ARCHIVES} "}}, "list-person-twice", "warning"),
        ({"unit": {"名称": ARCHIVES}}, {"unit": {"名称": "巴州孔雀河档案馆"}}, "list-person-twice", "warning"),
        ({"unit": {"名称": ARCHIVES}}, {"unit": {"名称": "若羌县楼兰档案中心"}}, "list-namesakes", "hint"),
        (
            {"number": ONE, "unit": {"名称": ARCHIVES}},
            {"number": OTHER, "unit": {"名称": ARCHIVES}},
            "list-namesakes",
            "hint",
        ),
        (
            {"出生年月": "1985-8", "unit": {"名称": ARCHIVES}},
            {"出生年月": "1986-8", "unit": {"名称": ARCHIVES}},
            "list-namesakes",
            "hint",
        ),
    ],
)
def test_people_of_one_name_are_kept_apart_by_what_is_known_of_them(first, second, rule, level):
    findings = list_findings([member("张三", **first), member("张 三", **second)])
    assert told(findings)[:1] == [(rule, level, "名单.第2项.姓名")]
    assert all(finding.rule == "list-unit-spelling" for finding in findings[1:])


def test_whether_namesakes_without_numbers_are_one_person_is_said_to_be_unknown():
    [finding] = list_findings([member("张三", ONE), member("张三")])
    assert "是不是同一人无法判断" in finding.message


def test_of_three_namesakes_the_two_that_may_be_one_are_told():
    cases = [member("张三", ONE), member("张三", 出生年月="1992-11"), member("张三", 出生年月="1992-11")]
    findings = list_findings(cases)
    assert told(findings) == [
        ("list-namesakes", "hint", "名单.第2项.姓名"),
        ("list-person-twice", "warning", "名单.第3项.姓名"),
    ]
    assert "第3项“张三”与第2项“张三”同名" in findings[1].message


def test_of_namesakes_it_is_said_that_their_files_are_kept_apart():
    [finding] = list_findings([member("张三", ONE), member("张三", OTHER)])
    assert "两个文件夹" in finding.remedy


@pytest.mark.parametrize("change", [{"year": 2025}, {"prefecture": "示例州"}, {"series": "新闻"}])
def test_who_applies_under_another_campaign_stands_on_another_list(change):
    one, two, three = (member(name) for name in ("甲某", "乙某", "丙某"))
    other = Case(CAMPAIGN.model_copy(update=change), two.applicant)
    [finding] = campaigns_apart([one, other, three])
    assert told([finding]) == [("list-one-campaign", "warning", "名单.第2项.评审")]
    assert "2024年度巴音郭楞蒙古自治州档案系列" in finding.message
    assert f"第2项“{other.applicant.name}”" in finding.message
    assert f"第1项“{one.applicant.name}”" in finding.message
