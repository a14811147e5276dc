"""The parts of an Office file (a zip package): unpacked within bounds, parsed without trust.

More lenient than `rendering.archive`, which must write the package again: a broken picture does not hinder reading.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from generator.errors import UsageError

MAX_PART = 64 * 1024 * 1024  # bytes unpacked; no honest notice has a part of this size
MAX_PARTS = 2000
_MAX_RATIO = 400  # unpacked to packed; XML of Word files packs to a tenth or a fiftieth
_LARGE = 8 * 1024 * 1024  # bytes; below that a high ratio is harmless
_DAMAGE = (
    zipfile.BadZipFile,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    struct.error,
    zlib.error,
)
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DAMAGED = (
    "文件已损坏，打不开。请用 Word 或 WPS 打开它，另存为 .docx 后再试；若 Word、WPS 也打不开，请另要一份完好的文件"
)


class Package:
    """An open package. Every method raises UsageError for a part that is broken or too large."""

    def __init__(self, path: Path, data: bytes):
        self.path = path
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise UsageError(f"{path}：{DAMAGED}") from error
        self.names = {info.filename.lstrip("/"): info for info in self._archive.infolist()}
        if len(self.names) > MAX_PARTS:
            raise self._too_large()

    def content(self, name: str) -> bytes | None:
        """The bytes of a part, or None where there is none."""
        info = self.names.get(name)
        if info is None:
            return None
        if info.file_size > MAX_PART or info.file_size > max(_LARGE, info.compress_size * _MAX_RATIO):
            raise self._too_large()
        try:
            with self._archive.open(info) as part:
                content = part.read(MAX_PART + 1)  # the size in the directory may lie
        except _DAMAGE as error:
            raise UsageError(f"{self.path}：{DAMAGED}") from error
        if len(content) > MAX_PART:
            raise self._too_large()
        return content

    def root(self, name: str) -> etree._Element | None:
        """The root element of an XML part, in the usual namespaces (of strict files too), or None."""
        content = self.content(name)
        if content is None:
            return None
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UsageError(f"{self.path}：{DAMAGED}") from error

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: id → (last word of its type, name of the part it leads to)."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target)
        return found

    def part_of_type(self, part: str, kind: str) -> str | None:
        """The part to which the first relation of this type leads."""
        return next((target for type_, target in self.relations(part).values() if type_ == kind), None)

    def _too_large(self) -> UsageError:
        return UsageError(
            f"{self.path}：文件解开后过大，已拒绝打开。请用 Word 或 WPS 打开，删去大图片后另存为 .docx 再试"
        )
