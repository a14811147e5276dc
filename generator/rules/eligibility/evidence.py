"""What an applicant has to show for the conditions: the entries of 实践能力, 业绩成果, 论文著作 and 获奖情况.

An entry counts for the conditions that its 对应条件 names, whichever list it stands in; a paper or book without it, for
those that ask for papers or books. One that says nothing, or names what the title's conditions do not have, might count
for any condition that entries of its list can count for, and so leaves them open: it is never taken for a failing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.applicant import Achievement, Applicant, Award, Comparable, Paper
from generator.model.criteria_items import Item
from generator.model.criteria_measures import Measure
from generator.model.criteria_routes import TitleConditions
from generator.rules.once import once
from generator.rules.verdict import NO, UNKNOWN, YES, Answer
from generator.text import PartialDate

PRACTICE, ACHIEVEMENTS, WORKS = "实践能力", "业绩成果", "理论代表作"
PAPER, BOOK = "论文", "著作"
_CHARACTERS = "字"
_ONE_AWARD = "项"


@dataclass(frozen=True)
class Evidence:
    """One entry: the field where it stands, the list it is of, when it was, and whether its 对应条件 are all known."""

    field: str
    of: str
    entry: Comparable
    when: PartialDate | None
    readable: bool

    def counts_for(self, item: Item, group: str) -> Answer:
        """Whether the entry is for this condition of 实践能力, 业绩成果 or 理论代表作."""
        if item.topic in self.entry.topics:
            return YES
        kind = self.entry.kind if isinstance(self.entry, Paper) else None
        if kind and not self.entry.topics:
            return YES if kind in _names(item) else NO
        if self.entry.topics and self.readable:
            return NO
        return UNKNOWN if self._may_count_for(item, group) else NO

    def value(self, measure: Measure) -> str | None:
        """What the entry says of a measure: under 达到, or in the fields that papers and awards have of their own."""
        if measure.name in self.entry.reached:
            return self.entry.reached[measure.name]
        if isinstance(self.entry, Paper):
            return _of_paper(self.entry, measure)
        return _of_award(self.entry, measure) if isinstance(self.entry, Award) else None

    def concerned_by(self, measure: Measure, item: Item) -> bool:
        """False for a book where papers are graded, and for a paper where a book's characters are counted."""
        names = _names(item)
        if not isinstance(self.entry, Paper) or not {PAPER, BOOK} <= names or measure.name in self.entry.reached:
            return True
        return not (self.entry.kind == BOOK and measure.not_below or self.entry.kind == PAPER and _is_length(measure))

    def _may_count_for(self, item: Item, group: str) -> bool:
        published = bool({PAPER, BOOK} & _names(item))
        if isinstance(self.entry, Paper):
            return published
        if isinstance(self.entry, Award):
            graded = not item.requirements or any(measure.not_below for _, measure in item.measures())
            return group != PRACTICE and graded and not published
        return group == self.of or (self.of == ACHIEVEMENTS and group == WORKS and not published)


def evidence_of(applicant: Applicant, conditions: TitleConditions) -> Iterator[Evidence]:
    """Every entry, in the order of the lists."""
    known = {item.topic for _, choice in conditions.groups() for item in choice.items}
    lists: tuple[tuple[str, tuple[Achievement | Paper | Award, ...]], ...] = (
        (PRACTICE, applicant.practice),
        (ACHIEVEMENTS, applicant.achievements),
        ("论文著作", applicant.papers),
        ("获奖情况", applicant.awards),
    )
    for name, entries in lists:
        for number, entry in enumerate(entries, start=1):
            when = entry.published if isinstance(entry, Paper) else entry.when
            yield Evidence(f"{name}.第{number}项", name, entry, when, readable=known.issuperset(entry.topics))


@once
def _names(item: Item) -> frozenset[str]:
    return frozenset(measure.name for _, measure in item.measures())


def _is_length(measure: Measure) -> bool:
    return measure.unit == _CHARACTERS


def _of_paper(paper: Paper, measure: Measure) -> str | None:
    if paper.kind and measure.name in (PAPER, BOOK):
        return "1" if measure.name == paper.kind else "0"
    if measure.not_below:
        return paper.journal_level
    return str(paper.own_characters) if _is_length(measure) and paper.own_characters is not None else None


def _of_award(award: Award, measure: Measure) -> str | None:
    if measure.not_below:
        return award.level
    return "1" if measure.unit == _ONE_AWARD else None
