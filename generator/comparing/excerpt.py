"""Two long texts cut down to where they differ, as a clerk would quote them: ……逾期不予受理。"""

import re
from difflib import SequenceMatcher

_ELLIPSIS = "……"
_LONG = 50  # characters; shorter texts are read faster than they are cut
_AROUND = 10  # characters left on either side of a difference
_CHANCE = 3  # characters in common that two different passages may have by chance
_ALIKE = 0.3
"""Below this share of common text nothing is gained by cutting."""
_LINE_END = re.compile(r"\s*\n\s*")


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Both texts on one line each, without the long stretches that they have in common."""
    old, new = (_LINE_END.sub("　", text.strip()) for text in (old, new))
    if not old or not new or max(len(old), len(new)) <= _LONG:
        return old, new
    same = _common(old, new)
    if sum(length for _, _, length in same) < _ALIKE * max(len(old), len(new)):
        return old, new
    return (
        _cut(old, [(first, first + length) for first, _, length in same]),
        _cut(new, [(start, start + length) for _, start, length in same]),
    )


def _common(old: str, new: str) -> list[tuple[int, int, int]]:
    """The stretches in both texts: where in the old one, where in the new one, how long."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    ends = (len(old), len(new))
    return [
        (first, start, length)
        for first, start, length in blocks
        if length > _CHANCE or length and (0 in (first, start) or (first + length, start + length) == ends)
    ]


def _cut(text: str, same: list[tuple[int, int]]) -> str:
    """The text without the middle of each stretch, or without its outer part at the text's ends."""
    pieces, end = [], 0
    for first, last in same:
        left, right = first + _AROUND if first else first, last - _AROUND if last < len(text) else last
        if right - left > len(_ELLIPSIS) * 2:
            pieces += [text[end:left], _ELLIPSIS]
            end = right
    return "".join([*pieces, text[end:]])
