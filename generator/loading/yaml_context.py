"""What the lines of a YAML file leave open: which columns hold keys, and which lines below are part of a value."""

import re
from collections.abc import Callable

_DASHES = re.compile(r"(?:-[ \t]+)*(?:-$)?")
_QUOTED_KEY = re.compile(r"""("[^"]*"|'[^']*') *:(?=[ \t]|$)""")
_KEY = re.compile(r""":(?=[ \t]|$)""")
_NO_PLAIN_KEY = "\"'[]{}#&*!|>%@`"
_BLOCK = re.compile(r"[|>][+-]?[1-9]?[+-]?(?:[ \t]+#.*|[ \t]*)$")
_COMMENT = re.compile(r"(?:^|[ \t])#.*$")
_BEFORE_QUOTE = " \t[{,:"


def indent_of(line: str) -> int:
    """The number of spaces and tabs that a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def dashes_of(text: str) -> int:
    """The width of the list dashes that a line's text (without indentation) begins with."""
    return len(_DASHES.match(text).group())


def _value_after_key(text: str) -> str | None:
    """What follows the key that `text` begins with; None when it begins with no key."""
    if text.startswith(('"', "'")):
        match = _QUOTED_KEY.match(text)
    else:
        match = _KEY.search(text) if text[:1] not in _NO_PLAIN_KEY else None
    return text[match.end() :].lstrip(" \t") if match else None


class Context:
    """Follows a file line by line; enough of YAML's block structure to tell keys from values."""

    def __init__(self) -> None:
        self._goes_on: Callable[[str], bool] | None = None
        self._text_above: int | None = None
        self._columns: list[int] = []

    def swallows(self, line: str) -> bool:
        """Whether `line` belongs to block text, quotes or brackets that an earlier line opened."""
        if self._goes_on is not None and self._goes_on(line):
            return True
        self._goes_on = None
        return False

    def continues(self, indent: int) -> bool:
        """Whether a line indented by `indent` goes on with the unquoted text of the line above."""
        return self._text_above is not None and indent > self._text_above

    def holds_keys(self, column: int) -> bool:
        """Whether a mapping has its keys at `column` (from 0), so that only a key can stand there."""
        return column == 0 or column in self._columns

    def follow(self, line: str) -> None:
        """Note what `line`, which is no part of an earlier value, opens."""
        indent = indent_of(line)
        if self.continues(indent):
            return
        self._text_above = None
        text = line[indent:]
        dashes = dashes_of(text)
        column = indent + dashes
        must_be_key = self.holds_keys(column) and not dashes
        self._columns = [open_column for open_column in self._columns if open_column < column]
        value = _value_after_key(text[dashes:])
        if value is not None:
            self._columns.append(column)
            self._open(value, column)
        elif dashes:
            self._open(text[dashes:], indent + text[:dashes].rstrip().rfind("-"))
        elif not must_be_key:
            self._open(text, indent - 1)

    def _open(self, value: str, above: int) -> None:
        """Note that `value` begins in a node whose key or dash stands at column `above`."""
        if _BLOCK.match(value):
            self._goes_on = lambda line: not line.strip() or indent_of(line) > above
        elif value[:1] in ('"', "'", "[", "{"):
            self._goes_on = _Brackets(value).goes_on
        elif _COMMENT.sub("", value).strip():
            self._text_above = above


class _Brackets:
    """Quotes and flow brackets that may be closed some lines further on."""

    def __init__(self, text: str):
        self._quote = ""
        self._depth = 0
        self._read(text)

    def goes_on(self, line: str) -> bool:
        """Whether `line` still belongs to what is open; reads it if so."""
        if not self._open:
            return False
        self._read(line)
        return True

    @property
    def _open(self) -> bool:
        return bool(self._quote) or self._depth > 0

    def _read(self, line: str) -> None:
        text = line.replace("''", "")
        escaped = False
        for index, char in enumerate(text):
            if escaped:
                escaped = False
            elif self._quote:
                escaped = char == "\\" and self._quote == '"'
                self._quote = "" if char == self._quote else self._quote
            elif char in "\"'" and (index == 0 or text[index - 1] in _BEFORE_QUOTE):
                self._quote = char
            elif char in "[{":
                self._depth += 1
            elif char in "]}":
                self._depth -= 1
            elif char == "#" and text[index - 1 : index] in (" ", "\t"):
                return
            if not self._open:
                return
