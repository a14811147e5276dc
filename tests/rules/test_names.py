"""Names: what looks like the name on the card and is another text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.case import Case
from generator.model.unit import Unit
from generator.rules.names import (
    contact_name_findings,
    folded,
    name_findings,
    person_name_findings,
    unit_name_findings,
)
from tests.rules.making import CAMPAIGN, applicant, told

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


def faults(name: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.level) for finding in person_name_findings(name, "姓名")]


@pytest.mark.parametrize(
    "name",
    [
        "张三",
        "阿依古丽·买买提",
        "巴图那生·才仁道尔吉",
        "陆喆㛃",
        "李〇",
        "王𬀩",
        "赵\U000323af",  # a character newer than this Python
        "\ufa0e晓",  # among the compatibility forms, and a character in its own right
        "John Smith",
        "Иван Петров",
        "",
    ],
)
def test_a_name_as_on_the_card_is_left_alone(name):
    assert faults(name) == []


@given(st.lists(st.text(HAN, min_size=1, max_size=4), min_size=1, max_size=3))
def test_any_name_of_han_characters_with_the_middle_dot_passes(parts):
    assert faults("·".join(parts)) == []


@pytest.mark.parametrize(
    ("name", "rule", "level", "said"),
    [
        ("张 三", "name-space", "warning", "空格"),
        ("张　三", "name-space", "warning", "空格"),
        ("张三 ", "name-space", "warning", "空格"),
        ("张\u00a0三", "name-space", "warning", "空格"),
        ("张\n三", "name-space", "warning", "空格"),
        (" John Smith", "name-space", "warning", "空格"),
        ("张\u200b三", "name-invisible", "error", "第2个字符（U+200B）"),
        ("\ufeff张三", "name-invisible", "error", "U+FEFF"),
        ("张三\ufe00", "name-invisible", "error", "U+FE00"),
        ("张\u3164三", "name-invisible", "error", "U+3164"),
        ("张А", "name-look-alike", "error", "第2个字“А”（U+0410）是西里尔字母"),
        ("王Ο", "name-look-alike", "error", "希腊字母"),
        ("李O", "name-look-alike", "error", "拉丁字母"),
        ("李Ｏ", "name-look-alike", "error", "全角拉丁字母"),
        ("王ロ", "name-look-alike", "error", "日文片假名"),
        ("张ー", "name-look-alike", "error", "日文片假名"),
        ("⽅圆", "name-look-alike", "error", "第1个字“⽅”（U+2F45）是部首"),
        ("\u2ea0三", "name-look-alike", "error", "部首"),
        ("张\uf92c", "name-look-alike", "error", "兼容字"),
        ("张\ue000", "name-private-character", "warning", "U+E000"),
        ("张三（女）", "name-other-character", "warning", "“（”"),
        ("张三2", "name-other-character", "warning", "“2”"),
        ("阿依古丽-买买提", "name-other-character", "warning", "“-”"),
    ],
)
def test_what_a_name_may_not_hold_is_told_with_its_place(name, rule, level, said):
    assert faults(name) == [(rule, level)]
    [finding] = person_name_findings(name, "姓名")
    assert said in finding.message
    assert finding.remedy


@pytest.mark.parametrize("dot", ["\u0387", "•", "・", "･", "‧", "∙", "⋅", "．", ".", "。"])
def test_every_other_dot_is_to_become_the_middle_dot(dot):
    name = f"阿依古丽{dot}买买提"
    assert faults(name) == [("name-dot", "warning")]
    [finding] = person_name_findings(name, "姓名")
    assert f"U+{ord(dot):04X}" in finding.message
    assert "U+00B7" in finding.remedy


@pytest.mark.parametrize("name", ["·张三", "张三·", "阿依古丽··买买提"])
def test_a_dot_too_many_is_told(name):
    assert faults(name) == [("name-dot", "warning")]


def test_several_faults_of_a_name_are_told_at_once():
    assert faults("张 А\u200b") == [
        ("name-invisible", "error"),
        ("name-look-alike", "error"),
        ("name-space", "warning"),
    ]


@pytest.mark.parametrize(
    ("name", "told_as"),
    [
        ("TCL实业某某公司", []),
        ("某某公司（新疆）", []),
        ("某某公司(新疆)", [("name-width", "hint")]),
        ("某某Ａ公司", [("name-width", "hint")]),
        ("某某А公司", [("name-look-alike", "error")]),
        ("某某 档案馆", [("name-space", "warning")]),
        ("某某档案馆\u200b", [("name-invisible", "error")]),
    ],
)
def test_the_name_of_a_unit_may_hold_letters_and_brackets(name, told_as):
    findings = unit_name_findings(name, "单位.名称")
    assert [(finding.rule, finding.level) for finding in findings] == told_as


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("张 三", "张三", True),
        ("阿依古丽•买买提", "阿依古丽·买买提", True),
        ("某某公司(新疆)", "某某公司（新疆）", True),
        ("⽅圆", "方圆", True),
        ("张三\u200b", "张三", True),
        ("张三", "张二", False),
    ],
)
def test_names_are_compared_without_what_people_type_differently(one, other, same):
    assert (folded(one) == folded(other)) == same


@given(st.text(HAN, min_size=2, max_size=4))
def test_normalising_a_name_does_not_change_how_it_is_compared(name):
    assert folded(name) == folded(unicodedata.normalize("NFC", name))


def test_the_names_of_the_unit_and_of_the_campaigns_contacts_are_looked_at_too():
    unit = Unit.model_validate({"名称": "某某 档案馆", "负责人": "李 四", "纪检组负责人": "王O"})
    assert told(name_findings(Case(CAMPAIGN, applicant(姓名="张 三"), unit))) == [
        ("name-space", "warning", "姓名"),
        ("name-space", "warning", "单位.名称"),
        ("name-space", "warning", "单位.负责人"),
        ("name-look-alike", "error", "单位.纪检组负责人"),
    ]
    assert contact_name_findings(CAMPAIGN) == []
    contact = CAMPAIGN.contacts[0].model_copy(update={"person": ("赵五", "赵 六")})
    changed = CAMPAIGN.model_copy(update={"contacts": (contact,)})
    assert told(contact_name_findings(changed)) == [("name-space", "warning", "联系.第1项.联系人.第2项")]


@pytest.mark.parametrize(
    ("employer", "level"),
    [
        ("巴音郭楞蒙古自治州某某档案馆", None),
        ("巴音郭楞蒙古自治州 某某档案馆", "warning"),
        ("某某档案馆", "hint"),
        ("尉犁县某某镇人民政府", None),  # somewhere else: perhaps lent
    ],
)
def test_the_present_post_names_the_unit_as_the_unit_does(employer, level):
    posts = [
        {"起": "2010-1", "止": "2015-1", "单位": "某某档案馆"},
        {"起": "2015-1", "止": "至今", "单位": employer},
    ]
    unit = Unit.model_validate({"名称": "巴音郭楞蒙古自治州某某档案馆"})
    findings = name_findings(Case(CAMPAIGN, applicant(工作经历=posts), unit))
    assert told(findings) == ([("unit-name-spelling", level, "工作经历.第2项.单位")] if level else [])


def test_a_unit_whose_own_name_is_mistyped_is_told_so_once():
    posts = [{"起": "2015-1", "止": "至今", "单位": "某某档案馆"}]
    findings = name_findings(Case(CAMPAIGN, applicant(工作经历=posts), Unit.model_validate({"名称": "某某 档案馆"})))
    assert told(findings) == [("name-space", "warning", "单位.名称")]
    assert findings[0].remedy == "请去掉空格，与公章一致"
