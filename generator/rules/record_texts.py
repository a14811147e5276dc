"""Every text of a record with the path of its field, as a finding names it."""

from collections.abc import Callable
from functools import cache
from typing import Any, get_args

from generator.model.base import Model
from generator.text import OwnWords, PartialDate

_Skip = Callable[[Model, str], bool]
_Found = list[tuple[str, str]]

_WITHOUT_TEXT = (int, bool, type(None), PartialDate)


def texts_in(value: Any, path: str = "", *, skip: _Skip | None = None) -> _Found:
    """(path, text) of each text below `value` that is not empty, in the order of the model.

    Passed over are the keys of which `skip` says so, given the record that has the key.
    """
    found: _Found = []
    _gather(value, path, skip, found)
    return found


def _gather(value: Any, path: str, skip: _Skip | None, found: _Found) -> None:
    kind = _kind(type(value))
    if kind is str:
        found.append((path, value))
    elif kind is Model:
        _gather_record(value, f"{path}." if path else "", skip, found)
    elif kind is tuple:
        for number, item in enumerate(value, start=1):
            _gather(item, f"{path}.第{number}项", skip, found)
    elif kind is dict:
        for key, item in value.items():
            _gather(item, f"{path}.{key}", skip, found)


def _gather_record(record: Model, above: str, skip: _Skip | None, found: _Found) -> None:
    """The values are taken as they are stored: most of a record is empty, and a list has thousands of records."""
    values = record.__dict__
    for name, alias in _fields(type(record)):
        if (value := values[name]) and not (skip and skip(record, alias)):
            if type(value) is str:
                found.append((above + alias, value))
            elif type(value) is not PartialDate:
                _gather(value, above + alias, skip, found)


@cache
def _kind(kind: type) -> type | None:
    """Which of str, Model, tuple and dict values of this type are; None for what holds no text."""
    holders = () if issubclass(kind, _WITHOUT_TEXT) else (str, Model, tuple, dict)
    return next((holder for holder in holders if issubclass(kind, holder)), None)


@cache
def _fields(kind: type[Model]) -> tuple[tuple[str, str], ...]:
    """(name, alias) of each field that can hold text."""
    fields = kind.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if _holds_text(field.annotation))


def _holds_text(annotation: Any) -> bool:
    parts = get_args(annotation)
    return any(map(_holds_text, parts)) if parts else annotation not in _WITHOUT_TEXT


def line_field(path: str, text: str, offset: int) -> str:
    """The path of the place in the text: of words of several lines that the owner wrote, the line as well."""
    return f"{path}.第{text.count(chr(10), 0, offset) + 1}行" if isinstance(text, OwnWords) else path
