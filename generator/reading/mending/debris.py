"""What a page leaves between the lines of a text: its number, its running header.

A line is taken for debris only where no text could look like it: a number in the dress of a page number, a plain one
that counts with the pages, a line that all pages repeat and that is no sentence. All else stays.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from generator.reading.parts import LeftOut, Paragraph, Table, whole

PAGE_NUMBER, RUNNING = "页码", "每页重复的页眉、页脚"
Placed = tuple[int, Paragraph | Table]
"""An item, and its place in what the reader gave."""

_COUNT = r"[\d０-９]{1,4}"
_LINE = r"[-—–－―─‐‑]{1,2}"
_DRESSED = re.compile(
    rf"\s*(?:{_LINE}\s*{_COUNT}\s*{_LINE}"
    rf"|第\s*{_COUNT}\s*页\s*[,，/／|、]?\s*[（(]?\s*共\s*{_COUNT}\s*页\s*[)）]?"
    rf"|共\s*{_COUNT}\s*页\s*[,，/／|、]?\s*第\s*{_COUNT}\s*页"
    rf"|[Pp](?:age|AGE)\s*{_COUNT}\s*(?:of|/)\s*{_COUNT})\s*"
)
_PLAIN = re.compile(
    rf"\s*(?:[·•~～.]\s*)?(?:第\s*|[Pp](?:age|AGE)?\.?\s*)?({_COUNT})(?:\s*[/／]\s*{_COUNT}|\s*页|\s*[·•~～.])?\s*"
)
_PAGE_LINES, _PAGE_CHARACTERS = 12, 300  # on a page, at the least
_PAGES = 3  # fewer prove nothing
# What stands at the head or foot of every form, and of no page: a blank to fill in, a list's line, a sentence.
_OF_TEXT = re.compile(
    r"[。，；：:？！、_＿×]|[（(].{0,6}[章名签字][）)]|^[\s（(]*[\d一二三四五六七八九十]{1,3}[.．、）)]|^附\s*[件表]|签[名字章]|日$"
)


@dataclass(frozen=True)
class Lines:
    """The lines that remain, those before which a page ended (by their index here), and what was left out.

    `repeated` are lines that many pages repeat and that stay, because they may be text.
    """

    items: tuple[Placed, ...]
    after_page_end: frozenset[int]
    left_out: tuple[LeftOut, ...]
    repeated: tuple[str, ...]


def is_dressed(text: str) -> bool:
    """Whether the line is nothing but a page number in a dress that no other text wears: — 3 —, 第1页 共3页."""
    return _DRESSED.fullmatch(text) is not None


def plain_number(text: str) -> int | None:
    """The number of a line that is nothing but one, as 3, 3/12 or 第3页: a page number only where it counts pages."""
    match = _PLAIN.fullmatch(text)
    return int(match[1]) if match else None


def without_debris(lines: list[Placed]) -> Lines:
    """The lines without page numbers and running headers."""
    items = [item for _, item in lines]
    texts = [item.text.strip() if isinstance(item, Paragraph) else "|" for item in items]
    numbers = {index for index, text in enumerate(texts) if is_dressed(text)}
    numbers |= _beside_feeds(items, texts) or _counted(texts)
    ends = _page_ends(items, numbers)
    running, repeated = _running(["" if index in numbers else text for index, text in enumerate(texts)], ends)
    kept, after_end, ended = [], set(), False
    for index, text in enumerate(texts):
        ended |= index in ends
        if index in numbers | running:
            continue
        if ended and text:
            after_end.add(len(kept))
            ended = False
        kept.append(lines[index])
    left_out = [whole(*lines[index], PAGE_NUMBER if index in numbers else RUNNING) for index in numbers | running]
    return Lines(tuple(kept), frozenset(after_end), tuple(left_out), tuple(repeated))


def _beside_feeds(items: list[Paragraph | Table], texts: list[str]) -> set[int]:
    """Plain numbers that stand last on a page and count with the pages."""
    if not any(isinstance(item, Paragraph) and item.new_page and item.page for item in items):
        return set()
    last = {item.page: index for index, item in enumerate(items) if texts[index] and item.page}
    found = {index: number - page for page, index in last.items() if (number := plain_number(texts[index])) is not None}
    shifts = Counter(found.values())
    return {index for index, shift in found.items() if shift == 0 or shifts[shift] >= _PAGES}


def _counted(texts: list[str]) -> set[int]:
    """Plain numbers that count 1, 2, 3 … through the whole text, with a page's worth of text between them."""
    worded = [(index, text, plain_number(text)) for index, text in enumerate(texts) if text]
    places = [place for place, (_, _, number) in enumerate(worded) if number is not None]
    if len(places) < _PAGES or [worded[place][2] for place in places] != list(range(1, len(places) + 1)):
        return set()
    between = [worded[before + 1 : after] for before, after in pairwise([-1, *places])]
    apart = all(
        len(page) >= _PAGE_LINES and sum(len(text) for _, text, _ in page) >= _PAGE_CHARACTERS for page in between
    )
    return {worded[place][0] for place in places} if apart else set()


def _page_ends(items: list[Paragraph | Table], numbers: set[int]) -> set[int]:
    """The lines at which a page ended: its number, or the first of a new page."""
    ends = set(numbers)
    page = None
    for index, item in enumerate(items):
        if item.page is not None and page is not None and item.page > page:
            ends.add(index)
        page = item.page if item.page is not None else page
    return ends


def _running(texts: list[str], ends: set[int]) -> tuple[set[int], list[str]]:
    """Lines that stand word for word at the foot, or at the head, of every page, but for the first of them.

    Besides, the texts that most pages repeat though not so surely.
    """
    bounds = [0, *sorted(ends), len(texts)]
    pages = [[index for index in range(*pair) if texts[index]] for pair in pairwise(bounds)]
    pages = [page for page in pages if page]
    running: set[int] = set()
    unsure: list[str] = []
    for edge in (0, -1):
        beside = [page[edge] for page in pages]
        for text, count in Counter(texts[index] for index in beside).items():
            if count < max(_PAGES, len(pages) / 2):
                continue
            if count >= len(pages) - 1 and not _OF_TEXT.search(text) and text != "|":
                running |= set([index for index in beside if texts[index] == text][1:])
            else:
                unsure.append(text)
    return running, [text for text in dict.fromkeys(unsure) if text != "|"]
