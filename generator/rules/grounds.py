"""What the rules judge by besides the case itself: the working-day calendar and the day of judging."""

from dataclasses import dataclass, field
from datetime import date

from generator.workdays import Workdays


@dataclass(frozen=True)
class Grounds:
    """`workdays`: the calendar to count by (the announced years that came with the program, if not given).

    `today`: the day of judging; no birth date may lie ahead of it, and no sanction that ended before it counts.
    """

    workdays: Workdays = field(default_factory=Workdays)
    today: date = field(default_factory=date.today)
