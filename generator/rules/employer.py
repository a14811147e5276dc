"""What is known of the unit people work for: its kind, its level, where it stands. Nothing is guessed."""

from collections.abc import Sequence

from generator.model.unit import Unit
from generator.rules.verdict import NO, UNKNOWN, YES, Answer
from generator.rules.words import folded

PRIVATE_COMPANY = "民营企业"
_PUBLIC = ("机关", "事业单位", "国有企业")
_KINDS = (*_PUBLIC, PRIVATE_COMPANY, "社会组织", "自由职业")
_BELOW_COUNTY = {"乡镇", "乡", "镇", "街道", "乡镇街道", "村", "社区", "村社区"}
_COUNTY = {"县市", "县", "市县", "区县", "县市区"}
_ABOVE_COUNTY = {"自治州", "州", "地州", "地州市", "地区", "地市", "自治区", "省", "自治区区属", "中央"}


def is_of_kind(unit: Unit | None, kind: str) -> Answer:
    """Whether the unit's 性质 says this kind (事业单位); 无法判断 where it says none that is known (企业)."""
    stated = folded(unit.kind or "") if unit else ""
    if folded(kind) in stated:
        return YES
    return NO if any(known in stated for known in _KINDS) else UNKNOWN


def is_among(unit: Unit | None, people: Sequence[str]) -> Answer:
    """Whether the unit's people are among those named by their employers (社会组织档案工作人员, 自由职业者).

    无法判断 where a name says no kind that is known (非公经济组织), but for a unit that is public anyway.
    """
    stated = folded(unit.kind or "") if unit else ""
    kinds = [kind for kind in _KINDS if kind in stated]
    if any(kind in person for kind in kinds for person in people):
        return YES
    told_apart = all(any(kind in person for kind in _KINDS) for person in people)
    return NO if kinds and (told_apart or set(kinds) <= set(_PUBLIC)) else UNKNOWN


def is_grassroots(unit: Unit | None, county_included: Answer | str) -> Answer:
    """Whether the unit stands below the county, or at it where `county_included` (是, 否, 未写明) says that counts."""
    level = folded(unit.level or "").removesuffix("级") if unit else ""
    if level in _BELOW_COUNTY:
        return YES
    if level in _COUNTY:
        return county_included if county_included in (YES, NO) else UNKNOWN
    return NO if level in _ABOVE_COUNTY else UNKNOWN


def is_in_county(unit: Unit | None, county: str) -> Answer:
    """Whether the unit stands in this county: as 所在县市 says, or else a name that begins with the county."""
    if unit and unit.county:
        one, other = folded(county), folded(unit.county)
        return YES if one in other or other in one else NO  # 若羌 is 若羌县
    return YES if unit and unit.name.startswith(county) else UNKNOWN
