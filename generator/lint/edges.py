"""The edges of paragraphs: marks that stand where none may (GB/T 15834-2011, 5.1), and spaces typed as an indent."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.lint.pattern import remark
from generator.lint.remark import Remark
from generator.lint.source import HAN, Line, Source

_NOT_FIRST = re.compile(r"[，。、；：！？）》〉”〕】」』]|’(?!\d{2}年)")  # ’24年 is another matter
_NOT_LAST = ("（", "《", "〈", "“", "‘", "〔", "【", "「", "『")
_BROKEN = ("—", "…")
_TOGETHER = "请与上一段连起来，或移到上一行末尾"
_WITH_NEXT = "请与下一段连起来，或移到下一行开头"
# A few ASCII spaces are how the lines of a list or between tags are set off.
_INDENT = re.compile(rf"^(?: {{0,9}}[\u3000\t][ \u3000\t]{{0,40}}(?=[{HAN}\d《“（(])| {{4,40}}(?=[{HAN}《“（]))", re.M)


def edges(source: Source) -> Iterator[Remark]:
    """Paragraphs that begin with a closing mark or end with an opening one, and those that spaces indent."""
    for line in source.lines:
        yield from _ends(source, line)
    for line, after in pairwise(source.lines):
        yield from _broken(source, line, after)
    yield from _indents(source)


def _ends(source: Source, line: Line) -> Iterator[Remark]:
    text = line.text.rstrip()
    if _NOT_FIRST.match(text):
        yield remark(source, "PUNC-17", line.start, line.start + 1, "不在行首的标点", remedy=_TOGETHER)
    if text.endswith(_NOT_LAST):
        end = line.start + len(text)
        yield remark(source, "PUNC-17", end - 1, end, "不在行末的标点", remedy=_WITH_NEXT)


def _broken(source: Source, line: Line, after: Line) -> Iterator[Remark]:
    """—— or …… with one half on this line and the other on the next."""
    text = line.text.rstrip()
    for half in _BROKEN:
        if text.endswith(half) and not text.endswith(half * 2) and after.text.startswith(half):
            end = line.start + len(text)
            yield remark(source, "PUNC-17", end - 1, end, half * 2, remedy=_WITH_NEXT)


def _indents(source: Source) -> Iterator[Remark]:
    """The first paragraph that spaces indent, with how many there are: who types one types them all."""
    found = list(_INDENT.finditer(source.prose))
    if found:
        remedy = f"请删去段首的空格，排版时自动空二字；全文共有{len(found)}处，请一并删去"
        yield remark(source, "TXT-03", *found[0].span(), "不打空格", remedy=remedy)
