"""Dates, periods and years in a text.

A date without its year has the year of the other end of its period, and is no date otherwise: which year a lone 9月25日
means nobody says. A year alone is one only where the text calls it 年度 or spans years.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.reading.facts.mention import DATE, END, FROM_DAY, FROM_MONTH, PERIOD, START, YEAR, Mention
from generator.text import PartialDate, parse_date

S = r"[^\S\n]*"
_YEAR = r"(?<![0-9.])(?:19|20|21)[0-9]{2}"
_MONTH_DAY = rf"[0-9]{{1,2}}{S}月{S}[0-9]{{1,2}}{S}日"
_FULL = re.compile(rf"{_YEAR}{S}年{S}[0-9]{{1,2}}{S}月(?:{S}[0-9]{{1,2}}{S}日)?")
_LATER = re.compile(rf"(?P<full>{_YEAR}{S}年{S}{_MONTH_DAY})|(?P<month>{_MONTH_DAY})|(?P<day>[0-9]{{1,2}}{S}日)")
# What may stand between a date and the word that leads to the other end: a clock time, a weekday, 起.
_CLOCK = (
    rf"(?:{S}(?:上午|下午|中午|晚上|凌晨)?{S}[0-9]{{1,2}}(?:[:：][0-9]{{2}}|{S}[时点](?:{S}[0-9]{{1,2}}{S}分|整)?))?"
)
_ASIDE = r"(?:[（(][^（()）\n]{1,8}[）)])?"
_JOINT = re.compile(
    rf"{_ASIDE}{_CLOCK}{S}(?:起|开始)?{S}(?:[，,]{S})?(?:—{{1,2}}|-{{1,2}}|－{{1,2}}|[–―~～〜]|至|到){S}"
)
_OPEN_CLOSE = re.compile(
    rf"{_CLOCK}[^。；;\n0-9]{{0,12}}(?:开放|开通|开启|启动|开始)[^。；;\n0-9]{{0,16}}(?:关闭|结束|截止|停止)[^。；;\n0-9]{{0,8}}"
)
_BARE_MONTH = re.compile(rf"[0-9]{{1,2}}{S}月(?!{S}[0-9]{{1,2}}{S}日)")
_SPAN = re.compile(
    rf"({_YEAR}){S}年?(?:度)?{S}(?:至|到|—{{1,2}}|[-－–―~～〜]){S}((?:19|20|21)[0-9]{{2}})(?={S}年(?!{S}[0-9]))"
)
_LISTED = re.compile(rf"{_YEAR}(?:{S}年)?(?:{S}[、和及]{S}(?:19|20|21)[0-9]{{2}}(?:{S}年)?)*{S}年{S}度")
_ALONE = re.compile(
    rf"({_YEAR})(?={S}年(?!{S}[0-9]{{1,2}}{S}月|{S}第{S}[0-9一二三四五六七八九十]+{S}次))"
)  # 2023年第8次会议 is past
_ONE_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")


def date_mentions(text: str) -> Iterator[tuple[Mention, ...]]:
    """Each date by itself, or the two ends of a period."""
    position = 0
    while match := _FULL.search(text, position):
        first = _mention(match, match.group())
        other, following = _other_end(text, match) if first else (None, None)
        position = max(match.end(), other.end if other else 0, following or 0)
        if first and other:
            yield _pair(first, other)
        elif first and not following:
            yield (first,)


def _mention(match: re.Match[str], surface: str) -> Mention | None:
    try:
        return Mention(DATE, match.start(), match.end(), parse_date("".join(surface.split())))
    except ValueError:  # no day of the calendar
        return None


def _other_end(text: str, match: re.Match[str]) -> tuple[Mention | None, int | None]:
    """The date that the first one leads to; or where that is no full date, the place behind it."""
    start = parse_date("".join(match.group().split()))
    for joint in (_JOINT, _OPEN_CLOSE):
        if between := joint.match(text, match.end()):
            if start.day and (later := _LATER.match(text, between.end())):
                return _later(later, start), later.end()
            if vague := _BARE_MONTH.match(text, between.end()):
                return None, vague.end()
    return None, None


def _later(match: re.Match[str], start: PartialDate) -> Mention | None:
    """The second end: with the year, and where need be the month, of the first; a month gone by is the next year's."""
    surface = "".join(match.group().split())
    if match["full"]:
        return _mention(match, surface)
    if match["day"]:
        text, cut = f"{start.year}年{start.month}月{surface}", FROM_DAY
    else:
        later = int(surface.partition("月")[0]) >= start.month
        text, cut = f"{start.year if later else start.year + 1}年{surface}", FROM_MONTH
    found = _mention(match, text)
    return replace(found, cut=cut) if found and found.value >= start else None


def _pair(first: Mention, other: Mention) -> tuple[Mention, ...]:
    if other.value < first.value or other.value.day is None:  # no period; each stands for itself
        return (first,) if other.cut else (first, other)
    return (
        replace(first, kind=PERIOD, part=START, pair=first.start),
        replace(other, kind=PERIOD, part=END, pair=first.start),
    )


def year_mentions(text: str, year: int | None = None) -> Iterator[tuple[Mention, ...]]:
    """The ends of each span of years, the years called 年度, and wherever it stands alone the document's own year."""
    for match in _SPAN.finditer(text):
        if int(match[1]) < int(match[2]):
            yield tuple(
                Mention(YEAR, *match.span(group), int(match[group]), part=part, pair=match.start(1))
                for group, part in ((1, START), (2, END))
            )
    for match in _LISTED.finditer(text):
        for each in _ONE_YEAR.finditer(text, match.start(), match.end()):
            yield (Mention(YEAR, each.start(), each.end(), int(each.group())),)
    for match in _ALONE.finditer(text):
        if int(match[1]) == year:
            yield (Mention(YEAR, *match.span(1), year),)
