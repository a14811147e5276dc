"""Marks of what a person must still confirm: real comments only, wherever a # may stand."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.loading import confirmation
from generator.loading.confirmation import Unconfirmed, comments, unconfirmed, unconfirmed_in

# Everything YAML knows to hide a # in, and every place where one begins a comment.
TEXT = """\
# 待确认：文件开头
甲: 1 # 待确认
乙: "引号里 # 待确认" # 待确认：乙要核对
丙: |  # 待确认：整段
  文 # 待确认
  # 待确认：还是文

  末
# 待确认 单独一行
丁: [1, 2, # 待确认：列表里
  3]
戊: a#待确认
己: 没有引号的
  两行 # 待确认：末行
庚: '单引号
  # 待确认
  还在里面'
辛: >-
  折行
   # 待确认
  再折
壬: # 虚构  # 待确认: 半角冒号
  子: 1 # 说明里的“# 待确认”不算
癸: 1 # 待确认的事项不算
子: 1 #待确认；没有冒号
丑:   # 待确认：空的一项
寅: {起: 2024-9-5, 止: 2024-9-30}     # 与原通知一致 # 待确认
"""
FOUND = [
    (1, "文件开头"),
    (2, ""),
    (3, "乙要核对"),
    (4, "整段"),
    (9, ""),
    (10, "列表里"),
    (14, "末行"),
    (22, "半角冒号"),
    (25, ""),
    (26, "空的一项"),
    (27, ""),
]


@pytest.fixture(params=["CBaseLoader", "BaseLoader"], autouse=True)
def parser(request, monkeypatch):
    if not hasattr(yaml, request.param):
        pytest.skip("this machine has no libyaml")
    monkeypatch.setattr(confirmation, "_LOADER", getattr(yaml, request.param))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_marks_are_found_in_comments_and_nowhere_else(line_end):
    assert unconfirmed(TEXT.replace("\n", line_end)) == tuple(Unconfirmed(*mark) for mark in FOUND)


def test_every_comment_is_given_with_its_words_and_its_place():
    for comment in comments(TEXT):
        assert TEXT[comment.start : comment.end] == comment.text
        assert TEXT.split("\n")[comment.line - 1].endswith(comment.text)


def test_a_file_without_marks_has_none(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_bytes("\ufeff甲: 1 # 已确认\r\n乙: 2\r\n".encode())
    assert unconfirmed_in(path) == ()
    path.write_bytes("\ufeff甲: 1 # 待确认\r\n乙: 2 # 待确认：二\r\n".encode())
    assert unconfirmed_in(path) == (Unconfirmed(1, ""), Unconfirmed(2, "二"))


def test_what_is_no_text_has_no_marks_and_what_cannot_be_opened_is_said(tmp_path):
    path = tmp_path / "甲.yaml"
    path.write_bytes("甲: 1 # 待确认".encode("gb18030"))
    assert unconfirmed_in(path) == ()
    with pytest.raises(UsageError, match=r"打不开文件 .*没有\.yaml（没有这个文件或文件夹）"):
        unconfirmed_in(tmp_path / "没有.yaml")


def test_in_a_file_that_no_parser_reads_to_its_end_the_marks_before_the_fault_are_found():
    assert unconfirmed('甲: 1 # 待确认：一\n乙: "没有后引号 # 待确认\n') == (Unconfirmed(1, "一"),)
    assert unconfirmed("甲: 1 # 待确认：一\n 乙: 2 # 待确认：二\n") == (Unconfirmed(1, "一"),)


VALUES = st.text(st.sampled_from("甲乙 #:'\"\\|>[]{}-,\n待确认"), max_size=20)


@given(st.lists(st.tuples(VALUES, st.booleans()), min_size=1, max_size=8), st.sampled_from([None, "'", '"', "|"]))
def test_whatever_values_hold_only_the_comments_behind_them_are_marks(items, style):
    lines, expected = [], []
    for position, (value, marked) in enumerate(items):
        dumped = yaml.dump({f"k{position}": value}, allow_unicode=True, default_style=style, width=20)
        text = dumped.removesuffix("...\n")
        if marked:
            expected.append(sum(part.count("\n") for part in lines) + text.count("\n") + 1)
            text += f"# 待确认：{position}\n"
        lines.append(text)
    assert [mark.line for mark in unconfirmed("".join(lines))] == expected
