"""The receipt of a batch: one line for each document, expected = made + skipped + failed; for machines and for people.

生成结果表 as JSON (receipt.json), as a workbook and as a page. They are written line by line: a batch of a province has
hundreds of thousands of lines.
"""

import html
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from generator import __version__
from generator.batch.journal import FAILED, MADE, SKIPPED, Line
from generator.finding import LEVEL_NAMES, Finding

JSON_NAME, XLSX_NAME, HTML_NAME = "receipt.json", "生成结果表.xlsx", "生成结果表.html"
STATUS_NAMES = {MADE: "已生成", SKIPPED: "跳过", FAILED: "没有生成"}
_HEADINGS = {"申报人": 12, "文件": 24, "格式": 8, "结果": 12, "说明": 60, "数据所在": 40, "文件位置": 50}
_CREATED = datetime(1980, 1, 1)  # fixed, so that the same input gives the same bytes
_MOST_ROWS = 1_000_000  # that a sheet holds


@dataclass
class Receipt:
    """What is said of the whole run besides its lines: the counts, findings on the list, hashes, statements."""

    counts: Counter = field(default_factory=Counter)
    hashes: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    accepted: list[dict[str, Any]] = field(default_factory=list)
    stopped: bool = False
    """Whether the run was ended before everything was done; what was not reached is in no line."""

    def count(self, line: Line) -> None:
        self.counts[line.status] += 1

    @property
    def expected(self) -> int:
        return sum(self.counts.values())

    def summary(self) -> str:
        """One line for people."""
        parts = "，".join(f"{STATUS_NAMES[status]} {self.counts[status]} 份" for status in (MADE, SKIPPED, FAILED))
        stopped = "中途停止，没有做完；再运行一次会接着做。" if self.stopped else ""
        return f"应有 {self.expected} 份：{parts}。{stopped}"


def pieces_of_json(receipt: Receipt, lines: Iterable[Line]) -> Iterator[str]:
    """The JSON form, piece by piece."""
    head = {
        "expected": receipt.expected,
        **{status: receipt.counts[status] for status in (MADE, SKIPPED, FAILED)},
        "stopped": receipt.stopped,
        "hashes": receipt.hashes,
        "version": __version__,
        "findings": [finding.as_dict() for finding in receipt.findings],
        "accepted": receipt.accepted,
    }
    text = json.dumps(head, ensure_ascii=False, indent=2)
    yield text[:-2] + ',\n  "documents": ['
    mark = "\n"
    for line in lines:
        yield f"{mark}    {json.dumps(asdict(line), ensure_ascii=False)}"
        mark = ",\n"
    yield "\n  ]\n}\n"


def pieces_of_html(receipt: Receipt, lines: Callable[[], Iterable[Line]]) -> Iterator[str]:
    """A page that needs no other file: the failed documents first, then all."""
    yield _PAGE_HEAD
    yield f"<h1>生成结果表</h1><p>{html.escape(receipt.summary())}</p>"
    if receipt.findings:
        yield "<h2>名单的问题</h2><ul>"
        for finding in receipt.findings:
            yield f"<li>{LEVEL_NAMES[finding.level]}　{html.escape(str(finding))}</li>"
        yield "</ul>"
    for heading, wanted in (("没有生成的", lambda line: line.status == FAILED), ("全部", lambda line: True)):
        yield f"<h2>{heading}</h2><table><thead><tr>{''.join(f'<th>{name}</th>' for name in _HEADINGS)}</tr></thead>"
        for line in filter(wanted, lines()):
            cells = "".join(f"<td>{html.escape(text)}</td>" for text in _cells(line))
            yield f'<tr class="{line.status}">{cells}</tr>\n'
        yield "</table>"
    yield "</body></html>\n"


def workbook(receipt: Receipt, lines: Iterable[Line]) -> bytes:
    """The workbook: a sheet of lines with a filter, and a sheet that sums up."""
    from xlsxwriter import Workbook

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "receipt.xlsx"
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "tmpdir": folder}
        book = Workbook(str(path), options)
        book.set_properties({"title": "生成结果表", "created": _CREATED})
        bold = book.add_format({"bold": True, "bottom": 1})
        red = book.add_format({"font_color": "#C00000"})
        sheet = book.add_worksheet("各份文件")
        for column, (name, width) in enumerate(_HEADINGS.items()):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, bold)
        row = 0
        for row, line in enumerate(lines, start=1):
            if row > _MOST_ROWS:
                sheet.write_string(row, 0, f"共{receipt.expected}份，一张表放不下，其余见 {JSON_NAME}")
                break
            for column, text in enumerate(_cells(line)):
                sheet.write_string(row, column, text, red if line.status == FAILED else None)
        sheet.autofilter(0, 0, max(row, 1), len(_HEADINGS) - 1)
        sheet.freeze_panes(1, 0)
        _sum_up(book.add_worksheet("合计"), receipt, bold)
        book.close()
        return path.read_bytes()


def _sum_up(sheet: Any, receipt: Receipt, bold: Any) -> None:
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 80)
    rows = [("应有", str(receipt.expected))]
    rows += [(STATUS_NAMES[status], str(receipt.counts[status])) for status in (MADE, SKIPPED, FAILED)]
    rows += [(LEVEL_NAMES[finding.level], str(finding)) for finding in receipt.findings]
    for number, (name, text) in enumerate(rows):
        sheet.write_string(number, 0, name, bold)
        sheet.write_string(number, 1, text)


def _cells(line: Line) -> tuple[str, ...]:
    status = STATUS_NAMES[line.status]
    return line.applicant, line.kind, line.format, status, line.reason, line.source, line.path or ""


_PAGE_HEAD = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>生成结果表</title><style>
body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2em; color: #222 }
table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #bbb; padding: .3em .6em; text-align: left }
th { background: #f2f2f2 } tr.failed td { color: #c00000 } tr.skipped td { color: #666 }
</style></head><body>
"""
