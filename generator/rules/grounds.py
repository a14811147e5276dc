"""What the rules judge by besides the case itself: the working-day calendar, the day of judging, the titles' names."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.title_series import TitleTable
from generator.workdays import Workdays


@dataclass(frozen=True)
class Grounds:
    """`workdays`: the calendar to count by (the announced years that came with the program, if not given).

    `today`: the day of judging; no birth date may lie ahead of it, and no sanction that ended before it counts.

    `titles`: the series with their levels' names; None where the table is not at hand, and titles are not looked at.
    """

    workdays: Workdays = field(default_factory=Workdays)
    today: date = field(default_factory=date.today)
    titles: TitleTable | None = None
