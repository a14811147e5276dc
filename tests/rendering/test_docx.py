"""Word templates become Word documents: every value exactly as typed, blocks and loops as docxtpl has them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.rendering.docx import WordTemplate
from generator.rendering.environment import FILLED, HAND_BLANK
from tests.rendering.word import DOCUMENT, fill, minimal, rendered, split
from tests.support import opened, paragraphs, schema_errors, with_member, word_template, xml

# Carriage returns become line ends; U+FFFE and U+FFFF cannot stand in XML, and loading refuses them.
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t<>&\"'{}%#_ ")
)


class TestValuesArriveAsTyped:
    TEMPLATE = WordTemplate(word_template("甲{{ 值 }}乙", "{{ 值 }}"), "试.docx")

    @given(TEXT)
    @example("<>&\"'\n\t  {{ 状态 }}{%p if x %}{_{ %}")
    @example("  前后有空格  ")
    @example("a\n\n\nb\n")
    @example("㛃堃喆𠮷\U000e0100 \ue000\u2028\u00ad\u200d")
    @example("]]><!-- --><w:p/>&amp;&#10;")
    def test_in_a_paragraph(self, value):
        made = self.TEMPLATE.render({"状态": FILLED, "值": value})
        assert paragraphs(made) == [f"甲{value}乙", value]

    @pytest.mark.parametrize(("typed", "shown"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb")])
    def test_line_ends_of_every_system_are_line_ends(self, typed, shown):
        assert paragraphs(rendered(word_template("{{ 值 }}"), 值=typed)) == [shown]

    def test_no_value_is_run_as_a_template(self):
        made = rendered(word_template("{{ 甲 }}{{ 乙 }}"), 甲="{{ 乙 }}{% if 1 %}", 乙="密")
        assert paragraphs(made) == ["{{ 乙 }}{% if 1 %}密"]

    @pytest.mark.parametrize(
        "pieces",
        [
            ("{{ 申报人.姓名 }}",),
            ("{", "{ 申报人.姓名 }}"),
            ("{{", " 申报人.姓名 ", "}}"),
            ("{", "{", "申报", "人", ".姓", "名", "}", "}"),
            ("{{ 申报人.姓名 }", "}"),
        ],
    )
    def test_a_tag_that_word_has_split_across_runs_is_one_tag(self, pieces):
        template = word_template(change=lambda document: split(document, "前", *pieces, "后"))
        assert paragraphs(rendered(template, 申报人={"姓名": "何堃"})) == ["前何堃后"]

    def test_the_look_of_the_run_stays_with_the_value(self):
        template = word_template(change=lambda document: split(document, "前", "{{ 值 }}", "后"))
        runs = opened(rendered(template, 值="甲\n乙")).paragraphs[0].runs
        assert [(run.text, bool(run.bold)) for run in runs] == [("前", False), ("甲\n乙", True), ("后", False)]

    def test_in_headers_footers_and_properties(self):
        def change(document):
            document.sections[0].header.paragraphs[0].text = "头{{ 值 }}"
            document.sections[0].footer.paragraphs[0].text = "脚{{ 值 }}"
            document.core_properties.title = "{{ 值 }}·R&D"

        made = opened(rendered(word_template(change=change), 值="a&b <c>"))
        assert made.sections[0].header.paragraphs[0].text == "头a&b <c>"
        assert made.sections[0].footer.paragraphs[0].text == "脚a&b <c>"
        assert made.core_properties.title == "a&b <c>·R&D"

    def test_a_value_of_several_lines_does_not_break_the_title_property(self):
        def change(document):
            document.core_properties.title = "{{ 值 }}"

        made = opened(rendered(word_template("{{ 值 }}", change=change), 值=" 甲\n乙\t丙 "))
        assert made.core_properties.title == "甲 乙 丙"
        assert made.paragraphs[0].text == " 甲\n乙\t丙 "

    def test_in_footnotes_where_a_value_is_not_run_either(self):
        notes = (
            DOCUMENT.format("")
            .replace("w:document", "w:footnotes")
            .replace("<w:body></w:body>", '<w:footnote w:id="1"><w:p><w:r><w:t>{{ 值 }}</w:t></w:r></w:p></w:footnote>')
        )
        template = with_member(word_template("甲"), "word/footnotes.xml", notes.encode())
        made = rendered(template, 值="{{ 状态 }}<注>")
        assert "".join(xml(made, "word/footnotes.xml").itertext()).strip() == "{{ 状态 }}<注>"

    def test_quotes_that_a_word_processor_wrote_as_entities_still_delimit(self):
        template = minimal("<w:p><w:r><w:t>{{ x|空白(&quot;××&quot;) }}“&quot;”</w:t></w:r></w:p>")
        assert "".join(xml(rendered(template, x="甲")).itertext()).strip() == '甲“"”'

    def test_space_to_write_on_keeps_its_width(self):
        assert paragraphs(rendered(word_template("{{ x|空白('××') }}|"), x="甲", 状态=HAND_BLANK)) == ["　　　　|"]


class TestBlocksAndLoops:
    @pytest.mark.parametrize(("value", "expected"), [("是", ["前", "中", "后"]), ("", ["前", "后"])])
    def test_a_paragraph_condition_takes_its_own_paragraphs_away(self, value, expected):
        template = word_template("前", "{%p if x %}", "中", "{%p endif %}", "后")
        assert paragraphs(rendered(template, x=value)) == expected

    @pytest.mark.parametrize(("value", "expected"), [("是", ["前中后"]), ("", ["前后"])])
    def test_a_condition_inside_a_paragraph(self, value, expected):
        assert paragraphs(rendered(word_template("前{% if x %}中{% endif %}后"), x=value)) == expected

    def test_loops_over_paragraphs_rows_and_cells(self):
        def change(document):
            document.add_paragraph("{%p for 行 in 表 %}")
            document.add_paragraph("{{ loop.index }}{{ 行[0] }}")
            document.add_paragraph("{%p endfor %}")
            table = document.add_table(3, 3)
            table.cell(0, 0).text = "{%tr for 行 in 表 %}"
            fill(table.rows[1].cells, "{%tc for 格 in 行 %}", "{{ 格 }}", "{%tc endfor %}")
            table.cell(2, 0).text = "{%tr endfor %}"

        made = opened(rendered(word_template(change=change), 表=[["甲", "乙", "丙", "丁"], ["1", "2", "3", "4"]]))
        assert [paragraph.text for paragraph in made.paragraphs] == ["1甲", "21"]
        assert [[cell.text for cell in row.cells] for row in made.tables[0].rows] == [list("甲乙丙丁"), list("1234")]
        assert len(made.tables[0].columns) == 4

    def test_loops_over_runs_choose_each_runs_look(self):
        def change(document):
            split(document, "{%r for 段 in 块 %}", "{{ 段 }}", "{%r endfor %}")

        made = opened(rendered(word_template(change=change), 块=["甲 ", " 乙"]))
        runs = [(run.text, run.bold) for run in made.paragraphs[0].runs if run.text]
        assert runs == [("甲 ", True), (" 乙", True)]


def test_a_document_full_of_hostile_values_is_valid():
    def change(document):
        document.add_table(1, 1).cell(0, 0).text = "{{ x }}"

    template = word_template("{{ x }}", change=change)
    assert schema_errors(rendered(template, x="<>&\"' \n\t{{ }}{% %}㛃𠮷·" * 50)) == []
