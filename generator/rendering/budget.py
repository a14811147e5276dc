"""How much one rendering may do, whatever the template asks for: passes of loops, and characters made or looked at.

The limits lie far above any document (a notice of twenty pages needs some thousand passes and some hundred thousand
characters) and far below what a computer notices.
"""

from contextvars import ContextVar, Token
from dataclasses import dataclass

from jinja2 import TemplateRuntimeError

MAX_TEXT = 2_000_000  # characters of one text, or items of one list
MAX_WORK = 64_000_000  # characters and items of one rendering, all together
MAX_STEPS = 1_000_000  # passes of loops, calls and inclusions of one rendering
SIZED = (str, list, tuple, dict, range)  # the values of templates that have a length

_TOO_LONG = f"这里的内容过长（一段文字不超过{MAX_TEXT // 10_000}万字），请检查是不是重复相连"
_TOO_MUCH = "模板要处理的内容过多，请检查循环，以及是不是重复相连"
_TOO_OFTEN = f"模板的循环、调用和引用过多（总共不超过{MAX_STEPS // 10_000}万次），请检查循环是不是套得太多"


@dataclass(slots=True)
class _Budget:
    work: int
    steps: int


_current: ContextVar[_Budget | None] = ContextVar("budget", default=None)


class budgeted:  # noqa: N801 - read as a function: `with budgeted():`
    """One rendering: what the template does inside is counted from zero."""

    __slots__ = ("_token",)
    _token: Token

    def __enter__(self) -> None:
        self._token = _current.set(_Budget(MAX_WORK, MAX_STEPS))

    def __exit__(self, *_error: object) -> None:
        _current.reset(self._token)


def spend_steps(count: int = 1) -> None:
    """Counts passes, calls or inclusions. Raises TemplateRuntimeError where they become too many."""
    budget = _current.get()
    if budget is not None:
        budget.steps -= count
        if budget.steps < 0:
            raise TemplateRuntimeError(_TOO_OFTEN)


def spend_text(length: int, made: int | None = None) -> None:
    """Counts a text or list of this length, of which `made` are new. Raises TemplateRuntimeError where it is too much.

    The length is limited while a template is compiled as well: Jinja computes constants then.
    """
    if length > MAX_TEXT:
        raise TemplateRuntimeError(_TOO_LONG)
    spend_work(length if made is None else made)


def spend_work(length: int) -> None:
    """Counts characters or items that are looked at or printed. Raises TemplateRuntimeError for too many."""
    budget = _current.get()
    if budget is not None:
        budget.work -= length
        if budget.work < 0:
            raise TemplateRuntimeError(_TOO_MUCH)


def spend_on(value: object) -> None:
    """Counts the length of a value that has one."""
    if isinstance(value, SIZED):
        spend_work(len(value))
