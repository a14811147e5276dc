"""Invented applicants of the shipped campaigns, told apart by what the rules ask: level, track, employer, services."""

from typing import Any

from generator.loading.load import load_campaign
from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.unit import Unit
from generator.resources import data_folder

CAMPAIGNS: dict[str, Campaign] = {
    path.stem.removeprefix("bazhou-"): load_campaign(path)[0]
    for path in sorted((data_folder() / "campaigns").glob("*.yaml"))
}
VILLAGE = "“访惠聚”驻村"
TOWN_ARCHIVES = {"名称": "某某档案馆", "性质": "事业单位", "层级": "自治州", "所在县市": "库尔勒市"}
PRIVATE_COMPANY = {"名称": "某某有限公司", "性质": "民营企业", "层级": "自治州", "所在县市": "库尔勒市"}


def service(kind: str = VILLAGE, start: str | None = "2024-1", end: str | None = "至今", **more: Any) -> dict[str, Any]:
    """One 免学经历; it still runs if its end is 至今, unless 仍在参加 is given."""
    stated = {"起": start, "止": end} if start or end else {}
    stated = {key: value for key, value in stated.items() if value}
    return {"类别": kind, "仍在参加": "是" if end == "至今" else "否", **stated, **more}


def person(
    campaign: str | Campaign = "archives-2024",
    *services: dict[str, Any],
    level: str = "中级",
    track: str | None = "评审",
    unit: dict[str, Any] | None = TOWN_ARCHIVES,
    **values: Any,
) -> Case:
    """An applicant of this campaign; `values` are YAML keys of theirs."""
    year = CAMPAIGNS[campaign] if isinstance(campaign, str) else campaign
    application = {"系列": year.series, "专业": year.specialties[0], "级别": level}
    application |= {"申报类型": track} if track else {}
    data = {"姓名": "张示例", "申报": application, "免学经历": list(services), **values}
    return Case(year, Applicant.model_validate(data), Unit.model_validate(unit) if unit else None)
