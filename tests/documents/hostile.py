"""Values that break careless templates, one for every text of an applicant, a unit and a campaign."""

from collections.abc import Callable
from itertools import count
from typing import Any

from generator.build import Request
from generator.catalog import APPLICANT, CAMPAIGN, OFFICIAL, ROSTER
from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.official import OfficialDocument
from generator.model.unit import Unit
from generator.rendering.environment import FILLED
from tests.documents.papers import KINDS, LIBRARY, Paper
from tests.documents.variants import EVERYTHING, FULL_CAMPAIGN, OWN_WORDS, data_of

NASTY = "<b>&amp;&\"'{{ 申报人 }}{% if %}{# #}*粗*_斜_|#`~\\$ ::: **二、**｜ 1.\n::: 落款\n\n# 题\t制表  两空 "
RARE = "堃喆㛃𠮷"
PATTERNS = {"nasty": f" 丙@丁{NASTY}", "long": f"丙@丁{'买买提·' * 75}", "wide": f"丙@丁{'W' * 300}"}
"""By name; `@` becomes a number of each text's own, so that none is taken for another."""

# Texts that choose what is printed, or must agree with one another, and so are not ours to change.
_CHOOSING = {
    "类型", "评审", "公示", "天数单位", "科目", "异议", "公文种类", "标题", "正文", "表格", "事实",
    "级别", "适用", "文种", "条款", "去向", "形式", "书写方式", "基层含县级", "身份证号显示", "收取", "取值", "数据",
    "计量", "取整", "无异议方可", "计算", "申报情形", "条件关系", "民营企业免交",
}  # fmt: skip
_CHOOSING_LISTS = {"申报类型", "单位性质", "印证"}
_CHOOSING_OF_MATERIALS = {"依据", "年度"}


def _texts(value: Any, make: Callable[[str], str], key: str = "") -> Any:
    """The data with every free text replaced by `make(text)`."""
    if isinstance(value, dict):
        kept = _CHOOSING | _CHOOSING_OF_MATERIALS if key == "材料清单" else _CHOOSING
        return {name: item if name in kept else _texts(item, make, name) for name, item in value.items()}
    if isinstance(value, list):
        return value if key in _CHOOSING_LISTS else [_texts(item, make, key) for item in value]
    return make(value) if isinstance(value, str) and value != "至今" else value


def hostile_case(pattern: str) -> Case:
    """An applicant and a unit each of whose texts is `pattern` with `@` replaced by a number of its own."""
    numbers = count(100)

    def make(_: str) -> str:
        return pattern.replace("@", str(next(numbers)))

    applicant = Applicant.model_validate(_texts(data_of(EVERYTHING.applicant), make))
    unit = Unit.model_validate(_texts(data_of(EVERYTHING.unit), make))
    return Case(EVERYTHING.campaign, applicant, unit)


def hostile_campaign(pattern: str) -> Campaign:
    """The campaign with everything stated, each of its texts made in the same way."""
    numbers = count(1000)
    made: dict[str, str] = {}

    def make(text: str) -> str:
        return made.setdefault(text, pattern.replace("@", str(next(numbers))))

    return Campaign.model_validate(_texts(data_of(FULL_CAMPAIGN), make))


def hostile_document(pattern: str, like: OfficialDocument) -> OfficialDocument:
    """A document like this one, each of its texts but its own words made in the same way."""
    numbers = count(1000)
    data = _texts(data_of(like), lambda _: pattern.replace("@", str(next(numbers))))
    return OfficialDocument.model_validate(data)


def _papers() -> dict[str, Paper]:
    papers = {}
    for label, pattern in PATTERNS.items():
        case = hostile_case(pattern)
        for kind in KINDS:
            name, data = f"{kind}-{label}", LIBRARY.document(kind).data
            if data in (APPLICANT, ROSTER):
                roster = Case(case.campaign, roster=(case,))
                papers[name] = Paper(name, Request(case if data == APPLICANT else roster, kind, FILLED))
            elif data == CAMPAIGN and label == "nasty":
                papers[name] = Paper(name, Request(Case(hostile_campaign(pattern)), kind, FILLED))
            elif data == OFFICIAL and label == "nasty":
                like = next(case.document for case in OWN_WORDS.values() if _becomes(case.document, kind))
                papers[name] = Paper(name, Request(Case(document=hostile_document(pattern, like)), kind, FILLED))
    return papers


def _becomes(document: OfficialDocument, kind: str) -> bool:
    return LIBRARY.of_genre(document.genre).kind == kind


HOSTILE = _papers()
