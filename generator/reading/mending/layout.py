"""Lines with what the page says of them: how far they are indented, how much room they leave, what stands between."""

from collections import Counter
from dataclasses import dataclass, replace

from generator.reading.mending.lines import ends_sentence
from generator.reading.parts import BODY, Paragraph, Table
from generator.text import cell_width

_FEW = 5  # lines; of fewer nothing can be measured
_TAB = 4  # 字
_NARROWEST = 16  # 字: what has shorter lines is a list
_SHARE, _SHARE_OF_NARROW = 0.1, 0.3  # of the lines that are full: fewer where lines are as wide as a page's
_WIDE = 22  # 字
_OUTLIERS = 0.05  # of the lines may be longer
_STEPS = 3  # 字 by which full lines differ: no line is broken within a word or before a mark
_SHORTEST = 8  # 字 of a line that counts
_FULL_PAGE = 0.7  # of the lines of the fullest page


@dataclass
class Line:
    """A line that is not blank. Widths in 字; `room` is None where nobody knows how wide the page was."""

    item: Paragraph
    gap: int = 0  # blank lines before it
    after_page_end: bool = False
    indent: float = 0.0
    room: float | None = None


@dataclass(frozen=True)
class Layout:
    """What is true of the whole text."""

    indented: bool  # paragraphs begin with an indent, other lines do not
    gaps_part: bool  # blank lines stand between paragraphs, not between all lines
    lost_indent: float  # 字 that a first line had in the original, and that the text does not show


def text_lines(items: tuple[Paragraph | Table, ...], after_page_end: frozenset[int]) -> list[Line | Table]:
    """The lines of a text file with their blank lines counted, and the room each leaves in a hard-wrapped text."""
    lines: list[Line | Table] = []
    willed = _pages_begun_at_will(items)
    gap, ended = 0, False
    for index, item in enumerate(items):
        ended |= index in after_page_end
        if isinstance(item, Table):
            lines.append(item)
        elif not item.text.strip():
            gap += 1
            continue
        else:
            plain = item if item.page is None else replace(item, new_page=ended and item.page in willed)
            lines.append(Line(plain, gap, ended, _indent(item)))
        gap, ended = 0, False
    width = _wrap_width([line for line in lines if isinstance(line, Line)])
    if width is not None:
        for line in lines:
            if isinstance(line, Line):
                line.room = width - line.indent - cell_width(line.item.text.strip())
    return lines


def is_wrapped(lines: list[Line | Table]) -> bool:
    """Whether a program broke the lines at one width, so that they are no paragraphs."""
    return any(isinstance(line, Line) and line.room is not None for line in lines)


def _pages_begun_at_will(items: tuple[Paragraph | Table, ...]) -> set[int]:
    """The pages before which one ended early. A text has a form feed at the end of every page, full or not."""
    lengths = Counter(item.page for item in items if item.page is not None and _text(item))
    return {page + 1 for page, length in lengths.items() if length < max(lengths.values()) * _FULL_PAGE}


def _text(item: Paragraph | Table) -> str:
    return item.text.strip() if isinstance(item, Paragraph) else "|"


def layout_of(lines: list[Line | Table], visible_indent: bool) -> Layout:
    """How the text marks its paragraphs; `visible_indent` where the indent of every line is known, as in a PDF."""
    body = [line for line in lines if isinstance(line, Line) and line.item.where == BODY]
    indents = sum(1.5 <= line.indent <= 4.5 for line in body)
    flush = sum(line.indent < 0.5 for line in body)
    close = sum(line.gap == 0 for line in body[1:])
    indented = indents >= 3 and flush >= 3 and indents >= len(body) * 0.1
    return Layout(indented, close >= max(1, len(body) - 1) * 0.3, 0.0 if indented or visible_indent else 2.0)


def _indent(item: Paragraph) -> float:
    """The space before the line: typed, and in a Word file set."""
    lead = item.text[: len(item.text) - len(item.text.lstrip())]
    measured = ((item.left or 0) + (item.first_line or 0)) / item.size if item.size else 0
    return cell_width(lead.replace("\t", " " * _TAB * 2)) + max(measured, 0)


def _wrap_width(lines: list[Line]) -> float | None:
    """The width at which somebody's program broke the lines, or None where lines are whole paragraphs.

    In a wrapped text many lines are nearly as long as the longest, and most of these end in mid-sentence.
    """
    widths = [cell_width(line.item.text.strip()) + line.indent for line in lines]
    if len(lines) < _FEW:
        return None
    longest = sorted(widths)[-1 - int(len(widths) * _OUTLIERS)]
    tally = Counter(round(own) for own in widths if longest - _STEPS <= own <= longest)
    width = max(tally, key=lambda value: (tally[value], value))
    if width < _NARROWEST:
        return None
    full = [line for line, own in zip(lines, widths, strict=True) if width - 2.5 <= own <= width + 2]
    share = _SHARE if width >= _WIDE else _SHARE_OF_NARROW
    unfinished = sum(not ends_sentence(line.item.text) for line in full)
    if len(full) < max(_FEW, sum(own >= _SHORTEST for own in widths) * share) or unfinished < len(full) / 2:
        return None
    return float(width)
