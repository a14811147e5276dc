"""Footnotes and endnotes of a Word file: their marks in the order of reference, and their content."""

from lxml import etree

from generator.reading.package import Package
from generator.reading.word.markup import W
from generator.reading.word.runs import Note


class Notes:
    """The notes of one Word file. Their marks are [1], [2], in the text and before the note."""

    def __init__(self, package: Package, document: str):
        self._contents: dict[tuple[str, str], etree._Element] = {}
        self._marks: dict[tuple[str, str], str] = {}
        for kind in ("footnote", "endnote"):
            part = package.part_of_type(document, f"{kind}s")
            root = package.root(part) if part else None
            for note in root.iterfind(f"{W}{kind}") if root is not None else ():
                self._contents[kind, note.get(f"{W}id", "")] = note

    def mark(self, note: Note) -> str:
        """The mark of a note; a new one for a note not referred to before."""
        return self._marks.setdefault((note.kind, note.key), f"[{len(self._marks) + 1}]")

    def content(self, note: Note) -> etree._Element | None:
        """The element that holds the note's paragraphs, or None where the reference leads nowhere."""
        return self._contents.get((note.kind, note.key))
