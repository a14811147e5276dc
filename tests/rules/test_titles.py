"""Names of titles and levels against the table of series: verified rows enforce, recalled ones hint."""

import pytest

from generator.loading.load import load_case
from generator.loading.title_series import load_title_series
from generator.model.applicant import Applicant
from generator.model.case import Case
from generator.resources import data_folder
from generator.rules.titles import level_findings, title_findings
from tests.documents.variants import changed
from tests.rules.making import CAMPAIGN, told

TABLE = load_title_series()
SAMPLES = sorted(data_folder().glob("applicants/*.yaml"))
CAMPAIGNS = sorted(data_folder().glob("campaigns/*.yaml"))


def applying(series: str, specialty: str, level: str, title: str | None, present: dict | None = None) -> Case:
    application = {"系列": series, "专业": specialty, "级别": level, **({"职称": title} if title else {})}
    values = {"姓名": "张示例", "申报": application, **({"现职称": present} if present else {})}
    return Case(CAMPAIGN, Applicant.model_validate(values))


def holding(name: str, level: str | None = None) -> Case:
    return applying("档案", "档案", "中级", None, {"名称": name, **({"级别": level} if level else {})})


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_applicants_have_nothing_to_change(path):
    assert title_findings(load_case(path).case, TABLE) == []


@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: path.stem)
def test_the_sample_campaigns_have_nothing_to_change(path):
    assert level_findings(load_case(path).case.campaign, TABLE) == []


def test_a_campaign_alone_has_no_title():
    assert title_findings(Case(CAMPAIGN), TABLE) == []


@pytest.mark.parametrize(
    ("series", "specialty", "level", "title"),
    [
        ("档案", "档案", "中级", "馆员"),
        ("档案系列", "档案", "初级", "管理员"),
        ("档案", "档案", "高级", "副研究馆员"),
        ("档案", "档案", "副高级", "副研究馆员"),
        ("新闻", "新闻", "中级", "编辑"),
        ("新闻", "新闻", "正高级", "高级记者"),
        ("文化", "工艺美术", "初级", "工艺美术员"),
        ("文化", "群众文化", "中级", "馆员"),
        ("卫生", "护理", "初级（士）", "护士"),
        ("新闻", "播音主持", "中级", "一级播音员主持人"),
        ("司法鉴定", "物证", "初级", "初级司法鉴定人（物证类）"),
        ("档案", "档案", "中级", "无"),
        ("档案", "档案", "中级", None),
        ("示例", "示例", "中级", "示例师"),
        ("政工", "政工", "中级", "政工师"),
    ],
)
def test_a_right_title_and_one_of_a_series_unknown_to_the_table_pass(series, specialty, level, title):
    assert title_findings(applying(series, specialty, level, title), TABLE) == []


@pytest.mark.parametrize(
    ("series", "specialty", "level", "title", "rule", "told_as"),
    [
        ("新闻", "新闻", "中级", "中级编辑", "title-name", "error"),
        ("新闻", "新闻", "初级", "初级记者", "title-name", "error"),
        ("档案", "档案", "高级", "高级馆员", "title-name", "error"),
        ("档案", "档案", "中级", "馆圆", "title-name", "error"),
        ("文化", "文物博物", "初级", "管理员", "title-name", "error"),
        ("工程", "机械电子", "中级", "机械工程师", "title-name", "error"),
        ("卫生", "护理", "中级", "中级护师", "title-name", "error"),
        ("卫生", "中医", "中级", "示例医师", "title-name", "hint"),
        ("文化", "群众文化", "中级", "中级馆员", "title-name", "hint"),
        ("文化", "艺术", "中级", "国家一级演员", "title-name", "hint"),
        ("经济", "工商管理", "中级", "中级经济师", "title-name", "hint"),
        ("档案", "档案", "中级", "助理馆员", "title-level", "error"),
        ("新闻", "新闻", "中级", "主任记者", "title-level", "error"),
        ("技工院校教师", "机械", "中级", "二级实习指导教师", "title-level", "hint"),
        ("技工院校教师", "机械", "中级", "高级讲师", "title-level", "error"),
        ("文化", "艺术", "中级", "一级演员", "title-level", "hint"),
    ],
)
def test_a_title_that_the_series_has_not_or_at_another_level(series, specialty, level, title, rule, told_as):
    [finding] = title_findings(applying(series, specialty, level, title), TABLE)
    assert told([finding]) == [(rule, told_as, "申报.职称")]
    assert ("仅供参考" in finding.message) == (told_as == "hint")
    assert "各层级名称" in finding.basis


@pytest.mark.parametrize(
    ("level", "title", "message"),
    [
        ("中级", "中级编辑", "“中级编辑”不是新闻专业人员现行的职称名称，中级是“记者”“编辑”"),
        ("初级", "初级记者", "“初级记者”不是新闻专业人员现行的职称名称，初级是“助理记者”“助理编辑”"),
        ("中级", "助理编辑", "“助理编辑”是初级（助理级）的职称，级别写的是“中级”，中级是“记者”“编辑”"),
    ],
)
def test_the_message_names_the_right_titles_of_the_level(level, title, message):
    [finding] = title_findings(applying("新闻", "新闻", level, title), TABLE)
    assert finding.message == message


def test_a_long_list_of_titles_is_cut():
    [finding] = title_findings(applying("艺术", "艺术", "中级", "三级歌手"), TABLE)
    assert finding.message.count("“") == 1 + 8
    assert "等" in finding.message


@pytest.mark.parametrize("name", ["助理馆员", "无", "讲师（高校）"])
def test_a_present_title_of_the_table_passes_whatever_its_series(name):
    assert title_findings(holding(name), TABLE) == []


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("助理馆员", "初级", []),
        ("助理馆员", "十一级", []),
        ("助理馆员", "中级", [("title-level", "error", "现职称.级别")]),
        ("会计师", "初级", [("title-level", "hint", "现职称.级别")]),
        ("中级编辑", "中级", [("present-title", "warning", "现职称.名称")]),
        ("助理官员", "初级", [("present-title", "hint", "现职称.名称")]),
        ("中学一级教师", "中级", [("present-title", "hint", "现职称.名称")]),
        ("高级技师", None, [("present-title", "hint", "现职称.名称")]),
    ],
)
def test_a_present_title_may_be_old_and_is_refused_only_for_its_level(name, level, expected):
    assert told(title_findings(holding(name, level), TABLE)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"级别": ["中级", "初级", "员级"]}, []),
        ({"系列": "新闻", "专业": "新闻", "级别": ["中级", "初级", "员级"]}, [("series-level", "error", "级别.第3项")]),
        ({"系列": "文化", "专业": ["文物博物", "图书资料"], "级别": ["中级", "初级", "员级"]}, []),
        ({"系列": "经济", "专业": "经济", "级别": ["中级", "初级", "员级"]}, []),
        ({"级别": ["中级", "初级", "特级"]}, [("series-level", "hint", "级别.第3项")]),
        ({"系列": "示例", "专业": "示例"}, [("series-known", "hint", "系列")]),
        ({"系列": "文化", "专业": ["艺术", "示例"]}, [("series-known", "hint", "系列")]),
        ({"系列": "政工", "专业": "示例"}, []),
    ],
)
def test_the_levels_and_the_series_of_a_campaign(changes, expected):
    assert told(level_findings(changed(CAMPAIGN, changes), TABLE)) == expected
