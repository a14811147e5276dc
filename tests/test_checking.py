"""What is said of data files before anything is made of them."""

from pathlib import Path

import openpyxl
import pytest

from generator.checking import alike_together, check
from generator.errors import UsageError
from generator.finding import Finding, Place
from generator.jobs import run
from generator.resources import data_folder
from tests.batch.lists import HEADINGS, row, write_list
from tests.files import CAMPAIGN, applicant, id_number


def test_the_samples_have_no_error():
    found = check([data_folder() / "campaigns", data_folder() / "applicants", data_folder() / "units"], None).findings
    assert [str(finding) for finding in found if finding.level == "error"] == []


def test_open_questions_of_the_campaign_are_placed_hints_said_once():
    found = [one for one in check([data_folder() / "applicants"], CAMPAIGN).findings if one.rule == "open-question"]
    assert {finding.level for finding in found} == {"hint"}
    assert {finding.place.file for finding in found} == {str(CAMPAIGN)}
    assert len(set(found)) == len(found)
    assert all(finding.place.line for finding in found)


def test_everything_wrong_in_all_files_is_said_at_once(data):
    applicant(data, "a", more="性别: 男\n性别: 女")
    (data / "b.yaml").write_text("类型: 申报人\n性名: 乙\n", "utf-8")
    found = [finding for finding in check([data], None).findings if finding.level == "error"]
    assert {Path(finding.place.file).name for finding in found} == {"a.yaml", "b.yaml"}


def test_what_two_files_show_together_is_placed_in_one_of_them(data):
    files = [applicant(data, "a", "甲"), applicant(data, "b", "乙")]
    files[1].write_text(files[1].read_text("utf-8").replace(id_number("b"), id_number("a")), "utf-8")
    [finding] = [one for one in check(files, None).findings if one.rule == "list-shared-id"]
    assert (finding.place.file, finding.place.line, finding.field) == (str(files[1]), 5, "身份证号")


def test_a_finding_on_the_year_is_placed_in_the_campaigns_file_though_the_applicants_has_the_key_too(data):
    text = CAMPAIGN.read_text("utf-8")
    campaign = data / "campaigns" / "今年.yaml"
    campaign.parent.mkdir(parents=True)
    campaign.write_text(text.replace("最少工作日: 5", "最少工作日: 3"), "utf-8")
    path = applicant(data / "applicants", "a", more="公示: {起始日期: 2024-9-9, 截止日期: 2024-9-18}")
    [finding] = [one for one in check([path], campaign).findings if one.rule == "publicity-prescribed"]
    line = campaign.read_text("utf-8").splitlines()[finding.place.line - 1]
    assert (finding.place.file, line.strip().partition(" ")[0]) == (str(campaign), "最少工作日:")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("身份证号: ", "备注: "), "推荐单位公示的有2人，现在能生成1份，还差乙（见“申报人.身份证号”）"),
        (("异议: 无", "异议: 有人反映"), "推荐单位公示结果的有2人，现在能生成1份，还差乙（见“公示.异议”）"),
        (("思想政治表现: ", "备注: "), "推荐单位公示的有2人，现在能生成1份，还差乙（缺“申报人.思想政治表现”）"),
    ],
)
def test_who_on_a_list_has_no_paper_is_told_with_the_value_that_it_hangs_on(data, change, said):
    publicity = "{起始日期: 2024-9-11, 截止日期: 2024-9-18, 天数: 5, 异议: 无}"
    more = f"政治面貌: 群众\n性别: 男\n族别: 汉族\n思想政治表现: 好。\n公示: {publicity}"
    files = [applicant(data, "a", "甲", more), applicant(data, "b", "乙", more)]
    files[1].write_text(files[1].read_text("utf-8").replace(*change), "utf-8")
    found = [one for one in check(files, None).findings if one.rule == "list-documents" and said in one.message]
    assert [one.place.file for one in found] == [str(files[1])]


def test_what_an_applicant_lacks_is_placed_in_their_file_though_the_campaigns_has_the_key(data):
    path = applicant(data, "a", more="参加工作时间: 2010-8")
    found = [one for one in check([path], CAMPAIGN).findings if one.field == "继续教育"]
    assert {one.place.file for one in found} == {str(path)}


def of_rows(*rows: int, **changes: str) -> list[Finding]:
    values = {"field": "学历学位", "remedy": "请填写", **changes}
    return [
        Finding("材料", "warning", "没有填写", place=Place("名单.xlsx", sheet="甲", row=row), **values) for row in rows
    ]


class TestAlikeTogether:
    def test_the_same_words_of_many_rows_are_read_once_with_the_rows(self):
        [together] = alike_together(of_rows(3, 4, 5, 9))
        assert together.message == "没有填写；另有3处也是这样：第4—5、9行"
        assert together.place.row == 3

    def test_of_a_few_rows_they_are_read_one_by_one(self):
        assert alike_together(of_rows(3, 4, 5)) == of_rows(3, 4, 5)

    def test_others_between_them_keep_their_place(self):
        other = of_rows(4, field="姓名")
        found = [*of_rows(3), *other, *of_rows(4, 5, 6)]
        assert [one.field for one in alike_together(found)] == ["学历学位", "姓名"]

    def test_what_is_said_of_another_sheet_or_file_is_another_thing(self):
        elsewhere = [
            Finding("材料", "warning", "没有填写", "学历学位", "请填写", place=Place(f"{name}.yaml", 3))
            for name in "甲乙丙丁"
        ]
        assert alike_together(elsewhere) == elsewhere


class TestList:
    def check(self, path: Path, *rows: dict[str, str]) -> list:
        return check([write_list(path, rows)], CAMPAIGN).findings

    def test_a_list_is_checked_person_by_person_and_as_a_whole(self, tmp_path):
        path = tmp_path / "名单.csv"
        found = self.check(path, row("张三"), row("李四", 身份证号="123"), row("张三"))
        errors = [(one.rule, one.place.row) for one in found if one.level == "error"]
        assert ("id-length", 3) in errors
        assert ("list-person-twice", 4) in errors
        assert {one.place.file for one in found if one.level == "error"} == {str(path)}

    def test_a_workbook_tells_sheet_row_and_heading(self, tmp_path):
        path = tmp_path / "名单.xlsx"
        book = openpyxl.Workbook()
        book.active.title = "申报人员"
        for line in (["申报人员名单"], list(HEADINGS), list(row("张三", 身份证号="123").values())):
            book.active.append(line)
        book.save(path)
        [finding] = [one for one in check([path], CAMPAIGN).findings if one.rule == "id-length"]
        assert str(finding).startswith(f"{path} 表“申报人员”第3行“身份证号”")

    def test_a_list_is_not_built_one_by_one(self, tmp_path, root):
        with pytest.raises(UsageError, match="zhicheng batch"):
            run([write_list(tmp_path / "名单.csv", [row("张三")])], root=root, formats=["docx"])
