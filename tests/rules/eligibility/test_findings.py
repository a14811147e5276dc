"""What the pre-check says in findings: each thing once, with what falls short, and nothing that others say already."""

from datetime import date

import pytest

from generator.model.case import Case
from generator.rules import person_findings
from generator.rules.eligibility import eligibility_findings
from generator.rules.grounds import Grounds
from tests.rules.eligibility.people import TODAY, article, case_of, done, librarian
from tests.rules.making import told

GROUNDS = Grounds(today=TODAY)
CONDITION, SUMMARY = "eligibility-condition", "eligibility"


def conditions(case: Case, fields: tuple[str, ...] = ()):
    return [one for one in eligibility_findings(case, GROUNDS, fields) if one.rule == CONDITION]


def test_of_several_conditions_to_choose_from_those_that_fall_short_are_told_with_both_values():
    short = librarian(业绩成果=[done("档案整理保管", 卷数="700"), done("档案编研", 种数="2")])
    [finding] = conditions(short)
    assert told([finding]) == [(CONDITION, "warning", "业绩成果")]
    assert "9项中要求2项，符合的有1项。不够的有：第1项 档案整理保管：卷数700卷（要求卷数不少于800卷" in finding.message
    assert "第5项 档案编研：种数2种（要求种数不少于3种）" in finding.message


def test_no_more_than_three_that_fall_short_are_told():
    entries = [done("档案整理保管", 卷数="1"), done("档案编研", 种数="1"), done("档案宣传", 宣传次数="1")]
    [finding] = conditions(librarian(业绩成果=[*entries, done("档案开发利用", 种数="0")]))
    assert finding.message.endswith("；等")
    assert finding.message.count("第") == 4  # the article's own number


def test_what_cannot_be_told_for_want_of_data_is_left_to_whoever_says_that_it_is_missing():
    case = librarian(年度考核=None)
    assert [one.field for one in conditions(case)] == ["年度考核"]
    assert conditions(case, ("年度考核",)) == []
    assert [one.rule for one in person_findings(case, GROUNDS) if one.field == "年度考核"] == ["material-data"]


def test_what_is_not_met_is_told_whatever_others_say_of_the_field():
    case = librarian(年度考核=[{"年度": str(year), "等次": "不合格"} for year in (2018, 2019, 2020)])
    assert [(one.level, one.field) for one in conditions(case, ("年度考核",))] == [("warning", "年度考核")]


def test_a_title_that_is_not_held_is_told_once_and_not_again_of_the_years_and_the_groups():
    held = librarian(现职称=None, 首次申报="是")
    [finding] = conditions(held)
    assert told([finding]) == [(CONDITION, "warning", "现职称")]
    assert finding.message.endswith("没有写现职称，要求已取得助理馆员")


def test_who_does_not_apply_for_the_first_time_has_left_the_title_out():
    answers = {
        first: article(librarian(现职称=None, 首次申报=first), "学历资历").answer for first in ("是", "否", None)
    }
    assert answers == {"是": "否", "否": "无法判断", None: "否"}


def test_without_any_degree_no_route_is_named():
    ruling = article(librarian(学历学位=None), "学历资历")
    assert (ruling.answer, ruling.field, ruling.missing) == ("无法判断", "学历学位", ("学历学位",))
    assert ruling.why == "没有填写学历学位，符合哪一种情形无法判断"


@pytest.mark.parametrize(("level", "is_judged"), [("副高级", True), ("高级", True), ("中级", False), ("初级", False)])
def test_a_title_of_another_level_than_applied_for_is_not_judged(level, is_judged):
    application = {"系列": "档案", "专业": "档案", "级别": level, "职称": "副研究馆员", "申报类型": "评审"}
    rulings = {one.field for one in conditions(case_of("副研究馆员", 申报=application))}
    assert ("申报.职称" in rulings) != is_judged
    assert ("现职称" in rulings) == is_judged


def test_the_day_is_told_once_and_nobody_is_promised_more_than_this_article():
    [finding] = conditions(librarian(现职称={"名称": "助理馆员", "取得时间": "2018-5-1"}))
    assert str(finding).count("2022年5月1日") == 1
    assert "可以申报" not in str(finding)


def test_who_may_not_apply_is_told_so_by_the_conclusion_too():
    [summary] = [one for one in eligibility_findings(librarian(人员身份="公务员"), GROUNDS) if one.rule == SUMMARY]
    assert "的预审：不得申报（评审条件" in summary.message


@pytest.mark.parametrize(
    ("today", "answer"), [(date(2021, 9, 30), "是"), (date(2021, 10, 1), "是"), (date(2026, 1, 1), "是")]
)
def test_a_campaign_that_is_over_is_judged_on_its_last_day_of_applying(today, answer):
    """A file that is checked years later says what it said then: the window closed on 30 September 2021."""
    retired = librarian(退休时间="2021-10-1")
    assert article(retired, "在职", today).answer == answer
    sanction = {"种类": "记过", "影响期止": "2021-12-1"}
    assert article(librarian(处分=[sanction]), "处分", today).answer == "否"
