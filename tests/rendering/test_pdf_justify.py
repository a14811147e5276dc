"""Chinese lines in PDF reach both edges of the text area, as in Word."""

from collections.abc import Iterator

import pytest
import weasyprint
from weasyprint.formatting_structure import boxes

from generator.rendering import pdf_justify

WIDTH = 441 / 0.75  # CSS pixels: 28 characters of 15.75 pt
PAGE = """<style>@page {{ size: A4; margin: 0 }} body {{ margin: 0 }}
p {{ width: 441pt; font-size: 16pt; letter-spacing: -0.25pt; text-align: {align}; margin: 0 }}</style><p>{text}</p>"""
MIXED = "自2024年9月5日至2024年9月30日，申报人员登录平台填报，<span>逾期不予受理。</span>" * 4


def lines(text: str, align: str = "justify") -> list[boxes.LineBox]:
    pdf_justify.install()
    page = weasyprint.HTML(string=PAGE.format(text=text, align=align)).render().pages[0]
    return list(_line_boxes(page._page_box))


def _line_boxes(box: boxes.Box) -> Iterator[boxes.LineBox]:
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.LineBox):
            yield child
        else:
            yield from _line_boxes(child)


def _words(line: boxes.LineBox) -> str:
    return "".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox))


def test_every_line_but_the_last_fills_the_text_area():
    *full, last = lines(MIXED)
    assert len(full) > 2
    assert [line.width for line in full] == [pytest.approx(WIDTH, abs=2)] * len(full)
    assert last.width < WIDTH


def test_lines_break_where_they_would_without_justification():
    assert [_words(line) for line in lines(MIXED)] == [_words(line) for line in lines(MIXED, align="left")]


def test_latin_lines_are_widened_at_spaces_only():
    first = lines("archive materials of every year " * 6)[0]
    assert first.width == pytest.approx(WIDTH, abs=1)
    assert all(box.style["letter_spacing"] == pytest.approx(-0.25 / 0.75) for box in first.descendants())


def test_a_line_cut_short_by_a_long_blank_is_left_ragged():
    blank = '<span style="display: inline-block; width: 300pt"></span>'
    first, second = lines(f"现对以下同志的申报情况进行公示{blank}")
    assert _words(first) == "现对以下同志的申报情况进行公示"
    assert first.width < WIDTH * 0.6
    assert second.width > 0
