"""A Word file made for mail merge becomes a template of ours: its fields become tags before it is compiled.

The data source that it names (a workbook on some office's computer) is taken out, so that Word does not ask for it.
"""

from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from generator.errors import FindingsError
from generator.finding import Finding, Place
from generator.rendering.archive import Member
from generator.rendering.docx_merge_field import NameReader
from generator.rendering.docx_merge_part import replace_fields

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SETTINGS, _LINKS = "word/settings.xml", "word/_rels/settings.xml.rels"
_CONTENT_TYPES = "[Content_Types].xml"
_OF_MERGING = ("/mailMergeSource", "/mailMergeHeaderSource", "/recipientData")


def with_tags(
    members: Mapping[str, Member], parts: Iterable[str], read: NameReader, place: Callable[[str, int], str]
) -> dict[str, Member]:
    """The members of a Word file with tags for merge fields in these parts, and without a data source.

    `read` says what a bare name means, `place` where a part's paragraph of a number stands. Raises FindingsError naming
    every field that cannot be filled.
    """
    changed, findings = dict(members), []
    for part in parts:
        root = _root(members[part])
        if root is None:
            continue
        found, faults = replace_fields(root, read)
        findings += [
            Finding("template", "error", message, remedy=remedy, place=Place(place(part, number)))
            for number, message, remedy in faults
        ]
        if found:
            changed[part] = _member(root)
    if findings:
        raise FindingsError(dict.fromkeys(findings))
    return _without_source(changed)


def _without_source(members: dict[str, Member]) -> dict[str, Member]:
    """The members without the settings of the merge, what they lead to, and the list of recipients."""
    settings = _root(members[_SETTINGS]) if _SETTINGS in members else None
    merging = None if settings is None else settings.find(f"{_W}mailMerge")
    if merging is None:
        return members
    settings.remove(merging)
    members[_SETTINGS] = _member(settings)
    gone = set()
    if _LINKS in members and (links := _root(members[_LINKS])) is not None:
        for link in [link for link in links if (link.get("Type") or "").endswith(_OF_MERGING)]:
            links.remove(link)
            gone.add(f"word/{link.get('Target')}")
        members[_LINKS] = _member(links)
    types = _root(members[_CONTENT_TYPES])
    for override in [one for one in types if (one.get("PartName") or "").lstrip("/") in gone]:
        types.remove(override)
    members[_CONTENT_TYPES] = _member(types)
    return {name: member for name, member in members.items() if name not in gone}


def _root(member: Member) -> etree._Element | None:
    """The part's XML; None of a broken one, which reading it will refuse."""
    try:
        return etree.fromstring(member.content())
    except etree.XMLSyntaxError:
        return None


def _member(root: etree._Element) -> Member:
    return Member.of(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
