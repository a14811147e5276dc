"""What the heading of a list, or the name of a merge field, asks of one applicant: as text, and as an expression.

The vocabulary is the one by which lists are read. A heading that names no item of a list (论文题目, where somebody may
have three) asks for all of them; 学历 on its own asks for the highest, as rosters mean it.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.context import LINKS
from generator.loading.tables.fields import Kind, Names, groups, leaves
from generator.loading.tables.headings import DEGREE_LIST, Target, applicant_words, foldings

BETWEEN_ITEMS, BETWEEN_TEXTS = "；", "、"
_APPLICANT, _CAMPAIGN = "申报人", "评审"
_SEVERAL = (Kind.TEXTS, Kind.PHONES, Kind.MAPPING)
_FORM, _FULL_TIME, _BESIDES_WORK = "学习形式", "全日制", "在职"
_HIGHEST = 99  # the item that 最高学历 and 在职教育 name
_ALL, _LAST = (None, None), (-1, None)

Part = tuple[int | None, int | None]
"""From which item of a list up to which (from 0), as Python counts."""
Saying = tuple[str, str | int, bool]
"""A field of an item, what it must say, and True; or what it must not say, and False."""


@dataclass(frozen=True)
class Asked:
    """A value, or what the chosen items of a list say: `path` leads to it from the root of the template's variables."""

    path: Names
    kind: Kind
    key: str = ""
    """Of a list, the field of each item."""
    part: Part = _ALL
    """Which items count, of those that say what `where` asks."""
    where: tuple[Saying, ...] = ()

    @property
    def is_date(self) -> bool:
        return self.kind in (Kind.MONTH, Kind.DAY)

    @property
    def is_one_of_several(self) -> bool:
        """Whether it takes one item by its number, and others may be left over."""
        return self.part[1] is not None and not self.where and self.path != (_APPLICANT, DEGREE_LIST)

    def texts(self, values: dict[str, Any]) -> list[str]:
        """What the items that count say, in the values of one paper; of a single value, what it says."""
        value = self._value(values)
        if not self.key:
            return [BETWEEN_TEXTS.join(value) if isinstance(value, list) else str(value)]
        counting = [item for item in value if all((item[name] == said) is same for name, said, same in self.where)]
        return [str(item[self.key]) for item in counting[slice(*self.part)] if item[self.key] != ""]

    def number_of_items(self, values: dict[str, Any]) -> int:
        """How many items the whole list has."""
        return len(self._value(values))

    @property
    def expression(self) -> str:
        """The same as an expression of templates."""
        path = ".".join(self.path)
        if self.kind is Kind.MAPPING:
            return f'{".".join(self.path[:-1])}.get("{self.path[-1]}", "")'
        if not self.key:
            return f'{path}|join("{BETWEEN_TEXTS}")' if self.kind in _SEVERAL else path
        for name, said, same in self.where:
            literal = f'"{said}"' if isinstance(said, str) else said
            path += f'|{"selectattr" if same else "rejectattr"}("{name}", "equalto", {literal})'
        if self.part == _ALL:
            path += f'|rejectattr("{self.key}", "equalto", "")'
        else:
            bounds = ":".join("" if bound is None else str(bound) for bound in self.part)
            path = f"({path}|list)[{bounds}]" if self.where else f"{path}[{bounds}]"
        return f'{path}|join("{BETWEEN_ITEMS}", attribute="{self.key}")'

    def _value(self, values: dict[str, Any]) -> Any:
        value: Any = values
        for name in self.path:
            value = value.get(name, "")
        return value


@lru_cache(1024)
def asked(target: Target, heading: str) -> Asked | None:
    """What a heading asks for that the vocabulary of lists reads as `target`.

    None where that is no text: a number of the row, a link to another file, several texts of each item of a list.
    """
    names = target.names
    if not names or names == (_CAMPAIGN,):
        return None
    group = groups().get(names[0])
    root = () if names[0] in LINKS else (_APPLICANT,)
    if group is None or not group.is_list:
        leaf = leaves().get(names) or leaves()[names[:-1]]
        return Asked((*root, *names), leaf.kind)
    leaf = leaves().get(names)
    if leaf is None or leaf.kind in _SEVERAL:
        return None
    return Asked((*root, group.name), leaf.kind, names[-1], *_items(target, heading))


def _items(target: Target, heading: str) -> tuple[Part, tuple[Saying, ...]]:
    """Which items of the list a heading means."""
    group = target.names[0]
    if group == DEGREE_LIST:
        if _BESIDES_WORK in heading:
            return _LAST, ((_FORM, "", False), (_FORM, _FULL_TIME, False))
        if target.fixed or target.item == _HIGHEST or _is_plain(heading):
            return _LAST, tuple(_said(group, *pair) for pair in target.fixed)
    if target.fixed:
        return _ALL, tuple(_said(group, *pair) for pair in target.fixed)
    if _is_plain(heading):
        return _ALL, ()
    return (target.item - 1, target.item), ()


def _said(group: str, name: str, text: str) -> Saying:
    return name, int(text) if leaves()[group, name].kind is Kind.NUMBER else text, True


def _is_plain(heading: str) -> bool:
    """Whether a heading of a list's field has no number: it stands in the vocabulary as it is."""
    words = applicant_words().words
    return any(folded in words for text in (heading, heading.rpartition("—")[2]) for folded in foldings(text))
