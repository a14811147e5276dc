"""Word templates made on the fly, and what becomes of them."""

from collections.abc import Iterable

import pytest
from docx.document import Document
from docx.shared import Pt

from generator.errors import FindingsError
from generator.rendering.docx import WordTemplate
from generator.rendering.environment import FILLED
from tests.support import zip_of

DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def rendered(template: bytes, **values) -> bytes:
    """What the template becomes, filled."""
    return WordTemplate(template, "试.docx").render({"状态": FILLED, **values})


def refusal(template: bytes, **values) -> str:
    """What the user is told of a faulty template."""
    with pytest.raises(FindingsError) as caught:
        rendered(template, **values)
    return str(caught.value)


def split(document: Document, *pieces: str) -> None:
    """A paragraph whose text stands in runs of different looks, as Word leaves it after editing."""
    paragraph = document.add_paragraph()
    for number, piece in enumerate(pieces):
        run = paragraph.add_run(piece)
        run.bold = bool(number % 2)
        run.font.size = Pt(10 + number)


def fill(cells: Iterable, *texts: str) -> None:
    """Writes a text into each cell."""
    for cell, text in zip(cells, texts, strict=True):
        cell.text = text


def minimal(body: str) -> bytes:
    """The smallest Word file, around the XML of a body."""
    return zip_of(word__document_xml=DOCUMENT.format(body), **{"[Content_Types]_xml": "<Types/>"})
