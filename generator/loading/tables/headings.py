"""Which field a heading names, however an office writes it: 身 份 证 号, 2023年度考核结果, 学历2."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from generator.loading.tables.fields import Kind, Leaf, Names, groups, leaves, unit_leaves
from generator.loading.tables.synonyms import BELOW, DEGREES, GENERIC, GROUPS, MORE, NAMES, SERIALS, SPANS, UNITS
from generator.text import chinese_number

NAME, ID = ("姓名",), ("身份证号",)
DEGREE_LIST, UNIT = "学历学位", "单位"
_ASSESSMENT, _TRAINING = ("年度考核", "等次"), ("继续教育", "学时")
_LONGEST = 60

_NOT_WORDS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_YEAR = re.compile(r"((?:19|20)\d{2})年?度?")
_OF_ASSESSMENT = re.compile(r"(?:近.年|任现职以来)?(?:年度)?考核(?:结果|等次|结论|情况)*")
_TRAINING_WORDS = "(?:继续教育|培训|学习|学时|课时|科目|课程|数)"
_OF_TRAINING = re.compile(
    rf"{_TRAINING_WORDS}*(公需){_TRAINING_WORDS}*|{_TRAINING_WORDS}+(专业){_TRAINING_WORDS}*|(专业){_TRAINING_WORDS}+"
)
_NUMBERED = re.compile(r"(\D+?)第?(\d{1,2}|[一二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)(\D*)")
_KEY_OF_MAPPING = re.compile(r"\s*[（(\[【:：—·/]\s*(.+?)\s*[）)\]】]?\s*")
_SOMEBODY_ELSE = re.compile("配偶|家属|家庭|经办|联系人|推荐人|填报人|介绍人")
_OF_A_SHEET = re.compile(r"(?:情况|信息|明细|表|名单|一览)+$")


class Target(NamedTuple):
    """The field a column holds. Of a list, `item` tells the columns of one item from those of another.

    `fixed` are values of that item which the heading itself states (2023年考核). A column without `names` numbers rows.
    """

    names: Names
    item: int | str = 0
    fixed: tuple[tuple[str, str], ...] = ()
    is_span: bool = False
    """Whether the column holds two dates, from and until; `names` leads to their list."""


SERIAL = Target(())
_LABELS: dict[Names, str] = {
    (UNIT, "名称"): "工作单位",
    ("现职称", "名称"): "现职称",
    ("申报", "职称"): "拟申报职称",
    ("机关调入", "调入时间"): "机关调入时间",
}


def fold(text: str) -> str:
    """The text without what varies between offices: spaces, line breaks, width, case, brackets and other marks."""
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def foldings(text: str) -> Iterator[str]:
    """The heading folded with what stands in its brackets, then without: 出生年月（如1990.05）."""
    yield fold(text)
    plain = unicodedata.normalize("NFKC", text)
    if "(" in plain or "[" in plain:
        yield fold(_BRACKETS.sub("", plain))


class Vocabulary:
    """What the headings of one kind of sheet mean."""

    def __init__(
        self,
        words: dict[str, Target],
        mappings: dict[str, Names],
        worked_out: Callable[[str], Target | None] = lambda folded: None,
    ):
        self.words = words
        self._mappings = mappings
        self._worked_out = worked_out
        self.target = lru_cache(4096)(self._target)

    def _target(self, *chain: str) -> Target | None:
        """The field that a heading names; of a heading of several levels, the upper ones first."""
        if not 0 < sum(map(len, chain)) <= _LONGEST:
            return None
        *above, last = chain
        found = self._of_words("".join(chain)) or self._of_mapping(chain)
        if found or not above or _SOMEBODY_ELSE.search(above[-1]):
            return found
        group, found = group_named(above[-1]), self._of_words(last)
        return found if found and (group is None or found.names[:1] == (group,)) else None

    def _of_words(self, text: str) -> Target | None:
        for folded in foldings(text):
            if folded and (found := self.words.get(folded) or self._worked_out(folded)):
                return found
        return None

    def _of_mapping(self, chain: tuple[str, ...]) -> Target | None:
        """核实情况（无安全责任事故）: the rest of the heading is a key, word for word."""
        if len(chain) > 1 and fold(chain[-2]) in self._mappings:
            return Target((*self._mappings[fold(chain[-2])], chain[-1].strip()))
        for word, names in self._mappings.items():
            head = chain[-1].strip()
            match = _KEY_OF_MAPPING.fullmatch(head, len(word)) if head.startswith(word) else None
            if match:
                return Target((*names, match[1]))
        return None


@cache
def applicant_words() -> Vocabulary:
    """The headings of a list of applicants, and the labels of one applicant's sheet."""
    words = {fold(word): SERIAL for word in SERIALS}
    for word, target in (*_own_words(), *_joined_words(), *_bare_words(), *_list_words()):
        words.setdefault(fold(word), target)
    mappings = {
        word: leaf.names
        for leaf in leaves().values()
        if leaf.kind is Kind.MAPPING and len(leaf.names) == 1
        for word in _called_group(leaf.names[0])
    }
    return Vocabulary(words, mappings, _worked_out)


@cache
def group_words(group: str) -> Vocabulary:
    """The headings of a sheet that holds one list, or one group, of each applicant named by 姓名 and 身份证号."""
    words = {fold(word): SERIAL for word in SERIALS}
    for names in (NAME, ID):
        words |= {fold(word): Target(names) for word in (*names, *NAMES[names])}
    mappings = {}
    for names, leaf in _children(group):
        if leaf.kind is Kind.MAPPING:
            mappings |= dict.fromkeys(_called(names), names)
            continue
        for word in (*_called(names), *_joined(group, names)):
            words.setdefault(fold(word), Target(names))
    if (group, "起") in leaves():
        words |= {fold(word): Target((group,), is_span=True) for word in SPANS if fold(word) not in words}
    return Vocabulary(words, mappings)


@cache
def unit_words() -> Vocabulary:
    """The headings of a sheet of units."""
    words = {fold(word): SERIAL for word in SERIALS}
    for names in unit_leaves():
        path = (UNIT, *names)
        for word in (*_called(path), *(f"{UNIT}{word}" for word in _called(path)), *NAMES.get(path, ())):
            words.setdefault(fold(word), Target(names))
    return Vocabulary(words, {})


@lru_cache(1024)
def group_named(text: str) -> str | None:
    """The group or list whose name this is, be it a heading, a label or a sheet's name: 论文（著作）情况."""
    for folded in foldings(text):
        found = _group_names().get(folded) or _group_names().get(_OF_A_SHEET.sub("", folded))
        if found:
            return found
    return None


def is_more(sheet: str) -> bool:
    """Whether a sheet of this name gives more of the applicants' own fields."""
    return fold(sheet) in map(fold, MORE)


def is_units(sheet: str) -> bool:
    """Whether a sheet of this name describes units."""
    return fold(sheet) in map(fold, UNITS)


@lru_cache(1024)
def label(names: Names) -> str:
    """The heading to write for a field: 工作单位, 申报级别, 公示起始日期."""
    if names in _LABELS or len(names) < 2:
        return _LABELS.get(names) or (names[0] if names else "")
    group, name = names[0], names[-1]
    own = group in name or applicant_words().target(name) == Target(names) and group == UNIT
    return name if own or groups()[group].is_list else f"{group}{name}"


@cache
def _group_names() -> dict[str, str]:
    return {fold(word): group for group in groups() for word in _called_group(group)}


def _called(names: Names) -> Iterable[str]:
    return (names[-1], *BELOW.get(names, ()))


def _called_group(group: str) -> Iterable[str]:
    return (group, *GROUPS.get(group, ()))


def _joined(group: str, names: Names) -> Iterable[str]:
    return (f"{above}{word}" for above in _called_group(group) for word in _called(names))


def _children(group: str) -> Iterator[tuple[Names, Leaf]]:
    return ((names, leaf) for names, leaf in leaves().items() if names[0] == group and len(names) > 1)


def _own_words() -> Iterator[tuple[str, Target]]:
    """The model's own names and their synonyms, which need nothing around them."""
    for names, leaf in leaves().items():
        if len(names) == 1 and leaf.kind is not Kind.MAPPING:
            yield names[0], Target(names)
        for word in NAMES.get(names, ()):
            yield word, Target(names)


def _joined_words() -> Iterator[tuple[str, Target]]:
    """A group's name with that of a field: 现职称取得时间."""
    for group in groups().values():
        for names, _ in _children(group.name):
            for word in _joined(group.name, names):
                yield word, Target(names, int(group.is_list))


def _list_words() -> Iterator[tuple[str, Target]]:
    """A list's name alone, for the one field that each of its items must have: 业绩成果."""
    for group in groups().values():
        if group.primary:
            for word in _called_group(group.name):
                yield word, Target((group.name, group.primary), 1)


def _bare_words() -> Iterator[tuple[str, Target]]:
    """The names of fields inside groups that can mean one field only; those of lists where one item is enough."""
    found: dict[str, set[Target]] = {}
    for group in groups().values():
        if not group.is_list or group.primary:
            for names, _ in _children(group.name):
                for word in _called(names) if group.is_list else names[-1:]:
                    found.setdefault(word, set()).add(Target(names, int(group.is_list)))
    for word, targets in found.items():
        if len(targets) == 1 and word not in GENERIC:
            yield word, targets.pop()


@cache
def _items() -> dict[str, Names]:
    """What can stand before or around a number: the names of the fields of lists, where they mean one field only."""
    found: dict[str, set[Names]] = {}
    for group in groups().values():
        for names, _ in _children(group.name) if group.is_list else ():
            for word in (*_called(names), *_joined(group.name, names)):
                found.setdefault(fold(word), set()).add(names)
        if group.primary:
            for word in _called_group(group.name):
                found.setdefault(fold(word), {(group.name, group.primary)})
    return {word: targets.pop() for word, targets in found.items() if len(targets) == 1}


def _worked_out(folded: str) -> Target | None:
    return _of_a_year(folded) or _of_a_degree(folded) or _numbered(folded)


def _of_a_year(folded: str) -> Target | None:
    match = _YEAR.search(folded)
    if match is None:
        return None
    year, rest = match[1], folded[: match.start()] + folded[match.end() :]
    if _OF_ASSESSMENT.fullmatch(rest):
        return Target(_ASSESSMENT, int(year), (("年度", year),))
    if training := _OF_TRAINING.fullmatch(rest):
        kind = f"{training[training.lastindex]}科目"
        return Target(_TRAINING, f"{year}{kind}", (("年度", year), ("科目", kind)))
    return None


def _of_a_degree(folded: str) -> Target | None:
    for prefix, (item, fixed) in DEGREES.items():
        if folded.startswith(prefix):
            rest = folded.removeprefix(prefix)
            names = _items().get(rest)
            if names and names[0] == DEGREE_LIST and rest not in GENERIC:
                return Target(names, item, fixed)
    return None


def _numbered(folded: str) -> Target | None:
    match = _NUMBERED.fullmatch(folded)
    names = _items().get(match[1] + match[3]) if match else None
    if names is None:
        return None
    number = match[2]
    return Target(names, int(number) if number.isdecimal() else chinese_number(number))
