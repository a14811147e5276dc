"""Other sheets say more of the people on the list, matched by name and ID number."""

import pytest

from generator.text import PartialDate
from tests.loading.tables.books import HEAD, ID, LI, OTHER_ID, ZHANG

KEYS = ("姓名", "身份证号")
LIST = [HEAD, ZHANG, LI]


def sheet(head, *rows):
    return [(*KEYS, *head), *rows]


def test_each_row_of_a_sheet_named_after_a_list_is_one_item(read_sheets):
    reading = read_sheets(
        {
            "名单": LIST,
            "学历学位": sheet(
                ("学历", "毕业院校", "毕业时间"),
                ("张三", ID, "大专", "甲学院", "2010-6"),
                ("张三", ID, "本科", "乙大学", ""),
            ),
            "工作简历": sheet(
                ("起止时间", "工作单位", "职务", "是否从事本专业"),
                ("李四", OTHER_ID, "2015.8-2020.12", "甲局", "科员", "否"),
                ("李四", OTHER_ID, "2021年1月至今", "乙馆", "馆员", "√"),
            ),
            "论文（著作）情况": sheet(("题目", "种类", "刊物"), ("张三", ID, "甲文", "论文", "学刊")),
            "年度考核": sheet(("年度", "考核结果"), ("张三", ID, 2023, "合格"), ("张三", ID, "2022", "优秀")),
        }
    )
    zhang, li = reading.applicants
    assert [(degree.education, degree.school) for degree in zhang.degrees] == [("大专", "甲学院"), ("本科", "乙大学")]
    assert [(paper.title, paper.kind) for paper in zhang.papers] == [("甲文", "论文")]
    assert [(each.year, each.grade) for each in zhang.assessments] == [(2023, "合格"), (2022, "优秀")]
    assert [(post.start, post.end, post.in_profession) for post in li.posts] == [
        (PartialDate(2015, 8), PartialDate(2020, 12), False),
        (PartialDate(2021, 1), "至今", True),
    ]
    place = reading.loaded[0].place("学历学位.第2项.学校")
    assert (place.sheet, place.row, place.heading) == ("学历学位", 3, "毕业院校")
    place = reading.loaded[1].place("工作经历.第2项.止")
    assert (place.sheet, place.row, place.heading) == ("工作简历", 3, "起止时间")
    assert reading.told == []


def test_a_sheet_named_after_a_group_or_of_more_fields_says_more_of_each(read_sheets):
    reading = read_sheets(
        {
            "名单": LIST,
            "公示": sheet(("起始日期", "截止日期", "异议"), ("张三", ID, "2024-9-11", "2024-9-18", "无")),
            "补充情况": sheet(("思想政治表现", "2023年考核"), ("李四", OTHER_ID, "该同志遵纪守法。", "合格")),
            "单位": [("单位名称", "性质", "监督电话"), ("甲馆", "事业单位", "0996-0000001、0996-0000002")],
        }
    )
    zhang, li = reading.applicants
    assert (zhang.publicity.start, zhang.publicity.objection) == (PartialDate(2024, 9, 11), "无")
    assert (li.conduct, li.assessments[0].grade) == ("该同志遵纪守法。", "合格")
    place = reading.loaded[0].place("公示.截止日期")
    assert (place.sheet, place.row, place.heading) == ("公示", 2, "截止日期")
    place = reading.loaded[1].place("思想政治表现")
    assert (place.sheet, place.row, place.heading) == ("补充情况", 2, "思想政治表现")


def test_a_name_alone_will_do_where_nobody_else_bears_it_and_a_number_alone_too(read_sheets):
    degrees = [("姓名", "身份证号", "学历"), ("张 三", "", "本科"), ("", f"{OTHER_ID[:6]} {OTHER_ID[6:]}", "大专")]
    zhang, li = read_sheets({"名单": LIST, "学历学位": degrees}).applicants
    assert (zhang.degrees[0].education, li.degrees[0].education) == ("本科", "大专")


def test_a_name_merged_over_the_rows_of_its_items_counts_for_each(read_sheets):
    awards = sheet(("名称",), ("张三", ID, "甲奖"), ("", "", "乙奖"))
    reading = read_sheets({"名单": LIST, "获奖情况": awards}, {"获奖情况": [(1, 0, 2, 0), (1, 1, 2, 1)]})
    assert [award.name for award in reading.applicants[0].awards] == ["甲奖", "乙奖"]


def test_rows_that_match_nobody_are_errors_and_what_is_almost_somebodys_stops_that_person(read_sheets):
    degrees = sheet(
        ("学历",),
        ("王五", "", "本科"),
        ("张三", OTHER_ID[:-1] + "1", "本科"),
        ("赵六", OTHER_ID, "本科"),
        ("", "", "本科"),
    )
    reading = read_sheets({"名单": LIST, "学历学位": degrees})
    assert reading.loaded == []
    assert [(finding.level, finding.place.row, finding.message) for finding in reading.told] == [
        ("error", 2, "“王五”这一行用不上：名单上没有这个人"),
        ("error", 5, "这一行用不上：没有写姓名和身份证号"),
    ]
    assert {refused.who: refused.findings[0].message for refused in reading.refused} == {
        "张三": "“张三”这一行用不上：身份证号与名单上这个人的不同",
        "李四": "“赵六”这一行用不上：名单上这个身份证号是另一个姓名",
    }
    assert reading.refused[0].findings[0].place.sheet == "学历学位"


def test_two_people_of_one_name_are_told_apart_by_the_number_only(read_sheets):
    both = [HEAD, ZHANG, ("张三", OTHER_ID, "初级")]
    degrees = sheet(("学历",), ("张三", OTHER_ID, "大专"))
    one, two = read_sheets({"名单": both, "学历学位": degrees}).applicants
    assert (one.degrees, two.degrees[0].education) == ((), "大专")
    reading = read_sheets({"名单": both, "学历学位": sheet(("学历",), ("张三", "", "大专"))})
    assert [refused.who for refused in reading.refused] == ["张三", "张三"]
    assert "不止一人叫这个名字" in reading.faults[0].message


def test_what_the_list_says_in_part_gives_way_to_the_sheet_and_must_not_differ(read_sheets):
    rows = [(*HEAD, "学历", "公示起始日期"), (*ZHANG, "本科", "2024-9-11"), (*LI, "硕士", "2024-9-12")]
    reading = read_sheets(
        {
            "名单": rows,
            "学历学位": sheet(
                ("学历", "学校"),
                ("张三", ID, "大专", "甲"),
                ("张三", ID, "本科", "乙"),
                ("李四", OTHER_ID, "本科", "丙"),
            ),
            "公示": sheet(("起始日期",), ("张三", ID, "2024-9-11"), ("李四", OTHER_ID, "2024-9-13")),
        }
    )
    zhang = reading.applicant if not reading.refused else reading.applicants[0]
    assert [(degree.education, degree.school) for degree in zhang.degrees] == [("大专", "甲"), ("本科", "乙")]
    assert reading.fault.message == "“公示”与名单上写的不同"
    assert (reading.fault.place.sheet, reading.fault.place.row) == ("公示", 3)


def test_a_fault_in_another_sheet_is_told_there(read_sheets):
    training = sheet(("年度", "科目", "学时"), ("张三", ID, 2023, "公需", "三十"))
    reading = read_sheets({"名单": LIST, "继续教育": training})
    assert [(finding.message, finding.place.sheet, finding.place.heading) for finding in reading.faults] == [
        ("这里不能写“公需”", "继续教育", "科目"),
        ("“三十”不是整数", "继续教育", "学时"),
    ]
    assert reading.faults[0].remedy == "请写“公需科目”或“专业科目”"
    assert [each.name for each in reading.applicants] == ["李四"]


@pytest.mark.parametrize("name", ["学历学位", "论文", "公示"])
def test_a_lone_sheet_named_after_a_list_is_a_list_of_people(read_sheets, name):
    assert [each.name for each in read_sheets({name: LIST}).applicants] == ["张三", "李四"]


def test_a_hidden_sheet_is_not_read_and_told(tmp_path, year):
    import xlsxwriter

    from tests.loading.tables.books import read

    with xlsxwriter.Workbook(tmp_path / "名单.xlsx") as book:
        for name, people in (("今年", [ZHANG]), ("去年", [LI])):
            sheet_ = book.add_worksheet(name)
            for row, cells in enumerate([HEAD, *people]):
                sheet_.write_row(row, 0, cells)
            if name == "去年":
                sheet_.hide()
    reading = read(tmp_path / "名单.xlsx", year)
    assert [each.name for each in reading.applicants] == ["张三"]
    assert [(told.place.sheet, told.message) for told in reading.told] == [("去年", "这张表是隐藏的，没有读入")]
