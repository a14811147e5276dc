import pytest


def slips(document):
    return [(finding.place.line, finding.place.column, finding.message) for finding in document.findings]


def full_width(key):
    return f"“{key}”后面是全角冒号“：”"


def test_a_full_width_colon_is_pointed_at_and_mended(read):
    document = read("姓名：张三\n性别： 男\n公示：\n  异议：无\n  天数: 5\n")
    assert document.data == {"姓名": "张三", "性别": "男", "公示": {"异议": "无", "天数": "5"}}
    assert slips(document) == [
        (1, 3, full_width("姓名")),
        (2, 3, full_width("性别")),
        (3, 3, full_width("公示")),
        (4, 5, full_width("异议")),
    ]
    assert document.findings[0].remedy == "请改成英文冒号加一个空格，写成“姓名: ”"


def test_columns_stay_those_of_the_users_line(read):
    source = read("姓名：张三\n性别： 男\n\t族别：汉族\n备注: 甲\n").source
    assert source.values["姓名",] == (1, 4)
    assert source.values["性别",] == (2, 5)


def test_a_tab_before_a_key_is_pointed_at_and_counts_as_one_level(read):
    document = read("公示:\n\t异议: 无\n  天数: 5\n")
    assert document.data == {"公示": {"异议": "无", "天数": "5"}}
    assert slips(document) == [(2, 1, "行首的缩进里有制表符（Tab键）")]
    assert document.source.values["公示", "异议"] == (2, 6)


def test_full_width_spaces_before_a_key_are_pointed_at(read):
    document = read("公示:\n  异议: 无\n　天数: 5\n")
    assert document.data == {"公示": {"异议": "无", "天数": "5"}}
    assert slips(document) == [(3, 1, "行首的缩进里有全角空格")]


def test_a_colon_without_a_space_is_pointed_at(read):
    document = read("姓名:张三\n身份证号:990101198508161276\n工作经历:\n  - 起:2012-7\n    止: 至今\n")
    assert document.data["身份证号"] == "990101198508161276"
    assert document.data["工作经历"] == [{"起": "2012-7", "止": "至今"}]
    assert [slip[:2] for slip in slips(document)] == [(1, 3), (2, 5), (4, 6)]


def test_a_misspelt_key_is_mended_where_only_a_key_can_stand(read):
    document = read("工作经历:\n  - 起: 2012-7\n    职各：档案员\n姓各：张三\n")
    assert document.data == {"工作经历": [{"起": "2012-7", "职各": "档案员"}], "姓各": "张三"}
    assert slips(document) == [(3, 7, full_width("职各")), (4, 3, full_width("姓各"))]


def test_a_line_that_goes_on_with_text_is_not_mended_but_never_passes_silently(read):
    document = read("性别: 男\n  姓名：张三\n")
    assert slips(document) == [(2, 5, full_width("姓名"))]
    assert "加上英文双引号" in document.findings[0].remedy


def test_text_that_happens_to_hold_a_full_width_colon_is_no_slip(read):
    text = "备注: 姓名：张三\n思想政治表现: 该同志\n  表现：好\n材料:\n  - 说明：甲\n网址: http://example.invalid\n"
    document = read(text)
    assert document.findings == ()
    assert document.data["材料"] == ["说明：甲"]


@pytest.mark.parametrize(
    "value",
    [
        "|\n  姓名：张三\n\n  性别:女\n",
        ">-\n  甲\n  \t姓名：张三\n",
        '"甲\n  姓名：张三"\n',
        "'甲''\n  姓名：张三'\n",
        "[甲,\n  性别：女]\n",
    ],
)
def test_only_lines_after_a_long_value_are_keys_again(read, value):
    document = read(f"备注: {value}姓名：李四\n")
    assert document.data["姓名"] == "李四"
    assert [message for *_, message in slips(document)] == [full_width("姓名")]


@pytest.mark.parametrize(
    "line",
    [
        "姓名" + " " * 300_000 + "x",
        "- " * 150_000,
        "\t" * 300_000 + "姓名：甲",
        "　" * 300_000,
        "：" * 300_000,
        "姓名：" * 99_999,
    ],
)
def test_very_long_lines_are_read_in_reasonable_time(read, line):
    assert read(f"{line}\n姓名：张三\n").findings
