"""Quotas and pass rates: whole numbers that stay within what the campaign states."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.rules.quotas import ceiling_findings, largest_pass, pass_rate_findings, quota_findings
from tests.documents.variants import changed
from tests.rules.making import APPLICATION, CAMPAIGN, member, told

COUNTY = "若羌县楼兰档案管理中心"


def people(campaign: Campaign, *members: tuple[str, str | None]) -> list[Case]:
    """A list of (level, unit's name) under this campaign."""
    made = [
        member(f"{number}某", unit={"名称": unit} if unit else None, 申报={**APPLICATION, "级别": level})
        for number, (level, unit) in enumerate(members, start=1)
    ]
    return [Case(campaign, case.applicant, case.unit) for case in made]


def with_quotas(*quotas: dict) -> Campaign:
    return changed(CAMPAIGN, {"名额": list(quotas)})


@pytest.mark.parametrize(
    ("count", "percent", "most"),
    [(0, 80, 0), (1, 80, 0), (1, 100, 1), (4, 80, 3), (5, 80, 4), (7, 80, 5), (10, 80, 8), (3, 33, 0), (29, 100, 29)],
)
def test_the_largest_whole_number_within_the_ceiling(count, percent, most):
    assert largest_pass(count, percent) == most


@given(st.integers(0, 10**12), st.integers(0, 100))
def test_one_more_would_exceed_the_ceiling(count, percent):
    most, ceiling = largest_pass(count, percent), Fraction(percent, 100) * count
    assert most <= ceiling < most + 1
    assert 0 <= most <= count


@pytest.mark.parametrize(("ceiling", "wrong"), [(0, True), (1, False), (80, False), (100, False), (101, True)])
def test_a_ceiling_is_a_share_of_the_people(ceiling, wrong):
    campaign = changed(CAMPAIGN, {"通过率": {"上限": ceiling}})
    assert told(ceiling_findings(campaign)) == ([("pass-rate-ceiling", "error", "通过率.上限")] if wrong else [])
    assert bool(pass_rate_findings(people(campaign, ("中级", None)))) != wrong


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("总体", "通过率不超过80%：名单上的7人合起来算，最多通过5人"),
        ("分级别", "通过率不超过80%：各级别分别算，中级4人最多通过3人、初级3人最多通过2人"),
        (
            "未写明",
            "通过率不超过80%：名单上的7人合起来算，最多通过5人；各级别分别算，中级4人最多通过3人、初级3人最多通过2人。"
            "通知没有写明怎样算",
        ),
    ],
)
def test_how_many_of_a_list_may_pass_is_said_as_the_notice_counts(by, said):
    campaign = changed(CAMPAIGN, {"通过率": {"上限": 80, "计算": by}})
    members = people(campaign, *[("初级", None)] * 3, *[("中级", None)] * 4)
    [finding] = pass_rate_findings(members)
    assert told([finding]) == [("pass-rate", "hint", "评审.通过率.上限")]
    assert finding.message == said


def test_without_a_pass_rate_and_without_people_nothing_is_said():
    assert pass_rate_findings(people(CAMPAIGN, ("中级", None))) == []
    assert pass_rate_findings([]) == quota_findings([]) == []
    assert quota_findings(people(CAMPAIGN, ("中级", COUNTY))) == []
    assert ceiling_findings(CAMPAIGN) == []


@pytest.mark.parametrize(("posts", "exceeded"), [(0, 1), (1, 1), (2, 0), (3, 0)])
def test_a_units_own_quota_is_a_limit(posts, exceeded):
    campaign = with_quotas({"单位": COUNTY, "级别": "中级", "名额": posts}, {"单位": COUNTY, "级别": "初级", "名额": 9})
    findings = quota_findings(people(campaign, ("中级", COUNTY), ("初级", COUNTY), ("中级", f" {COUNTY}")))
    place = "名单.第1项" if posts == 0 else "名单.第3项"
    assert told(findings) == [("quota-exceeded", "error", f"{place}.申报.级别")] * exceeded
    assert all(f"中级名额是{posts}个，名单上有2人" in finding.message for finding in findings)


def test_a_places_quota_warns_for_its_units_may_be_counted_otherwise():
    campaign = with_quotas({"单位": "若羌县", "名额": 1})
    findings = quota_findings(people(campaign, ("中级", COUNTY), ("初级", "若羌县第一中学")))
    assert told(findings) == [("quota-exceeded", "warning", "名单.第2项.申报.级别")]


def test_a_company_counts_for_the_place_that_registers_it():
    campaign = with_quotas({"单位": "库尔勒市", "名额": 0})
    [case] = people(campaign, ("中级", "梨城云档公司"))
    registered = case.unit.model_copy(update={"registered_at": "库尔勒市"})
    assert told(quota_findings([Case(campaign, case.applicant, registered)])) == [
        ("quota-exceeded", "warning", "名单.第1项.申报.级别")
    ]


def test_a_unit_without_a_quota_is_said_to_be_unknown_once():
    campaign = with_quotas({"单位": "和静县", "名额": 5}, {"单位": COUNTY, "级别": "初级", "名额": 5})
    findings = quota_findings(people(campaign, ("中级", COUNTY), ("中级", COUNTY), ("中级", None), ("初级", COUNTY)))
    assert told(findings) == [("quota-unknown", "hint", "名单.第1项.单位.名称")]
    assert "无法判断" in findings[0].message
