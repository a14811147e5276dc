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
_TAIL_WORDS = "(?:尾号|[后末][四4]位)"
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

    `id_display` is 全号, 隐去中间8位 or 不印. A line of the text is a paragraph, or a row of a table.
    """
    plainly = _folded(text)
    runs = list(dict.fromkeys(_RUN.findall(plainly)))
    dates = list(_dates(plainly))
    found = _of_strangers(plainly, {plain(person.id_number or "") for person in people})
    for person in people:
        found += [*_id_number(person, runs, id_display), *_phone(person, runs), *_birth_date(person, dates)]
        if id_display != _WHOLE:
            found += _birth_month(person, [plainly] if len(people) == 1 else plainly.split("\n"))
    # The words as they were printed: folding keeps each character's place.
    places = [(exposure, plainly.index(exposure.words)) for exposure in dict.fromkeys(found)]
    return [Exposure(one.rule, text[start : start + len(one.words)], one.message, one.remedy) for one, start in places]


def _folded(text: str) -> str:
    """The text with every decimal digit as 0-9 (full-width, bold …), each character in its place."""
    if text.isascii():
        return text
    return "".join(str(int(char)) if char > "\x7f" and char.isdecimal() else char for char in text)


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


def _id_number(person: Applicant, runs: list[str], id_display: str) -> Iterator[Exposure]:
    number = plain(person.id_number or "")
    front, behind = _SHOWN.get(id_display, (0, 0))
    if not _is_id(number) or front == LENGTH:
        return
    old = number[:6] + number[8:17]  # the number of 15 digits that cards had until 1999
    remedy = "请改用 {{ 申报人.身份证号 }}，它按“公示规定”的“身份证号显示”印；或删去"
    for words in runs:
        run = plain(words)
        if number in run or old in run:
            message = f"印出了{person.name}的完整身份证号，本年度的选择是“{id_display}”"
            yield Exposure(ID, words, message, remedy)
        elif (shown := _shown_of(run, number)) and (shown[0] > front or shown[1] > behind):
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


def _phone(person: Applicant, runs: list[str]) -> Iterator[Exposure]:
    for phone in phones(person.phone or ""):
        digits = phone.partition("转")[0]
        for words in runs:
            if digits in plain(words):
                message = f"印出了{person.name}的联系电话"
                yield Exposure(PHONE, words, message, "请删去；公示上只印受理反映的监督电话")


def _birth_date(person: Applicant, dates: list[tuple[str, PartialDate]]) -> Iterator[Exposure]:
    born = _born(person)
    for words, day in dates:
        if day.day and day in born:
            yield Exposure(BIRTH_DATE, words, f"印出了{person.name}完整的出生日期", "请删去出生日期")


def _birth_month(person: Applicant, lines: list[str]) -> Iterator[Exposure]:
    """The birth month, where the same line shows the last four digits: few hidden ones are then left to guess."""
    number = plain(person.id_number or "")
    if not _is_id(number):
        return
    months = {(born.year, born.month) for born in _born(person)}
    tail = number[-4:]
    for line in lines:
        behind = [match.end() for match in re.finditer(rf"[{_HIDING}]|{_TAIL_WORDS}\D{{0,3}}", line)]
        if not any(line[end : end + 4].upper() == tail for end in behind):
            continue
        for words, day in _dates(line):
            if (day.year, day.month) in months:
                message = f"{person.name}的出生年月与身份证号末4位一起印出，身份证号隐去的数字可以推算出来"
                yield Exposure(BIRTH_MONTH, words, message, "请删去出生年月，或把“身份证号显示”改为“不印”")


def _born(person: Applicant) -> set[PartialDate]:
    """The birth dates that the ID number and 出生年月 give; both where they disagree."""
    number = plain(person.id_number or "")
    born = birth_date(number) if _is_id(number) else None
    stated = person.born if person.born and person.born.month else None
    days = {stated} if stated else set()
    return days | ({PartialDate(born.year, born.month, born.day)} if born else set())
