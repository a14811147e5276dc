"""A remark in the properties of a Word document (备注 in Word's file information)."""

from lxml import etree

from generator.rendering.archive import Member, read_members, write_members

_CORE = "docProps/core.xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CP = f"{_PACKAGE}/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TYPES, _RELATIONSHIPS = "[Content_Types].xml", "_rels/.rels"


def with_remark(data: bytes, name: str, remark: str) -> bytes:
    """The document with the remark among its properties; `name` is what an error calls the file."""
    members = read_members(data, name)
    if _CORE in members:
        core = etree.fromstring(members[_CORE].content())
    else:
        core = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC})
        _register(members)
    description = core.find(f"{{{_DC}}}description")
    if description is None:
        description = etree.SubElement(core, f"{{{_DC}}}description")
    description.text = remark
    members[_CORE] = _member(core)
    return write_members(members)


def _register(members: dict[str, Member]) -> None:
    """Enters the new part among the package's types and relationships."""
    types = etree.fromstring(members[_TYPES].content())
    attributes = {"PartName": f"/{_CORE}", "ContentType": _CORE_TYPE}
    etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override", attributes)
    members[_TYPES] = _member(types)
    relationships = etree.fromstring(members[_RELATIONSHIPS].content())
    attributes = {"Id": "rIdRemark", "Type": f"{_PACKAGE}/relationships/metadata/core-properties", "Target": _CORE}
    etree.SubElement(relationships, f"{{{_PACKAGE}/relationships}}Relationship", attributes)
    members[_RELATIONSHIPS] = _member(relationships)


def _member(root: etree._Element) -> Member:
    return Member.of(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
