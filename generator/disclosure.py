"""The privacy gate: no public paper leaves the pipeline that shows what the campaign's choice does not allow."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.context import ID_MASKED, paths_holding
from generator.errors import FindingsError
from generator.finding import Finding, Place
from generator.model.case import Case
from generator.rules.privacy import Exposure, exposures


def refuse_exposures(case: Case, values: dict[str, Any], title: str, texts: Iterable[str]) -> None:
    """Raises FindingsError where a finished paper shows what it must not; `texts` are all the text of its files.

    `values` tell in which field of the data the words stand; `title` names the paper where they stand in none.
    """
    members = [case, *case.roster]
    people = [member.applicant for member in members if member.applicant]
    id_display = case.campaign.publicity_rules.id_display or ID_MASKED
    shown = [one for text in texts for one in exposures(text, people, id_display)]
    if shown:
        raise FindingsError(
            finding for exposure in dict.fromkeys(shown) for finding in _placed(exposure, values, title)
        )


def _placed(exposure: Exposure, values: dict[str, Any], title: str) -> Iterator[Finding]:
    fields = list(paths_holding(values, exposure.words))
    message = f"《{title}》{exposure.message}"
    yield from (exposure.rule.finding(field, message, exposure.remedy) for field in fields)
    if not fields:
        rule = exposure.rule
        yield Finding(rule.id, rule.level, message, None, exposure.remedy, rule.basis, Place(title))
