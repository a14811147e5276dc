"""The words that a data file brings itself: printed as wording, their faults told by the line of the file."""

import re
from pathlib import Path

import pytest

from generator.checking import check
from generator.jobs import run

FILE = """\
类型: 公文
标题: 关于开展{{ 事实.年度.申报年度 }}年度｜评审工作的通知
事实:
  年度: {申报年度: 2024}
  期间:
    网上申报: {起: 2024-9-5, 止: 2024-10-8}
正文: |
  现将有关事项通知如下：

  ## 时间

  ### **网上申报。**自{{ 事实.期间.网上申报.起 }}至{{ 事实.期间.网上申报.止|月日 }}。
署名: 示例市示例局
成文日期: 2024-9-1
"""


@pytest.fixture
def write(tmp_path):
    def write(text: str) -> Path:
        path = tmp_path / "通知.yaml"
        path.write_text(text, "utf-8")
        return path

    return write


def page(path: Path) -> str:
    """The text of the page that the file becomes."""
    report = run([path], root=path.parent / "output", formats=["html"])
    assert [str(finding) for finding in report.findings] == []
    return re.sub(r"<style>.*?</style>|<[^>]+>|\s", "", report.paths[0].read_text("utf-8"), flags=re.DOTALL)


def faults(path: Path) -> list[str]:
    """What building says."""
    built = run([path], root=path.parent / "output", formats=["html"])
    assert built.paths == []
    return [str(finding).removeprefix(str(path)) for finding in built.findings]


def test_facts_are_printed_where_the_words_name_them(write):
    text = page(write(FILE))
    assert "关于开展2024年度评审工作的通知" in text
    assert "一、时间（一）网上申报。自2024年9月5日至10月8日。" in text


def test_a_fact_of_another_value_changes_every_place(write):
    assert "2025年度" in page(write(FILE.replace("申报年度: 2024", "申报年度: 2025")))


def test_every_unknown_name_is_told_by_its_line_with_the_nearest_name(write):
    text = FILE.replace("网上申报.起", "网上申服.起").replace("事实.年度.申报年度 }}", "事实.年份 }}")
    assert faults(write(text)) == [
        ":2 公文.标题.第1行：没有“事实.年份”。是不是“年度”？",
        ":12 公文.正文.第5行：没有“事实.期间.网上申服”。是不是“网上申报”？",
    ]


def test_checking_says_what_building_says(write):
    path = write(FILE.replace("网上申报.起", "网上申服.起").replace("|月日 }}", "|月日 }"))
    assert [str(finding).removeprefix(str(path)) for finding in check([path], None).findings] == faults(path) != []


def test_a_broken_tag_is_told_by_its_line(write):
    (fault,) = faults(write(FILE.replace("|月日 }}", "|月日 }")))
    assert fault.startswith(":12 公文.正文.第5行：标签")


def test_a_container_left_open_is_told_by_its_line(write):
    (fault,) = faults(write(FILE.replace("  ## 时间", "  ::: 居中\n  时间")))
    assert fault.startswith(":10 公文.正文.第3行：“::: 居中”没有用“:::”结束")


def test_words_cannot_reach_what_no_template_can(write):
    (fault,) = faults(write(FILE.replace("{{ 事实.年度.申报年度 }}", "{{ ''.__class__ }}")))
    assert ":2 公文.标题.第1行" in fault


def test_what_a_tag_prints_is_never_read_as_wording(write):
    named = FILE.replace("  期间:", "  人员: {甲: '**张** # {{ 1 }}'}\n  期间:")
    assert "**张**#{{1}}现将有关" in page(write(named.replace("  现将有关", "  {{ 事实.人员.甲 }}现将有关")))


def test_words_that_include_themselves_are_an_error(write):
    (fault,) = faults(write(FILE.replace("  现将有关", "  {% include 文稿(公文.正文) %}现将有关")))
    assert "绕回" in fault or "过多" in fault
