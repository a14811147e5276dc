"""Findings on a year's campaign that hold whoever applies."""

from generator.finding import Finding
from generator.model.campaign import Campaign


def campaign_findings(campaign: Campaign) -> list[Finding]:
    """Choices the campaign has not made."""
    findings = []
    if not campaign.publicity_rules.id_display:
        findings.append(
            Finding(
                "id-display",
                "hint",
                "没有写公示中身份证号怎样显示，暂按“隐去中间8位”",
                field="公示规定.身份证号显示",
                remedy="请写“全号”“隐去中间8位”或“不印”",
                basis="《中华人民共和国个人信息保护法》第六条、第二十五条",
            )
        )
    return findings
