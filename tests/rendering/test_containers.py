"""A faulty container is named by the file and the line in which it is written, whatever was printed before it."""

import pytest
from jinja2 import FileSystemLoader

from generator.errors import TemplateError
from generator.rendering.environment import FILLED
from generator.rendering.wording import render_blocks


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("甲\n\n{% if true %}\n乙\n{% endif %}\n::: 说明\n丙", 6, "没有用“:::”结束"),
        ("{{ 值 }}\n\n::: 属名\n:::", 3, "没有“::: 属名”这种写法"),
        ("{{ 值 }}\n\n::: 书写格\n八\n:::", 3, "只写行数"),
        ("{{ 值 }}\n\n::: 说明\n甲\n:::\n\n::: 落款\n:::", 7, "里没有内容"),
        ("{{ 值 }}\n\n::: 版记\n抄送：甲。\n", 3, "“::: 版记”没有用“:::”结束"),
        ("::: 发文机关标志\n甲\n\n::: 发文字号\n乙\n:::", 1, "又开始了“::: 发文字号”"),
    ],
)
def test_a_faulty_container_is_named_by_the_file_and_the_line_it_is_written_in(tmp_path, source, line, said):
    path = tmp_path / "试.md"
    path.write_text(source, "utf-8")
    with pytest.raises(TemplateError, match=said) as caught:
        render_blocks("试.md", {"状态": FILLED, "值": "一\n二\n三"}, FileSystemLoader(tmp_path))
    assert str(caught.value).startswith(f"{path}:{line}：")


def test_a_faulty_container_of_a_clause_is_named_there(tmp_path):
    clause = tmp_path / "款.md"
    clause.write_text("甲\n\n::: 说明\n乙\n", "utf-8")
    (tmp_path / "试.md").write_text("前\n\n{% include '款.md' %}\n", "utf-8")
    with pytest.raises(TemplateError) as caught:
        render_blocks("试.md", {"状态": FILLED}, FileSystemLoader(tmp_path))
    assert str(caught.value).startswith(f"{clause}:3：“::: 说明”没有用“:::”结束")


def test_the_marks_of_the_places_are_never_printed(tmp_path):
    source = "::: 落款 {% if true %}盖章{% endif +%}\n"
    source += "{% set 句 %}\n甲\n{% endset %}{{ 句 }}日\n:::\n\n甲 ::: 乙\n    ::: 丙\n"
    (tmp_path / "试.md").write_text(source, "utf-8")
    made = render_blocks("试.md", {"状态": FILLED}, FileSystemLoader(tmp_path))
    assert [(block.style, block.text) for block in made] == [
        ("署名", "甲"),
        ("日期", "日"),
        ("正文", "甲 ::: 乙::: 丙"),
    ]
