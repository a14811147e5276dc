"""What may change from year to year and is typed in running text rather than stated as a fact of its own."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.rolling.quoted import NUMBER, Quotations, quoted_in

DOCUMENT, FEE, CONTACT = "所引文件可能有新的", "金额可能有变", "联系方式可能有变"
_ORDER = re.compile(r"第\s*\d+\s*号令|令\s*第\s*\d+\s*号")
_AMOUNT = re.compile(r"\d[\d,，.]*\s*万?元")
_PHONE = re.compile(r"(?<![\d-])(?:0\d{2,3}\s*[-—－]\s*\d{7,8}|1[3-9]\d{9})(?!\d)")


class Mention(NamedTuple):
    """One place in a text, and why a person has to look at it."""

    start: int
    end: int
    text: str
    reason: str


def mentioned_in(text: str) -> Iterator[Mention]:
    """The document numbers, amounts of money and telephone numbers outside tags, in order."""
    quotations = Quotations(text)
    found = [(one.start, one.end, DOCUMENT) for one in quoted_in(text) if one.what == NUMBER]
    for pattern, reason in ((_ORDER, DOCUMENT), (_AMOUNT, FEE), (_PHONE, CONTACT)):
        found += [(*match.span(), reason) for match in pattern.finditer(text)]
    for start, end, reason in sorted(found):
        around = quotations.around(start, end)
        if around is None or around.what == NUMBER:
            yield Mention(start, end, text[start:end], reason)
