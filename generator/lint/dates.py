"""Dates and periods (GB/T 15834-2011, 4.13 and A.4; GB/T 15835-2011, 4.1 and 5.1; GB/T 9704-2012, 7.3.5.4)."""

import re
from calendar import monthrange
from collections.abc import Iterator

from generator.lint.pattern import matches, remark, row
from generator.lint.remark import Remark
from generator.lint.source import COVER, GAP, Source
from generator.text import PartialDate, chinese_date, parse_date

# Marks typed between the ends of a period or range in the place of one 一字线; ～ is tolerated.
WRONG_DASH = r"(?P<dash>-{1,2}|－{1,2}|–|―|——|~|〜|∼|−|─|‐|‑)"
YEAR = r"(?:19|20)\d{2}"
_ZEROS = "○OＯ0０◯〇零"
_NUMERALS = "一二三四五六七八九"
_CHECK = "请对照原件核对"
_LEAP_YEAR = 2000  # a date without year may be of one
_NEARBY = 200  # characters before a period in which its year may have been named


def dates(source: Source) -> Iterator[Remark]:
    """Dates in a wrong form, dates of no calendar, and periods that end before they begin."""
    yield from matches(source, _ROWS)
    yield from _between_tags(source)
    yield from _impossible(source)
    yield from _periods(source)


def with_dash(match: re.Match) -> str:
    """The matched text with 一字线 in the place of its group `dash`."""
    text, (start, end) = match.group(), match.span("dash")
    return text[: start - match.start()].rstrip() + "—" + text[end - match.start() :].lstrip()


def _day(match: re.Match) -> str | None:
    """2024.9.5 → 2024年9月5日; None for what is no date."""
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    return chinese_date(PartialDate(year, month, day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _without_zeros(match: re.Match) -> str | None:
    right = re.sub(r"(?<!\d)0(?=[1-9])", "", match.group())
    return None if right == match.group() else right


def _in_arabic(match: re.Match) -> str | None:
    """二〇二四年九月五日 → 2024年9月5日, whatever zero was typed; None for a day that no calendar has."""
    try:
        return chinese_date(parse_date(re.sub(f"[{_ZEROS}]", "〇", match.group())))
    except ValueError:
        return None


def _no_day(match: re.Match) -> str | None:
    return None if _in_arabic(match) else "用阿拉伯数字写的日期"


def _wrong_zero(match: re.Match) -> str | None:
    """The numeral with 〇 for zero; None where it is right, and within a date, which NUM-01 tells as a whole."""
    zeros = {char for char in match.group() if char in _ZEROS} - {"〇"}
    is_year = match["after"] == "年"
    if not zeros or (zeros == {"零"} and not (is_year and len(match["numeral"]) == 4)):
        return None
    return re.sub(f"[{_ZEROS}]", "〇", match.group())


def _between_tags(source: Source) -> Iterator[Remark]:
    """{{ 起 }}-{{ 止 }}: what two tags print is a period, most likely; it may be a code."""
    for match in _TAGS.finditer(source.raw):
        yield remark(source, "PUNC-02", *match.span(), with_dash(match), level="hint")


def _impossible(source: Source) -> Iterator[Remark]:
    for match in _DATE.finditer(source.prose):
        year, month, day = (int(match[part] or 0) for part in ("year", "month", "day"))
        if not 1 <= month <= 12:
            yield remark(source, "DATE-01", *match.span(), "1至12月的日期", remedy=_CHECK)
        elif not 1 <= day <= (last := monthrange(year or _LEAP_YEAR, month)[1]):
            yield remark(source, "DATE-01", *match.span(), f"{month}月1日至{last}日中的日期", remedy=_CHECK)


def _periods(source: Source) -> Iterator[Remark]:
    for match in _PERIOD.finditer(source.prose):
        begin = tuple(int(match[part] or 0) for part in ("y1", "m1", "d1"))
        # What the end leaves out it shares with the beginning.
        end = tuple(int(match[part] or shared) for part, shared in zip(("y2", "m2", "d2"), begin, strict=True))
        if begin[0] and end < begin:
            remedy = f"{_CHECK}；跨年的，请写明止日的年份"
            yield remark(source, "DATE-01", *match.span(), "止日不早于起日的期间", remedy=remedy)
        elif not begin[0] and not end[0] and not _names_a_year(source.prose, match):
            remedy = "请写明起日的年份；跨年的，再写明止日的年份"
            yield remark(source, "DATE-02", *match.span(), "写明年份的起止日期", remedy=remedy)


def _names_a_year(text: str, match: re.Match) -> bool:
    """Whether the year stands near enough to be shared; a covered piece may hold it."""
    end = text.find("\n", match.end())
    around = text[max(0, match.start() - _NEARBY) : end if end >= 0 else len(text)]
    return "年" in around or COVER in around


_DATE = re.compile(
    rf"(?<!\d)(?:(?P<year>{YEAR}){GAP}年{GAP})?(?P<month>\d{{1,2}}){GAP}月{GAP}(?P<day>\d{{1,2}}){GAP}日"
)
_PERIOD = re.compile(
    rf"(?<!\d)(?:(?P<y1>{YEAR}){GAP}年{GAP})?(?P<m1>\d{{1,2}}){GAP}月{GAP}(?P<d1>\d{{1,2}}){GAP}日起?{GAP}"
    rf"(?:[-－–―—~～〜−]{{1,2}}|至|到){GAP}"
    rf"(?:(?P<y2>{YEAR}){GAP}年{GAP})?(?:(?P<m2>\d{{1,2}}){GAP}月{GAP})?(?P<d2>\d{{1,2}}){GAP}日"
)
_TAGS = re.compile(rf"\}}\}} {{0,2}}{WRONG_DASH} {{0,2}}\{{\{{")
# One end of a period: a day, a month, a third of a month, a year; what both ends share may stand in one.
_END = (
    rf"(?:(?:{YEAR}{GAP}年{GAP})?(?:\d{{1,2}}{GAP}月{GAP})?\d{{1,2}}{GAP}[日号]|"
    rf"(?:{YEAR}{GAP}年{GAP})?\d{{1,2}}{GAP}月(?:份|[上中下]旬)?|\d{{1,4}}{GAP}年度?)"
)
_HAN_DATE = (
    rf"(?<![{_NUMERALS}])[一二][{_NUMERALS}{_ZEROS}]{{3}}年[{_NUMERALS}十]{{1,3}}月(?:[{_NUMERALS}十]{{1,3}}日)?"
)
_ROWS = (
    row("PUNC-02", rf"(?<!\d){_END}{GAP}{WRONG_DASH}{GAP}{_END}", with_dash, layer="prose"),
    row("PUNC-02", rf"(?<![\d.A-Za-z-]){YEAR}{GAP}{WRONG_DASH}{GAP}{YEAR}{GAP}(?:年|学年)", with_dash, layer="prose"),
    row(
        "PUNC-02",
        rf"(?<![\d.A-Za-z/—～~–-])\d{{1,2}}{GAP}{WRONG_DASH}{GAP}\d{{1,2}}{GAP}[月日]",
        with_dash,
        layer="prose",
    ),
    row(
        "PUNC-02",
        rf"(?<![\d:：])\d{{1,2}}[:：]\d{{2}}{GAP}{WRONG_DASH}{GAP}\d{{1,2}}[:：]\d{{2}}(?!\d)",
        with_dash,
        layer="prose",
    ),
    row(
        "PUNC-02",
        rf"(?:周|星期)[一二三四五六日]{GAP}{WRONG_DASH}{GAP}(?:周|星期)[一二三四五六日]",
        with_dash,
        layer="prose",
    ),
    row(
        "PUNC-15",
        rf"(?<![\d./-])(?P<year>{YEAR})(?P<mark>[-、.．/])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?![\d./-])",
        _day,
        layer="prose",
    ),
    row(
        "NUM-02",
        rf"(?<!\d)(?:{YEAR}{GAP}年{GAP})?\d{{1,2}}{GAP}月(?:{GAP}\d{{1,2}}{GAP}日)?",
        _without_zeros,
        layer="prose",
    ),
    row(
        "NUM-01",
        rf"(?<![\d.近满前后连续共约每第〔年月-])\d{{2}}{GAP}年"
        rf"(?={GAP}(?:(?:0?[1-9]|1[0-2]){GAP}月|底|度|初(?![级次聘中步始])))|(?<!\w)['’‘]\d{{2}}年",
        "写全四位的年份",
        layer="prose",
        remedy="请对照原件写全年份",
    ),
    row("NUM-01", _HAN_DATE, _in_arabic, layer="prose"),
    row("NUM-01", _HAN_DATE, _no_day, layer="prose", remedy=f"{_CHECK}，用阿拉伯数字写"),
    row(
        "NUM-06",
        rf"(?<![{_NUMERALS}{_ZEROS}])(?P<numeral>[{_NUMERALS}][{_NUMERALS}{_ZEROS}]{{2,17}})(?![{_NUMERALS}{_ZEROS}])"
        rf"(?!年[{_NUMERALS}十]{{1,3}}月)(?=(?P<after>年?))",
        _wrong_zero,
        layer="prose",
    ),
)
