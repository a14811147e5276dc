"""What is wrong in a template, before any data meets it: broken tags, unknown variables, faults of Word templates."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.catalog import DESCRIPTION, Document, Library
from generator.contract import Unknown, Unprintable, faults, variables
from generator.errors import FindingsError, UsageError, reason_of
from generator.finding import Finding, Place
from generator.merge_names import expression_of
from generator.rendering.containers import container_faults
from generator.rendering.docx import WordTemplate
from generator.rendering.docx_compile import PROPERTY_TAGS
from generator.rendering.docx_merge_field import NameReader
from generator.rendering.environment import template_parser
from generator.rendering.faults import blaming
from generator.rendering.printable import GROUP, NO_TEXT

_RULE = "template"
_FILES = (".docx", ".dotx", ".md", ".html")


def check_templates(names: Sequence[str], library: Library) -> list[Finding]:
    """The findings of these documents or template files; of every document when none is named."""
    findings: list[Finding] = []
    for page in () if names else library.pages:
        findings += check_document(page, library)
    for name in names or library.documents:
        if Path(name).suffix.lower() in _FILES:
            findings += check_file(Path(name), variables(), library, expression_of)
        else:
            findings += check_document(library.document(name), library)
    return list(dict.fromkeys(findings))


def check_document(document: Document, library: Library) -> list[Finding]:
    """The findings of every template file that the document is made of."""
    known = variables(public=document.public)
    names = library.sources(document)
    findings = [*_check_description(document, known, library), *_missing(document, library)]
    return findings + [
        finding for name in names if (path := library.find(name)) for finding in check_file(path, known, library)
    ]


def _missing(document: Document, library: Library) -> Iterator[Finding]:
    """The template files without which a format of the document cannot be made."""
    place = Place(str(library.find(document.template(DESCRIPTION))))
    for name in library.missing(document):
        frame = name.startswith("frames/")
        message = f"没有版式“{document.frame}”：缺少 {name}" if frame else f"缺少模板文件 {name}"
        remedy = "请改正“版式”，或放入这个文件" if frame else "请放入这个文件，或从“格式”里去掉要用它的格式"
        yield Finding(_RULE, "error", message, remedy=remedy, place=place)


def _check_description(document: Document, known: dict[str, Any], library: Library) -> Iterator[Finding]:
    """What document.yaml asks of the data that the data has not."""
    path = str(library.find(document.template(DESCRIPTION)))
    asked = [*document.fields, *filter(None, (document.applies, document.attached))]
    asked += [premise.condition for premise in document.premises]
    for source in (
        document.file_name,
        document.not_applicable or "",
        *(f"{{% if {expression} %}}{{% endif %}}" for expression in asked),
    ):
        try:
            with blaming(path, lambda line, name: path):
                found = faults(template_parser(), source, known)
        except FindingsError as error:
            yield from error.findings
        else:
            yield from (_fault(item, Place(path)) for item in found)


def check_file(path: Path, known: dict[str, Any], library: Library, names: NameReader | None = None) -> list[Finding]:
    """The findings of one template file: .docx, or a text template (.md, .html).

    `names` reads the bare names of mail merge, which only a Word file that stands for itself may have.
    """
    try:
        if path.suffix.lower() in (".docx", ".dotx"):
            return list(_check_word(path, known, names))
        return list(_check_text(path, known, library))
    except OSError as error:
        raise UsageError(f"{path}：打不开（{reason_of(error)}）") from error
    except FindingsError as error:
        return list(error.findings)


def _check_text(path: Path, known: dict[str, Any], library: Library) -> Iterator[Finding]:
    parser = template_parser(library.loader)
    with blaming(str(path)):
        source = path.read_text("utf-8-sig")
        found = faults(parser, source, known)
        containers = container_faults(parser, source, str(path)) if path.suffix.lower() == ".md" else ()
    for item in found:
        yield _fault(item, Place(item.file or str(path), item.line))
    for item in containers:
        yield Finding(_RULE, "error", item.message, remedy="请对照《写模板》第三部分改正", place=Place(item.place))


def _check_word(path: Path, known: dict[str, Any], names: NameReader | None) -> Iterator[Finding]:
    template = WordTemplate(path.read_bytes(), path.name, names=names)
    if not any("{{" in source or "{%" in source for source in template.sources.values()):
        message = "没有一个标签，生成的每份文件都和模板一样"
        yield Finding(
            _RULE, "warning", message, remedy="请在要填的地方写标签，例如 {{ 申报人.姓名 }}", place=Place(path.name)
        )
    for part, source in template.sources.items():
        for item in faults(template_parser(), source, known):
            name = item.name if isinstance(item, Unknown) else item.path
            yield _fault(item, Place(template.place(part, item.line, name)))
    yield from _lint(path, template)


def _fault(item: Unknown | Unprintable, place: Place) -> Finding:
    if isinstance(item, Unprintable):
        return Finding(_RULE, "error", f"“{item.path}”印不出来：{NO_TEXT if item.function else GROUP}", place=place)
    remedy = f"是不是“{item.nearest}”？" if item.nearest else "可用的变量见 zhicheng template fields"
    return Finding(_RULE, "error", f"数据中没有“{item.path}”", remedy=remedy, place=place)


def _lint(path: Path, template: WordTemplate) -> Iterator[Finding]:
    """What docxtpl-lint finds beyond our own contract: tags split, crossed, or swallowed by docxtpl's rules."""
    from docxtpl_lint import lint

    environment = template_parser()
    environment.filters.update(dict.fromkeys(PROPERTY_TAGS, str))  # taken out of the text before Jinja sees it
    for issue in lint(path, jinja_env=environment, autoescape=True).issues:
        part = issue.location.part.replace("body", "document")
        place = template.place_of_paragraph(f"word/{part}.xml", issue.location.paragraph)
        level = "error" if issue.severity == "error" else "warning"
        yield Finding(issue.rule, level, issue.message_for("zh"), place=Place(place))
