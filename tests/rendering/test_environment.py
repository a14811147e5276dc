"""What a template may ask for, what it may not, and what each of the four kinds of text prints in each state."""

import pytest
from jinja2 import StrictUndefined
from markupsafe import Markup

from generator.errors import TemplateError
from generator.rendering import docx, html, printed
from generator.rendering.environment import (
    HAND_BLANK,
    MODEL_BLANK,
    STATES,
    make_environment,
    render,
)
from generator.rendering.expression import evaluate, render_text
from generator.rendering.faults import blaming
from generator.rendering.printable import MAX_WIDTH
from tests.rendering.jinja import VALUES, refusal, shown


class TestWhatIsMissing:
    @pytest.mark.parametrize(
        ("source", "name"),
        [
            ("{{ 申报人.姓明 }}", "姓明"),
            ("{{ 申报 }}", "申报"),
            ("{{ 申报人['电话'] }}", "电话"),
            ("{% if 申报人.姓明 %}{% endif %}", "姓明"),
            ("{% for x in 申报人.奖 %}{% endfor %}", "奖"),
            ("{{ 申报人.姓明|空白('××') }}", "姓明"),
            ("{{ '甲' ~ 申报人.姓明 }}", "姓明"),
        ],
    )
    def test_an_unknown_variable_is_an_error_that_names_it(self, source, name):
        assert f"数据中没有“{name}”" in refusal(source)

    def test_a_list_that_is_too_short_is_said_to_be_so(self):
        assert "没有第6项" in refusal("{{ 申报人.工作经历[5].单位 }}")

    @pytest.mark.parametrize("state", [MODEL_BLANK, HAND_BLANK])
    def test_a_placeholder_does_not_hide_an_unknown_variable_in_a_form_cell(self, state):
        assert "数据中没有“姓明”" in refusal("{{ 申报人.姓明 }}", 状态=state)

    def test_undefined_is_strict_for_every_target(self):
        assert make_environment(Markup).undefined is StrictUndefined


class TestWhatMayBePrinted:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [("{{ 年度 }}", "2024"), ("{{ 1.5 }}", "1.5"), ("{{ none }}", ""), ("{{ 申报人.性别 }}", "")],
    )
    def test_text_and_numbers_print_and_nothing_prints_as_nothing(self, source, expected):
        assert shown(source) == expected

    @pytest.mark.parametrize(
        "source",
        [
            "{{ 申报人 }}",
            "{{ 申报人.工作经历 }}",
            "{{ 申报人.items }}",
            "{{ 提示 }}",
            "{{ 留空 }}",
            "{{ range(3) }}",
            "{{ 年度 == 2024 }}",
            "{{ 申报人.工作经历|selectattr('单位') }}",
            "{% for x in [1] %}{{ loop }}{% endfor %}",
            "{{ '甲' ~ 申报人.工作经历 }}",
        ],
    )
    def test_what_is_no_text_is_an_error_and_never_shows_pythons_own_words(self, source):
        assert "这里的值" in refusal(source)

    def test_text_joined_to_white_space_keeps_the_white_space(self):
        assert shown("{{ 申报人.姓名|空白('××') ~ '（公章）' }}", HAND_BLANK) == "　　　　（公章）"

    @pytest.mark.parametrize("join", ["句 ~ 申报人.姓名", "申报人.姓名 ~ 句", "句 + 申报人.姓名", "申报人.姓名 + 句"])
    def test_template_text_is_not_joined_to_a_value_which_would_escape_its_encoding(self, join):
        assert "不能再与别的文字相连" in refusal("{% set 句 %}甲{% endset %}{{ " + join + " }}")

    def test_a_captured_block_prints_where_it_stands(self):
        assert shown("{% set 句 %}<{{ 申报人.姓名 }}>{% endset %}{{ 句 }}{{ 句 }}") == "<何堃><何堃>"

    def test_a_table_is_refused_where_no_table_can_stand(self):
        for encode in (docx.encode, html._encode, docx._encode_property):
            with pytest.raises(TemplateError, match="只能用在 wording"), blaming("试"):
                render(make_environment(encode).from_string("{{ {'行': [['甲']]}|表格 }}"), VALUES)


class TestEachTargetEncodesForItself:
    HOSTILE = "<b>&\"' *星*\n# 题"

    def test_html(self):
        made = make_environment(html._encode).from_string("<p>{{ x }}</p>").render(x=self.HOSTILE)
        assert made == "<p>&lt;b&gt;&amp;&#34;&#39; *星*<br># 题</p>"

    def test_word(self):
        made = make_environment(docx.encode).from_string("<w:t>{{ x }}</w:t>").render(x="<&\n\t")
        space = ' xml:space="preserve"'
        assert made == f"<w:t>&lt;&amp;</w:t><w:br/><w:t{space}></w:t><w:tab/><w:t{space}></w:t>"

    def test_word_properties_are_one_line(self):
        made = make_environment(docx._encode_property).from_string("{{ x }}").render(x=" 甲\n<乙>\t")
        assert made == "甲 &lt;乙&gt;"

    def test_a_wording_holds_no_character_of_a_value_as_it_is(self):
        with printed.printing() as values:
            made = make_environment(printed.encode).from_string("{{ x }}").render(x=self.HOSTILE)
        assert (printed.HOLE.fullmatch(made)[2], values) == ("0", [self.HOSTILE])

    def test_a_file_name_is_plain_text(self):
        assert render_text("{{ 申报人.姓名 }}_<{{ 留空('×', 2) }}>", VALUES | {"申报人": {"姓名": "a&b"}}) == "a&b_<>"

    def test_constants_in_tags_are_encoded_too(self):
        assert make_environment(html._encode).from_string("{{ '<' }}").render() == "&lt;"


KINDS = [
    ("{{ 申报人.姓名 }}", "何堃", "何堃", "何堃"),
    ("{{ 提示('（写全名）') }}", "", "（写全名）", ""),
    ("{{ 申报人.姓名|空白('××') }}", "何堃", "××", "____"),
    ("{{ 申报人.姓名|空白('××', 宽=6) }}", "何堃", "××", "______"),
    ("{{ 申报人.姓名|空白 }}", "何堃", "", "__"),
    ("{{ 申报人.性别|空白('×') }}", "", "×", "__"),
    ("{{ 申报人.性别|空填('无') }}", "无", "", ""),
    ("{{ 申报人.姓名|空填('无') }}", "何堃", "何堃", "何堃"),
    ("{{ 申报人.性别|空填('无')|空白('××') }}", "无", "××", "____"),
    ("{{ 留空('×', 3) }}", "...", "×", "..."),
    ("{{ 留空() }}", "..", "", ".."),
    ("{{ 年度 }}年{{ 留空('×', 2) }}月", "2024年..月", "2024年×月", "2024年..月"),
]


@pytest.mark.parametrize(("source", "filled", "model", "hand"), KINDS)
def test_the_four_kinds_of_text_in_the_three_states(source, filled, model, hand):
    assert [shown(source, state) for state in STATES] == [filled, model, hand]


@pytest.mark.parametrize("width", [-1, 2.5, "6", MAX_WIDTH + 1])
def test_a_width_that_is_none_is_refused(width):
    assert "空白的宽" in refusal("{{ 留空('×', w) }}", w=width)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ {'起': '2024年9月5日', '止': '2024年9月30日'}|日期段 }}", "2024年9月5日—9月30日"),
        ("{{ {'起': '2024年12月30日', '止': '2025年1月3日'}|日期段 }}", "2024年12月30日—2025年1月3日"),
        ("{{ {'起': '', '止': ''}|日期段 }}", "—"),
        ("{{ [2021, 2022, 2023]|年度段 }}", "2021年至2023年"),
        ("{{ [2021, 2023]|年度段 }}", "2021年、2023年"),
        ("{{ [2023]|年度段 }}", "2023年"),
        ("{{ ['甲', 2, '乙']|顿号 }}", "甲、2、乙"),
        ("{{ []|顿号 }}", ""),
        ("{{ ['甲', '乙']|顿号('；') }}", "甲；乙"),
        ("{{ 12|序号 }}{{ 3|括号序号 }}", "十二（三）"),
        ("{{ '做完'|成句 }}{{ '做完。'|成句 }}{{ ''|成句 }}", "做完。做完。"),
        ("{{ {'名称': '甲办法', '文号': '甲发〔2024〕1号'}|文件名 }}", "《甲办法》（甲发〔2024〕1号）"),
        ("{{ [{'名称': '甲', '文号': ''}, {'名称': '乙', '文号': ''}]|文件名 }}", "《甲》《乙》"),
        ("{{ [{'名称': '甲', '文号': '1号'}, {'名称': '乙', '文号': ''}]|文件名 }}", "《甲》（1号）、《乙》"),
        ("{{ {'机关': '甲厅', '名称': '乙', '文号': '1号'}|文件名 }}", "甲厅《乙》（1号）"),
        ("{{ {'机关': '', '名称': '', '文号': '甲发〔2024〕1号'}|文件名 }}", "甲发〔2024〕1号文件"),
        ("{{ [{'文种': ''}, {'序号': 4, '文种': 'exemption_form'}]|见附件('exemption_form') }}", "（见附件4）"),
        ("{{ [{'序号': 1, '文种': 'exemption_form'}]|见附件('exemption_form') }}", "（见附件）"),
        ("{{ [{'序号': 4, '文种': 'exemption_form'}]|见附件('roster') }}", ""),
    ],
)
def test_the_filters_write_as_the_standards_have_it(source, expected):
    assert shown(source) == expected


class TestExpressions:
    def test_an_expression_gives_its_value(self):
        assert evaluate("申报人.性别 in ('', '无')", VALUES) is True
        assert evaluate("申报人.工作经历|selectattr('单位', 'equalto', '乙馆')|list", VALUES) == [{"单位": "乙馆"}]

    def test_a_choice_of_nothing_is_false_even_without_the_list_filter(self):
        assert not evaluate("申报人.工作经历|selectattr('单位', 'equalto', '丙馆')", VALUES)

    @pytest.mark.parametrize("expression", ["申报人.没有", "申报人.姓名 in", "''.__class__", "'a' * 9"])
    def test_a_faulty_expression_is_an_error_that_names_the_expression(self, expression):
        with pytest.raises(TemplateError) as caught:
            evaluate(expression, VALUES)
        assert str(caught.value).startswith(expression)
