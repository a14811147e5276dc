"""The bare names of mail-merge fields."""

import pytest

from generator.contract import faults, variables
from generator.heading_values import asked
from generator.loading.tables.headings import applicant_words
from generator.merge_names import expression_of
from generator.rendering.docx_merge_field import Unfilled
from generator.rendering.environment import template_parser


@pytest.mark.parametrize(
    ("name", "expression"),
    [
        ("姓名", "申报人.姓名"),
        ("姓 名", "申报人.姓名"),
        ("申报人姓名", "申报人.姓名"),
        ("民族", "申报人.族别"),
        ("身份证号码", "申报人.身份证号"),
        ("单位名称", "单位.名称"),
        ("工作_单位", "单位.名称"),
        ("申报级别", "申报人.申报.级别"),
        ("现职称", "申报人.现职称.名称"),
        ("公示起始日期", "公示.起始日期"),
        ("申报人.姓名", "申报人.姓名"),
        ("申报.级别", "申报人.申报.级别"),
        ("评审.年度", "评审.年度"),
        ("评审年度", "评审.年度"),
        ("接收单位", "评审.接收单位"),
        ("学历", '申报人.学历学位[-1:]|join("；", attribute="学历")'),
    ],
)
def test_a_name_is_read_like_a_heading_or_as_the_end_of_a_variable(name, expression):
    assert expression_of(name) == expression


def test_the_letters_that_word_puts_before_a_digit_do_not_matter():
    assert expression_of("M_2023年考核") == expression_of("2023年考核")


@pytest.mark.parametrize(
    ("name", "message", "remedy"),
    [
        ("级别", "“级别”说不清是哪一项", "申报人.现职称.级别"),
        ("年度", "“年度”说不清是哪一项", "评审.年度"),
        ("姓明", "数据中没有“姓明”这一项", "“姓名”"),
        ("申报级", "数据中没有“申报级”这一项", "申报级别"),
        ("序号", "“序号”是名单上的编号", "请删去"),
        ("标题", "“标题”说不清是哪一项", "评审."),
        ("qwertyuiop", "数据中没有“qwertyuiop”这一项", "可用的名称见 zhicheng template fields"),
        ("核实情况（“三基”）", "不能用的符号", "引号"),
    ],
)
def test_a_name_that_means_nothing_or_several_things_is_refused(name, message, remedy):
    with pytest.raises(Unfilled) as caught:
        expression_of(name)
    assert message in caught.value.message
    assert remedy in caught.value.remedy


def test_every_heading_of_lists_is_a_name_that_templates_can_print():
    parser, known = template_parser(), variables()
    words = [word for word, target in applicant_words().words.items() if asked(target, word)]
    wrong = [word for word in words if faults(parser, "{{ " + expression_of(word) + " }}", known)]
    assert len(words) > 300
    assert wrong == []
