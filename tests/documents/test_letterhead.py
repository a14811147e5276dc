"""Letterhead, signatures and 版记 stand where GB/T 9704-2012 has them, in the program's PDF and as LibreOffice lays the
Word file out. Positions in millimetres, with the tolerances of the checklist made of the standard.
"""

from itertools import pairwise

import pytest

from generator.rendering.signature import LAST_CENTRE
from generator.resources import templates_folder
from tests.documents.demonstration import (
    IMPRINT,
    LANDSCAPE,
    LIBREOFFICE,
    PARAGRAPH,
    PROGRAM,
    WHOLE,
    by_libreoffice,
    laid_out_by,
    part,
    pdf,
    word_file,
)
from tests.documents.ink import Place, bands, rules, text_lines
from tests.support import W, schema_errors, xml

LEFT, RIGHT, TOP, BOTTOM = 28, 184, 37, 262
MIDDLE = (LEFT + RIGHT) / 2
SIZE_3, SIZE_4, LINE = 15.75 / 72 * 25.4, 14 / 72 * 25.4, 28.95 / 72 * 25.4
SEAL = 42
TWO_LINES = (18.5, 27)
RED_HEADS = ("whole", "one line", "two lines", "no number")


@pytest.fixture(scope="module", params=[PROGRAM, LIBREOFFICE])
def papers(request) -> dict[str, bytes]:
    return laid_out_by(request.param)


def line(paper: bytes, beginning: str) -> Place:
    """The first line of text that begins so."""
    return next(place for page in text_lines(paper) for place in page if place.text.startswith(beginning))


def head(paper: bytes) -> tuple[list[Place], Place, list[Place]]:
    """The lines of the mark, the red rule, and the bands of ink below."""
    *mark, rule = bands(paper, 1, red=True, apart=1)
    return mark, rule, [band for band in bands(paper, 1) if band.top > rule.bottom]


@pytest.mark.parametrize("name", RED_HEADS)
def test_the_mark_stands_35_below_the_text_areas_top_in_the_middle_and_inside(papers, name):
    mark, _, _ = head(papers[name])
    assert mark[0].top == pytest.approx(TOP + 35, abs=1)
    assert all(each.centre == pytest.approx(MIDDLE, abs=1) and each.width <= 156 for each in mark)
    assert max(each.width for each in mark) > 100


def test_on_screen_the_mark_is_not_painted_behind_the_white_page():
    """It lies below the text (z-index: -1), so that readers of a PDF meet it first; the page must contain it."""
    screen = (templates_folder() / "frames" / "print.css").read_text("utf-8").partition("@media screen")[2]
    page = screen.partition("  .部分 {")[2].partition("}")[0]
    assert "background: white;" in page
    assert "isolation: isolate;" in page


@pytest.mark.parametrize("name", RED_HEADS)
def test_the_red_rule_is_as_wide_as_the_text_and_the_title_two_lines_below(papers, name):
    _, rule, below = head(papers[name])
    assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=1)
    assert rule.height < 0.7
    assert TWO_LINES[0] <= below[0].top - rule.bottom <= TWO_LINES[1]


@pytest.mark.parametrize("name", ["whole", "one line", "two lines"])
def test_the_number_stands_two_lines_below_the_mark_and_4_above_the_rule(papers, name):
    mark, rule, _ = head(papers[name])
    [number] = [band for band in bands(papers[name], 1, apart=0.3) if mark[-1].bottom < band.top < rule.top - 1]
    assert TWO_LINES[0] <= number.top - mark[-1].bottom <= TWO_LINES[1]
    assert 3.5 <= rule.top - number.bottom <= 5.5
    assert number.centre == pytest.approx(MIDDLE, abs=1)


def test_joint_issuers_stand_at_one_width_with_the_word_beside_their_middle():
    lead, other, word = (line(laid_out_by(PROGRAM)["whole"], text) for text in ("示例州人", "示例州档", "文件"))
    assert (other.left, other.top > lead.bottom) == (pytest.approx(lead.left, abs=0.5), True)
    assert (word.top + word.bottom) / 2 == pytest.approx((lead.top + other.bottom) / 2, abs=1)
    assert word.left > lead.right


def test_a_number_without_a_letterhead_stands_in_the_middle_without_a_rule():
    paper = pdf(part("# 题\n\n::: 发文字号\n示函〔2024〕1号\n:::\n"))
    assert line(paper, "示函").centre == pytest.approx(MIDDLE, abs=1)
    assert bands(paper, 1, red=True) == []


def test_a_sealed_date_stands_four_characters_in_under_the_middle_of_the_name(papers):
    name, date = (line(papers["sealed"], text) for text in ("示例州", "2024年"))
    assert RIGHT - date.right == pytest.approx(4 * SIZE_3, abs=SIZE_3 / 2)
    assert name.centre == pytest.approx(date.centre, abs=3)


def test_an_unsealed_signature_stands_a_line_below_the_text_two_characters_in():
    paper = laid_out_by(PROGRAM)["unsealed"]
    text, name, second, date = (line(paper, each) for each in ("际认真", "示例州人", "示例州档", "2024年"))
    assert 9 <= name.top - text.bottom + 0.9 <= 16.7  # the box of a character is a little larger than its ink
    assert RIGHT - name.right == pytest.approx(2 * SIZE_3, abs=1.5)
    assert date.left - name.left == pytest.approx(2 * SIZE_3, abs=1.5)
    assert [upper.bottom < lower.bottom for upper, lower in pairwise([name, second, date])] == [True, True]


def test_joint_sealed_signatures_stand_in_rows_of_three_with_room_for_their_seals(papers):
    names = [line(papers["sealed by five"], text) for text in ("甲局", "乙档案局", "丙办公室", "丁委员会", "戊厅")]
    first, second = names[:3], names[3:]
    for row in (first, second):
        assert max(name.bottom for name in row) == pytest.approx(row[0].bottom, abs=0.2)
        assert all(right.centre - left.centre > SEAL for left, right in pairwise(row))
        assert row[0].centre - SEAL / 2 >= LEFT
        assert row[-1].centre + SEAL / 2 <= RIGHT
    assert second[0].bottom - first[0].bottom > SEAL
    assert [name.centre for name in second] == pytest.approx([name.centre for name in first[1:]], abs=0.5)


def test_the_date_stands_under_the_last_of_joint_signatures(papers):
    for name, last in (("sealed by five", "戊厅"), ("whole", "示例州档案局")):
        signature, date = [place for place in text_lines(papers[name])[-1] if place.text in (last, "2024年8月16日")]
        assert date.top > signature.top
        assert RIGHT - signature.centre == pytest.approx(LAST_CENTRE * SIZE_3, abs=0.6)
        assert date.centre == pytest.approx(signature.centre, abs=3.2)


def test_the_remark_stands_in_the_line_below_the_date(papers):
    date, remark = line(papers["whole"], "2024年8月16日"), line(papers["whole"], "（联系人")
    assert remark.left == pytest.approx(LEFT + 2 * SIZE_3, abs=1.5)
    assert remark.bottom - date.bottom == pytest.approx(LINE, abs=0.5)


@pytest.mark.parametrize(("name", "page", "lines"), [("whole", 2, 3), ("only copied", 1, 2), ("only printed", 1, 2)])
def test_the_imprint_ends_at_the_foot_of_the_text_area_in_thick_rules_and_a_thin_one(papers, name, page, lines):
    found = rules(papers[name], page)
    assert len(found) == lines
    assert found[-1].bottom == pytest.approx(BOTTOM, abs=1)
    for number, rule in enumerate(found):
        assert (rule.left, rule.right) == pytest.approx((LEFT, RIGHT), abs=1)
        assert rule.height == pytest.approx(0.25 if 0 < number < lines - 1 else 0.35, abs=0.1)


def test_the_imprints_lines_stand_a_character_in_and_run_on_behind_the_colon(papers):
    copied, runs_on, office, date = (
        line(papers["whole"], text) for text in ("抄送", "办公室，", "示例州人力资源和社会保障局办", "2024年8月18")
    )
    assert (copied.left, office.left) == pytest.approx((LEFT + SIZE_4,) * 2, abs=1)
    assert runs_on.left == pytest.approx(LEFT + 4 * SIZE_4, abs=1)
    assert date.right == pytest.approx(RIGHT - SIZE_4, abs=1)
    assert date.bottom == pytest.approx(office.bottom, abs=0.2)


def test_the_imprint_goes_to_a_page_of_its_own_only_where_it_does_not_fit(papers):
    pages = {
        name: [bool(rules(papers[name], page + 1)) for page in range(len(text_lines(papers[name])))] for name in papers
    }
    assert pages["full page"] == [False, True]
    assert pages["room left"] == [True]
    assert pages["imprint alone"] == [True]
    assert rules(papers["full page"], 2)[-1].bottom == pytest.approx(BOTTOM, abs=1)
    assert [place.text for place in text_lines(papers["full page"])[1] if "—" in place.text] == ["—2—"]


def test_the_imprint_is_a_page_of_its_own_behind_attachments():
    from generator.rendering.docx_join import join_docx

    sources = (PARAGRAPH, "::: 附件号\n附件\n:::\n\n# 名额分配表\n\n{{ 表格.名额|表格 }}\n", IMPRINT)
    frames = ("official", LANDSCAPE, "official")
    word = join_docx([(source, word_file(source, frame)) for source, frame in zip(sources, frames, strict=True)])
    ours = pdf(*(part(source, frame) for source, frame in zip(sources, frames, strict=True)))
    for paper in (ours, by_libreoffice({"联": word})["联"]):
        assert len(text_lines(paper)) == 3
        assert rules(paper, 3)[-1].bottom == pytest.approx(BOTTOM, abs=1)
    assert schema_errors(word) == []


def test_the_word_file_is_sound_and_places_the_imprint_by_the_margin():
    made = word_file(WHOLE)
    assert schema_errors(made) == []
    [position] = xml(made).iter(f"{W}tblpPr")
    assert (position.get(f"{W}vertAnchor"), position.get(f"{W}tblpYSpec")) == ("margin", "bottom")
