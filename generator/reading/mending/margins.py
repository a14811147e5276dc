"""What a Word file or a PDF has in the margins of its pages, apart from the text."""

import re
from collections.abc import Iterable

from generator.reading.mending.debris import PAGE_NUMBER, Placed, is_dressed, plain_number
from generator.reading.parts import FOOTER, HEADER, LeftOut, Paragraph, Table, whole
from generator.reading.roles import words

_SAYS = re.compile(r"[。：:；]|\d{7}")


def without_margins(items: Iterable[Paragraph | Table]) -> tuple[list[Placed], list[LeftOut]]:
    """The items without headers and footers, and these.

    Some offices put the letterhead, the 版记 or their address there: what says something stays, once.
    """
    kept: list[Placed] = []
    left_out: list[LeftOut] = []
    seen: set[str] = set()
    for place, item in enumerate(items):
        if isinstance(item, Table) or item.where not in (HEADER, FOOTER):
            kept.append((place, item))
        elif is_dressed(item.text) or plain_number(item.text) is not None:
            left_out.append(whole(place, item, PAGE_NUMBER))
        elif _says_something(item.text) and item.text.strip() not in seen:
            seen.add(item.text.strip())
            kept.append((place, item))
        else:
            left_out.append(whole(place, item, item.where))
    return kept, left_out


def _says_something(text: str) -> bool:
    lines = [line.strip() for line in text.split("\n")]
    return bool(_SAYS.search(text)) or any(
        words.PRINTED.fullmatch(line) or words.NUMBER_LINE.fullmatch(line) or words.is_letterhead(line)
        for line in lines
    )
