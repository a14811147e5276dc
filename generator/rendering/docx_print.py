"""One Word file to print: the documents of many people, each beginning on an odd page with page 1.

All are made from one template, so that styles, numbering, headers and footers are the same; the bodies are joined as
text, each ending in its own section. Everything that must be unique in a file (drawings, bookmarks, paragraphs) is
numbered anew.
"""

import re
from collections.abc import Iterable

from generator.errors import TemplateError
from generator.rendering.archive import Member, read_members, write_members
from generator.rendering.docx import BODY

_BODY = re.compile(
    r"<w:body>(?P<content>.*)(?P<section><w:sectPr\b(?:[^>]*/>|(?:(?!<w:sectPr\b).)*</w:sectPr>))\s*</w:body>", re.S
)
_INNER_SECTION = re.compile(r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.S)
_TYPE = re.compile(r"<w:type\b[^>]*/>")
_NUMBERING = re.compile(r"<w:pgNumType\b(?P<attributes>[^>]*?)/>")
_START = re.compile(r'\s*w:start="\d+"')
_PLACES_BEFORE_TYPE = re.compile(
    r"(?:<w:(?:headerReference|footerReference)\b[^>]*/>|<w:footnotePr\b.*?</w:footnotePr>|<w:endnotePr\b.*?</w:endnotePr>)*",
    re.S,
)
_AFTER_NUMBERING = re.compile(
    r"<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid|printerSettings|sectPrChange)\b"
)
_DRAWING_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+(")')
_BOOKMARK = re.compile(r'(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)(")')
_BOOKMARK_NAME = re.compile(r'(<w:bookmarkStart\b[^>]*?\bw:name=")([^"]*)(")')
_PARAGRAPH_ID = re.compile(r'\s(?:w14:paraId|w14:textId)="[0-9A-F]+"')


def printed_together(documents: Iterable[tuple[str, bytes]]) -> bytes:
    """One file of the documents (name, bytes), in their order. Raises TemplateError where one is not like the first."""
    parts: list[str] = []
    members: dict[str, Member] = {}
    head = tail = last = ""
    drawings = bookmarks = 0
    for number, (name, data) in enumerate(documents, start=1):
        found = read_members(data, name)
        source = found[BODY].content().decode("utf-8-sig")
        match = _BODY.search(source)
        if match is None:
            raise TemplateError(name, "没有页面设置，不能合成一份", "请用 Word 或 WPS 打开模板后另存一次")
        if not members:
            members, head, tail = found, source[: match.start()], source[match.end() :]
        elif _others(found) != _others(members):
            raise TemplateError(name, "样式或部件与前面的不同，不能合成一份", "请用同一个模板生成")
        if last:
            parts.append(f"<w:p><w:pPr>{_SMALL}{last}</w:pPr></w:p>")
        content, drawings, bookmarks = _unique(match["content"], number, drawings, bookmarks)
        if first := _INNER_SECTION.search(content):
            content = content[: first.start()] + _beginning_on_odd_page(first[0]) + content[first.end() :]
            last = match["section"]
        else:
            last = _beginning_on_odd_page(match["section"])
        parts.append(content)
    if not members:
        raise ValueError("nothing to print")
    body = f"{head}<w:body>{''.join(parts)}{last}</w:body>{tail}"
    members[BODY] = Member.of(body.encode("utf-8"))
    return write_members(members)


# The paragraph that ends a section: of the least height, so that it never makes a page of its own.
_SMALL = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def _others(members: dict[str, Member]) -> dict[str, tuple[int, int]]:
    """Every part but the body and the properties, by checksum and size."""
    return {
        name: (member.checksum, member.size)
        for name, member in members.items()
        if name != BODY and not name.startswith("docProps/")
    }


def _beginning_on_odd_page(section: str) -> str:
    """Section properties whose section begins on an odd page, and its page numbers at 1."""
    if section.endswith("/>") and "</" not in section:
        section = f"{section[:-2]}></w:sectPr>"
    section = _TYPE.sub("", section)
    opening = section.index(">") + 1
    at = _PLACES_BEFORE_TYPE.match(section, opening).end()
    section = f'{section[:at]}<w:type w:val="oddPage"/>{section[at:]}'
    if numbering := _NUMBERING.search(section):
        attributes = _START.sub("", numbering["attributes"])
        return f'{section[: numbering.start()]}<w:pgNumType{attributes} w:start="1"/>{section[numbering.end() :]}'
    after = _AFTER_NUMBERING.search(section)
    place = after.start() if after else section.rindex("</w:sectPr>")
    return f'{section[:place]}<w:pgNumType w:start="1"/>{section[place:]}'


def _unique(content: str, number: int, drawings: int, bookmarks: int) -> tuple[str, int, int]:
    """The body with ids that no other one has, and how many there are now."""

    def drawing(match: re.Match[str]) -> str:
        nonlocal drawings
        drawings += 1
        return f"{match[1]}{drawings}{match[2]}"

    highest = bookmarks

    def bookmark(match: re.Match[str]) -> str:
        nonlocal highest
        moved = bookmarks + int(match[2]) + 1
        highest = max(highest, moved)
        return f"{match[1]}{moved}{match[3]}"

    content = _DRAWING_ID.sub(drawing, content)
    content = _BOOKMARK.sub(bookmark, content)
    content = _BOOKMARK_NAME.sub(lambda match: f"{match[1]}{match[2]}_{number}{match[3]}", content)
    # A paragraph's identity is for editors that compare versions; without one it is given anew.
    return _PARAGRAPH_ID.sub("", content), drawings, highest
