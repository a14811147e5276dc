"""The finder of names of titles: it knows text, and is told which names to look for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lint.titles import wrong_titles

FORMS = ("中级编辑", "初级记者", "高级编辑", "正高级编辑")


def found(text: str) -> list[tuple[int, str]]:
    return [tuple(each) for each in wrong_titles(text, FORMS)]


def test_each_place_is_told_with_its_offset():
    assert found("中级编辑和初级记者，中级编辑。") == [(0, "中级编辑"), (5, "初级记者"), (10, "中级编辑")]


def test_of_two_forms_that_begin_in_one_place_the_longer_counts():
    assert found("正高级编辑") == [(0, "正高级编辑")]


@pytest.mark.parametrize(
    "text", ["“中级编辑”", "《中级编辑》", "中级编辑人员", "初级记者站", "高、中级编辑", "中级 编辑"]
)
def test_quotations_people_and_lists_of_levels_are_left_alone(text):
    assert found(text) == []


def test_nothing_is_looked_for_where_no_form_is_given():
    assert list(wrong_titles("中级编辑", ())) == []


@given(st.text(alphabet="中初高正级编辑记者、“”站和\n", max_size=30))
def test_what_is_found_stands_there(text):
    assert all(text[offset:].startswith(form) for offset, form in found(text))
