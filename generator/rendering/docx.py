"""Word documents from Word templates: compiled once for each template, rendered as text."""

import re
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Template
from lxml import etree
from markupsafe import Markup, escape

from generator.errors import TemplateError, UsageError
from generator.rendering import docx_compile
from generator.rendering.archive import Member, read_members, write_members
from generator.rendering.docx_places import describe_paragraph
from generator.rendering.environment import Space, make_environment, render
from generator.rendering.faults import blaming
from generator.text import blank_space

BODY = "word/document.xml"
_RENDERED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml|docProps/core\.xml")
_CONTENT_TYPES = "[Content_Types].xml"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def render_docx(path: Path, values: dict[str, Any]) -> bytes:
    """The Word document that the template at `path` becomes with these values.

    Raises TemplateError (the paragraph or cell and what is wrong) or UsageError (not a Word file).
    """
    status = path.stat()
    return _load(path, status.st_mtime_ns, status.st_size).render(values)


@lru_cache(maxsize=64)
def _load(path: Path, _modified: int, _size: int) -> "WordTemplate":
    return WordTemplate(path.read_bytes(), path.name)


class WordTemplate:
    """A compiled Word template: one Jinja template for each part that has tags, the other parts as they are."""

    def __init__(self, data: bytes, name: str):
        self.name = name
        self.members = read_members(data, name)
        if BODY not in self.members:
            raise UsageError(f"{name}：不是 Word 的 .docx 文件，请用 Word 或 WPS 打开后另存为 .docx")
        self.sources: dict[str, str] = {}
        self._lines: dict[str, list[int]] = {}
        self._templates: dict[str, Template] = {}
        for part in filter(_RENDERED.fullmatch, self.members):
            self._compile(part)
        types = self.members[_CONTENT_TYPES].content()
        if _TEMPLATE_TYPE in types:  # a .dotx: what it renders is a document
            self.members[_CONTENT_TYPES] = Member.of(types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE))

    def _compile(self, part: str) -> None:
        xml = self.members[part].content().decode("utf-8")
        if "{" not in xml:
            return
        try:
            self.sources[part], self._lines[part] = docx_compile.compile_part(xml)
        except docx_compile.UnsupportedTag as error:
            raise TemplateError(self.name, str(error)) from error
        with blaming(self.name, partial(self.place, part)):
            self._templates[part] = _environment().from_string(self.sources[part])

    def render(self, values: dict[str, Any]) -> bytes:
        members = dict(self.members)
        for part, template in self._templates.items():
            with blaming(self.name, partial(self.place, part)):
                xml = render(template, values)
            members[part] = Member.of(self._finished(part, xml))
        return write_members(members)

    def _finished(self, part: str, xml: str) -> bytes:
        try:
            root = etree.fromstring(xml.encode("utf-8"))
        except etree.XMLSyntaxError as error:
            message = "渲染后的段落不完整，通常是段落标签和普通标签没有成对（{%p if %} 要用 {%p endif %} 结束）"
            raise TemplateError(f"{self.name} {part}", message, "请用 zhicheng template check 查找") from error
        if "w:tbl" not in xml and "wp:docPr" not in xml:
            return xml.encode("utf-8")
        _fit_tables(root)
        _number_drawings(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def place(self, part: str, line: int, name: str | None) -> str:
        """Where a line of the part's source stands in Word: the paragraph or cell, and how it begins."""
        lines = self._lines[part]
        first = lines[min(line, len(lines)) - 1] if line else 0
        last = next((number for number in lines[line:] if number > first), None)
        return self.place_of_paragraph(part, first, last, name)

    def place_of_paragraph(self, part: str, first: int, last: int | None = None, name: str | None = None) -> str:
        """The same for a paragraph of a part, by its number in document order."""
        where = describe_paragraph(self.members[part].content(), first, last, name) if part in self.members else ""
        return f"{self.name} {where}" if where else self.name


def _environment():
    return make_environment(_encode)


def _encode(value: Any) -> Markup:
    if isinstance(value, Space):
        return Markup(blank_space(value.width))
    text = str(escape(value)).replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in text or "\t" in text:
        text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return Markup(text)


def _fit_tables(root: etree._Element) -> None:
    """Makes each table's grid hold as many columns, and as wide, as its rows have after loops over cells."""
    for table in root.iter(f"{_W}tbl"):
        grid = table.find(f"{_W}tblGrid")
        rows = [_cell_widths(row) for row in table.findall(f"{_W}tr")]
        columns = max((sum(span for span, _ in row) for row in rows), default=0)
        # Heading cells may leave their width open: a row that states all its widths says how wide the columns are.
        whole = next((row for row in rows if len(row) == columns and all(width for _, width in row)), None)
        if grid is None or (whole is None and columns == len(grid)):
            continue
        widths = [width for _, width in whole] if whole else [0] * columns
        grid[:] = [etree.Element(f"{_W}gridCol", {f"{_W}w": str(width)}) for width in widths]


def _cell_widths(row: etree._Element) -> list[tuple[int, int]]:
    cells = []
    for cell in row.findall(f"{_W}tc"):
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = cell.find(f"{_W}tcPr/{_W}tcW")
        cells.append(
            (
                int(span.get(f"{_W}val")) if span is not None else 1,
                int(float(width.get(f"{_W}w", "0"))) if width is not None else 0,
            )
        )
    return cells


def _number_drawings(root: etree._Element) -> None:
    """Drawing ids must be unique in a part; loops repeat them."""
    for number, drawing in enumerate(root.iter("{*}docPr"), start=1):
        drawing.set("id", str(number))
