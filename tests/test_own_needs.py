"""What a campaign's own words take from its file: what is not there is told by its line."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.catalog import Library
from generator.checking import check
from generator.jobs import run
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.own_words import own_words_findings
from generator.resources import data_folder, templates_folder
from tests.documents.notice_parts import parts_of
from tests.documents.variants import CAMPAIGNS, changed

LIBRARY = Library()
OWN = [name for name, case in CAMPAIGNS.items() if case.campaign.notice.body]
OPTIONAL = [field.alias for field in Campaign.model_fields.values() if not field.is_required()]
# What a notice says less of, whole sentences at a time, when the file says nothing.
SAID_LESS = {"附件", "材料报送"}
SOURCE = data_folder() / "campaigns" / "bazhou-news-2021.yaml"


@pytest.fixture
def write(tmp_path):
    def write(old: str, new: str) -> Path:
        text = SOURCE.read_text("utf-8")
        assert text.count(old) == 1
        path = tmp_path / "新闻.yaml"
        path.write_text(text.replace(old, new), "utf-8")
        return path

    return write


def errors(path: Path) -> list[str]:
    """What checking says; building must say it too, and make nothing."""
    built = run([path], root=path.parent / "output", formats=["docx"])
    assert built.paths == []
    checked = [str(finding) for finding in check([path], None).findings if finding.level == "error"]
    assert [str(finding) for finding in built.findings if finding.level == "error"] == checked
    return [text.removeprefix(str(path)) for text in checked]


def line_of(text: str) -> int:
    return SOURCE.read_text("utf-8").partition(text)[0].count("\n") + 1


@pytest.mark.parametrize("name", OWN)
def test_the_committed_campaigns_lack_nothing_their_words_need(name):
    assert own_words_findings(CAMPAIGNS[name], LIBRARY) == []


@pytest.mark.parametrize("name", OWN)
def test_a_group_taken_away_that_the_notice_speaks_of_is_told(name):
    campaign = CAMPAIGNS[name].campaign
    whole, untold, told = parts_of(campaign), [], []
    for group in set(OPTIONAL) - SAID_LESS:
        try:
            less = changed(campaign, {group: None})
        except ValidationError:
            continue
        if parts_of(less) != whole:
            (told if own_words_findings(Case(less), LIBRARY) else untold).append(group)
    assert untold == []
    assert len(told) >= 4


def test_a_clause_whose_group_is_missing_is_told_at_the_line_that_includes_it(write):
    [error] = errors(write("  每年学时: {公需科目: 30, 专业科目: 60}    # 合计90学时，由这两项相加\n", ""))
    line = line_of('{% include "clauses/学时.md" %}')
    assert error == (
        f":{line} 评审.通知.正文.第{line - line_of('  正文: |')}行："
        "“clauses/学时.md”要用的“继续教育.每年学时”没有写。请补写；通知不说这件事的，删去正文里的这一处"
    )


def test_a_value_that_would_print_as_nothing_is_told(write):
    errors_found = errors(write("系列{{ 评审.级别合称 }}{{ 评审.工作名称 }}。现将", "系列{{ 评审.通过率.上限 }}。现将"))
    assert len(errors_found) == 1
    assert "“评审.通过率.上限”没有内容，这里会空着" in errors_found[0]


def test_what_stands_in_a_condition_of_the_words_may_be_empty(write):
    path = write(
        "系列{{ 评审.级别合称 }}{{ 评审.工作名称 }}。现将",
        "{% if 评审.通过率.上限 %}{{ 评审.通过率.上限 }}{% endif %}。现将",
    )
    assert [finding for finding in check([path], None).findings if finding.level == "error"] == []


def test_a_clause_that_nobody_has_is_told_by_its_line_with_the_nearest(write):
    [error] = errors(write('{% include "clauses/答辩.md" %}', '{% include "clauses/答辨.md" %}'))
    assert error.startswith(f":{line_of('clauses/答辩.md')} 评审.通知.正文.第")
    assert error.endswith("没有“clauses/答辨.md”这个模板。是不是“clauses/答辩.md”？")


def test_a_kind_of_document_that_nobody_has_is_told_at_its_material(write):
    [error] = errors(write("    份数: 2\n", "    份数: 2\n    文种: publicity_notise\n"))
    assert error.endswith("没有“publicity_notise”这个文种。是不是“publicity_notice”？")
    assert "材料清单.第1项.文种" in error


def test_every_need_of_a_clause_can_be_read():
    """A misspelt `要有` would never be asked."""
    for path in (templates_folder() / "clauses").glob("*.md"):
        comments = [comment for comment in re.findall(r"\{#.*?#\}", path.read_text("utf-8")) if "要有" in comment]
        assert all(re.fullmatch(r"\{# 要有 \S+?：.+? #\}", comment) for comment in comments), path.name
