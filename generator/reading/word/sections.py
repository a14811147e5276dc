"""Sections of a Word file: where a page begins, which pages lie across, what stands in their margins."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from generator.reading.package import Package
from generator.reading.parts import FIRST_FOOTER, FIRST_HEADER, FOOTER, HEADER, Paragraph, Table
from generator.reading.word.markup import R, W, number, switch, value
from generator.reading.word.tables import flat

# What remains of a page number when its field is taken out: — —, 第 页 共 页, Page of.
_PAGE_NUMBER_REST = re.compile(r"[-—–－―‐~·•./／|,，、第页共总()（）\s\d]|[Pp]age|[Oo]f")
_PAGE_FIELDS = re.compile(r"\b(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_PLACES = {"headerReference": (HEADER, FIRST_HEADER), "footerReference": (FOOTER, FIRST_FOOTER)}

Story = Callable[[etree._Element, str], list[Paragraph | Table]]


@dataclass(frozen=True)
class Section:
    """A section: its properties, the first block of it, and what these say."""

    properties: etree._Element | None
    first: etree._Element | None
    begins_page: bool
    landscape: bool


@dataclass(frozen=True)
class Sections:
    """The section of each block of the body."""

    of_blocks: list[Section]

    @classmethod
    def of(cls, body: etree._Element, blocks: list[etree._Element]) -> "Sections":
        """The sections of a body: each ends with the block that holds its properties, the last with the body's own."""
        groups: list[tuple[list[etree._Element], etree._Element | None]] = []
        group: list[etree._Element] = []
        for block in blocks:
            group.append(block)
            properties = block.find(f"{W}pPr/{W}sectPr")
            if properties is not None:
                groups.append((group, properties))
                group = []
        if group:
            groups.append((group, body.find(f"{W}sectPr")))
        found: list[Section] = []
        for index, (members, properties) in enumerate(groups):
            begins = index > 0 and value(properties, "type") not in ("continuous", "nextColumn")
            found += [Section(properties, members[0], begins, _lies_across(properties))] * len(members)
        return cls(found)


def _lies_across(properties: etree._Element | None) -> bool:
    if value(properties, "pgSz", "orient") == "landscape":
        return True
    width, height = (number(value(properties, "pgSz", side), 20) for side in ("w", "h"))
    return width is not None and height is not None and width > height


def margin_texts(
    package: Package, document: str, sections: Sections, story: Story
) -> tuple[list[Paragraph], list[Paragraph]]:
    """The texts of headers and of footers, each once; page numbers are no text."""
    relations = package.relations(document)
    settings = package.part_of_type(document, "settings")
    differ = bool(switch(package.root(settings), "evenAndOddHeaders")) if settings else False
    found: dict[str, dict[str, Paragraph]] = {"headerReference": {}, "footerReference": {}}
    read: set[str] = set()
    for section in dict.fromkeys(section.properties for section in sections.of_blocks):
        if section is None:
            continue
        used = ("default", *(("even",) if differ else ()), *(("first",) if switch(section, "titlePg") else ()))
        for kind, name in ((kind, name) for kind in used for name in found):
            for reference in section.iterfind(f"{W}{name}"):
                _, part = relations.get(reference.get(f"{R}id", ""), ("", ""))
                if reference.get(f"{W}type", "default") != kind or part in read:
                    continue
                read.add(part)
                root = package.root(part)
                for paragraph in _texts(root, _PLACES[name][kind == "first"], story) if root is not None else ():
                    found[name].setdefault(paragraph.text.strip(), paragraph)
    return tuple(list(texts.values()) for texts in found.values())


def _texts(root: etree._Element, where: str, story: Story) -> list[Paragraph]:
    paragraphs = []
    for item in story(root, where):
        if isinstance(item, Table):
            item = Paragraph(flat([item]), where=where)
        if item.text.strip():
            paragraphs.append(item)
    if _has_page_number(root):
        return [paragraph for paragraph in paragraphs if _PAGE_NUMBER_REST.sub("", paragraph.text)]
    return paragraphs


def _has_page_number(root: etree._Element) -> bool:
    instructions = [field.get(f"{W}instr", "") for field in root.iter(f"{W}fldSimple")]
    instructions += [field.text or "" for field in root.iter(f"{W}instrText")]
    return bool(_PAGE_FIELDS.search("".join(instructions))) or next(root.iter(f"{W}pgNum"), None) is not None
