"""A table as data, in either of its forms, becomes rows that fill every column; what would leave a gap is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, TemplateRuntimeError
from markupsafe import Markup

from generator.errors import TemplateError
from generator.rendering.environment import FILLED
from generator.rendering.table import ROOM, laid_out
from generator.rendering.wording import render_blocks


def cell(text: str = "格", columns: int = 1, rows: int = 1) -> dict:
    return {"文字": text, "跨列": columns, "跨行": rows}


def own(*rows: list, heading: int = 0, widths: tuple[int, ...] = ()) -> dict:
    """A table as the model of official documents says it; plain text is a cell of its own."""
    made = [[each if isinstance(each, dict) else cell(each) for each in row] for row in rows]
    return {"列宽": list(widths), "表头行数": heading, "行": made}


def shape(rows: list) -> list[list[tuple[str, int, str]]]:
    return [[(each["文字"], each["跨列"], each["竖并"]) for each in row] for row in rows]


def refusal(content) -> str:
    with pytest.raises(TemplateRuntimeError) as caught:
        laid_out(content)
    return str(caught.value)


def test_spanned_places_are_put_in():
    made = laid_out(own([cell("甲", rows=2), cell("乙", columns=2)], ["丙", "丁"], ["戊", "己", "庚"], heading=2))
    assert shape(made["表头"]) == [
        [("甲", 1, "起"), ("乙", 2, "")],
        [("", 1, "续"), ("丙", 1, ""), ("丁", 1, "")],
    ]
    assert shape(made["行"]) == [[("戊", 1, ""), ("己", 1, ""), ("庚", 1, "")]]


def test_a_cell_over_rows_and_columns_leaves_out_all_its_places():
    made = laid_out(own(["甲", cell("乙", 2, 3)], ["丙"], ["丁"]))
    assert shape(made["行"]) == [
        [("甲", 1, ""), ("乙", 2, "起")],
        [("丙", 1, ""), ("", 2, "续")],
        [("丁", 1, ""), ("", 2, "续")],
    ]


def test_the_campaigns_form_of_a_table_gives_the_same():
    heading = [
        [{"文字": "甲", "跨列": 1, "竖并": "起"}, {"文字": "乙", "跨列": 2, "竖并": ""}],
        [{"文字": "", "跨列": 1, "竖并": "续"}, *({"文字": x, "跨列": 1, "竖并": ""} for x in "丙丁")],
    ]
    theirs = laid_out({"列宽": [2, 3, 4], "表头": heading, "行": [["1", "2", "3"]]})
    same = own([cell("甲", rows=2), cell("乙", columns=2)], ["丙", "丁"], ["1", "2", "3"], heading=2, widths=(2, 3, 4))
    assert theirs == laid_out(same)


def test_each_cell_knows_its_share_of_the_width():
    made = laid_out(own([cell("甲", columns=2), "乙"], ["1", "2", "3"], widths=(2, 3, 5)))
    assert [[each["宽"] for each in row] for row in made["行"]] == [[5, 5], [2, 3, 5]]


class TestWidthsByContent:
    @staticmethod
    def widths(*rows: list) -> list[float]:
        return laid_out(own(*rows))["列宽"]

    def test_they_follow_the_longest_line(self):
        number, name = self.widths(["1", "示例州档案局\n办公室"], ["2", "乙"])
        assert (number, name) == (3, 7)

    def test_long_text_leaves_room_for_the_others(self):
        number, text, phone = self.widths(["1", "长" * 200, "13000000000"])
        assert number == 3
        assert phone == 6.5
        assert number + text + phone == pytest.approx(ROOM)

    def test_merged_cells_widen_no_column(self):
        assert self.widths([cell("跨两列的很长的一格" * 3, columns=2)], ["1", "2"]) == [3, 3]

    def test_only_columns_of_long_text_are_marked(self):
        made = laid_out(own(["说" * 30, "明" * 30], ["短", "长" * 30], heading=1))
        assert [each["长文"] for row in (*made["表头"], *made["行"]) for each in row] == [False, False, False, True]


class TestRefusals:
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (own(["甲", "乙"], ["丙"]), "以“甲”开头的表格第2行占1列，应占2列"),
            (own(["甲", "乙"], ["丙", "丁", "戊"]), "第2行占3列，应占2列"),
            (own(["甲", "乙"], [cell("丙", columns=3)]), "第2行占3列，应占2列"),
            (own(["甲", cell("乙", rows=2)], ["丙", "丁"]), "第2行占3列，应占2列"),
            (own([cell("甲"), cell("乙", rows=2), cell("丙")], [cell("丁", columns=2)]), "第2行占2列，应占3列"),
            (own(["甲"], widths=(1, 2)), "第1行占1列，应占2列"),
            (own(["甲", cell("乙", rows=3)], ["丙"]), "第2行有格的跨行超出表格的最后一行"),
            (own(["甲", cell("乙", rows=2)], ["丙"], heading=1), "第1行有格的跨行超出表头的最后一行"),
            (own([cell("甲", columns=0), "乙"]), "第1行的跨列、跨行要从1起"),
            (own(["甲", "乙"], widths=(1, 0)), "列宽都要大于0"),
            (own(), "表格没有一行内容"),
            ("甲", "“表格”前面要是一张表"),
            ({"列宽": [1], "表头": [], "行": [["甲", "乙"]]}, "以“甲”开头的表格第1行占2列，应占1列"),
        ],
    )
    def test_say_the_table_and_the_row(self, content, said):
        assert said in refusal(content)

    def test_the_wordings_line_is_named(self):
        source = "甲\n\n{{ 表格.名额|表格 }}\n"
        values = {"状态": FILLED, "表格": {"名额": own(["县市", "名额"], ["乙县"])}}
        with pytest.raises(TemplateError) as caught:
            render_blocks("试.md", values, DictLoader({"试.md": source}))
        assert str(caught.value).startswith("试.md:3：以“县市”开头的表格第2行占1列，应占2列：并格的写明跨列")

    def test_captured_text_is_no_table(self):
        assert "要是一张表" in refusal(Markup("甲"))


@st.composite
def tables(draw) -> tuple[dict, int]:
    """A table cut at random into cells, and its number of columns."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    taken: set[tuple[int, int]] = set()
    rows: list[list[dict]] = []
    for row in range(height):
        rows.append([])
        for column in range(width):
            if (row, column) in taken:
                continue
            free = next((end for end in range(column, width) if (row, end) in taken), width) - column
            columns, down = draw(st.integers(1, free)), draw(st.integers(1, height - row))
            taken |= {(row + below, column + beside) for below in range(down) for beside in range(columns)}
            rows[-1].append(cell(f"{row}-{column}", columns, down))
    return own(*rows), width


@given(tables())
def test_every_row_of_any_table_fills_all_columns_and_no_text_is_lost(made):
    content, width = made
    result = laid_out(content)
    assert {sum(each["跨列"] for each in row) for row in result["行"]} == {width}
    texts = [each["文字"] for row in result["行"] for each in row if each["竖并"] != "续"]
    assert texts == [each["文字"] for row in content["行"] for each in row]
    assert all(each["宽"] > 0 for row in result["行"] for each in row)
