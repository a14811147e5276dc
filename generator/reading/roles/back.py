"""What stands below a document's text: attachment note, signature, date, remark, and the 版记 at the end."""

import re
from dataclasses import replace

from generator.reading.roles import words as words
from generator.reading.roles.numbering import numeral_of
from generator.reading.roles.piece import BODY, COPIED, DATE, IMPRINT, NOTE, REMARK, SEAL, SIGNATURE, Piece

_NEAR_END = 14  # lines in which the date is looked for, from the end
_MOST_NAMES = 12
_LONGEST_NAME = 45
_LONGEST_UNDATED = 30
_COLUMNS = re.compile(r"\t+|[^\S\n]{2,}|　+")
_UNDATED = "没有找到成文日期，这一行是不是署名没有把握"


def mark_back(pieces: list[Piece], start: int) -> None:
    """Gives the pieces from `start` on that are no body text their roles, in place."""
    end = _mark_imprint(pieces, start)
    date = _date_line(pieces, start, end)
    if date is None:
        _mark_undated(pieces, start, end)
    else:
        behind = _mark_signature(pieces, start, date)
        if behind < len(pieces) and pieces[behind].role == BODY and words.REMARK.fullmatch(pieces[behind].text.strip()):
            _mark(pieces, behind, REMARK)
    _mark_notes(pieces, start)
    for at in range(start, len(pieces)):
        if _stands_at_right(pieces[at]):
            _mark(pieces, at, SEAL)


def _mark_imprint(pieces: list[Piece], start: int) -> int:
    """Marks 抄送 and 印发 from the end upwards; returns where they begin."""
    at = len(pieces)
    while at > start and not pieces[at - 1].is_table:
        text = pieces[at - 1].text.strip()
        if words.COPIED.match(text) or at - 1 > start and _goes_on_copied(pieces[at - 2], pieces[at - 1]):
            at = _mark(pieces, at - 1, COPIED)
        elif words.PRINT_RUN.fullmatch(text) or at < len(pieces) and words.SUBJECTS.match(text):
            at = _mark(pieces, at - 1, IMPRINT)
        elif match := words.PRINTED.fullmatch(text):
            at = _mark(pieces, at - 1, IMPRINT)
            if (
                not match["office"]
                and at > start
                and _is_name(pieces[at - 1])
                and words.is_organisation(pieces[at - 1].text)
            ):
                at = _mark(pieces, at - 1, IMPRINT)
        else:
            break
    return at


def _mark(pieces: list[Piece], at: int, role: str, doubt: str = "") -> int:
    pieces[at] = replace(pieces[at], role=role, doubt=doubt or pieces[at].doubt)
    return at


def _goes_on_copied(above: Piece, piece: Piece) -> bool:
    open_end = above.text.rstrip().endswith(("，", "、", ","))
    return bool(not piece.is_table and words.COPIED.match(above.text.strip()) and open_end)


def _date_line(pieces: list[Piece], start: int, end: int) -> int | None:
    """The line that dates the document: near the end, with a name above it or in it, or as the last line."""
    for at in range(end - 1, max(start, end - _NEAR_END) - 1, -1):
        piece = pieces[at]
        if piece.is_table:
            return None
        if numeral_of(piece.text) and not words.NOTE_ITEM.match(piece.text):
            return None
        if _signed_and_dated(piece.text):
            return at
        if words.is_date_line(piece.text) and (
            at > start and _may_sign(pieces[at - 1]) or at == end - 1 or piece.item.align == "right"
        ):
            return at
    return None


def _signed_and_dated(text: str) -> re.Match[str] | None:
    match = words.SIGNED_AND_DATED.fullmatch(text.strip())
    return match if match and words.is_organisation(match["names"]) and not words.is_prose(match["names"]) else None


def _mark_signature(pieces: list[Piece], start: int, date: int) -> int:
    """Marks the date and the names above it; a line that holds both becomes two. Returns the place behind the date."""
    piece = pieces[date]
    if match := _signed_and_dated(piece.text):
        cut = piece.text.rindex(match["date"])
        name, dated = piece.text[:cut].strip(), piece.text[cut:].strip()
        pieces[date : date + 1] = [replace(piece, role=SIGNATURE, text=name), replace(piece, role=DATE, text=dated)]
        behind = date + 2
    else:
        behind = _mark(pieces, date, DATE) + 1
    at = date
    while at > start and date - at < _MOST_NAMES and _is_signature(pieces, start, at - 1, first=at == date):
        at = _mark(pieces, at - 1, SIGNATURE)
    return behind


def _is_signature(pieces: list[Piece], start: int, at: int, *, first: bool) -> bool:
    piece = pieces[at]
    if _may_sign(piece):
        return True
    if first or not _is_name(piece):
        return False
    # A long name broken over two lines: its first half ends like no organisation.
    above = pieces[at - 1] if at > start else None
    return above is None or above.is_table or words.ends_clause(above.text) or bool(words.NOTE_ITEM.match(above.text))


def _may_sign(piece: Piece) -> bool:
    return _is_name(piece) and (words.is_organisation(piece.text) or piece.item.align == "right")


def _is_name(piece: Piece) -> bool:
    text = piece.text.strip()
    return not (
        piece.is_table
        or piece.role != BODY
        or len(text) > _LONGEST_NAME
        or "：" in text
        or ":" in text
        or words.is_prose(text)
        or words.ends_clause(text)
        or numeral_of(text)
        or words.NOTE.match(text)
        or words.is_date_line(text)
    )


def _stands_at_right(piece: Piece) -> bool:
    """Whether the line stands at the right as what is to be signed and sealed by hand: 单位（盖章）："""
    plain = not piece.is_table and piece.role == BODY and not words.is_prose(piece.text)
    return plain and piece.item.align == "right" and len(piece.text.strip()) <= _LONGEST_NAME


def _mark_undated(pieces: list[Piece], start: int, end: int) -> None:
    """A last line that names an organisation may be a signature without a date."""
    at = end - 1
    if at <= start or not _may_sign(pieces[at]) or len(pieces[at].text) > _LONGEST_UNDATED:
        return
    if not words.is_organisation(pieces[at].text) or not words.ends_clause(pieces[at - 1].text):
        return
    _mark(pieces, at, SIGNATURE, _UNDATED)


def _mark_notes(pieces: list[Piece], start: int) -> None:
    """Marks 附件：1.… and the numbered lines below it, wherever they stand."""
    for at in range(start, len(pieces)):
        piece = pieces[at]
        if piece.role != BODY or piece.is_table:
            continue
        follows = at > start and pieces[at - 1].role == NOTE and words.NOTE_ITEM.match(piece.text.strip())
        if follows or words.NOTE.match(piece.text.strip()) or _opens_note(pieces, at):
            _mark(pieces, at, NOTE)


def _opens_note(pieces: list[Piece], at: int) -> bool:
    """附件 without a colon on a line of its own, and the first item below."""
    match = words.LABEL.match(pieces[at].text.strip())
    item = words.NOTE_ITEM.match(pieces[at + 1].text.strip()) if match and at + 1 < len(pieces) else None
    return bool(match and not match["number"] and item and item["number"] == "1")


def signatories(pieces: tuple[Piece, ...]) -> list[str]:
    """The names in the signature's lines: several in one line stand apart, one broken over two lines is one again."""
    names: list[str] = []
    broken = False
    for piece in pieces:
        parts = [part for part in _COLUMNS.split(piece.text.strip()) if part]
        if len(parts) > 1 and not all(words.is_organisation(part) for part in parts):
            parts = [piece.text.strip()]
        if broken:
            names[-1] += parts.pop(0)
        names += parts
        broken = not words.is_organisation(names[-1]) and len(pieces) > 1
    return names
