"""What rolling a file did, said to the person who has to confirm it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.rolling.changes import Change
from generator.rolling.roll import Rolled


def lines(rolled: Rolled) -> Iterator[str]:
    """One line for each value changed or to be looked at, in the order of the file, then the notes."""
    yield from map(_line, rolled.changes)
    for note in rolled.notes:
        yield f"注意　{note}"


def summary(rolled: Rolled, target: Path) -> str:
    """How much was done and what remains to do."""
    changed = sum(change.new is not None for change in rolled.changes)
    marked = sum(change.mark is not None for change in rolled.changes)
    return (
        f"已写入 {target}：由{rolled.old_year}年度做成{rolled.new_year}年度的，改了{changed}处，"
        f"要人确认的{marked}处，都在行末注了“# 待确认”。"
        "确认一处，删去一处的批注；没有删完以前，生成的文件每页印“草稿”。"
    )


def as_dict(rolled: Rolled, target: Path) -> dict[str, Any]:
    """The machine-readable form: `new` is null for a value that was kept and has to be looked at."""
    return {
        "source": str(rolled.source),
        "file": str(target),
        "year": {"old": rolled.old_year, "new": rolled.new_year},
        "changes": [
            {
                "line": change.line,
                "column": change.column,
                "field": change.name,
                "old": change.old,
                "new": change.new,
                "note": change.note or None,
                "confirm": change.mark is not None,
            }
            for change in rolled.changes
        ],
        "notes": list(rolled.notes),
    }


def _line(change: Change) -> str:
    new = f" → {change.new}" if change.new is not None else "　请核对"
    note = f"（{change.note}）" if change.note else ""
    return f"第{change.line}行　{change.name}：{change.old}{new}{note}"
