"""Text as its writer meant it: wrapped Chinese lines, and a # inside the text."""

from generator.loading.yaml_reader import read_yaml


def _value(text: str):
    return read_yaml(f"甲: {text}\n".encode(), "表.yaml").data["甲"]


def test_chinese_text_wrapped_over_lines_goes_on_without_a_space():
    assert _value("该同志遵纪守法，\n  爱岗敬业") == "该同志遵纪守法，爱岗敬业"
    assert _value("'该同志\n  爱岗'") == "该同志爱岗"
    assert _value(">\n  该同志\n  爱岗") == "该同志爱岗"


def test_latin_words_keep_the_space_between_lines():
    assert _value("DA/T\n  31 标准\n  规范 GB\n  T") == "DA/T 31 标准规范 GB T"


def test_line_ends_that_mean_something_are_kept():
    assert _value("|\n  甲\n  乙") == "甲\n乙"
    assert _value("第一段\n\n  第二段") == "第一段\n第二段"
    assert _value('"甲\\n乙\n  丙"') == "甲\n乙 丙"


def test_a_number_sign_that_would_swallow_the_text_is_reported_at_the_value():
    document = read_yaml("甲: 完成项目 #3 的整理\n乙: 好 # 批注\n".encode(), "表.yaml")
    (finding,) = document.findings
    assert (finding.place.line, finding.place.column) == (1, 4)
    assert "批注" in finding.message
    assert "英文双引号" in finding.remedy
