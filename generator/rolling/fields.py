"""What the models say of a value in a file: which field it is, and of what type.

The fields are found by walking the models next to the file, so that a field added to a model is known here at once.
"""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from generator.loading.source_map import Path
from generator.model.base import Model
from generator.text import PartialDate


class Kind(Enum):
    """The types of value that rolling tells apart."""

    DATE = "date"
    NUMBER = "number"
    TEXT = "text"
    FIXED = "fixed"
    """是/否, or one of a few words: nothing that a year can be in."""


@dataclass(frozen=True)
class Field:
    """The field that holds a value: the models that lead to it, its key there, and the value's type."""

    models: tuple[type[Model], ...]
    alias: str
    kind: Kind

    @property
    def owner(self) -> type[Model]:
        return self.models[-1]

    def inside(self, *models: type[Model]) -> bool:
        """Whether the value stands in a record of one of these models, at whatever depth."""
        return any(issubclass(model, models) for model in self.models)


def field_at(model: type[Model], path: Path) -> Field:
    """The field of the value at `path`, in a file that `model` has accepted."""
    models, alias, annotation = [model], "", model
    for step in path:
        owner, annotation = next(_held(annotation, step))
        if owner:
            models.append(owner)
            alias = str(step)
    return Field(tuple(models), alias, _kind(annotation))


def _held(annotation: Any, step: str | int) -> Iterator[tuple[type[Model] | None, Any]]:
    """What a step leads to from a type: the model whose key it is, if it is one, and the type of the value there."""
    for part in _parts(annotation):
        origin, arguments = get_origin(part), get_args(part)
        if origin is tuple and isinstance(step, int):
            yield None, arguments[0]
        elif origin is tuple:  # one record where a list is expected counts as a list of one
            yield from _held(arguments[0], step)
        elif origin is dict:
            yield None, arguments[1]
        elif isinstance(part, type) and issubclass(part, Model):
            for name, field in part.model_fields.items():
                if (field.alias or name) == step:
                    yield part, field.annotation


def _parts(annotation: Any) -> Iterator[Any]:
    """The types that a type may be: the branches of a union, and what is annotated."""
    if get_origin(annotation) is Annotated:
        yield from _parts(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType):
        for branch in get_args(annotation):
            yield from _parts(branch)
    else:
        yield annotation


def _kind(annotation: Any) -> Kind:
    parts = [inner for part in _parts(annotation) for inner in (_items(part) if get_origin(part) is tuple else [part])]
    if PartialDate in parts:
        return Kind.DATE
    if int in parts:
        return Kind.NUMBER
    if bool in parts or any(get_origin(part) is Literal for part in parts):
        return Kind.FIXED
    return Kind.TEXT


def _items(annotation: Any) -> Iterator[Any]:
    """The types of one item where it stands for a list of one."""
    yield from _parts(get_args(annotation)[0])
