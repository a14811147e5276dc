"""Word, PDF and web page of a document hold the same words, in the same order, whatever the case and the state."""

import re

# What is left of a sentence whose value is missing: marks side by side, or empty brackets, quotation marks, titles.
EMPTY_SHELL = re.compile(r"[，。、；：][，。、；]|（）|“”|《》|None|\{\{|\{%")


def test_word_file_and_web_page_hold_the_same_words(paper):
    assert paper.words("docx") == paper.words("html")


def test_pdf_and_web_page_hold_the_same_words(paper):
    assert paper.words("pdf") == paper.words("html")


def test_no_missing_value_leaves_an_empty_shell(paper):
    assert EMPTY_SHELL.findall(paper.text("docx")) == []
