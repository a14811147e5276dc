"""However a file is laid out, rolling changes the values it lists and adds marks, and nothing else."""

from collections.abc import Callable
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loading.confirmation import comments, mark_in, unconfirmed
from generator.loading.record import read_record
from generator.rolling.roll import roll

PIECES = [
    *"甲乙 〔〕《》至、。#:'\"-\n{}[]|>",
    "2024年",
    "2021至2023年度",
    "《2024年办法》",
    "（星期三）",
    "待确认",
    "2025年3月1日",
    "2024年9月5日至9月30日",
    "10月下旬",
    "2023-24学年",
    "某发〔2024〕××号",
    "380元",
    "\\",
]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=15).map("".join)
NOTES = st.sampled_from(
    ["", " # 说明", "   # 待确认", "  # 待确认：问办公室", " # 2024年的说法  # 待确认：请核对，旧的"]
)
DATES = st.dates(yaml.safe_load("2023-12-01"), yaml.safe_load("2025-03-31"))
STYLES = st.sampled_from([None, "'", '"'])
YEARS = st.integers(1, 5)


def written(value: Any, style: str | None, flow: bool) -> str:
    """The value as YAML, in one of the ways people or programs write it."""
    text = yaml.dump(value, allow_unicode=True, default_style=style, default_flow_style=flow, sort_keys=False, width=40)
    return text.removesuffix("...\n")


def section(draw: Callable, key: str, value: Any) -> str:
    """`key` with its value and perhaps a comment behind its first line and a line of comment above it."""
    text = written({key: value}, draw(STYLES), draw(st.booleans()))
    if key in ("标题", "正文", "附注") and draw(st.booleans()):
        text = f"{key}: |2\n" + "".join(f"  {line}\n" for line in value.split("\n"))
    if text.startswith("{"):  # a mapping in braces would close the file
        text = written({key: value}, None, False)
    first, _, rest = text.partition("\n")
    if first.endswith((":", "|2")) or not rest and not first.endswith(("'", '"')):
        first += draw(NOTES)
    above = draw(st.sampled_from(["", "# 以下是2024年的内容\n", "\n\n", "# ──\n\n"]))
    return f"{above}{first}\n{rest}"


@st.composite
def files(draw: Callable) -> str:
    """An official document with its sections in any order, laid out in any way."""
    day = lambda: f"{draw(DATES):%Y-%m-%d}"  # noqa: E731
    content = {
        "类型": "公文",
        "标题": draw(WORDS),
        "正文": draw(WORDS),
        "成文日期": day(),
        "发文字号": draw(st.sampled_from(["示人社发〔2024〕31号", "2024年第3号", "无"])),
        "附注": draw(WORDS),
        "抄送": draw(st.lists(WORDS, min_size=1, max_size=3)),
        "事实": {
            "年度": {"申报": "2024", "上年": "2023"},
            "日期": {"甲": day(), "乙": day()},
            "期间": {"丙": dict(zip(("起", "止"), sorted((day(), day())), strict=True))},
            "电话": {"丁": "0000-0000101"},
        },
        "附件": [{"名称": draw(WORDS), "正文": draw(WORDS)}],
        "存疑": [{"事项": draw(WORDS), "说明": "2024年的通知", "出处": "2024年通知"}],
    }
    return "".join(section(draw, key, content[key]) for key in draw(st.permutations(list(content))))


@given(text=files(), years=YEARS, line_end=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=80)
def test_only_listed_values_change_and_only_marks_are_added(tmp_path_factory, text, years, line_end):
    path = tmp_path_factory.mktemp("any") / "通知.yaml"
    path.write_bytes(text.replace("\n", line_end).encode())
    assert read_record(path, "公文").findings == ()
    rolled = roll(path, 2024 + years)
    old, new = path.read_bytes().decode(), rolled.content.decode()
    listed = {change.name: change for change in rolled.changes if change.edits}
    before, after = values(old), values(new)
    assert {name for name in before if before[name] != after[name]} <= set(listed)
    assert before.keys() == after.keys()
    assert without_marks(new) == without_marks(old)
    assert len(new.split(line_end)) == len(old.split(line_end))
    assert {mark.line for mark in unconfirmed(new)} >= {mark.line for mark in unconfirmed(old)}
    path.write_bytes(rolled.content)
    assert read_record(path, "公文").findings == ()
    again = roll(path, 2030).content.decode()
    assert without_marks(again) == without_marks(old)


def values(text: str) -> dict[str, str]:
    """Every value by its path, as another reader of YAML has it."""
    found: dict[str, str] = {}

    def walk(node: Any, path: str) -> None:
        if isinstance(node, dict):
            for key, value in node.items():
                walk(value, f"{path}.{key}" if path else key)
        elif isinstance(node, list):
            for number, value in enumerate(node, start=1):
                walk(value, f"{path}.第{number}项")
        else:
            found[path] = node

    walk(yaml.load(text, Loader=yaml.BaseLoader), "")
    return found


def without_marks(text: str) -> list[str]:
    """The comments without their marks: what rolling must not touch."""
    kept = []
    for comment in comments(text):
        mark = mark_in(comment.text)
        kept.append(comment.text[: mark.start()].rstrip() if mark else comment.text)
    return [words for words in kept if words]
