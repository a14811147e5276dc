import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import UsageError
from generator.loading.yaml_reader import read_file
from generator.text import forbidden_character

# Any text that a document can hold.
TEXTS = st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: forbidden_character(text) is None)
# What tempts the search for typing slips when it stands inside a value.
TEMPTING = [
    "姓名：张三",
    "姓名:张三",
    "\t姓名: 张三",
    "　　性别：女",
    "- 起：2012",
    "",
    "#姓名：",
    "---",
    '"',
    "'",
    "[",
    "}",
    "正文",
]
# What tempts the parser.
FUSS = st.text(st.sampled_from("姓名：: -\n\t\"'[]{}#&*!|>%@`,?\\ab　\u2028\ufeff"), max_size=40)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("012", "012"),
        ("no", "no"),
        ("是", "是"),
        ("12:30", "12:30"),
        ("990101198508161276", "990101198508161276"),
        ("2024-09-05", "2024-09-05"),
        ("1e3", "1e3"),
        ("null", "null"),
        ("~", "~"),
        ('""', ""),
        ("''", ""),
        ('"甲\\n乙"', "甲\n乙"),
        ("'it''s'", "it's"),
        ("|\n  第一段\n\n  第二段\n", "第一段\n\n第二段"),
        ("|-\n    缩进\n      更深\n", "缩进\n  更深"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("𠮷野家", "𠮷野家"),
        ("甲 # 注", "甲"),
        ("甲#乙", "甲#乙"),
        ("张*三*", "张*三*"),
        ("误差<5%", "误差<5%"),
    ],
)
def test_a_scalar_is_read_as_it_is_written(read, written, value):
    document = read(f"备注: {written}\n")
    assert document.findings == ()
    assert document.data == {"备注": value}


@pytest.mark.usefixtures("either_parser")
def test_nothing_after_the_colon_is_nothing(read):
    assert read("备注:\n材料:\n  -\n  - 甲\n").data == {"备注": None, "材料": [None, "甲"]}


@pytest.mark.usefixtures("either_parser")
def test_every_key_and_value_has_its_line_and_column(read):
    source = read(
        '# 注\n姓名: 张三\n工作经历:\n  - 起: 2012-7\n    单位: "𠮷"\n  - {起: 2013, 止: 至今}\n备注:\n'
    ).source
    assert source.keys == {
        ("姓名",): (2, 1),
        ("工作经历",): (3, 1),
        ("工作经历", 0, "起"): (4, 5),
        ("工作经历", 0, "单位"): (5, 5),
        ("工作经历", 1, "起"): (6, 6),
        ("工作经历", 1, "止"): (6, 15),
        ("备注",): (7, 1),
    }
    assert source.values == {
        (): (2, 1),
        ("姓名",): (2, 5),
        ("工作经历",): (4, 3),
        ("工作经历", 0): (4, 5),
        ("工作经历", 0, "起"): (4, 8),
        ("工作经历", 0, "单位"): (5, 9),
        ("工作经历", 1): (6, 5),
        ("工作经历", 1, "起"): (6, 9),
        ("工作经历", 1, "止"): (6, 18),
        ("备注",): (7, 1),
    }


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_change_nothing(read, ending, mark):
    document = read(f"{mark}姓名: 张三{ending}备注: |{ending}  甲{ending}  乙{ending}")
    assert document.data == {"姓名": "张三", "备注": "甲\n乙"}
    assert document.source.values["备注",] == (2, 5)


@given(TEXTS, st.booleans())
@example("甲\u2028乙\u2029丙\ufeff", True)
@example("\t 前后有空白\n ", False)
@settings(deadline=None)
def test_any_text_in_double_quotes_comes_back(read, text, unicode):
    document = read(yaml.dump({"备注": text}, default_style='"', allow_unicode=unicode))
    assert document.findings == ()
    assert document.data == {"备注": text}


@given(
    st.lists(st.tuples(st.sampled_from(["", " ", "  ", "    "]), st.sampled_from(TEMPTING)).map("".join), max_size=6),
    st.sampled_from(['"', "'", "|", ">"]),
    st.booleans(),
)
@settings(deadline=None)
def test_what_looks_like_a_slip_inside_a_value_is_left_alone(read, lines, style, nested):
    record = {"思想政治表现": "\n".join(lines), "姓名": "张三", "材料": [{"名称": "\n".join(lines), "件数": "1"}]}
    content = {"申报": record} if nested else record
    document = read(yaml.dump(content, default_style=style, allow_unicode=True, sort_keys=False))
    assert document.findings == ()
    assert document.data == content


@given(FUSS)
@settings(deadline=None, max_examples=300)
def test_whatever_is_typed_gives_data_or_findings_with_a_place(read, text):
    document = read(text)
    assert document.data is not None or document.findings
    for finding in document.findings:
        assert 1 <= finding.place.line <= text.count("\n") + 1
        assert finding.place.column >= 1
        assert finding.remedy


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"找不到文件 .*没有\.yaml"):
        read_file(tmp_path / "没有.yaml")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UsageError, match="它是文件夹"):
        read_file(tmp_path)
