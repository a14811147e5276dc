"""Every value that a document declares in document.yaml reaches Word, PDF and web page."""

from collections.abc import Iterator
from typing import Any

from generator.catalog import REQUIRED
from generator.context import value_at
from tests.documents.papers import TEXTS, Paper
from tests.documents.reading import words

# Keys that steer what is printed, or say what may be, and are not printed themselves.
STEERING = {"文种", "条款", "去向", "依据", "年度", "取值", "宽", "从事本专业"}
FLAGS = {"是", "否"}
# What is printed only where another value is missing.
STANDS_IN_FOR = {"评审.地州市": "单位.地州市"}


def printed_parts(value: Any) -> Iterator[str]:
    """Every text that must be found where `value` is printed."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in STEERING:
                yield from printed_parts(part)
    elif isinstance(value, list):
        for item in value:
            if not isinstance(item, dict) or item.get("从事本专业", "是") == "是":
                yield from printed_parts(item)
    elif value not in FLAGS:
        yield str(value)


def declared(paper: Paper) -> Iterator[tuple[str, str]]:
    for path in paper.document.fields:
        value = value_at(paper.values, path)
        if path in STANDS_IN_FOR and (not paper.filled or value_at(paper.values, STANDS_IN_FOR[path])):
            continue
        parts = roster_parts(paper) if path == "名单" else printed_parts(value)
        yield from ((path, part) for part in parts if part)


def roster_parts(paper: Paper) -> Iterator[str]:
    """Of a list of applicants, what the campaign's columns show."""
    columns = paper.values["评审"]["花名册"]["列"]
    paths = [leaf["取值"] for column in columns for leaf in column["下级"] or [column]]
    for member in paper.values["名单"]:
        yield from (str(value_at(member, path)) for path in paths if path not in ("", "序号"))


def test_every_declared_value_is_printed(paper):
    missing = [
        (format, path, part)
        for format in TEXTS
        for path, part in declared(paper)
        if words(part) not in paper.words(format)
    ]
    assert missing == []


def test_a_filled_paper_has_every_required_value(paper):
    """So that the test above does not pass on empty values."""
    required = [path for path, need in paper.document.fields.items() if need == REQUIRED and paper.filled]
    assert [path for path in required if value_at(paper.values, path) in ("", [])] == []
