"""Headings and numbered paragraphs in a document's text, by their numerals or else by the style they are set in."""

from dataclasses import replace

from generator.reading.roles import words as words
from generator.reading.roles.numbering import LONGEST_HEADING, is_chapter, is_division, numeral_of, run_in_length
from generator.reading.roles.piece import BODY, HEADING, ITEM, Piece

_DEEPEST = 4
_TYPED = ("docx", "pdf")  # formats that say the typeface, so that a run-in heading is seen rather than guessed


def mark_body(pieces: list[Piece], start: int, file_format: str) -> None:
    """Gives headings and numbered paragraphs among the body text their roles and levels, in place."""
    chapters = any(is_chapter(piece.text) for piece in pieces[start:] if not piece.is_table)
    for at in range(start, len(pieces)):
        piece = pieces[at]
        if piece.role != BODY or piece.is_table:
            continue
        numeral = numeral_of(piece.text, chapters=chapters)
        if numeral is None:
            pieces[at] = _unnumbered(piece)
            continue
        lead = piece.lead or (0 if file_format in _TYPED else run_in_length(piece.text, numeral))
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        heading = not lead and _is_heading(piece.text, numeral.level, following, chapters)
        pieces[at] = replace(piece, role=HEADING if heading else ITEM, level=numeral.level, lead=lead)


def _unnumbered(piece: Piece) -> Piece:
    """A paragraph without a numeral is a heading where its style has an outline level and it is no sentence."""
    level = piece.item.level
    if not level or words.is_prose(piece.text) or words.ends_clause(piece.text) or len(piece.text) > LONGEST_HEADING:
        return piece
    return replace(piece, role=HEADING, level=min(level, _DEEPEST))


def _is_heading(text: str, level: int, following: Piece | None, chapters: bool) -> bool:
    """Whether the numbered line heads something; the lines of a list, which look alike, do not."""
    plain = text.strip()
    if words.is_prose(plain) or words.ends_clause(plain) or len(plain) > LONGEST_HEADING or following is None:
        return False
    if level == 1 or is_division(plain):
        return True
    if following.is_table or following.role != BODY:
        return following.is_table
    below = numeral_of(following.text, chapters=chapters)
    return (
        below is None
        and (words.ends_clause(following.text) or words.is_prose(following.text))
        or (below is not None and below.level > level)
    )
