"""Years that stand in running text: which go with the year, and which may be those of quoted documents.

Left alone are titles in 《》, document numbers, tags (`{{ … }}`), and addresses. A year that goes with the year is
proposed anew; every other one is shown, so that a person can judge.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.rolling.spelling import spelled
from generator.text import parse_date

_DIGIT = r"[0-9０-９]"
_ARABIC = rf"(?:[1１][9９]|[2２][0０1１]){_DIGIT}{{2}}"
_CHINESE = "(?:一九|二[〇零○一])[〇零○一二三四五六七八九]{2}"
_YEAR = rf"(?<![0-9０-９A-Za-z])(?:{_ARABIC}(?!{_DIGIT})|{_CHINESE}(?=\s*年))"
_LINK = r"\s*年?(?:度)?\s*(?:\\?[-—–－~～〜]+|至|到|、|和|及|与|，|,)\s*"
_RUN = re.compile(rf"{_YEAR}(?:{_LINK}{_YEAR})*")
_ONE = re.compile(f"{_ARABIC}|{_CHINESE}")
_AFTER = re.compile(rf"\s*[各学]?年(?P<term>\s*度)?|[-./]{_DIGIT}{{1,2}}[-./]{_DIGIT}{{1,2}}(?!{_DIGIT})")
_WEEKDAY = re.compile(r"[（(]\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]")
_QUOTED = (
    re.compile(r"《[^《》]*(?:《[^》]*》[^《》]*)*》"),
    re.compile(rf"[〔\[［【]\s*{_DIGIT}{{4}}\s*\\?[〕\]］】]"),
    re.compile(rf"[（(]\s*{_DIGIT}{{4}}\s*[）)]\s*第?\s*{_DIGIT}+\s*号"),
    re.compile(rf"{_DIGIT}{{4}}\s*年?\s*第\s*{_DIGIT}+\s*号"),
    re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL),
    re.compile(r"(?:https?://|www\.)[\w./?=&%#:~-]+"),
)
_SENTENCE_END = re.compile(r"[。！？\n]")
_REST = rf"(?:\s*{_DIGIT}{{1,2}}\s*月(?:\s*{_DIGIT}{{1,2}}\s*日)?)?\s*"
_ISSUED = "(?:印发|发布|公布|颁布|下发|制定|施行|实施|执行|通过|修订|修正|修改|废止|生效)"
_THEN_ISSUED = re.compile(rf"{_REST}(?:起|以来|开始|正式|联合)*{_ISSUED}")
_THEN_TITLE = re.compile(rf"{_REST}(?:[^，。；：\n]{{0,40}}?(?:[部厅局委会院府室]|{_ISSUED})的?)?\s*《")
_AFTER_TITLE = re.compile(r"》\s*[（(]\s*(?:自\s*)?\Z")
_OLDEST = 10  # years; of what lies further back nobody asks for papers


@dataclass(frozen=True)
class Use:
    """A year or a run of years in a text: where, as written, as proposed (None: to be judged by a person), and why."""

    start: int
    end: int
    old: str
    new: str | None
    reason: str


def uses(text: str, old_year: int, years: int) -> Iterator[Use]:
    """The years in `text` outside what it quotes, as they would read `years` later; `old_year` is the file's year."""
    quoted = [match.span() for pattern in _QUOTED for match in pattern.finditer(text)]
    for match in (*_RUN.finditer(text), *_WEEKDAY.finditer(text)):
        if any(start < match.end() and match.start() < end for start, end in quoted):
            continue
        if match.re is _WEEKDAY:
            yield Use(*match.span(), match.group(), None, "日期改了，星期也要改")
        elif found := _use(text, match, old_year, years):
            yield found


def _use(text: str, run: re.Match[str], old_year: int, years: int) -> Use | None:
    after = _AFTER.match(text, run.end())
    values = [_value(one.group()) for one in _ONE.finditer(run.group())]
    end = after.end() if after else run.end()
    shown = text[run.start() : end]
    if after is None:
        likely = values == [old_year] or len(values) > 1 and _goes_with_the_year(values, True, old_year)
        return Use(run.start(), end, shown, None, "不知是不是年份，没有改") if likely else None
    if not after["term"] and _is_of_a_document(text, run.start(), end):
        return Use(run.start(), end, shown, None, "像是所引文件的日期，没有改")
    if _goes_with_the_year(values, bool(after["term"]), old_year):
        new = _ONE.sub(lambda one: spelled(_value(one.group()) + years, one.group()), run.group())
        return Use(run.start(), end, shown, new + after.group(), "")
    return Use(run.start(), end, shown, None, "不是原年度，没有改")


def _goes_with_the_year(values: list[int], is_term: bool, old_year: int) -> bool:
    """This year and the next; recent years where an assessment or training term is meant (2018至2020年度)."""
    if is_term or len(values) > 1:
        return old_year - _OLDEST <= min(values) and old_year - 1 <= max(values) <= old_year + 1
    return old_year <= values[0] <= old_year + 1


def _is_of_a_document(text: str, start: int, end: int) -> bool:
    """Whether the date says when a document that its sentence quotes was issued, took effect or ended."""
    if _THEN_TITLE.match(text, end) or _AFTER_TITLE.search(text, 0, start):
        return True
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    following = _SENTENCE_END.search(text, end)
    sentence = text[ends[-1] if ends else 0 : following.start() if following else len(text)]
    return "《" in sentence and _THEN_ISSUED.match(text, end) is not None


def _value(year: str) -> int:
    return parse_date(f"{year}年").year
