"""Review policy: models in, findings out. A finding names a field path; the caller turns it into the user's place."""

from generator.finding import Finding
from generator.model.case import Case
from generator.rules.campaign import campaign_findings


def case_findings(case: Case) -> list[Finding]:
    """Every finding on a case."""
    return campaign_findings(case.campaign)
