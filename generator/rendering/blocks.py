"""What a wording becomes: a list of blocks, the same for Word, PDF, HTML and Excel."""

from dataclasses import dataclass, field
from typing import Any

PLAIN, HEITI, KAITI, RULED = "常规", "黑体", "楷体", "填空"


@dataclass(frozen=True)
class Run:
    """Text of one typeface: 常规 (仿宋), 黑体, 楷体, or 填空 (white space with a line below)."""

    text: str
    face: str = PLAIN


@dataclass(frozen=True)
class Block:
    """One paragraph, table or break, named by the style that lays it out.

    Of signature and date `right` is the indent from the right edge in 字, `above` the blank lines above, and `columns`
    how many signatures stand side by side, a tab between them. `table` is a table as `table_rows` makes it; `lines`
    counts the ruled lines of a writing sheet; `level` is the size of a letterhead (`official`), and `rows` are the
    lines of what is made of several.
    """

    style: str
    runs: tuple[Run, ...] = ()
    right: float = 0
    above: int = 0
    columns: int = 1
    table: dict[str, Any] = field(default_factory=dict)
    lines: int = 0
    level: int = 1
    rows: tuple[dict[str, Any], ...] = ()

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def as_context(self) -> dict[str, Any]:
        """The block under the Chinese names that frames use."""
        return {
            "样式": self.style,
            "文字": [{"文本": run.text, "字形": run.face} for run in self.runs],
            "文本": self.text,
            "右空": self.right,
            "上空": self.above,
            "列数": self.columns,
            "表": self.table,
            "行数": self.lines,
            "级": self.level,
            "各行": list(self.rows),
        }
