"""Two files become a comparison: two campaigns, two official documents, or two notices as they were sent out."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader

from generator.build import Request, printed_blocks
from generator.catalog import Library
from generator.comparing.change import Change
from generator.comparing.documents import TITLE, Told, document_changes
from generator.comparing.facts import LEAD
from generator.comparing.own_words import wording_changes
from generator.comparing.records import record_changes
from generator.comparing.words import same_words
from generator.context import case_values
from generator.errors import FindingsError, TemplateError, UsageError
from generator.importing.notice import import_notice
from generator.loading.load import load_case, parse_document, record_type
from generator.model.case import Case
from generator.model.records import CAMPAIGN, OFFICIAL
from generator.own_words import own_words_findings
from generator.rendering.environment import FILLED
from generator.rendering.paragraphs import TITLE_BREAK
from generator.rendering.wording import render_blocks
from generator.text import OwnWords

_DATA = (".yaml", ".yml")
_NOTICE = "annual_notice"
_PARAGRAPH, _WORDS = "段落", "{% include 文稿(段落) %}"
_HEADING = "##"
_SETTING = re.compile(r"\{%[-+]?\s*set\s[^%]*?=.*?%\}", re.DOTALL)


@dataclass(frozen=True)
class Side:
    """One of the two files."""

    path: Path
    case: Case
    show: Callable[[str], str]
    unread: str = ""
    """What of a notice could not be read, if anything."""

    @property
    def title(self) -> str:
        """The title of an official document, as it is printed."""
        return self.show(self.case.document.title).replace("\n", "")

    @property
    def year(self) -> int | None:
        """The year that the file's dates are told without, as far as it says one."""
        if self.case.campaign:
            return self.case.campaign.year
        document = self.case.document
        return document.dated.year if document.dated else next(iter(document.facts.years.values()), None)


@dataclass(frozen=True)
class Comparison:
    """What changed from one file to the other, in the order of the newer, and what was not compared."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    notes: tuple[str, ...] = ()


def compare(old: Path, new: Path, library: Library) -> Comparison:
    """What changed. Raises UsageError where the two cannot be compared, FindingsError for what is wrong in either."""
    sides = [_side(path, library) for path in (old, new)]
    before, after = (side.case for side in sides)
    if bool(before.campaign) != bool(after.campaign):
        raise UsageError(
            "一个是年度评审数据，一个是通知，不能直接比。请先用 zhicheng build 把年度评审数据生成通知，再比两份通知"
        )
    if before.campaign:
        changes, notes = _campaign_changes(*sides, library)
    else:
        told = [Told(side.case.document, side.show, side.year) for side in sides]
        changes, notes = document_changes(*told), [side.unread for side in sides if side.unread]
    return Comparison(*sides, tuple(dict.fromkeys(changes)), tuple(notes))


def _side(path: Path, library: Library) -> Side:
    if path.suffix.lower() in _DATA:
        case = _data(path, library)
        return Side(path, case, _shower(case, library))
    imported = import_notice(path)
    case = Case(document=parse_document(imported.composed.text.encode("utf-8"), str(path)))
    whole = imported.fidelity.is_complete
    return Side(path, case, _shower(case, library), "" if whole else f"{path.name} 没有读全，缺的文字没有比")


def _data(path: Path, library: Library) -> Case:
    kind = record_type(path)
    if kind not in (CAMPAIGN, OFFICIAL):
        raise UsageError(f"{path}：是“{kind}”数据，不是年度评审、公文或通知，不能比")
    loaded = load_case(path)
    if findings := own_words_findings(loaded.case, library):
        raise FindingsError([replace(finding, place=loaded.place(finding.field)) for finding in findings])
    return loaded.case


def _campaign_changes(old: Side, new: Side, library: Library) -> tuple[list[Change], list[str]]:
    before, after = old.case.campaign, new.case.campaign
    kinds = {kind: document.name for kind, document in library.documents.items()}
    shows = old.show, new.show
    titles = [side.case.campaign.notice.title for side in (old, new)]
    changes: list[Change] = []
    if all(titles):
        changes += wording_changes(*titles, *shows, TITLE)
    elif any(titles):
        printed = [_printed_title(side.case, library) for side in (old, new)]
        changes += [] if same_words(*printed) else [Change(TITLE, "", *printed)]
    changes += record_changes(before, after, years=(old.year, new.year), kinds=kinds)
    bodies = [side.case.campaign.notice.body for side in (old, new)]
    if all(bodies):
        return changes + wording_changes(*bodies, *shows, LEAD), []
    return changes, [_other_words(old, new, bodies)] if any(bodies) else []


def _other_words(old: Side, new: Side, bodies: list[str | None]) -> str:
    own, general = (old, new) if bodies[0] else (new, old)
    return (
        f"{own.path.name} 的通知正文是自己写的，{general.path.name} 用的是通用的正文，两份的文字没有逐段比。"
        "要逐段比，请用 zhicheng build 各生成通知，再比两份通知"
    )


def _printed_title(case: Case, library: Library) -> str:
    blocks = printed_blocks(Request(case, _NOTICE), library)
    return next((block.text.replace("\n", "") for block in blocks if block.style == TITLE), "")


def _shower(case: Case, library: Library) -> Callable[[str], str]:
    """What prints a paragraph of the case's own words, without numerals: those hang on what stands before."""
    values = case_values(case, state=FILLED)
    loader = ChoiceLoader([DictLoader({_PARAGRAPH: _WORDS}), library.loader])
    own = case.campaign.notice.body if case.campaign else case.document.body if case.document else ""
    names = "".join(_SETTING.findall(own or ""))  # what a paragraph above gives a name to

    def show(paragraph: str) -> str:
        text = f"{paragraph} {{-}}" if paragraph.startswith(_HEADING) and not paragraph.endswith("{-}") else paragraph
        words = OwnWords.at("公文.正文", names + text.replace(TITLE_BREAK, ""))
        try:
            blocks = render_blocks(_PARAGRAPH, {**values, _PARAGRAPH: words}, loader)
        except TemplateError:  # the whole of the words is sound, but this part of them cannot be printed alone
            return paragraph
        return "\n".join(block.text for block in blocks)

    return show
