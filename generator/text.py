"""Pure functions on text: Chinese dates and numerals, widths, masking. Imports nothing of the package."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from typing import NamedTuple

_DIGITS = "〇一二三四五六七八九"
_BLANK_SPACE = "　"
_SENTENCE_ENDS = ("。", "！", "？", "；", "。”", "！”", "？”", "。）")


class PartialDate(NamedTuple):
    """A date known to the year, the month or the day (月、日 are None where unknown)."""

    year: int
    month: int | None = None
    day: int | None = None


class OwnWords(str):
    """Text that the owner of a data file wrote as wording, in light Markdown with tags; `place` is its field's path."""

    place = ""

    @classmethod
    def at(cls, place: str, text: str) -> "OwnWords":
        """The words with the path of the field that holds them."""
        words = cls(text)
        words.place = place
        return words


_DATE = re.compile(
    r"(?P<year>\d{4})\s*(?:年|[-./])\s*(?:(?P<month>\d{1,2})\s*(?:月|[-./]|$)\s*(?:(?P<day>\d{1,2})\s*日?|日)?)?$"
)
_YEAR = re.compile(r"(?P<year>\d{4})\s*年?$")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})?$")
_NUMERAL = re.compile(r"[〇零○一二三四五六七八九十]+")
_BY_VALUE = re.compile(r"(?P<tens>[一二三四五六七八九]?)十(?P<ones>[一二三四五六七八九]?)")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACING = re.compile(r"[\s-]+")


def parse_date(text: str) -> PartialDate:
    """The date a person typed: 2024-9-5, 2024.9, 2024/09/05, 20240905, 2024年9月5日, 2021年7月　日, 二〇二四年九月五日.

    Raises ValueError saying in Chinese what is wrong: the text is no date, or no day of the calendar.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = _NUMERAL.sub(lambda match: _arabic(match.group()), plain)
    match = _DATE.match(plain) or _COMPACT.match(plain) or _YEAR.match(plain)
    if match is None:
        raise ValueError(f"“{text}”不是日期")
    parts = {name: int(value) for name, value in match.groupdict().items() if value}
    date = PartialDate(**parts)
    if not 1900 <= date.year <= 2199:
        raise ValueError(f"“{text}”的年份应在1900至2199之间")
    if date.month is not None and not 1 <= date.month <= 12:
        raise ValueError(f"“{text}”的月份应在1至12之间")
    if date.day is not None and not 1 <= date.day <= monthrange(date.year, date.month)[1]:
        raise ValueError(f"“{text}”：{date.year}年{date.month}月没有{date.day}日")
    return date


def _arabic(numeral: str) -> str:
    """二〇二四 → 2024 digit by digit; 十二 → 12, 三十一 → 31 by value; what is no number stays as it is."""
    if "十" not in numeral:
        digits = {**{char: str(value) for value, char in enumerate(_DIGITS)}, "零": "0", "○": "0"}
        return "".join(digits[char] for char in numeral)
    match = _BY_VALUE.fullmatch(numeral)
    if match is None:
        return numeral
    tens, ones = (_DIGITS.index(part) if part else None for part in match.group("tens", "ones"))
    return str((1 if tens is None else tens) * 10 + (ones or 0))


def chinese_date(date: PartialDate) -> str:
    """2024年9月5日, 2024年9月 or 2024年, as GB/T 15835 writes them (no leading zeros)."""
    text = f"{date.year}年"
    if date.month:
        text += f"{date.month}月"
    if date.day:
        text += f"{date.day}日"
    return text


def chinese_numeral(number: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十; for 1 to 99, as heading numerals need."""
    if not 1 <= number <= 99:
        raise ValueError(f"no heading numeral for {number}")
    tens, ones = divmod(number, 10)
    text = "十" if tens == 1 else f"{_DIGITS[tens]}十" if tens else ""
    return text + (_DIGITS[ones] if ones else "")


def chinese_number(numeral: str) -> int:
    """十二 → 12, 二十 → 20, 二〇 → 20: the whole number of 0 to 99 that `chinese_numeral` writes, or digits one by one.

    Raises ValueError for what is no such numeral.
    """
    arabic = _arabic(numeral)
    if not arabic.isdecimal():
        raise ValueError(f"no numeral: {numeral}")
    return int(arabic)


def grouped(number: int) -> str:
    """1140, 12,800: from five digits on in groups of three (GB/T 15835-2011, 5.1.1: up to four stay together)."""
    return str(number) if number < 10_000 else f"{number:,}"


def mask_id(number: str) -> str:
    """An ID number with its eight middle digits (birth year to day) hidden: 990101********1234.

    Spaces and hyphens typed between the digits are dropped first, and of a number with digits too many only the first
    six and last four are shown, so that no digit of the birth date can slip out. Text too short to be an ID number
    (fewer than 15 characters) is hidden but for its first and last character.
    """
    digits = _SPACING.sub("", number)
    if len(digits) >= 15:
        shown = digits[max(14, len(digits) - 4) :]
        return digits[:6] + "*" * (len(digits) - 6 - len(shown)) + shown
    return digits[:1] + "*" * (len(digits) - 2) + digits[-1:] if len(digits) > 2 else "*" * len(digits)


def cell_width(text: str) -> float:
    """The width of text in full-width characters (字): wide and ambiguous 1, others 0.5, marks that join the last 0."""
    if text.isascii():
        return len(text) / 2
    width = 0.0
    for char in text:
        if unicodedata.category(char) not in ("Mn", "Me", "Cf"):
            width += 1 if unicodedata.east_asian_width(char) in "WFA" else 0.5
    return width


def blank_space(width: int) -> str:
    """White space to write on, `width` 字 wide."""
    return _BLANK_SPACE * width


def year_list(years: tuple[int, ...]) -> str:
    """2021年至2023年 for a run of years, 2021年、2023年 otherwise, 2021年 for one."""
    if len(years) > 1 and list(years) == list(range(years[0], years[-1] + 1)):
        return f"{years[0]}年至{years[-1]}年"
    return "、".join(f"{year}年" for year in years)


def number_spans(numbers: Iterable[int]) -> str:
    """1—8、10: runs of consecutive numbers joined by 一字线 (GB/T 15834 4.13), the rest by 、."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return "、".join(str(span[0]) if len(span) == 1 else f"{span[0]}—{span[-1]}" for span in spans)


def as_sentence(text: str) -> str:
    """The text ended by 。, unless it is empty or ends like a sentence already."""
    return text if not text.strip() or text.rstrip().endswith(_SENTENCE_ENDS) else f"{text}。"


def forbidden_character(text: str) -> str | None:
    """The first character that no document can hold (a control character but tab and newline), or None."""
    match = _FORBIDDEN.search(text)
    return match.group() if match else None
