"""The values that a document declares in document.yaml, as the texts that must be found where it is printed."""

from collections.abc import Iterator
from typing import Any

from generator.context import value_at
from generator.rendering.environment import MODEL_BLANK
from generator.text import OwnWords
from tests.documents.papers import Paper

# Keys that steer what is printed, or say what may be, and are not printed themselves.
STEERING = {"文种", "条款", "去向", "依据", "年度", "取值", "宽", "空填", "从事本专业", "出处", "书写方式"}
STEERING |= {"印证", "适用条件", "条件关系", "民营企业免交"}  # what the rules ask of the words beside them
STEERING |= {"对应条件", "达到", "特殊成果", "种类", "刊物级别", "本人字数"}  # what the eligibility check compares
FLAGS = {"是", "否", "未写明"}
# What is printed only where another value is missing.
STANDS_IN_FOR = {"评审.地州市": "单位.地州市"}
# What is said to the writer of the model blank only, by kind of document.
PROMPTED = {("roster", "评审.花名册.声明"), ("publicity_notice", "评审.公示规定.最少工作日")}
# What the words of a body may set themselves, and so is not printed again.
SET_IN_BODY = {
    "公文.附件": "附件说明",
    "公文.署名": "落款",
    "公文.成文日期": "落款",
    "公文.附注": "附注",
    "公文.抄送": "版记",
    "公文.印发.机关": "版记",
    "公文.印发.日期": "版记",
}
STEERING_PATHS = {"评审.公示规定.身份证号显示"}


def declared_texts(paper: Paper) -> list[tuple[str, str]]:
    """(path, text) of everything declared that is not empty."""
    return [
        (path, text)
        for path in paper.document.fields
        for text in _TEXTS_OF.get(path, _declared)(paper, path)
        if text and _is_due(path, paper)
    ]


def _is_due(path: str, paper: Paper) -> bool:
    if (paper.request.kind, path) in PROMPTED:
        return paper.request.state == MODEL_BLANK
    if path == "单位.层级" and "企业" in paper.values["单位"]["性质"]:
        return False  # a company has no level
    if path in SET_IN_BODY and SET_IN_BODY[path] in paper.values["公文"]["正文自排"]:
        return False
    first = STANDS_IN_FOR.get(path)
    return path not in STEERING_PATHS and (first is None or (paper.filled and not value_at(paper.values, first)))


def _texts(value: Any) -> Iterator[str]:
    """Every text that must be found where `value` is printed; of posts, those in the profession."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key not in STEERING and not (key == "单位性质" and value.get("称呼")):
                yield from _texts(part)
    elif isinstance(value, list):
        for item in value:
            if not isinstance(item, dict) or item.get("从事本专业", "是") == "是":
                yield from _texts(item)
    elif value not in FLAGS and not isinstance(value, OwnWords):  # of words of its own the tests of those tell
        yield str(value)


def _declared(paper: Paper, path: str) -> Iterator[str]:
    return _texts(value_at(paper.values, path))


def _conditions(paper: Paper, path: str) -> Iterator[str]:
    """Of review conditions, the sentences with their numbers; the keys that the eligibility check reads are in them."""
    for title in value_at(paper.values, path):
        yield from (title["职称"], title["学识水平"], *(route["全文"] for route in title["学历资历"]))
        for group in (title["实践能力"], title["业绩成果"], *title["理论代表作"]):
            yield from (group["期间"], group["适用单位"], *group["必备"], group["文字"])
            yield from (item["全文"] for item in group["条件"])


def _roster_cells(paper: Paper, path: str) -> Iterator[str]:
    """Of a list of applicants, what the campaign's columns show."""
    columns = paper.values["评审"]["花名册"]["列"]
    leaves = [leaf for column in columns for leaf in column["下级"] or [column]]
    for member in paper.values["名单"]:
        for leaf in leaves:
            if leaf["取值"] not in ("", "序号"):
                yield str(value_at(member, leaf["取值"])) or leaf["空填"]


_TEXTS_OF = {"名单": _roster_cells, "条件.各级条件": _conditions}
