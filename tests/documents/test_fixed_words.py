"""Every fixed word of a template reaches Word, PDF and web page, and every condition is seen from both sides."""

import pytest

from tests.documents.papers import KINDS, PAPERS, TEXTS, of_kind
from tests.documents.support import words
from tests.documents.template_words import fixed_words


@pytest.mark.parametrize("name", PAPERS)
def test_words_without_condition_are_in_every_paper(name):
    paper = PAPERS[name]
    always = {text for pieces in fixed_words(paper.request.kind).values() for text, conditional in pieces if not conditional}
    assert always
    assert [(format, text) for format in TEXTS for text in always if words(text) not in paper.words[format]] == []


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
def test_words_on_a_condition_are_in_some_paper(kind, format):
    wanted = {text for pieces in fixed_words(kind).values() for text, conditional in pieces if conditional}
    wanted -= {"附件"}  # stands above attachments of a notice only: test_attachments
    for paper in of_kind(kind):
        if wanted:
            wanted = {text for text in wanted if words(text) not in paper.words[format]}
    assert wanted == set()
