"""What the lint says of the five real notices: every remark was read beside the text and judged right.

Most are PUNC-20 (spaces that a conversion or a typist put beside figures) and PUNC-07 (half-width marks, which come in
paragraphs copied from elsewhere, told once for each paragraph). The others one by one: PUNC-02 a period of years with a
hyphen; PUNC-03 a range of items with two; PUNC-14 lists with a full stop within an item and semicolons behind the rest;
REC-04 抄送 without its full stop; PAIR-01 “ that nothing closes; NUM-08 一式两份 beside 一式2份; WORD-01 登陆 for 登录,
证实 for 正式, 疑异 for 异议. A lower count is a remark lost, a higher one has to be read and judged.
"""

from collections import Counter

import pytest

from generator.lint import PlacedRemark, lint_lines
from tests.support import CHECKOUT

NOTICES = CHECKOUT.parent / "shared" / "reference" / "notices"
JUDGED = {
    "bazhou-archives-2021": {"PUNC-20": 59, "PUNC-07": 14, "WORD-01": 2, "PUNC-03": 1, "PUNC-14": 1},
    "bazhou-archives-2024": {"PUNC-20": 19, "PUNC-07": 14, "WORD-01": 1, "PAIR-01": 1, "NUM-08": 1},
    "bazhou-culture-2021": {"PUNC-20": 15, "PUNC-07": 42, "WORD-01": 1, "NUM-08": 1},
    "bazhou-news-2021": {"PUNC-20": 18, "WORD-01": 2, "PUNC-02": 1, "PUNC-14": 1, "REC-04": 1},
    "qinghai-archives-plan-2020": {"PUNC-20": 3, "PUNC-07": 8},
}
WARNINGS = {
    "bazhou-archives-2021": 16,
    "bazhou-archives-2024": 15,
    "bazhou-culture-2021": 42,
    "bazhou-news-2021": 3,
    "qinghai-archives-plan-2020": 8,
}


def placed(name: str) -> list[PlacedRemark]:
    path = NOTICES / f"{name}.txt"
    if not path.is_file():
        pytest.skip("the real notices are not here")
    return lint_lines(path.read_text("utf-8").split("\n"), year=int(name[-4:]))


@pytest.mark.parametrize("name", JUDGED)
def test_the_remarks_are_those_that_were_judged_right(name):
    assert Counter(each.remark.item.id for each in placed(name)) == JUDGED[name]


@pytest.mark.parametrize("name", JUDGED)
def test_what_is_practice_or_taste_is_kept_apart_from_what_the_standard_demands(name):
    levels = Counter(each.remark.level for each in placed(name))
    assert levels == {"warning": WARNINGS[name], "hint": sum(JUDGED[name].values()) - WARNINGS[name]}


def test_the_notices_are_all_there_is_to_judge():
    if not NOTICES.is_dir():
        pytest.skip("the real notices are not here")
    assert {path.stem for path in NOTICES.glob("*.txt")} == set(JUDGED)


def test_a_file_of_another_year_has_its_dates_and_years_told():
    if not (path := NOTICES / "bazhou-culture-2021.txt").is_file():
        pytest.skip("the real notices are not here")
    remarks = lint_lines(path.read_text("utf-8").split("\n"), year=2025)
    stale = [(each.line, each.remark.found) for each in remarks if each.remark.item.id == "YEAR-01"]
    assert stale[0] == (9, "2021年度")
    assert [line for line, _ in stale] == [9, 13, 47, 47, 47, 87, 143, 147]
