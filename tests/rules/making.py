"""Cases for the rules: the sample campaign and an invented applicant, changed in one place."""

from datetime import date
from typing import Any

from generator.finding import Finding
from generator.loading.load import load_campaign
from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.campaign_schedule import Schedule
from generator.model.case import Case
from generator.model.unit import Unit
from generator.resources import data_folder
from generator.text import PartialDate

CAMPAIGN = load_campaign(data_folder() / "campaigns" / "bazhou-archives-2024.yaml")[0]
APPLICATION = {"系列": "档案", "专业": "档案", "级别": "中级", "申报类型": "评审"}
TODAY = date(2024, 9, 20)


def partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def campaign(
    *, days: int = 5, first: bool = True, windows: list[dict] | None = None, dated: str = "2015-1", **schedule: Any
) -> Campaign:
    """The sample campaign with another publicity, other windows (YAML keys), another date of its notice.

    Unless windows are given, one window is open so long that no publicity comes too late or too early.
    """
    windows = windows or [{"网上申报": {"起": "2015-1-5", "止": "2099-12-1"}}]
    parts = {"批次": windows, **schedule}
    notice = CAMPAIGN.notice.model_copy(update={"dated": PartialDate(*map(int, dated.split("-")))})
    rules = CAMPAIGN.publicity_rules.model_copy(update={"working_days": days, "first_day_counts": first})
    platform = CAMPAIGN.platform.model_copy(update={"publicity_field": None})
    update = {
        "schedule": Schedule.model_validate(parts),
        "notice": notice,
        "publicity_rules": rules,
        "platform": platform,
    }
    return CAMPAIGN.model_copy(update=update)


def applicant(**values: Any) -> Applicant:
    """An applicant, with these YAML keys besides 姓名 and 申报."""
    return Applicant.model_validate({"姓名": "张示例", "申报": APPLICATION, **values})


def posted(publicity: dict[str, Any], year: Campaign | None = None, **values: Any) -> Case:
    """A case with this 公示."""
    return Case(year or campaign(), applicant(公示=publicity, **values))


def member(name: str, number: str | None = None, unit: dict | None = None, **values: Any) -> Case:
    """One of a list: name, ID number, unit."""
    made = applicant(**{"姓名": name, **({"身份证号": number} if number else {}), **values})
    return Case(CAMPAIGN, made, Unit.model_validate(unit) if unit else None)


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """(rule, level, field) of each finding, in order."""
    return [(finding.rule, finding.level, finding.field) for finding in findings]
