"""实践能力, 业绩成果 and 理论代表作: how many of their numbered conditions are met, besides everything in 必备.

What cannot be told counts as such: two of nine are met only where two surely are, and missed only where fewer than two
could be. Results recognised as 特殊成果 may each stand for one condition; whether they do is not ours to say.
"""

from collections.abc import Iterator

from generator.model.criteria_items import Choice, Item
from generator.rules.eligibility.evidence import ACHIEVEMENTS, PRACTICE, WORKS, Evidence
from generator.rules.eligibility.items import COMMITTEE, Question, Shown, item_ruling
from generator.rules.eligibility.ruling import RANK, Ruling
from generator.rules.eligibility.scopes import in_scope
from generator.rules.eligibility.subject import Subject
from generator.rules.eligibility.timely import timely
from generator.rules.verdict import NO, UNKNOWN, YES, Answer, all_of, at_least

_SPECIAL = "特殊成果"
# The group, by how 特殊成果.可作为 calls it.
_CALLED = {ACHIEVEMENTS: "业绩成果", WORKS: "代表作"}
_TITLE = "现职称"
_FIELDS = {PRACTICE: "实践能力", ACHIEVEMENTS: "业绩成果", WORKS: "论文著作"}


def group_ruling(choice: Choice, group: str, subject: Subject, name: str) -> Ruling:
    """The answer on one group: 必备, and so many of its conditions as it asks for."""
    required = [_required(text, subject) for text in choice.required]
    if not choice.items:
        text = Ruling("这一条的其他内容", UNKNOWN, f"由{COMMITTEE}评判", choice.text, left_to=COMMITTEE)
        return _together(name, [*required, text], choice.text, group)
    items = [
        _item(item, choice, group, subject, f"第{number}项 {item.topic}")
        for number, item in enumerate(choice.items, start=1)
    ]
    items += _special(choice, group, subject)
    answers = [ruling.answer for ruling in items]
    enough = at_least(choice.count, answers)
    said = f"{len(choice.items)}项中要求{choice.count}项，符合的有{answers.count(YES)}项"
    said += f"，无法判断的有{answers.count(UNKNOWN)}项" if UNKNOWN in answers else ""
    unmet = [ruling for ruling in required if ruling.answer != YES]
    answer = all_of([enough, *(ruling.answer for ruling in required)])
    undated = answer == UNKNOWN and choice.since and subject.obtained(choice.since) is None
    return Ruling(
        name,
        answer,
        "；".join([*(ruling.why for ruling in unmet), said]),
        f"具备{len(choice.items)}项中的{choice.count}项",
        (*(text for ruling in unmet for text in ruling.missing), *_unsaid(enough, items, choice, group, subject)),
        field=_TITLE if undated else _FIELDS[group],  # from when entries count hangs on the title held
        short=tuple(f"{ruling.name}：{ruling.why}" for ruling in items if ruling.field and ruling.answer != YES),
        parts=(*required, *items),
    )


def _unsaid(enough: Answer, items: list[Ruling], choice: Choice, group: str, subject: Subject) -> Iterator[str]:
    """What would have to be filled in to tell: what each condition lacks, and which entries name none."""
    if enough != UNKNOWN:
        return
    loose = (evidence.field for item in choice.items for evidence in _loose(item, choice, group, subject))
    if fields := dict.fromkeys(loose):
        yield f"{'、'.join(fields)}的对应条件"
    yield from (f"{ruling.name}：{text}" for ruling in items if ruling.answer == UNKNOWN for text in ruling.missing)


def works_ruling(subject: Subject, name: str) -> Ruling:
    """理论代表作 by the group for the applicant's unit; where it is not known which, by what all of them say."""
    choices = [(choice, *_applies(choice, subject)) for choice in subject.conditions.works]
    sure = [(choice, why) for choice, answer, why in choices if answer == YES]
    possible = sure[:1] or [(choice, why) for choice, answer, why in choices if answer == UNKNOWN]
    if not possible:
        why = "；".join(why for _, _, why in choices)
        return Ruling(name, UNKNOWN, f"没有一组条件适用于这样的单位：{why}", field="单位.层级")
    rulings = [group_ruling(choice, WORKS, subject, choice.scope or name) for choice, _ in possible]
    scope, worst = possible[0][1], min(rulings, key=lambda ruling: RANK[ruling.answer])
    if sure:
        return worst._replace(name=name, why="；".join(filter(None, (scope, worst.why))))
    answer = worst.answer if len({ruling.answer for ruling in rulings}) == 1 else UNKNOWN
    missing = () if answer == YES else ("单位的层级", *worst.missing)
    why = f"{scope}，各组条件分别核对"
    return Ruling(name, answer, why, missing=missing, field="单位.层级", parts=tuple(rulings))


def _applies(choice: Choice, subject: Subject) -> tuple[Answer, str]:
    return in_scope(choice.scope, subject.unit, subject.criteria) if choice.scope else (YES, "")


def _together(name: str, parts: list[Ruling], sentence: str, group: str) -> Ruling:
    """A paragraph without numbered conditions: 必备 is compared, the rest is the committee's."""
    compared = [part for part in parts if not part.left_to]
    return Ruling(
        name,
        all_of(part.answer for part in compared) if compared else UNKNOWN,
        "；".join(part.why for part in (compared or parts)),
        sentence,
        tuple(text for part in compared for text in part.missing),
        field=compared[0].field if compared else _FIELDS[group],
        left_to=None if compared else COMMITTEE,
        parts=tuple(parts),
    )


def _required(text: str, subject: Subject) -> Ruling:
    stated = subject.applicant.confirmed.get(text)
    field = f"核实情况.{text}" if stated is not None else "核实情况"
    if stated is None:
        return Ruling("必备", UNKNOWN, f"“{text}”没有写明是否核实", text, (f"核实情况：{text}",), field=field)
    answer = YES if stated else NO
    return Ruling("必备", answer, f"“{text}”写的是“{answer}”", text, field=field)


def _item(item: Item, choice: Choice, group: str, subject: Subject, name: str) -> Ruling:
    shown = [
        Shown(evidence, *timely(evidence, choice, subject))
        for evidence in subject.evidence
        if evidence.counts_for(item, group) == YES
    ]
    loose = "、".join(evidence.field for evidence in _loose(item, choice, group, subject))
    unclaimed = f"{loose}没有写明对应哪一条" if loose else _nothing_filled(group, subject)
    county = in_scope(item.county, subject.unit, subject.criteria)[0] if item.county else NO
    return item_ruling(Question(item, county, subject.criteria), shown, name, unclaimed=unclaimed)


def _loose(item: Item, choice: Choice, group: str, subject: Subject) -> list[Evidence]:
    """The entries of the right time that might be for this condition and do not say so."""
    return [
        evidence
        for evidence in subject.evidence
        if evidence.counts_for(item, group) == UNKNOWN and timely(evidence, choice, subject)[0] != NO
    ]


def _nothing_filled(group: str, subject: Subject) -> str:
    """Why nothing can be said of a group whose list is not filled in; papers that are not written are none."""
    lists = {PRACTICE: subject.applicant.practice, ACHIEVEMENTS: subject.applicant.achievements}
    return f"没有填写“{_FIELDS[group]}”" if group in lists and not lists[group] else ""


def _special(choice: Choice, group: str, subject: Subject) -> list[Ruling]:
    special = subject.criteria.special
    if special is None or _CALLED.get(group) not in special.counts_as:
        return []
    return [
        Ruling(
            f"{_SPECIAL} {evidence.entry.special}",
            UNKNOWN,
            f"{evidence.field}写明是特殊成果，可否算作{_CALLED[group]}，以{special.recogniser}的书面意见为准",
            field=evidence.field,
        )
        for evidence in subject.evidence
        if evidence.entry.special and timely(evidence, choice, subject)[0] != NO
    ]
