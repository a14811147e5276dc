"""The page number `— 1 —` (clause 7.5): outside at the foot, and on landscape pages where the upright sheet has it."""

from geometry import LANDSCAPE
from lxml import etree
from ooxml import W_NS, XML_SPACE, Element, paragraph, run, w
from typography import SIZE_4

_TWIPS_TO_EMU = 635
_INDENT = SIZE_4 * 10
"""One character of the number's own size (14 pt)."""

_IDENTITIES = {"right": 1, "left": 2}

# The box ends at the text area and is twice as wide as the 7 mm from there to the middle of the dashes. It stands in
# the middle of the page's height, 26 mm from both edges. Alignment places it, not an offset: LibreOffice loses offsets
# in the footers of even pages.
_BOX_WIDTH = 2 * 397
_BOX_HEIGHT = LANDSCAPE["size"]["h"] - 2 * LANDSCAPE["margins"]["bottom"]


def footer(side: str) -> Element:
    """Footer of odd (`right`) or even (`left`) pages."""
    return w("ftr", _number(side))


def landscape_footer(side: str) -> Element:
    """Footer of landscape pages: the number stands turned at the left edge, low on odd and high on even pages.

    A landscape sheet is bound turned a quarter to the left; its left edge is then the foot of the page (clause 8,
    items TBL-01 and TBL-02).
    """
    return w("ftr", w("p", w("pPr", w("pStyle", val="公文页码")), _text_box(_number(side), identity=_IDENTITIES[side])))


def _number(side: str) -> Element:
    line = paragraph("公文页码", "— ", *_page_field(), " —")
    line[0].append(w("ind", **{side: _INDENT}))
    line[0].append(w("jc", val=side))
    return line


def _page_field() -> list[Element]:
    instruction = w("instrText", " PAGE ")
    instruction.set(XML_SPACE, "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        run("1"),
        w("r", w("fldChar", fldCharType="end")),
    ]


def _text_box(content: Element, identity: int) -> Element:
    """A drawing anchored to the page whose text runs downwards."""
    xml = _BOX.format(w=W_NS, identity=identity, width=_BOX_WIDTH * _TWIPS_TO_EMU, height=_BOX_HEIGHT * _TWIPS_TO_EMU)
    box = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    box.find(f".//{{{W_NS}}}txbxContent").append(content)
    return w("r", box)


_BOX = """<mc:AlternateContent xmlns:w="{w}"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="leftMargin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="page"><wp:align>center</wp:align></wp:positionV>
<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{identity}" name="页码"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr>
</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
</mc:AlternateContent>"""
