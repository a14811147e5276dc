"""Every paper that the tests of documents look at: each kind, in each state, for cases that differ."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from generator.build import DOCX, HTML, PDF, Output, Request, build
from generator.catalog import APPLICANT, CAMPAIGN, CRITERIA, OFFICIAL, OPTIONAL, ROSTER, Document, Library
from generator.context import value_at
from generator.errors import FindingsError
from generator.model.case import Case
from generator.paper_values import paper_values
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from generator.rendering.expression import evaluate
from tests.documents import variants
from tests.documents.reading import docx_text, html_text, page_words, words
from tests.support import needs_pango

LIBRARY = Library()
KINDS = tuple(LIBRARY.documents)
TEXTS = (DOCX, PDF, HTML)


class Paper:
    """One document of one case in one state; each of its files is made once, when it is first asked for."""

    def __init__(self, name: str, request: Request):
        self.name = name
        self.request = request
        self.filled = request.state == FILLED
        self.document: Document = LIBRARY.document(request.kind)
        self._outputs: dict[str, list[Output]] = {}
        self._words: dict[str, str] = {}

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the document may print."""
        return paper_values(
            self.request.case, state=self.request.state, public=self.document.public, filled=self.filled
        )

    def outputs(self, format: str) -> list[Output]:
        """The document's file of one format; of Word files, those of its attachments after it."""
        if format not in self._outputs:
            if format == PDF:
                needs_pango()
            self._outputs[format] = build(self.request, (format,), LIBRARY)
        return self._outputs[format]

    def file(self, format: str) -> bytes:
        """The document's file of one format."""
        return self.outputs(format)[0].content

    def text(self, format: str) -> str:
        """The text of the Word file or the web page, line ends and spaces as they are."""
        return docx_text(self.file(DOCX)) if format == DOCX else html_text(self.file(HTML))

    def words(self, format: str) -> str:
        """The words of the Word file, the PDF or the web page, without white space."""
        if format not in self._words:
            pdf = format == PDF
            found = "".join(page_words(self.file(PDF), self.file(HTML))) if pdf else words(self.text(format))
            self._words[format] = found
        return self._words[format]


def _requests() -> Iterator[tuple[str, Request]]:
    for kind, document in LIBRARY.documents.items():
        for label, case in _cases(document):
            yield f"{kind}-filled-{label}", Request(case, kind, FILLED)
        if document.data in (APPLICANT, ROSTER):
            yield f"{kind}-model", Request(Case(variants.CAMPAIGN), kind, MODEL_BLANK)
            yield f"{kind}-hand", Request(Case(variants.CAMPAIGN), kind, HAND_BLANK)


def _cases(document: Document) -> Iterator[tuple[str, Case]]:
    if document.data == APPLICANT:
        yield "everything", variants.EVERYTHING
        yield from variants.SAMPLES.items()
        yield from _lacking(document, variants.EVERYTHING)
        yield from variants.applicant_variants()
    elif document.data == CAMPAIGN:
        full = Case(variants.FULL_CAMPAIGN)
        yield "sample", Case(variants.CAMPAIGN)
        yield from variants.CAMPAIGNS.items()
        yield "everything", full
        yield from _lacking(document, full)
        yield from ((name, Case(campaign)) for name, campaign in variants.campaign_variants())
    elif document.data == OFFICIAL:
        genre = next(iter(document.genres), "通知")
        cases = variants.OWN_WORDS.items()
        yield from ((name, case) for name, case in cases if LIBRARY.of_genre(case.document.genre) is document)
        yield "everything", variants.full_document(genre)
        yield from _lacking(document, variants.full_document(genre))
        yield "labelled", variants.labelled_document(genre)
        yield "parts-in-the-body", variants.document_with_parts_in_its_body(genre)
    elif document.data == CRITERIA:
        for name, case in variants.CRITERIA.items():
            yield name, case
            yield from _lacking(document, case)
        yield "works-without-achievements", variants.criteria_without_achievements()
    else:
        everyone = Case(variants.CAMPAIGN, roster=tuple(variants.SAMPLES.values()))
        yield "everything", Case(variants.CAMPAIGN, roster=(variants.EVERYTHING,))
        yield "samples", everyone
        yield from variants.roster_variants()
        yield from _lacking(document, everyone)


def _lacking(document: Document, case: Case) -> Iterator[tuple[str, Case]]:
    """The case without each value that the document may lack, and without all of them."""
    bare = case
    for path, need in document.fields.items():
        if need == OPTIONAL and _allowed(document, variants.without(case, path)):
            yield f"without-{path}", variants.without(case, path)
            bare = variants.without(bare, path)
    yield "bare", bare


def _allowed(document: Document, case: Case) -> bool:
    """Whether the document's premises let it be made for this case."""
    values = paper_values(case, state=FILLED, public=document.public)
    return all(evaluate(premise.condition, values) for premise in document.premises)


def _distinct() -> dict[str, Paper]:
    """The papers by name; of those of one kind and state that print the same values, only the first."""
    papers: dict[str, Paper] = {}
    seen: set[tuple[str, str, str]] = set()
    for name, request in _requests():
        paper = Paper(name, request)
        key = (request.kind, request.state, _printed(paper))
        if key not in seen and _applies(paper):
            seen.add(key)
            papers[name] = paper
    return papers


def _printed(paper: Paper) -> str:
    declared = {path: value_at(paper.values, path) for path in paper.document.fields}
    return repr((declared, {**paper.values.get("评审", {}), "存疑": []}))


def _applies(paper: Paper) -> bool:
    condition = paper.document.applies
    return not (paper.filled and condition) or bool(evaluate(condition, paper.values))


PAPERS = _distinct()


def of_kind(kind: str) -> list[Paper]:
    return [paper for paper in PAPERS.values() if paper.request.kind == kind]


def refusal(request: Request) -> list[str]:
    """The messages with which a paper is refused."""
    try:
        build(request, (DOCX,), LIBRARY)
    except FindingsError as error:
        return [finding.message for finding in error.findings]
    return []
