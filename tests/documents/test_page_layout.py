"""PDF pages are set as GB/T 9704-2012 has them (parameter set A), in fonts that the file carries with it."""

import re
from collections import defaultdict

import pytest
from pypdf import PageObject

from generator.rendering.pdf import FONT_FILES
from generator.text import cell_width
from tests.documents.papers import KINDS, LIBRARY, PAPERS, of_kind
from tests.documents.reading import page_number, pdf_pages, words
from tests.support import pdf_text, xml

MILLIMETRE = 72 / 25.4
HEIGHT, WIDTH = 297, 210
LEFT, RIGHT, TOP, BOTTOM = 28, 26, 37, 35
LINES, CHARACTERS = 22, 28
PITCH = 28.95 / MILLIMETRE
ASCENT = 8.0  # from the top of the text area to the first baseline
BODY, TITLE, NUMBER = "公文仿宋", "公文小标宋", "公文宋体"

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARGINS = {"top": 2098, "bottom": 1984, "left": 1588, "right": 1474}


class Line:
    """What stands on one baseline: its place in millimetres from the top left, its text and its fonts."""

    def __init__(self, left: float, baseline: float):
        self.left, self.baseline = left, baseline
        self.text, self.fonts = "", set()


def lines(page: PageObject) -> list[Line]:
    """The lines of an upright page from top to bottom, the page number last."""
    found: dict[float, Line] = {}
    height = float(page.mediabox.height)

    def see(text, matrix, text_matrix, font, _size):
        if not text.strip():
            return
        x = matrix[0] * text_matrix[4] + matrix[4]
        y = (height - matrix[3] * text_matrix[5] - matrix[5]) / MILLIMETRE
        line = found.setdefault(round(y, 1), Line(x / MILLIMETRE, y))
        line.text += text.rstrip("\n")
        line.fonts.add(font["/BaseFont"].partition("+")[2])

    page.extract_text(visitor_text=see)
    return [found[place] for place in sorted(found)]


@pytest.fixture(scope="module")
def notice() -> list[list[Line]]:
    """The lines of each page of the sample notice proper, before its attachments."""
    pages = pdf_pages(PAPERS["annual_notice-filled-sample"].file("pdf"))
    proper = next(number for number, page in enumerate(pages) if words(page.extract_text()).startswith("附件1"))
    return [lines(page) for page in pages[:proper]]


def test_text_begins_at_the_left_margin_and_on_the_first_line(notice):
    assert len(notice) > 5
    for page in notice[1:]:
        assert page[0].baseline == pytest.approx(TOP + ASCENT, abs=0.3)
        assert min(line.left for line in page[:-1]) == pytest.approx(LEFT, abs=0.1)


def test_lines_stand_on_a_grid_of_22(notice):
    for page in notice[1:]:
        for line in page[:-1]:
            steps = (line.baseline - page[0].baseline) / PITCH
            assert steps == pytest.approx(round(steps), abs=0.02)
            assert round(steps) < LINES
    full = [page for page in notice[1:-1] if len(page) == LINES + 1]
    assert len(full) >= 2


def test_a_full_line_holds_28_characters_and_reaches_the_right_margin(notice):
    """Counted on lines of full-width characters only: words and figures are narrower."""
    counts = defaultdict(int)
    for page in notice[1:]:
        for line in page[:-1]:
            if line.left == pytest.approx(LEFT, abs=0.1) and cell_width(line.text) == len(line.text):
                counts[len(line.text)] += 1
    assert max(counts) == CHARACTERS
    assert counts[CHARACTERS] > 20


def test_lines_end_at_the_right_margin(notice):
    layout = pdf_text(PAPERS["annual_notice-filled-sample"].file("pdf"), "-bbox", "-f", "2", "-l", str(len(notice)))
    edges = sorted(float(edge) / MILLIMETRE for edge in re.findall(r'xMax="([\d.]+)"', layout))
    assert edges[-1] == pytest.approx(WIDTH - RIGHT, abs=0.2)
    assert sum(edge > edges[-1] - 0.5 for edge in edges) > 50


def test_the_first_line_of_a_paragraph_stands_two_characters_in(notice):
    indents = {round(line.left - LEFT, 1) for page in notice[1:-1] for line in page[:-1]}
    assert indents == {0.0, round(2 * 15.75 / MILLIMETRE, 1)}


def test_page_numbers_stand_outside_below_the_text(notice):
    for number, page in enumerate(notice, start=1):
        last = page[-1]
        assert last.text == f"— {number} —"
        assert last.fonts == {NUMBER}
        assert last.baseline == pytest.approx(HEIGHT - BOTTOM + 7, abs=1.6)  # the dash stands above the baseline
        if number % 2:
            assert WIDTH - RIGHT - 40 < last.left < WIDTH - RIGHT
        else:
            assert last.left == pytest.approx(LEFT + 14 / MILLIMETRE, abs=0.1)


def test_title_and_body_have_their_faces(notice):
    assert notice[0][0].fonts == {TITLE}
    assert FONT_FILES[TITLE] == "FandolSong-Bold.otf"
    assert FONT_FILES[BODY] == "FandolFang-Regular.otf"
    plain = [line for page in notice[1:-1] for line in page[:-1] if line.left == pytest.approx(LEFT, abs=0.1)]
    assert sum(line.fonts == {BODY} for line in plain) / len(plain) > 0.95


def test_every_font_is_in_the_file(paper):
    assert fonts_left_out(pdf_pages(paper.file("pdf"))) == []


def test_every_font_for_hostile_values_is_in_the_file(hostile):
    assert fonts_left_out(pdf_pages(hostile.file("pdf"))) == []


def fonts_left_out(pages: list[PageObject]) -> list[str]:
    fonts = [font.get_object() for page in pages for font in page["/Resources"].get("/Font", {}).values()]
    assert fonts
    descendants = [font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font for font in fonts]
    return [
        font["/BaseFont"]
        for font in descendants
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & font["/FontDescriptor"].get_object().keys()
    ]


def test_every_page_is_a4(paper):
    upright, across = (WIDTH * MILLIMETRE, HEIGHT * MILLIMETRE), (HEIGHT * MILLIMETRE, WIDTH * MILLIMETRE)
    for page in pdf_pages(paper.file("pdf")):
        size = (float(page.mediabox.width), float(page.mediabox.height))
        assert size == pytest.approx(upright, abs=0.1) or size == pytest.approx(across, abs=0.1)


@pytest.mark.parametrize("kind", KINDS)
def test_the_word_file_has_the_same_page(kind):
    paper = of_kind(kind)[0]
    for section in xml(paper.file("docx")).iter(f"{W}sectPr"):
        margins, size = section.find(f"{W}pgMar"), section.find(f"{W}pgSz")
        found = {side: int(margins.get(f"{W}{side}")) for side in MARGINS}
        if size.get(f"{W}orient") == "landscape":
            found = {"top": found["right"], "right": found["bottom"], "bottom": found["left"], "left": found["top"]}
        assert found == MARGINS


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_numbered_has_page_numbers(kind):
    pages = pdf_pages(of_kind(kind)[0].file("pdf"))
    numbers = [page_number(page) for page in pages]
    assert numbers == ([*range(1, len(pages) + 1)] if LIBRARY.document(kind).numbered else [None] * len(pages))
