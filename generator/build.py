"""THE pipeline for one document, from a case to files. Every caller goes through here.

`build` reads top to bottom: which document, which values, is anything missing, then each format's bytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

from generator.catalog import (
    APPLICANT,
    DESCRIPTION,
    FORM_DOCX,
    FORM_HTML,
    FORMATS,
    REQUIRED,
    ROSTER,
    WORDING,
    Document,
    Library,
)
from generator.context import STATED, TABLES, blaming_own_words, case_values, paths_holding, value_at
from generator.errors import FindingsError, TemplateError, UsageError
from generator.finding import Finding, Place
from generator.model.base import YES
from generator.model.case import Case
from generator.output import safe_name
from generator.rendering.blocks import Block
from generator.rendering.docx import render_docx
from generator.rendering.docx_draft import DRAFT, marked_draft
from generator.rendering.docx_join import join_docx, without_page_numbers
from generator.rendering.environment import FILLED, MODEL_BLANK
from generator.rendering.expression import evaluate, render_text
from generator.rendering.html import Part, render_fragment, render_page
from generator.rendering.wording import TITLE_BREAK, render_blocks

DOCX, PDF, HTML, XLSX = FORMATS
OWN_ATTACHMENT, IMPRINT, IMPRINT_BLOCK = "own_attachment", "imprint", "版记"
_LANDSCAPE = {"landscape": True, "frame": "official_landscape"}


@dataclass(frozen=True)
class Request:
    """One document to make: of which case, of which kind, in which state.

    `attachment` is its label in a notice (附件1); a `draft` is made of data that a person has still to confirm.
    """

    case: Case
    kind: str
    state: str = FILLED
    attachment: str = ""
    draft: bool = False


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
    papers = [paper, *attachments, *_imprint(paper, attachments, library)]
    for part in papers:
        _refuse_incomplete(part)
    name = safe_name(paper.title)
    outputs = [
        Output(request.kind, format, f"{name}.{format}", _RENDERERS[format](papers))
        for format in formats
        if format in paper.document.formats
    ]
    return outputs + (_attachment_files(attachments) if DOCX in formats else [])


def printed_blocks(request: Request, library: Library) -> list[Block]:
    """What the document says, its attachments and its 版记 included, in the order in which it prints.

    Raises as `build` does.
    """
    paper = _paper(request, library)
    attachments = _attachments(paper, library)
    papers = [paper, *attachments, *_imprint(paper, attachments, library)]
    return [block for part in papers for block in part.blocks or []]


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
        with blaming_own_words():
            return render_blocks(wording, self.values, self.templates.loader)

    @property
    def block_values(self) -> dict[str, Any]:
        return {**self.values, "块组": [block.as_context() for block in self.blocks or ()]}

    @property
    def filled(self) -> bool:
        return self.values["状态"] == FILLED

    def knows(self, path: str) -> bool:
        """Whether the value is due: in a blank, only what holds whoever applies is."""
        return self.filled or path.partition(".")[0] in STATED

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
        return Part(content, (self.document.kind, *classes), draft=self.request.draft)


def _paper(request: Request, library: Library, page: str = "", **more: Any) -> Paper:
    document = library.page(page) if page else library.document(request.kind)
    # Only what is made for an applicant has a blank: what others say is known.
    state = request.state if document.data in (APPLICANT, ROSTER) else FILLED
    values = case_values(request.case, state=state, public=document.public, filled=state == FILLED)
    values |= {"附件号": request.attachment, "草稿": DRAFT if request.draft else "", "版记另页": "", **more}
    with blaming_own_words():
        _fill_cells(values)
        name = render_text(document.file_name, values) if state == FILLED else document.name
    title = values["文件标题"] = name.replace(TITLE_BREAK, "").strip()
    return Paper(request, document, values, library, title)


def _fill_cells(values: dict[str, Any]) -> None:
    """Prints the tags in the cells of a document's own tables, as text: a table is a value, and no value has tags."""
    for table in values.get(TABLES, {}).values():
        for cell in chain.from_iterable(table["行"]):
            if "{" in cell["文字"]:
                cell["文字"] = render_text("{% include 文稿(格.文字) %}", {**values, "格": cell}).removesuffix("\n")


def _refuse_inapplicable(paper: Paper) -> None:
    document = paper.document
    if document.applies and paper.knows(document.applies) and not paper.value(document.applies):
        message = document.not_applicable or f"没有“{document.applies}”，不需要{document.name}"
        raise NotApplicable([Finding("not-applicable", "hint", message, field=document.applies)])
    for path, need in document.fields.items():
        group = path.rpartition(".")[0]
        if need == REQUIRED and group.startswith("评审.") and _says_nothing(paper.value(group)):
            message = f"本年度的评审数据没有写“{group.removeprefix('评审.')}”，不生成{document.name}"
            raise NotApplicable([Finding("not-prescribed", "hint", message, field=group)])


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


def _says_nothing(group: Any) -> bool:
    """Whether a group of the campaign's rules is not written at all."""
    return isinstance(group, dict) and all(_says_nothing(value) or _is_blank(value) for value in group.values())


class NotApplicable(FindingsError):
    """This applicant does not need the document, or this year's rules do not have it."""


def _attachments(paper: Paper, library: Library) -> list[Paper]:
    if not paper.document.attached:
        return []
    listed = paper.value(paper.document.attached)
    return [
        _attachment(item, f"附件{number}" if len(listed) > 1 else "附件", paper, library)
        for number, item in enumerate(listed, start=1)
        if item["文种"] or item.get("正文")  # an attachment that nothing makes is only listed
    ]


def _attachment(item: dict[str, Any], label: str, paper: Paper, library: Library) -> Paper:
    """The attachment that a template makes, as a blank, or the one in the office's own words."""
    request = replace(paper.request, kind=item["文种"], state=MODEL_BLANK, attachment=label)
    made = _paper(request, library, "" if item["文种"] else OWN_ATTACHMENT, 本附件=item)
    document = made.document.model_copy(update=_LANDSCAPE) if item.get("横向") == YES else made.document
    return replace(made, document=document, title=f"{label} {item['名称']}")


def _imprint(paper: Paper, attachments: list[Paper], library: Library) -> list[Paper]:
    """The 版记 as a last page: it stands behind the attachments (GB/T 9704-2012, 7.3.4 and 7.4)."""
    official = paper.values.get("公文", {})
    stated = official and (official["抄送"] or official["印发"]["机关"])
    if not (attachments and stated) or IMPRINT_BLOCK in official["正文自排"]:
        return []
    paper.values["版记另页"] = YES
    return [_paper(paper.request, library, IMPRINT)]


def _attachment_files(attachments: list[Paper]) -> list[Output]:
    return [
        Output(paper.document.kind, DOCX, f"{safe_name(paper.title)}.docx", _alone(paper, numbered=False))
        for paper in attachments
    ]


def _docx(papers: list[Paper]) -> bytes:
    paper, *others = papers
    if not others:
        return _alone(paper, numbered=paper.document.numbered)
    whole = join_docx([(one.title, one.docx()) for one in papers])
    return marked_draft(whole, paper.title) if paper.request.draft else whole


def _alone(paper: Paper, *, numbered: bool) -> bytes:
    content = paper.docx() if numbered else without_page_numbers(paper.docx(), paper.title)
    return marked_draft(content, paper.title) if paper.request.draft else content


def _page(papers: list[Paper]) -> str:
    paper = papers[0]
    parts = [one.part(numbered=paper.document.numbered) for one in papers]
    return render_page(paper.title, parts, paper.templates.loader)


def _pdf(papers: list[Paper]) -> bytes:
    from generator.rendering.pdf import MissingGlyph, render_pdf  # slow to load, and Word files do not need it

    try:
        return render_pdf(_page(papers))
    except MissingGlyph as error:
        raise FindingsError(_placed_glyphs(error, papers[0])) from error


def _placed_glyphs(error: Any, paper: Paper) -> Iterator[Finding]:
    """A finding for each value that holds a character no font shows; on the document where no value does."""
    for finding, character in zip(error.findings, error.characters, strict=True):
        fields = list(paths_holding(paper.values, character))
        yield from (replace(finding, field=field, place=Place()) for field in fields)
        if not fields:
            yield replace(finding, place=Place(file=paper.title))


def _html(papers: list[Paper]) -> bytes:
    return _page(papers).encode("utf-8")


def _xlsx(papers: list[Paper]) -> bytes:
    from generator.rendering.xlsx import render_xlsx

    paper = papers[0]
    return render_xlsx(paper.title, paper.blocks or [], mark=DRAFT if paper.request.draft else "")


_RENDERERS = {DOCX: _docx, PDF: _pdf, HTML: _html, XLSX: _xlsx}
