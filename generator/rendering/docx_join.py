"""Several Word documents of one stylesheet become one, each with its own page set-up; page numbers run on."""

from collections.abc import Sequence

from lxml import etree

from generator.errors import TemplateError
from generator.rendering.archive import Member, read_members, write_members
from generator.rendering.docx import BODY, number_drawings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = "docProps/"


def join_docx(documents: Sequence[tuple[str, bytes]]) -> bytes:
    """One document of the bodies of `documents` (name, bytes), in order, each beginning a new page.

    Raises TemplateError when one has styles, numbering, relationships or other parts that the first has not: such a
    body would look or number otherwise than it did alone.
    """
    (first_name, first), *others = documents
    members = read_members(first, first_name)
    root = etree.fromstring(members[BODY].content())
    body = root.find(f"{_W}body")
    for name, data in others:
        foreign = read_members(data, name)
        _refuse_foreign(members, foreign, name)
        _end_section(body, name)
        body.extend(_continuing(etree.fromstring(foreign[BODY].content()).find(f"{_W}body")))
    number_drawings(root)
    members[BODY] = Member.of(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return write_members(members)


def _refuse_foreign(own: dict[str, Member], foreign: dict[str, Member], name: str) -> None:
    compared = {part for part in (*own, *foreign) if part != BODY and not part.startswith(_PROPERTIES)}
    different = sorted(
        part
        for part in compared
        if part not in own or part not in foreign or own[part].content() != foreign[part].content()
    )
    if different:
        raise TemplateError(
            name,
            f"样式或部件与正文模板不一致，不能合并成一个文件（{'、'.join(different)}）",
            "请从 zhicheng template copy 给出的模板改起，不要另建样式、编号、图片或页眉页脚",
        )


def _continuing(body: etree._Element) -> etree._Element:
    """The body with its first section beginning a new page, and no section beginning its page numbers anew."""
    sections = list(body.iter(f"{_W}sectPr"))
    for section in sections:
        for numbering in section.findall(f"{_W}pgNumType"):
            numbering.attrib.pop(f"{_W}start", None)
    for kind in sections[0].findall(f"{_W}type") if sections else ():
        sections[0].remove(kind)
    return body


def _end_section(body: etree._Element, name: str) -> None:
    """Moves the body's last section properties into its last paragraph, so that another section can follow."""
    section = body.find(f"{_W}sectPr")
    if section is None:
        raise TemplateError(name, "前一份文件没有页面设置，不能与后面的文件合并", "请用 Word 或 WPS 打开模板后另存一次")
    body.remove(section)
    last = body[-1] if len(body) else None
    if last is None or last.tag != f"{_W}p" or last.find(f"{_W}pPr/{_W}sectPr") is not None:
        last = etree.SubElement(body, f"{_W}p")
        properties = etree.SubElement(last, f"{_W}pPr")
        # After a table Word needs a paragraph: one of the least height, so that it never makes a page of its own.
        etree.SubElement(properties, f"{_W}spacing", {f"{_W}line": "20", f"{_W}lineRule": "exact"})
    else:
        properties = last.find(f"{_W}pPr")
        if properties is None:
            properties = etree.Element(f"{_W}pPr")
            last.insert(0, properties)
    change = properties.find(f"{_W}pPrChange")
    if change is not None:
        change.addprevious(section)
    else:
        properties.append(section)
