"""What a year's campaign says of fraud: for how many years applying is barred, in its rules and in prescribed words.

《职称评审监管暂行办法》 (人社部发〔2024〕56号 of 人力资源社会保障部, 2024-07-25, published 2024-08-20; read in the
reprint of 柳州市工业和信息化局 of 2024-08-23): false statements bar for 3 years. Before it, offices wrote 2, 3 or 5, so
the number is a fact of the campaign, and one dated after it that says another number is warned, never refused.
Prescribed words are quoted; they are compared, not corrected.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.finding import Finding, Level
from generator.model.campaign import Campaign
from generator.rules.record_texts import line_field, texts_in
from generator.rules.rule import Rule
from generator.text import PartialDate, chinese_date, chinese_number

_ISSUED = PartialDate(2024, 7, 25)
_YEARS = 3
_PENALTY = "违规处理.不得申报年数"
_ASK = "请对照本年度通知核对；通知本来就是这样写的，请与发文机关核实，规定用语不要自行改动"

THREE_YEARS = Rule(
    "penalty-three-years",
    "warning",
    "申报材料弄虚作假的，3年内不得申报",
    "《职称评审监管暂行办法》（人社部发〔2024〕56号）",
)
AGREES = Rule("penalty-agrees", "warning", "弄虚作假几年内不得申报、从何时起算，各处写得一致")

_NUMERAL = r"\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_NUMBER = rf"(?<![\d—～~至到-])(?P<years>{_NUMERAL})\s*个?(?:申报)?年度?"
_BARRED = "(?:不得|不准|不能|不予|不再|取消|停止|暂停|禁止)"
_APPLYING = "(?:申报|参评|参加|评审|受理)"
_AFTER = re.compile(rf"{_NUMBER}(?:之内|以内|内)?[，,]?[^。；;，,年\d]{{0,8}}?{_BARRED}[^。；;]{{0,12}}?{_APPLYING}")
_BEFORE = re.compile(rf"{_BARRED}[^。；;，,\d]{{0,12}}?{_APPLYING}[^。；;，,\d]{{0,6}}?{_NUMBER}")
_BETWEEN = re.compile(rf"(?:取消|停止|暂停)[^。；;，,\d]{{0,4}}?{_NUMBER}[^。；;，,]{{0,4}}?{_APPLYING}")
_START = re.compile(r"(?:自|从)(?P<start>[^，。；,;自从]{2,16}?)起")
_SENTENCE = re.compile(r"[^。；;\n]+")
_FRAUD = re.compile("虚假|弄虚作假|不实|造假|失信|舞弊|违反|违规")


class Barred(NamedTuple):
    """One place that says for how many years applying is barred, and from when (empty where it does not say)."""

    field: str
    years: int
    start: str = ""


def statement_findings(campaign: Campaign) -> list[Finding]:
    """Years other than those of the regulation, and places of the campaign that disagree."""
    places = [*_in_the_rules(campaign), *_in_prescribed_words(campaign), *_in_running_text(campaign)]
    return [*_other_than_three(campaign, places), *_disagreeing(places)]


def barred_years(text: str) -> Iterator[tuple[int, str, int]]:
    """(years, start, offset) of each clause that bars from applying: 自查实之日起，5年内不得申报 → 5, 查实之日."""
    for sentence in _SENTENCE.finditer(text):
        said = sentence.group()
        if found := _AFTER.search(said) or _BETWEEN.search(said) or _BEFORE.search(said):
            starts = [start["start"] for start in _START.finditer(said) if start.end() <= found.start()]
            yield _number(found["years"]), starts[-1] if starts else "", sentence.start() + found.start()


def _number(numeral: str) -> int:
    """3, 三, 两 → a number"""
    return int(numeral) if numeral.isdecimal() else chinese_number(numeral.replace("两", "二"))


def _in_the_rules(campaign: Campaign) -> Iterator[Barred]:
    if (penalty := campaign.penalty) and penalty.barred_years is not None:
        yield Barred(_PENALTY, penalty.barred_years, penalty.barred_from or "")


def _in_prescribed_words(campaign: Campaign) -> Iterator[Barred]:
    said = campaign.commitments
    for name, words in (("承诺书", said.letter), ("手写承诺语", said.handwritten), ("栏内承诺语", said.in_field)):
        for years, start, _ in barred_years(words.text if words else ""):
            yield Barred(f"承诺.{name}.文字", years, start)


def _in_running_text(campaign: Campaign) -> Iterator[Barred]:
    """Sentences of the notice's own words, and of the penalty's, that speak of fraud; other bars are other rules."""
    for text_of, path in ((campaign.notice.body, "通知.正文"), (campaign.other_matters, "其他事项")):
        for field, text in texts_in(text_of, path):
            for sentence in _SENTENCE.finditer(text):
                if _FRAUD.search(sentence.group()):
                    for years, start, offset in barred_years(sentence.group()):
                        yield Barred(line_field(field, text, sentence.start() + offset), years, start)
    for field, text in texts_in(campaign.penalty.measures if campaign.penalty else (), "违规处理.处理"):
        yield from (Barred(field, years, start) for years, start, _ in barred_years(text))


def _other_than_three(campaign: Campaign, places: list[Barred]) -> Iterator[Finding]:
    dated = campaign.notice.dated
    level: Level | None = None
    if (dated.year, dated.month or 1, dated.day or 1) <= _ISSUED:
        if (dated.year, dated.month or 12, dated.day or 31) <= _ISSUED:
            return
        level = "hint"  # the date is not written out, so that it may be later
    for field in dict.fromkeys(place.field for place in places if place.years != _YEARS):
        years = next(place.years for place in places if place.field == field and place.years != _YEARS)
        message = f"写的是{years}年内不得申报，{chinese_date(_ISSUED)}的规定是{_YEARS}年"
        yield THREE_YEARS.finding(field, message, _ASK, level=level)


def _disagreeing(places: list[Barred]) -> Iterator[Finding]:
    """Each place is compared with the first: the campaign's rules, where they say it."""
    for place in places[1:]:
        first = places[0]
        if place.years != first.years:
            message = f"写的是{place.years}年内不得申报，“{first.field}”写的是{first.years}年"
            yield AGREES.finding(place.field, message, _ASK)
        elif first.field == _PENALTY and first.start and place.start and _other_start(first.start, place.start):
            message = f"不得申报的年限从“{place.start}”起算，“违规处理.起算”写的是“{first.start}”"
            yield AGREES.finding(place.field, message, _ASK)


def _other_start(one: str, other: str) -> bool:
    """Whether two starts differ by more than 年 and 年度, or one saying more of the same (查实之日, 本人查实之日)."""
    first, second = (start.replace("年度", "年").replace("之日", "") for start in (one, other))
    return first not in second and second not in first
