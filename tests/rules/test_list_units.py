"""The units of a list: which is written in two ways, which has two codes, which name is another's short form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.list_units import is_shortened, unit_findings
from tests.rules.making import member, told

ONE, OTHER = "990101198508161276", "990103199211203428"
ARCHIVES = "巴音郭楞蒙古自治州孔雀河档案馆"
CODE, OTHER_CODE = "12990101MB0A00026H", "12990128MB0A00018T"


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
            {"名称": ARCHIVES},
            {"名称": "巴州孔雀河档案馆"},
            [("list-unit-spelling", "warning", "名单.第3项.单位.名称")],
        ),
        (
            {"名称": "巴州孔雀河档案馆", "统一社会信用代码": CODE},
            {"名称": ARCHIVES},
            [("list-unit-spelling", "warning", "名单.第1项.单位.名称")],
        ),
        (
            {"名称": "巴州孔雀河档案馆", "统一社会信用代码": CODE},
            {"名称": ARCHIVES, "统一社会信用代码": OTHER_CODE},
            [],
        ),
        (
            {"名称": ARCHIVES, "统一社会信用代码": CODE},
            {"名称": "孔雀河档案馆", "统一社会信用代码": OTHER_CODE},
            [],
        ),
    ],
)
def test_a_unit_has_one_name_and_one_code(first, second, told_as):
    cases = [member("张三", ONE, first), member("王五"), member("李四", OTHER, second)]
    assert told(list(unit_findings(cases))) == told_as


def test_a_spelling_that_many_share_is_told_once():
    right, wrong = {"名称": "某某公司（新疆）"}, {"名称": "某某公司(新疆)"}
    cases = [member("甲某", unit=right)] + [member(f"{name}某", unit=wrong) for name in "乙丙丁"]
    assert len(list(unit_findings(cases))) == 1


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("巴州孔雀河档案馆", ARCHIVES),
        ("新疆示例公司", "新疆维吾尔自治区示例公司"),
        ("伊犁州示例中学", "伊犁哈萨克自治州示例中学"),
        ("乌市示例中学", "乌鲁木齐市示例中学"),
        ("库尔勒梨城公司", "库尔勒市梨城公司"),
    ],
)
def test_a_place_may_be_shortened(short, long):
    assert is_shortened(short, long)
    assert not is_shortened(long, short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("孔雀河档案馆", ARCHIVES),
        (ARCHIVES, ARCHIVES),
        ("库尔勒市第二中心小学", "库尔勒市第十二中心小学"),
        ("和静县第一中学", "和静县第一高级中学"),
        ("和静县实验小学", "和硕县实验小学"),
        ("巴州档案馆", ARCHIVES),
        ("", ARCHIVES),
    ],
)
def test_other_units_of_a_place_have_other_names(one, other):
    assert not is_shortened(one, other)
    assert not is_shortened(other, one)


names = st.text(alphabet="巴音自治州市县一二孔雀河档案馆", max_size=12)


@given(names, names)
def test_a_short_form_is_shorter_and_begins_and_ends_alike(one, other):
    if is_shortened(one, other):
        assert len(one) < len(other)
        assert one[0] == other[0]
        assert one[-4:] == other[-4:]
