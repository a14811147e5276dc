"""The lines of one paragraph as one: text, measures, and how it is set."""

from dataclasses import replace
from itertools import pairwise

from generator.reading.mending.layout import Line
from generator.reading.mending.lines import joined
from generator.reading.parts import Paragraph

_LONGEST_HEADING = 40  # characters of a run-in heading
_HEADING_ENDS = ("。", "：", ":")
_TITLE = 1.0  # points above the usual size: a title, whose lines end where its writer wants
_FULL = 1.5  # 字 that a line leaves which could hold no more
_NEAR = 0.75  # 字 by which the spaces at both sides of a centred line may differ
_FIRST_LINE = 2.8  # 字: a line with less space at both sides may be an ordinary first line
_FAR = 6.0  # 字: a line that begins so far from the left stands at the right


def gathered(group: list[Line], usual_size: float) -> Paragraph:
    """The paragraph that the lines make; `usual_size` is the type size of most of the text."""
    first = group[0].item
    large = usual_size and (first.size or 0) > usual_size + _TITLE
    text = first.text.strip()
    for before, line in pairwise(group):
        willed = large and before.room is not None and before.room > _FULL
        text = f"{text} {line.item.text.strip()}" if willed else joined(text, line.item.text)
    plain = replace(first, text=text.strip(), lead=_lead(group), align=first.align or _align(group, usual_size))
    if first.left is None or len(group) == 1:
        return plain
    left = min(line.item.left for line in group[1:])
    right = min(line.item.right for line in group)
    return replace(plain, left=left, first_line=round(first.left - left, 1), right=right)


def _align(group: list[Line], usual_size: float) -> str:
    """center or right where the place of the lines shows it."""
    if any(line.room is None for line in group):
        return ""
    middle = all(abs(line.indent - line.room) <= _NEAR for line in group)
    apart = max(line.indent for line in group)
    if middle and apart > (1 if (group[0].item.size or 0) > usual_size else _FIRST_LINE):
        return "center"
    return "right" if all(line.indent > max(_FAR, line.room + 1) for line in group) else ""


def _lead(group: list[Line]) -> int:
    """How much of the paragraph stands in the typeface of its first line, were it not all."""
    first = group[0].item
    if first.lead or not first.font:
        return first.lead
    text = first.text.strip()
    for line in group[1:]:
        if line.item.font == first.font and not line.item.lead:
            text = joined(text, line.item.text)
            continue
        length = len(joined(text, line.item.text[: line.item.lead]))
        rest = group[group.index(line) + 1 :]
        whole = line.item.lead > 0 or text.endswith(_HEADING_ENDS)
        alone = all(other.item.font != first.font for other in rest)
        return length if whole and alone and length <= _LONGEST_HEADING else 0
    return 0
