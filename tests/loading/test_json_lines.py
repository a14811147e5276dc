"""JSON Lines: one person a line, with the keys of the YAML files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.json_lines import LineMap, _entry, read_lines
from generator.loading.validation import validate
from generator.model.applicant import Applicant

MISTAKES = {
    '{"姓名": "甲", "姓名": "乙"}': ("“姓名”在一个人的内容里写了两次", None),
    '{"姓名": "甲"': ("这一行的写法不合 JSON 的规则", 11),
    '{"姓名": NaN}': ("这一行的写法不合 JSON 的规则", 1),
    '["甲"]': ("这一行不是一个人的内容", None),
    '{"姓名": "甲\\u0007"}': ("内容里有看不见的控制字符（U+0007）", None),
    '{"a": ' * 100_000: ("内容的层级太多", None),
    b"\xd5\xc5": ("文件的编码不是UTF-8，从这里起读不出文字", None),
}


def entry(line: str | bytes):
    return _entry(line if isinstance(line, bytes) else line.encode("utf-8"), "名单.jsonl", 3)


def test_numbers_are_the_text_that_was_written_and_true_is_yes():
    data = entry('{"身份证号": 990101199005120012, "年限": 8.50, "首次申报": true, "公示": {"异议": null}}').data
    assert data == {"身份证号": "990101199005120012", "年限": "8.50", "首次申报": "是", "公示": {"异议": None}}


@pytest.mark.parametrize("line", MISTAKES, ids=lambda line: line[:20])
def test_a_line_that_cannot_be_made_out_says_why(line):
    found = entry(line)
    [finding] = found.findings
    assert found.data is None
    assert (finding.message, finding.place.column) == MISTAKES[line]
    assert (finding.place.file, finding.place.line) == ("名单.jsonl", 3)
    assert finding.remedy


def test_what_the_model_refuses_is_told_in_the_words_of_json():
    found = entry('{"姓名": null, "申报": "甲", "论文著作": "无", "公示": {"起始": "x"}}')
    _, findings = validate(Applicant, found.data, found.source)
    assert {finding.field: finding.remedy for finding in findings} == {
        "姓名": "这一项必须填写，请把 null 换成内容",
        "申报": '请写成花括号里的 {"项目": "内容"}',
        "论文著作": "请写成方括号里的列表；没有内容的，删去这一项",
        "公示.起始": "最接近的是“起始日期”，请核对后改正",
    }
    missing = entry('{"申报": {}}')
    _, findings = validate(Applicant, missing.data, missing.source)
    assert '请在这一行里加上 "姓名": "……"' in findings[0].remedy
    assert {finding.place.line for finding in findings} == {3}


def test_blank_lines_count_and_are_nobody(tmp_path):
    path = tmp_path / "名单.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}\r\n\r\n{"a": 2}')
    assert [(each.data, each.source.place("a").line) for each in read_lines(path)] == [({"a": "1"}, 1), ({"a": "2"}, 3)]


@given(st.binary(max_size=60))
def test_any_line_is_a_record_or_a_finding(line):
    found = _entry(line, "名单.jsonl", 1)
    assert (found.data is None) == bool(found.findings)


@given(st.lists(st.one_of(st.text(max_size=3), st.integers(-1, 3)), max_size=4))
def test_any_path_is_on_its_line(path):
    source = LineMap("名单.jsonl", 7, {"a": [{"b": "c"}], "姓名": "甲"})
    assert source.place(tuple(path)).line == source.key_place(tuple(path)).line == 7
    assert len(source.trace(path)) <= len(path)
    assert isinstance(source.has_key(tuple(path)), bool)
