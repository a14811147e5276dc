"""What a paper that the public sees shows of the applicants, whatever way it came there.

《中华人民共和国个人信息保护法》 arts. 6 and 25, 《中华人民共和国政府信息公开条例》 art. 15: without a consent of its
own nobody's personal information is made public. How an ID number is shown is the campaign's choice
(公示规定.身份证号显示). The finished text is searched: free text, a template or a file's properties may hold what the
form itself leaves out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from generator.model.applicant import Applicant
from generator.rules.identity_numbers import LENGTH, birth_date, id_check, phones, plain
from generator.rules.rule import Rule
from generator.text import PartialDate, parse_date

_LAW = "《中华人民共和国个人信息保护法》第六条、第二十五条，《中华人民共和国政府信息公开条例》第十五条"

ID = Rule("privacy-id", "error", "公开的文件上，身份证号只按本年度选定的方式显示", _LAW)
PHONE = Rule("privacy-phone", "error", "公开的文件上没有申报人的联系电话", _LAW)
BIRTH_DATE = Rule("privacy-birth-date", "error", "公开的文件上没有完整的出生日期", _LAW)
BIRTH_MONTH = Rule("privacy-birth-month", "error", "公开的文件上，出生年月不与身份证号的末4位同时出现", _LAW)

_WHOLE, _MASKED = "全号", "隐去中间8位"
_SHOWN = {_WHOLE: (LENGTH, LENGTH), _MASKED: (6, 4)}
"""How many digits may show before and behind the hidden ones, by the campaign's choice."""

_BETWEEN = r"\s\-‐‑‒–—―.·\u200b-\u200d\u2060\ufeff"
_HIDING = "*＊∗✱×●○■□•█"
_HIDES = frozenset(_HIDING)
_MARKS = r"年月./\-－—·"
_STRETCH = re.compile(rf"[0-9{_HIDING}][0-9Xx{_HIDING}{_BETWEEN}{_MARKS}\s]*")
"""What a number, or a date in digits, lies in as a whole: nothing else need be searched for them."""

_RUN = re.compile(rf"[0-9{_HIDING}](?:[{_BETWEEN}]*[0-9{_HIDING}]){{4,}}[{_BETWEEN}]*[0-9Xx{_HIDING}]")
_SHORTEST_RUN = 6
_SEPARATORS = re.compile(rf"[{_BETWEEN}]+")
_NUMBER = re.compile(rf"(?<![0-9])(?:[0-9][{_BETWEEN}]*){{17}}[0-9Xx](?![0-9])")
_MARK = rf"\s*[{_MARKS}]\s*"
_DATE = re.compile(
    rf"(?<![0-9])(?:(?P<year>(?:[0-9][0-9])?[0-9][0-9]){_MARK}(?P<month>[0-9][0-9]?)"
    rf"(?:{_MARK}(?P<day>[0-9][0-9]?)(?![0-9]))?|(?P<compact>(?:19|20)[0-9]{{4}}(?:[0-9][0-9])?)(?![0-9]))"
)
_NUMERALS = ("〇零○", *"一二三四五六七八九")
_DATE_IN_WORDS = re.compile(
    r"(?<![0-9])[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?"
)
_BEFORE_END = re.compile(r"(?:尾号|[后末][四4]位)[^0-9]{0,3}\Z")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
"""A decimal digit of another kind: full-width, bold, of another script."""

_NO_NUMBER = 4  # digits; so few that they may stand by chance before and behind what is hidden


_Dated = tuple[str, PartialDate]
"""The words of a date, and the date."""


@dataclass(frozen=True)
class Exposure:
    """What a public text shows and must not: the rule it breaks, and the words as they stand in it."""

    rule: Rule
    words: str
    message: str
    remedy: str


def exposures(text: str, people: Sequence[Applicant], id_display: str) -> list[Exposure]:
    """Everything in a public text that it must not show of these people, or of anybody with an ID number.

    Words are told of once: a birth date inside an ID number as the number, one in full as no birth month besides.
    `id_display` is 全号, 隐去中间8位 or 不印. A line of the text is a paragraph, or a row of a table.
    """
    plainly = _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), text)
    stretches = _STRETCH.findall(plainly)
    runs = [(words, _joined(words)) for words in dict.fromkeys(_found(_RUN, stretches, _SHORTEST_RUN))]
    known = list(map(_Person, people))
    years = {day.year for person in known for day in person.born}
    dates = list(_dates(plainly, stretches, years))
    found = _of_strangers(stretches, {person.number for person in known})
    for person in known:
        numbers = list(_id_number(person, runs, id_display))
        inside = {words for words, _ in dates if any(words in one.words for one in numbers)}
        days = [one for one in _birth_date(person, dates) if one.words not in inside]
        found += [*numbers, *_phone(person, runs), *days]
        if id_display != _WHOLE:
            told = inside | {one.words for one in days}
            lines = [(plainly, dates)] if len(known) == 1 else _lines(plainly, years)
            found += [one for one in _birth_month(person, lines) if one.words not in told]
    # The words as they were printed: each digit has kept its place.
    places = [(exposure, plainly.index(exposure.words)) for exposure in dict.fromkeys(found)]
    return [Exposure(one.rule, text[start : start + len(one.words)], one.message, one.remedy) for one, start in places]


class _Person:
    """What of an applicant is looked for: ID number (as the standard writes it), birth dates, phones."""

    def __init__(self, applicant: Applicant):
        self.name = applicant.name
        self.number = plain(applicant.id_number or "")
        self.has_id = _is_id(self.number)
        self.phones = [phone.partition("转")[0] for phone in phones(applicant.phone or "")]
        born = birth_date(self.number) if self.has_id else None
        stated = applicant.born if applicant.born and applicant.born.month else None
        self.born = {PartialDate(born.year, born.month, born.day)} if born else set()
        self.born |= {stated} if stated else set()  # both, where they disagree


def _found(pattern: re.Pattern[str], stretches: list[str], shortest: int) -> Iterator[str]:
    """What the pattern of a number finds, of at least `shortest` characters."""
    for stretch in stretches:
        if len(stretch) >= shortest:
            yield from pattern.findall(stretch)


def _joined(words: str) -> str:
    """A number without what stands between its digits."""
    return _SEPARATORS.sub("", words).upper()


def _dates(text: str, stretches: list[str], years: set[int]) -> Iterator[_Dated]:
    """Each date or month with its words; a year of two digits may be of the last century or of this one.

    Of dates in other years than these some are left out.
    """
    written = {f"{year % 100:02}" for year in years}
    for stretch in dict.fromkeys(stretch for digits in written for stretch in stretches if digits in stretch):
        yield from _dates_in(stretch)
    if any(f"{digit}年" in text for year in years for digit in _NUMERALS[year % 10]):
        for words in _DATE_IN_WORDS.findall(text):
            with suppress(ValueError):  # 二〇二四年十三月
                yield words, parse_date(words)


def _dates_in(stretch: str) -> Iterator[_Dated]:
    for match in _DATE.finditer(stretch):
        year, month, day, compact = match.group("year", "month", "day", "compact")
        if compact:
            last = int(compact[6:]) if compact[6:] else None
            yield match[0], PartialDate(int(compact[:4]), int(compact[4:6]), last)
            continue
        for whole in (year,) if len(year) == 4 else (f"19{year}", f"20{year}"):
            yield match[0], PartialDate(int(whole), int(month), int(day) if day else None)


def _of_strangers(stretches: list[str], known: set[str]) -> list[Exposure]:
    """ID numbers of nobody in the list, such as those of family members in free text."""
    numbers = {_joined(words): words for words in _found(_NUMBER, stretches, LENGTH)}
    return [
        Exposure(ID, words, "印出了不属于申报人的完整身份证号", "请删去")
        for number, words in numbers.items()
        if number not in known and birth_date(number) and id_check(number) == number[-1]
    ]


def _is_id(number: str) -> bool:
    return len(number) == LENGTH and number[:17].isdecimal()


def _id_number(person: _Person, runs: list[tuple[str, str]], id_display: str) -> Iterator[Exposure]:
    front, behind = _SHOWN.get(id_display, (0, 0))
    if not person.has_id or front == LENGTH:
        return
    old = person.number[:6] + person.number[8:17]  # the number of 15 digits that cards had until 1999
    remedy = "请删去；模板里要印的，请用 {{ 申报人.身份证号 }}，它按“公示规定”的“身份证号显示”印"
    for words, run in runs:
        if person.number in run or old in run:
            message = f"印出了{person.name}的完整身份证号，本年度的选择是“{id_display}”"
            yield Exposure(ID, words, message, remedy)
        elif (shown := _shown_of(run, person.number)) and (shown[0] > front or shown[1] > behind):
            message = f"{person.name}的身份证号印出了前{shown[0]}位、后{shown[1]}位，本年度的选择是“{id_display}”"
            yield Exposure(ID, words, message, remedy)


def _shown_of(run: str, number: str) -> tuple[int, int] | None:
    """How many digits a partly hidden number shows before and behind what is hidden; None where it is another number.

    Digits shown between two hidden places count as shown before them.
    """
    visible = re.split(f"[{_HIDING}]+", run)
    if len(visible) == 1 or not (number.startswith(visible[0]) and number.endswith(visible[-1])):
        return None
    if len(run) == LENGTH:
        if any(char != digit for char, digit in zip(run, number, strict=True) if char not in _HIDING):
            return None
        return sum(len(part) for part in visible[:-1]), len(visible[-1])
    return (len(visible[0]), len(visible[-1])) if len(visible[0]) + len(visible[-1]) > _NO_NUMBER else None


def _phone(person: _Person, runs: list[tuple[str, str]]) -> Iterator[Exposure]:
    for phone in person.phones:
        for words, run in runs:
            if phone in run:
                message = f"印出了{person.name}的联系电话"
                yield Exposure(PHONE, words, message, "请删去；公示上只印受理反映的监督电话")


def _birth_date(person: _Person, dates: list[_Dated]) -> Iterator[Exposure]:
    for words, day in dates:
        if day.day and day in person.born:
            yield Exposure(BIRTH_DATE, words, f"印出了{person.name}完整的出生日期", "请删去出生日期")


def _lines(text: str, years: set[int]) -> Iterator[tuple[str, Iterable[_Dated]]]:
    """Each line with the dates in it."""
    return ((line, _dates(line, _STRETCH.findall(line), years)) for line in text.split("\n"))


def _birth_month(person: _Person, lines: Iterable[tuple[str, Iterable[_Dated]]]) -> Iterator[Exposure]:
    """The birth month, where the same line shows the last four digits: few hidden ones are then left to guess."""
    months = {(born.year, born.month) for born in person.born}
    for line, dates in lines if person.has_id else ():
        if not _shows_end(line, person.number[-4:]):
            continue
        for words, day in dates:
            if (day.year, day.month) in months:
                message = f"{person.name}的出生年月与身份证号末4位一起印出，身份证号隐去的数字可以推算出来"
                yield Exposure(BIRTH_MONTH, words, message, "请删去出生年月，或把“身份证号显示”改为“不印”")


def _shows_end(line: str, end: str) -> bool:
    """Whether the last four digits of an ID number stand behind what hides the others, or behind the words for them."""
    for digits in {end, end.lower()}:
        position = line.find(digits)
        while position >= 0:
            if line[position - 1 : position] in _HIDES or _BEFORE_END.search(line, max(position - 8, 0), position):
                return True
            position = line.find(digits, position + 1)
    return False
