"""Lines become paragraphs again; nothing but what is named as debris is lost, and nothing changes its place."""

import re
from collections import Counter
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.mending.mend import mend
from generator.reading.parts import Paragraph, Reading, Table
from generator.reading.read import read
from generator.reading.text_reader import read_text
from tests.reading.word_files import rows, said, texts
from tests.support import CHECKOUT, words

NOTICES = CHECKOUT.parent / "shared" / "reference" / "notices"
NAMES = [
    "bazhou-archives-2021",
    "bazhou-archives-2024",
    "bazhou-culture-2021",
    "bazhou-news-2021",
    "qinghai-archives-plan-2020",
]
PIECES = [
    "一、",
    "（一）",
    "1.",
    "1）",
    "附件：",
    "联系人：",
    "2024年9月4日",
    "各单位：",
    "。",
    "，",
    "《",
    "》",
    "（",
    "）",
    "“",
    "”",
]
HAN = "职称评审申报材料单位公示期限工作关于通知"
LINE = st.lists(
    st.sampled_from([*PIECES, *HAN, *(HAN[n : n + 9] for n in range(9)), " ", "　　", "A4", "\t"]), max_size=12
)
MARKS = [
    "# ",
    "## ",
    "**",
    "\\*",
    "\\_",
    "<http://a.cn>",
    "- ",
    "| a | b |",
    "| --- | --- |",
    "---",
    "—1—",
    "— 12 —",
    "第1页",
    "\f",
    "12",
]


def notice(name: str) -> Reading:
    """A real notice, where the folder is there."""
    path = NOTICES / f"{name}.txt"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    return read(path)


def reading(text: str) -> Reading:
    return read_text(Path("甲.txt"), text.encode("utf-8"))


def all_text(items) -> str:
    """All characters but white space, tables cell by cell."""
    parts = []
    for item in items:
        parts += [item.text] if isinstance(item, Paragraph) else [cell.text for row in item.rows for cell in row]
    return words("".join(parts))


def is_within(part: str, whole: str) -> bool:
    """Whether the characters of `part` stand in `whole` in this order."""
    rest = iter(whole)
    return all(char in rest for char in part)


@given(st.lists(LINE.map("".join), max_size=20).map("\n".join))
def test_no_character_of_a_plain_text_is_lost_or_moved(text):
    before = reading(text)
    assert all_text(mend(before).items) == words(text)


@given(
    st.lists(st.one_of(LINE, st.lists(st.sampled_from([*MARKS, *HAN]), max_size=6)).map("".join), max_size=20).map(
        "\n".join
    )
)
def test_what_is_missing_from_any_text_is_debris_and_is_named(text):
    mended = mend(reading(text))
    left = all_text(mended.items)
    assert is_within(left, words(text))
    lost = Counter(words(text)) - Counter(left)
    assert lost == Counter(words("".join(piece.text for piece in mended.left_out)))


@given(
    st.lists(LINE.map("".join), max_size=12),
    st.lists(st.tuples(st.floats(80, 200), st.floats(70, 400)), min_size=12, max_size=12),
)
def test_no_character_of_a_pdf_is_lost_or_moved_wherever_its_lines_stand(lines, places):
    items = [
        Paragraph(text.strip(), page=1 + index // 5, left=left, right=right, size=16.0, top=110.0 + 29 * (index % 5))
        for index, (text, (left, right)) in enumerate(zip(lines, places, strict=False))
        if text.strip()
    ]
    assert all_text(mend(Reading(Path("甲.pdf"), "pdf", tuple(items))).items) == words("".join(lines))


@given(st.lists(LINE.map("".join), max_size=12))
def test_no_character_of_a_word_file_is_lost_or_moved(lines):
    items = tuple(Paragraph(text, lead=min(2, len(text))) for text in lines)
    assert all_text(mend(Reading(Path("甲.docx"), "docx", items)).items) == words("".join(lines))


@pytest.mark.parametrize("name", NAMES)
def test_a_real_notice_keeps_every_character_but_debris(name):
    before = notice(name)
    text = "\n".join(item.text for item in before.items)
    text = re.sub(r"(?m)^—\d+—$|^#+ |^- (?=附件)|\*\*|\\(?=[*_])|<(?=http)|(?<=[a-z/])>", "", text)
    assert all_text(mend(before).items) == words(text)


def test_sentences_that_page_ends_cut_are_whole_again():
    found = texts(notice("bazhou-archives-2021"))
    for part in (
        "《关于进一步做好民营企业职称工作的通知》要求执行。",
        "五年内不得申报档案系列职称评审并承担一切责任”。",
        "（二）拥护中国共产党的领导，坚决维护党中央权威和集中统一领导，坚定落实新时代党的治疆方略特别是社会稳定和长治久安总目标。",
        "在相应专业技术岗位任职满 2 年。",
        "累计完成 20 课时以上授课任务。",
        "3. 具有指导并审核下一级专业技术人员相关研究成果及相关业务方案的能力，",
    ):
        assert any(part in text for text in found), part
    assert found[:3] == [
        "关于开展 2021 年度档案系列专业技术职务 任职资格评审工作的通知",
        "各县（市）党委，自治州党委各部门，自治州各委、办、局、人民团体党组（党委），库尔勒经济技术开发区党工委：",
        found[2],
    ]
    at = found.index("中共巴音郭楞蒙古自治州委员会办公室")
    assert found[at - 1].startswith("附件：关于印发")
    assert found[at + 1 : at + 3] == ["2021年7月 日", "附件"]
    assert found.index("（一）学历资历")
    assert "符合下列条件之一：" in found


def test_a_text_broken_at_every_line_becomes_paragraphs():
    found = texts(notice("bazhou-news-2021"))
    assert found[:2] == [
        "关于开展 2021 年自治州新闻系列中初级专业技术职务任职资格评审工作的通知",
        "各县市党委宣传部，自治州有关单位党委（党组）、自治州各新闻单位：",
    ]
    assert found[2].endswith("现将有关事宜通知如下：")
    headings = [text for text in found if re.match("[一二三四五六七八]、", text)]
    assert headings == [
        *(
            "一、时间安排",
            "二、评审范围",
            "三、评审条件",
            "四、申报方式",
            "五、申报材料内容",
            "六、免于答辩范围",
            "七、有关要求",
            "八、注意事项",
        ),
    ]
    assert found[-5:] == [
        "联系电话：2012397",
        "地 址：库尔勒市巴音东路州党政办公楼州党委宣传部508室",
        "自治州新闻系列职称办公室",
        "2021 年 8 月 25 日",
        "抄送：各县市人力资源和社会保障局",
    ]


def test_a_word_file_made_of_broken_lines_becomes_paragraphs(tmp_path):
    before = notice("bazhou-news-2021")
    document = docx.Document()
    for item in before.items:
        document.add_paragraph(item.text.strip())
    document.save(tmp_path / "甲.docx")
    mended = mend(read(tmp_path / "甲.docx"))
    assert texts(mended) == texts(before)
    assert "每行末尾都有硬回车（多半是由 PDF 转成的），已接成整段" in said(mended)


def test_page_debris_of_a_letterhead_document_is_dropped_and_named():
    mended = mend(notice("bazhou-culture-2021"))
    found = texts(mended)
    assert found[:4] == [
        "巴音郭楞蒙古自治州",
        "文化体育广播电视和旅游局文件",
        "巴文体广旅发〔2021〕98号",
        "关于做好2021年度自治州文化系列专业技术人员职称评审工作的通知",
    ]
    assert any(
        text.startswith("（一）自治州文化系列艺术、文物博物、图书资料、群众文化、工艺美术、机械电子专业")
        for text in found
    )
    assert any("文物博物专业技术职务任职资格评审条件（试行）》的通知" in text for text in found)
    assert "略去页码1处：“—1—”" in said(mended)


def test_marks_of_markdown_are_taken_off_and_their_tables_are_tables():
    mended = mend(notice("bazhou-archives-2024"))
    found = texts(mended)
    assert found[:2] == [
        "巴音郭楞蒙古自治州档案局",
        "关于开展 2024 年度自治州档案系列中、初级专业技术人员职称工作的通知",
    ]
    assert "（三）答辩时间：拟定于 2024 年 10 月下旬，具体时间、地点另行通知。" in found
    assert any("（网址：http://www.xjzcsq.com，以下简称“平台”）" in text for text in found)
    assert any("图片格式(*.jpg格式)" in text for text in found)
    assert "地州市：_____ 单位：_____" in found
    assert "附件：" in found
    leads = {item.text[: item.lead] for item in mended.items if isinstance(item, Paragraph) and item.lead}
    assert "1. 基本信息：" in leads
    assert len(leads) == 15
    heading = next(
        item for item in mended.items if isinstance(item, Paragraph) and item.text.startswith("四、申报方式")
    )
    assert (heading.bold, heading.style) == (True, "Markdown标题4")
    assert [len(item.rows) for item in mended.items if isinstance(item, Table)] == [7, 13]
    assert "略去 Markdown 记号：标题前的#21处、行首的列表符号1处、加粗的**34处" in said(mended)


def test_a_plan_of_long_paragraphs_keeps_its_headings_apart():
    found = texts(notice("qinghai-archives-plan-2020"))
    assert found[:5] == [
        "附件 1",
        "青海省深化档案专业人员职称 制度改革实施方案",
        found[2],
        "一、指导思想和基本原则",
        "（一）指导思想",
    ]
    assert any(text.startswith("3.推行代表作制度") and "破除唯论文倾向，不把论文作为" in text for text in found)


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (
            ["　　按照统一安排，现将评审工作有关事宜通知如", "下，请遵照执行。", "　　一、时间"] * 5,
            ["按照统一安排，现将评审工作有关事宜通知如下，请遵照执行。", "一、时间"] * 5,
        ),
        (["一、提高认识，加强领导", "各单位要高度重视，认真组织。"], None),
        (["（四）实行个人诚信承诺和失信惩戒制度", "申报人员须如实填报，不得弄虚作假。"], None),
        (["联系人：张三", "联系电话：13000000000", "地址：某某路1号"], None),
        (["附件：1.名额分配表", "2.个人承诺书", "某某局", "2024年9月4日", "（此件公开发布）"], None),
        (["请于9月30日前报送，", "逾期不予受理。"], ["请于9月30日前报送，逾期不予受理。"]),
        (["参照《办法》执行", "。各单位遵照执行。"], ["参照《办法》执行。各单位遵照执行。"]),
        (["网址为http://www.example", "，请登录。"], ["网址为http://www.example，请登录。"]),
        (
            ["登录http://a.example.com/apply?", "year=2024，如实填报。"],
            ["登录http://a.example.com/apply?year=2024，如实填报。"],
        ),
        (["网站：http://a.example.com", "http://b.example.com"], None),
        (["咨询电话：0997-", "2345678。"], ["咨询电话：0997-2345678。"]),
        (["（联系人：沈某，电话：", "0990-1234567）"], ["（联系人：沈某，电话：0990-1234567）"]),
        (["公示期为2024年×月×日至", "2024年×月×日", "附件2", "公示结果"], None),
        (["姓名\t性别\t族别", "张三\t男\t汉族"], None),
        (["联系人：张三\t电话：13000000000", "地址：某某路\t邮编：841000"], None),
    ],
)
def test_short_texts_are_parted_as_a_reader_would(lines, paragraphs):
    mended = mend(reading("\n".join(lines)))
    if any(isinstance(item, Table) for item in mended.items):
        assert rows(mended) == [line.split("\t") for line in lines]
    else:
        assert texts(mended) == (paragraphs or lines)


def test_a_table_of_bars_is_a_table_and_bars_in_a_text_are_not():
    mended = mend(reading("名额：\n\n| 单位 | 高级 | 中级 |\n|---|:-:|---|\n| 甲\\|乙 | **1** |\n\n甲|乙\n"))
    assert (rows(mended), texts(mended)) == ([["单位", "高级", "中级"], ["甲|乙", "1", ""]], ["名额：", "甲|乙"])


@pytest.mark.parametrize(
    "text",
    [
        "张**",
        "李**、王**（男）",
        "2*3*4",
        r"存入C:\*.jpg",
        r"\\server\_公用",
        "身份证号990101********1234",
        r"C:\data",
        "#1楼",
        "- 甲\n- 乙",
        "a_b_c",
    ],
)
def test_what_a_clerk_may_type_himself_is_no_mark_of_markdown(text):
    mended = mend(reading(text))
    assert ("\n".join(texts(mended)), mended.doubts) == (text, ())


def test_a_header_that_every_page_repeats_is_kept_once():
    pages = "\f".join(f"某某州档案局文件\n{page}申报人员须按规定申报，不得遗漏。\n{page}" for page in "123456")
    mended = mend(reading(pages))
    assert texts(mended) == ["某某州档案局文件", *(f"{page}申报人员须按规定申报，不得遗漏。" for page in "123456")]
    assert "略去每页重复的页眉、页脚5处：“某某州档案局文件”" in said(mended)
    assert "略去页码6处：“1”、“2”、“3”、“4”、“5”、“6”" in said(mended)


def test_a_line_that_a_text_says_thrice_is_no_header():
    text = "\n".join(f"附件{number}\n甲。\n签字：" for number in "123")
    assert texts(reading(text)) == text.split("\n")


def test_a_path_keeps_its_backslashes_in_markdown_too():
    assert texts(reading("# 甲\n\n存入 C:\\报送\\*.jpg，星号\\*必填。")) == ["甲", "存入 C:\\报送\\*.jpg，星号*必填。"]


def test_a_text_of_many_short_lines_is_joined_where_its_long_ones_were_broken():
    lines = [
        "一、范围",
        "在本市企事业单位中从事专业技术工作的在岗人员均可申",
        "报。公务员不得申报。",
        "二、时间",
        "另行通知。",
    ]
    lines += ["（一）申报人应当在规定时间内登录平台如实填报并上传材", "料。", "1.身份证", "2.学历证书", "三、其他"] * 5
    found = texts(reading("\n".join(lines)))
    assert found[1] == "在本市企事业单位中从事专业技术工作的在岗人员均可申报。公务员不得申报。"
    assert found.count("（一）申报人应当在规定时间内登录平台如实填报并上传材料。") == 5


def test_a_word_file_of_short_paragraphs_is_no_broken_text():
    lines = [
        "办事指南",
        "适用对象",
        "身份证明",
        "学历证书",
        "劳动合同",
        "登录系统",
        "填写信息",
        "提交审核",
        "电话：12333",
        "某某中心",
    ]
    mended = mend(Reading(Path("甲.docx"), "docx", tuple(Paragraph(line) for line in lines)))
    assert [item.text for item in mended.items] == lines


def test_columns_set_by_spaces_stay_lines_and_are_told():
    rows_ = ["序号    姓名    单位", "1       张某    甲校", "2       李某    乙校"]
    mended = mend(reading("\n".join(["名单：", *rows_])))
    assert [item.text for item in mended.items] == ["名单：", *rows_]
    assert "“序号 姓名 单位”起3行像是没有框线的表格或分栏，照录成一行一段" in said(mended)


def line_of_pdf(
    text: str, page: int, top: float, left: float, right: float, size: float = 16.0, color: str = ""
) -> Paragraph:
    return Paragraph(text, page=page, top=top, left=left, right=right, size=size, color=color)


def pdf_texts(*lines: Paragraph) -> list[str]:
    body = [
        line_of_pdf("申报人员应当登录平台如实填报个人信息并上传全部材料", 1, 300 + 29 * n, 79, 74) for n in range(6)
    ]
    return texts(Reading(Path("甲.pdf"), "pdf", (*body, line_of_pdf("备查。", 1, 474, 79, 468), *lines)))[1:]


def test_the_date_at_the_right_of_a_page_and_the_label_on_the_next_stay_apart():
    date, label = line_of_pdf("2024年×月×日", 1, 720, 420, 74), line_of_pdf("附件2", 2, 105, 79, 476)
    assert pdf_texts(date, label) == ["2024年×月×日", "附件2"]


def test_the_lines_of_a_large_title_are_parted_by_a_space_and_those_of_a_letterhead_stand_alone():
    title = [
        line_of_pdf("关于印发评审办法", 2, 105, 200, 200, 22.0),
        line_of_pdf("（试行）的通知", 2, 141, 210, 210, 22.0),
    ]
    assert pdf_texts(*title) == ["关于印发评审办法 （试行）的通知"]
    names = [
        line_of_pdf(name, 2, top, 90, 85, 40.0, "FF0000")
        for name, top in (("甲市人事局文件", 105), ("乙市卫生局文件", 160))
    ]
    assert pdf_texts(*names) == ["甲市人事局文件", "乙市卫生局文件"]


def test_a_name_in_a_letterhead_that_did_not_fit_its_line_is_whole():
    lines = [
        line_of_pdf("某市职称改革领导小组办", 2, 105, 80, 75, 30.0, "FF0000"),
        line_of_pdf("公室", 2, 150, 270, 265, 30.0, "FF0000"),
    ]
    assert pdf_texts(*lines) == ["某市职称改革领导小组办公室"]
