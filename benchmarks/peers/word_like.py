"""Word templates for the benchmark, as Word writes them: one for each tool, the same but for the notation of its tags.

A finished document of ours with marks for its values is written again the way Word leaves a file after years of
editing: revision numbers on every paragraph and run, the formatting written out in each run, text cut into short runs,
many lines of namespaces. The runs are made as short as it takes for the body to have about SIZE bytes.
"""

import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from benchmarks.peers.subjects import ITEMS, MORE, Notation
from generator.rendering.archive import Member, write_members
from generator.rendering.docx import BODY

SIZE = 60_000
_CORE = "docProps/core.xml"
_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_W = f"{{{_NAMESPACES['w']}}}"
_W14 = f"{{{_NAMESPACES['w14']}}}"
_MARK = re.compile("⟦([a-z]+)⟧")
_FORMAT = {
    "rFonts": {
        "ascii": "仿宋_GB2312",
        "eastAsia": "仿宋_GB2312",
        "hAnsi": "宋体",
        "cs": "仿宋_GB2312",
        "hint": "eastAsia",
    },
    "color": {"val": "000000", "themeColor": "text1"},
    "kern": {"val": "0"},
    "sz": {"val": "32"},
    "szCs": {"val": "32"},
    "lang": {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar"},
}


DOCXTPL = Notation("{{ NAME }}", ("{%p for item in items %}", "{{ item.text }}", "{%p endfor %}"))
MAILMERGE = Notation("«NAME»", ("«items»",))
DOCXTEMPLATER = Notation("{NAME}", ("{#items}", "{text}", "{/items}"))
CARBONE = Notation("{d.NAME:convCRLF}", ("{d.items[i].text:convCRLF}", "{d.items[i+1].text:convCRLF}"))


def template(marked: dict[str, Member], notation: Notation) -> bytes:
    """The template for one tool, from a finished document with marks."""
    body = _as_word_writes(marked[BODY].content(), notation)
    core = _MARK.sub("", marked[_CORE].content().decode("utf-8"))
    members = marked | {BODY: Member.of(body), _CORE: Member.of(core.encode("utf-8"))}
    return write_members(members)


def _as_word_writes(body: bytes, notation: Notation) -> bytes:
    """The body with runs so long that its size comes nearest to SIZE."""
    written = (_written(etree.fromstring(body), notation, length) for length in range(1, 13))
    return min(written, key=lambda made: abs(len(made) - SIZE))


def _written(root: etree._Element, notation: Notation, length: int) -> bytes:
    numbers = iter(range(0x1F3A07, 1 << 31, 0x10B5))
    for paragraph in list(root.iter(f"{_W}p")):
        _repeat(paragraph, notation)
    for paragraph in root.iter(f"{_W}p"):
        identity = f"{next(numbers):08X}"
        paragraph.set(f"{_W14}paraId", identity)
        paragraph.set(f"{_W14}textId", "77777777")
        for name in ("rsidR", "rsidRDefault", "rsidP"):
            paragraph.set(f"{_W}{name}", f"00{next(numbers):06X}")
        for run in list(paragraph.iter(f"{_W}r")):
            for new in _runs(run, notation, length):
                new.set(f"{_W}rsidR", f"00{next(numbers):06X}")
                run.addprevious(new)
            run.getparent().remove(run)
    document = etree.Element(root.tag, nsmap=_NAMESPACES)
    document.set(f"{{{_NAMESPACES['mc']}}}Ignorable", "w14 w15 wp14")
    document.extend(root)
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)


def _repeat(paragraph: etree._Element, notation: Notation) -> None:
    """The paragraphs of a list in the notation, in place of the two that have its marks."""
    text = "".join(paragraph.itertext(f"{_W}t"))
    if f"⟦{MORE}⟧" in text:
        paragraph.getparent().remove(paragraph)
    if f"⟦{ITEMS}⟧" not in text:
        return
    properties = paragraph.find(f"{_W}pPr")
    for written in notation.repeated:
        new = etree.Element(f"{_W}p")
        if properties is not None:
            new.append(etree.fromstring(etree.tostring(properties)))
        etree.SubElement(etree.SubElement(new, f"{_W}r"), f"{_W}t").text = written
        paragraph.addprevious(new)
    paragraph.getparent().remove(paragraph)


def _runs(run: etree._Element, notation: Notation, length: int) -> Iterator[etree._Element]:
    """The run as Word writes it: as many as its text has pieces."""
    for child in run:
        if child.tag == f"{_W}t":
            yield from _text_runs(run, child.text or "", notation, length)
        elif child.tag != f"{_W}rPr":
            yield _formatted(run, child)


def _text_runs(run: etree._Element, text: str, notation: Notation, length: int) -> Iterator[etree._Element]:
    if text in notation.repeated:
        text = _MARK.sub("", text)
        yield from _value_runs(run, text, notation)
        return
    position = 0
    for mark in _MARK.finditer(text):
        yield from _pieces(run, text[position : mark.start()], length)
        yield from _value_runs(run, notation.written(mark[1]), notation)
        position = mark.end()
    yield from _pieces(run, text[position:], length)


def _pieces(run: etree._Element, text: str, length: int) -> Iterator[etree._Element]:
    for start in range(0, len(text), length):
        yield _formatted(run, _text(text[start : start + length]))


def _value_runs(run: etree._Element, written: str, notation: Notation) -> Iterator[etree._Element]:
    """A tag in a run of its own; a merge field as the runs that Word makes of it."""
    if notation is not MAILMERGE:
        yield _formatted(run, _text(written))
        return
    instruction = etree.Element(f"{_W}instrText", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    instruction.text = f" MERGEFIELD {written.strip('«»')} "
    field = partial(etree.Element, f"{_W}fldChar")
    for part in (
        field({f"{_W}fldCharType": "begin"}),
        instruction,
        field({f"{_W}fldCharType": "separate"}),
        _text(written),
        field({f"{_W}fldCharType": "end"}),
    ):
        yield _formatted(run, part)


def _text(text: str) -> etree._Element:
    element = etree.Element(f"{_W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    element.text = text
    return element


def _formatted(run: etree._Element, content: etree._Element) -> etree._Element:
    """A run with the content, its formatting written out, and the style that it has in the finished document."""
    new = etree.Element(f"{_W}r")
    properties = etree.SubElement(new, f"{_W}rPr")
    style = run.find(f"{_W}rPr/{_W}rStyle")
    if style is not None:
        etree.SubElement(properties, style.tag, dict(style.attrib))
    for name, attributes in _FORMAT.items():
        etree.SubElement(properties, f"{_W}{name}", {f"{_W}{key}": value for key, value in attributes.items()})
    new.append(content if content.getparent() is None else etree.fromstring(etree.tostring(content)))
    return new
