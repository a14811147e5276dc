"""Several documents in one file: pages numbered on, landscape kept, nothing that would look otherwise than alone."""

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from generator.errors import TemplateError
from generator.rendering.docx_join import join_docx
from tests.support import (
    BODY,
    W,
    libreoffice,
    member,
    opened,
    paragraphs,
    pdf_text,
    saved,
    schema_errors,
    unnumbered,
    with_member,
    words,
    xml,
)


def paper(*texts: str, landscape: bool = False, start: int | None = None, ends_in_table: bool = False) -> bytes:
    """A document with a page number in its footer, the same but for its body whenever it is made."""
    document = docx.Document()
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    document.sections[0].footer.paragraphs[0]._p.append(field)
    for text in texts:
        document.add_paragraph(text)
    if ends_in_table:
        document.add_table(1, 1).cell(0, 0).text = "表"
    section = document.sections[-1]
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    if start is not None:
        numbering = OxmlElement("w:pgNumType")
        numbering.set(qn("w:start"), str(start))
        section._sectPr.find(qn("w:pgMar")).addnext(numbering)
    return saved(document)


def joined(*papers: bytes) -> bytes:
    return join_docx([(f"第{number}份", content) for number, content in enumerate(papers, start=1)])


def test_every_paragraph_of_every_document_is_there_in_order():
    made = joined(paper("甲", "乙"), paper("丙", ends_in_table=True), paper("丁"))
    assert [text for text in paragraphs(made) if text] == ["甲", "乙", "丙", "表", "丁"]
    assert schema_errors(made) == []


def test_one_document_alone_stays_as_it_is():
    assert paragraphs(joined(paper("甲"))) == ["甲"]


def test_each_document_keeps_its_own_paper():
    made = opened(joined(paper("甲"), paper("表", landscape=True), paper("乙")))
    orientations = [section.orientation for section in made.sections]
    assert orientations == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]
    assert made.sections[1].page_width > made.sections[1].page_height


def test_no_document_begins_its_page_numbers_anew_but_the_first_may():
    made = xml(joined(paper("甲", start=3), paper("乙", start=1), paper("丙", start=1)))
    assert [node.get(f"{W}start") for node in made.iter(f"{W}pgNumType")] == ["3", None, None]


def test_every_document_begins_a_page_even_where_its_own_section_would_go_on():
    def continuous() -> bytes:
        document = opened(paper("乙"))
        document.sections[0].start_type = WD_SECTION.CONTINUOUS
        return saved(document)

    made = opened(joined(paper("甲"), continuous()))
    assert [section.start_type for section in made.sections] == [WD_SECTION.NEW_PAGE] * 2


def test_a_document_that_ends_in_a_table_gets_no_page_of_its_own_for_the_paragraph_word_needs_there():
    made = xml(joined(paper("甲", ends_in_table=True), paper("乙")))
    spacer = next(node for node in made.iter(f"{W}p") if node.find(f"{W}pPr/{W}sectPr") is not None)
    assert spacer.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "20"


def test_drawing_ids_are_unique_in_the_whole():
    def drawn(name: str) -> bytes:
        drawing = (
            f'<w:r xmlns:w="{W[1:-1]}"><w:drawing><wp:inline '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
            f'<wp:extent cx="9" cy="9"/><wp:docPr id="1" name="{name}"/></wp:inline></w:drawing></w:r>'
        )
        document = opened(paper("图"))
        document.paragraphs[0]._p.append(etree.fromstring(drawing))
        return saved(document)

    ids = [node.get("id") for node in xml(joined(drawn("甲"), drawn("乙"))).iter("{*}docPr")]
    assert ids == ["1", "2"]


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml", "word/numbering.xml", "word/新.xml"])
def test_a_document_with_other_parts_is_refused_by_name(part):
    other = paper("乙")
    content = member(other, part).replace(b"</", b" </", 1) if "新" not in part else b"<x/>"
    with pytest.raises(TemplateError) as caught:
        joined(paper("甲"), with_member(other, part, content))
    message = str(caught.value)
    assert message.startswith("第2份：")
    assert part in message
    assert "zhicheng template copy" in message


def test_other_properties_of_the_file_do_not_matter():
    document = opened(paper("乙"))
    document.core_properties.title = "别的题目"
    assert paragraphs(joined(paper("甲"), saved(document))) == ["甲", "乙"]


def test_a_document_without_page_set_up_cannot_be_followed():
    first = xml(paper("甲"))
    section = first.find(f"{W}body/{W}sectPr")
    section.getparent().remove(section)
    with pytest.raises(TemplateError, match="没有页面设置"):
        joined(with_member(paper("甲"), BODY, etree.tostring(first)), paper("乙"))


def test_an_attachment_of_its_own_has_no_page_number_and_is_otherwise_the_same():
    made = unnumbered(paper("甲", "乙", landscape=True))
    assert list(xml(made).iter(f"{W}footerReference")) == []
    assert paragraphs(made) == ["甲", "乙"]
    assert opened(made).sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert schema_errors(made) == []


def test_the_same_documents_give_the_same_bytes():
    papers = [paper("甲"), paper("乙", landscape=True)]
    assert joined(*papers) == joined(*papers)


def test_another_reader_sees_the_pages_numbered_on_and_turned(tmp_path):
    made = joined(paper("甲"), paper("乙", landscape=True, start=1), paper("丙", ends_in_table=True), paper("丁"))
    pdf = libreoffice(made, "docx", "pdf", tmp_path)
    pages = [words(page) for page in pdf_text(pdf).split("\f") if words(page)]
    assert pages == ["甲1", "乙2", "丙表3", "丁4"]
    from pypdf import PdfReader

    boxes = [page.mediabox for page in PdfReader(tmp_path / "source.pdf").pages]
    assert [box.width > box.height for box in boxes] == [False, True, False, False]
