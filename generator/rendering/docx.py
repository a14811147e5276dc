"""Word documents from Word templates: compiled once for each template, rendered as text."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from jinja2 import Template
from lxml import etree
from markupsafe import escape

from generator.errors import FindingsError, TemplateError, UsageError
from generator.finding import Finding, Place
from generator.rendering import docx_compile, docx_merge
from generator.rendering.archive import Member, Shell, read_members
from generator.rendering.docx_merge_field import NameReader
from generator.rendering.docx_pattern import Part, PlainPart
from generator.rendering.docx_places import describe_paragraph
from generator.rendering.docx_settled import is_settled, plain_pieces, without_tags
from generator.rendering.docx_tags import misused_tags
from generator.rendering.environment import Space, make_environment, render
from generator.rendering.faults import blaming
from generator.rendering.searchable import may_hold_words, text_of_xml
from generator.text import blank_space

BODY = "word/document.xml"
_RENDERED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml|docProps/core\.xml")
_PART_NAMES = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注", "core": "文件属性"}
_PRINTING_TAG = re.compile(r"{{(.*?)}}", re.DOTALL)
_DOTTED_NAME = re.compile(r"\w+(?:\.\w+)+")
_FOOTERS = re.compile(rb"<w:footerReference\b[^>]*/>|<w:footerReference\b[^>]*>\s*</w:footerReference>")
_CONTENT_TYPES = "[Content_Types].xml"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_SPECIAL = re.compile("[&<>'\"\n\r\t]")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def render_docx(path: Path, values: dict[str, Any], *, numbered: bool = True, names: NameReader | None = None) -> bytes:
    """The Word document that the template at `path` becomes with these values, without page numbers if so wanted.

    `names` reads the bare names of a mail-merge template; without it there may be none. Raises FindingsError (the
    paragraph or cell and what is wrong) or UsageError (no Word file).
    """
    return load_template(path, numbered=numbered, names=names).render(values)


def fill_docx(path: Path, values: dict[str, Any], *, numbered: bool = True) -> "Filled":
    """The same, not yet packed. Raises as `render_docx` does."""
    return load_template(path, numbered=numbered).fill(values)


def docx_variables(path: Path, names: NameReader | None = None) -> list[str]:
    """The dotted names (申报人.姓名) in the tags of the template at `path` that print, each once, in order."""
    return load_template(path, names=names).variables


def load_template(path: Path, *, numbered: bool = True, names: NameReader | None = None) -> "WordTemplate":
    """The template at `path`, compiled once as long as the file does not change. Raises as `render_docx` does."""
    try:
        status = path.stat()
    except OSError as error:
        raise UsageError(f"{path}：没有这个模板文件，请检查文件名和所在的文件夹") from error
    return _load(path, status.st_mtime_ns, status.st_size, numbered, names)


@lru_cache(maxsize=64)
def _load(path: Path, _modified: int, _size: int, numbered: bool, names: NameReader | None) -> "WordTemplate":
    return WordTemplate(path.read_bytes(), path.name, numbered=numbered, names=names)


class Filled:
    """A filled template: the parts that were made, in the package that the template is."""

    __slots__ = ("_parts", "_template")

    def __init__(self, template: "WordTemplate", parts: dict[str, Part]):
        self._template = template
        self._parts = parts

    @property
    def content(self) -> bytes:
        """The file."""
        made = {name: Member.quickly_of(part.xml.encode("utf-8")) for name, part in self._parts.items()}
        return self._template.shell.with_members(made)

    @property
    def text(self) -> str:
        """What `searchable_text` finds in the file."""
        made = (part.text for name, part in self._parts.items() if may_hold_words(name))
        return "\n".join([*self._template.fixed_texts, *made])


class WordTemplate:
    """A compiled Word template: one Jinja template for each part that has tags, the other parts as they are."""

    def __init__(self, data: bytes, name: str, *, numbered: bool = True, names: NameReader | None = None):
        self.name = name
        self.members = read_members(data, name)
        if not {BODY, _CONTENT_TYPES} <= self.members.keys():
            raise UsageError(f"{name}：不是 Word 的 .docx 文件，请用 Word 或 WPS 打开后另存为 .docx")
        if names:
            parts = filter(_RENDERED.fullmatch, self.members)
            self.members = docx_merge.with_tags(self.members, parts, names, self.place_of_paragraph)
        if not numbered:
            self.members[BODY] = Member.of(_FOOTERS.sub(b"", self.members[BODY].content()))
        self.sources: dict[str, str] = {}
        self._lines: dict[str, list[int]] = {}
        self._templates: dict[str, Template] = {}
        self._settled: set[str] = set()
        self._plain: dict[str, PlainPart] = {}
        for part in filter(_RENDERED.fullmatch, self.members):
            self._compile(part)
        types = self.members[_CONTENT_TYPES].content()
        if _TEMPLATE_TYPE in types:  # a .dotx: what it renders is a document
            self.members[_CONTENT_TYPES] = Member.of(types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE))

    def _compile(self, part: str) -> None:
        xml = self._read(part)
        if "{" not in xml:
            return
        try:
            self.sources[part], self._lines[part] = docx_compile.compile_part(xml)
        except docx_compile.UnsupportedTag as error:
            raise TemplateError(self.name, str(error)) from error
        environment = make_environment(encode if part.startswith("word/") else _encode_property)
        with blaming(self.name, partial(self.place, part)):
            self._templates[part] = environment.from_string(self.sources[part])
            if is_settled(self.sources[part]) and _fits(without_tags(self.sources[part])):
                self._settled.add(part)
                if pieces := plain_pieces(self.sources[part]):
                    self._plain[part] = PlainPart(pieces)

    def _read(self, part: str) -> str:
        content = self.members[part].content()
        try:
            misused = sorted(misused_tags(etree.fromstring(content)))
            text = content.decode("utf-8-sig")
        except (etree.XMLSyntaxError, UnicodeDecodeError) as error:
            raise UsageError(f"{self.name}：{part} 已损坏，请用 Word 或 WPS 打开后另存为 .docx") from error
        if misused:
            places = ((Place(file=self.place_of_paragraph(part, number)), message) for number, message in misused)
            raise FindingsError(Finding("template", "error", message, place=place) for place, message in places)
        return text

    @cached_property
    def variables(self) -> list[str]:
        """The dotted names in the tags that print, each once, in order."""
        tags = (tag for source in self.sources.values() for tag in _PRINTING_TAG.findall(source))
        return list(dict.fromkeys(name for tag in tags for name in _DOTTED_NAME.findall(tag)))

    @cached_property
    def shell(self) -> Shell:
        """The package without the parts that are rendered."""
        return Shell({name: member for name, member in self.members.items() if name not in self._templates})

    @cached_property
    def fixed_texts(self) -> list[str]:
        """What can be found in the parts that are not rendered."""
        parts = [name for name in self.members if name not in self._templates and may_hold_words(name)]
        return [text_of_xml(self.members[name].content().decode("utf-8", "replace")) for name in parts]

    def render(self, values: dict[str, Any]) -> bytes:
        """The document."""
        return self.fill(values).content

    def fill(self, values: dict[str, Any], made: dict[str, Part] | None = None) -> Filled:
        """The document, not yet packed; `made` are parts that need not be rendered."""
        made = made or {}
        return Filled(self, {part: made.get(part) or self._part(part, values) for part in self._templates})

    def _part(self, part: str, values: dict[str, Any]) -> Part:
        plain = self._plain.get(part)
        of_word = part.startswith("word/")
        filled = plain and plain.filled(values, encode if of_word else escape, one_line=not of_word)
        return filled or Part(self.render_part(part, values))

    def render_part(self, part: str, values: dict[str, Any]) -> str:
        """The XML of one part, whole and with its tables' grids as wide as their rows."""
        with blaming(self.name, partial(self.place, part)):
            xml = render(self._templates[part], values)
        if part in self._settled:
            return xml
        try:
            root = etree.fromstring(xml.encode("utf-8"))
        except etree.XMLSyntaxError as error:
            message = "渲染后的段落不完整，通常是段落标签和普通标签没有成对（{%p if %} 要用 {%p endif %} 结束）"
            raise TemplateError(f"{self.name} {part}", message, "请用 zhicheng template check 查找") from error
        if "w:tbl" not in xml and "wp:docPr" not in xml:
            return xml
        _fit_tables(root)
        number_drawings(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode("utf-8")

    def place(self, part: str, line: int, name: str | None) -> str:
        """Where a line of the part's source stands in Word: the paragraph or cell, and how it begins."""
        lines = self._lines[part]
        first = lines[min(line, len(lines)) - 1] if line else 0
        last = next((number for number in lines[line:] if number > first), None)
        return self.place_of_paragraph(part, first, last, name)

    def place_of_paragraph(self, part: str, first: int, last: int | None = None, name: str | None = None) -> str:
        """The same for a paragraph of a part, by its number in document order."""
        where = describe_paragraph(self.members[part].content(), first, last, name) if part in self.members else ""
        kind = next((word for stem, word in _PART_NAMES.items() if stem in part), "")
        return f"{self.name} {kind}{where}" if kind or where else self.name


def _encode_property(value: Any) -> str:
    """A document property is one line of text."""
    return escape(" ".join(str(value).split()))


def encode(value: Any) -> str:
    """A value as text of a run; what follows a line end or a tab in it stands behind Word's own mark for that."""
    if isinstance(value, Space):
        return blank_space(value.width)
    text = str(value)
    if _SPECIAL.search(text) is None:
        return text
    text = str(escape(text)).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')


def _fits(xml: str) -> bool:
    """Whether there is nothing that `render_part` would change."""
    try:
        root = etree.fromstring(xml.encode("utf-8"))
    except etree.XMLSyntaxError:
        return False
    before = etree.tostring(root)
    _fit_tables(root)
    number_drawings(root)
    return etree.tostring(root) == before


def _fit_tables(root: etree._Element) -> None:
    """Makes each table's grid hold as many columns, and as wide, as its rows have after loops over cells."""
    for table in root.iter(f"{_W}tbl"):
        grid = table.find(f"{_W}tblGrid")
        rows = [list(_cell_widths(row)) for row in table.findall(f"{_W}tr")]
        columns = max((sum(span for span, _ in row) for row in rows), default=0)
        edges = _edges(rows)
        if grid is None or (len(edges) <= columns and columns == len(grid)):
            continue
        ends = [_end(edges, column) for column in range(columns + 1)]
        widths = [max(end - start, 0) for start, end in pairwise(ends)]
        grid[:] = [etree.Element(f"{_W}gridCol", {f"{_W}w": str(width)}) for width in widths]


def _edges(rows: list[list[tuple[int, int]]]) -> dict[int, int]:
    """Where columns end, in twips: heading cells may leave their width open, merged ones hide what other rows say."""
    edges = {0: 0}
    for row in rows:
        column = place = 0
        for span, width in row:
            if not width:
                break
            column, place = column + span, place + width
            edges.setdefault(column, place)
    return edges


def _end(edges: dict[int, int], column: int) -> int:
    """Where a column ends: as the edges say, in proportion between two of them, and nowhere behind the last."""
    before = max(each for each in edges if each <= column)
    behind = min((each for each in edges if each >= column), default=before)
    share = (column - before) / (behind - before) if behind > before else 0
    return round(edges[before] + (edges[behind] - edges[before]) * share)


def _cell_widths(row: etree._Element) -> Iterator[tuple[int, int]]:
    """(columns spanned, width in twips or 0 where it is open or a percentage) of each cell."""
    for skipped in row.findall(f"{_W}trPr/{_W}gridBefore") + row.findall(f"{_W}trPr/{_W}gridAfter"):
        yield int(skipped.get(f"{_W}val")), 0
    for cell in row.findall(f"{_W}tc"):
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = cell.find(f"{_W}tcPr/{_W}tcW")
        twips = width is not None and width.get(f"{_W}type", "dxa") == "dxa"
        yield int(span.get(f"{_W}val")) if span is not None else 1, int(width.get(f"{_W}w")) if twips else 0


def number_drawings(root: etree._Element) -> None:
    """Drawing ids must be unique in a part; loops repeat them."""
    for number, drawing in enumerate(root.iter("{*}docPr"), start=1):
        drawing.set("id", str(number))
