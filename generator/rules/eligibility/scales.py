"""Words compared by a scale of the conditions: education, degrees, grades."""

from collections.abc import Iterator

from generator.model.criteria_scales import Scale
from generator.rules.once import once
from generator.rules.verdict import NO, UNKNOWN, YES, Answer

# Words that certificates add to the name of a step.
_ADDED = ("毕业", "学历", "学位")

_ASSESSMENTS = {
    "名称": "考核等次",
    "等级": [
        {"名称": "不合格", "又称": ["不称职"]},
        {"名称": "基本合格", "又称": ["基本称职"]},
        {"名称": "合格", "又称": ["称职"]},
        {"名称": "优秀"},
    ],
}
ASSESSMENT_GRADES = Scale.model_validate(_ASSESSMENTS)
"""The grades of 年度考核 (事业单位工作人员考核规定, 公务员考核规定), for a year whose conditions are not at hand."""

_Place = tuple[int, str | None]


@once
def scale_of(scales: tuple[Scale, ...], name: str) -> Scale | None:
    """The scale of that name."""
    return next((scale for scale in scales if scale.name == name), None)


def compare(scale: Scale, has: str, asked: str) -> Answer:
    """Whether who has the one word has at least the other.

    A condition that names a kind of a step (中等专科 of 高中) is met by that kind and by a higher step. Another kind of
    the same step is not that kind, but whether it is treated as one the conditions leave open: 无法判断, as for a word
    that is not on the scale.
    """
    mine, wanted = place_on(scale, has), place_on(scale, asked)
    if mine is None or wanted is None:
        return UNKNOWN
    if mine[0] != wanted[0]:
        return YES if mine[0] > wanted[0] else NO
    if wanted[1] in (None, mine[1]):
        return YES
    return UNKNOWN if mine[1] else NO


@once
def place_on(scale: Scale, word: str) -> _Place | None:
    """(step, kind of it) of the word; None where it is no name on the scale."""
    plain = word.strip()
    for added in _ADDED:
        plain = plain.removesuffix(added) or plain
    for name, place in _by_length(scale):
        if plain == name or (scale.by_ending and plain.endswith(name)):
            return place
    return None


@once
def _by_length(scale: Scale) -> list[tuple[str, _Place]]:
    return sorted(_names(scale), key=lambda named: -len(named[0]))


def _names(scale: Scale) -> Iterator[tuple[str, _Place]]:
    for step, rung in enumerate(scale.rungs):
        yield from ((name, (step, None)) for name in rung.names)
        for kind in rung.kinds:
            yield from ((name, (step, kind.name)) for name in kind.names)
