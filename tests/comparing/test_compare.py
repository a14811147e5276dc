"""Two files compared: what the command prints, and the page one can hand round."""

import json

import pytest

from generator.catalog import Library
from generator.comparing.compare import compare
from generator.comparing.page import save_page
from generator.errors import UsageError
from generator.resources import data_folder
from tests.documents.reading import docx_text, html_text
from tests.support import zhicheng

NOTICE = """关于做好2024年度示例系列职称评审工作的通知

各县（市）人力资源和社会保障局，市直各单位：

现就做好2024年度示例系列职称评审工作通知如下：

一、申报时间

网上申报时间为2024年8月20日至9月20日。逾期不予受理。

二、申报材料

（一）学历证书复印件1份。

（二）其他证明材料。

三、其他事项

评审费：中级380元/人，初级220元/人。

联系电话：0000-0000000

示例市职称改革办公室

2024年8月10日
"""
NEXT = [
    ("2024", "2025"),
    ("8月20日", "8月25日"),
    ("220元", "240元"),
    ("（二）其他证明材料。", "（二）其他证明材料、推荐表。"),
]
CAMPAIGN = data_folder() / "campaigns" / "bazhou-archives-2024.yaml"


@pytest.fixture
def notices(tmp_path):
    """Last year's notice and this year's, as text files."""
    new = NOTICE
    for one, other in NEXT:
        new = new.replace(one, other)
    paths = tmp_path / "去年通知.txt", tmp_path / "今年通知.txt"
    for path, text in zip(paths, (NOTICE, new), strict=True):
        path.write_text(text, "utf-8")
    return paths


def test_two_notices_differ_in_a_clerks_words_in_the_order_of_the_notice(notices):
    lines = [str(change) for change in compare(*notices, Library()).changes]
    assert [line for line in lines if "申报年度" not in line] == [
        "申报时间：网上申报 8月20日—9月20日 → 8月25日—9月20日",
        "申报材料：（二）其他证明材料。 → （二）其他证明材料、推荐表。",
        "其他事项：初级评审费 220元 → 240元",
    ]


def test_a_notice_does_not_differ_from_itself(notices):
    assert compare(notices[0], notices[0], Library()).changes == ()


def test_own_words_of_official_data_are_told_as_they_are_printed(tmp_path):
    data = "类型: 公文\n标题: 通知\n事实:\n  日期: {截止: 2024-9-1}\n"
    data += "正文: |\n  ## 时间\n\n  {{ 事实.日期.截止 }}前报送。\n"
    old, new = tmp_path / "甲.yaml", tmp_path / "乙.yaml"
    old.write_text(data, "utf-8")
    new.write_text(data.replace("前报送", "前报送，逾期不候"), "utf-8")
    (change,) = compare(old, new, Library()).changes
    assert str(change) == "时间：2024年9月1日前报送。 → 2024年9月1日前报送，逾期不候。"


def test_data_and_a_notice_cannot_be_compared_and_the_message_says_what_to_do(notices):
    with pytest.raises(UsageError, match="先用 zhicheng build"):
        compare(CAMPAIGN, notices[0], Library())


def test_an_applicants_file_cannot_be_compared():
    applicant = data_folder() / "applicants" / "he-kun.yaml"
    with pytest.raises(UsageError, match=r"he-kun\.yaml：不是年度评审、公文或通知"):
        compare(applicant, applicant, Library())


@pytest.mark.parametrize(("ending", "text_of"), [("docx", docx_text), ("html", html_text)])
def test_the_page_names_both_files_and_every_change(notices, tmp_path, ending, text_of):
    comparison = compare(*notices, Library())
    path = save_page(comparison, tmp_path / f"对照.{ending}", Library())
    text = "".join(text_of(path.read_bytes()).split())
    assert "去年通知.txt" in text
    assert "今年通知.txt" in text
    for change in comparison.changes:
        assert "".join(f"{change.old}{change.new}".split()) in text


def test_tags_and_marks_in_the_words_are_printed_as_they_stand(tmp_path):
    old, new = tmp_path / "甲.txt", tmp_path / "乙{{ 1 }}.txt"
    old.write_text(NOTICE, "utf-8")
    new.write_text(NOTICE.replace("其他证明材料。", "其他**材料** {{ 7 }} # _甲_。"), "utf-8")
    page = save_page(compare(old, new, Library()), tmp_path / "对照.html", Library())
    text = html_text(page.read_bytes())
    assert "其他**材料** {{ 7 }} # _甲_。" in text
    assert "乙{{ 1 }}.txt" in text


def test_a_page_of_an_unknown_format_is_the_users_mistake(notices, tmp_path):
    with pytest.raises(UsageError, match=r"请以 \.docx、\.html 或 \.pdf 结尾"):
        save_page(compare(*notices, Library()), tmp_path / "对照.txt", Library())


def test_the_command_prints_lines_or_json(notices, tmp_path):
    done = zhicheng("diff", *notices, folder=tmp_path)
    assert done.returncode == 0
    assert "其他事项：初级评审费 220元 → 240元" in done.stdout
    done = zhicheng("diff", *notices, "--json", folder=tmp_path)
    changes = json.loads(done.stdout)["changes"]
    assert {"section": "其他事项", "item": "初级评审费", "old": "220元", "new": "240元"} in changes
