"""Turns Jinja's exceptions into template errors that name the place and what the data offers."""

import re
from collections.abc import Callable

from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import FilterArgumentError
from jinja2.sandbox import SecurityError

from generator.errors import TemplateError

_NO_ATTRIBUTE = re.compile(r"has no attribute '(?P<name>.+)'$")
_NO_ELEMENT = re.compile(r"has no element (?P<index>\d+)$")
_CHINESE = re.compile("[\u4e00-\u9fff]")
# Python's own words are English and tell of its types: each kind of error has its sentence here.
_CALCULATION = (
    (ZeroDivisionError, "除数是0"),
    (OverflowError, "数字太大"),
    (LookupError, "这里的值没有要取的这一项"),
    (AttributeError, "这个筛选器不能用在这样的值上"),
    (TypeError, "值的种类不对，例如文字和数字相加，或把文字、数字当作一组内容"),
    ((ValueError, ArithmeticError), "值不合这个筛选器或运算的要求"),
)
_NO_NAME = re.compile(r"'(?P<name>.+)' is undefined$")


class blaming:  # noqa: N801 - read as a function: `with blaming(file):`
    """Any Jinja error inside becomes a TemplateError that names the template's file and line.

    `locate(line, name)` says the place in other words (a Word template's paragraph or table cell).
    """

    __slots__ = ("_locate", "_name")

    def __init__(self, name: str, locate: Callable[[int, str | None], str] | None = None):
        self._name = name
        self._locate = locate

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        if error is not None and (told := _told(error, self._name, self._locate)):
            raise told from error


def _told(error: BaseException, name: str, locate: Callable[[int, str | None], str] | None) -> TemplateError | None:
    """The error in the user's words, None where it is none of a template's."""
    if isinstance(error, JinjaError):
        return TemplateError(_place(error, name, locate), *_explain(error))
    if isinstance(error, UnicodeDecodeError):
        remedy = "请用记事本打开，选“另存为”，把“编码”改为“UTF-8”后保存"
        return TemplateError(name, "文件的编码不是UTF-8", remedy)
    if isinstance(error, RecursionError):
        return TemplateError(_place(error, name, locate), "标签套得太深", "请检查括号，以及宏和引用是否绕回了自己")
    for kinds, words in _CALCULATION:
        if isinstance(error, kinds):
            return TemplateError(_place(error, name, locate), f"标签无法计算：{words}", "请检查这里的筛选器和运算")
    return None


def _place(error: Exception, name: str, locate: Callable[[int, str | None], str] | None) -> str:
    file, line = name, 0
    if isinstance(error, TemplateSyntaxError):
        file, line = error.name or name, error.lineno
    traceback = error.__traceback__
    while traceback is not None:
        if "__jinja_exception__" in traceback.tb_frame.f_globals:  # Jinja's own frame, rewritten to the template
            file, line = traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next
    if locate:
        return locate(line, _undefined_name(error))
    file = name if file.startswith("<") else file
    return f"{file}:{line}" if line else file


def _undefined_name(error: Exception) -> str | None:
    match = _NO_ATTRIBUTE.search(str(error)) or _NO_NAME.search(str(error))
    return match["name"] if match else None


def _explain(error: JinjaError) -> tuple[str, str]:
    if match := _NO_ELEMENT.search(str(error)):
        return f"这里的列表没有第{int(match['index']) + 1}项", "请先用 if 判断有没有，或改用 for 逐项输出"
    if isinstance(error, UndefinedError):
        name = _undefined_name(error)
        message = f"数据中没有“{name}”" if name else "没有这里要用的值"
        return message, "请对照 zhicheng template fields 列出的变量改正写法"
    if isinstance(error, TemplateNotFound):
        return f"没有“{error.name}”这个模板", "请检查文件名，名称从模板文件夹写起，例如 clauses/联系.md"
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error.message or ""), "请检查括号、引号，以及 if/for 与 endif/endfor 是否成对"
    if isinstance(error, SecurityError):
        return "模板用了不允许的写法", "模板只能输出数据、判断和循环，不能调用程序"
    message = str(error.message)
    if message.startswith("No ") or isinstance(error, FilterArgumentError) or not _CHINESE.search(message):
        return _syntax(message), "请检查这里的筛选器和写法"  # Jinja's own, in English
    return message, "请检查模板的这一处"


_SYNTAX = (
    (re.compile(r"needs to be closed is '(.+)'"), "“{0}”没有对应的 end{0}"),
    (re.compile(r"No (?:filter|test) named '(.+)'"), "没有“{0}”这个筛选器"),
    (re.compile(r"Encountered unknown tag '(.+?)'"), "这里不该有“{0}”标签"),
    (re.compile(r"expected token '(?:end of|begin of|template data)[^']*', got '(?!end of)(.+)'"), "标签里多了“{0}”"),
    (re.compile(r"unexpected 'end of|got 'end of"), "标签没有写完"),
    (re.compile(r"expected token '(.+)', got '(.+)'"), "标签里应是“{0}”的地方写成了“{1}”"),
    (re.compile(r"unexpected '(.+)'"), "标签里多了“{0}”"),
)
_TOKENS = {"name": "名称", "string": "文字", "integer": "整数", "float": "小数"}


def _syntax(message: str) -> str:
    for pattern, words in _SYNTAX:
        if match := pattern.search(message):
            return words.format(*(_TOKENS.get(word, word) for word in match.groups()))
    return "标签写法有误"
