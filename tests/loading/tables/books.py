"""Workbooks written for the tests, and what reading them gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from generator.finding import Finding
from generator.loading.lists import Refused, read_list
from generator.loading.load import Loaded
from generator.model.applicant import Applicant

HEAD = ("姓名", "身份证号", "申报级别")
ID, OTHER_ID = "990101199005120012", "990102199211030022"
ZHANG, LI = ("张三", ID, "中级"), ("李四", OTHER_ID, "初级")

Merge = tuple[int, int, int, int]
Rows = Sequence[Sequence[Any]]


@dataclass
class Reading:
    """What a list gave: applicants, records refused, and what was told of the list."""

    loaded: list[Loaded] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    told: list[Finding] = field(default_factory=list)

    @property
    def applicants(self) -> list[Applicant]:
        return [each.case.applicant for each in self.loaded]

    @property
    def applicant(self) -> Applicant:
        assert not self.refused, [str(finding) for each in self.refused for finding in each.findings]
        [applicant] = self.applicants
        return applicant

    @property
    def faults(self) -> list[Finding]:
        return [finding for each in self.refused for finding in each.findings]

    @property
    def fault(self) -> Finding:
        [finding] = self.faults
        return finding


def read(path: Path, campaign: Loaded | None) -> Reading:
    """Reads a list whole."""
    reading = Reading()
    for each in read_list(path, campaign, tell=reading.told.append):
        (reading.refused if isinstance(each, Refused) else reading.loaded).append(each)
    return reading


def write(path: Path, sheets: Mapping[str, Rows], merges: Mapping[str, Sequence[Merge]] | None = None) -> Path:
    """An XLSX file; dates are Excel's dates, 0.98% a number shown as a percentage, formulas not worked out."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        day, percent = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "0%"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    put(sheet, row, column, value, day, percent)
            for merge in (merges or {}).get(name, ()):
                sheet.merge_range(*merge, "")
                put(sheet, *merge[:2], rows[merge[0]][merge[1]], day, percent)
    return path


@dataclass(frozen=True)
class Percent:
    """A number that Excel shows as a percentage."""

    value: float


@dataclass(frozen=True)
class Formula:
    """A formula with the value that was worked out last."""

    text: str
    value: Any


def put(sheet, row: int, column: int, value: Any, day, percent) -> None:
    if isinstance(value, Formula):
        sheet.write_formula(row, column, value.text, None, value.value)
    elif isinstance(value, Percent):
        sheet.write_number(row, column, value.value, percent)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, date | datetime):
        sheet.write_datetime(row, column, value, day)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, value)
