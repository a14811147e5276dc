"""What a list costs: a fee for each track and level, summed by unit; not stated is not free."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.fees import fee_each, fees_by_unit, people_by_level
from generator.text import grouped
from tests.documents.variants import changed
from tests.rules.making import CAMPAIGN, member

TRACKS, LEVELS = ("评审", "初次确定", "授予", None), ("中级", "初级")
# As the archives notice of 2021 has them; it states none for 授予初级.
RATES = [
    {"适用": ["评审"], "级别": "中级", "每人金额": 380},
    {"适用": ["评审"], "级别": "初级", "每人金额": 220},
    {"适用": ["初次确定"], "级别": "初级", "每人金额": 100},
    {"适用": ["初次确定", "授予"], "级别": "中级", "每人金额": 380},
]


def charging(*rates: dict) -> Campaign:
    return changed(CAMPAIGN, {"费用": {"收取": "收取", "标准": list(rates)}})


def one(track: str | None, level: str, unit: str | None = None) -> Case:
    application = {"系列": "档案", "专业": "档案", "级别": level, **({"申报类型": track} if track else {})}
    return member("张三", unit={"名称": unit} if unit else None, 申报=application)


def fee(campaign: Campaign, track: str | None, level: str) -> int | None:
    return fee_each(campaign, one(track, level).applicant.application)


@pytest.mark.parametrize(
    ("track", "level", "amount"),
    [
        ("评审", "中级", 380),
        ("评审", "初级", 220),
        ("初次确定", "初级", 100),
        ("授予", "中级", 380),
        ("授予", "初级", None),
        (None, "初级", None),
    ],
)
def test_the_fee_is_that_of_the_track_and_the_level(track, level, amount):
    assert fee(charging(*RATES), track, level) == amount


def test_a_rate_that_names_more_wins_over_one_that_names_less():
    campaign = charging(
        {"每人金额": 1}, {"级别": "中级", "每人金额": 2}, {"适用": ["授予"], "级别": "中级", "每人金额": 3}
    )
    found = [fee(campaign, track, level) for track, level in (("评审", "初级"), ("评审", "中级"), ("授予", "中级"))]
    assert found == [1, 2, 3]
    assert fee(campaign, None, "中级") == 2


def test_of_two_amounts_that_fit_alike_neither_is_taken():
    campaign = charging({"级别": "中级", "每人金额": 380}, {"适用": ["评审"], "每人金额": 220})
    assert fee(campaign, "评审", "中级") is None
    assert fee(campaign, "授予", "中级") == 380


def test_free_is_a_value_and_not_stated_is_none():
    assert fee(changed(CAMPAIGN, {"费用": {"收取": "不收取"}}), "评审", "中级") == 0
    assert fee(changed(CAMPAIGN, {"费用": {"收取": "未写明"}}), "评审", "中级") is None


def test_units_come_in_the_order_of_the_list_and_their_people_in_that_of_the_campaign():
    roster = [one("授予", "初级", "乙馆"), one("评审", "初级", "甲馆"), one("评审", "中级", "乙馆")]
    campaign = charging(*RATES)
    assert [unit.name for unit in fees_by_unit(campaign, roster)] == ["乙馆", "甲馆"]
    [first, _] = fees_by_unit(campaign, roster)
    assert [(line.track, line.level, line.people, line.each) for line in first.lines] == [
        ("评审", "中级", 1, 380),
        ("授予", "初级", 1, None),
    ]
    assert (first.people, first.amount, first.untold) == (2, 380, 1)
    assert people_by_level(campaign, roster) == {"中级": 1, "初级": 2}


people = st.lists(
    st.builds(one, st.sampled_from(TRACKS), st.sampled_from(LEVELS), st.sampled_from(["甲馆", "乙馆", None]))
)
rates = st.lists(
    st.builds(
        lambda tracks, level, amount: {"适用": tracks, "每人金额": amount, **({"级别": level} if level else {})},
        st.lists(st.sampled_from(TRACKS[:3]), max_size=2, unique=True),
        st.sampled_from([*LEVELS, None]),
        st.integers(0, 10**6),
    ),
    min_size=1,
    max_size=4,
)


@given(people, rates)
def test_the_sums_of_the_units_are_the_sum_of_the_people(roster, stated):
    campaign = charging(*stated)
    units = fees_by_unit(campaign, roster)
    each = [fee_each(campaign, case.applicant.application) for case in roster]
    assert sum(unit.amount for unit in units) == sum(amount or 0 for amount in each)
    assert sum(unit.untold for unit in units) == each.count(None)
    assert sum(unit.people for unit in units) == sum(people_by_level(campaign, roster).values()) == len(roster)


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (380, "380"), (9999, "9999"), (10000, "10,000"), (1234567, "1,234,567")]
)
def test_thousands_are_parted_from_five_digits_on(number, written):
    assert grouped(number) == written
