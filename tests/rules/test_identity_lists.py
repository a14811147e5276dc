"""Several applicants: who is there twice, whose number is another's, which unit has two names."""

import pytest

from generator.rules import list_findings
from tests.rules.making import member, told

ONE, OTHER, WITH_X = "990101198508161276", "990103199211203428", "99010619841201613X"
ARCHIVES = "巴音郭楞蒙古自治州孔雀河档案馆"
CODE, OTHER_CODE = "12990101MB0A00026H", "12990128MB0A00018T"


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
    ],
)
def test_people_of_one_name_are_kept_apart_by_what_is_known_of_them(first, second, rule, level):
    [finding] = list_findings([member("张三", **first), member("张 三", **second)])
    assert told([finding]) == [(rule, level, "名单.第2项.姓名")]


def test_whether_namesakes_without_numbers_are_one_person_is_said_to_be_unknown():
    [finding] = list_findings([member("张三", ONE), member("张三")])
    assert "是不是同一人无法判断" in finding.message


@pytest.mark.parametrize(
    ("first", "second", "told_as"),
    [
        ({"名称": ARCHIVES}, {"名称": ARCHIVES}, []),
        (
            {"名称": ARCHIVES, "统一社会信用代码": CODE},
            {"名称": "巴州孔雀河档案馆", "统一社会信用代码": CODE.lower()},
            [("list-unit-spelling", "warning", "名单.第3项.单位.名称")],
        ),
        (
            {"名称": "某某公司（新疆）"},
            {"名称": "某某公司(新疆)"},
            [("list-unit-spelling", "warning", "名单.第3项.单位.名称")],
        ),
        (
            {"名称": "某某公司（新疆）", "统一社会信用代码": CODE},
            {"名称": "某某公司(新疆)", "统一社会信用代码": CODE},
            [("list-unit-spelling", "warning", "名单.第3项.单位.名称")],
        ),
        (
            {"名称": ARCHIVES, "统一社会信用代码": CODE},
            {"名称": ARCHIVES, "统一社会信用代码": OTHER_CODE},
            [("list-unit-code", "warning", "名单.第3项.单位.统一社会信用代码")],
        ),
        (
            {"名称": ARCHIVES},
            {"名称": "孔雀河档案馆"},
            [("list-unit-spelling", "hint", "名单.第3项.单位.名称")],
        ),
        (
            {"名称": "孔雀河档案馆"},
            {"名称": ARCHIVES},
            [("list-unit-spelling", "hint", "名单.第1项.单位.名称")],
        ),
        ({"名称": ARCHIVES}, {"名称": "档案馆"}, []),
        (
            {"名称": ARCHIVES, "统一社会信用代码": CODE},
            {"名称": "孔雀河档案馆", "统一社会信用代码": OTHER_CODE},
            [],
        ),
    ],
)
def test_a_unit_has_one_name_and_one_code(first, second, told_as):
    cases = [member("张三", ONE, first), member("王五"), member("李四", OTHER, second)]
    assert told(list_findings(cases)) == told_as


def test_a_spelling_that_many_share_is_told_once():
    right, wrong = {"名称": "某某公司（新疆）"}, {"名称": "某某公司(新疆)"}
    cases = [member("甲某", unit=right)] + [member(f"{name}某", unit=wrong) for name in "乙丙丁"]
    assert len(list_findings(cases)) == 1
