"""Finds the tags of a Word template that docxtpl's rules would render wrongly without a word.

A `{%p … %}` takes its whole paragraph away, `{%tr … %}` its row and `{%tc … %}` its cell: fixed words beside the tag,
and a second such tag, would be lost. `{{r … }}` asks for formatted text, which plain data does not hold. What opens
with `{%p if %}` ends with `{%p endif %}`: any other end would cut through a paragraph, and only for some values.
What looks like a tag and is none would be printed as it stands: full-width braces, braces with a space between them,
the merge fields of Word's own mail merge.
"""

import re
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RICH_VALUE = re.compile(r"{{(?:p|r|tr|tc)\s.*?(?:}}|$)")
_UNITS = {"p": "段", "tr": "行", "tc": "格"}
_TAGS = {unit: re.compile(rf"{{%{unit} [^%}}]*%}}|{{#{unit} [^#}}]*#}}") for unit in _UNITS}
_STATEMENT = re.compile(r"{%(?P<unit>p|tr|tc|r)? *-? *(?P<word>\w+)(?P<rest>(?:(?!%}).)*)%}")
_OPENING = {"if", "for", "macro", "call", "filter", "with", "set", "autoescape"}
_CONTINUING = {"else": ("if", "for"), "elif": ("if",), **{f"end{word}": (word,) for word in _OPENING}}
_OPENED = re.compile(r"[{｛]\s*[{｛%％#＃]")
_RIGHT_OPENINGS = ("{{", "{%", "{#")
_MERGE_FIELD = re.compile(r'\bMERGEFIELD\s+"?([^\s"\\]*)', re.IGNORECASE)
_EXCERPT = 12  # characters of the words in danger that are shown


def misused_tags(part: etree._Element) -> Iterator[tuple[int, str]]:
    """(paragraph number from 1 in document order, what is wrong) for each."""
    texts = [(paragraph, _own_text(paragraph)) for paragraph in part.iter(f"{_W}p")]
    yield from _unpaired([text for _, text in texts])
    for number, (paragraph, text) in enumerate(texts, start=1):
        if match := _RICH_VALUE.search(text):
            yield number, f"不支持“{match.group()}”：数据里只有文字，请改用 {{{{ … }}}}"
        for unit, word in _UNITS.items():
            if match := _TAGS[unit].search(text):
                yield from ((number, message) for message in _company(paragraph, unit, word, match.group()))
        yield from ((number, message) for message in _only_alike(paragraph, text))


def _only_alike(paragraph: etree._Element, text: str) -> Iterator[str]:
    """What a clerk takes for a tag and the program would print as it stands."""
    openings = (match.group() for match in _OPENED.finditer(text))
    if opening := next((opening for opening in openings if opening not in _RIGHT_OPENINGS), None):
        right = "{%" if opening[-1] in "%％" else "{#" if opening[-1] in "#＃" else "{{"
        yield f"“{opening}”不是标签，会原样印出：标签的括号要用英文半角，两个符号紧挨着，写成“{right}”"
    instructions = "".join(node.text or "" for node in _own(paragraph, "instrText"))
    instructions += " ".join(["", *(field.get(f"{_W}instr", "") for field in _own(paragraph, "fldSimple"))])
    for name in _MERGE_FIELD.findall(instructions):
        yield f"不支持邮件合并域“{name}”：请删去这个域，改写成标签，例如 {{{{ 申报人.姓名 }}}}"


def _company(paragraph: etree._Element, unit: str, word: str, tag: str) -> Iterator[str]:
    holder = paragraph if unit == "p" else next(paragraph.iterancestors(f"{_W}{unit}"), None)
    if holder is None:
        yield f"“{tag}”要写在表格里"
        return
    text = _own_text(holder) if unit == "p" else "".join(node.text or "" for node in holder.iter(f"{_W}t"))
    rest = _TAGS[unit].sub("", text).strip()
    if rest:
        yield f"“{tag}”要单独占一{word}，否则同{word}的“{rest[:_EXCERPT]}”会丢失"
    elif len(_TAGS[unit].findall(text)) > 1:
        yield f"“{tag}”要单独占一{word}，不能和另一个标签同{word}"


def _unpaired(texts: list[str]) -> Iterator[tuple[int, str]]:
    opened: list[tuple[int, re.Match]] = []
    for number, text in enumerate(texts, start=1):
        for tag in _STATEMENT.finditer(text):
            word = tag["word"]
            if word in _OPENING:
                if not (word == "set" and "=" in tag["rest"]):
                    opened.append((number, tag))
            elif word in _CONTINUING:
                begun = opened[-1][1] if opened else None
                if begun is None or begun["word"] not in _CONTINUING[word]:
                    yield number, f"“{tag.group()}”前面没有与它成对的标签"
                    return
                if begun["unit"] != tag["unit"]:
                    right = f"{{%{begun['unit'] or ''} {word}{tag['rest'].rstrip()} %}}"
                    yield number, f"“{tag.group()}”和“{begun.group()}”没有成对，要写成“{right}”"
                    return
                if word.startswith("end"):
                    opened.pop()
    if opened:
        number, begun = opened[-1]
        yield number, f"“{begun.group()}”没有对应的 end{begun['word']}"


def _own_text(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in _own(paragraph, "t"))


def _own(paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of this name in the paragraph without those of text boxes anchored in it."""
    nodes = paragraph.iter(f"{_W}{name}")
    return (node for node in nodes if next(node.iterancestors(f"{_W}p")) is paragraph)
