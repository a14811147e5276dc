"""What ID numbers, organisation codes and telephone numbers are made of: pure functions, no judgement.

`python-stdnum` and `id-validator` know these numbers too, and say only yes or no: both refuse regions that their tables
lack (real people's among them), neither says which part is wrong. A check character is one weighted sum; the tests
compare ours with python-stdnum's.
"""

import re
import unicodedata
from datetime import date
from operator import mul

LENGTH = 18
"""Of ID numbers and of organisation codes."""

CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""GB 32100-2015: digits and capitals without I, O, S, V, Z, each worth its position."""

_ID_CHECKS = "10X98765432"  # GB 11643-1999, ISO 7064 MOD 11-2: by the remainder of the weighted sum
_SEPARATORS = re.compile(r"[\s\-‐‑‒–—―]+")
# Two digits for the province (GB/T 2260), 83 for residents of Taiwan (港澳台居民居住证).
_PROVINCES = frozenset(
    str(code)
    for codes in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(codes[0], codes[1] + 1)
)
_INVENTED = "99"
_FOREIGNER = "9"  # 外国人永久居留身份证 since 2023: 9, the province, the country's number, then as everybody's

_MOBILE = re.compile(r"(?:\+?86|0086)?1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(r"\(?0(?:10|2\d|[3-9]\d{2})\)?\d{7,8}(?:转\d{1,6})?", re.ASCII)
_SERVICE = re.compile(r"[48]00\d{7}|1[0-2]\d{3}|9[56]\d{3,4}", re.ASCII)
_LOCAL = re.compile(r"[2-9]\d{6,7}(?:转\d{1,6})?", re.ASCII)
_EXTENSION = re.compile(r"((?:\(?0\d{2,3}\)?-?)\d{7,8}|[2-9]\d{6,7})(?:-|分机)(\d{1,6})", re.ASCII)
_AS_WRITTEN = re.compile("[0-9A-Z]+")
_WEIGHTS = tuple(2 ** (17 - place) for place in range(17))  # GB 11643-1999
_BETWEEN_PHONES = re.compile(r"[、,;/]")


def plain(number: str) -> str:
    """The number as the standard writes it: half-width, capitals, no space, hyphen or invisible character."""
    if _AS_WRITTEN.fullmatch(number):
        return number
    if number.isascii():
        return _SEPARATORS.sub("", number).upper()
    half_width = unicodedata.normalize("NFKC", number)
    visible = "".join(char for char in half_width if unicodedata.category(char) != "Cf")
    return _SEPARATORS.sub("", visible).upper()


def id_check(number: str) -> str:
    """The check character of an ID number, from its first 17 digits."""
    total = sum(map(mul, map(int, number[:17]), _WEIGHTS))
    return _ID_CHECKS[total % 11]


def code_check(code: str) -> str:
    """The check character of an organisation code, from its first 17 characters."""
    total = sum(CODE_ALPHABET.index(char) * 3**place for place, char in enumerate(code[:17]))
    return CODE_ALPHABET[-total % 31]


def birth_date(number: str) -> date | None:
    """The birth date in an ID number of 18 characters; None where the calendar has no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex(number: str) -> str:
    """男 for an odd sequence number, 女 for an even one."""
    return "男" if int(number[16]) % 2 else "女"


def is_invented(number: str) -> bool:
    """Whether the region is the one that invented people have (this project's samples)."""
    return number.startswith(_INVENTED)


def has_province(number: str) -> bool:
    """Whether the first digits are a province's; the county's are not looked up, for they change with the years."""
    return number[:2] in _PROVINCES or number[0] == _FOREIGNER and number[1:3] in _PROVINCES


def phones(text: str) -> list[str]:
    """The several numbers of one text, without the spaces and hyphens inside them."""
    if _MOBILE.fullmatch(text):
        return [text]
    parts = (re.sub(r"\s", "", part) for part in _BETWEEN_PHONES.split(unicodedata.normalize("NFKC", text)))
    return [_SEPARATORS.sub("", _EXTENSION.sub(r"\1转\2", part)) for part in parts if part]


def is_phone(number: str) -> bool:
    """Whether a number of `phones` is a mobile, a landline with area code, or a service number (12333, 95…, 400…)."""
    return any(pattern.fullmatch(number) for pattern in (_MOBILE, _LANDLINE, _SERVICE))


def lacks_area_code(number: str) -> bool:
    """Whether a number of `phones` is a landline's without the area code."""
    return _LOCAL.fullmatch(number) is not None
