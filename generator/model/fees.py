"""What a list of applicants costs under the campaign's fees: people of one track and level, summed unit by unit.

A fee that the notice does not state is None, which is not 0: nothing is charged only where the notice says so.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.model.applicant import Application
from generator.model.campaign import Campaign
from generator.model.campaign_notice import FeeRate
from generator.model.case import Case

CHARGED, FREE = "收取", "不收取"


class FeeLine(NamedTuple):
    """The people of one unit who apply on one track for one level; `each` in 元, None where it cannot be told."""

    track: str
    level: str
    people: int
    each: int | None

    @property
    def amount(self) -> int:
        """In 元; of a fee that cannot be told, 0."""
        return self.people * (self.each or 0)


class UnitFees(NamedTuple):
    """The people of one unit, or of several, and what they pay."""

    name: str
    lines: tuple[FeeLine, ...]

    @property
    def people(self) -> int:
        """How many there are."""
        return sum(line.people for line in self.lines)

    @property
    def amount(self) -> int:
        """In 元, without those whose fee cannot be told."""
        return sum(line.amount for line in self.lines)

    @property
    def untold(self) -> int:
        """How many there are whose fee cannot be told."""
        return sum(line.people for line in self.lines if line.each is None)


def applying_rates(campaign: Campaign, level: str, track: str | None) -> list[FeeRate]:
    """The rates that hold for a level and track: of those that fit, the ones that name most (a track, a level)."""
    fitting = [
        rate for rate in campaign.fee.rates if (not rate.tracks or track in rate.tracks) and rate.level in (None, level)
    ]
    most = max((_named(rate) for rate in fitting), default=0)
    return [rate for rate in fitting if _named(rate) == most]


def fee_each(campaign: Campaign, application: Application) -> int | None:
    """What one applicant pays, in 元; None where the notice does not say it, or says it in two ways."""
    if campaign.fee.charged == FREE:
        return 0
    amounts = {rate.amount for rate in applying_rates(campaign, application.level, application.track)}
    return amounts.pop() if len(amounts) == 1 else None


def fees_by_unit(campaign: Campaign, roster: Sequence[Case]) -> list[UnitFees]:
    """Each unit of the list in the order of the list, its people by level and track in the order of the campaign."""
    units: dict[str, Counter[tuple[str, str, int | None]]] = {}
    for case in roster:
        application = case.applicant.application
        line = (application.track or "", application.level, fee_each(campaign, application))
        units.setdefault(case.unit.name if case.unit else "", Counter())[line] += 1
    return [UnitFees(name, _lines(campaign, counted)) for name, counted in units.items()]


def people_by_level(campaign: Campaign, roster: Sequence[Case]) -> dict[str, int]:
    """How many of the list apply for each level, in the order of the campaign; no level without anybody."""
    counts = Counter(case.applicant.application.level for case in roster)
    return dict(sorted(counts.items(), key=lambda item: _place(campaign.levels, item[0])))


def _lines(campaign: Campaign, counted: Counter[tuple[str, str, int | None]]) -> tuple[FeeLine, ...]:
    tracks = [track.name for track in campaign.tracks]
    lines = (FeeLine(track, level, people, each) for (track, level, each), people in counted.items())
    return tuple(sorted(lines, key=lambda line: (_place(campaign.levels, line.level), _place(tracks, line.track))))


def _named(rate: FeeRate) -> int:
    return bool(rate.tracks) + bool(rate.level)


def _place(names: Sequence[str], name: str) -> int:
    """The name's place among the names, those that are not among them last."""
    return names.index(name) if name in names else len(names)
