"""A year's 时间安排: windows in order, on working days, the notice before them and the review after."""

import pytest

from generator.rules.schedule import schedule_findings
from generator.workdays import Workdays
from tests.rules.making import CAMPAIGN, campaign, told

WORKDAYS = Workdays()


def window(online: tuple[str, str], papers: tuple[str, str] | None = None, *tracks: str) -> dict:
    made = {"网上申报": dict(zip(("起", "止"), online, strict=True)), "适用": list(tracks)}
    return {**made, "纸质报送": dict(zip(("起", "止"), papers, strict=True))} if papers else made


def found(*windows: dict, dated: str = "2024-9-4", **schedule):
    return schedule_findings(campaign(windows=list(windows), dated=dated, **schedule), WORKDAYS)


SEPTEMBER = ("2024-9-5", "2024-9-30")
OCTOBER = ("2024-10-8", "2024-10-14")


def test_the_sample_campaign_is_in_order():
    assert schedule_findings(CAMPAIGN, WORKDAYS) == []


def test_every_window_that_runs_backwards_is_told():
    findings = found(
        window(("2024-9-30", "2024-9-5"), ("2024-10-14", "2024-10-8"), "评审"), window(SEPTEMBER, OCTOBER, "授予")
    )
    assert told(findings) == [
        ("window-order", "error", "时间安排.批次.第1项.网上申报.止"),
        ("window-order", "error", "时间安排.批次.第1项.纸质报送.止"),
    ]
    assert "2024年9月30日（周一）" in findings[0].message
    assert "2024年9月5日（周四）" in findings[0].message


def test_a_window_that_runs_backwards_is_not_looked_at_for_days_off():
    assert told(found(window(("2024-9-5", "2024-9-1")))) == [
        ("window-order", "error", "时间安排.批次.第1项.网上申报.止")
    ]


@pytest.mark.parametrize(("year", "is_told"), [(2023, False), (2024, False), (2025, True)])
def test_windows_of_the_year_before_are_likely_left_from_last_years_file(year, is_told):
    record = campaign(windows=[window(SEPTEMBER, OCTOBER)], dated="2024-9-4").model_copy(update={"year": year})
    findings = schedule_findings(record, WORKDAYS)
    assert told(findings) == ([("window-year", "warning", "年度")] if is_told else [])
    assert all("2024年9月30日（周一）" in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("last", "following"),
    [
        ("2021-9-20", "2021年9月22日（周三）"),  # 中秋节
        ("2021-9-25", "2021年9月26日（周日）"),  # the Sunday was worked
        ("2021-9-26", None),
        ("2024-9-15", "2024年9月18日（周三）"),
        ("2024-9-29", None),  # a Sunday that was worked
        ("2024-10-7", "2024年10月8日（周二）"),
        ("2025-10-8", "2025年10月9日（周四）"),
        ("2025-10-11", None),
        ("2026-2-23", "2026年2月24日（周二）"),
        ("2026-2-28", None),
    ],
)
def test_a_window_that_ends_on_a_day_off_is_told_with_the_next_working_day(last, following):
    year = campaign(windows=[window((last.replace(last[5:], "1-4"), last))], dated="2020-1")
    findings = schedule_findings(year.model_copy(update={"year": int(last[:4])}), WORKDAYS)
    assert told(findings) == ([("window-day-off", "warning", "时间安排.批次.第1项.网上申报.止")] if following else [])
    if following:
        assert f"下一个工作日是{following}" in findings[0].message


def test_the_window_for_papers_and_every_stage_may_not_end_on_a_day_off_either():
    stages = [{"名称": "个人申报", "止": "2024-9-13"}, {"名称": "单位审核", "起": "2024-9-14", "止": "2024-9-16"}]
    assert told(found(window(SEPTEMBER, ("2024-10-8", "2024-10-13")), 环节=stages)) == [
        ("window-day-off", "warning", "时间安排.批次.第1项.纸质报送.止"),
        ("window-day-off", "warning", "时间安排.环节.第2项.止"),
    ]


def test_whether_a_day_of_a_year_not_announced_is_off_cannot_be_known():
    [finding] = found(window(("2027-9-1", "2027-10-1")), dated="2027-8")
    assert (finding.rule, finding.level) == ("window-day-off", "hint")
    assert "2027年的放假安排还没有公布" in finding.message
    assert "无法判断" in finding.message
    assert "2027年10月8日（周五）" in finding.remedy
    assert found(window(("2027-9-1", "2027-9-30")), dated="2027-8") == []


@pytest.mark.parametrize(
    ("papers", "level"),
    [
        (("2024-10-8", "2024-10-14"), None),
        (("2024-9-30", "2024-10-14"), "hint"),
        (("2024-9-29", "2024-10-14"), "warning"),
        (("2024-9-5", "2024-9-29"), "error"),
    ],
)
def test_papers_are_handed_in_after_the_online_window(papers, level):
    findings = found(window(SEPTEMBER, papers))
    assert [(finding.rule, finding.level) for finding in findings] == (
        [("papers-after-online", level)] if level else []
    )


def test_each_round_is_judged_by_itself():
    first, second = window(SEPTEMBER, ("2024-9-30", "2024-10-14"), "评审"), window(OCTOBER, None, "授予")
    assert told(found(first, second)) == [("papers-after-online", "hint", "时间安排.批次.第1项.纸质报送.起")]


@pytest.mark.parametrize(
    ("dated", "level"),
    [
        ("2024-9-4", None),
        ("2024-9-5", None),
        ("2024-9-6", "warning"),
        ("2024-9", None),  # a day not yet written may still be the 1st
        ("2024-10", "error"),
        ("2024-9-30", "warning"),
        ("2025-9-4", "error"),
    ],
)
def test_the_notice_is_dated_before_the_first_window_opens(dated, level):
    late_round = window(("2024-11-1", "2024-11-29"), None, "授予")
    findings = found(late_round, window(SEPTEMBER, OCTOBER, "评审"), dated=dated)
    assert told(findings) == ([("notice-before-window", level, "通知.成文日期")] if level else [])


def test_a_stage_that_ends_before_the_one_above_it_is_told():
    stages = [{"名称": "个人申报", "止": "2024-9-13"}, {"名称": "单位审核", "止": "2024-9-12"}]
    [finding] = found(window(SEPTEMBER), 环节=stages)
    assert told([finding]) == [("stages-in-order", "warning", "时间安排.环节.第2项.止")]
    assert "“个人申报”" in finding.message
    stages[1] = {"名称": "单位审核", "起": "2024-9-20", "止": "2024-9-19"}
    assert told(found(window(SEPTEMBER), 环节=stages)) == [("window-order", "error", "时间安排.环节.第2项.止")]


@pytest.mark.parametrize(
    ("when", "level"),
    [
        ("2024年10月下旬", None),
        ("2024年10月", None),  # may be after the 14th
        ("2024年10月中旬", None),
        ("2024年10月上旬", "error"),
        ("2024年10月初", "error"),
        ("2024年10月14日", "error"),
        ("2024-10-15", None),
        ("2024年9月底", "error"),
        ("2025年1月中旬左右", None),
        ("2023年", "error"),
        ("10月下旬", "hint"),
        ("另行通知", "hint"),
    ],
)
@pytest.mark.parametrize("name", ["评审", "答辩"])
def test_the_review_and_the_defence_come_after_the_papers(name, when, level):
    findings = found(window(SEPTEMBER, OCTOBER), **{name: {"时间": when}})
    assert told(findings) == ([("review-after-papers", level, f"时间安排.{name}.时间")] if level else [])
    assert all(("无法判断" in finding.message) == (level == "hint") for finding in findings)


def test_a_defence_between_two_rounds_is_only_doubtful():
    rounds = window(SEPTEMBER, OCTOBER, "评审"), window(("2024-11-1", "2024-11-29"), None, "授予")
    findings = found(*rounds, 答辩={"时间": "2024年10月下旬"})
    assert told(findings) == [("review-after-papers", "warning", "时间安排.答辩.时间")]
