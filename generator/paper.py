"""One document as papers: the document itself, its attachments, and the 版记 behind them, each with its values."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

from generator.catalog import APPLICANT, DESCRIPTION, FORM_DOCX, FORM_HTML, ROSTER, WORDING, Document, Library
from generator.context import STATED, TABLES, blaming_own_words, value_at
from generator.errors import TemplateError, UsageError
from generator.model.base import YES
from generator.model.case import Case
from generator.paper_values import paper_values
from generator.rendering.blocks import Block
from generator.rendering.docx import Filled, fill_docx
from generator.rendering.docx_draft import DRAFT
from generator.rendering.docx_letter import fill_letter
from generator.rendering.docx_table import LongFilled, fill_long, has_long_table
from generator.rendering.environment import FILLED, MODEL_BLANK
from generator.rendering.expression import render_text
from generator.rendering.html import Part, render_fragment
from generator.rendering.paragraphs import TITLE_BREAK
from generator.rendering.wording import Worded, worded

_OWN_ATTACHMENT, _IMPRINT, _IMPRINT_BLOCK = "own_attachment", "imprint", "版记"
_LANDSCAPE = {"landscape": True, "frame": "official_landscape"}


@dataclass(frozen=True)
class Request:
    """One document to make: of which case, of which kind, in which state.

    `attachment` is its label in a notice (附件1); a `draft` is made of data that a person has still to confirm;
    `statement` goes into the files' properties: what a person stated in spite of the rules.
    """

    case: Case
    kind: str
    state: str = FILLED
    attachment: str = ""
    draft: bool = False
    statement: str = ""


@dataclass(frozen=True)
class Paper:
    """A document with the values it prints."""

    request: Request
    document: Document
    values: dict[str, Any]
    templates: Library
    title: str

    @cached_property
    def worded(self) -> Worded | None:
        """The text of a document that has a wording, None of a form."""
        wording = self.document.template(WORDING)
        if self.templates.find(wording) is None:
            return None
        with blaming_own_words():
            return worded(wording, self.values, self.templates.loader)

    @property
    def blocks(self) -> list[Block] | None:
        """The blocks of a document that has a wording, None of a form."""
        with blaming_own_words():
            return self.worded.blocks if self.worded else None

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

    def docx(self, *, numbered: bool = True) -> Filled | LongFilled:
        """The Word file, with page numbers or without."""
        form = self.document.template(FORM_DOCX) if self.worded is None else f"frames/{self.document.frame}.docx"
        path = self.templates.find(form)
        if path is None:
            raise UsageError(f"没有 Word 模板 {form}")
        if self.worded is None:
            return fill_docx(path, self.values, numbered=numbered)
        with blaming_own_words():
            fill = fill_long if has_long_table(self.worded) else fill_letter
            return fill(path, self.worded, self.values, numbered=numbered)

    def part(self, *, numbered: bool) -> Part:
        form = self.document.template(FORM_HTML) if self.blocks is None else f"frames/{self.document.frame}.html"
        content = render_fragment(form, self.block_values, self.templates.loader)
        classes = ["横向" if self.document.landscape else "纵向", *([] if numbered else ["无页码"])]
        return Part(content, (self.document.kind, *classes), draft=self.request.draft)


def papers_of(request: Request, library: Library) -> list[Paper]:
    """The papers that the document is made of, in the order in which they print; the document itself is the first.

    Raises TemplateError for a faulty template, FindingsError for faulty words of a data file, UsageError for an
    unknown kind.
    """
    paper = _made(request, library)
    attachments = _attachments(paper, library)
    if not (attachments and _has_imprint_of_its_own(paper)):
        return [paper, *attachments]
    # The 版记 stands behind the attachments (GB/T 9704-2012, 7.3.4 and 7.4).
    paper = replace(paper, values={**paper.values, "版记另页": YES})
    return [paper, *attachments, _made(request, library, _IMPRINT)]


def page_of(request: Request, library: Library, page: str) -> Paper:
    """Pages that stand by themselves here: the instructions of a 评审包. Raises as `papers_of` does."""
    return _made(request, library, page)


def _made(request: Request, library: Library, page: str = "", **more: Any) -> Paper:
    document = library.page(page) if page else library.document(request.kind)
    # Only what is made for an applicant has a blank: what others say is known.
    state = request.state if document.data in (APPLICANT, ROSTER) else FILLED
    values = paper_values(request.case, state=state, public=document.public, filled=state == FILLED)
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
    made = _made(request, library, "" if item["文种"] else _OWN_ATTACHMENT, 本附件=item)
    document = made.document.model_copy(update=_LANDSCAPE) if item.get("横向") == YES else made.document
    return replace(made, document=document, title=f"{label} {item['名称']}")


def _has_imprint_of_its_own(paper: Paper) -> bool:
    """Whether the document's 版记 is left to the template: the words of a body may set it themselves."""
    official = paper.values.get("公文", {})
    stated = official and (official["抄送"] or official["印发"]["机关"])
    return bool(stated) and _IMPRINT_BLOCK not in official["正文自排"]
