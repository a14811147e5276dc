import pytest

from generator.loading import yaml_text

MISTAKES = {
    "an empty file": ("", 1, 1, "文件是空的"),
    "only comments": ("# 说明\n", 1, 1, "文件是空的"),
    "only the start of a document": ("---\n", 1, 1, "文件里没有内容"),
    "a list at the top": ("- 姓名\n- 性别\n", 1, 1, "一项一项的“项目: 内容”"),
    "a sentence": ("张三的材料\n", 1, 1, "一项一项的“项目: 内容”"),
    "a second document": ("姓名: 张三\n---\n姓名: 李四\n", 2, 1, "一个文件里只能有一份内容"),
    "a key twice": ("姓名: 张三\n公示:\n  异议: 无\n  异议: 有\n", 4, 3, "“异议”重复了，第3行已经写过"),
    "a tag": ("年度: !!int 2024\n", 1, 5, "不能注明内容的种类（!!int）"),
    "a tag of Python": ("备注: !!python/object:os.system x\n", 1, 5, "不能注明内容的种类"),
    "a tag on a mapping": ("申报: !x\n  级别: 中级\n", 1, 5, "不能注明内容的种类（!x）"),
    "an anchor": ("姓名: &甲 张三\n", 1, 5, "以“&”开头"),
    "an anchor in ASCII": ("姓名: &a 张三\n", 1, 5, "不能给内容起代号（&a）"),
    "an alias": ("姓名: 张三\n备注: *a\n", 2, 5, "不能引用别处的内容（*a）"),
    "a masked number": ("姓名: 张三\n备注: ***\n", 2, 5, "不能以“*”开头"),
    "a merge key": ("姓名: 张三\n<<: {性别: 男}\n", 2, 1, "不能用“<<”合并内容"),
    "no key": ("姓名: 张三\n?\n: 甲\n", 2, 2, "冒号前面没有项目名"),
    "a template's braces": ("姓名: {{ 申报人.姓名 }}\n", 1, 6, "项目名不能是列表或下一级内容"),
    "a control character": ("姓名: 张\x07三\n", 1, 6, "看不见的控制字符（U+0007）"),
    "a line separator": ("姓名: 张三\n备注: 甲\u2028乙\n", 2, 6, "看不见的控制字符（U+2028）"),
    "a control character in an escape": ('姓名: 张三\n备注: "\\x00"\n', 2, 5, "看不见的控制字符（U+0000）"),
    "an open double quote": ('姓名: "张三\n性别: 男\n', 1, 5, "引号只有前一半"),
    "an open single quote": ("姓名: 张三\n备注: '甲\n性别: 男\n", 2, 5, "引号只有前一半"),
    "text after a quote": ('姓名: 张三\n单位:\n  名称: "甲"公司\n', 3, 10, "引号后面还有文字"),
    "a wrong escape": ('备注: "C:\\示例"\n', 1, None, "双引号里的“\\”后面"),
    "a deeper line after a value": ("姓名: 张三\n  性别: 男\n", 2, 5, "多了一个冒号，或这一行缩进不对"),
    "a colon inside a value": ("备注: 注意: 甲\n", 1, 7, "整个加上英文双引号"),
    "a line between the levels": ("公示:\n    异议: 无\n  天数: 5\n", 3, 3, "缩进与上下行不一致"),
    "a first line too deep": ("  姓名: 张三\n性别: 男\n", 2, 1, "这一行的缩进与前面的行不一致"),
    "a line without a colon": ("姓名: 张三\n男\n族别: 汉族\n", 2, 1, "这一行没有冒号"),
    "a dash after a colon": ("备注: - 甲\n", 1, 5, "列表的“-”不能写在这里"),
    "a list item without a dash": ("材料:\n  - 名称: 甲\n  名称: 乙\n", 3, 3, "列表里的这一行没有以“- ”开头"),
    "a reserved sign": ("备注: @张三\n", 1, 5, "不能以这个符号开头"),
    "a percent sign": ("备注: %5\n", 1, 5, "不能以这个符号开头"),
    "an open bracket": ("姓名: 张三\n级别: [中级\n性别: 男\n", 2, 5, "方括号“[”没有写完整"),
    "an open brace at the end of the file": ("申报: {", 1, None, "括号没有写完整"),
    "an open brace": ("申报: {级别: 中级\n", 1, 5, "花括号“{”没有写完整"),
    "a lone bracket": ("备注: ]\n", 1, 5, "不能以这个符号开头"),
    "text after a block sign": ("备注: |甲\n", 1, None, "“|”或“>”后面不能有文字"),
    "a tab in block text": ("备注: |\n\t甲\n", 2, 1, "制表符"),
    "too many levels": ("备注: " + "[" * 40 + "\n", 1, 36, "超过32层"),
}


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(("text", "line", "column", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_reported_once_with_its_place_and_remedy(read, text, line, column, message):
    (finding,) = read(text).findings
    assert message in f"{finding.message}。{finding.remedy}"
    assert finding.remedy
    assert (finding.place.file, finding.place.line) == ("张.yaml", line)
    assert finding.place.column == column or column is None
    assert finding.level == "error"


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        ("姓名: 张三\n备注: 甲\n".encode("gb18030"), 1, 1, "文件的编码不是UTF-8"),
        ("姓名: 张三\n备注: ".encode() + "甲".encode("gb18030"), 2, 5, "文件的编码不是UTF-8"),
        ("姓名: 张三\n".encode("utf-16"), 1, 1, "文件的编码是UTF-16"),
    ],
)
def test_another_encoding_is_refused_with_how_to_save_the_file(read, content, line, column, message):
    (finding,) = read(content).findings
    assert message in finding.message
    assert "另存为" in finding.remedy
    assert "UTF-8" in finding.remedy
    assert (finding.place.line, finding.place.column) == (line, column)


def test_a_file_too_large_is_refused_before_it_is_read_as_yaml(read, monkeypatch):
    monkeypatch.setattr(yaml_text, "MOST_BYTES", 1024 * 1024)
    (finding,) = read(b"a" * (1024 * 1024 + 1)).findings
    assert finding.message == "文件超过1兆字节"


def test_findings_without_end_are_cut_short(read):
    assert len(read("姓名: 张三\n" * 5000).findings) == 100


def test_a_repeated_key_keeps_what_was_written_first(read):
    document = read("姓名: 张三\n姓名: {内容: [李四]}\n性别: 男\n")
    assert document.data == {"姓名": "张三", "性别": "男"}


def test_all_mistakes_are_reported_at_once_in_the_order_of_the_file(read):
    text = "姓名：张三\n性别: 男\n性别: 女\n族别: !x 汉族\n公示:\n\t异议：无\n\t天数: 5\n单位:名称\n备注: 甲\x01\n"
    findings = read(text).findings
    assert [(finding.place.line, finding.place.column) for finding in findings] == [
        (1, 3),
        (3, 1),
        (4, 5),
        (6, 1),
        (6, 4),
        (7, 1),
        (8, 3),
        (9, 6),
    ]


def test_what_was_mended_is_read_to_the_end_although_the_parser_stops_later(read):
    findings = read("姓名：张三\n备注: @甲\n").findings
    assert [finding.message for finding in findings] == ["“姓名”后面是全角冒号“：”", "内容不能以这个符号开头"]
