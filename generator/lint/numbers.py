"""Numbers, ranges and units (GB/T 15835-2011; GB/T 15834-2011, 4.5.3.4 and 4.13.3.2)."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from generator.lint.dates import WRONG_DASH, with_dash
from generator.lint.pattern import matches, remark, row
from generator.lint.remark import Remark
from generator.lint.source import GAP, HAN, Source

# 号, 室, 楼 are not among them: house and room numbers hold hyphens of their own.
_UNIT = (
    "%|％|‰|℃|万元|亿元|元|人次|人|名|个|项|条|款|页|天|份|篇|件|卷|部|本|课时|学时|小时|分钟|分|万字|字|级|次|岁|种|类|"
    "章|节|周|年|倍|公里|千米|平方米|米|公斤|千克|吨|万|亿"
)
_AMOUNT = r"\d{1,9}(?:\.\d{1,4})?"
_LEFT_EDGE = r"(?<![\d.A-Za-z/%％—～~–-])"
_OLD_UNITS = {"公分": "厘米", "市斤": "千克", "华里": "千米", "英寸": "厘米", "英尺": "米", "公升": "升", "度C": "℃"}
_SMALL = "一二三四五六七八九"


def numbers(source: Source) -> Iterator[Remark]:
    """Ranges, approximations, digits, clock times and units in a wrong form."""
    yield from matches(source, _ROWS)
    yield from _mixed_ordinals(source)


def _range(match: re.Match) -> str | None:
    """The range with 一字线; None for years, which dates.py looks at, and for months and days."""
    return None if len(match["a"]) == 4 and match["unit"] == "年" else with_dash(match)


def _both_ends(match: re.Match) -> str:
    """5—10% → 5%—10%, 3～5万元 → 3万元～5万元"""
    dash = "～" if match["dash"] in "～~〜" else "—"
    return f"{match['a']}{match['unit']}{dash}{match['b']}{match['unit']}"


def _approximation(match: re.Match) -> str | None:
    """3、4天 → 三四天; None where the digits do not follow each other, so that two things are counted."""
    first, second = int(match["a"]), int(match["b"])
    return f"{_SMALL[first - 1]}{_SMALL[second - 1]}{match['unit']}" if second == first + 1 else None


def _han_approximation(match: re.Match) -> str | None:
    together = _SMALL.index(match["b"]) == _SMALL.index(match["a"]) + 1
    return match["a"] + match["b"] + match["unit"] if together else None


def _half_width(match: re.Match) -> str:
    return unicodedata.normalize("NFKC", match.group())


def _thousands(match: re.Match) -> str:
    return match.group().replace("，", ",")


def _hour_and_minute(match: re.Match) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    return f"{hour}时{match['minute']}分" if hour <= 24 and minute < 60 else None


def _clock(match: re.Match) -> str | None:
    return f"{match['hour']}:{match['minute']}" if int(match["hour"]) <= 24 else None


def _metric(match: re.Match) -> str:
    return f"以{_OLD_UNITS[match['unit']]}为单位的数值"


def _mixed_ordinals(source: Source) -> Iterator[Remark]:
    """第3次, 一式2份 where the text elsewhere writes 第三次, 一式两份, or the reverse: the rarer form or the later."""
    forms: dict[str, dict[bool, list[re.Match]]] = defaultdict(lambda: {True: [], False: []})
    for match in _ORDINAL.finditer(source.prose):
        forms[match["noun"]][match["number"].isdecimal()].append(match)
    for by_form in forms.values():
        odd = min(by_form.values(), key=lambda found: (len(found), -found[0].start() if found else 0))
        other = by_form[odd is by_form[False]]
        for match in odd:
            yield remark(
                source, "NUM-08", *match.span(), f"与“{other[0].group()}”一致的写法", remedy="请统一数字的写法"
            )


_ORDINAL = re.compile(
    rf"(?:第|(?P<copies>一式)){GAP}(?P<number>\d{{1,2}}|[一二两三四五六七八九十]{{1,3}}){GAP}"
    rf"(?P<noun>(?(copies)份|(?:次|批|轮|季度)))"
)
_ROWS = (
    row(
        "PUNC-03",
        rf"{_LEFT_EDGE}(?P<a>{_AMOUNT}){GAP}(?:{_UNIT})?{GAP}{WRONG_DASH}{GAP}{_AMOUNT}{GAP}(?P<unit>{_UNIT})(?![-－–—~]\d)",
        _range,
        layer="prose",
    ),
    row(
        "NUM-03",
        rf"{_LEFT_EDGE}(?P<a>{_AMOUNT}){GAP}(?P<dash>[～~〜—–－-]){GAP}(?P<b>{_AMOUNT}){GAP}(?P<unit>[%％]|[万亿]元?)",
        _both_ends,
        layer="prose",
    ),
    row("NUM-04", rf"(?<=[{HAN}、（ ])\.\d{{1,6}}(?=[%％{HAN}])", lambda match: f"0{match.group()}", layer="prose"),
    row("NUM-04", r"(?<![\d，第])[1-9]\d{0,2}(?:，\d{3}){1,3}(?=元|字|件|卷|人|册|万)", _thousands, layer="prose"),
    row(
        "NUM-05",
        r"(?<![\d第、])(?P<a>[1-9])、(?P<b>[1-9])(?P<unit>天|个|人|名|年(?!级|度))",
        _approximation,
        layer="prose",
    ),
    row(
        "NUM-05",
        r"(?:大约|约)[\d.,万亿一二三四五六七八九十百千]{1,12}(?:[个人元名天年月次件卷篇]|个月|小时){0,1}(?:左右|上下)",
        "“约”和“左右”只用一个",
        layer="prose",
        remedy="请删去“约”或“左右”",
    ),
    row("NUM-07", r"[０-９]+(?:[．.][０-９]+)?", _half_width),
    row("NUM-08", r"(?<![\d.])(?P<hour>\d{1,2})点(?P<minute>\d{2})分?(?!\d)", _hour_and_minute, layer="prose"),
    row("NUM-08", r"(?<![\d:：比])(?P<hour>\d{1,2})：(?P<minute>[0-5]\d)(?![\d：%％])", _clock, layer="prose"),
    row(
        "NUM-08",
        rf"(?:上午|下午|晚上){GAP}(?:1[3-9]|2[0-3]){GAP}(?=[:：时点]\d?)",
        "24小时制的时刻，不加“上午”“下午”",
        layer="prose",
        remedy="请对照原件核对时刻，删去“上午”“下午”",
    ),
    row(
        "NUM-09",
        rf"\d{GAP}(?P<unit>{'|'.join(_OLD_UNITS)})",
        _metric,
        layer="prose",
        remedy="请换算成法定计量单位",
    ),
    row(
        "PUNC-10",
        rf"(?<![第初十百{_SMALL}、])(?<!^)(?P<a>[{_SMALL}])、(?P<b>[{_SMALL}])(?P<unit>天|个|名|位|人|次|倍|公里|岁|成|年(?!级|度))",
        _han_approximation,
        layer="prose",
    ),
)
