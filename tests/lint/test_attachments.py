"""The list of attachments and the mentions of attachments."""

import pytest

from tests.lint.tools import found, items

BODY = "材料见附件1，花名册见附件2。"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["附件：1、推荐表", "2.花名册"], [("PUNC-06", "1、", "1.")]),
        (["附件：（1）推荐表", "（2）花名册"], [("ATTREF-02", "（1）", "1."), ("ATTREF-02", "（2）", "2.")]),
        (["附件：1.推荐表；", "2.花名册。"], [("ATTREF-03", "；", "不加标点"), ("ATTREF-03", "。", "不加标点")]),
        (["附件1.推荐表"], [("ATTREF-01", "附件1.", "附件：1.")]),
        (["附件：1.推荐表"], [("ATTREF-02", "1.", "不编号")]),
        (["附件1：", "推荐表"], [("ATT-02", "附件1：", "附件1")]),
        (["附件：1.推荐表", "2.花名册"], []),
        (["附件：推荐表"], []),
        (["- 附件：", "1. 推荐表", "  2. 花名册"], []),
        (["附件1", "推荐表"], []),
    ],
)
def test_the_list_has_the_standards_form(lines, expected):
    assert found("\n".join([BODY, *lines])) == expected


def test_what_the_text_names_is_in_the_list():
    text = f"{BODY}汇总表见附件3。\n附件：1.推荐表\n2.花名册\n附件1\n推荐表\n附件2\n花名册"
    assert found(text) == [("TXT-02", "附件3", "附件1—2中的附件")]


def test_what_the_list_holds_is_named_in_the_text():
    lists = "附件：1.推荐表\n2.花名册\n3.汇总表"
    assert found(f"{BODY}\n{lists}") == [("TXT-02", "附件", "正文提到附件3")]
    assert items(f"材料见附件1—3。\n{lists}") == []
    assert items(f"材料见附件1、2和附件3。\n{lists}") == []
    assert items(f"模板详见附件。\n{lists}") == []
