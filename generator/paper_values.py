"""The values of a paper: those of the context, and what the review rules make of the applicant."""

from functools import cache
from typing import Any

from generator.context import CATALOGUE, case_values, catalogue_rows
from generator.lazy import LazyDict, LazyList
from generator.model.case import Case
from generator.rules.checklist_catalogue import catalogue_lines
from generator.rules.exemption import training_exemption

EXEMPTION = "免学"
_EXEMPTION = {"结论": "answer", "说明": "why"}


def paper_values(case: Case, *, state: str, public: bool = False, filled: bool = True) -> dict[str, Any]:
    """The variables of one document (see `case_values`), with 免学 and, where nobody has written 材料, 目录行 by rule.

    Of a blank, and of what is made for no single applicant, 免学 says nothing. The rules are asked only where a
    document prints what they say.
    """
    values = case_values(case, state=state, public=public, filled=filled)
    if case.campaign is None:
        return values
    if not (filled and case.applicant):
        values[EXEMPTION] = dict.fromkeys(_EXEMPTION, "")
        return values
    exemption = cache(lambda: training_exemption(case))
    values[EXEMPTION] = LazyDict(_EXEMPTION, lambda key: getattr(exemption(), _EXEMPTION[key]))
    if not case.applicant.materials:
        review = {"评审": values["评审"]}  # not `values`, which would then hold what holds it
        values[CATALOGUE] = LazyList(lambda: catalogue_rows(_lines(case), review))
    return values


def _lines(case: Case) -> list[dict[str, Any]]:
    return [{"名称": name, "件数": pieces or ""} for name, pieces in catalogue_lines(case)]
