"""Several applicants together: the same person twice, one number on two people, one unit spelled two ways."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.finding import Finding
from generator.model.applicant import Applicant
from generator.model.case import Case
from generator.rules.identity_numbers import plain
from generator.rules.names import folded
from generator.rules.rule import Rule
from generator.text import mask_id

_SHORTEST = 4  # characters; 档案馆 alone at the end of a name does not make it the short form of another
_SEE_CARD = "请对照两人的身份证原件核对"
_SEE_SEAL = "请统一写成与公章一致的全称"

TWICE = Rule("list-person-twice", "error", "同一人在一份名单中只出现一次")
SHARED_ID = Rule("list-shared-id", "error", "不同的人身份证号不同")
NAME_SPELLING = Rule("list-name-spelling", "error", "同一人的姓名在各处写法相同")
NAMESAKES = Rule("list-namesakes", "hint", "同名的人分得清")
UNIT_SPELLING = Rule("list-unit-spelling", "warning", "同一单位的名称在各处写法相同")
UNIT_CODE = Rule("list-unit-code", "warning", "同一单位只有一个统一社会信用代码，不同的单位代码不同")


class _Entry(NamedTuple):
    """One applicant with their position in the list, from 1."""

    position: int
    applicant: Applicant

    def field(self, name: str) -> str:
        return f"名单.第{self.position}项.{name}"

    def __str__(self) -> str:
        return f"第{self.position}项“{self.applicant.name}”"


class _Spelling(NamedTuple):
    """One way in which a unit's name is written, and where it stands first."""

    name: str
    code: str
    position: int

    @property
    def field(self) -> str:
        return f"名单.第{self.position}项.单位.名称"


def list_findings(cases: Sequence[Case]) -> list[Finding]:
    """What several applicants show together; the fields begin with 名单.第N项, N being the place in `cases` from 1."""
    entries = [_Entry(position, case.applicant) for position, case in enumerate(cases, start=1) if case.applicant]
    return [*_same_numbers(entries), *_same_names(entries), *_units(cases)]


def _same_numbers(entries: Sequence[_Entry]) -> Iterator[Finding]:
    first: dict[str, _Entry] = {}
    for entry in entries:
        number = plain(entry.applicant.id_number or "")
        if not number:
            continue
        other = first.setdefault(number, entry)
        if other is entry:
            continue
        shown = mask_id(number)
        if folded(other.applicant.name) != folded(entry.applicant.name):
            message = f"{entry}的身份证号（{shown}）与{other}的相同"
            yield SHARED_ID.finding(entry.field("身份证号"), message, _SEE_CARD)
            continue
        message = f"{entry}与{other}是同一人，身份证号都是{shown}"
        yield TWICE.finding(entry.field("身份证号"), message, "请核实后只保留一份")
        if other.applicant.name != entry.applicant.name:
            message = f"同一人的姓名，{other}、{entry}写法不同（空格、间隔号或字的编码）"
            yield NAME_SPELLING.finding(entry.field("姓名"), message, "请对照身份证原件写成一样")


def _same_names(entries: Sequence[_Entry]) -> Iterator[Finding]:
    """People of one name and different numbers; without a number it cannot be known whether they are one."""
    first: dict[str, _Entry] = {}
    for entry in entries:
        other = first.setdefault(folded(entry.applicant.name), entry)
        numbers = [plain(one.applicant.id_number or "") for one in (other, entry)]
        if other is entry or numbers[0] and numbers[0] == numbers[1]:
            continue
        born, same_born = entry.applicant.born, entry.applicant.born == other.applicant.born
        if all(numbers) and not (born and same_born):
            message = f"{entry}与{other}同名，身份证号不同"
            yield NAMESAKES.finding(entry.field("姓名"), message, "请核对不是同一人，并在文书中分清")
        elif born and same_born:
            message = f"{entry}与{other}同名，出生年月也相同，可能是同一人"
            yield TWICE.finding(entry.field("姓名"), message, _SEE_CARD, level="warning")
        else:
            message = f"{entry}与{other}同名，没有写全身份证号，是不是同一人无法判断"
            yield NAMESAKES.finding(entry.field("姓名"), message, _SEE_CARD)


def _units(cases: Sequence[Case]) -> Iterator[Finding]:
    spellings: dict[tuple[str, str], _Spelling] = {}
    for position, case in enumerate(cases, start=1):
        if case.unit:
            key = (case.unit.name, plain(case.unit.organisation_code or ""))
            spellings.setdefault(key, _Spelling(*key, position))
    ways = list(spellings.values())
    yield from _one_code(ways)
    yield from _one_name(ways)
    yield from _short_names(ways)


def _one_code(spellings: Sequence[_Spelling]) -> Iterator[Finding]:
    """Two names under one code."""
    first: dict[str, _Spelling] = {}
    for one in spellings:
        other = first.setdefault(one.code, one) if one.code else one
        if other.name != one.name:
            message = f"“{one.name}”与第{other.position}项的“{other.name}”统一社会信用代码相同，单位名称写法不同"
            yield UNIT_SPELLING.finding(one.field, message, _SEE_SEAL)


def _one_name(spellings: Sequence[_Spelling]) -> Iterator[Finding]:
    """Names that differ in width or spaces only, and one name with two codes."""
    groups: dict[str, list[_Spelling]] = defaultdict(list)
    for one in spellings:
        groups[folded(one.name)].append(one)
    for first, *others in groups.values():
        for one in others:
            if one.name != first.name and not (one.code and one.code == first.code):
                message = f"“{one.name}”与第{first.position}项的“{first.name}”只差空格、标点或全角半角"
                yield UNIT_SPELLING.finding(one.field, message, _SEE_SEAL)
            if one.code and first.code and one.code != first.code:
                message = f"“{one.name}”的统一社会信用代码与第{first.position}项同名单位的不同"
                remedy = "请对照法人证书或营业执照核对"
                yield UNIT_CODE.finding(f"名单.第{one.position}项.单位.统一社会信用代码", message, remedy)


def _short_names(spellings: Sequence[_Spelling]) -> Iterator[Finding]:
    """A name that is the end of another's (孔雀河档案馆, 巴音郭楞蒙古自治州孔雀河档案馆): perhaps the same unit's."""
    names = {folded(one.name): one for one in reversed(spellings)}
    for long, one in names.items():
        for start in range(1, len(long) - _SHORTEST + 1):
            short = names.get(long[start:])
            if short and not (short.code and one.code):
                message = f"“{short.name}”像是第{one.position}项“{one.name}”的简称"
                yield UNIT_SPELLING.finding(short.field, message, f"是同一单位的，{_SEE_SEAL}", level="hint")
