"""Reads back the words of what was made, so that Word, PDF and web page can be compared."""

import io
import re
from functools import cache

from lxml import html
from pypdf import PageObject, PdfReader

from tests.support import paragraphs

_UNSEEN = re.compile(r"[\s\u00ad\u2060]+")
_NUMBER = re.compile(r"—(\d+)—$")
_ON_LINES_OF_THEIR_OWN = ("br", "p", "td", "th", "tr", "h1", "h2", "h3", "h4")


def words(text: str) -> str:
    """The text without white space, soft hyphens and word joiners: what must agree wherever the lines break."""
    return _UNSEEN.sub("", text)


def docx_text(content: bytes) -> str:
    """A Word file's body, a line for each paragraph."""
    return "\n".join(paragraphs(content))


def html_text(content: bytes) -> str:
    """What stands in a web page's body, each block and each line on a line of its own."""
    body = html.fromstring(content.decode("utf-8")).find("body")
    for element in body.iter(*_ON_LINES_OF_THEIR_OWN):
        element.tail = "\n" + (element.tail or "")
    return body.text_content()


@cache
def pdf_pages(content: bytes) -> list[PageObject]:
    """The pages of a PDF file; their text comes in the order it was painted, the page number last."""
    return list(PdfReader(io.BytesIO(content)).pages)


def page_number(page: PageObject) -> int | None:
    """The number `— n —` at a page's end, if there is one."""
    match = _NUMBER.search(words(page.extract_text()))
    return int(match.group(1)) if match else None


def page_words(content: bytes, web_page: bytes) -> list[str]:
    """The words of each page of a PDF file without its number, and without the heads of tables that go on from the
    page before (known from the `web_page` of the same document)."""
    heads = [words(head.text_content()) for head in html.fromstring(web_page.decode("utf-8")).iter("thead")]
    pages: list[str] = []
    for page in pdf_pages(content):
        text = _NUMBER.sub("", words(page.extract_text()))
        again = next((head for head in heads if text.startswith(head) and head in "".join(pages)), "")
        pages.append(text.removeprefix(again))
    return pages
