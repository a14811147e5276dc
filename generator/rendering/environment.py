"""The one Jinja factory: strict, autoescaping, sandboxed, with one `finalize` for each target.

Every value is encoded by the target's `finalize` when it is printed, so a value can neither become markup nor be
read as Markdown. The Chinese filters and functions below are the whole vocabulary that tells apart the four kinds of
text in a template: fixed words, prompts (提示), data (空白, 空填) and what is left for the hand (留空).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateRuntimeError, Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from markupsafe import Markup

from generator.text import as_sentence, blank_space, chinese_numeral, year_list

FILLED, MODEL_BLANK, HAND_BLANK = "填写", "模板", "手填"
BLANKS = (MODEL_BLANK, HAND_BLANK)
STATES = (FILLED, *BLANKS)
STATE_VARIABLE = "状态"

MAX_OUTPUT = 64 * 1024 * 1024  # characters; a document of a thousand pages is far below
MAX_WIDTH = 1000  # 字; a page of 22 lines has 616
_TEXT_METHODS = frozenset({"strip", "startswith", "endswith", "removeprefix", "removesuffix", "split"})
# What reaches attributes or endless memory, what encodes (that is the target's part), and what differs from run to run.
_DROPPED_FILTERS = (
    "attr", "map", "center", "format", "indent", "batch", "slice",
    "e", "escape", "forceescape", "safe", "pprint", "tojson", "urlize", "xmlattr", "random",
)  # fmt: skip

_CAPTURED = "set、endset 之间或宏里的一段文字不能再与别的文字相连，请直接依次写出"

Encoder = Callable[[Any], Markup]


@dataclass(frozen=True)
class Space:
    """White space to write on, `width` 字 wide; `ruled` asks for a line below it."""

    width: int
    ruled: bool = True

    def __post_init__(self):
        if not isinstance(self.width, int) or not 0 <= self.width <= MAX_WIDTH:
            raise TypeError(f"空白的宽应是0至{MAX_WIDTH}的整数，不能是“{self.width}”")

    def __str__(self) -> str:
        """What stands where the space is joined to other text: white space without its rule."""
        return blank_space(self.width)


@dataclass(frozen=True)
class Table:
    """A table as a value: it stands alone in a paragraph of the wording and becomes a block of its own."""

    content: dict[str, Any]

    def __str__(self) -> str:
        raise TypeError("“表格”只能用在 wording.md 里，并且单独成段")


class _Compiler(CodeGenerator):
    """Lets the sandbox join what `~` joins: Jinja would encode for HTML, whatever the target."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with the ways to ask for endless memory closed as well."""

    code_generator_class = _Compiler
    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def joined(self, parts: tuple[Any, ...]) -> str:
        """The text of `甲 ~ 乙`. Raises TemplateRuntimeError for what is no text."""
        if any(isinstance(part, Markup) for part in parts):
            raise TemplateRuntimeError(_CAPTURED)
        return "".join(str(_printable(part)) for part in parts)

    def wrap_str_format(self, value: Any) -> None:
        """None: `format` is refused like every method of text but a few; `{:>999999999}` fills the memory."""

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+":
            if isinstance(left, Markup) or isinstance(right, Markup):
                raise TemplateRuntimeError(_CAPTURED)
            return super().call_binop(context, operator, left, right)
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        if operator != "**" and numbers:
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"模板里不能对文字使用“{operator}”运算")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str):
            return attr in _TEXT_METHODS
        return super().is_safe_attribute(obj, attr, value)


def make_environment(encode: Encoder, loader: BaseLoader | None = None, *, trim: bool = False) -> _Sandbox:
    """An environment whose values are encoded by `encode`; `trim` removes the lines that hold only block tags."""
    environment = _Sandbox(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalizer(encode),
        trim_blocks=trim,
        lstrip_blocks=trim,
        keep_trailing_newline=True,
    )
    for name in _DROPPED_FILTERS:
        environment.filters.pop(name)
    environment.filters.update(FILTERS)
    environment.globals = {"range": environment.globals["range"], **FUNCTIONS}
    return environment


def template_parser(loader: BaseLoader | None = None) -> _Sandbox:
    """An environment to parse and check templates of any target with; it renders nothing."""
    return make_environment(Markup, loader, trim=True)


def _finalizer(encode: Encoder) -> Callable[[Context, Any], Any]:
    # pass_context also keeps Jinja from folding constants at compile time past the encoder.
    @pass_context
    def finalize(context: Context, value: Any) -> Any:
        if isinstance(value, Markup):  # a captured block: template text whose values are encoded already
            return value
        return encode(_printable(value))

    return finalize


def _printable(value: Any) -> Any:
    """`value` if a paper can show it. Raises TemplateRuntimeError for lists, functions and the like."""
    if value is None:
        return ""
    if isinstance(value, str | int | float | Space | Table) and not isinstance(value, bool):
        return value
    if isinstance(value, Undefined):
        return str(value)  # raises the error that names it
    if isinstance(value, list | tuple | dict):
        raise TemplateRuntimeError("这里的值是一组内容，请用 for 逐项输出，或写到具体的一项")
    raise TemplateRuntimeError("这里的值不是文字，印不出来。“提示”“留空”后面要有括号；判断请用 if")


def render(template: Template, values: dict[str, Any]) -> str:
    """The template's text; raises TemplateRuntimeError when it grows beyond any document's size."""
    pieces: list[str] = []
    size = 0
    for piece in template.generate(values):
        size += len(piece)
        if size > MAX_OUTPUT:
            raise TemplateRuntimeError("模板输出的内容过大，请检查循环")
        pieces.append(piece)
    return "".join(pieces)


@pass_context
def _placeholder(context: Context, value: Any, placeholder: str = "", 宽: int | None = None) -> Any:
    """空白: the value when filled, `placeholder` in the model blank, a ruled space in the hand blank."""
    state = context[STATE_VARIABLE]
    if state == MODEL_BLANK:
        return placeholder
    return value if state == FILLED else Space(宽 or 2 * max(len(placeholder), 1))


@pass_context
def _when_empty(context: Context, value: Any, text: str = "无") -> Any:
    """空填: `text` when a filled paper has no value here, as the form prescribes."""
    return text if context[STATE_VARIABLE] == FILLED and value == "" else value


@pass_context
def _prompt(context: Context, text: str) -> str:
    """提示: words to the writer, in the model blank only."""
    return text if context[STATE_VARIABLE] == MODEL_BLANK else ""


@pass_context
def _left_for_hand(context: Context, placeholder: str = "", width: int = 2) -> Any:
    """留空: what the hand writes in every paper (signature, day of signing): the model blank shows `placeholder`."""
    return placeholder if context[STATE_VARIABLE] == MODEL_BLANK else Space(width, ruled=False)


def _period(period: dict[str, str]) -> str:
    """日期段: 2024年9月5日—9月30日; the year of the end is left out when it is the start's (GB/T 15834 4.13)."""
    start, end = period["起"], period["止"]
    year, found, _ = start.partition("年")
    return f"{start}—{end.removeprefix(year + found) if found else end}"


def _joined(items: Iterable[Any], mark: str = "、") -> str:
    return mark.join(str(item) for item in items)


def _citation(documents: dict[str, str] | list[dict[str, str]]) -> str:
    """文件名: 《名称》（文号）, one document or several; 》《 meet without 、 (GB/T 15834, 4.5.3.5)."""
    documents = [documents] if isinstance(documents, dict) else documents
    cited = [f"《{item['名称']}》" + (f"（{item['文号']}）" if item["文号"] else "") for item in documents]
    return "、".join(cited).replace("》、《", "》《")


def _see_attachment(attachments: list[dict[str, Any]], kind: str) -> str:
    """见附件: （见附件4） for the attachment of this kind, nothing where the notice has none."""
    return next((f"（见附件{item['序号']}）" for item in attachments if item["文种"] == kind), "")


def _unbroken(text: str) -> str:
    """不断行: full-width spaces as no-break spaces, which keep their place and their line at a line's end."""
    return text.replace("\u3000", "\u00a0\u00a0")


FILTERS: dict[str, Callable] = {
    "空白": _placeholder,
    "空填": _when_empty,
    "日期段": _period,
    "年度段": lambda years: year_list(tuple(years)),
    "顿号": _joined,
    "序号": chinese_numeral,
    "括号序号": lambda number: f"（{chinese_numeral(number)}）",
    "表格": Table,
    "不断行": _unbroken,
    "成句": as_sentence,
    "文件名": _citation,
    "见附件": _see_attachment,
}
FUNCTIONS: dict[str, Callable] = {"提示": _prompt, "留空": _left_for_hand}
