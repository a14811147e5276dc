"""Word documents of running text, made fast: what one document's text adds to the others of its kind is its values.

The body that a frame makes of a wording is made once, with a mark in the place of each value, and kept; for the next
document whose text differs only in its values, they are put in the places of the marks. Kept apart are bodies in which
a value that decides about the layout says something else (`Blocks.looked_at`), or a value has other lines. Where a
frame looks at what it prints, the body is made anew, so that the result is always what the frame alone would make.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import meta

from generator.rendering import printed
from generator.rendering.blocks import Block
from generator.rendering.docx import BODY, Filled, WordTemplate, encode, load_template
from generator.rendering.docx_pattern import Part, Pattern
from generator.rendering.environment import template_parser
from generator.rendering.paragraphs import Blocks
from generator.rendering.wording import Worded

BLOCKS = "块组"
_MOST_PATTERNS = 512


def fill_letter(path: Path, worded: Worded, values: dict[str, Any], *, numbered: bool = True) -> Filled:
    """The Word document that the frame at `path` makes of a wording. Raises as `render_docx` does."""
    template = load_template(path, numbered=numbered)
    letters = _LETTERS.get(template)
    if letters is None:
        letters = _LETTERS[template] = _Letters(template)
        while len(_LETTERS) > _MOST_FRAMES:
            _LETTERS.popitem(last=False)
    return letters.fill(worded, values)


class _Letters:
    """The patterns of one frame."""

    def __init__(self, template: WordTemplate):
        self.template = template
        source = template.sources.get(BODY, "")
        asked = meta.find_undeclared_variables(template_parser().parse(source))
        self.looks_at_blocks_only = asked <= {BLOCKS, "range"}
        self._looked_at: OrderedDict[str, frozenset[int]] = OrderedDict()
        self._patterns: OrderedDict[tuple[Any, ...], Pattern] = OrderedDict()

    def fill(self, worded: Worded, values: dict[str, Any]) -> Filled:
        body = self._body(worded)
        if body is not None:
            return self.template.fill(values, {BODY: body})
        return self.template.fill({**values, BLOCKS: [block.as_context() for block in worded.blocks]})

    def _body(self, worded: Worded) -> Part | None:
        """The body, or None where it must be made without a pattern."""
        if not self.looks_at_blocks_only:
            return None
        while True:
            looked_at = self._looked_at.get(worded.text)
            if looked_at is None:
                looked_at = self._look(worded)
            if not all(isinstance(worded.values[number], str) for number in looked_at):
                return None
            lines = _Lines(worded.values, looked_at)
            key = worded.text, tuple(worded.values[number] for number in sorted(looked_at)), lines.layout
            pattern = self._patterns.get(key)
            if pattern is not None:
                return pattern.filled(lines.texts, encode)
            pattern, watched = self._pattern(worded, lines)
            if not watched:
                _keep(self._patterns, key, pattern)
            # What the frame looks at decides too: it is part of the key from now on.
            _keep(self._looked_at, worded.text, looked_at | watched)

    def _look(self, worded: Worded) -> frozenset[int]:
        blocks = Blocks(worded.values)
        worded.blocks_with(blocks)
        _keep(self._looked_at, worded.text, frozenset(blocks.looked_at))
        return self._looked_at[worded.text]

    def _pattern(self, worded: Worded, lines: "_Lines") -> tuple[Pattern, frozenset[int]]:
        """The body with places for the lines, and the numbers of the values that the frame looks at."""
        blocks = worded.blocks_with(Blocks(lines.marked))
        watch: set[int] = set()
        body = self.template.render_part(BODY, {BLOCKS: [_watched(block, watch) for block in blocks]})
        return Pattern(body), frozenset(lines.owners[number] for number in watch)


_MOST_FRAMES = 32
_LETTERS: OrderedDict[WordTemplate, _Letters] = OrderedDict()


def _keep(cache: OrderedDict, key: Any, value: Any) -> None:
    cache[key] = value
    if len(cache) > _MOST_PATTERNS:
        cache.popitem(last=False)


class _Lines:
    """The values that decide nothing, line by line: `texts` are the lines that are not blank.

    `layout` tells how the values that have several lines are made up, `owners` of which value each text is a line;
    `marked` are all values with marks for the texts.
    """

    def __init__(self, values: Sequence[Any], looked_at: frozenset[int]):
        self._values = values
        self._looked_at = looked_at
        self.texts: list[str] = []
        self.owners: list[int] = []
        layout = []
        for number, value in enumerate(values):
            if number in self._looked_at:
                continue
            if "\n" not in value:
                self.texts.append(value)
                self.owners.append(number)
                continue
            parts = value.split("\n")
            lines = [part for part in parts if part.strip()]
            self.texts += lines
            self.owners += [number] * len(lines)
            layout.append((number, tuple(None if part.strip() else part for part in parts)))
        self.layout = tuple(layout)

    @property
    def marked(self) -> list[Any]:
        layouts = dict(self.layout)
        numbers = iter(range(len(self.texts)))
        return [
            value
            if number in self._looked_at
            else "\n".join(
                str(printed.hole(printed.TEXT, next(numbers))) if part is None else part
                for part in layouts.get(number, (None,))
            )
            for number, value in enumerate(self._values)
        ]


def _watched(block: Block, watch: set[int]) -> dict[str, Any]:
    """The block for a frame; of texts with marks of which more is asked than to be printed `watch` gets the numbers."""
    context = block.as_context()
    for holder in (context, *context["文字"]):
        if numbers := set(printed.numbers(holder["文本"])):
            holder["文本"] = _Watched.of(holder["文本"], lambda numbers=numbers: watch.update(numbers))
    return context


class _Watched(str):
    """Text that can be printed; whatever else is done with it is told."""

    @classmethod
    def of(cls, text: str, tell: Callable[[], None]) -> "_Watched":
        watched = cls(text)
        watched.__dict__["tell"] = tell
        return watched

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("__"):
            str.__getattribute__(self, "__dict__")["tell"]()
        return str.__getattribute__(self, name)


def _telling(name: str) -> Callable:
    plain = getattr(str, name)

    def told(self: _Watched, *args: Any) -> Any:
        self.__dict__["tell"]()
        return plain(self, *args)

    return told


for _name in ("eq", "ne", "lt", "le", "gt", "ge", "len", "contains", "getitem", "iter", "add", "hash"):
    setattr(_Watched, f"__{_name}__", _telling(f"__{_name}__"))
