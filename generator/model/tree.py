"""How the models nest: what error messages, schemas and the list of template variables walk along."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from generator.model.base import Model


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """The models that a field's type mentions: of `tuple[Post, ...] | None`, Post."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def children(model: type[Model]) -> Iterator[tuple[str, type[Model]]]:
    """Each field of `model` that holds another model: its alias and that model."""
    for name, field in model.model_fields.items():
        for child in models_in(field.annotation):
            yield field.alias or name, child


def model_at(model: type[Model], path: Sequence[str | int]) -> type[Model] | None:
    """The model that `path` (aliases and list indexes) leads to from `model`, or None where it leads to a value."""
    for step in path:
        if isinstance(step, str):
            found = next((child for alias, child in children(model) if alias == step), None)
            if found is None:
                return None
            model = found
    return model


def nested(model: type[Model]) -> Iterator[tuple[tuple[str, ...], type[Model]]]:
    """`model` and every model inside it, each with the aliases that lead to it; outer ones come first.

    A model that holds itself is not entered a second time.
    """
    yield from _nested(model, (), frozenset())


def _nested(
    model: type[Model], path: tuple[str, ...], above: frozenset[type[Model]]
) -> Iterator[tuple[tuple[str, ...], type[Model]]]:
    yield path, model
    for alias, child in children(model):
        if child is not model and child not in above:
            yield from _nested(child, (*path, alias), above | {model})


def paths_to(model: type[Model], alias: str) -> list[tuple[str, ...]]:
    """Where `alias` is a key: the aliases that lead from `model` to each model that has it."""
    return [path for path, child in nested(model) if alias in child.aliases]


def all_aliases(model: type[Model]) -> frozenset[str]:
    """Every key that `model` and the models inside it know."""
    return frozenset().union(*(child.aliases for _, child in nested(model)))
