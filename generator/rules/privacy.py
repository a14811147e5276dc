"""What a paper that the public sees shows of the applicants, whatever way it came there.

《中华人民共和国个人信息保护法》 arts. 6 and 25, 《中华人民共和国政府信息公开条例》 art. 15: without a consent of its
own nobody's personal information is made public. How an ID number is shown is the campaign's choice
(公示规定.身份证号显示). The finished text is searched: free text, a template or a file's properties may hold what the
form itself leaves out.
"""

import re
from collections.abc import Iterator, Sequence
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

_BETWEEN = r"[\s\-‐‑‒–—―.·\u200b-\u200d\u2060\ufeff]*"
_HIDING = "*＊∗✱×●○■□•█"
_RUN = re.compile(rf"[\d{_HIDING}](?:{_BETWEEN}[\d{_HIDING}]){{4,}}{_BETWEEN}[\dXx{_HIDING}]")
_NUMBER = re.compile(rf"(?<!\d)(?:\d{_BETWEEN}){{17}}[\dXx](?!\d)")
_MARK = r"\s*[年月./\-－—·]\s*"
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<year>(?:\d\d)?\d\d){_MARK}(?P<month>\d\d?)(?:{_MARK}(?P<day>\d\d?)(?!\d))?"
    r"|(?P<compact>(?:19|20)\d{4}(?:\d\d)?)(?!\d)"
    r"|(?P<words>[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?))"
)
_TAIL = re.compile(rf"[{_HIDING}]|(?:尾号|[后末][四4]位)\D{{0,3}}")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
"""A decimal digit of another kind: full-width, bold, of another script."""

_NO_NUMBER = 4  # digits; so few that they may stand by chance before and behind what is hidden


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
    runs = [(words, plain(words)) for words in dict.fromkeys(_RUN.findall(plainly))]
    dates = list(_dates(plainly))
    known = list(map(_Person, people))
    found = _of_strangers(plainly, {person.number for person in known})
    for person in known:
        numbers = list(_id_number(person, runs, id_display))
        inside = {words for words, _ in dates if any(words in one.words for one in numbers)}
        days = [one for one in _birth_date(person, dates) if one.words not in inside]
        found += [*numbers, *_phone(person, runs), *days]
        if id_display != _WHOLE:
            told = inside | {one.words for one in days}
            months = _birth_month(person, [plainly] if len(known) == 1 else plainly.split("\n"))
            found += [one for one in months if one.words not in told]
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


def _dates(text: str) -> Iterator[tuple[str, PartialDate]]:
    """Each date or month with its words; a year of two digits may be of the last century or of this one."""
    for match in _DATE.finditer(text):
        year, month, day, compact, words = match.group("year", "month", "day", "compact", "words")
        if compact:
            yield match[0], PartialDate(int(compact[:4]), int(compact[4:6]), int(compact[6:]) if compact[6:] else None)
        elif words:
            with suppress(ValueError):  # 二〇二四年十三月
                yield match[0], parse_date(words)
        else:
            for whole in (year,) if len(year) == 4 else (f"19{year}", f"20{year}"):
                yield match[0], PartialDate(int(whole), int(month), int(day) if day else None)


def _of_strangers(text: str, known: set[str]) -> list[Exposure]:
    """ID numbers of nobody in the list, such as those of family members in free text."""
    numbers = {plain(words): words for words in _NUMBER.findall(text)}
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


def _birth_date(person: _Person, dates: list[tuple[str, PartialDate]]) -> Iterator[Exposure]:
    for words, day in dates:
        if day.day and day in person.born:
            yield Exposure(BIRTH_DATE, words, f"印出了{person.name}完整的出生日期", "请删去出生日期")


def _birth_month(person: _Person, lines: list[str]) -> Iterator[Exposure]:
    """The birth month, where the same line shows the last four digits: few hidden ones are then left to guess."""
    if not person.has_id:
        return
    months = {(born.year, born.month) for born in person.born}
    for line in lines:
        if not any(line[end : end + 4].upper() == person.number[-4:] for end in _ends(line)):
            continue
        for words, day in _dates(line):
            if (day.year, day.month) in months:
                message = f"{person.name}的出生年月与身份证号末4位一起印出，身份证号隐去的数字可以推算出来"
                yield Exposure(BIRTH_MONTH, words, message, "请删去出生年月，或把“身份证号显示”改为“不印”")


def _ends(line: str) -> Iterator[int]:
    """Where the last four digits of an ID number may begin: behind what hides the others, or the words for them."""
    return (match.end() for match in _TAIL.finditer(line))
