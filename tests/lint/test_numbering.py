"""Numerals of headings and lists."""

import pytest

from generator.lint import lint
from tests.lint.tools import found, items


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一.总则", "一、"),
        ("一，总则", "一、"),
        ("十二：总则", "十二、"),
        ("（一）、网上申报", "（一）"),
        ("（1），核对原件", "（1）"),
        ("1、核对原件", "1."),
        ("1）核对原件", "（1）"),
        ("2)核对原件", "（2）"),
        ("首先、核对原件。", "首先，"),
        ("第一、核对原件。", "第一，"),
        ("分两步：第一、核对原件。", "第一，"),
    ],
)
def test_the_mark_behind_a_numeral_is_the_standards(text, expected):
    assert [(each[0], each[2]) for each in found(text)] == [("PUNC-06", expected)]


@pytest.mark.parametrize(
    ("lines", "wrong", "expected"),
    [
        (["一、甲", "三、乙"], "三、", "二、"),
        (["一、甲", "二、乙", "二、丙"], "二、", "三、"),
        (["（一）甲", "（二）乙", "（四）丙"], "（四）", "（三）"),
        (["1.甲", "2.乙", "4.丙"], "4.", "3."),
        (["1.甲", "1.乙", "2.丙"], "1.", "2."),
        (["（1）甲", "（3）乙"], "（3）", "（2）"),
        (["第一条 甲", "第三条 乙"], "第三条 ", "第二条"),
        (["一、甲", "（一）乙", "（二）丙", "二、丁", "（二）戊"], "（二）", "（一）"),
        (["一、甲", "（二）乙"], "（二）", "（一）"),
        (["3.甲", "2.乙"], "2.", "4."),
        (["9.甲", "10．2021年至2023年考核表", "12.乙"], "12.", "11."),
    ],
)
def test_a_number_left_out_repeated_or_reversed_is_found(lines, wrong, expected):
    assert found("\n".join(lines)) == [("BODY-05", wrong, expected)]


def test_whether_an_item_or_a_number_is_wrong_is_for_the_writer_to_see():
    assert [each.remedy for each in lint("一、甲\n三、乙")] == ["请对照原件核对，是漏了一项还是序号有误"]


def test_a_higher_level_within_a_list_is_out_of_order():
    assert found("一、甲\n1.乙\n2.丙\n（一）丁\n（二）戊\n3.己") == [("BODY-05", "（一）", "（1）")]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、甲", "（一）乙", "1.丙", "（1）丁", "（2）戊", "2.己", "（二）庚", "1.辛", "二、壬", "1.癸"],
        ["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "3.己", "4.庚"],
        ["具备下列条件之一：", "1.甲", "2.乙", "具备下列条件中的2项：", "1.丙", "2.丁"],
        ["一、甲", "二、乙，见附件", "附件：1.丙", "2.丁", "附件1", "一、戊"],
        ["（二）从中间开始的一段", "（三）后一段"],
        ["第一条 甲", "（一）乙", "（二）丙", "第二条 丁", "（一）戊"],
        ["注：1.甲", "2.乙"],
        ["评审结果应当公示，公示期不少于规定的时间，期满没有异议的", "2）报送花名册"],
        ["一、二级岗位按规定执行。", "（一）、（二）两项同时报送。", "2.5万字以上。"],
        ["### 一、甲", "**（一）乙**", "**1. 丙：**丁", "- 2. 戊"],
        ["1．甲", "2．2021年度考核表", "3．乙"],
    ],
)
def test_right_numbering_passes(lines):
    assert items("\n".join(lines)) == []


def test_a_list_in_which_an_item_holds_a_full_stop_has_no_semicolons():
    remarks = lint("1.证书；\n2.公示结果。公示期5天。\n3.论文。")
    assert [(each.item.id, each.offset, each.expected) for each in remarks] == [("PUNC-14", 4, "。")]
    assert items("1.证书；\n2.公示结果（公示期5天。）；\n3.填写“同意。”的；\n4.论文。") == []
    assert items("1.证书。\n2.公示结果。公示期5天。") == []


def test_a_heading_on_a_line_of_its_own_has_no_mark_but_an_item_of_a_list_has():
    assert found("一、评审范围。\n在职人员可以申报。\n二、申报时间\n另行通知。") == [("BODY-07", "。", "不加标点")]
    assert items("请携带下列材料：\n一、身份证。\n二、毕业证。\n特此通知。") == []
