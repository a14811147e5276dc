"""Review policy: models in, findings out. A finding names a field path; the caller turns it into the user's place."""

from generator.finding import Finding
from generator.model.case import Case
from generator.rules.campaign import campaign_findings
from generator.rules.open_questions import open_questions


def case_findings(case: Case) -> list[Finding]:
    """Every finding on a case."""
    named = "条件." if case.campaign else ""
    records = ((case.campaign, ""), (case.document, ""), (case.criteria, named))
    findings = [finding for record, root in records if record for finding in open_questions(record, root)]
    return findings + (campaign_findings(case.campaign) if case.campaign else [])
