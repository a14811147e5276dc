"""One paragraph of a Word file: its numeral, its text, the measures in force, and what hangs on it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from generator.reading.han import is_han
from generator.reading.parts import Paragraph
from generator.reading.word.markup import W
from generator.reading.word.numbering import Numbering
from generator.reading.word.runs import PAGE_BREAK, Box, Note, Piece, Runs, Text, is_deleted
from generator.reading.word.styles import Look, Styles


@dataclass(frozen=True)
class Read:
    """A paragraph, in parts where page breaks stand in it, and the boxes and notes that hang on it."""

    parts: tuple[Paragraph, ...] = ()
    boxes_before: tuple[Box, ...] = ()
    boxes_after: tuple[Box, ...] = ()
    notes: tuple[Note, ...] = ()


class Paragraphs:
    """Reads the paragraphs of one story, one after another."""

    def __init__(self, styles: Styles, numbering: Numbering, runs: Runs, where: str, note_mark: Callable[[Note], str]):
        self._styles, self._numbering, self._runs = styles, numbering, runs
        self._where, self._note_mark = where, note_mark
        self._page_ended = False
        self._carried: list[Piece] = []

    def read(self, element: etree._Element) -> Read:
        """The paragraph. One whose end was deleted as a revision gives nothing yet: it runs on into the next."""
        properties = element.find(f"{W}pPr")
        style = self._styles.style_of(properties)
        pieces = [*self._carried, *self._runs.pieces(element, style)]
        self._carried = pieces if is_deleted(properties) else []
        if self._carried:
            return Read()
        look = _main_look(pieces) or self._styles.look(
            style, properties.find(f"{W}rPr") if properties is not None else None
        )
        plain, numeral = self._measured(properties, style, look)
        texts, page_ends = self._texts(pieces)
        first = next((text.look for text in texts[0]), look)
        texts[0] = [Text(numeral, first), *texts[0]] if numeral else texts[0]
        before, after = _boxes(pieces)
        notes = tuple(piece for piece in pieces if isinstance(piece, Note))
        parts = [_filled(plain, text, look) for text in texts]
        begins = page_ends.begins or self._page_ended or plain.new_page
        parts = [replace(part, new_page=begins or index > 0) for index, part in enumerate(parts)]
        self._page_ended = page_ends.ends
        return Read(tuple(parts), before, after, notes)

    def _measured(self, properties: etree._Element | None, style: str, look: Look) -> tuple[Paragraph, str]:
        """The paragraph without its text, and its numeral."""
        num, level, source = self._styles.numbering(properties)
        chain = [given.get(f"{W}styleId", "") for given in self._styles.chain(style)]
        numeral = self._numbering.next(num, level, source, chain)
        shape = self._styles.shape(
            properties,
            numeral.properties if numeral else None,
            numeral is not None and numeral.by_style,
            look.size,
        )
        plain = Paragraph(
            "",
            where=self._where,
            style=self._styles.name(properties),
            level=shape.level,
            align=shape.align,
            left=shape.left,
            first_line=shape.first_line,
            right=shape.right,
            new_page=shape.new_page,
        )
        return plain, numeral.text if numeral else ""

    def _texts(self, pieces: list[Piece]) -> tuple[list[list[Text]], "_PageEnds"]:
        """The text between page breaks, blank ends dropped, and whether breaks stood there."""
        texts: list[list[Text]] = [[]]
        for piece in pieces:
            if piece == PAGE_BREAK:
                texts.append([])
            elif isinstance(piece, Text):
                texts[-1].append(piece)
            elif isinstance(piece, Note):
                texts[-1].append(Text(self._note_mark(piece), piece.look))
        begins = ends = False
        while len(texts) > 1 and _is_blank(texts[-1]):
            texts.pop()
            ends = True
        while len(texts) > 1 and _is_blank(texts[0]):
            texts.pop(0)
            begins = True
        return texts, _PageEnds(begins, ends)


@dataclass(frozen=True)
class _PageEnds:
    """Whether a page break stood before all text of a paragraph, and after all of it."""

    begins: bool
    ends: bool


def _is_blank(texts: list[Text]) -> bool:
    return not any(text.text.strip() for text in texts)


def _main_look(pieces: list[Piece]) -> Look | None:
    """The type of most of the characters."""
    widths: Counter[Look] = Counter()
    for piece in pieces:
        if isinstance(piece, Text):
            widths[piece.look] += len(piece.text.strip())
    return widths.most_common(1)[0][0] if widths and any(widths.values()) else None


def _filled(plain: Paragraph, texts: list[Text], look: Look) -> Paragraph:
    main = _main_look(list(texts)) or look
    return replace(
        plain,
        text="".join(text.text for text in texts),
        font=main.font,
        size=main.size,
        bold=main.bold,
        color=main.color,
        lead=_lead(texts),
    )


def _lead(texts: list[Text]) -> int:
    """How many characters at the beginning stand in another typeface than most of the rest.

    Judged by Chinese characters: numerals and Latin letters may stand in fonts of their own anywhere.
    """
    faces = [((text.look.font, text.look.bold), char) for text in texts for char in text.text]
    han = [(index, face) for index, (face, char) in enumerate(faces) if is_han(char) and char != "\u3000"]
    if not han or all(face == han[0][1] for _, face in han):
        return 0
    count = next(place for place, (_, face) in enumerate(han) if face != han[0][1])
    rest = Counter(face for _, face in han[count:])
    return han[count - 1][0] + 1 if rest.most_common(1)[0][0] != han[0][1] else 0


def _boxes(pieces: list[Piece]) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """The boxes that hang before all text of a paragraph, and the others."""
    worded = (index for index, piece in enumerate(pieces) if isinstance(piece, Text) and piece.text.strip())
    begin = next(worded, len(pieces))
    before, after = ([piece for piece in side if isinstance(piece, Box)] for side in (pieces[:begin], pieces[begin:]))
    return tuple(before), tuple(after)
