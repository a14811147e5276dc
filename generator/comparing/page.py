"""A comparison as a page one can hand round: an official document that holds a table."""

from pathlib import Path

from generator.build import Request, build
from generator.catalog import Library
from generator.comparing.compare import Comparison, Side
from generator.errors import UsageError
from generator.importing.escape import Place, escaped, literal
from generator.model.case import Case
from generator.model.official import OfficialDocument
from generator.output import write_file

FORMATS = ("docx", "html", "pdf")
_HEADINGS = ["部分", "项目", "原来", "现在"]
_WIDTHS = ["5", "6", "9", "9"]
_NONE = "（无）"


def save_page(comparison: Comparison, path: Path, library: Library) -> Path:
    """Writes the comparison to a file of the format that its ending says. Raises UsageError for another ending."""
    format = path.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise UsageError(f"{path}：对照表的文件名请以 .docx、.html 或 .pdf 结尾")
    document = comparison_page(comparison)
    kind = library.of_genre(document.genre).kind
    return write_file(path, build(Request(Case(document=document), kind), [format], library)[0].content)


def comparison_page(comparison: Comparison) -> OfficialDocument:
    """The page: which files are compared, and every change in a row of a table."""
    old, new = _name(comparison.old), _name(comparison.new)
    lead = f"原来：{literal(old)}。\n\n现在：{literal(new)}。\n\n"
    if not comparison.changes:
        return OfficialDocument.model_validate({"标题": "通知对照", "正文": f"{lead}两份没有不同。"})
    told = [(each.section, each.item, each.old or _NONE, each.new or _NONE) for each in comparison.changes]
    rows = [[escaped(text, Place.CELL) for text in texts] for texts in told]
    table = {"列宽": _WIDTHS, "行": [_HEADINGS, *rows]}
    body = f"{lead}共有{len(rows)}处不同：\n\n{{{{ 表格.对照|表格 }}}}"
    return OfficialDocument.model_validate({"标题": "通知对照表", "正文": body, "表格": {"对照": table}})


def _name(side: Side) -> str:
    """What a reader calls the file: the year's review, or the document's file."""
    campaign = side.case.campaign
    return f"{campaign.year}年度{campaign.series}系列（{side.path.name}）" if campaign else side.path.name
