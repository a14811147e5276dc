"""The review conditions that a case is judged by, found by their document number, and how their articles are called."""

import unicodedata
from dataclasses import dataclass

from generator.model.campaign import Campaign
from generator.model.case import Case
from generator.model.criteria import Criteria
from generator.model.criteria_items import Item
from generator.model.criteria_routes import Route, TitleConditions
from generator.model.title_series import plain_title
from generator.rules.once import once
from generator.text import chinese_numeral

_BRACKETS = str.maketrans({"[": "〔", "(": "〔", "【": "〔", "]": "〕", ")": "〕", "】": "〕"})
_SECTIONS = ("学历资历", "学识水平", "实践能力（经历）", "业绩成果", "理论代表作")


@dataclass(frozen=True)
class Standard:
    """The conditions to judge by, or None and `why` not; `wrong` where the file at hand is another document's."""

    criteria: Criteria | None
    why: str = ""
    wrong: bool = False


def standard_of(case: Case) -> Standard:
    """The case's conditions where their number is the one that the campaign names for the specialty; else none.

    Conditions of another number are never judged by, however much alike they are.
    """
    named = _number(case.campaign, case.applicant.application.specialty)
    if case.criteria is None:
        called = f"（{named}）" if named else ""
        return Standard(None, f"本年度评审条件{called}未录入，无法判断")
    return _of_number(case.criteria, named)


@once
def _of_number(criteria: Criteria, named: str | None) -> Standard:
    if named is None:
        return Standard(None, "年度评审没有写明评审条件的文号，所录入的条件是不是本年度的，无法判断")
    if criteria.number is None:
        return Standard(None, f"所录入的评审条件没有写文号，是不是本年度执行的{named}，无法判断")
    if _plain(criteria.number) != _plain(named):
        return Standard(None, f"本年度执行的评审条件是{named}，录入的是{criteria.number}，不能用来判断", wrong=True)
    return Standard(criteria)


def _number(campaign: Campaign, specialty: str) -> str | None:
    """The number that the campaign names, of the document for the applicant's specialty where there are several."""
    conditions = campaign.conditions
    own = (one.number for one in conditions.by_specialty if one.specialty == specialty)
    return conditions.number or next(own, None)


def _plain(number: str) -> str:
    text = unicodedata.normalize("NFKC", number).translate(_BRACKETS)
    return "".join(text.split())


@once
def conditions_of(criteria: Criteria, title: str | None) -> TitleConditions | None:
    """What is asked for a title; None where the file has no such title."""
    return next((one for one in criteria.titles if title and one.title == title_in(criteria, title)), None)


@once
def title_in(criteria: Criteria, title: str) -> str:
    """A title as the conditions call it, without the series before it and what stands in brackets: 档案馆员 is 馆员."""
    plain = plain_title(title)
    return plain.removeprefix(criteria.series) or plain


@once
def sentence_of(asked: Item | Route) -> str:
    """The printed sentence of a condition or route, with its numbers filled in."""
    return asked.sentence


@once
def articles_of(criteria: Criteria) -> "Articles":
    """The articles of these conditions."""
    return Articles(criteria)


class Articles:
    """The articles of the conditions, numbered as the document prints them: those that it has, in order."""

    def __init__(self, criteria: Criteria):
        present = {
            "宗旨": criteria.aim,
            "适用范围": criteria.applies_to,
            "定向评价": criteria.directed,
            "思想政治条件": criteria.conduct,
            "继续教育": criteria.training,
            "考核": criteria.assessment,
            **{title.title: title for title in criteria.titles},
            "特殊成果": criteria.special,
        }
        names = [name for name, article in present.items() if article]
        self._numbers = {name: number for number, name in enumerate(names, start=1)}

    def __getitem__(self, name: str) -> str:
        """第六条 of 考核, 第九条 of 馆员."""
        return f"第{chinese_numeral(self._numbers[name])}条"

    def section(self, conditions: TitleConditions, name: str) -> str:
        """第九条（五）理论代表作"""
        sections = [one for one in _SECTIONS if one != "业绩成果" or conditions.achievements]
        numbered = next(
            f"（{chinese_numeral(number)}）{one}"
            for number, one in enumerate(sections, start=1)
            if one.startswith(name)
        )
        return f"{self[conditions.title]}{numbered}"
