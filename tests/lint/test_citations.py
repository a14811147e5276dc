"""Numbers of documents: brackets, year, number, and the order of title and number."""

import pytest

from generator.lint import lint
from tests.lint.tools import found, items


@pytest.mark.parametrize("brackets", ["[]", "()", "（）", "【】", "［］", "﹝﹞", "〔]"])
def test_the_year_of_a_document_stands_in_hexagonal_brackets_only(brackets):
    written = f"{brackets[0]}2022{brackets[1]}27号"
    assert ("PUNC-01", written, "〔2022〕27号") in found(f"按照新人社发{written}执行。")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[2021] 5 号", "〔2021〕5号"),
        ("（2021）第05号", "〔2021〕5号"),
        ("〔2021〕第5号", "〔2021〕5号"),
        ("〔2021〕005号", "〔2021〕5号"),
        ("〔21〕5号", "年份标全称"),
    ],
)
def test_the_number_has_neither_ordinal_nor_leading_zeros(written, expected):
    assert (written, expected) in [each[1:] for each in found(f"按照新档发{written}文件执行。")]


def test_who_wrote_a_short_year_is_sent_to_the_document_itself():
    assert [each.remedy for each in lint("按照新档发〔21〕5号文件执行。")] == ["请对照所引文件的原件写全年份"]


def test_the_number_follows_the_title():
    assert items("按照人社部发〔2024〕56号《职称评审监管暂行办法》执行。") == ["PUNC-19"]


@pytest.mark.parametrize(
    "text",
    [
        "按照《职称评审监管暂行办法》（人社部发〔2024〕56号）执行。",
        "按照《专业技术人员继续教育规定》（人社部第25号令）执行。",
        "巴人社规〔2021〕1号文件要求执行。",
        "（2021）新28民终5号",
        "住示例小区（2021）5号楼。",
    ],
)
def test_right_citations_pass(text):
    assert items(text) == []
