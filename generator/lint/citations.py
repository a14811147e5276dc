"""How other documents are cited: 发文字号 (GB/T 9704-2012, 7.2.5; GB/T 15834-2011, 4.9.3)."""

import re
from collections.abc import Iterator

from generator.lint.pattern import matches, row
from generator.lint.remark import Remark
from generator.lint.source import GAP, HAN, Source

_NUMBER = rf"{GAP}(?P<ordinal>第?){GAP}(?P<number>\d{{1,5}}){GAP}号(?![楼院室线码])"
_LOOK_UP = "请对照所引文件的原件写全年份"


def cited_documents(source: Source) -> Iterator[Remark]:
    """Numbers of documents whose brackets, year or number are not as the standard has them."""
    return matches(source, _ROWS)


def _brackets(match: re.Match) -> str | None:
    if match["open"] + match["close"] == "〔〕":
        return None
    return _right_number(match)


def _number(match: re.Match) -> str | None:
    short_year = len(match["year"]) != 4
    if short_year:
        return "年份标全称"
    return _right_number(match) if match["ordinal"] or match["number"].startswith("0") else None


def _right_number(match: re.Match) -> str:
    return f"〔{match['year']}〕{int(match['number'])}号"


_ROWS = (
    row(
        "PUNC-01",
        rf"(?P<open>[\[［(（【﹝〔]){GAP}(?P<year>(?:19|20)\d{{2}}){GAP}(?P<close>[\]］)）】﹞〕]){_NUMBER}",
        _brackets,
    ),
    row("HEAD-09", rf"〔{GAP}(?P<year>(?:19|20)\d{{2}}){GAP}〕{_NUMBER}", _number),
    row("HEAD-09", rf"〔{GAP}(?P<year>\d{{2}}){GAP}〕{_NUMBER}", _number, remedy=_LOOK_UP),
    row(
        "PUNC-19",
        rf"[{HAN}]{{1,12}}〔{GAP}(?:19|20)\d{{2}}{GAP}〕{GAP}\d{{1,5}}{GAP}号(?:文件|文)?(?=《)",
        "《标题》（发文字号）",
        remedy="请把发文字号移到标题后面的圆括号里",
    ),
)
