"""Lists of applicants from any kind of file: records one by one, faults by their place, nothing else stopped."""

import json
import pickle
import tracemalloc

import pytest

from generator.build import build
from generator.catalog import Library
from generator.errors import FindingsError, UsageError
from generator.judging import Judge
from generator.loading.lists import Refused, read_entries, read_list
from generator.loading.load import Loaded, load_case
from generator.paper import Request
from generator.resources import data_folder
from tests.loading.tables.books import HEAD, LI, ZHANG, read, write

CAMPAIGN = data_folder() / "campaigns" / "bazhou-archives-2024.yaml"
YAML = """\
类型: 申报人
评审: bazhou-archives-2024
单位: {unit}
姓名: {name}
申报: {{系列: 档案, 专业: 档案, 级别: {level}}}
"""


@pytest.fixture(scope="module")
def year() -> Loaded:
    return load_case(CAMPAIGN)


def person(name: str, unit: str = "licheng-data", level: str = "中级") -> str:
    return YAML.format(name=name, unit=unit, level=level)


def put(path, text: str):
    path.write_text(text, "utf-8")
    return path


def test_documents_of_one_file_share_campaign_and_unit(tmp_path):
    path = put(
        tmp_path / "名单.yaml", "---\n".join([person("张三"), person("李四", unit="{名称: 乙馆}"), person("王五")])
    )
    zhang, li, wang = read(path, None).loaded
    assert zhang.case.campaign is li.case.campaign is wang.case.campaign
    assert zhang.case.unit is wang.case.unit
    assert li.case.unit.name == "乙馆"
    assert str(li.place("单位.名称")) == f"{path}:9:10"
    assert str(wang.place("申报.级别")) == f"{path}:17:26"
    assert wang.place("单位.名称").file.endswith("licheng-data.yaml")
    assert wang.place("评审.年度").file == str(CAMPAIGN)


def test_one_bad_record_never_stops_the_rest(tmp_path):
    text = "---\n".join([person("张三", unit="没有"), person("李四", level="高级"), '姓名: "王\n', person("赵六")])
    reading = read(put(tmp_path / "名单.yaml", text), None)
    assert [each.name for each in reading.applicants] == ["赵六"]
    assert [(refused.who, refused.source.line) for refused in reading.refused] == [("张三", 1), ("李四", 7), ("", 13)]
    assert [finding.place.line for finding in reading.faults] == [3, 11, 13]
    assert reading.faults[0].message == "找不到“没有”的单位数据"


def test_a_campaign_that_is_given_counts_whatever_the_records_say(tmp_path, year):
    path = put(tmp_path / "名单.yaml", person("张三").replace("bazhou-archives-2024", "没有"))
    assert read(path, year).loaded[0].case.campaign is year.case.campaign
    assert "找不到“没有”的年度评审数据" in read(path, None).fault.message


def test_records_need_not_say_that_they_are_applicants_but_must_not_say_otherwise(tmp_path, year):
    path = put(tmp_path / "名单.yaml", person("张三").replace("类型: 申报人\n", "") + "---\n类型: 单位\n名称: 甲\n")
    reading = read(path, year)
    assert [each.name for each in reading.applicants] == ["张三"]
    assert reading.faults[0].message == "这是“单位”数据，这里要用“申报人”数据"


def test_json_lines_say_what_yaml_says(tmp_path, year):
    records = [
        {
            "姓名": "张三",
            "申报": {"系列": "档案", "专业": "档案", "级别": "中级"},
            "单位": {"名称": "甲馆"},
            "学历学位": [{"学历": "本科"}],
        },
        {"姓名": "李四", "申报": {"系列": "档案", "专业": "档案", "级别": "高级"}},
    ]
    path = put(tmp_path / "名单.jsonl", "\n".join(json.dumps(record, ensure_ascii=False) for record in records))
    reading = read(path, year)
    [zhang] = reading.loaded
    assert (zhang.case.unit.name, zhang.case.applicant.degrees[0].education) == ("甲馆", "本科")
    assert (str(zhang.place("申报.级别")), str(reading.fault.place)) == (f"{path}:1", f"{path}:2")


def test_the_same_people_are_the_same_from_every_kind_of_file(tmp_path, year):
    write(tmp_path / "a.xlsx", {"名单": [HEAD, ZHANG, LI]})
    put(tmp_path / "b.csv", "\n".join(",".join(row) for row in (HEAD, ZHANG, LI)))
    data = [
        {"姓名": name, "身份证号": number, "申报": {"系列": "档案", "专业": "档案", "级别": level}}
        for name, number, level in (ZHANG, LI)
    ]
    put(tmp_path / "c.jsonl", "\n".join(map(json.dumps, data)))
    put(tmp_path / "d.yaml", "\n---\n".join(json.dumps(each, ensure_ascii=False) for each in data))
    people = [read(tmp_path / name, year).applicants for name in ("a.xlsx", "b.csv", "c.jsonl", "d.yaml")]
    assert all(each == people[0] for each in people)
    assert [each.name for each in read(tmp_path, year).applicants] == ["张三", "李四"] * 4


def test_a_folder_is_a_list_of_all_that_stands_in_it(tmp_path, year):
    write(tmp_path / "b.xlsx", {"名单": [HEAD, ZHANG]})
    put(tmp_path / "a.yaml", person("李四"))
    put(tmp_path / "c.yaml", "类型: 单位\n名称: 甲\n")
    put(tmp_path / "d.csv", "甲,乙\n")
    put(tmp_path / "e.xlsx", "no workbook")
    for name in ("说明.docx", "~$b.xlsx", ".hidden.yaml"):
        put(tmp_path / name, "")
    reading = read(tmp_path, year)
    assert [each.name for each in reading.applicants] == ["李四", "张三"]
    assert [(refused.who, refused.findings[0].message[:9]) for refused in reading.refused] == [
        ("d", "没有找到表头：前4"),
        ("e", f"{tmp_path / 'e.xlsx'}"[:9]),
    ]
    assert [told.message for told in reading.told] == [
        "1个文件不是名单，没有读入：说明.docx",
        "是“单位”数据，没有当作申报人读入",
    ]


@pytest.mark.parametrize("name", ["没有.xlsx", "名单.docx", "名单.json"])
def test_what_cannot_be_a_list_is_a_usage_error(tmp_path, year, name):
    if name != "没有.xlsx":
        put(tmp_path / name, "[]")
    with pytest.raises(UsageError, match=r"找不到文件|这种文件不能作名单"):
        read(tmp_path / name, year)


def test_an_empty_list_is_an_error_and_an_empty_folder_too(tmp_path, year):
    with pytest.raises(FindingsError, match="名单里一个人也没有"):
        read(put(tmp_path / "空.yaml", "# 没有人\n"), year)
    (tmp_path / "空").mkdir()
    with pytest.raises(UsageError, match="文件夹里没有名单"):
        read(tmp_path / "空", year)


def test_what_a_record_leaves_to_confirm_is_told_with_that_record_alone(tmp_path, year):
    text = person("张三").replace("姓名: 张三", "姓名: 张三  # 待确认：同名") + "---\n" + person("李四")
    zhang, li = read(put(tmp_path / "名单.yaml", text), year).loaded
    assert [(mark.message, mark.place.line) for mark in zhang.unconfirmed] == [("同名", 4)]
    assert li.unconfirmed == ()


def test_records_are_read_one_by_one(tmp_path, year):
    path = put(
        tmp_path / "名单.yaml",
        "---\n".join(person(f"人{number}") + "备注: " + "长" * 2000 + "\n" for number in range(400)),
    )
    tracemalloc.start()
    for number, each in enumerate(read_list(path, year, tell=pytest.fail)):
        assert isinstance(each, Loaded | Refused)
        if number == 20:
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
    grown = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    assert number == 399
    assert grown < path.stat().st_size


def test_the_roster_that_we_make_is_a_list_of_the_same_people(tmp_path, year):
    samples = [load_case(path).case for path in sorted((data_folder() / "applicants").glob("*.yaml"))]
    mine = tuple(case for case in samples if case.campaign == year.case.campaign)
    request = Request(mine[0].__class__(year.case.campaign, roster=mine), "roster")
    [output] = build(request, ["xlsx"], Library())
    (tmp_path / "花名册.xlsx").write_bytes(output.content)
    reading = read(tmp_path / "花名册.xlsx", year)
    assert [str(finding) for finding in reading.faults] == []
    for made, case in zip(reading.applicants, mine, strict=True):
        for field in ("name", "sex", "ethnic_group", "id_number", "born", "phone", "profession", "note", "application"):
            assert getattr(made, field) == getattr(case.applicant, field), field
        assert made.degrees[-1].education == case.applicant.highest_degree.education


def test_the_sample_list_is_without_fault_and_every_column_of_it_is_used(year):
    reading = read(data_folder() / "lists" / "example-list.csv", year)
    assert [each.name for each in reading.applicants] == ["田示例", "巴音示例", "周示例"]
    assert (reading.refused, reading.told) == ([], [])
    assert {each.case.unit.kind for each in reading.loaded} == {"事业单位", "民营企业"}
    assert [len(each.degrees) for each in reading.applicants] == [2, 1, 1]
    found = [finding for each in reading.loaded for finding in Judge().findings(each)]
    assert [str(finding) for finding in found if finding.level != "hint"] == []


def test_records_as_typed_can_be_handed_to_another_process(tmp_path, year):
    write(tmp_path / "a.xlsx", {"名单": [HEAD, ZHANG], "学历学位": [("姓名", "学历"), ("张三", "本科")]})
    put(tmp_path / "b.yaml", person("李四"))
    put(tmp_path / "c.jsonl", '{"姓名": "王五", "申报": {}}')
    entries = list(read_entries(tmp_path, pytest.fail))
    for entry, copy in zip(entries, pickle.loads(pickle.dumps(entries)), strict=True):
        assert copy.data == entry.data
        assert copy.source.place("学历学位.第1项.学历") == entry.source.place("学历学位.第1项.学历")
    assert entries[0].source.place("学历学位.第1项.学历").sheet == "学历学位"
