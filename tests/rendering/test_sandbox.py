"""What no template can do: reach code, change data, or ask for endless memory or time."""

import pytest

from generator.errors import TemplateError
from generator.rendering import budget
from generator.rendering.environment import HAND_BLANK
from generator.rendering.expression import evaluate
from tests.rendering.jinja import VALUES, refusal, shown


class TestTheSandbox:
    @pytest.mark.parametrize(
        "source",
        [
            "{{ ''.__class__ }}",
            "{{ 申报人.__class__.__mro__ }}",
            "{{ 申报人['__class__'] }}",
            "{{ 提示.__globals__ }}",
            "{{ 提示.__init__.__globals__ }}",
            "{{ self.__init__ }}",
            "{{ 申报人.工作经历.append(1) }}",
            "{{ 申报人.update({'姓名': '乙'}) }}",
            "{{ 申报人.pop('姓名') }}",
            "{{ cycler.__init__.__globals__ }}",
            "{{ lipsum.__globals__ }}",
            "{{ namespace() }}",
            "{{ joiner() }}",
            "{{ '{0.__class__}'.format(申报人) }}",
            "{{ '{:>999999999}'.format(1) }}",
            "{{ ''.format }}",
            "{{ 'x'.join(['a']) }}",
            "{{ 'x'.zfill(999999999) }}",
            "{{ 'x'.ljust(999999999) }}",
            "{{ 'x'.encode() }}",
            "{{ 申报人|attr('__class__') }}",
            "{{ 申报人.工作经历|map(attribute='单位') }}",
            "{{ 'x'|center(999999999) }}",
            "{{ 'x'|indent(999999999) }}",
            "{{ '%999999999d'|format(1) }}",
            "{{ [1]|batch(999999999, 'x')|list }}",
            "{{ 'x'|slice(999999999)|list }}",
            "{{ 申报人|tojson }}",
            "{{ 申报人|pprint }}",
            "{{ '<b>'|safe }}",
            "{{ '<b>'|e }}",
            "{{ '<b>'|escape }}",
            "{{ 申报人.工作经历|random }}",
        ],
    )
    def test_no_template_reaches_code_or_changes_data(self, source):
        assert refusal(source)

    @pytest.mark.parametrize(
        "source",
        [
            "{{ 'a' * 1000000000 }}",
            "{{ 1000000000 * 'a' }}",
            "{{ [1] * 1000000000 }}",
            "{{ (1,) * 1000000000 }}",
            "{{ 9 ** 9 ** 9 }}",
            "{{ 2 ** 2 }}",
            "{{ '%999999999d' % 1 }}",
            "{{ range(1000000000)|list|length }}",
            "{% for x in range(0, 1000000000) %}x{% endfor %}",
            "{{ 留空('', 999999999) }}",
            "{{ ''|空白('', 宽=999999999) }}",
        ],
    )
    def test_no_short_template_fills_the_memory(self, source):
        assert refusal(source, 状态=HAND_BLANK)

    def test_numbers_may_be_multiplied_and_divided(self):
        assert shown("{{ 年度 * 2 }} {{ 年度 % 100 }} {{ 7 // 2 }} {{ 3 * 15.75 }}") == "4048 24 3 47.25"

    def test_lists_and_texts_may_be_added(self):
        assert shown("{{ (申报人.工作经历 + 申报人.工作经历)|length }}{{ '甲' + '乙' }}") == "4甲乙"

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("{{ ' 甲 '.strip() }}", "甲"),
            ("{{ '中级'.removesuffix('级') }}", "中"),
            ("{{ '是' if '附件：1'.startswith('附件：') else '否' }}", "是"),
            ("{{ 'a-b'.split('-')[1] }}", "b"),
        ],
    )
    def test_the_few_harmless_methods_of_text_work(self, source, expected):
        assert shown(source) == expected

    def test_a_template_that_prints_without_end_is_stopped(self, monkeypatch):
        monkeypatch.setattr("generator.rendering.environment.MAX_OUTPUT", 1000)
        assert "过大" in refusal("{% for x in range(99999) %}0123456789{% endfor %}")

    @pytest.mark.parametrize(
        "source", ["{% macro 甲() %}{{ 甲() }}{% endmacro %}{{ 甲() }}", "{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}"]
    )
    def test_endless_nesting_is_the_templates_fault_not_ours(self, source):
        assert "太深" in refusal(source)


DOUBLED = "{% set x = '一二三四五六七八' %}" + "{% set x = EXPRESSION %}" * 30 + "{{ x|length }}"


class TestTheBudget:
    @pytest.mark.parametrize(
        "expression",
        [
            "x ~ x",
            "x + x",
            "[x, x]|join",
            "[x, x]|join(x)",
            "[x, x]|顿号",
            "[x, x]|顿号(x)",
            "x|replace('一', x)",
            "x|replace('', '甲')",
            "[{'名称': x, '文号': x}]|文件名",
            "[{'甲': x}, {'甲': x}]|join(attribute='甲')",
        ],
    )
    def test_text_that_doubles_is_stopped_where_it_is_too_long(self, expression):
        assert refusal(DOUBLED.replace("EXPRESSION", expression)).startswith("试:1：这里的内容过长")

    @pytest.mark.parametrize(
        "source",
        [
            "{% set x = [1] %}" + "{% set x = x + x %}" * 40,
            "{% set x = (1,) %}" + "{% set x = x + x %}" * 40,
            "{% set x = 'x' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
            "{% set x = 'x' %}" + "{% set x %}{% filter upper %}{{ x }}{{ x }}{% endfilter %}{% endset %}" * 40,
            "{% set x = 'x' %}{% macro 甲(x) %}{{ x }}{{ x }}{% endmacro %}" + "{% set x = 甲(x) %}" * 40,
            "{% set x %}{% for i in range(9999) %}" + "长" * 9999 + "{% endfor %}{% endset %}",
            "{% set x = 'x' %}" + "{% set x = x ~ x %}" * 20 + "{% for i in range(99) %}{{ x[1:] }}{% endfor %}",
            "{% set x = 'x' %}"
            + "{% set x = x ~ x %}" * 20
            + "{% for i in range(99) %}{% if x|list %}{% endif %}{% endfor %}",
            "{% set x = 'x' %}"
            + "{% set x = x ~ x %}" * 20
            + "{% for i in range(99) %}{% set y = x.split('y') %}{% if x|upper %}{% endif %}{% endfor %}",
            "{{ [[1], [2]]|sum(start=[]) }}",
            "{{ 1|round(999999999, 'ceil') }}",
            "{% set x = 99999 %}" + "{% set x = x * x %}" * 40,
            "{{ 'x'|wordwrap(1, wrapstring='y') }}",
        ],
    )
    def test_no_other_way_to_fill_the_memory_is_left(self, source):
        assert refusal(source).startswith("试:1：")

    @pytest.mark.parametrize(
        "source",
        [
            "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
            "{% for a in range(9999) %}{% for b in range(9999) if false %}{% endfor %}{% endfor %}",
            "{% for a in range(9999) %}{% for b in 申报人.工作经历 * 1 %}{% endfor %}{% endfor %}",
            "{% for a in range(999) recursive %}{{ loop(range(999)) }}{% endfor %}",
            "{% for a in range(9999) %}{% for b in range(9999)|select %}{% endfor %}{% endfor %}",
            "{% macro 甲(n) %}{% if n %}{{ 甲(n - 1) }}{{ 甲(n - 1) }}{% endif %}{% endmacro %}{{ 甲(40) }}",
        ],
    )
    def test_loops_and_calls_within_each_other_come_to_an_end(self, source, monkeypatch):
        monkeypatch.setattr(budget, "MAX_STEPS", 2000)
        assert refusal(source).startswith("试:1：")

    def test_a_refused_loop_says_so(self):
        source = "\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
        assert refusal(source).startswith("试:2：模板的循环、调用和引用过多（总共不超过100万次）")

    def test_each_rendering_is_counted_from_zero(self, monkeypatch):
        monkeypatch.setattr(budget, "MAX_STEPS", 10)
        for _ in range(3):
            assert shown("{% for a in range(9) %}{{ a }}{% endfor %}") == "012345678"

    def test_a_condition_of_a_description_has_its_budget_too(self, monkeypatch):
        monkeypatch.setattr(budget, "MAX_WORK", 100)
        with pytest.raises(TemplateError, match="内容过多"):
            evaluate(" ~ ".join(["申报人.姓名"] * 99), VALUES)

    def test_constants_are_not_computed_outside_any_budget(self):
        doubling = "|replace('长', '长长')" * 40
        assert "过长" in refusal("{{ '长'" + doubling + " }}")

    def test_loops_keep_all_that_jinja_has_for_them(self):
        loop = "{% for x in 申报人.工作经历|selectattr('单位') %}"
        source = loop + "{{ loop.index }}/{{ loop.length }}{{ x.单位 }}{% endfor %}"
        assert shown(source) == "1/2甲馆2/2乙馆"
        assert shown("{% for x in [] %}{% else %}无{% endfor %}") == "无"
        assert shown("{% for x in [1, [2, 3]] recursive %}{{ loop(x) if x is iterable else x }}{% endfor %}") == "123"

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("{{ ['甲', 1]|join('、') }}", "甲、1"),
            ("{{ 申报人.工作经历|join('；', attribute='单位') }}", "甲馆；乙馆"),
            ("{{ '甲乙甲'|replace('甲', '丙') }}{{ '甲甲'|replace('甲', '丙', 1) }}", "丙乙丙丙甲"),
            ("{{ [1, 2]|sum }}{{ [{'数': 2}]|sum(attribute='数') }}", "32"),
            ("{{ 2.345|round(2) }}", "2.35"),
            ("{{ '甲乙丙'[1:] }}{{ [1, 2, 3][::2]|join }}{{ '甲乙丙'[-1] }}", "乙丙13丙"),
        ],
    )
    def test_what_is_counted_works_as_in_jinja(self, source, expected):
        assert shown(source) == expected


class TestWhatCannotBeComputed:
    @pytest.mark.parametrize(
        ("source", "said"),
        [
            ("{{ 1 / 0 }}", "除数是0"),
            ("{{ 1e308 * 10 // 1e-300 }}", "不允许"),
            ("{{ 申报人.姓名|日期段 }}", "值的种类不对"),
            ("{{ 申报人.姓名|dictsort }}", "这个筛选器不能用在这样的值上"),
            ("{{ 100|序号 }}", "值不合这个筛选器或运算的要求"),
            ("{{ 'x' + 1 }}", "值的种类不对"),
            ("{% for x in 5 %}{% endfor %}", "值的种类不对"),
            ("{{ {}|日期段 }}", "这里的值没有要取的这一项"),
            ("{{ 'x'.split('') }}", "值不合这个筛选器或运算的要求"),
            ("{{ [1]|round }}", "值的种类不对"),
            ("{{ 年度.甲 }}", "数据中没有“甲”"),
            ("{{ 年度[none] }}", "没有这里要用的值"),
            ("{% macro 甲(乙) %}{{ 乙 }}{% endmacro %}{{ 甲() }}", "没有这里要用的值"),
            ("{{ 1|round(1, '甲') }}", "标签写法有误"),
            ("{% if 年度 %}{{ 年度|没有 }}{% endif %}", "没有“没有”这个筛选器"),
            ("{{ 年度 年度 }}", "标签里多了“年度”"),
            ("{% for 1 in 年度 %}{% endfor %}", "标签"),
            ("{{ 申报人. }}", "标签"),
        ],
    )
    def test_it_is_told_in_chinese_and_never_in_pythons_words(self, source, said):
        message = refusal(source)
        assert said in message
        told = (
            message.removeprefix("试:1：").replace("zhicheng template fields", "").replace("if/for 与 endif/endfor", "")
        )
        assert not any("a" <= char <= "z" for char in told)
