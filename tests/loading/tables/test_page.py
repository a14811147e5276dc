"""The page on lists says what the program does."""

import re

import pytest

from generator.loading.tables.fields import groups
from generator.loading.tables.headings import applicant_words, group_named, group_words, is_more
from tests.support import CHECKOUT

PAGE = (CHECKOUT / "docs" / "lists.zh-CN.md").read_text("utf-8")


def table(head: str) -> list[tuple[str, str]]:
    """The rows of the table whose first heading this is."""
    _, _, rest = PAGE.partition(f"| {head} |")
    lines = rest.split("\n\n")[0].splitlines()[2:]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


@pytest.mark.parametrize(("content", "headings"), table("内容"))
def test_every_heading_of_the_page_is_known(content, headings):
    assert [heading for heading in headings.split("、") if applicant_words().target(heading) is None] == []


@pytest.mark.parametrize("headings", [first for first, _ in table("表头")])
def test_every_numbered_heading_of_the_page_is_of_an_item(headings):
    for heading in re.split("[、，]", headings):
        assert groups()[applicant_words().target(heading).names[0]].is_list, heading


@pytest.mark.parametrize(("sheets", "columns"), table("表名"))
def test_every_sheet_of_the_page_has_the_columns_that_it_names(sheets, columns):
    for sheet in sheets.split("、"):
        group = group_named(sheet)
        words = applicant_words() if is_more(sheet) else group_words(group)
        names = re.split("[、，]", re.sub("（[^）]*）|名单上放不下的其他各栏，如", "", columns))
        assert [name for name in names if words.target(name) is None] == []


def test_the_page_names_every_list_that_has_a_sheet():
    named = {sheet for sheets, _ in table("表名") for sheet in sheets.split("、")}
    assert {group.name for group in groups().values() if group.is_list} <= named
