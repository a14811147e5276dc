"""Dates and periods."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import PartialDate, chinese_date
from tests.lint.tools import found, items

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize("dash", ["-", "--", "－", "–", "―", "——", "~", "〜", "−"])
def test_the_ends_of_a_period_are_joined_by_one_dash_only(dash):
    right = "2024年9月5日—9月30日"
    assert found(f"申报时间为2024年9月5日{dash}9月30日。") == [("PUNC-02", right.replace("—", dash), right)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2021年-2023年", "2021年—2023年"),
        ("2015-2021年度", "2015—2021年"),
        ("9月-10月", "9月—10月"),
        ("2024年9月5 - 10日", "2024年9月5—10日"),
        ("10:00-13:30", "10:00—13:30"),
        ("周一-周五", "周一—周五"),
    ],
)
def test_every_kind_of_period_has_the_dash(written, expected):
    assert [each[2] for each in found(f"时间为{written}。")] == [expected.removeprefix("2024年9月")]


@pytest.mark.parametrize("written", ["2024-9-5", "2024.9.5", "2024.09.05", "2024/9/5", "2024、9、5", "2024．9．5"])
def test_a_date_in_figures_alone_is_written_out(written):
    assert found(f"请于{written}前报送。") == [("PUNC-15", written, "2024年9月5日")]


@pytest.mark.parametrize(
    ("written", "item", "expected"),
    [
        ("2024年09月05日", "NUM-02", "2024年9月5日"),
        ("2024年9月05日", "NUM-02", "2024年9月5日"),
        ("09月", "NUM-02", "9月"),
        ("二〇二四年九月五日", "NUM-01", "2024年9月5日"),
        ("二○二四年九月三十日", "NUM-01", "2024年9月30日"),
        ("二O二四年十二月", "NUM-01", "2024年12月"),
        ("二零二四年九月九十日", "NUM-01", "用阿拉伯数字写的日期"),
    ],
)
def test_other_forms_of_a_date_are_told_with_the_right_one(written, item, expected):
    assert found(f"请于{written}前报送。") == [(item, written, expected)]


@pytest.mark.parametrize("written", ["二零二四", "二○二四", "二0二四", "二O二四"])
def test_a_year_in_han_numerals_has_the_right_zero(written):
    assert found(f"做好{written}年工作。") == [("NUM-06", written, "二〇二四")]


@pytest.mark.parametrize("text", ["请于24年9月底前报送。", "截至24年底。", "21年度职称评审", "’24年9月"])
def test_a_year_has_four_figures(text):
    assert items(text) == ["NUM-01"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024年2月30日", "2月1日至29日中的日期"),
        ("2023年2月29日", "2月1日至28日中的日期"),
        ("9月31日", "9月1日至30日中的日期"),
        ("2024年13月5日", "1至12月的日期"),
    ],
)
def test_a_day_that_no_calendar_has_is_found(written, expected):
    assert found(f"请于{written}前报送。") == [("DATE-01", written, expected)]


@pytest.mark.parametrize("written", ["2024年9月30日—9月5日", "2024年12月16日至1月10日", "2024年9月5日—3日"])
def test_a_period_does_not_end_before_it_begins(written):
    assert found(f"申报时间为{written}。") == [("DATE-01", written, "止日不早于起日的期间")]


def test_a_period_names_its_year_somewhere():
    assert items("申报时间为9月5日—9月30日。") == ["DATE-02"]
    assert items("2024年的申报时间为9月5日—9月30日。") == []
    assert items("{{ 事实.年度 }}申报时间为9月5日—9月30日。") == []


@pytest.mark.parametrize(
    "text",
    [
        "申报时间为2024年9月5日—9月30日，卫生系列为2024年12月16日至2025年1月10日。",
        "公示期为2024年9月11日～9月18日，每天9:00—13:30。",
        "生于2001-06-05，一寸照片为2024-09-05拍摄。",
        "2020年至2024年的公需科目，2022年—2024年的专业科目。",
        "满20年以上，工作满18年初次申报，近10年度考核，满20年初级。",
        "参加二〇三五年远景目标学习，二楼三零一会议室，住三〇二室。",
        "2024年2月29日、2月29日、2024年×月×日。",
        "电话0996-2025039，邮编841000，住示例路58-2号3-2-501室。",
        "标准为GB/T 9704—2012、GB/T 15834-2011，软件版本2.10.1。",
        "每天9:00—13:30、16:00—19:30受理。",
    ],
)
def test_right_dates_pass(text):
    assert items(text) == []


@given(st.tuples(DAYS, DAYS).map(sorted))
def test_every_period_as_the_program_writes_it_passes(days):
    first, last = (PartialDate(day.year, day.month, day.day) for day in days)
    assert items(f"公示时间为{chinese_date(first)}—{chinese_date(last)}。") == []
