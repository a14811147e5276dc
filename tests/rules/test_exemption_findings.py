"""What is told of an applicant's 免学经历: claims that are not granted, dates, and who reviews the form."""

import pytest

from generator.rules.exemption_findings import exemption_findings
from tests.rules.making import told
from tests.rules.people import CAMPAIGNS, VILLAGE, person, service

OFFICE = "和静县“访惠聚”驻村工作领导小组办公室"
BUREAU = "巴音郭楞蒙古自治州档案局"


def findings(*services, campaign="archives-2024", rule=None, **values):
    found = exemption_findings(person(campaign, *services, **values))
    return [finding for finding in found if rule in (None, finding.rule)]


def reviewed(kind=VILLAGE, end="至今", reviewer=OFFICE):
    return service(kind, "2024-1", end, 审核单位=reviewer)


def test_of_an_applicant_without_services_nothing_is_said():
    assert findings() == []


def test_who_is_entitled_is_told_for_which_years_and_that_the_year_is_an_assumption():
    [hint] = findings(reviewed(), rule="training-exemption")
    assert (hint.level, hint.field) == ("hint", "免学经历")
    assert "可以申请免除2024年的公需科目、专业科目学习" in hint.message
    assert "通知没有写明免除哪些年度" in hint.message
    assert "由审核单位决定" in hint.remedy


@pytest.mark.parametrize("campaign", ["archives-2021", "culture-2021", "news-2021"])
def test_an_application_for_what_is_not_granted_is_a_warning(campaign):
    reason = "申请免除2021年度学习。"
    [warning] = findings(service(end="2020-6", start="2019-1"), campaign=campaign, 免学理由=reason)[:1]
    assert (warning.rule, warning.level, warning.field) == ("training-exemption", "warning", "免学理由")
    assert "不涉及2021年，本年度只免除当年的学习" in warning.message


def test_a_service_that_exempts_from_nothing_is_a_hint_while_nobody_applies_for_it():
    [hint] = findings(service("三支一扶", "2021-1"), campaign="culture-2021", rule="training-exemption")
    assert (hint.level, hint.field) == ("hint", "免学经历.第1项")
    assert findings(service("专项工作", "2021-1"), campaign="culture-2021", rule="training-exemption") == []


def test_a_reason_without_a_service_is_a_warning():
    [warning] = findings(免学理由="参加驻村。")
    assert (warning.rule, warning.level, warning.field) == ("training-exemption", "warning", "免学理由")


def test_what_nobody_can_tell_is_a_hint_that_says_what_to_confirm():
    [hint] = findings(service("三支一扶"), rule="training-exemption")
    assert (hint.level, hint.field) == ("hint", "免学经历")
    assert "是否免除无法判断" in hint.message
    assert "核实" in hint.remedy


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [
        ("2022年1月至12月驻村，申请免除2022年度学习。", None),
        ("申请免除2022年度、2023年度学习。", "2023年"),
        ("2019年参加工作，驻村，申请免除学习。", None),
    ],
)
def test_the_reason_asks_for_the_years_of_the_service(reason, wrong):
    found = findings(service(start="2022-1", end="2022-12"), rule="exemption-reason-years", 免学理由=reason)
    assert [(one.level, one.field) for one in found] == ([("warning", "免学理由")] if wrong else [])
    assert all(f"申请免除{wrong}，“免学经历”可以免除的是2022年" in one.message for one in found)


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2024-1", "至今", []),
        (None, "至今", ["起"]),
        ("2022-1", "2022-12", []),
        ("2022-1", None, ["止"]),
        (None, None, ["起", "止"]),
    ],
)
def test_a_service_without_its_dates_is_a_warning(start, end, wrong):
    found = findings(service(VILLAGE, start, end), rule="exempt-service-dates")
    assert told(found) == [("exempt-service-dates", "warning", f"免学经历.第1项.{name}") for name in wrong]


@pytest.mark.parametrize(
    ("start", "end", "running", "level", "field"),
    [
        ("2023-1", "2022-12", "否", "error", "止"),
        ("2023", "2023-1", "否", None, None),
        ("2023-5", "2023", "否", None, None),
        ("2024-1", "至今", "否", "error", "仍在参加"),
        ("2024-1", "2024-8", "是", "warning", "仍在参加"),  # 网上申报9月5日开始
        ("2024-1", "2024-9", "是", None, None),
        ("2024-1", "2024-12", "是", None, None),
        ("2024-1", "2024-10", "否", "warning", "仍在参加"),  # 网上申报9月30日截止
        ("2024-1", "2024-9", "否", None, None),
    ],
)
def test_dates_and_whether_it_still_runs_agree(start, end, running, level, field):
    found = findings(service(VILLAGE, start, end, 仍在参加=running), rule="exempt-service-order")
    assert [(one.level, one.field) for one in found] == ([(level, f"免学经历.第1项.{field}")] if level else [])


@pytest.mark.parametrize(
    ("kind", "end", "reviewer", "level", "note"),
    [
        (VILLAGE, "至今", OFFICE, None, ""),
        (VILLAGE, "至今", BUREAU, "warning", "注1"),
        (VILLAGE, "2024-6", BUREAU, None, ""),
        (VILLAGE, "2024-6", OFFICE, "warning", "注2"),
        ("驻村管寺", "至今", "和静县委统战部", None, ""),
        ("驻村管寺", "至今", OFFICE, "warning", "注1"),
        ("驻村管寺", "2024-6", "和静县委统战部", "warning", "注2"),
        (VILLAGE, "至今", None, "hint", "注1"),
        (VILLAGE, "2024-6", None, "hint", "注2"),
        ("三支一扶", "至今", None, None, ""),
    ],
)
def test_the_reviewing_body_is_held_against_the_note_that_names_it(kind, end, reviewer, level, note):
    stated = {"审核单位": reviewer} if reviewer else {}
    found = findings(service(kind, "2024-1", end, **stated), rule="exemption-reviewer")
    assert [(one.level, one.field) for one in found] == ([(level, "免学经历.第1项.审核单位")] if level else [])
    assert all(f"{note}规定" in one.message for one in found)


def test_a_campaign_whose_form_has_no_notes_judges_no_reviewing_body():
    assert findings(service(start="2021-1"), campaign="archives-2021", rule="exemption-reviewer") == []


@pytest.mark.parametrize(
    ("post", "mark"),
    [
        ({"单位": "某馆（派驻某村“访惠聚”工作队）"}, "访惠聚"),
        ({"单位": "某馆", "职务": "深度贫困村第一书记"}, "深度贫困村第一书记"),
        ({"单位": "某馆", "主要工作": "驻村管寺"}, "驻村管寺"),
        ({"单位": "某馆", "主要工作": "档案整理"}, None),
    ],
)
def test_posts_that_speak_of_such_a_service_are_pointed_to_while_none_is_stated(post, mark):
    posts = [{"起": "2020-1", "止": "至今", **post}]
    found = findings(rule="exemption-unclaimed", 工作经历=posts)
    assert [one.field for one in found] == (["工作经历.第1项"] if mark else [])
    assert all(f"“{mark}”" in one.message for one in found)
    assert findings(service(), rule="exemption-unclaimed", 工作经历=posts) == []


def test_the_defence_is_a_hint_with_its_grounds_or_with_the_doubt():
    [sure] = findings(level="初级", rule="defence-exemption")
    assert (sure.level, sure.message) == ("hint", "免于答辩：申报初级的人员免于答辩")
    [doubt] = findings(service(end="2020-6", start="2019-1"), rule="defence-exemption")
    assert doubt.message.startswith("是否免于答辩无法判断：")
    assert findings(rule="defence-exemption") == []


def test_nothing_is_said_without_an_applicant():
    case = person()
    assert exemption_findings(type(case)(CAMPAIGNS["archives-2024"])) == []
