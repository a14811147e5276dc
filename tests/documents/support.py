"""Reads back the words of what was made, and says when two texts are the same words."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

from lxml import etree
from lxml import html as lxml_html
from pypdf import PdfReader

BODY = "word/document.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = re.compile(r"[\s\u00ad\u2060]+")


def words(text: str) -> str:
    """The text without white space, soft hyphens and word joiners: what must agree wherever the lines break."""
    return _UNSEEN.sub("", text)


def docx_part(content: bytes, part: str = BODY) -> etree._Element:
    """The XML of one part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(part))


@cache
def docx_paragraphs(content: bytes) -> list[str]:
    """The text of each paragraph of a Word file's body, those of tables included, in order."""
    return ["".join(_pieces(paragraph)) for paragraph in docx_part(content).iter(f"{W}p")]


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag == f"{W}tab":
            if node.getparent().tag == f"{W}r":  # else it defines a tab stop
                yield "\t"
        elif node.get(f"{W}type") != "page":
            yield "\n"


def docx_text(content: bytes) -> str:
    """A Word file's body as lines of text."""
    return "\n".join(docx_paragraphs(content))


@cache
def pdf_pages(content: bytes) -> list[str]:
    """The text of each page of a PDF file, in the order it was painted (footers last)."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def page_number(page: str) -> int | None:
    """The number `— n —` at a page's end, if there is one."""
    match = re.search(r"—(\d+)—$", words(page))
    return int(match.group(1)) if match else None


@cache
def page_words(content: bytes, html: bytes = b"") -> list[str]:
    """The words of each page of a PDF file without its number, and without the heads of tables that go on from the
    page before (known from the `html` of the same document)."""
    first, *others = (re.sub(r"—\d+—$", "", words(page)) for page in pdf_pages(content))
    heads = [words(head.text_content()) for head in lxml_html.fromstring(html or b"<p/>").iter("thead")]
    return [first, *(_without_head(page, heads) for page in others)]


def _without_head(page: str, heads: list[str]) -> str:
    return next((page.removeprefix(head) for head in heads if page.startswith(head)), page)


def html_text(content: bytes) -> str:
    """The text of an HTML page's body as a reader sees it, each block and line on its own."""
    body = lxml_html.fromstring(content.decode("utf-8")).find("body")
    for element in body.iter("br", "p", "td", "th", "h1", "h2", "h3", "h4", "tr"):
        element.tail = "\n" + (element.tail or "")
    return body.text_content()


