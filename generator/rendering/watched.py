"""Text that a template may print. Whatever else is done with it is told: what is made may then hang on what it says."""

from collections.abc import Callable
from typing import Any


class Watched(str):
    """Text that can be printed; whatever else is done with it is told."""

    @classmethod
    def of(cls, text: str, tell: Callable[[], None]) -> "Watched":
        watched = cls(text)
        watched.__dict__["tell"] = tell
        return watched

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("__"):
            str.__getattribute__(self, "__dict__")["tell"]()
        return str.__getattribute__(self, name)


def _telling(name: str) -> Callable:
    plain = getattr(str, name)

    def told(self: Watched, *args: Any) -> Any:
        self.__dict__["tell"]()
        return plain(self, *args)

    return told


for _name in ("eq", "ne", "lt", "le", "gt", "ge", "len", "contains", "getitem", "iter", "add", "hash"):
    setattr(Watched, f"__{_name}__", _telling(f"__{_name}__"))
