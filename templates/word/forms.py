"""The bodies of the prescribed forms: B2024 附件4 (exemption form) and 附件6 (materials catalogue).

Labels and their order are prescribed; titles and notes come from the campaign's data. A bare value prints nothing in a
blank; seal, opinion and day of signing stay empty in every paper.
"""

from geometry import TEXT_WIDTH
from ooxml import W_NS, Element, cell, grid, paragraph, row, table, tag, tag_row
from typography import SIZE_4

_ROW, _REASON, _OPINION = 620, 1300, 2900
"""Heights in twips: an ordinary row, room for a reason, and room for a 40 mm seal under the opinion."""

_GRADUATED = (
    "{{ 申报人.最高学历.毕业时间 }}{% if 申报人.最高学历.学校 %}毕业于{{ 申报人.最高学历.学校 }}{% endif %}"
    '{% if 申报人.最高学历.专业 %}{{ 申报人.最高学历.专业.removesuffix("专业") }}专业{% endif %}'
    "{% if not 申报人.最高学历.学校 %}"
    '{{ "毕业" if 申报人.最高学历.毕业时间 or 申报人.最高学历.专业 else ""|空填("无") }}'
    "{% endif %}"
)
"""When, where and in what the applicant graduated, as one phrase: 2014年1月毕业于某某大学档案学专业."""


def exemption_form() -> list[Element]:
    """免除继续教育学习申请表."""
    rows = [
        _row(
            ("姓名", 1400),
            ("{{ 申报人.姓名 }}", 2450),
            ("性别", 800),
            ("{{ 申报人.性别 }}", 1200),
            ("出生年月", 1150),
            ("{{ 申报人.出生年月 }}", 1844),
        ),
        _row(
            ("身份证号", 1400),
            ("{{ 申报人.身份证号 }}", 2450),
            ("学历", 800),
            ('{{ 申报人.最高学历.学历|空填("无") }}', 1200),
            ("学位", 1150),
            ('{{ 申报人.最高学历.学位|空填("无") }}', 1844),
        ),
        _row(("何时何学校何专业毕业", 1400), (_GRADUATED, 7444)),
        _row(
            ("现工作单位", 1400),
            ("{{ 单位.名称 }}", 3250),
            ("参加工作时间", 2350),
            ("{{ 申报人.参加工作时间 }}", 1844),
        ),
        _row(
            ("现有专业技术职务", 1400),
            ('{{ 申报人.现职称.名称|空填("无") }}', 3250),
            ("拟申报专业技术职务", 2350),
            ("{{ 申报人.申报.职称 }}", 1844),
        ),
        (
            [_cell("免学理由", 1400), cell(paragraph("表格长文", "{{ 申报人.免学理由 }}"), width=7444)],
            {"height": _REASON},
        ),
        ([_cell("审核意见", 1400), _seal_cell(7444)], {"height": _OPINION}),
    ]
    return [*_heading("{{ 评审.免学申请.表名 }}"), grid(rows, "公文表格"), paragraph("表后"), *_notes()]


def materials_catalogue() -> list[Element]:
    """申报材料目录."""
    return [
        *_heading("{{ 评审.材料目录.标题 }}", "（{{ 评审.年度 }}年度）"),
        _person(),
        paragraph("清单标题", "申报材料清单"),
        _materials(),
        paragraph("表后"),
    ]


_EDUCATION = (
    '{{ 申报人.最高学历.学历|空填("无") }}{% if 申报人.最高学历.学位 %}（{{ 申报人.最高学历.学位 }}）{% endif %}'
)

_PREFECTURE, _UNIT = "{{ 单位.地州市|空填(评审.地州市) }}", "{{ 单位.名称 }}"
_LONG_NAME = 14
"""The most characters of a unit's name that fit beside the prefecture; a longer name gets a line of its own."""

_PERSON = (
    (("地州市：", 0, _PREFECTURE),),
    (("单位：", 0, _UNIT),),
    (("地州市：", 3900, _PREFECTURE), ("单位：", 0, _UNIT)),
    (
        ("姓名：", 4100, "{{ 申报人.姓名 }}"),
        ("性别：", 2100, "{{ 申报人.性别 }}"),
        ("族别：", 0, '{{ 申报人.族别|空填("无") }}'),
    ),
    (
        ("出生年月：", 3500, "{{ 申报人.出生年月 }}"),
        ("最高学历（学位）：", 0, _EDUCATION),
    ),
    (
        ("从事专业：", 3500, '{{ 申报人.从事专业|空填("无") }}'),
        ("联系电话（手机）：", 0, '{{ 申报人.联系电话|空填("无") }}'),
    ),
    (("现职称：", 3500, '{{ 申报人.现职称.名称|空填("无") }}'), ("拟评审职称：", 0, "{{ 申报人.申报.职称 }}")),
)
"""The form's lines: label, width up to the next label (0: the rest of the line), value."""


_GAP, _SLACK = 160, 40
"""Between a rule and the next label; what a label's cell is wider than its text, so that rounding never breaks it."""


def _person() -> Element:
    """The lines above the list; of the first three, either two lines or the one that the form prescribes."""
    lines = grid([_blank_line(*items) for items in _PERSON], "无线表格")
    apart, _, together, following, *_ = lines.findall(f"{{{W_NS}}}tr")
    columns = len(lines.findall(f"{{{W_NS}}}tblGrid/{{{W_NS}}}gridCol"))
    for place, text in ((apart, f"if 单位.名称|length > {_LONG_NAME}"), (together, "else"), (following, "endif")):
        place.addprevious(tag_row(f"{{%tr {text} %}}", columns))
    return lines


def _heading(*titles: str) -> list[Element]:
    return [
        tag("{%p if 附件号 %}"),
        paragraph("附件号", "{{ 附件号 }}"),
        tag("{%p endif %}"),
        *(paragraph("表格标题", title) for title in titles),
    ]


def _row(*items: tuple[str, int]) -> tuple[list[Element], dict]:
    return [_cell(text, width) for text, width in items], {"height": _ROW}


def _cell(text: str, width: int) -> Element:
    # Eight characters stand as four above four, not as five above three.
    return cell(paragraph("表格窄文" if len(text) == 8 else "表格文字", text), width=width)


def _seal_cell(width: int) -> Element:
    lines = [paragraph("表内签章", text) for text in ("公　章　　", "年　　月　　日")]
    return cell(*lines, paragraph("表后"), width=width, align="bottom")


def _notes() -> list[Element]:
    return [
        tag("{%p for 注 in 评审.免学申请.注 %}"),
        tag("{%p if loop.first %}"),
        paragraph("表注首项", "注：{{ loop.index }}.{{ 注 }}"),
        tag("{%p else %}"),
        paragraph("表注续项", "{{ loop.index }}.{{ 注 }}"),
        tag("{%p endif %}"),
        tag("{%p endfor %}"),
    ]


def _blank_line(*items: tuple[str, int, str]) -> tuple[list[Element], dict]:
    """Labels, each followed by its value on a ruled line; a narrow gap parts a rule from the next label."""
    cells: list[Element] = []
    left = TEXT_WIDTH
    for label, width, value in items:
        width = width or left
        left -= width
        label_width = len(label) * SIZE_4 * 10 + _SLACK
        space = _GAP if left else 0
        cells.append(cell(paragraph("填报项目", label), width=label_width, align="bottom"))
        cells.append(cell(paragraph("填报内容", value), width=width - label_width - space, align="bottom", ruled=True))
        if space:
            cells.append(cell(paragraph("填报项目"), width=space))
    return cells, {"height": 500}


def _materials() -> Element:
    columns = (
        (950, "序号", "表格文字", "{{ 行.序号 }}"),
        (6494, "材料名称", "表格长文", "{{ 行.名称 }}"),
        (1400, "件数", "表格文字", "{{ 行.件数 }}"),
    )
    widths = [width for width, *_ in columns]
    heads = [cell(paragraph("表头", head), width=width) for width, head, _, _ in columns]
    cells = [cell(paragraph(style, value), width=width) for width, _, style, value in columns]
    rows = [
        row(*heads, height=460, heading=True),
        tag_row("{%tr for 行 in 目录行 %}", len(widths)),
        row(*cells, height=460),
        tag_row("{%tr endfor %}", len(widths)),
    ]
    return table(rows, widths, "公文表格")
