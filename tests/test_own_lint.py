"""The lint on what data files say themselves: which words, under which field, at which line of the file."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.finding import Finding
from generator.judging import placed
from generator.lint.items import ITEMS
from generator.loading.load import load_case, parse_document
from generator.model.case import Case
from generator.model.criteria import Criteria
from generator.model.official import OfficialDocument
from generator.own_lint import RULES, own_lint_findings
from generator.resources import data_folder
from tests.documents.variants import changed
from tests.lint.test_check import TEXTS

NOTICE = """\
类型: 公文
发文字号: 示人社发[2024]31号
标题: |
  示例市人力资源和社会保障局
  关于开展2023年度｜职称评审工作的通知。
主送: 各有关单位
成文日期: 2024-8-30
正文: |
  现将有关事项通知如下：

  ## 申报时间

  {% if 事实.期间 %}
  ### **网上申报。**{{ 事实.期间.网上申报.起 }}-{{ 事实.期间.网上申报.止 }},逾期不候。
  {% endif %}

  使用 A4 纸，共 3 份。

  网址是{{ 事实.网址.平台 }}，电话0000-0000101，图片为\\*.jpg格式。

  单位填写“同意推荐,情况属实.”，依据《关于做好2019年评审工作的通知》办理。
事实:
  期间:
    网上申报: {起: 2024-9-5, 止: 2024-10-8}
  网址: {平台: "http://zc.example.cn/a?b=1,2"}
  期限: {公示: 3-5个工作日}
附件:
  - {名称: 名额表。}
"""


def found(text: str) -> list[tuple[str, str, str]]:
    case = Case(document=parse_document(text.encode(), "通知.yaml"))
    return [(each.rule, each.level, each.field) for each in own_lint_findings(case)]


def of(record, **changes) -> list[Finding]:
    """The findings on a shipped record with other values at some dotted paths."""
    changed_record = changed(record, {path.replace("__", "."): value for path, value in changes.items()})
    kind = {OfficialDocument: "document", Criteria: "criteria"}.get(type(record), "campaign")
    return own_lint_findings(Case(**{kind: changed_record}))


def of_applicant(case: Case, **changes) -> list[Finding]:
    return own_lint_findings(Case(case.campaign, changed(case.applicant, changes), case.unit))


@pytest.fixture(scope="module")
def document() -> OfficialDocument:
    """A document in right forms, to be given other words."""
    return OfficialDocument.model_validate(
        {"标题": "关于评审工作的通知", "正文": "现通知如下。", "成文日期": "2024-8-30"}
    )


def rules_and_fields(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(each.rule, each.field) for each in findings]


def test_every_remark_is_a_finding_of_the_field_and_line():
    assert found(NOTICE) == [
        ("punc-01", "warning", "发文字号"),
        ("year-01", "warning", "标题"),
        ("title-06", "hint", "标题"),
        ("punc-03", "warning", "事实.期限.公示"),
        ("punc-07", "warning", "正文.第6行"),
        ("punc-02", "hint", "正文.第6行"),
        ("punc-20", "hint", "正文.第9行"),
        ("attref-03", "warning", "附件.第1项.名称"),
    ]


def test_a_line_of_the_wording_is_a_line_of_the_file(tmp_path):
    path = tmp_path / "通知.yaml"
    path.write_text(NOTICE, "utf-8")
    loaded = load_case(path)
    lines = NOTICE.split("\n")
    places = [placed(finding, loaded).place for finding in own_lint_findings(loaded.case)]
    assert [lines[place.line - 1].strip()[:4] for place in places] == [
        "发文字号",
        "标题: ",
        "标题: ",
        "期限: ",
        "### ",
        "### ",
        "使用 A",
        "- {名",
    ]


def test_a_finding_says_what_stands_there_what_to_do_and_on_what_it_rests():
    case = Case(document=parse_document(NOTICE.encode(), "通知.yaml"))
    [finding] = [each for each in own_lint_findings(case) if each.rule == "punc-07"]
    assert finding.message == "“….网上申报.止 }},逾期不候。”中的“,”：中文里用全角标点，不混用半角"
    assert finding.remedy == "请改为“，”"
    assert finding.basis == "GB/T 15834-2011 5.1"


def test_warnings_stand_one_by_one_and_hints_of_one_kind_together(document):
    body = "甲,乙\n\n丙 3 丁,戊\n\n己 4 庚\n\n辛,壬 5 癸"
    findings = of(document, 正文=body, 附件=None)
    assert rules_and_fields(findings) == [
        ("punc-07", "正文.第1行"),
        ("punc-07", "正文.第3行"),
        ("punc-07", "正文.第7行"),
        ("punc-20", "正文.第3行"),
    ]
    assert findings[-1].message.endswith("不空格；同类的另有2处，在这一项的第5、7行")


def test_what_a_body_says_of_attachments_is_held_against_the_list(document):
    attachments = [{"名称": "名额表"}, {"名称": "汇总表"}]
    assert rules_and_fields(of(document, 正文="见附件1、附件2。", 附件=attachments)) == []
    assert rules_and_fields(of(document, 正文="见附件1。\n\n见附件2、附件3。", 附件=attachments)) == [
        ("txt-02", "正文.第3行")
    ]
    assert rules_and_fields(of(document, 正文="见附件1。", 附件=attachments)) == [("txt-02", "附件")]
    assert rules_and_fields(of(document, 正文="{% if 真 %}见附件2。{% endif %}", 附件=attachments)) == []
    listed = "见附件。\n\n::: 附件说明\n附件：1.名额表\n2.汇总表\n:::"
    assert rules_and_fields(of(document, 正文=listed, 附件=attachments)) == []


def test_what_is_quoted_word_for_word_is_left_alone(campaign):
    wrong = "材料属实,同意推荐..."
    quoted = {
        "推荐单位审核意见.文字": wrong,
        "承诺.承诺书.文字": wrong,
        "承诺.承诺书.说明": wrong,
        "承诺.手写承诺语.文字": wrong,
        "与原件一致说明.文字": wrong,
        "免学申请.表名": wrong,
        "材料目录.标题": wrong,
        "花名册.标题": wrong,
        "评审条件.名称": "关于做好2019年评审工作的通知,试行",
        "存疑": [{"事项": wrong, "说明": wrong}],
    }
    assert own_lint_findings(Case(changed(campaign, quoted))) == own_lint_findings(Case(campaign))


def test_what_a_campaign_states_in_its_own_words_is_looked_at(campaign):
    own = {
        "通知.发文字号": "巴档发[2024]5号",
        "评审条件.文号": "新人社发（2022）27号",
        "时间安排.答辩.时间": "2023年10月下旬",
        "违规处理.后果": "不得晋升高一级职称,不得聘用",
        "其他事项": ["逾期不候", "联系电话:0996-2025039"],
    }
    assert set(rules_and_fields(own_lint_findings(Case(changed(campaign, own))))) == {
        ("punc-01", "通知.发文字号"),
        ("punc-01", "评审条件.文号"),
        ("year-01", "时间安排.答辩.时间"),
        ("punc-07", "违规处理.后果"),
        ("punc-07", "其他事项.第2项"),
    }


def test_of_an_applicant_only_what_is_written_freely_is_looked_at(case):
    freely = {
        "思想政治表现": "遵纪守法,作风正派。",
        "备注": "2019年—2020年驻村,已返回",
        "业绩成果": [{"内容": "整理档案3-5卷", "本人贡献": "独立完成"}],
        "工作经历": [{"起": "2019-1", "止": "至今", "单位": "某公司(总部)", "主要工作": "整理、"}],
        "公示": {"异议": '反映"业绩不实"'},
    }
    assert rules_and_fields(of_applicant(case, **freely)) == [
        ("punc-07", "思想政治表现"),
        ("punc-03", "业绩成果.第1项.内容"),
        ("punc-08", "公示.异议"),
        ("punc-07", "备注"),
    ]
    named = {
        "姓名": "张 三",
        "现职称": {"名称": "助理馆员", "终审单位": "某局(某处)"},
        "论文著作": [{"题目": "论档案,兼及其它", "刊物": "档案(双月刊)"}],
        "获奖情况": [{"名称": "第3届'兰台杯'"}],
    }
    assert of_applicant(case, **named) == []


def test_years_that_a_document_states_belong_in_it(document):
    words = "2023年度评审工作结束。"
    assert rules_and_fields(of(document, 正文=words, 成文日期="2025-5-6")) == [("year-01", "正文")]
    assert rules_and_fields(of(document, 正文=words, 成文日期="2024-2-6")) == []
    assert rules_and_fields(of(document, 正文=words, 成文日期="2025-5-6", 事实__年度={"申报": "2023"})) == []
    assert rules_and_fields(of(document, 正文=words, 成文日期=None)) == []


def test_the_sentences_of_conditions_are_looked_at():
    criteria = load_case(data_folder() / "criteria" / "bazhou-archives-2021.yaml").case.criteria
    assert ("punc-07", "适用范围") in rules_and_fields(of(criteria, 适用范围="在职人员,援疆人员"))


def test_every_item_is_a_rule_under_its_name_in_small_letters():
    assert {(rule.id, rule.level, rule.about, rule.basis) for rule in RULES.values()} == {
        (item.id.lower(), item.level, item.about, item.basis) for item in ITEMS.values()
    }


@pytest.mark.parametrize("folder", ["applicants", "campaigns", "criteria", "documents"])
def test_the_data_that_comes_with_the_program_is_well_worded(folder):
    for path in sorted((data_folder() / folder).glob("*.yaml")):
        findings = own_lint_findings(load_case(path).case)
        assert [str(each) for each in findings if each.level != "hint"] == [], path.name


@given(TEXTS.map(lambda text: text or "甲"), st.sampled_from(["正文", "标题", "附注", "发文字号"]))
def test_every_finding_lies_in_the_words_it_is_about(text, field):
    words = {"标题": "甲", "正文": "乙"} | {field: text}
    for each in own_lint_findings(Case(document=OfficialDocument.model_validate(words))):
        line = re.fullmatch(rf"{field}(?:\.第(\d+)行)?", each.field)
        assert line
        assert int(line[1] or 1) <= text.count("\n") + 1
        assert each.level in ("warning", "hint")
        assert each.basis


def test_words_that_the_record_itself_calls_in_question_are_not_told_again():
    words = {"标题": "关于评审工作的通知", "正文": "如有疑异，请反映。", "成文日期": "2024-8-30"}
    [finding] = own_lint_findings(Case(document=OfficialDocument.model_validate(words)))
    assert finding.rule == "word-01"
    question = {"事项": "正文的“疑异”", "说明": "照原文", "出处": "原件"}
    known = OfficialDocument.model_validate({**words, "存疑": [question]})
    assert own_lint_findings(Case(document=known)) == []
