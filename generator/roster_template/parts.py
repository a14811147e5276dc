"""The parts of an Office file that is changed here and there: what nobody touches keeps its very bytes."""

import posixpath
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from generator.errors import UsageError, reason_of
from generator.rendering.archive import Member, read_members, write_members

_CONTENT_TYPES = "[Content_Types].xml"
_MOST_BYTES = 64 * 1024 * 1024


class Relation(NamedTuple):
    """What a part leads to: the last word of the relation's type, and the other part's name."""

    kind: str
    part: str


def file_content(path: Path) -> bytes:
    """The bytes of a template. Raises UsageError."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UsageError(f"{path}：文件过大，请删去图片后另存再试")
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}：打不开（{reason_of(error)}）。请检查文件名和所在的文件夹") from error


class Parts:
    """The parts by name. Raises UsageError for what is no sound Office file."""

    def __init__(self, data: bytes, file: str):
        self.members = read_members(data, file)
        self._file = file
        self._changed: dict[str, etree._Element] = {}

    def root(self, part: str) -> etree._Element | None:
        """The XML of a part as it is now, for reading."""
        if part in self._changed or part not in self.members:
            return self._changed.get(part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self.members[part].content(), parser)
        except etree.XMLSyntaxError as error:
            raise UsageError(f"{self._file}：{part} 已损坏，请用 Word、Excel 或 WPS 打开后另存") from error

    def edited(self, part: str) -> etree._Element | None:
        """The XML of a part, to be written back with its changes."""
        root = self.root(part)
        if root is not None:
            self.change(part, root)
        return root

    def change(self, part: str, root: etree._Element) -> None:
        """Has the XML of a part written back."""
        self._changed[part] = root

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part leads to inside the file, by the relation's id."""
        links = self.root(links_of(part))
        found = {}
        for link in () if links is None else links:
            if link.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), link.get("Target", "")))
                found[link.get("Id", "")] = Relation(link.get("Type", "").rpartition("/")[2], target.lstrip("/"))
        return found

    def put(self, part: str, content: bytes) -> None:
        """Writes a part anew."""
        self._changed.pop(part, None)
        self.members[part] = Member.of(content)

    def drop(self, part: str, holder: str) -> None:
        """Takes a part out, with what `holder` and the list of content types say of it."""
        if self.members.pop(part, None) is None:
            return
        named = {id_ for id_, relation in self.relations(holder).items() if relation.part == part}
        for child in list(links := self.edited(links_of(holder))):
            if child.get("Id") in named:
                links.remove(child)
        for child in list(types := self.edited(_CONTENT_TYPES)):
            if (child.get("PartName") or "").lstrip("/") == part:
                types.remove(child)

    def content(self) -> bytes:
        """The file."""
        for part, root in self._changed.items():
            self.members[part] = Member.of(serialized(root))
        return write_members(self.members)


def links_of(part: str) -> str:
    """Where the relations of a part are kept."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def serialized(root: etree._Element) -> bytes:
    """An XML part as Office programs write it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
