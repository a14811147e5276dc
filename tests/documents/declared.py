"""The values that a document declares in document.yaml, as the texts that must be found where it is printed."""

from collections.abc import Iterator
from typing import Any

from generator.context import value_at
from generator.rendering.environment import MODEL_BLANK
from tests.documents.papers import Paper

# Keys that steer what is printed, or say what may be, and are not printed themselves.
STEERING = {"文种", "条款", "去向", "依据", "年度", "取值", "宽", "空填", "从事本专业"}
FLAGS = {"是", "否"}
# What is printed only where another value is missing.
STANDS_IN_FOR = {"评审.地州市": "单位.地州市"}
# What is said to the writer of the model blank only, by kind of document.
PROMPTED = {("roster", "评审.花名册.声明"), ("publicity_notice", "评审.公示规定.最少工作日")}
STEERING_PATHS = {"评审.公示规定.身份证号显示"}


def declared_texts(paper: Paper) -> list[tuple[str, str]]:
    """(path, text) of everything declared that is not empty."""
    return [
        (path, text)
        for path in paper.document.fields
        for text in (_roster_cells(paper) if path == "名单" else _texts(value_at(paper.values, path)))
        if text and _is_due(path, paper)
    ]


def _is_due(path: str, paper: Paper) -> bool:
    if (paper.request.kind, path) in PROMPTED:
        return paper.request.state == MODEL_BLANK
    if path == "单位.层级" and "企业" in paper.values["单位"]["性质"]:
        return False  # a company has no level
    first = STANDS_IN_FOR.get(path)
    return path not in STEERING_PATHS and (first is None or (paper.filled and not value_at(paper.values, first)))


def _texts(value: Any) -> Iterator[str]:
    """Every text that must be found where `value` is printed; of posts, those in the profession."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in STEERING:
                yield from _texts(part)
    elif isinstance(value, list):
        for item in value:
            if not isinstance(item, dict) or item.get("从事本专业", "是") == "是":
                yield from _texts(item)
    elif value not in FLAGS:
        yield str(value)


def _roster_cells(paper: Paper) -> Iterator[str]:
    """Of a list of applicants, what the campaign's columns show."""
    columns = paper.values["评审"]["花名册"]["列"]
    leaves = [leaf for column in columns for leaf in column["下级"] or [column]]
    for member in paper.values["名单"]:
        for leaf in leaves:
            if leaf["取值"] not in ("", "序号"):
                yield str(value_at(member, leaf["取值"])) or leaf["空填"]
