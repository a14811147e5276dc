"""The comparison tells every word that is missing, added or moved, and minds no white space."""

import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.importing.fidelity import compare, compare_with_file, text_of_blocks
from generator.reading.parts import Cell, LeftOut, Paragraph, Reading, Table, whole
from generator.rendering.blocks import Block, Run


def test_white_space_is_not_counted():
    result = compare("一、 范围\n甲 乙", "一、范围　甲\t乙")
    assert (result.total, result.kept, result.differences) == (6, 6, ())


def test_a_missing_word_is_named_with_its_place():
    result = compare("报送材料一式两份。逾期不予受理。", "报送材料一式两份。")
    assert (result.is_complete, result.kept, result.total) == (False, 9, 16)
    assert [str(each) for each in result.missing] == ["“送材料一式两份。”后面缺“逾期不予受理。”"]


def test_a_changed_character_is_told():
    [difference] = compare("附件：1．名单", "附件：1.名单").differences
    assert str(difference) == "“附件：1”后面缺“．”，变成了“.”"


def test_an_added_word_is_no_loss():
    result = compare("抄送：甲局", "抄送：甲局。")
    assert result.is_complete
    assert [str(each) for each in result.added] == ["“抄送：甲局”后面多了“。”"]


def test_what_changed_its_place_is_missing_there():
    assert not compare("甲局。乙局。", "乙局。甲局。").is_complete


def test_what_is_all_there_is_never_called_missing():
    result = compare("附件：附件：", "某通知附件：附件：")
    assert result.is_complete
    assert [str(each) for each in result.added] == ["开头多了“某通知”"]


def test_a_long_piece_is_shown_by_its_beginning():
    assert "共100字" in str(compare("甲" * 100, "").missing[0])


def test_what_the_reader_gave_is_looked_for_and_what_was_left_out_is_not():
    raw = Reading(
        Path("甲.txt"), "txt", (Paragraph("**甲**乙"), Paragraph("— 1 —"), Table(((Cell("丙"), Cell("丁")),)))
    )
    left_out = [LeftOut("**", 0, 0, 2, "**"), LeftOut("**", 0, 3, 5, "**"), whole(1, raw.items[1], "页码")]
    result = compare_with_file(raw, left_out, "甲乙 丙丁")
    assert (result.total, result.kept, result.left_out, result.is_complete) == (11, 4, 7, True)
    lost = compare_with_file(raw, left_out[:2], "甲乙 丙丁")
    assert ([each.missing for each in lost.missing], lost.is_complete) == (["—1—"], False)


def test_a_long_text_that_repeats_itself_is_compared_in_no_time():
    text = "请认真执行。\n" * 8000
    start = time.perf_counter()
    assert not compare(f"{text}甲。{text}", f"{text}乙。{text}").is_complete
    assert time.perf_counter() - start < 2


def test_the_cells_of_a_table_are_read_row_by_row():
    cells = [[{"文字": "甲"}, {"文字": "乙"}], [{"文字": "丙"}]]
    blocks = [Block("正文", (Run("上"),)), Block("表格", table={"表头": cells[:1], "行": cells[1:]})]
    assert text_of_blocks(blocks).split("\n") == ["上", "甲", "乙", "丙"]


@given(st.text("甲乙丙。，", max_size=30), st.text("甲乙丙。，", max_size=30))
def test_what_is_kept_and_what_is_missing_are_the_whole(wanted, made):
    result = compare(wanted, made)
    assert result.kept + sum(len(each.missing) for each in result.missing) == result.total == len(wanted)
    assert result.is_complete == (not result.missing) == is_in(wanted, made)


def is_in(wanted: str, made: str) -> bool:
    """Whether the characters of the one text stand in the other in order."""
    rest = iter(made)
    return all(char in rest for char in wanted)
