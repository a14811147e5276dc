"""The kinds of data file, by the name that a file states in 类型."""

from generator.model.applicant import Applicant
from generator.model.base import Model
from generator.model.calendar import Calendar
from generator.model.campaign import Campaign
from generator.model.criteria import Criteria
from generator.model.official import OfficialDocument
from generator.model.unit import Unit

APPLICANT, UNIT, CAMPAIGN, CRITERIA, OFFICIAL = "申报人", "单位", "年度评审", "评审条件", "公文"
CALENDAR = "放假安排"

RECORDS: dict[str, type[Model]] = {
    APPLICANT: Applicant,
    UNIT: Unit,
    CAMPAIGN: Campaign,
    CRITERIA: Criteria,
    OFFICIAL: OfficialDocument,
    CALENDAR: Calendar,
}
