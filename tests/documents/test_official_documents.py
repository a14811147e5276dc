"""The documents of data/documents come out whole, in order and in place, and say each fact wherever it is used."""

import copy
import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

import pytest
from docx.oxml.ns import qn
from lxml import html

from generator.build import DOCX, HTML, PDF, Request, build
from generator.loading.record import read_document
from generator.model.case import Case
from generator.model.official import OfficialDocument, OwnTable
from generator.own_words import own_words_findings
from generator.workdays import Workdays
from tests.documents.own_documents import FILES, LETTER, NOTICE, RESULTS, SUPPLEMENT, kind_of, paper
from tests.documents.papers import LIBRARY, Paper
from tests.documents.reading import html_text, words
from tests.support import opened, schema_errors

NO_DEADLINES = {"业绩截止", "中断"}
"""Facts that are days on which nobody has to do anything."""


@pytest.fixture(params=FILES, scope="module")
def name(request) -> str:
    return request.param


class TestEveryFile:
    def test_word_file_web_page_and_pdf_hold_the_same_words(self, name):
        made = paper(name)
        assert made.words(DOCX) == made.words(HTML)
        assert _without_letterhead(made, PDF) == _without_letterhead(made, HTML)

    def test_the_word_file_agrees_with_the_schemas(self, name):
        assert schema_errors(paper(name).file(DOCX)) == []

    def test_no_mark_and_no_tag_is_left(self, name):
        marks = re.compile(r"\{[{%#]|[}%#]\}|\*\*|^#+ |:::|\||｜|None", re.MULTILINE)
        assert marks.findall(paper(name).text(DOCX)) == []

    def test_every_part_of_the_file_is_printed(self, name):
        text = paper(name).words(HTML)
        assert [part for part in _parts(paper(name).request.case.document) if words(part) not in text] == []

    def test_changing_a_fact_changes_every_place_that_says_it(self, name):
        data = read_document(FILES[name]).data
        source = FILES[name].read_text("utf-8")
        before = _page(data)
        for path, value in _facts(data["事实"]):
            changed, shown = _another(path, value)
            uses = len(re.findall(rf"事实\.{'.'.join(path)}(?!\w)", source))
            uses += _as_period(path, source)
            assert uses > 0, path
            assert shown not in before
            assert _page(_with_fact(data, path, changed)).count(shown) == uses, path

    def test_tables_keep_their_merged_cells(self, name):
        document, made = paper(name).request.case.document, paper(name)
        spans = sorted(_spans(table) for table in document.tables.values())
        page = html.fromstring(made.file(HTML).decode())
        assert sorted(_page_spans(table) for table in page.iter("table")) == spans
        tables = opened(made.file(DOCX)).tables
        assert sorted(_word_spans(table) for table in tables if not _is_imprint(table)) == spans

    def test_nobody_is_named_with_an_identity_card_or_a_mobile(self, name):
        assert re.findall(r"(?<!\d)(?:1\d{10}|\d{17}[\dX])(?!\d)", paper(name).words(HTML)) == []


def _without_letterhead(made: Paper, format: str) -> str:
    """The words without the letterhead, which a PDF paints at another time than it is read."""
    text = made.words(format)
    for line in made.request.case.document.letterhead:
        assert line in text
        text = text.replace(line, "", 1)
    return text


def _parts(document: OfficialDocument) -> Iterator[str]:
    yield from chain(document.letterhead, document.signatory, document.addressees, document.copied_to)
    yield from (part for part in (document.label, document.number, document.remark) if part)
    yield from (attachment.name for attachment in document.attachments)
    yield from [document.imprint.office] if document.imprint else []
    for table in document.tables.values():
        yield from (cell.text for row in table.rows for cell in row if "{{" not in cell.text)


def _page(data: dict[str, Any]) -> str:
    """The words of the web page that the data becomes."""
    document = OfficialDocument.model_validate(data)
    [page] = build(Request(Case(document=document), kind_of(document)), (HTML,), LIBRARY)
    return words(html_text(page.content))


def _facts(facts: dict[str, Any], *path: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for key, value in facts.items():
        if isinstance(value, dict):
            yield from _facts(value, *path, key)
        else:
            yield (*path, key), value


def _another(path: tuple[str, ...], value: str) -> tuple[str, str]:
    """Another value for a fact, and what of it is printed whether or not the year is."""
    group, last = path[0], path[-1]
    if group == "年度":
        return "2037", "2037"
    if group == "日期" and value.count("-") == 1:
        return "2037-4", "2037年4月"
    if group in ("日期", "期间"):
        # A period ends in the year in which it begins, so that it prints the year in the same places.
        return f"{value[:4]}-{'6-17' if last == '止' else '4-17'}", "6月17日" if last == "止" else "4月17日"
    return f"改{value}", f"改{value}"


def _as_period(path: tuple[str, ...], source: str) -> int:
    """How often the fact is printed as an end of a whole period."""
    return len(re.findall(rf"事实\.{'.'.join(path[:-1])}\|日期段", source)) if path[0] == "期间" else 0


def _with_fact(data: dict[str, Any], path: tuple[str, ...], value: str) -> dict[str, Any]:
    changed = copy.deepcopy(data)
    facts = changed["事实"]
    for key in path[:-1]:
        facts = facts[key]
    facts[path[-1]] = value
    return changed


def _spans(table: OwnTable) -> list[list[tuple[int, int]]]:
    """How many columns and rows each cell takes, row by row."""
    return [[(cell.columns, cell.rows) for cell in row] for row in table.rows]


def _page_spans(table) -> list[list[tuple[int, int]]]:
    cells = ([cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr"))
    return [[(int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))) for cell in row] for row in cells]


def _is_imprint(table) -> bool:
    return table.cell(0, 0).text.startswith("抄送：")


def _word_spans(table) -> list[list[tuple[int, int]]]:
    """The same of a table of a Word file, where a cell below another in one merged cell is there, marked."""
    rows: list[list[tuple[int, int]]] = []
    above: dict[int, tuple[int, int]] = {}  # by column, where the merged cell that reaches down to here is noted
    for number, row in enumerate(table._tbl.tr_lst):
        rows.append([])
        column = 0
        for cell in row.tc_lst:
            width, merged = cell.grid_span, cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merged is not None and merged.get(qn("w:val")) != "restart":
                place = above[column]
                columns, height = rows[place[0]][place[1]]
                rows[place[0]][place[1]] = (columns, height + 1)
            else:
                above[column] = (number, len(rows[-1]))
                rows[-1].append((width, 1))
            column += width
    return rows


def test_a_tag_in_a_cell_that_names_no_fact_is_told_by_its_cell():
    data = copy.deepcopy(read_document(FILES[NOTICE]).data)
    data["表格"]["时间安排"]["行"][4][1] = "{{ 事实.日期.工程受里 }}"
    [finding] = own_words_findings(Case(document=OfficialDocument.model_validate(data)), LIBRARY)
    assert finding.field == "公文.表格.时间安排.行.第5项.第2项.文字.第1行"
    assert (finding.message, finding.remedy) == ("没有“事实.日期.工程受里”", "是不是“工程受理”？")


class TestTheSamplesAreTrueToThemselves:
    def test_no_deadline_falls_on_a_day_off(self, name):
        facts = paper(name).request.case.document.facts
        dates = [day for fact, day in facts.dates.items() if fact not in NO_DEADLINES]
        edges = [edge for period in facts.periods.values() for edge in (period.start, period.end)]
        days = [date(*day) for day in (*dates, *edges) if day.day]
        assert [day for day in days if not Workdays().is_workday(day)] == []

    @pytest.mark.parametrize("name", [LETTER, RESULTS])
    def test_a_publicity_lasts_as_many_working_days_as_it_says(self, name):
        facts = paper(name).request.case.document.facts
        start, end = (date(*day) for day in (facts.periods["公示"].start, facts.periods["公示"].end))
        assert f"{Workdays().count(start, end).usual}个工作日" == facts.durations["公示"]

    def test_the_supplement_quotes_the_notice_it_changes(self):
        notice, supplement = (paper(name).request.case.document for name in (NOTICE, SUPPLEMENT))
        assert supplement.facts.numbers["原通知"] == notice.number
        assert supplement.facts.periods["农业申报原定"] == notice.facts.periods["农业申报"]
        assert supplement.facts.amounts["初级评审费原标准"] == notice.facts.amounts["初级评审费"]
        title = paper(NOTICE).outputs(DOCX)[0].file_name.removesuffix(".docx")
        assert f"《{title}》（{notice.number}，" in paper(SUPPLEMENT).words(HTML)

    def test_the_quotas_add_up(self):
        *rows, total = [[int(cell.text) for cell in row[1:]] for row in quotas().rows[2:]]
        assert [sum(column) for column in zip(*rows, strict=True)] == total
        assert all(sum(row[:-1]) == row[-1] for row in [*rows, total])


def quotas() -> OwnTable:
    return paper(NOTICE).request.case.document.tables["推荐数额"]
