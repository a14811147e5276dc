"""One measure of a condition against what the entries say: numbers, grades, facts.

Numbers of several entries add up (卷, 件, 课时, 篇, 项, 次, 种, 部): the conditions count totals. A share (%) and a
length (字) do not: they are of one thing, and each entry is compared by itself, as grades and facts are.
"""

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from generator.model.criteria import Criteria
from generator.model.criteria_measures import Measure
from generator.model.criteria_words import quantity
from generator.rules.eligibility.scales import compare, scale_of
from generator.rules.verdict import NO, UNKNOWN, YES, Answer

_OF_ONE_THING = ("%", "字")
_NUMBER = re.compile(r"(\d{1,12}(?:\.\d{1,4})?)(万?)(\D{0,4})")
_TEN_THOUSAND = 10_000


class Threshold(NamedTuple):
    """What a quantity must reach: the same twice, or the county's number and the general one where it is unclear."""

    low: int
    high: int

    def answer(self, least: Decimal, most: Decimal) -> Answer:
        """Whether a number that lies between `least` and `most` reaches it."""
        if least >= self.high:
            return YES
        return NO if most < self.low else UNKNOWN


def adds_up(measure: Measure) -> bool:
    """Whether the numbers of several entries make one total."""
    return measure.at_least is not None and measure.unit not in _OF_ONE_THING


def threshold(measure: Measure, county: Answer) -> Threshold:
    """The number asked of the applicant's unit; `county` says whether it is one of the condition's 县级称谓."""
    eased = measure.county_at_least
    if eased is None or county == NO:
        return Threshold(measure.at_least, measure.at_least)
    return Threshold(eased, eased if county == YES else measure.at_least)


def number(text: str, unit: str | None) -> Decimal | None:
    """The number that was typed, with or without its unit: 850, 1,200卷, 3万; None where it is none."""
    plain = re.sub(r"[\s,，]", "", unicodedata.normalize("NFKC", text))
    match = _NUMBER.fullmatch(plain)
    if match is None or match[3] not in ("", unit):
        return None
    return Decimal(match[1]) * (_TEN_THOUSAND if match[2] else 1)


def reaches(said: str | None, measure: Measure, county: Answer, criteria: Criteria) -> Answer:
    """Whether what one entry says of a measure is enough by itself."""
    if said is None:
        return UNKNOWN
    if measure.is_fact:
        return {"是": YES, "否": NO}.get(said.strip(), UNKNOWN)
    if measure.not_below:
        return compare(scale_of(criteria.scales, measure.scale), said, measure.not_below)
    value = number(said, measure.unit)
    return UNKNOWN if value is None else threshold(measure, county).answer(value, value)


def asked(measure: Measure, county: Answer) -> str:
    """不少于800卷, 不低于县级, or the fact itself."""
    if measure.is_fact:
        return measure.name
    if measure.not_below:
        return f"{measure.name}不低于{measure.not_below}"
    low, high = threshold(measure, county)
    least = quantity(high, measure.unit)
    return f"{measure.name}不少于{least if low == high else f'{quantity(low, measure.unit)}或{least}'}"
