"""Every value that a document declares in document.yaml reaches Word, PDF and web page."""

from generator.catalog import REQUIRED
from generator.context import value_at
from tests.documents.declared import declared_texts
from tests.documents.papers import TEXTS
from tests.documents.reading import words


def test_every_declared_value_is_printed(paper):
    wanted = declared_texts(paper)
    missing = [
        (format, path, text) for format in TEXTS for path, text in wanted if words(text) not in paper.words(format)
    ]
    assert missing == []


def test_a_filled_paper_has_every_required_value(paper):
    """So that the test above does not pass on empty values."""
    required = [path for path, need in paper.document.fields.items() if need == REQUIRED and paper.filled]
    assert [path for path in required if value_at(paper.values, path) in ("", [])] == []
