"""What becomes a field and what stays in the body; the built document says the same words in the same order."""

import pytest

from generator.reading.parts import Cell, Paragraph, Table
from tests.importing.tools import BODY, TITLE, built, composed, data_of
from tests.support import words

END = ("某某局", "2024年9月4日")


def check(tmp_path, *items, form="txt"):
    """The data of the lines, having made sure that the document built of it says just these words."""
    made = composed(*items, form=form)
    text = "".join(
        item if isinstance(item, str) else item.text if isinstance(item, Paragraph) else
        "".join(cell.text for row in item.rows for cell in row)
        for item in items
    )  # fmt: skip
    assert words(built(made.text, tmp_path).text) == words(text)
    return data_of(made.text)


class TestFields:
    def test_the_parts_of_a_letter_become_fields(self, tmp_path):
        front = ("某某局文件", "某发〔2024〕9号", TITLE, "各县人事局、各有关单位：", BODY)
        end = (*END, "（联系人：张某，电话：0996-2025039）", "抄送：甲局，乙局。", "某某局办公室　2024年9月5日印发")
        data = check(tmp_path, *front, *end)
        assert data["发文机关标志"] == "某某局文件"
        assert data["发文字号"] == "某发〔2024〕9号"
        assert data["主送"] == ["各县人事局", "各有关单位"]
        assert data["署名"] == "某某局"
        assert data["成文日期"] == "2024-9-4"
        assert data["附注"] == "联系人：张某，电话：0996-2025039"
        assert data["抄送"] == ["甲局", "乙局"]
        assert data["印发"] == {"机关": "某某局办公室", "日期": "2024-9-5"}
        assert data["正文"] == f"{BODY}\n"

    @pytest.mark.parametrize(
        ("line", "addressees"),
        [
            ("各委、办、局：", "各委、办、局"),
            ("各县（市）党委，州委各部门，各委、办、局：", ["各县（市）党委", "州委各部门", "各委、办、局"]),
            ("甲县人事局，乙县人事局：", "甲县人事局，乙县人事局"),
            ("各县（区、市）人事局、各单位：", "各县（区、市）人事局、各单位"),
        ],
    )
    def test_addressees_are_parted_only_where_they_print_again_as_they_were(self, tmp_path, line, addressees):
        assert check(tmp_path, TITLE, line, BODY)["主送"] == addressees

    @pytest.mark.parametrize(
        ("title", "genre"),
        [(TITLE, "通知"), ("公　告", "公告"), ("关于商请推荐的函", "函"), ("某某实施方案（试行）", "方案")],
    )
    def test_the_kind_of_document_is_that_of_its_title(self, tmp_path, title, genre):
        assert check(tmp_path, title, BODY)["公文种类"] == genre

    def test_lines_of_a_title_stay_apart(self, tmp_path):
        assert check(tmp_path, "某省科学系列", "职称改革实施方案", BODY)["标题"] == "某省科学系列｜职称改革实施方案"
        assert check(tmp_path, "某省科学系列 职称改革实施方案", BODY)["标题"] == "某省科学系列｜职称改革实施方案"

    def test_a_date_may_lack_its_day(self, tmp_path):
        assert check(tmp_path, TITLE, BODY, "某某局", "2024年7月　日")["成文日期"] == "2024-7"

    def test_the_label_of_a_document_that_is_an_attachment_itself(self, tmp_path):
        data = check(tmp_path, "附件 1", "某某实施方案", BODY)
        assert (data["附件标号"], data["标题"]) == ("附件 1", "某某实施方案")

    def test_attachments_are_matched_with_the_note(self, tmp_path):
        note = ("附件：1.推荐表", "2.花名册", "3.目录")
        data = check(tmp_path, TITLE, BODY, *note, *END, "附件1", "推荐表（模板）", BODY, "附件3", "材料目录", BODY)
        names = [item["名称"] for item in data["附件"]]
        assert names == ["推荐表", "花名册", "目录"]
        assert [item.get("正文", "").split("\n")[0] for item in data["附件"]] == ["# 推荐表（模板）", "", "# 材料目录"]

    def test_an_attachment_with_a_wide_table_lies_across(self, tmp_path):
        table = Table(((Cell("姓名"), Cell("单位")),), landscape=True)
        assert check(tmp_path, TITLE, BODY, "附件：花名册", *END, "附件", "花名册", table)["附件"][0]["横向"] == "是"

    def test_the_imprint_behind_the_attachments_is_the_documents(self, tmp_path):
        behind = ("附件", "名额表", BODY, "抄送：甲局。", "某某局办公室　2024年9月5日印发")
        data = check(tmp_path, TITLE, BODY, "附件：名额表", *END, *behind)
        assert (data["抄送"], data["印发"]["日期"]) == ("甲局", "2024-9-5")

    def test_facts_are_lifted_out_of_title_text_tables_and_attachments(self, tmp_path):
        table = Table(((Cell("项目"), Cell("时间")), (Cell("网上申报"), Cell("2024年9月5日至9月30日"))))
        data = check(tmp_path, TITLE, BODY, table, "附件：甲表", *END, "附件", "甲表", "公示期5个工作日。")
        assert data["标题"] == "关于开展{{ 事实.年度.申报年度 }}年度职称评审工作的通知"
        assert data["事实"]["年度"] == {"申报年度": "2024"}
        assert data["事实"]["期限"] == {"公示期": "5个工作日"}
        assert len(data["事实"]["期间"]) == 1

    def test_the_year_is_stated_where_only_chinese_numerals_tell_it(self, tmp_path):
        data = check(tmp_path, "关于二〇二三年度评审的通知", BODY, "某某局", "二○二三年七月二十日")
        assert data["事实"]["年度"] == {"申报年度": "2023"}

    def test_a_joint_letterhead_is_a_field(self, tmp_path):
        front = ("甲市人事局　　文件", "甲市卫生局", "甲人社发〔2022〕7号", TITLE, BODY)
        assert check(tmp_path, *front)["发文机关标志"] == ["甲市人事局", "文件", "甲市卫生局"]
        assert check(tmp_path, *front[1::-1], *front[2:])["发文机关标志"] == [
            "甲市卫生局",
            "甲市人事局　　文件".replace("　　", "　"),
        ]

    def test_a_table_is_called_by_the_line_above_it(self, tmp_path):
        table = Table(((Cell("单位"), Cell("名额")), (Cell("甲校"), Cell("3"))))
        data = check(tmp_path, TITLE, "一、名额", BODY, "表1　2024年度名额分配表", table, "表2　日程", table)
        assert list(data["表格"]) == ["名额分配表", "日程表"]


class TestWhatTheBodyKeeps:
    def test_addressees_that_would_print_otherwise(self, tmp_path):
        data = check(tmp_path, TITLE, "各县人事局,各单位:", BODY)
        assert "主送" not in data
        assert data["正文"].startswith("::: 主送\n各县人事局,各单位:\n:::\n")

    def test_a_note_that_would_print_otherwise(self, tmp_path):
        data = check(tmp_path, TITLE, BODY, "附件：1．甲表", "2．乙表", *END)
        assert [item["名称"] for item in data["附件"]] == ["甲表", "乙表"]
        assert "::: 附件说明\n附件：1．甲表\n2．乙表\n:::" in data["正文"]
        assert data["署名"] == "某某局"

    def test_a_note_that_lists_nothing(self, tmp_path):
        assert "::: 附件说明\n附件：\n:::" in check(tmp_path, TITLE, BODY, "附件：", *END)["正文"]

    @pytest.mark.parametrize("label", ["附件1", "附件一", "附件：", "附表"])
    def test_a_label_that_would_print_otherwise(self, tmp_path, label):
        data = check(tmp_path, TITLE, BODY, "附件：甲表", *END, label, "甲表", BODY)
        assert data["附件"][0]["正文"].startswith(f"::: 附件号\n{label}\n:::\n")

    @pytest.mark.parametrize("date", ["二〇二四年九月四日", "2024年×月×日", "2024年09月04日"])
    def test_a_date_that_would_print_otherwise(self, tmp_path, date):
        data = check(tmp_path, TITLE, BODY, "某某局", date)
        assert "成文日期" not in data
        assert data["署名"] == "某某局"
        assert "::: 落款 盖章\n{{ 公文.署名[0] }}\n" in data["正文"]

    def test_what_stands_behind_the_date_keeps_its_place_and_the_fields_are_filled_all_the_same(self, tmp_path):
        data = check(tmp_path, TITLE, BODY, "附件：1.甲表", "2.乙表", *END, "联系人：张某", "电话：0996-2025039")
        assert (data["署名"], data["成文日期"]) == ("某某局", "2024-9-4")
        assert "::: 落款 盖章\n{{ 公文.署名[0] }}\n{{ 公文.成文日期 }}\n:::\n\n联系人：" in data["正文"]

    def test_what_is_forwarded_keeps_its_own_signature_date_and_attachments(self, tmp_path):
        main = (TITLE, "各单位：", BODY, "附：《关于做好评审的通知》", "某某镇", "2024年9月28日")
        issued = (
            "关于做好评审的通知",
            "新人社函〔2024〕66号",
            "各地：",
            BODY,
            "附件：一览表",
            "某某厅",
            "2024年9月15日",
        )
        table = Table(((Cell("序号"), Cell("系列")), (Cell("1"), Cell("档案"))))
        data = check(tmp_path, *main, *issued, "附件", "一览表", table)
        assert (data["署名"], data["成文日期"]) == ("某某镇", "2024-9-28")
        assert [item["名称"] for item in data["附件"]] == ["一览表"]
        assert "::: 落款 盖章\n某某厅\n{{ 事实.日期.成文日期 }}\n:::" in data["正文"]

    @pytest.mark.parametrize(
        "imprint",
        [
            ("某某局办公室　2024年9月5日印制",),
            ("某某局办公室　2024年9月5日印发", "抄送：甲局。"),
            ("主题词：职称", "抄送：甲局。", "某某局办公室　2024年9月5日印发", "共印5份"),
            ("抄送：甲局。", "抄报：乙局。"),
        ],
    )
    def test_an_imprint_that_would_print_otherwise(self, tmp_path, imprint):
        data = check(tmp_path, TITLE, BODY, *END, *imprint)
        assert "印发" not in data
        assert "::: 版记\n" in data["正文"]

    def test_what_is_to_be_sealed(self, tmp_path):
        lines = [Paragraph(line, align="right") for line in ("单位（盖章）：", "年　　月　　日")]
        assert (
            "::: 签章\n单位（盖章）：\n年　　月　　日\n:::" in check(tmp_path, TITLE, BODY, *lines, form="docx")["正文"]
        )

    def test_copies_in_front_of_the_attachments_keep_their_place(self, tmp_path):
        lines = (TITLE, BODY, "附件：甲表", *END, "抄送：甲局，乙局。", "附件", "甲表", BODY)
        data = check(tmp_path, *lines)
        assert data["抄送"] == ["甲局", "乙局"]
        assert '::: 版记\n抄送：{{ 公文.抄送|顿号("，") }}。\n:::' in data["正文"]

    def test_what_a_notice_issues_follows_on_a_page_of_its_own(self, tmp_path):
        issued = ("某某评审办法", "第一条 目的。", "某某局办公室　2024年9月5日印发")
        data = check(tmp_path, TITLE, BODY, *END, *issued)
        assert (data["署名"], data["成文日期"], data["印发"]["机关"]) == ("某某局", "2024-9-4", "某某局办公室")
        assert "::: 换页\n:::\n\n# 某某评审办法\n\n第一条" in data["正文"]

    def test_copies_of_an_attachments_own_are_doubtful(self, tmp_path):
        lines = (TITLE, BODY, "附件：条件", *END, "附件", "评审条件", BODY, "抄送：各局。")
        assert "抄送" not in check(tmp_path, *lines)
        assert "整份公文的抄送" in composed(*lines).doubts[0][1]

    def test_an_attachment_without_a_note_gets_none(self, tmp_path):
        lines = (TITLE, BODY, *END, "附件", "甲表", BODY)
        data = check(tmp_path, *lines)
        assert data["附件"][0]["名称"] == "甲表"
        assert "没有附件说明" in composed(*lines).doubts[0][1]

    def test_a_label_with_nothing_below_it(self, tmp_path):
        check(tmp_path, TITLE, BODY, "附件：1.甲", "2.乙", *END, "附件1", "附件2", "乙", BODY)

    def test_a_letterhead_without_a_number_goes_into_the_title(self, tmp_path):
        data = check(tmp_path, "某某局文件", TITLE, BODY)
        assert data["标题"].startswith("某某局文件｜")
        assert "发文机关标志" not in data

    def test_a_number_below_the_title_stays_there_as_a_fact(self, tmp_path):
        data = check(tmp_path, TITLE, "某发〔2024〕9号", "各单位：", BODY)
        assert data["事实"]["文号"] == {"发文字号": "某发〔2024〕9号"}

    def test_signature_without_date(self, tmp_path):
        assert check(tmp_path, TITLE, BODY, "某某州档案局")["署名"] == "某某州档案局"


class TestHeadings:
    def test_given_numerals_stay_and_none_is_added(self, tmp_path):
        lines = (TITLE, "一、范围", BODY, "(二)方式", BODY, "第三章 附则", BODY, "第二阶段：实施", BODY)
        body = check(tmp_path, *lines)["正文"]
        assert [line for line in body.split("\n") if line.startswith("#")] == [
            "### (二)方式" if line == "(二)方式" else f"{'##' if line[0] in '一' or '章' in line else '###'} {line}"
            for line in lines[1::2]
        ]

    def test_a_heading_that_has_no_numeral_gets_none(self, tmp_path):
        body = check(tmp_path, TITLE, Paragraph("申报材料", level=2), BODY)["正文"]
        assert body.startswith("### 申报材料 {-}\n")

    def test_a_numeral_the_template_does_not_know_is_no_reason_to_add_one(self, tmp_path):
        check(tmp_path, TITLE, "一百零一、范围", BODY, "一. 方式", BODY)

    def test_a_heading_that_runs_into_its_text(self, tmp_path):
        body = check(tmp_path, TITLE, BODY, Paragraph("（一）网上申报。请登录平台。", lead=8), form="docx")["正文"]
        assert "### **（一）网上申报。**请登录平台。" in body

    def test_a_numeral_alone_in_another_typeface_is_no_heading(self, tmp_path):
        body = check(tmp_path, TITLE, BODY, Paragraph("（一）请登录平台。", lead=3), form="docx")["正文"]
        assert "（一）请登录平台。" in body.split("\n")

    @pytest.mark.parametrize("text", ["1.证书（1—3年）", "1.通过率80%以上", "1.A类 甲"])
    def test_a_change_of_typeface_that_ends_no_heading_is_none(self, tmp_path, text):
        for lead in range(3, len(text)):
            check(tmp_path, TITLE, BODY, Paragraph(text, lead=lead), form="docx")


class TestTheFile:
    def test_its_head_names_the_file_and_says_what_to_do(self):
        head = composed(TITLE, BODY).text.split("\n\n")[0]
        assert head.startswith("# 由“通知.txt”导入")
        assert "待确认" in head
        assert "zhicheng build" in head

    def test_a_doubt_stands_at_its_line(self):
        made = composed("今年的评审", BODY)
        [(line, doubt)] = made.doubts
        assert made.text.split("\n")[line - 1].endswith(f"# 待确认：{doubt}")

    def test_a_doubt_in_the_text_is_marked_at_its_key_with_the_line(self):
        made = composed(TITLE, BODY, Paragraph("见说明。", where="脚注"))
        [(line, doubt)] = made.doubts
        lines = made.text.split("\n")
        assert lines[line - 1].strip() == "见说明。"
        assert f"正文: |  # 待确认：第{line}行{doubt}" in lines

    def test_a_document_without_a_title_takes_its_first_line(self, tmp_path):
        assert check(tmp_path, "现将有关事项通知如下。", BODY)["标题"] == "现将有关事项通知如下。"

    def test_a_document_that_begins_with_a_table_takes_the_files_name(self):
        assert data_of(composed(Table(((Cell("甲"),),)), BODY).text)["标题"] == "通知"
