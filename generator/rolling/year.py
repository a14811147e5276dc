"""Which year a file is of."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.errors import UsageError
from generator.model.base import Model
from generator.model.campaign import Campaign
from generator.model.official import OfficialDocument
from generator.text import PartialDate

_MAIN = ("申报年度", "申报", "评审年度", "年度")


class YearOf(NamedTuple):
    """The year of a file, and where it was taken from, if the file does not state it (else empty)."""

    year: int
    taken_from: str = ""


def year_of(record: Campaign | OfficialDocument, file: str) -> YearOf:
    """The year that the file is of. Raises UsageError where nothing in it says so."""
    if isinstance(record, Campaign):
        return YearOf(record.year)
    years = record.facts.years
    if years:
        return YearOf(next((years[name] for name in _MAIN if name in years), max(years.values())))
    if record.dated:
        return YearOf(record.dated.year, "成文日期")
    dates = [date.year for date in _dates(record.facts)]
    if not dates:
        raise UsageError(f"{file}：看不出是哪一年的。请在“事实”的“年度”下面写一行“申报: 2024”这样的年度，再做下一年的")
    return YearOf(min(dates), "“事实”里最早的日期")


def _dates(facts: Model) -> Iterator[PartialDate]:
    yield from facts.dates.values()
    for period in facts.periods.values():
        yield from (period.start, period.end)
