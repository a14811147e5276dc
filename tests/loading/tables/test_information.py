"""One applicant's own sheet: labels beside the answers, small tables below."""

import openpyxl
import pytest

from generator.loading.tables.sheet_to_fill import information_sheet
from generator.text import PartialDate
from tests.loading.tables.books import ID, read, write

FORM = [
    ["职称申报人员基本情况表", "", "", "", "", ""],
    ["姓  名", "张三", "性别", "女", "出生年月", 1990.05],
    ["身份证\n号码", ID, "", "民族", "汉族", ""],
    ["工作单位", "甲县档案馆", "", "", "联系电话", "19900000000"],
    ["婚姻状况", "已婚", "政治面貌", "群众", "备注：乡镇", ""],
    ["现职称", "名称", "助理馆员", "取得时间", "2018.11", ""],
    ["", "终审单位", "自治州评委会", "", "", ""],
    ["申报级别", "中级", "拟申报职称", "馆员", "申报方式", "评审"],
    ["第一学历", "大专", "毕业院校", "甲学院", "", ""],
    ["学习和工作经历", "", "", "", "", ""],
    ["工作简历", "起止时间", "单位", "职务", "是否从事本专业", ""],
    ["", "2010.7-2015.12", "甲局", "科员", "否", ""],
    ["", "2016年1月至今", "甲县档案馆", "馆员", "是", ""],
    ["", "", "", "", "", ""],
    ["二、论文著作", "", "", "", "", ""],
    ["种类", "题目", "刊物", "发表时间", "", ""],
    ["论文", "甲文", "学刊", "2022.3", "", ""],
    ["著作", "乙书", "", "", "", ""],
    ["2023年考核", "优秀", "2023年公需学时", 30, "", ""],
    ["主要业绩", "整理档案860件", "", "", "", ""],
    ["本人签字：", "", "", "2024年9月5日", "", ""],
]
MERGES = [
    (0, 0, 0, 5),
    (2, 1, 2, 2),
    (3, 1, 3, 3),
    (5, 0, 6, 0),
    (9, 0, 9, 5),
    (10, 0, 13, 0),
    (14, 0, 14, 5),
    (19, 1, 19, 5),
]


@pytest.fixture
def form(tmp_path, year):
    return read(write(tmp_path / "张三.xlsx", {"基本情况": FORM}, {"基本情况": MERGES}), year)


def test_labels_beside_answers_and_small_tables_are_read(form):
    zhang = form.applicant
    assert (zhang.name, zhang.sex, zhang.born, zhang.id_number) == ("张三", "女", PartialDate(1990, 5), ID)
    assert (zhang.ethnic_group, zhang.phone, zhang.political_status, zhang.note) == (
        "汉族",
        "19900000000",
        "群众",
        "乡镇",
    )
    assert form.loaded[0].case.unit.name == "甲县档案馆"
    title = zhang.present_title
    assert (title.name, title.obtained, title.authority) == ("助理馆员", PartialDate(2018, 11), "自治州评委会")
    assert (zhang.application.level, zhang.application.title, zhang.application.track) == ("中级", "馆员", "评审")
    assert [(degree.education, degree.school) for degree in zhang.degrees] == [("大专", "甲学院")]
    assert [(post.employer, post.end) for post in zhang.posts] == [
        ("甲局", PartialDate(2015, 12)),
        ("甲县档案馆", "至今"),
    ]
    assert [(paper.kind, paper.title) for paper in zhang.papers] == [("论文", "甲文"), ("著作", "乙书")]
    assert zhang.papers[0].published == PartialDate(2022, 3)
    assert (zhang.assessments[0].grade, zhang.trainings[0].hours) == ("优秀", 30)
    assert zhang.achievements[0].what == "整理档案860件"


def test_each_answer_has_its_place(form):
    [loaded] = form.loaded
    places = {
        field: loaded.place(field) for field in ("姓名", "现职称.终审单位", "工作经历.第2项.止", "年度考核.第1项.等次")
    }
    assert {field: (place.row, place.heading) for field, place in places.items()} == {
        "姓名": (2, "姓  名"),
        "现职称.终审单位": (7, "终审单位"),
        "工作经历.第2项.止": (13, "起止时间"),
        "年度考核.第1项.等次": (19, "2023年考核"),
    }
    assert (loaded.place("单位.名称").heading, loaded.place("公示.起始日期").row) == ("工作单位", 2)


def test_an_answer_to_a_label_that_names_no_field_is_told(form):
    [told] = form.told
    assert (told.message, told.place.row) == ("“婚姻状况”没有用到：申报人数据里没有这一项", 5)


def test_what_is_wrong_or_missing_is_told_by_its_label(tmp_path, year):
    rows = [
        ["姓名", "张三", "性别", "女"],
        ["身份证号", 990101199005120012, "首次申报", "大概"],
        ["申报级别", "", "民族", "汉族"],
    ]
    reading = read(write(tmp_path / "张三.xlsx", {"表": rows}), year)
    assert {finding.place.heading: finding.message for finding in reading.faults} == {
        "身份证号": "Excel 把号码当成了数字，只保留前15位，后面几位已经不是原来的数字",
        "首次申报": "“大概”不能用在这里",
        "申报级别": "“申报级别”没有填写",
    }
    reading = read(write(tmp_path / "李四.xlsx", {"表": [["姓名", "李四"], ["性别", "女"], ["民族", "汉族"]]}), year)
    assert reading.fault.remedy == "这一项必须填写，请在表中加上“申报级别”一格并填写"


def test_one_field_answered_twice_must_be_answered_alike(tmp_path, year):
    rows = [["姓名", "张三", "性别", "女"], ["申报级别", "中级", "民族", "汉族"], ["姓名", "李四", "备注", ""]]
    reading = read(write(tmp_path / "张三.xlsx", {"表": rows}), year)
    assert (reading.fault.message, reading.fault.place.row) == ("“姓名”写了两处，内容不一样", 3)


def fill(content: bytes, path, answers: dict[str, str], tables: dict[str, list[list[str]]]):
    """Types answers to the right of labels, and lines below the headings of small tables."""
    path.write_bytes(content)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    right = {str(merge).split(":")[0]: merge.max_col for merge in sheet.merged_cells.ranges}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value in answers:
                sheet.cell(cell.row, right.get(cell.coordinate, cell.column) + 1).value = answers[cell.value]
            for name, lines in tables.items():
                if isinstance(cell.value, str) and cell.value.partition("、")[2].partition("（")[0] == name:
                    heads = [head for head in sheet[cell.row + 1] if head.value]
                    for below, line in enumerate(lines, start=2):
                        for head, value in zip(heads, line, strict=True):
                            sheet.cell(cell.row + below, head.column).value = value
    book.save(path)
    return path


def test_the_sheet_that_we_hand_out_is_read_as_it_was_filled_in(tmp_path, year):
    answers = {
        "姓名": "张三",
        "身份证号": ID,
        "申报级别": "中级",
        "现职称": "助理馆员",
        "2023年考核": "合格",
        "思想政治表现": "该同志守法。",
    }
    tables = {
        "学历学位": [
            ["大专", "", "甲学院", "文秘", "2010-6", "全日制"],
            ["本科", "学士", "乙大学", "档案学", "2014-1", "函授"],
        ],
        "工作经历": [["2010-7", "至今", "甲馆", "馆员", "是", "整理"]],
    }
    reading = read(fill(information_sheet(year.case.campaign), tmp_path / "张三.xlsx", answers, tables), year)
    zhang = reading.applicant
    assert (zhang.name, zhang.present_title.name, zhang.conduct) == ("张三", "助理馆员", "该同志守法。")
    assert [(degree.education, degree.mode) for degree in zhang.degrees] == [("大专", "全日制"), ("本科", "函授")]
    assert (zhang.posts[0].end, zhang.posts[0].in_profession) == ("至今", True)
    assert [(each.year, each.grade) for each in zhang.assessments] == [(2023, "合格")]
    assert (zhang.papers, zhang.transfer, zhang.publicity, reading.told) == ((), None, None, [])


def test_the_sheet_is_the_same_each_time(year):
    assert information_sheet(year.case.campaign) == information_sheet(year.case.campaign)


def test_a_folder_of_such_sheets_is_a_list(tmp_path, year):
    content = information_sheet(year.case.campaign)
    for name, level in (("甲", "中级"), ("乙", "初级"), ("丙", "")):
        fill(content, tmp_path / f"{name}.xlsx", {"姓名": name, "申报级别": level}, {})
    reading = read(tmp_path, year)
    assert sorted(each.name for each in reading.applicants) == ["乙", "甲"]
    assert [refused.who for refused in reading.refused] == ["丙"]
