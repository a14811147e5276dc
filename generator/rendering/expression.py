"""Single Jinja expressions and one-line texts over a document's values: file names and premises."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any

from jinja2 import Template, Undefined

from generator.rendering.budget import budgeted
from generator.rendering.environment import Space, make_environment, render
from generator.rendering.faults import blaming


def render_text(source: str, values: dict[str, Any]) -> str:
    """A one-line template as plain text (a file name). Raises TemplateError naming the source."""
    with blaming(source):
        return render(_template(source), values)


def evaluate(expression: str, values: dict[str, Any]) -> Any:
    """The value of an expression such as `公示.异议 in ("", "无")`. Raises TemplateError naming the expression."""
    with blaming(expression), budgeted():
        result = _expression(expression)(values)
        if isinstance(result, Undefined):
            str(result)  # raises the error that names it
        return list(result) if isinstance(result, Iterator) else result


@lru_cache(maxsize=256)
def _template(source: str) -> Template:
    return _environment().from_string(source)


@lru_cache(maxsize=256)
def _expression(expression: str) -> Callable[[dict[str, Any]], Any]:
    return _environment().compile_expression(expression, undefined_to_none=False)


@cache
def _environment():
    return make_environment(lambda value: "" if isinstance(value, Space) else str(value), own_wordings=True)
