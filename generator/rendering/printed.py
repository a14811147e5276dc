"""Values on their way through the Markdown parser: each printed value stands as a number between noncharacters.

No character of a value can thus be read as markup, and texts that differ only in their values are one to the parser.
"""

import re
from collections.abc import Iterator, Sequence
from contextvars import ContextVar, Token
from typing import Any

from jinja2 import TemplateRuntimeError

from generator.rendering.printable import FILTERED, Space, Table

# Noncharacters, which Unicode keeps for internal use: no wording holds them.
TEXT, RULE, GAP, TABLE, _END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
HOLE = re.compile(f"([{TEXT}-{TABLE}])([0-9]*){_END}")
"""A value: what it is, and its number, or the width of a space; text without a number is empty."""

_MARK = re.compile(f"[{TEXT}-{_END}]")
_current: ContextVar[list[Any]] = ContextVar("printed")


class printing:  # noqa: N801 - read as a function: `with printing() as values:`
    """One rendering: the list of the values that `encode` meets inside, text or the content of a table."""

    __slots__ = ("_token",)
    _token: Token

    def __enter__(self) -> list[Any]:
        values: list[Any] = []
        self._token = _current.set(values)
        return values

    def __exit__(self, *_error: object) -> None:
        _current.reset(self._token)


def encode(value: Any) -> str:
    """The mark that stands for a printed value."""
    if value == "":
        return TEXT + _END
    if isinstance(value, Space):
        return f"{RULE if value.ruled else GAP}{value.width}{_END}"
    values = _current.get()
    values.append(value.content if isinstance(value, Table) else str(value))
    return hole(TABLE if isinstance(value, Table) else TEXT, len(values) - 1)


def hole(kind: str, number: int) -> str:
    """The mark of the value with this number."""
    return f"{kind}{number}{_END}"


def fixed(text: str) -> str:
    """Text of the wording itself, between values. Raises TemplateRuntimeError where a filter has torn a mark."""
    if _MARK.search(text):
        raise TemplateRuntimeError(FILTERED)
    return text


def numbers(text: str) -> Iterator[int]:
    """The numbers of the values in a text."""
    return (int(number) for kind, number in HOLE.findall(text) if number and kind in (TEXT, TABLE))


def text_value(number: str, values: Sequence[Any]) -> str:
    """The text that a mark of kind TEXT stands for."""
    return values[int(number)] if number else ""
