"""Two files compared: what the command prints, and the page one can hand round."""

import json
import re
import sys
from dataclasses import replace

import pytest

from generator import cli
from generator.catalog import Library
from generator.comparing.compare import compare
from generator.comparing.page import save_page
from generator.errors import UsageError
from generator.importing.notice import import_notice, save
from generator.jobs import run
from generator.resources import data_folder
from tests.documents.reading import docx_text, html_text
from tests.support import CHECKOUT

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
OWN = data_folder() / "campaigns" / "bazhou-archives-2021.yaml"
DOCUMENTS = data_folder() / "documents"


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
    with pytest.raises(UsageError, match=r"he-kun\.yaml：是“申报人”数据，不是年度评审、公文或通知"):
        compare(applicant, applicant, Library())


@pytest.mark.parametrize(("ending", "text_of"), [("docx", docx_text), ("html", html_text)])
def test_the_page_names_both_files_and_every_change(notices, tmp_path, ending, text_of):
    comparison = compare(*notices, Library())
    path = save_page(comparison, tmp_path / f"对照.{ending}", Library())
    text = "".join(text_of(path.read_bytes()).split())
    assert "《关于做好2024年度示例系列职称评审工作的通知》（去年通知.txt）" in text
    assert "今年通知.txt" in text
    for change in comparison.changes:
        assert "".join(f"{change.old}{change.new}".split()) in text


def test_the_page_never_replaces_one_of_the_files_compared(notices):
    path = notices[0].rename(notices[0].with_suffix(".html"))
    path.write_text(NOTICE, "utf-8")
    comparison = compare(notices[1], notices[1], Library())
    replaced = replace(comparison, old=replace(comparison.old, path=path))
    with pytest.raises(UsageError, match="这是要比的文件，对照表不能写在它上面"):
        save_page(replaced, path, Library())
    assert path.read_text("utf-8") == NOTICE


def test_campaigns_one_of_which_has_words_of_its_own_are_compared_by_their_data_and_that_is_said():
    comparison = compare(OWN, CAMPAIGN, Library())
    (note,) = comparison.notes
    assert "bazhou-archives-2021.yaml 的通知正文是自己写的，bazhou-archives-2024.yaml 用的是通用的正文" in note
    lines = [str(change) for change in comparison.changes]
    assert lines[0].startswith("标题：关于开展2021年度档案系列")
    assert "费用：删去“评审（中级），每人380元”" in lines
    assert not [line for line in lines if line.startswith("导语")]


@pytest.mark.parametrize("path", [CAMPAIGN, OWN, DOCUMENTS / "example-city-supplement-2024.yaml"], ids=str)
def test_no_data_differs_from_itself(path):
    assert compare(path, path, Library()).changes == ()


JARGON = re.compile(r"[a-z]+_[a-z]+|columns|rows=|None|\{\{|\{-\}|\*\*|文种|条款|计量|批次|取值")


@pytest.mark.parametrize(
    ("old", "new"), [("bazhou-archives-2021", "bazhou-archives-2024"), ("bazhou-culture-2021", "bazhou-news-2021")]
)
def test_nothing_of_the_models_own_language_is_told(old, new):
    folder = data_folder() / "campaigns"
    comparison = compare(folder / f"{old}.yaml", folder / f"{new}.yaml", Library())
    assert [str(change) for change in comparison.changes if JARGON.search(str(change))] == []
    assert len(comparison.changes) > 100


@pytest.mark.parametrize("name", ["bazhou-archives-2024", "bazhou-news-2021"])
def test_a_real_notice_built_as_a_word_file_does_not_differ_from_its_text(name, tmp_path):
    text = CHECKOUT.parent / "shared" / "reference" / "notices" / f"{name}.txt"
    if not text.is_file():
        pytest.skip("the real notices are not at hand")
    run([save(import_notice(text), tmp_path / "导入.yaml")], root=tmp_path, formats=["docx"])
    word = next(path for path in tmp_path.rglob("*.docx") if not path.name.startswith("附件"))
    assert [str(change) for change in compare(text, word, Library()).changes] == []


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


def test_the_command_prints_lines_or_json(notices, monkeypatch, capsys):
    def printed(*options: str) -> str:
        monkeypatch.setattr(sys, "argv", ["zhicheng", "diff", *map(str, notices), *options])
        cli.main()
        return capsys.readouterr().out

    assert "其他事项：初级评审费 220元 → 240元\n" in printed()
    content = json.loads(printed("--json"))
    assert {"section": "其他事项", "item": "初级评审费", "old": "220元", "new": "240元"} in content["changes"]
    assert content["notes"] == []


def test_own_words_held_together_by_conditions_loops_and_names_are_told_as_they_are_printed(tmp_path):
    words = "  {% set 名 = '甲' %}\n  {% for 项 in ['子', '丑'] %}\n  {{ 项 }}项{{ 名 }}。\n\n  {% endfor %}\n"
    words += "  ## 其他\n\n  {{ 名 }}已知。\n"
    old, new = tmp_path / "旧.yaml", tmp_path / "新.yaml"
    old.write_text(f"类型: 公文\n标题: 通知\n正文: |\n{words}", "utf-8")
    new.write_text(old.read_text("utf-8").replace("项{{", "类{{").replace("已知", "知悉"), "utf-8")
    assert [str(change) for change in compare(old, new, Library()).changes] == [
        "导语：子项甲。　丑项甲。 → 子类甲。　丑类甲。",
        "其他：甲已知。 → 甲知悉。",
    ]


def test_a_notice_that_could_not_be_read_whole_says_so(notices, monkeypatch):
    imported = import_notice(notices[0])
    less = replace(imported, fidelity=replace(imported.fidelity, kept=imported.fidelity.kept - 1))
    monkeypatch.setattr("generator.comparing.compare.import_notice", lambda path: less)
    assert compare(*notices, Library()).notes[0] == "去年通知.txt 没有读全，缺的文字没有比"
