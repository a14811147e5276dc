"""One difference, in the reader's words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """What was said and what is said now; an empty text stands for what was not, or is no longer, said."""

    section: str
    item: str
    old: str
    new: str

    def __str__(self) -> str:
        where = f"{self.section}：{self.item} " if self.item else f"{self.section}："
        if not self.old:
            return f"{where}增加“{self.new}”"
        if not self.new:
            return f"{where}删去“{self.old}”"
        return f"{where}{self.old} → {self.new}"

    def as_dict(self) -> dict[str, str]:
        """The machine-readable form."""
        return {"section": self.section, "item": self.item, "old": self.old, "new": self.new}
