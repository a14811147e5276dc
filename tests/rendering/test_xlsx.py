"""The workbook as another program reads it: text stays text, headings are merged, nothing is cut off."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.errors import TemplateError
from generator.rendering.blocks import Block, Run
from generator.rendering.table import laid_out
from generator.rendering.xlsx import render_xlsx

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t=+-@<>&\"'_x"),
    min_size=1,
)
HEADING = [
    [
        {"文字": "序号", "跨列": 1, "竖并": "起"},
        {"文字": "申报", "跨列": 2, "竖并": ""},
        {"文字": "备注", "跨列": 1, "竖并": "起"},
    ],
    [
        {"文字": "", "跨列": 1, "竖并": "续"},
        {"文字": "专业", "跨列": 1, "竖并": ""},
        {"文字": "级别", "跨列": 1, "竖并": ""},
        {"文字": "", "跨列": 1, "竖并": "续"},
    ],
]


def table(*rows: list[str]) -> Block:
    return Block("表格", table=laid_out({"列宽": [2, 4, 4, 6], "表头": HEADING, "行": list(rows)}))


def line(text: str, style: str = "正文") -> Block:
    return Block(style, (Run(text),))


def sheet(content: bytes):
    [made] = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return made


def value_rows(made) -> list[list]:
    return [[cell.value for cell in row] for row in made.iter_rows()]


@given(st.lists(TEXT, min_size=4, max_size=4))
@example(["=1+1", "+86", "-1", "@x"])
@example(["http://example.com", "_x0041_", "012", "1e5"])
@example([" 前", "后 ", "a\nb", "990101199001011234"])
def test_every_value_is_text_as_typed(cells):
    made = sheet(render_xlsx("花名册", [table(cells)]))
    row = [made.cell(3, column) for column in range(1, 5)]
    assert [cell.value for cell in row] == cells
    assert {cell.data_type for cell in row} == {"s"}
    assert not any(cell.hyperlink for cell in row)


def test_two_level_headings_are_merged_and_stand_over_their_columns():
    made = sheet(render_xlsx("花名册", [line("花名册", "标题"), table(["1", "档案", "中级", ""])]))
    assert {str(merged) for merged in made.merged_cells.ranges} == {"A1:D1", "A2:A3", "B2:C2", "D2:D3"}
    assert value_rows(made) == [
        ["花名册", None, None, None],
        ["序号", "申报", None, "备注"],
        [None, "专业", "级别", None],
        ["1", "档案", "中级", ""],
    ]


def test_merged_cells_of_a_document_s_own_table_are_merged_here_too():
    rows = [
        [{"文字": "县市", "跨行": 2}, {"文字": "名额", "跨列": 2}],
        [{"文字": "正高"}, {"文字": "副高"}],
        [{"文字": "甲县"}, {"文字": "合计十五", "跨列": 2, "跨行": 2}],
        [{"文字": "乙市"}],
    ]
    made = sheet(render_xlsx("名额", [Block("表格", table=laid_out({"列宽": [], "表头行数": 2, "行": rows}))]))
    assert {str(merged) for merged in made.merged_cells.ranges} == {"A1:A2", "B1:C1", "B3:C4"}
    assert value_rows(made) == [
        ["县市", "名额", None],
        [None, "正高", "副高"],
        ["甲县", "合计十五", None],
        ["乙市", None, None],
    ]
    assert made.print_title_rows == "$1:$2"


def test_a_table_without_a_heading_repeats_none():
    made = sheet(render_xlsx("名额", [Block("表格", table=laid_out({"表头行数": 0, "行": [["甲"]]}))]))
    assert (made.print_title_rows, made.freeze_panes) == (None, None)


def test_it_prints_on_one_page_width_with_the_headings_on_every_page():
    made = sheet(render_xlsx("花名册", [line("题", "标题"), table(["1", "2", "3", "4"])]))
    assert made.page_setup.orientation == "landscape"
    assert str(made.page_setup.paperSize) == "9"
    assert made.sheet_properties.pageSetUpPr.fitToPage
    assert (made.page_setup.fitToWidth or 1, made.page_setup.fitToHeight) == (1, 0)
    assert made.print_title_rows == "$1:$3"
    assert made.freeze_panes == "A4"


def test_lines_beside_the_table_are_all_there_and_high_enough_to_be_read():
    long = "报送前请与主管部门原表核对。" * 5
    made = sheet(
        render_xlsx("花名册", [line("单位（盖章）："), line(long), line("甲\n乙"), table(["1", "2", "3", "4"])])
    )
    assert [made.cell(row, 1).value for row in (1, 2, 3)] == ["单位（盖章）：", long, "甲\n乙"]
    heights = [made.row_dimensions[row].height for row in (1, 2, 3)]
    assert heights == pytest.approx([20, 20 * 5, 20 * 2], abs=0.5)


def test_text_longer_than_a_cell_can_hold_is_refused_not_cut():
    with pytest.raises(TemplateError, match="Excel 一格最多放32767个"):
        render_xlsx("花名册", [table(["甲" * 32_768, "", "", ""])])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("花名册", "花名册"),
        ("2024/9：[名册]*?\\", "2024 9： 名册"),
        ("'甲'", "甲"),
        ("甲" * 30 + "'乙", "甲" * 30),
        ("甲\n乙", "甲 乙"),
        ("", "Sheet1"),
        ("//", "Sheet1"),
    ],
)
def test_the_sheet_is_named_as_excel_allows(title, name):
    assert sheet(render_xlsx(title, [table(["1", "2", "3", "4"])])).title == name


def test_the_title_is_a_property_of_the_file():
    made = openpyxl.load_workbook(io.BytesIO(render_xlsx("2024年花名册", [table(["1", "2", "3", "4"])])))
    assert made.properties.title == "2024年花名册"


def test_the_same_blocks_give_the_same_bytes_and_no_time_of_day_is_in_them():
    blocks = [line("题", "标题"), table(["1", "2", "3", "4"])]
    content = render_xlsx("花名册", blocks)
    assert render_xlsx("花名册", blocks) == content
    properties = openpyxl.load_workbook(io.BytesIO(content)).properties
    assert {properties.created, properties.modified} == {datetime(1980, 1, 1)}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_rows_are_as_high_as_their_text_needs():
    made = sheet(render_xlsx("花名册", [table(["1", "档案管理专业", "中级", "甲\n乙\n丙"], ["1", "2", "3", "4"])]))
    assert [made.row_dimensions[row].height for row in (3, 4)] == pytest.approx([60, 20], abs=0.5)
