"""A Word file's paragraphs and tables in reading order, with what hangs on them; nothing is lost in silence."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from generator.errors import UsageError
from generator.reading.package import DAMAGED, Package
from generator.reading.parts import BODY, FRAME, NOTE, Paragraph, Reading, Table
from generator.reading.word.doubts import doubts_of
from generator.reading.word.markup import MC, W
from generator.reading.word.notes import Notes
from generator.reading.word.numbering import Numbering
from generator.reading.word.paragraphs import Paragraphs
from generator.reading.word.runs import Box, Note, Runs, Tally
from generator.reading.word.sections import Sections, margin_texts
from generator.reading.word.styles import Styles
from generator.reading.word.tables import flat, read_table

_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_BLOCKS = {f"{W}p", f"{W}tbl", f"{W}altChunk"}


def read_docx(path: Path, data: bytes) -> Reading:
    """The content of a DOCX file: headers first, then the body, then footers.

    Raises UsageError for a file that is damaged, or no Word file, or too large unpacked.
    """
    package = Package(path, data)
    document = package.part_of_type("", "officeDocument") or "word/document.xml"
    root = package.root(document)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise UsageError(f"{path}：{DAMAGED}")
    file = WordFile(package, document)
    items = file.body(body)
    headers, footers = margin_texts(package, document, file.sections, file.story)
    doubts = doubts_of(path, file.tally, file.numbering)
    return Reading(path, "docx", (*headers, *items, *footers), tuple(doubts))


class WordFile:
    """What all stories of one Word file share."""

    def __init__(self, package: Package, document: str):
        self.tally = Tally()
        self._styles = Styles(package, document)
        self.numbering = Numbering(package, document)
        self._notes = Notes(package, document)
        self.sections = Sections([])

    def body(self, body: etree._Element) -> list[Paragraph | Table]:
        """The body, with the new pages and the landscape of its sections."""
        blocks = list(_blocks(body))
        self.sections = Sections.of(body, blocks)
        story = _Story(self, BODY)
        items: list[Paragraph | Table] = []
        for block, section in zip(blocks, self.sections.of_blocks, strict=True):
            found = list(story.block(block))
            if section.begins_page and section.first is block:
                found = _on_new_page(found)
            items += [replace(item, landscape=section.landscape) if isinstance(item, Table) else item for item in found]
        return items

    def story(self, container: etree._Element, where: str, own_mark: str = "") -> list[Paragraph | Table]:
        """The content of a header, a note, a text box or a cell."""
        story = _Story(self, where, own_mark)
        return [item for block in _blocks(container) for item in story.block(block)]

    def paragraphs(self, where: str, own_mark: str) -> Paragraphs:
        """A reader for the paragraphs of a story that begins."""
        runs = Runs(self._styles, self.tally, where, own_mark)
        return Paragraphs(self._styles, self.numbering, runs, where, self._notes.mark)

    def note(self, note: Note) -> list[Paragraph | Table]:
        """The text of a footnote or endnote, its mark before it."""
        content, mark = self._notes.content(note), self._notes.mark(note)
        items = self.story(content, NOTE, mark) if content is not None else []
        texts = [item for item in items if isinstance(item, Paragraph) and item.text.strip()]
        if texts and not texts[0].text.lstrip().startswith(mark):
            items[items.index(texts[0])] = replace(texts[0], text=mark + texts[0].text)
        return items


class _Story:
    """The blocks of one story, read in order."""

    def __init__(self, file: WordFile, where: str, own_mark: str = ""):
        self._file, self._where = file, where
        self._paragraphs = file.paragraphs(where, own_mark)

    def block(self, block: etree._Element) -> Iterator[Paragraph | Table]:
        """A paragraph with what hangs on it, or a table."""
        if block.tag == f"{W}altChunk":
            self._file.tally.add("插入的其他文件")
        elif block.tag == f"{W}tbl":
            yield read_table(block, self._cell, self._file.tally)
        else:
            read = self._paragraphs.read(block)
            for box in read.boxes_before:
                yield from self._box(box)
            yield from read.parts
            for box in read.boxes_after:
                yield from self._box(box)
            for note in read.notes:
                yield from self._file.note(note)

    def _cell(self, cell: etree._Element) -> str:
        items = [item for block in _blocks(cell) for item in self.block(block)]
        if any(isinstance(item, Table) for item in items):
            self._file.tally.add("表中表")
        return flat(items)

    def _box(self, box: Box) -> list[Paragraph | Table]:
        where = FRAME if self._where == BODY else self._where
        if isinstance(box.content, str):
            return [Paragraph(box.content, where=where)]
        return self._file.story(box.content, where)


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables of a container, out of whatever wraps them; of alternatives the first."""
    for child in container:
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)
        elif child.tag == f"{MC}AlternateContent":
            yield from next((found for form in child if (found := list(_blocks(form)))), [])


def _on_new_page(items: list[Paragraph | Table]) -> list[Paragraph | Table]:
    if items and isinstance(items[0], Paragraph):
        return [replace(items[0], new_page=True), *items[1:]]
    return items
