"""Years in running text: which go on, which are shown, which are left alone."""

import re
import time

import pytest

from generator.rolling.years import uses
from tests.support import CHECKOUT

NOTICES = CHECKOUT.parent / "shared" / "reference" / "notices"


def found(text: str, old_year: int = 2021) -> list[tuple[str, str | None]]:
    return [(use.old, use.new) for use in uses(text, old_year, 1)]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("现就2021年度工作通知如下", "2021年度", "2022年度"),
        ("关于开展 2021 年度档案系列", "2021 年度", "2022 年度"),
        ("2021年8月20日开放", "2021年8月20日", "2022年8月20日"),
        ("2021年8月20日至9月20日", "2021年8月20日至9月20日", "2022年8月20日至9月20日"),
        ("2021年8月20日—30日", "2021年8月20日—30日", "2022年8月20日—30日"),
        ("至2022年3月", "2022年3月", "2023年3月"),
        ("2021年10月下旬", "2021年10月下旬", "2022年10月下旬"),
        ("2021．9．5前", "2021．9．5", "2022．9．5"),
        ("2020-21学年", "2020-21学年", "2021-22学年"),
        ("2020/2021学年", "2020/2021学年", "2021/2022学年"),
        ("2018—20年度考核", "2018—20年度", "2019—21年度"),
        ("2021-09-01", "2021-09-01", "2022-09-01"),
        ("2021—2022学年", "2021—2022学年", "2022—2023学年"),
        ("2018 至 2020 年度专业技术人员年度考核表", "2018 至 2020 年度", "2019 至 2021 年度"),
        ("（2015-2021 年度公需科目）", "2015-2021 年度", "2016-2022 年度"),
        ("2018年至2020年各年度考核表", "2018年至2020年", "2019年至2021年"),
        ("2018年度、2019年度和2020年度考核", "2018年度、2019年度和2020年度", "2019年度、2020年度和2021年度"),
        ("近3年（2018、2019、2020年）", "2018、2019、2020年", "2019、2020、2021年"),
        ("1.2021年度考核表", "2021年度", "2022年度"),
        ("二〇二一年度", "二〇二一年度", "二〇二二年度"),
        ("二零一八至二零二〇年度", "二零一八至二零二〇年度", "二零一九至二零二一年度"),
        ("二〇二一年九月五日", "二〇二一年九月五日", "二〇二二年九月五日"),
        ("巴职字〔2021〕××号", "2021", "2022"),
        ("编号：〔2021〕第　　号", "2021", "2022"),
        ("２０２１年度", "２０２１年度", "２０２２年度"),
        ("依据《办法》，2021年度评审按计划实施", "2021年度", "2022年度"),
        ("自2021年9月1日起施行", "2021年9月1日", "2022年9月1日"),
    ],
)
def test_years_that_go_with_the_year_go_on(text, old, new):
    assert found(text) == [(old, new)]


@pytest.mark.parametrize(
    "text",
    [
        "2019年7月30日自治区人力资源和社会保障厅、档案局《关于印发〈条件〉的通知》同时废止",
        "《职称评审管理暂行规定》（2021年9月1日起施行）",
        "参照自治州人社局2021年《关于进一步做好工作的通知》",
        "《办法》2021年8月18日印发后",
        "1964年1月1日以后出生",
        "2035年远景目标",
        "2019年以来",
        "限2021字以内",
        "近几年（2018、2019、2020）",
        "21年度",
        "’21年9月5日前",
        "21届毕业生",
        "2022届毕业生",
        "二〇二一级",
        "2021.9起",
        "2021-09起",
        "附件20210905",
        "《2021年度职称评审工作方案》",
        "《关于印发〈2021年度方案〉的通知》",
        "http://www.example.cn/2021年/1.html",
        "10月下旬",
        "十月底",
        "9月5日—9月30日",
        "次年3月底前",
        "{{ 事实.年度.申报 }}年9月5日",
        "（星期三）上午",
        "{{ 事实.日期.会议 }}星期三",
    ],
)
def test_what_may_be_another_documents_or_another_matter_is_shown_and_left(text):
    [(_, new)] = found(text)
    assert new is None


@pytest.mark.parametrize(
    "text",
    [
        "新档发〔2021〕5号，巴人社规[2021]1号，巴人社规\\[2021\\]1号，某发（2021）3号，2021年第3号公告",
        "《2020年度职称评审工作方案》",
        "每周一至周五，工作日周一至周五，每年12月31日",
        "近6个月，三个月内，满21年，三年级，第21届",
        "{{ 事实.日期.截止2021 }}，{% if 评审.年度 == '2021年' %}",
        "http://www.example.cn/2020年/1.html",
        "电话0996-2021234、2025039，共2021345元，编号A2021",
    ],
)
def test_numbers_and_titles_of_documents_tags_addresses_and_plain_numbers_are_left_alone(text):
    assert found(text) == []


STAY = {
    "bazhou-archives-2021": ["2019 年 7 月 30 日"],
    "bazhou-news-2021": ["10月下旬", "9 月 25 日"],
}


@pytest.mark.parametrize(
    "name",
    [
        "bazhou-archives-2021",
        "bazhou-archives-2024",
        "bazhou-culture-2021",
        "bazhou-news-2021",
        "qinghai-archives-plan-2020",
    ],
)
def test_of_a_real_notice_every_year_goes_on_but_those_of_quoted_documents(name):
    if not NOTICES.is_dir():
        pytest.skip("the real notices are not at hand")
    text = (NOTICES / f"{name}.txt").read_text("utf-8")
    old_year = int(name[-4:])
    kept = [use.old for use in uses(text, old_year, 1) if use.new is None]
    assert kept == STAY.get(name, [])
    new = text
    for use in sorted(uses(text, old_year, 20), key=lambda use: -use.start):
        new = new[: use.start] + (use.new or "") + new[use.end :]
    quoted = re.compile(r"[〔\[]\s*\d{4}\s*[〕\]]|《[^》]*》")
    assert [year for year in re.findall(r"(?<!\d)20\d\d(?!\d)", quoted.sub("", new)) if int(year) <= old_year] == []


def test_a_long_text_takes_no_time():
    text = "自2021年9月1日起（9月8日，星期三）按《2020年办法》（某发〔2020〕1号）执行，" * 1000
    start = time.perf_counter()
    assert len(list(uses(text, 2021, 1))) == 3000
    assert time.perf_counter() - start < 3
