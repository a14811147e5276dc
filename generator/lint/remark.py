"""What the lint says of a text: a remark under an item of the standard, at a place in the text."""

from dataclasses import dataclass
from typing import Literal

from generator.finding import Level

Strength = Literal["应", "推荐", "实务"]


@dataclass(frozen=True, slots=True)
class Item:
    """A demand on the text: `about` says it in Chinese as part of a sentence, `basis` where it stands.

    `strength` is how the standard puts it: 应 demanded, 推荐 recommended (一般, 可以), 实务 no standard but practice.
    """

    id: str
    strength: Strength
    level: Level
    basis: str
    about: str

    @property
    def rule(self) -> str:
        """The name of the item as a rule of the program: punc-01."""
        return self.id.lower()


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is wrong or doubtful: `offset` and `length` (characters of the text) are the place of `found`.

    `expected` is the right form where it can be told from the text alone, otherwise what to look at. `fix` is what to
    put in the place of `found`; None where a person must decide.
    """

    item: Item
    level: Level
    offset: int
    length: int
    found: str
    expected: str
    remedy: str
    fix: str | None = None

    @property
    def message(self) -> str:
        """What is wrong, with what stands there."""
        return f"“{self.found}”：{self.item.about}"
