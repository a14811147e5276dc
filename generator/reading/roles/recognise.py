"""What each line and table of an unknown official document is: title, addressees, headings, signature, attachments …

Nothing is dropped and nothing changes its place: the pieces of all sections, in their order, are the reading. What is
not known for something else is body text (正文); what is taken for something with a doubt says so.
"""

import re
from dataclasses import replace

from generator.reading.parts import MARGINS, Paragraph, Reading, Table, text_of
from generator.reading.parts import NOTE as FOOTNOTE
from generator.reading.roles import words as words
from generator.reading.roles.back import mark_back, signatories
from generator.reading.roles.body import mark_body
from generator.reading.roles.front import mark_front
from generator.reading.roles.numbering import numeral_of
from generator.reading.roles.piece import (
    ADDRESSEES,
    BODY,
    COPIED,
    DATE,
    HEADING,
    IMPRINT,
    ITEM,
    LABEL,
    LETTERHEAD,
    NOTE,
    NUMBER,
    REMARK,
    SEAL,
    SIGNATURE,
    TABLE,
    TITLE,
    TOP,
    Parts,
    Piece,
    Section,
)

__all__ = [
    "ADDRESSEES",
    "BODY",
    "COPIED",
    "DATE",
    "HEADING",
    "IMPRINT",
    "ITEM",
    "LABEL",
    "LETTERHEAD",
    "NOTE",
    "NUMBER",
    "REMARK",
    "SEAL",
    "SIGNATURE",
    "TABLE",
    "TITLE",
    "TOP",
    "Parts",
    "Piece",
    "Section",
    "recognise",
    "signatories",
]

_ELSEWHERE = (FOOTNOTE, *MARGINS)
_AT_HEAD = 6  # items with which a document begins
_IMPRINT_LINES = (words.COPIED, words.PRINTED, words.PRINT_RUN)
_HEAD_LINES = (*_IMPRINT_LINES, words.NUMBER_LINE, words.TOP_LINE, re.compile(r".*文件$"))


def recognise(reading: Reading) -> Parts:
    """The parts of the document, after `mend`: the main section first, then each attachment."""
    every = (piece for index, item in enumerate(reading.items) for piece in _pieces(index, item))
    pieces = [opened for piece in every for opened in _opened(piece)]
    sections = (_marked(group, reading.format, main=at == 0) for at, group in enumerate(_sections(pieces)))
    return Parts(tuple(sections))


def _pieces(index: int, item: Paragraph | Table) -> list[Piece]:
    """A table as one piece, a paragraph as a piece for each line that its writer ended."""
    if isinstance(item, Table):
        return [Piece(TABLE, index, item, text_of(item))] if item.rows else []
    lines = [line for line in item.text.split("\n") if line.strip()]
    doubt = f"原文是{item.where}，放在这里" if item.where in _ELSEWHERE else ""
    return [
        Piece(BODY, index, item, line, lead=item.lead if at == 0 and item.lead < len(line) else 0, doubt=doubt)
        for at, line in enumerate(lines)
    ]


def _opened(piece: Piece) -> list[Piece]:
    """The lines of a table that only lays out the letterhead or the 版记, as Word files often have it; else itself."""
    if not piece.is_table:
        return [piece]
    lines = [line.strip() for line in piece.text.split("\n") if line.strip()]
    told = _HEAD_LINES if piece.index < _AT_HEAD else _IMPRINT_LINES
    known = [any(pattern.match(line) for pattern in told) for line in lines]
    if any(known) and all(found or words.is_organisation(line) for found, line in zip(known, lines, strict=True)):
        return [Piece(BODY, piece.index, Paragraph(line, piece.item.page), line) for line in lines]
    return [piece]


def _sections(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each document: a label begins one, and so does a title behind the date of another."""
    sections: list[list[Piece]] = [[]]
    prose = ended = False  # behind text and the date that ends it another document may begin
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        label = _label(piece, following, ended=ended or _new_page(piece) or at == 0)
        if sections[-1] and (label or prose and _begins_document(pieces, at)):
            sections.append([])
        sections[-1] += label or [piece]
        prose = prose or piece.is_table or words.ends_clause(piece.text)
        ended = ended or bool(label) and at > 0 or prose and not piece.is_table and words.is_date_line(piece.text)
    return sections


def _begins_document(pieces: list[Piece], at: int) -> bool:
    """Whether a title stands directly behind a signature and its date (办法 behind the 通知 that issues it)."""
    above = pieces[max(0, at - 3) : at]
    if above and words.REMARK.match(above[-1].text.strip()):  # （此件公开发布）
        above.pop()
    if len(above) < 2 or any(piece.is_table for piece in (*above[-2:], pieces[at])) or at + 1 >= len(pieces):
        return False
    name, date, title = (piece.text.strip() for piece in (*above[-2:], pieces[at]))
    signed = words.is_date_line(date) and words.is_organisation(name) and not words.ends_clause(name)
    return signed and words.ends_title(title) and "：" not in title and not (words.is_prose(title) or numeral_of(title))


def _new_page(piece: Piece) -> bool:
    return isinstance(piece.item, Paragraph) and piece.item.new_page


def _label(piece: Piece, following: Piece | None, *, ended: bool) -> list[Piece]:
    """The label of an attachment, and the title where both share a line; nothing where the line begins none."""
    if piece.is_table:
        return []
    text = piece.text.strip()
    below = "" if following is None else following.text.strip()
    if match := words.LABEL.match(text):
        item = words.NOTE_ITEM.match(below)
        opens_note = item and item["number"] == "1" and not match["number"] or following is None
        is_label = ended and not opens_note if match["colon"] else ended or not opens_note
        return [replace(piece, role=LABEL)] if is_label else []
    match = words.LABEL_AND_TITLE.match(text)
    if match and ended and following is not None and not words.LABEL_AND_TITLE.match(below) and words.ends_title(text):
        label, title = (replace(piece, text=match[name]) for name in ("label", "title"))
        return [replace(label, role=LABEL), title]
    return []


def _marked(pieces: list[Piece], file_format: str, *, main: bool) -> Section:
    label = [piece for piece in pieces[:1] if piece.role == LABEL]
    rest = pieces[len(label) :]
    start = mark_front(rest, main=main)
    mark_back(rest, start)
    mark_body(rest, start, file_format)
    return Section((*label, *rest))
