"""The values of a paper: those of the context, and what the review rules make of the applicant."""

from typing import Any

from generator.context import CATALOGUE, case_values, catalogue_rows
from generator.model.case import Case
from generator.rules.checklist_catalogue import catalogue_lines
from generator.rules.exemption import training_exemption

EXEMPTION = "免学"


def paper_values(case: Case, *, state: str, public: bool = False, filled: bool = True) -> dict[str, Any]:
    """The variables of one document (see `case_values`), with 免学 and, where nobody has written 材料, 目录行 by rule.

    Of a blank, and of what is made for no single applicant, 免学 says nothing.
    """
    values = case_values(case, state=state, public=public, filled=filled)
    if case.campaign is None:
        return values
    values[EXEMPTION] = {"结论": "", "说明": ""}
    if filled and case.applicant:
        exemption = training_exemption(case)
        values[EXEMPTION] = {"结论": exemption.answer, "说明": exemption.why}
        if not case.applicant.materials:
            lines = [{"名称": name, "件数": pieces or ""} for name, pieces in catalogue_lines(case)]
            values[CATALOGUE] = catalogue_rows(lines, values)
    return values
