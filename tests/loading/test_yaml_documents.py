"""A YAML file of many documents: each is read by itself, and placed by the lines of the file."""

import pytest

from generator.errors import UsageError
from generator.loading import yaml_documents
from generator.loading.yaml_documents import read_documents

THREE = """\
# 名单
---
姓名: 张三
--- # 第二人
姓名：李四
性别: 男
---
姓名: 王五  # 待确认：听说
备注: |
  ---x
  一
"""


@pytest.fixture
def documents(tmp_path):
    """Reads YAML text as a file 名单.yaml."""

    def read(text: str | bytes):
        path = tmp_path / "名单.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return list(read_documents(path))

    return read


def test_documents_are_separate_and_placed_by_the_lines_of_the_file(documents):
    zhang, li, wang = documents(THREE)
    assert (zhang.data, zhang.findings) == ({"姓名": "张三"}, [])
    assert li.data == {"姓名": "李四", "性别": "男"}
    [finding] = li.findings
    assert (finding.message, finding.place.line, finding.place.column) == ("“姓名”后面是全角冒号“：”", 5, 3)
    assert (li.source.place("性别").line, zhang.source.place("姓名").line, zhang.source.place("姓名").column) == (
        6,
        3,
        5,
    )
    assert wang.data == {"姓名": "王五", "备注": "---x\n一"}
    assert wang.source.place("备注.第2行").line == 11
    assert wang.source.place("申报.级别").line == 8
    assert [(mark.message, mark.place.line) for mark in wang.marks] == [("听说", 8)]
    assert zhang.marks == li.marks == ()


def test_one_document_needs_no_marker_and_empty_ones_are_left_out(documents):
    assert [entry.data for entry in documents("姓名: 甲\n")] == [{"姓名": "甲"}]
    assert [entry.data for entry in documents("---\n---\n姓名: 甲\n---\n# 完\n---")] == [{"姓名": "甲"}]
    assert documents("# 空\n\n") == []
    assert [entry.data for entry in documents("\ufeff---\r\n姓名: 甲\r\n---\r\n姓名: 乙\r\n")] == [
        {"姓名": "甲"},
        {"姓名": "乙"},
    ]


def test_a_document_that_is_broken_stops_no_other(documents):
    first, second, third = documents('姓名: "甲\n---\n姓名: 乙\n---\n- 丙\n')
    assert (first.data, second.data, third.data) == (None, {"姓名": "乙"}, None)
    assert first.findings[0].message.startswith("引号只有前一半")
    assert third.findings[0].place.line == 5


def test_a_key_written_twice_is_told_with_both_lines_of_its_document(documents):
    _, second = documents("姓名: 甲\n---\n姓名: 乙\n姓名: 丙\n")
    [finding] = second.findings
    assert (finding.message, finding.place.line) == ("“姓名”重复了，第2行已经写过", 4)


def test_documents_are_cut_wherever_the_pieces_of_the_file_end(documents, monkeypatch):
    whole = [(entry.data, [finding.place.line for finding in entry.findings]) for entry in documents(THREE)]
    for size in range(1, 40):
        monkeypatch.setattr(yaml_documents, "_BLOCK", size)
        assert [(entry.data, [finding.place.line for finding in entry.findings]) for entry in documents(THREE)] == whole


def test_a_file_in_another_encoding_is_no_data(documents):
    [entry] = documents("姓名: 张三\n".encode("gb18030"))
    assert entry.data is None
    assert "不是UTF-8" in entry.findings[0].message


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="打不开文件"):
        list(read_documents(tmp_path / "没有.yaml"))
