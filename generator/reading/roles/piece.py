"""The parts of a document in reading order: every line and table with the role it plays."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.reading.parts import Paragraph, Table

LABEL, TOP, LETTERHEAD, NUMBER, TITLE, ADDRESSEES = "附件号", "版头", "发文机关标志", "发文字号", "标题", "主送"
HEADING, ITEM, BODY, TABLE = "小标题", "条款", "正文", "表格"
NOTE, SIGNATURE, DATE, REMARK, COPIED, IMPRINT = "附件说明", "署名", "成文日期", "附注", "抄送", "印发"
SEAL = "签章"


@dataclass(frozen=True)
class Piece:
    """A line of a paragraph, or a table, and the part of the document it is.

    `level` is that of a heading or of a numbered paragraph (条款), from 1; `lead` counts the characters of a heading
    that runs into its text. `doubt` says in Chinese what is not sure; empty where it is.
    """

    role: str
    index: int  # of the item in the reading
    item: Paragraph | Table
    text: str
    level: int = 0
    lead: int = 0
    doubt: str = ""

    @property
    def is_table(self) -> bool:
        return self.role == TABLE


@dataclass(frozen=True)
class Section:
    """One document: the main one, an attachment that begins with its label (附件1), or what the main one issues."""

    pieces: tuple[Piece, ...]

    def of(self, *roles: str) -> tuple[Piece, ...]:
        """The pieces that play one of these roles, in their order."""
        return tuple(piece for piece in self.pieces if piece.role in roles)

    @property
    def is_labelled(self) -> bool:
        """Whether the section begins with a label such as 附件1."""
        return bool(self.pieces) and self.pieces[0].role == LABEL

    @property
    def title(self) -> str:
        """The title's lines as one; empty where there is none."""
        return "".join(piece.text for piece in self.of(TITLE))


@dataclass(frozen=True)
class Parts:
    """A document in its parts: the main section, then the attachments."""

    sections: tuple[Section, ...]

    @property
    def main(self) -> Section:
        return self.sections[0]

    @property
    def attachments(self) -> tuple[Section, ...]:
        return self.sections[1:]

    def __iter__(self) -> Iterator[Piece]:
        """Every piece of every section in reading order."""
        return (piece for section in self.sections for piece in section.pieces)
