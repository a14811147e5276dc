"""Marks in a wrong form or a wrong place."""

import pytest

from generator.lint import lint
from tests.lint.tools import found, items


@pytest.mark.parametrize(
    ("text", "item", "expected"),
    [
        ("单位公示,没有异议。", "PUNC-07", "示，"),
        ("联系电话:2025039。", "PUNC-07", "话："),
        ("满5年,可以申报。", "PUNC-07", "年，"),
        ("使用A4,双面打印。", "PUNC-07", "4，"),
        ("网址为http://a.cn/b,逾期不候。", "PUNC-07", "，"),
        ("同意推荐.", "PUNC-07", "。"),
        ("申报(初级)职称。", "PUNC-07", "（初级）"),
        ("申报（初级)职称。", "PUNC-07", "（初级）"),
        ("填报（网址：http://a.cn)，逾期不候。", "PUNC-07", "（网址：http://a.cn）"),
        ("(1)核对原件", "PUNC-07", "（1）"),
        ('实行"盲评"方式。', "PUNC-08", "“盲评”"),
        ("实行「盲评」方式。", "PUNC-08", "“盲评”"),
        ("实行'盲评'方式。", "PUNC-08", "“盲评”"),
        ("平台--州界面。", "PUNC-09", "——"),
        ("平台－－州界面。", "PUNC-09", "——"),
        ("包括以下材料...", "PUNC-09", "……"),
        ("包括以下材料。。。", "PUNC-09", "……"),
        ("包括以下材料…", "PUNC-09", "……"),
        ("包括证书……等材料。", "PUNC-09", "……"),
        ("《条例》、《办法》", "PUNC-04", "》《"),
        ("“甲”、“乙”", "PUNC-04", "”“"),
        ("参加《教学大赛》。", "PUNC-11", "“教学大赛”"),
        ("纪念“五·四”运动。", "PUNC-12", "五四"),
        ("“315”消费者权益日", "PUNC-12", "3·15"),
        ("表1 报名情况。", "PUNC-13", "表1 报名情况"),
        ("证书、论文、等材料。", "PUNC-16", "等"),
        ("请遵照执行。。", "PUNC-18", "。"),
        ("请遵照执行，。", "PUNC-18", "，或。"),
        ("请遵照执行；。", "PUNC-18", "；或。"),
        ("是否申报？。", "PUNC-18", "？或。"),
        ("填写“同意。”。", "PUNC-18", "。”"),
        ("特此通知！", "TXT-01", "特此通知。"),
        ("敬礼！", "TXT-01", "特此通知。"),
    ],
)
def test_a_wrong_mark_is_told_with_the_right_one(text, item, expected):
    assert [(each[0], each[2]) for each in found(text)] == [(item, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("满 3 年", "满3"), ("使用 A4 纸", "用A"), ("专业知 识结构评价", "知识"), ("2024 年度职称", "4年")],
)
def test_no_space_stands_between_chinese_and_figures(text, expected):
    assert [(each[0], each[2]) for each in found(text)] == [("PUNC-20", expected)]


def test_a_fault_that_fills_a_paragraph_is_told_once_with_its_count():
    [remark] = lint("热爱档案事业,认真履行职责,完成工作,提高水平。")
    assert (remark.offset, remark.length) == (5, 2)
    assert remark.remedy == "请改为“业，”；本段共有3处，请一并改"


def test_each_paragraph_is_told_by_itself():
    assert items("甲乙,丙丁\n甲乙，丙丁\n甲乙,丙丁") == ["PUNC-07", "PUNC-07"]


@pytest.mark.parametrize(
    "text",
    [
        "网址：http://www.xjzcsq.com/a?b=1,2;c，邮箱：a.b-c@example.cn，域名bz.xjzcsq.com。",
        "图片为*.jpg格式，文件名如张三.pdf，见“a,b”和`x,y`。",
        "The form must be filled in by hand, please sign it (see note). Thank you!",
        "请用Microsoft Word 2016打开，x=(a+b)*2，C++、A/B测试，比例1:3，12,500元，9:00。",
        "手写“本人承诺:所提供的信息真实准确,对不实承担责任.”并上传。",
        "{{ 事实.年度|顿号(',') }}年度（{% if 甲 %}初级{% endif %}）{{ {'留存': '甲'}[组.去向] }}。",
        "姓　名　　　性 别　　　地 址：",
        "程岑 邓亭亭",
        "自治区人社厅 工业和信息化厅关于印发办法的通知",
        "第一条 为规范评审工作，制定本办法。",
        "表1 报名情况",
        "2021年7月 日",
        "1 身份证复印件",
        "工作——尤其是档案工作——很重要……",
        "申报了吗？！甲：是。乙：同意！",
        "高等院校、中等学校、等级考试、等次评定、等等。",
        "一二·九运动，五四运动，“3·15”消费者权益日，阿布都热依木·买买提",
        "表1所列人员由单位推荐。",
        "| 序号 | 材料 |\n| --- | --- |\n| 1 | 身份证 |",
        "```\n名称: 甲,乙\n```",
        "见[手册](../手册.md#甲,乙)。",
        "出示《专业技术资格评审表》《专业技术人员继续教育规定》（附件1）、《花名册》。",
    ],
)
def test_right_marks_pass(text):
    assert items(text) == []
