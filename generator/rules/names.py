"""Names as they are typed: what prints like a name and is another, so that papers and lists do not agree.

A person's name holds Han characters and the middle dot U+00B7 (GB 18030's ·, the one on ID cards), nothing else; one
without any Han character is a foreigner's and left alone but for what cannot be seen.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.finding import Finding
from generator.model.base import UNTIL_NOW
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.unit import Unit
from generator.rules.once import once
from generator.rules.rule import Rule

MIDDLE_DOT = "·"
# As code points: they look alike, and the first turns into U+00B7 wherever a text is normalised.
_OTHER_DOTS = "\u0387\u2022\u30fb\uff65\u2027\u2219\u22c5\u16eb\u25cf.\uff0e\ufe52\u3002\uff61"
_INVISIBLE_LETTERS = "\u3164\u115f\u1160\u2800\uffa0"  # fillers, which Unicode counts among letters and signs
_HAN_NUMERAL_ZERO = "〇"
_SCRIPTS = {
    "LATIN": "拉丁字母",
    "FULLWIDTH LATIN": "全角拉丁字母",
    "CYRILLIC": "西里尔字母",
    "GREEK": "希腊字母",
    "KATAKANA": "日文片假名",
    "KATAKANA-HIRAGANA": "日文片假名",
    "HALFWIDTH KATAKANA": "日文片假名",
    "HIRAGANA": "日文平假名",
    "BOPOMOFO": "注音字母",
    "HANGUL": "朝鲜文字母",
}
_NO_SPACE = "请去掉空格；两个字的姓名也不加空格，文书会自己排齐"
_LOOK_ALIKE_IN_UNITS = {"西里尔字母", "希腊字母", "日文片假名", "日文平假名", "注音字母", "朝鲜文字母"}

_HAN = "[\u4e00-\u9fff\u3400-\u4dbf]+"
_AS_ON_THE_CARD = re.compile(f"{_HAN}(?:{MIDDLE_DOT}{_HAN})*")

INVISIBLE = Rule("name-invisible", "error", "姓名、单位名称中没有看不见的字符")
LOOK_ALIKE = Rule("name-look-alike", "error", "姓名、单位名称中没有与汉字形似的外文字母和部首")
PRIVATE = Rule("name-private-character", "warning", "姓名中没有自造字的编码")
SPACE = Rule("name-space", "warning", "姓名、单位名称中没有空格")
DOT = Rule("name-dot", "warning", "姓名中的间隔号写“·”")
OTHER = Rule("name-other-character", "warning", "姓名中只有汉字和间隔号")
UNIT_NAME = Rule("unit-name-spelling", "warning", "现任岗位的单位与推荐单位是同一单位的，名称写法相同")
WIDTH = Rule("name-width", "hint", "单位名称中的字母、数字用半角，括号用全角")


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """The name without what people type differently: spaces, dots, width, case, compatibility forms, invisible ones."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in plain if not (_is_space(char) or _is_dot(char) or _is_invisible(char)))


def name_findings(case: Case) -> list[Finding]:
    """The names of the applicant, the unit and the people who answer for it."""
    findings: list[Finding] = []
    if case.applicant:
        findings += person_name_findings(case.applicant.name, "姓名")
    if case.unit:
        of_name, of_people = _of_unit(case.unit)
        findings += of_name or _employers(case)  # a name that is itself mistyped is compared once it is right
        findings += of_people
    return findings


@once
def _of_unit(unit: Unit) -> tuple[list[Finding], list[Finding]]:
    """What is wrong in the unit's own name, and in those of the people who answer for it."""
    people = ((unit.head, "单位.负责人"), (unit.discipline_head, "单位.纪检组负责人"))
    found = (finding for name, field in people for finding in person_name_findings(name or "", field))
    return unit_name_findings(unit.name, "单位.名称"), list(found)


def _employers(case: Case) -> Iterator[Finding]:
    """The unit's name in the applicant's present post, which the certificates print, beside the one in 单位."""
    unit = case.unit.name
    for number, post in enumerate(case.applicant.posts if case.applicant else (), start=1):
        if post.end != UNTIL_NOW or post.employer == unit:
            continue
        field, message = f"工作经历.第{number}项.单位", f"现任岗位的单位“{post.employer}”与推荐单位“{unit}”写法不同"
        if folded(post.employer) == folded(unit):
            yield UNIT_NAME.finding(field, message, "请统一写成与公章一致的全称")
        elif folded(unit).endswith(folded(post.employer)):
            yield UNIT_NAME.finding(field, message, "是同一单位的，请统一写成与公章一致的全称", level="hint")


def contact_name_findings(campaign: Campaign) -> list[Finding]:
    """The names of the people a campaign tells applicants to ask."""
    return [
        finding
        for group, contacts in (("联系", campaign.contacts), ("监督", campaign.supervision))
        for number, contact in enumerate(contacts, start=1)
        for position, name in enumerate(contact.person, start=1)
        for finding in person_name_findings(name, f"{group}.第{number}项.联系人.第{position}项")
    ]


def person_name_findings(name: str, field: str) -> list[Finding]:
    """What is wrong in one person's name."""
    if _AS_ON_THE_CARD.fullmatch(name):
        return []
    faults = [*_invisible(name)]
    if any(_is_han(char) or _is_look_alike_of_han(char) for char in name):
        faults += [*_found(name, _script, LOOK_ALIKE), *_found(name, _disguised, LOOK_ALIKE), *_private(name)]
        faults += [*_spaces(name, _NO_SPACE), *_dots(name), *_found(name, _other, OTHER)]
    elif name != name.strip():
        faults.append(_Fault(SPACE, "前后有空格", "请去掉空格"))
    return [fault.finding(name, field) for fault in faults]


def unit_name_findings(name: str, field: str) -> list[Finding]:
    """What is wrong in a unit's name, which may hold Latin letters, digits and brackets."""
    faults = [*_invisible(name), *_found(name, _script_in_unit, LOOK_ALIKE), *_found(name, _disguised, LOOK_ALIKE)]
    faults += _spaces(name, "请去掉空格，与公章一致")
    if any(char in "()" or "！" <= char <= "～" and char.isalnum() for char in name):
        faults.append(_Fault(WIDTH, "全角、半角混用", "括号请用全角（），字母、数字请用半角"))
    return [fault.finding(name, field) for fault in faults]


@dataclass(frozen=True)
class _Fault:
    rule: Rule
    what: str
    remedy: str

    def finding(self, name: str, field: str) -> Finding:
        shown = "".join(char for char in name if not _is_invisible(char))
        return self.rule.finding(field, f"“{shown}”{self.what}", self.remedy)


def _found(name: str, kind: Callable[[str], str], rule: Rule) -> Iterator[_Fault]:
    """One fault for all the characters that `kind` gives a name to."""
    places = [
        f"第{place}个字“{char}”（U+{ord(char):04X}）是{found}"
        for place, char in enumerate(name, start=1)
        if (found := kind(char))
    ]
    if places:
        yield _Fault(rule, f"的{'、'.join(places)}，不是规范的汉字", "请对照身份证或公章重新输入，不要从别处复制")


def _invisible(name: str) -> Iterator[_Fault]:
    places = [
        f"第{place}个字符（U+{ord(char):04X}）" for place, char in enumerate(name, start=1) if _is_invisible(char)
    ]
    if places:
        yield _Fault(INVISIBLE, f"中有看不见的字符：{'、'.join(places)}", "请删去整项，重新输入，不要从别处复制")


def _private(name: str) -> Iterator[_Fault]:
    codes = [f"U+{ord(char):04X}" for char in name if unicodedata.category(char) == "Co"]
    if codes:
        remedy = "请用新的输入法（GB 18030—2022）重新输入；输不出的，请与接收材料的单位商定写法"
        yield _Fault(PRIVATE, f"中有自造字编码（{'、'.join(codes)}），换一台电脑就显示不出", remedy)


def _spaces(name: str, remedy: str) -> Iterator[_Fault]:
    if any(_is_space(char) for char in name):
        yield _Fault(SPACE, "中有空格", remedy)


def _dots(name: str) -> Iterator[_Fault]:
    wrong = [char for char in dict.fromkeys(name) if char in _OTHER_DOTS]
    remedy = "请改成“·”（U+00B7，中文输入法下按数字1左边的键），并与身份证上的写法一致"
    if wrong:
        codes = "、".join(f"“{char}”（U+{ord(char):04X}）" for char in wrong)
        yield _Fault(DOT, f"的间隔号写成了{codes}", remedy)
    parts = "".join(MIDDLE_DOT if _is_dot(char) else char for char in name).split(MIDDLE_DOT)
    if not all(part.strip() for part in parts):
        yield _Fault(DOT, "的间隔号多写了，或写在开头、末尾", "请对照身份证核对间隔号的位置")


def _script(char: str) -> str:
    """The name of the script of a letter that is no Han character; empty for everything else."""
    if unicodedata.category(char)[0] != "L" or _is_invisible(char):
        return ""
    words = unicodedata.name(char, "").split()
    return _SCRIPTS.get(" ".join(words[:2]), "") or _SCRIPTS.get(words[0] if words else "", "")


def _script_in_unit(char: str) -> str:
    script = _script(char)
    return script if script in _LOOK_ALIKE_IN_UNITS else ""


def _disguised(char: str) -> str:
    """A radical or a compatibility form, which looks like the Han character and is not equal to it."""
    words = unicodedata.name(char, "")
    if words.startswith(("KANGXI RADICAL", "CJK RADICAL", "CJK STROKE")):
        return "部首"
    return "兼容字" if words.startswith("CJK COMPATIBILITY") and not _is_han(char) else ""


def _other(char: str) -> str:
    known = _is_han(char) or _is_dot(char) or _is_space(char) or _is_invisible(char) or _script(char)
    return "" if known or _disguised(char) or unicodedata.category(char) == "Co" else "其他符号"


def _is_han(char: str) -> bool:
    """By code point from U+20000 on: the newest characters of names are not yet in Python's tables."""
    if char == _HAN_NUMERAL_ZERO or 0x20000 <= ord(char) <= 0x3FFFF:
        return unicodedata.normalize("NFKC", char) == char
    words = unicodedata.name(char, "")
    # Twelve of the compatibility ideographs are Han characters in their own right: they have no other form.
    return words.startswith("CJK UNIFIED IDEOGRAPH") or (
        words.startswith("CJK COMPATIBILITY IDEOGRAPH") and unicodedata.normalize("NFKC", char) == char
    )


def _is_look_alike_of_han(char: str) -> bool:
    return bool(_disguised(char)) or unicodedata.category(char) == "Co"


def _is_dot(char: str) -> bool:
    return char == MIDDLE_DOT or char in _OTHER_DOTS


def _is_space(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) == "Zs"


def _is_invisible(char: str) -> bool:
    selector = "VARIATION SELECTOR" in unicodedata.name(char, "")
    return unicodedata.category(char) == "Cf" or selector or char in _INVISIBLE_LETTERS
