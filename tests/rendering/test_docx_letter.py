"""A document made from a pattern is the one that the frame makes of it: the same bytes, whatever the values say."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader

from generator.rendering.docx import BODY, WordTemplate
from generator.rendering.docx_letter import BLOCKS, fill_letter
from generator.rendering.wording import worded
from generator.resources import templates_folder
from tests.support import member, word_template

FRAME = templates_folder() / "frames" / "letter.docx"
LETTER = """\
# 关于{{ 甲 }}同志的证明

兹证明{{ 甲 }}同志{{ 乙 }}，{% if 丙 %}现任{{ 丙 }}。{% endif +%}

{% for 项 in 各项 %}
{{ loop.index }}.{{ 项 }}

{% endfor %}
## {{ 乙 }}

**一、{{ 甲 }}。**{{ 丙 }}

Latin {{ 甲 }}
{{ 乙 }} text

::: 附件说明
附件：{{ 丙 }}
:::

::: 签章
{{ 甲 }}{{ 留空("", 6) }}
:::

::: 落款 盖章
{{ 丙 }}
2024年9月5日
:::

::: 联系
（联系人：{{ 甲 }}；{{ 乙 }}）
:::
"""
LOADER = DictLoader({"证明": LETTER})
VALUES = {
    "状态": "填写",
    "文件标题": "证明",
    "甲": "张三",
    "乙": "在本单位工作",
    "丙": "助理馆员",
    "各项": ["一件", "二件"],
}


def by_the_frame(values: dict, frame: Path = FRAME, *, numbered: bool = True) -> bytes:
    template = WordTemplate(frame.read_bytes(), frame.name, numbered=numbered)
    blocks = worded("证明", values, LOADER).blocks
    return template.render({**values, BLOCKS: [block.as_context() for block in blocks]})


def by_pattern(values: dict, frame: Path = FRAME, *, numbered: bool = True) -> bytes:
    return fill_letter(frame, worded("证明", values, LOADER), values, numbered=numbered).content


CHANGES = [
    {},
    {"甲": "阿布都热依木·买买提图尔逊"},
    {"甲": "&<b>{{ 7 }}**一**\t\\"},
    {"甲": ""},
    {"乙": "第一行\n第二行"},
    {"乙": "第一行\n\n  \n第二行\n"},
    {"乙": "\n"},
    {"乙": "以分号结尾；"},
    {"丙": ""},
    {"丙": "1.甲表"},
    {"丙": "一个长到在签字日期上面要往左移、几乎占满一整行的推荐单位全称"},
    {"各项": []},
    {"各项": ["一件", "二\n件", ""]},
    {"甲": "x" * 30},
]


@pytest.mark.parametrize("numbered", [True, False])
def test_one_after_another_they_are_what_the_frame_makes(numbered):
    for change in (*CHANGES, *reversed(CHANGES)):
        values = VALUES | change
        assert by_pattern(values, numbered=numbered) == by_the_frame(values, numbered=numbered), change


texts = st.text("甲张 .，。；：一二附件1\n\t<&{}*#|a9", max_size=12)


@settings(max_examples=40)
@given(st.builds(dict, 甲=texts, 乙=texts, 丙=texts, 各项=st.lists(texts, max_size=3)))
def test_whatever_the_values_say(change):
    values = VALUES | change
    assert member(by_pattern(values), BODY) == member(by_the_frame(values), BODY)


@pytest.mark.parametrize(
    "paragraph",
    [
        "{% for 块 in 块组 %}{{ 块.文本 }}{{ 块.文本|length }}{% endfor %}",
        "{% for 块 in 块组 %}{% if 块.文本 == '张三' %}是{% endif %}{{ 块.文本 }}{% endfor %}",
        "{% for 块 in 块组 %}{% if '张三' in 块.文本 %}是{% endif %}{% endfor %}",
        "{% for 块 in 块组 %}{% for 段 in 块.文字 %}{{ 段.文本|replace('三', '四') }}{% endfor %}{% endfor %}",
        "{% for 块 in 块组 %}{{ 块.文本 ~ 块.样式 }}{% endfor %}",
        "{% for 块 in 块组 %}{{ 块.文本[:3] }}{% endfor %}",
        "{% for 块 in 块组 %}{% if 块.文本.startswith('兹') %}是{% endif %}{% endfor %}",
        "{{ 甲 }}{% for 块 in 块组 %}{{ 块.文本 }}{% endfor %}",
        "{% for 块 in 块组|sort(attribute='文本') %}{{ 块.文本 }}{% endfor %}",
    ],
)
def test_a_frame_that_looks_at_what_it_prints_is_obeyed(tmp_path, paragraph):
    frame = tmp_path / "own.docx"
    frame.write_bytes(word_template(paragraph))
    for change in ({}, {"甲": "李四"}, {"甲": "王小五"}, {"乙": "三"}):
        values = VALUES | change
        assert by_pattern(values, frame) == by_the_frame(values, frame)


def test_a_frame_that_is_changed_is_read_again(tmp_path):
    frame = tmp_path / "own.docx"
    for word in ("甲", "乙乙"):
        frame.write_bytes(word_template(f"{word}{{% for 块 in 块组 %}}{{{{ 块.文本 }}}}{{% endfor %}}"))
        assert word in member(by_pattern(VALUES, frame)).decode("utf-8")
