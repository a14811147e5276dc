"""继续教育: hours by year and subject, for the years that the applicant's level needs, less what is exempt.

Where the notice gives a range of years (专业科目最少 4, 专业科目 5: “4—5年”) and does not say who needs how many, the
least is enough to leave the answer open, and the most to settle it.
"""

from collections import defaultdict
from dataclasses import dataclass

from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.rules.eligibility.ruling import Ruling
from generator.rules.exemption import GENERAL, SPECIAL, Exemption, training_demands
from generator.rules.once import once
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of
from generator.text import year_list

_FIELD = "继续教育"


@dataclass(frozen=True)
class _Demand:
    """One subject: the years whose certificates are needed, at least how many of them, and the hours of each."""

    kind: str
    years: tuple[int, ...]
    least: int
    hours: int | None
    unit: str


def training_ruling(applicant: Applicant, campaign: Campaign, exempt: Exemption, name: str) -> Ruling | None:
    """The answer on continuing education; None where the notice asks for nothing."""
    if campaign.training is None:
        return None
    demands = _demands(campaign, applicant.application.level)
    if not demands:
        why = "通知没有写明这一级别要几年的继续教育合格证书"
        return Ruling(name, UNKNOWN, why, "每年参加继续教育并达到学时要求", field=_FIELD)
    done: dict[tuple[int, str], int] = defaultdict(int)
    for one in applicant.trainings:
        done[one.year, one.kind] += one.hours
    parts = [_subject(demand, done, exempt) for demand in demands]
    return Ruling(
        name,
        all_of(part.answer for part in parts),
        "；".join(part.why for part in parts),
        "；".join(part.sentence for part in parts),
        tuple(text for part in parts for text in part.missing),
        field=_FIELD,
        parts=tuple(year for part in parts for year in part.parts),
    )


@once
def _demands(campaign: Campaign, level: str) -> tuple[_Demand, ...]:
    asked = next(iter(training_demands(campaign, level)), None)
    if asked is None:
        return ()
    hours = campaign.training.hours
    unit = hours.unit if hours else "学时"
    (_, general), (_, special) = asked.years.items()
    least = len(special) if asked.span.special_at_least is None else min(asked.span.special_at_least, len(special))
    demands = (
        _Demand(GENERAL, general, len(general), hours.general if hours else None, unit),
        _Demand(SPECIAL, special, least, hours.special if hours else None, unit),
    )
    return tuple(demand for demand in demands if demand.years)


def _asked(demand: _Demand) -> str:
    number = len(demand.years)
    how_many = f"{demand.least}—{number}年" if demand.least < number else f"{number}年（{year_list(demand.years)}）"
    hours = f"，每年不少于{demand.hours}{demand.unit}" if demand.hours is not None else ""
    return f"{demand.kind}近{how_many}{hours}"


def _subject(demand: _Demand, done: dict[tuple[int, str], int], exempt: Exemption) -> Ruling:
    by_year = {year: _year(year, demand, done.get((year, demand.kind)), exempt) for year in demand.years}
    parts = tuple(by_year.values())
    answers = [part.answer for part in parts]
    answer = all_of(answers)
    if answer == NO and len(answers) - answers.count(NO) >= demand.least:
        answer = UNKNOWN
    certified = tuple(year for year, part in by_year.items() if part.answer == UNKNOWN and not part.missing)
    whys = [f"{part.name}{part.why}" for part in parts if part.answer == NO or part.missing]
    if whys and demand.least < len(demand.years):
        whys.append(f"通知写{demand.least}—{len(demand.years)}年，没有写明应是几年")
    if demand.hours is None and certified:
        whys.append(f"{demand.kind}{year_list(certified)}都填了学时，通知没有写明每年要达到多少")
    why = "；".join(whys) or f"{demand.kind}{year_list(demand.years)}都已达到，或已免除"
    missing = tuple(text for part in parts for text in part.missing)
    return Ruling(demand.kind, answer, why, _asked(demand), missing, field=_FIELD, parts=parts)


def _year(year: int, demand: _Demand, done: int | None, exempt: Exemption) -> Ruling:
    """One year by the hours that are filled in; None: nothing is."""
    name = f"{year}年度{demand.kind}"
    answer, why = (UNKNOWN, "没有填写") if done is None else _hours(done, demand)
    freed = exempt.covers(year, demand.kind)
    if answer != YES and freed == YES:
        service = next(one.why for one in exempt.services if one.answer == YES and year in one.years)
        return Ruling(name, YES, f"免除（{service}）", field=_FIELD)
    missing = () if answer == YES or done is not None else (f"{name}的学时",)
    if answer != YES and freed == UNKNOWN:
        return Ruling(name, UNKNOWN, f"{why}，是否免除无法判断（{exempt.why}）", missing=missing, field=_FIELD)
    return Ruling(name, answer, why, missing=missing, field=_FIELD)


def _hours(total: int, demand: _Demand) -> tuple[Answer, str]:
    """The hours of a year against those asked for."""
    said = f"{total}{demand.unit}"
    if demand.hours is None:
        return (UNKNOWN if total else NO), said
    return (YES, said) if total >= demand.hours else (NO, f"{said}，要求不少于{demand.hours}{demand.unit}")
