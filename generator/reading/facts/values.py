"""Amounts, durations, phones, persons, document numbers and addresses in a text."""

import re
from collections.abc import Iterator

from generator.reading.facts.mention import AMOUNT, DURATION, NUMBER, PERSON, PHONE, URL, Mention

S = r"[^\S\n]*"
Found = Iterator[tuple[Mention, ...]]

_NUMBER = r"(?<![0-9.,，])[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?"
_UNIT = rf"{S}[万千百亿]{{0,2}}元"
_AMOUNT = re.compile(rf"({_NUMBER})(?={_UNIT})|({_NUMBER})(?=(?:{S}[、/和至—～~-]{S}[0-9.]+){{1,4}}{_UNIT})")

_COUNT = r"(?<![0-9.第])[0-9]+"
_CHINESE = r"[一二两三四五六七八九十]{1,3}"
_DURATION = re.compile(
    rf"{_COUNT}{S}(?:个{S}工{S}作{S}日|工作日|小时|学时|课时|天(?![0-9])|个月|分钟)"
    rf"|(?:{_COUNT}|{_CHINESE}){S}(?:个{S}工{S}作{S}日|工作日|个月(?={S}[内后])|[年日](?={S}内))"
    rf"|(?<=期限为)(?:{_COUNT}|{_CHINESE})年|(?<=顺延)(?:{_COUNT}|{_CHINESE})年"
)
_TIMES = re.compile(rf"(?:超过|多于|最多|至多|限){S}([0-9]+{S}次)|第{S}([0-9]+{S}次)(?={S}提交)")

_LANDLINE = r"(?:0[0-9]{2,3}[-—－ ]?|[（(]0[0-9]{2,3}[）)][^\S\n]?)[1-9][0-9]{6,7}"
_SERVICE = r"[48]00[- ]?(?:[0-9]{3}[- ]?[0-9]{4}|[0-9]{4}[- ]?[0-9]{3})|0[0-9]{2,3}-1[0-9]{4}"
_PHONE = re.compile(rf"(?<![0-9A-Za-z.-])(?:{_LANDLINE}|{_SERVICE}|1[3-9][0-9]{{9}})(?:-[0-9]{{1,6}})?(?![0-9A-Za-z])")
_LOCAL = re.compile(r"(?<![0-9A-Za-z.〔\[-])[1-9][0-9]{6,7}(?![0-9A-Za-z年月日元号])")
_ONE_MORE = re.compile(rf"{S}[、，,/或]{S}([1-9][0-9]{{6,7}})(?![0-9A-Za-z年月日元号])")
_HOTLINE = re.compile(rf"(?:热线|电话){S}[：:为是]?{S}(1[0-9]{{4}})(?![0-9])")
_PHONE_WORD = re.compile(r"电话|热线|传真|手机|联系方式|座机")
_NEAR = 40  # characters in which a number of seven or eight digits still belongs to the word 电话

_HAN = r"\u4e00-\u9fff"
_BRACKETED = re.compile(
    rf"([{_HAN}A-Za-z×]{{2,24}}){S}[〔\[［【（(]{S}(?:19|20)[0-9]{{2}}{S}[〕\]］】）)]{S}第?{S}[0-9]{{1,5}}{S}号"
)
_ORDER = re.compile(
    rf"(?<=[（(])(?:[{_HAN}]{{2,24}}?(?:令{S}第{S}[0-9]{{1,4}}{S}号|第{S}[0-9]{{1,4}}{S}号{S}令))(?=[）),，、；;])"
)
_BEFORE_NUMBER = re.compile(
    r"^.*(?:按照|根据|依据|依照|遵照|参照|执行|印发|转发|下发|贯彻|落实|遵守|以及|依|按|据|及|和|与|见|由|的|《|》)"
)
_LONGEST_SIGN = 12  # characters before the year: 中华人民共和国… are written out in orders only

_DOMAIN = r"(?:com|cn|net|org|gov|edu|mil|info|top|vip|xyz|cc|io|biz|site|online)"
_ADDRESS = re.compile(
    r"(?:https?://|(?<![A-Za-z0-9.@/_-])www\.)[A-Za-z0-9.:/?#&=%_~+@!$,;-]+"
    rf"|(?<![A-Za-z0-9.@/_-])(?:[A-Za-z0-9-]+\.)+{_DOMAIN}(?![A-Za-z0-9.@_-])(?:/[A-Za-z0-9./?#&=%_~+-]*)?"
)
_AFTER_ADDRESS = ".,;:!?-_@$&"

_NAME = rf"[{_HAN}]{{1,12}}(?:[·•][{_HAN}]{{1,12}})+|[{_HAN}]{{2,4}}?"
_PERSON = re.compile(
    rf"(?:联系人|联络人|咨询人|经办人){S}[：:]{S}((?:{_NAME})(?:(?:{S}[、，,/]{S}|[^\S\n]+)(?:{_NAME}))*)"
    rf"(?={S}(?:$|\n|[^{_HAN}·\s]|联系|电话|手机|办公))",
    re.MULTILINE,
)
_ONE_NAME = re.compile(rf"[{_HAN}·•]{{2,26}}")
_NO_PERSON = re.compile(
    r".*(?:科|处|室|办|局|部|组|厅|院|中心|股|所|站|单位|联系|办公|手机|传真|邮箱|微信|地址|同志|老师|主任|先生|女士|长|人员|电话|方式)$"
)


def amount_mentions(text: str) -> Found:
    """Amounts of money: the figure alone, in front of 元."""
    for match in _AMOUNT.finditer(text):
        yield (Mention(AMOUNT, *match.span(), match.group().strip()),)


def duration_mentions(text: str) -> Found:
    """Days, hours, years and the like that bound something, and how many times it may be done, each with its unit."""
    for match in _DURATION.finditer(text):
        yield (Mention(DURATION, *match.span(), _bare(match.group())),)
    for match in _TIMES.finditer(text):
        group = 1 if match[1] else 2
        yield (Mention(DURATION, *match.span(group), _bare(match[group])),)


def phone_mentions(text: str) -> Found:
    """Phone numbers; a local number of seven or eight digits, and a hotline of five, only after the word for it."""
    for match in _PHONE.finditer(text):
        yield (Mention(PHONE, *match.span(), match.group()),)
        position = match.end()
        while other := _ONE_MORE.match(text, position):
            yield (Mention(PHONE, *other.span(1), other[1]),)
            position = other.end()
    for match in _LOCAL.finditer(text):
        if _PHONE_WORD.search(text, max(0, match.start() - _NEAR), match.start()):
            yield (Mention(PHONE, *match.span(), match.group()),)
    for match in _HOTLINE.finditer(text):
        yield (Mention(PHONE, *match.span(1), match[1]),)


def number_mentions(text: str) -> Found:
    """Document numbers with their year in brackets, and orders (人社部令第40号) that stand in brackets themselves."""
    for match in _BRACKETED.finditer(text):
        before = _BEFORE_NUMBER.match(match[1])
        start = match.start() + (before.end() if before else 0)
        if 2 <= match.end(1) - start <= _LONGEST_SIGN:
            yield (Mention(NUMBER, start, match.end(), _bare(text[start : match.end()])),)
    for match in _ORDER.finditer(text):
        yield (Mention(NUMBER, *match.span(), _bare(match.group())),)


def address_mentions(text: str) -> Found:
    """Web addresses, with or without http://; no mail addresses."""
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(_AFTER_ADDRESS)
        yield (Mention(URL, match.start(), match.start() + len(address), address),)


def person_mentions(text: str) -> Found:
    """The names after 联系人：, where they are names and no offices or titles."""
    for match in _PERSON.finditer(text):
        for name in _ONE_NAME.finditer(text, match.start(1), match.end(1)):
            if not _NO_PERSON.match(name.group()):
                yield (Mention(PERSON, *name.span(), name.group()),)


def _bare(text: str) -> str:
    return "".join(text.split())
