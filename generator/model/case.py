"""What one document is about: a campaign, and for most documents an applicant of a unit."""

from dataclasses import dataclass, field

from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.unit import Unit


@dataclass(frozen=True)
class Case:
    """One applicant of one unit in one campaign; `applicant` and `unit` are None for the campaign's own documents."""

    campaign: Campaign
    applicant: Applicant | None = None
    unit: Unit | None = None
    roster: tuple["Case", ...] = field(default=())
