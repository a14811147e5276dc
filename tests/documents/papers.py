"""Every paper that the tests of documents look at: each kind, in each state, for cases that differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from generator.build import DOCX, HTML, PDF, Output, Request, build
from generator.catalog import APPLICANT, CAMPAIGN, OPTIONAL, Document, Library
from generator.context import case_values, value_at
from generator.errors import FindingsError
from generator.model.case import Case
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from tests.documents import variants
from tests.documents.reading import docx_text, html_text, page_words, words
from tests.support import needs_pango

LIBRARY = Library()
TEXTS = (DOCX, PDF, HTML)


@dataclass(frozen=True)
class Paper:
    """One document of one case in one state."""

    name: str
    request: Request

    @property
    def document(self) -> Document:
        return LIBRARY.document(self.request.kind)

    @property
    def filled(self) -> bool:
        return self.request.state == FILLED

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the document may print."""
        return case_values(self.request.case, state=self.request.state, public=self.document.public, filled=self.filled)

    def outputs(self, format: str) -> list[Output]:
        """The document's file of one format; of Word files, those of its attachments too."""
        return _outputs(self.name, format)

    def file(self, format: str) -> bytes:
        """The document's file of one format."""
        return self.outputs(format)[0].content

    def words(self, format: str) -> str:
        """The words of the Word file, the PDF or the web page, without white space."""
        return _words(self.name, format)


def _requests() -> Iterator[tuple[str, Request]]:
    for kind, document in LIBRARY.documents.items():
        for label, case in _cases(document):
            yield f"{kind}-filled-{label}", Request(case, kind, FILLED)
        if document.data != CAMPAIGN:
            yield f"{kind}-model", Request(Case(variants.CAMPAIGN), kind, MODEL_BLANK)
            yield f"{kind}-hand", Request(Case(variants.CAMPAIGN), kind, HAND_BLANK)


def _cases(document: Document) -> Iterator[tuple[str, Case]]:
    if document.data == APPLICANT:
        yield from variants.SAMPLES.items()
        yield "everything", variants.EVERYTHING
        yield from _lacking(document, variants.EVERYTHING)
        yield from variants.applicant_variants()
    elif document.data == CAMPAIGN:
        full = Case(variants.FULL_CAMPAIGN)
        yield "sample", Case(variants.CAMPAIGN)
        yield "everything", full
        yield from _lacking(document, full)
        yield from ((name, Case(campaign)) for name, campaign in variants.campaign_variants())
    else:
        everyone = Case(variants.CAMPAIGN, roster=tuple(variants.SAMPLES.values()))
        yield "samples", everyone
        yield "one", Case(variants.CAMPAIGN, roster=(variants.EVERYTHING,))
        yield from _lacking(document, everyone)


def _lacking(document: Document, case: Case) -> Iterator[tuple[str, Case]]:
    """The case without each value that the document may lack, and without all of them."""
    bare = case
    for number, (path, need) in enumerate(document.fields.items()):
        if need == OPTIONAL:
            yield f"without-{number}", variants.without(case, path)
            bare = variants.without(bare, path)
    yield "bare", bare


def _applies(request: Request) -> bool:
    document = LIBRARY.document(request.kind)
    if request.state != FILLED or not document.applies:
        return True
    values = case_values(request.case, state=FILLED, public=document.public)
    return bool(value_at(values, document.applies))


def _distinct() -> dict[str, Paper]:
    """The papers by name; of those of one kind and state that print the same values, only the first."""
    papers: dict[str, Paper] = {}
    seen: set[tuple[str, str, str]] = set()
    for name, request in _requests():
        paper = Paper(name, request)
        key = (request.kind, request.state, _printed(paper))
        if key not in seen and _applies(request):
            seen.add(key)
            papers[name] = paper
    return papers


def _printed(paper: Paper) -> str:
    declared = {path: value_at(paper.values, path) for path in paper.document.fields}
    return repr((declared, {**paper.values["评审"], "存疑": []}))


@cache
def _outputs(name: str, format: str) -> list[Output]:
    if format == PDF:
        needs_pango()
    return build(PAPERS[name].request, (format,), LIBRARY)


@cache
def _words(name: str, format: str) -> str:
    paper = PAPERS[name]
    if format == PDF:
        return "".join(page_words(paper.file(PDF), paper.file(HTML)))
    return words(docx_text(paper.file(DOCX)) if format == DOCX else html_text(paper.file(HTML)))


PAPERS = _distinct()
KINDS = tuple(LIBRARY.documents)


def of_kind(kind: str) -> list[Paper]:
    return [paper for paper in PAPERS.values() if paper.request.kind == kind]


def refusal(request: Request) -> list[str]:
    """The messages with which a paper is refused."""
    try:
        build(request, (DOCX,), LIBRARY)
    except FindingsError as error:
        return [finding.message for finding in error.findings]
    return []
