"""Whether a Word part is whole and its tables fit, whatever the data says: then nobody need look at what was rendered.

So it is where each loop and each branch holds whole elements only, no loop or branch adds cells to a row or drawings,
and no tag sets a cell's width or span. Values cannot break it: they are encoded as text.
"""

import re
from collections.abc import Iterable

from jinja2 import nodes

from generator.rendering.environment import template_parser

_ELEMENT = re.compile(r"<(/?)([\w:]+)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")
_DYNAMIC = re.compile(r"w:(?:tcW|gridSpan|gridBefore|gridAfter)\b[^<>]*\{|\{[^{}]*\}[^<>]*<w:(?:gridBefore|gridAfter)")
_TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_ROW, _CELL, _DRAWING = "w:tr", "w:tc", "wp:docPr"


def is_settled(source: str) -> bool:
    """Whether every rendering of this Jinja source is well-formed, with as many cells in each row as the source has."""
    if _DYNAMIC.search(source):
        return False
    return _holds_whole(template_parser().parse(source).body, top=True)


def plain_pieces(source: str) -> list[str | nodes.Name] | None:
    """The source as text and variables, where it does nothing but print variables."""
    pieces: list[str | nodes.Name] = []
    for node in template_parser().parse(source).body:
        if not isinstance(node, nodes.Output):
            return None
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData | nodes.Name):
                return None
            pieces.append(child.data if isinstance(child, nodes.TemplateData) else child)
    return pieces


def without_tags(source: str) -> str:
    """The XML of the source as it is without the tags: its tables are those of every rendering of a settled part."""
    return _TAGS.sub("", source)


def _holds_whole(body: Iterable[nodes.Node], *, top: bool) -> bool:
    data: list[str] = []
    for node in body:
        if isinstance(node, nodes.Output):
            data += [child.data for child in node.nodes if isinstance(child, nodes.TemplateData)]
        elif isinstance(node, nodes.If):
            branches = [node.body, *(branch.body for branch in node.elif_), node.else_]
            if not all(_holds_whole(branch, top=False) for branch in branches):
                return False
        elif isinstance(node, nodes.For):
            if not (_holds_whole(node.body, top=False) and _holds_whole(node.else_, top=False)):
                return False
        elif not isinstance(node, nodes.Assign):
            return False
    return _is_whole("".join(data), top=top)


def _is_whole(data: str, *, top: bool) -> bool:
    """Whether the elements in the text begin and end in it; below the top, no cell without its row, and no drawing."""
    opened: list[str] = []
    for closing, name, _, empty in _ELEMENT.findall(data):
        if closing:
            if not opened or opened.pop() != name:
                return False
            continue
        if not top and (name == _DRAWING or name == _CELL and _ROW not in opened):
            return False
        if not empty:
            opened.append(name)
    return not opened
