"""A Word part's XML becomes the source of one Jinja template.

docxtpl's `patch_xml` gathers the tags that Word has split across runs and lifts `{%p %}`, `{%tr %}`, `{%tc %}` out of
their paragraph, row or cell. Property tags of ours (样式, 上空, 右空, 列宽, 竖并, 跨列) are then moved from the text of
their paragraph or cell into its properties. Each paragraph begins a line of the source and carries its number in the
original part, so that an error's line leads back to the paragraph.
"""

import re
from functools import cache

CHARACTER_TWIPS = 315  # one 字 of 3号 type set at 15.75 pt, 28 to a line of 156 mm
LINE_TWIPS = 579  # one of 22 lines that fill 225 mm
NUMBER = "zc-paragraph"

_PARAGRAPH = re.compile(r"<w:p(?=[ />])")
_NUMBERED = re.compile(rf'<w:p {NUMBER}="(\d+)"')
_TEXT = re.compile(r"<w:t>")
_PROPERTY = re.compile(r"{{\s*(?P<value>[^{}]*?)\s*\|\s*(?P<name>样式|上空|右空|列宽|竖并|跨列)\s*}}")
_RUN_WITHOUT_TEXT = re.compile(
    r'<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve"></w:t></w:r>'
)

# The elements that a property must stand before (the order of CT_PPr and CT_TcPr in the schema).
_AFTER_INDENT = (
    "contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|"
    "cnfStyle|rPr|sectPr|pPrChange"
)
_AFTER_SPACING = f"ind|{_AFTER_INDENT}"
_AFTER_MERGE = "tcBorders|shd|noWrap|tcMar|textDirection|tcFitText|vAlign|hideMark"
_AFTER_SPAN = f"hMerge|vMerge|{_AFTER_MERGE}"
_TWIPS = f"{{{{{{{{ (({{0}}) * {CHARACTER_TWIPS})|int }}}}}}}}"
_LINES = f"{{{{{{{{ (({{0}}) * {LINE_TWIPS})|int }}}}}}}}"
_MERGE = '{{% if ({0}) == "起" %}}<w:vMerge w:val="restart"/>{{% elif ({0}) == "续" %}}<w:vMerge/>{{% endif %}}'

# For each property tag: what holds it, the element it becomes, the elements after that one, and the element's form.
_PROPERTIES = {
    "样式": ("p", "pStyle", r"\w+", '<w:pStyle w:val="{{{{ {0} }}}}"/>'),
    "上空": ("p", "spacing", _AFTER_SPACING, f'<w:spacing w:before="{_LINES}"/>'),
    "右空": ("p", "ind", _AFTER_INDENT, f'<w:ind w:right="{_TWIPS}"/>'),
    "列宽": ("tc", "tcW", f"gridSpan|{_AFTER_SPAN}", f'<w:tcW w:w="{_TWIPS}" w:type="dxa"/>'),
    "跨列": ("tc", "gridSpan", _AFTER_SPAN, '<w:gridSpan w:val="{{{{ {0} }}}}"/>'),
    "竖并": ("tc", "vMerge", _AFTER_MERGE, _MERGE),
}


PROPERTY_TAGS = tuple(_PROPERTIES)
_QUOTED_TEXT = re.compile(r">[^<]*&(?:quot|apos);[^<]*<")


class UnsupportedTag(ValueError):
    """A property tag that stands where it has nothing to set; the message is for the user."""


def number_paragraphs(xml: str) -> str:
    """The part with each paragraph numbered from 1 in document order."""
    numbers = iter(range(1, xml.count("<w:p") + 1))
    return _PARAGRAPH.sub(lambda _: f'<w:p {NUMBER}="{next(numbers)}"', xml)


def compile_part(xml: str) -> tuple[str, list[int]]:
    """The Jinja source of a part, and for each of its lines the number of the paragraph it belongs to."""
    xml = re.sub(r"[\r\n]+", " ", xml)
    # Some word processors write a quotation mark in text as an entity; in a tag it must be the mark itself.
    xml = _QUOTED_TEXT.sub(lambda text: text.group().replace("&quot;", '"').replace("&apos;", "'"), xml)
    patched = _move_properties(_patcher()(number_paragraphs(xml)))
    patched = _TEXT.sub('<w:t xml:space="preserve">', patched).replace("\n", " ")
    patched = _RUN_WITHOUT_TEXT.sub("", patched)  # docxtpl leaves some around every run tag
    lines = [0, *(int(number) for number in _NUMBERED.findall(patched))]
    return _NUMBERED.sub("\n<w:p", patched), lines


@cache
def _patcher():
    from docxtpl import DocxTemplate  # imported when the first Word template is compiled: it is slow to load

    return DocxTemplate(None).patch_xml


def _move_properties(xml: str) -> str:
    while match := _PROPERTY.search(xml):
        holder, element, followers, form = _PROPERTIES[match["name"]]
        start = _beginning_around(xml, holder, match.start())
        end = xml.find(f"</w:{holder}>", match.end())
        if start < 0 or end < 0:
            raise UnsupportedTag(f"“{match.group()}”要写在{'段落' if holder == 'p' else '表格单元格'}里")
        inside = xml[start : match.start()] + xml[match.end() : end]
        inside = _RUN_WITHOUT_TEXT.sub("", inside.replace("<w:t></w:t>", '<w:t xml:space="preserve"></w:t>'))
        xml = xml[:start] + _with_property(inside, holder, element, followers, form.format(match["value"])) + xml[end:]
    return xml


def _beginning_around(xml: str, name: str, at: int) -> int:
    """Where the innermost element `name` that holds the position `at` begins; -1 when none does."""
    beginnings = [-1]
    for tag in re.finditer(rf"<w:{name}(?: [^>]*)?(?<!/)>|</w:{name}>", xml[:at]):
        if tag.group().startswith("</"):
            beginnings.pop()
        else:
            beginnings.append(tag.start())
    return beginnings[-1]


def _with_property(inside: str, holder: str, element: str, followers: str, new: str) -> str:
    opening = re.match(rf"<w:{holder}(?: [^>]*)?>", inside).end()
    properties = re.match(rf"<w:{holder}Pr>(.*?)</w:{holder}Pr>|<w:{holder}Pr/>", inside[opening:], re.DOTALL)
    old = (properties.group(1) or "") if properties else ""
    rest = inside[opening + (properties.end() if properties else 0) :]
    old = re.sub(rf"<w:{element}(?: [^>]*)?/>", "", old)
    follower = re.search(rf"<w:(?:{followers})[ />]", old)
    at = follower.start() if follower else len(old)
    return f"{inside[:opening]}<w:{holder}Pr>{old[:at]}{new}{old[at:]}</w:{holder}Pr>{rest}"
