"""An office's own words as wording: nothing in them is read as a tag, as Markdown or as a place to break a title.

What the wording's notation is: `generator.rendering.wording`. In running text every mark of it gets a backslash; what
Jinja would read, and what is long to read with backslashes, is printed as a value. Titles and the cells of tables know
tags only, so there nothing gets a backslash.
"""

import re
from enum import Enum

_BRACES = re.compile(r"\{+[%#]?")
# Braces in front of what becomes a tag belong to it: a tag's own braces must not follow another brace.
_MARKS = re.compile(rf"\{{*([*_\\])\1{{3,}}|[\\*_]|{_BRACES.pattern}")
_IN_TITLE = re.compile(rf"\{{*[｜#*_\\]+|{_BRACES.pattern}")
_LINE_START = re.compile(r"#|:::")
_HASHES_AT_END = re.compile(r"#+$")


class Place(Enum):
    """Where words are to stand."""

    LINE = "running text"
    TITLE = "a title"
    CELL = "a cell of a table"


_READ = {Place.LINE: _MARKS, Place.TITLE: _IN_TITLE, Place.CELL: _BRACES}
"""What the notation reads in each place."""


def literal(text: str) -> str:
    """The tag that prints this text as a value."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'{{{{ "{quoted}" }}}}'


def escaped(text: str, place: Place = Place.LINE, *, before_tag: bool = False) -> str:
    """The text for the midst of a line; `before_tag` where a tag follows it, which a last brace would spoil."""

    def encode(match: re.Match[str]) -> str:
        found = match.group()
        if not _BRACES.fullmatch(found):
            return f"\\{found}" if place is Place.LINE and len(found) == 1 else literal(found)
        opens_tag = len(found) > 1 or before_tag and match.end() == len(text)
        return literal(found) if opens_tag or text.startswith("-}", match.end()) else found

    return _READ[place].sub(encode, text)


def as_line(wording: str) -> str:
    """Escaped words as a line of their own: it begins neither a heading nor a container."""
    line = wording.strip()
    return f"\\{line}" if _LINE_START.match(line) else line


def as_heading(wording: str, level: int, *, numbered: bool) -> str:
    """Escaped words as a heading of this level, from 1; one that is not `numbered` prints no numeral."""
    text = _HASHES_AT_END.sub(lambda match: f"\\{match.group()}", wording.strip())
    return f"{'#' * (level + 1)} {text}" + ("" if numbered else " {-}")
