"""Whole notices, real ones and others' styles: imported and built they give back every word in order."""

import random
import re
import time
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing.notice import import_notice
from generator.loading.load import load_case
from generator.reading.parts import Cell, Paragraph, Reading, Table
from generator.reading.roles.recognise import recognise
from tests.documents.reading import docx_text
from tests.importing.edits import edited
from tests.importing.tools import BODY, OWN, REAL, TITLE, built, composed, data_of, word_file
from tests.support import saved, words

NAMES = (
    "bazhou-archives-2021",
    "bazhou-archives-2024",
    "bazhou-culture-2021",
    "bazhou-news-2021",
    "qinghai-archives-plan-2020",
)
OWN_NAMES = sorted(path.stem for path in OWN.glob("*.txt"))


def real(name: str) -> Path:
    """One of the real notices; skips the test where they are not at hand."""
    path = REAL / f"{name}.txt"
    if not path.is_file():
        pytest.skip("the real notices are not here")
    return path


def plain(text: str) -> str:
    """A real text without what pages and converters left in it, and without white space."""
    text = re.sub(r"^#+ |^- |^—1—$|\*\*", "", text, flags=re.MULTILINE)
    text = re.sub(r"<(https?://[^>]*)>", r"\1", text)
    return words(re.sub(r"\\([*_])", r"\1", text))


@pytest.mark.parametrize("name", NAMES)
def test_a_real_notice_gives_back_every_word_in_its_blocks_and_in_word(name, tmp_path):
    source = real(name)
    made = import_notice(source).composed.text
    wanted = plain(source.read_text("utf-8"))
    full_stop = "。" if name == "bazhou-news-2021" else ""  # its 抄送 has none, the standard wants one
    assert words(built(made, tmp_path).text) == wanted + full_stop
    assert words(docx_text(word_file(made, tmp_path))) == wanted + full_stop


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("bazhou-archives-2021", {"署名": "中共巴音郭楞蒙古自治州委员会办公室", "成文日期": "2021-7"}),
        ("bazhou-archives-2024", {"署名": "自治州档案系列中、初级专业技术人员职称评审委员会", "成文日期": "2024-9-4"}),
        ("bazhou-culture-2021", {"发文字号": "巴文体广旅发〔2021〕98号", "署名": "自治州文化系列职称办公室（代章）"}),
        ("bazhou-news-2021", {"抄送": "各县市人力资源和社会保障局", "成文日期": "2021-8-25"}),
        ("qinghai-archives-plan-2020", {"附件标号": "附件 1", "公文种类": "方案"}),
    ],
)
def test_a_real_notice_has_its_parts_in_fields(name, fields):
    data = data_of(import_notice(real(name)).composed.text)
    assert {key: data[key] for key in fields} == fields


# Counted by hand in the real texts: every date, period, year, amount, phone, document number and address; durations and
# persons are counted where they are certain.
PRESENT = {
    "bazhou-archives-2021": {"期间": 4, "年度": 3, "金额": 6, "电话": 2, "文号": 2, "网址": 1, "人员": 1, "期限": 2},
    "bazhou-archives-2024": {"期间": 2, "日期": 1, "电话": 1, "文号": 5, "网址": 2, "人员": 1},
    "bazhou-culture-2021": {"期间": 2, "年度": 3, "金额": 3, "电话": 2, "文号": 2, "网址": 1, "人员": 2, "期限": 6},
    "bazhou-news-2021": {"期间": 2, "年度": 5, "金额": 2, "电话": 1, "文号": 1, "网址": 1, "期限": 7},
    "qinghai-archives-plan-2020": {"日期": 3, "文号": 4, "期限": 1},
}


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_of_a_real_notice_are_lifted(name):
    facts = import_notice(real(name)).composed.facts
    assert {kind: len(facts.get(kind, {})) for kind in PRESENT[name]} == PRESENT[name]


@pytest.mark.parametrize("name", OWN_NAMES)
def test_a_notice_in_another_offices_style_gives_back_every_word(name, tmp_path):
    imported = import_notice(OWN / f"{name}.txt")
    assert imported.fidelity.differences == ()
    assert words(docx_text(word_file(imported.composed.text, tmp_path))) == words(
        "".join(piece.text for piece in imported.parts)
    )


@pytest.mark.parametrize("name", [name for name in OWN_NAMES if name != "awkward_characters"])
def test_nothing_of_it_is_lost_in_reading_either(name, tmp_path):
    text = (OWN / f"{name}.txt").read_text("utf-8")
    assert words(built(import_notice(OWN / f"{name}.txt").composed.text, tmp_path).text) == words(text)


@pytest.mark.parametrize("seed", range(16))
def test_whatever_edits_a_notice_went_through_no_word_is_lost(seed, tmp_path):
    chance = random.Random(seed)
    source = OWN / f"{OWN_NAMES[seed % len(OWN_NAMES)]}.txt"
    path = tmp_path / "通知.txt"
    path.write_text(edited(source.read_text("utf-8"), chance), "utf-8", newline="")
    imported = import_notice(path)
    assert imported.fidelity.is_complete
    assert "没有按公文各部分排出来" not in imported.composed.text
    again = tmp_path / "通知.docx"
    again.write_bytes(word_file(imported.composed.text, tmp_path))
    first, second = (words(built(made.composed.text, tmp_path).text) for made in (imported, import_notice(again)))
    assert first.replace("。", "") == second.replace("。", "")  # a 抄送 gets its full stop


def test_a_notice_in_the_national_encoding_is_read_alike(tmp_path):
    text = (OWN / "old_imprint.txt").read_text("utf-8")
    (tmp_path / "通知.txt").write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    assert words(built(import_notice(tmp_path / "通知.txt").composed.text, tmp_path).text) == words(text)


def test_a_notice_in_markdown_keeps_its_words_and_its_paths(tmp_path):
    imported = import_notice(OWN / "marked_up.md")
    text = words(built(imported.composed.text, tmp_path).text)
    assert "路径：C:\\zc\\*.jpg，模板`tpl_01`，星号*表示必填，编号____。" in text
    assert "学段高级一级小学1020初中|九年一贯815" in text
    marks = {"#", "##", "*", "-", "**", "\\", "|", "---", "<", ">", "|------|-----:|:----:|"}
    assert {piece.text for piece in imported.left_out} == marks


def test_pages_laid_out_with_spaces_become_sentences():
    imported = import_notice(OWN / "laid_out_pages.txt")
    data = data_of(imported.composed.text)
    body = data["正文"].split("\n")
    assert any(
        line.endswith(
            "纸质版(加盖公章)及电子版报县人社局专技股,登录{{ 事实.网址.网址 }}填报。咨询电话:{{ 事实.电话.咨询电话 }}。"
        )
        for line in body
    )
    assert any(line.endswith("逾期系统自动关闭。") for line in body)
    assert [item["名称"] for item in data["附件"]][1] == "汇总表"
    assert any("像是没有框线的表格" in found.message for found in imported.reading_doubts)


def test_a_page_of_the_web_has_its_title_and_what_stood_above_it_is_marked():
    imported = import_notice(OWN / "web_page.txt")
    data = data_of(imported.composed.text)
    assert data["标题"] == "关于组织开展{{ 事实.年度.申报年度 }}年度全区卫生系列高级职称申报工作的通知"
    assert data["附件标号"].startswith("当前位置")
    assert [doubt for _, doubt in imported.composed.doubts] == ["原文标题上方的字，暂放在这里"]
    assert data["署名"] == "某某区卫生健康委员会"


def test_the_parts_of_a_joint_notice():
    data = data_of(import_notice(OWN / "joint_notice.txt").composed.text)
    assert data["发文字号"] == "东人社发〔2023〕41号"
    assert data["署名"] == ["东山市人力资源和社会保障局", "东山市教育局", "东山市财政局"]
    assert data["附注"].startswith("联系人：高某某")
    assert data["抄送"] == ["省人力资源和社会保障厅", "市人大教科文卫委员会"]
    assert [item["名称"] for item in data["附件"]] == ["2023年度中小学教师职称评审名额分配表", "送审材料目录"]
    assert data["事实"]["期间"]["纸质材料报送"] == {"起": "2023-12-25", "止": "2024-1-5"}


def test_an_imported_file_imported_again_says_the_same(tmp_path):
    first = import_notice(OWN / "joint_notice.txt").composed.text
    path = tmp_path / "again.docx"
    path.write_bytes(word_file(first, tmp_path))
    again = import_notice(path)
    assert data_of(again.composed.text)["事实"] == data_of(first)["事实"]
    assert again.fidelity.is_complete


def word_notice() -> bytes:
    """A notice as offices write it in Word: styles, a heading that runs in, merged cells, awkward words."""
    document = docx.Document()
    document.add_paragraph("某某市人力资源和社会保障局文件")
    document.add_paragraph("某人社发〔2024〕12号")
    title = document.add_paragraph("关于公布2024年度职称评审\n名额的通知")
    title.alignment = 1
    document.add_paragraph("各单位：")
    document.add_heading("一、名额", level=1)
    paragraph = document.add_paragraph()
    lead = paragraph.add_run("（一）分配办法。")
    lead.font.name, lead.bold, lead.font.size = "楷体", True, Pt(16)
    paragraph.add_run("按2023年12月31日在岗人数分配。")
    table = document.add_table(rows=4, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "单位"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "名额"
    for (row, column), text in {
        (1, 1): "高级",
        (1, 2): "中级",
        (2, 0): "甲校{{x}}",
        (2, 1): "3*4",
        (2, 2): "# 5",
    }.items():
        table.cell(row, column).text = text
    table.cell(3, 1).merge(table.cell(3, 2)).text = "合计_8_"
    document.add_heading("申报材料", level=2)
    for line in (OWN / "awkward_characters.txt").read_text("utf-8").splitlines():
        document.add_paragraph(line)
    document.add_paragraph("附件：名单")
    document.add_paragraph("某某市人力资源和社会保障局")
    document.add_paragraph("2024年5月6日")
    return saved(document)


def test_a_word_notice_with_merged_cells_and_awkward_words(tmp_path):
    path = tmp_path / "名额.docx"
    path.write_bytes(word_notice())
    imported = import_notice(path)
    assert words(built(imported.composed.text, tmp_path).text) == words(docx_text(path.read_bytes()))
    data = data_of(imported.composed.text)
    assert data["发文机关标志"] == "某某市人力资源和社会保障局文件"
    assert data["标题"] == "关于公布{{ 事实.年度.申报年度 }}年度职称评审｜名额的通知"
    [table] = data["表格"].values()
    assert table["表头行数"] == "2"
    assert table["行"][0] == [{"文字": "单位", "跨行": "2"}, {"文字": "名额", "跨列": "2"}]
    assert "### **（一）分配办法。**按" in data["正文"]
    assert data["成文日期"] == "2024-5-6"


def test_a_notice_of_fifty_pages_takes_seconds(tmp_path):
    path = tmp_path / "长.txt"
    clause = "申报人员须在2024年9月5日至9月30日登录平台（www.example.com）填报，公示期不少于5个工作日。" * 5
    lines = [f"（{number}）{clause}" for number in range(1, 260)]
    path.write_text("\n\n".join([TITLE, "各单位：", BODY, *lines, "某某局", "2024年9月4日"]), "utf-8")
    start = time.perf_counter()
    imported = import_notice(path)
    assert imported.fidelity.is_complete
    assert imported.fidelity.total > 50_000
    assert time.perf_counter() - start < 10


_WORDS = st.sampled_from(
    [
        *(
            TITLE,
            BODY,
            "一、",
            "（一）",
            "1.",
            "第一条 ",
            "附件",
            "附件1",
            "附件：1.甲表",
            "2.乙表",
            "抄送：甲局",
            "某某局",
            "印发",
        ),
        *(
            "2024年9月4日",
            "2021年7月　日",
            "二〇二四年九月四日",
            "各县：",
            "（联系人：张某）",
            "{{",
            "}}",
            "{%",
            "{#",
            "#",
            "##",
        ),
        *(
            "*",
            "**",
            "_",
            "____",
            "\\",
            "`",
            ":::",
            "::: 落款",
            "｜",
            "|",
            "{-}",
            "<b>",
            "&amp;",
            "。",
            "：",
            "；",
            "\t",
            "　",
            " ",
        ),
        *(
            "5个工作日",
            "380元",
            "0996-2025039",
            "www.example.com",
            "〔2024〕5号",
            "人社发",
            "《",
            "》",
            "“",
            "”",
            "(",
            ")",
            "- ",
        ),
        *(
            "2024年9月5日至9月30日",
            "2018至2020年度",
            "联系人：",
            "'",
            '"',
            "{",
            "}",
            "$x^2$",
            "文件",
            "😀",
            "㐂",
            "\u200b",
        ),
    ]
)
_LINES = st.lists(st.one_of(_WORDS, st.text(max_size=3)), min_size=1, max_size=6).map("".join)
_ITEMS = st.one_of(
    st.builds(
        Paragraph,
        _LINES,
        align=st.sampled_from(["", "", "center", "right"]),
        level=st.sampled_from([None, None, 1, 2]),
        lead=st.sampled_from([0, 0, 3]),
        new_page=st.booleans(),
    ),
    st.lists(st.lists(st.builds(Cell, _LINES), max_size=2).map(tuple), min_size=1, max_size=2).map(
        lambda rows: Table(tuple(rows))
    ),
)


@settings(max_examples=60)
@given(st.lists(_ITEMS, min_size=1, max_size=10), st.sampled_from(["txt", "docx"]))
def test_whatever_a_notice_says_it_gives_back_every_word(tmp_path_factory, items, form):
    from generator.importing.cleaning import cleaned

    reading, _ = cleaned(Reading(Path("通知.txt"), form, tuple(items)))
    wanted = words("".join(piece.text for piece in recognise(reading)))
    if not wanted:
        return
    made = composed(*reading.items, form=form)
    text = words(built(made.text, tmp_path_factory.getbasetemp()).text)
    # The file's name stands in for a title that is not there; a 抄送 ends in a full stop.
    assert text.removeprefix("通知") == wanted or text.replace("。", "").endswith(wanted.replace("。", ""))


def test_every_imported_file_can_be_loaded_and_rolled(tmp_path):
    from generator.rolling.roll import roll

    path = tmp_path / "notice.yaml"
    path.write_text(import_notice(OWN / "joint_notice.txt").composed.text, "utf-8")
    rolled = tmp_path / "rolled.yaml"
    rolled.write_bytes(roll(path, 2024).content)
    assert load_case(rolled).case.document.facts.years["申报年度"] == 2024
