"""The folder of each applicant's files below the store: people of one name are kept apart."""

from collections.abc import Iterator
from itertools import count

from generator.output import safe_name


class Folders:
    """Gives each record of a list its folder, in the order of the list: the same list gives the same folders."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, above: str, name: str, unit: str) -> str:
        """`above`/张三, 张三（某某档案馆）, 张三（某某档案馆 2）…: the first that is free."""
        folder = next(path for each in _names(name, unit) if (path := f"{above}/{each}").casefold() not in self._taken)
        self._taken.add(folder.casefold())
        return folder


def _names(name: str, unit: str) -> Iterator[str]:
    yield safe_name(name)
    yield safe_name(f"{name}（{unit}）")
    yield from (safe_name(f"{name}（{unit} {number}）".replace("（ ", "（")) for number in count(2))
