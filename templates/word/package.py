"""The zip package around a body: our own minimal skeleton, the same in every file but for the body.

Frames and forms share every part but word/document.xml byte for byte, so that bodies can be joined into one file. The
skeleton has no stylesWithEffects, and its theme is referred to by nothing: theme fonts would override the fonts that
the styles name.
"""

import io
import zipfile

from footers import footer, landscape_footer
from geometry import FOOTER, LANDSCAPE, LINE, PORTRAIT
from lxml import etree
from ooxml import R_NS, Element, to_xml, w
from styles import stylesheet
from theme import THEME
from typography import FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_RELATIONSHIPS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_FOOTERS = {
    "footer1.xml": lambda: footer("right"),
    "footer2.xml": lambda: footer("left"),
    "footer3.xml": lambda: landscape_footer("right"),
    "footer4.xml": lambda: landscape_footer("left"),
}
_PORTRAIT_FOOTERS, _LANDSCAPE_FOOTERS = ("rId5", "rId6"), ("rId7", "rId8")

_PARTS = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("settings", "settings.xml"),
    "rId3": ("fontTable", "fontTable.xml"),
    "rId4": ("theme", "theme/theme1.xml"),
    **{f"rId{number}": ("footer", name) for number, name in enumerate(_FOOTERS, start=5)},
}

_SUBSTITUTES = {FANGSONG: "仿宋", KAITI: "楷体", XIAOBIAOSONG: "华文中宋", HEITI: "SimHei", SONGTI: "SimSun"}
"""What Word takes where a font is missing: fonts that come with Windows or with Office."""


def docx(body: list[Element], *, landscape: bool = False) -> bytes:
    """A whole .docx file around the paragraphs and tables of `body`."""
    document = w("document", w("body", *body, _section(landscape)))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": _CORE.encode(),
        "word/document.xml": to_xml(document),
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/styles.xml": to_xml(stylesheet()),
        "word/settings.xml": to_xml(_settings()),
        "word/fontTable.xml": to_xml(_font_table()),
        "word/theme/theme1.xml": THEME.encode(),
        **{f"word/{name}": to_xml(build()) for name, build in _FOOTERS.items()},
    }
    return _zip(parts)


def _zip(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _FIXED_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            # The system that packed the file would otherwise stand in its header.
            member.create_system = 0
            archive.writestr(member, content)
    return target.getvalue()


def _section(landscape: bool) -> Element:
    page = LANDSCAPE if landscape else PORTRAIT
    odd, even = _LANDSCAPE_FOOTERS if landscape else _PORTRAIT_FOOTERS
    section = w(
        "sectPr",
        _footer_reference("default", odd),
        _footer_reference("even", even),
        w("pgSz", **page["size"]),
        w("pgMar", **page["margins"], header=851, footer=FOOTER, gutter=0),
    )
    if not landscape:
        # The turned text area is no whole number of lines high, and LibreOffice would centre the grid in it.
        section.append(w("docGrid", type="lines", linePitch=LINE))
    return section


def _footer_reference(kind: str, relationship: str) -> Element:
    reference = w("footerReference", type=kind)
    reference.set(f"{{{R_NS}}}id", relationship)
    return reference


def _settings() -> Element:
    """evenAndOddHeaders for outside page numbers; uncompressed punctuation keeps 28 characters to the line."""
    compatibility = w(
        "compat",
        w("ulTrailSpace"),
        w("doNotExpandShiftReturn"),
        w(
            "compatSetting",
            name="compatibilityMode",
            uri="http://schemas.microsoft.com/office/word",
            val=15,
        ),
    )
    return w(
        "settings",
        w("zoom", percent=100),
        w("bordersDoNotSurroundHeader"),
        w("bordersDoNotSurroundFooter"),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("drawingGridVerticalSpacing", val=LINE),
        w("characterSpacingControl", val="doNotCompress"),
        compatibility,
    )


def _font_table() -> Element:
    return w(
        "fonts",
        *(
            w("font", w("altName", val=other), w("charset", val="86"), w("family", val="auto"), name=name)
            for name, other in _SUBSTITUTES.items()
        ),
    )


def _content_types() -> bytes:
    root = etree.Element(f"{{{_CONTENT_TYPES_NS}}}Types", nsmap={None: _CONTENT_TYPES_NS})
    for extension, content_type in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{_CONTENT_TYPES_NS}}}Default", {"Extension": extension, "ContentType": content_type})
    types = {
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
        **{f"/word/{name}": f"{_WORD_TYPE}.{kind}+xml" for kind, name in _PARTS.values()},
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    for name, content_type in types.items():
        etree.SubElement(root, f"{{{_CONTENT_TYPES_NS}}}Override", {"PartName": name, "ContentType": content_type})
    return to_xml(root)


def _relationships(targets: dict[str, tuple[str, str]]) -> bytes:
    root = etree.Element(f"{{{_RELATIONSHIPS_NS}}}Relationships", nsmap={None: _RELATIONSHIPS_NS})
    for identity, (kind, target) in targets.items():
        attributes = {"Id": identity, "Type": kind, "Target": target}
        etree.SubElement(root, f"{{{_RELATIONSHIPS_NS}}}Relationship", attributes)
    return to_xml(root)


def _document_relationships() -> bytes:
    return _relationships({identity: (f"{R_NS}/{kind}", name) for identity, (kind, name) in _PARTS.items()})


def _package_relationships() -> bytes:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relationships(
        {"rId1": (f"{R_NS}/officeDocument", "word/document.xml"), "rId2": (core, "docProps/core.xml")}
    )


_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ 文件标题 }}</dc:title></cp:coreProperties>'
)
