"""What the lint says of a text: a remark under an item of the standard, at a place in the text."""

from dataclasses import dataclass

from generator.finding import Level


@dataclass(frozen=True, slots=True)
class Item:
    """A demand on the text: `clause` is where it stands, `about` says it in one Chinese sentence without full stop."""

    id: str
    clause: str
    level: Level
    about: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is wrong or doubtful: `offset` and `length` (characters of the text) are the place of `found`.

    `expected` is the right form where it can be told from the text alone, otherwise what to look at.
    """

    item: str
    level: Level
    offset: int
    length: int
    found: str
    expected: str
    remedy: str
    clause: str
    about: str

    @property
    def message(self) -> str:
        """What is wrong, with what stands there."""
        return f"“{self.found}”：{self.about}"
