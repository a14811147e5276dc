"""Marks of Markdown in a text file: what a converter left, taken off; the words stay.

Only a file that shows the marks at all is treated as Markdown: a clerk may type * and - of his own.
"""

import re
from dataclasses import dataclass, field, replace

from generator.reading.parts import Cell, Paragraph, Table

_HEADING = re.compile(r"\s{0,3}(#{1,6})[ \t　]+(.*?)(?:\s+#+)?\s*")
_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*]+?)(?<=[^\s*\\])\*\*(?!\*)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|~$])")
_LINK = re.compile(r"<((?:https?://|www\.|mailto:)[^<>\s]+|[\w.+-]+@[\w-]+\.[\w.-]+)>")
_RULE = re.compile(r"\s{0,3}([-*_])(?:[ \t]*\1){2,}\s*")
_BULLET = re.compile(r"\s*[-*+][ \t]+(?=\S)")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_EVIDENCE = re.compile(r"\s{0,3}(?:#{1,6}[ \t]+\S|\*\*[^\s*][^*]*\*\*)|.*\\[*_#]|" + _TABLE_RULE.pattern + "$")
HEADING_STYLE = "Markdown标题"


@dataclass
class Marks:
    """How many marks of each sort were taken off."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, sort: str, number: int = 1) -> None:
        if number:
            self.counts[sort] = self.counts.get(sort, 0) + number

    def __str__(self) -> str:
        return "、".join(f"{sort}{number}处" for sort, number in self.counts.items())


def without_marks(items: tuple[Paragraph | Table, ...]) -> tuple[list[Paragraph | Table], Marks]:
    """The lines without marks of Markdown, tables of | as tables; and what was taken off.

    A heading's style says how many # it had; a line that begins in bold has its `lead`.
    """
    marks = Marks()
    if not any(isinstance(item, Paragraph) and _EVIDENCE.match(item.text) for item in items):
        return [_without_links(item, marks) for item in items], marks
    plain: list[Paragraph | Table] = []
    at = 0
    while at < len(items):
        count = _table_length(items, at)
        if count:
            plain.append(_table(items[at : at + count], marks))
        else:
            plain.append(_plain(items[at], marks))
        at += max(count, 1)
    return plain, marks


def _without_links(item: Paragraph | Table, marks: Marks) -> Paragraph | Table:
    if not isinstance(item, Paragraph):
        return item
    text, count = _LINK.subn(r"\1", item.text)
    marks.add("网址两边的<>", count)
    return replace(item, text=text) if count else item


def _plain(line: Paragraph | Table, marks: Marks) -> Paragraph | Table:
    if not isinstance(line, Paragraph):
        return line
    if _RULE.fullmatch(line.text):
        marks.add("分隔线")
        return replace(line, text="")
    text, style = line.text, line.style
    heading = _HEADING.fullmatch(text)
    if heading:
        marks.add("标题前的#")
        style, text = f"{HEADING_STYLE}{len(heading.group(1))}", heading.group(2)
    elif _BULLET.match(text):
        marks.add("行首的列表符号")
        text = _BULLET.sub("", text, count=1)
    text, lead = _without_bold(text, marks)
    bold = lead is not None and lead == len(text.strip())
    plain = replace(line, text=_unescaped(text, marks), style=style, bold=bold, lead=0 if bold else lead or 0)
    return _without_links(plain, marks)


def _without_bold(text: str, marks: Marks) -> tuple[str, int | None]:
    """The text without `**`, and how many characters at its beginning stood in bold."""
    first = _BOLD.match(text.lstrip())
    plain, count = _BOLD.subn(r"\1", text)
    marks.add("加粗的**", count)
    if first is None:
        return plain, None
    return plain.lstrip(), len(_ESCAPE.sub(r"\1", first.group(1)))


def _unescaped(text: str, marks: Marks) -> str:
    plain, count = _ESCAPE.subn(r"\1", text)
    marks.add("转义的反斜线", count)
    return plain


def _table_length(items: tuple[Paragraph | Table, ...], at: int) -> int:
    """How many lines from this one on are a table of |; none without the line of dashes under its head."""
    if at + 1 >= len(items) or not _is_row(items[at]):
        return 0
    under = items[at + 1]
    if not (isinstance(under, Paragraph) and "|" in under.text and _TABLE_RULE.fullmatch(under.text)):
        return 0
    end = at + 2
    while end < len(items) and _is_row(items[end]):
        end += 1
    return end - at


def _is_row(line: Paragraph | Table) -> bool:
    return isinstance(line, Paragraph) and "|" in line.text.strip(" |")


def _table(lines: tuple[Paragraph, ...], marks: Marks) -> Table:
    rows = []
    for line in (lines[0], *lines[2:]):
        cells = re.split(r"(?<!\\)\|", line.text.strip().removeprefix("|").removesuffix("|"))
        rows.append([_unescaped(_without_bold(cell.strip(), marks)[0], marks) for cell in cells])
    marks.add("表格线|")
    width = max(map(len, rows))
    return Table(
        tuple(tuple(Cell(text) for text in [*row, *[""] * (width - len(row))]) for row in rows), page=lines[0].page
    )
