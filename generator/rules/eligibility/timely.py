"""Which entries are of the time that counts: since the title that the conditions name, until the campaign's cut-off."""

from generator.model.criteria_items import Choice
from generator.rules.eligibility.evidence import Evidence
from generator.rules.eligibility.spans import Span, span
from generator.rules.eligibility.subject import Subject
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of


def timely(evidence: Evidence, choice: Choice, subject: Subject) -> tuple[Answer, str]:
    """Whether an entry counts by its time, and why not or why that cannot be told.

    Of somebody without the title that 期间 names (a doctor who applies straight for 馆员) the conditions do not say
    from when entries count: 无法判断.
    """
    when = span(evidence.when) if evidence.when else None
    bounds = [*_since(evidence, when, choice, subject), *_until(evidence, when, subject)]
    return all_of(answer for answer, _ in bounds), "；".join(why for answer, why in bounds if answer != YES)


def _since(evidence: Evidence, when: Span | None, choice: Choice, subject: Subject) -> list[tuple[Answer, str]]:
    if not choice.since:
        return []
    start, title = subject.obtained(choice.since), f"取得{choice.since}"
    if start is None:
        return [(UNKNOWN, f"没有{title}的时间，从何时算起无法判断")]
    if when is None:
        return [(UNKNOWN, f"{evidence.field}没有写时间，是否在{title}以后无法判断")]
    answer = _no_later(start, when)
    said = "在" if answer == NO else "可能在"
    return [(answer, f"{evidence.field}{said}{title}以前，{'不算' if answer == NO else '是否算数无法判断'}")]


def _until(evidence: Evidence, when: Span | None, subject: Subject) -> list[tuple[Answer, str]]:
    until = subject.results_until
    if until is None:
        return []
    answer = _no_later(when, until.day) if when else UNKNOWN
    said = "在" if answer == NO else "没有写时间，可能在" if when is None else "可能在"
    return [
        (answer, f"{evidence.field}{said}规定的{until.words}以后，{'不算' if answer == NO else '是否算数无法判断'}")
    ]


def _no_later(one: Span, other: Span) -> Answer:
    """Whether the one day is not after the other."""
    if one.last <= other.first:
        return YES
    return NO if one.first > other.last else UNKNOWN
