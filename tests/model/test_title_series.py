"""The table of title names: what it finds, and that it says what its reference says."""

import re

import pytest
import yaml

from generator.loading.title_series import load_title_series
from generator.model.title_series import LEVELS, levels_called, plain_title
from tests.support import CHECKOUT

TABLE = load_title_series()
REFERENCE = CHECKOUT.parent / "shared" / "reference" / "title_series.yaml"
ENGLISH = dict(zip(("zhenggao", "fugao", "zhong", "zhuli", "yuan"), LEVELS, strict=True))


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("档案", "档案专业人员"),
        ("档案系列", "档案专业人员"),
        ("档案专业人员", "档案专业人员"),
        ("文博", "文物博物专业人员"),
        ("工程", "工程技术人员"),
        ("卫生系列", "卫生技术人员"),
        ("船舶", "船舶专业技术人员"),
        ("实验", "实验技术人才"),
        ("社会科学研究", "哲学社会科学研究人员"),
    ],
)
def test_a_series_is_found_by_what_notices_call_it(called, name):
    assert TABLE.find(called).name == name


@pytest.mark.parametrize("called", ["文化", "群众文化", "机械电子", "示例", ""])
def test_other_names_are_no_series(called):
    assert TABLE.find(called) is None


def test_local_names_lead_to_a_series_of_the_table_or_to_none():
    assert TABLE.find_local("群众文化专业").belongs_to == "图书资料专业人员"
    assert TABLE.find_local("政工").belongs_to is None
    assert all(TABLE.find(one.belongs_to) for one in TABLE.local if one.belongs_to)


def test_no_two_series_go_by_one_name():
    assert [TABLE.find(name).name for one in TABLE.series for name in (one.name, *one.also)] == [
        one.name for one in TABLE.series for _ in (one.name, *one.also)
    ]


@pytest.mark.parametrize(
    ("word", "levels"),
    [
        ("中级", ("中级",)),
        ("中", ("中级",)),
        ("初级", ("助理级", "员级")),
        ("初级（士）", ("助理级", "员级")),
        ("高级", ("正高级", "副高级")),
        ("副高级职称", ("副高级",)),
        ("正高", ("正高级",)),
        ("员级", ("员级",)),
        ("十级", ()),
        ("", ()),
    ],
)
def test_a_level_is_known_by_what_notices_call_it(word, levels):
    assert levels_called(word) == levels


@pytest.mark.parametrize(
    ("written", "plain"), [("馆 员", "馆员"), ("初级司法鉴定人(物证类)", "初级司法鉴定人"), ("（无）", "(无)")]
)
def test_spaces_and_brackets_do_not_belong_to_a_title(written, plain):
    assert plain_title(written) == plain


def test_a_title_of_several_series_stands_in_each():
    assert {(one.series, one.level) for one in TABLE.standings("编辑")} == {
        ("新闻专业人员", "中级"),
        ("出版专业人员", "中级"),
    }
    assert TABLE.standings("中级编辑") == ()


def test_a_series_with_a_row_that_nobody_read_is_not_settled():
    assert TABLE.find("档案").settled
    assert not TABLE.find("技工院校教师").settled
    assert not TABLE.find("经济").settled


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference stands beside the checkout, not in it")
def test_the_table_says_what_its_reference_says():
    wanted = yaml.safe_load(REFERENCE.read_text("utf-8"))["series"]
    assert [one.name for one in TABLE.series] == [one["name"] for one in wanted]
    for one, series in zip(wanted, TABLE.series, strict=True):
        assert series.verified == one["status"].startswith("verified")
        assert series.settled <= (one["status"] == "verified")
        found = {level: set(series.names(level)) for level in LEVELS}
        rows = one.get("titles", [])
        if "pattern" in one:
            rows = [
                {key: prefix and prefix.replace("X", kind) for key, prefix in one["pattern"].items()}
                for kind in one["X"]
            ]
        for row in rows:
            for key, level in ENGLISH.items():
                assert set(_names(row[key])) <= found[level], (series.name, level)


def _names(written: str | None) -> list[str]:
    """主治（主管）医师 and 一级摄影（摄像）师 are two names each."""
    if not written:
        return []
    return [re.sub(r"（.*）", "", written), re.sub(r".{2}（(.*)）", r"\1", written)]
