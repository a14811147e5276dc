"""Justified Chinese lines in PDF: WeasyPrint widens spaces only, and Chinese text has none.

GB/T 9704-2012, 5.2.3 wants text to fill the text area; Word widens the gap between any two characters. `install`
makes WeasyPrint do the same for lines that hold Chinese; other lines stay with its own rule.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import create_layout, line_size

_FIRST_EAST_ASIAN = "\u2e80"
_WIDEST_GAP = 0.25  # of the type size: a line cut short by a long blank or word reads better ragged than torn apart
_justify_spaces = inline.justify_line


def install() -> None:
    """From now on WeasyPrint justifies Chinese lines between characters."""
    inline.justify_line = _justify


def _justify(context: Any, line: Any, extra_width: float) -> None:
    texts = [box.text for box in _text_boxes(line)]
    gaps = sum(map(len, texts)) - 1
    if any("\t" in text for text in texts):
        return  # a tab would jump to its next stop, and the line out of the text area
    if gaps < 1 or not any(character >= _FIRST_EAST_ASIAN for text in texts for character in text):
        _justify_spaces(context, line, extra_width)
    elif extra_width / gaps <= _WIDEST_GAP * line.style["font_size"]:
        _spread(context, line, extra_width / gaps, 0)


def _text_boxes(box: Any) -> Iterator[Any]:
    if isinstance(box, boxes.TextBox):
        if box.text:
            yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            yield from _text_boxes(child)


def _spread(context: Any, box: Any, gap: float, shift: float) -> float:
    """Widens every gap in `box` by `gap` and moves it right by `shift` (CSS pixels); returns the next box's shift."""
    if isinstance(box, boxes.TextBox):
        box.position_x += shift
        return shift + (_widen(context, box, gap) if box.text else 0)
    if not isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.translate(shift, 0)
        return shift
    box.position_x += shift
    before = shift
    for child in box.children:
        if child.is_in_normal_flow():
            shift = _spread(context, child, gap, shift)
    box.width += shift - before
    return shift


def _widen(context: Any, box: Any, gap: float) -> float:
    style = box.style.copy()
    spacing = style["letter_spacing"]
    style["letter_spacing"] = (0 if spacing == "normal" else spacing) + gap
    layout = create_layout(box.text, style, context, None, 0)
    width, _ = line_size(layout.get_first_line()[0], style)
    layout.deactivate()
    added = width - box.width
    box.style, box.pango_layout, box.width = style, layout, width
    return added
