"""Two records of one model, field by field: which values differ, in the order of the model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.comparing.change import Change
from generator.comparing.matching import in_turn, match
from generator.comparing.words import is_small, is_told, label, same_words, text_of, unit
from generator.model.base import Model, Period
from generator.text import OwnWords

_OWN_NAMES = ("名称", "栏目", "事项", "等次")
"""The keys of a name of an item's own; it may change, and the item stays what it is."""

_KEYS = ("适用", "人员", "联系人", "单位", "级别", "单位性质", "内容")
"""The keys by which items without such a name are told apart; the first two found count."""

_NOTICE = "通知"  # the campaign's group that holds the notice's own parts, which readers know by their own names

# What is computed and printed: told with the group of rules that it follows from.
_COMPUTED = {"考核": "考核年度", "继续教育": "继续教育年度"}
# Lists whose items say by themselves what they are.
_UNNAMED = [("批次",), ("标准",), ("年限",), ("继续教育年度",)]
_SHORT = 20  # characters of a text that is told in one line with others
_ORDER = "先后次序"


@dataclass(frozen=True)
class _Place:
    section: str
    names: tuple[str, ...] = ()

    def below(self, name: str) -> "_Place":
        return _Place(self.section, (*self.names, name)) if self.section else _Place(name)

    def change(self, old: str, new: str) -> Change:
        return Change(self.section, " ".join(self.names), old, new)


def record_changes(
    old: Model,
    new: Model,
    *,
    years: tuple[int | None, int | None] = (None, None),
    kinds: Mapping[str, str] | None = None,
    without: tuple[str, ...] = (),
) -> list[Change]:
    """What differs between two records of one kind; `kinds` are the names of the documents that data names by folder.

    A date of the record's own year (`years`) is told without it, so that one which only moves on with the year counts
    as the same. Words of the office's own are left out (`own_words`), so is what is not printed, and so are the
    fields `without` at the top.
    """
    return list(_Comparison(years, kinds or {}, without).records(old, new, _Place("")))


class _Comparison:
    def __init__(self, years: tuple[int | None, int | None], kinds: Mapping[str, str], without: tuple[str, ...]):
        self._years, self._kinds, self._without = years, kinds, without

    def records(self, old: Model, new: Model, place: _Place) -> Iterator[Change]:
        model = type(old)
        for name, field in model.model_fields.items():
            alias = field.alias or name
            if not is_told(model, alias) or not place.section and alias in self._without:
                continue
            below = _Place("") if alias == _NOTICE and not place.section else place.below(label(model, alias))
            before, after = getattr(old, name), getattr(new, name)
            yield from self._values(before, after, below, (unit(old, alias), unit(new, alias)))
            for computed, info in model.model_computed_fields.items():
                if info.alias == _COMPUTED.get(alias):
                    years = getattr(old, computed), getattr(new, computed)
                    yield from self._values(*years, below.below(info.alias), ("", ""))

    def _values(self, old: Any, new: Any, place: _Place, units: tuple[str, str]) -> Iterator[Change]:
        if isinstance(old, OwnWords) or isinstance(new, OwnWords) or old == new and units[0] == units[1]:
            return
        if _is_record(old) and _is_record(new):
            yield from self.records(old, new, place)
        elif _is_list_of_records(old) or _is_list_of_records(new):
            yield from self._lists(old or (), new or (), place)
        elif _is_list_of_records([old]) or _is_list_of_records([new]):
            yield from self._whole(old, new, place)
        elif _is_texts(old or ()) and _is_texts(new or ()):
            yield from self._texts(list(old or ()), list(new or ()), place)
        else:
            texts = [self._text(value, side, units[side]) for side, value in enumerate((old, new))]
            if not same_words(*texts):
                yield place.change(*texts)

    def _text(self, value: Any, side: int, unit: str) -> str:
        return text_of(value, unit=unit, year=self._years[side], kinds=self._kinds)

    def _texts(self, old: list[str], new: list[str], place: _Place) -> Iterator[Change]:
        """Of two lists of texts what came and went: short texts in one line, sentences one by one."""
        old, new = ([self._text(text, side, "") for text in texts] for side, texts in enumerate((old, new)))
        gone, added = ([text for text in one if text not in other] for one, other in ((old, new), (new, old)))
        if not (gone or added):
            yield place.below(_ORDER).change("、".join(old), "、".join(new))
        elif len(gone) == len(added) == 1 or all(len(text) <= _SHORT for text in (*gone, *added)):
            yield place.change("、".join(gone), "、".join(added))
        else:
            for first, second in in_turn(gone, added):
                texts = gone[first] if first is not None else "", added[second] if second is not None else ""
                if not same_words(*texts):
                    yield place.change(*texts)

    def _whole(self, old: Model | None, new: Model | None, place: _Place) -> Iterator[Change]:
        """A record that one side has not: each of its values."""
        record = old or new
        for name, field in type(record).model_fields.items():
            value, alias = getattr(record, name), field.alias or name
            if is_told(type(record), alias) and not _is_unsaid(value, field.default):
                below, of = place.below(label(type(record), alias)), unit(record, alias)
                yield from self._values(*((value, None) if old else (None, value)), below, (of, of))

    def _lists(self, old: Any, new: Any, place: _Place) -> Iterator[Change]:
        above = _Place(place.section, place.names[:-1]) if place.names[-1:] in _UNNAMED else place
        names = [[_name(item) for item in items] for items in (old, new)]
        matched = match(*names, renamed=all(_own_name(item) for item in (*old, *new)))
        for first, second in matched.pairs:
            before, after = old[first], new[second]
            called = bool(_own_name(after))
            if called and names[0][first] != names[1][second]:
                yield above.change(names[0][first], names[1][second])
            several = called or len(old) > 1 or len(new) > 1
            inside = above.below(names[1][second]) if several and names[1][second] else above
            known = {" ".join((*inside.names, alias)) for alias in _OWN_NAMES if called}
            yield from (change for change in self.records(before, after, inside) if change.item not in known)
        yield from (above.change(self._summary(old[at], 0), "") for at in matched.gone)
        yield from (above.change("", self._summary(new[at], 1)) for at in matched.added)
        for first, second in matched.moved:
            yield above.below(names[1][second]).change(f"第{first + 1}项", f"第{second + 1}项")

    def _summary(self, item: Model, side: int) -> str:
        """The item in one line: its name, and its other values with what they are called."""
        named = {alias for alias, _ in _named(item)}
        said = []
        for key, field in type(item).model_fields.items():
            value, alias = getattr(item, key), field.alias or key
            if alias in named or is_small(alias) or not is_told(type(item), alias):
                continue
            if not (_is_unsaid(value, field.default) or _is_list_of_records(value) or _is_record(value)):
                text = self._text(value, side, unit(item, alias)).rstrip("。")
                said.append(f"{label(type(item), alias)}{'' if text[:1].isdigit() else '：'}{text}")
        separator = "；" if any("，" in text for text in said) else "，"
        return separator.join(text for text in (_name(item), *said) if text)


def _is_record(value: Any) -> bool:
    return isinstance(value, Model) and not isinstance(value, Period)


def _is_list_of_records(value: Any) -> bool:
    return isinstance(value, tuple | list) and any(_is_record(item) for item in value)


def _is_texts(value: Any) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(item, str) for item in value)


def _is_unsaid(value: Any, default: Any) -> bool:
    return value is None or value == default or value == ()


def _named(item: Model) -> list[tuple[str, str]]:
    """The keys and texts that tell the item from others."""
    values = {field.alias: getattr(item, name) for name, field in type(item).model_fields.items()}
    own = [(key, text_of(values[key])) for key in _OWN_NAMES if values.get(key)][:1]
    return own or [(key, text_of(values[key])) for key in _KEYS if values.get(key)][:2]


def _own_name(item: Model) -> str:
    return next((text for alias, text in _named(item) if alias in _OWN_NAMES), "")


def _name(item: Model) -> str:
    """What a reader calls the item: 评审（中级）."""
    first, *second = [text for _, text in _named(item)] or [""]
    return f"{first}（{second[0]}）" if second else first
