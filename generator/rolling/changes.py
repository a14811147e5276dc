"""What rolling does to one value, and what it has to say of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.loading.source_map import Path, field_name
from generator.rolling.dates import said_of_days_off
from generator.rolling.layout import Layout, Spot
from generator.rolling.mentions import mentioned_in
from generator.rolling.spelling import respelled_number
from generator.rolling.years import Use, uses
from generator.workdays import Workdays

_YEAR_IN_NUMBER = re.compile(r"(?<!\d)(?:19|20|21)\d{2}(?!\d)")
_SERIAL = re.compile(r"\d+(?=\s*号)")
_NO_SERIAL = "××"
_LINE_END = re.compile(r"\s*[\r\n\v\f\x85\u2028\u2029]\s*")
WAS, CHECK, IN_TEXT = "原为", "请核对，", "文中"
"""What the words of every mark begin with, so that they are told from what a person noted."""

_LONGEST = 40  # characters of a value that the list shows


@dataclass(frozen=True)
class Edit:
    """Words to put in the place of others, by offsets in the old text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Change:
    """One line of the list: a value that was changed, or (`new` None) one that was kept and has to be looked at.

    `mark` is what the comment in the file says; None where nothing has to be confirmed.
    """

    path: Path
    line: int
    column: int
    old: str
    new: str | None
    note: str
    mark: str | None
    anchor: Spot
    edits: tuple[Edit, ...] = field(default=())

    @property
    def name(self) -> str:
        """The field as findings name it."""
        return field_name(self.path)


def shown(spot: Spot) -> str:
    """A value as the list shows it: one line, not too long."""
    text = one_line(spot.value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def rewritten(spot: Spot, raw: str, note: str, mark: str | None) -> Change:
    """The value written anew as `raw`, quotes included."""
    edit = Edit(spot.start, spot.end, raw)
    new = one_line(raw[1:-1] if spot.style else raw)
    return Change(spot.path, spot.line, spot.column, shown(spot), new, note, mark, spot, (edit,))


def kept(spot: Spot, reason: str) -> Change:
    """The value as it is, for a person to look at."""
    return Change(spot.path, spot.line, spot.column, shown(spot), None, reason, f"{CHECK}{reason}", spot)


def later_year(layout: Layout, spot: Spot, years: int, *, confirmed: bool) -> Change:
    """A year, in the form it is written in, so many years later."""
    raw = respelled_number(layout.raw(spot), int(spot.value) + years)
    return rewritten(spot, raw, "" if confirmed else "随年度改", f"{WAS}{spot.value}" if confirmed else None)


def own_number(layout: Layout, spot: Spot, years: int, reason: str) -> Change:
    """The document's own number with the new year, and a placeholder for what the office has not yet assigned."""
    old = layout.raw(spot)
    raw = _SERIAL.sub(_NO_SERIAL, _YEAR_IN_NUMBER.sub(lambda year: str(int(year.group()) + years), old))
    if raw == old:
        return kept(spot, reason)
    return rewritten(spot, raw, reason, f"{WAS}{spot.value}，{reason}")


def words(
    layout: Layout, spot: Spot, old_year: int, years: int, workdays: Workdays, *, editable: bool
) -> Iterator[Change]:
    """The years and dates in a text: each with its line, or where the text is short, the whole of it at once.

    Of a text that may not be edited (prescribed wording) they are only shown.
    """
    first = layout.words_from(spot)
    raw = layout.text[first : spot.end]
    found = list(uses(raw, old_year, years))
    if "\\" in raw and len(found) != len([*uses(spot.value, old_year, years)]):
        yield kept(spot, "文中有“\\”的写法，里面的年份没有改")
    elif found and editable and _is_short(raw) and all(use.new for use in found):
        new = put_in(raw, [Edit(use.start, use.end, use.new) for use in found])
        note = said_of_days_off(new, workdays)
        yield rewritten(spot, new, note, "，".join(filter(None, (f"{WAS}{spot.value}", note))))
    else:
        for use in found:
            note = use.reason or said_of_days_off(use.new, workdays)
            yield _in_text(
                layout, spot, replace(use, start=first + use.start, end=first + use.end, reason=note), editable
            )


def mentions(layout: Layout, spot: Spot) -> Iterator[Change]:
    """The document numbers, amounts and telephone numbers that are typed in a text, each to be looked at."""
    first = layout.words_from(spot)
    for one in mentioned_in(layout.text[first : spot.end]):
        yield _in_text(layout, spot, Use(first + one.start, first + one.end, one.text, None, one.reason), True)


def _is_short(raw: str) -> bool:
    return len(raw) <= _LONGEST and not _LINE_END.search(raw)


def _in_text(layout: Layout, spot: Spot, use: Use, editable: bool) -> Change:
    """One place in a text; `use` has offsets in the file."""
    new = use.new if editable else None
    reason = use.reason if editable or not use.new else "规定用语里的年份，没有改"
    done = f"改为{new}" if new else CHECK.removesuffix("，")
    mark = "，".join(filter(None, (f"{IN_TEXT}{one_line(use.old)}{done}", reason)))
    return Change(
        spot.path,
        layout.line_of(use.start),
        use.start - max(layout.text.rfind(char, 0, use.start) for char in "\r\n"),
        one_line(use.old),
        one_line(new) if new else None,
        reason,
        mark,
        spot,
        (Edit(use.start, use.end, new),) if new else (),
    )


def put_in(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made; they do not overlap."""
    pieces, end = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[end : edit.start], edit.text]
        end = edit.end
    return "".join([*pieces, text[end:]])


def one_line(text: str) -> str:
    """The text with a space for each end of a line, so that it can stand in a list or a comment."""
    return _LINE_END.sub(" ", text).strip()
