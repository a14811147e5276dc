"""What one cell says, read as its column wants it: Excel's numbers, dates and marks as the text a person meant.

Nothing is guessed: where Excel has lost what was typed (the end of a long number, the nought of 1990.10), the cell is
refused with what to do.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from generator.loading.tables.fields import Kind, Leaf
from generator.model.base import NO, UNTIL_NOW, YES
from generator.text import PartialDate, forbidden_character, parse_date

NONE = "无"
EMPTY = frozenset(("", NONE, "暂无", "没有", "/", "／", "\\", "-", "--", "—", "——", "－", "―"))
"""What people put into a cell that holds nothing."""

_RETURN = "_x000D_"  # a carriage return as Excel's format writes it
_YES, _NO = frozenset("√✓✔☑"), frozenset("×✗✘☒")
_NOW = frozenset((UNTIL_NOW, "今", "现在", "目前", "现"))
_CERTAIN_DIGITS = 15  # Excel keeps so many of a number; the rest become noughts
_MOBILE = re.compile(r"1\d{10}")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+\d+")
_SPACING = re.compile(r"[\s'’‘`′-]+")
_TEXTS, _PHONES = re.compile(r"[;；\n]+"), re.compile(r"[;；,，、/\n]+")
_SERIALS = range(10_000, 80_000)  # Excel's number of a day in 1927 to 2119
_OCTOBER = re.compile(r"\d{4}\.1")
_DOTTED = r"\d{4}(?:[./年]\d{1,2}月?)?(?:[./]?\d{1,2}日?)?"
_DASHED = r"\d{4}-\d{1,2}(?:-\d{1,2})?"
_UNTIL = "今|至今|现在|目前"
_SPAN = re.compile(
    rf"(?P<from>{_DOTTED}) *(?:-+|—+|–|~|～|至|到|起至) *(?P<until>{_DOTTED}|{_UNTIL})"
    rf"|(?P<from2>{_DASHED}) *(?:--+|—+|–|~|～|至|到|起至) *(?P<until2>{_DASHED}|{_UNTIL})"
)

_AS_TEXT = "把这一列的单元格格式设为“文本”，再重新填写"
_ROUNDED = (
    "Excel 把号码当成了数字，只保留前15位，后面几位已经不是原来的数字",
    f"请对照原件，先{_AS_TEXT}全部数字",
)
_SCIENCE = ("号码已经变成科学计数法，后面几位数字没有了", f"请对照原件，先{_AS_TEXT}全部数字")


@dataclass(frozen=True)
class ErrorCell:
    """A cell whose formula failed, with what it shows (#REF!); nothing where it has never been worked out."""

    text: str

    def __str__(self) -> str:
        return self.text


class CellFault(Exception):
    """Why a cell cannot be used as it is. With a `value` it can be, but somebody should look at it."""

    def __init__(self, message: str, remedy: str, value: Any = None):
        self.message, self.remedy, self.value = message, remedy, value
        super().__init__(message)


Reader = Callable[[Any], Any]
"""From a cell's value to what the model takes, None for an empty one. Raises CellFault."""


def reader_of(leaf: Leaf, *, exported: bool = False) -> Reader:
    """How cells of this field are read; `exported`: as text that has gone through a spreadsheet (CSV)."""
    if exported and leaf.kind in (Kind.MONTH, Kind.DAY):
        return _exported_date
    if NONE in (leaf.field.examples or ()):
        return _text_with_none
    return _READERS[leaf.kind]


def read_text(value: Any) -> str | None:
    """The text of a cell, its spaces at both ends cut off."""
    plain = value.strip() if type(value) is str else _as_text(value)
    if plain in EMPTY:
        return None
    if not plain.isprintable() or _RETURN in plain:
        plain = _cleaned(plain)
    if "E+" in plain and _SCIENTIFIC.fullmatch(plain):
        raise CellFault(*_SCIENCE)
    return plain


def read_span(value: Any) -> tuple[Any, Any] | None:
    """From and until, of 2012.7-2016.8 or 2016年9月至今."""
    plain = read_text(value)
    if plain is None:
        return None
    match = _SPAN.fullmatch(unicodedata.normalize("NFKC", plain).replace("—", "-"))
    if match is None:
        remedy = "请写成“2012.7-2016.8”或“2016年9月至今”，或分成“起”“止”两列"
        raise CellFault(f"从“{plain}”看不出起止的年月", remedy)
    start, end = match["from"] or match["from2"], match["until"] or match["until2"]
    return _date_text(start), _date_text(end)


def is_blank(value: Any) -> bool:
    """Whether a cell shows nothing."""
    return value == "" or type(value) is str and not value.strip()


def shown(value: Any) -> str:
    """What a cell shows, for headings, labels and messages."""
    return value.strip() if type(value) is str else _as_shown(value)


def _as_shown(value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | float):
        return _number_text(value)
    if isinstance(value, datetime) and value.time() != time():
        return f"{value.year}-{value.month}-{value.day} {value.hour}:{value.minute:02}"
    if isinstance(value, date):
        return f"{value.year}-{value.month}-{value.day}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    return str(value)


def _number_text(value: float) -> str:
    """A number as a person would have typed it; 0.1 + 0.2 is 0.3, for a spreadsheet shows no more than 15 digits."""
    if abs(value) < 10 ** (_CERTAIN_DIGITS + 1) and value == int(value):
        return str(int(value))
    return f"{value:.15g}"


def _as_text(value: Any) -> str:
    """The text that a cell which holds no text was meant to be."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | float):
        if abs(value) >= 10**_CERTAIN_DIGITS:
            raise CellFault(*_ROUNDED)
        return _number_text(value)
    if isinstance(value, date | time | timedelta):
        kind = "日期" if isinstance(value, date) else "时间"
        message = f"Excel 把这一格当成了{kind}（{_as_shown(value)}），看不出原来写的是什么"
        raise CellFault(message, f"请先{_AS_TEXT}")
    if isinstance(value, ErrorCell):
        if not value.text:
            raise CellFault("这一格的公式还没有算出结果", "请用 Excel 或 WPS 打开，重新保存一次")
        raise CellFault(f"这一格的公式出错（{value.text}）", "请在 Excel 里改正公式，或改成写出来的内容")
    return str(value)


def _cleaned(text: str) -> str:
    """The text without what Excel puts into line breaks. Raises CellFault for a character that no document can hold."""
    plain = text.replace(_RETURN, "").replace("\r\n", "\n").replace("\r", "\n")
    char = forbidden_character(plain)
    if char is not None:
        message = f"这一格里有看不见的控制字符（U+{ord(char):04X}）"
        raise CellFault(message, "多半是从网页、PDF或其他软件复制来的，请把这一格重新打一遍")
    return plain


def _text_with_none(value: Any) -> str | None:
    """Text where 无 is an answer."""
    return NONE if type(value) is str and value.strip() == NONE else read_text(value)


def _texts(value: Any) -> list[str] | None:
    plain = read_text(value)
    return [part for part in map(str.strip, _TEXTS.split(plain)) if part] if plain else None


def _phones(value: Any) -> list[str] | None:
    plain = _phone(value)
    return [part for part in map(str.strip, _PHONES.split(plain)) if part] if plain else None


def _phone(value: Any) -> str | None:
    plain = read_text(value)
    if plain and type(value) is not str and not _MOBILE.fullmatch(plain):
        message = f"电话存成了数字“{plain}”，开头的0可能丢了"
        raise CellFault(message, f"请核对；有区号的，先{_AS_TEXT}", plain)
    return plain.lstrip("'’‘`") if plain else None


def read_id(value: Any) -> str | None:
    """An ID number without the spaces and apostrophes that keep Excel from rounding it."""
    plain = read_text(value)
    if plain is None:
        return None
    half_width = unicodedata.normalize("NFKC", plain) if not plain.isascii() else plain
    visible = "".join(char for char in half_width if char.isprintable())
    return _SPACING.sub("", visible).upper() or None


def _flag(value: Any) -> str | None:
    plain = read_text(value)
    return YES if plain in _YES else NO if plain in _NO else plain


def _date(value: Any, *, to_the_day: bool) -> Any:
    """A date; of a month's column, the first of a month in Excel's own date format is the month (1990年5月)."""
    if isinstance(value, str | ErrorCell):
        plain = read_text(value)
        return _date_text(plain) if plain else None
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        day = None if value.day == 1 and not to_the_day else value.day
        return PartialDate(value.year, value.month, day)
    plain = _as_shown(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        _refuse_doubtful(plain)
    return _date_text(plain)


def _refuse_doubtful(number: str) -> None:
    """Raises CellFault for a number that may be another date than it looks, or is one that only Excel understands."""
    if _OCTOBER.fullmatch(number):
        message = f"Excel 把这一格当成了数字，{number}看不出是1月还是10月"
        raise CellFault(message, f"请写成“{number[:4]}年1月”或“{number[:4]}年10月”")
    if number.isdecimal() and int(number) in _SERIALS:
        message = f"“{number}”像是 Excel 内部的日期序号，不是写出来的日期"
        raise CellFault(message, "请把这一格的单元格格式改为“日期”，或写成“1990年5月”")


def _exported_date(value: str) -> Any:
    plain = read_text(value)
    if plain and _OCTOBER.fullmatch(plain):
        _refuse_doubtful(plain)
    return _date_text(plain) if plain else None


@lru_cache(8192)
def _date_text(text: str) -> PartialDate | str:
    """The date; of what is none, the text itself, which the model refuses in its own words."""
    if text in _NOW:
        return UNTIL_NOW
    try:
        return parse_date(text)
    except ValueError:
        return text


_READERS: dict[Kind, Reader] = {
    Kind.TEXT: read_text,
    Kind.TEXTS: _texts,
    Kind.ID: read_id,
    Kind.PHONE: _phone,
    Kind.PHONES: _phones,
    Kind.MONTH: lambda value: _date(value, to_the_day=False),
    Kind.DAY: lambda value: _date(value, to_the_day=True),
    Kind.NUMBER: read_text,
    Kind.FLAG: _flag,
    Kind.MAPPING: _flag,
}
