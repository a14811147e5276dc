"""Who is exempt from continuing education, under each campaign, for which years, and who reviews it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.exemption import SUBJECTS, required_training_years, training_exemption
from generator.rules.exemption_services import touches
from generator.rules.verdict import NO, UNKNOWN, YES
from tests.rules.people import CAMPAIGNS, VILLAGE, person, service

OF_2021 = ["archives-2021", "culture-2021", "news-2021"]
SCHOOL, TEMPLE = "南疆学前双语教育干部支教", "驻村管寺"


def exemption(*services, campaign="archives-2024", **values):
    return training_exemption(person(campaign, *services, **values))


# Which years: boundaries of the service

SPANS = [
    # start, end, years exempted for certain, years that nobody can tell, of 2020 to 2024 (archives 2024, 中级)
    ("2024-1", "至今", (2024,), ()),
    ("2024-12", "至今", (2024,), ()),
    ("2019-9", "2020-1", (2020,), ()),
    ("2019-9", "2019-12", (), ()),
    ("2019-9", "2020-7", (2020,), ()),
    ("2022-1", "2022-12", (2022,), ()),
    ("2021-12", "2023-1", (2021, 2022, 2023), ()),
    ("2018-3", "至今", (2020, 2021, 2022, 2023, 2024), ()),
    ("2024", "2024", (2024,), ()),
    ("2022-3", None, (2022,), (2023, 2024)),
    (None, "2022-3", (2022,), (2020, 2021)),
    (None, "至今", (2024,), (2020, 2021, 2022, 2023)),
    (None, None, (), (2020, 2021, 2022, 2023, 2024)),
]


@pytest.mark.parametrize(("start", "end", "certain", "doubtful"), SPANS)
def test_the_years_are_those_that_the_service_touches(start, end, certain, doubtful):
    found = exemption(service(VILLAGE, start, end))
    assert (found.years, found.open_years) == (certain, doubtful)
    assert found.answer == (YES if certain else UNKNOWN if doubtful else NO)


@pytest.mark.parametrize("campaign", OF_2021)
@pytest.mark.parametrize(
    ("start", "end", "answer"),
    [
        ("2021-1", "至今", YES),
        ("2020-3", "2021-1", YES),
        ("2020-3", "2020-12", NO),
        ("2022-1", "至今", NO),
        ("2019-1", None, UNKNOWN),
        (None, "2021-3", YES),
        (None, "至今", YES),
    ],
)
def test_in_2021_the_current_year_only_is_exempted(campaign, start, end, answer):
    found = exemption(service(VILLAGE, start, end), campaign=campaign)
    assert found.answer == answer
    assert found.years == ((2021,) if answer == YES else ())
    assert found.open_years == ((2021,) if answer == UNKNOWN else ())


@given(first=st.integers(2015, 2024), length=st.integers(0, 5), year=st.integers(2015, 2024))
def test_a_service_with_both_dates_touches_a_year_or_not(first, length, year):
    case = person("archives-2024", service(VILLAGE, f"{first}-6", f"{first + length}-2" if length else f"{first}-6"))
    answer = touches(case.applicant.exempt_services[0], year, case.campaign)
    assert answer == (YES if first <= year <= first + length else NO)


# Which services


@pytest.mark.parametrize(
    ("campaign", "kind", "answer"),
    [
        ("archives-2024", TEMPLE, YES),
        ("archives-2024", SCHOOL, YES),
        ("archives-2024", "内地服务管理", UNKNOWN),  # 表名作“……驻村等”
        ("archives-2021", TEMPLE, YES),
        ("archives-2021", "内地服务管理", YES),
        ("archives-2021", "深度贫困村第一书记", YES),
        ("archives-2021", "三支一扶", UNKNOWN),  # 列举之后有“等”字
        ("archives-2021", SCHOOL, UNKNOWN),  # 通知作“南疆学前教育支教”
        ("culture-2021", "内地服务管理", YES),
        ("culture-2021", TEMPLE, NO),
        ("culture-2021", "专项工作", NO),  # 只免于答辩
        ("culture-2021", "三支一扶", NO),
        ("news-2021", TEMPLE, YES),
        ("news-2021", "抽调到州“访惠聚”办公室", YES),
    ],
)
def test_each_campaign_has_its_own_list(campaign, kind, answer):
    found = exemption(service(kind, f"{CAMPAIGNS[campaign].year}-1"), campaign=campaign)
    assert found.answer == answer
    assert kind in found.why


def test_who_has_stated_no_service_is_not_exempt():
    found = exemption()
    assert (found.answer, found.why, found.years, found.reviewer) == (NO, "没有填写“免学经历”", (), "")


def test_where_the_campaign_says_nothing_nobody_can_tell():
    year = CAMPAIGNS["archives-2024"].model_copy(update={"exemption": None})
    assert exemption(service(), campaign=year).answer == UNKNOWN


def test_working_in_a_county_that_exempts_from_the_defence_exempts_from_no_learning():
    assert exemption(unit={"名称": "若羌县某某档案馆", "所在县市": "若羌县"}).answer == NO


def test_one_service_that_counts_is_enough_and_the_others_keep_their_answers():
    found = exemption(service("三支一扶", "2021-1", "2021-12"), service(VILLAGE, "2023-1", "2023-12"))
    assert found.answer == YES
    assert [one.answer for one in found.services] == [UNKNOWN, YES]
    assert (found.years, found.open_years) == ((2023,), (2021,))
    assert "三支一扶" not in found.why
    assert [found.covers(year, "公需科目") for year in (2020, 2021, 2023)] == [NO, UNKNOWN, YES]


# Conditions, subjects, years that cannot be read


@pytest.mark.parametrize(
    ("campaign", "track", "answer"),
    [
        ("culture-2021", "评审", YES),
        ("culture-2021", "初次确定", UNKNOWN),  # 规定作“当年申报……评审”
        ("culture-2021", None, UNKNOWN),
        ("news-2021", None, YES),  # 本年度只有评审
        ("archives-2021", "初次确定", YES),  # 没有条件
    ],
)
def test_a_condition_on_the_track_is_asked_of_the_applicants_track(campaign, track, answer):
    found = exemption(service(VILLAGE, "2021-1"), campaign=campaign, track=track)
    assert found.answer == answer
    assert ("规定的条件是" in found.why) == (answer == UNKNOWN)


def changed(**update):
    campaign = CAMPAIGNS["archives-2021"]
    clause = campaign.training.exemption.model_copy(update=update)
    return campaign.model_copy(update={"training": campaign.training.model_copy(update={"exemption": clause})})


@pytest.mark.parametrize("words", ["当年", "申报当年", "本年度"])
def test_words_for_the_current_year_are_read(words):
    assert exemption(service(start="2021-1"), campaign=changed(years=words)).years == (2021,)


@pytest.mark.parametrize("words", ["服务期内各年度", "近三年"])
def test_of_other_words_for_the_years_nothing_is_made(words):
    found = exemption(service(start="2021-1"), campaign=changed(years=words))
    assert (found.answer, found.years) == (UNKNOWN, ())
    assert f"“{words}”" in found.why


def test_only_the_subjects_that_the_campaign_names_are_exempted():
    found = exemption(service(start="2021-1"), campaign=changed(subjects=("公需科目",)))
    assert found.subjects == ("公需科目",)
    assert (found.covers(2021, "公需科目"), found.covers(2021, "专业科目")) == (YES, NO)
    assert exemption(service(start="2021-1"), campaign=changed(subjects=())).subjects == SUBJECTS


def test_a_condition_that_only_people_can_judge_is_left_to_them():
    assert exemption(service(start="2021-1"), campaign=changed(only_if="经组织选派")).answer == UNKNOWN


def test_the_years_wanted_are_those_of_the_applicants_level():
    assert required_training_years(CAMPAIGNS["archives-2024"], "初级") == (2023, 2024)
    assert required_training_years(CAMPAIGNS["archives-2024"], "中级") == (2020, 2021, 2022, 2023, 2024)
    assert required_training_years(CAMPAIGNS["culture-2021"], "中级") == ()
    assert exemption(service(start="2022-1", end="2022-12"), level="初级").answer == NO


# Who reviews it


@pytest.mark.parametrize(
    ("kind", "end", "reviewer"),
    [
        (VILLAGE, "至今", "同级“访惠聚”办公室"),
        ("抽调到州“访惠聚”办公室", "至今", "同级“访惠聚”办公室"),
        (TEMPLE, "至今", "同级党委统战部或南疆四地州学前双语教育干部支教工作领导小组办公室"),
        (SCHOOL, "至今", "同级党委统战部或南疆四地州学前双语教育干部支教工作领导小组办公室"),
        (VILLAGE, "2024-6", "原派驻单位所属的地州市或自治区区属主管单位"),
        (TEMPLE, "2024-6", "原派驻单位所属的地州市或自治区区属主管单位"),
        ("三支一扶", "至今", ""),
    ],
)
def test_the_reviewing_body_follows_the_service_and_whether_it_still_runs(kind, end, reviewer):
    assert exemption(service(kind, end=end)).reviewer == reviewer


def test_a_procedure_in_steps_names_the_reviewing_body_last():
    assert exemption(service(start="2021-1"), campaign="culture-2021").reviewer == "所在县市人力资源和社会保障局"
    assert exemption(service(start="2021-1"), campaign="archives-2021").reviewer == ""


def test_the_structured_notes_use_the_words_of_the_prescribed_ones():
    form = CAMPAIGNS["archives-2024"].exemption
    for row in form.reviewed_by:
        note = form.notes[int(row.source.removeprefix("注")) - 1]
        assert row.body in note
        for words in (*row.services, *row.called):
            assert all(part in note for part in words.removesuffix("）").split("（")), words
