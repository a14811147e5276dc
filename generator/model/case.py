"""What one document is about: a campaign (and for most documents an applicant), or a document in its own words."""

from dataclasses import dataclass, field

from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.criteria import Criteria
from generator.model.official import OfficialDocument
from generator.model.unit import Unit


@dataclass(frozen=True)
class Case:
    """One applicant of one unit in one campaign; `applicant` and `unit` are None for the campaign's own documents.

    An official document and review conditions stand for themselves, without a campaign; the case of a campaign and
    of its applicants holds the `criteria` that it names, where they are at hand.
    """

    campaign: Campaign | None = None
    applicant: Applicant | None = None
    unit: Unit | None = None
    roster: tuple["Case", ...] = field(default=())
    criteria: Criteria | None = None
    document: OfficialDocument | None = None
