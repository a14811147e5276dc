"""Templates of a few words, rendered to what a reader of the test sees."""

import pytest
from markupsafe import Markup

from generator.errors import TemplateError
from generator.rendering.environment import FILLED, Space, make_environment, render
from generator.rendering.faults import blaming

VALUES = {
    "申报人": {"姓名": "何堃", "性别": "", "工作经历": [{"单位": "甲馆"}, {"单位": "乙馆"}]},
    "年度": 2024,
    "状态": FILLED,
}


def shown(source: str, state: str = FILLED, **values) -> str:
    """What the template prints, spaces as underscores (ruled) or dots (open)."""

    def encode(value):
        if isinstance(value, Space):
            return Markup(("_" if value.ruled else ".") * value.width)
        return Markup(str(value))

    with blaming("试"):
        return render(make_environment(encode).from_string(source), {**VALUES, "状态": state, **values})


def refusal(source: str, **values) -> str:
    with pytest.raises(TemplateError) as caught:
        shown(source, **values)
    return str(caught.value)
