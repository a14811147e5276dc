"""Word notices imported and built say what a reader sees in them; printed to PDF and read again they still do."""

from pathlib import Path

import pytest

from generator.build import build
from generator.importing.notice import Imported, import_notice
from generator.reading.parts import text_of
from generator.reading.read import read
from tests.documents.reading import docx_text
from tests.importing.tools import LIBRARY, built, data_of, request_of, word_file
from tests.importing.word_notices import NOTICES
from tests.support import needs_pango, words


def imported(name: str, folder: Path) -> tuple[Imported, str]:
    """The notice, imported, and its words as its writer knows them."""
    content, expected = NOTICES[name]()
    path = folder / "通知.docx"
    path.write_bytes(content)
    return import_notice(path), words(expected)


@pytest.mark.parametrize("name", NOTICES)
def test_it_says_the_same_in_its_blocks_and_in_word_and_imported_again(name, tmp_path):
    made, expected = imported(name, tmp_path)
    assert made.fidelity.is_complete
    assert words(built(made.composed.text, tmp_path).text) == expected
    content = word_file(made.composed.text, tmp_path)
    assert words(docx_text(content)) == expected
    (tmp_path / "又.docx").write_bytes(content)
    again = import_notice(tmp_path / "又.docx")
    assert words(built(again.composed.text, tmp_path).text) == expected
    data, same = data_of(made.composed.text), data_of(again.composed.text)
    parts = ("主送", "署名", "成文日期", "附注", "抄送", "印发", "事实")
    assert {key: data.get(key) for key in parts} == {key: same.get(key) for key in parts}
    assert [item["名称"] for item in data.get("附件", [])] == [item["名称"] for item in same.get("附件", [])]


@pytest.mark.parametrize("name", ["numbered", "with_forms"])
def test_printed_to_pdf_it_says_the_same(name, tmp_path):
    needs_pango()
    made, expected = imported(name, tmp_path)
    pdf = build(request_of(made.composed.text, tmp_path), ["pdf"], LIBRARY)[0].content
    (tmp_path / "印.pdf").write_bytes(pdf)
    again = import_notice(tmp_path / "印.pdf")
    assert words(built(again.composed.text, tmp_path).text) == expected
    data, same = data_of(made.composed.text), data_of(again.composed.text)
    assert [item["名称"] for item in data["附件"]] == [item["名称"] for item in same["附件"]]
    assert (data["署名"], data["成文日期"], list(data["表格"])) == (same["署名"], same["成文日期"], list(same["表格"]))


def test_numerals_headings_and_attachments(tmp_path):
    made, _ = imported("numbered", tmp_path)
    data = data_of(made.composed.text)
    assert [line for line in data["正文"].split("\n") if line.startswith("#")] == [
        *("## 一、申报范围", "## 二、申报条件", "### （一）基本条件", "## 三、时间安排")
    ]
    assert "略去页眉1处：“东山市职称工作手册”" in [found.message for found in made.reading_doubts]
    assert [item["名称"] for item in data["附件"]] == ["时间安排表", "材料清单"]
    assert list(data["表格"]) == ["时间安排表"]
    assert [text for _, text in made.composed.left] == ["8月31日", "7月1日", "8月15日"]


def test_two_issuers(tmp_path):
    data = data_of(imported("joint", tmp_path)[0].composed.text)
    assert data["发文机关标志"] == ["北原市人力资源和社会保障局", "文件", "北原市卫生健康委员会"]
    assert data["署名"] == ["北原市人力资源和社会保障局", "北原市卫生健康委员会"]
    assert (data["成文日期"], data["抄送"], data["印发"]["日期"]) == ("2022-5-11", "省卫生健康委员会", "2022-5-11")
    assert "### **（一）基层服务。**申报" in data["正文"]


def test_what_a_notice_issues(tmp_path):
    data = data_of(imported("issuing", tmp_path)[0].composed.text)
    assert (data["署名"], data["附注"]) == ("西江省文化和旅游厅", "此件主动公开")
    assert "\n::: 换页\n:::\n\n# 西江省艺术系列职称评审办法（试行）\n\n## 第一章　总则\n" in data["正文"]
    assert data["印发"]["机关"] == "西江省文化和旅游厅办公室"


def test_forms_keep_room_to_write_and_to_seal(tmp_path):
    data = data_of(imported("with_forms", tmp_path)[0].composed.text)
    assert "::: 签章\n单位（盖章）：\n年　　月　　日\n:::" in data["附件"][0]["正文"]
    assert data["表格"]["申报表"]["行"][2][1]["文字"] == "\n\n（公章）\n年　月　日"


def test_what_is_odd_is_kept_and_what_was_struck_out_is_told(tmp_path):
    made, _ = imported("odd", tmp_path)
    assert any("删除的文字没有读入（“14”）" in found.message for found in made.reading_doubts)
    assert data_of(made.composed.text)["事实"]["期间"] == {"档案系列": {"起": "2024-12-25", "止": "2025-1-15"}}


@pytest.mark.parametrize("name", NOTICES)
def test_the_share_is_told_of_what_the_reader_gave(name, tmp_path):
    made, _ = imported(name, tmp_path)
    raw = words("".join(text_of(item) for item in read(made.source).items))
    assert made.fidelity.total == len(raw) == made.fidelity.kept + made.fidelity.left_out
