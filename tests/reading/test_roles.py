"""The parts of an unknown official document: known ones are told, unknown ones stay text, nothing is lost or moved."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.mending.mend import mend
from generator.reading.parts import FOOTER, NOTE, Cell, Paragraph, Reading, Table, text_of
from generator.reading.read import read
from generator.reading.roles import recognise as roles
from generator.reading.roles.recognise import Parts, Piece, recognise, signatories
from tests.support import CHECKOUT, words

NOTICES = CHECKOUT.parent / "shared" / "reference" / "notices"
TITLE = "关于开展2024年度职称评审工作的通知"
BODY = "现将有关事项通知如下，请遵照执行。"


def parts_of(*items: str | Paragraph | Table, form: str = "txt") -> Parts:
    """What is recognised in these lines."""
    made = tuple(Paragraph(item) if isinstance(item, str) else item for item in items)
    return recognise(Reading(Path("通知.txt"), form, made))


def told(*items: str | Paragraph | Table, form: str = "txt") -> list[str]:
    """The role of each piece."""
    return [piece.role for piece in parts_of(*items, form=form)]


def role_of(text: str, *items: str | Paragraph | Table, form: str = "txt") -> Piece:
    """The piece that holds this text."""
    return next(piece for piece in parts_of(*items, form=form) if piece.text == text)


class TestTheFront:
    def test_a_red_letterhead_stands_above_the_number(self):
        front = ("巴音郭楞蒙古自治州", "档案局文件", "巴档发〔2024〕9号", TITLE, "各县市档案局：", BODY)
        assert told(*front) == ["发文机关标志", "发文机关标志", "发文字号", "标题", "主送", "正文"]

    def test_an_office_directly_above_the_title_belongs_to_it(self):
        assert told("某某州档案局", TITLE, "各单位：", BODY) == ["标题", "标题", "主送", "正文"]

    def test_a_title_may_have_several_lines(self):
        assert told("某某省科学研究系列", "职称制度改革实施方案", "（试行）", BODY) == ["标题"] * 3 + ["正文"]

    def test_a_title_may_be_spaced_out(self):
        assert told("公　　告", "（2024年第3号）", BODY)[:2] == ["标题", "发文字号"]

    def test_a_number_below_the_title_is_a_number(self):
        assert told(TITLE, "河政办发〔2023〕7号", "各单位：", BODY) == ["标题", "发文字号", "主送", "正文"]

    def test_what_a_web_page_puts_below_the_title_hides_no_addressees(self):
        front = (TITLE, "2023-03-01 10:22  来源：办公室", "各乡镇人民政府：", BODY)
        assert told(*front) == ["标题", "正文", "主送", "正文"]

    @pytest.mark.parametrize("line", ["特急", "机密★1年", "签发人：张某", "000012"])
    def test_what_stands_above_the_letterhead_is_told_from_it(self, line):
        assert told(line, "某局文件", "某发〔2024〕1号", TITLE, BODY)[0] == "版头"

    @pytest.mark.parametrize("line", ["现就有关事项公告如下：", "内容包括以下：", "一、各单位："])
    def test_not_every_line_with_a_colon_names_addressees(self, line):
        assert "主送" not in told(TITLE, line, BODY)

    def test_a_title_that_ends_like_none_is_doubtful(self):
        assert role_of("今年的评审", "今年的评审", BODY).doubt != ""
        assert role_of(TITLE, TITLE, BODY).doubt == ""

    def test_centred_lines_are_the_title_whatever_they_say(self):
        centred = Paragraph("今年的评审", align="center")
        assert parts_of(centred, BODY).main.of(roles.TITLE)[0].doubt == ""

    def test_prose_is_no_title(self):
        assert told(BODY, BODY) == ["正文", "正文"]

    def test_a_table_that_lays_out_a_joint_letterhead_is_opened(self):
        cells = ((Cell("甲市人事局"), Cell("文件", rows=2)), (Cell("甲市卫生健康委员会"),))
        front = (Table(cells), "甲人社发〔2022〕7号", TITLE, "各单位：", BODY)
        assert told(*front) == ["发文机关标志"] * 3 + ["发文字号", "标题", "主送", "正文"]
        signer = Table(((Cell("甲人社发〔2022〕7号"), Cell("签发人：陈某")),))
        assert "表格" not in told("甲市人事局文件", signer, TITLE, BODY)

    def test_a_table_of_words_at_the_beginning_stays_a_table(self):
        assert told(Table(((Cell("单位"), Cell("名额")),)), BODY)[0] == "表格"

    def test_where_a_page_of_the_web_stood_is_above_the_title(self):
        assert told("当前位置：首页 > 通知", TITLE, "发布时间：2024-05-20 来源：人事科", "各单位：", BODY) == [
            *("版头", "标题", "正文", "主送", "正文")
        ]


class TestTheText:
    @pytest.mark.parametrize(
        ("text", "level"),
        [
            ("一、评审范围", 1),
            ("第一章　总则", 1),
            ("（一）网上申报", 2),
            ("(一)网上申报", 2),
            ("第二阶段：组织实施", 2),
        ],
    )
    def test_headings_are_known_by_their_numerals(self, text, level):
        piece = role_of(text, TITLE, BODY, text, BODY)
        assert (piece.role, piece.level) == ("小标题", level)

    @pytest.mark.parametrize(
        ("text", "level"),
        [("1. 具备博士学位。", 3), ("1．证书；", 3), ("2、证书；", 3), ("（1）一式两份；", 4), ("第三条　设三级。", 1)],
    )
    def test_numbered_sentences_are_items_of_their_level(self, text, level):
        piece = role_of(text, TITLE, BODY, text, BODY)
        assert (piece.role, piece.level) == ("条款", level)

    def test_articles_are_below_chapters(self):
        assert role_of("第一条　目的。", TITLE, "第一章　总则", "第一条　目的。", BODY).level == 2

    def test_lines_of_a_list_are_no_headings(self):
        assert told(TITLE, BODY, "1.身份证", "2.学历证书", "3.获奖证书")[2:] == ["条款"] * 3

    def test_a_line_with_text_below_it_is_a_heading(self):
        assert told(TITLE, BODY, "1.身份证明", BODY)[2] == "小标题"

    def test_a_comma_typed_for_the_mark_of_a_numeral_is_one(self):
        assert role_of("一，申报范围", TITLE, BODY, "一，申报范围", BODY).role == "小标题"

    def test_a_decimal_number_is_no_numeral(self):
        assert role_of("1.5万元以上的。", TITLE, BODY, "1.5万元以上的。").role == "正文"

    def test_a_heading_may_run_into_its_text(self):
        assert role_of("（一）网上申报。请登录平台。", TITLE, BODY, "（一）网上申报。请登录平台。").lead == 8

    def test_a_format_that_tells_typefaces_is_not_guessed_at(self):
        text = "（一）网上申报。请登录平台。"
        assert role_of(text, TITLE, BODY, text, form="docx").lead == 0
        assert role_of(text, TITLE, BODY, Paragraph(text, lead=8), form="docx").lead == 8

    def test_a_style_makes_a_heading_of_a_line_without_numeral(self):
        piece = role_of("申报材料", TITLE, BODY, Paragraph("申报材料", level=2), BODY)
        assert (piece.role, piece.level) == ("小标题", 2)

    def test_contact_lines_are_text(self):
        assert told(TITLE, BODY, "联系人：张某", "联系电话：0996-0000000")[2:] == ["正文", "正文"]

    def test_a_footnote_stays_in_the_text_with_a_doubt(self):
        piece = role_of("见附注。", TITLE, BODY, Paragraph("见附注。", where=NOTE))
        assert (piece.role, piece.doubt) == ("正文", "原文是脚注，放在这里")

    def test_what_stood_in_the_margins_stays_with_a_doubt(self):
        piece = role_of("地址：某某路1号", TITLE, BODY, Paragraph("地址：某某路1号", where=FOOTER))
        assert (piece.role, piece.doubt) == ("正文", "原文是页脚，放在这里")

    def test_a_line_end_of_the_writers_makes_two_pieces(self):
        assert told(Paragraph(f"{TITLE}\n各单位："), BODY) == ["标题", "主送", "正文"]


class TestTheBack:
    @pytest.mark.parametrize(
        "date",
        [
            "2024年9月4日",
            "2024 年 9 月 4 日",
            "2021年7月　日",
            "二〇二四年九月四日",
            "2024年×月×日",
            "××××年××月××日",
            "2024.9.4",
        ],
    )
    def test_name_and_date_end_the_document(self, date):
        assert told(TITLE, BODY, "某某州档案局", date)[2:] == ["署名", "成文日期"]

    def test_name_and_date_may_share_a_line(self):
        assert [piece.text for piece in parts_of(TITLE, BODY, "某某州档案局 2024年9月4日")][2:] == [
            "某某州档案局",
            "2024年9月4日",
        ]

    def test_what_is_to_be_sealed_stands_at_the_right(self):
        at_right = [Paragraph(line, align="right") for line in ("单位（盖章）：", "年　　月　　日")]
        assert told("附件1", "公　示", BODY, *at_right, form="docx")[3:] == ["签章", "签章"]

    def test_the_head_of_a_form_addresses_nobody(self):
        assert "主送" not in told("附件2", "汇总表", "单位：　　　　填报日期：", BODY)

    def test_the_office_that_prints_may_tell_how_many(self):
        back = ("某某局", "2024年9月4日", "抄送：甲局", "某某局办公室 2024年9月5日印制", "共印50份")
        assert told(TITLE, BODY, *back)[-3:] == ["抄送", "印发", "印发"]

    def test_the_imprint_of_old_documents(self):
        old = ("主题词：职称 通知", "抄报：市政府", "某局办公室　２０１０年７月１日印发", "打字：王某　校对：李某")
        assert told(TITLE, BODY, "某某局", "二○一○年七月一日", *old)[-4:] == ["印发", "抄送", "印发", "印发"]

    def test_what_a_document_issues_begins_behind_its_date_and_remark(self):
        issued = ("某某局", "2024年9月4日", "（此件公开发布）", "某某评审办法（试行）", "第一条　目的。")
        assert [len(section.pieces) for section in parts_of(TITLE, BODY, *issued).sections] == [5, 2]

    def test_several_offices_sign(self):
        pieces = parts_of(TITLE, BODY, "甲市人事局　　甲市财政局", "甲市教育局", "2024年9月4日").main.of(
            roles.SIGNATURE
        )
        assert signatories(pieces) == ["甲市人事局", "甲市财政局", "甲市教育局"]

    def test_a_name_broken_over_two_lines_is_one(self):
        lines = ("自治州档案系列中、初级专业", "技术人员职称评审委员会", "2024年9月4日")
        assert signatories(parts_of(TITLE, BODY, *lines).main.of(roles.SIGNATURE)) == ["".join(lines[:2])]

    def test_a_seal_that_stands_in_is_part_of_the_name(self):
        assert told(TITLE, BODY, "职称办公室（代章）", "2024年9月4日")[2:] == ["署名", "成文日期"]

    def test_a_date_in_the_midst_of_the_text_dates_nothing(self):
        assert "成文日期" not in told(TITLE, "2024年9月4日", "一、范围", BODY, BODY)

    def test_a_signature_without_a_date_is_doubtful(self):
        piece = role_of("某某州档案局", TITLE, BODY, "某某州档案局")
        assert (piece.role, bool(piece.doubt)) == ("署名", True)

    def test_brackets_below_the_date_are_the_remark(self):
        end = ("某局", "2024年9月4日", "（联系人：张某，电话：0996-0000000）")
        assert told(TITLE, BODY, *end)[2:] == ["署名", "成文日期", "附注"]

    def test_copies_and_imprint_stand_last(self):
        end = ("某局", "2024年9月4日", "抄送：甲局，乙局。", "某局办公室　2024年9月5日印发")
        assert told(TITLE, BODY, *end)[2:] == ["署名", "成文日期", "抄送", "印发"]

    def test_office_and_date_of_the_imprint_may_stand_on_two_lines(self):
        assert told(TITLE, BODY, "某局办公室", "2021年8月18日印发")[2:] == ["印发", "印发"]

    def test_the_imprint_may_be_a_table(self):
        table = Table(((Cell("抄送：甲局。", columns=2),), (Cell("某局办公室"), Cell("2024年9月5日印发"))))
        assert told(TITLE, BODY, "某局", "2024年9月4日", table)[4:] == ["抄送", "印发", "印发"]

    def test_any_other_table_stays_a_table(self):
        assert told(TITLE, BODY, Table(((Cell("抄送：甲局。"), Cell("备注")),)))[2:] == ["表格"]

    @pytest.mark.parametrize(
        "note",
        [
            ("附件：1.甲表", "2.乙表"),
            ("附件：", "1. 甲表", "2. 乙表"),
            ("附件1：甲表", "附件2：乙表"),
            ("附件", "1.甲表", "2.乙表"),
            ("附：甲表",),
            ("附件：1.2024年度名额表",),
        ],
    )
    def test_the_attachment_note_is_known_in_every_form(self, note):
        assert told(TITLE, BODY, *note, "某局", "2024年9月4日")[2 : 2 + len(note)] == ["附件说明"] * len(note)


class TestAttachments:
    def test_each_is_a_section_with_its_label_and_title(self):
        lines = (TITLE, BODY, "某局", "2024年9月4日", "附件 1", "推荐表（模板）", "姓名：", "附件2", "名单", BODY)
        attachments = parts_of(*lines).attachments
        assert [section.title for section in attachments] == ["推荐表（模板）", "名单"]
        assert [section.pieces[0].role for section in attachments] == ["附件号", "附件号"]

    def test_label_and_title_may_share_a_line(self):
        [section] = parts_of(TITLE, BODY, "某局", "2024年9月4日", "附件1　名额分配表", BODY).attachments
        assert [piece.text for piece in section.pieces] == ["附件1", "名额分配表", BODY]

    def test_a_label_behind_the_date_may_have_a_colon(self):
        lines = (TITLE, BODY, "附件1：甲表", "某局", "2024年9月4日", "附件1：", "甲表", "附件2：", "乙表")
        assert [section.title for section in parts_of(*lines).attachments] == ["甲表", "乙表"]

    def test_a_date_below_the_title_of_a_web_page_ends_nothing(self):
        lines = (TITLE, "2024-09-05", BODY, "附件：", "1. 甲表", "2. 乙表", "某局", "2024年9月4日")
        parts = parts_of(*lines)
        assert (parts.attachments, len(parts.main.of(roles.NOTE))) == ((), 3)

    def test_a_document_may_be_an_attachment_itself(self):
        parts = parts_of("附件1", "某某实施方案", BODY)
        assert ([piece.role for piece in parts.main.pieces], parts.attachments) == (["附件号", "标题", "正文"], ())

    def test_what_a_notice_issues_is_a_section_without_a_label(self):
        issued = ("某某评审办法", "第一条 目的。", "某局办公室 2024年9月5日印发")
        notice, rules = parts_of(TITLE, BODY, "某局", "2024年9月4日", *issued).sections
        assert [piece.role for piece in notice.of(roles.SIGNATURE, roles.DATE)] == ["署名", "成文日期"]
        assert (rules.title, rules.is_labelled, rules.pieces[-1].role) == ("某某评审办法", False, "印发")

    def test_an_attachment_note_below_the_date_begins_none(self):
        assert parts_of(TITLE, BODY, "某局", "2024年9月4日", "附件：名单").attachments == ()

    def test_a_signature_and_copies_of_its_own_stay_with_it(self):
        lines = (TITLE, BODY, "某局", "2024年9月4日", "附件", "评审条件", BODY, "乙局", "2020年1月1日", "抄送：各局。")
        [section] = parts_of(*lines).attachments
        assert [piece.role for piece in section.pieces][3:] == ["署名", "成文日期", "抄送"]


_LINES = st.sampled_from(
    [
        *(
            TITLE,
            "某局文件",
            "某发〔2024〕1号",
            "各县：",
            BODY,
            "一、范围",
            "（一）时间。按时申报。",
            "1.甲",
            "第一条　目的。",
        ),
        *("附件", "附件1", "附件：1.甲", "2.乙", "某某局", "2024年9月4日", "（联系人：张某）", "抄送：甲局。"),
        *("某局办公室 2024年9月5日印发", "第一章 总则", "乙局 2024年9月4日", "特急", "——副标题", "", "  "),
    ]
)
_PARAGRAPHS = st.builds(
    Paragraph,
    st.one_of(_LINES, st.text(max_size=12)),
    align=st.sampled_from(["", "center", "right"]),
    level=st.sampled_from([None, 1, 9]),
    lead=st.sampled_from([0, 3]),
    new_page=st.booleans(),
    where=st.sampled_from(["正文", "正文", "页眉", "脚注", "文本框"]),
)
_TABLES = st.lists(st.lists(st.builds(Cell, _LINES), max_size=3).map(tuple), max_size=3).map(
    lambda rows: Table(tuple(rows))
)


@given(st.lists(st.one_of(_PARAGRAPHS, _PARAGRAPHS, _TABLES), max_size=16), st.sampled_from(["txt", "docx"]))
def test_whatever_is_read_no_word_is_lost_or_moved(items, form):
    parts = parts_of(*items, form=form)
    assert words("".join(piece.text for piece in parts)) == words("".join(text_of(item) for item in items))


@pytest.fixture(scope="module")
def real():
    """The parts of a real notice by its name."""
    if not NOTICES.is_dir():
        pytest.skip("the real notices are not here")
    return lambda name: recognise(mend(read(NOTICES / f"{name}.txt")))


def test_the_notice_with_a_letterhead(real):
    main = real("bazhou-culture-2021").main
    assert "".join(piece.text for piece in main.of(roles.LETTERHEAD)).endswith("局文件")
    assert [piece.text for piece in main.of(roles.NUMBER, roles.DATE)] == ["巴文体广旅发〔2021〕98号", "2021年8月18日"]
    assert len(main.of(roles.HEADING)) == 8
    assert len(main.of(roles.IMPRINT)) == 2


def test_the_notice_with_six_attachments(real):
    parts = real("bazhou-archives-2024")
    assert [section.pieces[0].text for section in parts.attachments] == [f"附件 {n}" for n in (1, 2, 3, 4, 6)]
    assert len(parts.main.of(roles.NOTE)) == 7
    assert signatories(parts.main.of(roles.SIGNATURE)) == ["自治州档案系列中、初级专业技术人员职称评审委员会"]


def test_the_conditions_attached_to_a_notice(real):
    [conditions] = real("bazhou-archives-2021").attachments
    assert conditions.title.endswith("任职资格评审条件（试行）")
    articles = [piece for piece in conditions.pieces if piece.text.startswith("第") and "条" in piece.text[:4]]
    assert (len(articles), {piece.level for piece in articles}) == (13, {1})
    assert conditions.pieces[-1].role == "抄送"


def test_the_plan_that_is_an_attachment_itself(real):
    main = real("qinghai-archives-plan-2020").main
    assert main.pieces[0].role == "附件号"
    assert {piece.level for piece in main.of(roles.HEADING, roles.ITEM)} == {1, 2, 3, 4}
    assert sum(piece.text.startswith("第") for piece in main.of(roles.HEADING)) == 3
