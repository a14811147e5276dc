"""What is wrong or doubtful in the wording that a data file brings itself: the lint's remarks as findings by field.

Linted are the titles and texts of campaigns and official documents with what they state in words, the sentences of
review conditions, and what is written freely about an applicant. Left alone are words that are another's: prescribed
texts and forms, which are quoted word for word, names of other documents, and questions that quote what they ask about.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.finding import Finding
from generator.lint import PlacedRemark, lint_lines
from generator.lint.items import ITEMS
from generator.lint.source import HAN
from generator.model.applicant import Achievement, Applicant, Post, Transfer
from generator.model.base import Model
from generator.model.campaign import Campaign
from generator.model.campaign_materials import CatalogueForm, ExemptionForm, RosterForm
from generator.model.case import Case
from generator.model.official import OfficialDocument
from generator.model.prescribed import BasisDocument, OpenQuestion, Prescribed
from generator.model.publicity import Publicity
from generator.rules.record_texts import texts_in
from generator.rules.rule import Rule

RULES: dict[str, Rule] = {item.id: Rule(item.rule, item.level, item.about, item.basis) for item in ITEMS.values()}
"""The rule of each item of the lint."""

_QUOTED = (Prescribed, OpenQuestion, ExemptionForm, CatalogueForm, RosterForm)
# Of these records only what is named here, and the records below them: the rest are names, numbers and choices.
_WRITTEN_FREELY: dict[type[Model], frozenset[str]] = {
    Applicant: frozenset({"思想政治表现", "工作表现", "廉洁自律", "免学理由", "备注"})
    | frozenset({"工作经历", "业绩成果", "实践能力", "机关调入", "公示"}),
    Post: frozenset({"主要工作"}),
    Achievement: frozenset({"内容", "本人贡献"}),
    Transfer: frozenset({"说明"}),
    Publicity: frozenset({"异议"}),
}
_TITLE, _BODY, _NAME, _ATTACHMENTS = "标题", "正文", "名称", "附件"
_MENTION, _STOP = "TXT-02", "ATTREF-03"
_TITLE_BREAK = "｜"
# A phrase or a sentence has marks, numbers and words; only a whole text has parts, levels and attachments.
_OF_A_PHRASE = re.compile("PUNC|NUM|HEAD|PAIR|DATE-01|YEAR|WORD")
_OF_A_TITLE = re.compile(f"{_OF_A_PHRASE.pattern}|TITLE")
_LISTED = re.compile("^(?:::: )?附件(?:说明|[：:])", re.M)  # a body that lists the attachments itself
_OPAQUE = re.compile(r"\{%|附件\s*\{\{")  # a body that tags make: which attachments it leaves out is not in its text
_HAN = re.compile(f"[{HAN}]")
_MOST_LINES = 10
_LONGEST = 20  # characters of what was found that a message repeats
_FIRST_QUARTER = 3


@dataclass(frozen=True)
class _Years:
    """The year that a file is for, and those it may speak of as well."""

    year: int | None = None
    others: frozenset[int] = frozenset()


def own_lint_findings(case: Case) -> list[Finding]:
    """The remarks on what the case's own file says: that of the applicant, campaign, document or conditions."""
    record = case.applicant or case.campaign or case.document or case.criteria
    if record is None:
        return []
    years, in_question = _years(record), _in_question(record)
    found = [
        finding
        for field, text in texts_in(record, skip=_is_anothers)
        if _HAN.search(text)
        for finding in _findings(field, text, years, in_question)
    ]
    return found + list(_of_attachments(record))


def _is_anothers(model: Model, alias: str) -> bool:
    """Whether the words of this field are quoted, or are a name or number and not written freely."""
    if isinstance(model, _QUOTED):
        return True
    if isinstance(model, BasisDocument) and alias == _NAME:
        return True
    freely = next((names for kind, names in _WRITTEN_FREELY.items() if isinstance(model, kind)), None)
    return freely is not None and alias not in freely


def _in_question(record: Model) -> str:
    """What the record's own 存疑 quote: words that are kept as they stand, and why, has been said there."""
    questions = getattr(record, "open_questions", ())
    return "".join(f"{question.matter}{question.note}" for question in questions)


def _findings(field: str, text: str, years: _Years, in_question: str) -> Iterator[Finding]:
    name = field.rpartition(".")[2]
    lines = (text.replace(_TITLE_BREAK, "") if name == _TITLE else text).split("\n")
    placed = lint_lines(lines, year=years.year, other_years=years.others)
    placed = [each for each in placed if f"“{each.remark.found}”" not in in_question]
    if name != _BODY:
        wanted = _OF_A_TITLE if name == _TITLE else _OF_A_PHRASE
        placed = [each for each in placed if wanted.match(each.remark.item.id)]
    for same in _folded(placed):
        line = f".第{same[0].line}行" if len(lines) > 1 else ""
        yield _finding(f"{field}{line}", same)


def _folded(placed: Iterable[PlacedRemark]) -> Iterator[list[PlacedRemark]]:
    """Warnings one by one, hints of one item together: hints shall not bury what has to be looked at."""
    hints: dict[str, list[PlacedRemark]] = {}
    for each in placed:
        if each.remark.level == "hint":
            hints.setdefault(each.remark.item.id, []).append(each)
        else:
            yield [each]
    yield from hints.values()


def _finding(field: str, same: Sequence[PlacedRemark]) -> Finding:
    """The finding at the first of the places, which says where the others are."""
    first, remark = same[0], same[0].remark
    what = remark.found if len(remark.found) <= _LONGEST else f"{remark.found[:_LONGEST]}…"
    shown = f"“{what}”" if first.excerpt == remark.found else f"“{first.excerpt}”中的“{what}”"
    message = f"{shown}：{remark.item.about}"
    if len(same) > 1:
        lines = list(dict.fromkeys(each.line for each in same[1:]))
        where = "、".join(map(str, lines[:_MOST_LINES])) + ("等" if len(lines) > _MOST_LINES else "")
        message += f"；同类的另有{len(same) - 1}处，在这一项的第{where}行"
    return RULES[remark.item.id].finding(field, message, remark.remedy, level=remark.level)


def _of_attachments(record: Model) -> Iterator[Finding]:
    """Attachments that a body names and the record does not list, or the reverse, and marks behind their names."""
    official, field = (record.notice, f"通知.{_BODY}") if isinstance(record, Campaign) else (record, _BODY)
    body, names = getattr(official, "body", None) or "", [each.name for each in getattr(record, "attachments", ())]
    if not names or _LISTED.search(body):
        return
    lines = body.split("\n")
    listed = names if len(names) == 1 else [f"{number}.{name}" for number, name in enumerate(names, start=1)]
    for each in lint_lines([*lines, f"{_ATTACHMENTS}：{listed[0]}", *listed[1:]]):
        item, number = each.remark.item.id, each.line - len(lines)
        if item == _STOP and number > 0:
            yield _finding(f"{_ATTACHMENTS}.第{number}项.名称", [each])
        elif item == _MENTION and number <= 0:
            yield _finding(f"{field}.第{each.line}行", [each])
        elif item == _MENTION and body and not _OPAQUE.search(body):
            yield RULES[_MENTION].finding(_ATTACHMENTS, each.remark.item.about, each.remark.remedy)


def _years(record: Model) -> _Years:
    """A campaign's year; of a document the year of its date, with those it states in 事实.

    A document of the first months may still be about the year that has ended.
    """
    if isinstance(record, Campaign):
        return _Years(record.year)
    if not isinstance(record, OfficialDocument):
        return _Years()
    facts = record.facts
    stated = {*facts.years.values(), *(date.year for date in facts.dates.values())}
    stated |= {day.year for period in facts.periods.values() for day in (period.start, period.end)}
    if record.dated is None:
        return _Years(max(facts.years.values(), default=None), frozenset(stated))
    if record.dated.month is not None and record.dated.month <= _FIRST_QUARTER:
        stated.add(record.dated.year - 1)
    return _Years(record.dated.year, frozenset(stated))
