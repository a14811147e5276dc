"""Which parts of a document become fields of the data file, and which stay in its body as they stand.

A field prints in its place and its form, which the standard fixes. A part becomes a field alone only where that is
the place and the form that it has in the file; else the body prints it where it stood, so that no word is lost, added
or moved. Where such a part can be read, its field is filled as well, and the body takes the words from there.
"""

from pathlib import Path

from generator.importing.fields import Attachment, Plan, printed_date, printed_imprint
from generator.importing.front import TAIL, take_front
from generator.importing.note import Note, read_note
from generator.reading.roles import words as words
from generator.reading.roles.recognise import (
    COPIED,
    DATE,
    IMPRINT,
    NOTE,
    REMARK,
    SIGNATURE,
    TITLE,
    Parts,
    Piece,
    Section,
    signatories,
)
from generator.text import PartialDate, parse_date


def plan(parts: Parts, path: Path) -> Plan:
    """The plan for a document; `path` names the file, whose name is the title where the document has none."""
    made = Plan()
    rest = take_front(made, list(parts.main.pieces), path)
    behind, attachments = _joined(parts.attachments)
    _back(made, rest, behind, attachments)
    return made


def _joined(sections: tuple[Section, ...]) -> tuple[list[Piece], list[list[Piece]]]:
    """What follows the main section without a label, and the attachments, each with what follows it so."""
    behind: list[Piece] = []
    attachments: list[list[Piece]] = []
    for section in sections:
        if section.is_labelled:
            attachments.append(list(section.pieces))
        else:
            (attachments[-1] if attachments else behind).extend(section.pieces)
    return behind, attachments


_GROUPS = {NOTE: (NOTE,), SIGNATURE: (SIGNATURE, DATE), REMARK: (REMARK,), IMPRINT: (COPIED, IMPRINT)}
"""The parts below the text in the order in which they print, each by its first role."""


def _back(made: Plan, rest: list[Piece], behind: list[Piece], attached: list[list[Piece]]) -> None:
    """Fills the fields below the text; up to the last part that its field does not print, the body prints all."""
    groups = {role: [piece for piece in rest if piece.role in roles] for role, roles in _GROUPS.items()}
    note = read_note(groups[NOTE])
    if attached and any(piece.role == NOTE for piece in behind):
        note = Note([], False)  # they are attachments of what is issued, and the main note does not list them
    standard = {
        NOTE: _attachments(made, note, attached),
        SIGNATURE: _signature(made, groups[SIGNATURE]),
        REMARK: _remark(made, groups[REMARK]),
        IMPRINT: _imprint(made, groups[IMPRINT]) and not attached,
    }
    if not groups[IMPRINT]:
        _imprint_behind(made, made.attachments[-1].pieces if attached else behind)
    end, fits = len(rest), not behind
    for role in reversed(groups):
        group = groups[role]
        if group:
            # A field prints the part where no text follows it, and no part that the body has to print.
            fits = fits and standard[role] and rest[end - len(group) : end] == group
            end -= len(group)
        if not fits and group or role == NOTE and not standard[NOTE]:
            made.own.add(role)
    if SIGNATURE in made.own and groups[REMARK]:  # the template prints both or neither
        made.own.add(REMARK)
    own_roles = {role for name in made.own for role in _GROUPS[name]}
    made.body = [piece for piece in rest if piece.role not in TAIL or piece.role in own_roles] + behind


def _attachments(made: Plan, note: Note, sections: list[list[Piece]]) -> bool:
    """Lists the attachments; whether the note that the template makes of the list is the one in the file."""
    listed = [Attachment(name) for name in note.names]
    places = [_place(pieces[0], listed, at) for at, pieces in enumerate(sections)]
    known = [place for place in places if place is not None]
    if known != sorted(set(known)) or None in places:
        listed = [Attachment(_name(pieces)) for pieces in sections] + (
            [] if known else [Attachment(name) for name in note.names]
        )
        places = list(range(len(sections)))
    for place, pieces in zip(places, sections, strict=True):
        expected = f"附件{place + 1}" if len(listed) > 1 else "附件"
        listed[place].pieces = pieces
        listed[place].own_label = _bare(pieces[0].text) != expected
    made.attachments = listed
    return [item.name for item in listed] == note.names and note.is_standard


def _place(label: Piece, listed: list[Attachment], at: int) -> int | None:
    """Where in the list the attachment belongs: by its number, or else by its turn."""
    match = words.LABEL.match(label.text.strip())
    number = match["number"] if match else None
    place = at if number is None else int(number) - 1 if number.isdecimal() else "一二三四五六七八九十".find(number)
    return place if 0 <= place < len(listed) else None


def _name(pieces: list[Piece]) -> str:
    title = [piece.text for piece in pieces if piece.role == TITLE]
    return "".join(title).strip() or pieces[0].text.strip()


def _signature(made: Plan, pieces: list[Piece]) -> bool:
    names = signatories(tuple(piece for piece in pieces if piece.role == SIGNATURE))
    dates = [piece for piece in pieces if piece.role == DATE]
    date = _date(dates[0].text) if len(dates) == 1 and pieces[-1] is dates[0] else None
    made.signatory, made.dated = names, date
    made.year = next((year for piece in dates if (year := _year(piece.text))), None)
    doubt = next((piece.doubt for piece in pieces if piece.doubt), "")
    if doubt:
        made.doubts["署名"] = doubt
    return date is not None


def _date(text: str) -> PartialDate | None:
    """The date, where it prints as it is written: 2021年7月　日 is written for one without its day."""
    try:
        date = parse_date(_bare(text))
    except ValueError:
        return None
    return date if printed_date(date) == _bare(text) else None


def _year(text: str) -> int | None:
    try:
        return parse_date(_bare(text)).year
    except ValueError:
        return None


def _remark(made: Plan, pieces: list[Piece]) -> bool:
    text = "".join(piece.text.strip() for piece in pieces)
    made.remark = text[1:-1].strip() if text.startswith("（") and text.endswith("）") else ""
    return bool(made.remark) and len(pieces) == 1


def _imprint_behind(made: Plan, pieces: list[Piece]) -> None:
    """Takes the 版记 at the end of what follows for the document's; a 抄送 alone may be the attachment's own."""
    found = [piece for piece in pieces if piece.role in (COPIED, IMPRINT)]
    last = pieces[len(pieces) - len(found) :]
    if found == last and any(piece.role == IMPRINT for piece in found) and _imprint(made, found):
        del pieces[len(pieces) - len(found) :]


def _imprint(made: Plan, pieces: list[Piece]) -> bool:
    """Reads 抄送 and 印发; whether the template prints them again as they are, but for a full stop."""
    copied = [piece.text.strip() for piece in pieces if piece.role == COPIED]
    printed = "　".join(piece.text.strip() for piece in pieces if piece.role == IMPRINT)
    match = words.PRINTED.fullmatch(printed)
    date = _date(match["date"]) if match and match["office"] else None
    names = copied[0].partition("：")[2].strip().removesuffix("。") if copied else ""
    again = (f"抄送：{names}" if names else "") + (printed_imprint(match["office"], date) if date else "")
    whole = "".join(_bare(piece.text).removesuffix("。") for piece in pieces)
    if (
        not pieces
        or len(copied) > 1
        or _bare(again) != whole
        or "｜" in whole
        or "：" in (match["office"] if date else "")
    ):
        return False
    made.copied_to = [name.strip() for name in names.split("，")] if names else []
    made.imprint = (match["office"].strip(), date) if date else None
    return True


def _bare(text: str) -> str:
    return "".join(text.split())
