"""What the command says of an import: what was recognised, how much was kept, what is to be done."""

from collections import Counter
from pathlib import Path

from generator.importing.notice import Imported
from generator.reading.roles import recognise as roles

_MOST_LEFT = 8  # of what stays text, so many are named
_SHOWN = (
    (roles.TITLE, "标题", ""),
    (roles.LETTERHEAD, "发文机关标志", ""),
    (roles.NUMBER, "发文字号", ""),
    (roles.ADDRESSEES, "主送", ""),
    (roles.HEADING, "小标题", "个"),
    (roles.ITEM, "编了号的条款", "段"),
    (roles.BODY, "其他正文", "段"),
    (roles.TABLE, "表格", "张"),
    (roles.SEAL, "签字盖章", "行"),
    (roles.NOTE, "附件说明", ""),
    (roles.SIGNATURE, "署名", ""),
    (roles.DATE, "成文日期", ""),
    (roles.REMARK, "附注", ""),
    (roles.COPIED, "抄送", ""),
    (roles.IMPRINT, "印发", ""),
)
"""The roles in the order in which they are told, each with its name and, where they are counted, its measure."""


def report(imported: Imported, file: Path) -> list[str]:
    """The lines of the report on a data file written to `file`."""
    lines = [f"认出：{_recognised(imported)}。", _facts(imported), _fidelity(imported)]
    lines += [f"原文没有而要印的：{each}。" for each in imported.fidelity.added]
    unsure = len(imported.composed.doubts)
    confirm = f"核对待确认的{unsure}处，再" if unsure else "对照原文看一遍，再"
    lines.append(f"下一步：打开 {file}，{confirm}生成：zhicheng build {file}")
    return [line for line in lines if line]


def _recognised(imported: Imported) -> str:
    found = Counter(piece.role for piece in imported.parts)
    parts = [f"{name}{found[role]}{unit}" if unit else name for role, name, unit in _SHOWN if found[role]]
    attachments = sum(section.is_labelled for section in imported.parts.attachments)
    return "、".join(parts + ([f"附件{attachments}个"] if attachments else []))


def _facts(imported: Imported) -> str:
    composed = imported.composed
    if not composed.facts:
        return f"没有认出日期、金额、电话等事实{_left(composed.left)}。"
    kinds = "、".join(f"{kind}{len(named)}" for kind, named in composed.facts.items() if named)
    return f"事实：{kinds}，文中共{composed.mentions}处{_left(composed.left)}。"


def _left(left: tuple[tuple[str, str], ...]) -> str:
    """What may change with the year and stays text."""
    texts = list(dict.fromkeys("".join(text.split()) for _, text in left))
    shown = "、".join(texts[:_MOST_LEFT]) + (f"等{len(texts)}处" if len(texts) > _MOST_LEFT else "")
    return f"；没有把握、仍作文字的有：{shown}" if shown else ""


def _fidelity(imported: Imported) -> str:
    found = imported.fidelity
    left_out = f"，另有页码、记号等{found.left_out}字略去，见下面的提示" if found.left_out else ""
    return f"原文{found.total}字（不计空白），保留{found.kept}字{left_out}。"
