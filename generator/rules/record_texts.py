"""Every text of a record with the path of its field, as a finding names it."""

from collections.abc import Callable, Iterator
from typing import Any

from generator.model.base import Model
from generator.text import OwnWords


def texts_in(
    value: Any, path: str = "", *, skip: Callable[[Model, str], bool] | None = None
) -> Iterator[tuple[str, str]]:
    """(path, text) of each text below `value`, in the order of the model.

    Passed over are the keys of which `skip` says so, given the record that has the key.
    """
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            alias = field.alias or name
            if not (skip and skip(value, alias)):
                below = f"{path}.{alias}" if path else alias
                yield from texts_in(getattr(value, name), below, skip=skip)
    elif isinstance(value, tuple):
        for number, item in enumerate(value, start=1):
            yield from texts_in(item, f"{path}.第{number}项", skip=skip)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts_in(item, f"{path}.{key}", skip=skip)


def line_field(path: str, text: str, offset: int) -> str:
    """The path of the place in the text: of words of several lines that the owner wrote, the line as well."""
    return f"{path}.第{text.count(chr(10), 0, offset) + 1}行" if isinstance(text, OwnWords) else path
