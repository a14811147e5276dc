"""Two files become a comparison: two campaigns, two official documents, or two notices as they were sent out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader

from generator.catalog import Library
from generator.comparing.change import Change
from generator.comparing.own_words import FIRST_LEVEL, heading_words, wording_changes
from generator.comparing.records import record_changes
from generator.context import case_values
from generator.errors import UsageError
from generator.importing.notice import import_notice
from generator.loading.load import load_case, parse_document
from generator.model.case import Case
from generator.model.official import OfficialDocument
from generator.rendering.environment import FILLED
from generator.rendering.wording import TITLE_BREAK, render_blocks
from generator.text import OwnWords

_DATA = (".yaml", ".yml")
_FACTS, _TITLE, _LEAD = "事实", "标题", "导语"
_FRONT = ("发文机关标志", "发文字号", "主送")
_PARAGRAPH, _WORDS = "段落", "{% include 文稿(段落) %}"


@dataclass(frozen=True)
class Side:
    """One of the two files."""

    path: Path
    case: Case

    @property
    def year(self) -> int | None:
        """The year that the file is about, as far as it says one."""
        if self.case.campaign:
            return self.case.campaign.year
        stated = next(iter(self.case.document.facts.years.values()), None)
        return stated or (self.case.document.dated.year if self.case.document.dated else None)


@dataclass(frozen=True)
class Comparison:
    """What changed from one file to the other, in the order of the newer."""

    old: Side
    new: Side
    changes: tuple[Change, ...]


def compare(old: Path, new: Path, library: Library) -> Comparison:
    """What changed. Raises UsageError where the two cannot be compared, FindingsError for what is wrong in either."""
    sides = [Side(path, _case(path)) for path in (old, new)]
    before, after = (side.case for side in sides)
    if bool(before.campaign) != bool(after.campaign):
        raise UsageError(
            "一个是年度评审数据，一个是通知，不能直接比。请先用 zhicheng build 把年度评审数据生成通知，再比两份通知"
        )
    years = (sides[0].year, sides[1].year)
    if before.campaign:
        changes = [
            *record_changes(before.campaign, after.campaign, years=years),
            *_words_changes(_TITLE, before.campaign.notice.title, after.campaign.notice.title, sides, library),
            *_words_changes(_LEAD, before.campaign.notice.body, after.campaign.notice.body, sides, library),
        ]
    else:
        changes = _document_changes(sides, years, library)
    return Comparison(*sides, tuple(dict.fromkeys(changes)))


def _case(path: Path) -> Case:
    if path.suffix.lower() not in _DATA:
        imported = import_notice(path)
        return Case(document=parse_document(imported.composed.text.encode("utf-8"), str(path)))
    case = load_case(path).case
    if case.applicant or not (case.campaign or case.document):
        raise UsageError(f"{path}：不是年度评审、公文或通知，不能比")
    return case


def _document_changes(sides: list[Side], years: tuple[int | None, int | None], library: Library) -> list[Change]:
    old, new = (side.case.document for side in sides)
    changes = [_named(change, new, old) for change in record_changes(old, new, years=years)]
    words = [
        *_words_changes(_TITLE, old.title, new.title, sides, library),
        *_words_changes(_LEAD, old.body, new.body, sides, library),
    ]
    bodies = [{item.name: item.body for item in document.attachments} for document in (old, new)]
    for name in dict.fromkeys((*bodies[0], *bodies[1])):
        words += _words_changes(f"附件《{name}》", bodies[0].get(name), bodies[1].get(name), sides, library)
    order = [_TITLE, *_FRONT, _LEAD, *_headings(new.body), *_headings(old.body)]
    return sorted(changes + words, key=lambda change: order.index(change.section) if change.section in order else 999)


def _headings(body: str) -> list[str]:
    return [heading_words(line) for line in body.splitlines() if line.startswith(FIRST_LEVEL)]


def _named(change: Change, new: OfficialDocument, old: OfficialDocument) -> Change:
    """A fact's change under the heading below which the text prints it, with the unit that the text gives it."""
    if change.section != _FACTS:
        return change
    group, _, item = change.item.partition(" ")
    name = item.partition(" ")[0]
    printed = re.compile(rf"事实\.{re.escape(group)}\.{re.escape(name)}\b[^}}]*}}}}\s*(?P<unit>万?元)?")
    for body in (new.body, old.body):
        heading = _LEAD
        for line in body.splitlines():
            heading = heading_words(line) if line.startswith(FIRST_LEVEL) else heading
            if found := printed.search(line):
                texts = {side: text and f"{text}{found['unit'] or ''}" for side, text in _sides(change)}
                return replace(change, section=heading, item=item, **texts)
    return replace(change, section=group, item=item)


def _sides(change: Change) -> tuple[tuple[str, str], ...]:
    return ("old", change.old), ("new", change.new)


def _words_changes(
    section: str, old: str | None, new: str | None, sides: list[Side], library: Library
) -> Iterator[Change]:
    shows = [_shower(side.case, library) for side in sides]
    return iter(wording_changes(old or "", new or "", *shows, section))


def _shower(case: Case, library: Library) -> Callable[[str], str]:
    """What prints a paragraph of the case's own words, without numerals: those hang on what stands before."""
    values = case_values(case, state=FILLED)
    loader = ChoiceLoader([DictLoader({_PARAGRAPH: _WORDS}), library.loader])

    def show(paragraph: str) -> str:
        text = f"{paragraph} {{-}}" if paragraph.startswith("#") else paragraph
        words = OwnWords.at("公文.正文", text.replace(TITLE_BREAK, ""))
        return "\n".join(block.text for block in render_blocks(_PARAGRAPH, {**values, _PARAGRAPH: words}, loader))

    return show
