"""Facts in a text: those that are certain, each where it stands, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.facts.find import DATE, PERIOD, YEAR, find_facts, printed
from generator.text import PartialDate
from tests.support import words


def found(text: str, year: int | None = None) -> list[tuple[str, str]]:
    """The kind and the words of each fact."""
    return [(mention.kind, text[mention.start : mention.end]) for mention in find_facts(text, year)]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("截止时间为2024年9月5日。", [("日期", "2024年9月5日")]),
        ("定于 2024 年 10 月下旬", [("日期", "2024 年 10 月")]),
        ("（2020年12月）", [("日期", "2020年12月")]),
        ("2021年7月 日", [("日期", "2021年7月")]),
        ("2021年9月1日至2021年9月30日", [("期间", "2021年9月1日"), ("期间", "2021年9月30日")]),
        ("2021 年 9 月 21 日—9 月 24 日", [("期间", "2021 年 9 月 21 日"), ("期间", "9 月 24 日")]),
        ("2023年3月6日—31日", [("期间", "2023年3月6日"), ("期间", "31日")]),
        ("从2023年3月6日起至4月1日止", [("期间", "2023年3月6日"), ("期间", "4月1日")]),
        ("2023年11月20日9:00至12月8日18:00", [("期间", "2023年11月20日"), ("期间", "12月8日")]),
        ("2024年9月5日（星期四）～9月30日", [("期间", "2024年9月5日"), ("期间", "9月30日")]),
        (
            "于 2021 年 8 月 20 日开放申报，关闭时间为 9 月 20 日",
            [("期间", "2021 年 8 月 20 日"), ("期间", "9 月 20 日")],
        ),
        ("2021年度", [("年度", "2021")]),
        ("2018 至 2020 年度考核表", [("年度", "2018"), ("年度", "2020")]),
        ("2015-2021 年度公需科目", [("年度", "2015"), ("年度", "2021")]),
        ("（2021年至2023年）", [("年度", "2021"), ("年度", "2023")]),
        ("2020年度、2021年度考核", [("年度", "2020"), ("年度", "2021")]),
        ("中级380元/人，初级 220 元", [("金额", "380"), ("金额", "220")]),
        ("按每工作日300、200元", [("金额", "300"), ("金额", "200")]),
        ("奖励1.5万元，中级3,000元", [("金额", "1.5"), ("金额", "3,000")]),
        ("电话：0996-2025039，13000000000", [("电话", "0996-2025039"), ("电话", "13000000000")]),
        ("联系电话：2617611、2617612", [("电话", "2617611"), ("电话", "2617612")]),
        ("0999-8000002、8000003", [("电话", "0999-8000002"), ("电话", "8000003")]),
        ("举报热线：12333", [("电话", "12333")]),
        ("拨打400-800-1234转2", [("电话", "400-800-1234")]),
        ("联系人：张某 李某某", [("人员", "张某"), ("人员", "李某某")]),
        ("联系人：阿依古丽·买某（处长）", [("人员", "阿依古丽·买某")]),
        ("（新人社发〔2022〕27号）", [("文号", "新人社发〔2022〕27号")]),
        ("按照巴人社规〔2021〕1 号文件", [("文号", "巴人社规〔2021〕1 号")]),
        ("巴人社发[2020]14号、东发改[2019]8号", [("文号", "巴人社发[2020]14号"), ("文号", "东发改[2019]8号")]),
        ("《暂行规定》（人社部令第40号）", [("文号", "人社部令第40号")]),
        ("(人社部第25号令)", [("文号", "人社部第25号令")]),
        ("平台（www.xjzcsq.com）", [("网址", "www.xjzcsq.com")]),
        ("网址：http://a.example.cn/b?c=1，下同", [("网址", "http://a.example.cn/b?c=1")]),
        ("bz.example.com）进行", [("网址", "bz.example.com")]),
        ("不少于5个工作日", [("期限", "5个工作日")]),
        ("退回后48小时内", [("期限", "48小时")]),
        ("不得超过3次，第3次提交", [("期限", "3次"), ("期限", "3次")]),
        ("不少于90学时", [("期限", "90学时")]),
        ("五年内不得申报", [("期限", "五年")]),
        ("记录期限为3年", [("期限", "3年")]),
    ],
)
def test_what_is_certain_is_found_where_it_stands(text, facts):
    assert found(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "9月25日截止",  # of which year nobody says
        "2024年2月30日",  # no day of the calendar
        "2024年09月05日",  # would print without the noughts
        "2024-09-05",
        "二〇二四年九月四日",
        "２０２４年９月４日",
        "2024年×月×日",
        "2021年3月至5月",  # half a fact is none
        "2021年",
        "《关于做好2021年度工作的通知》",
        "“五年内不得申报，收费100元”",
        "满2年，任职5年以上",
        "共3楼，一式两份，第2次会议",
        "身份证号990101198001011234，邮编841000",
        "编号2617611",
        "联系人：人事科",
        "联系人：王主任",
        "mail@example.com.cn",
        "第3条，1.5倍，80%",
        "每工作日",
    ],
)
def test_what_is_not_certain_is_left(text):
    assert found(text) == []


def test_the_year_of_the_document_is_a_fact_wherever_it_stands_alone():
    assert found("现就2021年评审通知如下，2019年的不再执行", 2021) == [("年度", "2021")]


def test_a_period_holds_the_year_that_its_end_leaves_out():
    start, end = find_facts("2021年12月20日至12月31日")
    assert (start.part, end.part, start.pair == end.pair) == ("起", "止", True)
    assert end.value == PartialDate(2021, 12, 31)
    assert (printed(start), printed(end)) == ("2021年12月20日", "12月31日")


def test_a_period_that_runs_past_the_month_of_its_start_ends_in_the_next_year():
    assert find_facts("2023年12月20日至1月5日")[1].value == PartialDate(2024, 1, 5)


def test_a_day_alone_has_the_month_of_the_start():
    end = find_facts("2023年3月6日—31日")[1]
    assert (end.value, printed(end)) == (PartialDate(2023, 3, 31), "31日")


def test_two_dates_the_wrong_way_round_are_no_period():
    assert [mention.kind for mention in find_facts("2023年3月6日至2023年3月1日")] == [DATE, DATE]


def test_two_months_are_two_dates():
    assert [mention.kind for mention in find_facts("2020年6月至2020年11月")] == [DATE, DATE]


def test_both_ends_of_a_span_of_years_belong_together():
    first, last = find_facts("2018年至2020年度")
    assert (first.kind, first.part, last.part, first.pair) == (YEAR, "起", "止", last.pair)


def test_a_date_that_is_no_part_of_a_period_stands_by_itself():
    mentions = find_facts("2024年9月5日开始，2024年10月8日至10月14日报送，2024年11月1日公示")
    assert [mention.kind for mention in mentions] == [DATE, PERIOD, PERIOD, DATE]


_PIECES = st.sampled_from(
    [
        *(
            "2024年9月5日",
            "2024 年 9 月",
            "9月30日",
            "至",
            "—",
            "起",
            "开放申报，关闭时间为",
            "2018至2020年度",
            "2021年",
            "年度",
        ),
        *(
            "380元",
            "300、",
            "0996-2025039",
            "13000000000",
            "电话：",
            "、",
            "，",
            "。",
            "联系人：",
            "张三",
            " ",
            "\n",
            "\u3000",
        ),
        *(
            "新人社发〔2022〕27号",
            "（人社部令第40号）",
            "www.example.com",
            "http://",
            "5个工作日",
            "3次",
            "第",
            "不超过",
        ),
        *(
            "《",
            "》",
            "“",
            "”",
            "按照",
            "五年内",
            "记录期限为",
            "3年",
            "2024",
            "年",
            "月",
            "日",
            "12",
            "元",
            "号",
            "(",
            ")",
        ),
    ]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=3)), max_size=14).map("".join))
def test_no_two_facts_overlap_and_with_the_text_between_they_print_the_text_again(text):
    parts, position = [], 0
    for mention in find_facts(text, 2021):
        assert position <= mention.start < mention.end
        parts += [text[position : mention.start], printed(mention)]
        position = mention.end
    assert words("".join([*parts, text[position:]])) == words(text)
