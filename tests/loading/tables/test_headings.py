"""Headings as offices write them name the model's fields, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.tables.fields import Kind, groups, leaves, unit_leaves
from generator.loading.tables.headings import (
    Target,
    applicant_words,
    fold,
    group_named,
    group_words,
    is_more,
    is_units,
    label,
    unit_words,
)
from generator.loading.tables.synonyms import BELOW, GROUPS, NAMES

LISTED = {
    "姓 名": ("姓名",),
    "姓　　名": ("姓名",),
    "*姓名": ("姓名",),
    "身份证号": ("身份证号",),
    "身份证\n号码": ("身份证号",),
    "身份证件号": ("身份证号",),
    "证件号码（18位）": ("身份证号",),
    "出生年月（如1990.05）": ("出生年月",),
    "出生日期": ("出生年月",),
    "民族": ("族别",),
    "工作单位": ("单位", "名称"),
    "单位名称": ("单位", "名称"),
    "单位性质": ("单位", "性质"),
    "统一社会信用代码": ("单位", "统一社会信用代码"),
    "现职称": ("现职称", "名称"),
    "现专业技术职务任职资格": ("现职称", "名称"),
    "现专业技术职务(任职资格)": ("现职称", "名称"),
    "现等级": ("现职称", "级别"),
    "当前等级": ("现职称", "级别"),
    "现资格取得时间": ("现职称", "取得时间"),
    "聘任时间": ("现职称", "聘任时间"),
    "拟申报职称": ("申报", "职称"),
    "申报级别": ("申报", "级别"),
    "申报方式": ("申报", "申报类型"),
    "从事本专业年限（年）": ("从事本专业年限",),
    "备 注": ("备注",),
    "公示起始日期": ("公示", "起始日期"),
}
ITEMS = {
    "学历": (("学历学位", "学历"), 1, ()),
    "毕业院校": (("学历学位", "学校"), 1, ()),
    "学历2": (("学历学位", "学历"), 2, ()),
    "学历（二）": (("学历学位", "学历"), 2, ()),
    "毕业时间1": (("学历学位", "毕业时间"), 1, ()),
    "第一学历": (("学历学位", "学历"), 1, ()),
    "最高学历毕业院校": (("学历学位", "学校"), 99, ()),
    "全日制学历": (("学历学位", "学历"), 1, (("学习形式", "全日制"),)),
    "论文题目3": (("论文著作", "题目"), 3, ()),
    "工作经历12单位": (("工作经历", "单位"), 12, ()),
    "业绩成果": (("业绩成果", "内容"), 1, ()),
    "2023年考核": (("年度考核", "等次"), 2023, (("年度", "2023"),)),
    "2021年度考核结果": (("年度考核", "等次"), 2021, (("年度", "2021"),)),
    "考核等次2021": (("年度考核", "等次"), 2021, (("年度", "2021"),)),
    "2023年公需学时": (("继续教育", "学时"), "2023公需科目", (("年度", "2023"), ("科目", "公需科目"))),
    "2023年度专业科目": (("继续教育", "学时"), "2023专业科目", (("年度", "2023"), ("科目", "专业科目"))),
}
CHAINS = {
    ("现专业技术资格", "名称"): ("现职称", "名称"),
    ("现专业技术资格", "时间"): ("现职称", "取得时间"),
    ("现专业技术资格", "终审单位"): ("现职称", "终审单位"),
    ("现职称", "现职称取得时间"): ("现职称", "取得时间"),
    ("最高学历", "所学专业"): ("学历学位", "专业"),
    ("拟申报", "级别"): ("申报", "级别"),
    ("基本情况", "姓名"): ("姓名",),
    ("年度考核", "2022年"): ("年度考核", "等次"),
    ("继续教育学时", "2022年公需"): ("继续教育", "学时"),
    ("核实情况", "无事故"): ("核实情况", "无事故"),
}
NOTHING = [
    "级别",
    "专业",
    "职称",
    "名称",
    "时间",
    "职务",
    "曾用名",
    "毕业院校及专业",
    "近三年考核",
    "2023年专业",
    "起1",
    "二",
    "",
]


@pytest.mark.parametrize("heading", LISTED)
def test_a_heading_names_a_field_of_the_applicant(heading):
    assert applicant_words().target(heading) == Target(LISTED[heading])


@pytest.mark.parametrize("heading", ITEMS)
def test_a_heading_names_a_field_of_one_item_of_a_list(heading):
    assert applicant_words().target(heading)[:3] == ITEMS[heading]


@pytest.mark.parametrize("chain", CHAINS)
def test_two_headings_above_each_other_name_one_field(chain):
    assert applicant_words().target(*chain).names == CHAINS[chain]


@pytest.mark.parametrize(
    "chain", [("现专业技术资格", "年限"), ("配偶", "姓名"), ("论文", "姓名"), ("获奖", "所学专业")]
)
def test_a_lower_heading_does_not_mean_a_field_of_another_group(chain):
    assert applicant_words().target(*chain) is None


@pytest.mark.parametrize("heading", NOTHING)
def test_what_could_mean_several_things_names_nothing(heading):
    assert applicant_words().target(heading) is None


def test_a_serial_number_is_a_column_without_a_field():
    assert applicant_words().target("序 号") == Target(())


def test_the_rest_of_a_heading_is_the_key_of_a_mapping_word_for_word():
    names = applicant_words().target("核实情况（无档案安全责任事故）").names
    assert names == ("核实情况", "无档案安全责任事故")
    assert group_words("业绩成果").target("达到（卷 数）").names == ("业绩成果", "达到", "卷 数")


def single(names) -> bool:
    group = groups().get(names[0])
    return not (group and group.is_list) and leaves()[names].kind is not Kind.MAPPING


@pytest.mark.parametrize("names", [names for names in leaves() if single(names)], ids="".join)
def test_the_heading_that_we_write_for_a_field_names_it(names):
    assert applicant_words().target(label(names)).names == names


@pytest.mark.parametrize("group", groups())
def test_on_a_sheet_of_its_own_each_field_of_a_group_goes_by_its_name(group):
    own = {names: leaf for names, leaf in leaves().items() if names[0] == group and leaf.kind is not Kind.MAPPING}
    assert own
    assert [names for names in own if group_words(group).target(names[-1]) != Target(names)] == []
    assert group_words(group).target("姓名") == Target(("姓名",))
    assert group_named(f"{group}（如实填写）") == group_named(f"{group}情况") == group


def test_a_sheet_of_units_knows_their_fields():
    assert [names for names in unit_leaves() if unit_words().target(names[-1]) != Target(names)] == []
    assert unit_words().target("单位名称") == Target(("名称",))
    assert is_units("单位 信息")
    assert is_more("补充情况")


def test_every_synonym_is_of_a_field_that_there_is():
    assert [names for names in (*NAMES, *BELOW) if names not in leaves()] == []
    assert [name for name in GROUPS if name not in groups() and (name,) not in leaves()] == []


def test_no_synonym_stands_for_two_fields():
    taken: dict[str, tuple[str, ...]] = {}
    for names, words in NAMES.items():
        for word in words:
            assert taken.setdefault(fold(word), names) == names
    for group in groups():
        taken = {}
        for names, words in BELOW.items():
            for word in words if names[0] == group else ():
                assert taken.setdefault(fold(word), names) == names


@given(st.lists(st.text(max_size=80), max_size=3))
def test_any_text_may_be_a_heading(chain):
    for words in (applicant_words(), unit_words(), group_words("工作经历")):
        target = words.target(*chain)
        assert target is None or isinstance(target, Target)
    assert group_named("".join(chain)) in {None, *groups()}
