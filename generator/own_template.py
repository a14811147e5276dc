"""A user's own Word template, filled with the variables that every document has."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.build import DOCX, Output
from generator.context import PRIVATE, ROOTS, value_at
from generator.disclosure import refuse_exposures
from generator.finding import Finding
from generator.merge_names import expression_of
from generator.model.case import Case
from generator.output import safe_name
from generator.paper_values import paper_values
from generator.rendering.docx import docx_variables, render_docx
from generator.rendering.docx_draft import DRAFT, marked_draft
from generator.rendering.docx_note import with_remark
from generator.rendering.environment import FILLED
from generator.rendering.searchable import searchable_text


def build_own(
    case: Case, template: Path, *, state: str, public: bool, draft: bool = False, statement: str = ""
) -> tuple[Output, list[Finding]]:
    """A user's own Word template with the same variables, and hints on what it prints.

    A `draft` says so on its pages; a `statement` (see `Request`) goes into its properties. Nobody has said which values
    such a paper needs: those that are empty are named, and so is what the public must not see, unless it is made as a
    public paper. Raises TemplateError, UsageError, and FindingsError for a public paper that shows what it must not.
    """
    values = paper_values(case, state=state, public=public, filled=state == FILLED)
    values |= {"附件号": "", "文件标题": template.stem, "草稿": DRAFT if draft else ""}
    name = "_".join(part for part in (values["申报人"]["姓名"], template.stem) if part)
    content = render_docx(template, values, names=expression_of)
    content = marked_draft(content, template.name) if draft else content
    content = with_remark(content, template.name, statement) if statement else content
    if public:
        refuse_exposures(case, values, template.name, [searchable_text(content)])
    output = Output(template.stem, DOCX, f"{safe_name(name)}.docx", content)
    printed = docx_variables(template, expression_of) if state == FILLED else []
    return output, [*_empty(printed, values, template), *([] if public else _private(printed, template))]


def _empty(printed: list[str], values: dict[str, Any], template: Path) -> Iterator[Finding]:
    for path in printed:
        if path.partition(".")[0] in ROOTS and _value(values, path) == "":
            message = f"没有填写“{path}”，{template.name} 里的这一处是空的"
            yield Finding("empty", "warning", message, path, "请补填，或确认这里可以空着")


def _value(values: dict[str, Any], path: str) -> Any:
    """The value at `path`; None for what is no value: a method of text, an item of a list, a branch not taken."""
    try:
        return value_at(values, path)
    except KeyError:
        return None


def _private(printed: list[str], template: Path) -> Iterator[Finding]:
    parts = {tuple(path.split(".")[:2]) for path in printed}
    private = [f"申报人.{name}" for name in PRIVATE if ("申报人", name) in parts]
    if private:
        message = f"{template.name} 印出了{'、'.join(private)}，张贴或上网会泄露个人信息"
        yield Finding("private", "hint", message, remedy="要公开的，请加 --public 生成")
