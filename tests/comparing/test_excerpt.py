"""Long texts cut down to where they differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.comparing.excerpt import excerpts

HEAD = "申报人员须在规定时间内登录平台，按照要求逐项填写并上传各项证明材料的扫描件，"
TAIL = "由所在单位人事部门逐一审核原件，签署意见并加盖公章后统一报送评审委员会办公室。"


def test_of_two_long_texts_what_they_have_in_common_is_left_out():
    old, new = f"{HEAD}逾期不候。{TAIL}", f"{HEAD}逾期不予受理。{TAIL}"
    assert excerpts(old, new) == (
        "……材料的扫描件，逾期不候。由所在单位人事部门……",
        "……材料的扫描件，逾期不予受理。由所在单位人事部门……",
    )


def test_two_places_that_differ_are_both_shown():
    old, new = excerpts(f"甲{HEAD}{TAIL}乙", f"丙{HEAD}{TAIL}丁")
    assert (old[0], old[-1], new[0], new[-1]) == ("甲", "乙", "丙", "丁")
    assert old[1:-1] == new[1:-1]
    assert "……" in old


@pytest.mark.parametrize(
    ("old", "new"),
    [("9月5日—9月30日", "8月28日—9月25日"), (f"{HEAD}{TAIL}", ""), ("", HEAD), (HEAD * 2, "一二三四五六七八九十" * 8)],
)
def test_short_texts_and_texts_with_little_in_common_stay_whole(old, new):
    assert excerpts(old, new) == (old, new)


def test_a_text_of_several_lines_is_shown_on_one():
    assert excerpts("第一行\n第二行", "第一行\n  第三行") == ("第一行　第二行", "第一行　第三行")


WORDS = st.text(st.sampled_from("甲乙丙丁，。12"), max_size=200)


@given(head=WORDS, old=WORDS, new=WORDS, tail=WORDS)
def test_cut_texts_differ_where_the_whole_ones_do_and_keep_the_order_of_their_words(head, old, new, tail):
    whole = f"{head}{old}{tail}", f"{head}{new}{tail}"
    shown = excerpts(*whole)
    assert (shown[0] == shown[1]) == (whole[0] == whole[1])
    for text, cut in zip(whole, shown, strict=True):
        position = 0
        for piece in cut.split("……"):
            position = text.index(piece, position) + len(piece)
