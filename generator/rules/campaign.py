"""Findings on a year's campaign that hold whoever applies."""

from generator.finding import Finding
from generator.model.campaign import Campaign
from generator.rules.rule import Rule

ID_DISPLAY = Rule(
    "id-display",
    "hint",
    "写明公示中身份证号怎样显示：全号、隐去中间8位或不印",
    "《中华人民共和国个人信息保护法》第六条、第二十五条",
)


def campaign_findings(campaign: Campaign) -> list[Finding]:
    """Choices the campaign has not made."""
    if campaign.publicity_rules.id_display:
        return []
    message = "没有写公示中身份证号怎样显示，暂按“隐去中间8位”"
    return [ID_DISPLAY.finding("公示规定.身份证号显示", message, "请写“全号”“隐去中间8位”或“不印”")]
