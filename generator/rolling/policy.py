"""What becomes of each field when a year is rolled: by its type, and for some fields by the one table below.

A field that the table does not name is treated by its type alone: dates and years go on, a text is searched for years,
other numbers stay.
"""

import re
from dataclasses import dataclass
from enum import Enum

from generator.loading.source_map import Path, field_name
from generator.model.base import UNTIL_NOW, Model
from generator.model.campaign import Campaign
from generator.model.campaign_materials import ExemptionForm
from generator.model.campaign_notice import Conditions, Fee, Notice, PassRate
from generator.model.campaign_rules import Penalty
from generator.model.official import Facts, OfficialParts
from generator.model.prescribed import BasisDocument, OpenQuestion, Prescribed
from generator.rolling.fields import Field, Kind


class Way(Enum):
    """How a value is rolled."""

    DATE = "the same month and day, on a working day"
    DAY = "the same month and day, whatever day of the week"
    YEAR = "so many years later"
    OWN_NUMBER = "the document's own number: a placeholder"
    WORDS = "the years in it are proposed anew"
    QUOTED = "the years in it are only shown"
    KEPT = "not touched"


@dataclass(frozen=True)
class Treatment:
    """How a value is rolled, and why a person has to look at it all the same (None: nobody has to)."""

    way: Way
    reason: str | None = None
    confirmed: bool = True
    """Whether what is proposed has to be confirmed."""


_FEE, _DOCUMENT, _CONTACT = "金额可能有变", "所引文件可能有新的", "联系方式可能有变"
# Fields whose value holds until somebody says otherwise: (the model that has the field, its key, why).
_TO_CONFIRM: tuple[tuple[type[Model], str, str], ...] = (
    (Model, "联系人", "联系人可能有变"),
    (Model, "电话", _CONTACT),
    (Model, "受理地点", _CONTACT),
    (Model, "网址", "网址可能有变"),
    (Model, "文号", _DOCUMENT),
    (Model, "名额", "名额逐年核定"),
    (Model, "每人金额", _FEE),
    (Model, "每工作日金额", _FEE),
    (Facts, "金额", _FEE),
    (Facts, "期限", "期限可能有变"),
    (Facts, "人员", "联系人可能有变"),
    (Fee, "收取", "本年度收不收费"),
    (PassRate, "上限", "通过率逐年规定"),
    (Penalty, "记录年数", "年数以处理所依据的文件为准"),
    (Penalty, "不得申报年数", "年数以处理所依据的文件为准"),
    (Notice, "依据", "新年度的依据"),
    (Conditions, "数据", "评审条件换了文件的，这里也要换"),
    (Prescribed, "文字", "规定用语以新年度的通知为准"),
)
_SOURCES = ("出处", "来源")
_FILES = ("数据", "文种")
_TITLE = ("机关", "名称")  # of a quoted document: a year in it is the document's
_WITH_CONTACT = re.compile(r"联系|电话|手机")
# Days up to which something is counted; nobody goes anywhere on them.
_CUT_OFF = re.compile(r"资历|业绩|年龄|出生|年限|计算截止")
_YEARS = re.compile(r"年度$|年份$")


def treatment(field: Field, path: Path, value: str, siblings: frozenset[str]) -> Treatment:
    """How to roll the value at `path`; `siblings` are the keys written beside it."""
    if field.alias == "类型" or field.alias in _SOURCES or field.inside(OpenQuestion):
        return Treatment(Way.KEPT)
    reason = _reason(field, value, siblings)
    if field.kind is Kind.DATE and value.strip() != UNTIL_NOW:
        return Treatment(Way.DAY if _CUT_OFF.search(field_name(path)) else Way.DATE)
    if field.kind is Kind.NUMBER and _YEARS.search(field.alias) and len(value.strip()) == 4:
        return Treatment(Way.YEAR, confirmed=field.owner is not Campaign)
    if field.kind is not Kind.TEXT or field.alias in _FILES:
        return Treatment(Way.KEPT, reason)
    if issubclass(field.owner, OfficialParts) and field.alias == "发文字号":
        return Treatment(Way.OWN_NUMBER, "新年度的发文字号还没有编")
    if field.alias == "文号" or issubclass(field.owner, BasisDocument) and field.alias in _TITLE:
        return Treatment(Way.KEPT, reason)
    return Treatment(Way.QUOTED if field.inside(Prescribed, ExemptionForm) else Way.WORDS, reason)


def _reason(field: Field, value: str, siblings: frozenset[str]) -> str | None:
    if issubclass(field.owner, BasisDocument) and field.alias == "名称" and "文号" not in siblings:
        return _DOCUMENT
    if issubclass(field.owner, OfficialParts) and field.alias == "附注" and _WITH_CONTACT.search(value):
        return _CONTACT
    return next(
        (why for model, alias, why in _TO_CONFIRM if alias == field.alias and issubclass(field.owner, model)), None
    )
