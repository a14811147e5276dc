"""THE pipeline for one document, from a case to files. Every caller goes through here.

`build` reads top to bottom: which papers with which values, is anything missing, each format's bytes, and whether they
show the public what they must not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from generator.catalog import FORMATS, REQUIRED, Library
from generator.context import paths_holding
from generator.disclosure import refuse_exposures
from generator.errors import FindingsError
from generator.finding import Finding, Place
from generator.output import safe_name
from generator.paper import Paper, Request, papers_of
from generator.rendering.blocks import Block
from generator.rendering.docx_draft import DRAFT, marked_draft
from generator.rendering.docx_join import join_docx
from generator.rendering.docx_note import with_remark
from generator.rendering.expression import evaluate, render_text
from generator.rendering.html import render_page
from generator.rendering.searchable import searchable_text

DOCX, PDF, HTML, XLSX = FORMATS
MISSING = "missing"
"""The rule of findings on values that a document needs and the data lack."""


@dataclass(frozen=True)
class Output:
    """One file made, not yet written."""

    kind: str
    format: str
    file_name: str
    content: bytes


def build(request: Request, formats: Sequence[str], library: Library) -> list[Output]:
    """The files of one document in these formats (those the document does not have are left out).

    Raises FindingsError for missing data and for what a public paper must not show, TemplateError for a faulty
    template, UsageError for an unknown kind.
    """
    papers = ready_papers(request, library)
    document = papers[0].document
    name = safe_name(papers[0].title)
    made = {format: _RENDERERS[format](papers) for format in formats if format in document.formats}
    if document.public:
        refuse_exposures(request.case, papers[0].values, name, (one.text for one in made.values()))
    outputs = [Output(request.kind, format, f"{name}.{format}", one.content) for format, one in made.items()]
    return outputs + (_attachment_files(papers[1:]) if DOCX in formats else [])


def ready_papers(request: Request, library: Library) -> list[Paper]:
    """The papers of a document that nothing is missing for. Raises as `build` does before it renders."""
    papers = papers_of(request, library)
    _refuse_inapplicable(papers[0])
    for paper in papers:
        _refuse_incomplete(paper)
    return papers


def printed_blocks(request: Request, library: Library) -> list[Block]:
    """What the document says, its attachments and its 版记 included, in the order in which it prints.

    Raises as `build` does.
    """
    return [block for paper in papers_of(request, library) for block in paper.blocks or []]


def _refuse_inapplicable(paper: Paper) -> None:
    document, applies = paper.document, paper.document.applies
    path = applies if applies and applies.replace(".", "").isidentifier() else None
    if applies and paper.knows(applies) and not (paper.value(path) if path else evaluate(applies, paper.values)):
        reason = document.not_applicable
        message = render_text(reason, paper.values) if reason else f"没有“{applies}”，不需要{document.name}"
        raise NotApplicable([Finding("not-applicable", "hint", message, field=path)])
    for group in document.prescribed:
        if _says_nothing(paper.value(group)):
            message = f"本年度的评审数据没有写“{group.removeprefix('评审.')}”，不生成{document.name}"
            raise NotApplicable([Finding("not-prescribed", "hint", message, field=group)])


def _refuse_incomplete(paper: Paper) -> None:
    document = paper.document
    findings = [
        Finding(MISSING, "error", f"缺少“{path}”，{document.name}要写明", path, "请补填后再生成")
        for path, need in document.fields.items()
        if _is_blank(paper.value(path)) and need == REQUIRED and paper.knows(path)
    ]
    findings += [
        Finding("premise", "error", premise.message, premise.field)
        for premise in document.premises
        if paper.filled and not evaluate(premise.condition, paper.values)
    ]
    if findings:
        raise FindingsError(findings)


def _is_blank(value: Any) -> bool:
    return value == [] or (isinstance(value, str) and not value.strip())


def _says_nothing(group: Any) -> bool:
    """Whether a group of the campaign's rules is not written at all."""
    return isinstance(group, dict) and all(_says_nothing(value) or _is_blank(value) for value in group.values())


class NotApplicable(FindingsError):
    """This applicant does not need the document, or this year's rules do not have it."""


class _Made(Protocol):
    """A file, and all the text that can be found in it: that of a PDF is the page that it is made of."""

    @property
    def content(self) -> bytes: ...

    @property
    def text(self) -> str: ...


@dataclass(frozen=True)
class _File:
    """A file whose text is that of `source`."""

    content: bytes
    source: bytes | str

    @property
    def text(self) -> str:
        return searchable_text(self.source)


def _attachment_files(papers: list[Paper]) -> list[Output]:
    """Each attachment as a Word file of its own, without page numbers."""
    return [
        Output(paper.document.kind, DOCX, f"{safe_name(paper.title)}.docx", _alone(paper, numbered=False).content)
        for paper in papers
        if paper.request.attachment
    ]


def _docx(papers: list[Paper]) -> _Made:
    paper, *others = papers
    if not others:
        return _alone(paper, numbered=paper.document.numbered)
    return _finished(join_docx([(one.title, one.docx().content) for one in papers]), paper)


def _alone(paper: Paper, *, numbered: bool) -> _Made:
    filled = paper.docx(numbered=numbered)
    return _finished(filled.content, paper) if paper.request.draft or paper.request.statement else filled


def _finished(content: bytes, paper: Paper) -> _Made:
    """The Word file as it leaves: marked as a draft, and with a person's statement in its properties."""
    content = marked_draft(content, paper.title) if paper.request.draft else content
    statement = paper.request.statement
    content = with_remark(content, paper.title, statement) if statement else content
    return _File(content, content)


def _page(papers: list[Paper]) -> str:
    paper = papers[0]
    parts = [one.part(numbered=paper.document.numbered) for one in papers]
    return render_page(paper.title, parts, paper.templates.loader, remark=paper.request.statement)


def _pdf(papers: list[Paper]) -> _Made:
    from generator.rendering.pdf import MissingGlyph, render_pdf  # slow to load, and Word files do not need it

    page = _page(papers)
    try:
        return _File(render_pdf(page), page)
    except MissingGlyph as error:
        raise FindingsError(_placed_glyphs(error, papers[0])) from error


def _placed_glyphs(error: Any, paper: Paper) -> Iterator[Finding]:
    """A finding for each value that holds a character no font shows; on the document where no value does."""
    for finding, character in zip(error.findings, error.characters, strict=True):
        fields = list(paths_holding(paper.values, character))
        yield from (replace(finding, field=field, place=Place()) for field in fields)
        if not fields:
            yield replace(finding, place=Place(file=paper.title))


def _html(papers: list[Paper]) -> _Made:
    page = _page(papers)
    return _File(page.encode("utf-8"), page)


def _xlsx(papers: list[Paper]) -> _Made:
    from generator.rendering.xlsx import render_xlsx

    paper = papers[0]
    mark = DRAFT if paper.request.draft else ""
    content = render_xlsx(paper.title, paper.blocks or [], mark=mark, remark=paper.request.statement)
    return _File(content, content)


_RENDERERS = {DOCX: _docx, PDF: _pdf, HTML: _html, XLSX: _xlsx}
