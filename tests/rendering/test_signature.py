"""Signature and date stand where GB/T 9704-2012, 7.3.5, has them. Positions in 字 from the right edge of the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader

from generator.rendering.blocks import Block, Run
from generator.rendering.environment import FILLED
from generator.rendering.signature import COLUMNS, LAST_CENTRE, signature_blocks, signature_indents
from generator.rendering.wording import render_blocks
from generator.text import cell_width

DATE = "2024年8月28日"
WIDTH = cell_width(DATE)
LINE = 28
NAMES = st.lists(st.text("甲乙丙丁A1", min_size=1, max_size=24), min_size=1, max_size=4)


def left_edge(text: str, indent: float) -> float:
    """How far the text's first character stands from the right edge."""
    return indent + cell_width(text)


def centre(text: str, indent: float) -> float:
    return indent + cell_width(text) / 2


class TestUnsealed:
    """7.3.5.2: 署名右空二字，成文日期首字比署名首字右移二字；日期长于署名的，日期右空二字，署名相应左移。"""

    def test_a_name_longer_than_the_date(self):
        name = "巴音郭楞蒙古自治州档案局"
        [indent], dated = signature_indents([name], DATE, sealed=False)
        assert indent == 2
        assert left_edge(name, indent) - left_edge(DATE, dated) == 2

    def test_a_name_shorter_than_the_date(self):
        [indent], dated = signature_indents(["某局"], DATE, sealed=False)
        assert dated == 2
        assert left_edge("某局", indent) - left_edge(DATE, dated) == 2

    def test_a_name_as_long_as_the_date_does_not_push_the_date_to_the_edge(self):
        name = "甲" * 6 + "A"
        assert cell_width(name) == WIDTH
        [indent], dated = signature_indents([name], DATE, sealed=False)
        assert (indent, dated) == (4, 2)

    def test_several_names_are_centred_on_each_other(self):
        names = ["巴音郭楞蒙古自治州档案局", "某县档案馆"]
        indents, _ = signature_indents(names, DATE, sealed=False)
        assert indents[0] == 2
        assert centre(names[0], indents[0]) == centre(names[1], indents[1])

    @given(NAMES)
    def test_the_date_begins_two_to_the_right_of_the_longest_name(self, names):
        indents, dated = signature_indents(names, DATE, sealed=False)
        longest = max(range(len(names)), key=lambda number: cell_width(names[number]))
        assert left_edge(names[longest], indents[longest]) - left_edge(DATE, dated) == 2
        assert min(*indents, dated) > 0


class TestSealed:
    """7.3.5.1: 成文日期右空四字，署名在日期之上居中。"""

    @pytest.mark.parametrize("name", ["某局", "自治州档案局", "某某档案局"])
    def test_a_short_name_is_centred_over_the_date(self, name):
        [indent], dated = signature_indents([name], DATE, sealed=True)
        assert dated == 4
        assert centre(name, indent) == centre(DATE, dated)

    def test_a_long_name_moves_both_left_so_that_it_stays_on_the_page(self):
        name = "新疆维吾尔自治区巴音郭楞蒙古自治州人力资源和社会保障局"
        [indent], dated = signature_indents([name], DATE, sealed=True)
        assert indent == 0
        assert centre(name, indent) == centre(DATE, dated)
        assert left_edge(name, indent) <= LINE

    @given(NAMES)
    def test_every_line_is_centred_over_the_date_and_inside_the_page(self, names):
        indents, dated = signature_indents(names, DATE, sealed=True)
        assert {centre(name, indent) for name, indent in zip(names, indents, strict=True)} == {centre(DATE, dated)}
        assert min(indents) >= 0
        assert dated >= 4


def signed(*names: str, sealed: bool = True) -> list[Block]:
    return list(signature_blocks([(Run(name),) for name in names], (Run(DATE),), sealed=sealed))


class TestJointIssuers:
    """7.3.5: 联合行文，加盖印章的各署名整齐排列，印章互不相交、不出版心；不加盖印章的依次向下。"""

    def test_unsealed_they_stand_one_below_another_a_line_below_the_text(self):
        blocks = signed("示例州人力资源和社会保障局", "示例州档案局", "示例州财政局", sealed=False)
        assert [(block.text, block.above) for block in blocks] == [
            ("示例州人力资源和社会保障局", 1),
            ("示例州档案局", 0),
            ("示例州财政局", 0),
            (DATE, 0),
        ]

    @pytest.mark.parametrize(
        ("names", "rows"),
        [
            (("甲局", "乙局"), ["\t甲局\t乙局"]),
            (("甲局", "乙局", "丙局"), ["甲局\t乙局\t丙局"]),
            (("甲局", "乙局", "丙局", "丁局"), ["甲局\t乙局\t丙局", "\t\t丁局"]),
            (("示例州人力资源和社会保障局", "示例州档案局"), ["示例州人力资源和社会保障局\t示例州档案局"]),
            (("示例州人力资源和社会保障局", "甲局", "乙局"), ["示例州人力资源和社会保障局\t甲局", "\t乙局"]),
        ],
    )
    def test_sealed_they_stand_side_by_side_the_last_over_the_date(self, names, rows):
        *signatures, date = signed(*names)
        assert [block.text for block in signatures] == rows
        assert [block.above for block in signatures] == [2, 4][: len(rows)]
        assert {block.columns for block in signatures} == {rows[0].count("\t") + 1}
        assert centre(DATE, date.right) == LAST_CENTRE
        assert date.right == 4

    def test_sealed_names_too_long_to_share_a_line_stand_one_below_another_with_room_for_the_seals(self):
        names = ("示例维吾尔自治区示例蒙古自治州人力资源和社会保障局", "示例州档案局")
        *signatures, _ = signed(*names)
        assert [(block.text, block.above) for block in signatures] == [(names[0], 2), (names[1], 4)]
        assert {block.columns for block in signatures} == {1}

    def test_an_addition_to_the_name_makes_no_second_issuer(self):
        *signatures, _ = signed("示例州职称办公室", "（代章）")
        assert [(block.text, block.above, block.columns) for block in signatures] == [
            ("示例州职称办公室", 2, 1),
            ("（代章）", 0, 1),
        ]

    @pytest.mark.parametrize("columns", COLUMNS)
    def test_neither_names_nor_seals_of_a_row_meet_or_leave_the_text_area(self, columns):
        distance, longest = COLUMNS[columns]
        leftmost = LAST_CENTRE + (columns - 1) * distance
        half_a_seal = 21 / (15.75 / 72 * 25.4)
        assert distance - longest >= 0.5
        assert distance > 2 * half_a_seal
        for half in (half_a_seal, longest / 2):
            assert half <= LAST_CENTRE
            assert leftmost + half <= LINE

    @given(NAMES)
    def test_no_name_is_lost_and_their_order_stays(self, names):
        for sealed in (True, False):
            text = "\t".join(block.text for block in signed(*names, sealed=sealed)[:-1])
            assert [name for name in text.split("\t") if name] == names


def test_a_date_without_a_name_stands_where_dates_stand():
    assert signature_indents([], DATE, sealed=True) == ([], 4)
    assert signature_indents([], DATE, sealed=False) == ([], 2)


@pytest.mark.parametrize(("option", "dated"), [("", 2), ("盖章", 4), ("{{ '盖章' if 用印 else '' }}", 4)])
def test_a_wording_says_whether_it_is_sealed(option, dated):
    loader = DictLoader({"文.md": f"::: 落款 {option}\n某局\n{DATE}\n:::"})
    made = render_blocks("文.md", {"状态": FILLED, "用印": "是"}, loader)
    assert [(block.style, block.text) for block in made] == [("署名", "某局"), ("日期", DATE)]
    assert made[1].right == dated
