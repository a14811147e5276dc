"""Merged tables on several pages, upright and turned, and 草稿 on every page: in our PDF and in LibreOffice's."""

import pytest
from pypdf import PdfReader

from generator.rendering.docx_draft import marked_draft
from generator.rendering.docx_join import join_docx
from tests.documents import demonstration
from tests.documents.demonstration import LANDSCAPE, LIBREOFFICE, PORTRAIT, PROGRAM, QUOTAS, by_libreoffice, part, pdf
from tests.documents.demonstration import word_file as word
from tests.documents.ink import MILLIMETRE, bands, text_lines
from tests.documents.reading import docx_text, html_text, words
from tests.support import W, opened, schema_errors, unnumbered, xml

ATTACHMENT = "::: 附件号\n附件\n:::\n\n# 名额分配表\n\n{{ 表格.名额|表格 }}\n\n以上名额不得突破。\n"
ROWS = [[{"文字": f"第{number}县"}, {"文字": "1"}, {"文字": "2"}, {"文字": "按规定执行"}] for number in range(40)]
LONG = QUOTAS | {"行": QUOTAS["行"] + ROWS}
PARTS = ((demonstration.WHOLE, PORTRAIT, QUOTAS), (ATTACHMENT, LANDSCAPE, LONG), (ATTACHMENT, PORTRAIT, LONG))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The Word files: parts joined and marked, an attachment alone, and the same unmarked."""
    joined = join_docx([(frame, word(source, frame, table)) for source, frame, table in PARTS])
    alone = unnumbered(word(ATTACHMENT, LANDSCAPE, LONG))
    return {"joined": marked_draft(joined, "通知"), "alone": marked_draft(alone, "附件"), "plain": joined}


@pytest.fixture(scope="module")
def papers(files) -> dict[tuple[str, str], bytes]:
    parts = {draft: [part(*each, draft=draft) for each in PARTS] for draft in (True, False)}
    theirs = {(LIBREOFFICE, name): made for name, made in by_libreoffice(files).items()}
    ours = {"joined": parts[True], "alone": parts[True][1:2], "plain": parts[False]}
    return theirs | {(PROGRAM, name): pdf(*each) for name, each in ours.items()}


@pytest.mark.parametrize("engine", [PROGRAM, LIBREOFFICE])
@pytest.mark.parametrize("name", ["joined", "alone"])
def test_every_page_of_a_draft_says_so_above_the_text(papers, engine, name):
    pages = text_lines(papers[engine, name])
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        [mark] = [place for place in page if place.text == "草稿"]
        turned = name == "alone" or max(place.right for place in page) > 210
        assert mark.bottom < (28 if turned else 37)
        assert mark.height > 7
        [ink] = bands(papers[engine, name], number, red=True)[:1]
        assert mark.top < ink.top < ink.bottom < mark.bottom + 1
        assert ink.height > 5


@pytest.mark.parametrize("engine", [PROGRAM, LIBREOFFICE])
def test_a_draft_has_the_same_text_at_the_same_places_as_the_paper(papers, engine):
    def places(name: str) -> list:
        return [[place for place in page if place.text != "草稿"] for page in text_lines(papers[engine, name])]

    assert places("joined") == places("plain")


@pytest.mark.parametrize("engine", [PROGRAM, LIBREOFFICE])
def test_the_heading_of_a_table_stands_on_every_page_that_it_goes_on_to(papers, engine):
    pages = ["".join(sorted(place.text for place in page)) for page in text_lines(papers[engine, "alone"])]
    with_rows = [page for page in pages if "县" in page]
    assert len(with_rows) > 2
    assert [
        page for page in with_rows if not all(head in page for head in ("单位", "名额", "正高", "副高", "说明"))
    ] == []


@pytest.mark.parametrize("engine", [PROGRAM, LIBREOFFICE])
def test_upright_and_turned_pages_follow_each_other_and_their_tables_fill_the_text_area(papers, engine, tmp_path):
    (tmp_path / "made.pdf").write_bytes(papers[engine, "plain"])
    widths = [float(page.mediabox.width) / MILLIMETRE for page in PdfReader(tmp_path / "made.pdf").pages]
    turned = [width == pytest.approx(297, abs=0.5) for width in widths]
    first, last = turned.index(True), len(turned) - turned[::-1].index(True)
    assert 0 < first < last < len(turned)
    assert all(turned[first:last])
    for page, edge in ((first + 2, 297 - 37), (last + 2, 210 - 26)):  # left of a turned page stands its number
        assert max(band.right for band in bands(papers[engine, "plain"], page)) == pytest.approx(edge, abs=1)


def test_merged_cells_are_merged_in_the_word_file(files):
    assert schema_errors(files["joined"]) == []
    table = opened(word(ATTACHMENT)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["单位", "名额", "名额", "说明"],
        ["单位", "正高", "副高", "说明"],
        ["甲县", "3", "12", "按在岗人数核定，\n有特殊情况的另行报告"],
        ["乙市", "合计十五", "合计十五", "按在岗人数核定，\n有特殊情况的另行报告"],
    ]
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in xml(word(ATTACHMENT)).iter(f"{W}tr")]
    assert heads == [True, True, False, False]


def test_the_web_page_has_the_words_of_the_word_file_and_the_mark_on_each_part():
    page = demonstration.page(*(part(*each, draft=True) for each in PARTS))
    assert html_text(page.encode()).count("草稿") == len(PARTS)
    alone = demonstration.page(part(demonstration.WHOLE)).encode()
    assert words(html_text(alone)) == words(docx_text(word(demonstration.WHOLE)))
