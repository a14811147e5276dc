"""Marks of Markdown in a text file: what a converter left, taken off; the words stay.

Only a file that shows the marks at all is treated as Markdown: a clerk may type * and - of his own.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.reading.mending.debris import Placed
from generator.reading.parts import Cell, LeftOut, Paragraph, Table

_HEADING = re.compile(r"\s{0,3}(#{1,6})[ \t　]+(.*?)(?:\s+#+)?\s*")
_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*]+?)(?<=[^\s*\\])\*\*(?!\*)")
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()#+\-.!<>|~$]")
_PATH = re.compile(r"(?:(?<![A-Za-z])[A-Za-z]:|\\\\[\w.]+)\\[^\s，。；：、！？“”‘’（）《》]*")
_LINK = re.compile(r"<((?:https?://|www\.|mailto:)[^<>\s]+|[\w.+-]+@[\w-]+\.[\w.-]+)>")
_RULE = re.compile(r"\s{0,3}([-*])(?:[ \t]*\1){2,}\s*")
_BULLET = re.compile(r"\s*([-*+][ \t]+)(?=\S)")
_BAR = re.compile(r"(?<!\\)\|")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_EVIDENCE = re.compile(rf"\s{{0,3}}(?:#{{1,6}}[ \t]+\S|\*\*[^\s*][^*]*\*\*)|.*(?:\\_){{2}}|{_TABLE_RULE.pattern}$")
HEADING_STYLE = "Markdown标题"
RULE, HEADING, BULLET, BOLD, ESCAPE = "分隔线", "标题前的#", "行首的列表符号", "加粗的**", "转义的反斜线"
LINK, TABLE = "网址两边的<>", "表格的|"
SORTS = (RULE, HEADING, BULLET, BOLD, ESCAPE, LINK, TABLE)
"""The sorts of marks, as the user is told of them."""

Mark = tuple[str, int, int]
"""The sort of a mark, and from where to where in its line it stands."""


def without_marks(lines: list[Placed]) -> tuple[list[Placed], list[LeftOut]]:
    """The lines without marks of Markdown, tables of | as tables; and the marks.

    A heading's style says how many # it had; a line that begins in bold has its `lead`.
    """
    shown = any(isinstance(item, Paragraph) and _EVIDENCE.match(item.text) for _, item in lines)
    plain: list[Placed] = []
    left_out: list[LeftOut] = []
    at = 0
    while at < len(lines):
        count = _table_length(lines, at) if shown else 0
        place, item = lines[at]
        if count:
            plain.append((place, _table(lines[at : at + count], left_out)))
        elif isinstance(item, Paragraph):
            plain.append((place, _plain(item, place, left_out, shown)))
        else:
            plain.append((place, item))
        at += max(count, 1)
    return plain, left_out


def _plain(line: Paragraph, place: int, left_out: list[LeftOut], shown: bool) -> Paragraph:
    """The line without its marks; only those around addresses are taken where the file `shown` no Markdown."""
    text = line.text
    marks = list(_marks(text) if shown else _links(text))
    if not marks:
        return line
    left_out += _left_out(marks, place, text)
    style = next((f"{HEADING_STYLE}{text[:end].count('#')}" for sort, _, end in marks if sort == HEADING), line.style)
    start = max((end for sort, _, end in marks if sort in (HEADING, BULLET) and end < len(text)), default=0)
    bold = _BOLD.match(text, start + len(text[start:]) - len(text[start:].lstrip()))
    lead = len(_cut(text, marks, *bold.span()).strip()) if bold else 0
    plain = _cut(text, marks)
    plain = plain.lstrip() if bold else plain
    whole_line = 0 < lead == len(plain.strip())
    return replace(line, text=plain, style=style, bold=whole_line, lead=0 if whole_line else lead)


def _marks(text: str) -> Iterator[Mark]:
    if _RULE.fullmatch(text):
        yield RULE, 0, len(text)
        return
    if heading := _HEADING.fullmatch(text):
        yield HEADING, 0, heading.start(2)
        if heading.end(2) < len(text.rstrip()):
            yield HEADING, heading.end(2), len(text)
    elif bullet := _BULLET.match(text):
        yield BULLET, *bullet.span(1)
    yield from _inline_marks(text)


def _inline_marks(text: str) -> Iterator[Mark]:
    for match in _BOLD.finditer(text):
        yield BOLD, match.start(), match.start() + 2
        yield BOLD, match.end() - 2, match.end()
    paths = [match.span() for match in _PATH.finditer(text)]
    for match in _ESCAPE.finditer(text):
        if not any(start <= match.start() < end for start, end in paths):
            yield ESCAPE, match.start(), match.start() + 1
    yield from _links(text)


def _links(text: str) -> Iterator[Mark]:
    for match in _LINK.finditer(text):
        yield LINK, match.start(), match.start() + 1
        yield LINK, match.end() - 1, match.end()


def _cut(text: str, marks: list[Mark], start: int = 0, end: int | None = None) -> str:
    """The text, or a part of it, without the marks."""
    gone = {at for _, first, last in marks for at in range(first, last)}
    return "".join(text[at] for at in range(start, len(text) if end is None else end) if at not in gone)


def _left_out(marks: list[Mark], place: int, text: str) -> Iterator[LeftOut]:
    return (LeftOut(sort, place, start, end, text[start:end].strip()) for sort, start, end in marks)


def _table_length(lines: list[Placed], at: int) -> int:
    """How many lines from this one on are a table of |; none without the line of dashes under its head."""
    if at + 1 >= len(lines) or not _is_row(lines[at]):
        return 0
    _, under = lines[at + 1]
    if not (isinstance(under, Paragraph) and "|" in under.text and _TABLE_RULE.fullmatch(under.text)):
        return 0
    end = at + 2
    while end < len(lines) and _is_row(lines[end]):
        end += 1
    return end - at


def _is_row(line: Placed) -> bool:
    return isinstance(line[1], Paragraph) and "|" in line[1].text.strip(" |")


def _table(lines: list[Placed], left_out: list[LeftOut]) -> Table:
    rows = []
    for number, (place, line) in enumerate(lines):
        marks = (
            [(TABLE, 0, len(line.text))] if number == 1 else [(TABLE, *bar.span()) for bar in _BAR.finditer(line.text)]
        )
        inline = [] if number == 1 else list(_inline_marks(line.text))
        left_out += _left_out([*marks, *inline], place, line.text)
        if number != 1:
            rows.append(_cells(line.text, [end for _, _, end in marks], inline))
    width = max(map(len, rows))
    return Table(
        tuple(tuple(Cell(text) for text in [*row, *[""] * (width - len(row))]) for row in rows), page=lines[0][1].page
    )


def _cells(text: str, bars: list[int], marks: list[Mark]) -> list[str]:
    """The words between the bars, which end at these places; the outermost bars have none beyond them."""
    starts, ends = [0, *bars], [*(bar - 1 for bar in bars), len(text)]
    cells = [_cut(text, marks, start, end).strip() for start, end in zip(starts, ends, strict=True)]
    plain = text.strip()
    return cells[
        plain.startswith("|") : len(cells) - (plain.endswith("|") and bool(bars) and not text[bars[-1] :].strip())
    ]
