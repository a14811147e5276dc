"""Every paper that the tests of documents look at: each kind, in each state, for cases that differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.build import DOCX, HTML, PDF, XLSX, Output, Request, build
from generator.catalog import APPLICANT, CAMPAIGN, OPTIONAL, Document, Library
from generator.context import case_values, value_at
from generator.errors import FindingsError
from generator.model.case import Case
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from tests.documents import variants
from tests.documents.support import docx_text, html_text, page_words, words

LIBRARY = Library()
FORMATS = (DOCX, PDF, HTML, XLSX)
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
        return case_values(
            self.request.case, state=self.request.state, public=self.document.public, filled=self.filled
        )

    @cached_property
    def outputs(self) -> list[Output]:
        return build(self.request, FORMATS, LIBRARY)

    def file(self, format: str) -> bytes:
        """The document's file of one format."""
        return next(output.content for output in self.outputs if output.format == format)

    @cached_property
    def words(self) -> dict[str, str]:
        """The words of the Word file, the PDF and the web page, without white space."""
        page = self.file(HTML)
        return {
            DOCX: words(docx_text(self.file(DOCX))),
            PDF: "".join(page_words(self.file(PDF), page)),
            HTML: words(html_text(page)),
        }


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
