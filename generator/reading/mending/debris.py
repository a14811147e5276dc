"""What a page leaves between the lines of a text: its number, its running header, its feed."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from generator.reading.parts import BODY, FOOTER, HEADER, Paragraph, Table

_DASH = r"[-—–－―‐‑~～·•.]"
_COUNT = r"[\d０-９]{1,4}"
_PAGE_NUMBER = re.compile(
    rf"\s*(?:{_DASH}+\s*{_COUNT}\s*{_DASH}+"
    rf"|第\s*{_COUNT}\s*页(?:\s*[,，/／|、]?\s*[（(]?\s*共\s*{_COUNT}\s*页\s*[)）]?)?"
    rf"|共\s*{_COUNT}\s*页\s*[,，/／|、]?\s*第\s*{_COUNT}\s*页"
    rf"|[Pp](?:age|AGE)?\.?\s*{_COUNT}(?:\s*(?:of|/)\s*{_COUNT})?)\s*"
)
_BARE_NUMBER = re.compile(rf"\s*{_COUNT}(?:\s*[/／]\s*{_COUNT})?\s*")
_PAGE_LINES = 12  # lines with text on a page, at the least
_SEEN_AS_HEADER = 3  # a line that stands beside so many page ends is no text of its own


@dataclass(frozen=True)
class Cleaned:
    """The lines that remain, those before which a page ended, and what was dropped."""

    items: tuple[Paragraph | Table, ...]
    after_page_end: frozenset[int]
    dropped: tuple[str, ...]


def is_page_number(text: str) -> bool:
    """Whether the line is nothing but a page number in a dress that no other text wears: — 3 —, 第1页 共3页."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def is_bare_number(text: str) -> bool:
    """Whether the line is nothing but a number, or 3/12: a page number only where one must stand."""
    return _BARE_NUMBER.fullmatch(text) is not None


def without_debris(items: tuple[Paragraph | Table, ...]) -> Cleaned:
    """The lines without page numbers and repeated running headers."""
    debris = _page_numbers(items)
    ends = _page_ends(items, debris)
    debris |= _running_lines(items, debris, ends)
    kept, after_end, ended = [], set(), False
    for index, item in enumerate(items):
        ended |= index in ends
        if index in debris:
            continue
        if ended and (not isinstance(item, Paragraph) or item.text.strip()):
            after_end.add(len(kept))
            ended = False
        kept.append(item)
    dropped = tuple(items[index].text.strip() for index in sorted(debris))
    return Cleaned(tuple(kept), frozenset(after_end), dropped)


def without_margins(items: tuple[Paragraph | Table, ...]) -> Cleaned:
    """The items without page numbers; headers first and footers last, each text once."""
    places: dict[str, list[Paragraph | Table]] = {HEADER: [], BODY: [], FOOTER: []}
    seen: set[tuple[str, str]] = set()
    dropped = []
    for item in items:
        where = item.where if isinstance(item, Paragraph) and item.where in places else BODY
        if where == BODY:
            places[BODY].append(item)
            continue
        text = item.text.strip()
        if is_page_number(text) or is_bare_number(text) or (where, text) in seen:
            dropped.append(text)
        else:
            seen.add((where, text))
            places[where].append(item)
    return Cleaned((*places[HEADER], *places[BODY], *places[FOOTER]), frozenset(), tuple(dropped))


def _page_numbers(items: tuple[Paragraph | Table, ...]) -> set[int]:
    """The lines that are page numbers: by their dress, or bare before the first line of a page."""
    found, last_bare = set(), None
    for index, item in enumerate(items):
        if not isinstance(item, Paragraph) or not item.text.strip():
            continue
        if is_page_number(item.text):
            found.add(index)
        elif is_bare_number(item.text) and (_beside_feed(items, index) or _is_last(items, index, last_bare)):
            found.add(index)
            last_bare = item.text
    return found | _counted_pages(items)


def _counted_pages(items: tuple[Paragraph | Table, ...]) -> set[int]:
    """Bare numbers that count 1, 2, 3 … through the whole text, with a page's worth of lines between them."""
    texts = [
        (i, item.text.strip()) for i, item in enumerate(items) if isinstance(item, Paragraph) and item.text.strip()
    ]
    places = [(place, index, int(text)) for place, (index, text) in enumerate(texts) if re.fullmatch(r"\d{1,3}", text)]
    counted = [number for _, _, number in places] == list(range(1, len(places) + 1))
    apart = all(after[0] - before[0] >= _PAGE_LINES for before, after in pairwise(places))
    return {index for _, index, _ in places} if counted and apart and len(places) >= _SEEN_AS_HEADER else set()


def _is_last(items: tuple[Paragraph | Table, ...], index: int, before: str | None) -> bool:
    """Whether the number ends the text and is the one after that of the page before."""
    numbers = [re.match(r"\s*(\d+)", text) for text in (before or "", items[index].text)]
    follows = all(numbers) and int(numbers[1].group(1)) == int(numbers[0].group(1)) + 1
    return follows and not any(isinstance(item, Table) or item.text.strip() for item in items[index + 1 :])


def _beside_feed(items: tuple[Paragraph | Table, ...], index: int) -> bool:
    """Whether the next line with text begins a new page: there a bare number is the page's."""
    for item in items[index + 1 :]:
        if not isinstance(item, Paragraph) or item.new_page:
            return isinstance(item, Paragraph)
        if item.text.strip():
            return False
    return False


def _page_ends(items: tuple[Paragraph | Table, ...], numbers: set[int]) -> set[int]:
    """The lines at which a page ended: its number, or the first of a new page."""
    ends = set(numbers)
    page = None
    for index, item in enumerate(items):
        if item.page is not None and page is not None and item.page > page:
            ends.add(index)
        page = item.page if item.page is not None else page
    return ends


def _running_lines(items: tuple[Paragraph | Table, ...], numbers: set[int], ends: set[int]) -> set[int]:
    """Lines that stand word for word at the foot, or at the head, of most pages; but for the first of each."""
    texts = ["" if i in numbers or isinstance(item, Table) else item.text.strip() for i, item in enumerate(items)]
    running: set[int] = set()
    for start, step, edge in ((-1, -1, len(items)), (0, 1, 0)):
        beside = sorted({_nearest(texts, end + start, step) for end in ends | {edge}} - {None})
        counts = Counter(texts[index] for index in beside)
        seen: set[str] = set()
        for index in beside:
            text = texts[index]
            if text in seen and counts[text] >= max(_SEEN_AS_HEADER, len(beside) / 2):
                running.add(index)
            seen.add(text)
    return running


def _nearest(texts: list[str], start: int, step: int) -> int | None:
    index = start
    while 0 <= index < len(texts):
        if texts[index]:
            return index
        index += step
    return None
