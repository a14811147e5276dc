"""A notice ends with its attachments as model blanks; each is a Word file of its own too."""

import pytest

from generator.build import DOCX, Request, build
from generator.model.case import Case
from generator.rendering.environment import FILLED
from tests.documents.papers import LIBRARY, PAPERS
from tests.documents.reading import docx_text, page_number, pdf_pages, words
from tests.documents.variants import CAMPAIGN, CAMPAIGNS, changed, data_of
from tests.support import xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTICE = PAPERS["annual_notice-filled-sample"]
LISTED = [(number, item.name, item.kind) for number, item in enumerate(CAMPAIGN.attachments, start=1)]


def model_words(kind: str, number: int) -> str:
    """The model blank under its number."""
    return f"附件{number}{PAPERS[f'{kind}-model'].words('docx')}"


def test_the_notice_ends_with_every_attachment_in_order():
    ending = "".join(model_words(kind, number) for number, _, kind in LISTED)
    assert len(LISTED) == 6
    assert NOTICE.words("docx").endswith(ending)


def test_each_attachment_begins_a_page():
    pages = [words(page.extract_text()) for page in pdf_pages(NOTICE.file("pdf"))]
    firsts = [page for page in pages if page.startswith("附件") and not page.startswith("附件：")]
    assert [page[:3] for page in firsts] == [f"附件{number}" for number, *_ in LISTED]


def test_no_blank_form_runs_over_its_page():
    pages = [words(page.extract_text()) for page in pdf_pages(NOTICE.file("pdf"))]
    first = next(number for number, page in enumerate(pages) if page.startswith("附件1"))
    assert len(pages) - first == len(LISTED)


def test_page_numbers_run_on_through_the_attachments():
    pages = pdf_pages(NOTICE.file("pdf"))
    assert [page_number(page) for page in pages] == [*range(1, len(pages) + 1)]
    body = xml(NOTICE.file("docx"))
    assert len(list(body.iter(f"{W}sectPr"))) == 1 + len(LISTED)
    assert [section.get(f"{W}start") for section in body.iter(f"{W}pgNumType") if section.get(f"{W}start")] == []
    assert all(len(section.findall(f"{W}footerReference")) >= 2 for section in body.iter(f"{W}sectPr"))


def test_each_attachment_is_a_word_file_named_as_in_the_list():
    _, *files = NOTICE.outputs("docx")
    assert [file.file_name for file in files] == [f"附件{number} {name}.docx" for number, name, _ in LISTED]
    assert [words(docx_text(file.content)) for file in files] == [
        model_words(kind, number) for number, _, kind in LISTED
    ]


def test_an_attachment_of_its_own_has_no_page_number():
    _, *files = NOTICE.outputs("docx")
    assert [file.file_name for file in files if any(xml(file.content).iter(f"{W}footerReference"))] == []


def test_an_attachment_without_a_template_is_only_listed():
    campaign = changed(CAMPAIGN, {"附件": [{"名称": "示例名单"}, data_of(CAMPAIGN.attachments[0])]})
    notice, *files = build(Request(Case(campaign), "annual_notice", FILLED), (DOCX,), LIBRARY)
    assert [file.file_name for file in files] == ["附件2 推荐单位公示（模板）.docx"]
    text = docx_text(notice.content)
    assert "附件：1.示例名单" in text
    assert "附件1\n" not in text
    assert "附件2\n" in text


def test_the_only_attachment_has_no_number():
    """附件 above it and in the list, and （见附件） where the notice speaks of it (GB/T 9704-2012, 7.3.4)."""
    campaign = changed(CAMPAIGN, {"附件": [data_of(CAMPAIGN.attachments[0])]})
    notice, attachment = build(Request(Case(campaign), "annual_notice", FILLED), (DOCX,), LIBRARY)
    assert attachment.file_name == "附件 推荐单位公示（模板）.docx"
    text = docx_text(notice.content)
    assert "《推荐单位公示》（见附件）、" in text
    assert "\n附件：推荐单位公示（模板）\n" in text
    assert "\n附件\n推荐单位公示（模板）\n" in text


def test_the_review_conditions_are_attached_where_the_campaign_names_their_data():
    notice, attachment = build(Request(CAMPAIGNS["bazhou-archives-2021"], "annual_notice", FILLED), (DOCX,), LIBRARY)
    ours, theirs = words(docx_text(notice.content)), words(docx_text(attachment.content))
    articles = theirs.partition("第一条")[2].partition("抄送：")[0]
    assert len(articles) > 4000
    assert articles in ours


@pytest.mark.parametrize("format", ["pdf", "html"])
def test_only_word_files_come_apart(format):
    assert [output.format for output in NOTICE.outputs(format)] == [format]
