"""For how many years fraud bars from applying: 3 since 人社部发〔2024〕56号, and everywhere the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.load import load_campaign
from generator.model.campaign import Campaign
from generator.resources import data_folder
from generator.rules.statements import barred_years, statement_findings
from generator.text import chinese_numeral
from tests.documents.variants import changed
from tests.rules.making import CAMPAIGN, told

SAMPLES = sorted(data_folder().glob("campaigns/*.yaml"))
LETTER = {"出处": "示例", "文字": "本人承诺材料属实。"}
SAYS = "材料不实的，从查实之日起{}年内，不得申报职称。"


def year(dated: str = "2025-3-1", **changes) -> Campaign:
    """The sample campaign with one commitment that says nothing of years, and other facts changed."""
    plain = {"网上填报": [], "通知.成文日期": dated, "承诺": {"承诺书": LETTER}, "违规处理": {"情形": ["弄虚作假"]}}
    return changed(CAMPAIGN, {**plain, **changes})


def letter(text: str, kind: str = "承诺书") -> dict:
    return {"承诺": {kind: {**LETTER, "文字": text}}}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_sample_campaigns_have_nothing_to_change(path):
    assert statement_findings(load_campaign(path)[0]) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("从申报年度下一年起3年内，不得申报专业技术资格。", (3, "申报年度下一年")),
        ("从申报年度下一年度起3年内不得申报专业技术资格。", (3, "申报年度下一年度")),
        ("自查实之日起，5年内不得申报职称。", (5, "查实之日")),
        ("五年内不得申报档案系列职称评审并承担一切责任。", (5, "")),
        ("两年内不得再次申报。", (2, "")),
        ("十二年内不得参加职称评审。", (12, "")),
        ("取消其今后三年的申报资格。", (3, "")),
        ("取消申报资格，2年内不得申报。", (2, "")),
        ("停止申报3年。", (3, "")),
        ("三个年度内不得申报。", (3, "")),
        ("从次年起，五年不再受理其申报。", (5, "次年")),
    ],
)
def test_a_bar_is_read_with_its_years_and_its_start(text, found):
    assert [(years, start) for years, start, _ in barred_years(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "记录期限为3年，记录期内不得晋升高一级职称。",
        "任职满5年。不得越级申报。",
        "1至3年内不得申报。",
        "近3年考核合格的可以申报，不得漏项。",
        "取消申报资格。",
        "",
    ],
)
def test_other_years_are_no_bar(text):
    assert list(barred_years(text)) == []


@given(st.text(alphabet="0139一两十百年个度内，。不得取消申报自从起之日\n", max_size=40))
def test_any_text_can_be_read(text):
    assert all(0 <= years <= 99 and 0 <= offset < len(text) for years, _, offset in barred_years(text))


@given(st.integers(1, 20))
def test_numerals_are_read_as_numbers(years):
    for written in (str(years), chinese_numeral(years)):
        assert [found for found, *_ in barred_years(SAYS.format(written))] == [years]


@pytest.mark.parametrize(
    ("dated", "level"),
    [
        ("2024-7-24", None),
        ("2024-7-25", None),
        ("2024-7-26", "warning"),
        ("2024-6", None),
        ("2024-7", "hint"),
        ("2024-8", "warning"),
        ("2023", None),
        ("2024", "hint"),
        ("2025", "warning"),
    ],
)
def test_other_than_three_years_is_warned_of_in_a_notice_dated_after_the_regulation(dated, level):
    campaign = year(dated, **{"违规处理.不得申报年数": 5})
    expected = [("penalty-three-years", level, "违规处理.不得申报年数")] if level else []
    assert told(statement_findings(campaign)) == expected


@pytest.mark.parametrize("years", [3, 2, 5])
@pytest.mark.parametrize("kind", ["承诺书", "手写承诺语", "栏内承诺语"])
def test_each_prescribed_statement_is_read(kind, years):
    campaign = year(**letter(SAYS.format(years), kind))
    expected = [] if years == 3 else [("penalty-three-years", "warning", f"承诺.{kind}.文字")]
    assert told(statement_findings(campaign)) == expected


def test_the_finding_names_both_numbers_and_its_regulation():
    [finding] = statement_findings(year(**letter(SAYS.format("五"))))
    assert finding.message == "写的是5年内不得申报，2024年7月25日的规定是3年"
    assert "56号" in finding.basis
    assert "不要自行改动" in finding.remedy


def test_statements_that_disagree_with_the_rules_of_the_year_are_told():
    campaign = year("2021-3-1", **letter(SAYS.format(3)), **{"违规处理.不得申报年数": 5})
    [finding] = statement_findings(campaign)
    assert told([finding]) == [("penalty-agrees", "warning", "承诺.承诺书.文字")]
    assert finding.message == "写的是3年内不得申报，“违规处理.不得申报年数”写的是5年"


def test_statements_that_disagree_with_each_other_are_told_where_the_rules_say_nothing():
    both = {"承诺书": {**LETTER, "文字": SAYS.format(3)}, "手写承诺语": {**LETTER, "文字": SAYS.format("五")}}
    findings = statement_findings(year("2021-3-1", 承诺=both))
    assert told(findings) == [("penalty-agrees", "warning", "承诺.手写承诺语.文字")]


@pytest.mark.parametrize(("start", "found"), [("查实之日", 0), ("被查实之日", 0), ("申报年度下一年度", 1), (None, 0)])
def test_the_start_of_the_bar_is_the_same_everywhere(start, found):
    penalty = {"情形": ["弄虚作假"], "不得申报年数": 3, **({"起算": start} if start else {})}
    findings = statement_findings(year(违规处理=penalty, **letter(SAYS.format(3))))
    assert [finding.rule for finding in findings] == ["penalty-agrees"] * found


def test_a_year_and_a_business_year_are_one_start():
    penalty = {"情形": ["弄虚作假"], "不得申报年数": 3, "起算": "申报年度下一年度"}
    assert statement_findings(year(违规处理=penalty, **letter("不实的，从申报年度下一年起3年内，不得申报。"))) == []


def test_words_of_the_notices_own_are_read_where_they_speak_of_fraud():
    body = "现通知如下：\n\n考核不合格的，2年内不得申报。\n\n弄虚作假的，{{ 评审.年度 }}年起5年内不得申报。\n"
    findings = statement_findings(year(**{"通知.正文": body}))
    assert told(findings) == [("penalty-three-years", "warning", "通知.正文.第5行")]


def test_measures_and_other_matters_are_read():
    changes = {"违规处理.处理": ["取消申报资格", "5年内不得申报"], "其他事项": ["提供虚假材料的，两年内不得申报。"]}
    fields = [(finding.rule, finding.field) for finding in statement_findings(year(**changes))]
    assert fields == [
        ("penalty-three-years", "其他事项.第1项"),
        ("penalty-three-years", "违规处理.处理.第2项"),
        ("penalty-agrees", "违规处理.处理.第2项"),
    ]
