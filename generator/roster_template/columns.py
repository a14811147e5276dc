"""What stands in each column of a roster, as its heading says, and what the columns lack when it is filled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.finding import Finding, Place
from generator.heading_values import BETWEEN_ITEMS, Asked, asked
from generator.loading.tables.fields import Kind
from generator.loading.tables.header import Header
from generator.loading.tables.headings import SERIAL
from generator.rendering.date_picture import in_picture

_AS_TEXT = (Kind.ID, Kind.PHONE, Kind.PHONES)
RULE = "roster-template"
_MOST_NAMES = 3


@dataclass
class Column:
    """One column that is filled; `asked` is None where it numbers the people. `picture` is the form of its dates."""

    index: int
    heading: str
    asked: Asked | None
    picture: str | None = None
    empty: list[str] = field(default_factory=list)
    """Who has nothing to say here."""
    left_over: list[str] = field(default_factory=list)
    """Whose list has more items than the roster has columns."""

    @property
    def is_number(self) -> bool:
        return self.asked is None or self.asked.kind is Kind.NUMBER

    @property
    def is_date(self) -> bool:
        return self.asked is not None and self.asked.is_date

    @property
    def must_be_text(self) -> bool:
        """Whether a spreadsheet would spoil what is typed here if it took it for a number."""
        return self.asked is not None and self.asked.kind in _AS_TEXT

    def text(self, values: dict[str, Any], number: int) -> str:
        """What the column says of the person with this number."""
        if self.asked is None:
            return str(number)
        texts = self.asked.texts(values)
        if self.picture and self.is_date:
            texts = [in_picture(text, self.picture) for text in texts]
        return BETWEEN_ITEMS.join(texts)


class Columns:
    """The columns of one roster: those that are `filled`, and the headings of the others by their numbers."""

    def __init__(self, header: Header):
        self.filled: list[Column] = []
        self.unknown: dict[int, str] = {}
        for column in header.columns:
            question = asked(column.target, column.heading) if column.target else None
            if question or column.target == SERIAL:
                self.filled.append(Column(column.index, column.heading, question))
            else:
                self.unknown[column.index] = column.heading
        self._last_items = self._last_of_each_list()

    def row(self, values: dict[str, Any], number: int) -> list[str]:
        """The texts of one person, column by column."""
        name = values["申报人"]["姓名"]
        texts = []
        for column in self.filled:
            text = column.text(values, number)
            if not text:
                column.empty.append(name)
            texts.append(text)
        for column in self._last_items:
            if column.asked.number_of_items(values) > column.asked.part[1]:
                column.left_over.append(name)
        return texts

    def findings(self, place: Place) -> Iterator[Finding]:
        """What the roster lacks: columns that name nothing of ours, gaps, items without a column."""
        for heading in self.unknown.values():
            message = f"“{heading}”没有对应的数据，这一列空着"
            yield Finding(RULE, "hint", message, remedy="要填的，请打开后手填", place=place)
        for column in self.filled:
            if column.empty:
                message = f"“{column.heading}”有{len(column.empty)}人没有内容（{_names(column.empty)}），空着"
                yield Finding(RULE, "hint", message, remedy="请补填数据，或确认可以空着", place=place)
            if column.left_over:
                whose = f"{_names(column.left_over)}的{column.asked.path[-1]}"
                message = f"{whose}多于{column.asked.part[1]}项，“{column.heading}”以后的没有列出"
                yield Finding(RULE, "warning", message, remedy="请加列，或在表上另行说明", place=place)

    def _last_of_each_list(self) -> list[Column]:
        """Of the numbered columns of each list's field, the last."""
        last: dict[Sequence[str], Column] = {}
        for column in self.filled:
            if column.asked and column.asked.is_one_of_several:
                key = (*column.asked.path, column.asked.key)
                if key not in last or last[key].asked.part[1] < column.asked.part[1]:
                    last[key] = column
        return list(last.values())


def _names(people: Sequence[str]) -> str:
    shown = "、".join(people[:_MOST_NAMES])
    return f"{shown}等{len(people)}人" if len(people) > _MOST_NAMES else shown
