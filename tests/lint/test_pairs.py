"""Marks that stand in pairs."""

import pytest

from generator.lint import lint
from tests.lint.tools import found, items


@pytest.mark.parametrize(
    "text", ["填写（初级。", "填写初级）。", "填写“无。", "填写无”。", "《评审办法执行。", "〔2021〕5号〕。"]
)
def test_a_mark_without_its_partner_is_found(text):
    assert items(text) == ["PAIR-01"]


def test_marks_that_cross_have_no_partners():
    assert items("按照《办法（试行》）执行。") == ["PAIR-01", "PAIR-01"]


def test_the_mark_that_lacks_its_partner_is_told_and_not_the_pair_behind_it():
    remarks = lint("登录系统，“在我的主页中检查“遮盖”情况。")
    assert [(each.item.id, each.offset) for each in remarks] == [("PAIR-01", 5)]


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("他说：“实行“盲评”方式。”", 6, "‘’"),
        ("《关于印发《办法》的通知》", 5, "〈〉"),
        ("实行‘盲评’方式。", 2, "“”"),
        ("按照〈办法〉执行。", 2, "《》"),
    ],
)
def test_double_marks_stand_outside_and_single_ones_inside(text, at, expected):
    assert [(each.item.id, each.offset, each.expected) for each in lint(text)] == [("PUNC-05", at, expected)]


def test_a_title_that_will_stand_in_title_marks_may_hold_single_ones():
    assert items("关于印发〈评审条件（试行）〉的通知") == []


def test_a_pair_may_go_over_a_broken_line_but_not_over_the_end_of_a_sentence():
    assert items("依据《新疆维吾尔\n\n自治区评审条件》（新人社发\n\n〔2022〕27号）执行。") == []
    assert found("依据《条例。\n\n执行》。") == [("PAIR-01", "《", "成对的标点"), ("PAIR-01", "》", "成对的标点")]


@pytest.mark.parametrize(
    "text",
    [
        "《关于印发〈评审条件（试行）〉的通知》（新档发〔2021〕5号）",
        "他说：“这就是‘盲评’。”",
        "1）核对原件\n2)公示",
        "It’s done. Xi’an and ’24年",
        "（（甲）乙）【丙】",
    ],
)
def test_right_pairs_pass(text):
    assert not {"PAIR-01", "PUNC-05"} & set(items(text))
