"""Values in their own written form: a new date or year is written as the old one was, quotes and all."""

import re
from collections.abc import Iterator

import yaml

from generator.text import PartialDate, chinese_numeral, parse_date

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ZEROS = "〇零○"
_CHINESE = "〇一二三四五六七八九"
_PART = re.compile(rf"[0-9０-９]+|[{_ZEROS}一二三四五六七八九十]+")
_QUOTES = "'\""


def respelled_date(raw: str, new: PartialDate) -> str:
    """`new` in the form of `raw`, a date as it stands in the file.

    That is to say 2024-09-05, '2024年9月5日', 2021年7月　日, 20240905 or 二〇二四年九月五日.
    """
    parts = list(_PART.finditer(raw))
    if len(parts) == 1 and len(parts[0].group()) > 4:
        text = "".join(f"{value:02}" for value in new if value)
        written = raw[: parts[0].start()] + _like(parts[0].group(), text) + raw[parts[0].end() :]
    else:
        padded = any(part.group()[0] in "0０" for part in parts[1:])
        written = "".join(_pieces(raw, parts, new, padded))
    if _reads_as(written, new):
        return written
    quote = raw[0] if raw[0] in _QUOTES else ""
    return quote + "-".join(str(value) for value in new if value) + quote


def respelled_number(raw: str, new: int) -> str:
    """`new` in the form of `raw`, a whole number or year as it stands in the file."""
    part = _PART.search(raw)
    return raw[: part.start()] + spelled(new, part.group()) + raw[part.end() :]


def spelled(year: int, like: str) -> str:
    """A year (or another whole number) in the digits of `like`: 2025, ２０２５, 二〇二五."""
    if like[0] in _CHINESE + _ZEROS:
        zero = next((char for char in like if char in _ZEROS), _ZEROS[0])
        return "".join(_CHINESE[int(digit)] for digit in str(year)).replace(_ZEROS[0], zero)
    return _like(like, str(year))


def _pieces(raw: str, parts: list[re.Match[str]], new: PartialDate, padded: bool) -> Iterator[str]:
    end = 0
    for part, value, is_year in zip(parts, (value for value in new if value), (True, False, False), strict=False):
        yield raw[end : part.start()]
        old = part.group()
        if old[0] in _CHINESE + _ZEROS + "十" and not is_year:
            yield chinese_numeral(value)
        else:
            yield spelled(value, old) if is_year else _like(old, f"{value:02}" if padded else str(value))
        end = part.end()
    yield raw[end:]


def _like(old: str, text: str) -> str:
    return text.translate(_FULL_WIDTH) if old[0] in "０１２３４５６７８９" else text


def _reads_as(written: str, date: PartialDate) -> bool:
    """Whether a reader of the file gets the date from what is written (a quoted escape could hide digits)."""
    try:
        return parse_date(yaml.load(written, Loader=yaml.BaseLoader)) == date
    except (ValueError, yaml.YAMLError):
        return False
