"""What to do about a column whose heading names no field."""

import re

from generator.loading.tables.fields import groups
from generator.loading.tables.headings import Vocabulary, fold, group_named, label
from generator.loading.validation import suggest

_JOINERS = re.compile(r"[及和与、/／]")
_CLOSE = 0.6


def advice(heading: str, vocabulary: Vocabulary) -> str:
    """A remedy, from what the heading looks like: two fields in one column, a whole list, a slip of the pen."""
    parts = [part for part in _JOINERS.split(heading) if part.strip()]
    if len(parts) > 1 and all(vocabulary.target(part) or group_named(part) for part in parts):
        return f"一列里有{len(parts)}项内容的，请分成{len(parts)}列：{'、'.join(f'“{part.strip()}”' for part in parts)}"
    group = group_named(heading)
    if group == "年度考核":
        return "请每年一列，表头写成“2023年考核”，或另建一张名为“年度考核”的表"
    if group == "继续教育":
        return "请每年、每科一列，表头写成“2023年公需学时”，或另建一张名为“继续教育”的表"
    if group and groups()[group].is_list:
        return f"请另建一张名为“{group}”的表，每项一行，写明姓名和身份证号"
    near = suggest(fold(heading), vocabulary.words, _CLOSE)
    if near:
        return f"最接近的是“{label(vocabulary.words[near[0]].names)}”，是的请改表头；不需要的可以不管"
    return "不需要的可以不管"
