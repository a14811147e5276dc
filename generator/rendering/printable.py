"""What a tag may print: text, numbers, white space to write on, a table. Lists, records and functions are refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateRuntimeError, Undefined
from markupsafe import Markup

from generator.rendering.budget import spend_text
from generator.text import blank_space

MAX_WIDTH = 1000  # 字; a page of 22 lines has 616
GROUP = "这里的值是一组内容，请用 for 逐项输出，或写到具体的一项"
NO_TEXT = "这里的值不是文字，印不出来。“提示”“留空”后面要有括号；判断请用 if"
FILTERED = "set、endset 之间或宏里的一段文字不能再用筛选器改动，请把筛选器写到其中的数据上"
CAPTURED = "set、endset 之间或宏里的一段文字不能再与别的文字相连，请直接依次写出"


@dataclass(frozen=True)
class Space:
    """White space to write on, `width` 字 wide; `ruled` asks for a line below it."""

    width: int
    ruled: bool = True

    def __post_init__(self):
        if not isinstance(self.width, int) or not 0 <= self.width <= MAX_WIDTH:
            raise TemplateRuntimeError(f"空白的宽应是0至{MAX_WIDTH}的整数，不能是“{self.width}”")

    def __str__(self) -> str:
        """What stands where the space is joined to other text: white space without its rule."""
        return blank_space(self.width)


@dataclass(frozen=True)
class Table:
    """A table as a value: it stands alone in a paragraph of the wording and becomes a block of its own."""

    content: dict[str, Any]

    def __str__(self) -> str:
        raise TemplateRuntimeError("“表格”只能用在 wording.md 里，并且单独成段")


def printable(value: Any) -> Any:
    """`value` if a paper can show it. Raises TemplateRuntimeError for lists, functions and the like."""
    if value is None:
        return ""
    if isinstance(value, str | int | float | Space | Table) and not isinstance(value, bool):
        return value
    if isinstance(value, Undefined):
        return str(value)  # raises the error that names it
    raise TemplateRuntimeError(GROUP if isinstance(value, list | tuple | dict) else NO_TEXT)


def joined(parts: Iterable[Any], mark: Any = "") -> str:
    """The text of the parts with `mark` between them. Raises TemplateRuntimeError for what is no text, or too long."""
    mark = _text(mark)
    texts: list[str] = []
    length = 0
    for part in parts:
        texts.append(_text(part))
        length += len(texts[-1]) + len(mark)
        spend_text(length, made=0)  # before the parts are joined: the same long part may stand in a list many times
    spend_text(length)
    return mark.join(texts)


def _text(value: Any) -> str:
    if isinstance(value, Markup):
        raise TemplateRuntimeError(CAPTURED)
    return str(printable(value))
