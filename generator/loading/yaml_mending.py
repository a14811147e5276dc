"""Typing slips that break YAML far from where they stand, found line by line before parsing.

A full-width colon after a key, an ASCII colon without a space, and tabs or full-width spaces before a line are reported
with their place and mended in the text, so that the parser goes on and further errors are found too. Lines inside
block text, quotes and flow brackets are values and are left alone, and so is a line that may be text (`- 说明：甲` in a
list of texts): where the model wants keys, `validation` says that its colon is full-width.
"""

import re
from dataclasses import dataclass, field

from generator.finding import Finding, Place
from generator.loading.yaml_context import Context, dashes_of

MOST_FINDINGS = 100
"""So many are enough to show what is wrong with a file; what is not shown comes up when these are mended."""

# Most files have no such slip; one search over the text spares them the walk through their lines.
_SUSPECT = re.compile(
    r"^[^\S\n]*+(?:-[^\S\n]++)*+[^\s:：#\"'\[\]{},]++[^\S\n]*+(?:：|:(?=\S))|^ *+[\t\u3000\xa0]", re.MULTILINE
)
_INDENT = re.compile(r"[ \t\u3000\xa0]*")
_KEY = re.compile(r"""(?P<key>[^\s"'\[\]{},#&*!|>%@`:：?-][^:：#]*+)(?P<colon>：|:(?=\S))""")
_LIKE_A_KEY = re.compile(r"[ \t\u3000\xa0]*[^\s:：#-][^:：#]*[:：]")
_MENDED_SPACES = {" ": " ", "\t": "  ", "\u3000": "  ", "\xa0": " "}
_SPACES = {"\t": "制表符（Tab键）", "\u3000": "全角空格", "\xa0": "不间断空格"}


@dataclass
class Mended:
    """The text to parse, what was mended, and for each mended line the original column of each of its characters."""

    text: str
    findings: list[Finding] = field(default_factory=list)
    columns: dict[int, list[int]] = field(default_factory=dict)

    def column(self, line: int, column: int) -> int:
        """The user's column for a column of the mended text (all from 1)."""
        origins = self.columns.get(line)
        return origins[min(column, len(origins)) - 1] if origins else column


def mend(text: str, known: frozenset[str], file: str) -> Mended:
    """Mend `text`, in which `known` are the keys that some model has."""
    mended = Mended(text)
    if not _SUSPECT.search(text):
        return mended
    context = Context()
    lines = text.split("\n")
    for index, content in enumerate(lines):
        if context.swallows(content) or content.lstrip(" \t\u3000\xa0")[:1] in ("", "#"):
            continue
        if content.startswith(("---", "...", "%")):
            context = Context()
            continue
        line = _Line(content, Place(file=file, line=index + 1), mended)
        _mend_line(line, known, context, lines[index + 1] if index + 1 < len(lines) else "")
        lines[index] = line.text
        context.follow(line.text)
        if len(mended.findings) >= MOST_FINDINGS:
            break
    mended.text = "\n".join(lines)
    return mended


class _Line:
    """One line being mended; remembers from which column each character came."""

    def __init__(self, text: str, place: Place, mended: Mended):
        self.text = text
        self._place = place
        self._mended = mended

    def replace(self, start: int, pieces: list[str]) -> None:
        """Put each of `pieces` in place of one character, from the one at `start` on."""
        stop = start + len(pieces)
        line = self._place.line
        old = self._mended.columns.get(line) or range(1, len(self.text) + 2)
        new = [column for column, piece in zip(old[start:stop], pieces, strict=True) for _ in piece]
        self._mended.columns[line] = [*old[:start], *new, *old[stop:]]
        self.text = self.text[:start] + "".join(pieces) + self.text[stop:]

    def report(self, index: int, message: str, remedy: str) -> None:
        """Add a finding about the character at `index`."""
        place = Place(self._place.file, self._place.line, self._mended.column(self._place.line, index + 1))
        self._mended.findings.append(Finding("yaml", "error", message, remedy=remedy, place=place))


def _mend_line(line: _Line, known: frozenset[str], context: Context, following: str) -> None:
    _mend_indent(line)
    indent = _INDENT.match(line.text).group()
    continues = context.continues(len(indent))
    start = len(indent) + dashes_of(line.text[len(indent) :])
    match = _KEY.match(line.text, start)
    if match is None:
        return
    is_known = match["key"].strip() in known
    if continues:
        must_be_key = False
    elif start == len(indent) and context.holds_keys(start):
        must_be_key = True
    else:
        must_be_key = is_known and _mended_indent(following) == start and _LIKE_A_KEY.match(following) is not None
    if must_be_key or is_known and continues:
        _mend_colon(line, match, continues)


def _mended_indent(line: str) -> int:
    return sum(len(_MENDED_SPACES[char]) for char in _INDENT.match(line).group())


def _mend_indent(line: _Line) -> None:
    indent = _INDENT.match(line.text).group()
    wrong = next((index for index, char in enumerate(indent) if char != " "), None)
    if wrong is None:
        return
    name = _SPACES[indent[wrong]]
    remedy = "缩进只能用英文空格，每一级缩进两个空格；文字要分段时，在冒号后面写“|”，下面各行都缩进两个空格"
    line.report(wrong, f"行首的缩进里有{name}", remedy)
    line.replace(0, [_MENDED_SPACES[char] for char in indent])


def _mend_colon(line: _Line, match: re.Match[str], continues: bool) -> None:
    key, index = match["key"].strip(), match.start("colon")
    if match["colon"] == "：":
        message, remedy = f"“{key}”后面是全角冒号“：”", f"请改成英文冒号加一个空格，写成“{key}: ”"
    else:
        message, remedy = f"“{key}”的冒号后面没有空格", f"请在冒号后面加一个空格，写成“{key}: ”"
    if continues:
        remedy += "，并与同级的其他项对齐；如果它是上一项文字的一部分，请把那一项的文字整个加上英文双引号"
    line.report(index, message, remedy)
    if not continues:
        line.replace(index, [": " if line.text[index + 1 : index + 2].strip() else ":"])
