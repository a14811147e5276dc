"""A wording becomes the blocks it describes; what a value holds is never read as notation, and no line is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import DictLoader, FileSystemLoader

from generator.errors import TemplateError
from generator.rendering.blocks import HEITI, KAITI, PLAIN, RULED, Block
from generator.rendering.containers import CONTAINERS
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from generator.rendering.wording import render_blocks

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t*_|#:{}%`~>-+1. \ue000\ufdd0\ufdd4")
)


def blocks(source: str, state: str = FILLED, **values) -> list[Block]:
    return render_blocks("试.md", {"状态": state, **values}, DictLoader({"试.md": source}))


def lines(source: str, state: str = FILLED, **values) -> list[tuple[str, str]]:
    return [(block.style, block.text) for block in blocks(source, state, **values)]


def runs(source: str, state: str = FILLED, **values) -> list[tuple[str, str]]:
    [block] = blocks(source, state, **values)
    return [(run.text, run.face) for run in block.runs]


def refusal(source: str, **values) -> str:
    with pytest.raises(TemplateError) as caught:
        blocks(source, **values)
    return str(caught.value)


def body(text: str) -> list[tuple[str, str]]:
    """What body text becomes: a paragraph for each line of it that is not empty."""
    return [("正文", line) for line in text.split("\n") if "\n" not in text or line.strip()]


class TestValuesArriveAsTyped:
    @given(TEXT)
    @example("张*三*")
    @example("**甲**__乙__")
    @example("# 甲\n\n## 乙\n- 丙\n1. 丁\n\n    戊")
    @example("::: 落款\n甲\n:::\n")
    @example("  甲|乙  ")
    @example("{{ 状态 }}{% raw %}{# x #}")
    @example("&lt;<b>`x`\\* ")
    @example("\ufdd0e4\ufdd4")
    def test_in_a_paragraph(self, value):
        assert lines("甲{{ 值 }}乙", 值=value) == body(f"甲{value}乙")

    @given(TEXT)
    def test_alone_in_a_paragraph(self, value):
        assert lines("{{ 值 }}\n\n完", 值=value) == [*body(value), ("正文", "完")]

    @given(TEXT)
    def test_in_headings(self, value):
        made = lines("## {{ 值 }} {-}\n### 甲{{ 值 }} {-}\n#### {{ 值 }}乙 {-}", 值=value)
        assert made == [("一级标题", value), ("二级标题", f"甲{value}"), ("三级标题", f"{value}乙")]

    @given(TEXT.filter(lambda text: "\n" not in text))
    def test_in_a_run_in_heading(self, value):
        assert runs("**（一）{{ 值 }}。**正文{{ 值 }}", 值=value) == [
            (f"（一）{value}。", KAITI),
            (f"正文{value}", PLAIN),
        ]

    @given(TEXT, TEXT)
    def test_in_the_lines_of_a_container(self, first, second):
        made = lines("::: 签章\n{{ 甲 }}\n签{{ 乙 }}\n:::\n后", 甲=first, 乙=second)
        assert made == [("签章", first), ("签章", f"签{second}"), ("正文", "后")]

    @given(st.lists(TEXT, min_size=1, max_size=3))
    def test_in_a_table(self, cells):
        heading = [{"文字": cell, "跨列": 1, "竖并": ""} for cell in cells]
        [block] = blocks("{{ 表|表格 }}", 表={"列宽": [4] * len(cells), "表头": [heading], "行": [cells]})
        assert block.style == "表格"
        for row in (*block.table["表头"], *block.table["行"]):
            assert [cell["文字"] for cell in row] == cells

    @given(st.lists(TEXT.filter(lambda text: "\n" not in text), min_size=1, max_size=3))
    def test_in_the_signature(self, names):
        source = "::: 落款\n{% for 名 in 名称 %}\n{{ 名 }}\n{% endfor %}\n{{ 日 }}\n:::"
        made = lines(source, 名称=names, 日="2024年8月28日")
        assert made == [*(("署名", name) for name in names), ("日期", "2024年8月28日")]

    def test_through_an_included_clause_and_a_macro(self):
        loader = DictLoader(
            {
                "文.md": "{% include '款.md' %}{% macro 名(x) %}{{ x }}同志{% endmacro %}{{ 名(值) }}",
                "款.md": "{{ 值 }}，",
            }
        )
        [block] = render_blocks("文.md", {"状态": FILLED, "值": "张*三*"}, loader)
        assert block.text == "张*三*，张*三*同志"

    def test_a_title_breaks_where_the_value_does(self):
        assert lines("# {{ 值 }}通知", 值="某局\n关于*的*") == [("标题", "某局\n关于*的*通知")]


class TestNotation:
    def test_headings_and_paragraphs(self):
        source = "# 题\n## 一、甲\n### （一）乙\n#### 1.丙\n正文一。\n\n正文二。\n"
        assert lines(source) == [
            ("标题", "题"),
            ("一级标题", "一、甲"),
            ("二级标题", "（一）乙"),
            ("三级标题", "1.丙"),
            ("正文", "正文一。"),
            ("正文", "正文二。"),
        ]

    @pytest.mark.parametrize(
        ("heading", "face"),
        [
            ("一、网上申报。", HEITI),
            ("十二、附则。", HEITI),
            ("（一）网上申报。", KAITI),
            ("（十二）材料。", KAITI),
            ("1.基本信息：", PLAIN),
            ("（1）身份证。", PLAIN),
            ("说明：", PLAIN),
        ],
    )
    def test_a_run_in_heading_has_the_face_of_its_level_and_its_text_follows_plain(self, heading, face):
        made = runs(f"**{heading}**正文")
        assert made == ([(heading, face), ("正文", PLAIN)] if face != PLAIN else [(f"{heading}正文", PLAIN)])

    @pytest.mark.parametrize("after", ["申报人", "“申报”", "（甲）", "{{ 值 }}", "2024年", "Word"])
    def test_a_run_in_heading_needs_no_space_after_it(self, after):
        assert blocks(f"**1.基本信息：**{after}", 值="何堃")[0].text.startswith(
            "1.基本信息：" + after[:1].replace("{", "何")
        )

    def test_a_run_in_heading_may_be_numbered_by_a_value(self):
        assert runs("**{{ 2|括号序号 }}网上申报。**正文") == [("（二）网上申报。", KAITI), ("正文", PLAIN)]

    def test_only_the_beginning_of_a_paragraph_can_be_a_run_in_heading(self):
        assert runs("甲**（一）乙。**丙") == [("甲（一）乙。丙", PLAIN)]

    @pytest.mark.parametrize(
        "text",
        [
            "3 * 4 = 12",
            "*甲",
            "甲*",
            "*甲*",
            "_甲_乙",
            "* 甲",
            "- 甲",
            "1. 甲",
            "> 甲",
            "`甲`",
            "[甲](乙)",
            "![甲](乙)",
            "<b>甲</b>",
            "http://example.com",
            "a|b",
            "|甲|乙|",
            "~~甲~~",
            "甲\\乙",
            "&amp;&lt;",
            "#甲",
            "####### 甲",
            "甲 #",
            "---",
            "***",
            "[^1]",
            "$x$",
            "(c) -- ...",
            "“甲”'乙'",
        ],
    )
    def test_what_is_not_our_notation_is_text(self, text):
        assert lines(text) == [("正文", text)]

    @pytest.mark.parametrize(
        ("source", "joined"),
        [
            ("甲\n乙", "甲乙"),
            ("甲。\n2024年", "甲。2024年"),
            ("Word\nExcel", "Word Excel"),
            ("2024\n年", "2024年"),
            ("用Word\n写", "用Word写"),
            ("a,\nb", "a,b"),
            ("甲  \n乙", "甲乙"),
            ("{{ 值 }}\n乙", "值乙"),
        ],
    )
    def test_a_line_end_in_a_paragraph_joins_chinese_without_a_space(self, source, joined):
        assert lines(source, 值="值") == [("正文", joined)]

    def test_each_line_of_a_container_is_a_block_of_its_style(self):
        for name in set(CONTAINERS) - {"落款", "版记", "换页", "书写格"}:
            assert lines(f"前\n\n::: {name}\n甲\n乙\n:::\n后") == [
                ("正文", "前"),
                (name, "甲"),
                (name, "乙"),
                ("正文", "后"),
            ]

    def test_spaces_at_a_line_end_that_nobody_sees_change_nothing(self):
        assert lines("::: 签章\n签字：  \n（公章）   \n:::") == [("签章", "签字："), ("签章", "（公章）")]

    def test_blank_lines_in_a_container_are_no_blocks(self):
        assert lines("::: 说明\n甲\n\n乙\n\n:::") == [("说明", "甲"), ("说明", "乙")]

    def test_page_break_and_writing_lines(self):
        made = blocks("::: 书写格\n{{ 4 + 3 }}\n:::\n\n::: 换页\n:::\n")
        assert [(block.style, block.lines) for block in made] == [("书写格", 7), ("换页", 0)]

    def test_tags_alone_in_their_line_leave_no_line(self):
        item = "{% if loop.first %}附件：{% endif %}{{ loop.index }}.{{ 件 }}"
        source = f"::: 附件说明\n{{% for 件 in 附件 %}}\n{item}\n{{% endfor %}}\n:::\n"
        assert lines(source, 附件=["甲", "乙"]) == [("附件说明", "附件：1.甲"), ("附件说明", "2.乙")]

    def test_space_to_write_on_is_ruled_in_the_hand_blank_and_open_where_the_hand_signs(self):
        source = "姓名{{ 值|空白('××') }}，{{ 留空('×', 2) }}日"
        assert runs(source, HAND_BLANK, 值="甲") == [("姓名", PLAIN), ("　" * 4, RULED), ("，　　日", PLAIN)]
        assert runs(source, MODEL_BLANK, 值="甲") == [("姓名××，×日", PLAIN)]
        assert runs(source, FILLED, 值="甲") == [("姓名甲，　　日", PLAIN)]


class TestFaultsAreNamed:
    @pytest.mark.parametrize(
        ("source", "said"),
        [
            ("::: 说明\n甲\n\n乙", "“::: 说明”没有用“:::”结束"),
            ("::: 说明\n甲\n::: 签章\n乙\n:::", "“::: 说明”还没有用“:::”结束，又开始了“::: 签章”"),
            ("::: 属名\n甲\n:::", "没有“::: 属名”这种写法，可用：主送"),
            ("甲\n\n:::\n", "多了一行“:::”"),
            ("::: 落款\n:::", "“::: 落款”里没有内容"),
            ("::: 书写格\n八\n:::", "只写行数"),
            ("::: 书写格\n999999999\n:::", "只写行数"),
            ("::: 书写格\n:::", "只写行数"),
            ("见{{ 表|表格 }}", "“表格”要单独成段"),
            ("::: 居中\n{{ 表|表格 }}\n:::", "“表格”要单独成段"),
            ("## {{ 表|表格 }}乙", "“表格”要单独成段"),
            ("{% set 句 %}{{ 甲 }}{% endset %}{{ 句|upper }}", "不能再用筛选器改动"),
            ("{% set 句 %}{{ 甲 }}{% endset %}{{ 句|truncate(3, true, '') }}", "不能再用筛选器改动"),
        ],
    )
    def test_broken_notation_is_refused_and_swallows_nothing(self, source, said):
        message = refusal(source, 表={"列宽": [1], "表头": [], "行": [["甲"]]}, 甲="张三")
        assert message.startswith("试.md")
        assert said in message

    def test_an_unknown_variable_is_placed_in_the_wordings_line(self, tmp_path):
        (tmp_path / "文.md").write_text("# 题\n\n甲\n{{ 申报人.姓明 }}\n", "utf-8")
        with pytest.raises(TemplateError) as caught:
            render_blocks("文.md", {"状态": FILLED, "申报人": {}}, FileSystemLoader(tmp_path))
        assert str(caught.value).startswith(f"{tmp_path / '文.md'}:4：数据中没有“姓明”")

    def test_a_fault_in_an_included_clause_is_placed_in_the_clause(self, tmp_path):
        (tmp_path / "文.md").write_text("甲\n{% include '款.md' %}\n", "utf-8")
        (tmp_path / "款.md").write_text("一\n二\n{{ 电话 }}\n", "utf-8")
        with pytest.raises(TemplateError) as caught:
            render_blocks("文.md", {"状态": FILLED}, FileSystemLoader(tmp_path))
        assert str(caught.value).startswith(f"{tmp_path / '款.md'}:3：数据中没有“电话”")

    @pytest.mark.parametrize(
        ("source", "said"),
        [
            ("甲\n{% if x %}", "“if”没有对应的 endif"),
            ("甲\n{{ x", "标签"),
            ("甲\n{{ x|没有 }}", "没有“没有”这个筛选器"),
            ("甲\n{% 如果 x %}", "这里不该有“如果”标签"),
            ("甲\n{{ x }", "标签里"),
        ],
    )
    def test_a_broken_tag_is_placed_in_its_line(self, source, said):
        message = refusal(source, x="")
        assert message.startswith("试.md:2：")
        assert said in message

    def test_a_missing_clause_is_named(self):
        assert refusal("甲\n{% include 'clauses/没有.md' %}").startswith("试.md:2：没有“clauses/没有.md”这个模板")

    def test_a_template_cannot_read_a_file_outside_its_folders(self, tmp_path):
        (tmp_path / "内").mkdir()
        (tmp_path / "外.md").write_text("密", "utf-8")
        (tmp_path / "内" / "文.md").write_text("{% include '../外.md' %}", "utf-8")
        with pytest.raises(TemplateError, match=r"没有“.*外\.md”这个模板"):
            render_blocks("文.md", {"状态": FILLED}, FileSystemLoader(tmp_path / "内"))
