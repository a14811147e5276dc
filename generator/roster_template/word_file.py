"""An office's roster as a table in a Word file: people are put into its rows, everything else stays.

Texts are put in as marks first and replaced in the finished XML: a copy of an element for each of ten thousand people
would take long and much memory.
"""

import copy
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from generator.errors import FindingsError, UsageError
from generator.finding import Finding, Place
from generator.loading.tables.header import HEAD_ROWS, Grid, Header, find_header
from generator.loading.tables.headings import NAME, applicant_words
from generator.rendering.date_picture import picture_of
from generator.rendering.docx import BODY, encode
from generator.roster_template.bed import Bed, find_bed, refuse_merged
from generator.roster_template.columns import RULE, Columns
from generator.roster_template.parts import Parts, file_content, serialized
from generator.roster_template.word_rows import (
    TABLE,
    WordTable,
    below_heading,
    cells_of,
    cleared,
    let_grow,
    repeated,
    written,
)
from generator.roster_template.workbook_file import no_headings

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NEW, _ROW = "新", "zhicheng-row"
_MARK = re.compile(rf"\ue000(\d+|{_NEW})\.(\d+)\ue001")
_ROWS = re.compile(rf"<\?{_ROW} ?\?>(.*?)<\?{_ROW} ?\?>", re.DOTALL)


def fill_word(path: Path, people: Sequence[dict[str, Any]]) -> tuple[bytes, list[Finding]]:
    """The Word file with a row for each of the people (the values of a paper), and what its roster lacks.

    Raises FindingsError for a file without a table with the headings of a roster, or in which people stand already,
    UsageError for what is no Word file.
    """
    parts = Parts(file_content(path), path.name)
    body = parts.root(BODY)
    if body is None or body.nsmap.get("w") != _W:
        raise UsageError(f"{path}：不是 Word 的 .docx 文件，请用 Word 或 WPS 打开后另存为 .docx")
    tables = [WordTable(table) for table in body.iter(TABLE)]
    rosters = [(table, header) for table in tables if (header := _header(table))]
    if not rosters:
        raise FindingsError([no_headings(path)])
    table, header = max(rosters, key=lambda roster: roster[1].known)
    place, columns = Place(str(path)), Columns(header)
    content = _filled(body, table, header, columns, people, place)
    parts.put(BODY, content)
    findings = list(columns.findings(place))
    if len(rosters) > 1:
        message = f"有{len(rosters)}张表像是名单，只填了栏目最全的一张"
        findings.append(Finding(RULE, "hint", message, remedy="其余的请单独存成文件再填", place=place))
    return parts.content(), findings


def _header(table: WordTable) -> Header | None:
    rows = [table.texts(row) for row in range(min(len(table.rows), HEAD_ROWS))]
    return find_header(Grid(rows, table.merges), applicant_words(), (NAME,))


def _filled(
    body: etree._Element,
    table: WordTable,
    header: Header,
    columns: Columns,
    people: Sequence[dict[str, Any]],
    place: Place,
) -> bytes:
    """The body with the people in the table."""
    bed = find_bed(header, table.texts, len(table.rows), lambda row: True, place)
    refuse_merged(bed, {column.index: column.heading for column in columns.filled}, table.merges, place)
    samples = [table.texts(row) for row in bed.samples]
    for column in columns.filled:
        said = [texts[column.index] for texts in samples if column.index < len(texts)]
        column.picture = next(filter(None, map(picture_of, [*said, column.heading])), None)
    texts = [columns.row(values, number) for number, values in enumerate(people, start=1)]
    marking = _Marking(table, bed, header, columns, place)
    added = max(0, len(texts) - bed.count)
    marking.mark_standing(len(texts), added)
    if added:
        marking.mark_new()
    first_new = bed.insertion - bed.first
    return _written_out(serialized(body).decode("utf-8"), texts, slice(first_new, first_new + added)).encode("utf-8")


class _Marking:
    """Puts marks for people's texts into the rows that stand, and into one row that is written for all new ones."""

    def __init__(self, table: WordTable, bed: Bed, header: Header, columns: Columns, place: Place):
        self._rows, self._bed, self._columns, self._place = table.rows, bed, columns.filled, place
        pattern = bed.pattern
        self._bare = below_heading(self._rows[header.bottom]) if pattern is None else repeated(self._rows[pattern])

    def mark_standing(self, count: int, added: int) -> None:
        """Marks the rows of the template that people come into; examples that are left are cleared."""
        bed = self._bed
        for at in range(count):
            original = bed.original(bed.first + at, added)
            if original is None:
                continue
            if bed.is_replaced(original):
                new = copy.deepcopy(self._bare)
                self._rows[original].getparent().replace(self._rows[original], new)
                self._rows[original] = new
            self._mark(self._rows[original], str(at))
        for row in bed.left_samples(count):
            for _, cell in cells_of(self._rows[row]):
                cleared(cell)

    def mark_new(self) -> None:
        """Puts in the row that is written anew for each of the others, between two marks of its own."""
        row, place = copy.deepcopy(self._bare), self._bed.insertion
        self._mark(row, _NEW)
        if place < len(self._rows):
            self._rows[place].addprevious(row)
        else:
            self._rows[-1].addnext(row)
        row.addprevious(etree.ProcessingInstruction(_ROW))
        row.addnext(etree.ProcessingInstruction(_ROW))

    def _mark(self, row: etree._Element, who: str) -> None:
        cells = dict(cells_of(row))
        let_grow(row)
        if self._bed.pattern in self._bed.samples:  # there is no empty row, and what an example says is nobody's
            filled = {column.index for column in self._columns}
            for column in cells.keys() - filled:
                cleared(cells[column])
        for number, column in enumerate(self._columns):
            if column.index not in cells:
                message = f"“{column.heading}”下面的格子和表头对不上"
                remedy = "请在 Word 里把名单各行拆成和表头一样的格子"
                raise FindingsError([Finding(RULE, "error", message, remedy=remedy, place=self._place)])
            written(cells[column.index], f"\ue000{who}.{number}\ue001")


def _written_out(body: str, texts: Sequence[Sequence[str]], new: slice) -> str:
    """The body with the texts in place of the marks; `new` are the people of the rows that are written anew."""

    def text(match: re.Match) -> str:
        return str(encode(texts[int(match[1])][int(match[2])]))

    head, *rest = _ROWS.split(body)
    if not rest:
        return _MARK.sub(text, body)
    row, tail = rest
    pieces = _MARK.split(row)
    words, columns = pieces[::3], list(map(int, pieces[2::3]))
    rows: list[str] = []
    for person in texts[new]:
        rows.append(words[0])
        for column, after in zip(columns, words[1:], strict=True):
            rows += (str(encode(person[column])), after)
    return "".join((_MARK.sub(text, head), *rows, _MARK.sub(text, tail)))
