"""Where the groups of a campaign speak of one another: what one names, another must state."""

from collections.abc import Iterator
from typing import Any

from generator.model.faults import Fault

_Place = tuple[str | int, ...]
_Mention = tuple[_Place, tuple[str, ...]]
_STATE = "请补写这一组；通知没有这项规定的，去掉这里的引用"


def agreement_faults(campaign: Any) -> Iterator[Fault]:
    """Groups that materials and online fields print and nobody states; tracks, series and levels that nobody lists."""
    yield from _groups_missing(campaign)
    yield from _unlisted("申报类型", [track.name for track in campaign.tracks], _tracks_named(campaign))
    yield from _unlisted("系列", [campaign.series, *campaign.other_series], _series_named(campaign))
    yield from _unlisted("级别", campaign.levels, _levels_named(campaign))


def _groups_missing(campaign: Any) -> Iterator[Fault]:
    stated = {
        "现职称证明": campaign.title_proof,
        "考核": campaign.assessment,
        "继续教育": campaign.training,
        "手写承诺语": campaign.commitments.handwritten,
        "信息遮盖": campaign.masking,
        "与原件一致说明": campaign.true_copy,
        "继续教育.年限": campaign.training and campaign.training.spans,
    }
    for place, name, group in _groups_named(campaign):
        if group in stated and not stated[group]:
            yield Fault(place, f"{place[0]}“{name}”要用的“{group}”没有写", _STATE)


def _groups_named(campaign: Any) -> Iterator[tuple[_Place, str, str | None]]:
    for index, item in enumerate(campaign.online_items):
        yield ("网上填报", index, "条款"), item.name, item.clause
    for index, item in enumerate(campaign.materials):
        here = ("材料清单", index)
        yield (*here, "依据"), item.name, item.basis
        yield (*here, "年度"), item.name, "继续教育.年限" if item.years == "继续教育" else item.years
        if item.marked_true_copy:
            yield (*here, "标注与原件一致"), item.name, "与原件一致说明"


def _unlisted(group: str, known: Any, mentions: Iterator[_Mention]) -> Iterator[Fault]:
    for place, names in mentions:
        for name in names:
            if name not in known:
                remedy = f"已有的是：{'、'.join(known)}；请改正，或在“{group}”里补上"
                yield Fault(place, f"“{place[-1]}”中的“{name}”不在“{group}”里", remedy)


def _tracks_named(campaign: Any) -> Iterator[_Mention]:
    for place, parts in (
        (("时间安排", "批次"), campaign.schedule.windows),
        (("费用", "标准"), campaign.fee.rates),
        (("申报用表",), campaign.track_forms),
    ):
        yield from (((*place, index, "适用"), part.tracks) for index, part in enumerate(parts))
    yield from (((*place, "申报类型"), kind.tracks) for place, kind in _kinds_of_applicants(campaign))


def _series_named(campaign: Any) -> Iterator[_Mention]:
    for index, window in enumerate(campaign.schedule.windows):
        yield ("时间安排", "批次", index, "系列"), window.series


def _levels_named(campaign: Any) -> Iterator[_Mention]:
    for place, parts in (
        (("申报类型",), campaign.tracks),
        (("时间安排", "批次"), campaign.schedule.windows),
    ):
        yield from (((*place, index, "级别"), part.levels) for index, part in enumerate(parts))
    yield from (((*place, "级别"), kind.levels) for place, kind in _kinds_of_applicants(campaign))
    for place, parts in (
        (("费用", "标准"), campaign.fee.rates),
        (("名额",), campaign.quotas),
        (("继续教育", "年限"), campaign.training.spans if campaign.training else ()),
        *((("材料清单", index, "按级别"), item.by_level) for index, item in enumerate(campaign.materials)),
    ):
        yield from (((*place, index, "级别"), (part.level,)) for index, part in enumerate(parts) if part.level)
    if campaign.defence and campaign.defence.exemption:
        yield ("答辩", "免于答辩", "级别"), campaign.defence.exemption.levels


def _kinds_of_applicants(campaign: Any) -> Iterator[tuple[_Place, Any]]:
    """Each kind of applicant of whom a material is needed, and where it is stated."""
    for index, item in enumerate(campaign.materials):
        yield from ((("材料清单", index, "适用条件", number), kind) for number, kind in enumerate(item.conditions))
