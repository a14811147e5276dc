"""Applicants before the conditions of 2021, changed in one place; all that is not spoken of is in order."""

from datetime import date
from typing import Any

from generator.loading.load import load_campaign, load_record
from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.campaign_notice import Scope
from generator.model.campaign_rules import AssessmentRule, ContinuingEducation
from generator.model.campaign_schedule import Schedule
from generator.model.case import Case
from generator.model.criteria import Criteria
from generator.model.records import CRITERIA as RECORD
from generator.model.unit import Unit
from generator.resources import data_folder
from generator.rules.eligibility import Eligibility, Ruling, judge
from generator.rules.grounds import Grounds

CRITERIA: Criteria = load_record(data_folder() / "criteria" / "bazhou-archives-2021.yaml", RECORD)[0]
CAMPAIGN = load_campaign(data_folder() / "campaigns" / "bazhou-archives-2021.yaml")[0]
OF_2024 = load_campaign(data_folder() / "campaigns" / "bazhou-archives-2024.yaml")[0]
TODAY = date(2021, 9, 15)
LAST_DAY = "2021-12-31"

LEVELS = {"管理员": "初级", "助理馆员": "初级", "馆员": "中级", "副研究馆员": "副高级", "研究馆员": "正高级"}
_WINDOWS = [{"网上申报": {"起": "2021-9-1", "止": "2021-9-30"}}]
# Enough of everything for each title, done after any title was obtained here.
_PAPER = {"题目": "档案整理", "种类": "论文", "刊物级别": "国家级", "发表时间": "2021-6"}
IN_ORDER: dict[str, Any] = {
    "人员身份": "事业单位人员",
    "获奖情况": [{"名称": "先进", "时间": "2021-6", "级别": "国家级", "对应条件": "表彰"}],
    "论文著作": [_PAPER] * 6,
    "核实情况": {"无档案安全责任事故": "是"},
    "年度考核": [{"年度": str(year), "等次": "合格"} for year in (2018, 2019, 2020)],
    "继续教育": [{"年度": str(year), "科目": "专业科目", "学时": "60"} for year in range(2017, 2022)],
}


def done(topic: str, **reached: str) -> dict[str, Any]:
    """An entry of 实践能力 or 业绩成果 for one condition."""
    return {"内容": topic, "时间": "2021-6", "对应条件": topic, **({"达到": reached} if reached else {})}


_ARRANGED = [done("档案整理保管", 卷数="20000"), done("档案编研", 种数="9")]
PRACTICE = {
    "馆员": [done("授课", 授课量="60", 讲授一门档案业务课程="是")],
    "副研究馆员": [done("授课", 授课量="60", 教案种数="3")],
    "研究馆员": [done("授课", 授课量="60", 教案种数="3", 培训班级别="自治区级")],
}
ACHIEVEMENTS = {
    "助理馆员": [done("档案业务")],
    "馆员": _ARRANGED,
    "副研究馆员": _ARRANGED,
    "研究馆员": [done("业务创新", 创新项数="2")],
}


def year(
    until: str | None = LAST_DAY, *, results: str | None = None, windows: list[dict] | None = None, **groups: Any
) -> Campaign:
    """The campaign of 2021 with years, and results, counted until a day (None: not stated), every level received.

    `groups` replaces 评审范围, 考核 and 继续教育 by what is given under scope, assessment and training.
    """
    cut_offs = {"业绩成果、论文": results, "任职年限": until}
    schedule = {
        "批次": windows or _WINDOWS,
        "计算截止": [{"事项": matter, "截止": day} for matter, day in cut_offs.items() if day],
    }
    training = {"每年学时": {"公需科目": "30", "专业科目": "60"}, "年限": [{"专业科目": "3"}]}
    scope = {"人员": "档案人员", "不得申报": ["公务员", "参公编制人员", "离退休人员"]}
    update = {
        "schedule": Schedule.model_validate(schedule),
        "scope": Scope.model_validate(groups.get("scope", scope)),
        "assessment": AssessmentRule.model_validate(groups.get("assessment", {"近年数": "3"})),
        "training": ContinuingEducation.model_validate(groups.get("training", training)),
    }
    return CAMPAIGN.model_copy(update=update)


def since(day: str, *posts: dict) -> list[dict]:
    """工作经历: in post in the profession since a day, after other posts."""
    return [*posts, {"起": day, "止": "至今", "单位": "某某档案馆", "从事本专业": "是"}]


def case_of(
    title: str,
    campaign: Campaign | None = None,
    *,
    level: str | None = "自治州",
    track: str | None = "评审",
    kind: str | None = "事业单位",
    **values: Any,
) -> Case:
    """An applicant for a title, in order but for the YAML keys of `values`; None takes one away."""
    application = {"系列": "档案", "专业": "档案", "级别": LEVELS.get(title, "中级"), "职称": title}
    work = {"实践能力": PRACTICE.get(title), "业绩成果": ACHIEVEMENTS.get(title)}
    application |= {"申报类型": track} if track else {}
    data = {"姓名": "张示例", "申报": application, **IN_ORDER, **work, **values}
    unit = {"名称": "某某档案馆", **({"性质": kind} if kind else {}), **({"层级": level} if level else {})}
    applicant = Applicant.model_validate({key: value for key, value in data.items() if value is not None})
    return Case(campaign or year(), applicant, Unit.model_validate(unit), criteria=CRITERIA)


def librarian(campaign: Campaign | None = None, **values: Any) -> Case:
    """An applicant for 馆员 who has all that it takes, but for `values`."""
    held = {"名称": "助理馆员", "取得时间": "2016-1-1"}
    fitting = {
        "学历学位": [{"学历": "本科", "学位": "管理学学士", "毕业时间": "2012-6"}],
        "现职称": held,
        "工作经历": since("2012-8"),
    }
    return case_of("馆员", campaign, **{**fitting, **values})


def judged(case: Case, today: date = TODAY) -> Eligibility:
    return judge(case, Grounds(today=today))


def article(case: Case, name: str, today: date = TODAY) -> Ruling:
    """The one article whose name holds `name`."""
    result = judged(case, today)
    [ruling] = [one for one in (*result.admission, *result.conditions) if name in one.name]
    return ruling


def part(ruling: Ruling, name: str) -> Ruling:
    """The one part of a ruling whose name holds `name`."""
    [found] = [one for one in ruling.parts if name in one.name]
    return found
