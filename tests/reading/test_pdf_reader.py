"""A PDF is read as a reader sees it: whole lines without stray spaces, ruled tables, page numbers apart."""

import io
import re
import time
import zlib

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

from generator.errors import UsageError
from generator.reading.han import font_name, plain_han
from generator.reading.mending.mend import mend
from generator.reading.parts import Paragraph, Reading, Table
from generator.reading.pdf import bomb as pdf_bomb
from generator.reading.pdf import reader as pdf_reader
from generator.reading.pdf.lines import Glyph, glyphs_of, lines_of
from generator.reading.read import read
from generator.rendering.pdf import render_pdf
from tests.reading.word_files import rows, said, texts
from tests.support import libreoffice, needs_pango, words

CSS = """@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { font: 16pt/29pt 公文仿宋; text-align: justify; margin: 0 }
p { margin: 0; text-indent: 2em }
h1 { font: 22pt/36pt 公文小标宋; text-align: center; margin: 0 }
h2 { font: 16pt/29pt 公文黑体; text-indent: 2em; margin: 0 }
b { font-family: 公文楷体; font-weight: normal }
td { border: 1px solid black; font-size: 12pt; line-height: 16pt; text-indent: 0 }
table { border-collapse: collapse; width: 100% }
.no { text-indent: 0 } .right { text-align: right; margin-right: 4em }"""
SENTENCE = "申报人员须在规定时间内完成申报工作，逾期不予受理。"


def pdf(body: str, css: str = "") -> bytes:
    """A PDF as our own program makes them."""
    needs_pango()
    return render_pdf(f"<style>{CSS}{css}</style>{body}")


def read_pdf(folder, data: bytes) -> Reading:
    (folder / "通知.pdf").write_bytes(data)
    return read(folder / "通知.pdf")


def scan() -> bytes:
    """A PDF page that is a picture."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    picture, drawing = StreamObject(), StreamObject()
    picture.set_data(bytes([230]))
    picture.update({NameObject("/Subtype"): NameObject("/Image"), NameObject("/ColorSpace"): NameObject("/DeviceGray")})
    picture.update(
        {NameObject(f"/{key}"): NumberObject(n) for key, n in {"Width": 1, "Height": 1, "BitsPerComponent": 8}.items()}
    )
    drawing.set_data(b"q 595 0 0 842 0 0 cm /P Do Q")
    pictures = DictionaryObject({NameObject("/P"): writer._add_object(picture)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    page[NameObject("/Contents")] = writer._add_object(drawing)
    return written(writer)


def joined(*files: bytes) -> bytes:
    writer = PdfWriter()
    for file in files:
        writer.append(io.BytesIO(file))
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


NOTICE = [
    "关于开展2024年度自治州档案系列中、初级专业技术人员职称评审工作有关事项的通知",
    "各县（市）党委办公室（档案局）、各县（市）人力资源和社会保障局、各相关企事业单位：",
    "按照自治区职称工作统一安排，现就有关事宜通知如下：",
    "一、评审范围",
    f"（一）申报人员。{SENTENCE * 3}",
    f"（二）推荐单位。{SENTENCE * 9}",
    "附件：1.推荐单位公示（模板）",
    "2.个人承诺书（模板）",
    "某某州档案系列职称评审委员会",
    "2024年9月4日",
]


def test_the_lines_of_a_notice_become_its_paragraphs(tmp_path):
    title, addressee, *body = NOTICE
    html = f"<h1>{title}</h1><p class=no>{addressee}</p>"
    for text in body[:5]:
        lead, _, rest = text.partition("。")
        run_in = f"<b>{lead}。</b>{rest}" if rest else text
        html += f"<h2>{text}</h2>" if text.startswith("一、") else f"<p>{run_in}</p>"
    html += f"<p style='margin-left:3em'>{body[5]}</p>" + "".join(f"<p class=right>{text}</p>" for text in body[6:])
    reading = read_pdf(tmp_path, pdf(html, "@page { @bottom-center { content: '— ' counter(page) ' —' } }"))
    mended = mend(reading)
    assert texts(reading) == NOTICE
    assert [item.lead for item in mended.items if item.lead] == [8, 8]
    assert "略去页码2处：“— 1 —”、“— 2 —”" in said(mended)
    heading = next(item for item in mended.items if item.text == "一、评审范围")
    assert (heading.font, heading.size, heading.page) == ("公文黑体", 16, 1)
    assert [item.align for item in mended.items] == ["center", *[""] * 7, "right", "right"]


@pytest.mark.parametrize(
    "number", ["'— ' counter(page) ' —'", "'第' counter(page) '页 共3页'", "counter(page)", "'- ' counter(page) ' -'"]
)
@pytest.mark.parametrize("place", ["@bottom-right", "@bottom-center"])
def test_page_numbers_and_running_headers_are_apart_from_the_text(tmp_path, number, place):
    css = f"@page {{ {place} {{ content: {number} }} @top-center {{ content: '某某州档案局' }} }}"
    reading = read_pdf(tmp_path, pdf(f"<p>{SENTENCE * 60}</p>", css))
    margins = [item.where for item in reading.items if item.where != "正文"]
    assert margins == ["页眉", "页脚"] * reading.items[-1].page
    assert texts(reading) == [SENTENCE * 60]
    assert f"略去页眉{reading.items[-1].page}处：“某某州档案局”" in said(mend(reading))


def test_a_number_that_ends_the_text_of_a_page_is_no_page_number(tmp_path):
    reading = read_pdf(tmp_path, pdf("<p>名额</p><p>12</p>"))
    assert texts(reading) == ["名额", "12"]


@pytest.mark.parametrize("css", ["p { letter-spacing: 4pt }", "p { letter-spacing: 0.3em; font-size: 14pt }"])
def test_type_that_is_set_wide_has_no_spaces(tmp_path, css):
    assert texts(read_pdf(tmp_path, pdf("<p>专业技术人员职称评审</p>", css))) == ["专业技术人员职称评审"]


def test_a_space_between_all_characters_is_no_space_and_blanks_to_fill_in_are_kept(tmp_path):
    lines = ["专 业 技 术 人 员 职 称 评 审", "2024年　　月　　日 联系人：张三", "填写 JPG 文件 and PDF file 共 2 份"]
    read_lines = texts(read_pdf(tmp_path, pdf("".join(f"<p>{line}</p>" for line in lines))))
    assert read_lines == ["专业技术人员职称评审", *lines[1:]]


def test_tables_have_their_merged_cells_and_the_text_around_them_its_order(tmp_path):
    table = (
        "<table><tr><td rowspan=2>单位</td><td colspan=2>名额</td></tr><tr><td>高级</td><td>中级</td></tr>"
        "<tr><td>若羌县楼兰档案管理中心（含所属各乡镇档案室和街道档案室）</td><td>1</td><td></td></tr></table>"
    )
    reading = read_pdf(tmp_path, pdf(f"<p>见下表：</p>{table}<p>以上。</p>", "td { width: 33% }"))
    kinds = [item.text if isinstance(item, Paragraph) else "表" for item in reading.items]
    assert kinds == ["见下表：", "表", "以上。"]
    assert rows(reading) == [
        [("单位", 1, 2), ("名额", 2, 1)],
        ["高级", "中级"],
        ["若羌县楼兰档案管理中心（含所属各乡镇档案室和街道档案室）", "1", ""],
    ]


def test_a_table_over_two_pages_is_one_and_its_repeated_heading_goes_with_a_word(tmp_path):
    body = "".join(f"<tr><td>{number}</td><td>材料{number}</td></tr>" for number in range(1, 61))
    table = f"<table><thead><tr><td>序号</td><td>名称</td></tr></thead>{body}</table>"
    mended = mend(read_pdf(tmp_path, pdf(table, "@page { size: A4 landscape }")))
    assert [isinstance(item, Table) and item.landscape for item in mended.items] == [True]
    assert rows(mended) == [["序号", "名称"], *([str(number), f"材料{number}"] for number in range(1, 61))]
    assert re.search("略去跨页表格重复的表头[1-9]处：“序号 名称”", said(mended))


def test_a_long_number_that_a_cell_breaks_is_whole(tmp_path):
    css = "td { width: 70pt; overflow-wrap: anywhere } table { width: auto; table-layout: fixed }"
    reading = read_pdf(tmp_path, pdf("<table><tr><td>990101198508161276</td><td>甲<br>乙</td></tr></table>", css))
    assert rows(reading) == [["990101198508161276", "甲\n乙"]]


def test_a_frame_of_one_cell_is_no_table(tmp_path):
    assert texts(read_pdf(tmp_path, pdf("<table><tr><td>框里的说明</td></tr></table><p>后</p>"))) == [
        "框里的说明",
        "后",
    ]


def test_the_place_of_a_line_is_known_in_points(tmp_path):
    line = read_pdf(tmp_path, pdf("<p>甲</p>")).items[0]
    assert (line.left, line.size) == (pytest.approx(79.4 + 32, abs=0.5), 16)
    assert line.right == pytest.approx(595.3 - 79.4 - 48, abs=0.5)
    assert 104 < line.top < 118


def test_a_page_that_ends_early_is_ended_by_the_writer(tmp_path):
    body = f"<p>{SENTENCE * 40}</p><p>末。</p><div style='break-before: page'></div><p>附件1</p><p>甲。</p>"
    assert [item.text for item in mend(read_pdf(tmp_path, pdf(body))).items if item.new_page] == ["附件1"]


def test_characters_without_unicode_are_marked_and_their_pages_said(tmp_path):
    reader = PdfReader(io.BytesIO(pdf("<p>职称评审</p>")))
    writer = PdfWriter(clone_from=reader)
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        del font.get_object()[NameObject("/ToUnicode")]
    reading = read_pdf(tmp_path, written(writer))
    assert texts(reading) == ["〓〓〓〓"]
    assert "第1页有4个字在 PDF 里没有编码，读不出来，以“〓”代替，大部分文字可能都不对" in said(reading)


def test_a_password_is_said_and_a_lock_against_printing_hinders_nobody(tmp_path):
    for name, password, owner in (("甲", "123", "456"), ("乙", "", "456")):
        writer = PdfWriter(clone_from=io.BytesIO(pdf("<p>通知</p>")))
        writer.encrypt(password, owner, algorithm="AES-256")
        (tmp_path / f"{name}.pdf").write_bytes(written(writer))
    with pytest.raises(UsageError, match="PDF 设了打开密码。请用阅读器输入密码打开，另存为不加密的 PDF 再试"):
        read(tmp_path / "甲.pdf")
    assert texts(read(tmp_path / "乙.pdf")) == ["通知"]


def test_a_scan_must_be_recognised_first_and_scanned_pages_are_named(tmp_path):
    with pytest.raises(UsageError, match="这个 PDF 是扫描的图片，里面没有文字。请先用 WPS、ABBYY 等软件做文字识别"):
        read_pdf(tmp_path, scan())
    reading = read_pdf(tmp_path, joined(pdf("<p>通知</p>"), scan(), scan(), pdf("<p>附件</p>")))
    assert texts(reading) == ["通知", "附件"]
    assert "第2—3页是图片，没有文字，未读入" in said(reading)


def test_an_empty_pdf_is_refused(tmp_path):
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    with pytest.raises(UsageError, match="这个 PDF 是空白的，没有文字"):
        read_pdf(tmp_path, written(writer))


def test_damaged_and_overlong_files_are_refused(tmp_path, monkeypatch):
    whole = pdf("<p>通知</p>")
    with pytest.raises(UsageError, match="PDF 已损坏，打不开。请用阅读器打开它"):
        read_pdf(tmp_path, whole[: len(whole) // 3])
    monkeypatch.setattr(pdf_reader, "MAX_PAGES", 1)
    with pytest.raises(UsageError, match="有2页，超过1页，已拒绝打开"):
        read_pdf(tmp_path, joined(whole, whole))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_bomb, "MAX_STREAM", 1024 * 1024)
    monkeypatch.setattr(pdf_bomb, "MAX_TOTAL", 2 * 1024 * 1024)
    packed = zlib.compress(bytes(20 * 1024 * 1024))
    with pytest.raises(UsageError, match="PDF 解开后过大，已拒绝打开"):
        read_pdf(tmp_path, b"%PDF-1.7\n1 0 obj << /Filter /FlateDecode >> stream\n" + packed + b"\nendstream endobj")


def test_turned_type_is_read_and_said(tmp_path):
    body = "<p>正文</p><div style='position:fixed; top:8cm; transform: rotate(-45deg)'>草稿</div>"
    reading = read_pdf(tmp_path, pdf(body))
    assert texts(reading) == ["正文", "文本框：草稿"]
    assert "第1页有斜排或竖排的字，已单独列出" in said(reading)


def test_type_printed_twice_to_look_bold_and_right_to_left_script_are_read_once_and_in_order():
    def glyph(text: str, x: float) -> Glyph:
        return Glyph(text, x, x + 16, 100, 116, 16, "ABCDEF+SimHei", "")

    bold = [glyph("通", 10), glyph("通", 10.4), glyph("知", 26), glyph("知", 26.4), glyph("知", 42)]
    assert [line.text for line in lines_of(bold)] == ["通知知"]
    uyghur = "ئۇقتۇرۇش"
    assert [line.text for line in lines_of([glyph(char, 200 - 16 * i) for i, char in enumerate(uyghur)])] == [uyghur]
    ligature = [glyph(part, 200 - 16 * i) for i, part in enumerate(["ئ", "و", "ب", "لا", "س", "ت", "ى"])]
    assert [line.text for line in lines_of(ligature)] == ["ئوبلاستى"]


def test_radicals_and_names_of_fonts_become_plain():
    assert plain_han("⼈⼯⻓⽂") == "人工长文"
    assert [
        font_name(name) for name in ("ABCDEF+SimHei,Bold", "FangSong_GB2312", "FZXBSJW--GB1-0", "·ÂËÎ", "Arial")
    ] == [
        *("黑体", "仿宋_GB2312", "方正小标宋简体", "仿宋", "Arial"),
    ]


def test_a_pdf_made_by_libreoffice_is_read_whole(tmp_path):
    document = docx.Document()
    document.styles["Normal"].font.name = "Noto Serif CJK SC"
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    sentences = [f"{number}.{SENTENCE * 4}" for number in range(1, 31)]
    for text in ["关于评审的通知", *sentences]:
        document.add_paragraph(text)
    grid = document.add_table(2, 2)
    grid.style = "Table Grid"
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "名额"
    grid.cell(1, 0).text, grid.cell(1, 1).text = "甲县", "3人"
    buffer = io.BytesIO()
    document.save(buffer)
    reading = read_pdf(tmp_path, libreoffice(buffer.getvalue(), "docx", "pdf", tmp_path))
    assert [words(text) for text in texts(reading)] == ["关于评审的通知", *sentences]
    assert rows(reading) == [[("名额", 2, 1)], ["甲县", "3人"]]


def test_fifty_pages_are_read_in_seconds(tmp_path):
    data = pdf("".join(f"<p>{SENTENCE * 12}</p>" for _ in range(95)))
    begin = time.perf_counter()
    mended = mend(read_pdf(tmp_path, data))
    assert time.perf_counter() - begin < 10
    assert mended.items[-1].page >= 50
    assert [item.text for item in mended.items] == [SENTENCE * 12] * 95


def test_a_symbol_fonts_bullets_and_ticks_are_read_and_others_marked():
    def char(text: str, x: float, font: str) -> dict:
        return {"text": text, "x0": x, "x1": x + 16, "top": 100, "bottom": 116, "size": 16, "fontname": font}

    chars = [
        char("\uf0b7", 10, "ABCDEF+OpenSymbol"),
        char("\uf0fe", 26, "Wingdings"),
        char("\uf06c", 42, "ABCDEF+Wingdings"),
    ]
    glyphs, missing = glyphs_of([*chars, char("\uf001", 58, "Nowhere")])
    assert ([glyph.text for glyph in glyphs], missing) == (["•", "☑", "●", "〓"], 1)


def test_a_watermark_that_every_page_bears_and_the_mark_of_a_draft_are_no_text(tmp_path):
    css = (
        ".w { position: fixed; top: 100mm; transform: rotate(-45deg); font-size: 60pt }"
        "@page { @top-right { content: '草稿'; font-size: 22pt; color: red } }"
    )
    reading = read_pdf(tmp_path, pdf(f"<div class=w>内部资料</div><p>{SENTENCE * 60}</p>", css))
    assert texts(reading) == [SENTENCE * 60]
    assert {piece.text for piece in mend(reading).left_out} == {"内部资料", "草稿"}


def test_a_title_that_every_page_begins_with_is_no_header(tmp_path):
    form = f"<h1>个人承诺书</h1><p>{SENTENCE}</p><p style='page-break-after: always'>承诺人：</p>"
    reading = read_pdf(tmp_path, pdf(form * 3, "@page { margin: 20mm }"))
    assert texts(reading).count("个人承诺书") == 3


def test_a_number_at_the_foot_of_a_page_that_counts_no_pages_is_text(tmp_path):
    pages = "".join(f"<p style='page-break-after: always; margin-top: 240mm'>{n}</p>" for n in (12, 7, 30))
    assert texts(read_pdf(tmp_path, pdf(pages, "@page { margin: 20mm }"))) == ["12", "7", "30"]
