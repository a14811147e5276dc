"""Tables of Word templates: grids that fit their cells, and the property tags 样式 上空 右空 列宽 跨列 竖并."""

import pytest
from docx.shared import Pt

from tests.rendering.word import fill, minimal, refusal, rendered
from tests.support import W, opened, paragraphs, schema_errors, word_template, xml


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

    def test_the_grid_is_put_together_of_what_each_row_shows_of_it(self):
        def change(document):
            table = document.add_table(3, 3)
            table.cell(0, 0).text = "{%tr for 行 in 表 %}"
            tags = "{{ 格.宽|列宽 }}{{ 格.列|跨列 }}"
            fill(table.rows[1].cells, "{%tc for 格 in 行 %}", tags, "{%tc endfor %}")
            table.cell(2, 0).text = "{%tr endfor %}"

        rows = [[(2, 2), (6, 2)], [(1, 1), (7, 3)]]  # (宽, 列); no row shows where the third column ends
        values = [[{"宽": width, "列": span} for width, span in row] for row in rows]
        made = rendered(word_template(change=change), 表=values)
        assert self.grid(made) == ["315", "315", "945", "945"]
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

    def test_a_space_above_is_set_in_lines(self):
        made = rendered(word_template("{{ 块.上空|上空 }}{{ 2|右空 }}甲"), 块={"上空": 2})
        assert [node.get(f"{W}before") for node in xml(made).iter(f"{W}spacing")] == [str(2 * 579)]
        properties = [node.tag.removeprefix(W) for node in next(xml(made).iter(f"{W}pPr"))]
        assert properties == ["spacing", "ind"]

    def test_a_style_is_chosen_by_the_data_and_stands_first(self):
        def change(document):
            paragraph = document.add_paragraph('{{ ("Title" if 大 else "Heading1")|样式 }}甲', style="Normal")
            paragraph.paragraph_format.keep_with_next = True

        for large, style in ((True, "Title"), (False, "Heading 1")):
            made = rendered(word_template(change=change), 大=large)
            assert [(each.style.name, each.text) for each in opened(made).paragraphs] == [(style, "甲")]
            assert schema_errors(made) == []

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

    @pytest.mark.parametrize(
        "pieces", [("{{ 6|列宽 }}", "甲"), ("{{ 6", "|列宽 }}", "甲"), ("甲", "{{", " 6|列", "宽 }}")]
    )
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
