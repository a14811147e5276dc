"""THE pipeline for one document, from a case to files. Every caller goes through here.

`build` reads top to bottom: which document, which values, is anything missing, then each format's bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.catalog import CAMPAIGN, DESCRIPTION, FORM_DOCX, FORM_HTML, FORMATS, REQUIRED, WORDING, Document, Library
from generator.context import case_values, paths_holding, value_at
from generator.errors import FindingsError, TemplateError, UsageError
from generator.finding import Finding, Place
from generator.model.case import Case
from generator.output import safe_name
from generator.rendering.blocks import Block
from generator.rendering.docx import render_docx
from generator.rendering.docx_join import join_docx, without_page_numbers
from generator.rendering.environment import FILLED, MODEL_BLANK
from generator.rendering.expression import evaluate, render_text
from generator.rendering.html import Part, render_fragment, render_page
from generator.rendering.wording import render_blocks

DOCX, PDF, HTML, XLSX = FORMATS


@dataclass(frozen=True)
class Request:
    """One document to make: of which case, of which kind, in which state; `attachment` is its number in a notice."""

    case: Case
    kind: str
    state: str = FILLED
    attachment: str = ""


@dataclass(frozen=True)
class Output:
    """One file made, not yet written."""

    kind: str
    format: str
    file_name: str
    content: bytes


def build(request: Request, formats: Sequence[str], library: Library) -> list[Output]:
    """The files of one document in these formats (those the document does not have are left out).

    Raises FindingsError for missing data, TemplateError for a faulty template, UsageError for an unknown kind.
    """
    paper = _paper(request, library)
    _refuse_inapplicable(paper)
    attachments = _attachments(paper, library)
    for part in (paper, *attachments):
        _refuse_incomplete(part)
    name = safe_name(paper.title)
    outputs = [
        Output(request.kind, format, f"{name}.{format}", _RENDERERS[format](paper, attachments))
        for format in formats
        if format in paper.document.formats
    ]
    return outputs + (_attachment_files(attachments) if DOCX in formats else [])


@dataclass(frozen=True)
class Paper:
    """A document with the values it prints."""

    request: Request
    document: Document
    values: dict[str, Any]
    templates: Library
    title: str

    @cached_property
    def blocks(self) -> list[Block] | None:
        """The blocks of a document that has a wording, None of a form."""
        wording = self.document.template(WORDING)
        if self.templates.find(wording) is None:
            return None
        return render_blocks(wording, self.values, self.templates.loader)

    @property
    def block_values(self) -> dict[str, Any]:
        return {**self.values, "块组": [block.as_context() for block in self.blocks or ()]}

    @property
    def filled(self) -> bool:
        return self.values["状态"] == FILLED

    def knows(self, path: str) -> bool:
        """Whether the value is due: in a blank, only what the campaign says is."""
        return self.filled or path.partition(".")[0] == "评审"

    def value(self, path: str) -> Any:
        """The value that document.yaml names. Raises TemplateError where the data has no such place."""
        try:
            return value_at(self.values, path)
        except KeyError as error:
            description = self.templates.find(self.document.template(DESCRIPTION))
            remedy = "请对照 zhicheng template fields 列出的变量改正"
            raise TemplateError(str(description), f"数据中没有“{path}”", remedy) from error

    def docx(self) -> bytes:
        form = self.document.template(FORM_DOCX) if self.blocks is None else f"frames/{self.document.frame}.docx"
        path = self.templates.find(form)
        if path is None:
            raise UsageError(f"没有 Word 模板 {form}")
        return render_docx(path, self.block_values)

    def part(self, *, numbered: bool) -> Part:
        form = self.document.template(FORM_HTML) if self.blocks is None else f"frames/{self.document.frame}.html"
        content = render_fragment(form, self.block_values, self.templates.loader)
        classes = ["横向" if self.document.landscape else "纵向", *([] if numbered else ["无页码"])]
        return Part(content, (self.document.kind, *classes))


def _paper(request: Request, library: Library) -> Paper:
    document = library.document(request.kind)
    # A campaign's own document has no blank: what it says is known.
    state = FILLED if document.data == CAMPAIGN else request.state
    values = case_values(request.case, state=state, public=document.public, filled=state == FILLED)
    values["附件号"] = request.attachment
    title = render_text(document.file_name, values) if state == FILLED else document.name
    values["文件标题"] = title
    return Paper(request, document, values, library, title)


def _refuse_inapplicable(paper: Paper) -> None:
    document = paper.document
    if document.applies and paper.knows(document.applies) and not paper.value(document.applies):
        message = document.not_applicable or f"没有“{document.applies}”，不需要{document.name}"
        raise NotApplicable([Finding("not-applicable", "hint", message, field=document.applies)])


def _refuse_incomplete(paper: Paper) -> None:
    document = paper.document
    findings = [
        Finding("missing", "error", f"缺少“{path}”，{document.name}要写明", path, "请补填后再生成")
        for path, need in document.fields.items()
        if _is_blank(paper.value(path)) and need == REQUIRED and paper.knows(path)
    ]
    findings += [
        Finding("premise", "error", premise.message)
        for premise in document.premises
        if paper.filled and not evaluate(premise.condition, paper.values)
    ]
    if findings:
        raise FindingsError(findings)


def _is_blank(value: Any) -> bool:
    return value == [] or (isinstance(value, str) and not value.strip())


class NotApplicable(FindingsError):
    """This applicant does not need the document."""


def _attachments(paper: Paper, library: Library) -> list[Paper]:
    if not paper.document.attached:
        return []
    listed = paper.value(paper.document.attached)
    return [
        replace(
            _paper(replace(paper.request, kind=item["文种"], state=MODEL_BLANK, attachment=str(number)), library),
            title=f"附件{number} {item['名称']}",
        )
        for number, item in enumerate(listed, start=1)
        if item["文种"]  # an attachment that no template makes is only listed
    ]


def _attachment_files(attachments: list[Paper]) -> list[Output]:
    return [
        Output(
            paper.document.kind, DOCX, f"{safe_name(paper.title)}.docx", without_page_numbers(paper.docx(), paper.title)
        )
        for paper in attachments
    ]


def _docx(paper: Paper, attachments: list[Paper]) -> bytes:
    if attachments:
        return join_docx([(one.title, one.docx()) for one in (paper, *attachments)])
    return paper.docx() if paper.document.numbered else without_page_numbers(paper.docx(), paper.title)


def _page(paper: Paper, attachments: list[Paper]) -> str:
    numbered = paper.document.numbered
    return render_page(
        paper.title, [one.part(numbered=numbered) for one in (paper, *attachments)], paper.templates.loader
    )


def _pdf(paper: Paper, attachments: list[Paper]) -> bytes:
    from generator.rendering.pdf import MissingGlyph, render_pdf  # slow to load, and Word files do not need it

    try:
        return render_pdf(_page(paper, attachments))
    except MissingGlyph as error:
        raise FindingsError(_placed_glyphs(error, paper)) from error


def _placed_glyphs(error: Any, paper: Paper) -> Iterator[Finding]:
    """A finding for each value that holds a character no font shows; on the document where no value does."""
    for finding, character in zip(error.findings, error.characters, strict=True):
        fields = list(paths_holding(paper.values, character))
        yield from (replace(finding, field=field, place=Place()) for field in fields)
        if not fields:
            yield replace(finding, place=Place(file=paper.title))


def _html(paper: Paper, attachments: list[Paper]) -> bytes:
    return _page(paper, attachments).encode("utf-8")


def _xlsx(paper: Paper, attachments: list[Paper]) -> bytes:
    from generator.rendering.xlsx import render_xlsx

    return render_xlsx(paper.title, paper.blocks or [])


_RENDERERS = {DOCX: _docx, PDF: _pdf, HTML: _html, XLSX: _xlsx}
