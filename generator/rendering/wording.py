"""A wording (light Markdown with Jinja) becomes blocks.

Notation: `#` title, `##` to `#####` headings of the four levels, which number themselves (`headings`), `｜` in a title
a place where its line may end, `**…**` at the beginning of a paragraph or heading a run-in heading, a blank line ends a
paragraph, `\\` before a mark prints the mark. `::: 名` … `:::` is a
container each of whose lines is one block of that style (主送, 附件说明, 落款, 签字, 签章, 说明, 附件号, 居中, 联系,
发文机关标志, 发文字号, 附注); 版记, 换页 and 书写格 are one block.

Values travel through the Markdown parser as hexadecimal between noncharacters, so that no character of a value can be
read as markup; `_decode` turns them back.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jinja2 import BaseLoader, TemplateRuntimeError
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_cjk_friendly import cjk_friendly
from mdit_py_plugins.container import container_plugin

from generator.rendering.blocks import HEITI, KAITI, PLAIN, RULED, Block, Run
from generator.rendering.containers import (
    CONTAINERS,
    PAGE_BREAK,
    SIGNATURE_BLOCK,
    WRITING_LINES,
    FencePlaces,
    without_marks,
)
from generator.rendering.environment import Space, Table, make_environment, render
from generator.rendering.faults import blaming
from generator.rendering.headings import FACES, UNNUMBERED, Numerals, is_sentence
from generator.rendering.official import IMPRINT, LETTERHEAD, imprint, letterhead
from generator.rendering.signature import signature_blocks
from generator.rendering.title import title_lines
from generator.text import blank_space

TITLE, BODY, TABLE = "标题", "正文", "表格"
LEVELS = {"h2": 1, "h3": 2, "h4": 3, "h5": 4}
HEADINGS = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}

TITLE_BREAK = "｜"
MAX_WRITING_LINES = 500
# Noncharacters, which Unicode keeps for internal use: no wording holds them.
_TEXT, _RULE, _GAP, _TABLE, _END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
_VALUE = re.compile(f"([{_TEXT}-{_TABLE}])([0-9a-f]*){_END}")
_MARK = re.compile(f"[{_TEXT}-{_END}]")
_FIRST_LEVEL = re.compile(r"[一二三四五六七八九十]+、|第[一二三四五六七八九十百]+[章条]")
_SECOND_LEVEL = re.compile(r"（[一二三四五六七八九十]+）")


def render_blocks(name: str, values: dict[str, Any], loader: BaseLoader) -> list[Block]:
    """The blocks of the wording `name` for these values. Raises TemplateError naming the wording's line."""
    with blaming(name):
        template = _environment(loader).get_template(name)
    file = name if template.filename.startswith("<") else template.filename  # a template that stands in no file
    with blaming(file):
        text, places = without_marks(render(template, values), file)
        tokens = _markdown().parse(text)
        for token in tokens:
            if token.type.startswith("container_") and token.nesting == 1:
                token.meta["place"] = places[token.map[0]]
        return list(_blocks(tokens))


@cache
def _environment(loader: BaseLoader):
    environment = make_environment(_encode, loader, trim=True, own_wordings=True)
    environment.add_extension(FencePlaces)
    return environment


def _encode(value: Any) -> Markup:
    if isinstance(value, Space):
        kind, content = (_RULE if value.ruled else _GAP), str(value.width)
    elif isinstance(value, Table):
        kind, content = _TABLE, json.dumps(value.content, ensure_ascii=False)
    else:
        kind, content = _TEXT, str(value)
    return Markup(kind + content.encode("utf-8", "surrogatepass").hex() + _END)


def _decode(text: str, face: str) -> Iterator[Run]:
    position = 0
    for match in _VALUE.finditer(text):
        yield Run(_fixed(text[position : match.start()]), face)
        kind, content = match.group(1), bytes.fromhex(match.group(2)).decode("utf-8", "surrogatepass")
        if kind == _TABLE:
            raise TemplateRuntimeError("“表格”要单独成段，前后都空一行")
        if kind == _TEXT:
            yield Run(content, face)
        else:
            yield Run(blank_space(int(content)), RULED if kind == _RULE else face)
        position = match.end()
    yield Run(_fixed(text[position:]), face)


def _fixed(text: str) -> str:
    if _MARK.search(text):
        raise TemplateRuntimeError("set、endset 之间或宏里的一段文字不能再用筛选器改动，请把筛选器写到其中的数据上")
    return text


def _plain(text: str) -> str:
    return "".join(run.text for run in _decode(text, PLAIN))


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero").enable(["heading", "emphasis", "newline", "escape"])
    markdown.use(cjk_friendly)
    for name in CONTAINERS:
        markdown.use(container_plugin, name)
    return markdown


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    container: Token | None = None
    lines: list[list[Run]] = []
    numerals = Numerals()
    tag = ""
    for token in tokens:
        if token.type.startswith("container_"):
            if token.nesting == 1:
                container, lines = token, []
            else:
                yield from _container(container, lines)
                container = None
        elif token.type in ("heading_open", "paragraph_open"):
            tag = token.tag
        elif token.type == "inline" and container is not None:
            lines += _lines(token)
        elif token.type == "inline" and tag in LEVELS:
            yield from _split(_heading(LEVELS[tag], token, numerals))
        elif token.type == "inline":
            yield from _split(_paragraph(TITLE if tag == "h1" else BODY, token))


def _paragraph(style: str, token: Token) -> Block:
    match = _VALUE.fullmatch(token.content.strip())
    if match and match.group(1) == _TABLE:
        return Block(TABLE, table=json.loads(bytes.fromhex(match.group(2))))
    if style == TITLE:
        return Block(TITLE, (Run(_title(token.content)),))
    return Block(style, _merged(_one_line(token)))


def _heading(level: int, token: Token, numerals: Numerals) -> Block:
    """A heading with its numeral, on a line of its own or, where a part is marked, run into the text behind it."""
    runs = _one_line(token)
    text = "".join(run.text for run in runs)
    if token.content.endswith(UNNUMBERED):  # the wording's own: in a value it is text
        numeral, runs = "", _without_end(runs, len(UNNUMBERED))
    else:
        numeral = numerals.of(level, text)
    if runs and _begins_marked(token):
        runs[0] = Run(numeral + runs[0].text, FACES[level])
        return Block(BODY, _merged(runs))
    return Block(BODY if is_sentence(text) else HEADINGS[level], _merged([Run(numeral), *runs]))


def _begins_marked(token: Token) -> bool:
    first = next((child for child in token.children or () if child.content or child.type != "text"), None)
    return first is not None and first.type == "strong_open"


def _without_end(runs: list[Run], length: int) -> list[Run]:
    """The runs without the last `length` characters, and the white space before them."""
    last = Run(runs[-1].text[:-length].rstrip(), runs[-1].face)
    return [*runs[:-1], last]


def _one_line(token: Token) -> list[Run]:
    lines = _lines(token)
    runs = lines[0]
    for line in lines[1:]:
        # A line end in the wording joins Chinese text without a space and Latin words with one.
        latin = runs and line and runs[-1].text[-1:].isascii() and line[0].text[:1].isascii()
        runs += [Run(" "), *line] if latin and runs[-1].text[-1:].isalnum() else line
    return runs


def _split(block: Block) -> Iterator[Block]:
    """The block, or where it is body text whose values have line ends, a paragraph of body text for each line."""
    if block.style != BODY or "\n" not in block.text:
        yield block
        return
    lines: list[list[Run]] = [[]]
    for run in block.runs:
        first, *others = run.text.split("\n")
        lines[-1].append(Run(first, run.face))
        lines += [[Run(other, run.face)] for other in others]
    yield from (Block(BODY, _merged(line)) for line in lines if "".join(run.text for run in line).strip())


def _title(content: str) -> str:
    """The title with a line end where it is written as a value, and where its phrases fill a line."""
    lines: list[list[str]] = [[]]
    for phrase in content.split(TITLE_BREAK):
        first, *others = _plain(phrase).split("\n")
        lines[-1].append(first)
        lines += [[other] for other in others]
    return "\n".join(line for phrases in lines for line in title_lines([phrase for phrase in phrases if phrase]))


def _lines(token: Token) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    strong = False
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):  # hard: two spaces that nobody sees end the line
            lines.append([])
        elif child.type in ("strong_open", "strong_close"):
            strong = child.type == "strong_open"
        elif child.type in ("em_open", "em_close"):  # a lone asterisk is text: only headings are marked
            lines[-1].append(Run(child.markup))
        elif child.content:
            face = _heading_face(_plain(child.content)) if strong and not lines[-1] else PLAIN
            lines[-1] += [run for run in _decode(child.content, face) if run.text]
    return lines


def _heading_face(text: str) -> str:
    """The face of a run-in heading: GB/T 9704-2012, 7.3.3 has 黑体 for 一、, 楷体 for （一）, 仿宋 below.

    第一条 of a regulation is set as 一、 is.
    """
    if _FIRST_LEVEL.match(text):
        return HEITI
    return KAITI if _SECOND_LEVEL.match(text) else PLAIN


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].face == run.face:
            merged[-1] = Run(merged[-1].text + run.text, run.face)
        else:
            merged.append(run)
    return tuple(merged)


def _container(token: Token, lines: list[list[Run]]) -> Iterator[Block]:
    with blaming(token.meta["place"]):
        name, _, options = token.info.strip().partition(" ")
        merged = [_merged(line) for line in lines]
        if name == PAGE_BREAK:
            yield Block(PAGE_BREAK)
        elif name == WRITING_LINES:
            yield Block(WRITING_LINES, lines=_writing_lines("".join(run.text for line in lines for run in line)))
        elif name == SIGNATURE_BLOCK:
            yield from _signature(merged, sealed=_plain(options).strip() == "盖章")
        elif name == LETTERHEAD:
            yield from letterhead(merged)
        elif name == IMPRINT:
            yield from imprint(merged)
        else:
            yield from (Block(name, line) for line in merged)


def _writing_lines(text: str) -> int:
    if not text.strip().isdecimal() or int(text) > MAX_WRITING_LINES:
        raise TemplateRuntimeError(f"“::: 书写格”里只写行数（不超过{MAX_WRITING_LINES}），不能是“{text}”")
    return int(text)


def _signature(lines: list[tuple[Run, ...]], *, sealed: bool) -> Iterator[Block]:
    if not lines:
        raise TemplateRuntimeError("“::: 落款”里没有内容：最后一行写日期，前面各行写署名")
    *signatures, date = lines
    yield from signature_blocks(signatures, date, sealed=sealed)
