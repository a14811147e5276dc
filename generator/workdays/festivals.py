"""The days that are usually off in a year whose holidays are not announced yet.

They follow the principle that 国办发明电〔2024〕12号 states for the years from 2025 on: 春节 eight days from the eve,
劳动节 five, 国庆节 seven (eight when 中秋节 falls among them), the others three with a weekend, or one on a Wednesday.
The State Council may decide otherwise in any year: this is an assumption to state, never an announcement.
"""

from datetime import date, timedelta
from functools import cache

from borax.calendars.lunardate import LunarDate, TermUtils

_FIRST, _LAST = 1901, 2100  # what the lunar calendar's tables hold
_DAY = timedelta(days=1)
# Which day is off beside a festival of one day, by the festival's weekday, so that three days run on with the weekend.
_BESIDE = {0: 0, 1: -1, 2: 0, 3: 1, 4: 0, 5: 2, 6: 1}


@cache
def usual_days_off(year: int) -> frozenset[date]:
    """The festival days of a year and the days usually off with them; empty outside 1901-2100."""
    if not _FIRST <= year <= _LAST:
        return frozenset()
    autumn = LunarDate(year, 8, 15).to_solar_date()
    national = _run(date(year, 10, 1), 7)
    spring = LunarDate(year, 1, 1).to_solar_date()
    days = {*_run(spring - _DAY, 8), *_run(date(year, 5, 1), 5), *national}
    days |= _run(date(year, 10, 8), 1) if autumn in national else _with_weekend(autumn)
    days |= _with_weekend(date(year, 1, 1))
    days |= _with_weekend(TermUtils.nth_term_day(year, term_name="清明"))
    days |= _with_weekend(LunarDate(year, 5, 5).to_solar_date())
    return frozenset(days)


def _run(first: date, length: int) -> set[date]:
    return {first + _DAY * offset for offset in range(length)}


def _with_weekend(festival: date) -> set[date]:
    return {festival, festival + _DAY * _BESIDE[festival.weekday()]}
