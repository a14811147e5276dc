"""对应条件, 达到, 级别 and 核实情况 as they are typed, against the names that the conditions know.

A name that nobody asks for would be passed over in silence, and the applicant would be told of a lack that is none.
"""

from collections.abc import Iterator

from generator.finding import Finding
from generator.model.criteria_items import Choice, Item
from generator.model.criteria_measures import Measure
from generator.model.criteria_routes import TitleConditions
from generator.rules.eligibility.amounts import number
from generator.rules.eligibility.evidence import Evidence
from generator.rules.eligibility.scales import place_on, scale_of
from generator.rules.eligibility.subject import Subject
from generator.rules.rule import Rule
from generator.rules.verdict import YES

KEY = Rule("eligibility-key", "warning", "对应条件、达到、级别、核实情况用评审条件中的名称填写，数量写数字")

_ANSWERS = ("是", "否")


def key_findings(subject: Subject) -> list[Finding]:
    """Names and values of the applicant's entries that cannot be compared."""
    items = [(group, item) for group, choice in _groups(subject.conditions) for item in choice.items]
    findings = [finding for evidence in subject.evidence for finding in _entry(evidence, items, subject)]
    return findings + list(_confirmed(subject))


def _groups(conditions: TitleConditions) -> Iterator[tuple[str, Choice]]:
    yield from ((str(place[0]), choice) for place, choice in conditions.groups())


def _entry(evidence: Evidence, items: list[tuple[str, Item]], subject: Subject) -> Iterator[Finding]:
    entry, topics = evidence.entry, dict.fromkeys(item.topic for _, item in items)
    for topic in entry.topics:
        if topic not in topics:
            message = f"{subject.conditions.title}的条件中没有“{topic}”这一条"
            remedy = f"请对照条件核对，各条的名称是：{'、'.join(topics)}"
            yield KEY.finding(f"{evidence.field}.对应条件", message, remedy)
    mine = [item for group, item in items if evidence.counts_for(item, group) == YES]
    measures = {measure.name: measure for item in mine for _, measure in item.measures()}
    for name, said in entry.reached.items():
        field = f"{evidence.field}.达到.{name}"
        if name in measures:
            yield from _value(field, said, measures[name], subject)
        elif mine:
            known = f"可以写的有：{'、'.join(measures)}" if measures else "这一条由评审委员会评判，不用写"
            remedy = f"请对照条件核对，{known}"
            yield KEY.finding(field, f"“{name}”不是这一条的要求", remedy)
    yield from _level(evidence, measures, subject)


def _level(evidence: Evidence, measures: dict[str, Measure], subject: Subject) -> Iterator[Finding]:
    """刊物级别 of a paper, 级别 of an award, where they stand for the grade that the condition asks for."""
    for name, attribute in (("刊物级别", "journal_level"), ("级别", "level")):
        said = getattr(evidence.entry, attribute, None)
        graded = (measure for measure in measures.values() if measure.not_below and evidence.value(measure) == said)
        if said and (measure := next(graded, None)):
            yield from _value(f"{evidence.field}.{name}", said, measure, subject)


def _value(field: str, said: str, measure: Measure, subject: Subject) -> Iterator[Finding]:
    if measure.is_fact:
        if said.strip() not in _ANSWERS:
            yield KEY.finding(field, f"“{measure.name}”写的是“{said}”", "请核实后写“是”或“否”")
    elif measure.not_below:
        scale = scale_of(subject.criteria.scales, measure.scale)
        if place_on(scale, said) is None:
            names = "、".join(rung.name for rung in scale.rungs)
            yield KEY.finding(field, f"“{said}”不能与{measure.not_below}比较", f"请对照证书、刊物核对，写：{names}之一")
    elif number(said, measure.unit) is None:
        yield KEY.finding(field, f"“{said}”不是数量", f"请只写数字，单位是{measure.unit}")


def _confirmed(subject: Subject) -> Iterator[Finding]:
    required = dict.fromkeys(text for _, choice in _groups(subject.conditions) for text in choice.required)
    for name in subject.applicant.confirmed:
        if name not in required:
            known = f"要求具备的是：{'、'.join(required)}" if required else "这一职称没有“必备”的条件"
            remedy = f"请对照条件核对，{known}"
            yield KEY.finding(f"核实情况.{name}", f"条件中没有“{name}”", remedy)
