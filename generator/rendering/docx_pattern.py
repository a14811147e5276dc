"""XML of a Word part with places for values, and beside it the text that a search of it finds.

The places are the marks of `printed`: what stands between them is the same in every document, looked at once.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from jinja2 import nodes

from generator.rendering import printed
from generator.rendering.searchable import text_of_xml

_MARK_IN_TAG = re.compile(rf"<[^>]*{printed.TEXT}")
_LINES_OR_CELLS = "<w:tbl"


class Part(NamedTuple):
    """A part that is made: its XML, and its searchable text where that is known without a look at the XML."""

    xml: str
    said: str | None = None

    @property
    def text(self) -> str:
        return text_of_xml(self.xml) if self.said is None else self.said


class Pattern:
    """What all documents have in common whose part differs only in some texts."""

    def __init__(self, xml: str):
        """`xml` has marks, `printed.hole(printed.TEXT, number)`, in the places of texts."""
        self._xml = _split(xml)
        # In a table the line ends of a value are not those of a line; in a tag a value is no text, or part of a name.
        looked_through = _LINES_OR_CELLS in xml or _MARK_IN_TAG.search(xml)
        self._said = None if looked_through else _split(text_of_xml(xml))

    def filled(self, texts: Sequence[str], encode: Callable[[str], str]) -> Part:
        """The part with these texts at the marks of their numbers."""
        xml = "".join([piece if type(piece) is str else encode(texts[piece]) for piece in self._xml])
        if self._said is None:
            return Part(xml)
        return Part(xml, "".join([piece if type(piece) is str else in_lines(texts[piece]) for piece in self._said]))


class PlainPart:
    """A part that prints variables of the document and does nothing else, such as the title in a file's properties."""

    def __init__(self, pieces: Sequence[str | nodes.Name]):
        self._names = [piece.name for piece in pieces if isinstance(piece, nodes.Name)]
        marks = (printed.hole(printed.TEXT, number) for number in range(len(self._names)))
        self._pattern = Pattern("".join(piece if isinstance(piece, str) else next(marks) for piece in pieces))

    def filled(self, values: Mapping[str, Any], encode: Callable[[str], str], *, one_line: bool) -> Part | None:
        """The part with these values, None where one of them is no text: what is wrong with it is for Jinja to say."""
        texts = [values.get(name) for name in self._names]
        if not all(type(text) is str for text in texts):
            return None
        return self._pattern.filled([" ".join(text.split()) for text in texts] if one_line else texts, encode)


def _split(text: str) -> list[str | int]:
    pieces: list[str | int] = []
    position = 0
    for match in printed.HOLE.finditer(text):
        pieces += [text[position : match.start()], int(match[2])]
        position = match.end()
    return [piece for piece in (*pieces, text[position:]) if piece != ""]


def in_lines(text: str) -> str:
    """The text as it is searched: Word's own marks for a line end and a tab each end a line."""
    if "\t" not in text and "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "\n")
