"""A YAML file as it is laid out: where each value, key and comment stands, and where a mark may be added."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import yaml

from generator.loading.confirmation import Comment, comments
from generator.loading.source_map import Path

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LINE_END = re.compile(r"(?=\r|\n|\Z)")
_BLOCK = ("|", ">")


@dataclass(frozen=True)
class Spot:
    """A key or a value in the text: from `start` to `end` (offsets), at a line and column counted from 1."""

    path: Path
    start: int
    end: int
    line: int
    column: int
    style: str = ""
    value: str = ""

    @property
    def is_block(self) -> bool:
        return self.style in _BLOCK


class Layout:
    """The text of a file that the reader has accepted: one mapping, without tags, anchors or repeated keys."""

    def __init__(self, text: str):
        self.text = text
        self.scalars: list[Spot] = []
        self.keys: dict[Path, Spot] = {}
        events = iter(yaml.parse(text, Loader=_LOADER))
        for _ in range(2):
            next(events)
        self._node(next(events), events, ())

    @cached_property
    def comments(self) -> list[Comment]:
        return list(comments(self.text))

    def raw(self, spot: Spot) -> str:
        """The value as it is written, quotes included."""
        return self.text[spot.start : spot.end]

    def words_from(self, spot: Spot) -> int:
        """The offset from which a value is words: of a block of text, behind the line of its `|` and its comment."""
        return self._line_end(spot.start) if spot.is_block else spot.start

    def line_of(self, offset: int) -> int:
        """The line (from 1) that an offset is on."""
        return len(re.findall(r"\r\n|\r|\n", self.text[:offset])) + 1

    def mark_place(self, spot: Spot) -> int:
        """The offset at the end of a line where a comment on the value may stand.

        That is the line the value ends on (of a block of text, the line of its `|`), or, where another value runs over
        that line's end, the line on which that one ends.
        """
        place = self._line_end(spot.start if spot.is_block else spot.end)
        for other in self._running_over:
            if other.start < place < other.end:
                place = self._line_end(other.end)
        return place

    @cached_property
    def _running_over(self) -> list[Spot]:
        """The values of several lines inside which a # is no comment; a block's own first line is none of them."""
        spots = [spot for spot in (*self.scalars, *self.keys.values()) if not spot.is_block]
        return sorted((spot for spot in spots if re.search(r"[\r\n]", self.raw(spot))), key=lambda spot: spot.start)

    def _line_end(self, offset: int) -> int:
        return _LINE_END.search(self.text, offset).start()

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> None:
        if isinstance(event, yaml.ScalarEvent):
            if event.value or event.style:
                self.scalars.append(_spot(event, path))
        elif isinstance(event, yaml.SequenceStartEvent):
            position = 0
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                self._node(event, events, (*path, position))
                position += 1
        else:
            while not isinstance(event := next(events), yaml.MappingEndEvent):
                key = (*path, event.value)
                self.keys[key] = _spot(event, key)
                self._node(next(events), events, key)


def _spot(event: yaml.ScalarEvent, path: Path) -> Spot:
    start, end = event.start_mark, event.end_mark
    return Spot(path, start.index, end.index, start.line + 1, start.column + 1, event.style or "", event.value)
