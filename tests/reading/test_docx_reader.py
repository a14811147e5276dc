"""Any program's Word file is read whole: its text in order, its numerals as shown, its measures as in force."""

import io
import time
import zipfile
from xml.sax.saxutils import escape

import docx
import pytest
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.mending.mend import mend
from generator.reading.parts import Paragraph, Table
from generator.reading.read import read
from tests.reading.word_files import cell, p, read_word, rows, run, said, table, texts
from tests.support import zip_of

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BARE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin">{1}</w:fldChar></w:r><w:r><w:instrText>{0}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ALTERNATIVES = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
BOX = "<w:txbxContent>" + p("框中的字") + "</w:txbxContent>"
SHAPE = f"<w:drawing><a:graphic><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphic></w:drawing>"
VML = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("甲<w:tab/>乙").replace("<w:tab/>", "</w:t><w:tab/><w:t>"), "甲\t乙"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t></w:r>", "甲\n乙\n丙"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>4</w:t><w:softHyphen/></w:r>", "A-4"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>同意</w:t></w:r>', "☑同意"),
        ('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0a8</w:t></w:r>', "□"),
        ('<w:hyperlink r:id="x"><w:r><w:t>网上申报</w:t></w:r></w:hyperlink>', "网上申报"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('2024年')}</w:sdtContent></w:sdt>", "2024年"),
        (f"<w:smartTag>{run('库尔勒市')}</w:smartTag>", "库尔勒市"),
        (f'<w:ins w:author="甲">{run("增加")}</w:ins>', "增加"),
        (f"<w:moveTo>{run('移来')}</w:moveTo><w:moveFrom>{run('移来')}</w:moveFrom>", "移来"),
        (FIELD.format(' HYPERLINK "http://example.com" ', run("平台")), "平台"),
        (FIELD.format(" REF x ", run("第") + FIELD.format(" SEQ y ", run("3")) + run("条")), "第3条"),
        (f'<w:fldSimple w:instr=" DATE ">{run("2024年9月4日")}</w:fldSimple>', "2024年9月4日"),
        (BARE_FIELD.format(r" EQ \o\ac(○,3) ", ""), "③"),
        (BARE_FIELD.format(r" EQ \o\ac(○,一) ", ""), "㊀"),
        (BARE_FIELD.format(r" EQ \f(1,2) ", ""), "12"),
        (BARE_FIELD.format(" MACROBUTTON NoMacro [点击填写] ", ""), "[点击填写]"),
        (BARE_FIELD.format(r' SYMBOL 254 \f "Wingdings" ', ""), "☑"),
        (BARE_FIELD.format(" FORMCHECKBOX ", "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"), "☑"),
        (f"<w:r><w:ruby><w:rt>{run('bā')}</w:rt><w:rubyBase>{run('巴')}</w:rubyBase></w:ruby></w:r>", "巴（bā）"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (ALTERNATIVES.format(run("新"), run("旧")), "新"),
    ],
)
def test_what_stands_in_a_paragraph_is_read_as_it_shows(tmp_path, content, text):
    assert texts(read_word(tmp_path, p("前", content, "后"))) == [f"前{text}后"]


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"))), min_size=1, max_size=4))
def test_no_character_of_a_word_file_is_lost(tmp_path_factory, parts):
    body = "".join(p(run(escape(part))) for part in parts) + table([cell(p(run(escape(part)))) for part in parts])
    reading = read_word(tmp_path_factory.getbasetemp(), p("题") + body)
    assert [item.text for item in reading.items if isinstance(item, Paragraph)] == ["题", *parts]
    assert rows(reading) == [parts]


def test_blanks_in_and_around_the_text_are_kept_by_the_reader(tmp_path):
    reading = read_word(tmp_path, p("　　联系人：  张三"))
    assert [item.text for item in reading.items] == ["　　联系人：  张三"]


def test_deleted_text_is_left_out_and_said_and_a_deleted_paragraph_end_joins(tmp_path):
    gone = '<w:del w:author="甲"><w:r><w:delText>旧日期</w:delText></w:r></w:del>'
    body = p("时间：", gone, "9月5日") + p("前半", properties="<w:rPr><w:del/></w:rPr>") + p("后半")
    reading = read_word(tmp_path, body)
    assert texts(reading) == ["时间：9月5日", "前半后半"]
    assert "有1处修订标记为删除的文字没有读入（“旧日期”）" in said(reading)


def test_hidden_text_comments_pictures_and_embedded_objects_are_said(tmp_path):
    picture = "<w:r><w:drawing><wp:inline><a:graphic><a:blip/></a:graphic></wp:inline></w:drawing></w:r>"
    body = p(run("内部提示", "<w:vanish/>"), "正文", '<w:r><w:commentReference w:id="1"/></w:r>', picture)
    body += p("<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>", "表") + '<w:altChunk r:id="z"/>'
    reading = read_word(tmp_path, body)
    assert texts(reading) == ["正文", "表"]
    for part in ("1处隐藏文字没有读入（“内部提示”）", "1条批注", "1张图片", "1个嵌入的对象", "插入了1个其他文件"):
        assert part in said(reading)


def test_an_unknown_symbol_is_marked_and_said(tmp_path):
    reading = read_word(tmp_path, p('<w:r><w:sym w:font="单位自造字" w:char="F021"/></w:r>', "某"))
    assert texts(reading) == ["〓某"]
    assert "有1个符号字体的符号认不出，以“〓”代替（“单位自造字 U+F021”）" in said(reading)


@pytest.mark.parametrize(
    "content",
    [
        f"<w:r>{SHAPE}</w:r>",
        f"<w:r>{VML}</w:r>",
        f"<w:r>{ALTERNATIVES.format(SHAPE, VML)}</w:r>",
    ],
)
def test_a_text_box_is_read_once_where_it_is_anchored(tmp_path, content):
    assert texts(read_word(tmp_path, p(content, "锚") + p("后"))) == ["文本框：框中的字", "锚", "后"]
    assert texts(read_word(tmp_path, p("锚", content) + p("后"))) == ["锚", "文本框：框中的字", "后"]


def test_the_words_of_a_wordart_are_read(tmp_path):
    art = '<w:r><w:pict><v:shape><v:textpath string="某某局文件"/></v:shape></w:pict></w:r>'
    assert texts(read_word(tmp_path, p(art))) == ["文本框：某某局文件"]


def test_footnotes_follow_their_paragraph_with_their_mark(tmp_path):
    notes = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", "以档案局解释为准")}</w:footnote>'
    body = p("按规定", '<w:r><w:footnoteReference w:id="2"/></w:r>', "执行") + p("下一段")
    assert texts(read_word(tmp_path, body, footnotes=notes)) == ["按规定[1]执行", "脚注：[1]以档案局解释为准", "下一段"]


def test_headers_and_footers_are_read_once_and_page_numbers_are_no_text(tmp_path):
    section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    page = FIELD.format(" PAGE ", run("1"))
    reading = read_word(
        tmp_path,
        p("第一节", properties=section) + p("第二节") + section,
        header1=p("某某市档案局"),
        footer1=p("— ", page, " —") + p("第", page, "页　联系电话：0990-1234567"),
    )
    assert texts(reading) == ["第一节", "第二节", "页脚：第页　联系电话：0990-1234567"]
    assert "略去页眉1处：“某某市档案局”" in said(mend(reading))


def test_a_header_that_no_page_shows_is_left_out_and_that_of_the_first_page_stays(tmp_path):
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/></w:sectPr>'
    assert texts(read_word(tmp_path, p("正文") + section, header1=p("首页"))) == ["正文"]
    section = section.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert texts(read_word(tmp_path, p("正文") + section, header1=p("首页"))) == ["首页页眉：首页", "正文"]


def test_merged_cells_are_one_cell_with_its_columns_and_rows(tmp_path):
    body = table(
        [cell("姓名", '<w:vMerge w:val="restart"/>'), cell("学历", '<w:gridSpan w:val="2"/>')],
        [cell("", "<w:vMerge/>"), cell("本科"), cell("硕士")],
        [cell("张三"), cell("", '<w:hMerge w:val="restart"/>'), cell("有", '<w:hMerge w:val="continue"/>')],
    )
    assert rows(read_word(tmp_path, body)) == [
        [("姓名", 1, 2), ("学历", 2, 1)],
        ["本科", "硕士"],
        ["张三", ("有", 2, 1)],
    ]


def test_a_row_that_is_wholly_spanned_from_above_disappears_with_its_span(tmp_path):
    merged = [cell("甲", '<w:vMerge w:val="restart"/>'), cell("乙", '<w:vMerge w:val="restart"/>')]
    assert rows(read_word(tmp_path, table(merged, [cell("", "<w:vMerge/>")] * 2, [cell("丙"), cell("丁")]))) == [
        ["甲", "乙"],
        ["丙", "丁"],
    ]


def test_nested_tables_wrapped_cells_and_several_paragraphs_in_a_cell_are_kept(tmp_path):
    inner = table([cell("一"), cell("二")], [cell("三"), cell("四")])
    body = table([cell(p("甲") + p("乙")), f"<w:sdt><w:sdtContent>{cell(inner + p(''))}</w:sdtContent></w:sdt>"])
    reading = read_word(tmp_path, body)
    assert rows(reading) == [["甲\n乙", "一\t二\n三\t四"]]
    assert "有1个单元格里套着表格" in said(reading)


def test_the_measures_in_force_come_down_the_chain_of_styles(tmp_path):
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/><w:rFonts w:eastAsia="仿宋_GB2312"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="正文"/>'
        '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="标题"/><w:basedOn w:val="a"/><w:pPr>'
        '<w:jc w:val="center"/><w:ind w:firstLine="0" w:left="420"/><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:b/><w:color w:val="ff0000"/></w:rPr></w:style>'
    )
    large = run("题", '<w:sz w:val="44"/><w:rFonts w:eastAsia="SimHei"/>')
    body = p(large, properties='<w:pStyle w:val="t"/>') + p("文")
    body += p("悬", properties='<w:ind w:hanging="640" w:left="640"/><w:pageBreakBefore/><w:jc w:val="both"/>')
    title, text, hanging = read_word(tmp_path, body, styles=styles).items
    assert (title.align, title.left, title.first_line, title.level) == ("center", 21, 0, 1)
    assert (title.font, title.size, title.bold, title.color) == ("黑体", 22, True, "FF0000")
    assert (text.style, text.first_line, text.font, text.size, text.bold) == ("正文", 32, "仿宋_GB2312", 16, False)
    assert (hanging.left, hanging.first_line, hanging.new_page, hanging.align) == (32, -32, True, "justify")


def test_a_run_in_heading_is_known_by_its_typeface(tmp_path):
    kai = '<w:rFonts w:eastAsia="楷体_GB2312"/>'
    body = p(run("（一）网上申报。", kai), "登录平台。") + p(run("通篇黑体", "<w:b/>"))
    body += p("正文里", run("强调", kai), "几个字")
    assert [item.lead for item in read_word(tmp_path, body).items] == [8, 0, 0]


def test_page_breaks_and_sections_begin_new_pages_and_landscape_is_known(tmp_path):
    page = '<w:r><w:br w:type="page"/></w:r>'
    landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    body = p("一", page, "二") + p(page) + p("三") + p("四", page) + p("五") + p("", properties="<w:sectPr/>")
    body += p("六") + table([cell("横")]) + p("七", properties=landscape)
    body += p("八") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    mended = mend(read_word(tmp_path, body))
    paragraphs = [(item.text, item.new_page) for item in mended.items if isinstance(item, Paragraph)]
    new = ["二", "三", "五", "六"]
    assert paragraphs == [(text, text in new) for text in "一二三四五六七八"]
    assert [item.landscape for item in mended.items if isinstance(item, Table)] == [True]


def test_a_strict_file_reads_like_any_other(tmp_path):
    path = tmp_path / "通知.docx"
    read_word(tmp_path, p("甲") + table([cell("乙")]))
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    with zipfile.ZipFile(path) as made:
        parts = {
            name: made.read(name)
            .replace(usual + b"wordprocessingml/2006/", strict + b"wordprocessingml/")
            .replace(usual + b"officeDocument/2006/", strict + b"officeDocument/")
            for name in made.namelist()
        }
    path.write_bytes(zip_of(**parts))
    assert [item.text for item in read(path).items if isinstance(item, Paragraph)] == ["甲"]


def test_soft_line_ends_that_part_paragraphs_make_paragraphs_and_others_stay(tmp_path):
    def lines(*parts: str) -> str:
        return p("<w:r>" + "<w:br/>".join(f"<w:t>{part}</w:t>" for part in parts) + "</w:r>")

    body = lines("某某局", "关于评审的通知") + lines("一、时间", "9月5日开始。", "二、地点")
    assert texts(read_word(tmp_path, body)) == [
        "某某局\n关于评审的通知",
        "一、时间\n9月5日开始。",
        "二、地点",
    ]


def test_a_hard_line_end_inside_a_sentence_is_closed_and_said(tmp_path):
    body = p("参照《关于进一") + p("步做好民营企业职称工作的通知》执行。") + p("一、对象") + p("附件") + p("个人承诺书")
    reading = mend(read_word(tmp_path, body))
    assert texts(reading) == ["参照《关于进一步做好民营企业职称工作的通知》执行。", "一、对象", "附件", "个人承诺书"]
    assert "有1处句子中间的硬回车，已接上" in said(reading)


def test_what_python_docx_writes_is_read_whole(tmp_path):
    document = docx.Document()
    document.add_heading("关于评审的通知", 1)
    document.add_paragraph("第一项", style="List Number")
    document.add_paragraph("第二项", style="List Number")
    document.add_paragraph("要点", style="List Bullet").runs[0].font.size = Pt(12)
    grid = document.add_table(2, 3)
    grid.cell(0, 0).merge(grid.cell(1, 0)).text = "合并"
    grid.cell(0, 1).text, grid.cell(1, 2).text = "甲", "乙"
    document.save(tmp_path / "甲.docx")
    reading = read(tmp_path / "甲.docx")
    assert texts(reading) == ["关于评审的通知", "1. 第一项", "2. 第二项", "• 要点"]
    assert rows(reading) == [[("合并", 1, 2), "甲", ""], ["", "乙"]]


def test_fifty_pages_are_read_in_seconds(tmp_path):
    document = docx.Document()
    for number in range(1000):
        document.add_paragraph(f"（{number}）" + "申报人员须在规定时间内完成申报工作，逾期不予受理。" * 4)
    buffer = io.BytesIO()
    document.save(buffer)
    (tmp_path / "长.docx").write_bytes(buffer.getvalue())
    begin = time.perf_counter()
    assert len(mend(read(tmp_path / "长.docx")).items) == 1000
    assert time.perf_counter() - begin < 5
