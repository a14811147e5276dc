"""What the YAML parser complains about, said in Chinese with what to do about it."""

import re
from typing import NamedTuple

import yaml

from generator.finding import Finding, Place
from generator.loading.source_map import Mark

_QUOTE_IT = "请把冒号后面的内容整个加上英文双引号"
_SAME_BLOCK = "是上面“|”以下的正文的，缩进要与正文的其他各行一样"
_ALIGN = "请让同级的项左边对齐，每低一级多缩进两个空格；冒号用英文冒号，后面空一格"
_BRACKETS = "请补上缺少的括号；内容本身以“[”或“{”开头的，整个加上英文双引号"
_NEW_LINE = f"请另起一行并缩进两个空格；内容本身以“-”开头的，{_QUOTE_IT}"
_NO_TEXT_HERE = "请把文字写到下面各行并缩进两个空格；内容本身以“|”或“>”开头的，加上英文双引号"

_FULL_WIDTH = re.compile(r"\s*(?:-\s+)*([^\s:：]{1,20})\s*：")


class _Row(NamedTuple):
    """A message of the parser: known by its words, which are all in its problem or context."""

    words: tuple[str, ...]
    message: str
    remedy: str
    at_start: bool = False
    """Whether to point at where the construct began rather than at where the parser gave up."""


# The first row that fits is taken. Both parsers' wordings are here: libyaml's, and that of PyYAML without it.
_ROWS = (
    _Row(("unexpected end of stream", "quoted"), "引号只有前一半，没有后一半", "请在内容末尾补上同样的英文引号", True),
    _Row(("document", "quoted"), "引号只有前一半，没有后一半", "请在内容末尾补上同样的英文引号", True),
    _Row(("escape",), "双引号里的“\\”后面不能是这个字符", "要写“\\”本身请写成“\\\\”，或改用英文单引号"),
    _Row(("tab character",), "这里的缩进用了制表符（Tab键）", "请改用英文空格，每一级缩进两个空格"),
    _Row(("'\\t'",), "这里的缩进用了制表符（Tab键）", "请改用英文空格，每一级缩进两个空格"),
    _Row(("cannot start any token",), "内容不能以这个符号开头", f"{_QUOTE_IT}；{_SAME_BLOCK}"),
    _Row(("alias",), "内容不能以“*”开头", _QUOTE_IT, True),
    _Row(("anchor",), "内容不能以“&”开头", _QUOTE_IT, True),
    _Row(("tag",), "内容不能以“!”开头", _QUOTE_IT, True),
    _Row(("mapping values",), "这里多了一个冒号，或这一行缩进不对", f"{_ALIGN}；内容里本来就有冒号的，{_QUOTE_IT}"),
    _Row(("sequence entries",), "列表的“-”不能写在这里", _NEW_LINE),
    _Row(("mapping keys",), "内容不能以“? ”开头", _QUOTE_IT),
    _Row(("expected ':'",), "这一行没有冒号，不知道是哪一项的内容", "请写成“项目: 内容”；接着上一行的文字要缩进", True),
    _Row(("document start",), "这一行的缩进与前面的行不一致", _ALIGN),
    _Row(("flow node",), "括号没有写完整，或逗号后面没有内容", _BRACKETS),
    _Row(("flow sequence",), "方括号“[”没有写完整", _BRACKETS, True),
    _Row(("flow mapping",), "花括号“{”没有写完整", _BRACKETS, True),
    _Row(("node content",), "内容不能以这个符号开头", _QUOTE_IT),
    _Row(("'-' indicator",), "列表里的这一行没有以“- ”开头", "请在行首加“- ”，或检查缩进"),
    _Row(("block collection",), "列表里的这一行没有以“- ”开头", "请在行首加“- ”，或检查缩进"),
    _Row(("block scalar",), "“|”或“>”后面不能有文字", _NO_TEXT_HERE, True),
    _Row(("block mapping",), "这里不该有内容：缩进与上下行不一致，或引号后面还有文字", _ALIGN),
    _Row(("incompatible",), "不能识别这一行的版本声明", "请删去以“%”开头的行"),
    _Row(("directive",), "不能识别以“%”开头的行", "请删去这一行"),
)
_OTHER = _Row((), "这里的写法不合规则", _ALIGN)


def syntax_finding(error: yaml.YAMLError, lines: list[str], file: str) -> Finding:
    """The finding for what stopped the parser; columns are those of the text it was given, `lines`."""
    problem = getattr(error, "problem", None) or str(error)
    words = f"{problem} {getattr(error, 'context', None) or ''}"
    row = next((row for row in _ROWS if all(word in words for word in row.words)), _OTHER)
    message, remedy = row.message, row.remedy
    mark = _mark(error, row.at_start, lines)
    colon = next((slip for slip in (_full_width(lines, mark.line), _full_width(lines, mark.line - 1)) if slip), None)
    if colon and any(word in words for word in ("expected ':'", "mapping values")):
        key, mark = colon
        message, remedy = f"“{key}”后面是全角冒号“：”", f"请改成英文冒号加一个空格，写成“{key}: ”"
    return Finding("yaml", "error", message, remedy=remedy, place=Place(file, mark.line, mark.column))


def _mark(error: yaml.YAMLError, at_start: bool, lines: list[str]) -> Mark:
    """Where the error stands; the end of the file when the parser puts it on the line after."""
    context, problem = (getattr(error, f"{name}_mark", None) for name in ("context", "problem"))
    mark = context if at_start and context is not None else problem
    if mark is None:
        return Mark(1, 1)
    return Mark(mark.line + 1, mark.column + 1) if mark.line < len(lines) else Mark(len(lines), len(lines[-1]) + 1)


def _full_width(lines: list[str], line: int) -> tuple[str, Mark] | None:
    """The key before a full-width colon at the start of a line (counted from 1), and where the colon stands."""
    match = _FULL_WIDTH.match(lines[line - 1]) if 1 <= line <= len(lines) else None
    return (match[1], Mark(line, match.end())) if match else None
