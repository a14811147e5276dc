"""What is wrong with the words that a data file brings itself: unknown names, broken tags, containers left open."""

from collections.abc import Iterator
from typing import Any

from generator.catalog import Library
from generator.context import FACTS, ROOTS, TABLES, case_values, in_own_words
from generator.contract import Unknown, faults, shape_of, variables
from generator.errors import FindingsError
from generator.finding import Finding, Place
from generator.model.case import Case
from generator.own_needs import absent_includes, unknown_kinds, unmet_needs
from generator.rendering.containers import container_faults
from generator.rendering.environment import FILLED, template_parser
from generator.rendering.faults import blaming
from generator.rendering.printable import GROUP, NO_TEXT
from generator.text import OwnWords

_RULE = "own-words"
_REMEDY = "请对照文件里写明的各项改正"


def own_words_findings(case: Case, library: Library) -> list[Finding]:
    """Every fault of the case's own titles and texts, by field and line, and of the kinds of documents it names."""
    if case.applicant or case.roster:
        return []
    values = case_values(case, state=FILLED)
    provided = {name: shape for name, shape in variables().items() if name not in (*ROOTS, FACTS, TABLES)}
    known = provided | shape_of(values)
    return [*unknown_kinds(case, library)] + [
        finding
        for words in _words_in(values)
        for finding in [*_faults_of(words, known, library)] or dict.fromkeys(unmet_needs(words, values, library))
    ]


def _words_in(value: Any) -> Iterator[OwnWords]:
    seen: set[str] = set()
    for words in _every_words(value):
        if words.place not in seen:  # 评审.通知 and 公文 are one
            seen.add(words.place)
            yield words


def _every_words(value: Any) -> Iterator[OwnWords]:
    if isinstance(value, OwnWords):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _every_words(item)


def _faults_of(words: OwnWords, known: dict[str, Any], library: Library) -> Iterator[Finding]:
    parser = template_parser(library.loader)
    try:
        with blaming(words.place):
            if absent := list(absent_includes(words, library)):
                yield from absent
                return
            found = faults(parser, f"{words}\n", known)
            containers = container_faults(parser, f"{words}\n", words.place)
    except FindingsError as error:
        yield from map(in_own_words, error.findings)
        return
    for item in found:
        place = Place(f"{item.file or words.place}:{item.line}")
        if isinstance(item, Unknown):
            remedy = f"是不是“{item.nearest}”？" if item.nearest else _REMEDY
            yield in_own_words(Finding(_RULE, "error", f"没有“{item.path}”", remedy=remedy, place=place))
        else:
            message = f"“{item.path}”印不出来：{NO_TEXT if item.function else GROUP}"
            yield in_own_words(Finding(_RULE, "error", message, place=place))
    for item in containers:
        yield in_own_words(Finding(_RULE, "error", item.message, place=Place(item.place)))
