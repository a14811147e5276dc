"""Recommended forms of words, and words written twice: hints, for only a reader can tell.

What a form rests on: 表 is 《第一批异形词整理表》 (GF 1001-2001), which recommends the first form of each group; 词典
is the usage of 《现代汉语词典》, from memory; 误 is a slip of the input method, which makes no word.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.lint.pattern import remark
from generator.lint.remark import Remark
from generator.lint.source import HAN, Source


class Word(NamedTuple):
    """A pattern that finds a form, the form that is recommended, and on what that rests."""

    pattern: str
    right: str
    basis: str


WORDS = (
    Word("(?<!台风)(?<!部队)登陆(?!舰|艇|战|作战|部队|地点)", "登录", "词典，指进入网站、系统"),
    Word(
        "(?<!时间)(?<!报名)(?<!受理)截止(?=到?(?:目前|(?:19|20)\\d{2}年|今年|本月))",
        "截至",
        "词典，后面跟时间的用“截至”",
    ),
    Word("截至(?=日期|时间|期限)", "截止", "词典，表示到期停止用“截止”"),
    Word("其它", "其他", "词典"),
    Word("身分(?=证|识)", "身份", "表"),
    Word("成份", "成分", "表"),
    Word("部份", "部分", "词典"),
    Word("人材", "人才", "表"),
    Word("参预", "参与", "表"),
    Word("报导(?!致)", "报道", "表"),
    Word("录[相象]", "录像", "表"),
    Word("图象", "图像", "表"),
    Word("影象", "影像", "表"),
    Word("帐(?=[号户本目册单务])", "账", "表"),
    Word("交待", "交代", "表"),
    Word("定阅", "订阅", "表"),
    Word("笔划", "笔画", "表"),
    Word("筹画", "筹划", "表"),
    Word("答覆", "答复", "表"),
    Word("给与", "给予", "表"),
    Word("澈底", "彻底", "表"),
    Word("左证", "佐证", "表"),
    Word("直[接捷]了当", "直截了当", "表"),
    Word("再接再[励砺]", "再接再厉", "表"),
    Word("布署", "部署", "误"),
    Word("按排(?![名序列行号])", "安排", "误"),
    Word("签定", "签订", "词典"),
    Word("座落", "坐落", "词典"),
    Word("制做", "制作", "词典"),
    Word("竟(?=[聘争])", "竞", "误"),
    Word("年令", "年龄", "误"),
    Word("通迅", "通讯", "误"),
    Word("复盖", "覆盖", "词典"),
    Word("百份之", "百分之", "误"),
    Word("疑异", "异议", "误，另有“疑义”，意思不同"),
    Word("证实(?=出版|发表)", "正式", "误"),
    Word("(?<!化学)(?<!不良)反应(?=问题|情况|至|给)", "反映", "词典，把情况告诉有关方面用“反映”"),
    Word("(?<=[名报生考])需知(?![道悉晓])", "须知", "词典"),
    Word("(?<=招聘|征集|招领|遗失)启示", "启事", "词典"),
    Word("(?<![支交应拨给兑托预垫缴])付(?=主任|局长|馆长|院长|书记|教授|科长|处长|组长|研究馆员)", "副", "误"),
)
_BASES = {"表": "《第一批异形词整理表》", "词典": "《现代汉语词典》", "误": "原词像是误写"}
# A character twice, but for the words in which the second begins another word (or ends one: 兢兢业业, 的的确确).
_TWICE = (
    "的的(?!确)|了了(?![解却结然])|和和(?![谐平睦解气美善田静硕县政林顺龙布])|与与(?!会)|及及(?![格时其早])|"
    "在在(?![职岗编册线读校建场外京任籍野内地逃押疆青途])|是是(?![否非])|于于(?![田都洪谦])|由由|或或|被被(?![子告])|"
    "将将(?![来军领士官])|(?<!兢)业业(?![务绩主态余内外界者已经有委户大师协])"
)
# Words that verbs double (研究研究) or that end one word and begin the next (本专业专业技术岗位).
_MAY_DOUBLE = {"专业", "研究", "讨论", "商量", "学习", "考虑", "许多", "很多", "非常", "单位"}
_DOUBLED = re.compile(rf"(?P<word>[{HAN}]{{2,6}})(?P=word)|{_TWICE}")
_KNOWN = tuple((re.compile(word.pattern), word) for word in WORDS)


def _in_full(basis: str) -> str:
    kind, comma, more = basis.partition("，")
    return f"{_BASES[kind]}{comma}{more}"


def words(source: Source) -> Iterator[Remark]:
    """Forms of words for which another is recommended, and characters or words that stand twice."""
    for pattern, word in _KNOWN:
        for match in pattern.finditer(source.prose):
            remedy = f"请核对，宜写“{word.right}”（{_in_full(word.basis)}）"
            yield remark(source, "WORD-01", *match.span(), word.right, remedy=remedy)
    for match in _DOUBLED.finditer(source.prose):
        word = match["word"] or match.group()[0]
        if (
            word not in _MAY_DOUBLE
            and (len(word) == 1 or len(set(word)) > 1)
            and word[0] not in "一二三四五六七八九十数"
        ):
            yield remark(source, "WORD-02", *match.span(), word, remedy="请对照原件核对，是否多写了一遍")
