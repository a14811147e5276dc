"""Fees: one standard for each track and level, and whether the notice states the one that an applicant falls under."""

from collections.abc import Iterator

from generator.finding import Finding
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.fees import CHARGED, applying_rates, fee_each
from generator.rules.rule import Rule

RATES = Rule("fee-rates", "warning", "同一申报类型、同一级别只有一个收费标准")
STATED = Rule("fee-stated", "hint", "申报的类型和级别有写明的收费标准")


def rate_findings(campaign: Campaign) -> list[Finding]:
    """Tracks and levels for which the campaign states two amounts."""
    return list({finding.field: finding for finding in _ambiguous(campaign)}.values())


def fee_findings(case: Case) -> list[Finding]:
    """An applicant whose fee cannot be told, so that the roster's sum lacks it; of two amounts the campaign is told."""
    if case.campaign is None or case.applicant is None or case.campaign.fee.charged != CHARGED:
        return []
    application = case.applicant.application
    track, level = application.track, application.level
    if fee_each(case.campaign, application) is not None or applying_rates(case.campaign, level, track):
        return []
    if track is None:
        message, remedy = "没有填写申报类型，评审费的标准无法判断", "请填写申报类型"
    else:
        message = f"本年度通知没有写明{track}{level}的收费标准，花名册的评审费合计不含此人"
        remedy = "请向评审办公室核实，没有写明不等于不收取"
    return [STATED.finding("申报.申报类型", message, remedy)]


def _ambiguous(campaign: Campaign) -> Iterator[Finding]:
    for track in campaign.tracks:
        for level in track.levels or campaign.levels:
            rates = applying_rates(campaign, level, track.name)
            other = next((rate for rate in rates if rate.amount != rates[0].amount), None)
            if other:
                message = f"{track.name}{level}的收费标准有两个：{rates[0].amount}元和{other.amount}元"
                field = f"费用.标准.第{campaign.fee.rates.index(other) + 1}项.每人金额"
                yield RATES.finding(field, message, "请对照本年度通知核对")
