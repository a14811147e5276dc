"""The merge fields of one part of a Word file, and «姓名» typed in its text: each gives way to a tag.

The tag stands in the run that showed the field's result, and so looks like it.
"""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.rendering.docx_merge_field import MERGEFIELD, UNSUPPORTED, Instruction, NameReader, Unfilled

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _RUN, _LOOK, _TEXT = f"{_W}p", f"{_W}r", f"{_W}rPr", f"{_W}t"
_CHAR, _KIND, _INSTRUCTION = f"{_W}fldChar", f"{_W}fldCharType", f"{_W}instrText"
_SIMPLE = f"{_W}fldSimple"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPED = re.compile(r"«\s*([^«»]{1,60}?)\s*»")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WITH_CONDITION = '请删去这个域，改写成标签，例如 {% if 申报人.性别 == "男" %}先生{% else %}女士{% endif %}'
_WHOLE = "请在 Word 里删去它，重新插入"

Fault = tuple[int, str, str]
"""The number of a paragraph (from 1, in document order), what is wrong there, and what to do."""


def replace_fields(part: etree._Element, read: NameReader) -> tuple[bool, list[Fault]]:
    """Puts tags in place of the fields; whether there were any, and those that cannot be filled.

    Uighur is quoted in « » too: what is typed there is a field only where it holds Chinese characters, or is a name
    that `read` knows.
    """
    work = _Part(part, read)
    work.unwrap_simple()
    work.replace_fields()
    work.replace_typed()
    return work.found, sorted(dict.fromkeys(work.faults))


@dataclass
class _Open:
    """A field whose end has not come yet."""

    nodes: list[etree._Element] = field(default_factory=list)
    instruction: str = ""
    has_result: bool = False
    result: etree._Element | None = None
    """The first text of the result."""
    holds_merge: bool = False
    """Whether a merge field is part of the instruction."""


class _Part:
    def __init__(self, part: etree._Element, read: NameReader):
        self._part, self._read = part, read
        self._numbers = {paragraph: number for number, paragraph in enumerate(part.iter(_PARAGRAPH), start=1)}
        self.found = False
        self.faults: list[Fault] = []

    def unwrap_simple(self) -> None:
        """Writes the fields of one element (fldSimple) as others are written: begin, instruction, result, end."""
        for simple in list(self._part.iter(_SIMPLE)):
            instruction = simple.get(f"{_W}instr", "")
            if Instruction.of(instruction).kind not in (MERGEFIELD, *UNSUPPORTED):
                continue
            look = simple.find(f".//{_LOOK}")
            text = etree.Element(_INSTRUCTION)
            text.text = instruction
            runs = [_run(look, _mark("begin")), _run(look, text), _run(look, _mark("separate"))]
            for run in [*runs, *simple, _run(look, _mark("end"))]:
                simple.addprevious(run)
            simple.getparent().remove(simple)

    def replace_fields(self) -> None:
        deleted = set(self._part.iterfind(f".//{_W}del//{_RUN}")) | set(self._part.iterfind(f".//{_W}moveFrom//{_RUN}"))
        open_fields: list[_Open] = []
        for run in [run for run in self._part.iter(_RUN) if run not in deleted]:
            for node in [node for node in run if node.tag != _LOOK]:
                self._take(node, open_fields)
        for one in open_fields:
            if Instruction.of(one.instruction).kind in (MERGEFIELD, *UNSUPPORTED) or one.holds_merge:
                self._blame(one.nodes[0], "这里有一个没有结束的域", _WHOLE)

    def _take(self, node: etree._Element, open_fields: list[_Open]) -> None:
        mark = node.get(_KIND) if node.tag == _CHAR else None
        if mark == "begin":
            open_fields.append(_Open())
        for one in open_fields:
            one.nodes.append(node)
        if not open_fields:
            return
        innermost = open_fields[-1]
        if mark == "separate":
            innermost.has_result = True
        elif mark == "end":
            self._close(open_fields.pop(), open_fields)
        elif node.tag == _INSTRUCTION and not innermost.has_result:
            innermost.instruction += node.text or ""
        elif node.tag == _TEXT and innermost.has_result and innermost.result is None:
            innermost.result = node

    def _close(self, done: _Open, around: list[_Open]) -> None:
        instruction = Instruction.of(done.instruction)
        holder = next((one for one in reversed(around) if not one.has_result), None)
        if instruction.kind in UNSUPPORTED:
            why, remedy = UNSUPPORTED[instruction.kind]
            self._blame(done.nodes[0], f"不支持“{instruction.kind}”域：{why}", remedy)
        elif done.holds_merge:
            self._blame(done.nodes[0], f"“{instruction.kind}”域里有合并域，不能照它的条件或算式印", _WITH_CONDITION)
        elif instruction.kind == MERGEFIELD and holder:
            holder.holds_merge = True
        elif instruction.kind == MERGEFIELD:
            self._replace(done, instruction)

    def _replace(self, done: _Open, instruction: Instruction) -> None:
        first, last = done.nodes[0], done.nodes[-1]
        if _paragraph(first) is not _paragraph(last):
            self._blame(first, f"合并域“{instruction.name}”跨了段", _WHOLE)
            return
        text = etree.Element(_TEXT, {_SPACE: "preserve"})
        try:
            text.text = instruction.tag(self._read)
        except Unfilled as reason:
            self._blame(first, reason.message, reason.remedy)
            return
        (first if done.result is None else done.result).addprevious(text)
        for node in done.nodes:
            _remove(node)
        self.found = True

    def replace_typed(self) -> None:
        """The same for names typed in « », however Word has split them."""
        for paragraph in self._numbers:
            nodes = [node for node in paragraph.iter(_TEXT) if _paragraph(node) is paragraph]
            text = "".join(node.text or "" for node in nodes)
            for match in reversed(list(_TYPED.finditer(text))):
                try:
                    tag = Instruction(MERGEFIELD, match[1]).tag(self._read)
                except Unfilled as reason:
                    if _HAN.search(match[1]):
                        self._blame(paragraph, reason.message, reason.remedy)
                    continue
                _write_over(nodes, *match.span(), tag)
                self.found = True

    def _blame(self, node: etree._Element, message: str, remedy: str) -> None:
        self.faults.append((self._numbers[_paragraph(node)], message, remedy))


def _mark(kind: str) -> etree._Element:
    return etree.Element(_CHAR, {_KIND: kind})


def _run(look: etree._Element | None, content: etree._Element) -> etree._Element:
    run = etree.Element(_RUN)
    if look is not None:
        run.append(copy.deepcopy(look))
    run.append(content)
    return run


def _paragraph(node: etree._Element) -> etree._Element | None:
    return node if node.tag == _PARAGRAPH else next(node.iterancestors(_PARAGRAPH), None)


def _remove(node: etree._Element) -> None:
    """Takes the node out of its run, and the run out where nothing else is in it."""
    run = node.getparent()
    if run is None:  # went with a field inside this one
        return
    run.remove(node)
    if all(child.tag == _LOOK for child in run) and run.getparent() is not None:
        run.getparent().remove(run)


def _write_over(nodes: list[etree._Element], start: int, end: int, text: str) -> None:
    """Puts `text` in place of the characters from `start` to `end` of what the nodes say together."""
    for node, first in zip(nodes, list(_beginnings(nodes)), strict=True):
        old = node.text or ""
        left, right = max(start - first, 0), end - first
        if left >= len(old) or right <= 0:
            continue
        node.text = old[:left] + (text if start >= first else "") + old[max(right, 0) :]
        node.set(_SPACE, "preserve")


def _beginnings(nodes: list[etree._Element]) -> Iterator[int]:
    at = 0
    for node in nodes:
        yield at
        at += len(node.text or "")
