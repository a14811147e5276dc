"""草稿 stands at the head of every page of a Word file, whatever sections and headers it has."""

import docx
import pytest
from docx.enum.section import WD_ORIENT

from generator.rendering.docx_draft import marked_draft
from generator.rendering.docx_join import join_docx
from tests.rendering.word import minimal
from tests.support import W, member, opened, paragraphs, saved, schema_errors, unnumbered, word_template, xml


def headers(content: bytes) -> list[list[str]]:
    """For each section the words of its headers of odd, even and first pages, taken over from the one before or own."""
    return [
        [
            "\n".join(paragraph.text for paragraph in header.paragraphs)
            for header in (section.header, section.even_page_header, section.first_page_header)
        ]
        for section in opened(content).sections
    ]


def landscape(*texts: str) -> bytes:
    document = opened(word_template(*texts))
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    return saved(document)


def test_every_kind_of_page_of_every_section_says_so():
    joined = join_docx([("一", word_template("甲")), ("二", landscape("乙")), ("三", word_template("丙"))])
    made = marked_draft(joined, "通知")
    assert headers(made) == [["草稿"] * 3] * 3
    assert paragraphs(made) == ["甲", "乙", "丙"]
    assert schema_errors(made) == []


def test_documents_marked_before_they_are_joined_say_so_too():
    papers = [(name, marked_draft(word_template(name), name)) for name in ("甲", "乙")]
    assert headers(join_docx(papers)) == [["草稿"] * 3] * 2


def test_an_attachment_without_page_numbers_says_so():
    made = marked_draft(unnumbered(landscape("甲")), "附件1")
    assert headers(made) == [["草稿"] * 3]
    assert opened(made).sections[0].orientation == WD_ORIENT.LANDSCAPE


def test_a_header_of_the_documents_own_stays_below_the_mark():
    def headed(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = "本单位页眉"

    made = marked_draft(word_template("甲", change=headed), "单位模板")
    assert headers(made) == [["草稿\n本单位页眉", "草稿", "草稿"]]
    assert schema_errors(made) == []


def test_a_file_without_relationships_and_page_set_up_is_marked():
    made = marked_draft(minimal("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"), "旧文件")
    assert len(list(xml(made).iter(f"{W}headerReference"))) == 3
    assert "草稿" in member(made, "word/header_draft.xml").decode()


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml"])
def test_other_parts_stay_as_they_are(part):
    before = word_template("甲")
    assert member(marked_draft(before, "文"), part) == member(before, part)


def test_the_same_document_gives_the_same_bytes():
    assert marked_draft(word_template("甲"), "文") == marked_draft(word_template("甲"), "文")
