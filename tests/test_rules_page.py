"""The page of rules names every rule that a finding may bear, and is current."""

import pytest

from generator.lint.items import ITEMS
from generator.rules import registry
from generator.rules.registry import UNCONDITIONAL, all_rules
from generator.rules_page import rule_lines, rules_page
from tests.support import CHECKOUT


def test_the_page_is_current():
    assert (CHECKOUT / "docs" / "rules.md").read_text("utf-8") == rules_page(), "run make docs"


def test_every_rule_and_every_item_of_the_lint_has_a_line():
    named = [line.split("\t")[0] for line in rule_lines()]
    assert sorted(named) == sorted([*all_rules(), *(item.rule for item in ITEMS.values())])


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_a_rule_says_in_chinese_what_it_demands(rule):
    assert not rule.about.endswith(("。", "，"))
    assert any("\u4e00" <= char <= "\u9fff" for char in rule.about)
    assert rule.id == rule.id.lower()


def test_what_leaks_is_what_no_statement_suspends():
    assert {rule for rule in all_rules() if rule.startswith("privacy-")} == UNCONDITIONAL


def test_a_module_of_rules_without_a_group_is_a_fault(monkeypatch):
    found = registry.rules_by_module() | {"new": registry.rules_by_module()["campaign"]}
    monkeypatch.setattr("generator.rules_page.rules_by_module", lambda: found)
    with pytest.raises(KeyError, match="new"):
        rules_page()


def test_the_command_prints_lines_and_the_page(program):
    assert program("rules").out.splitlines()[0].startswith("id-display\t提示\t")
    assert program("rules", "--markdown") == (0, rules_page(), "")
