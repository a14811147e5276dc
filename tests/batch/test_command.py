"""`zhicheng batch` as its user meets it: what is printed, the exit code, the mistakes."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.batch.lists import letters, row, write_list
from tests.files import CAMPAIGN, FOLDER

ONE = ("--only", "个人承诺书", "--format", "docx")


@pytest.fixture
def batch(program):
    return lambda *arguments: program("batch", *arguments)


@pytest.fixture
def listed(tmp_path) -> Path:
    return write_list(tmp_path / "名单.csv", [row("张三"), row("李四")])


def test_everything_is_made_and_the_counts_are_printed(batch, listed, tmp_path):
    done = batch(listed, "--campaign", CAMPAIGN, *ONE)
    assert (done.code, done.out) == (0, "应有 2 份：已生成 2 份，跳过 0 份，没有生成 0 份。\n")
    assert "生成结果表" in done.err
    assert letters(tmp_path / "output") == ["张三/张三_个人承诺书.docx", "李四/李四_个人承诺书.docx"]


def test_a_failed_record_is_exit_code_1_and_stands_in_the_receipt_for_people(batch, tmp_path):
    listed = write_list(tmp_path / "名单.csv", [row("张三"), row("李四", 身份证号="123")])
    done = batch(listed, "--campaign", CAMPAIGN, *ONE, "-o", "本次")
    assert done.code == 1
    assert "没有生成 1 份" in done.out
    sheet = openpyxl.load_workbook(tmp_path / "本次" / "生成结果表.xlsx")["各份文件"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("申报人", "文件", "格式", "结果", "说明", "数据所在", "文件位置")
    assert [line[3] for line in rows[1:]] == ["已生成", "没有生成"]
    assert "第3行" in rows[2][5]
    assert rows[1][6] == f"{FOLDER}/张三/张三_个人承诺书.docx"
    page = (tmp_path / "本次" / "生成结果表.html").read_text("utf-8")
    assert page.index("没有生成的") < page.index("李四") < page.index("张三")


def test_the_receipt_for_machines_adds_up(batch, listed, tmp_path):
    batch(listed, "--campaign", CAMPAIGN, "--format", "docx")
    receipt = json.loads((tmp_path / "output" / "receipt.json").read_text("utf-8"))
    assert receipt["expected"] == receipt["made"] + receipt["skipped"] + receipt["failed"] == len(receipt["documents"])
    keys = ["applicant", "kind", "format", "path", "status", "reason", "source", "sha256"]
    assert all(list(line) == keys for line in receipt["documents"])
    assert receipt["hashes"].keys() == {"data", "templates", "campaign"}


def test_quiet_prints_the_counts_only(batch, listed):
    done = batch(listed, "--campaign", CAMPAIGN, *ONE, "-q")
    assert (done.out.count("\n"), done.err) == (1, "")


def test_people_of_one_name_are_pointed_out(batch, tmp_path):
    listed = write_list(tmp_path / "名单.csv", [row("张三"), row("张三", "b", 工作单位="另一馆")])
    done = batch(listed, "--campaign", CAMPAIGN, *ONE)
    assert done.code == 0
    assert "同名" in done.err


def test_the_sample_workbook_is_written_and_read_back_as_typed(batch, tmp_path):
    done = batch("样表.xlsx", "--campaign", CAMPAIGN, "--sample")
    assert (done.code, done.out.strip()) == (0, "样表.xlsx")
    assert openpyxl.load_workbook(tmp_path / "样表.xlsx").sheetnames
    again = batch("样表.xlsx", "--campaign", CAMPAIGN, "--sample")
    assert (again.code, "没有覆盖" in again.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("名单.csv",), "--campaign"),
        (("--campaign", CAMPAIGN), "名单文件"),
        (("没有.csv", "--campaign", CAMPAIGN), "没有.csv"),
        (("名单.csv", "--campaign", CAMPAIGN, "--only", "没有的"), "没有“没有的”这种文件"),
        (("名单.csv", "--campaign", CAMPAIGN, "--only", "年度评审工作通知"), "--only"),
        (("名单.csv", "--campaign", CAMPAIGN, "--format", "doc"), "没有这种格式"),
        (("名单.csv", "--campaign", CAMPAIGN, "--public"), "--template"),
        (("名单.csv", "--campaign", CAMPAIGN, "--zip", "-o", "memory://试"), "--zip"),
        (("名单.csv", "--campaign", CAMPAIGN, "--jobs", "0"), "--jobs"),
        (("名单.csv", "--campaign", CAMPAIGN, "--reason", "好"), "--accept"),
    ],
)
def test_what_cannot_be_asked_for_is_the_users_mistake(batch, listed, arguments, said):
    done = batch(*arguments)
    assert done.code == 2
    assert said in done.err
    assert not done.out
