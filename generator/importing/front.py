"""The parts above a document's text as fields: letterhead, number, title, addressees."""

import re
from pathlib import Path

from generator.importing.fields import Plan
from generator.reading.roles.recognise import (
    ADDRESSEES,
    COPIED,
    DATE,
    IMPRINT,
    LABEL,
    LETTERHEAD,
    NOTE,
    NUMBER,
    REMARK,
    SIGNATURE,
    TITLE,
    TOP,
    Piece,
)

TAIL = (NOTE, SIGNATURE, DATE, REMARK, COPIED, IMPRINT)
"""The roles of what stands below the text."""

_SHORTEST_ADDRESSEE = 3
_OPEN = "（("
_SUFFIX = "文件"
_ASIDE = re.compile(r"\s+(?=文件$)")
"""Before 文件, where it stands beside the names of several offices."""


def take_front(made: Plan, pieces: list[Piece], path: Path) -> list[Piece]:
    """Fills the fields above the text; returns the pieces that follow them. `path` names the file."""
    rest = _take_head(made, pieces, path)
    if rest and rest[0].role == ADDRESSEES:
        made.addressees = _addressees(rest[0].text)
        rest = rest[bool(made.addressees) :]
    return rest


def _take_head(made: Plan, pieces: list[Piece], path: Path) -> list[Piece]:
    taken = {LABEL: [], TOP: [], LETTERHEAD: [], NUMBER: [], TITLE: []}
    order = list(taken)
    at, rank = 0, 0
    while at < len(pieces) and pieces[at].role in order[rank:]:
        rank = order.index(pieces[at].role)
        if rank == order.index(NUMBER) and taken[NUMBER]:
            break
        taken[order[rank]].append(pieces[at])
        at += 1
    made.label = "\n".join(piece.text.strip() for piece in taken[LABEL] + taken[TOP])
    if taken[TOP]:
        made.doubts["附件标号"] = "原文标题上方的字，暂放在这里"
    made.letterhead = _letterhead([piece.text.strip() for piece in taken[LETTERHEAD]])
    made.number = "".join(piece.text.strip() for piece in taken[NUMBER])
    made.title = [piece.text.strip() for piece in taken[TITLE]]
    doubt = next((piece.doubt for piece in taken[TITLE] if piece.doubt), "")
    if made.letterhead and not made.number:
        made.title, made.letterhead = made.letterhead + made.title, []
        doubt = "没有发文字号，发文机关标志暂放在标题里"
    rest = pieces[at:]
    if not taken[TITLE]:
        rest, doubt = without_title(made, rest, path)
    if doubt:
        made.doubts["标题"] = doubt
    return rest


def _letterhead(lines: list[str]) -> list[str]:
    """The lines of the letterhead; 文件 beside joint issuers is a line of its own where it prints in its place."""
    parts = [part for line in lines for part in (_ASIDE.split(line) if len(lines) > 1 else [line])]
    if parts.count(_SUFFIX) == 1 and parts.index(_SUFFIX) != 1 and len(parts) > 1:
        at = max(parts.index(_SUFFIX) - 1, 0)
        return [*parts[:at], "　".join(parts[at : at + 2]), *parts[at + 2 :]]
    return parts


def without_title(made: Plan, pieces: list[Piece], path: Path) -> tuple[list[Piece], str]:
    """A title for a document in which none is recognised: its first line, or else the file's name."""
    if made.title:
        return pieces, "没有找到标题，暂以发文机关标志代替"
    if pieces and not pieces[0].is_table and pieces[0].role not in TAIL:
        made.title = [pieces[0].text.strip()]
        return pieces[1:], "没有找到标题，暂以第一段代替"
    made.title = [path.stem]
    return pieces, "没有找到标题，暂以文件名代替"


def _addressees(text: str) -> list[str]:
    """The addressees, where the template prints the line again as it is."""
    plain = text.strip()
    if not plain.endswith("：") or plain.endswith("：："):
        return []
    names = plain[:-1].rstrip()
    mark = "，" if "，" in names else "、"
    several = [name.strip() for name in names.split(mark)]
    # The template joins with 、, and with ， where a name has a 、 in it.
    joined_again = mark == "、" or "、" in names
    whole = all(len(name) >= _SHORTEST_ADDRESSEE and not _is_open(name) for name in several)
    return several if joined_again and whole else [names]


def _is_open(name: str) -> bool:
    return sum(name.count(mark) for mark in _OPEN) != sum(name.count(mark) for mark in "）)")
