"""What follows from a record that thousands of applicants share (a campaign, a unit, a scale) is worked out once."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar

Value = TypeVar("Value")
_MOST_KNOWN = 1024


def once(function: Callable[..., Value]) -> Callable[..., Value]:
    """Remembers what `function` gives for a record, told from others by being the same object, and further arguments.

    Records are frozen; comparing or hashing them whole would cost more than most answers. The further arguments must be
    hashable. What is given is shared: it must not be changed.
    """
    known: dict[tuple[Hashable, ...], tuple[Any, Value]] = {}

    @wraps(function)
    def known_or_made(record: Any, *others: Hashable) -> Value:
        key = (id(record), *others)
        found = known.get(key)
        if found is None:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            found = known[key] = (record, function(record, *others))  # the record lives on, and its id with it
        return found[1]

    return known_or_made
