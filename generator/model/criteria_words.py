"""A condition's own sentence, and the numbers in it: `{{ 任职满年 }}` prints the number of the same record.

A number stands in one key; the sentence refers to it by name, so that the printed text and the eligibility check cannot
disagree. What a sentence names and what its record says are compared here, and faults are told at their key.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.model.faults import Fault

_SLOT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_BRACES = re.compile("[{}｛｝]")
_TEN_THOUSAND = 10_000
WORDS = "文字"


def filled(text: str, values: Mapping[str, str]) -> str:
    """The sentence with its numbers; what `sentence_faults` refuses is never filled."""
    return _SLOT.sub(lambda slot: values[slot[1]], text)


def sentence_faults(text: str, values: Mapping[str, str], named: Iterable[str] = ()) -> Iterator[Fault]:
    """Where the sentence and its record disagree: each of `values` must be printed, each of `named` must be said."""
    slots = dict.fromkeys(_SLOT.findall(text))
    for slot in slots:
        if slot not in values:
            have = f"可用的有：{'、'.join(values)}" if values else "本项没有写数量，直接写文字即可"
            yield Fault((WORDS,), f"“文字”引用的“{slot}”在本项中没有", f"请改正名称；{have}")
    for name in values:
        if name not in slots:
            remedy = f"请在“文字”里用 {{{{ {name} }}}} 引用，不要另写数字，以免改了一处漏了另一处"
            yield Fault((WORDS,), f"“{name}”没有印进“文字”", remedy)
    if _BRACES.search(_SLOT.sub("", text)):
        yield Fault((WORDS,), "“文字”里有不成对的花括号", "引用数量写成 {{ 名称 }}，两边各两个英文花括号")
    for name in named:
        if name not in text:
            yield Fault((WORDS,), f"“文字”没有提到“{name}”", "请使“文字”和本项所列的条件一致")


def quantity(number: int, unit: str) -> str:
    """800卷, 60%, 1万字: a number with its unit; characters in whole ten thousands are counted in 万 (GB/T 15835)."""
    if unit == "字" and number >= _TEN_THOUSAND and number % _TEN_THOUSAND == 0:
        return f"{number // _TEN_THOUSAND}万字"
    return f"{number}{unit}"
