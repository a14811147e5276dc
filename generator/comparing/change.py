"""One difference, in the reader's words."""

from dataclasses import dataclass

from generator.comparing.excerpt import excerpts


@dataclass(frozen=True)
class Change:
    """What was said and what is said now; an empty text stands for what was not, or is no longer, said."""

    section: str
    item: str
    old: str
    new: str

    def __str__(self) -> str:
        where = f"{self.section}：{self.item} " if self.item else f"{self.section}："
        old, new = self.shown
        if not self.old:
            return f"{where}增加“{new}”"
        if not self.new:
            return f"{where}删去“{old}”"
        return f"{where}{old} → {new}"

    @property
    def shown(self) -> tuple[str, str]:
        """Both texts, each on one line; of two long ones only what differs, with a few words around it."""
        return excerpts(self.old, self.new)

    def as_dict(self) -> dict[str, str]:
        """The machine-readable form, with both texts whole."""
        return {"section": self.section, "item": self.item, "old": self.old, "new": self.new}
