"""The letterhead takes the size that its longest line fits in; the 版记 is one block of divided lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader

from generator.rendering.blocks import Block, Run
from generator.rendering.environment import FILLED
from generator.rendering.official import LEVELS, imprint, letterhead
from generator.rendering.wording import render_blocks
from generator.text import cell_width
from tests.support import words

TEXT_AREA = 156 / 25.4 * 72  # points
NAMES = st.lists(st.text("甲乙丙丁局A", min_size=1, max_size=28), min_size=1, max_size=4)


def lines(*texts: str) -> list[tuple[Run, ...]]:
    return [(Run(text),) for text in texts]


def blocks(source: str) -> list[Block]:
    return render_blocks("文.md", {"状态": FILLED}, DictLoader({"文.md": source}))


def rows(*texts: str) -> list[dict]:
    return [row for block in imprint(lines(*texts)) for row in block.rows]


class TestLetterhead:
    @given(NAMES)
    def test_every_line_fits_into_the_text_area(self, names):
        made = list(letterhead(lines(*names)))
        assert [block.text for block in made] == names
        [level] = {block.level for block in made}
        _, size, condensed = LEVELS[level - 1]
        assert max(map(cell_width, names)) * size * condensed <= TEXT_AREA

    def test_a_short_line_is_larger_than_a_long_one(self):
        levels = [next(letterhead(lines("甲" * count))).level for count in (6, 11, 15, 20, 26)]
        assert levels == [1, 2, 3, 4, 5]
        assert [size for _, size, _ in LEVELS] == sorted((size for _, size, _ in LEVELS), reverse=True)

    def test_a_line_longer_than_any_stays_whole(self):
        [made] = letterhead(lines("甲" * 40))
        assert (made.text, made.level) == ("甲" * 40, 5)

    @pytest.mark.parametrize("order", [("甲州档案局", "乙局", "文件"), ("甲州档案局", "文件", "乙局")])
    def test_the_word_on_a_line_of_its_own_makes_the_others_joint_issuers(self, order):
        [made] = letterhead(lines(*order))
        assert made.style == "联署标志"
        assert [(row["左"], row["右"], row["竖并"]) for row in made.rows] == [
            ("甲州档案局", "文件", "起"),
            ("乙局", "", "续"),
        ]

    def test_names_of_joint_issuers_are_spread_to_the_width_of_the_longest(self):
        [made] = letterhead(lines("甲州档案局", "乙局", "文件"))
        widths = [cell_width(row["左"]) + row["字距"] * (len(row["左"]) - 1) for row in made.rows]
        assert widths == [5, 5]
        _, size, condensed = LEVELS[made.level - 1]
        [row, _] = made.rows
        assert row["左宽"] == pytest.approx(5 * size * condensed / 15.75)
        assert (row["左宽"] + row["右宽"]) * 15.75 <= TEXT_AREA

    @pytest.mark.parametrize("texts", [("文件",), ("文件", "文件")])
    def test_the_word_without_a_name_is_a_line_as_any(self, texts):
        assert [block.text for block in letterhead(lines(*texts))] == list(texts)

    def test_a_wording_says_it(self):
        made = blocks("::: 发文机关标志\n甲州\n乙局文件\n:::\n\n::: 发文字号\n甲〔2024〕1号\n:::")
        assert [(block.style, block.text) for block in made] == [
            ("发文机关标志", "甲州"),
            ("发文机关标志", "乙局文件"),
            ("发文字号", "甲〔2024〕1号"),
        ]


class TestImprint:
    def test_a_line_is_divided_into_office_and_date(self):
        assert rows("抄送：甲，乙。", "丙办公室｜2024年8月18日印发") == [
            {"各段": ["抄送：甲，乙。"], "右": "", "收文": True},
            {"各段": ["丙办公室"], "右": "2024年8月18日印发", "收文": False},
        ]

    def test_addressees_that_follow_each_other_have_no_rule_between(self):
        assert [row["各段"] for row in rows("主送：甲。", "抄送：乙。", "丙｜丁", "共印10份")] == [
            ["主送：甲。", "抄送：乙。"],
            ["丙"],
            ["共印10份"],
        ]

    def test_it_is_one_block_whose_text_has_every_word_in_order(self):
        [made] = blocks("::: 版记\n抄送：甲。\n乙办公室｜2024年8月18日印发\n:::")
        assert made.style == "版记"
        assert words(made.text) == "抄送：甲。乙办公室2024年8月18日印发"

    def test_a_value_that_looks_like_the_division_does_not_divide(self):
        assert [(row["各段"], row["右"]) for row in rows("抄送：甲｜乙。", "丙｜丁｜2024年印发")] == [
            (["抄送：甲｜乙。"], ""),
            (["丙｜丁"], "2024年印发"),
        ]

    @pytest.mark.parametrize(("count", "style"), [(5, "版记"), (60, "长版记")])
    def test_what_no_foot_of_a_page_can_hold_runs_on(self, count, style):
        [made] = imprint(lines("抄送：" + "示例州某某单位，" * count))
        assert made.style == style

    def test_nothing_gives_nothing(self):
        assert blocks("::: 版记\n:::") == []

    @given(st.lists(st.text("甲乙：，。1", min_size=1), min_size=1, max_size=5))
    def test_no_line_is_lost(self, texts):
        [made] = imprint(lines(*texts))
        assert made.text.split("\n") == texts


def test_a_remark_is_a_line_of_its_own():
    assert [(block.style, block.text) for block in blocks("::: 附注\n（联系人：张三）\n:::")] == [
        ("附注", "（联系人：张三）")
    ]
