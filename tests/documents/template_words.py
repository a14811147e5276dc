"""What stands in the templates themselves: fixed words, prompts, and the conditions on which words hang."""

import re
from collections.abc import Iterator
from functools import cache

from jinja2 import nodes

from generator.catalog import CAMPAIGN, FORM_DOCX, FORM_HTML, OFFICIAL, WORDING, Document
from generator.rendering.docx import WordTemplate
from generator.rendering.environment import template_parser
from tests.documents.papers import LIBRARY

_TAG = re.compile(r"^[^<>]*>|<[^>]*>|<[^>]*$")
_NOTATION = re.compile(r"^::: 书写格\n.*\n:::|^#+ |^:::.*|\*\*|｜", re.MULTILINE)
_BRANCHES = (nodes.If, nodes.For, nodes.Macro)


def template_sources(document: Document) -> dict[str, str]:
    """The Jinja source of each template that holds the document's words, by name."""
    if LIBRARY.find(document.template(WORDING)):
        return {WORDING: _text(document.template(WORDING))}
    form = LIBRARY.find(document.template(FORM_DOCX))
    word = WordTemplate(form.read_bytes(), form.name).sources["word/document.xml"]
    return {FORM_DOCX: word, FORM_HTML: _text(document.template(FORM_HTML))}


def _text(name: str) -> str:
    return LIBRARY.find(name).read_text("utf-8")


@cache
def fixed_words(kind: str) -> dict[str, list[tuple[str, bool]]]:
    """By template: each piece of text outside tags, and whether it is printed on a condition only."""
    return {
        name: [
            (line, conditional)
            for text, conditional in _literals(template_parser(LIBRARY.loader).parse(source), False)
            for line in _lines(text, name)
        ]
        for name, source in template_sources(LIBRARY.document(kind)).items()
    }


def _literals(node: nodes.Node, conditional: bool) -> Iterator[tuple[str, bool]]:
    if isinstance(node, nodes.TemplateData):
        yield node.data, conditional
    elif isinstance(node, nodes.Include) and not isinstance(node.template, nodes.Const):
        return  # a data file's own words
    elif isinstance(node, nodes.Include):
        yield from _literals(template_parser().parse(_text(node.template.value)), conditional)
    else:
        for child in node.iter_child_nodes():
            yield from _literals(child, conditional or isinstance(node, _BRANCHES))


def includes_own_words(kind: str) -> bool:
    """Whether a document's wording prints what the data file says in words of its own (文稿)."""
    return LIBRARY.document(kind).data in (CAMPAIGN, OFFICIAL)


def _lines(text: str, name: str) -> Iterator[str]:
    text = _NOTATION.sub("\n", text) if name == WORDING else _TAG.sub("\n", text)
    for line in text.split("\n"):
        if line.strip():
            yield line.strip()


@cache
def prompts(kind: str) -> list[str]:
    """The fixed parts of every prompt to the writer (提示) in a document's templates."""
    found: dict[str, None] = {}
    for source in template_sources(LIBRARY.document(kind)).values():
        tree = template_parser(LIBRARY.loader).parse(source)
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "提示":
                found |= dict.fromkeys(constant.value for constant in _constants(call.args[0]))
    return list(found)


def _constants(node: nodes.Node) -> Iterator[nodes.Const]:
    if isinstance(node, nodes.Const):
        yield node
    yield from node.find_all(nodes.Const)
