"""The styles of what only an official document has: the red head and the 版记 (clauses 7.2 and 7.4)."""

from ooxml import Element, w
from typography import SIZE_4, XIAOBIAOSONG, align, off, paragraph_style, space

RED = "FF0000"

LETTERHEAD_SIZES = ((52, 100, 1230), (48, 76, 1146), (38, 68, 938), (32, 62, 814), (26, 60, 690))
"""Type of a letterhead: points, width in percent, and the height of its line in twips."""

ABOVE_LETTERHEAD, ABOVE_NUMBER, BELOW_RULE = 1864, 850, 960
"""Twips below the text area's top, the letterhead and the red rule: 35 mm, two lines and two lines to the type."""

IMPRINT_LINE = 448
"""22.4 pt, as the standard's figures have it."""


def red_head() -> list[Element]:
    """发文机关标志 in five sizes, the space above it, 发文字号 with the red rule (clauses 7.2.4 to 7.2.7).

    The sizes are those that the program counts by. Lines of every size have the top of their type as far below the
    line's own top, so that one space above serves all.
    """
    sizes = [
        paragraph_style(
            f"发文机关标志{level}",
            font=XIAOBIAOSONG,
            size=2 * points,
            scale=scale,
            condensed=0,
            color=RED,
            keepNext=None,
            keepLines=None,
            snapToGrid=off("snapToGrid"),
            spacing=space(line=line),
            jc=align("center"),
        )
        for level, (points, scale, line) in enumerate(LETTERHEAD_SIZES, start=1)
    ]
    rule = w("pBdr", w("bottom", val="single", sz=12, space=8, color=RED))
    return [
        paragraph_style("标志上空", keepNext=None, snapToGrid=off("snapToGrid"), spacing=space(line=ABOVE_LETTERHEAD)),
        *sizes,
        paragraph_style(
            "发文字号",
            keepNext=None,
            pBdr=rule,
            snapToGrid=off("snapToGrid"),
            spacing=space(before=ABOVE_NUMBER, after=BELOW_RULE),
            jc=align("center"),
        ),
    ]


def imprint() -> list[Element]:
    """The 版记 (clause 7.4): 4号, one character in from both sides, 抄送机关 in line behind the colon."""
    side = SIZE_4 * 10

    def line(name: str, indent: Element, aligned: str) -> Element:
        layout = {"snapToGrid": off("snapToGrid"), "spacing": space(line=IMPRINT_LINE), "ind": indent}
        return paragraph_style(name, size=SIZE_4, condensed=0, jc=align(aligned), **layout)

    return [
        line("抄送机关", w("ind", left=4 * side, right=side, hanging=3 * side), "both"),
        line("印发机关", w("ind", left=side), "left"),
        line("印发日期", w("ind", right=side), "right"),
    ]
