"""Eligibility (资格预审): may an applicant apply, and are the year's review conditions met, article by article?"""

from generator.rules.eligibility.findings import barred_findings, eligibility_findings
from generator.rules.eligibility.judge import judge
from generator.rules.eligibility.ruling import Eligibility, Ruling
from generator.rules.eligibility.telling import explained

__all__ = ["Eligibility", "Ruling", "barred_findings", "eligibility_findings", "explained", "judge"]
