"""The one Jinja factory: strict, autoescaping, sandboxed, with one `finalize` for each target.

Every value is encoded by the target's `finalize` when it is printed, so a value can neither become markup nor be
read as Markdown. The Chinese filters and functions below are the whole vocabulary that tells apart the four kinds of
text in a template: fixed words, prompts (提示), data (空白, 空填) and what is left for the hand (留空).
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateRuntimeError,
    pass_context,
    pass_environment,
)
from jinja2.runtime import Context
from markupsafe import Markup

from generator.rendering.budget import budgeted, spend_work
from generator.rendering.date_picture import in_picture
from generator.rendering.printable import Space, Table, joined, printable
from generator.rendering.sandbox import Sandbox, counting
from generator.rendering.table import laid_out
from generator.text import OwnWords, as_sentence, chinese_numeral, year_list

FILLED, MODEL_BLANK, HAND_BLANK = "填写", "模板", "手填"
BLANKS = (MODEL_BLANK, HAND_BLANK)
STATES = (FILLED, *BLANKS)
STATE_VARIABLE = "状态"

MAX_OUTPUT = 64 * 1024 * 1024  # characters; a document of a thousand pages is far below
_PIECES = 256  # of output that are looked at together: fast, and no piece is longer than what a template may make

Encoder = Callable[[Any], str]


def make_environment(
    encode: Encoder, loader: BaseLoader | None = None, *, trim: bool = False, own_wordings: bool = False
) -> Sandbox:
    """An environment whose values are encoded by `encode`; `trim` removes the lines that hold only block tags.

    `own_wordings` lets templates include what data files say in the wording's notation, which other targets would take
    for markup of theirs.
    """
    environment = Sandbox(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalizer(encode),
        trim_blocks=trim,
        lstrip_blocks=trim,
        keep_trailing_newline=True,
    )
    environment.filters |= {name: counting(function) for name, function in FILTERS.items()}
    environment.globals = {"range": environment.globals["range"], **FUNCTIONS}
    environment.known = frozenset(_OF_CONTEXT.values())
    environment.extend(own_wordings=own_wordings)
    return environment


def template_parser(loader: BaseLoader | None = None) -> Sandbox:
    """An environment to parse and check templates of any target with; it renders nothing."""
    return make_environment(Markup, loader, trim=True)


def _finalizer(encode: Encoder) -> Callable[[Context, Any], str]:
    # pass_context also keeps Jinja from folding constants at compile time past the encoder.
    @pass_context
    def finalize(_context: Context, value: Any) -> str:
        if type(value) is str:
            printed = encode(value)
        else:
            # A captured block is template text whose values are encoded already.
            printed = value if isinstance(value, Markup) else encode(printable(value))
        spend_work(len(printed))
        return printed

    return finalize


def render(template: Template, values: dict[str, Any]) -> str:
    """The template's text; raises TemplateRuntimeError when it grows beyond any document's size."""
    pieces: list[str] = []
    size = 0
    with budgeted():
        try:
            made = template.root_render_func(template.new_context(values))
            while some := list(islice(made, _PIECES)):
                size += sum(map(len, some))
                if size > MAX_OUTPUT:
                    raise TemplateRuntimeError("模板输出的内容过大，请检查循环")
                pieces += some
        except Exception:
            template.environment.handle_exception()  # raises it again, with the lines of the template
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


@pass_environment
def own_wording(environment: Environment, words: str) -> Template:
    """文稿: the template that a data file's own words are, for `include`: `{% include 文稿(评审.通知.正文) %}`."""
    if not environment.own_wordings:
        raise TemplateRuntimeError("“文稿”只能用在 wording.md 和它引用的文字里")
    if not isinstance(words, OwnWords):
        raise TemplateRuntimeError("“文稿”只用于数据中自己写的文字，如 公文.正文")
    return _compiled(environment, words, words.place)


@lru_cache(maxsize=256)
def _compiled(environment: Environment, words: OwnWords, place: str) -> Template:
    code = environment.compile(f"{words}\n", place, place)  # a tag takes the line end behind it away
    return environment.template_class.from_code(environment, code, environment.make_globals(None))


def _period(period: dict[str, str]) -> str:
    """日期段: 2024年9月5日—9月30日; the year of the end is left out when it is the start's (GB/T 15834 4.13)."""
    start, end = period["起"], period["止"]
    year, found, _ = start.partition("年")
    return f"{start}—{end.removeprefix(year + found) if found else end}"


def _after(date: str, unit: str) -> str:
    """月日, 日: 9月5日, 5日, for a date that is written with the year or month once."""
    return date.partition(unit)[2] or date


def _until(date: str, unit: str) -> str:
    """年月, 年: 2024年9月, 2024年."""
    head, found, _ = date.partition(unit)
    return head + found


def _listed(items: Iterable[Any], mark: str = "、") -> str:
    """顿号: the items with 、 or another mark between them."""
    return joined(items, mark)


def _citation(documents: dict[str, str] | list[dict[str, str]]) -> str:
    """文件名: 机关《名称》（文号）, one document or several; 》《 meet without 、 (GB/T 15834, 4.5.3.5)."""
    documents = [documents] if isinstance(documents, dict) else documents
    return joined([_cited(item) for item in documents], "、").replace("》、《", "》《")


def _cited(document: dict[str, str]) -> str:
    name, number = document["名称"], document["文号"]
    cited = f"《{name}》" + (f"（{number}）" if number else "") if name else f"{number}文件"
    return document.get("机关", "") + cited


def _see_attachment(attachments: list[dict[str, Any]], kind: str) -> str:
    """见附件: （见附件4） for the attachment of this kind, （见附件） for the only one, nothing where there is none."""
    number = next((item["序号"] for item in attachments if item["文种"] == kind), "")
    return f"（见附件{number if len(attachments) > 1 else ''}）" if number else ""


def _unbroken(text: str) -> str:
    """不断行: full-width spaces as no-break spaces, which keep their place and their line at a line's end."""
    return text.replace("\u3000", "\u00a0\u00a0")


FILTERS: dict[str, Callable] = {
    "空白": _placeholder,
    "空填": _when_empty,
    "日期段": _period,
    "月日": lambda date: _after(date, "年"),
    "日": lambda date: _after(date, "月"),
    "年月": lambda date: _until(date, "月"),
    "年": lambda date: _until(date, "年"),
    "日期格式": in_picture,
    "年度段": lambda years: year_list(tuple(years)),
    "顿号": _listed,
    "序号": chinese_numeral,
    "括号序号": lambda number: f"（{chinese_numeral(number)}）",
    "表格": lambda content: Table(laid_out(content)),
    "不断行": _unbroken,
    "成句": as_sentence,
    "文件名": _citation,
    "见附件": _see_attachment,
}
_OF_CONTEXT = {"提示": _prompt, "留空": _left_for_hand}
FUNCTIONS: dict[str, Callable] = {**_OF_CONTEXT, "文稿": own_wording}
