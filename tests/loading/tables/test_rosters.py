"""Lists as offices really keep them: titles above, two rows of headings, signatures below, old formats, odd cells."""

import csv
from datetime import date

import openpyxl
import pytest
from openpyxl.styles import Font

from generator.errors import FindingsError, UsageError
from generator.text import PartialDate
from tests.loading.tables.books import HEAD, ID, LI, OTHER_ID, ZHANG, Formula, Percent, read, write
from tests.support import libreoffice

YEARLY = "请每年一列，表头写成“2023年考核”，或另建一张名为“年度考核”的表"
TITLE = "2024年度档案系列职称申报人员花名册"
TWO_LEVELS = [
    [TITLE],
    ["单位（盖章）：甲县档案馆　　　填报人：某某　　联系电话：0996-0000001　填报时间：2024年9月"],
    [
        "序号",
        "姓名",
        "性别",
        "出生\n年月",
        "身份证件号",
        "最高学历",
        "",
        "",
        "现专业技术资格",
        "",
        "",
        "",
        "拟申报",
        "",
        "备 注",
    ],
    ["", "", "", "", "", "学历", "毕业院校", "毕业时间", "名称", "时间", "年限", "终审单位", "职称", "级别", ""],
    [
        1,
        "张三",
        "女",
        1990.05,
        ID,
        "本科",
        "示例大学",
        "2012.06",
        "助理馆员",
        "2018.11",
        6,
        "自治州评委会",
        "馆员",
        "中级",
        "",
    ],
    [
        2,
        "李四",
        "女",
        "1992年11月",
        OTHER_ID,
        "大专",
        "示例学院",
        "2015.7",
        "无",
        "/",
        "",
        "",
        "助理馆员",
        "初级",
        "乡镇",
    ],
    ["合计", "2人"],
    ["单位负责人（签字）：", "", "", "", "人事部门负责人（签字）："],
    ["填表说明："],
    ["1.姓名与身份证一致；2.学历填最高学历。"],
]
TWO_LEVEL_MERGES = [
    (0, 0, 0, 14),
    (1, 0, 1, 14),
    *((2, column, 3, column) for column in (0, 1, 2, 3, 4, 14)),
    (2, 5, 2, 7),
    (2, 8, 2, 11),
    (2, 12, 2, 13),
    (9, 0, 9, 14),
]


def check_two_levels(reading) -> None:
    zhang, li = reading.applicants
    assert (zhang.name, zhang.id_number, zhang.born) == ("张三", ID, PartialDate(1990, 5))
    assert (zhang.degrees[0].education, zhang.degrees[0].school) == ("本科", "示例大学")
    assert zhang.degrees[0].graduated == PartialDate(2012, 6)
    assert (zhang.present_title.name, zhang.present_title.authority) == ("助理馆员", "自治州评委会")
    assert zhang.present_title.obtained == PartialDate(2018, 11)
    assert (zhang.application.title, zhang.application.level) == ("馆员", "中级")
    assert (li.present_title, li.note, li.born) == (None, "乡镇", PartialDate(1992, 11))
    assert reading.refused == []
    assert "“现专业技术资格—年限”" in reading.told[0].message


def test_titles_above_two_rows_of_merged_headings_and_signatures_below(read_rows):
    reading = read_rows(*TWO_LEVELS, merges=TWO_LEVEL_MERGES)
    check_two_levels(reading)
    assert [case.case.unit.name for case in reading.loaded] == ["甲县档案馆"] * 2
    assert len(reading.told) == 1
    place = reading.loaded[0].place("现职称.取得时间")
    assert str(place).endswith("名单.xlsx 表“名单”第5行“现专业技术资格—时间”")
    assert reading.loaded[1].place("学历学位.第1项.毕业时间").heading == "最高学历—毕业时间"


def test_the_same_without_merged_cells_as_text_in_the_encoding_of_old_systems(tmp_path, year):
    path = tmp_path / "名单.csv"
    with path.open("w", encoding="gb18030", newline="") as stream:
        csv.writer(stream).writerows(TWO_LEVELS)
    reading = read(path, year)
    check_two_levels(reading)
    assert str(reading.loaded[1].place("申报.级别")) == f"{path} 第6行“拟申报—级别”"


def test_the_same_as_an_old_workbook(tmp_path, year):
    modern = write(tmp_path / "新.xlsx", {"花名册": TWO_LEVELS}, {"花名册": TWO_LEVEL_MERGES})
    (tmp_path / "旧.xls").write_bytes(libreoffice(modern.read_bytes(), "xlsx", "xls", tmp_path))
    check_two_levels(read(tmp_path / "旧.xls", year))
    (tmp_path / "旧.et").write_bytes((tmp_path / "旧.xls").read_bytes())
    check_two_levels(read(tmp_path / "旧.et", year))


def test_the_same_written_by_another_program_from_another_corner_of_the_sheet(tmp_path, year):
    book = openpyxl.Workbook()
    sheet = book.active
    for row, cells in enumerate(TWO_LEVELS, start=4):
        for column, value in enumerate(cells, start=3):
            if value != "":
                sheet.cell(row, column, value).font = Font(bold=row < 6)
    for top, left, bottom, right in TWO_LEVEL_MERGES:
        sheet.merge_cells(start_row=top + 4, start_column=left + 3, end_row=bottom + 4, end_column=right + 3)
    book.save(tmp_path / "名单.xlsx")
    reading = read(tmp_path / "名单.xlsx", year)
    check_two_levels(reading)
    assert reading.loaded[0].place("姓名").row == 8


def test_one_sheet_for_each_level_says_the_level(read_sheets):
    head = ("姓名", "身份证号", "拟申报职称")
    note = [["填报须知"], ["请先看须知"]]
    reading = read_sheets(
        {
            "须知": note,
            "中级": [head, ("张三", ID, "馆员")],
            "初级（评审）": [head, ("李四", OTHER_ID, "助理馆员")],
            "空": [],
        }
    )
    assert [each.application.level for each in reading.applicants] == ["中级", "初级"]
    assert reading.loaded[1].place("姓名").sheet == "初级（评审）"
    [told] = reading.told
    assert (told.place.sheet, told.level) == ("须知", "hint")
    assert "没有读入" in told.message


def test_a_sheet_named_after_several_levels_says_none(read_sheets):
    reading = read_sheets({"中、初级": [("姓名", "身份证号", "性别"), ("张三", ID, "女")]})
    assert reading.fault.message == "缺少“申报级别”"
    assert reading.fault.remedy == "这一项必须填写，请在表头加一列“申报级别”，逐行填写"
    assert (reading.fault.place.row, reading.fault.place.heading) == (2, None)


def test_degrees_and_years_in_numbered_columns(read_rows):
    head = (
        *HEAD,
        "学历1",
        "学校1",
        "毕业时间1",
        "学历2",
        "学校2",
        "毕业时间2",
        "2022年考核",
        "2023年考核",
        "2023年公需学时",
    )
    row = (*ZHANG, "大专", "甲学院", "2010-6", "本科", "乙大学", "2014-1", "合格", "优秀", 30)
    only_second = (*LI, "", "", "", "本科", "丙大学", "2015-6", "", "合格", "")
    reading = read_rows(head, row, only_second)
    zhang, li = reading.applicants
    assert [(degree.education, degree.school) for degree in zhang.degrees] == [("大专", "甲学院"), ("本科", "乙大学")]
    assert [(each.year, each.grade) for each in zhang.assessments] == [(2022, "合格"), (2023, "优秀")]
    assert [(each.year, each.kind, each.hours) for each in zhang.trainings] == [(2023, "公需科目", 30)]
    assert [degree.school for degree in li.degrees] == ["丙大学"]
    assert reading.loaded[1].place("学历学位.第1项.毕业时间").heading == "毕业时间2"
    assert reading.loaded[1].place("年度考核.第1项.年度").heading == "2023年考核"


def test_first_and_highest_degree_are_one_where_they_are_the_same(read_rows):
    head = ("姓名", "身份证号", "申报级别", "全日制学历", "全日制毕业院校", "最高学历", "最高学历毕业院校")
    same = (*ZHANG, "本科", "甲大学", "本科", "甲大学")
    other = (*LI, "大专", "甲学院", "本科", "乙大学")
    zhang, li = read_rows(head, same, other).applicants
    assert [(degree.school, degree.mode) for degree in zhang.degrees] == [("甲大学", "全日制")]
    assert [(degree.school, degree.mode) for degree in li.degrees] == [("甲学院", "全日制"), ("乙大学", None)]


def test_a_unit_written_once_for_several_people_and_a_person_over_several_rows(read_rows):
    head = ("序号", "工作单位", *HEAD, "学历", "毕业学校", "2023年考核")
    rows = (
        (1, "乙局", *ZHANG, "大专", "甲学院", "合格"),
        ("", "", "", "", "", "本科", "乙大学", ""),
        (2, "", *LI, "本科", "丙大学", "优秀"),
    )
    merges = [(1, 1, 3, 1), *((1, column, 2, column) for column in (0, 2, 3, 4, 7))]
    reading = read_rows(head, *rows, merges=merges)
    zhang, li = reading.applicants
    assert [degree.school for degree in zhang.degrees] == ["甲学院", "乙大学"]
    assert reading.loaded[0].place("学历学位.第2项.学校").row == 3
    assert [case.case.unit.name for case in reading.loaded] == ["乙局", "乙局"]
    assert [degree.school for degree in li.degrees] == ["丙大学"]
    assert [each.grade for each in (*zhang.assessments, *li.assessments)] == ["合格", "优秀"]


def test_one_persons_rows_must_agree(read_rows):
    head = (*HEAD, "联系电话", "学历", "出生年月")
    rows = ((*ZHANG, "19900000001", "大专", ""), ("", "", "", "19900000002", "本科", 1990.1))
    reading = read_rows(head, *rows, merges=[(1, 0, 2, 0)])
    faults = {finding.place.heading: finding.message.partition("，")[0] for finding in reading.faults}
    assert faults == {"联系电话": "同一个人的几行里", "出生年月": "Excel 把这一格当成了数字"}
    assert {finding.place.row for finding in reading.faults} == {3}


def test_headings_repeated_on_each_page_numbers_of_columns_and_empty_rows(read_rows):
    reading = read_rows(
        [TITLE], HEAD, (1, 2, 3), ZHANG, (), HEAD, LI, ("", "小计：1人"), ("审核人：", "", "2024年9月5日")
    )
    assert [each.name for each in reading.applicants] == ["张三", "李四"]
    assert reading.told == []


def test_a_line_that_is_nobody_and_no_usual_ending_is_told(read_rows):
    reading = read_rows(HEAD, ZHANG, ("以下为乡镇人员",), LI, ("注：以上人员均已公示", "", ""), ("请核对",))
    assert [each.name for each in reading.applicants] == ["张三", "李四"]
    [told] = reading.told
    assert (told.message, told.place.row) == ("这一行没有姓名，没有读入：“以下为乡镇人员”", 3)


def test_a_person_without_a_name_is_refused_by_the_cell(read_rows):
    reading = read_rows(HEAD, ("", ID, "中级"), LI)
    assert len(reading.loaded) == 1
    assert str(reading.fault).endswith("名单.xlsx 表“名单”第2行“姓名” 姓名：“姓名”没有填写。这一格必须填写")
    assert reading.refused[0].source.row == 2


def test_dates_as_dates_numbers_and_text(read_rows):
    head = (*HEAD, "出生年月", "参加工作时间", "公示起始日期", "毕业时间", "学历")
    row = (*ZHANG, date(1990, 5, 1), 201207.0, date(2024, 9, 11), "2012年6月30日", "本科")
    applicant = read_rows(head, row).applicant
    assert (applicant.born, applicant.started_work) == (PartialDate(1990, 5), PartialDate(2012, 7))
    assert applicant.publicity.start == PartialDate(2024, 9, 11)
    assert applicant.degrees[0].graduated == PartialDate(2012, 6, 30)


def test_every_fault_of_a_row_is_told_at_its_cell_and_stops_nobody_else(read_rows):
    head = (
        "姓名",
        "身份证号",
        "申报级别",
        "出生年月",
        "从事本专业年限",
        "学历",
        "毕业时间",
        "首次申报",
        "2023年考核",
        "联系电话",
    )
    bad = ("张三", 990101199005120012, "高级", 1990.1, "八年", "", 2012.6, "对", Formula("=A9", "#REF!"), 996000101)
    good = (*LI, "1992.11", 8, "本科", 2015.6, "是", "合格", 19900000000)
    reading = read_rows(head, bad, good)
    assert [each.name for each in reading.applicants] == ["李四"]
    assert {finding.place.heading: finding.message for finding in reading.faults} == {
        "身份证号": "Excel 把号码当成了数字，只保留前15位，后面几位已经不是原来的数字",
        "出生年月": "Excel 把这一格当成了数字，1990.1看不出是1月还是10月",
        "申报级别": "2024年度评审没有“高级”这个级别",
        "从事本专业年限": "“八年”不是整数",
        "学历": "“学历”没有填写",
        "首次申报": "“对”不能用在这里",
        "2023年考核": "这一格的公式出错（#REF!）",
    }
    assert {finding.place.row for finding in reading.faults} == {2}
    assert reading.refused[0].who == "张三"
    [doubt] = reading.told
    assert (doubt.level, doubt.place.heading) == ("warning", "联系电话")
    assert "开头的0可能丢了" in doubt.message


def test_percentages_formulas_and_marks_are_read_as_they_show(read_sheets):
    head = ("姓名", "身份证号", "内容", "达到（合格率）", "达到（通过验收）", "时间")
    rows = [head, ("张三", ID, Formula('="整理"&"860件"', "整理860件"), Percent(0.975), "√", date(2023, 6, 1))]
    reading = read_sheets({"名单": [HEAD, ZHANG], "业绩成果": rows})
    [work] = reading.applicant.achievements
    assert (work.what, work.reached) == ("整理860件", {"合格率": "97.5%", "通过验收": "是"})
    assert work.when == PartialDate(2023, 6)


def test_a_column_that_is_not_used_is_told_once_with_what_to_do(read_rows):
    head = (*HEAD, "毕业院校及所学专业", "联系电化", "近三年考核", "审核情况", "")
    reading = read_rows(head, (*ZHANG, "甲", "乙", "合格", "已审", "多出"), (*LI, "甲", "乙", "合格", "已审", "多出"))
    assert len(reading.loaded) == 2
    told = {finding.message: finding.remedy for finding in reading.told}
    assert told == {
        "“毕业院校及所学专业”（D列）没有用到：数据里没有这一项": "一列里有2项内容的，请分成2列：“毕业院校”、“所学专业”",
        "“联系电化”（E列）没有用到：数据里没有这一项": "最接近的是“联系电话”，是的请改表头；不需要的可以不管",
        "“近三年考核”（F列）没有用到：数据里没有这一项": YEARLY,
        "“审核情况”（G列）没有用到：数据里没有这一项": "不需要的可以不管",
        "H列没有表头，这一列的内容没有用到": "要用的，请写上表头",
    }
    assert {finding.level for finding in reading.told} == {"hint"}


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (("姓名", "身份证号", "姓 名"), "表头里有两个“姓名”（A列和C列）"),
        (("姓名", "民族", "族别"), "“民族”和“族别”（B列和C列）是同一项"),
        (("姓名", "学历", "毕业学校", "学历"), "表头里有两个“学历”（B列和D列）"),
    ],
)
def test_two_columns_for_one_field_are_an_error_of_the_list(read_rows, head, message):
    with pytest.raises(FindingsError) as caught:
        read_rows(head, ("甲",) * len(head))
    [finding] = caught.value.findings
    assert finding.message.replace(" ", "") == message
    assert (finding.place.sheet, finding.place.row) == ("名单", 1)
    assert "“学历1”“学历2”" in finding.remedy


def test_a_workbook_without_headings_or_people_is_one_error(read_rows, tmp_path):
    with pytest.raises(FindingsError, match="没有找到表头"):
        read_rows(("甲", "乙"), ("丙", "丁"))
    with pytest.raises(FindingsError, match="名单里一个人也没有"):
        read_rows(HEAD, ("合计：0人",))


def test_a_list_needs_a_campaign(tmp_path):
    path = write(tmp_path / "名单.xlsx", {"名单": [HEAD, ZHANG]})
    with pytest.raises(UsageError, match="没有写明参加哪个年度评审，请用 --campaign"):
        read(path, None)
    named = write(tmp_path / "写明.xlsx", {"名单": [(*HEAD, "评审"), (*ZHANG, "bazhou-archives-2024")]})
    assert read(named, None).loaded[0].case.campaign.year == 2024


def test_series_and_specialty_are_the_campaigns_where_it_has_but_one(read_rows):
    application = read_rows(HEAD, ZHANG).applicant.application
    assert (application.series, application.specialty, application.track) == ("档案", "档案", None)


def test_delimited_text_in_every_encoding_and_with_every_separator(tmp_path, year):
    for number, (encoding, separator) in enumerate(
        [("utf-8", ","), ("utf-8-sig", ";"), ("gb18030", "\t"), ("utf-16", "\t"), ("gb18030", ",")]
    ):
        path = tmp_path / f"{number}.csv"
        text = "\n".join(separator.join(row) for row in (HEAD, ("陆喆㛃", ID, "中级"), LI))
        path.write_bytes(text.encode(encoding))
        assert [each.name for each in read(path, year).applicants] == ["陆喆㛃", "李四"], (encoding, separator)


def test_text_that_went_through_a_spreadsheet_is_read_with_care(tmp_path, year):
    path = tmp_path / "名单.csv"
    path.write_text(
        "姓名,身份证号,申报级别,出生年月\n张三,9.90101E+17,中级,1990.1\n"
        f"李四,'{OTHER_ID},初级,1992.11\n王五,{ID},中级,1990.05,多,出\n",
        "utf-8",
    )
    reading = read(path, year)
    assert [each.name for each in reading.applicants] == ["李四"]
    assert [finding.message.partition("，")[0] for finding in reading.faults] == [
        "号码已经变成科学计数法",
        "Excel 把这一格当成了数字",
        "这一行有6格",
    ]
    assert [finding.place.row for finding in reading.faults] == [2, 2, 4]


def test_text_that_is_none_and_quotes_that_never_end(tmp_path, year):
    path = tmp_path / "名单.csv"
    path.write_bytes(b"\xff\xff\x00\x01")
    with pytest.raises(UsageError, match="文字的编码认不出来"):
        read(path, year)
    path.write_text("姓名,身份证号,申报级别\n" + '张三,"' + "甲\n" * 80_000, "utf-8")
    with pytest.raises(FindingsError, match="英文双引号没有配对"):
        read(path, year)
