"""Two official documents: their parts, facts, own words, tables and attachments, in the order of the newer."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.comparing.change import Change
from generator.comparing.facts import LEAD, YEARS, Printed, attachment_section, fact_changes
from generator.comparing.matching import is_alike, match
from generator.comparing.own_words import FIRST_LEVEL, heading_words, wording_changes
from generator.comparing.records import record_changes
from generator.comparing.tables import table_changes
from generator.model.official import OfficialDocument, OwnTable

TITLE, ATTACHMENTS = "标题", "附件"
_TABLE = "表格"
_FRONT = ("公文种类", "附件标号", "发文机关标志", "发文字号", TITLE, "主送", YEARS, LEAD)
_BACK = (ATTACHMENTS, "署名", "成文日期", "用印", "附注")
_END = ("抄送", "印发")
_ELSEWHERE = ("事实", _TABLE, ATTACHMENTS)
_TAG = re.compile(r"\{\{.*?\}\}", re.DOTALL)


@dataclass(frozen=True)
class Told:
    """One of two documents, with what prints its words and the year that its dates are told without."""

    document: OfficialDocument
    show: Callable[[str], str]
    year: int | None


def document_changes(old: Told, new: Told) -> list[Change]:
    """What changed, as a reader of the newer document meets it."""
    return sorted(_changes(old, new), key=_position(old.document, new.document))


def _changes(old: Told, new: Told) -> Iterator[Change]:
    before, after = old.document, new.document
    shows, years = (old.show, new.show), (old.year, new.year)
    yield from record_changes(before, after, years=years, without=_ELSEWHERE)
    yield from wording_changes(before.title, after.title, *shows, TITLE)
    yield from fact_changes(before, after, years)
    yield from wording_changes(before.body, after.body, *shows, LEAD)
    one_sided: set[str] = set()
    for first, second in _attachment_pairs(before, after):
        if first is None or second is None:
            name = (first or second).name
            one_sided.add(attachment_section(name))
            yield Change(ATTACHMENTS, "", name if first else "", name if second else "")
            continue
        if first.name != second.name:
            yield Change(ATTACHMENTS, "", first.name, second.name)
        section = attachment_section(second.name)
        yield from wording_changes(first.body or "", second.body or "", *shows, section, within=section)
    for change in _of_tables(old, new):
        if change.section not in one_sided:
            yield change


def _attachment_pairs(old: OfficialDocument, new: OfficialDocument) -> Iterator[tuple]:
    matched = match(*([attachment.name for attachment in document.attachments] for document in (old, new)))
    yield from ((old.attachments[at], new.attachments[to]) for at, to in matched.pairs)
    yield from ((old.attachments[at], None) for at in matched.gone)
    yield from ((None, new.attachments[at]) for at in matched.added)


def _of_tables(old: Told, new: Told) -> Iterator[Change]:
    """Tables of one name, and those that hold the same words under another name, which is never printed."""
    tables = old.document.tables, new.document.tables
    names = [list(one) for one in tables]
    matched = match(*names, renamed=False)
    pairs = [(names[0][at], names[1][to]) for at, to in matched.pairs]
    gone, added = [names[0][at] for at in matched.gone], [names[1][at] for at in matched.added]
    for name in list(added):
        words = _words(tables[1][name])
        same = next((other for other in gone if is_alike(_words(tables[0][other]), words)), None)
        if same:
            pairs.append((same, name))
            gone.remove(same)
            added.remove(name)
    places = Printed(old.document), Printed(new.document)
    for first, second in pairs:
        section = places[1].section_of_table(second)
        yield from table_changes(second, section, (tables[0][first], tables[1][second]), (old.show, new.show))
    yield from (Change(places[0].section_of_table(name), _TABLE, name, "") for name in gone)
    yield from (Change(places[1].section_of_table(name), _TABLE, "", name) for name in added)


def _words(table: OwnTable) -> str:
    return _TAG.sub("", "\n".join(str(cell.text) for row in table.rows for cell in row))


def _position(old: OfficialDocument, new: OfficialDocument) -> Callable[[Change], int]:
    """Where a change is told: parts in their order on paper, a heading that is gone behind the one it followed."""
    headings = [_headings(document.body) for document in (new, old)]
    for at, heading in enumerate(headings[1]):
        if heading not in headings[0]:
            before = headings[1][at - 1] if at else None
            headings[0].insert(headings[0].index(before) + 1 if before in headings[0] else 0, heading)
    sections = [attachment_section(attachment.name) for attachment in (*new.attachments, *old.attachments)]
    order = {name: at for at, name in reversed([*enumerate([*_FRONT, *headings[0], *_BACK, *_END, *sections])])}
    return lambda change: order.get(change.section, len(order) + len(sections))


def _headings(body: str) -> list[str]:
    return [heading_words(line) for line in body.splitlines() if line.startswith(FIRST_LEVEL)]
