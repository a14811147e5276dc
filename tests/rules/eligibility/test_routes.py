"""学历资历, route by route of the conditions of 2021, with the days on which years are full."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.eligibility.spans import years_later
from generator.rules.verdict import NO, UNKNOWN, YES
from tests.rules.eligibility.people import article, case_of, judged, librarian, part, since, year

BACHELOR = [{"学历": "本科", "毕业时间": "2000-7-1"}]
COLLEGE = [{"学历": "大专", "毕业时间": "2000-7-1"}]
SCHOOL = [{"学历": "高中", "毕业时间": "2000-7-1"}]
VOCATIONAL = [{"学历": "中专", "毕业时间": "2000-7-1"}]
MASTER = [{"学历": "研究生", "学位": "管理学硕士", "毕业时间": "2000-7-1"}]
DOCTOR = [{"学历": "研究生", "学位": "历史学博士", "毕业时间": "2000-7-1"}]


def held(name: str, day: str) -> dict:
    return {"名称": name, "取得时间": day}


def routes(title: str, degrees: list, present: dict | None, posts: list, until: str = "2021-12-31", **values):
    values = {"学历学位": degrees, "现职称": present, "工作经历": posts, **values}
    return article(case_of(title, year(until), **values), "学历资历")


# title, education, title held, years asked for: each route that counts time in post since the title held.
IN_POST = [
    ("助理馆员", COLLEGE, "管理员", 2),
    ("助理馆员", SCHOOL, "管理员", 4),
    ("馆员", MASTER, "助理馆员", 2),
    ("馆员", BACHELOR, "助理馆员", 4),
    ("馆员", COLLEGE, "助理馆员", 4),
    ("馆员", SCHOOL, "助理馆员", 7),
    ("副研究馆员", DOCTOR, "馆员", 2),
    ("副研究馆员", MASTER, "馆员", 5),
    ("副研究馆员", BACHELOR, "馆员", 5),
    ("研究馆员", BACHELOR, "副研究馆员", 5),
    ("研究馆员", DOCTOR, "副研究馆员", 5),
]
STARTS = [date(2014, 3, 31), date(2012, 2, 29), date(2016, 12, 31), date(2016, 2, 29), date(2015, 8, 1)]


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize(("title", "degrees", "present", "years"), IN_POST)
def test_years_in_post_are_full_on_the_day_and_not_the_day_before(title, degrees, present, years, start):
    full = years_later(start, years)
    short = routes(title, degrees, held(present, str(start)), since("2001-1-1"), str(full - timedelta(days=1)))
    exact = routes(title, degrees, held(present, str(start)), since("2001-1-1"), str(full))
    assert (short.answer, short.met_from) == (NO, full)
    assert (exact.answer, exact.met_from) == (YES, None)


@pytest.mark.parametrize(
    ("start", "years", "full"),
    [
        (date(2016, 2, 29), 4, date(2020, 2, 29)),
        (date(2016, 2, 29), 5, date(2021, 2, 28)),
        (date(2017, 2, 28), 3, date(2020, 2, 28)),
        (date(2016, 1, 31), 1, date(2017, 1, 31)),
        (date(9000, 1, 1), 2000, date.max),
    ],
)
def test_a_year_is_full_on_the_corresponding_day_or_the_months_last(start, years, full):
    assert years_later(start, years) == full


@pytest.mark.parametrize(
    ("degrees"), [MASTER, BACHELOR, [{"学历": "函授本科学习", "学位": "学士", "毕业时间": "2000-7"}]]
)
def test_assistant_by_degree_needs_a_year_in_post_and_no_title(degrees):
    assert routes("助理馆员", degrees, None, since("2020-12-31")).answer == YES
    assert routes("助理馆员", degrees, None, since("2021-1-1")).answer == NO


@pytest.mark.parametrize("degrees", [COLLEGE, SCHOOL, VOCATIONAL, [{"学历": "技校", "毕业时间": "2000-7"}], BACHELOR])
def test_the_lowest_title_needs_a_year_in_the_profession(degrees):
    assert routes("管理员", degrees, None, since("2020-12-31")).answer == YES
    assert routes("管理员", degrees, None, since("2021-1-1")).answer == NO


def test_a_doctor_needs_no_title_to_become_librarian():
    assert routes("馆员", DOCTOR, None, since("2021-11-1")).answer == YES


@pytest.mark.parametrize(
    ("title", "degrees", "present"),
    [
        ("助理馆员", COLLEGE, None),
        ("馆员", MASTER, None),
        ("馆员", BACHELOR, held("管理员", "2001-1-1")),
        ("副研究馆员", COLLEGE, held("馆员", "2001-1-1")),
        ("副研究馆员", DOCTOR, held("助理馆员", "2001-1-1")),
        ("研究馆员", COLLEGE, held("副研究馆员", "2001-1-1")),
        ("研究馆员", BACHELOR, held("馆员", "2001-1-1")),
        ("馆员", [{"学历": "高中"}], None),
    ],
)
def test_what_no_route_allows_is_not_met_however_long(title, degrees, present):
    assert routes(title, degrees, present, since("2001-1-1")).answer == NO


def test_a_title_named_with_its_series_or_in_brackets_is_the_same_title():
    for name in ("档案助理馆员", "助理馆员（档案）", " 助理馆员"):
        assert routes("馆员", BACHELOR, held(name, "2010-1-1"), since("2001-1-1")).answer == YES


def test_a_title_that_the_conditions_do_not_know_cannot_be_compared():
    ruling = routes("馆员", BACHELOR, held("工程师", "2010-1-1"), since("2001-1-1"))
    assert ruling.answer == UNKNOWN
    assert "“工程师”不是本条件中的职称" in ruling.why


def test_a_higher_title_leaves_open_since_when_the_lower_was_held():
    assert routes("馆员", BACHELOR, held("馆员", "2019-1-1"), since("2001-1-1")).answer == UNKNOWN


class TestCountyRoute:
    """第十条（一）3: 18 or 22 years in the profession and five since the title, in units of the county and below."""

    def route(self, degrees=COLLEGE, present="2016-12-31", posts=None, level="县市", **values):
        posts = posts or since("2001-1-1")
        return routes("副研究馆员", degrees, held("馆员", present), posts, level=level, **values)

    @pytest.mark.parametrize(
        ("level", "answer"),
        [("乡镇", YES), ("县市", YES), ("自治州", NO), ("自治区", NO), (None, UNKNOWN), ("县", UNKNOWN)],
    )
    def test_it_is_for_the_units_that_it_names(self, level, answer):
        assert self.route(level=level).answer == answer

    def test_college_asks_for_eighteen_years_and_vocational_school_for_twenty_two(self):
        assert self.route(COLLEGE, posts=since("2003-12-31")).answer == YES
        assert self.route(COLLEGE, posts=since("2004-1-1")).answer == NO
        old = [{"学历": "中专", "毕业时间": "1990-7"}]
        assert self.route(old, posts=since("1999-12-31")).answer == YES
        assert self.route(old, posts=since("2000-1-1")).answer == NO

    def test_the_title_alone_is_counted_and_not_the_time_in_post(self):
        away = {"起": "2019-1-1", "止": "2021-12-1", "单位": "别处", "从事本专业": "否"}
        posts = [{"起": "1998-1-1", "止": "2018-12-31", "单位": "馆", "从事本专业": "是"}, away]
        degrees = [{"学历": "大专", "毕业时间": "1997-7"}]
        assert self.route(degrees, posts=posts).answer == YES
        assert self.route(degrees, present="2017-1-1", posts=posts).answer == NO

    @pytest.mark.parametrize(
        ("education", "answer"), [("中等专科", YES), ("职高", UNKNOWN), ("技校", UNKNOWN), ("高中", NO)]
    )
    def test_only_vocational_school_is_vocational_school(self, education, answer):
        ruling = self.route([{"学历": education, "毕业时间": "1990-7"}], posts=since("1995-1-1"))
        assert ruling.answer == answer

    def test_years_stated_stand_where_there_are_no_posts_and_leave_open_what_differs(self):
        stated = {"学历学位": COLLEGE, "现职称": held("馆员", "2010-1"), "level": "乡镇", "工作经历": None}
        for years, answer in (("18", YES), ("17", NO), (None, UNKNOWN)):
            case = case_of("副研究馆员", **stated, 从事本专业年限=years)
            assert article(case, "学历资历").answer == answer
        assert self.route(posts=since("2005-1-1"), 从事本专业年限="18").answer == UNKNOWN
        assert self.route(从事本专业年限="20").answer == YES


class TestDates:
    """Dates without a day, gaps, and what was served before the education."""

    def years(self, present="2017-12-31", posts=None, until="2021-12-31", degrees=BACHELOR):
        return routes("馆员", degrees, held("助理馆员", present), posts or since("2001-1-1"), until)

    @pytest.mark.parametrize(
        ("present", "answer"), [("2017-11", YES), ("2017-12", YES), ("2018-1", NO), ("2017", YES), ("2018", NO)]
    )
    def test_a_month_is_compared_by_its_first_and_last_day(self, present, answer):
        assert self.years(present).answer == answer

    @pytest.mark.parametrize(("present", "full"), [("2017-12", date(2021, 12, 31)), ("2017", date(2021, 12, 31))])
    def test_what_depends_on_the_day_cannot_be_told(self, present, full):
        ruling = self.years(present, until="2021-12-15")
        assert ruling.answer == UNKNOWN
        assert ruling.met_from == full

    def test_posts_that_follow_each_other_are_one_time(self):
        before = {"起": "2017-12-31", "止": "2019-6", "单位": "甲", "从事本专业": "是"}
        assert self.years(posts=since("2019-7", before)).answer == YES
        assert self.years(posts=since("2019-6", before)).answer == YES

    def test_a_gap_is_not_counted(self):
        before = {"起": "2017-12-31", "止": "2019-6-30", "单位": "甲", "从事本专业": "是"}
        ruling = self.years(posts=since("2019-7-31", before))
        assert ruling.answer == NO
        assert ruling.met_from == date(2022, 1, 30)

    def test_a_post_that_has_ended_counts_its_last_day(self):
        def ended(last):
            return [{"起": "2017-12-31", "止": last, "单位": "甲", "从事本专业": "是"}]

        assert self.years("2017-1-1", ended("2021-12-30")).answer == YES
        assert self.years("2017-1-1", ended("2021-12-29")).answer == NO

    def test_time_in_two_posts_at_once_counts_once(self):
        beside = {"起": "2018-12-31", "止": "2021-1-1", "单位": "甲", "从事本专业": "是"}
        assert self.years("2017-1-1", since("2018-12-31", beside)).answer == NO

    def test_other_work_is_not_time_in_post(self):
        other = {"起": "2001-1-1", "止": "2018-12-31", "单位": "甲", "从事本专业": "否"}
        assert self.years("2010-1-1", since("2019-1-1", other)).answer == NO

    def test_nobody_is_told_that_years_are_short_where_no_post_is_marked(self):
        posts = [{"起": "2001-1", "止": "至今", "单位": "甲"}]
        ruling = self.years(posts=posts)
        assert ruling.answer == UNKNOWN
        assert "从事本专业: 是" in ruling.why

    def test_time_before_the_education_decides_nothing(self):
        degrees = [{"学历": "本科", "毕业时间": "2019-7-1"}]
        ruling = self.years("2015-1-1", degrees=degrees)
        assert ruling.answer == UNKNOWN
        assert "取得学历以前" in ruling.why
        assert ruling.met_from == date(2023, 7, 1)
        assert self.years("2019-1-1", degrees=degrees).answer == NO
        assert self.years("2015-1-1", degrees=[*COLLEGE, *degrees]).answer == YES

    def test_without_the_day_of_the_education_or_title_nothing_is_told(self):
        no_day = [{"学历": "本科"}]
        assert self.years(degrees=no_day).answer == UNKNOWN
        assert self.years("2019-1-1", degrees=no_day).answer == NO
        ruling = routes("馆员", BACHELOR, {"名称": "助理馆员"}, since("2001-1-1"))
        assert ruling.answer == UNKNOWN
        assert "现职称的取得时间" in ruling.missing

    def test_education_not_yet_obtained_is_not_held(self):
        assert self.years("2010-1-1", degrees=[{"学历": "本科", "毕业时间": "2022-1"}]).answer == NO
        assert routes("馆员", [{"学历": "研究生", "学位": "博士", "毕业时间": "2021-12"}], None, []).answer == YES


class TestUntilWhen:
    """Without a cut-off in the notice: from the first day of applying to the end of the year."""

    @pytest.mark.parametrize(
        ("present", "answer"), [("2017-9-1", YES), ("2017-9-2", UNKNOWN), ("2017-12-31", UNKNOWN), ("2018-1-1", NO)]
    )
    def test_what_depends_on_the_day_cannot_be_told(self, present, answer):
        case = librarian(year(None), 现职称=held("助理馆员", present))
        assert article(case, "学历资历").answer == answer
        assert any("没有写明年限算到哪一天" in note for note in judged(case).notes)

    def test_a_stated_day_is_told_in_the_reasons_and_nothing_is_assumed(self):
        case = librarian(year("2021-10-31"))
        assert not any("没有写明年限" in note for note in judged(case).notes)
        assert "算到2021年10月31日" in article(case, "学历资历").why

    def test_a_cut_off_that_names_no_day_is_taken_at_both_ends(self):
        case = librarian(year("2021"), 现职称=held("助理馆员", "2017-6-1"))
        assert article(case, "学历资历").answer == UNKNOWN

    def test_the_round_of_the_track_gives_the_first_day(self):
        windows = [
            {"适用": ["评审"], "网上申报": {"起": "2021-9-1", "止": "2021-9-30"}},
            {"适用": ["授予"], "网上申报": {"起": "2021-10-1", "止": "2022-1-20"}},
        ]
        for track, answer in (("评审", UNKNOWN), ("授予", YES)):
            case = librarian(year(None, windows=windows), 现职称=held("助理馆员", "2017-10-1"), track=track)
            assert article(case, "学历资历").answer == answer

    def test_a_cut_off_of_something_else_is_not_that_of_the_years(self):
        case = librarian(year(None, results="2021-6-30"))
        assert any("没有写明年限" in note for note in judged(case).notes)


def test_missing_degrees_are_asked_for_and_not_failed():
    ruling = routes("馆员", [], held("助理馆员", "2010-1-1"), since("2001-1-1"))
    assert ruling.answer == UNKNOWN
    assert "学历学位" in ruling.missing


def test_words_that_are_on_no_scale_are_not_guessed():
    degrees = [{"学历": "硕士研究生班结业", "毕业时间": "2000-7"}]
    ruling = routes("馆员", degrees, held("助理馆员", "2010-1-1"), since("2001-1-1"))
    assert ruling.answer == UNKNOWN
    assert "硕士研究生班结业" in ruling.why


def test_of_several_routes_the_nearest_is_told():
    ruling = routes("馆员", BACHELOR, held("助理馆员", "2019-5-1"), since("2001-1-1"))
    assert ruling.why.startswith("第3种情形：任职2年7个月")
    assert ruling.met_from == date(2023, 5, 1)
    assert part(ruling, "第3种").sentence.startswith("具备大学本科学历")
    ruling = routes("馆员", BACHELOR, None, since("2001-1-1"))
    assert ruling.why.startswith("第3种情形：没有写现职称")


DAYS = st.dates(date(2004, 1, 1), date(2021, 12, 31))


@given(st.sampled_from(IN_POST), DAYS, DAYS, st.booleans())
def test_whoever_is_told_a_day_meets_the_condition_on_that_day(route, obtained, started, by_month):
    title, degrees, present, _ = route
    form = "%Y-%m" if by_month else "%Y-%m-%d"
    present, posts = held(present, obtained.strftime(form)), since(started.strftime(form))
    ruling = routes(title, degrees, present, posts, "2021-12-31")
    if ruling.answer == YES:
        return
    assert routes(title, degrees, present, posts, str(ruling.met_from)).answer == YES
    assert routes(title, degrees, present, posts, str(ruling.met_from - timedelta(days=1))).answer != YES
