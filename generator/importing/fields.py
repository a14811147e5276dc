"""The fields of a data file being filled from a document, and how the dates among them print."""

from dataclasses import dataclass, field

from generator.reading.roles.recognise import Piece
from generator.text import PartialDate, chinese_date


@dataclass
class Attachment:
    """An attachment: its name in the note, and the pieces of its text where the file has it.

    `own_label` says that its label is not the one that its place in the list gives it.
    """

    name: str
    pieces: list[Piece] = field(default_factory=list)
    own_label: bool = False


@dataclass
class Plan:
    """The fields of the data file; `body` are the pieces that the text prints, `own` the roles printed there."""

    label: str = ""
    letterhead: list[str] = field(default_factory=list)
    number: str = ""
    title: list[str] = field(default_factory=list)
    addressees: list[str] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    signatory: list[str] = field(default_factory=list)
    dated: PartialDate | None = None
    year: int | None = None  # of the date below the text, however that is written
    remark: str = ""
    copied_to: list[str] = field(default_factory=list)
    imprint: tuple[str, PartialDate] | None = None
    attachments: list[Attachment] = field(default_factory=list)
    own: set[str] = field(default_factory=set)
    doubts: dict[str, str] = field(default_factory=dict)  # by the name of the field


def printed_date(date: PartialDate) -> str:
    """How a signature's date prints, without white space."""
    return chinese_date(date) + ("" if date.day else "日" if date.month else "月日")


def printed_imprint(office: str, date: PartialDate) -> str:
    """How the line prints that says who had the document printed, without the space in it."""
    return f"{office}{chinese_date(date)}印发"
