"""What the data have of what is to be proved: years of assessments and certificates, degrees, titles."""

import pytest

from generator.rules.checklist_evidence import Proofs, proved_years
from generator.rules.verdict import NO, UNKNOWN, YES
from tests.rules.people import CAMPAIGNS, PRIVATE_COMPANY, VILLAGE, person, service


def found(shown, campaign="archives-2024", *services, **values):
    case = person(campaign, *services, **values)
    return Proofs(case)[shown]


def graded(*years):
    return [{"年度": year, "等次": "合格"} for year in years]


def trained(**subjects):
    return [{"年度": year, "科目": subject, "学时": 30} for subject, years in subjects.items() for year in years]


def lacking(result):
    return [(lack.level, lack.message) for lack in result.lacks]


def test_every_thing_that_a_campaign_can_name_is_looked_for():
    named = {shown for campaign in CAMPAIGNS.values() for material in campaign.materials for shown in material.shown}
    for shown in (*named, "年度考核", "继续教育"):
        assert found(shown).answer in (YES, NO, UNKNOWN)


# Assessments


@pytest.mark.parametrize(
    ("years", "missing"),
    [((2021, 2022, 2023), None), ((2021, 2023), "2022年"), ((2020, 2021), "2022年至2023年"), ((), "2021年至2023年")],
)
def test_every_year_of_assessment_is_asked_for(years, missing):
    result = found("年度考核", 参加工作时间="2010-7", 年度考核=graded(*years))
    assert lacking(result) == ([("warning", f"没有{missing}的年度考核，本年度要交")] if missing else [])
    assert result.answer == (NO if missing else YES)
    assert result.pieces == 3


@pytest.mark.parametrize(
    ("campaign", "start", "first", "levels"),
    [
        ("archives-2024", "2020-7", "是", ["warning"]),
        ("archives-2024", "2021-7", "是", ["warning", "hint"]),  # 入职当年可能没有考核
        ("archives-2024", "2023-7", "是", ["hint"]),
        ("archives-2024", "2024-3", "是", []),
        ("archives-2024", "2024-3", "否", ["hint"]),
        ("archives-2021", "2021-3", "是", ["hint"]),  # 通知没有写新入职的怎样提交
    ],
)
def test_before_work_began_there_is_no_assessment_and_in_that_year_perhaps_none(campaign, start, first, levels):
    result = found("年度考核", campaign, 参加工作时间=start, 首次申报=first)
    assert [lack.level for lack in result.lacks] == levels


@pytest.mark.parametrize(
    ("start", "have", "years"),
    [
        ("2010-7", (), (2021, 2022, 2023)),
        ("2022-7", (2022, 2023), (2022, 2023)),
        ("2022-7", (2023,), (2023,)),
        ("2022-7", (), (2023,)),
        ("2024-3", (), ()),
    ],
)
def test_the_years_handed_in_are_those_that_there_must_be_or_are(start, have, years):
    assert proved_years(person(参加工作时间=start, 年度考核=graded(*have))) == years


# Continuing education


@pytest.mark.parametrize(
    ("level", "general", "special", "missing"),
    [
        ("初级", (2023, 2024), (2023, 2024), []),
        ("初级", (2024,), (2023, 2024), ["2023年公需科目"]),
        ("初级", (), (2022,), ["2023年至2024年公需科目", "2023年至2024年专业科目"]),
        ("中级", range(2020, 2025), (2022, 2023, 2024), []),
        ("中级", range(2021, 2025), (2022, 2024), ["2020年公需科目", "2023年专业科目"]),
    ],
)
def test_every_certificate_of_the_level_is_asked_for(level, general, special, missing):
    result = found("继续教育", level=level, 继续教育=trained(公需科目=general, 专业科目=special))
    assert lacking(result) == [("warning", f"没有{what}的合格证书，本年度要交") for what in missing]


def test_an_exempted_year_lacks_nothing_and_the_form_is_one_paper_more():
    certificates = trained(公需科目=range(2020, 2024), 专业科目=(2022, 2023))
    exempt = found("继续教育", "archives-2024", service(), 继续教育=certificates)
    assert (exempt.answer, exempt.exempted, exempt.pieces) == (YES, True, 7)
    other = found("继续教育", 继续教育=certificates)
    assert (other.answer, other.exempted, other.pieces) == (NO, False, 6)


def test_a_year_of_which_nobody_can_tell_whether_it_is_exempted_is_a_hint():
    certificates = trained(公需科目=range(2020, 2024), 专业科目=(2022, 2023))
    result = found("继续教育", "archives-2024", service("三支一扶"), 继续教育=certificates)
    assert result.answer == UNKNOWN
    assert [lack.level for lack in result.lacks] == ["hint", "hint"]
    assert all("能否免除学习无法判断" in lack.message for lack in result.lacks)


@pytest.mark.parametrize(
    ("level", "years", "levels"),
    [
        ("初级", (), ["warning"]),
        ("初级", (2021,), ["hint"]),
        ("初级", (2019, 2020, 2021), []),
        ("中级", (2019, 2020, 2021), ["warning"]),
        ("中级", (2018, 2019, 2020, 2021), ["hint"]),
        ("中级", (2017, 2018, 2019, 2020, 2021), []),
    ],
)
def test_between_the_least_and_the_most_years_the_notice_leaves_it_open(level, years, levels):
    result = found("继续教育", "archives-2021", level=level, 继续教育=trained(专业科目=years))
    assert [lack.level for lack in result.lacks] == levels
    assert all("按什么选没有写明" in lack.message for lack in result.lacks)


def test_where_no_years_are_stated_nothing_is_missed():
    result = found("继续教育", "culture-2021")
    assert (result.answer, result.lacks, result.pieces) == (UNKNOWN, (), None)


def test_people_for_whom_another_document_rules_are_only_told_so():
    campaign = CAMPAIGNS["culture-2021"]
    spans = CAMPAIGNS["archives-2024"].training.spans
    year = campaign.model_copy(update={"training": campaign.training.model_copy(update={"spans": spans})})
    result = found("继续教育", year, unit=PRIVATE_COMPANY)
    assert {lack.level for lack in result.lacks} == {"hint"}
    assert all("民营企业另按巴人社规〔2021〕1号执行" in lack.message for lack in result.lacks)
    assert {lack.level for lack in found("继续教育", year).lacks} == {"warning"}


# Degrees, titles, and the rest


@pytest.mark.parametrize(
    ("degrees", "fields"),
    [
        ([], ["学历学位"]),
        ([{"学历": "本科", "学校": "某大学", "专业": "档案学", "毕业时间": "2012-6"}], []),
        ([{"学历": "本科", "专业": "档案学"}], ["学历学位.第1项.学校", "学历学位.第1项.毕业时间"]),
    ],
)
def test_each_degree_says_what_its_certificate_says(degrees, fields):
    result = found("学历学位", 学历学位=degrees)
    assert [(lack.level, lack.field) for lack in result.lacks] == [("warning", field) for field in fields]


@pytest.mark.parametrize(
    ("stated", "lacks"),
    [
        ({"现职称": {"名称": "助理馆员", "取得时间": "2015-11"}}, []),
        ({"现职称": {"名称": "助理馆员"}}, [("warning", "现职称.取得时间")]),
        ({"首次申报": "是"}, []),
        ({"首次申报": "否"}, [("warning", "现职称")]),
        ({}, [("hint", "首次申报")]),
    ],
)
def test_a_title_is_missed_only_of_those_who_apply_again(stated, lacks):
    assert [(lack.level, lack.field) for lack in found("现职称", **stated).lacks] == lacks


@pytest.mark.parametrize(("shown", "field"), [("身份证号", "身份证号"), ("工作经历", "工作经历")])
def test_what_everybody_has_is_missed(shown, field):
    assert [lack.field for lack in found(shown).lacks] == [field]


@pytest.mark.parametrize("shown", ["论文著作", "获奖情况", "知识产权"])
def test_what_one_may_be_without_is_not_missed(shown):
    assert found(shown).lacks == ()


def test_certificates_of_one_paper_each_are_counted():
    assert found("论文著作", 论文著作=[{"题目": "甲"}, {"题目": "乙"}]).pieces == 2
    assert found("论文著作").pieces is None
    assert found("继续教育", "archives-2024", service(VILLAGE)).pieces == 1
