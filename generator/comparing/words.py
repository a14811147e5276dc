"""What a clerk calls the values of the models: names for some, units for numbers, and what is never told."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from generator.model.base import NO, YES, Model, Period
from generator.model.campaign import TrainingYears
from generator.model.campaign_materials import ExemptionForm, RequiredMaterial
from generator.model.campaign_rules import AssessmentRule, TrainingHours, TrainingSpan
from generator.text import PartialDate, chinese_date, year_list

# Not printed (what only the rules ask), or printed as something else that is told.
_UNTOLD: tuple[tuple[type[Model], frozenset[str]], ...] = (
    (Model, frozenset({"存疑", "序号", "类型", "出处", "数据", "宽", "横向", "印证"})),
    (AssessmentRule, frozenset({"年度"})),
    (RequiredMaterial, frozenset({"适用条件", "条件关系", "民营企业免交"})),
    (ExemptionForm, frozenset({"审核", "未列尽"})),
    (TrainingSpan, frozenset({"公需年度", "专业年度"})),
    (TrainingHours, frozenset({"计量"})),
)
# Of an item that came or went, what says little beside its name.
_SMALL = frozenset({"文种", "条款", "依据", "年度", "取值", "空填", "分别", "正文"})
_LABELS = {
    "退回修改小时": "退回修改时限",
    "提交次数上限": "提交次数",
    "企业接收依据": "企业选择接收部门的依据",
    "近年数": "近几年的考核",
    "列": "栏目",
    "下级": "下分的栏目",
    "每人金额": "每人",
    "每工作日金额": "每工作日",
    "本地区份数": "在本地区取得的份数",
    "正反面": "上传正、反面",
    "新入职按实际年限": "新入职人员按实际年限",
    "条款": "接着印的规定",
    "取值": "所填内容",
    "空填": "没有内容时填",
    "文种": "所用表样",
    "收取": "是否收取",
    "未列尽": "列举之后有“等”字",
    "基层含县级": "“县级以下”含县级",
    "先审核": "签署前审核",
    "分别": "份数是每样的份数",
    "首日计入": "张贴当天算第1天",
    "天数单位": "按工作日还是自然日",
    "最少工作日": "公示期不少于",
    "满年数": "支援满",
}
_UNITS = {
    "每人金额": "元",
    "每工作日金额": "元",
    "份数": "份",
    "本地区份数": "份",
    "退回修改小时": "小时",
    "提交次数上限": "次",
    "记录年数": "年",
    "顺延年数": "年",
    "不得申报年数": "年",
    "近年数": "年",
    "满年数": "年",
    "连续年数": "年",
    "优秀年数": "年",
    "最少工作日": "个工作日",
    "天数": "天",
    "上限": "%",
    "名额": "名",
    "行数": "行",
}
_OF_MODEL = {
    TrainingYears: {"公需科目": "公需科目年度", "专业科目": "专业科目年度"},
    TrainingSpan: {
        "公需科目": "近几年公需科目",
        "专业科目": "近几年专业科目",
        "专业科目最少": "近几年专业科目（至少）",
    },
}
_WHITE = re.compile(r"\s+")


def is_told(model: type[Model], alias: str) -> bool:
    """Whether a reader is told of this field."""
    return not any(issubclass(model, owner) and alias in aliases for owner, aliases in _UNTOLD)


def is_small(alias: str) -> bool:
    """Whether the field is left out of the one line that says what an item is."""
    return alias in _SMALL


def label(model: type[Model], alias: str) -> str:
    """What the field is called."""
    return _OF_MODEL.get(model, {}).get(alias) or _LABELS.get(alias, alias)


def unit(record: Model, alias: str) -> str:
    """The unit of a number in this field; empty where it has none."""
    if isinstance(record, TrainingHours):
        return record.unit
    return "年" if isinstance(record, TrainingSpan) else _UNITS.get(alias, "")


def text_of(value: Any, *, unit: str = "", year: int | None = None, kinds: Mapping[str, str] | None = None) -> str:
    """A value as a reader says it; dates of the record's own `year` without it, `kinds` are the documents' names."""
    if value is None or value == ():
        return ""
    if isinstance(value, PartialDate):
        return _date(value, year)
    if isinstance(value, Period):
        return _period(value, year)
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple | list):
        if value and all(_is_year(item) for item in value):
            return year_list(tuple(value))
        texts = [text_of(item, unit=unit, year=year, kinds=kinds) for item in value]
        return ("" if any(text.endswith("。") for text in texts) else "、").join(texts)
    if isinstance(value, int):
        return f"{value}{unit}"
    text = (kinds or {}).get(value, str(value))
    return text.removeprefix(f"{year}年") if re.match(rf"{year}年\s*\d", text) else text


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same but for white space and the width of their punctuation and digits."""
    return plain(one) == plain(other)


def plain(text: str) -> str:
    """The text as `same_words` compares it."""
    return _WHITE.sub("", unicodedata.normalize("NFKC", text))


def _is_year(value: Any) -> bool:
    return isinstance(value, int) and 1900 <= value <= 2199


def _date(date: PartialDate, year: int | None) -> str:
    text = chinese_date(date)
    if date.month is None or year is None or date.year not in (year, year + 1):
        return text
    return ("次年" if date.year > year else "") + text.partition("年")[2]


def _period(period: Period, year: int | None) -> str:
    start, end = _date(period.start, year), _date(period.end, year)
    if period.start.year != period.end.year:
        return f"{start}—{end}"
    return f"{start}—{end.removeprefix('次年') if start.startswith('次年') else end.rpartition('年')[2]}"
