"""Word, PDF and web page of a document hold the same words, in the same order, whatever the case and the state."""

import re

import pytest

from tests.documents.papers import PAPERS

# What is left of a sentence whose value is missing: marks side by side, or empty brackets, quotation marks, titles.
EMPTY_SHELL = re.compile(r"[，。、；：][，。、；]|（）|“”|《》|None|\{\{|\{%|nan")


@pytest.mark.parametrize("name", PAPERS)
def test_word_file_and_web_page_hold_the_same_words(name):
    found = PAPERS[name].words
    assert found["docx"] == found["html"]


@pytest.mark.parametrize("name", PAPERS)
def test_pdf_and_web_page_hold_the_same_words(name):
    found = PAPERS[name].words
    assert found["pdf"] == found["html"]


@pytest.mark.parametrize("name", PAPERS)
def test_no_missing_value_leaves_an_empty_shell(name):
    assert EMPTY_SHELL.findall(PAPERS[name].words["docx"]) == []
