"""Every fixed word of a template reaches the papers."""

import pytest

from tests.documents.papers import KINDS, TEXTS, of_kind
from tests.documents.reading import words
from tests.documents.template_words import fixed_words, includes_own_words


def pieces(kind: str, *, conditional: bool) -> set[str]:
    """The fixed words of a document's templates that are printed always, or on a condition."""
    return {text for found in fixed_words(kind).values() for text, depends in found if depends == conditional}


def test_words_without_condition_are_in_every_paper(paper):
    always = pieces(paper.request.kind, conditional=False)
    assert always or includes_own_words(paper.request.kind)
    assert [(format, text) for format in TEXTS for text in always if words(text) not in paper.words(format)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_words_on_a_condition_are_in_some_paper(kind):
    """In the Word file, that is; test_same_words shows that PDF and web page have the same."""
    wanted = pieces(kind, conditional=True) - {"附件"}  # above attachments of a notice only: test_attachments
    for paper in of_kind(kind):
        if wanted:
            wanted = {text for text in wanted if words(text) not in paper.words("docx")}
    assert wanted == set()
