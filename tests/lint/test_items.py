"""The items against the checklist of the standard, and against the rules that use them."""

import re
from pathlib import Path

import pytest
import yaml

import generator.lint
from generator.lint.items import ITEMS
from tests.support import CHECKOUT

CHECKLIST = CHECKOUT.parent / "shared" / "reference" / "gbt9704.yaml"
OWN = {"PAIR-01", "DATE-01", "DATE-02", "YEAR-01", "WORD-01", "WORD-02"}
STRENGTHS = {"规定": "应", "一般": "推荐", "可以": "推荐", "实务": "实务"}
HINTS = {"level=info", "info"}  # tolerances of what text alone cannot decide


@pytest.fixture(scope="module")
def checklist() -> dict[str, dict]:
    if not CHECKLIST.is_file():
        pytest.skip("the checklist of the standard is not here")
    return {item["id"]: item for item in yaml.safe_load(CHECKLIST.read_text("utf-8"))["items"]}


def test_every_item_on_text_is_here(checklist):
    on_text = {name for name in checklist if re.match("PUNC|NUM|TXT", name)}
    assert on_text == {name for name in ITEMS if re.match("PUNC|NUM|TXT", name)}


def test_every_other_item_is_the_checklists_or_the_lints_own(checklist):
    assert set(ITEMS) - set(checklist) == OWN


def test_the_strength_is_the_standards(checklist):
    strengths = {name: STRENGTHS[checklist[name]["strength"]] for name in set(ITEMS) - OWN}
    assert {name: ITEMS[name].strength for name in strengths} == strengths


def test_what_is_demanded_or_recommended_is_a_warning_unless_text_alone_cannot_decide(checklist):
    for name in set(ITEMS) - OWN:
        known = checklist[name]
        mild = known["strength"] in ("可以", "实务") or known["tolerance"] in HINTS
        assert ITEMS[name].level == ("hint" if mild else "warning"), name


def test_every_item_is_used_by_a_rule_and_every_rule_uses_a_known_item():
    texts = [
        path.read_text("utf-8") for path in Path(generator.lint.__file__).parent.glob("*.py") if path.stem != "items"
    ]
    used = {name for text in texts for name in re.findall(r'"([A-Z]{3,6}-\d\d)"', text)}
    assert used == set(ITEMS)


def test_what_an_item_says_reads_as_a_part_of_a_message():
    assert [item.id for item in ITEMS.values() if item.about.endswith("。") or not item.basis] == []
