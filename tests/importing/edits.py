"""Random edits such as clerks, converters and accidents make in a text."""

import random
from collections.abc import Callable

_PIECES = [
    *(
        "。",
        "，",
        "：",
        "“",
        "》",
        "（",
        "(",
        "*",
        "**",
        "__",
        "\\*",
        "#",
        "## ",
        "- ",
        "| a | b |",
        "|---|---|",
        "---",
        "`a`",
    ),
    *(
        "{{",
        "}}",
        "{%",
        "{#",
        "<b>",
        "&amp;",
        "<http://a.cn>",
        "$x$",
        "｜",
        "::: 落款",
        "'",
        '"',
        "\t",
        "\f",
        "　",
        "\xa0",
    ),
    *("\x00", "\x07", "\u200b", "\ufeff", "\u2028", "😀", "㐂", "𠮷", "\uf0fe", "附件", "附件1", "附件：1.甲", "2.乙"),
    *(
        "抄送：甲局",
        "某某办公室 2024年9月5日印发",
        "2024年9月4日",
        "2024年×月×日",
        "某某局",
        "一、",
        "（一）",
        "1.",
        "第一条 甲",
    ),
    *(
        "— 3 —",
        "第3页",
        "3",
        "主题词：甲",
        "关于开展2023年度评审的通知",
        "各单位：",
        "C:\\*.jpg",
        "联系人：张三",
        "13000000000",
    ),
    *("5个工作日", "380元", "2024年9月5日至9月30日", "新人社发〔2024〕5号", "ＡＢ１２"),
]
_HALF_WIDTH = str.maketrans("，。：；（）", ",.:;()")


def edited(text: str, random: random.Random) -> str:
    """The text after some random edits."""
    lines = text.split("\n")
    for _ in range(random.randint(1, 20)):
        at = random.randrange(len(lines))
        lines[at : at + 1] = random.choice(_EDITS)(lines[at], random)
        lines = lines or [""]
    joined = "\n".join(lines)
    return joined.replace("\n", "\r\n") if random.random() < 0.2 else joined


def _with_piece(line: str, random: random.Random) -> list[str]:
    place = random.randint(0, len(line))
    return [line[:place] + random.choice(_PIECES) + line[place:]]


def _broken(line: str, random: random.Random) -> list[str]:
    place = random.randint(0, len(line))
    return [line[:place], line[place:]]


_EDITS: list[Callable[[str, random.Random], list[str]]] = [
    lambda line, random: [],
    lambda line, random: [line] * random.randint(2, 6),
    lambda line, random: [line, random.choice(_PIECES)],
    lambda line, random: [line.translate(_HALF_WIDTH)],
    lambda line, random: [line * random.randint(2, 20)],
    lambda line, random: [" " * random.randint(1, 40) + line],
    _with_piece,
    _with_piece,
    _broken,
]
