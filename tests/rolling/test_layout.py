"""Where a mark may stand, and what the models say of a value, however the file is written."""

import pytest
import yaml

from generator.model.records import RECORDS
from generator.rolling import layout as module
from generator.rolling.fields import Kind, field_at
from generator.rolling.layout import Layout


@pytest.fixture(params=["CBaseLoader", "BaseLoader"], autouse=True)
def parser(request, monkeypatch):
    if not hasattr(yaml, request.param):
        pytest.skip("this machine has no libyaml")
    monkeypatch.setattr(module, "_LOADER", getattr(yaml, request.param))


def marked(text: str, *path: str | int) -> str:
    """The text with a mark where one for the value at `path` may stand; it must change no value."""
    layout = Layout(text)
    spot = next(spot for spot in layout.scalars if spot.path == path)
    place = layout.mark_place(spot)
    result = f"{text[:place]}  # 待确认{text[place:]}"
    assert yaml.load(result, yaml.BaseLoader) == yaml.load(text, yaml.BaseLoader)
    return result


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("甲: 1\n乙: 2\n", ("甲",), 1),
        ("甲: 1", ("甲",), 1),
        ("甲: |\n  一\n  二\n乙: 2\n", ("甲",), 1),
        ("甲: >-  # 说明\n  一\n", ("甲",), 1),
        ("甲: '一\n\n  二'\n乙: 2\n", ("甲",), 3),
        ("甲: 一\n  二\n乙: 2\n", ("甲",), 2),
        ("甲: {起: 1, 止: 2}\n", ("甲", "起"), 1),
        ("甲: {起: 1,\n  止: 2}\n", ("甲", "起"), 1),
        ("甲: [1, '二\n  三', 4]\n乙: 2\n", ("甲", 0), 2),
        ("甲: [1, '二\n  三', '四\n  五']\n乙: 2\n", ("甲", 0), 3),
        ("甲: {起: 1, 说明: 一\n  二, 止: 2}\n", ("甲", "起"), 2),
        ("甲:\n  - 起: 1\n    止: |\n      二\n", ("甲", 0, "止"), 3),
        ("甲:\r\n  乙: 1\r\n丙: 2\r\n", ("甲", "乙"), 2),
    ],
)
def test_a_mark_stands_at_the_end_of_a_line_where_it_is_a_comment(text, path, line):
    lines = marked(text, *path).splitlines()
    assert [number for number, words in enumerate(lines, start=1) if words.endswith("# 待确认")] == [line]


@pytest.mark.parametrize(
    ("kind", "path", "owner", "alias", "type_"),
    [
        ("年度评审", ("年度",), "Campaign", "年度", Kind.NUMBER),
        ("年度评审", ("通知", "成文日期"), "Notice", "成文日期", Kind.DATE),
        ("年度评审", ("通知", "主送"), "Notice", "主送", Kind.TEXT),
        ("年度评审", ("通知", "主送", 1), "Notice", "主送", Kind.TEXT),
        ("年度评审", ("时间安排", "批次", 0, "网上申报", "起"), "Period", "起", Kind.DATE),
        ("年度评审", ("时间安排", "批次", "网上申报", "起"), "Period", "起", Kind.DATE),  # 只有一批，不写成列表
        ("年度评审", ("考核", "年度", 2), "AssessmentRule", "年度", Kind.NUMBER),
        ("年度评审", ("公示规定", "身份证号显示"), "PublicityRules", "身份证号显示", Kind.FIXED),
        ("年度评审", ("违规处理", "依据", 0, "文号"), "BasisDocument", "文号", Kind.TEXT),
        ("公文", ("事实", "年度", "申报"), "Facts", "年度", Kind.NUMBER),
        ("公文", ("事实", "日期", "截止"), "Facts", "日期", Kind.DATE),
        ("公文", ("事实", "期间", "申报", "止"), "Period", "止", Kind.DATE),
        ("公文", ("表格", "名额", "行", 0, 1), "OwnTable", "行", Kind.TEXT),
        ("公文", ("表格", "名额", "行", 0, 1, "文字"), "OwnTableCell", "文字", Kind.TEXT),
        ("公文", ("表格", "名额", "列宽", 0), "OwnTable", "列宽", Kind.NUMBER),
        ("公文", ("正文",), "OfficialDocument", "正文", Kind.TEXT),
    ],
)
def test_the_models_say_what_a_value_is(kind, path, owner, alias, type_):
    field = field_at(RECORDS[kind], path)
    assert (field.owner.__name__, field.alias, field.kind) == (owner, alias, type_)
