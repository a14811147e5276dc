"""References to cells when rows are put in: as Excel moves them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from generator.loading.tables.xlsx_parts import column_letters
from generator.roster_template.references import Insertion, area_bounds, copied

TEN_ROWS = Insertion("名单", 6, 10, growing=5)


@pytest.mark.parametrize(
    ("area", "grown", "moved"),
    [
        ("A5", "A5:A15", "A5"),
        ("A5:D5", "A5:D15", "A5:D5"),
        ("A4:A5", "A4:A15", "A4:A5"),
        ("A4", "A4", "A4"),
        ("A6", "A16", "A16"),
        ("A1:D20", "A1:D30", "A1:D30"),
        ("$A$6:$B$9", "$A$16:$B$19", "$A$16:$B$19"),
        ("B:B", "B:B", "B:B"),
        ("6:7", "16:17", "16:17"),
        ("A5 B6:C7", "A5:A15 B16:C17", "A5 B16:C17"),
    ],
)
def test_areas_move_and_those_that_end_at_the_only_empty_row_grow(area, grown, moved):
    assert TEN_ROWS.area(area) == grown
    assert TEN_ROWS.area(area, grows=False) == moved


@pytest.mark.parametrize(
    ("formula", "here", "elsewhere"),
    [
        ("COUNTA(B5:B5)", "COUNTA(B5:B15)", "COUNTA(B5:B5)"),
        ("SUM($A$5:$A$9)+A5+A6", "SUM($A$5:$A$19)+A5+A16", "SUM($A$5:$A$9)+A5+A6"),
        ("名单!B6+'名单'!B7+Sheet2!B6", "名单!B16+'名单'!B17+Sheet2!B6", "名单!B16+'名单'!B17+Sheet2!B6"),
        ('IF(A7>6,"A8","")', 'IF(A17>6,"A8","")', 'IF(A7>6,"A8","")'),
        ("LOG10(A6)", "LOG10(A16)", "LOG10(A6)"),
        ("Table1[A6]", "Table1[A6]", "Table1[A6]"),
        ("ROW()-4", "ROW()-4", "ROW()-4"),
        ("人数6+X6A", "人数6+X6A", "人数6+X6A"),
        ("1:6", "1:16", "1:6"),
    ],
)
def test_formulas_move_what_they_name_of_the_sheet_and_nothing_else(formula, here, elsewhere):
    assert TEN_ROWS.formula(formula, here=True) == here
    assert TEN_ROWS.formula(formula, here=False) == elsewhere


def test_a_sheets_name_is_known_in_its_quotation_marks():
    insertion = Insertion("李's 名单", 6, 1)
    assert insertion.formula("'李''s 名单'!A6", here=False) == "'李''s 名单'!A7"


CELLS = st.builds(
    lambda dollar, column, fixed, row: f"{dollar}{column_letters(column)}{fixed}{row}",
    st.sampled_from(["", "$"]),
    st.integers(20, 700),
    st.sampled_from(["", "$"]),
    st.integers(50, 900),
)
TERMS = (
    CELLS
    | st.tuples(CELLS, CELLS).map(lambda ends: f"SUM({ends[0]}:{ends[1]})")
    | CELLS.map(lambda cell: f"'别的 表'!{cell}")
    | st.sampled_from(["1", '"A9"', "人数9", "LOG10(2)"])
)
FORMULAS = st.lists(TERMS, min_size=1, max_size=6).map("+".join)


@given(FORMULAS, st.integers(-40, 40), st.integers(-15, 15))
def test_a_formula_copied_to_another_cell_reads_as_openpyxl_has_it(formula, rows, columns):
    origin, target = "AZ500", f"{column_letters(51 + columns)}{500 + rows}"
    assert f"={copied(formula, origin, target)}" == Translator(f"={formula}", origin).translate_formula(target)


@given(FORMULAS, st.integers(1, 900), st.integers(1, 500))
def test_every_row_of_the_sheet_from_the_insertion_on_moves_by_as_much(formula, at, count):
    def moved(match: re.Match) -> str:
        row = int(match[2])
        return f"{match[1]}{row + count if row >= at else row}"

    expected = re.sub(r"(?<![!\w$\"])(\$?[A-Z]{1,3}\$?)(\d+)(?![\d(])", moved, formula)
    assert Insertion("名单", at, count).formula(formula, here=True) == expected


@given(st.integers(0, 800), st.integers(0, 60), st.integers(0, 800), st.integers(0, 60))
def test_the_bounds_of_an_area_are_counted_from_nought(top, left, bottom, right):
    area = f"{column_letters(left)}{top + 1}:{column_letters(right)}{bottom + 1}"
    assert area_bounds(area) == (top, left, bottom, right)
