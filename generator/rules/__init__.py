"""Review policy: models in, findings out. A finding names a field path; the caller turns it into the user's place."""

from datetime import date

from generator.finding import Finding
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.rules.campaign import campaign_findings
from generator.rules.identity import contact_findings, identity_findings
from generator.rules.identity_lists import list_findings
from generator.rules.names import contact_name_findings, name_findings
from generator.rules.open_questions import open_questions
from generator.rules.publicity import prescribed_findings, publicity_findings
from generator.rules.schedule import schedule_findings
from generator.workdays import Workdays


def case_findings(case: Case, *, workdays: Workdays | None = None, today: date | None = None) -> list[Finding]:
    """Every finding on a case, its list's included.

    `workdays` is the calendar to count by (the announced years that came with the program, if not given); `today` the
    day on which a birth date may not lie ahead.
    """
    workdays, today = workdays or Workdays(), today or date.today()
    named = "条件." if case.campaign else ""
    records = ((case.campaign, ""), (case.document, ""), (case.criteria, named))
    findings = [finding for record, root in records if record for finding in open_questions(record, root)]
    if case.campaign:
        findings += _of_the_year(case.campaign, workdays)
    findings += [*identity_findings(case, today), *name_findings(case), *publicity_findings(case, workdays)]
    return findings + list_findings(case.roster)


def _of_the_year(campaign: Campaign, workdays: Workdays) -> list[Finding]:
    return [
        *campaign_findings(campaign),
        *schedule_findings(campaign, workdays),
        *prescribed_findings(campaign),
        *contact_findings(campaign),
        *contact_name_findings(campaign),
    ]
