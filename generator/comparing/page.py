"""A comparison as a page one can hand round: an official document that holds a table."""

from pathlib import Path

from generator.build import Request, build
from generator.catalog import Library
from generator.comparing.change import Change
from generator.comparing.compare import Comparison, Side
from generator.errors import UsageError
from generator.importing.escape import Place, escaped, literal
from generator.model.case import Case
from generator.model.official import OfficialDocument
from generator.output import write_file

FORMATS = ("docx", "html", "pdf")
_HEADINGS = ["内容", "原来", "现在"]
_WIDTHS = ["7", "11", "11"]
_NONE = "（无）"


def save_page(comparison: Comparison, path: Path, library: Library) -> Path:
    """Writes the comparison to a file of the format that its ending says. Raises UsageError for another ending, or
    where it would replace one of the files compared.
    """
    format = path.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise UsageError(f"{path}：对照表的文件名请以 .docx、.html 或 .pdf 结尾")
    for side in (comparison.old, comparison.new):
        if path.exists() and path.samefile(side.path):
            raise UsageError(f"{path}：这是要比的文件，对照表不能写在它上面。请换一个名称")
    document = comparison_page(comparison)
    kind = library.of_genre(document.genre).kind
    return write_file(path, build(Request(Case(document=document), kind), [format], library)[0].content)


def comparison_page(comparison: Comparison) -> OfficialDocument:
    """The page: which files are compared, what was not compared, and every change in a row of a table."""
    lead = [f"原来：{_name(comparison.old)}", f"现在：{_name(comparison.new)}", *comparison.notes]
    words = "".join(f"{literal(text)}。\n\n" for text in lead)
    if not comparison.changes:
        return OfficialDocument.model_validate({"标题": "通知对照", "正文": f"{words}两份没有不同。"})
    rows = [[escaped(text, Place.CELL) for text in _row(change)] for change in comparison.changes]
    table = {"列宽": _WIDTHS, "行": [_HEADINGS, *rows]}
    body = f"{words}共有{len(rows)}处不同：\n\n{{{{ 表格.对照|表格 }}}}"
    return OfficialDocument.model_validate({"标题": "通知对照表", "正文": body, "表格": {"对照": table}})


def _row(change: Change) -> tuple[str, str, str]:
    old, new = change.shown
    return f"{change.section}：{change.item}" if change.item else change.section, old or _NONE, new or _NONE


def _name(side: Side) -> str:
    """What a reader calls the file: the year's review, or the document's title, with the file's name."""
    campaign = side.case.campaign
    called = f"{campaign.year}年度{campaign.series}系列职称评审" if campaign else f"《{side.title}》"
    return f"{called}（{side.path.name}）"
