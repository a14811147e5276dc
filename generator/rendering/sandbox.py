"""Jinja's sandbox, made narrower: templates reach no code, change no data, and stay within a budget.

- Of the methods of text only a few harmless ones may be called; text is not formatted, multiplied or taken modulo.
- `~`, `+`, `join` and `replace` make no text longer than MAX_TEXT, and `+` no longer list; whole numbers that are
  multiplied are below MAX_FACTOR.
- Everything that is joined, captured (set, macro, filter blocks), cut out, filtered, called for or printed counts
  against the budget of the rendering, and so does each pass of each loop, each call and each inclusion (`budget`).

Memory is bounded by that. Time is bounded too, yet by counting: a hostile template can still take its time over a
million passes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from types import FunctionType
from typing import Any

from jinja2 import Template, TemplateRuntimeError, filters, nodes, pass_context, pass_environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, LoopContext, new_context
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from markupsafe import Markup

from generator.rendering.budget import SIZED, spend_on, spend_steps, spend_text, spend_work
from generator.rendering.printable import CAPTURED, FILTERED, joined, printable

MAX_FACTOR = 10**15
_MAX_DECIMALS = 15  # of a float
_COUNTED = " counted"  # no template can write this name
_TEXT_METHODS = frozenset({"strip", "startswith", "endswith", "removeprefix", "removesuffix", "split"})
# What reaches attributes or endless memory, what encodes (that is the target's part), and what differs from run to run.
_DROPPED_FILTERS = (
    "attr", "map", "center", "format", "indent", "batch", "slice", "wordwrap", "urlencode",
    "e", "escape", "forceescape", "safe", "pprint", "tojson", "urlize", "xmlattr", "random",
)  # fmt: skip

_FOR_CAPTURED = ("trim", "default", "d")


class _Compiler(CodeGenerator):
    """Lets the sandbox do what Jinja would do in place: joining, cutting, and going through a loop.

    What is printed goes through the environment's `finalize` alone, which encodes it; Jinja would escape it once more.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        for loop in node.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.iter.lineno)
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        if not isinstance(node.arg, nodes.Slice):
            super().visit_Getitem(node, frame)
            return
        self.write("environment.cut(")
        self.visit(node.node, frame)
        self.write(", slice(")
        for bound in (node.arg.start, node.arg.stop, node.arg.step):
            self.visit(bound or nodes.Const(None), frame)
            self.write(", ")
        self.write("))")


class _Template(Template):
    """A template that takes the environment's globals as they are: it has none of its own."""

    def new_context(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> Context:
        known = self.environment.globals
        return new_context(self.environment, self.name, self.blocks, vars, shared, known, locals)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of every template. `known` are functions that it offers and that want the context."""

    template_class = _Template
    code_generator_class = _Compiler
    known: frozenset[Callable] = frozenset()
    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **options: Any):
        super().__init__(**options)
        for name in _DROPPED_FILTERS:
            self.filters.pop(name)
        self.filters |= {"join": _join, "replace": _replace, "round": _round, "sum": _sum}
        self.filters = {
            name: counting(function, captured=name in _FOR_CAPTURED) for name, function in self.filters.items()
        }
        self.filters[_COUNTED] = _each

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """The text between set and endset, of a macro or of a filter block, from its pieces."""
        pieces = list(pieces)
        spend_work(sum(map(len, pieces)))  # before joining: the same long piece may come a thousand times
        return "".join(pieces)

    @staticmethod
    def joined(parts: tuple[Any, ...]) -> str:
        """The text of `甲 ~ 乙`, for every target: Jinja would encode for HTML."""
        return joined(parts)

    @staticmethod
    def cut(value: Any, part: slice) -> Any:
        """The value of `值[1:]`."""
        spend_on(value)
        return value[part]

    def join_path(self, template: str, parent: str) -> str:
        """Called for each include, import and extends."""
        spend_steps()
        return super().join_path(template, parent)

    def wrap_str_format(self, value: Any) -> None:
        """None: `format` is refused like every method of text but a few; `{:>999999999}` fills the memory."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict):  # data: what it holds is never unsafe
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)

    def call(self, context: Context, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        spend_steps()
        if not kwargs and type(function) is FunctionType and function in self.known:
            return function(context, *args)
        if isinstance(function, LoopContext):  # loop(项目) of a recursive loop
            args = tuple(_each(context, items) for items in args)
        result = super().call(context, function, *args, **kwargs)
        spend_on(result)
        return result

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+":
            return _sum_of_two(left, right)
        numbers = all(isinstance(value, int | float) and abs(value) < MAX_FACTOR for value in (left, right))
        if operator != "**" and numbers:
            return super().call_binop(context, operator, left, right)
        raise SecurityError(f"模板里不能对文字使用“{operator}”运算")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str):
            return attr in _TEXT_METHODS
        return super().is_safe_attribute(obj, attr, value)


def counting(function: Callable, *, captured: bool = False) -> Callable:
    """The filter, with the length of what it is given and of what it gives counted.

    Unless `captured`, it refuses the text between set and endset: the values in it are encoded already.
    """

    @wraps(function)
    def counted(*args: Any, **kwargs: Any) -> Any:
        length = 0
        for value in args:
            if isinstance(value, SIZED):
                if not captured and isinstance(value, Markup):
                    raise TemplateRuntimeError(FILTERED)
                length += len(value)
        spend_work(length)
        result = function(*args, **kwargs)
        spend_on(result)
        return result

    return counted


def _sum_of_two(left: Any, right: Any) -> Any:
    if isinstance(left, Markup) or isinstance(right, Markup):
        raise TemplateRuntimeError(CAPTURED)
    if isinstance(left, str | list | tuple) and isinstance(right, str | list | tuple):
        spend_text(len(left) + len(right))
    return left + right


@pass_context
def _each(context: Context, items: Any) -> Any:
    """The items of a loop, each a step."""
    if isinstance(items, SIZED):
        spend_steps(len(items))
        return items
    return _one_by_one(items)


def _one_by_one(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        spend_steps()
        yield item


# pass_context below also keeps Jinja from computing what is constant at compile time, outside any budget.


@pass_context
def _join(context: Context, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    if attribute is not None:
        value = map(filters.make_attrgetter(context.environment, attribute), value)
    return joined(value, d)


@pass_context
def _replace(context: Context, s: str, old: str, new: str, count: int | None = None) -> str:
    text, old, new = printable(s), printable(old), printable(new)
    found = str(text).count(str(old))
    spend_text(len(str(text)) + (min(found, count) if count and count > 0 else found) * len(str(new)))
    return filters.do_replace(context.eval_ctx, text, old, new, count)


def _round(value: float, precision: int = 0, method: str = "common") -> float:
    if abs(precision) > _MAX_DECIMALS:
        raise TemplateRuntimeError(f"round 的位数不超过{_MAX_DECIMALS}")
    return filters.do_round(value, precision, method)


@pass_environment
def _sum(environment: Sandbox, iterable: Iterable[Any], attribute: str | int | None = None, start: float = 0) -> float:
    if not isinstance(start, int | float):
        raise TemplateRuntimeError("sum 只能加数字")
    return filters.sync_do_sum(environment, iterable, attribute, start)
