"""Fees as findings: one standard for each track and level, and one stated for every applicant."""

import pytest

from generator.loading.load import load_case
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.resources import data_folder
from generator.rules.money import fee_findings, rate_findings
from tests.documents.variants import changed
from tests.rules.making import APPLICATION, CAMPAIGN, applicant, told


def charging(*rates: dict) -> Campaign:
    return changed(CAMPAIGN, {"费用": {"收取": "收取", "标准": list(rates)}})


@pytest.mark.parametrize("path", sorted(data_folder().glob("campaigns/*.yaml")), ids=lambda path: path.stem)
def test_the_sample_campaigns_state_one_amount_each(path):
    assert rate_findings(load_case(path).case.campaign) == []


def test_two_amounts_for_one_track_and_level_are_told_once_at_the_second():
    campaign = charging(
        {"级别": "初级", "每人金额": 220},
        {"适用": ["评审", "授予"], "级别": "中级", "每人金额": 380},
        {"适用": ["评审", "授予"], "级别": "中级", "每人金额": 360},
    )
    [finding] = rate_findings(campaign)
    assert told([finding]) == [("fee-rates", "warning", "费用.标准.第3项.每人金额")]
    assert "380元和360元" in finding.message
    assert fee_findings(Case(campaign, applicant())) == []


@pytest.mark.parametrize(
    ("fee", "track", "expected"),
    [
        ({"收取": "未写明"}, "评审", None),
        ({"收取": "不收取"}, "评审", None),
        ({"收取": "收取", "标准": [{"级别": "中级", "每人金额": 380}]}, None, None),
        ({"收取": "收取", "标准": [{"级别": "初级", "每人金额": 220}]}, "评审", "没有写明评审中级的收费标准"),
        ({"收取": "收取", "标准": [{"适用": ["授予"], "每人金额": 220}]}, None, "没有填写申报类型"),
    ],
)
def test_an_applicant_whose_fee_nobody_states_is_hinted_at(fee, track, expected):
    application = {key: value for key, value in APPLICATION.items() if key != "申报类型"}
    case = Case(
        changed(CAMPAIGN, {"费用": fee}), applicant(申报={**application, **({"申报类型": track} if track else {})})
    )
    findings = fee_findings(case)
    assert told(findings) == ([("fee-stated", "hint", "申报.申报类型")] if expected else [])
    assert all(expected in finding.message for finding in findings)


def test_a_campaign_alone_pays_nothing():
    assert fee_findings(Case(charging({"级别": "初级", "每人金额": 220}))) == []
