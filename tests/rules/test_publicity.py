"""Publicity: long enough in the holiday weeks of each year, its papers dated in order."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.case import Case
from generator.rules.publicity import prescribed_findings, proposed_end, publicity_findings
from generator.workdays import Workdays
from tests.rules.making import applicant, campaign, partial, posted, told

WORKDAYS = Workdays()
KNOWN = st.dates(date(2015, 1, 5), date(2026, 10, 31))
LENGTHS = st.integers(1, 15)
AUTUMN = {"网上申报": {"起": "2024-9-5", "止": "2024-9-30"}, "纸质报送": {"起": "2024-10-8", "止": "2024-10-14"}}


def found(publicity, year=None, rule=None):
    findings = publicity_findings(posted(publicity, year), WORKDAYS)
    return [finding for finding in findings if rule in (None, finding.rule)]


# Long enough: the first last day that is enough; the day before is not

BOUNDARIES = [
    ("2021-2-8", "2021-2-19"),  # 春节2月11日至17日；7日、20日（周末）上班
    ("2021-4-29", "2021-5-8"),  # 劳动节1日至5日；4月25日、5月8日（周末）上班
    ("2021-9-16", "2021-9-23"),  # 9月18日（周六）上班，19日至21日放假
    ("2021-9-28", "2021-10-9"),  # 10月9日（周六）上班
    ("2024-2-5", "2024-2-9"),  # 除夕上班
    ("2024-2-6", "2024-2-18"),  # 春节10日至17日，18日（周日）上班
    ("2024-2-26", "2024-3-1"),  # 2月29日
    ("2024-9-11", "2024-9-18"),  # 9月14日（周六）上班，15日至17日放假
    ("2024-9-24", "2024-9-29"),  # 9月29日（周日）上班
    ("2024-9-30", "2024-10-11"),
    ("2025-1-24", "2025-2-6"),  # 1月26日（周日）上班，28日至2月4日放假
    ("2025-4-27", "2025-5-6"),  # 4月27日（周日）上班，5月1日至5日放假
    ("2025-9-28", "2025-10-10"),  # 9月28日（周日）上班，10月1日至8日放假
    ("2025-12-29", "2026-1-5"),  # 跨年；2026年1月4日（周日）上班
    ("2026-2-12", "2026-2-25"),  # 2月14日（周六）上班，15日至23日放假
    ("2026-9-21", "2026-9-28"),  # 中秋节25日至27日
    ("2026-9-29", "2026-10-10"),  # 国庆节1日至7日，10日（周六）上班
]


@pytest.mark.parametrize(("start", "end"), BOUNDARIES)
def test_the_fifth_working_day_is_enough_and_the_day_before_it_is_not(start, end):
    assert found({"起始日期": start, "截止日期": end}, rule="publicity-length") == []
    before = date(*map(int, end.split("-"))) - timedelta(days=1)
    [short] = found({"起始日期": start, "截止日期": partial(before)}, rule="publicity-length")
    assert short.level == "error"
    assert short.field == "公示.截止日期"


def test_what_is_short_is_told_with_the_count_the_days_off_and_the_end_proposed():
    [short] = found({"起始日期": "2024-9-11", "截止日期": "2024-9-17"}, rule="publicity-length")
    assert short.message == (
        "2024年9月11日（周三）至2024年9月17日（周二）（张贴当天算第1天）只有4个工作日，"
        "其间9月15日至17日休息，9月14日（周六）上班，规定不少于5个"
    )
    assert "最早到2024年9月18日（周三）截止" in short.remedy
    assert "不能只改日期" in short.remedy
    assert "第十六条" in short.basis


def test_where_the_first_day_does_not_count_one_day_more_is_needed():
    year = campaign(first=False)
    assert found({"起始日期": "2024-9-10", "截止日期": "2024-9-18"}, year) == []
    [short] = found({"起始日期": "2024-9-11", "截止日期": "2024-9-18"}, year)
    assert "张贴次日算第1天）只有4个工作日" in short.message
    assert "最早到2024年9月19日（周四）截止" in short.remedy


@given(start=KNOWN, number=LENGTHS, first=st.booleans())
def test_a_period_proposed_passes_its_own_check_and_one_day_less_does_not(start, number, first):
    year = campaign(days=number, first=first)
    end = proposed_end(start, year, WORKDAYS).usual
    period = {"起始日期": partial(start), "截止日期": partial(end)}
    assert [finding for finding in found(period, year) if finding.level == "error"] == []
    if end > start:
        period["截止日期"] = partial(end - timedelta(days=1))
        assert [finding.rule for finding in found(period, year) if finding.level == "error"] == ["publicity-length"]


# Years that are not announced


@pytest.mark.parametrize(
    ("end", "level", "said"),
    [
        ("2027-9-17", "warning", "5个工作日（假定只有周六、周日休息）或4个"),  # 中秋节是9月15日，周三
        ("2027-9-20", "hint", "6个工作日（假定只有周六、周日休息）或5个"),
        ("2027-9-16", "error", "连休息日在内只有4天"),
    ],
)
def test_a_year_not_announced_is_unknown_unless_there_are_too_few_days_of_any_kind(end, level, said):
    [finding] = found({"起始日期": "2027-9-13", "截止日期": end}, rule="publicity-length")
    assert finding.level == level
    assert said in finding.message
    assert ("2027年的放假安排还没有公布，公示期够不够无法判断" in finding.message) == (level != "error")
    assert ("最早到2027年9月17日（周五）（假定只有周六、周日休息）或" in finding.remedy) == (level != "hint")


def test_the_days_stated_for_a_year_not_announced_are_right_under_either_assumption():
    period = {"起始日期": "2027-9-13", "截止日期": "2027-9-17"}
    for days in (4, 5):
        assert found({**period, "天数": days}, rule="publicity-stated-days") == []
    [doubt] = found({**period, "天数": 3}, rule="publicity-stated-days")
    assert doubt.level == "warning"
    [wrong] = found({**period, "天数": 6}, rule="publicity-stated-days")
    assert wrong.level == "error"


# What the dates say of each other


def test_an_end_before_its_beginning_is_told_once_and_nothing_is_counted():
    publicity = {"起始日期": "2024-9-18", "截止日期": "2024-9-11", "天数": 5}
    assert told(found(publicity)) == [("publicity-order", "error", "公示.截止日期")]


@pytest.mark.parametrize("start", ["2023-9-11", "1924-9-11", "2024-3-21"])
def test_a_period_of_more_than_half_a_year_is_a_slip_in_the_year(start):
    findings = found({"起始日期": start, "截止日期": "2024-9-18", "天数": 5}, campaign(dated="1900-1"))
    assert told(findings) == [("publicity-order", "error", "公示.截止日期")]
    assert "像是年份写错了" in findings[0].message
    longest = {"起始日期": "2024-3-22", "截止日期": "2024-9-18"}
    assert found(longest) == []


@pytest.mark.parametrize(
    ("days", "unit", "wrong"),
    [
        (5, "工作日", False),
        (8, "自然日", False),
        (8, "工作日", True),
        (5, "自然日", True),
        (6, "工作日", True),
        (0, "工作日", True),
        (0, "自然日", True),
    ],
)
def test_11_to_18_september_2024_is_5_working_and_8_calendar_days(days, unit, wrong):
    publicity = {"起始日期": "2024-9-11", "截止日期": "2024-9-18", "天数": days, "天数单位": unit}
    findings = found(publicity)
    assert told(findings) == ([("publicity-stated-days", "error", "公示.天数")] if wrong else [])
    if days and wrong:
        assert f"写的是{days}个{unit}" in findings[0].message
        assert "5个工作日，8个自然日" in findings[0].message


def test_that_the_days_demanded_are_not_reached_is_told_once():
    short = {"起始日期": "2024-9-11", "截止日期": "2024-9-17"}
    assert told(found({**short, "天数": 5})) == [("publicity-length", "error", "公示.截止日期")]
    assert [finding.rule for finding in found({**short, "天数": 6})] == ["publicity-length", "publicity-stated-days"]


def test_a_slip_in_the_end_is_not_told_again_of_the_result():
    publicity = {"起始日期": "2024-9-11", "截止日期": "2025-9-18", "结果落款日期": "2024-9-19"}
    assert told(found(publicity, campaign(windows=[AUTUMN]))) == [("publicity-order", "error", "公示.截止日期")]


def test_calendar_days_too_are_counted_from_the_day_after_posting_where_the_campaign_says_so():
    publicity = {"起始日期": "2024-9-10", "截止日期": "2024-9-18", "天数": 8, "天数单位": "自然日"}
    assert found(publicity, campaign(first=False)) == []


@pytest.mark.parametrize(
    ("dated", "wrong"), [("2024-9-10", False), ("2024-9-11", False), ("2024-9-12", True), ("2025-9-11", True)]
)
def test_the_notice_is_dated_no_later_than_its_first_day(dated, wrong):
    findings = found({"起始日期": "2024-9-11", "截止日期": "2024-9-18", "公示落款日期": dated})
    assert told(findings) == ([("publicity-notice-date", "error", "公示.公示落款日期")] if wrong else [])


@pytest.mark.parametrize(
    ("dated", "level"), [("2024-9-17", "error"), ("2024-9-18", "warning"), ("2024-9-19", None), ("2023-9-19", "error")]
)
def test_the_result_is_dated_after_the_last_day_and_on_that_day_better_not(dated, level):
    findings = found({"起始日期": "2024-9-11", "截止日期": "2024-9-18", "结果落款日期": dated})
    assert told(findings) == ([("publicity-result-date", level, "公示.结果落款日期")] if level else [])


def test_a_notice_posted_on_a_day_off_is_told_so():
    assert told(found({"起始日期": "2024-9-15", "截止日期": "2024-9-24"})) == [
        ("publicity-first-day", "warning", "公示.起始日期")
    ]
    assert found({"起始日期": "2024-9-14", "截止日期": "2024-9-23"}) == []  # a Saturday that was worked


def test_a_period_before_the_years_notice_is_likely_that_of_another_year():
    year = campaign(dated="2024-9-4")
    publicity = {"起始日期": "2023-9-11", "截止日期": "2023-9-18"}
    assert told(found(publicity, year)) == [("publicity-before-notice", "warning", "公示.起始日期")]
    assert found({"起始日期": "2024-9-4", "截止日期": "2024-9-10"}, year) == []


# What is not written


def test_of_one_day_the_other_is_proposed():
    [end] = found({"起始日期": "2024-9-24"})
    assert (end.rule, end.level, end.field) == ("publicity-end", "hint", "公示.截止日期")
    assert "最早到2024年9月29日（周日）截止" in end.message
    [start] = found({"截止日期": "2024-9-29"})
    assert (start.level, start.field) == ("hint", "公示.起始日期")
    assert "最迟2024年9月24日（周二）张贴" in start.message


@pytest.mark.parametrize(
    ("field", "latest"),
    [
        (None, "纸质报送截止的2024年10月14日（周一），最迟应在2024年10月8日（周二）张贴"),
        ("其他附件", "截止的2024年9月30日（周一），最迟应在2024年9月24日（周二）张贴"),
    ],
)
def test_who_has_not_posted_yet_is_told_the_latest_day(field, latest):
    year = campaign(windows=[AUTUMN])
    year = year.model_copy(update={"platform": year.platform.model_copy(update={"publicity_field": field})})
    for case in (posted({}, year), Case(year, applicant())):
        [finding] = publicity_findings(case, WORKDAYS)
        assert told([finding]) == [("publicity-not-yet", "hint", "公示.起始日期")]
        assert latest in finding.message
    [end] = found({"起始日期": "2024-9-11"}, year)
    assert latest in end.message


def test_a_campaign_without_an_applicant_says_nothing_of_a_publicity():
    assert publicity_findings(Case(campaign()), WORKDAYS) == []


# What the campaign prescribes


@pytest.mark.parametrize(
    ("days", "level"), [(0, "error"), (4, "warning"), (5, None), (60, None), (61, "error"), (10**9, "error")]
)
def test_a_campaign_with_fewer_days_than_the_regulation_or_far_too_many_is_told_so(days, level):
    findings = prescribed_findings(campaign(days=days))
    assert told(findings) == ([("publicity-prescribed", level, "公示规定.最少工作日")] if level else [])
    assert all(("多于60个" in finding.message) == (days > 60) for finding in findings)


@pytest.mark.parametrize("days", [0, 10**9])
def test_a_campaign_whose_days_cannot_be_meant_stops_no_other_check_of_an_applicant(days):
    year = campaign(days=days)
    assert found({"起始日期": "2024-9-24"}, year) == []
    assert told(found({"截止日期": "2024-9-18", "结果落款日期": "2024-9-18"}, year)) == [
        ("publicity-result-date", "warning", "公示.结果落款日期")
    ]
    with pytest.raises(ValueError, match="a publicity of"):
        proposed_end(date(2024, 9, 24), year, WORKDAYS)


def test_a_stage_of_0_days_is_wrong():
    year = campaign()
    stages = type(year.publicity_rules).model_validate(
        {"最少工作日": 5, "阶段": [{"名称": "单位公示", "天数": 5}, {"名称": "主管部门公示", "天数": 0}]}
    )
    findings = prescribed_findings(year.model_copy(update={"publicity_rules": stages}))
    assert told(findings) == [("publicity-prescribed", "error", "公示规定.阶段.第2项.天数")]
