"""Numbers, ranges and units."""

import pytest

from tests.lint.tools import found, items


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3-5篇", "3—5篇"),
        ("2--10 项", "2—10 项"),
        ("5%-10%", "5%—10%"),
        ("1~3年", "1—3年"),
        ("8－10课时", "8—10课时"),
        ("1.5–2.5万元", "1.5—2.5万元"),
    ],
)
def test_a_range_has_no_hyphen(written, expected):
    assert ("PUNC-03", written, expected) in found(f"提交{written}材料。")


@pytest.mark.parametrize(
    ("written", "expected"),
    [("5—10%", "5%—10%"), ("15～30%", "15%～30%"), ("3—5万元", "3万元—5万元"), ("9～16亿", "9亿～16亿")],
)
def test_both_ends_of_a_range_have_the_sign_that_makes_them_clear(written, expected):
    assert found(f"控制在{written}以内。") == [("NUM-03", written, expected)]


@pytest.mark.parametrize(
    ("text", "item", "expected"),
    [
        ("需要3、4天。", "NUM-05", "三四天"),
        ("需要三、四天。", "PUNC-10", "三四天"),
        ("约50人左右。", "NUM-05", "“约”和“左右”只用一个"),
        ("共３６人。", "NUM-07", "36"),
        ("共3，500元。", "NUM-04", "3,500"),
        ("折合为.5万字。", "NUM-04", "0.5"),
        ("会议于14点30分开始。", "NUM-08", "14时30分"),
        ("会议于14：30开始。", "NUM-08", "14:30"),
        ("会议于下午15:30开始。", "NUM-08", "24小时制的时刻，不加“上午”“下午”"),
        ("照片高5公分。", "NUM-09", "以厘米为单位的数值"),
    ],
)
def test_a_number_in_a_wrong_form_is_told_with_the_right_one(text, item, expected):
    assert [(each[0], each[2]) for each in found(text)] == [(item, expected)]


def test_ordinals_of_one_kind_are_written_alike_and_the_rarer_form_is_told():
    text = "提交不超过3次，第3次退回的不再受理；第三次提交前、第三次审核后同样办理。"
    assert found(text) == [("NUM-08", "第3次", "与“第三次”一致的写法")]


@pytest.mark.parametrize(
    "text",
    [
        "第1—8项留存，第9—12项领回，每项15%～30%，共9亿～16亿、13万元—17万元。",
        "比例为1:3，误差不超过1.5%，数值0.46，共12,500元，降幅3.2个百分点。",
        "第3、4项，一、二、三产业，二、三级岗位，初中一、二年级，十九届二中、三中、四中全会。",
        "约50人；50人左右；近5年；1、3天各一次。",
        "型号GB-5件，房号3-2，图片为*.5x，气温-5℃，编号2024-5。",
        "9时30分、9:30、21:05受理；得3点，比分3：2。",
        "第3次提交，第二十届三中全会，第三批名单。",
    ],
)
def test_right_numbers_pass(text):
    assert items(text) == []
