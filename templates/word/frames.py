"""The bodies of templates/frames/*.docx: one sample paragraph per block style, inside a loop over 块组.

A branch is a condition on the block and what stands for it. The last branch takes any style it does not know as plain
text, so that no wording is lost.
"""

from geometry import CHAR, LINE, TEXT_HEIGHT, TEXT_WIDTH
from ooxml import Element, cell, paragraph, row, run, run_tag, table, tag, tag_cell, tag_row

_BEFORE_SIGNATURE = 'not loop.last and loop.nextitem.样式 in ("署名", "签字", "签章")'
_RULE_HEIGHT = 680
"""12 mm: room for one line of handwriting."""

_ROSTER_ROW = 410
"""Ten rows and the head of a blank roster fit on one landscape page."""

_SAMPLE_COLUMNS = 3


def portrait_frame() -> list[Element]:
    """Notices and letters."""
    return _loop(
        [
            *_title_and_text(),
            _branch("表格", *_data_table("公文表格", ("表头", "表格文字"), TEXT_WIDTH, LINE)),
            *_closing_parts(),
        ],
        otherwise="公文正文",
    )


def landscape_frame() -> list[Element]:
    """Wording around a wide table: text outside the table is small and not indented."""
    return _loop(
        [
            _branch("附件号", _text("附件号")),
            _branch("标题", _text("表格标题")),
            _branch("居中", _text("居中")),
            _branch("表格", *_data_table("名册表格", ("名册表头", "名册文字"), TEXT_HEIGHT, _ROSTER_ROW)),
            _branch("书写格", *_ruled_lines(TEXT_HEIGHT)),
            _branch("换页", paragraph("换页")),
        ],
        otherwise="表外文字",
    )


def _title_and_text() -> list[list[Element]]:
    return [
        _branch("附件号", _text("附件号")),
        _branch("标题", _text("公文标题")),
        _branch("主送", _text("主送")),
        _branch("一级标题", _text("一级标题")),
        _branch("二级标题", _text("二级标题")),
        _branch("三级标题", _text("三级标题")),
        _branch("正文", _text("公文末段"), also=_BEFORE_SIGNATURE),
        _branch("正文", _text("公文正文")),
        _branch("居中", _text("居中")),
        _branch("书写格", *_ruled_lines(TEXT_WIDTH - TEXT_WIDTH % CHAR)),
    ]


def _closing_parts() -> list[list[Element]]:
    return [
        _branch("附件说明", _text("附件说明首项"), also='"附件：1." in 块.文本'),
        _branch("附件说明", _text("附件说明"), also='块.文本.startswith("附件：")'),
        _branch("附件说明", _text("附件说明续项")),
        _branch("署名", _text("发文署名", indent=True)),
        _branch("日期", _text("成文日期", indent=True)),
        _branch("签字", _text("公文末段")),
        _branch("签章", _text("签章长行"), also="块.文本|length > 14"),
        _branch("签章", _text("签章")),
        _branch("说明", _text("说明")),
        _branch("联系", _text("联系")),
        _branch("换页", paragraph("换页")),
    ]


def _loop(branches: list[list[Element]], otherwise: str) -> list[Element]:
    body = [tag("{%p for 块 in 块组 %}")]
    for number, (condition, *content) in enumerate(branches):
        body += [tag(f"{{%p {'elif' if number else 'if'} {condition} %}}"), *content]
    return [*body, tag("{%p else %}"), _text(otherwise), tag("{%p endif %}"), tag("{%p endfor %}")]


def _branch(name: str, *content: Element, also: str = "") -> list:
    condition = f'块.样式 == "{name}"'
    if also:
        condition += f" and ({also})"
    return [condition, *content]


def _text(style: str, indent: bool = False) -> Element:
    """A sample paragraph: the block's runs, each in the character style of its 字形."""
    runs = [
        *([run_tag("{{ 块.右空|右空 }}")] if indent else []),
        run_tag("{%r for 段 in 块.文字 %}"),
        run_tag('{%r if 段.字形 == "黑体" %}'),
        run("{{ 段.文本 }}", "黑体字"),
        run_tag('{%r elif 段.字形 == "楷体" %}'),
        run("{{ 段.文本 }}", "楷体字"),
        run_tag('{%r elif 段.字形 == "填空" %}'),
        run("{{ 段.文本|不断行 }}", "填空"),
        run_tag("{%r else %}"),
        run("{{ 段.文本 }}"),
        run_tag("{%r endif %}"),
        run_tag("{%r endfor %}"),
    ]
    return paragraph(style, *runs)


def _data_table(look: str, styles: tuple[str, str], width: int, height: int) -> list[Element]:
    """块.表: heading rows that repeat on every page, then the rows; widths come from the data."""
    heading, text = styles
    column = width // _SAMPLE_COLUMNS
    # The widths in the data are shares of the whole: no choice of columns leaves the text area.
    share = f"{{{{ 块.表.列宽[loop.index0] * {width // CHAR} / 块.表.列宽|sum|列宽 }}}}"
    heading_cell = cell(
        paragraph(heading, "{{ 格.文字 }}", run_tag("{{ 格.跨列|跨列 }}"), run_tag("{{ 格.竖并|竖并 }}"))
    )
    text_cell = cell(paragraph(text, "{{ 格 }}", run_tag(share)), width=column)
    rows = [
        tag_row("{%tr for 行 in 块.表.表头 %}", _SAMPLE_COLUMNS),
        row(tag_cell("{%tc for 格 in 行 %}"), heading_cell, tag_cell("{%tc endfor %}"), height=height, heading=True),
        tag_row("{%tr endfor %}", _SAMPLE_COLUMNS),
        tag_row("{%tr for 行 in 块.表.行 %}", _SAMPLE_COLUMNS),
        row(tag_cell("{%tc for 格 in 行 %}"), text_cell, tag_cell("{%tc endfor %}"), height=height),
        tag_row("{%tr endfor %}", _SAMPLE_COLUMNS),
    ]
    return [table(rows, [column] * _SAMPLE_COLUMNS, look), paragraph("表后")]


def _ruled_lines(width: int) -> list[Element]:
    """书写格: empty ruled lines for handwriting, as many as 块.行数."""
    rows = [
        tag_row("{%tr for 行 in range(块.行数) %}"),
        row(cell(paragraph("书写格"), width=width, ruled=True), height=_RULE_HEIGHT),
        tag_row("{%tr endfor %}"),
    ]
    return [table(rows, [width], "无线表格"), paragraph("表后")]
