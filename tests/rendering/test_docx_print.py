"""Many people's documents in one file to print: each begins on an odd page with page 1, and nothing stands twice."""

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION

from generator.errors import TemplateError
from generator.rendering.docx_print import printed_together
from tests.support import W, needs, opened, paragraphs, pdf_text, saved, schema_errors, word_template, words, xml
from tests.support import libreoffice as by_libreoffice

PEOPLE = ["张三", "李四", "王五"]


def together(*contents: bytes) -> bytes:
    return printed_together((f"{number}.docx", content) for number, content in enumerate(contents))


def sections(content: bytes) -> list[tuple[str | None, str | None]]:
    """(type, first page number) of each section."""
    found = xml(content).iter(f"{W}sectPr")
    kinds = [(one.find(f"{W}type"), one.find(f"{W}pgNumType")) for one in found]
    return [
        (kind.get(f"{W}val") if kind is not None else None, number.get(f"{W}start") if number is not None else None)
        for kind, number in kinds
    ]


def test_each_begins_on_an_odd_page_with_page_1_in_the_order_given():
    made = together(*map(word_template, PEOPLE))
    assert [text for text in paragraphs(made) if text] == PEOPLE
    assert sections(made) == [("oddPage", "1")] * 3
    assert schema_errors(made) == []


def test_of_a_document_with_several_sections_only_the_first_begins_anew():
    def two_sections(document: docx.document.Document) -> None:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        document.add_paragraph("附表")

    made = together(*(word_template(name, change=two_sections) for name in PEOPLE[:2]))
    assert sections(made) == [("oddPage", "1"), (None, None)] * 2
    assert [text for text in paragraphs(made) if text] == ["张三", "附表", "李四", "附表"]
    assert schema_errors(made) == []


def test_ids_are_unique_in_the_file():
    def marked(document: docx.document.Document) -> None:
        paragraph = document.paragraphs[0]._p
        for tag, more in (("bookmarkStart", {f"{W}name": "签字处"}), ("bookmarkEnd", {})):
            mark = paragraph.makeelement(f"{W}{tag}", {f"{W}id": "0", **more})
            paragraph.append(mark)

    made = xml(together(*(word_template(name, change=marked) for name in PEOPLE)))
    starts = list(made.iter(f"{W}bookmarkStart"))
    assert len({start.get(f"{W}id") for start in starts}) == len({start.get(f"{W}name") for start in starts}) == 3
    ends = {end.get(f"{W}id") for end in made.iter(f"{W}bookmarkEnd")}
    assert ends == {start.get(f"{W}id") for start in starts}
    drawings = [drawing.get("id") for drawing in made.iter("{*}docPr")]
    assert len(drawings) == len(set(drawings))


def test_one_person_alone_is_printed_as_the_first_of_many():
    assert sections(together(word_template("张三"))) == [("oddPage", "1")]


def test_documents_of_other_styles_are_refused():
    def restyled(document: docx.document.Document) -> None:
        document.styles["Normal"].font.name = "Arial"

    with pytest.raises(TemplateError, match="不能合成一份"):
        together(word_template("张三"), word_template("李四", change=restyled))


def test_a_document_without_page_set_up_is_refused():
    document = opened(word_template("张三"))
    section = document.element.body.find(f"{W}sectPr")
    section.getparent().remove(section)
    with pytest.raises(TemplateError, match="没有页面设置"):
        together(saved(document))


def test_another_reader_shows_each_person_on_pages_of_their_own(tmp_path):
    needs("soffice")
    pages = pdf_text(by_libreoffice(together(*map(word_template, PEOPLE)), "docx", "pdf", tmp_path)).split("\f")
    assert [words(page) for page in pages if words(page)] == PEOPLE
