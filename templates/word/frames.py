"""The bodies of templates/frames/*.docx: one sample paragraph per block style, inside a loop over 块组.

A branch is a condition on the block and what stands for it. The last branch takes any style it does not know as plain
text, so that no wording is lost.
"""

from geometry import CHAR, LANDSCAPE, LINE, PORTRAIT, TEXT_HEIGHT, TEXT_WIDTH
from ooxml import Element, at_the_foot, cell, paragraph, row, run, run_tag, table, tag, tag_cell, tag_row, w

_BEFORE_SIGNATURE = 'not loop.last and loop.nextitem.样式 in ("署名", "签字", "签章")'
_WITH_LETTERHEAD = 'not loop.first and loop.previtem.样式 in ("发文机关标志", "联署标志")'
_NO_NUMBER = 'loop.last or loop.nextitem.样式 not in ("发文机关标志", "发文字号")'
_RULE_HEIGHT = 680
"""12 mm: room for one line of handwriting."""

_ROSTER_ROW = 410
"""Ten rows and the head of a blank roster fit on one landscape page."""

_SAMPLE_COLUMNS = 3

_IMPRINT_DATE = 3400
"""Room for 2021年12月28日印发 in 4号 and its margin, in a font of wide figures too."""


def running_frame(*, landscape: bool = False) -> list[Element]:
    """Official documents, notices and letters."""
    width = TEXT_HEIGHT if landscape else TEXT_WIDTH
    margin = (LANDSCAPE if landscape else PORTRAIT)["margins"]["left"]
    return _loop(
        [
            *_red_head(),
            *_title_and_text(width),
            _branch("表格", *_data_table("公文表格", ("表头", "表格文字"), width, LINE, long="表格长文")),
            *_closing_parts(width),
            _branch("版记", *_at_the_foot(_imprint(width), margin)),
            _branch("长版记", _imprint(width), paragraph("表后")),
            _branch("换页", paragraph("换页")),
        ],
        otherwise="公文正文",
    )


def roster_frame() -> list[Element]:
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


def _red_head() -> list[list[Element]]:
    """发文机关标志 in the style of its size, 发文字号 with the red rule below (clauses 7.2.4 to 7.2.7)."""

    def rule() -> list[Element]:
        return [tag(f"{{%p if {_NO_NUMBER} %}}"), paragraph("发文字号"), tag("{%p endif %}")]

    first = [tag("{%p if loop.first or loop.previtem.样式 != 块.样式 %}"), paragraph("标志上空"), tag("{%p endif %}")]
    return [
        _branch("发文机关标志", *first, _text("发文机关标志5", '{{ "发文机关标志" ~ 块.级|样式 }}'), *rule()),
        _branch("联署标志", paragraph("标志上空"), _joint_letterhead(), *rule()),
        _branch("发文字号", _text("发文字号"), also=_WITH_LETTERHEAD),
        _branch("发文字号", _text("居中")),
    ]


def _joint_letterhead() -> Element:
    """Names spread to one width, and 文件 beside them in the middle."""
    style = '{{ "发文机关标志" ~ 块.级|样式 }}'
    name = paragraph("发文机关标志5", run_tag(style), run_tag("{{ 行.左宽|列宽 }}"), "{{ 行.左 }}")
    name[0].append(w("jc", val="distribute"))
    suffix = paragraph(
        "发文机关标志5", run_tag(style), run_tag("{{ 行.右宽|列宽 }}"), run_tag("{{ 行.竖并|竖并 }}"), "{{ 行.右 }}"
    )
    suffix[0].append(w("jc", val="right"))
    rows = [
        tag_row("{%tr for 行 in 块.各行 %}", 2),
        row(cell(name, width=5800), cell(suffix, width=2000)),
        tag_row("{%tr endfor %}", 2),
    ]
    return table(rows, [5800, 2000], "无线表格", fixed=False)


def _at_the_foot(imprint: Element, left: int) -> list[Element]:
    """The 版记 between paragraphs that hold it: Word goes by the one after it, LibreOffice by the one before."""
    alone = [tag("{%p if loop.first %}"), paragraph("表后"), tag("{%p endif %}")]
    return [*alone, at_the_foot(imprint, left), paragraph("表后")]


def _imprint(width: int) -> Element:
    """抄送机关 over the whole width, 印发机关 and 印发日期 side by side (clause 7.4)."""
    addressees = [tag("{%p for 段 in 行.各段 %}"), paragraph("抄送机关", "{{ 段 }}"), tag("{%p endfor %}")]
    office = [tag("{%p for 段 in 行.各段 %}"), paragraph("印发机关", "{{ 段 }}"), tag("{%p endfor %}")]
    left = width - _IMPRINT_DATE
    rows = [
        tag_row("{%tr for 行 in 块.各行 %}", 2),
        tag_row("{%tr if 行.右 %}", 2),
        row(cell(*office, width=left), cell(paragraph("印发日期", "{{ 行.右 }}"), width=_IMPRINT_DATE)),
        tag_row("{%tr else %}", 2),
        row(cell(*addressees, width=width, span=2)),
        tag_row("{%tr endif %}", 2),
        tag_row("{%tr endfor %}", 2),
    ]
    return table(rows, [left, _IMPRINT_DATE], "版记表格")


def _title_and_text(width: int) -> list[list[Element]]:
    return [
        _branch("附件号", _text("附件号")),
        _branch("标题", _text("公文标题")),
        _branch("主送", _text("主送")),
        _branch("一级标题", _text("一级标题")),
        _branch("二级标题", _text("二级标题")),
        _branch("三级标题", _text("三级标题")),
        _branch("四级标题", _text("四级标题")),
        _branch("正文", _text("公文末段"), also=_BEFORE_SIGNATURE),
        _branch("正文", _text("公文正文")),
        _branch("居中", _text("居中")),
        _branch("书写格", *_ruled_lines(width - width % CHAR)),
    ]


def _closing_parts(width: int) -> list[list[Element]]:
    return [
        _branch("附件说明", _text("附件说明首项"), also='"附件：1." in 块.文本'),
        _branch("附件说明", _text("附件说明"), also='块.文本.startswith("附件：")'),
        _branch("附件说明", _text("附件说明续项")),
        _branch("署名", _side_by_side(3, width), also="块.列数 == 3"),
        _branch("署名", _side_by_side(2, width), also="块.列数 == 2"),
        _branch("署名", _text("发文署名", _ABOVE, _INDENT)),
        _branch("日期", _text("附注前日期", _INDENT), also='not loop.last and loop.nextitem.样式 == "附注"'),
        _branch("日期", _text("成文日期", _INDENT)),
        _branch("附注", _text("附注")),
        _branch("签字", _text("公文末段")),
        _branch("签章", _text("签章长行"), also="块.文本|length > 14"),
        _branch("签章", _text("签章")),
        _branch("说明", _text("说明")),
        _branch("联系", _text("联系")),
    ]


def _side_by_side(columns: int, width: int) -> Element:
    """Sealed signatures of joint issuers in a row, each about the middle of its seal (clause 7.3.5.1)."""
    distance = {3: 8 * CHAR, 2: 27 * CHAR // 2}[columns]
    last = width - 29 * CHAR // 4
    stops = [last - number * distance for number in reversed(range(columns))]
    line = _text("联合署名", _ABOVE)
    line[0].append(w("tabs", *(w("tab", val="center", pos=stop) for stop in stops)))
    line[0].addnext(w("r", w("tab")))
    return line


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


_ABOVE, _INDENT = "{{ 块.上空|上空 }}", "{{ 块.右空|右空 }}"


def _text(style: str, *properties: str) -> Element:
    """A sample paragraph: the block's runs, each in the character style of its 字形; `properties` are property tags."""
    runs = [
        *map(run_tag, properties),
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


def _data_table(look: str, styles: tuple[str, str], width: int, height: int, long: str = "") -> list[Element]:
    """块.表: heading rows that repeat on every page, then the rows; widths come from the data.

    Columns of long text are set in the style `long`, where there is one.
    """
    heading, text = styles
    column = width // _SAMPLE_COLUMNS
    # The widths in the data are shares of the whole: no choice of columns leaves the text area.
    share = f"{{{{ 格.宽 * {width // CHAR} / 块.表.列宽|sum|列宽 }}}}"
    tags = (share, "{{ 格.跨列|跨列 }}", "{{ 格.竖并|竖并 }}")
    look_of_text = [f'{{{{ ("{long}" if 格.长文 else "{text}")|样式 }}}}'] if long else []

    def body(part: str, sample: Element, heads: bool) -> list[Element]:
        return [
            tag_row(f"{{%tr for 行 in 块.表.{part} %}}", _SAMPLE_COLUMNS),
            row(tag_cell("{%tc for 格 in 行 %}"), sample, tag_cell("{%tc endfor %}"), height=height, heading=heads),
            tag_row("{%tr endfor %}", _SAMPLE_COLUMNS),
        ]

    rows = [
        *body("表头", cell(paragraph(heading, "{{ 格.文字 }}", *map(run_tag, tags)), width=column), heads=True),
        *body("行", cell(paragraph(text, "{{ 格.文字 }}", *map(run_tag, [*tags, *look_of_text])), width=column), False),
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
