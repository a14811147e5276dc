"""How many may be put forward and how many may pass: a list against the campaign's 名额 and 通过率."""

from collections.abc import Iterator, Sequence

from generator.finding import Finding
from generator.model.campaign import Campaign
from generator.model.campaign_notice import Quota
from generator.model.case import Case
from generator.model.fees import people_by_level
from generator.model.unit import Unit
from generator.rules.names import folded
from generator.rules.rule import Rule

QUOTA = Rule("quota-exceeded", "error", "各单位推荐的人数不超过名额")
NO_QUOTA = Rule("quota-unknown", "hint", "分配名额的年度，每个推荐单位都有名额")
PASS_RATE = Rule("pass-rate", "hint", "评审通过的人数不超过通过率的上限")
CEILING = Rule("pass-rate-ceiling", "error", "通过率的上限在1%至100%之间")

_ASK = "请与主管部门核对名额，超出名额的人员不能一并报送"
_WHOLE = 100


def largest_pass(count: int, percent: int) -> int:
    """The largest number of `count` people that stays within `percent` of them (80% of 7: 5), never more than all."""
    return min(count, count * percent // _WHOLE)


def ceiling_findings(campaign: Campaign) -> list[Finding]:
    """A ceiling that nobody can have meant."""
    rate = campaign.pass_rate
    if rate is None or 1 <= rate.ceiling <= _WHOLE:
        return []
    return [CEILING.finding("通过率.上限", f"通过率的上限写的是{rate.ceiling}%", "请对照本年度通知核对")]


def pass_rate_findings(cases: Sequence[Case]) -> list[Finding]:
    """How many of a list may pass at most, as far as the whole list is reviewed; together or by level, as stated."""
    campaign = _campaign(cases)
    if campaign is None or campaign.pass_rate is None or ceiling_findings(campaign):
        return []
    rate, counts = campaign.pass_rate, people_by_level(campaign, [case for case in cases if case.applicant])
    count = sum(counts.values())
    together = f"名单上的{count}人合起来算，最多通过{largest_pass(count, rate.ceiling)}人"
    levels = "、".join(
        f"{level}{people}人最多通过{largest_pass(people, rate.ceiling)}人" for level, people in counts.items()
    )
    said = {
        "总体": together,
        "分级别": f"各级别分别算，{levels}",
        "未写明": f"{together}；各级别分别算，{levels}。通知没有写明怎样算",
    }[rate.by]
    message = f"通过率不超过{rate.ceiling}%：{said}"
    return [PASS_RATE.finding("评审.通过率.上限", message, "名单只是参评人员的一部分时，以全部参评人数计算为准")]


def quota_findings(cases: Sequence[Case]) -> list[Finding]:
    """Units and places with more people on the list than posts; fields begin with 名单.第N项."""
    campaign = _campaign(cases)
    if campaign is None or not campaign.quotas:
        return []
    exceeded = [finding for quota in campaign.quotas for finding in _exceeded(quota, cases)]
    return exceeded + list(_without_quota(campaign, cases))


def _campaign(cases: Sequence[Case]) -> Campaign | None:
    return next((case.campaign for case in cases if case.applicant), None)


def _exceeded(quota: Quota, cases: Sequence[Case]) -> Iterator[Finding]:
    """An error where the quota is the unit's own; a place's may be counted otherwise than by its units' names."""
    members = [position for position, case in enumerate(cases, start=1) if _counts(quota, case)]
    if len(members) > quota.posts:
        own = all(folded(cases[position - 1].unit.name) == folded(quota.holder) for position in members)
        message = f"“{quota.holder}”的{quota.level or ''}名额是{quota.posts}个，名单上有{len(members)}人"
        field = f"名单.第{members[quota.posts]}项.申报.级别"
        yield QUOTA.finding(field, message, _ASK, level=None if own else "warning")


def _without_quota(campaign: Campaign, cases: Sequence[Case]) -> Iterator[Finding]:
    """Each unit once."""
    told = set()
    for position, case in enumerate(cases, start=1):
        if case.unit and case.unit.name not in told and not any(_counts(quota, case) for quota in campaign.quotas):
            told.add(case.unit.name)
            message = f"名额中没有“{case.unit.name}”{case.applicant.application.level}的，是否超出名额无法判断"
            yield NO_QUOTA.finding(f"名单.第{position}项.单位.名称", message, "请对照名额分配核对")


def _counts(quota: Quota, case: Case) -> bool:
    """Whether the applicant takes one of the quota's posts."""
    if case.unit is None or case.applicant is None:
        return False
    return quota.level in (None, case.applicant.application.level) and _is_of(quota.holder, case.unit)


def _is_of(holder: str, unit: Unit) -> bool:
    """Whether the holder of a quota is the unit, or the place that begins its name or registers it."""
    wanted = folded(holder)
    return any(folded(name).startswith(wanted) for name in (unit.name, unit.registered_at or ""))
