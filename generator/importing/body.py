"""The pieces of a section as wording: a paragraph, heading, table or container each, in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from jinja2 import TemplateRuntimeError

from generator.importing.escape import Place, as_heading, as_line, literal
from generator.importing.fields import Plan, printed_date, printed_imprint
from generator.importing.ledger import Ledger
from generator.importing.tables import Tables
from generator.reading.roles import words as words
from generator.reading.roles.numbering import numeral_of
from generator.reading.roles.recognise import (
    ADDRESSEES,
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
    Piece,
    signatories,
)
from generator.rendering.headings import Numerals
from generator.text import chinese_date

_CONTAINERS = {
    LABEL: "附件号",
    TOP: "附件号",
    LETTERHEAD: "居中",
    NUMBER: "居中",
    ADDRESSEES: "主送",
    NOTE: "附件说明",
    SIGNATURE: "落款",
    DATE: "落款",
    REMARK: "附注",
    SEAL: "签章",
    COPIED: "版记",
    IMPRINT: "版记",
}
_DIVIDER = "｜"
_ENDS_RUN_IN = re.compile(r"[\u4e00-\u9fff。：；，、．！？）》”’】]\s*$")
"""Where the wording knows the end of a run-in heading."""
_OWN_COPIED = "写在附件后面的抄送；是整份公文的抄送的，改写到最外层的“抄送”"


@dataclass
class Body:
    """Lines of wording, and by their numbers (from 0) what in them is not sure."""

    lines: list[str] = field(default_factory=list)
    doubts: list[tuple[int, str]] = field(default_factory=list)

    def add(self, lines: list[str], doubt: str = "") -> None:
        """A paragraph or container, a blank line above it."""
        if self.lines:
            self.lines.append("")
        if doubt:
            self.doubts.append((len(self.lines), doubt))
        self.lines += lines


class BodyWriter:
    """Writes sections; their facts and tables go to one ledger and one set of tables."""

    def __init__(self, ledger: Ledger, tables: Tables):
        self._ledger = ledger
        self._tables = tables

    def write(self, pieces: list[Piece], made: Plan | None = None) -> Body:
        """The wording of the pieces. Of the main section's parts that the plan has read the body takes the words from
        the fields.
        """
        body, heading, above = Body(), "", ""
        for container, group in groupby(pieces, lambda piece: _CONTAINERS.get(piece.role) or piece.role == TITLE):
            group = list(group)
            doubt = next((piece.doubt for piece in group if piece.doubt), "")
            if container is True:
                heading = "".join(piece.text for piece in group)
                if made:  # a document that the main one issues
                    body.add(["::: 换页", ":::"])
                body.add([f"# {self.title([piece.text for piece in group])}"], doubt)
            elif container:
                lines = list(self._contained(container, group, made))
                options = " 盖章" if container == "落款" and made else ""
                unclear = _OWN_COPIED if container == "版记" and made is None else ""
                body.add([f"::: {container}{options}", *lines, ":::"], doubt or unclear)
            else:
                for piece in group:
                    named_by = (
                        above if piece.is_table and (above.startswith("表") or words.ends_title(above)) else heading
                    )
                    body.add([self._line(piece, named_by)], piece.doubt)
                    heading, above = _heading(piece) or heading, piece.text.strip()
        return body

    def title(self, lines: list[str]) -> str:
        """The lines of a title as one, ｜ where a line ended."""
        phrases = [phrase for line in lines for phrase in words.title_phrases(line)]
        return _DIVIDER.join(self._ledger.wording(phrase, place=Place.TITLE) for phrase in phrases)

    def _line(self, piece: Piece, heading: str) -> str:
        if piece.role == TABLE:
            return f"{{{{ 表格.{self._tables.add(piece.item, heading)}|表格 }}}}"
        text = piece.text.strip()
        if piece.role == HEADING:
            wording = self._ledger.wording(text, heading)
            return as_heading(wording, piece.level, numbered=_has_numeral(text, piece.level))
        lead = piece.lead - (len(piece.text) - len(piece.text.lstrip()))
        numeral = numeral_of(text)
        if piece.role == ITEM and numeral and numeral.end < lead < len(text) and _ENDS_RUN_IN.search(text[:lead]):
            first = self._ledger.wording(text[:lead].rstrip(), heading)
            wording = f"**{first}**{self._ledger.wording(text[lead:], text[:lead])}"
            return as_heading(wording, piece.level, numbered=_has_numeral(text, piece.level))
        return as_line(self._ledger.wording(text, heading))

    def _contained(self, container: str, group: list[Piece], made: Plan | None) -> Iterator[str]:
        if container == "落款":
            yield from self._signature(group, made)
        elif container == "版记":
            yield from self._imprint(group, made)
        elif group[0].role == NUMBER:
            yield from (self._ledger.number(piece.text) for piece in group)
        elif (
            container == "附注" and made and _bare("".join(each.text for each in group)) == f"（{_bare(made.remark)}）"
        ):
            yield "（{{ 公文.附注 }}）"
        else:
            yield from (as_line(self._ledger.wording(piece.text)) for piece in group)

    def _signature(self, group: list[Piece], made: Plan | None) -> Iterator[str]:
        names = signatories(tuple(piece for piece in group if piece.role == SIGNATURE))
        refer = made is not None and names == made.signatory
        for number, name in enumerate(names):
            yield f"{{{{ 公文.署名[{number}] }}}}" if refer else as_line(self._ledger.wording(name))
        for piece in group:
            if piece.role != DATE:
                continue
            if made and made.dated and printed_date(made.dated) == _bare(piece.text):
                rest = printed_date(made.dated).removeprefix(chinese_date(made.dated))
                yield "{{ 公文.成文日期 }}" + "".join(f"　{unit}" for unit in rest)
            else:
                yield as_line(self._ledger.wording(piece.text, DATE))

    def _imprint(self, group: list[Piece], made: Plan | None) -> Iterator[str]:
        for role, pieces in groupby(group, lambda piece: piece.role):
            texts = [piece.text.strip() for piece in pieces]
            if role == COPIED:
                yield from (self._copied(text, made) for text in texts)
            elif made and made.imprint and _bare("".join(texts)) == _bare(printed_imprint(*made.imprint)):
                yield "{{ 公文.印发.机关 }}｜{{ 公文.印发.日期 }}印发"
            else:
                yield from (_DIVIDER.join(map(self._undivided, line)) for line in _imprint_lines(texts))

    def _copied(self, text: str, made: Plan | None) -> str:
        names = "，".join(made.copied_to) if made else ""
        if not names or _bare(text).rstrip("。") != _bare(f"抄送：{names}"):
            return self._undivided(text)
        return '抄送：{{ 公文.抄送|顿号("，") }}' + ("。" if text.endswith("。") else "")

    def _undivided(self, text: str) -> str:
        """A line of a 版记, where a ｜ of the text's own would divide it."""
        return as_line(self._ledger.wording(text)).replace(_DIVIDER, literal(_DIVIDER))


def _imprint_lines(texts: list[str]) -> Iterator[list[str]]:
    """The lines that say who printed the document, the date apart from the office; it may stand on the next line."""
    lines: list[list[str]] = []
    for text in texts:
        match = words.PRINTED.fullmatch(text)
        if match and match["office"]:
            lines.append([match["office"].strip(), text[match.start("date") :]])
        elif match and lines and len(lines[-1]) == 1 and words.is_organisation(lines[-1][0]):
            lines[-1].append(text)
        else:
            lines.append([text])
    yield from lines


def _heading(piece: Piece) -> str:
    """The words of a heading without its numeral; empty where the piece heads nothing."""
    if piece.role != HEADING:
        return ""
    numeral = numeral_of(piece.text)
    return piece.text[numeral.end :].strip() if numeral else piece.text.strip()


def _bare(text: str) -> str:
    return "".join(text.split())


def _has_numeral(text: str, level: int) -> bool:
    """Whether the template takes the text's numeral for one and adds none."""
    try:
        return Numerals().of(level, text) == ""
    except (ValueError, TemplateRuntimeError):
        return False
