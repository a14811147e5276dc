"""Marks in a wrong form or a wrong place (GB/T 15834-2011)."""

import re
from collections.abc import Iterator

from generator.lint.pattern import matches, row
from generator.lint.remark import Remark
from generator.lint.source import COVER, GAP, HAN, Source

_FULL = str.maketrans(",;:!?()", "，；：！？（）")
_CHINESE = rf"{HAN}，。、；：！？“”‘’《》〈〉（）〔〕【】"
_NO_OPUS = "会议|活动|大赛|论坛|证书|执照|许可证|资格证|身份证|毕业证|学位证|课题|项目|培训班|课程|奖状|聘书"
_LONGEST = 200  # characters between two marks that are taken for a pair
_NAME = 4  # characters of the longest name or label that a space sets apart
_NEARBY = 16  # characters looked at on either side of a space
_HAN = re.compile(f"[{HAN}]")
_NUMERAL = re.compile(r"[ \t\u3000#*]*[一二三四五六七八九十百]{1,4}")
_WORD_BEFORE = re.compile(rf"[{HAN}\dA-Za-z]*$")
_WORD_BEHIND = re.compile(rf"[{HAN}]*")
_ORGAN = re.compile("[厅局部委会院办室府司处校社]$")
_ORGAN_AHEAD = re.compile(rf"[{HAN}]{{2,20}}?(?:厅|局|部|委|会|院|办公室|政府)")
_NUMBERED = re.compile(r"(?:第[一二三四五六七八九十百零〇\d]{1,6}[编章节条款]|[图表件]\d{1,3})$")


def punctuation(source: Source) -> Iterator[Remark]:
    """Half-width and doubled marks, straight quotes, dashes and ellipses, needless marks and spaces."""
    return matches(source, _ROWS)


def _full_width(match: re.Match) -> str:
    return match.group().translate(_FULL)


def _full_brackets(match: re.Match) -> str | None:
    """（…） where a half-width bracket stands round or beside Chinese; None for （…） and for (a+b)."""
    text = match.group()
    if text[0] + text[-1] == "（）":
        return None
    mixed = (text[0] == "（") != (text[-1] == "）")
    return f"（{text[1:-1]}）" if mixed or _HAN.search(text) else None


def _full_stop(match: re.Match) -> str | None:
    """。 for a half-width stop behind Chinese; None behind a heading's numeral, which numbering.py looks at."""
    begin = match.string.rfind("\n", 0, match.start()) + 1
    return None if _NUMERAL.fullmatch(match.string, max(begin, match.start() - 6), match.end() - 1) else "。"


def _quotation_marks(match: re.Match) -> str | None:
    """“…” for straight or corner marks; None for one alone, and where there is no Chinese."""
    text = match.group()
    chinese = _HAN.search(text) or (text[0] == '"' and _HAN.search(_beside(match)))
    return f"“{text[1:-1]}”" if chinese and len(text) > 1 else None


def _lone_mark(match: re.Match) -> str | None:
    """A straight mark beside Chinese that has no partner in its paragraph."""
    return "“或”" if len(match.group()) == 1 and _HAN.search(_beside(match)) else None


def _beside(match: re.Match) -> str:
    return match.string[max(0, match.start() - 1) : match.start()] + match.string[match.end() : match.end() + 1]


def _dash(match: re.Match) -> str | None:
    """—— beside Chinese text; None for rules and between other characters."""
    return "——" if re.search(f"[{_CHINESE}]", _beside(match)) else None


def _one_mark(match: re.Match) -> str | None:
    """What doubled marks may become; None for 。。。, a mistyped ellipsis."""
    marks = "或".join(dict.fromkeys(match.group()))
    return None if len(match.group()) > 2 and marks == "。" else marks


def _without_space(match: re.Match) -> str | None:
    """The text without its space; None where the space sets apart names, labels, organs or a number at the edge."""
    text, (start, end) = match.string, match.span("gap")
    left = _WORD_BEFORE.search(text, max(0, start - _NEARBY), start).group()
    right = _WORD_BEHIND.match(text, end, end + _NEARBY).group()
    labels = right and not left[-1].isascii() and max(len(left), len(right)) <= _NAME
    organs = right and _ORGAN.search(left) and _ORGAN_AHEAD.match(text, end)
    listed = left.isdigit() and len(left) < 3 and text[start - len(left) - 1 : start - len(left)] in ("", "\n")
    blank = text[start - 1] + text[end] in ("年月", "月日")  # 2021年7月 日
    return None if labels or organs or listed or blank or _NUMBERED.search(left) else text[start - 1] + text[end]


_STRAIGHT = rf'"[^"\n]{{0,{_LONGEST}}}"|"'
# What announces a list in the same sentence; a colon within brackets or in a time of day is another matter.
_ANNOUNCED = r"(?:如下|下列|以下|包括|分别[是为])[^：。；！？（）\n]{0,12}："
_ROWS = (
    row("PUNC-04", "》、《|”、“", lambda match: match.group().replace("、", ""), once=True),
    row(
        "PUNC-07",
        rf"[{_CHINESE}][,;:!?](?![,;:!?])|[\d%A-Za-z){COVER}][,;:!?](?=[ \t]?[{HAN}《“])",
        _full_width,
        once=True,
    ),
    row(
        "PUNC-07",
        rf"[{HAN}）》”]\.(?=[ \t]*(?:$|[{HAN}“《（]))",
        _full_stop,
        once=True,
        remedy="请改为“。”；人名中间的改为“·”",
    ),
    row("PUNC-07", rf"[(（][^()（）\n]{{0,{_LONGEST}}}[)）]", _full_brackets, once=True),
    row("PUNC-07", rf"^{GAP}\(\d{{1,2}}\)(?={GAP}[{HAN}《“])", _full_width),
    row("PUNC-08", _STRAIGHT, _quotation_marks, layer="plain"),
    row("PUNC-08", _STRAIGHT, _lone_mark, layer="plain", remedy="请改为“或”，并补上另一半"),
    row(
        "PUNC-08",
        rf"'[^'\n]{{1,{_LONGEST}}}'|「[^「」\n]{{0,{_LONGEST}}}」|『[^『』\n]{{0,{_LONGEST}}}』",
        _quotation_marks,
        layer="plain",
    ),
    row("PUNC-09", r"(?<![-\d])-{2,3}(?![-\d>])|－－", _dash),
    row("PUNC-09", rf"(?<=[{_CHINESE}])(?:\.{{3,6}}(?![.\d])|。{{3,}}|．{{3,}}|·{{3,}})|(?<!…)…(?!…)", "……"),
    row("PUNC-09", r"……等", "……", remedy="省略号和“等”只留一个"),
    row("PUNC-11", rf"《[^《》\n]{{1,30}}(?:{_NO_OPUS})》", lambda match: f"“{match.group()[1:-1]}”", layer="plain"),
    row(
        "PUNC-12",
        "(?<![一二十])[二三四五六七八九]·[一二三四五六七八九十]{1,3}(?=”?(?:运动|事变|惨案|起义|讲话|国际|劳动节))",
        lambda match: match.group().replace("·", ""),
        layer="plain",
    ),
    row("PUNC-12", r"(?<!\d)315(?=”?(?:消费者|晚会))", "3·15", layer="plain"),
    row("PUNC-13", r"^[图表]\d{1,3}[ \t\u3000：:]+[^\n。，；]{1,25}。$", lambda match: match.group()[:-1]),
    row("PUNC-16", "、等(?![等级次额值候待同于比距离效价量号身位])", "等"),
    row(
        "PUNC-18",
        "[，。、；：]{2,}|[！？][，。、；：]|[，。、；：][！？]|[！？]{4,}",
        _one_mark,
        remedy="请只留一个标点",
    ),
    row("PUNC-18", "。”。", "。”", layer="plain", remedy="引号里外只留一个句号"),
    row(
        "PUNC-18",
        rf"{_ANNOUNCED}(?:[^：。；！？（）\n]|（[^（）\n]{{0,80}}）){{1,{_LONGEST}}}+(?:：(?!\d)|(?<!\d)：)",
        "一句只用一个冒号",
        layer="prose",
        level="hint",
        remedy="请另起一段，或把后一个冒号改为逗号、“是”",
    ),
    row(
        "PUNC-20",
        rf"(?:[{HAN}](?= +[{HAN}\dA-Za-z])|[\dA-Za-z](?= +[{HAN}]))(?P<gap> +)(?=(?P<beyond>.))",
        _without_space,
        layer="prose",
        once=True,
    ),
    row("TXT-01", r"特此(?:通知|公告|通报|函告|函复)[！!]", lambda match: match.group()[:-1] + "。"),
    row(
        "TXT-01",
        rf"^{GAP}(?:此致(?:敬礼)?|敬礼)[！!]?$",
        "特此通知。",
        remedy="公文不写“此致敬礼”，请改为“特此通知。”等收束语，或者删去",
    ),
)
