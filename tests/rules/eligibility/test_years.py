"""年度考核 and 继续教育: the years asked for, deferral, newcomers, hours, and what is exempt."""

from datetime import date
from typing import Any

import pytest

from generator.rules.verdict import NO, UNKNOWN, YES
from tests.rules.eligibility.people import article, case_of, librarian, part, year

HOURS = {"每年学时": {"公需科目": "30", "专业科目": "60"}}
DEFERRAL = {
    "近年数": "3",
    "最低等次": "合格",
    "顺延": [{"等次": "基本合格", "顺延年数": "1"}, {"等次": "不合格", "顺延年数": "2"}],
    "新入职按实际年限": "是",
}


def grades(*pairs: tuple[int, str]) -> list[dict]:
    return [{"年度": str(year_), "等次": grade} for year_, grade in pairs]


def good(*others: tuple[int, str]) -> list[dict]:
    """合格 in each of the years asked for that `others` does not give."""
    return grades(*((one, "合格") for one in (2018, 2019, 2020) if one not in dict(others)), *others)


class TestAssessments:
    def of(self, assessed: list[dict], rule: dict | None = None, **values: Any):
        campaign = year(assessment=rule or {"近年数": "3"})
        return article(librarian(campaign, 年度考核=assessed, **values), "年度考核")

    @pytest.mark.parametrize(
        ("grade", "answer"),
        [
            ("合格", YES),
            ("称职", YES),
            ("优秀", YES),
            ("基本合格", NO),
            ("基本称职", NO),
            ("不合格", NO),
            ("不称职", NO),
            ("不定等次", UNKNOWN),
        ],
    )
    def test_each_of_the_years_must_reach_the_grade(self, grade, answer):
        for one in (2018, 2019, 2020):
            assert self.of(good((one, grade))).answer == answer

    def test_other_years_do_not_matter(self):
        assert self.of([*good(), *grades((2017, "不合格"), (2021, "不合格"))]).answer == YES

    def test_a_year_that_is_missing_is_named_and_not_failed(self):
        ruling = self.of(grades((2018, "合格"), (2020, "合格")))
        assert ruling.answer == UNKNOWN
        assert ruling.missing == ("2019年度考核结果",)
        assert part(ruling, "2018").answer == YES

    def test_two_grades_for_one_year_decide_nothing(self):
        assert self.of([*good(), *grades((2019, "基本合格"))]).answer == UNKNOWN
        assert self.of([*good(), *grades((2019, "优秀"))]).answer == YES

    def test_the_years_of_the_notice_are_those_asked_for(self):
        rule = {"近年数": "3", "年度": ["2019", "2020", "2021"]}
        assert self.of(good((2018, "不合格")), rule).answer == UNKNOWN
        assert self.of(grades((2019, "合格"), (2020, "合格"), (2021, "合格")), rule).answer == YES

    @pytest.mark.parametrize(
        ("bad", "first"),
        [
            ([(2020, "基本合格")], 2022),
            ([(2018, "基本合格")], 2022),
            ([(2020, "不合格")], 2023),
            ([(2019, "基本合格"), (2020, "不合格")], 2024),
            ([(2018, "不称职"), (2019, "不合格"), (2020, "基本称职")], 2026),
        ],
    )
    def test_a_bad_grade_defers_once_for_each_time(self, bad, first):
        ruling = self.of(good(*bad), DEFERRAL)
        assert (ruling.answer, ruling.met_from) == (NO, date(first, 1, 1))

    def test_without_a_deferral_the_bad_year_must_pass_out_of_those_asked_for(self):
        ruling = self.of(good((2019, "基本合格")))
        assert (ruling.answer, ruling.met_from) == (NO, date(2023, 1, 1))

    def test_an_earlier_bad_year_in_the_present_title_leaves_open_whether_it_has_deferred(self):
        earlier = [*good(), *grades((2017, "不合格"))]
        ruling = self.of(earlier, DEFERRAL)
        assert ruling.answer == UNKNOWN
        assert "是否已经顺延无法判断" in part(ruling, "2017").why
        assert self.of([*good(), *grades((2015, "不合格"))], DEFERRAL).answer == YES

    @pytest.mark.parametrize(
        ("first", "rule", "answer"),
        [
            ("是", DEFERRAL, YES),
            ("否", DEFERRAL, UNKNOWN),
            (None, DEFERRAL, UNKNOWN),
            ("是", {"近年数": "3"}, UNKNOWN),
        ],
    )
    def test_who_began_to_work_later_lacks_a_year_by_the_notices_leave(self, first, rule, answer):
        assessed = grades((2019, "合格"), (2020, "合格"))
        assert self.of(assessed, rule, 参加工作时间="2019-3", 首次申报=first).answer == answer

    def test_the_year_of_beginning_itself_is_not_passed_over(self):
        assessed = grades((2019, "合格"), (2020, "合格"))
        assert self.of(assessed, DEFERRAL, 参加工作时间="2018-7", 首次申报="是").answer == UNKNOWN


class TestTraining:
    def of(self, done: list[tuple[int, str, int]], rule: dict, case=librarian, **values: Any):
        trainings = [{"年度": str(one), "科目": kind, "学时": str(hours)} for one, kind, hours in done]
        return article(case(campaign=year(training=rule), 继续教育=trainings, **values), "继续教育")

    @pytest.mark.parametrize(("hours", "answer"), [(60, YES), (61, YES), (59, NO), (0, NO)])
    def test_each_year_needs_its_hours(self, hours, answer):
        rule = {**HOURS, "年限": [{"专业科目": "2"}]}
        assert self.of([(2020, "专业科目", 60), (2021, "专业科目", hours)], rule).answer == answer

    def test_hours_of_one_year_and_subject_add_up(self):
        rule = {**HOURS, "年限": [{"专业科目": "1"}]}
        assert self.of([(2021, "专业科目", 40), (2021, "专业科目", 20)], rule).answer == YES
        assert self.of([(2021, "专业科目", 40), (2021, "公需科目", 20)], rule).answer == NO

    def test_each_subject_has_its_years(self):
        rule = {**HOURS, "年限": [{"公需科目": "2", "专业科目": "1"}]}
        done = [(2021, "专业科目", 60), (2021, "公需科目", 30), (2020, "公需科目", 30)]
        assert self.of(done, rule).answer == YES
        ruling = self.of(done[:2], rule)
        assert ruling.answer == UNKNOWN
        assert ruling.missing == ("2020年度公需科目的学时",)

    def test_each_level_has_its_years(self):
        rule = {**HOURS, "年限": [{"级别": "初级", "专业科目": "1"}, {"级别": "中级", "专业科目": "2"}]}
        done = [(2021, "专业科目", 60)]
        assert self.of(done, rule).answer == UNKNOWN
        assert self.of(done, rule, lambda campaign, **values: case_of("管理员", campaign, **values)).answer == YES

    @pytest.mark.parametrize(
        ("filled", "short", "answer"),
        [
            (5, 0, YES),
            (4, 1, UNKNOWN),
            (4, 0, UNKNOWN),
            (3, 2, NO),
            (3, 1, UNKNOWN),
        ],
    )
    def test_between_the_least_and_the_most_years_nothing_is_told(self, filled, short, answer):
        rule = {**HOURS, "年限": [{"专业科目": "5", "专业科目最少": "4"}]}
        years = list(range(2021, 2016, -1))
        done = [(one, "专业科目", 60) for one in years[:filled]]
        done += [(one, "专业科目", 10) for one in years[filled : filled + short]]
        assert self.of(done, rule).answer == answer

    def test_where_the_notice_states_no_hours_a_certificate_decides_nothing(self):
        rule = {"年限": [{"专业科目": "1"}]}
        ruling = self.of([(2021, "专业科目", 60)], rule)
        assert ruling.answer == UNKNOWN
        assert "通知没有写明每年要达到多少" in ruling.why
        assert self.of([(2021, "专业科目", 0)], rule).answer == NO

    def test_where_it_states_no_years_nothing_is_told(self):
        assert self.of([(2021, "专业科目", 60)], HOURS).answer == UNKNOWN

    def test_what_the_notice_exempts_is_not_missed(self):
        exemption = {"工作": ["驻村管寺"], "年度": "当年", "科目": ["专业科目"], "用表": "审批表"}
        rule = {**HOURS, "年限": [{"专业科目": "2", "公需科目": "1"}], "免学": exemption}
        done = [(2020, "专业科目", 60), (2021, "公需科目", 30)]
        service = [{"类别": "驻村管寺", "起": "2021-1", "止": "至今", "仍在参加": "是"}]
        ruling = self.of(done, rule, 免学经历=service)
        assert ruling.answer == YES
        assert part(ruling, "2021年度专业科目").why.startswith("免除（")
        assert self.of(done, rule).answer == UNKNOWN
        assert self.of(done[:1], rule, 免学经历=service).answer == UNKNOWN  # 公需科目 is not exempt
        assert self.of(done[1:], rule, 免学经历=service).answer == UNKNOWN  # nor is the year before

    def test_a_doubtful_exemption_leaves_a_short_year_open(self):
        exemption = {"工作": ["驻村管寺"], "年度": "当年", "未列尽": "是", "科目": ["专业科目"], "用表": "审批表"}
        rule = {**HOURS, "年限": [{"专业科目": "1"}], "免学": exemption}
        service = [{"类别": "抗洪抢险", "起": "2021-1", "止": "至今", "仍在参加": "是"}]
        done = [(2021, "专业科目", 10)]
        assert self.of(done, rule).answer == NO
        ruling = self.of(done, rule, 免学经历=service)
        assert ruling.answer == UNKNOWN
        assert "是否免除无法判断" in part(ruling, "2021").why
