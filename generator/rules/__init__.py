"""Review policy: models in, findings out. A finding names a field path; the caller turns it into the user's place."""

from collections.abc import Sequence

from generator.finding import Finding
from generator.model.case import Case
from generator.rules import identity_lists, money, quotas, titles
from generator.rules.campaign import campaign_findings
from generator.rules.checklist_findings import completeness_findings
from generator.rules.eligibility import barred_findings, eligibility_findings
from generator.rules.exemption_findings import exemption_findings
from generator.rules.grounds import Grounds
from generator.rules.identity import contact_findings, identity_findings
from generator.rules.names import contact_name_findings, name_findings
from generator.rules.open_questions import open_questions, question_list
from generator.rules.publicity import prescribed_findings, publicity_findings
from generator.rules.schedule import schedule_findings
from generator.rules.statements import statement_findings


def case_findings(case: Case, grounds: Grounds | None = None) -> list[Finding]:
    """Every finding on a case and its list; `grounds` are what came with the program and today, if not given."""
    grounds = grounds or Grounds()
    return [*year_findings(case, grounds), *person_findings(case, grounds), *list_findings(case.roster)]


def year_findings(case: Case, grounds: Grounds) -> list[Finding]:
    """What holds whoever applies: the campaign, its criteria, or a document in its own words.

    What they leave open is told one by one of themselves, and in one hint to an applicant.
    """
    named = "条件." if case.campaign else ""
    records = ((case.campaign, ""), (case.document, ""), (case.criteria, named))
    questions = question_list if case.applicant else open_questions
    findings = [finding for record, root in records if record for finding in questions(record, root)]
    if campaign := case.campaign:
        findings += [
            *campaign_findings(campaign),
            *schedule_findings(campaign, grounds.workdays),
            *prescribed_findings(campaign),
            *contact_findings(campaign),
            *contact_name_findings(campaign),
            *statement_findings(campaign),
            *money.rate_findings(campaign),
            *quotas.ceiling_findings(campaign),
        ]
    if grounds.titles and case.campaign:
        findings += titles.level_findings(case.campaign, grounds.titles)
    return findings


def person_findings(case: Case, grounds: Grounds) -> list[Finding]:
    """What concerns the applicant and the unit."""
    if case.applicant is None:
        return []
    complete = completeness_findings(case)
    of_titles = titles.title_findings(case, grounds.titles) if grounds.titles else []
    told = {finding.field for finding in (*complete, *of_titles)}
    return [
        *identity_findings(case, grounds.today),
        *name_findings(case),
        *publicity_findings(case, grounds.workdays),
        *money.fee_findings(case),
        *exemption_findings(case),
        *complete,
        *eligibility_findings(case, grounds, told),
        *of_titles,
    ]


def stopping_findings(case: Case, grounds: Grounds) -> list[Finding]:
    """Those of `person_findings` that must be mended, and a few milder ones: what a batch asks of each record."""
    if case.applicant is None:
        return []
    return [
        *identity_findings(case, grounds.today),
        *name_findings(case),
        *publicity_findings(case, grounds.workdays),
        *(titles.title_findings(case, grounds.titles) if grounds.titles else ()),
        *(exemption_findings(case) if case.applicant.exempt_services else ()),
        *barred_findings(case, grounds),
    ]


def list_findings(cases: Sequence[Case]) -> list[Finding]:
    """What several applicants show together; the fields begin with 名单.第N项, N being the place in `cases` from 1."""
    return [
        *identity_lists.list_findings(cases),
        *quotas.quota_findings(cases),
        *quotas.pass_rate_findings(cases),
    ]
