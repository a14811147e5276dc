"""The plain part of YAML, read line by line: what most lists are written in, several times faster than the parser.

Block mappings and lists, one-line mappings in braces, and values of one line without anything that has a meaning of its
own in YAML. Of such text this gives exactly what `yaml_reader` gives; of any other it gives None, and so of any text
that `yaml_reader` has something to say about. A test holds the two together.
"""

import re
from typing import Any

# A plain value has neither colon nor number sign: with a space beside them they would end it. A text in a list has no
# full-width colon either, for that may be a slip. Every group that is there is at least one character long.
_BEGINNING = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_LINE = re.compile(
    rf"""^(\ *)(?:
    (-\ +)?(\w+):(?:\ +(?:({_BEGINNING}[^\n:#]*)|("[^"\\\n]*"|'[^'\n]*'|\{{[^\n{{}}]*\}})))?
    |(-\ +)((?!：){_BEGINNING}[^\n:#：]*|\{{[^\n{{}}]*\}})
    )?\ *(?:(?<![^\ \n])\#[^\n]*)?\n""",
    re.VERBOSE | re.MULTILINE,
)
_IN_BRACES = r"""[^\n,?:\[\]{}#"'&*!|>%@`]"""
_PAIR = rf"""\ *(\w+):\ +({_BEGINNING}(?:{_IN_BRACES}*(?!\ ){_IN_BRACES})?)\ *"""
_PAIRS, _EACH = re.compile(rf"{_PAIR}(?:,{_PAIR})*", re.VERBOSE), re.compile(rf"(?:^|,){_PAIR}", re.VERBOSE)
_CUT_SHORT = re.compile(r"[^ \n][^\n]* #(?! |\n)")
_DEEPEST = 16


def read_plain(text: str) -> dict[str, Any] | None:
    """What one document of plain YAML holds, every value the text that was typed; None of any other text.

    `text` has no marker of a document's beginning, ends with a newline, and holds no invisible characters.
    """
    lines = _LINE.findall(text)
    # Each match is one whole line, so that a line which is not plain is missing from the count.
    if len(lines) != text.count("\n") or "\t" in text or "#" in text and _CUT_SHORT.search(text):
        return None
    reader = _Reader()
    for indent, dash, key, plain, other, item_dash, item in lines:
        if key:
            value = plain.rstrip(" ") if plain else _value(other) if other else None
            if value is None and other or not reader.pair(len(indent), len(dash), key, value):
                return None
        elif item_dash:
            value = _pairs(item) if item[0] == "{" else item.rstrip(" ")
            if value is None or not reader.item(len(indent), value):
                return None
    return reader.root or None


class _Reader:
    """Puts lines together; every method is False where a line does not go on with what is open."""

    def __init__(self) -> None:
        self.root: dict[str, Any] = {}
        self._open: list[tuple[int, Any]] = [(0, self.root)]
        self._waiting: tuple[dict[str, Any], str, int] | None = None  # a key without a value so far, and its column

    def pair(self, column: int, dash: int, key: str, value: Any) -> bool:
        """A line `key: value`, with a dash before it (`dash` columns wide) where it begins an item."""
        last, node = self._open[-1]
        if dash or last != column or self._waiting or type(node) is list:
            node = self._node(column, dash > 0)
            if dash and node is not None:
                column += dash
                item: dict[str, Any] = {}
                node.append(item)
                self._open.append((column, item))
                node = item
        if node is None or key in node:
            return False
        node[key] = value
        if value is None:
            self._waiting = (node, key, column)
        return True

    def item(self, column: int, value: Any) -> bool:
        """A line `- value`."""
        node = self._node(column, True)
        if node is None:
            return False
        node.append(value)
        return True

    def _node(self, column: int, is_item: bool) -> Any:
        """What the line belongs to, a mapping or (`is_item`) a list; None where nothing of that kind is open there."""
        if self._waiting is not None:
            holder, key, above = self._waiting
            self._waiting = None
            if column > above or column == above and is_item:
                holder[key] = node = [] if is_item else {}
                self._open.append((column, node))
                return node if len(self._open) <= _DEEPEST else None
        while self._open[-1][0] > column:
            self._open.pop()
        if not is_item and isinstance(self._open[-1][1], list):
            self._open.pop()
        found, node = self._open[-1] if self._open else (-1, None)
        return node if found == column and isinstance(node, list) == is_item else None


def _value(text: str) -> Any:
    """What stands in quotes or braces; None of braces whose content is not plain."""
    return _pairs(text) if text[0] == "{" else text[1:-1]


def _pairs(braces: str) -> dict[str, str] | None:
    """What a one-line mapping holds; None where that is not plain."""
    content = braces[1:-1]
    if not _PAIRS.fullmatch(content):
        return None
    found = _EACH.findall(content)
    pairs = dict(found)
    return pairs if len(pairs) == len(found) else None
