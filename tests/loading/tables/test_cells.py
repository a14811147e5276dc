"""Cells as Excel keeps them are read as their writers meant them, or refused with what to do."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.tables.cells import CellFault, ErrorCell, read_span, reader_of
from generator.loading.tables.fields import leaves, unit_leaves
from generator.text import PartialDate

TEXT, CODE, NUMBER_, PHONE = ("从事专业",), ("单位", "统一社会信用代码"), ("身份证号",), ("联系电话",)
MONTH, DAY, HOURS, FLAG = ("出生年月",), ("公示", "起始日期"), ("继续教育", "学时"), ("首次申报",)
OBJECTION, POST_END, REACHED = ("公示", "异议"), ("工作经历", "止"), ("业绩成果", "达到")
SUPERVISION, TOPICS = ("单位", "监督电话"), ("业绩成果", "对应条件")

READ = [
    (TEXT, "  档案管理　", "档案管理"),
    (TEXT, "甲\r\n乙_x000D_\n丙", "甲\n乙\n丙"),
    (TEXT, "无", None),
    (TEXT, " / ", None),
    (TEXT, "——", None),
    (TEXT, "无锡", "无锡"),
    (TEXT, 12.0, "12"),
    (TEXT, 0.1 + 0.2, "0.3"),
    (TEXT, True, "是"),
    (OBJECTION, " 无 ", "无"),
    (NUMBER_, "990101 19900512 0012", "990101199005120012"),
    (NUMBER_, "'99010119900512001x", "99010119900512001X"),
    (NUMBER_, "９９０１０１199005120012", "990101199005120012"),
    (NUMBER_, "\u202d990101199005120012\u202c", "990101199005120012"),
    (NUMBER_, "990101-19900512-0012", "990101199005120012"),
    (NUMBER_, 990101900512001.0, "990101900512001"),
    (PHONE, 19900000000.0, "19900000000"),
    (PHONE, "'09960000101", "09960000101"),
    (SUPERVISION, "0996-0000201、0996-0000202", ["0996-0000201", "0996-0000202"]),
    (TOPICS, "档案整理；档案编研\n编目", ["档案整理", "档案编研", "编目"]),
    (MONTH, "1990.05", PartialDate(1990, 5)),
    (MONTH, "1990年5月", PartialDate(1990, 5)),
    (MONTH, "199005", PartialDate(1990, 5)),
    (MONTH, 199005.0, PartialDate(1990, 5)),
    (MONTH, 19900512, PartialDate(1990, 5, 12)),
    (MONTH, 1990.05, PartialDate(1990, 5)),
    (MONTH, 1990.12, PartialDate(1990, 12)),
    (MONTH, 1990.2, PartialDate(1990, 2)),
    (MONTH, 1990.0, PartialDate(1990)),
    (MONTH, "1990.1", PartialDate(1990, 1)),
    (MONTH, date(1990, 5, 1), PartialDate(1990, 5)),
    (MONTH, datetime(1990, 5, 1), PartialDate(1990, 5)),
    (MONTH, date(1990, 5, 12), PartialDate(1990, 5, 12)),
    (MONTH, "九零年", "九零年"),
    (MONTH, datetime(1990, 5, 1, 8, 30), "1990-5-1 8:30"),
    (DAY, date(2024, 9, 1), PartialDate(2024, 9, 1)),
    (DAY, "2024-9-11", PartialDate(2024, 9, 11)),
    (POST_END, "至 今", "至 今"),
    (POST_END, "今", "至今"),
    (HOURS, 30.0, "30"),
    (HOURS, 30.5, "30.5"),
    (HOURS, "30学时", "30学时"),
    (FLAG, True, "是"),
    (FLAG, False, "否"),
    (FLAG, "√", "是"),
    (FLAG, "×", "否"),
    (FLAG, "对", "对"),
    (REACHED, "√", "是"),
    (REACHED, 850.0, "850"),
]
REFUSED = [
    (NUMBER_, 990101199005120012.0, "只保留前15位", "单元格格式设为“文本”"),
    (NUMBER_, 990101199005120012, "只保留前15位", "对照原件"),
    (NUMBER_, "9.90101E+17", "科学计数法", "重新填写全部数字"),
    (CODE, 12990101000000261.0, "只保留前15位", "对照原件"),
    (TEXT, date(2023, 4, 1), "当成了日期（2023-4-1）", "设为“文本”"),
    (TEXT, time(8, 30), "当成了时间（8:30）", "设为“文本”"),
    (TEXT, timedelta(hours=30), "当成了时间", "设为“文本”"),
    (TEXT, "甲\x07乙", "看不见的控制字符（U+0007）", "重新打一遍"),
    (MONTH, 1990.1, "看不出是1月还是10月", "“1990年1月”或“1990年10月”"),
    (MONTH, 32994.0, "日期序号", "单元格格式改为“日期”"),
    (MONTH, ErrorCell("#REF!"), "公式出错（#REF!）", "改成写出来的内容"),
    (TEXT, ErrorCell(""), "公式还没有算出结果", "重新保存"),
]
SPANS = {
    "2012.7-2016.8": (PartialDate(2012, 7), PartialDate(2016, 8)),
    "2012年7月至2016年8月": (PartialDate(2012, 7), PartialDate(2016, 8)),
    "2016.09—至今": (PartialDate(2016, 9), "至今"),
    "2016年9月 至 今": (PartialDate(2016, 9), "至今"),
    "2012-7至2016-8": (PartialDate(2012, 7), PartialDate(2016, 8)),
    "2012/7～2016/8": (PartialDate(2012, 7), PartialDate(2016, 8)),
    "201207-201608": (PartialDate(2012, 7), PartialDate(2016, 8)),
}
VALUES = st.one_of(
    st.text(max_size=30),
    st.integers(),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


def reader(names, **options):
    return reader_of(leaves()[names], **options)


@pytest.mark.parametrize(("names", "value", "expected"), READ, ids=lambda value: str(value)[:20])
def test_a_cell_is_read_as_it_was_meant(names, value, expected):
    assert reader(names)(value) == expected


@pytest.mark.parametrize(("names", "value", "message", "remedy"), REFUSED, ids=lambda value: str(value)[:20])
def test_a_cell_that_has_lost_what_was_typed_is_refused(names, value, message, remedy):
    with pytest.raises(CellFault) as caught:
        reader(names)(value)
    assert message in caught.value.message
    assert remedy in caught.value.remedy
    assert caught.value.value is None


def test_a_telephone_number_stored_as_a_number_is_used_and_doubted():
    with pytest.raises(CellFault) as caught:
        reader(PHONE)(9960000101.0)
    assert caught.value.value == "9960000101"
    assert "开头的0可能丢了" in caught.value.message


def test_in_text_that_went_through_a_spreadsheet_1990_1_may_be_october():
    assert reader(MONTH, exported=True)("1990.10") == PartialDate(1990, 10)
    with pytest.raises(CellFault, match="看不出是1月还是10月"):
        reader(MONTH, exported=True)("1990.1")


@pytest.mark.parametrize("text", SPANS)
def test_one_cell_may_hold_from_and_until(text):
    assert read_span(text) == SPANS[text]


@pytest.mark.parametrize("text", ["2012-7-2016-8", "2012年", "很久", "2012.7-"])
def test_a_span_that_cannot_be_told_apart_is_refused(text):
    with pytest.raises(CellFault, match="看不出起止的年月"):
        read_span(text)


def outcome(read, value):
    """What a cell gives, or the remedy of its fault."""
    try:
        return read(value)
    except CellFault as fault:
        return fault.message and fault.remedy


@given(st.sampled_from([*leaves().values(), *unit_leaves().values()]), VALUES, st.booleans())
def test_any_cell_is_read_or_refused_with_a_remedy(leaf, value, exported):
    assert outcome(reader_of(leaf, exported=exported), str(value) if exported else value) != ""


@given(VALUES)
def test_any_cell_may_stand_for_a_span(value):
    assert outcome(read_span, value) != ""
