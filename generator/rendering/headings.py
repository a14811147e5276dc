"""Headings number themselves: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3), unless the wording gives a numeral.

A given numeral stays as it is written, and what follows counts on from it. A heading that ends in ` {-}` (pandoc's
mark) has none.
"""

import re

from jinja2 import TemplateRuntimeError

from generator.rendering.blocks import HEITI, KAITI, PLAIN
from generator.text import chinese_number, chinese_numeral

FACES = {1: HEITI, 2: KAITI, 3: PLAIN, 4: PLAIN}
"""The typeface of a heading of each level: 黑体, 楷体, and the text's own below (GB/T 9704-2012, 7.3.3)."""

UNNUMBERED = "{-}"
_CHINESE = "[〇零一二三四五六七八九十]+"
_GIVEN = {
    1: re.compile(rf"({_CHINESE})、"),
    2: re.compile(rf"[（(]({_CHINESE})[）)]"),
    3: re.compile(r"(\d+)\s*(?:[.．、]|$)(?!\d)"),
    4: re.compile(r"[（(](\d+)[）)]"),
}
_NAMED = re.compile(r"第(?:[〇零一二三四五六七八九十百]+|\d+)[编章节条款项步部阶批类]|[①-⑳]|附件")
_CLOSING = "”’）)"
_SENTENCE_END = ("。", "；", "：", "！", "？", ";", ":", "!", "?")


class Numerals:
    """Counts the headings of one document."""

    def __init__(self) -> None:
        self._counts = dict.fromkeys(_GIVEN, 0)

    def of(self, level: int, text: str) -> str:
        """The numeral to print before the heading `text`; empty where it has one."""
        if _NAMED.match(text):
            self._set(level, self._counts[level])  # what stands below it counts from one again
            return ""
        for given, pattern in _GIVEN.items():
            if match := pattern.match(text):
                self._set(given, chinese_number(match[1]) if given < 3 else int(match[1]))
                return ""
        self._set(level, self._counts[level] + 1)
        return _numeral(level, self._counts[level])

    def _set(self, level: int, count: int) -> None:
        self._counts = {each: 0 if each > level else have for each, have in self._counts.items()} | {level: count}


def is_sentence(text: str) -> bool:
    """Whether a heading's text is a paragraph that only carries a numeral: headings end without a mark."""
    return text.rstrip(_CLOSING).endswith(_SENTENCE_END)


def _numeral(level: int, count: int) -> str:
    if level < 3 and count > 99:
        raise TemplateRuntimeError("同一级标题超过99个，请分成几部分，或自己写上序号")
    return {
        1: lambda: f"{chinese_numeral(count)}、",
        2: lambda: f"（{chinese_numeral(count)}）",
        3: lambda: f"{count}.",
        4: lambda: f"（{count}）",
    }[level]()
