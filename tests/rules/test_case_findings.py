"""What is found on a whole case: every group of rules is asked, with the calendar and the day it is given."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.loading.load import load_case
from generator.loading.title_series import load_title_series
from generator.model.calendar import FESTIVALS, Calendar
from generator.model.case import Case
from generator.model.unit import Unit
from generator.resources import data_folder
from generator.rules import case_findings, list_findings, person_findings, stopping_findings
from generator.rules.grounds import Grounds
from generator.text import PartialDate
from generator.workdays import Workdays
from tests.rules.making import CAMPAIGN, applicant, campaign, member, posted

SAMPLES = sorted(data_folder().glob("applicants/*.yaml"))
NUMBER = "990101198508161276"


def rules_of(findings) -> set[str]:
    return {finding.rule for finding in findings}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_applicants_have_nothing_to_change(path: Path):
    findings = person_findings(load_case(path).case, Grounds(today=date(2024, 10, 1)))
    assert {finding.level for finding in findings} == {"hint"}
    assert "id-region" in rules_of(findings)


def test_the_sample_applicants_together_have_nothing_to_change():
    cases = [load_case(path).case for path in SAMPLES]
    for year in {case.campaign.year for case in cases}:
        found = list_findings([case for case in cases if case.campaign.year == year])
        assert {finding.rule for finding in found} <= {"pass-rate"}
        assert {finding.level for finding in found} <= {"hint"}


def test_every_group_of_rules_is_asked():
    year = campaign(days=4, windows=[{"网上申报": {"起": "2024-9-30", "止": "2024-9-5"}}])
    contact = CAMPAIGN.contacts[0].model_copy(update={"person": ("赵 五",), "phones": ("2000001",)})
    case = Case(
        year.model_copy(update={"contacts": (contact,)}),
        applicant(姓名="张 三", 身份证号="1", 公示={"起始日期": "2024-9-11"}),
        Unit.model_validate({"名称": "某某档案馆", "统一社会信用代码": "1"}),
    )
    findings = case_findings(case)
    assert rules_of(findings) >= {
        *("window-order", "publicity-prescribed", "phone", "name-space"),
        *("id-length", "code-length", "publicity-end"),
    }
    assert {finding.field for finding in findings if finding.rule == "name-space"} == {
        "姓名",
        "联系.第1项.联系人.第1项",
    }


def test_the_list_of_a_case_is_looked_at_as_a_whole():
    case = Case(CAMPAIGN, roster=(member("张三", NUMBER), member("张三", NUMBER)))
    assert "list-person-twice" in rules_of(case_findings(case))


def test_a_year_of_the_users_own_calendar_is_announced():
    holidays = [{"名称": "、".join(FESTIVALS), "起": "2027-9-15", "止": "2027-9-15"}]
    values = {"年份": 2027, "文号": "某号", "来源": "示例", "放假": holidays, "调休上班": ["2027-9-18"]}
    calendar = Workdays([Calendar.model_validate(values)])
    case = posted({"起始日期": "2027-9-13", "截止日期": "2027-9-18"})
    assert rules_of(case_findings(case)) - rules_of(case_findings(case, Grounds(calendar))) == {"publicity-length"}


def test_the_birth_date_is_compared_with_the_day_that_is_given():
    case = Case(CAMPAIGN, applicant(身份证号=NUMBER))
    assert "id-date" not in rules_of(case_findings(case, Grounds(today=date(1985, 8, 16))))
    assert "id-date" in rules_of(case_findings(case, Grounds(today=date(1985, 8, 15))))
    assert "id-date" not in rules_of(case_findings(case))


def cases_with_something_wrong():
    for path in SAMPLES:
        case = load_case(path).case
        yield case
        for change in ({"id_number": "1"}, {"name": "张 三"}, {"phone": "1"}, {"identity": "公务员"}):
            yield replace(case, applicant=case.applicant.model_copy(update=change))
        services = tuple(
            service.model_copy(update={"end": PartialDate(2001, 1), "running": False})
            for service in case.applicant.exempt_services
        )
        yield replace(case, applicant=case.applicant.model_copy(update={"exempt_services": services}))
    for publicity in (
        {"起始日期": "2024-9-9", "截止日期": "2024-9-10"},
        {"起始日期": "2024-9-9", "截止日期": "2024-9-1"},
    ):
        yield posted(publicity)
    yield Case(CAMPAIGN, applicant(申报={"系列": "档案", "专业": "档案", "级别": "中级", "职称": "中级编辑"}))
    for kind in ("公务员", "退休人员", "参照公务员法管理人员"):
        yield Case(CAMPAIGN, applicant(人员身份=kind))
    yield Case(CAMPAIGN, applicant(处分=[{"种类": "记过", "决定时间": "2024-5-6", "影响期止": "2099-1-1"}]))


def test_what_a_batch_asks_misses_nothing_that_must_be_mended():
    grounds = Grounds(titles=load_title_series())
    stopped = 0
    for case in cases_with_something_wrong():
        errors = [finding for finding in person_findings(case, grounds) if finding.level == "error"]
        asked = stopping_findings(case, grounds)
        assert {finding for finding in asked if finding.level == "error"} == set(errors)
        stopped += bool(errors)
    assert stopped > 15
