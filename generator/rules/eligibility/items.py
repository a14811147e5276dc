"""One numbered condition of 实践能力, 业绩成果 or 理论代表作 against the applicant's entries.

Grades, facts, shares and lengths qualify an entry: it must show them itself. Totals are made of the entries that
qualify; what is not stated counts neither for nor against. So more to show never makes an answer worse.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.model.criteria import Criteria
from generator.model.criteria_items import Item
from generator.model.criteria_measures import Measure
from generator.rules.eligibility.amounts import adds_up, asked, number, reaches, threshold
from generator.rules.eligibility.evidence import Evidence
from generator.rules.eligibility.ruling import Ruling
from generator.rules.eligibility.standard import sentence_of
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of, any_of

COMMITTEE = "评审委员会"
_OneOf = list[Measure]


class Shown(NamedTuple):
    """An entry, whether it falls into the time that counts, and why that cannot be told or is not so."""

    evidence: Evidence
    timely: Answer
    why: str = ""


@dataclass(frozen=True)
class Question:
    """A condition as it is asked of one applicant; `county` says whether the unit is one of its 县级称谓."""

    item: Item
    county: Answer
    criteria: Criteria

    def split(self) -> tuple[list[_OneOf], list[_OneOf]]:
        """The requirements that qualify an entry, and those that make totals; each as measures of which one will do."""
        every = [[measure for _, measure in one.measures()] for one in self.item.requirements]
        return [one for one in every if not any(map(adds_up, one))], [one for one in every if any(map(adds_up, one))]

    def says(self, evidence: Evidence, measures: Sequence[Measure]) -> bool:
        """Whether an entry speaks of one of the measures."""
        return any(evidence.value(measure) is not None for measure in measures)

    def qualifies(self, evidence: Evidence, measures: Sequence[Measure]) -> Answer:
        """Whether an entry shows one of the measures itself; of several, those it is silent on are not claimed."""
        concerned = [measure for measure in measures if evidence.concerned_by(measure, self.item)]
        if not concerned:
            return YES
        spoken = [measure for measure in concerned if evidence.value(measure) is not None] or concerned
        return any_of(reaches(evidence.value(one), one, self.county, self.criteria) for one in spoken)


def item_ruling(question: Question, shown: Sequence[Shown], name: str, *, unclaimed: str) -> Ruling:
    """The answer on one condition. `shown` are the entries that count for it.

    `unclaimed` names entries that might count for it and do not say so, or why nothing is known: with it a 否 is none.
    """
    item = question.item
    if not shown:
        answer, whys, missing = NO, ["没有填写算作这一条的内容"], ()
    elif item.requirements:
        answer, whys, missing = _measured(question, shown)
    elif any(one.timely != NO for one in shown):
        answer, whys, missing = UNKNOWN, [f"填写了{len(shown)}项，由{COMMITTEE}评判"], ()
    else:
        answer, whys, missing = NO, [f"填写了{len(shown)}项"], ()
    whys += dict.fromkeys(one.why for one in shown if one.why)
    if unclaimed and answer == NO:
        answer, whys = UNKNOWN, [*whys, unclaimed]
    field = shown[0].evidence.field if shown else None
    return Ruling(name, answer, "；".join(whys), sentence_of(item), () if answer == YES else missing, field=field)


def _measured(question: Question, shown: Sequence[Shown]) -> tuple[Answer, list[str], tuple[str, ...]]:
    qualifying, totals = question.split()
    entries = [
        (one.evidence, all_of([one.timely, *(question.qualifies(one.evidence, measures) for measures in qualifying)]))
        for one in shown
    ]
    sums = [_total(question, measures, entries) for measures in totals]
    answer = all_of(total.answer for total in sums) if sums else any_of(qualified for _, qualified in entries)
    whys = [total.why for total in sums] + [_qualities(question, measures, shown) for measures in qualifying]
    if answer == NO:
        return answer, whys, tuple(total.gap for total in sums if total.gap)
    unsaid = [
        "或".join(measure.name for measure in measures)
        for measures in (*qualifying, *totals)
        if any(_silent(question, one, measures) for one in shown)
    ]
    return answer, whys, tuple(f"没有写明{name}" for name in unsaid)


class _Total(NamedTuple):
    answer: Answer
    why: str
    gap: str


def _total(question: Question, measures: list[Measure], entries: list[tuple[Evidence, Answer]]) -> _Total:
    """One total, or the best of several of which one will do."""
    answers, said, gaps = [], [], []
    counting = [(evidence, qualified) for evidence, qualified in entries if qualified != NO]
    open_ended = any(not question.says(evidence, measures) for evidence, _ in counting)
    for measure in measures:
        if not adds_up(measure):
            answers += [
                all_of([qualified, question.qualifies(evidence, [measure])]) for evidence, qualified in counting
            ]
            continue
        sure, unsure, unread = _sum(measure, counting)
        asks = threshold(measure, question.county)
        answer = asks.answer(sure, sure + unsure)
        answers.append(UNKNOWN if answer == NO and (open_ended or unread) else answer)
        if sure or unsure:
            doubtful = f"，另有{_plain(unsure)}{measure.unit}是否算数无法判断" if unsure else ""
            said.append(f"{measure.name}{_plain(sure)}{measure.unit}{doubtful}")
            gaps.append(f"{measure.name}还差{_plain(asks.low - sure)}{measure.unit}" if sure < asks.low else "")
    answer = any_of(answers)
    wanted = "或".join(asked(measure, question.county) for measure in measures)
    has = "、".join(said) or ("没有写明数量" if open_ended else "没有算得上的")
    return _Total(answer, f"{has}（要求{wanted}）", "、".join(filter(None, gaps)) if answer == NO else "")


def _sum(measure: Measure, counting: list[tuple[Evidence, Answer]]) -> tuple[Decimal, Decimal, bool]:
    """What surely counts, what may count besides, and whether there is a number that cannot be read."""
    sure, unsure, unread = Decimal(0), Decimal(0), False
    for evidence, qualified in counting:
        said = evidence.value(measure)
        value = number(said, measure.unit) if said is not None else Decimal(0)
        if value is None:
            unread = True
        elif qualified == YES:
            sure += value
        else:
            unsure += value
    return sure, unsure, unread


def _qualities(question: Question, measures: list[Measure], shown: Sequence[Shown]) -> str:
    """What the entries say of measures that each must show itself."""
    said = dict.fromkeys(
        _said(measure, value)
        for one in shown
        for measure in measures
        if (value := one.evidence.value(measure)) is not None and one.evidence.concerned_by(measure, question.item)
    )
    wanted = "或".join(asked(measure, question.county) for measure in measures)
    return f"{'、'.join(said) or '没有写明'}（要求{wanted}）"


def _said(measure: Measure, value: str) -> str:
    unit = measure.unit if measure.unit and not value.endswith(measure.unit) else ""
    return f"{measure.name}：{value}{unit}"


def _silent(question: Question, one: Shown, measures: list[Measure]) -> bool:
    concerned = [measure for measure in measures if one.evidence.concerned_by(measure, question.item)]
    return one.timely != NO and bool(concerned) and not question.says(one.evidence, concerned)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
