"""A text as the rules look at it: what is right as it stands (addresses, code, English, quotations) is covered."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
COVER = "\ufffc"  # stands for each covered character: no letter, no digit, no mark
# Spaces within a line, as many as a person may have typed; never a line's end.
GAP = r"[ \t\u3000]{0,9}"

# Every break of a line is one newline, every other white space a space, so that offsets stay and patterns stay short.
_PLAIN = str.maketrans({**dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"), "\xa0": " ", "\u2002": " "})
_SUFFIX = "docx?|xlsx?|pptx?|pdf|ofd|wps|txt|md|csv|html?|ya?ml|jpe?g|png|gif|bmp|tiff?|zip|rar|7z|mp4"
# Possessive quantifiers and a fixed left edge keep each of these linear.
_COVERED = tuple(
    re.compile(pattern)
    for pattern in (
        r"\{\{(?:[^{}\n]|\{(?!\{)|\}(?!\}))*+\}\}|\{%[^%\n]*+%\}|\{#[^#\n]*+#\}",
        r"(?m)^[ \t]*+```[^\n]*+\n(?:(?![ \t]*+```)[^\n]*+\n)*+[ \t]*+```",
        r"`[^`\n]*+`|&[a-z]{2,8};|(?<=\])\([^()\n]{0,200}\)",
        r"(?<![A-Za-z])(?:https?|ftp)://[A-Za-z0-9\-._~/?#@!$&*+,;=%:]++",
        r"</?[A-Za-z][^<>\n]{0,200}>",
        r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]++@[A-Za-z0-9.-]++",
        r"(?<![A-Za-z0-9.@-])(?=[0-9-]*+[A-Za-z])(?:[A-Za-z0-9-]++\.)++[A-Za-z]{2,}+(?:[:/][A-Za-z0-9\-._~/?#&+=%:]*+)?",
        rf"\\?\*\.[A-Za-z0-9]{{1,5}}|(?<=[{HAN}0-9A-Za-z）)])\.(?:{_SUFFIX})(?![A-Za-z])",
        r"(?<![A-Za-z])[A-Z]{1,6}(?:/[A-Z]{1,2})? ?\d{1,6}(?:\.\d{1,3})*+[-—－–]\d{4}(?!\d)",
        r"(?<![A-Za-z0-9'’.-])[A-Za-z][A-Za-z0-9'’.-]*+(?:[ ,;:!?&/\"-]{1,3}[A-Za-z][A-Za-z0-9'’.-]*+)++",
        r"(?<![\d-])(?:0\d{2,3}[-－—–]?\d{7,8}|1[3-9]\d{9}|[48]00[-－]?\d{3}[-－]?\d{4}|\d{7,8})(?:-\d{1,5})?(?!\d)",
        r"(?<![\d-])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",
        r"(?m)^[|:\- ]*+$",
    )
)
_QUOTED = re.compile(r"(?<=“)[^“”\n]++(?=”)")
_TITLES = re.compile(r"(?<=《)[^《》\n]++(?=》)")
_TRAILING = ".,;:!?"  # behind an address these belong to the sentence
_NOT_A_BREAK = re.compile("[^\n]")


class Line(NamedTuple):
    """A line that is not blank: where it begins, and its text with what is right as it stands covered."""

    start: int
    text: str


@dataclass(frozen=True)
class Source:
    """A text in three layers of the same length, each covering more.

    `year` is the year it is written for, `other_years` are others that it may well speak of.
    """

    raw: str
    year: int | None = None
    other_years: frozenset[int] = frozenset()

    @cached_property
    def plain(self) -> str:
        """Without addresses, file names, code, tags, English, telephone numbers, standards' numbers and ISO dates."""
        text = self.raw.translate(_PLAIN)
        for pattern in _COVERED:
            text = pattern.sub(_cover, text)
        return text

    @cached_property
    def unquoted(self) -> str:
        """And without what stands in quotation marks: prescribed words are not ours to change."""
        return _QUOTED.sub(_cover, self.plain)

    @cached_property
    def prose(self) -> str:
        """And without what stands in title marks: another document's name is as it is."""
        return _TITLES.sub(_cover, self.unquoted)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank, in the plain layer, without the marks of light Markdown before them."""
        return tuple(
            Line(match.start(1), match.group(1)) for match in _LINE.finditer(self.plain) if match.group(1).strip()
        )


_LINE = re.compile(r"^[ \t\u3000]*+(?:#{1,6} |[-*>] )?+[ \t\u3000]*+(?:\*\*)?+([^\n]*)$", re.M)


def _cover(match: re.Match) -> str:
    text = match.group()
    kept = text.rstrip(_TRAILING) if "://" in text else text
    return _NOT_A_BREAK.sub(COVER, kept) + text[len(kept) :]
