"""Columns that must not stay empty, and what is written in the place of 无."""

import pytest

from generator.rules.blanks import blank_findings
from tests.rules.making import told
from tests.rules.people import CAMPAIGNS, person

DONE = [{"内容": "整理档案"}]


@pytest.mark.parametrize(
    ("campaign", "stated", "fields"),
    [
        ("archives-2021", {}, ["实践能力", "业绩成果"]),
        ("archives-2021", {"业绩成果": DONE}, ["实践能力"]),
        ("archives-2021", {"业绩成果": DONE, "实践能力": DONE}, []),
        ("culture-2021", {}, ["实践能力", "实践能力"]),
        ("news-2021", {"实践能力": DONE}, []),
        ("archives-2024", {}, []),
    ],
)
def test_the_columns_that_the_year_names_are_not_left_out(campaign, stated, fields):
    found = blank_findings(person(campaign, **stated))
    assert told(found) == [("column-never-empty", "hint", field) for field in fields]
    assert all("填“无”" in one.remedy for one in found)


@pytest.mark.parametrize("mark", ["/", "／", "—", "——", "-", "N/A", "暂无", " 无。 "])
def test_a_mark_in_the_place_of_nothing_is_a_warning(mark):
    assert told(blank_findings(person(从事专业=mark))) == [("blank-stand-in", "warning", "从事专业")]


@pytest.mark.parametrize("text", ["无", "档案管理", "无锡档案整理", "A-B"])
def test_words_are_none(text):
    assert blank_findings(person(从事专业=text)) == []


def test_nothing_written_as_an_item_of_a_list_would_count_as_one():
    assert told(blank_findings(person(论文著作=[{"题目": "无"}]))) == [
        ("blank-stand-in", "warning", "论文著作.第1项.题目")
    ]


def test_marks_are_found_inside_records_and_lists():
    case = person(
        现职称={"名称": "/"},
        学历学位=[{"学历": "本科", "学位": "暂无"}],
        工作经历=[{"起": "2020", "止": "至今", "单位": "-"}],
    )
    assert {finding.field for finding in blank_findings(case)} == {
        "现职称.名称",
        "学历学位.第1项.学位",
        "工作经历.第1项.单位",
    }


def test_every_column_that_the_campaigns_name_is_known():
    for name in ("archives-2021", "culture-2021", "news-2021"):
        assert len(blank_findings(person(name))) == len(CAMPAIGNS[name].platform.never_empty)


def test_nothing_is_said_without_an_applicant():
    case = person()
    assert blank_findings(type(case)(CAMPAIGNS["archives-2021"])) == []
