"""What a heading asks of an applicant: the same as text and as an expression of templates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.heading_values import asked
from generator.lazy import LazyDict
from generator.loading.tables.headings import applicant_words
from generator.rendering.environment import FILLED, make_environment

DEGREES = [
    {"学历": "大专", "学位": "", "学校": "甲", "学习形式": "全日制"},
    {"学历": "本科", "学位": "学士", "学校": "乙", "学习形式": "全日制"},
    {"学历": "研究生", "学位": "", "学校": "丙", "学习形式": "函授"},
    {"学历": "研究生", "学位": "硕士", "学校": "丁", "学习形式": ""},
]
VALUES = {
    "状态": FILLED,
    "申报人": {
        "姓名": "张三",
        "学历学位": DEGREES,
        "年度考核": [{"年度": 2022, "等次": "合格"}, {"年度": 2023, "等次": "优秀"}],
        "继续教育": [{"年度": 2023, "科目": "公需科目", "学时": 30}, {"年度": 2023, "科目": "专业科目", "学时": 60}],
        "论文著作": [{"题目": "其一", "期号": ""}, {"题目": "其二", "期号": "2"}],
        "核实情况": {"无安全责任事故": "是"},
        "现职称": {"名称": "馆员"},
    },
    "单位": {"名称": "某馆", "监督电话": ["1", "2"]},
    "公示": {"起始日期": "2024年9月5日"},
}
ENVIRONMENT = make_environment(str)


def question(heading: str):
    return asked(applicant_words().target(*heading.split("—")), heading)


def printed(expression: str, values=VALUES) -> str:
    return ENVIRONMENT.from_string("{{ " + expression + " }}").render(values)


ANSWERS = [
    ("姓名", "张三"),
    ("工作单位", "某馆"),
    ("单位名称", "某馆"),
    ("监督电话", "1、2"),
    ("公示起始日期", "2024年9月5日"),
    ("现专业技术资格—名称", "馆员"),
    ("学历", "研究生"),
    ("毕业院校", "丁"),
    ("最高学历", "研究生"),
    ("最高学历—毕业院校", "丁"),
    ("第一学历", "大专"),
    ("初始学历", "大专"),
    ("毕业院校2", "乙"),
    ("学历9", ""),
    ("全日制教育学历", "本科"),
    ("全日制教育毕业院校", "乙"),
    ("在职教育毕业院校", "丙"),
    ("2023年考核", "优秀"),
    ("2021年考核", ""),
    ("2023年公需科目学时", "30"),
    ("论文题目", "其一；其二"),
    ("论文", "其一；其二"),
    ("论文题目2", "其二"),
    ("论文题目3", ""),
    ("核实情况（无安全责任事故）", "是"),
    ("核实情况（别的）", ""),
]


@pytest.mark.parametrize(("heading", "answer"), ANSWERS)
def test_text_and_expression_say_the_same(heading, answer):
    question_ = question(heading)
    assert "；".join(question_.texts(VALUES)) == answer
    assert printed(question_.expression) == answer


def test_values_made_when_asked_for_serve_as_well():
    lazy = {**VALUES, "申报人": LazyDict(VALUES["申报人"], VALUES["申报人"].__getitem__)}
    assert question("第一学历").texts(lazy) == ["大专"]
    assert printed(question("第一学历").expression, lazy) == "大专"


def test_a_heading_that_counts_rows_asks_for_nothing():
    assert question("序号") is None


@pytest.mark.parametrize(
    ("heading", "one"), [("论文题目2", True), ("论文题目", False), ("2023年考核", False), ("学历2", False)]
)
def test_a_numbered_column_of_a_list_may_leave_others_over(heading, one):
    assert question(heading).is_one_of_several == one


@given(st.lists(st.sampled_from(["全日制", "函授", ""]), max_size=6), st.sampled_from([a[0] for a in ANSWERS[6:17]]))
def test_text_and_expression_agree_whatever_the_list_holds(forms, heading):
    degrees = [
        {"学历": f"第{number}个", "学位": "", "学校": f"学校{number}", "学习形式": form}
        for number, form in enumerate(forms)
    ]
    values = {**VALUES, "申报人": {**VALUES["申报人"], "学历学位": degrees}}
    assert "；".join(question(heading).texts(values)) == printed(question(heading).expression, values)
