"""Tables of a file become tables of the data that the builder accepts, whatever their rows look like."""

from hypothesis import given
from hypothesis import strategies as st

from generator.importing.ledger import Ledger
from generator.importing.tables import Tables, complete_rows, heading_rows
from generator.reading.parts import Cell, Table
from generator.rendering.table import laid_out

CELLS = st.builds(Cell, st.sampled_from(["", "甲", "乙"]), st.integers(1, 3), st.integers(1, 3))


def rows(*texts: str) -> list[list[Cell]]:
    return [[Cell(text) for text in row.split("|")] for row in texts]


@given(st.lists(st.lists(CELLS, max_size=4).map(tuple), min_size=1, max_size=4))
def test_every_table_can_be_laid_out_and_keeps_its_words(given_rows):
    made = complete_rows(Table(tuple(given_rows)))
    content = [[{"文字": cell.text, "跨列": cell.columns, "跨行": cell.rows} for cell in row] for row in made]
    laid_out({"行": content, "表头行数": heading_rows(made)})
    assert [cell.text for row in made for cell in row if cell.text] == [c.text for r in given_rows for c in r if c.text]


def test_a_short_row_is_filled_up_with_empty_cells():
    made = complete_rows(Table(((Cell("甲"), Cell("乙"), Cell("丙")), (Cell("丁"),))))
    assert [[cell.text for cell in row] for row in made] == [["甲", "乙", "丙"], ["丁", "", ""]]


def test_a_row_of_names_heads_the_table():
    assert heading_rows(rows("单位|名额", "甲校|3")) == 1


def test_a_heading_of_two_rows_is_known_by_the_cells_that_reach_over_both():
    table = (
        (Cell("单位", rows=2), Cell("名额", columns=2)),
        (Cell("高级"), Cell("中级")),
        (Cell("甲"), Cell("1"), Cell("2")),
    )
    assert heading_rows(complete_rows(Table(table))) == 2


def test_a_form_to_fill_in_has_no_heading():
    assert heading_rows(rows("姓名||性别|", "学历||学位|")) == 0


def test_tables_are_named_after_the_words_above_them():
    tables = Tables(Ledger())
    table = Table(((Cell("甲"),),))
    names = [tables.add(table, heading) for heading in ("名额分配表（2024年）", "名额分配表", "", "3. 申报材料清单")]
    assert names == ["名额分配表", "名额分配表2", "表", "申报材料清单表"]


def test_facts_in_cells_are_lifted_and_tags_are_not_read():
    tables = Tables(Ledger())
    tables.add(Table(((Cell("公示期5个工作日"), Cell("{{ 甲 }}*")),)), "")
    assert tables.lines["表"][-1] == '  - ["公示期{{ 事实.期限.公示期 }}", "{{ \\"{{\\" }} 甲 }}*"]'
