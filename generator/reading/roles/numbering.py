"""The numeral that a paragraph begins with, and the level of heading it tells (GB/T 9704-2012, 7.3.3)."""

import re
from dataclasses import dataclass

_CHINESE = "〇零一二三四五六七八九十百"
_LEVELS = (
    (1, re.compile(rf"第[{_CHINESE}\d]{{1,4}}[编章](?![{_CHINESE}])|第[{_CHINESE}\d]{{1,3}}部分")),
    (1, re.compile(rf"[{_CHINESE}]{{1,4}}[、．.，,]")),
    (2, re.compile(rf"[（(][{_CHINESE}]{{1,4}}[）)]")),
    (2, re.compile(rf"第[{_CHINESE}\d]{{1,3}}(?:节|阶段|步|类|批|期|环节)")),
    (3, re.compile(r"[0-9]{1,3}[^\S\n]*(?:[．、]|\.(?![0-9]))")),
    (4, re.compile(r"[（(][0-9]{1,3}[）)]")),
)
_ARTICLE = re.compile(rf"第[{_CHINESE}\d]{{1,4}}条(?:之[{_CHINESE}])?(?:[\s　：:]|(?=[^\s款项的规]))")
_PLAIN = r"[^。，；：,;:！？!?《》0-9\n]"
_RUN_IN = re.compile(rf"(?:{_PLAIN}{{2,22}}|{_PLAIN}{{2,9}}，{_PLAIN}{{2,9}})。(?=\S)")
LONGEST_HEADING = 60


@dataclass(frozen=True)
class Numeral:
    """The numeral's level, from 1, and where the text behind it begins."""

    level: int
    end: int


def numeral_of(text: str, *, chapters: bool = False) -> Numeral | None:
    """The numeral at the beginning of a paragraph; None where there is none.

    An article (第一条) is of the first level, or where the document has `chapters` of the second.
    """
    if match := _ARTICLE.match(text):
        return Numeral(2 if chapters else 1, match.end())
    for level, pattern in _LEVELS:
        if match := pattern.match(text):
            return Numeral(level, match.end())
    return None


def is_chapter(text: str) -> bool:
    """Whether the paragraph begins a chapter or part (第一章)."""
    return bool(_LEVELS[0][1].match(text))


def is_division(text: str) -> bool:
    """Whether the paragraph begins a chapter, section or stage, which are never lines of a list."""
    return text.startswith("第") and any(pattern.match(text) for _, pattern in _LEVELS)


def run_in_length(text: str, numeral: Numeral | None) -> int:
    """How many characters at the beginning are a heading with its text behind it: （一）网上申报。申报人员登录….

    For formats that cannot say the typeface. Only short first sentences of the first two levels are taken for headings.
    """
    if numeral is None or numeral.level > 2 or _ARTICLE.match(text):
        return 0
    match = _RUN_IN.match(text, numeral.end)
    return match.end() if match else 0
