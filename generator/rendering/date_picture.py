"""Dates in a form that somebody else chose: a date picture of Word, a number format of Excel, or a sample date.

In each of them y, M and d (large or small) stand for year, month and day, as many letters as digits are wanted. Word
has E, O and A besides, for Chinese numerals (二〇二四年九月五日). What is not known of a date is left out with the mark
that belongs to it: `yyyy-MM-dd` shows a date without a day as 2024-09.
"""

import re
from functools import lru_cache

from generator.text import PartialDate, chinese_numeral, parse_date

_TOKEN = re.compile(
    r'"(?P<double>[^"]*)"|\'(?P<single>[^\']*)\'|\\(?P<escaped>.)|\[[^\]]*\]'
    r"|(?P<part>[yY]+|[eE]+|[mM]+|O+|[dD]+|A+)|a+|;.*|(?P<other>[^@])",
    re.DOTALL,
)
_LETTERS = {"y": "year", "e": "year", "m": "month", "o": "month", "d": "day", "a": "day"}
_CHINESE = "EOA"
_SEPARATORS = "-./ "
_UNITS = {"year": "年", "month": "月", "day": "日号"}
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_SAMPLE = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?P<first>年|[-./])(?P<month>\d{1,2})(?P<second>月|[-./]|(?!\d))"
    r"(?:(?P<day>\d{1,2})(?!\d)(?P<third>日|号)?)?"
)
_COMPACT = re.compile(r"(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?P<day>[0-3]\d)?(?!\d)")
_LETTERED = re.compile(r"[yY]{4}(?:年|[-./])?[mM]{1,2}(?:月|[-./])?(?:[dD]{1,2}日?)?")

Token = tuple[str, str]
"""A part of the date (year, month, day) with its letters, or nothing with the words to print."""


def in_picture(text: str, picture: str) -> str:
    """日期格式: the date in the form of the picture; text that is no date, and an empty one, stays as it is."""
    try:
        date = parse_date(text)
    except ValueError:
        return text
    return pictured(date, picture)


def pictured(date: PartialDate, picture: str) -> str:
    """The date in the form of the picture."""
    tokens = _tokens(picture)
    shown = [_part(part, text, getattr(date, part)) if part else text for part, text in tokens]
    for at, (part, _) in enumerate(tokens):
        if part and getattr(date, part) is None:
            _drop_mark(shown, tokens, at)
    return "".join(shown)


def _drop_mark(shown: list[str], tokens: tuple[Token, ...], at: int) -> None:
    """Takes away the mark of the part at `at`, which is not known: its unit, or what parts it from another part."""
    behind = at + 1 if at + 1 < len(tokens) and not tokens[at + 1][0] else None
    before = at - 1 if at and not tokens[at - 1][0] else None
    if behind is not None and shown[behind][:1] and shown[behind][0] in _UNITS[tokens[at][0]]:
        shown[behind] = shown[behind][1:]
    elif before is not None and shown[before].rstrip(_SEPARATORS) != shown[before]:
        shown[before] = shown[before].rstrip(_SEPARATORS)
    elif behind is not None:
        shown[behind] = shown[behind].lstrip(_SEPARATORS)


def parts_of(picture: str) -> frozenset[str]:
    """Which of year, month and day a picture shows."""
    return frozenset(part for part, _ in _tokens(picture) if part)


def picture_of(sample: str) -> str | None:
    """The picture that a text with a sample date follows: 出生年月（如1990.05） → yyyy.MM; None where it has none."""
    if match := _LETTERED.search(sample):
        return match.group()
    if match := _SAMPLE.search(sample):
        first, month, second = match["first"], match["month"], match["second"]
        day = match["day"] if second else None
        numbers = [month, day] if day else [month]
        is_padded = any(number[0] == "0" for number in numbers) or (
            first != "年" and all(len(one) == 2 for one in numbers)
        )
        letters = ("MM", "dd") if is_padded else ("M", "d")
        end = f"{second}{letters[1]}{match['third'] or ''}" if day else second if second == "月" else ""
        return f"yyyy{first}{letters[0]}{end}"
    if match := _COMPACT.search(sample):
        return "yyyyMMdd" if match["day"] else "yyyyMM"
    return None


@lru_cache(256)
def _tokens(picture: str) -> tuple[Token, ...]:
    found: list[Token] = []
    for match in _TOKEN.finditer(picture):
        if letters := match["part"]:
            found.append((_LETTERS[letters[0].lower()], letters))
            continue
        literal = next((text for text in match.group("double", "single", "escaped", "other") if text), "")
        if found and not found[-1][0]:
            literal = found.pop()[1] + literal
        found.append(("", literal))
    return tuple(found)


def _part(part: str, letters: str, value: int | None) -> str:
    if value is None:
        return ""
    if letters[0] in _CHINESE:
        return str(value).translate(_DIGITS) if part == "year" else chinese_numeral(value)
    if len(letters) == 2:
        return f"{value % 100:02}"
    return str(value)
