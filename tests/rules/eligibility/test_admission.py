"""Who may not apply at all: civil servants, the retired, people under sanction, levels that others receive."""

from datetime import date

import pytest

from generator.rules.verdict import NO, UNKNOWN, YES
from tests.rules.eligibility.people import TODAY, article, case_of, judged, librarian, year

ALL = {"人员": "档案人员", "不得申报": ["退休人员", "公务员", "参照公务员法管理的事业单位人员"], "受限处分": "记过"}


@pytest.mark.parametrize(
    ("identity", "kind", "answer"),
    [
        ("公务员", "机关", NO),
        ("公务员", "事业单位", NO),
        ("参照公务员法管理人员", "事业单位", NO),
        ("参公编制人员", "事业单位", NO),
        ("事业单位人员", "机关", YES),
        ("企业人员", "国有企业", YES),
        ("非公务员", "机关", YES),
        ("原公务员", "事业单位", YES),
        ("未退休人员", "事业单位", YES),
        (None, "事业单位", YES),
        (None, "民营企业", YES),
        (None, "机关", UNKNOWN),
        (None, "参照公务员法管理的事业单位", UNKNOWN),
        (None, None, UNKNOWN),
    ],
)
def test_who_the_notice_excludes_may_not_apply(identity, kind, answer):
    for campaign in (year(), year(scope=ALL)):
        assert article(librarian(campaign, 人员身份=identity, kind=kind), "申报人员").answer == answer


def test_a_body_employs_others_too_and_the_identity_is_asked_for():
    ruling = article(librarian(人员身份=None, kind="机关"), "申报人员")
    assert ruling.missing == ("人员身份",)
    assert "也可能有不是公务员的人员" in ruling.why


def test_of_civil_servants_a_notice_that_does_not_name_them_decides_nothing():
    nobody = year(scope={"人员": "档案人员", "不得申报": ["离退休人员"]})
    assert article(librarian(nobody, 人员身份="公务员"), "申报人员").answer == UNKNOWN
    assert article(librarian(nobody, 人员身份=None, kind="机关"), "申报人员").answer == YES
    civil = year(scope={"人员": "档案人员", "不得申报": ["公务员"]})
    assert article(librarian(civil, 人员身份="参照公务员法管理人员"), "申报人员").answer == UNKNOWN


def test_other_people_are_excluded_as_the_notice_calls_them():
    named = year(scope={"人员": "档案人员", "不得申报": ["劳务派遣人员"]})
    assert article(librarian(named, 人员身份="劳务派遣人员"), "申报人员").answer == NO


@pytest.mark.parametrize("identity", ["退休人员", "离休干部", "已退休返聘"])
def test_the_retired_may_not_apply_whatever_the_notice_says(identity):
    result = judged(librarian(year(scope={"人员": "档案人员"}), 人员身份=identity))
    [ruling] = [one for one in result.admission if one.answer == NO]
    assert ruling.name == "在职"
    assert result.answer == NO


@pytest.mark.parametrize(
    ("retired", "answer"),
    [("2021-9-14", NO), ("2021-9-15", NO), ("2021-9-16", YES), ("2021-8", NO), ("2021-9", UNKNOWN), ("2021-10", YES)],
)
def test_the_day_of_retiring_is_compared_with_the_day_of_judging(retired, answer):
    assert article(librarian(退休时间=retired), "在职").answer == answer


def test_before_the_first_day_of_applying_that_day_is_judged():
    case = librarian(退休时间="2021-8-31", 处分=[{"种类": "记过", "影响期止": "2021-8-31"}])
    early = date(2021, 8, 1)
    assert article(case, "在职", early).answer == NO
    assert article(case, "处分", early).answer == YES


def sanctioned(sanction: str, until: str | None = "2021-9-15", **values):
    case = librarian(处分=[{"种类": sanction} | ({"影响期止": until} if until else {})], **values)
    return article(case, "处分").answer


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("警告", YES),
        ("记过", NO),
        ("行政记过处分", NO),
        ("记大过", NO),
        ("降低岗位等级", NO),
        ("撤职", NO),
        ("开除", NO),
        ("党内严重警告", UNKNOWN),
        ("通报批评", UNKNOWN),
    ],
)
def test_a_sanction_bars_by_its_weight(kind, answer):
    assert sanctioned(kind) == answer


@pytest.mark.parametrize(
    ("until", "answer"),
    [("2021-9-14", YES), ("2021-9-15", NO), ("2021-12-1", NO), ("2021-9", UNKNOWN), ("2021-8", YES), (None, UNKNOWN)],
)
def test_it_bars_while_it_lasts(until, answer):
    assert sanctioned("记过", until) == answer


def test_a_warning_whose_end_is_not_stated_bars_nobody():
    assert sanctioned("警告", None) == YES


@pytest.mark.parametrize(
    ("kind", "by_regulation", "by_notice"),
    [("事业单位", NO, NO), ("民营企业", YES, NO), ("国有企业", YES, NO), (None, UNKNOWN, NO)],
)
def test_the_regulation_speaks_of_public_institutions_and_the_notice_of_whom_it_says(kind, by_regulation, by_notice):
    values = {"kind": kind, "人员身份": None}
    assert sanctioned("记过", **values) == by_regulation
    assert sanctioned("记过", campaign=year(scope=ALL), **values) == by_notice
    staff = year(scope={**ALL, "受处分人员": "事业单位工作人员"})
    assert sanctioned("记过", campaign=staff, **values) == by_regulation


def test_the_notices_own_threshold_is_the_one():
    strict, mild = (year(scope={**ALL, "受限处分": kind}) for kind in ("警告", "撤职"))
    assert sanctioned("警告", campaign=strict) == NO
    assert sanctioned("记过", campaign=mild) == YES


def test_each_sanction_is_judged_at_its_place():
    ended = {"种类": "记过", "影响期止": "2020-1-1"}
    result = judged(librarian(处分=[ended, {"种类": "记过", "影响期止": "2022-1-1"}]))
    found = [(one.field, one.answer) for one in result.admission if one.name == "处分"]
    assert found == [("处分.第1项", YES), ("处分.第2项", NO)]
    assert result.answer == NO


def test_a_level_that_another_office_receives_is_not_received():
    scope = {"人员": "档案人员", "其他级别": [{"级别": "副高级", "机关": "自治区档案局"}]}
    degrees = [{"学历": "本科", "毕业时间": "2000-6"}]
    ruling = article(case_of("副研究馆员", year(scope=scope), 学历学位=degrees), "受理级别")
    assert ruling.answer == NO
    assert "自治区档案局" in ruling.why
    assert not any(one.name == "受理级别" for one in judged(librarian(year(scope=scope))).admission)


def test_today_is_the_day_that_is_given():
    case = librarian(处分=[{"种类": "记过", "影响期止": str(TODAY)}])
    assert article(case, "处分", date(2021, 9, 16)).answer == YES
