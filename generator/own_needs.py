"""What a campaign's own words take from its file and do not find there: a clause's group, a tag's value, a clause.

Also the kinds of documents that a file names and nobody has.

A clause names in comments at its head what it is made of, and the condition on which the campaign has it:
`{# 要有 费用：评审.费用.收取 != "未写明" #}`. What the words themselves make depend on an `if` or a `for` is their
own affair.
"""

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from jinja2 import nodes

from generator.catalog import Library
from generator.context import in_own_words, value_at
from generator.finding import Finding, Place
from generator.model.case import Case
from generator.rendering.environment import template_parser
from generator.rendering.expression import evaluate
from generator.text import OwnWords

_RULE = "own-words"
_CAMPAIGN = "评审"
_NEEDS = re.compile(r"\{# 要有 (?P<name>\S+?)：(?P<condition>.+?) #\}")
_REMEDY = "请补写；通知不说这件事的，删去正文里的这一处"


def absent_includes(words: OwnWords, library: Library) -> Iterator[Finding]:
    """The templates that the words include and nobody has."""
    parsed = template_parser(library.loader).parse(f"{words}\n")
    for include in parsed.find_all(nodes.Include):
        if not isinstance(include.template, nodes.Const) or library.find(include.template.value):
            continue
        name = include.template.value
        remedy = "请检查文件名，名称从模板文件夹写起，例如 clauses/联系.md"
        if near := difflib.get_close_matches(name, list(_siblings(name, library)), n=1, cutoff=0.4):
            remedy = f"是不是“{near[0]}”？"
        yield _finding(words, include.lineno, f"没有“{name}”这个模板", remedy)


def unmet_needs(words: OwnWords, values: dict[str, Any], library: Library) -> Iterator[Finding]:
    """What the words of a campaign would print as an empty shell. Raises Jinja's syntax errors."""
    if words.place.partition(".")[0] != _CAMPAIGN:
        return
    for node in template_parser(library.loader).parse(f"{words}\n").body:
        if isinstance(node, nodes.Include) and isinstance(node.template, nodes.Const):
            yield from _needs_of_clause(words, node, values, library)
        elif isinstance(node, nodes.Output):
            paths = ((part.lineno, _path(part)) for part in node.nodes)
            yield from (_empty(words, line, path) for line, path in paths if path and _is_empty(values, path))
        elif isinstance(node, nodes.For) and (path := _path(node.iter)) and _is_empty(values, path):
            yield _empty(words, node.lineno, path)


def unknown_kinds(case: Case, library: Library) -> Iterator[Finding]:
    """The 文种 of materials and attachments that no template makes."""
    listed = []
    if case.campaign:
        listed += [
            ("材料清单", number, kind) for number, item in _numbered(case.campaign.materials) for kind in item.kinds
        ]
    for record in (case.campaign, case.document):
        attachments = record.attachments if record else ()
        listed += [("附件", number, item.kind) for number, item in _numbered(attachments) if item.kind]
    for group, number, kind in listed:
        if kind not in library.kinds:
            near = difflib.get_close_matches(kind, library.kinds, n=1, cutoff=0.4)
            remedy = f"是不是“{near[0]}”？" if near else "各种的名称见 zhicheng template list"
            yield Finding("kind", "error", f"没有“{kind}”这个文种", f"{group}.第{number}项.文种", remedy)


def _numbered(items: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    return enumerate(items, start=1)


def _needs_of_clause(
    words: OwnWords, include: nodes.Include, values: dict[str, Any], library: Library
) -> Iterator[Finding]:
    name = include.template.value
    for need in _NEEDS.finditer(library.find(name).read_text("utf-8-sig")):
        if not evaluate(need["condition"], values):
            yield _finding(words, include.lineno, f"“{name}”要用的“{need['name']}”没有写", _REMEDY)


def _siblings(name: str, library: Library) -> Iterator[str]:
    folder = PurePosixPath(name).parent
    for root in library.folders if ".." not in folder.parts else ():
        yield from (f"{folder}/{path.name}" for path in (root / folder).glob("*.md"))


def _path(node: nodes.Node) -> str | None:
    """评审.通过率.上限 of a tag that prints it, whatever it is filtered by."""
    while isinstance(node, nodes.Filter) and node.node is not None:
        node = node.node
    names = []
    while isinstance(node, nodes.Getattr):
        names.append(node.attr)
        node = node.node
    return ".".join([node.name, *reversed(names)]) if isinstance(node, nodes.Name) and names else None


def _is_empty(values: dict[str, Any], path: str) -> bool:
    try:
        return value_at(values, path) in ("", [])
    except KeyError:
        return False  # an unknown name is told as such


def _empty(words: OwnWords, line: int, path: str) -> Finding:
    return _finding(words, line, f"“{path}”没有内容，这里会空着", _REMEDY)


def _finding(words: OwnWords, line: int, message: str, remedy: str) -> Finding:
    return in_own_words(Finding(_RULE, "error", message, remedy=remedy, place=Place(f"{words.place}:{line}")))
