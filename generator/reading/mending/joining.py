"""Which lines are one paragraph: the sentence that a line break cut is made whole again.

A wrong guess is a flaw in looks only: no character is dropped, and none changes its place.
"""

import re

from generator.reading.mending.gathering import gathered
from generator.reading.mending.layout import Layout, Line, layout_of
from generator.reading.mending.lines import (
    begins_item,
    begins_part,
    closes_bracket,
    ends_open,
    ends_sentence,
    ends_title,
    first_word_width,
    has_clauses,
    has_columns,
    is_attachment_label,
    is_cut_address,
    is_date,
    never_begins_line,
)
from generator.reading.mending.markdown_marks import HEADING_STYLE
from generator.reading.parts import BODY, Paragraph, Table
from generator.text import cell_width

# A line that a page's end cut was a full one: hardly narrower than a page of 28 字 leaves it.
_FULL_LINE = 22
_FULL_HEADING = 25
_LOOSE, _EXACT = 2.0, 0.5  # 字 by which a line may be short of full: justified and mixed text is not exact
_STEP = 1.5  # 字: a smaller difference is no indent
_ADDRESS_ROOM = 12  # 字 that a line may leave because an address could only be parted there
_FULL_STOPS = ("。", "！", "？", "。”", "！”", "？”")
_SHORT_REST = 4  # 字
_LARGER = 1.0  # points above the usual size: the type of a title


def paragraphs_of(lines: list[Line | Table], visible_indent: bool = False) -> list[Paragraph | Table]:
    """The paragraphs that the lines make, tables between them."""
    usual_size = _usual_size(lines)
    joiner = _Joiner(layout_of(lines, visible_indent), usual_size)
    items: list[Paragraph | Table] = []
    group: list[Line] = []
    for line in lines:
        if isinstance(line, Line) and group and joiner.continues(group, line):
            group.append(line)
            continue
        if group:
            items.append(gathered(group, usual_size))
        group = [line] if isinstance(line, Line) else []
        if isinstance(line, Table):
            items.append(line)
    return [*items, gathered(group, usual_size)] if group else items


def _usual_size(lines: list[Line | Table]) -> float:
    """The type size of most of the text, in points; 0 where the format knows none."""
    widths: dict[float, float] = {}
    for line in lines:
        if isinstance(line, Line) and line.item.size:
            widths[line.item.size] = widths.get(line.item.size, 0) + len(line.item.text)
    return max(widths, key=widths.__getitem__, default=0.0)


class _Joiner:
    """Decides line by line."""

    def __init__(self, layout: Layout, usual_size: float):
        self._layout, self._usual_size = layout, usual_size

    def continues(self, group: list[Line], line: Line) -> bool:
        """Whether the line goes on with the paragraph that the group begins."""
        last, text = group[-1], group[-1].item.text
        following = line.item.text
        if not _may_touch(last, line):
            return False
        if never_begins_line(following):
            return True
        if is_attachment_label(following) or is_date(text) and "月" in text:
            return False
        if begins_item(following) and not _closes_reference(text, following):
            return False
        if _is_title_half(text, following) or self._is_large_title(last, line):
            return True
        if self._begins_by_indent(group, line) or self._is_letterhead(last):
            return False
        if closes_bracket(text, following) and not text.rstrip().endswith(_FULL_STOPS):
            return True
        if is_cut_address(text, following) and (last.room is None or last.room < _ADDRESS_ROOM):
            return True
        return _was_cut(last, line) if last.room is None else self._was_wrapped(group, line)

    def _begins_by_indent(self, group: list[Line], line: Line) -> bool:
        """Whether the line is indented as the first of a paragraph, and not hung under its numeral."""
        if not self._layout.indented or line.indent < _STEP:
            return False
        first, last = group[0], group[-1]
        hung = (begins_item(first.item.text) or begins_part(first.item.text)) and line.indent > first.indent + 0.4
        level = len(group) == 1 or abs(line.indent - last.indent) < 0.3
        return not (hung and level and last.room is not None and last.room < _LOOSE)

    def _is_large_title(self, last: Line, line: Line) -> bool:
        """Lines in the same large type, one close below the other: a title over several lines."""
        one, two = last.item, line.item
        if not one.size or not two.size or one.top is None or two.top is None:
            return False
        return (
            min(one.size, two.size) > self._usual_size + _LARGER
            and one.page == two.page
            and 0 < two.top - one.top < two.size * 2.2
            and (not one.color or _is_rest(last, line))
            and not begins_part(two.text)
            and not begins_part(one.text)
        )

    def _is_letterhead(self, line: Line) -> bool:
        """Coloured and large: its lines are names, each by itself."""
        return bool(line.item.color) and (line.item.size or 0) > self._usual_size + _LARGER

    def _was_wrapped(self, group: list[Line], line: Line) -> bool:
        """Where the width is known: the next word would not have fitted on the line before."""
        last, following = group[-1], line.item.text
        finished = ends_sentence(last.item.text)
        if line.gap and self._layout.gaps_part and not line.after_page_end:
            return not finished and ends_open(last.item.text)
        lost = self._layout.lost_indent if len(group) == 1 else 0.0
        left = last.room - lost - first_word_width(following)
        if self._layout.indented and line.indent < _EXACT and left < _EXACT:
            return True
        if finished:
            introduces = last.item.text.rstrip().endswith(("：", ":"))
            return left < _EXACT and line.indent < _STEP and not begins_part(following) and not introduces
        if begins_part(following):
            return left < _EXACT and not is_date(following) and not begins_part(group[0].item.text)
        return left < _LOOSE or ends_open(last.item.text)


def _is_rest(last: Line, line: Line) -> bool:
    """Whether the line is the end of a word that did not fit on the full line before: 办公室 of a red letterhead."""
    return last.room is not None and last.room < _STEP and cell_width(line.item.text) <= _SHORT_REST


def _may_touch(last: Line, line: Line) -> bool:
    """Two lines of the body, in type of one size, without tab stops or marks that say a paragraph begins."""
    one, two = last.item, line.item
    marked = any(item.style.startswith(HEADING_STYLE) or has_columns(item.text) for item in (one, two))
    sizes = abs((one.size or 0) - (two.size or 0)) < _LARGER
    begins = two.new_page or (two.lead > 0 and line.room is None)
    return one.where == two.where == BODY and sizes and not marked and not begins


def _closes_reference(text: str, following: str) -> bool:
    """（见附件 / 1）: what looks like the numeral of an item closes a bracket."""
    return re.match(r"\s*\d{1,2}[）)]", following) is not None and closes_bracket(text, following)


def _is_title_half(text: str, following: str) -> bool:
    """关于……中初级 / ……工作的通知: a title over two lines."""
    return (
        "关于" in text
        and not has_clauses(text + following)
        and not ends_sentence(text)
        and not ends_title(text)
        and ends_title(following)
        and not begins_part(following)
    )


def _was_cut(last: Line, line: Line) -> bool:
    """In a text whose lines are paragraphs: this line break cut a sentence, as page ends do."""
    text, following = last.item.text.strip(), line.item.text
    if ends_sentence(text) or begins_part(following):
        return False
    if ends_open(text):
        return True
    if begins_item(text) and not has_clauses(text):
        full = cell_width(text) >= _FULL_HEADING
    else:
        full = cell_width(text) >= _FULL_LINE and (has_clauses(text) or line.after_page_end or line.gap > 1)
    goes_on = has_clauses(following) or ends_sentence(following) and not following.rstrip().endswith(("：", ":"))
    return full and not ends_title(text) and goes_on
