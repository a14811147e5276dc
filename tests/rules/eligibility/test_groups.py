"""实践能力, 业绩成果, 理论代表作: k of n with what is not known, by unit, since the title."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.eligibility.ruling import RANK
from generator.rules.verdict import NO, UNKNOWN, YES
from tests.rules.eligibility.people import article, case_of, judged, librarian, part, year

PRACTICE, ACHIEVEMENTS, WORKS = "实践能力", "业绩成果", "理论代表作"
ELSE = {"内容": "别的", "时间": "2020-1-1", "对应条件": "档案宣传", "达到": {"宣传次数": "0"}}


def entry(topic: str | None = None, when: str | None = "2020-1-1", **reached: str) -> dict[str, Any]:
    """An achievement that counts for a topic."""
    keys = {"内容": "某事", "时间": when, "对应条件": topic, "达到": reached or None}
    return {key: value for key, value in keys.items() if value is not None}


def paper(
    kind: str | None = "论文", level: str | None = "自治区级", when: str | None = "2020-1-1", **more: Any
) -> dict:
    keys = {"题目": "某文", "种类": kind, "刊物级别": level, "发表时间": when, **more}
    return {key: value for key, value in keys.items() if value is not None}


def senior(title: str = "副研究馆员", present: str = "馆员", **values: Any):
    degrees = [{"学历": "本科", "学位": "管理学学士", "毕业时间": "2000-6"}]
    return case_of(title, **{"学历学位": degrees, "现职称": {"名称": present, "取得时间": "2016-1-1"}, **values})


def too_few() -> dict:
    return entry("档案整理保管", 卷数="1")


def item(case, group: str, topic: str):
    return part(article(case, group), topic)


# title, item, what an entry says, the answer for a unit of the prefecture and for one of a township
ITEMS = [
    ("馆员", "档案整理保管", {"卷数": "800"}, YES, YES),
    ("馆员", "档案整理保管", {"卷数": "799"}, NO, YES),
    ("馆员", "档案整理保管", {"卷数": "500"}, NO, YES),
    ("馆员", "档案整理保管", {"卷数": "499"}, NO, NO),
    ("馆员", "档案整理保管", {"件数": "8000"}, YES, YES),
    ("馆员", "档案整理保管", {"卷数": "1", "件数": "5,000件"}, NO, YES),
    ("馆员", "档案整理保管", {"件数": "0.8万"}, YES, YES),
    ("馆员", "档案整理保管", {"卷数": "约900"}, UNKNOWN, UNKNOWN),
    ("馆员", "档案整理保管", {"卷数": "900件"}, UNKNOWN, UNKNOWN),
    ("馆员", "档案整理保管", {}, UNKNOWN, UNKNOWN),
    ("馆员", "建设项目档案", {"项目数": "1", "通过档案专项验收": "是"}, YES, YES),
    ("馆员", "建设项目档案", {"项目数": "1", "通过档案专项验收": "否"}, NO, NO),
    ("馆员", "建设项目档案", {"项目数": "1"}, UNKNOWN, UNKNOWN),
    ("馆员", "建设项目档案", {"项目数": "1", "通过档案专项验收": "正在验收"}, UNKNOWN, UNKNOWN),
    ("馆员", "建设项目档案", {"项目数": "0", "通过档案专项验收": "是"}, NO, NO),
    ("馆员", "档案信息化", {"项数": "1", "数字化率": "60"}, YES, YES),
    ("馆员", "档案信息化", {"项数": "1", "数字化率": "60%"}, YES, YES),
    ("馆员", "档案信息化", {"项数": "1", "数字化率": "59.9"}, NO, NO),
    ("馆员", "档案信息化", {"项数": "0", "数字化率": "100"}, NO, NO),
    ("馆员", "档案宣传", {"信息篇数": "2"}, YES, YES),
    ("馆员", "档案宣传", {"宣传次数": "1", "信息篇数": "1"}, NO, NO),
    ("馆员", "档案编研", {"种数": "2"}, NO, YES),
    ("馆员", "档案编研", {"种数": "3"}, YES, YES),
    ("馆员", "档案利用服务", {}, UNKNOWN, UNKNOWN),
    ("馆员", "档案开发利用", {"种数": "1"}, YES, YES),
    ("馆员", "执法检查", {"检查成绩": "合格"}, YES, YES),
    ("馆员", "执法检查", {"检查成绩": "优秀"}, YES, YES),
    ("馆员", "执法检查", {"检查成绩": "不合格"}, NO, NO),
    ("馆员", "表彰", {"表彰级别": "县级"}, YES, YES),
    ("馆员", "表彰", {"表彰级别": "乡级"}, UNKNOWN, UNKNOWN),
    ("副研究馆员", "档案整理保管", {"卷数": "900"}, NO, YES),
    ("副研究馆员", "档案整理保管", {"件数": "8999"}, NO, NO),
    ("副研究馆员", "建设项目档案", {"卷数": "500", "通过档案专项验收": "是"}, YES, YES),
    ("副研究馆员", "建设项目档案", {"卷数": "500", "通过档案专项验收": "否"}, NO, NO),
    ("副研究馆员", "建设项目档案", {"项目数": "2", "通过档案专项验收": "是"}, YES, YES),
    ("副研究馆员", "建设项目档案", {"项目数": "1", "卷数": "499", "通过档案专项验收": "是"}, NO, NO),
    ("副研究馆员", "档案信息化", {"项数": "1", "实现电子档案在线接收": "是", "数字化率": "100"}, YES, YES),
    ("副研究馆员", "档案信息化", {"项数": "1", "实现电子档案在线接收": "是", "数字化率": "99"}, NO, NO),
    ("副研究馆员", "档案编研", {"种数": "4"}, NO, YES),
    ("副研究馆员", "执法检查", {"检查成绩": "合格"}, NO, NO),
    ("副研究馆员", "表彰", {"表彰级别": "县级"}, NO, NO),
    ("副研究馆员", "表彰", {"表彰级别": "地区级"}, YES, YES),
    ("研究馆员", "科研项目", {"项目级别": "自治区级", "项数": "1", "推广应用": "是"}, YES, YES),
    ("研究馆员", "科研项目", {"项目级别": "地、州、市级", "项数": "1", "推广应用": "是"}, NO, NO),
    ("研究馆员", "业务创新", {"创新项数": "1"}, YES, YES),
    (
        "研究馆员",
        "技术开发",
        {"取得重大社会效益或经济效益": "是", "经本单位和自治区档案主管部门认可": "否"},
        NO,
        NO,
    ),
]
PRESENT = {"馆员": "助理馆员", "副研究馆员": "馆员", "研究馆员": "副研究馆员"}


@pytest.mark.parametrize(("title", "topic", "reached", "prefecture", "township"), ITEMS)
def test_a_condition_is_met_by_its_numbers_grades_and_facts(title, topic, reached, prefecture, township):
    for level, answer in (("自治州", prefecture), ("乡镇", township)):
        case = senior(title, PRESENT[title], 业绩成果=[entry(topic, **reached)], 获奖情况=None, level=level)
        assert item(case, ACHIEVEMENTS, topic).answer == answer


PRACTISED = [
    ("馆员", "制度规范", {"项数": "1", "付诸实施": "是"}, YES),
    ("馆员", "制度规范", {"项数": "3", "付诸实施": "否"}, NO),
    ("馆员", "业务指导", {}, UNKNOWN),
    ("馆员", "授课", {"授课量": "10", "讲授一门档案业务课程": "是"}, YES),
    ("馆员", "授课", {"授课量": "9", "讲授一门档案业务课程": "是"}, NO),
    ("副研究馆员", "规划报告", {"项数": "2"}, YES),
    ("副研究馆员", "业务指导", {"可行性方案被本部门采用": "是"}, YES),
    ("副研究馆员", "业务指导", {"可行性方案被本部门采用": "否"}, NO),
    ("副研究馆员", "授课", {"教案种数": "1", "授课量": "20"}, YES),
    ("副研究馆员", "授课", {"教案种数": "0", "授课量": "20"}, NO),
    ("研究馆员", "规划报告", {"项数": "2"}, NO),
    ("研究馆员", "授课", {"教案种数": "2", "培训班级别": "地区级", "授课量": "50"}, YES),
    ("研究馆员", "授课", {"教案种数": "2", "培训班级别": "县级", "授课量": "50"}, NO),
]


@pytest.mark.parametrize(("title", "topic", "reached", "answer"), PRACTISED)
def test_practice_is_one_condition_and_the_required(title, topic, reached, answer):
    case = senior(title, PRESENT[title], 实践能力=[entry(topic, **reached)])
    assert item(case, PRACTICE, topic).answer == answer
    assert article(case, PRACTICE).answer == answer


class TestCountyNumbers:
    """“县级以下单位”: whether the county itself is meant is open; it matters only between the two numbers."""

    @pytest.mark.parametrize(("volumes", "answer"), [("800", YES), ("799", UNKNOWN), ("500", UNKNOWN), ("499", NO)])
    def test_a_county_unit_is_told_nothing_where_it_matters(self, volumes, answer):
        case = librarian(level="县市", 业绩成果=[entry("档案整理保管", 卷数=volumes)])
        assert item(case, ACHIEVEMENTS, "档案整理保管").answer == answer

    def test_another_phrase_includes_the_county(self):
        case = librarian(level="县市", 业绩成果=[entry("档案编研", 种数="2")])
        assert item(case, ACHIEVEMENTS, "档案编研").answer == YES

    @pytest.mark.parametrize(("kinds", "answer"), [("3", YES), ("2", UNKNOWN), ("1", NO)])
    def test_without_a_level_it_cannot_be_told_either(self, kinds, answer):
        case = librarian(level=None, 业绩成果=[entry("档案编研", 种数=kinds)])
        assert item(case, ACHIEVEMENTS, "档案编研").answer == answer


class TestSums:
    """Totals add up over entries that qualify; shares, lengths and grades are of one entry."""

    def of(self, topic: str, *entries: dict, **values: Any):
        return item(librarian(业绩成果=list(entries), **values), ACHIEVEMENTS, topic)

    def test_totals_add_up(self):
        ruling = self.of("档案整理保管", entry("档案整理保管", 卷数="500"), entry("档案整理保管", 卷数="300"))
        assert ruling.answer == YES
        assert "卷数800卷" in ruling.why

    def test_volumes_and_items_do_not_make_up_for_each_other(self):
        entries = entry("档案整理保管", 卷数="700"), entry("档案整理保管", 件数="7000")
        assert self.of("档案整理保管", *entries).answer == NO

    def test_what_is_short_is_told(self):
        ruling = self.of("档案整理保管", entry("档案整理保管", 卷数="650"))
        assert "卷数还差150卷" in ruling.missing[0]

    def test_shares_do_not_add_up(self):
        halves = [entry("档案信息化", 项数="1", 数字化率="40")] * 2
        assert self.of("档案信息化", *halves).answer == NO

    def test_an_entry_that_fails_its_own_test_adds_nothing(self):
        failed = entry("建设项目档案", 项目数="5", 通过档案专项验收="否")
        assert self.of("建设项目档案", failed).answer == NO

    def test_an_entry_that_does_not_say_leaves_the_total_open(self):
        silent = entry("建设项目档案", 项目数="1")
        ruling = self.of("建设项目档案", silent, entry("建设项目档案", 项目数="0", 通过档案专项验收="是"))
        assert ruling.answer == UNKNOWN
        assert ruling.missing == ("没有写明通过档案专项验收",)

    def test_an_entry_may_count_for_two_conditions(self):
        both = entry("档案整理保管", 卷数="900", 种数="3") | {"对应条件": ["档案整理保管", "档案编研"]}
        assert article(librarian(业绩成果=[both]), ACHIEVEMENTS).answer == YES

    def test_a_list_that_it_stands_in_does_not_matter(self):
        prize = {"名称": "先进", "时间": "2020-1", "对应条件": "表彰", "级别": "县级"}
        case = librarian(
            业绩成果=[ELSE], 获奖情况=[prize], 论文著作=[paper(对应条件="档案宣传", 达到={"信息篇数": "2"})]
        )
        ruling = article(case, ACHIEVEMENTS)
        assert (part(ruling, "表彰").answer, part(ruling, "档案宣传").answer) == (YES, YES)
        assert ruling.answer == YES


class TestKOfN:
    """Two of nine: surely two, possibly two, surely fewer."""

    MET = entry("档案编研", 种数="9")
    OPEN = entry("档案利用服务")
    FAILED = entry("档案整理保管", 卷数="1")

    @pytest.mark.parametrize(
        ("entries", "answer"),
        [
            ([MET, entry("档案开发利用", 种数="1")], YES),
            ([MET, OPEN], UNKNOWN),
            ([OPEN, entry("建设项目档案", 项目数="1")], UNKNOWN),
            ([MET, FAILED], NO),
            ([OPEN, FAILED], NO),
            ([MET, FAILED, entry()], UNKNOWN),
            ([FAILED, ELSE], NO),
            ([], UNKNOWN),
        ],
    )
    def test_what_cannot_be_told_is_counted_as_such(self, entries, answer):
        assert article(librarian(业绩成果=entries, 获奖情况=None), ACHIEVEMENTS).answer == answer

    def test_an_entry_without_a_condition_leaves_its_list_open_and_names_itself(self):
        ruling = article(librarian(业绩成果=[self.MET, entry()], 获奖情况=None), ACHIEVEMENTS)
        assert part(ruling, "档案编研").answer == YES
        assert part(ruling, "执法检查").answer == UNKNOWN
        assert "业绩成果.第2项没有写明对应哪一条" in part(ruling, "执法检查").why

        assert "业绩成果.第2项的对应条件" in ruling.missing

    def test_a_condition_that_the_title_does_not_have_is_read_as_none(self):
        typo = entry("档案编硏", 种数="9")
        ruling = article(librarian(业绩成果=[entry("档案开发利用", 种数="1"), typo], 获奖情况=None), ACHIEVEMENTS)
        assert part(ruling, "档案编研").answer == UNKNOWN
        assert ruling.answer == UNKNOWN
        odd = paper(对应条件="档案宣专")
        assert article(librarian(论文著作=[odd]), WORKS).answer == UNKNOWN

    def test_it_does_not_leave_other_lists_open(self):
        case = librarian(业绩成果=[self.MET, entry()], 实践能力=[entry("授课", 授课量="1", 讲授一门档案业务课程="是")])
        assert article(case, PRACTICE).answer == NO

    def test_an_award_without_a_condition_may_be_a_commendation_and_no_sum(self):
        ruling = article(librarian(业绩成果=[ELSE], 获奖情况=[{"名称": "先进", "时间": "2020-1"}]), ACHIEVEMENTS)
        assert part(ruling, "表彰").answer == UNKNOWN
        assert part(ruling, "档案编研").answer == NO

    def test_the_assistants_conditions_are_all_left_to_the_committee(self):
        degrees = [{"学历": "本科", "毕业时间": "2015-6"}]
        for topic in ("档案业务", "档案信息化"):
            ruling = article(case_of("助理馆员", 学历学位=degrees, 业绩成果=[entry(topic)]), ACHIEVEMENTS)
            assert ruling.answer == UNKNOWN
            assert "由评审委员会评判" in part(ruling, topic).why


class TestRequired:
    """必备 is confirmed by the unit, or is not known."""

    @pytest.mark.parametrize(("said", "answer"), [("是", YES), ("否", NO), (None, UNKNOWN)])
    def test_it_binds_whatever_else_is_met(self, said, answer):
        confirmed = {"无档案安全责任事故": said} if said else None
        assert article(librarian(核实情况=confirmed), PRACTICE).answer == answer

    def test_of_a_paragraph_only_what_is_required_is_compared(self):
        ruling = article(case_of("管理员", 核实情况={"无档案安全责任事故": "是"}), PRACTICE)
        assert ruling.answer == YES
        assert ruling.parts[-1].left_to == "评审委员会"


class TestSince:
    """Only what was done since the title was obtained counts."""

    def of(self, when: str | None, obtained: str | None = "2018-11", **values: Any):
        present = {"名称": "助理馆员", "取得时间": obtained}
        case = librarian(
            现职称={k: v for k, v in present.items() if v}, 业绩成果=[entry("档案编研", when, 种数="9")], **values
        )
        return item(case, ACHIEVEMENTS, "档案编研")

    @pytest.mark.parametrize(
        ("when", "answer"),
        [
            ("2018-12", YES),
            ("2018-11-30", YES),
            ("2018-11", UNKNOWN),
            ("2018-10", NO),
            ("2018", UNKNOWN),
            (None, UNKNOWN),
        ],
    )
    def test_the_month_of_the_title_cannot_be_told(self, when, answer):
        assert self.of(when).answer == answer

    def test_what_came_before_is_named(self):
        assert "业绩成果.第1项在取得助理馆员以前，不算" in self.of("2018-10").why

    def test_without_the_day_of_the_title_nothing_is_told(self):
        assert self.of("2020-1", None).answer == UNKNOWN

    def test_a_doctor_without_the_title_is_told_that_the_beginning_is_open(self):
        doctor = [{"学历": "研究生", "学位": "管理学博士", "毕业时间": "2019-6"}]
        case = librarian(学历学位=doctor, 现职称=None)
        assert article(case, "学历资历").answer == YES
        for name in (PRACTICE, ACHIEVEMENTS, WORKS):
            assert article(case, name).answer == UNKNOWN
        assert "从何时算起无法判断" in item(case, ACHIEVEMENTS, "档案编研").why
        short = librarian(学历学位=doctor, 现职称=None, 业绩成果=[too_few()], 获奖情况=None)
        assert article(short, ACHIEVEMENTS).answer == NO

    @pytest.mark.parametrize(("when", "answer"), [("2021-6-30", YES), ("2021-7-1", NO), ("2021", UNKNOWN)])
    def test_a_cut_off_of_the_notice_ends_the_time(self, when, answer):
        case = librarian(year(results="2021-6-30"), 业绩成果=[entry("档案编研", when, 种数="9")])
        assert item(case, ACHIEVEMENTS, "档案编研").answer == answer


class TestWorks:
    """理论代表作 by the level of the unit."""

    def works(self, papers: list, level: str | None = "自治州", title: str = "馆员", **values: Any):
        return article(senior(title, PRESENT[title], 论文著作=papers, level=level, **values), WORKS)

    @pytest.mark.parametrize(
        ("papers", "prefecture", "county"),
        [
            ([paper()], YES, YES),
            ([paper(level="国家级")], YES, YES),
            ([paper(level="地、州、市级")], NO, YES),
            ([paper(level="县级")], NO, NO),
            ([paper(level=None)], UNKNOWN, UNKNOWN),
            ([paper(level="核心期刊")], UNKNOWN, UNKNOWN),
            ([paper(kind=None)], UNKNOWN, UNKNOWN),
            ([paper(when="2015-12")], NO, NO),
            ([paper("著作", None, 本人字数="5000")], YES, YES),
            ([paper("著作", None, 本人字数="3000")], NO, YES),
            ([paper("著作", None, 本人字数="2999")], NO, NO),
            ([paper("著作", None)], UNKNOWN, UNKNOWN),
            ([paper("著作", None, 本人字数="2500")] * 2, NO, NO),
            ([], NO, NO),
        ],
    )
    def test_of_a_librarian(self, papers, prefecture, county):
        assert self.works(papers).answer == prefecture
        for level in ("县市", "乡镇"):
            assert self.works(papers, level).answer == county

    @pytest.mark.parametrize(
        ("papers", "prefecture", "county"),
        [([paper()] * 3, YES, YES), ([paper()] * 2, NO, YES), ([paper()], NO, NO)],
    )
    def test_of_an_associate(self, papers, prefecture, county):
        assert self.works(papers, title="副研究馆员").answer == prefecture
        assert self.works(papers, "县市", title="副研究馆员").answer == county
        assert self.works(papers, None, title="副研究馆员").answer == (prefecture if prefecture == county else UNKNOWN)

    def test_a_project_that_stands_among_the_achievements_may_do(self):
        project = entry("科研项目", 下达单位级别="自治区级", 项数="1", 结题="是")
        assert self.works([], title="副研究馆员", 业绩成果=[project]).answer == YES
        assert self.works([], title="副研究馆员", 业绩成果=[entry()]).answer == UNKNOWN

    @pytest.mark.parametrize(
        ("papers", "answer"),
        [
            ([paper()] * 6, YES),
            ([paper()] * 5, NO),
            ([paper("著作", None, 本人字数="50000")] * 2, YES),
            ([paper("著作", None, 本人字数="50000"), paper("著作", None, 本人字数="49999")], NO),
            ([paper("著作", None, 本人字数="50000"), *[paper()] * 4], YES),
            ([paper("著作", None, 本人字数="50000"), *[paper()] * 3], NO),
            ([paper("著作", None), *[paper()] * 4], UNKNOWN),
            ([paper("著作", None, 本人字数="50000"), *[paper(level="县级")] * 4], NO),
        ],
    )
    def test_of_a_full_one(self, papers, answer):
        assert self.works(papers, title="研究馆员").answer == answer

    def test_a_prize_for_a_project_counts_by_its_level(self):
        for level, answer in (("自治区级", YES), ("地、州、市级", NO), (None, UNKNOWN)):
            prize = {"名称": "成果奖", "时间": "2020-1", "对应条件": "科研获奖"} | ({"级别": level} if level else {})
            assert self.works([], title="研究馆员", 获奖情况=[prize]).answer == answer

    def test_a_unit_that_no_group_is_for_is_told_nothing(self):
        case = senior("馆员", "助理馆员", level="自治州")
        scopes = tuple(
            scope.model_copy(update={"levels": ("自治区",) if "自治州" in scope.levels else scope.levels})
            for scope in case.criteria.unit_scopes
        )
        known = scopes[0].model_copy(update={"phrase": "另一种", "levels": ("自治州",), "unclear": ()})
        criteria = case.criteria.model_copy(update={"unit_scopes": (*scopes, known)})
        changed = type(case)(case.campaign, case.applicant, case.unit, criteria=criteria)
        assert article(changed, WORKS).answer == UNKNOWN


def test_a_recognised_special_result_may_stand_for_one_condition():
    special = entry("档案宣传", 宣传次数="0") | {"特殊成果": "标准规范"}
    case = librarian(业绩成果=[entry("档案编研", 种数="9"), special], 获奖情况=None, 论文著作=None)
    assert article(case, ACHIEVEMENTS).answer == UNKNOWN
    assert article(case, WORKS).answer == UNKNOWN
    assert "书面意见为准" in part(article(case, WORKS), "特殊成果").why
    assert article(librarian(业绩成果=[special], 获奖情况=None), ACHIEVEMENTS).answer == NO
    assert any("特殊成果" in note for note in judged(case).notes)


AMOUNTS = st.integers(0, 2000)
KEYED = st.one_of(
    st.builds(lambda n: entry("档案整理保管", 卷数=str(n)), AMOUNTS),
    st.builds(lambda n: entry("档案整理保管", 件数=str(n * 10)), AMOUNTS),
    st.builds(lambda n: entry("档案编研", 种数=str(n)), st.integers(0, 4)),
    st.builds(lambda n, r: entry("档案信息化", 项数=str(n), 数字化率=str(r)), st.integers(0, 2), st.integers(0, 100)),
    st.builds(
        lambda n, ok: entry("建设项目档案", 项目数=str(n), 通过档案专项验收=ok),
        st.integers(0, 2),
        st.sampled_from("是否"),
    ),
    st.builds(
        lambda when: entry("执法检查", when, 检查成绩="合格"), st.sampled_from(["2015-1", "2016-1", "2020-1", None])
    ),
    st.sampled_from([entry(), entry("档案利用服务"), entry("档案整理保管"), entry("建设项目档案", 项目数="1"), ELSE]),
)


@given(st.lists(KEYED, min_size=1, max_size=5), KEYED, st.sampled_from(["自治州", "县市", "乡镇", None]))
def test_more_to_show_never_makes_the_answer_worse(entries, more, level):
    def answers(listed):
        ruling = article(librarian(业绩成果=listed, 获奖情况=None, level=level), ACHIEVEMENTS)
        return [RANK[one.answer] for one in (ruling, *ruling.parts)]

    before, after = answers(entries), answers([*entries, more])
    assert all(one <= other for one, other in zip(before, after, strict=True))


@given(
    st.lists(st.integers(0, 3), min_size=3, max_size=3),
    st.integers(0, 2),
    st.sampled_from(["馆员", "副研究馆员", "研究馆员"]),
)
def test_one_paper_more_or_of_a_higher_level_never_makes_the_answer_worse(ranks, place, title):
    levels = ["县级", "地、州、市级", "自治区级", "国家级"]

    def answer(indexes):
        papers = [paper(level=levels[index]) for index in indexes]
        return RANK[article(senior(title, PRESENT[title], 论文著作=papers), WORKS).answer]

    higher = [min(rank + (index == place), 3) for index, rank in enumerate(ranks)]
    assert answer(ranks) <= answer(higher)
    assert answer(ranks) <= answer([*ranks, 3])
