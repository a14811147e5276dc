"""Who is judged, and by what: everything that the conditions of one title are compared with."""

from dataclasses import dataclass
from functools import cached_property

from generator.model.applicant import Applicant
from generator.model.case import Case
from generator.model.criteria import Criteria
from generator.model.criteria_routes import TitleConditions
from generator.model.unit import Unit
from generator.rules.eligibility.cut_off import Until, results_until, years_until
from generator.rules.eligibility.evidence import Evidence, evidence_of
from generator.rules.eligibility.spans import Span, span
from generator.rules.eligibility.standard import title_in
from generator.rules.verdict import NO, UNKNOWN, YES, Answer


@dataclass(frozen=True)
class Subject:
    """One applicant before the conditions of one title."""

    case: Case
    criteria: Criteria
    conditions: TitleConditions

    @property
    def applicant(self) -> Applicant:
        return self.case.applicant

    @property
    def unit(self) -> Unit | None:
        return self.case.unit

    @cached_property
    def until(self) -> Until:
        """Until when years count."""
        return years_until(self.case)

    @cached_property
    def results_until(self) -> Until | None:
        """Until when achievements count; None without a limit."""
        return results_until(self.case)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the applicant has to show."""
        return tuple(evidence_of(self.applicant, self.conditions))

    def holds(self, title: str) -> tuple[Answer, str]:
        """Whether the applicant holds `title` (or a higher one of the conditions), and why."""
        present = self.applicant.present_title
        if present is None:
            # Who applies for the first time has none; anybody else has left it out.
            answer = UNKNOWN if self.applicant.first_application is False else NO
            return answer, f"没有写现职称，要求已取得{title}"
        names = [one.title for one in self.criteria.titles]
        held = title_in(self.criteria, present.name)
        if held not in names:
            return UNKNOWN, f"现职称“{present.name}”不是本条件中的职称，要求已取得{title}，无法对照"
        if held == title:
            return YES, f"现职称是{title}"
        return (YES if names.index(held) > names.index(title) else NO), f"现职称是{held}，要求已取得{title}"

    def obtained(self, title: str) -> Span | None:
        """When the applicant obtained just this title; None where the data does not say."""
        present = self.applicant.present_title
        if present is None or title_in(self.criteria, present.name) != title or present.obtained is None:
            return None
        return span(present.obtained)
