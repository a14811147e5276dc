"""Word templates become Word documents: every value exactly as typed, every fault placed, the package left alone."""

import io
import os
import subprocess
import sys
import zipfile

import docx
import pytest
from docx.document import Document
from docx.shared import Pt
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import FindingsError, UsageError
from generator.rendering.docx import WordTemplate, render_docx
from generator.rendering.environment import FILLED, HAND_BLANK
from tests.support import (
    BODY,
    CHECKOUT,
    W,
    member,
    opened,
    paragraphs,
    schema_errors,
    with_member,
    word_template,
    xml,
    zip_of,
)

# Carriage returns become line ends; U+FFFE and U+FFFF cannot stand in XML, and loading refuses them.
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from("\n\t<>&\"'{}%#_ ")
)
DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
)


def rendered(template: bytes, **values) -> bytes:
    return WordTemplate(template, "试.docx").render({"状态": FILLED, **values})


def refusal(template: bytes, **values) -> str:
    with pytest.raises(FindingsError) as caught:
        rendered(template, **values)
    return str(caught.value)


def split(document: Document, *pieces: str) -> None:
    """A paragraph whose text stands in runs of different looks, as Word leaves it after editing."""
    paragraph = document.add_paragraph()
    for number, piece in enumerate(pieces):
        run = paragraph.add_run(piece)
        run.bold = bool(number % 2)
        run.font.size = Pt(10 + number)


def minimal(body: str) -> bytes:
    return zip_of(word__document_xml=DOCUMENT.format(body), **{"[Content_Types]_xml": "<Types/>"})


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
        notes = DOCUMENT.format("").replace("w:document", "w:footnotes").replace(
            "<w:body></w:body>", '<w:footnote w:id="1"><w:p><w:r><w:t>{{ 值 }}</w:t></w:r></w:p></w:footnote>'
        )
        template = with_member(word_template("甲"), "word/footnotes.xml", notes.encode())
        made = rendered(template, 值="{{ 状态 }}<注>")
        assert "".join(xml(made, "word/footnotes.xml").itertext()).strip() == "{{ 状态 }}<注>"

    def test_quotes_that_a_word_processor_wrote_as_entities_still_delimit(self):
        template = minimal("<w:p><w:r><w:t>{{ x|空白(&quot;××&quot;) }}“&quot;”</w:t></w:r></w:p>")
        assert "".join(xml(rendered(template, x="甲")).itertext()).strip() == "甲“\"”"

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

    @pytest.mark.parametrize("value", ["是", ""])
    @pytest.mark.parametrize(
        "tags", [("{%p if x %}", "{% endif %}"), ("{% if x %}", "{%p endif %}"), ("{%p for y in x %}", "{% endfor %}")]
    )
    def test_tags_that_do_not_pair_never_delete_in_silence(self, tags, value):
        template = word_template("前", tags[0], "中", tags[1], "后", "末")
        try:
            made = paragraphs(rendered(template, x=value))
        except FindingsError:
            return
        assert made[0] == "前"
        assert made[-2:] == ["后", "末"]

    def test_a_paragraph_condition_closed_inside_a_paragraph_is_an_error(self):
        message = refusal(word_template("前", "{%p if x %}", "中", "{% endif %}", "后"), x="")
        assert message.startswith("试.docx")
        assert "{%p if %} 要用 {%p endif %} 结束" in message


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
            ("{%tr for y in x %}", "要写在表格里"),
        ],
    )
    def test_in_a_paragraph(self, text, said):
        message = refusal(word_template("前", text, "{%p endif %}"), x="值")
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


class TestThePackage:
    def test_what_has_no_tag_keeps_its_compressed_bytes(self):
        template = word_template("{{ x }}")
        made = rendered(template, x="甲")
        with zipfile.ZipFile(io.BytesIO(template)) as before, zipfile.ZipFile(io.BytesIO(made)) as after:
            assert after.testzip() is None
            assert after.namelist() == before.namelist()
            for old, new in zip(before.infolist(), after.infolist(), strict=True):
                if old.filename != BODY:
                    assert packed(made, new) == packed(template, old)
                assert new.date_time == (1980, 1, 1, 0, 0, 0)

    def test_the_same_values_give_the_same_bytes_in_any_process(self, tmp_path):
        path = tmp_path / "试.docx"
        path.write_bytes(word_template("{{ x }}", "{%p for y in ys %}", "{{ y }}", "{%p endfor %}"))
        program = (
            "import sys, pathlib, hashlib; from generator.rendering.docx import render_docx;"
            f"made = render_docx(pathlib.Path({str(path)!r}), {{'状态': '填写', 'x': '甲', 'ys': ['乙', '丙']}});"
            "print(hashlib.sha256(made).hexdigest())"
        )
        digests = {
            subprocess.run(
                [sys.executable, "-c", program],
                env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONHASHSEED": seed},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        }
        assert len(digests) == 1

    def test_a_template_changed_on_disk_is_read_again(self, tmp_path):
        path = tmp_path / "试.docx"
        path.write_bytes(word_template("旧{{ x }}"))
        assert paragraphs(render_docx(path, {"状态": FILLED, "x": "甲"})) == ["旧甲"]
        path.write_bytes(word_template("新的{{ x }}"))
        assert paragraphs(render_docx(path, {"状态": FILLED, "x": "甲"})) == ["新的甲"]

    def test_rendering_twice_leaves_nothing_of_the_first(self):
        template = WordTemplate(word_template("{{ x }}"), "试.docx")
        template.render({"状态": FILLED, "x": "甲"})
        assert paragraphs(template.render({"状态": FILLED, "x": "乙"})) == ["乙"]

    def test_a_dotx_becomes_a_document(self):
        template = word_template("{{ x }}")
        types = member(template, "[Content_Types].xml").replace(b"document.main+xml", b"template.main+xml")
        made = rendered(with_member(template, "[Content_Types].xml", types), x="甲")
        assert paragraphs(made) == ["甲"]

    def test_drawing_ids_stay_unique_in_loops(self, tmp_path):
        def change(document):
            from PIL import Image

            Image.new("RGB", (2, 2)).save(tmp_path / "章.png")
            document.add_paragraph("{%p for x in xs %}")
            document.add_picture(str(tmp_path / "章.png"))
            document.add_picture(str(tmp_path / "章.png"))
            document.add_paragraph("{%p endfor %}")

        pytest.importorskip("PIL")
        made = rendered(word_template(change=change), xs=[1, 2, 3])
        assert [node.get("id") for node in xml(made).iter("{*}docPr")] == ["1", "2", "3", "4", "5", "6"]

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "不是完好的 Word/Excel 文件"),
            (b"PK\x03\x04" + b"\0" * 100, "不是完好的 Word/Excel 文件"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "不是完好的 Word/Excel 文件"),
            (b"plain text", "不是完好的 Word/Excel 文件"),
            (zip_of(a="b"), "不是 Word 的 .docx 文件"),
            (zip_of(word__document_xml=DOCUMENT.format("{{ x }}")), "不是 Word 的 .docx 文件"),
            (zip_of(word__document_xml="<w:p>{{ x }}", **{"[Content_Types]_xml": "<Types/>"}), "已损坏"),
            (zip_of(word__document_xml=b"\xff\xfe\0", **{"[Content_Types]_xml": "<Types/>"}), "已损坏"),
        ],
    )
    def test_what_is_no_sound_word_file_is_refused_with_the_way_out(self, content, said):
        with pytest.raises(UsageError, match=r"^试\.docx：.*另存为") as caught:
            WordTemplate(content, "试.docx")
        assert said in str(caught.value)

    def test_a_template_that_is_not_there_is_the_users_mistake(self, tmp_path):
        with pytest.raises(UsageError, match="没有这个模板文件"):
            render_docx(tmp_path / "没有.docx", {})

    @settings(max_examples=300)
    @given(st.data())
    def test_a_damaged_file_is_refused_and_nothing_else_happens(self, data):
        good = WHOLE
        damaged = bytearray(good[: data.draw(st.integers(0, len(good)))] if data.draw(st.booleans()) else good)
        for _ in range(data.draw(st.integers(1, 8))):
            if damaged:
                damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
        try:
            made = rendered(bytes(damaged), x="甲")
        except (UsageError, FindingsError):
            return
        assert "甲" in "".join(xml(made).itertext())


WHOLE = minimal("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>")


class TestTables:
    """Loops over cells leave a grid that Word and LibreOffice can lay out."""

    @staticmethod
    def table(cell_properties: str = "", rows: str = "", columns: int = 2) -> bytes:
        grid = '<w:gridCol w:w="4000"/>' * columns
        cell = f"<w:tc>{cell_properties}<w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p></w:tc>"
        rows = rows or f"<w:tr>{cell * columns}</w:tr>"
        return minimal(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")

    @staticmethod
    def grid(made: bytes) -> list[str]:
        return [column.get(f"{W}w") for column in xml(made).iter(f"{W}gridCol")]

    @pytest.mark.parametrize("width", ['w:w="2500" w:type="pct"', 'w:w="50%" w:type="pct"', 'w:w="0" w:type="auto"'])
    def test_widths_that_are_no_lengths_leave_the_grid_alone(self, width):
        made = rendered(self.table(f"<w:tcPr><w:tcW {width}/></w:tcPr>"), x="甲")
        assert self.grid(made) == ["4000", "4000"]

    def test_rows_that_begin_or_end_inside_the_grid_leave_it_alone(self):
        cell = '<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p></w:tc>'
        rows = f'<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="2"/></w:trPr>{cell}</w:tr>'
        assert self.grid(rendered(self.table(rows=rows, columns=4), x="甲")) == ["4000"] * 4

    def test_merged_cells_leave_the_grid_alone(self):
        def change(document):
            table = document.add_table(2, 3)
            table.cell(0, 0).merge(table.cell(0, 1)).text = "{{ x }}"
            table.cell(0, 2).merge(table.cell(1, 2))

        template = word_template(change=change)
        assert self.grid(rendered(template, x="甲")) == [
            column.get(f"{W}w") for column in xml(template).iter(f"{W}gridCol")
        ]

    def test_the_grid_takes_the_widths_that_the_cells_state(self):
        def change(document):
            table = document.add_table(1, 3)
            fill(table.rows[0].cells, "{%tc for 列 in 表 %}", "{{ 列.名 }}{{ 列.宽|列宽 }}", "{%tc endfor %}")

        made = rendered(word_template(change=change), 表=[{"名": "甲", "宽": n} for n in (2, 4, 6, 8)])
        assert self.grid(made) == ["630", "1260", "1890", "2520"]
        assert schema_errors(made) == []


class TestPropertyTags:
    FRAME = ("{{ 宽|列宽 }}", "{{ 列|跨列 }}", "{{ 并|竖并 }}")

    @staticmethod
    def cell_properties(made: bytes) -> list[str]:
        return [node.tag.removeprefix(W) for node in next(xml(made).iter(f"{W}tcPr"))]

    def test_a_right_indent_is_set_in_characters_and_its_tag_is_gone(self):
        made = rendered(word_template("{{ 块.右空|右空 }}{{ 块.文本 }}"), 块={"右空": 4.5, "文本": "某局"})
        assert paragraphs(made) == ["某局"]
        assert [node.get(f"{W}right") for node in xml(made).iter(f"{W}ind")] == [str(int(4.5 * 315))]

    def test_it_takes_its_place_among_the_paragraphs_properties(self):
        def change(document):
            paragraph = document.add_paragraph("{{ 4|右空 }}甲", style="Normal")
            paragraph.paragraph_format.space_before = Pt(6)
            paragraph.paragraph_format.left_indent = Pt(9)
            paragraph.alignment = 2
            paragraph.paragraph_format.keep_with_next = True

        made = rendered(word_template(change=change))
        properties = [node.tag.removeprefix(W) for node in next(xml(made).iter(f"{W}pPr"))]
        assert properties == ["keepNext", "spacing", "ind", "jc"]
        assert schema_errors(made) == []

    @pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
    def test_cell_properties_stand_in_the_schemas_order_whatever_the_tags_order(self, order):
        def change(document):
            cell = document.add_table(2, 2, style="Table Grid").cell(0, 0)
            cell.text = "甲" + "".join(self.FRAME[number] for number in order)
            cell.vertical_alignment = 1

        made = rendered(word_template(change=change), 宽=6, 列=1, 并="起")
        assert self.cell_properties(made) == ["tcW", "gridSpan", "vMerge", "vAlign"]
        assert opened(made).tables[0].cell(0, 0).text == "甲"
        assert schema_errors(made) == []

    @pytest.mark.parametrize(("merge", "expected"), [("起", "restart"), ("续", None), ("", "没有")])
    def test_vertical_merging_begins_goes_on_or_is_not(self, merge, expected):
        def change(document):
            document.add_table(1, 1).cell(0, 0).text = "{{ 并|竖并 }}"

        nodes = list(xml(rendered(word_template(change=change), 并=merge)).iter(f"{W}vMerge"))
        assert (nodes[0].get(f"{W}val") if nodes else "没有") == expected

    def test_a_tag_after_a_nested_table_sets_the_outer_cell(self):
        def change(document):
            outer = document.add_table(1, 1).cell(0, 0)
            outer.add_table(1, 1).cell(0, 0).text = "内"
            outer.add_paragraph("{{ 6|列宽 }}外")

        outer, inner = xml(rendered(word_template(change=change))).iter(f"{W}tcW")
        assert outer.get(f"{W}w") == "1890"
        assert inner.get(f"{W}w") != "1890"

    def test_a_tag_in_a_nested_table_sets_the_inner_cell(self):
        def change(document):
            outer = document.add_table(1, 1).cell(0, 0)
            outer.add_table(1, 1).cell(0, 0).text = "{{ 6|列宽 }}内"
            outer.add_paragraph("外")

        outer, inner = xml(rendered(word_template(change=change))).iter(f"{W}tcW")
        assert inner.get(f"{W}w") == "1890"
        assert outer.get(f"{W}w") != "1890"

    @pytest.mark.parametrize("pieces", [("{{ 6|列宽 }}", "甲"), ("{{ 6", "|列宽 }}", "甲"), ("甲", "{{", " 6|列", "宽 }}")])
    def test_a_property_tag_split_across_runs_works_and_leaves_no_text(self, pieces):
        def change(document):
            paragraph = document.add_table(1, 1).cell(0, 0).paragraphs[0]
            for piece in pieces:
                paragraph.add_run(piece)

        made = rendered(word_template(change=change))
        assert opened(made).tables[0].cell(0, 0).text == "甲"
        assert next(xml(made).iter(f"{W}tcW")).get(f"{W}w") == "1890"

    def test_a_cell_property_outside_a_table_is_an_error(self):
        def change(document):
            document.add_table(1, 1)
            document.add_paragraph("{{ 6|列宽 }}")

        assert "要写在表格单元格里" in refusal(word_template(change=change))

    def test_a_headings_cells_span_columns_and_rows_in_a_loop(self):
        def change(document):
            table = document.add_table(3, 3, style="Table Grid")
            table.cell(0, 0).text = "{%tr for 行 in 表头 %}"
            heading = "{{ 格.文字 }}{{ 格.跨列|跨列 }}{{ 格.竖并|竖并 }}"
            fill(table.rows[1].cells, "{%tc for 格 in 行 %}", heading, "{%tc endfor %}")
            table.cell(2, 0).text = "{%tr endfor %}"

        heading = [
            [{"文字": "序号", "跨列": 1, "竖并": "起"}, {"文字": "申报", "跨列": 2, "竖并": ""}],
            [{"文字": "", "跨列": 1, "竖并": "续"}, *({"文字": x, "跨列": 1, "竖并": ""} for x in ("专业", "级别"))],
        ]
        made = rendered(word_template(change=change), 表头=heading)
        [table] = opened(made).tables
        assert [[cell.text for cell in row.cells] for row in table.rows] == [
            ["序号", "申报", "申报"],
            ["序号", "专业", "级别"],
        ]
        assert schema_errors(made) == []


def test_a_document_full_of_hostile_values_is_valid():
    def change(document):
        document.add_table(1, 1).cell(0, 0).text = "{{ x }}"

    template = word_template("{{ x }}", change=change)
    assert schema_errors(rendered(template, x="<>&\"' \n\t{{ }}{% %}㛃𠮷·" * 50)) == []
