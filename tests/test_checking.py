"""What is said of data files before anything is made of them."""

from pathlib import Path

from generator.checking import check
from generator.resources import data_folder
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
