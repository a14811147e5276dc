"""A fault in a Word template is placed where a clerk finds it, and no text is lost in silence."""

import pytest

from tests.rendering.word import minimal, refusal, rendered, split
from tests.support import paragraphs, word_template


class TestPlaces:
    def test_a_fault_in_a_paragraph_names_the_paragraph_as_word_counts_it(self):
        template = word_template("甲", "", "", "{{ 申报人.姓明 }}，性别")
        assert refusal(template, 申报人={}).startswith("试.docx 第4段（“{{ 申报人.姓明 }}，性别”）：数据中没有“姓明”")

    @pytest.mark.parametrize("tag", ["{{ x", "{{ x|没有 }}", "{% 如果 x %}", "{{ x y }}"])
    def test_a_broken_tag_names_its_paragraph(self, tag):
        assert refusal(word_template("甲", "", "", tag, "乙"), x=1).startswith(f"试.docx 第4段（“{tag}”）：")

    def test_empty_paragraphs_of_every_spelling_are_counted(self):
        body = '<w:p/><w:p w:rsidR="00"/><w:p></w:p><w:p><w:pPr/><w:r><w:t>{{ x|没有 }}</w:t></w:r></w:p>'
        assert refusal(minimal(body), x=1).startswith("试.docx 第4段（“{{ x|没有 }}”）：没有“没有”这个筛选器")

    def test_a_fault_in_a_table_names_table_row_and_cell(self):
        def change(document):
            document.add_table(1, 1)
            document.add_paragraph()
            document.add_table(3, 4).cell(1, 2).text = "{{ 单位.电话 }}"

        assert refusal(word_template("甲", change=change), 单位={}).startswith(
            "试.docx 第2个表格第2行第3格（“{{ 单位.电话 }}”）：数据中没有“电话”"
        )

    def test_a_fault_in_a_nested_table_names_that_table(self):
        def change(document):
            inner = document.add_table(1, 1).cell(0, 0).add_table(1, 2)
            inner.cell(0, 1).text = "{{ 单位.电话 }}"

        assert refusal(word_template(change=change), 单位={}).startswith("试.docx 第2个表格第1行第2格")

    @pytest.mark.parametrize(("part", "word"), [("header", "页眉"), ("footer", "页脚")])
    def test_a_fault_in_a_header_or_footer_says_so(self, part, word):
        def change(document):
            getattr(document.sections[0], part).paragraphs[0].text = "{{ 没有 }}"

        assert refusal(word_template(change=change)).startswith(f"试.docx {word}第1段（“{{{{ 没有 }}}}”）：")

    def test_a_fault_in_the_title_property_says_so(self):
        def change(document):
            document.core_properties.title = "{{ 没有 }}"

        assert refusal(word_template(change=change)).startswith("试.docx 文件属性：数据中没有“没有”")

    def test_a_fault_inside_a_loop_names_the_paragraph_that_uses_the_name(self):
        template = word_template("{%p for x in xs %}", "{{ x.有 }}", "甲", "乙{{ x.无 }}", "{%p endfor %}")
        assert refusal(template, xs=[{"有": "1"}]).startswith("试.docx 第4段（“乙{{ x.无 }}”）：数据中没有“无”")


class TestTagsThatWouldLoseText:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("{{r x }}", "不支持“{{r x }}”"),
            ("{{p x }}", "不支持“{{p x }}”"),
            ("{{tr x }}", "不支持“{{tr x }}”"),
            ("甲{%p if x %}", "同段的“甲”会丢失"),
            ("{%p if x %}乙", "同段的“乙”会丢失"),
            ("{%p if x %}{%p if x %}", "不能和另一个标签同段"),
            ("{#p 注 #}乙", "同段的“乙”会丢失"),
            ("{%tr set y = x %}", "要写在表格里"),
        ],
    )
    def test_in_a_paragraph(self, text, said):
        message = refusal(word_template("前", text, *(["{%p endif %}"] if "if" in text else [])), x="值")
        assert message.startswith(f"试.docx 第2段（“{text}”）：")
        assert said in message

    @pytest.mark.parametrize("pieces", [("{", "{r x }}"), ("{{", "r x }}"), ("{{", "r", " x", " }}")])
    def test_even_where_word_has_split_the_tag(self, pieces):
        assert "不支持“{{r x }}”" in refusal(word_template(change=lambda document: split(document, *pieces)), x="值")

    def test_in_a_row_and_in_a_cell(self):
        def change(document):
            table = document.add_table(2, 2)
            table.cell(0, 0).text = "{%tr for x in xs %}"
            table.cell(0, 1).text = "单价"
            table.cell(1, 0).text = "数量{%tc for x in xs %}"

        message = refusal(word_template(change=change), xs=[])
        assert "试.docx 第1个表格第1行第1格（“{%tr for x in xs %}”）" in message
        assert "同行的“单价”会丢失" in message
        assert "同格的“数量”会丢失" in message

    def test_a_comment_or_a_tag_alone_is_fine(self):
        template = word_template("{#p 给改模板的人看 #}", " {%p if x %} ", "甲{# 注 #}", "{%p endif %}")
        assert paragraphs(rendered(template, x=1)) == ["甲"]


class TestWhatOnlyLooksLikeATag:
    @pytest.mark.parametrize(
        ("text", "opening", "right"),
        [
            ("｛｛ x ｝｝", "｛｛", "{{"),
            ("{ { x } }", "{ {", "{{"),
            ("{　{ x }}", "{　{", "{{"),
            ("{｛ x }}", "{｛", "{{"),
            ("{ % if x %}", "{ %", "{%"),
            ("{％ if x ％}", "{％", "{%"),
            ("｛# 注 #｝", "｛#", "{#"),
        ],
    )
    def test_it_is_refused_with_its_place_and_the_right_writing(self, text, opening, right):
        message = refusal(word_template("前", f"甲{text}"), x="值")
        assert message.startswith(f"试.docx 第2段（“甲{text}”）：“{opening}”不是标签，会原样印出")
        assert message.endswith(f"写成“{right}”")

    def test_even_where_word_has_split_it(self):
        assert "不是标签" in refusal(
            word_template(change=lambda document: split(document, "{", " ", "{ x } }")), x="值"
        )

    def test_braces_of_the_text_are_text(self):
        template = word_template("{甲}｛乙｝", "{{ {'丙': {'丁': x} } .丙.丁 }}")
        assert paragraphs(rendered(template, x="值")) == ["{甲}｛乙｝", "值"]

    @pytest.mark.parametrize(
        "field",
        [
            '<w:fldSimple w:instr=" MERGEFIELD 姓名 \\* MERGEFORMAT "><w:r><w:t>«姓名»</w:t></w:r></w:fldSimple>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGE</w:instrText></w:r>'
            '<w:r><w:instrText>FIELD "姓名" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ],
    )
    def test_a_merge_field_is_refused_with_its_place(self, field):
        message = refusal(minimal(f"<w:p/><w:p>{field}</w:p>"))
        assert message.startswith("试.docx 第2段")
        assert "不支持邮件合并域“姓名”：请删去这个域，改写成标签，例如 {{ 申报人.姓名 }}" in message

    def test_other_fields_are_words_own_affair(self):
        field = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
        assert rendered(minimal(field))


class TestTagsThatDoNotPair:
    """What opens with {%p if %} and ends with {% endif %} would cut through paragraphs, for some values only."""

    @pytest.mark.parametrize("value", ["是", ""])
    @pytest.mark.parametrize(
        ("opening", "closing", "right"),
        [
            ("{%p if x %}", "{% endif %}", "{%p endif %}"),
            ("{% if x %}", "{%p endif %}", "{% endif %}"),
            ("{%p for y in x %}", "{% endfor %}", "{%p endfor %}"),
            ("{%p if x %}", "{%r endif %}", "{%p endif %}"),
            ("{%p if x %}", "{% elif x %}", "{%p elif x %}"),
            ("{%p if x %}", "{% else %}", "{%p else %}"),
        ],
    )
    def test_the_wrong_end_is_named_with_its_paragraph_whatever_the_values(self, opening, closing, right, value):
        message = refusal(word_template("前", opening, "中", closing, "后"), x=value)
        assert message == f"试.docx 第4段（“{closing}”）：“{closing}”和“{opening}”没有成对，要写成“{right}”"

    @pytest.mark.parametrize(
        ("tags", "said"),
        [
            (("{%p if x %}",), "试.docx 第2段（“{%p if x %}”）：“{%p if x %}”没有对应的 endif"),
            (
                ("{%p for y in x %}", "{%p if y %}", "{%p endif %}"),
                "试.docx 第2段（“{%p for y in x %}”）：“{%p for y in x %}”没有对应的 endfor",
            ),
            (("{%p endif %}",), "试.docx 第2段（“{%p endif %}”）：“{%p endif %}”前面没有与它成对的标签"),
            (("{%p else %}",), "试.docx 第2段（“{%p else %}”）：“{%p else %}”前面没有与它成对的标签"),
            (
                ("{%p if x %}", "{%p endfor %}"),
                "试.docx 第3段（“{%p endfor %}”）：“{%p endfor %}”前面没有与它成对的标签",
            ),
        ],
    )
    def test_a_tag_without_its_other_half_is_named_with_its_paragraph(self, tags, said):
        assert refusal(word_template("前", *tags), x="值") == said

    def test_pairs_inside_one_paragraph_across_paragraphs_and_nested_are_fine(self):
        template = word_template(
            "{%p set y = x %}",
            "{%p for z in y %}",
            "甲{% if z %}{% for w in z %}{{ w }}{% else %}空{% endfor %}{% else %}无{% endif %}",
            "{%p if z == '丙' %}",
            "{% set 句 %}乙{% endset %}{{ 句 }}",
            "{%p elif z %}",
            "丁",
            "{%p else %}",
            "戊",
            "{%p endif %}",
            "{%p endfor %}",
        )
        assert paragraphs(rendered(template, x=["丙", ""])) == ["甲丙", "乙", "甲无", "戊"]

    def test_what_is_cut_through_a_table_in_spite_of_pairing_is_refused_when_rendered(self):
        def change(document):
            cell = document.add_table(1, 1).cell(0, 0)
            cell.text = "甲"
            cell.add_paragraph("{%p endif %}")

        template = word_template("{%p if x %}", change=change)
        assert paragraphs(rendered(template, x="是")) == ["甲"]
        assert "渲染后的段落不完整" in refusal(template, x="")
