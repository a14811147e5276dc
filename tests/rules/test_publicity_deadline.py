"""The latest day to post, and publicity that is over too late for the papers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.publicity import proposed_end, publicity_findings
from generator.rules.publicity_deadline import latest_day_to_post
from generator.workdays import Workdays
from tests.rules.making import campaign, partial, posted, told

WORKDAYS = Workdays()
KNOWN = st.dates(date(2015, 3, 1), date(2026, 10, 31))
LENGTHS = st.integers(1, 10)
AUTUMN = {"网上申报": {"起": "2024-9-5", "止": "2024-9-30"}, "纸质报送": {"起": "2024-10-8", "止": "2024-10-14"}}


def late(publicity, year, **values):
    case = posted(publicity, year, **values)
    return [finding for finding in publicity_findings(case, WORKDAYS) if finding.rule == "publicity-deadline"]


def due_on(day: date, **rules):
    return campaign(windows=[{"网上申报": {"起": partial(date(2015, 1, 1)), "止": partial(day)}}], **rules)


@pytest.mark.parametrize(
    ("deadline", "days", "first", "latest"),
    [
        (date(2024, 9, 30), 5, True, date(2024, 9, 24)),  # the question in policy.md; Sunday the 29th was worked
        (date(2024, 9, 30), 5, False, date(2024, 9, 23)),
        (date(2024, 9, 29), 5, True, date(2024, 9, 23)),
        (date(2024, 10, 14), 5, True, date(2024, 10, 8)),  # 10月12日（周六）上班
        (date(2024, 10, 5), 5, True, date(2024, 9, 24)),  # nobody seals a result on a holiday
        (date(2021, 9, 30), 5, True, date(2021, 9, 24)),  # 26日（周日）上班
        (date(2021, 9, 25), 5, True, date(2021, 9, 16)),
        (date(2025, 10, 10), 5, True, date(2025, 9, 26)),  # 9月28日（周日）上班
        (date(2026, 2, 25), 5, True, date(2026, 2, 11)),
        (date(2024, 3, 1), 1, True, date(2024, 2, 29)),
    ],
)
def test_the_latest_day_to_post_leaves_a_working_day_for_the_result(deadline, days, first, latest):
    answer = latest_day_to_post(deadline, campaign(days=days, first=first), WORKDAYS)
    assert answer.certain
    assert answer.usual == latest


def test_in_a_year_not_announced_there_are_two_answers():
    answer = latest_day_to_post(date(2027, 9, 20), campaign(), WORKDAYS)
    assert answer == (date(2027, 9, 13), date(2027, 9, 10), (2027,))


@given(deadline=KNOWN, number=LENGTHS, first=st.booleans())
def test_the_latest_day_to_post_is_the_last_that_passes(deadline, number, first):
    year = due_on(deadline, days=number, first=first)
    latest = latest_day_to_post(deadline, year, WORKDAYS).usual
    assert errors_when_posted_on(latest, year) == []
    for later in (latest + timedelta(days=offset) for offset in range(1, 4)):
        # A day off after the latest day may do no harm where the day of posting does not count.
        if WORKDAYS.is_workday(later):
            assert errors_when_posted_on(later, year) == ["publicity-deadline"]


def errors_when_posted_on(start: date, year) -> list[str]:
    """The breaches when the shortest period allowed is posted that day."""
    end = proposed_end(start, year, WORKDAYS).usual
    case = posted({"起始日期": partial(start), "截止日期": partial(end)}, year)
    return [finding.rule for finding in publicity_findings(case, WORKDAYS) if finding.level == "error"]


@pytest.mark.parametrize(
    ("publicity", "field"),
    [
        ({"截止日期": "2024-10-12"}, None),
        ({"截止日期": "2024-10-13"}, None),  # the result is issued on Monday, the last day
        ({"截止日期": "2024-10-14"}, "公示.截止日期"),
        ({"截止日期": "2024-10-11", "结果落款日期": "2024-10-14"}, None),
        ({"截止日期": "2024-10-11", "结果落款日期": "2024-10-15"}, "公示.结果落款日期"),
    ],
)
def test_the_result_is_at_hand_on_the_last_day_for_papers(publicity, field):
    findings = late({"起始日期": "2024-9-24", **publicity}, campaign(windows=[AUTUMN]))
    assert told(findings) == ([("publicity-deadline", "error", field)] if field else [])
    if field:
        assert "晚于纸质报送截止的2024年10月14日（周一）" in findings[0].message
        assert "最迟应在2024年10月8日（周二）张贴" in findings[0].remedy


def test_where_no_papers_are_handed_in_the_platform_closes_the_matter():
    window = {"网上申报": AUTUMN["网上申报"]}
    [finding] = late({"起始日期": "2024-9-24", "截止日期": "2024-9-30"}, campaign(windows=[window]))
    assert finding.level == "error"
    assert "晚于网上申报截止的2024年9月30日（周一）" in finding.message


def test_a_result_to_be_put_online_had_better_be_ready_before_the_platform_closes():
    year = campaign(windows=[AUTUMN])
    online = year.model_copy(update={"platform": year.platform.model_copy(update={"publicity_field": "其他附件"})})
    publicity = {"起始日期": "2024-9-24", "截止日期": "2024-9-30"}
    assert late(publicity, year) == []
    [finding] = late(publicity, online)
    assert finding.level == "warning"
    assert "公示结果要上传到“其他附件”" in finding.message
    assert "最迟应在2024年9月24日（周二）张贴" in finding.remedy
    [papers_too] = late({"起始日期": "2024-9-24", "截止日期": "2024-10-14"}, online)
    assert papers_too.level == "error"


ROUNDS = [
    {"适用": ["评审"], "网上申报": {"起": "2024-9-1", "止": "2024-9-10"}},
    {"适用": ["初次确定", "授予"], "网上申报": {"起": "2024-10-8", "止": "2024-10-31"}},
]


@pytest.mark.parametrize(
    ("track", "end", "told_as"),
    [
        ("评审", "2024-9-9", None),
        ("评审", "2024-9-10", "error"),
        ("授予", "2024-10-30", None),
        ("授予", "2024-10-31", "error"),
        (None, "2024-9-9", None),
        (None, "2024-9-10", "hint"),  # late for one round, in time for the other
        (None, "2024-10-31", "error"),
    ],
)
def test_each_track_has_the_deadline_of_its_own_round(track, end, told_as):
    application = {"系列": "档案", "专业": "档案", "级别": "中级", **({"申报类型": track} if track else {})}
    findings = late({"起始日期": "2024-8-19", "截止日期": end}, campaign(windows=ROUNDS), 申报=application)
    assert [finding.level for finding in findings] == ([told_as] if told_as else [])
    assert all(("无法判断" in finding.message) == (told_as == "hint") for finding in findings)


def test_a_track_that_no_round_is_for_cannot_be_judged():
    application = {"系列": "档案", "专业": "档案", "级别": "中级", "申报类型": "转评"}
    year = campaign(windows=ROUNDS)
    findings = late({"起始日期": "2024-8-19", "截止日期": "2024-10-31"}, year, 申报=application)
    assert told(findings) == [("publicity-deadline", "hint", "申报.申报类型")]
    assert "无法判断" in findings[0].message


@pytest.mark.parametrize(
    ("end", "level"),
    [
        (date(2027, 9, 14), "hint"),  # the 15th is 中秋节: a result on that day or on the 16th
        (date(2027, 9, 15), "error"),
    ],
)
def test_a_result_in_a_year_not_announced_is_late_for_certain_only_when_its_last_day_is(end, level):
    [finding] = late({"起始日期": "2027-9-1", "截止日期": partial(end)}, due_on(date(2027, 9, 15)))
    assert finding.level == level
    assert ("2027年的放假安排还没有公布，是否赶得上无法判断" in finding.message) == (level == "hint")
