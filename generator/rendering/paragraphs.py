"""The tokens of a wording become blocks: paragraphs, headings with their numerals, titles in lines, containers.

`Blocks.looked_at` are the numbers of the values whose text decides how the blocks are laid out: those of a title, a
heading, a signature, a letterhead … What all other values say changes nothing but the text itself, as long as it is one
line.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from jinja2 import TemplateRuntimeError
from markdown_it.token import Token

from generator.rendering import printed
from generator.rendering.blocks import HEITI, KAITI, PLAIN, RULED, Block, Run
from generator.rendering.containers import PAGE_BREAK, SIGNATURE_BLOCK, WRITING_LINES
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
_LAID_OUT = (SIGNATURE_BLOCK, LETTERHEAD, IMPRINT, WRITING_LINES)
"""Containers that look at their text: how wide it is, and what it begins with."""

_FIRST_LEVEL = re.compile(r"[一二三四五六七八九十]+、|第[一二三四五六七八九十百]+[章条]")
_SECOND_LEVEL = re.compile(r"（[一二三四五六七八九十]+）")


class Blocks:
    """Makes the blocks of one text; `values` are what the marks in it stand for."""

    def __init__(self, values: Sequence[Any]):
        self.values = values
        self.looked_at: set[int] = set()

    def of(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks, in order. Raises TemplateRuntimeError, or TemplateError naming the place of a container."""
        container: Token | None = None
        lines: list[list[Run]] = []
        numerals = Numerals()
        tag = ""
        for token in tokens:
            if token.type.startswith("container_"):
                if token.nesting == 1:
                    container, lines = token, []
                else:
                    yield from self._container(container, lines)
                    container = None
            elif token.type in ("heading_open", "paragraph_open"):
                tag = token.tag
            elif token.type == "inline" and container is not None:
                if container.info.split()[0] in _LAID_OUT:
                    self._look_at(token.content)
                lines += self._lines(token)
            elif token.type == "inline" and tag in LEVELS:
                yield from _split(self._heading(LEVELS[tag], token, numerals))
            elif token.type == "inline":
                yield from _split(self._paragraph(TITLE if tag == "h1" else BODY, token))

    def _look_at(self, text: str) -> None:
        self.looked_at.update(printed.numbers(text))

    def _paragraph(self, style: str, token: Token) -> Block:
        match = printed.HOLE.fullmatch(token.content.strip())
        if match and match[1] == printed.TABLE:
            self._look_at(token.content)
            return Block(TABLE, table=self.values[int(match[2])])
        if style == TITLE:
            return Block(TITLE, (Run(self._title(token.content)),))
        return Block(style, _merged(self._one_line(token)))

    def _heading(self, level: int, token: Token, numerals: Numerals) -> Block:
        """A heading with its numeral, on a line of its own or, where a part is marked, run into the text behind it."""
        self._look_at(token.content)
        runs = self._one_line(token)
        text = "".join(run.text for run in runs)
        if token.content.endswith(UNNUMBERED):  # the wording's own: in a value it is text
            numeral, runs = "", _without_end(runs, len(UNNUMBERED))
        else:
            numeral = numerals.of(level, text)
        if runs and _begins_marked(token):
            runs[0] = Run(numeral + runs[0].text, FACES[level])
            return Block(BODY, _merged(runs))
        return Block(BODY if is_sentence(text) else HEADINGS[level], _merged([Run(numeral), *runs]))

    def _title(self, content: str) -> str:
        """The title with a line end where it is written as a value, and where its phrases fill a line."""
        self._look_at(content)
        lines: list[list[str]] = [[]]
        for phrase in content.split(TITLE_BREAK):
            first, *others = self._plain(phrase).split("\n")
            lines[-1].append(first)
            lines += [[other] for other in others]
        return "\n".join(line for phrases in lines for line in title_lines([phrase for phrase in phrases if phrase]))

    def _one_line(self, token: Token) -> list[Run]:
        lines = self._lines(token)
        runs = lines[0]
        if len(lines) > 1:
            self._look_at(token.content)
        for line in lines[1:]:
            # A line end in the wording joins Chinese text without a space and Latin words with one.
            latin = runs and line and runs[-1].text[-1:].isascii() and line[0].text[:1].isascii()
            runs += [Run(" "), *line] if latin and runs[-1].text[-1:].isalnum() else line
        return runs

    def _lines(self, token: Token) -> list[list[Run]]:
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
                face = self._heading_face(child.content) if strong and not lines[-1] else PLAIN
                lines[-1] += [run for run in self._decoded(child.content, face) if run.text]
        return lines

    def _heading_face(self, content: str) -> str:
        """The face of a run-in heading: GB/T 9704-2012, 7.3.3 has 黑体 for 一、, 楷体 for （一）, 仿宋 below.

        第一条 of a regulation is set as 一、 is.
        """
        self._look_at(content)
        text = self._plain(content)
        if _FIRST_LEVEL.match(text):
            return HEITI
        return KAITI if _SECOND_LEVEL.match(text) else PLAIN

    def _plain(self, text: str) -> str:
        return "".join(run.text for run in self._decoded(text, PLAIN))

    def _decoded(self, text: str, face: str) -> Iterator[Run]:
        position = 0
        for match in printed.HOLE.finditer(text):
            yield Run(printed.fixed(text[position : match.start()]), face)
            kind, number = match.groups()
            if kind == printed.TABLE:
                raise TemplateRuntimeError("“表格”要单独成段，前后都空一行")
            if kind == printed.TEXT:
                yield Run(printed.text_value(number, self.values), face)
            else:
                yield Run(blank_space(int(number)), RULED if kind == printed.RULE else face)
            position = match.end()
        yield Run(printed.fixed(text[position:]), face)

    def _container(self, token: Token, lines: list[list[Run]]) -> Iterator[Block]:
        with blaming(token.meta["place"]):
            name, _, options = token.info.strip().partition(" ")
            merged = [_merged(line) for line in lines]
            if name == PAGE_BREAK:
                yield Block(PAGE_BREAK)
            elif name == WRITING_LINES:
                yield Block(WRITING_LINES, lines=_writing_lines("".join(run.text for line in lines for run in line)))
            elif name == SIGNATURE_BLOCK:
                self._look_at(options)
                yield from _signature(merged, sealed=self._plain(options).strip() == "盖章")
            elif name == LETTERHEAD:
                yield from letterhead(merged)
            elif name == IMPRINT:
                yield from imprint(merged)
            else:
                yield from (Block(name, line) for line in merged)


def _begins_marked(token: Token) -> bool:
    first = next((child for child in token.children or () if child.content or child.type != "text"), None)
    return first is not None and first.type == "strong_open"


def _without_end(runs: list[Run], length: int) -> list[Run]:
    """The runs without the last `length` characters, and the white space before them."""
    last = Run(runs[-1].text[:-length].rstrip(), runs[-1].face)
    return [*runs[:-1], last]


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


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].face == run.face:
            merged[-1] = Run(merged[-1].text + run.text, run.face)
        else:
            merged.append(run)
    return tuple(merged)


def _writing_lines(text: str) -> int:
    if not text.strip().isdecimal() or int(text) > MAX_WRITING_LINES:
        raise TemplateRuntimeError(f"“::: 书写格”里只写行数（不超过{MAX_WRITING_LINES}），不能是“{text}”")
    return int(text)


def _signature(lines: list[tuple[Run, ...]], *, sealed: bool) -> Iterator[Block]:
    if not lines:
        raise TemplateRuntimeError("“::: 落款”里没有内容：最后一行写日期，前面各行写署名")
    *signatures, date = lines
    yield from signature_blocks(signatures, date, sealed=sealed)
