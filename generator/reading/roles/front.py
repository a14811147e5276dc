"""What stands above a document's text: letterhead, number, title, addressees."""

import re
from dataclasses import replace

from generator.reading.roles import words as words
from generator.reading.roles.numbering import numeral_of
from generator.reading.roles.piece import ADDRESSEES, BODY, LETTERHEAD, NUMBER, TITLE, TOP, Piece

_MOST_LINES = 14
_LONGEST_ADDRESSEES = 500
_LONGEST_ADDED = 20  # characters of a line in brackets that still belongs to the title: （试行）
_MOST_BETWEEN = 2  # lines between the title and the addressees
_UNSURE_TITLE = "标题从哪里到哪里没有把握"


def mark_front(pieces: list[Piece], *, main: bool) -> int:
    """Gives the leading pieces their roles, in place; returns how many belong to the front.

    A document with no title in sight keeps all pieces as body text. Only the `main` document has a letterhead.
    """
    zone = _zone(pieces)
    lines = pieces[:zone]
    top = next((index for index, piece in enumerate(lines) if not words.TOP_LINE.match(piece.text)), zone)
    heads = _head_lines(lines[top:]) if main else 0
    roles = [TOP] * top
    for piece in lines[top : top + heads]:
        roles.append(NUMBER if words.NUMBER_LINE.fullmatch(piece.text.strip()) else LETTERHEAD)
    count, sure = _title_lines(lines[len(roles) :])
    roles += [TITLE] * count
    for index, role in enumerate(roles):
        doubt = "" if sure or role != TITLE else _UNSURE_TITLE
        pieces[index] = replace(pieces[index], role=role, doubt=doubt or pieces[index].doubt)
    return _mark_behind_title(pieces, len(roles), zone)


def _zone(pieces: list[Piece]) -> int:
    """How many leading lines may be of the front: up to the first sentence, heading, table or line with a colon."""
    for index, piece in enumerate(pieces[:_MOST_LINES]):
        text = piece.text.strip()
        allowed = words.TOP_LINE.match(text) or words.NUMBER_LINE.fullmatch(text)
        if piece.is_table or not allowed and (_is_of_text(text)):
            return index
    return min(len(pieces), _MOST_LINES)


def _is_of_text(text: str) -> bool:
    return bool(
        words.is_prose(text)
        or words.ends_clause(text)
        or "：" in text
        or ":" in text
        or numeral_of(text)
        or words.NOTE.match(text)
        or words.LABEL.match(text)
    )


def _head_lines(lines: list[Piece]) -> int:
    """How many lines are letterhead and number; a number below the title is none, nor is a title's own first line."""
    number = next((at for at, piece in enumerate(lines) if words.NUMBER_LINE.fullmatch(piece.text.strip())), None)
    if number is not None and not any(_is_title(piece.text) for piece in lines[:number]):
        return number + 1
    letterhead = next((at for at, piece in enumerate(lines) if words.is_letterhead(piece.text)), None)
    if letterhead is not None and not any(_is_title(piece.text) for piece in lines[:letterhead]):
        return letterhead + 1
    return 0


def _is_title(text: str) -> bool:
    return words.ends_title(text) and bool(words.OFFICIAL_TITLE.search(text.strip()))


def _title_lines(lines: list[Piece]) -> tuple[int, bool]:
    """How many of these lines are the title, and whether that is sure."""
    for index, piece in enumerate(lines):
        if words.ends_title(piece.text):
            end = index + 1
            while end < len(lines) and _goes_on(lines[end - 1], lines[end]):
                end += 1
            return end, True
    centred = next((at for at, piece in enumerate(lines) if piece.item.align != "center"), len(lines))
    return (centred, True) if centred else (min(len(lines), 1), False)


def _goes_on(line: Piece, following: Piece) -> bool:
    text = following.text.strip()
    if _is_number(text) or words.is_date_line(text.strip("（）()")):
        return False
    if text.startswith(("的", "——")) or words.REMARK.match(text) and len(text) <= _LONGEST_ADDED:
        return True
    same = (
        line.item.size is not None and line.item.size == following.item.size and line.item.bold == following.item.bold
    )
    return same and line.item.align == following.item.align == "center" and words.ends_title(text)


def _is_number(text: str) -> bool:
    plain = text.strip()
    return bool(words.NUMBER_LINE.fullmatch(plain.strip("（）()")) or words.YEAR_NUMBER.fullmatch(plain))


def _mark_behind_title(pieces: list[Piece], start: int, zone: int) -> int:
    """Gives the number and the addressees behind the title their roles; returns where the body begins.

    A page of the web has a line or two between title and addressees that say when and where it was put there.
    """
    end = start
    for index in range(start, zone):
        if _is_number(pieces[index].text):
            pieces[index] = replace(pieces[index], role=NUMBER)
            end = index + 1
    for index in range(start, min(zone + _MOST_BETWEEN + 1, len(pieces))):
        piece = pieces[index]
        if piece.is_table or words.is_prose(piece.text) or numeral_of(piece.text):
            break
        if piece.role == BODY and _are_addressees(piece.text, index + 1 < len(pieces)):
            pieces[index] = replace(piece, role=ADDRESSEES)
            return index + 1
    return end


def _are_addressees(text: str, followed: bool) -> bool:
    plain = text.strip()
    return bool(
        followed
        and not re.search("[：:]", plain[:-1])  # 单位：　　填报日期： is the head of a form
        and plain.endswith(("：", ":"))
        and len(plain) <= _LONGEST_ADDRESSEES
        and "。" not in plain
        and not words.AS_FOLLOWS.search(plain)
        and not numeral_of(plain)
        and words.ADDRESSED.search(plain)
    )
