"""The quick reader of plain YAML gives what the full reader gives, or leaves the text to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.record import known_keys
from generator.loading.yaml_plain import read_plain
from generator.loading.yaml_reader import read_yaml
from generator.loading.yaml_text import Unreadable, decode
from generator.resources import data_folder

PLAIN = [
    "姓名: 张三\n",
    "姓名: 张三   # 虚构\n\n# 注\n性别:\n",
    "申报: {系列: 档案, 级别: 中级}\n姓名: 甲\n",
    "工作经历:\n  - 起: 2012-7\n    止: 至今\n  - 起: 2011-1\n    单位:   甲 局\n备注: 无\n",
    "工作经历:\n- 起: 2012-7\n  止: 至今\n姓名: 甲\n",
    "监督电话:\n  - 0996-1\n  - 0996-2 \n",
    "材料:\n  - {名称: 甲, 件数: 1}\n  - {名称: 乙 丙 , 件数: 2 }\n",
    "公示:\n  起始日期: 2024-9-5\n  异议: 无\n姓名: '张: 三'\n备注: \"a # b\"\n",
    "甲:\n  乙:\n    丙: 1\n  丁: 2\n戊:\n",
    '姓名: ""\n',
]
NOT_PLAIN = [
    "姓名：张三\n",
    "姓名:张三\n",
    "姓名: 张三\n姓名: 李四\n",
    "申报: {系列: 档案, 系列: 文化}\n",
    "姓名: *a\n",
    "姓名: &a 甲\n",
    "姓名: !!str 甲\n",
    "<<: {a: b}\n",
    "? 甲\n: 乙\n",
    "备注: |\n  一\n  二\n",
    "备注: >-\n  一\n",
    "备注: 甲\n  乙\n",
    "备注: 甲 #乙\n",
    "网址: http://example.com\n",
    "备注: [甲, 乙]\n",
    "\t姓名: 甲\n",
    "姓名: 甲\n  性别: 男\n",
    " 姓名: 甲\n性别: 男\n",
    "- 甲\n- 乙\n",
    "工作经历:\n  - 起: 1\n  止: 2\n",
    "监督电话:\n  - 电话：甲\n",
    "申报: {系列: 档案,}\n",
    "申报: {系列: }\n",
    "姓名: 甲\n...\n",
    '备注: "甲\\n乙"\n',
    "备注: - 甲\n",
    "",
]
PIECES = st.sampled_from(
    [
        *(
            "姓名",
            "备注",
            "申报",
            "a",
            "1",
            "甲 乙",
            "“甲”",
            "2024-9-5",
            "12:30",
            "无",
            "null",
            "~",
            "<<",
            "=",
            "·",
            "\u3000",
            "\xa0",
        ),
        *(
            ": ",
            ":",
            "：",
            " ",
            "  ",
            "    ",
            "- ",
            "-",
            "\n",
            "\n",
            "\n",
            "\n  ",
            "\n    ",
            "# ",
            "#",
            " #",
            "{",
            "}",
            ", ",
            ",",
        ),
        *('"', "'", "[", "]", "|", ">", "&", "*", "!", "%", "@", "`", "?", "\t", "---", "...", "\\"),
    ]
)
LINES = st.sampled_from(
    [
        *(
            "姓名: 张三",
            "性别: 男 # 注",
            "备注:",
            "申报: {系列: 档案, 级别: 中级}",
            "  起: 2012-7",
            "  - 起: 1",
            "    止: 2",
            "- 甲",
        ),
        *(
            "  - {名称: 甲, 件数: 1}",
            "- 名称: 甲",
            "  - 乙",
            "# 注",
            "",
            "  ",
            "   单位: 甲",
            "甲: '乙'",
            '丙: "丁: 戊"',
            "    - 己",
        ),
    ]
)


def full(text: str):
    """What the full reader says: the data where it finds nothing wrong, else None."""
    document = read_yaml(text.encode("utf-8"), "张.yaml", known_keys())
    return None if document.findings else document.data


def check(text: str) -> None:
    try:
        clean, findings = decode(text.encode("utf-8"), "张.yaml")
    except Unreadable:
        return
    quick = None if findings else read_plain(clean if clean.endswith("\n") else f"{clean}\n")
    assert quick is None or quick == full(text)


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_read_at_once_and_as_the_full_reader_reads_it(text):
    assert read_plain(text) == full(text) != None  # noqa: E711


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_other_text_is_left_to_the_full_reader(text):
    assert read_plain(text) is None


@pytest.mark.parametrize("path", sorted((data_folder() / "applicants").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_sample_applicants_are_plain(path):
    text = path.read_text("utf-8")
    assert read_plain(text) == full(text) is not None


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_as_the_full_reader_reads_it(text):
    check(text)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_any_lines_are_read_as_the_full_reader_reads_them(text):
    check(text)


@given(st.text(max_size=60))
def test_any_characters_are_read_as_the_full_reader_reads_them(text):
    if not any("\ud800" <= char <= "\udfff" for char in text):
        check(f"姓名: {text}\n")
