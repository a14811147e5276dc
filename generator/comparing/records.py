"""Two records of one model, field by field: which values differ, in the order of the model."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.comparing.change import Change
from generator.model.base import NO, YES, Model, Period
from generator.text import OwnWords, PartialDate, chinese_date, year_list

_NAMES = ("名称", "栏目", "事项", "适用", "级别", "等次", "单位性质", "联系人", "单位", "内容")
"""The keys by which the items of a list are told apart, as far as an item has them."""

_UNITS = {
    "每人金额": "元",
    "份数": "份",
    "退回修改小时": "小时",
    "提交次数上限": "次",
    "记录年数": "年",
    "顺延年数": "年",
    "近年数": "年",
    "行数": "行",
}
_COMPUTED = ("考核年度", "继续教育年度")  # of what is computed, what the two years' readers ask for
_UNPRINTED = ("存疑", "序号", "类型", "出处")


@dataclass(frozen=True)
class _Place:
    section: str
    names: tuple[str, ...] = ()

    def below(self, name: str) -> "_Place":
        return _Place(self.section, (*self.names, name)) if self.section else _Place(name)

    def change(self, old: str, new: str) -> Change:
        return Change(self.section, " ".join(self.names), old, new)


def record_changes(old: Model, new: Model, *, years: tuple[int | None, int | None] = (None, None)) -> list[Change]:
    """What differs between two records of one kind. A date of the record's own year (`years`) is told without it.

    So a date that only moves on with the year counts as the same. Words of the office's own are left out
    (`own_words`), and so is what is not printed.
    """
    return list(_Comparison(years).records(old, new, _Place("")))


class _Comparison:
    def __init__(self, years: tuple[int | None, int | None]):
        self._years = years

    def records(self, old: Model, new: Model, place: _Place) -> Iterator[Change]:
        fields = [(field.alias or name, name) for name, field in type(old).model_fields.items()]
        computed = type(old).model_computed_fields.items()
        fields += [(field.alias or name, name) for name, field in computed if field.alias in _COMPUTED]
        for alias, name in fields:
            if alias not in _UNPRINTED:
                yield from self._values(getattr(old, name), getattr(new, name), place.below(alias))

    def _values(self, old: Any, new: Any, place: _Place) -> Iterator[Change]:
        if isinstance(old, OwnWords) or isinstance(new, OwnWords) or old == new:
            return
        if _is_record(old) and _is_record(new):
            yield from self.records(old, new, place)
        elif isinstance(old, dict) and isinstance(new, dict):
            for name in dict.fromkeys((*old, *new)):
                yield from self._values(old.get(name), new.get(name), place.below(name))
        elif _is_list_of_records(old) or _is_list_of_records(new):
            yield from self._lists(old or (), new or (), place)
        elif _is_list_of_records([old]) or _is_list_of_records([new]):
            yield from self._whole(old, new, place)
        elif _is_texts(old) and _is_texts(new):
            gone, added = ([text for text in one if text not in other] for one, other in ((old, new), (new, old)))
            if gone or added:
                yield place.change("、".join(gone), "、".join(added))
            else:
                yield place.change("、".join(old), "、".join(new))
        else:
            alias = (place.names or (place.section,))[-1]
            texts = [_text(value, alias, year) for value, year in zip((old, new), self._years, strict=True)]
            if texts[0] != texts[1]:
                yield place.change(*texts)

    def _whole(self, old: Model | None, new: Model | None, place: _Place) -> Iterator[Change]:
        """A record that one side has not: each of its values."""
        record = old or new
        for name, field in type(record).model_fields.items():
            value = getattr(record, name)
            if (field.alias or name) not in _UNPRINTED and not _is_unsaid(value, field.default):
                yield from self._values(*((value, None) if old else (None, value)), place.below(field.alias or name))

    def _lists(self, old: Any, new: Any, place: _Place) -> Iterator[Change]:
        above = _Place(place.section, place.names[:-1])
        pairs, gone, added = _matched(list(old), list(new))
        for before, after in pairs:
            name = _name(before)
            several = len(old) > 1 or len(new) > 1
            yield from self.records(before, after, above.below(name) if several and name else above)
        for item in gone:
            yield above.change(self._summary(item, 0), "")
        for item in added:
            yield above.change("", self._summary(item, 1))

    def _summary(self, item: Model, side: int) -> str:
        """The item in one line: its name, and its other values with their keys."""
        name = _name(item)
        values = []
        for key, field in type(item).model_fields.items():
            value, alias = getattr(item, key), field.alias or key
            if alias in (*_NAMES, *_UNPRINTED) or _is_unsaid(value, field.default) or _is_list_of_records(value):
                continue
            if not _is_record(value):
                values.append(f"{alias}{_text(value, alias, self._years[side])}")
        return "，".join(part for part in (name, *values) if part)


def _is_record(value: Any) -> bool:
    return isinstance(value, Model) and not isinstance(value, Period)


def _is_list_of_records(value: Any) -> bool:
    return isinstance(value, tuple | list) and any(_is_record(item) for item in value)


def _is_texts(value: Any) -> bool:
    return isinstance(value, tuple | list) and all(isinstance(item, str) for item in value)


def _is_unsaid(value: Any, default: Any) -> bool:
    return value is None or value == default or value == ()


def _name(item: Model) -> str:
    values = {field.alias: getattr(item, name) for name, field in type(item).model_fields.items()}
    found = [values[key] for key in _NAMES if values.get(key)]
    return "".join("、".join(value) if isinstance(value, tuple) else str(value) for value in found[:2])


def _matched(old: list[Model], new: list[Model]) -> tuple[list[tuple[Model, Model]], list[Model], list[Model]]:
    """The items that are the same thing on both sides (by name, then by place), and those of one side only."""
    pairs: list[tuple[int, Model, Model]] = []
    rest = list(enumerate(old))
    added: list[Model] = []
    for item in new:
        found = next((entry for entry in rest if _name(entry[1]) == _name(item)), None)
        if found is None:
            added.append(item)
        else:
            rest.remove(found)
            pairs.append((found[0], found[1], item))
    if len(rest) == len(added):
        pairs += [(position, before, after) for (position, before), after in zip(rest, added, strict=True)]
        rest, added = [], []
    pairs.sort(key=lambda pair: pair[0])
    return [(before, after) for _, before, after in pairs], [item for _, item in rest], added


def _text(value: Any, alias: str, year: int | None) -> str:
    """A value as a reader says it."""
    if value is None or value == ():
        return ""
    if isinstance(value, PartialDate):
        return _date(value, year)
    if isinstance(value, Period):
        start, end = _date(value.start, year), _date(value.end, year)
        same = value.start.year == value.end.year and value.start.year != year
        return f"{start}—{end.partition('年')[2] if same else end}"
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple | list) and value and all(_is_year(item) for item in value):
        return year_list(tuple(value))
    if isinstance(value, tuple | list):
        return "、".join(_text(item, alias, year) for item in value)
    return f"{value}{_UNITS.get(alias, '')}"


def _is_year(value: Any) -> bool:
    return isinstance(value, int) and 1900 <= value <= 2199


def _date(date: PartialDate, year: int | None) -> str:
    text = chinese_date(date)
    return text.partition("年")[2] or text if date.year == year else text
