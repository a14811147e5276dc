"""Title, addressees and 抄送."""

import pytest

from tests.lint.tools import found, items

TITLE = "关于开展2024年度职称评审工作的通知"
BODY = "现将有关事项通知如下。"


def test_a_title_ends_without_a_mark():
    assert found(f"{TITLE}。\n各单位：\n{BODY}") == [("TITLE-06", "。", "不加标点")]
    assert items(f"请遵照执行。\n按照《{TITLE}》办理。") == []


@pytest.mark.parametrize("end", ["", "，", "。"])
def test_the_addressees_end_with_a_colon(end):
    expected = "各县（市）党委，各单位："
    assert found(f"{TITLE}\n各县（市）党委，各单位{end}\n{BODY}") == [("RECIP-02", expected[:-1] + end, expected)]


def test_addressees_that_go_on_over_broken_lines_have_their_colon_at_the_end():
    assert items(f"{TITLE}\n\n各县市党委宣传部，自治州有关单位党委（党组）、自治州\n\n各新闻单位：\n\n{BODY}") == []


@pytest.mark.parametrize("mark", ["；", " "])
def test_addressees_are_parted_by_commas(mark):
    text = f"{TITLE}\n各县市党委宣传部门{mark}州直各有关部门单位：\n{BODY}"
    assert ("RECIP-04", mark, "，") in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抄送：县委办公室，县政府办公室", [("REC-04", "室", "。")]),
        ("抄送　县委办公室。", [("REC-04", "抄送", "抄送：")]),
        ("抄送：县委办公室，县政府\n办公室。", []),
        ("抄送：县委办公室。\n某局办公室　2024年9月4日印发", []),
        ("抄送：县委办公室\n某局办公室　2024年9月4日印发", [("REC-04", "室", "。")]),
        ("抄送有关单位。", []),
    ],
)
def test_the_list_of_copies_has_its_colon_and_full_stop(text, expected):
    assert found(text) == expected


def test_a_whole_notice_in_right_form_passes():
    lines = [
        TITLE,
        "各县（市）党委，州直各部门、各单位：",
        BODY,
        "一、范围",
        "在职人员。",
        "特此通知。",
        "抄送：县委办公室。",
    ]
    assert items("\n".join(lines)) == []
