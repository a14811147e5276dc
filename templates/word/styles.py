"""styles.xml: every look that the frames and forms use, as named Word styles.

Names are Chinese and differ from Word's own Chinese names of its built-in styles (标题, 日期, 页码 …), which Word would
otherwise take for its own.
"""

from geometry import CHAR, CONDENSED, LINE, TITLE_LINE
from official_styles import imprint, red_head
from ooxml import Element, w
from typography import (
    FANGSONG,
    HEITI,
    KAITI,
    SIZE_2,
    SIZE_3,
    SIZE_4,
    SIZE_5,
    SIZE_SMALL_4,
    SIZE_SMALL_5,
    SONGTI,
    XIAOBIAOSONG,
    align,
    first_line,
    fonts,
    hanging,
    level,
    off,
    paragraph_style,
    space,
)

_TAG_SIZE, _TAG_GREY = 15, "7F7F7F"
"""How tags look in Word that vanish when the template is compiled."""


def stylesheet() -> Element:
    """The whole of styles.xml."""
    return w("styles", _defaults(), _normal(), *_paragraph_styles(), *_character_styles(), *_table_styles())


def _defaults() -> Element:
    run_properties = w(
        "rPr",
        fonts(FANGSONG),
        w("sz", val=SIZE_3),
        w("szCs", val=SIZE_3),
        w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    return w("docDefaults", w("rPrDefault", run_properties), w("pPrDefault"))


def _normal() -> Element:
    """Normal: size-3 FangSong on the grid of 22 lines by 28 characters, without indent."""
    layout = [
        w("widowControl", val=0),
        w("kinsoku"),
        w("overflowPunct", val=0),
        w("autoSpaceDE", val=0),
        w("autoSpaceDN", val=0),
        w("spacing", before=0, after=0, line=LINE, lineRule="exact"),
        w("jc", val="both"),
    ]
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w("pPr", *layout),
        w("rPr", w("spacing", val=CONDENSED)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _paragraph_styles() -> list[Element]:
    return [
        *red_head(),
        *_running_text(),
        *_closing_parts(),
        *imprint(),
        *_tables_and_forms(),
        *_service_styles(),
    ]


def _running_text() -> list[Element]:
    """Title, addressees, text and headings (clauses 7.3.1 to 7.3.3); two titles in a row make one.

    公文末段 is the paragraph before a signature: two of its lines at least go with it to another page.
    """
    return [
        paragraph_style(
            "公文标题",
            font=XIAOBIAOSONG,
            size=SIZE_2,
            condensed=0,
            keepNext=None,
            keepLines=None,
            snapToGrid=off("snapToGrid"),
            spacing=space(after=LINE, line=TITLE_LINE),
            contextualSpacing=None,
            jc=align("center"),
        ),
        paragraph_style("主送", keepNext=None),
        paragraph_style("公文正文", ind=first_line(2)),
        paragraph_style("公文末段", base="公文正文", keepNext=None, widowControl=None),
        paragraph_style("一级标题", base="公文正文", font=HEITI, keepNext=None, outlineLvl=level(0)),
        paragraph_style("二级标题", base="公文正文", font=KAITI, keepNext=None, outlineLvl=level(1)),
        paragraph_style("三级标题", base="公文正文", keepNext=None, outlineLvl=level(2)),
        paragraph_style("四级标题", base="公文正文", keepNext=None, outlineLvl=level(3)),
        paragraph_style("居中", jc=align("center")),
    ]


def _closing_parts() -> list[Element]:
    """附件说明, signature, date, note in brackets, attachment number (clauses 7.3.4 to 7.3.7)."""
    # “附件：1.” is three characters and two of half width; the names line up behind it.
    numbered = 2 * CHAR + 3 * CHAR + 2 * (SIZE_3 * 5 + CONDENSED)
    return [
        paragraph_style("附件说明", spacing=space(before=LINE), ind=hanging(5 * CHAR, 3 * CHAR), keepNext=None),
        paragraph_style("附件说明首项", base="附件说明", ind=hanging(numbered, numbered - 2 * CHAR)),
        paragraph_style("附件说明续项", base="附件说明", spacing=space(), ind=hanging(numbered, numbered - 5 * CHAR)),
        paragraph_style("发文署名", keepNext=None, keepLines=None, jc=align("right")),
        paragraph_style("联合署名", keepNext=None, keepLines=None, jc=align("left")),
        paragraph_style("成文日期", keepLines=None, jc=align("right")),
        paragraph_style("附注前日期", base="成文日期", keepNext=None),
        paragraph_style("附注", ind=first_line(2)),
        paragraph_style("联系", ind=first_line(2)),
        paragraph_style("附件号", font=HEITI, keepNext=None, spacing=space(after=LINE), jc=align("left")),
        paragraph_style(
            "签章",
            keepNext=None,
            keepLines=None,
            spacing=space(before=LINE * 3 // 4),
            ind=w("ind", left=14 * CHAR),
            jc=align("left"),
        ),
        # A line that does not fit into the right half ends at the right edge instead.
        paragraph_style("签章长行", base="签章", ind=w("ind", left=0), jc=align("right")),
        paragraph_style("说明", size=SIZE_4, condensed=0, spacing=space(before=LINE, line=500), ind=first_line(2)),
    ]


def _tables_and_forms() -> list[Element]:
    """Text in tables: smaller than the body, its lines free to grow, off the grid (items TBL-04, FORM-04)."""

    def in_table(name: str, size: int, aligned: str = "center", line: int = 0, after: int = 0, **more) -> Element:
        return paragraph_style(
            name,
            size=size,
            condensed=0,
            snapToGrid=off("snapToGrid"),
            spacing=space(after=after, line=line or size * 13, rule="atLeast"),
            jc=align(aligned),
            **more,
        )

    return [
        in_table("表格文字", SIZE_SMALL_4),
        in_table("表格窄文", SIZE_SMALL_4, ind=w("ind", left=120, right=120)),
        in_table("表格长文", SIZE_SMALL_4, "both"),
        in_table("表头", SIZE_SMALL_4, font=HEITI),
        in_table("名册文字", SIZE_SMALL_5),
        in_table("名册表头", SIZE_SMALL_5, font=HEITI),
        in_table("填报项目", SIZE_4, "left"),
        in_table("填报内容", SIZE_4, "left"),
        in_table("表外文字", SIZE_SMALL_4, "left", line=290, after=40, keepNext=None),
        in_table("表注首项", SIZE_5, "both", ind=hanging(3 * SIZE_5 * 10, 3 * SIZE_5 * 10)),
        in_table("表注续项", SIZE_5, "both", ind=hanging(3 * SIZE_5 * 10, SIZE_5 * 10)),
        in_table("表内签章", SIZE_SMALL_4, "right", line=400, ind=w("ind", right=2 * SIZE_SMALL_4 * 10)),
        paragraph_style("表格标题", base="公文标题", condensed=-20, spacing=space(after=LINE // 2, line=TITLE_LINE)),
        paragraph_style("清单标题", font=HEITI, keepNext=None, spacing=space(before=LINE // 4), jc=align("center")),
        paragraph_style("书写格", jc=align("left")),
    ]


def _service_styles() -> list[Element]:
    """Page number (clause 7.5), page break, the gap after a table, and the template's own tags."""
    return [
        paragraph_style(
            "公文页码",
            font=SONGTI,
            size=SIZE_4,
            condensed=0,
            snapToGrid=off("snapToGrid"),
            spacing=space(line=240, rule="auto"),
        ),
        paragraph_style("换页", size=2, pageBreakBefore=None, spacing=space(line=10), snapToGrid=off("snapToGrid")),
        paragraph_style("表后", size=2, spacing=space(line=120), snapToGrid=off("snapToGrid")),
        paragraph_style(
            "模板标记",
            size=_TAG_SIZE,
            condensed=0,
            color=_TAG_GREY,
            spacing=space(line=240, rule="atLeast"),
            jc=align("left"),
        ),
    ]


def _character_styles() -> list[Element]:
    def character_style(name: str, *properties: Element) -> Element:
        return w(
            "style",
            w("name", val=name),
            w("qFormat"),
            w("rPr", *properties),
            type="character",
            customStyle=1,
            styleId=name,
        )

    return [
        character_style("黑体字", fonts(HEITI)),
        character_style("楷体字", fonts(KAITI)),
        character_style("填空", w("u", val="single")),
        character_style("标记字", fonts(FANGSONG), w("color", val=_TAG_GREY), w("sz", val=_TAG_SIZE)),
    ]


def _table_styles() -> list[Element]:
    """公文表格: a frame of 1 pt around lines of 0.5 pt. 名册表格 has narrower margins; 无线表格 draws nothing.

    版记表格 has the rules of clause 7.4.1: 0.35 mm first and last, 0.25 mm between.
    """

    def table_style(name: str, *properties: Element) -> Element:
        return w(
            "style",
            w("name", val=name),
            w("basedOn", val="TableNormal"),
            w("tblPr", w("tblInd", w=0, type="dxa"), *properties),
            type="table",
            customStyle=1,
            styleId=name,
        )

    plain = w(
        "style",
        w("name", val="Normal Table"),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa")),
        type="table",
        default=1,
        styleId="TableNormal",
    )

    def lines() -> Element:
        edges = {"top": 8, "left": 8, "bottom": 8, "right": 8, "insideH": 4, "insideV": 4}
        return w(
            "tblBorders",
            *(w(edge, val="single", sz=eighths, space=0, color="auto") for edge, eighths in edges.items()),
        )

    def rules() -> Element:
        edges = {"top": 8, "bottom": 8, "insideH": 6}
        return w(
            "tblBorders",
            *(w(edge, val="single", sz=eighths, space=0, color="auto") for edge, eighths in edges.items()),
        )

    def margins(side: int, top: int = 0, bottom: int | None = None) -> Element:
        widths = {"top": top, "left": side, "bottom": top if bottom is None else bottom, "right": side}
        return w("tblCellMar", *(w(edge, w=width, type="dxa") for edge, width in widths.items()))

    return [
        plain,
        table_style("无线表格", margins(0)),
        table_style("公文表格", lines(), margins(57, top=28)),
        table_style("名册表格", lines(), margins(10, top=10)),
        table_style("版记表格", rules(), margins(0, bottom=60)),
    ]
