"""A finding: one thing that is wrong or doubtful in the user's data, and what to do about it."""

from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["error", "warning", "hint"]

LEVEL_NAMES: dict[Level, str] = {"error": "必须改", "warning": "建议改", "hint": "提示"}


@dataclass(frozen=True)
class Place:
    """Where the user's value stands: a line and column of a text file, or a cell of a table (a workbook has sheets)."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    row: int | None = None
    heading: str | None = None

    def __str__(self) -> str:
        if self.sheet is not None or self.row is not None:
            sheet = f"表“{self.sheet}”" if self.sheet is not None else ""
            row = f"第{self.row}行" if self.row is not None else ""
            heading = f"“{self.heading}”" if self.heading else ""
            return f"{self.file} {sheet}{row}{heading}"
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True)
class Finding:
    """One finding. `field` is the path in the data's own words (公示.起始日期)."""

    rule: str
    level: Level
    message: str
    field: str | None = None
    remedy: str | None = None
    basis: str | None = None
    place: Place = Place()

    def __str__(self) -> str:
        where = " ".join(part for part in (str(self.place), self.field) if part)
        text = f"{where}：{self.message}" if where else self.message
        return f"{text.removesuffix('。')}。{self.remedy}" if self.remedy else text

    def as_dict(self) -> dict:
        """The machine-readable form, the same wherever findings are printed."""
        place = asdict(self.place)
        return {
            "rule": self.rule,
            "level": self.level,
            **place,
            "field": self.field,
            "message": self.message,
            "remedy": self.remedy,
            "basis": self.basis,
        }
