"""Whether a phrase of the conditions (县级及以下单位) means the applicant's unit."""

from generator.model.criteria import Criteria
from generator.model.unit import Unit
from generator.rules.verdict import NO, UNKNOWN, YES, Answer


def in_scope(phrase: str, unit: Unit | None, criteria: Criteria) -> tuple[Answer, str]:
    """The answer by 单位.层级, and why; 无法判断 where it is not stated, left open, or no level the conditions know."""
    scope = next(scope for scope in criteria.unit_scopes if scope.phrase == phrase)
    level = (unit.level or "").strip() if unit else ""
    if not level:
        return UNKNOWN, f"没有写单位的层级，是否属于“{phrase}”无法判断"
    if level in scope.levels:
        return YES, f"单位层级是{level}，属于“{phrase}”"
    if level in scope.unclear:
        return UNKNOWN, f"单位层级是{level}，条件没有写明是否属于“{phrase}”"
    known = dict.fromkeys(name for one in criteria.unit_scopes for name in (*one.levels, *one.unclear))
    if level not in known:
        return UNKNOWN, f"单位层级写的是“{level}”，只能按{'、'.join(known)}对照"
    return NO, f"单位层级是{level}，不属于“{phrase}”"
