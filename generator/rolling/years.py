"""Years and dates that stand in running text: which go with the year, and which may be those of quoted documents.

Left alone are document numbers, tags (`{{ … }}`) and the years of older documents in 《》. A year that goes with the
year is proposed anew; every other one, and every day that has no year at all, is shown, so that a person can judge.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.rolling.quoted import Quotations
from generator.rolling.spelling import spelled
from generator.text import parse_date

_DIGIT = r"[0-9０-９]"
_ARABIC = rf"(?:[1１][9９]|[2２][0０1１]){_DIGIT}{{2}}"
_CHINESE = "(?:一九|二[〇零○一])[〇零○一二三四五六七八九]{2}"
_YEAR = rf"(?<![0-9０-９A-Za-z])(?:{_ARABIC}(?!{_DIGIT})|{_CHINESE}(?![〇零○一二三四五六七八九十百]))"
_TO = r"(?:\\?[-—–－~～〜]+|至|到)"
_LINK = rf"\s*年?(?:度)?\s*(?:{_TO}|、|以?及|和|与|，|,|/)\s*"
_SHORT_END = rf"\s*(?:{_TO}|/)\s*(?P<short>\d{{2}})(?=\s*学?年)"  # 2023—24学年
_RUN = re.compile(rf"{_YEAR}(?:{_LINK}{_YEAR})*(?:{_SHORT_END})?")
_ONE = re.compile(f"{_ARABIC}|{_CHINESE}")
_NUMERAL = "十[一二]?|[一二三四五六七八九]"
_MONTH = rf"(?:{_DIGIT}{{1,2}}|{_NUMERAL})\s*月"
_DAY = rf"(?:{_DIGIT}{{1,2}}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\s*[日号]"
_PART = "[上中下]旬|初|中旬?|底|末|份"
_TAIL = rf"\s*{_TO}\s*(?!{_YEAR})(?:{_MONTH}\s*)?{_DAY}"
_MONTH_DAY = rf"{_MONTH}(?:\s*(?:{_DAY}|{_PART}))?(?:{_TAIL})?"
_POINTS = rf"[-./．]{_DIGIT}{{1,2}}[-./．]{_DIGIT}{{1,2}}(?!{_DIGIT})"
_AFTER = re.compile(rf"(?P<word>\s*[各学]?年(?P<term>\s*度)?)(?:\s*{_MONTH_DAY})?|{_POINTS}")
_NOT_AFTER = re.compile(rf"[-./．]{_DIGIT}{{1,2}}(?!{_DIGIT})|\s*[届级]")
_BLANK_NUMBER = re.compile(r"\s*\\?[〕\]］】]\s*第?[\s×xX_＿]*号")
_LONE_DAY = re.compile(rf"(?<![0-9０-９一二三四五六七八九十第每个]){_MONTH_DAY}")
_WEEKDAY = re.compile(
    r"[（(]\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]|(?<=[日号}])(?<!作日)\s*[，,]?\s*(?:星期|周|礼拜)[一二三四五六日天]"
)
_BRIEF = re.compile(r"(?<![\d年月日时分第.:：])(?P<year>\d{2})(?=\s*(?:年度|学年|届|级(?!以)|年\s*\d{1,2}\s*月))")
_BRIEF_END = re.compile(rf"\s*(?:年度|学年|届|级|年\s*{_MONTH_DAY})")
_COMPACT = re.compile(r"(?<![\dA-Za-z])(?P<year>20\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")
_EVERY = re.compile(r"每年\s*\Z")
_SENTENCE_ENDS = "。！？\n"
_SENTENCE_END = re.compile(f"[{_SENTENCE_ENDS}]")
_REST = rf"(?:\s*{_DIGIT}{{1,2}}\s*月(?:\s*{_DIGIT}{{1,2}}\s*日)?)?\s*"
_ISSUED = "(?:印发|发布|公布|颁布|下发|制定|施行|实施|执行|通过|修订|修正|修改|废止|生效)"
_THEN_ISSUED = re.compile(rf"{_REST}(?:起|以来|开始|正式|联合)*{_ISSUED}")
_THEN_TITLE = re.compile(rf"{_REST}(?:[^，。；：\n]{{0,40}}?(?:[部厅局委会院府室]|{_ISSUED})的?)?\s*《")
_AFTER_TITLE = re.compile(r"》\s*[（(]\s*(?:自\s*)?\Z")
_OLDEST = 10  # years; of what lies further back nobody asks for papers
_BRIEFLY = 3  # years back that are written with two digits (24年度); more of these numbers are something else

_IN_TITLE, _IN_ADDRESS = "书名号里的年份，没有改；是本年度自己的文件的，请改", "网址里的年份，没有改"
_OF_QUOTED = (_IN_TITLE, _IN_ADDRESS)


@dataclass(frozen=True)
class Use:
    """A year, a date or a run of years in a text: where, as written, as proposed (None: for a person to judge), why."""

    start: int
    end: int
    old: str
    new: str | None
    reason: str


def uses(text: str, old_year: int, years: int) -> Iterator[Use]:
    """The years and dates in `text`, in order, as they would read `years` later; `old_year` is the file's year."""
    quoted = Quotations(text)
    found = [*_runs(text, quoted, old_year, years), *_days_without_year(text), *_other_forms(text, old_year)]
    end = 0
    for use in sorted(found, key=lambda use: (use.start, -use.end)):
        if use.start >= end and (use.reason in _OF_QUOTED or not quoted.around(use.start, use.end)):
            yield use
            end = use.end


def _runs(text: str, quoted: Quotations, old_year: int, years: int) -> Iterator[Use]:
    for run in _RUN.finditer(text):
        around = quoted.around(*run.span())
        if around is None:
            if found := _use(text, run, old_year, years):
                yield found
        elif (reason := {"title": _IN_TITLE, "address": _IN_ADDRESS}.get(around.what)) and max(
            _values(run)
        ) >= old_year:
            yield Use(around.start, around.end, text[around.start : around.end], None, reason)


def _days_without_year(text: str) -> Iterator[Use]:
    for match in _LONE_DAY.finditer(text):
        if not _EVERY.search(text, 0, match.start()):
            yield Use(*match.span(), match.group().strip(), None, "没有写年份的日期，没有改")
    for match in _WEEKDAY.finditer(text):
        yield Use(*match.span(), match.group().strip("，, "), None, "日期改了，星期也要改")


def _other_forms(text: str, old_year: int) -> Iterator[Use]:
    recent = {year % 100 for year in range(old_year - _BRIEFLY, old_year + 2)}
    for match in _BRIEF.finditer(text):
        if int(match["year"]) in recent:
            end = _BRIEF_END.match(text, match.end()).end()
            yield Use(match.start(), end, text[match.start() : end], None, "像是简写的年份，没有改")
    for match in _COMPACT.finditer(text):
        if old_year <= int(match["year"]) <= old_year + 1:
            yield Use(*match.span(), match.group(), None, "像是日期，没有改")


def _use(text: str, run: re.Match[str], old_year: int, years: int) -> Use | None:
    values = _values(run)
    after = _AFTER.match(text, run.end())
    if after is None:
        return _not_surely_a_year(text, run, values, old_year, years)
    end = after.end()
    shown = text[run.start() : end]
    said = after.end("word") if after["word"] else end
    if not after["term"] and _is_of_a_document(text, run.start(), said):
        return Use(run.start(), end, shown, None, "像是所引文件的日期，没有改")
    if _goes_with_the_year(values, bool(after["term"]), old_year):
        return Use(run.start(), end, shown, _later(run, years) + after.group(), "")
    return Use(run.start(), end, shown, None, "不是原年度，没有改")


def _not_surely_a_year(text: str, run: re.Match[str], values: list[int], old_year: int, years: int) -> Use | None:
    """A number like a year with no 年 behind it: shown where it may be this year's or the next's, else left alone."""
    if _BLANK_NUMBER.match(text, run.end()) and values == [old_year]:
        return Use(*run.span(), run.group(), _later(run, years), "")
    is_one = len(values) == 1 and old_year <= values[0] <= old_year + 1
    if not (is_one or len(values) > 1 and _goes_with_the_year(values, True, old_year)):
        return None
    behind = _NOT_AFTER.match(text, run.end())
    end = behind.end() if behind else run.end()
    return Use(run.start(), end, text[run.start() : end], None, "不知是不是年份，没有改")


def _values(run: re.Match[str]) -> list[int]:
    """The years of a run; one written with two digits behind another is of the same century."""
    values = [parse_date(f"{one.group()}年").year for one in _ONE.finditer(run.group())]
    return [*values, values[-1] // 100 * 100 + int(run["short"])] if run["short"] else values


def _later(run: re.Match[str], years: int) -> str:
    text = run.group().removesuffix(run["short"] or "")
    later = _ONE.sub(lambda one: spelled(parse_date(f"{one.group()}年").year + years, one.group()), text)
    return later + (f"{(int(run['short']) + years) % 100:02}" if run["short"] else "")


def _goes_with_the_year(values: list[int], is_term: bool, old_year: int) -> bool:
    """This year and the next; recent years where an assessment or training term is meant (2018至2020年度)."""
    if is_term or len(values) > 1:
        return old_year - _OLDEST <= min(values) and old_year - 1 <= max(values) <= old_year + 1
    return old_year <= values[0] <= old_year + 1


def _is_of_a_document(text: str, start: int, end: int) -> bool:
    """Whether the date says when a document that its sentence quotes was issued, took effect or ended."""
    if _THEN_TITLE.match(text, end) or _AFTER_TITLE.search(text, 0, start):
        return True
    first = max(text.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
    following = _SENTENCE_END.search(text, end)
    sentence = text[first : following.start() if following else len(text)]
    return "《" in sentence and _THEN_ISSUED.match(text, end) is not None
