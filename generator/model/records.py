"""The kinds of data file, by the name that a file states in 类型."""

from generator.model.applicant import Applicant
from generator.model.base import Model
from generator.model.campaign import Campaign
from generator.model.unit import Unit

APPLICANT, UNIT, CAMPAIGN = "申报人", "单位", "年度评审"

RECORDS: dict[str, type[Model]] = {APPLICANT: Applicant, UNIT: Unit, CAMPAIGN: Campaign}
