"""The whole pre-check: conditions found by number, articles named as printed, one answer, findings and lines."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build import Request, printed_blocks
from generator.catalog import Library
from generator.loading.load import load_case
from generator.model.case import Case
from generator.resources import data_folder
from generator.rules.eligibility import eligibility_findings, explained, judge
from generator.rules.eligibility.standard import Articles
from generator.rules.grounds import Grounds
from generator.rules.verdict import NO, UNKNOWN, YES
from tests.rules.eligibility.people import (
    CAMPAIGN,
    CRITERIA,
    OF_2024,
    TODAY,
    article,
    case_of,
    judged,
    librarian,
    year,
)
from tests.rules.making import told

GROUNDS = Grounds(today=TODAY)
SHORT = {"现职称": {"名称": "助理馆员", "取得时间": "2019-5-1"}}


def found(case: Case):
    return eligibility_findings(case, GROUNDS)


def with_number(case: Case, **numbers) -> Case:
    """The case with another number in the campaign, or in the criteria."""
    conditions = case.campaign.conditions.model_copy(update={"number": numbers.get("campaign", CRITERIA.number)})
    criteria = CRITERIA.model_copy(update={"number": numbers.get("criteria", CRITERIA.number)})
    campaign = case.campaign.model_copy(update={"conditions": conditions})
    return replace(case, campaign=campaign, criteria=criteria)


class TestByNumber:
    """Conditions are those of the year by their document number alone."""

    @pytest.mark.parametrize(
        "number", ["新档发〔2021〕5号", "新档发[2021]5号", "新档发 (2021) 5 号", "新档发［2021］5号"]
    )
    def test_the_number_is_the_same_however_its_brackets_are_typed(self, number):
        assert judged(with_number(librarian(), campaign=number)).answer == YES
        assert judged(with_number(librarian(), criteria=number)).answer == YES

    def test_another_number_is_never_judged_by(self):
        case = with_number(librarian(), campaign="新人社发〔2022〕27号")
        assert judged(case).answer == UNKNOWN
        [finding] = found(case)
        assert (finding.level, finding.field) == ("warning", "评审条件.数据")
        assert "新人社发〔2022〕27号" in finding.message
        assert "新档发〔2021〕5号" in finding.message

    @pytest.mark.parametrize("numbers", [{"campaign": None}, {"criteria": None}])
    def test_without_a_number_nothing_is_judged(self, numbers):
        assert judged(with_number(librarian(), **numbers)).answer == UNKNOWN
        assert [finding.level for finding in found(with_number(librarian(), **numbers))] == ["hint"]

    def test_the_number_of_the_specialty_is_the_one_where_there_are_several(self):
        case = librarian()
        parts = [{"专业": "图书资料", "文号": "甲〔2021〕1号"}, {"专业": "档案", "文号": CRITERIA.number}]
        for chosen, answer in ((parts, YES), (parts[:1], UNKNOWN)):
            conditions = type(case.campaign.conditions).model_validate({"分专业": chosen})
            campaign = case.campaign.model_copy(update={"conditions": conditions})
            assert judged(replace(case, campaign=campaign)).answer == answer

    def test_a_year_whose_conditions_are_not_at_hand_has_one_hint(self):
        case = replace(librarian(OF_2024, 继续教育=None, 年度考核=None), criteria=None)
        [finding] = found(case)
        assert finding.level == "hint"
        assert finding.message == "本年度评审条件（新人社发〔2022〕27号）未录入，无法判断"
        assert judged(case).answer == UNKNOWN

    def test_what_the_notice_itself_forbids_is_told_without_conditions_too(self):
        bad = [{"年度": "2022", "等次": "基本合格"}]
        case = replace(librarian(OF_2024, 年度考核=bad, 人员身份="公务员"), criteria=None)
        assert [(one.level, one.field) for one in found(case)] == [
            ("error", "人员身份"),
            ("hint", "评审条件.数据"),
            ("warning", "年度考核"),
        ]
        assert "2025年1月1日起符合" in found(case)[-1].message


@pytest.mark.parametrize("path", sorted(data_folder().glob("applicants/*.yaml")), ids=lambda path: path.stem)
def test_the_samples_are_judged_by_the_conditions_of_their_year_only(path: Path):
    loaded = load_case(path)
    findings = eligibility_findings(loaded.case, GROUNDS)
    assert {finding.level for finding in findings} == {"hint"}
    if loaded.case.campaign.year == 2024:
        assert len(findings) == 1
    for finding in findings:
        assert loaded.place(finding.field).line


def test_the_sample_of_2021_is_judged_as_far_as_its_notice_allows():
    result = judge(load_case(data_folder() / "applicants" / "sun-wenjing.yaml").case, GROUNDS)
    answers = {ruling.name: ruling.answer for ruling in result.counted_conditions}
    assert answers.pop("第五条 继续教育") == UNKNOWN  # the notice states no hours
    assert set(answers.values()) == {YES}
    assert len(answers) == 5


@pytest.fixture(scope="module")
def printed() -> str:
    """The conditions as their document prints them, a paragraph a line."""
    blocks = printed_blocks(Request(Case(criteria=CRITERIA), "review_conditions"), Library())
    return "\n".join(block.text for block in blocks)


class TestArticles:
    """Articles are called as the document prints them."""

    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("定向评价", "南疆四地州"),
            ("思想政治条件", "申报专业技术职务任职资格，必须具备"),
            ("继续教育", "每年按照"),
            ("考核", "近3年年度考核"),
            ("特殊成果", "在特殊领域"),
            *((title.title, f"{title.title}任职资格评审条件") for title in CRITERIA.titles),
        ],
    )
    def test_each_has_the_number_that_is_printed(self, printed, name, words):
        assert f"{Articles(CRITERIA)[name]}　{words}" in printed

    def test_sections_are_numbered_as_printed(self, printed):
        articles = Articles(CRITERIA)
        for title in CRITERIA.titles:
            assert articles.section(title, "学历资历").endswith("（一）学历资历")
            assert articles.section(title, "实践能力").endswith("（三）实践能力（经历）")
        (librarian_,) = (title for title in CRITERIA.titles if title.title == "馆员")
        assert articles.section(librarian_, "理论代表作") == "第九条（五）理论代表作"
        without = librarian_.model_copy(update={"achievements": None})
        assert articles.section(without, "理论代表作") == "第九条（四）理论代表作"
        assert "（五）理论代表作" in printed

    def test_an_article_that_the_conditions_lack_moves_the_others_up(self):
        assert Articles(CRITERIA.model_copy(update={"aim": None, "directed": None}))["考核"] == "第四条"


class TestWhole:
    def test_who_meets_everything_is_told_so_and_that_it_is_a_precheck(self):
        result = judged(librarian())
        assert (result.answer, result.met_from) == (YES, None)
        [finding] = found(librarian())
        assert told([finding]) == [("eligibility", "hint", "申报.职称")]
        assert "以评审机构的审核为准" in finding.message

    def test_what_is_left_to_people_is_told_and_not_counted(self):
        left = {ruling.name: ruling.left_to for ruling in judged(librarian()).conditions if ruling.left_to}
        assert left == {
            "第三条 定向评价": "评审机构",
            "第四条 思想政治条件": "推荐单位",
            "第九条（二）学识水平": "评审委员会",
        }

    def test_an_article_not_met_is_one_warning_with_both_values_and_the_day(self):
        warning, summary = found(librarian(**SHORT))
        assert told([warning]) == [("eligibility-condition", "warning", "工作经历")]
        assert "任职2年7个月" in warning.message
        assert "要求满4年" in warning.message
        assert "2023年5月1日起符合" in warning.message
        assert "新档发〔2021〕5号" in warning.basis
        assert warning.basis.endswith("第九条（一）学历资历")
        assert "2023年5月1日起符合" in summary.message
        assert judged(librarian(**SHORT)).met_from == date(2023, 5, 1)

    def test_on_that_day_it_is_met(self):
        assert judged(librarian(year("2023-5-1"), **SHORT)).answer == YES
        assert judged(librarian(year("2023-4-30"), **SHORT)).answer == NO

    def test_no_day_is_told_where_more_than_time_is_missing(self):
        case = librarian(**SHORT, 核实情况={"无档案安全责任事故": "否"})
        assert judged(case).answer == NO
        assert judged(case).met_from is None

    def test_what_cannot_be_told_is_a_hint_that_names_what_to_fill_in(self):
        hint, _ = found(librarian(核实情况=None))
        assert told([hint]) == [("eligibility-condition", "hint", "实践能力")]
        assert "核实情况：无档案安全责任事故" in hint.remedy
        assert judged(librarian(核实情况=None)).answer == UNKNOWN

    def test_one_article_not_met_decides_whatever_is_unknown(self):
        assert judged(librarian(**SHORT, 核实情况=None)).answer == NO

    @pytest.mark.parametrize(
        ("values", "level"),
        [
            ({"人员身份": "公务员"}, "error"),
            ({"人员身份": "退休人员"}, "error"),
            ({"退休时间": "2021-9-1"}, "error"),
            ({"处分": [{"种类": "记过", "影响期止": "2022-1-1"}]}, "error"),
            ({"处分": [{"种类": "记过"}]}, "hint"),
            ({"人员身份": None, "kind": "机关"}, "hint"),
        ],
    )
    def test_who_may_not_apply_is_an_error_and_who_may_not_is_not_known_a_hint(self, values, level):
        case = librarian(**values)
        [finding] = [one for one in found(case) if one.rule == "eligibility-barred"]
        assert finding.level == level
        assert finding.basis
        assert judged(case).answer == (NO if level == "error" else UNKNOWN)

    @pytest.mark.parametrize("track", ["初次确定", "授予", "转评", None])
    def test_for_other_tracks_a_condition_not_met_is_only_shown(self, track):
        case = librarian(**SHORT, track=track)
        assert {finding.level for finding in found(case)} == {"hint"}
        assert judged(case).answer == UNKNOWN
        assert article(case, "学历资历").answer == NO
        assert judged(librarian(track=track)).answer == YES
        assert judged(librarian(**SHORT, track=track, 人员身份="公务员")).answer == NO

    def test_people_for_whom_another_document_rules_are_not_failed(self):
        case = librarian(**SHORT, kind="民营企业")
        assert judged(case).answer == UNKNOWN
        assert "民营企业" in judged(case).lenient[0]
        assert judged(librarian(**SHORT, kind="国有企业")).answer == NO

    @pytest.mark.parametrize("title", ["图书馆员", None])
    def test_a_title_that_the_conditions_lack_is_not_guessed(self, title):
        case = librarian()
        application = case.applicant.application.model_copy(update={"title": title})
        case = replace(case, applicant=case.applicant.model_copy(update={"application": application}))
        assert judged(case).answer == UNKNOWN
        assert "助理馆员" in article(case, "各职称的条件").why

    def test_without_an_applicant_there_is_nothing_to_judge(self):
        assert eligibility_findings(Case(CAMPAIGN, criteria=CRITERIA), GROUNDS) == []
        with pytest.raises(ValueError, match="an applicant"):
            judge(Case(CAMPAIGN, criteria=CRITERIA), GROUNDS)


class TestKeys:
    """A name that no condition has would be passed over in silence."""

    def keys(self, **values):
        return [one for one in found(librarian(**values)) if one.rule == "eligibility-key"]

    def achieved(self, topic: str | None, **reached: str):
        entry = {"内容": "某事", "时间": "2020-1", "达到": reached} | ({"对应条件": topic} if topic else {})
        return self.keys(业绩成果=[entry])

    def test_what_the_conditions_know_is_right(self):
        assert self.keys() == []
        assert self.achieved("档案整理保管", 卷数="3,000卷") == []

    @pytest.mark.parametrize(
        ("topic", "reached", "field", "said"),
        [
            ("档案整理", {}, "业绩成果.第1项.对应条件", "没有“档案整理”这一条"),
            ("档案整理保管", {"卷": "8"}, "业绩成果.第1项.达到.卷", "“卷”不是这一条的要求"),
            ("档案整理保管", {"种数": "8"}, "业绩成果.第1项.达到.种数", "“种数”不是这一条的要求"),
            ("档案整理保管", {"卷数": "很多"}, "业绩成果.第1项.达到.卷数", "“很多”不是数量"),
            ("建设项目档案", {"通过档案专项验收": "有"}, "业绩成果.第1项.达到.通过档案专项验收", "写的是“有”"),
            ("执法检查", {"检查成绩": "良好"}, "业绩成果.第1项.达到.检查成绩", "“良好”不能与合格比较"),
            ("档案利用服务", {"人次": "8"}, "业绩成果.第1项.达到.人次", "不是这一条的要求"),
        ],
    )
    def test_what_they_do_not_know_is_told_at_its_place(self, topic, reached, field, said):
        [finding] = self.achieved(topic, **reached)
        assert (finding.level, finding.field) == ("warning", field)
        assert said in finding.message

    def test_levels_of_papers_and_awards_are_on_the_scale(self):
        paper = {"题目": "某文", "种类": "论文", "刊物级别": "核心期刊", "发表时间": "2020-1"}
        award = {"名称": "先进", "级别": "省级", "时间": "2020-1", "对应条件": "表彰"}
        fields = [one.field for one in self.keys(论文著作=[paper], 获奖情况=[award])]
        assert fields == ["论文著作.第1项.刊物级别", "获奖情况.第1项.级别"]

    def test_what_is_confirmed_must_be_asked_for(self):
        [finding] = self.keys(核实情况={"无安全事故": "是", "无档案安全责任事故": "是"})
        assert finding.field == "核实情况.无安全事故"


class TestTelling:
    def test_every_article_is_told_in_order_with_its_answer(self):
        lines = explained(judged(librarian(**SHORT)))
        assert lines[0].startswith("预审结论：否（申报馆员，按新疆维吾尔自治区档案系列")
        assert "以评审机构的审核为准" in lines[1]
        text = "\n".join(lines)
        names = ["能否申报", "第三条", "第四条", "第五条", "第六条", "第九条（一）", "第九条（二）", "第九条（五）"]
        places = [text.index(name) for name in names]
        assert places == sorted(places)
        assert "【否】第九条（一）学历资历：第3种情形" in text
        assert "2023年5月1日起符合" in text

    def test_every_condition_of_the_title_is_told_with_its_sentence(self):
        text = "\n".join(explained(judged(librarian(**SHORT))))
        asked = next(title for title in CRITERIA.titles if title.title == "馆员")
        sentences = [route.sentence for route in asked.routes]
        groups = [asked.practice, asked.achievements, asked.works[0]]
        sentences += [item.sentence for group in groups for item in group.items]
        assert [sentence for sentence in sentences if sentence not in text] == []

    def test_the_record_goes_to_json_and_says_the_same(self):
        result = judged(librarian(**SHORT))
        data = json.loads(json.dumps(result.as_dict(), ensure_ascii=False))
        assert (data["answer"], data["title"], data["met_from"]) == ("否", "馆员", "2023-05-01")
        assert [one["condition"] for one in data["conditions"]] == [one.name for one in result.conditions]
        assert any("以评审机构的审核为准" in note for note in data["notes"])
        assert case_of("馆员").applicant.name not in json.dumps(data, ensure_ascii=False)
