"""The pre-check as plain lines, for the terminal."""

from collections.abc import Iterator

from generator.rules.dates import in_words
from generator.rules.eligibility.ruling import NOTICE, Eligibility, Ruling
from generator.rules.verdict import YES

_STEP = "　　"


def explained(result: Eligibility) -> list[str]:
    """The answer, then each condition with its reasons, what is missing, and from when it is met."""
    rests_on = f"，按{result.rests_on}" if result.rests_on else ""
    lines = [f"预审结论：{result.answer}（申报{result.title or '的职称没有写'}{rests_on}）", f"{NOTICE}。"]
    if result.met_from and result.answer != YES:
        lines.append(f"只差时间，{in_words(result.met_from)}起符合。")
    lines += [f"注意：{text}。" for text in (*result.lenient, *result.notes)]
    for heading, rulings in (("能否申报", result.admission), ("评审条件", result.conditions)):
        lines += ["", heading, *(line for ruling in rulings for line in _lines(ruling, 0))]
    return lines


def _lines(ruling: Ruling, depth: int, *, settled: bool = False) -> Iterator[str]:
    """One ruling and those it is made of; of an alternative that is not needed (`settled`) no more than its answer."""
    indent = _STEP * depth
    mark = "【另行判断】" if ruling.left_to else f"【{ruling.answer}】"
    yield f"{indent}{mark}{ruling.name}：{ruling.why}"
    if ruling.sentence and ruling.sentence != ruling.why:
        yield f"{indent}{_STEP}条件：{ruling.sentence}"
    if settled and ruling.answer != YES:
        return
    if ruling.missing and not ruling.parts:
        yield f"{indent}{_STEP}还缺：{'；'.join(ruling.missing)}"
    if ruling.met_from and ruling.answer != YES:
        yield f"{indent}{_STEP}{in_words(ruling.met_from)}起符合"
    for part in ruling.parts:
        yield from _lines(part, depth + 1, settled=ruling.answer == YES)
