"""The applicant's fields as a table needs them: each with the path of its Chinese names and the kind of its cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.applicant import Applicant
from generator.model.base import Model
from generator.model.tree import models_in
from generator.model.unit import Unit
from generator.text import PartialDate

Names = tuple[str, ...]

_NO_COLUMN = ("类型",)
_ID = "身份证号"
_PHONE = "电话"
_TO_THE_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


class Kind(Enum):
    """What a cell of the field holds; it decides how numbers, dates and marks of Excel are read."""

    TEXT = auto()
    TEXTS = auto()
    ID = auto()
    PHONE = auto()
    PHONES = auto()
    MONTH = auto()
    DAY = auto()
    NUMBER = auto()
    FLAG = auto()
    MAPPING = auto()


@dataclass(frozen=True)
class Leaf:
    """A field that holds one value: `names` leads to it, without indexes; `field` is its declaration in the model."""

    names: Names
    kind: Kind
    field: FieldInfo


@dataclass(frozen=True)
class Group:
    """A field that holds fields: one record (现职称), or a list of them (学历学位)."""

    name: str
    model: type[Model]
    is_list: bool

    @property
    def primary(self) -> str | None:
        """The one field that an item of the list must have, if a single field will do: a paper's 题目."""
        required = [field.alias for field in self.model.model_fields.values() if field.is_required()]
        return required[0] if self.is_list and len(required) == 1 else None


@cache
def groups() -> dict[str, Group]:
    """The applicant's groups by name, in the order of the model."""
    return {
        field.alias: Group(field.alias, next(models_in(field.annotation)), _holds(field.annotation, tuple))
        for field in Applicant.model_fields.values()
        if any(models_in(field.annotation))
    }


@cache
def leaves() -> dict[Names, Leaf]:
    """Every field that one column can hold, in the order of the model."""
    return {leaf.names: leaf for leaf in _leaves()}


@cache
def unit_leaves() -> dict[Names, Leaf]:
    """The fields of a unit, as a sheet of units has them."""
    return {leaf.names: leaf for leaf in _leaves_of(Unit, ())}


def _leaves() -> Iterator[Leaf]:
    for field in Applicant.model_fields.values():
        group = groups().get(field.alias)
        if group:
            yield from _leaves_of(group.model, (group.name,))
        elif field.alias not in _NO_COLUMN:
            yield Leaf((field.alias,), _kind(field), field)


def _leaves_of(model: type[Model], above: Names) -> Iterator[Leaf]:
    for field in model.model_fields.values():
        if field.alias not in _NO_COLUMN:
            yield Leaf((*above, field.alias), _kind(field), field)


def _kind(field: FieldInfo) -> Kind:
    annotation, name = field.annotation, field.alias
    if _holds(annotation, dict):
        return Kind.MAPPING
    if _holds(annotation, PartialDate):
        to_the_day = any(_TO_THE_DAY.match(str(example)) for example in field.examples or ())
        return Kind.DAY if to_the_day else Kind.MONTH
    if _holds(annotation, bool):
        return Kind.FLAG
    if _holds(annotation, int):
        return Kind.NUMBER
    if _holds(annotation, tuple):
        return Kind.PHONES if _PHONE in name else Kind.TEXTS
    return Kind.ID if name == _ID else Kind.PHONE if _PHONE in name else Kind.TEXT


def _holds(annotation: Any, wanted: type) -> bool:
    """Whether the annotation is `wanted` or mentions it: tuple[Post, ...] | None mentions tuple, and Post."""
    if annotation is wanted or get_origin(annotation) is wanted:
        return True
    return any(_holds(part, wanted) for part in get_args(annotation))
