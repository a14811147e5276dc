"""Where each value stands in the user's file.

A path is a tuple of keys and list indexes (from 0): `("工作经历", 1, "起")`. As text, in findings, the same path reads
`工作经历.第2项.起`; `正文.第5行` is a line of a value that has several.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, Protocol

from generator.finding import Place
from generator.loading.manners import YAML, Manner

Path = tuple[str | int, ...]

_ITEM = re.compile(r"第([1-9]\d*)项")
_LINE = re.compile(r"第([1-9]\d*)行")


class Mark(NamedTuple):
    """A line and a column of the file, both counted from 1."""

    line: int
    column: int


def field_name(path: Sequence[str | int]) -> str:
    """The path as a finding names it: 工作经历.第2项.起."""
    return ".".join(f"第{step + 1}项" if isinstance(step, int) else step for step in path)


def field_path(name: str) -> Path:
    """The path that a finding's `field` names; the reverse of `field_name`."""
    items = (_ITEM.fullmatch(step) for step in name.split("."))
    return tuple(int(item[1]) - 1 if item else step for item, step in zip(items, name.split("."), strict=True))


class Source(Protocol):
    """Knows where the values of one record stand, whatever kind of file it came from."""

    file: str
    manner: Manner

    def place(self, path: Path | str) -> Place:
        """The place of the value at `path`; of what is absent, that of what is nearest to it."""

    def key_place(self, path: Path) -> Place:
        """The place of the key, or of the heading's cell, that names the value at `path`."""

    def trace(self, steps: Sequence[str | int]) -> Path:
        """`steps` without those that are not in the file: names of union branches, the index of an only item."""

    def has_key(self, path: Path) -> bool:
        """Whether the file has a place for the value at `path`, be it filled or not."""

    def label(self, path: Path) -> str:
        """What the user must write to name the value at `path`."""


@dataclass
class SourceMap:
    """The marks of one YAML document's keys and values. The empty path is the document's whole content."""

    manner: ClassVar[Manner] = YAML

    file: str
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    blocks: set[Path] = field(default_factory=set)  # values whose text begins on the line below their mark
    above: int = 0  # lines of the file above the document; the marks do not count them

    def place(self, path: Path | str) -> Place:
        """The place of the value at `path`; of what is absent, that of the nearest key above it."""
        if isinstance(path, str):
            path = field_path(path) if path else ()
        if path and isinstance(path[-1], str) and (line := _LINE.fullmatch(path[-1])) and path[:-1] in self.values:
            first = self.values[path[:-1]].line + (path[:-1] in self.blocks)
            return Place(file=self.file, line=self.above + first + int(line[1]) - 1)
        present, complete = self._present(path)
        return self._place(self.values.get(present)) if complete else self.key_place(present)

    def key_place(self, path: Path) -> Place:
        """The place of the key at `path`; of a list item, which has no key, the place where it begins."""
        return self._place(self.keys.get(path) or self.values.get(path))

    def trace(self, steps: Sequence[str | int]) -> Path:
        """`steps` without those that are not in the file: names of union branches, the index of an only item."""
        path: Path = ()
        for step in steps:
            if (*path, step) in self.values:
                path = (*path, step)
        return path

    def has_key(self, path: Path) -> bool:
        """Whether the key is in the file, be there a value behind it or not."""
        return path in self.keys

    def label(self, path: Path) -> str:
        """The key itself."""
        return str(path[-1])

    def _present(self, path: Path) -> tuple[Path, bool]:
        """The part of `path` that is in the file, and whether that is all of it (an only item has no index)."""
        present: Path = ()
        for step in path:
            if (*present, step) in self.values:
                present = (*present, step)
            elif isinstance(step, str):
                return present, False
        return present, True

    def _place(self, mark: Mark | None) -> Place:
        if mark is None:
            return Place(self.file, self.above + 1 if self.above else None)
        return Place(file=self.file, line=self.above + mark.line, column=mark.column)


class Sources:
    """The files that one case came from, so that a finding's field can be placed whichever file holds it.

    A field that begins with a root (申报人, 单位, 评审, 公示) and goes on is read from there; the bare words 单位, 评审
    and 公示 are keys of the main file. Every other field is a key of the main file, or else of the first file that
    has it.
    """

    def __init__(self, main: Source, roots: dict[str, tuple[Source, Path]]):
        self.main = main
        self._roots = roots

    @property
    def files(self) -> list[str]:
        """The files, each once, the main one first."""
        return list(
            dict.fromkeys(source.file for source in (self.main, *(source for source, _ in self._roots.values())))
        )

    def place(self, name: str) -> Place:
        """The place of the field that a finding names."""
        root, _, rest = name.partition(".")
        if rest and root in self._roots:
            source, above = self._roots[root]
            return source.place((*above, *field_path(rest)))
        sources = (self.main, *(source for source, _ in self._roots.values()))
        holder = next((source for source in sources if source.has_key((root,))), self.main)
        return holder.place(name)
