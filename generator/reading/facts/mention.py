"""One fact as a text mentions it, and how it prints."""

from dataclasses import dataclass

from generator.text import PartialDate, chinese_date

DATE, PERIOD, YEAR, AMOUNT, DURATION = "日期", "期间", "年度", "金额", "期限"
PHONE, PERSON, NUMBER, URL = "电话", "人员", "文号", "网址"
KINDS = (YEAR, DATE, PERIOD, AMOUNT, DURATION, PHONE, PERSON, NUMBER, URL)
START, END = "起", "止"
FROM_MONTH, FROM_DAY = "月日", "日"


@dataclass(frozen=True)
class Mention:
    """A fact and the part of the text, from `start` up to `end`, that states it.

    A date is a PartialDate, a year an int, all else text. `cut` says how much of a date is written: all of it, from the
    month on (月日), or the day alone (日). Of a period, and of a span of years, `part` tells which end this is, and
    `pair` (the place where the first end begins) which two belong together.
    """

    kind: str
    start: int
    end: int
    value: PartialDate | int | str
    cut: str = ""
    part: str = ""
    pair: int | None = None


def printed(mention: Mention) -> str:
    """The words that the fact prints where it is mentioned."""
    if not isinstance(mention.value, PartialDate):
        return str(mention.value)
    text = chinese_date(mention.value)
    return text.partition("年")[2] if mention.cut == FROM_MONTH else text.partition("月")[2] if mention.cut else text
