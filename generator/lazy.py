"""Values that are made when they are first asked for: a document prints few of all that is known."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any


class LazyDict(dict):
    """A dict with these keys, in this order, whose values `make` makes. What is set or deleted afterwards stays so."""

    __slots__ = ("_make", "_names", "_own_names")

    def __init__(self, names: Iterable[str], make: Callable[[str], Any]):
        """`names` that are a dict are shared with others as long as none is set or deleted."""
        super().__init__()
        self._own_names = not isinstance(names, dict)
        self._names: dict[str, Any] = dict.fromkeys(names) if self._own_names else names
        self._make = make

    def _change_names(self) -> dict[str, Any]:
        if not self._own_names:
            self._names = dict.fromkeys(self._names)
            self._own_names = True
        return self._names

    def __missing__(self, key: str) -> Any:
        if key not in self._names:
            raise KeyError(key)
        value = self._make(key)
        super().__setitem__(key, value)
        return value

    def __setitem__(self, key: str, value: Any) -> None:
        if key not in self._names:
            self._change_names()[key] = None
        super().__setitem__(key, value)

    def __delitem__(self, key: str) -> None:
        del self._change_names()[key]
        super().pop(key, None)

    def __contains__(self, key: object) -> bool:
        return key in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __bool__(self) -> bool:
        return bool(self._names)

    def __eq__(self, other: object) -> bool:
        return dict(self.items()) == other

    __hash__ = None

    def __repr__(self) -> str:
        return repr(dict(self.items()))

    def __or__(self, other: dict) -> dict:
        return {**self, **other}

    def __ror__(self, other: dict) -> dict:
        return {**other, **self}

    def keys(self) -> Iterable[str]:
        return self._names.keys()

    def values(self) -> list[Any]:
        return [self[key] for key in self._names]

    def items(self) -> list[tuple[str, Any]]:
        return [(key, self[key]) for key in self._names]

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self._names else default

    def copy(self) -> dict:
        return dict(self.items())


class LazyList(list):
    """A list that `make` makes when it is first looked at."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Iterable[Any]]):
        super().__init__()
        self._make: Callable[[], Iterable[Any]] | None = make

    def _made(self) -> list[Any]:
        if self._make is not None:
            make, self._make = self._make, None
            super().extend(make())
        return self

    def __iter__(self) -> Iterator[Any]:
        self._made()
        return super().__iter__()

    def __len__(self) -> int:
        self._made()
        return super().__len__()

    def __bool__(self) -> bool:
        return len(self) > 0

    def __getitem__(self, index: Any) -> Any:
        self._made()
        return super().__getitem__(index)

    def __contains__(self, value: object) -> bool:
        self._made()
        return super().__contains__(value)

    def __eq__(self, other: object) -> bool:
        self._made()
        return super().__eq__(other)

    __hash__ = None

    def __add__(self, other: list) -> list:
        return [*self, *other]

    def __radd__(self, other: list) -> list:
        return [*other, *self]

    def __repr__(self) -> str:
        self._made()
        return super().__repr__()
