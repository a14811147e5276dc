"""An applicant's words against a notice's: whole, near, or other."""

import pytest

from generator.rules.verdict import NO, UNKNOWN, YES
from generator.rules.words import folded, match, quoted


@pytest.mark.parametrize(
    ("words", "items", "answer", "item"),
    [
        ("“访惠聚”驻村", ["“访惠聚”驻村"], YES, "“访惠聚”驻村"),
        ('"访惠聚" 驻村工作', ["“访惠聚”驻村"], YES, "“访惠聚”驻村"),
        ("访惠聚驻村", ["“访惠聚”"], YES, "“访惠聚”"),
        ("访惠聚", ["“访惠聚”驻村"], UNKNOWN, "“访惠聚”驻村"),
        ("驻村", ["“访惠聚”驻村"], UNKNOWN, "“访惠聚”驻村"),
        ("驻村管寺", ["“访惠聚”驻村", "驻村管寺"], YES, "驻村管寺"),
        ("驻村管寺", ["“访惠聚”驻村"], NO, ""),
        ("驻村管寺", ["寺管会"], UNKNOWN, "寺管会"),
        ("南疆学前双语教育干部支教", ["南疆学前教育支教"], UNKNOWN, "南疆学前教育支教"),
        ("驻村第一书记", ["深度贫困村第一书记"], UNKNOWN, "深度贫困村第一书记"),
        ("三支一扶", ["“访惠聚”驻村", "寺管会", "内地服务管理"], NO, ""),
        ("抽调到县“访惠聚”办公室", ["“访惠聚”驻村（含抽调到各级“访惠聚”办公室）"], YES, None),
        ("“访惠聚”驻村", ["“访惠聚”驻村（含抽调到各级“访惠聚”办公室）"], YES, None),
        ("县“访惠聚”办公室", ["“访惠聚”驻村（含抽调到各级“访惠聚”办公室）"], UNKNOWN, None),
        ("，", ["，"], NO, ""),
        ("某工作", [], NO, ""),
    ],
)
def test_words_name_an_item_where_they_hold_it_whole_and_are_doubtful_where_they_come_near(words, items, answer, item):
    assert match(words, tuple(items)) == (answer, items[0] if item is None else item)


def test_only_letters_and_digits_are_compared():
    assert folded("“访惠聚” 驻村（２）·") == "访惠聚驻村2"


def test_quotation_marks_inside_quotation_marks_are_single():
    assert quoted("“访惠聚”驻村") == "“‘访惠聚’驻村”"
