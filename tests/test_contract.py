"""What a template may use is read from the models; what it uses beyond that is reported with its place."""

import pytest

from generator.catalog import Library
from generator.contract import Unknown, described, unknown_variables, variables
from generator.errors import TemplateError
from generator.model.applicant import Applicant
from generator.rendering.environment import template_parser
from generator.rendering.faults import blaming
from generator.template_check import check_document

KNOWN = variables()


def unknown(source: str, **files: str) -> list[Unknown]:
    from jinja2 import DictLoader

    loader = DictLoader({f"{name}.md": text for name, text in files.items()})
    return unknown_variables(template_parser(loader), source, KNOWN)


def names(source: str, **files: str) -> list[str]:
    return [item.path for item in unknown(source, **files)]


@pytest.mark.parametrize("kind", Library().kinds)
def test_every_shipped_document_uses_only_what_the_data_has(kind):
    library = Library()
    assert check_document(library.document(kind), library) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ 申报人.姓名 }}{{ 申报人['姓名'] }}{{ 状态 }}{{ 附件号 }}",
        "{{ 申报人.最高学历.学校 }}{{ 申报人.申报.级别字 }}{{ 评审.级别合称 }}",
        "{% for 段 in 申报人.工作经历 %}{{ loop.index }}{{ loop.last }}{{ 段.单位 }}{% endfor %}",
        "{% for 段 in 申报人.工作经历 %}{{ loop.previtem.单位 if not loop.first else '' }}{% endfor %}",
        "{% for 段 in 申报人.工作经历 if 段.从事本专业 == '是' %}{{ 段.起 }}{% else %}{{ 申报人.姓名 }}{% endfor %}",
        "{% for 段 in 申报人.工作经历|selectattr('职务')|list %}{{ 段.主要工作 }}{% endfor %}",
        "{% for 人 in 名单 %}{{ 人.申报人.姓名 }}{{ 人.单位.名称 }}{{ 人.公示.起始日期 }}{% endfor %}",
        "{{ 申报人.学历学位[0].学校 }}{{ 申报人.学历学位|length }}{{ (申报人.学历学位|first).学校 }}",
        "{% set 甲 = 申报人.申报 %}{{ 甲.系列 }}",
        "{% set 甲, 乙 = 1, 2 %}{{ 甲 }}{{ 乙 }}",
        "{% set 甲 %}字{% endset %}{{ 甲 }}",
        "{% with 甲 = 申报人.申报 %}{{ 甲.系列 }}{% endwith %}",
        "{% macro 行(名, 值='') %}{{ 名 }}{{ 值 }}{% endmacro %}{{ 行('甲') }}",
        "{% macro 框() %}{{ caller() }}{% endmacro %}{% call 框() %}甲{% endcall %}",
        "{% from '款.md' import 甲, 乙 as 丙 %}{{ 甲() }}{{ 丙 }}",
        "{% import '款.md' as 款 %}{{ 款.甲() }}",
        "{% for 格 in 花名册表.表头[0] %}{{ 格.文字 }}{{ 格.跨列 }}{% endfor %}",
        "{% for 块 in 块组 %}{% for 段 in 块.文字 %}{{ 段.文本 }}{{ 块.右空 }}{% endfor %}{% endfor %}",
        "{{ 提示('x') }}{{ 留空('×', 2) }}{% for x in range(3) %}{{ x }}{% endfor %}",
        "{{ 申报人.姓名.strip() }}",
    ],
)
def test_what_works_is_not_reported(source):
    assert names(source, 款="{% macro 甲() %}{% endmacro %}{% set 乙 = 1 %}") == []


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("{{ 申报人.姓明 }}", "申报人.姓明"),
        ("{{ 申报人['姓明'] }}", "申报人[姓明]"),
        ("{{ 姓名 }}", "姓名"),
        ("{{ 申报人.最高学历.学较 }}", "申报人.最高学历.学较"),
        ("{% if 申报人.姓明 %}{% endif %}", "申报人.姓明"),
        ("{% if 申报人.姓名 %}{% elif 申报人.姓明 %}{% endif %}", "申报人.姓明"),
        ("{{ 申报人.姓明|空填('无') }}", "申报人.姓明"),
        ("{{ 'x' if 申报人.姓明 else '' }}", "申报人.姓明"),
        ("{{ '甲' ~ 申报人.姓明 }}", "申报人.姓明"),
        ("{{ 提示(申报人.姓明) }}", "申报人.姓明"),
        ("{{ 申报人.姓名|空填(申报人.姓明) }}", "申报人.姓明"),
        ("{% for 段 in 申报人.工作经厉 %}{{ 段.任意 }}{% endfor %}", "申报人.工作经厉"),
        ("{% for 段 in 申报人.工作经历 %}{{ 段.单为 }}{% endfor %}", "段.单为"),
        ("{% for 段 in 申报人.工作经历|selectattr('职务') %}{{ 段.单为 }}{% endfor %}", "段.单为"),
        ("{% for 段 in 申报人.工作经历 if 段.单为 %}{% endfor %}", "段.单为"),
        ("{% for 段 in 申报人.工作经历 %}{% else %}{{ 单为 }}{% endfor %}", "单为"),
        ("{% for 段 in 申报人.工作经历 %}{% endfor %}{{ 段.单位 }}", "段"),
        ("{{ (申报人.学历学位|last).学较 }}", "申报人.学历学位.学较"),
        ("{{ 申报人.学历学位[0].学较 }}", "申报人.学历学位[0].学较"),
        ("{% set 甲 = 申报人.申报 %}{{ 甲.系烈 }}", "甲.系烈"),
        ("{% set 甲 %}{{ 申报人.姓明 }}{% endset %}", "申报人.姓明"),
        ("{% with 甲 = 申报人.姓明 %}{{ 甲 }}{% endwith %}", "申报人.姓明"),
        ("{% macro 行() %}{{ 申报人.姓明 }}{% endmacro %}", "申报人.姓明"),
        ("{% for 人 in 名单 %}{{ 人.姓名 }}{% endfor %}", "人.姓名"),
        ("{{ loop.index }}", "loop"),
    ],
)
def test_what_the_data_has_not_is_reported(source, path):
    assert names(source) == [path]


@pytest.mark.parametrize(
    ("source", "nearest"),
    [
        ("{{ 申报人.姓明 }}", "姓名"),
        ("{{ 申报人.出生日期 }}", "出生年月"),
        ("{{ 申请人.姓名 }}", "申报人"),
        ("{{ zzz }}", None),
    ],
)
def test_the_nearest_name_is_suggested_where_one_is_near(source, nearest):
    assert [item.nearest for item in unknown(source)] == [nearest]


def test_the_line_is_named():
    assert [item.line for item in unknown("甲\n乙\n{{ 姓名 }}")] == [3]


def test_an_included_clause_is_checked_with_the_variables_it_is_given_and_named_itself(tmp_path):
    from jinja2 import FileSystemLoader

    (tmp_path / "款.md").write_text("甲\n{{ 件.名称 }}{{ 件.明称 }}", "utf-8")
    parser = template_parser(FileSystemLoader(tmp_path))
    [item] = unknown_variables(parser, "{% for 件 in 评审.附件 %}\n{% include '款.md' %}{% endfor %}", KNOWN)
    assert (item.file, item.line, item.path) == (str(tmp_path / "款.md"), 2, "件.明称")


def test_clauses_that_include_each_other_are_an_error_not_an_endless_walk():
    with pytest.raises(TemplateError, match="太深"), blaming("甲.md"):
        unknown("{% include '甲.md' %}", 甲="{% include '甲.md' %}")


@pytest.mark.parametrize("source", ["{{ 申报人.联系电话 }}", "{{ 申报人.出生年月 }}", "{{ 花名册表|表格 }}"])
def test_a_public_document_may_not_use_what_the_public_must_not_see(source):
    assert unknown_variables(template_parser(), source, KNOWN) == []
    assert len(unknown_variables(template_parser(), source, variables(public=True))) == 1


def test_a_public_list_may_not_either():
    source = "{% for 人 in 名单 %}{{ 人.申报人.联系电话 }}{% endfor %}"
    assert [item.path for item in unknown_variables(template_parser(), source, variables(public=True))] == [
        "人.申报人.联系电话"
    ]


def test_every_value_of_an_applicant_has_its_description():
    told = dict(described(Applicant, "申报人"))
    assert told["申报人.姓名"].startswith("与身份证一致")
    assert "申报人.工作经历[].单位" in told
    assert [path for path, about in told.items() if not about and path.count(".") == 1] == []
