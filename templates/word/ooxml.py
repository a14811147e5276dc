"""Small proxies over WordprocessingML: runs, paragraphs, cells, rows, tables and sections as lxml elements.

Lengths are in twips (1/20 pt) unless a name says otherwise.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from lxml import etree
from lxml.builder import ElementMaker

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = etree._Element

_maker = ElementMaker(namespace=W_NS, nsmap={"w": W_NS, "r": R_NS})


def w(tag: str, *children: Element | str, **attributes: str | int) -> Element:
    """The element `w:tag`; every keyword becomes an attribute of the same namespace."""
    qualified = {f"{{{W_NS}}}{name}": str(value) for name, value in attributes.items()}
    return _maker(tag, *children, qualified)


def to_xml(root: Element) -> bytes:
    """The bytes of one part of the package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def run(text: str, style: str | None = None) -> Element:
    """One run. The hint makes Word set Chinese quotes and dashes in the Chinese font."""
    properties = w("rPr", *([w("rStyle", val=style)] if style else []), w("rFonts", hint="eastAsia"))
    content = w("t", text)
    content.set(XML_SPACE, "preserve")
    return w("r", properties, content)


def run_tag(text: str) -> Element:
    """A run that holds one run tag (`{%r … %}`) or property tag and vanishes when the template is compiled."""
    return run(text, "标记字")


def paragraph(style: str, *runs: Element | str) -> Element:
    """One paragraph of a named style; plain text becomes a run."""
    return w(
        "p",
        w("pPr", w("pStyle", val=style)),
        *(run(item) if isinstance(item, str) else item for item in runs),
    )


def tag(text: str) -> Element:
    """A paragraph that holds one paragraph tag (`{%p … %}`) and vanishes when the template is compiled."""
    return paragraph("模板标记", text)


def cell(
    *content: Element, width: int | None = None, span: int = 1, align: str = "center", ruled: bool = False
) -> Element:
    """A table cell; `align` is its vertical alignment, `ruled` draws nothing but the line to write on."""
    properties = w("tcPr")
    if width is not None:
        properties.append(w("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(w("gridSpan", val=span))
    if ruled:
        properties.append(w("tcBorders", w("bottom", val="single", sz=4, space=0, color="auto")))
    properties.append(w("vAlign", val=align))
    return w("tc", properties, *content)


def row(*cells: Element, height: int | None = None, heading: bool = False) -> Element:
    """A table row that is never broken across pages and grows with its text."""
    properties = w("trPr", w("cantSplit"))
    if height is not None:
        properties.append(w("trHeight", val=height, hRule="atLeast"))
    if heading:
        properties.append(w("tblHeader"))
    return w("tr", properties, *cells)


def tag_row(text: str, columns: int = 1) -> Element:
    """A row that holds one row tag (`{%tr … %}`) and vanishes when the template is compiled."""
    return row(cell(tag(text), span=columns))


def tag_cell(text: str) -> Element:
    """A cell that holds one cell tag (`{%tc … %}`) and vanishes when the template is compiled."""
    return cell(tag(text))


def table(rows: Iterable[Element], widths: Sequence[int], style: str, *, fixed: bool = True) -> Element:
    """A centred table of fixed column widths, or where `fixed` is False as wide as its cells turn out."""
    width = w("tblW", w=sum(widths), type="dxa") if fixed else w("tblW", w=0, type="auto")
    properties = [w("tblStyle", val=style), width, w("jc", val="center"), w("tblLayout", type="fixed")]
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", w("tblPr", *properties), grid, *rows)


def at_the_foot(element: Element, left: int) -> Element:
    """The table, taken out of the text to the foot of the text area of the page it belongs to, `left` from its edge.

    It is placed from the sheet's edge: LibreOffice leaves a table in the text that fills the text area it is placed in.
    """
    properties = element[0]
    properties.remove(properties.find(f"{{{W_NS}}}jc"))
    position = {"horzAnchor": "page", "vertAnchor": "margin", "tblpX": left, "tblpYSpec": "bottom"}
    properties[0].addnext(w("tblpPr", **position))
    properties[1].addnext(w("tblOverlap", val="never"))
    return element


def grid(rows: Sequence[tuple[Sequence[Element], dict]], style: str) -> Element:
    """A table whose rows divide the width each in its own way: cells span the columns that all their edges make.

    `rows` pairs the cells of a row (each with its width) with the keywords of `row`.
    """
    ends = sorted({end for cells, _ in rows for end in _ends(cells)})
    finished = []
    for cells, keywords in rows:
        start = -1
        for each, end in zip(cells, _ends(cells), strict=True):
            last = ends.index(end)
            if last - start > 1:
                _width(each).addnext(w("gridSpan", val=last - start))
            start = last
        finished.append(row(*cells, **keywords))
    return table(finished, [end - start for start, end in zip([0, *ends], ends, strict=False)], style)


def _ends(cells: Sequence[Element]) -> list[int]:
    return list(accumulate(int(_width(each).get(f"{{{W_NS}}}w")) for each in cells))


def _width(each: Element) -> Element:
    return each.find(f"{{{W_NS}}}tcPr/{{{W_NS}}}tcW")
