"""An office's roster in a workbook: people are put into the rows below the headings, everything else stays."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from generator.errors import FindingsError
from generator.finding import Finding, Place
from generator.loading.tables.header import HEAD_ROWS, Grid, Header, find_header
from generator.loading.tables.headings import NAME, applicant_words
from generator.loading.tables.workbook import Sheet, open_sheets
from generator.roster_template.columns import RULE, Columns
from generator.roster_template.parts import Parts, file_content
from generator.roster_template.sheet_roster import SheetRoster

_WORKBOOK = "xl/workbook.xml"


def fill_workbook(path: Path, people: Sequence[dict[str, Any]]) -> tuple[bytes, list[Finding]]:
    """The workbook with a row for each of the people (the values of a paper), and what its roster lacks.

    Raises FindingsError for a workbook without the headings of a roster, or in which people stand already, UsageError
    for what is no workbook.
    """
    parts = Parts(file_content(path), path.name)
    sheets = [sheet for sheet in open_sheets(path) if not sheet.is_hidden]
    rosters = [(sheet, header) for sheet in sheets if (header := _header(sheet))]
    if not rosters:
        raise FindingsError([no_headings(path)])
    sheet, header = max(rosters, key=lambda roster: roster[1].known)
    place, columns = Place(str(path), sheet=sheet.name), Columns(header)
    roster = SheetRoster(parts, _part(parts, sheet), sheet, header, columns, place)
    roster.fill([columns.row(values, number) for number, values in enumerate(people, start=1)])
    others = [other.name for other, _ in rosters if other is not sheet]
    return parts.content(), [*columns.findings(place), *_untouched(others, place)]


def no_headings(path: Path) -> Finding:
    """What is wrong with a file in which no roster is found."""
    message = "没有找到名单的表头：要有一行（或两行）表头，里面有“姓名”和其他栏目"
    return Finding(RULE, "error", message, remedy="请检查是不是选错了文件", place=Place(str(path)))


def _header(sheet: Sheet) -> Header | None:
    return find_header(Grid(sheet.head(HEAD_ROWS), sheet.merges), applicant_words(), (NAME,))


def _untouched(sheets: Sequence[str], place: Place) -> Iterator[Finding]:
    if sheets:
        message = f"表“{'”“'.join(sheets)}”也像是名单，没有填；只填了“{place.sheet}”"
        yield Finding(RULE, "hint", message, remedy="要填的，请把它单独存成一个文件再填", place=place)


def _part(parts: Parts, sheet: Sheet) -> str:
    """The part that holds the sheet."""
    relations = parts.relations(_WORKBOOK)
    named: dict[str, etree._Element] = {one.get("name"): one for one in parts.root(_WORKBOOK).iter("{*}sheet")}
    links = [text for name, text in named[sheet.name].attrib.items() if name.endswith("}id")]
    return relations[links[0]].part
