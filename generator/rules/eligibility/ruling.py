"""What a pre-check says: an answer for each condition with its reasons, and one answer on the whole."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from generator.rules.verdict import NO, UNKNOWN, YES, Answer

NOTICE = "这是按所填数据作的预审，只核对能用数据核对的条件，是否符合以评审机构的审核为准"
"""What every pre-check says of itself."""

RANK = {NO: 0, UNKNOWN: 1, YES: 2}
"""The answers from the worst to the best."""


class Ruling(NamedTuple):
    """The answer on one condition.

    `why` gives both values, what the applicant has and what is asked for; `short` what was shown of several things to
    choose from and is not enough; `missing` what is to be made good or filled in; `met_from` the day from which the
    condition is met where only time is missing; `field` the data it rests on. A condition that data cannot decide names
    in `left_to` who judges it, and does not count towards the whole.
    """

    name: str
    answer: Answer
    why: str
    sentence: str = ""
    missing: tuple[str, ...] = ()
    met_from: date | None = None
    field: str | None = None
    short: tuple[str, ...] = ()
    left_to: str | None = None
    parts: tuple["Ruling", ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The machine-readable form."""
        return {
            "condition": self.name,
            "sentence": self.sentence or None,
            "answer": self.answer,
            "why": self.why,
            "missing": list(self.missing),
            "met_from": self.met_from.isoformat() if self.met_from else None,
            "field": self.field,
            "left_to": self.left_to,
            "parts": [part.as_dict() for part in self.parts],
        }


@dataclass(frozen=True)
class Eligibility:
    """The pre-check of one applicant.

    `admission` says whether the applicant may apply at all (who may not is barred, whatever else is met); `conditions`
    goes through the articles. `rests_on` names the conditions judged by, None where they are not at hand. With
    `lenient` reasons a condition not met decides nothing. `notes` say what was assumed.
    """

    answer: Answer
    title: str | None
    rests_on: str | None
    admission: tuple[Ruling, ...]
    conditions: tuple[Ruling, ...]
    met_from: date | None = None
    lenient: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def counted_conditions(self) -> tuple[Ruling, ...]:
        """The conditions that data can decide."""
        return tuple(ruling for ruling in self.conditions if not ruling.left_to)

    def as_dict(self) -> dict[str, Any]:
        """The machine-readable form."""
        return {
            "answer": self.answer,
            "title": self.title,
            "criteria": self.rests_on,
            "met_from": self.met_from.isoformat() if self.met_from else None,
            "admission": [ruling.as_dict() for ruling in self.admission],
            "conditions": [ruling.as_dict() for ruling in self.conditions],
            "lenient": list(self.lenient),
            "notes": [*self.notes, NOTICE],
        }
