"""The corrections that remarks offer: put into the text, they mend it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lint import Remark, lint
from tests.lint.test_check import TEXTS
from tests.lint.test_every_item import EXAMPLES

WRONG = sorted({text for wrong, _ in EXAMPLES.values() for text in wrong})
PARAGRAPHS = st.lists(st.sampled_from(WRONG), min_size=1, max_size=4).map("\n\n特此说明。\n\n".join)


def mended(text: str, remark: Remark) -> str:
    return text[: remark.offset] + remark.fix + text[remark.offset + remark.length :]


def sure(text: str) -> list[Remark]:
    return [each for each in lint(text, year=2024) if each.fix is not None]


@given(PARAGRAPHS | TEXTS)
def test_corrections_take_their_remarks_away_one_after_the_other(text):
    for _ in range(2 * len(text)):
        if remarks := sure(text):
            text = mended(text, remarks[0])
    assert sure(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("按照新人社发[2022]27号执行。", "按照新人社发〔2022〕27号执行。"),
        ("申报时间为2024年09月05日--9月30日。", "申报时间为2024年9月5日—9月30日。"),
        ("提交3-5篇论文,约占10—20%。", "提交3—5篇论文，约占10%—20%。"),
        ('实行"盲评"方式...', "实行“盲评”方式……"),
        ("一.总则\n(一)范围", "一、总则\n（一）范围"),
        ("{{ 事实.日期.起 }}-{{ 事实.日期.止 }}", "{{ 事实.日期.起 }}—{{ 事实.日期.止 }}"),
    ],
)
def test_what_can_be_corrected_without_asking_is(text, right):
    while remarks := sure(text):
        text = mended(text, remarks[0])
    assert text == right
