"""A Word document marked as a draft: 草稿 at the head of every page, whatever its sections and headers are."""

from lxml import etree

from generator.rendering.archive import Member, read_members, write_members
from generator.rendering.docx import BODY

DRAFT = "草稿"

_W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W, _R = f"{{{_W_NS}}}", f"{{{_R_NS}}}"
_RELATIONSHIPS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_PART, _IDENTITY = "header_draft.xml", "rIdDraft"
_KINDS = ("default", "even", "first")

# Red 二号 黑体 at the right, in a line that fits above the text area of a landscape page too.
_MARK = (
    f'<w:p xmlns:w="{_W_NS}"><w:pPr><w:snapToGrid w:val="0"/>'
    '<w:spacing w:before="0" w:after="0" w:line="600" w:lineRule="exact"/><w:ind w:firstLine="0"/><w:jc w:val="right"/>'
    '</w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="黑体" w:hAnsi="黑体" w:eastAsia="黑体" w:cs="黑体"/>'
    '<w:color w:val="FF0000"/><w:spacing w:val="0"/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr>'
    f"<w:t>{DRAFT}</w:t></w:r></w:p>"
)


def marked_draft(data: bytes, name: str) -> bytes:
    """The document with 草稿 at the head of each page; headers that it has keep their text below the mark."""
    members = read_members(data, name)
    root = etree.fromstring(members[BODY].content())
    targets = _headers(members)
    for part in set(targets.values()) & members.keys():
        header = etree.fromstring(members[part].content())
        header.insert(0, etree.fromstring(_MARK))
        members[part] = _member(header)
    first = next(root.iter(f"{_W}sectPr"), None)
    if first is None:  # nothing says how its pages are: Word's own page is meant
        first = etree.SubElement(root.find(f"{_W}body"), f"{_W}sectPr")
    # Sections that follow take over the headers of the first, but for those of their own.
    present = {reference.get(f"{_W}type", "default") for reference in first.findall(f"{_W}headerReference")}
    missing = [kind for kind in _KINDS if kind not in present]
    for position, kind in enumerate(missing):
        first.insert(position, etree.Element(f"{_W}headerReference", {f"{_W}type": kind, f"{_R}id": _IDENTITY}))
    if missing:
        _add_header(members)
    members[BODY] = _member(root)
    return write_members(members)


def _headers(members: dict[str, Member]) -> dict[str, str]:
    """The header parts of the document by their relationships."""
    if _RELATIONSHIPS not in members:
        return {}
    relationships = etree.fromstring(members[_RELATIONSHIPS].content())
    return {
        each.get("Id"): f"word/{each.get('Target').removeprefix('/word/')}"
        for each in relationships
        if each.get("Type", "").endswith("/header")
    }


def _add_header(members: dict[str, Member]) -> None:
    header = etree.Element(f"{_W}hdr", nsmap={"w": _W_NS})
    header.append(etree.fromstring(_MARK))
    members[f"word/{_PART}"] = _member(header)
    if _RELATIONSHIPS in members:
        relationships = etree.fromstring(members[_RELATIONSHIPS].content())
    else:
        relationships = etree.Element(
            f"{{{_PACKAGE}/relationships}}Relationships", nsmap={None: f"{_PACKAGE}/relationships"}
        )
    attributes = {"Id": _IDENTITY, "Type": f"{_R_NS}/header", "Target": _PART}
    etree.SubElement(relationships, f"{{{_PACKAGE}/relationships}}Relationship", attributes)
    members[_RELATIONSHIPS] = _member(relationships)
    types = etree.fromstring(members[_TYPES].content())
    attributes = {"PartName": f"/word/{_PART}", "ContentType": _HEADER_TYPE}
    etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", attributes)
    members[_TYPES] = _member(types)


def _member(root: etree._Element) -> Member:
    return Member.of(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
