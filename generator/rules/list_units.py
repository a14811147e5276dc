"""The units of a list: one unit under one name and one code, however its name was typed or shortened."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.finding import Finding
from generator.model.case import Case
from generator.rules.identity_numbers import plain
from generator.rules.names import folded
from generator.rules.rule import Rule

_SHORTEST = 4  # characters; 档案馆 alone at the end of a name does not make it the short form of another
_SEE_SEAL = "请统一写成与公章一致的全称"
_PLACES = "省市县区州盟旗"  # what a place's name ends with, and what 巴州 keeps of 巴音郭楞蒙古自治州
_AUTONOMOUS = "自治"

SPELLING = Rule("list-unit-spelling", "warning", "同一单位的名称在各处写法相同")
CODE = Rule("list-unit-code", "warning", "同一单位只有一个统一社会信用代码，不同的单位代码不同")


class _Spelling(NamedTuple):
    """One way in which a unit's name is written, and where it stands first."""

    name: str
    code: str
    position: int

    @property
    def field(self) -> str:
        return f"名单.第{self.position}项.单位.名称"


def unit_findings(cases: Sequence[Case]) -> Iterator[Finding]:
    """Units that look like one under several names, and names under several codes."""
    spellings: dict[tuple[str, str], _Spelling] = {}
    for position, case in enumerate(cases, start=1):
        if case.unit:
            key = (case.unit.name, plain(case.unit.organisation_code or ""))
            spellings.setdefault(key, _Spelling(*key, position))
    ways = list(spellings.values())
    yield from _one_code(ways)
    yield from _one_name(ways)
    yield from _short_names(ways)
    yield from _shortened_places(ways)


def is_shortened(short: str, long: str) -> bool:
    """Whether the names differ only in how the place they begin with is written (巴州…, 巴音郭楞蒙古自治州…).

    Both begin and end alike, and what the short one leaves out in between belongs to a place's name: it has 自治, it
    ends as a place's name does, or it comes between 巴 and 州.
    """
    head = _shared(short, long)
    left_out = long[head : head + len(long) - len(short)]
    rest = short[head:]
    if not (head and left_out and len(rest) >= _SHORTEST and long == short[:head] + left_out + rest):
        return False
    return _AUTONOMOUS in left_out or left_out[-1] in _PLACES or (head == 1 and rest[0] in _PLACES)


def _shared(one: str, other: str) -> int:
    """The number of characters with which both begin."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def _one_code(spellings: Sequence[_Spelling]) -> Iterator[Finding]:
    """Two names under one code."""
    first: dict[str, _Spelling] = {}
    for one in spellings:
        other = first.setdefault(one.code, one) if one.code else one
        if other.name != one.name:
            message = f"“{one.name}”与第{other.position}项的“{other.name}”统一社会信用代码相同，单位名称写法不同"
            yield SPELLING.finding(one.field, message, _SEE_SEAL)


def _one_name(spellings: Sequence[_Spelling]) -> Iterator[Finding]:
    """Names that differ in width or spaces only, and one name with two codes."""
    groups: dict[str, list[_Spelling]] = defaultdict(list)
    for one in spellings:
        groups[folded(one.name)].append(one)
    for first, *others in groups.values():
        for one in others:
            if one.name != first.name and not (one.code and one.code == first.code):
                message = f"“{one.name}”与第{first.position}项的“{first.name}”只差空格、标点或全角半角"
                yield SPELLING.finding(one.field, message, _SEE_SEAL)
            if one.code and first.code and one.code != first.code:
                message = f"“{one.name}”的统一社会信用代码与第{first.position}项同名单位的不同"
                remedy = "请对照法人证书或营业执照核对"
                yield CODE.finding(f"名单.第{one.position}项.单位.统一社会信用代码", message, remedy)


def _short_names(spellings: Sequence[_Spelling]) -> Iterator[Finding]:
    """A name that is the end of another's (孔雀河档案馆, 巴音郭楞蒙古自治州孔雀河档案馆): perhaps the same unit's."""
    names = {folded(one.name): one for one in reversed(spellings)}
    for long, one in names.items():
        for start in range(1, len(long) - _SHORTEST + 1):
            short = names.get(long[start:])
            if short and not (short.code and one.code):
                message = f"“{short.name}”像是第{one.position}项“{one.name}”的简称"
                yield SPELLING.finding(short.field, message, f"是同一单位的，{_SEE_SEAL}", level="hint")


def _shortened_places(spellings: Sequence[_Spelling]) -> Iterator[Finding]:
    """Names that are the same but for the place; only those that begin and end alike are compared."""
    groups: dict[tuple[str, str], list[tuple[str, _Spelling]]] = defaultdict(list)
    for name, one in {folded(one.name): one for one in reversed(spellings)}.items():
        groups[name[:1], name[-_SHORTEST:]].append((name, one))
    for group in groups.values():
        for short, one in group:
            for long, other in group:
                if is_shortened(short, long) and not (one.code and other.code):
                    message = f"“{one.name}”与第{other.position}项的“{other.name}”只差地名的写法"
                    yield SPELLING.finding(one.field, message, f"是同一单位的，{_SEE_SEAL}")
