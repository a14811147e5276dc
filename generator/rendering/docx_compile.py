"""A Word part's XML becomes the source of one Jinja template.

docxtpl's `patch_xml` gathers the tags that Word has split across runs and lifts `{%p %}`, `{%tr %}`, `{%tc %}` out of
their paragraph, row or cell. Property tags of ours (右空, 列宽, 竖并, 跨列) are then moved from the text of their
paragraph or cell into its properties. Each paragraph begins a line of the source and carries its number in the
original part, so that an error's line leads back to the paragraph.
"""

import re
from functools import cache

CHARACTER_TWIPS = 315  # one 字 of 3号 type set at 15.75 pt, 28 to a line of 156 mm
NUMBER = "zc-paragraph"

_PARAGRAPH = re.compile(r"<w:p(?=[ >])")
_NUMBERED = re.compile(rf'<w:p {NUMBER}="(\d+)"')
_TEXT = re.compile(r"<w:t>")
_PROPERTY = re.compile(r"{{\s*(?P<value>[^{}]*?)\s*\|\s*(?P<name>右空|列宽|竖并|跨列)\s*}}")
_RICH_VALUE = re.compile(r"{{[pr]\s")
_RUN_WITHOUT_TEXT = re.compile(r'<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve"></w:t></w:r>')

# The element each property becomes, the tag that holds it, and the elements it must stand before (CT_PPr, CT_TcPr).
_AFTER_INDENT = "contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange"
_AFTER_WIDTH = "gridSpan|hMerge|vMerge|tcBorders|shd|noWrap|tcMar|textDirection|tcFitText|vAlign|hideMark"
_PROPERTIES = {
    "右空": ("p", "ind", _AFTER_INDENT, '<w:ind w:right="{{{{ (({0}) * %d)|int }}}}"/>' % CHARACTER_TWIPS),
    "列宽": ("tc", "tcW", _AFTER_WIDTH, '<w:tcW w:w="{{{{ (({0}) * %d)|int }}}}" w:type="dxa"/>' % CHARACTER_TWIPS),
    "跨列": ("tc", "gridSpan", _AFTER_WIDTH.partition("|")[2], '<w:gridSpan w:val="{{{{ {0} }}}}"/>'),
    "竖并": (
        "tc",
        "vMerge",
        _AFTER_WIDTH.partition("|vMerge|")[2],
        '{{% if ({0}) == "起" %}}<w:vMerge w:val="restart"/>{{% elif ({0}) == "续" %}}<w:vMerge/>{{% endif %}}',
    ),
}


class UnsupportedTag(ValueError):
    """A tag that asks for a value plain data cannot hold; the message is for the user."""


def number_paragraphs(xml: str) -> str:
    """The part with each paragraph numbered from 1 in document order."""
    numbers = iter(range(1, xml.count("<w:p") + 1))
    return _PARAGRAPH.sub(lambda _: f'<w:p {NUMBER}="{next(numbers)}"', xml)


def compile_part(xml: str) -> tuple[str, list[int]]:
    """The Jinja source of a part, and for each of its lines the number of the paragraph it belongs to."""
    if match := _RICH_VALUE.search(xml):
        raise UnsupportedTag(f"不支持“{match.group().strip()} …}}}}”：数据里只有文字，请改用 {{{{ … }}}}")
    xml = re.sub(r"[\r\n]+", " ", xml)
    patched = _move_properties(_patcher()(number_paragraphs(xml)))
    patched = _TEXT.sub('<w:t xml:space="preserve">', patched).replace("\n", " ")
    lines = [0, *(int(number) for number in _NUMBERED.findall(patched))]
    return _NUMBERED.sub("\n<w:p", patched), lines


@cache
def _patcher():
    from docxtpl import DocxTemplate  # imported when the first Word template is compiled: it is slow to load

    return DocxTemplate(None).patch_xml


def _move_properties(xml: str) -> str:
    while match := _PROPERTY.search(xml):
        holder, element, followers, form = _PROPERTIES[match["name"]]
        start = max(xml.rfind(f"<w:{holder} ", 0, match.start()), xml.rfind(f"<w:{holder}>", 0, match.start()))
        end = xml.find(f"</w:{holder}>", match.end())
        if start < 0 or end < 0:
            raise UnsupportedTag(f"“{match.group()}”要写在{'段落' if holder == 'p' else '表格单元格'}里")
        inside = xml[start : match.start()] + xml[match.end() : end]
        inside = _RUN_WITHOUT_TEXT.sub("", inside.replace("<w:t></w:t>", '<w:t xml:space="preserve"></w:t>'))
        xml = xml[:start] + _with_property(inside, holder, element, followers, form.format(match["value"])) + xml[end:]
    return xml


def _with_property(inside: str, holder: str, element: str, followers: str, new: str) -> str:
    opening = re.match(rf"<w:{holder}(?: [^>]*)?>", inside).end()
    properties = re.match(rf"<w:{holder}Pr>(.*?)</w:{holder}Pr>|<w:{holder}Pr/>", inside[opening:], re.DOTALL)
    old = (properties.group(1) or "") if properties else ""
    rest = inside[opening + (properties.end() if properties else 0) :]
    old = re.sub(rf"<w:{element}(?: [^>]*)?/>", "", old)
    follower = re.search(rf"<w:(?:{followers})[ />]", old)
    at = follower.start() if follower else len(old)
    return f"{inside[:opening]}<w:{holder}Pr>{old[:at]}{new}{old[at:]}</w:{holder}Pr>{rest}"
