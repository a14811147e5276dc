"""`zhicheng roll` as its user meets it: what is printed where, which file is written, and which never is."""

import json
from pathlib import Path

import pytest

from generator.loading.load import load_case
from tests.rolling.conftest import CAMPAIGN


@pytest.fixture
def run(program):
    """Runs the command in this process, in an empty folder."""
    return lambda *arguments: program("roll", *arguments)


def test_the_new_file_is_written_and_the_list_printed(run):
    before = CAMPAIGN.read_bytes()
    done = run(CAMPAIGN, "--year", 2025, "-o", "明年/新.yaml")
    assert done.code == 0
    assert load_case(Path("明年/新.yaml")).case.campaign.year == 2025
    assert CAMPAIGN.read_bytes() == before
    assert "通知.成文日期：2024-9-4 → 2025-9-4\n" in done.out
    assert "注意　“存疑”“出处”说的是上一年度的通知" in done.out
    assert done.err.startswith("已写入 明年/新.yaml：由2024年度做成2025年度的，改了")
    assert "没有删完以前，生成的文件每页印“草稿”" in done.err


def test_quietly_only_the_list_is_printed(run):
    done = run(CAMPAIGN, "--year", 2025, "-o", "新.yaml", "-q")
    assert done.err == ""
    assert done.out.startswith("第")


def test_as_json_everything_of_the_list_is_there(run):
    done = run(CAMPAIGN, "--year", 2027, "-o", "新.yaml", "--json")
    found = json.loads(done.out)
    assert (found["source"], found["file"], found["year"]) == (str(CAMPAIGN), "新.yaml", {"old": 2024, "new": 2027})
    by_field = {change["field"]: change for change in found["changes"]}
    line = CAMPAIGN.read_text("utf-8").split("\n").index("  成文日期: 2024-9-4") + 1
    assert by_field["通知.成文日期"] == {
        "line": line,
        "column": 9,
        "field": "通知.成文日期",
        "old": "2024-9-4",
        "new": "2027-9-6",
        "note": "2027-9-4是周六，顺延到2027-9-6",
        "confirm": True,
    }
    assert by_field["违规处理.记录年数"]["new"] is None
    assert by_field["年度"]["confirm"] is False
    assert any("2027年放假安排尚未公布" in note for note in found["notes"])


def test_the_old_file_is_never_overwritten_not_even_when_forced(run):
    Path("旧.yaml").write_bytes(CAMPAIGN.read_bytes())
    Path("别名.yaml").symlink_to("旧.yaml")
    for target in ("旧.yaml", "./旧.yaml", "别名.yaml"):
        done = run("旧.yaml", "--year", 2025, "-o", target, "--force")
        assert (done.code, done.out) == (2, "")
        assert "这就是原来的文件，不能覆盖" in done.err
    assert Path("旧.yaml").read_bytes() == CAMPAIGN.read_bytes()


def test_another_file_is_overwritten_only_when_forced(run):
    Path("新.yaml").write_text("别的内容", "utf-8")
    done = run(CAMPAIGN, "--year", 2025, "-o", "新.yaml")
    assert done.code == 2
    assert "已有这个文件，没有覆盖。请换一个文件名；确实要覆盖的，加上 --force" in done.err
    assert Path("新.yaml").read_text("utf-8") == "别的内容"
    assert run(CAMPAIGN, "--year", 2025, "-o", "新.yaml", "--force").code == 0
    assert Path("新.yaml").read_text("utf-8").startswith("# yaml-language-server")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((CAMPAIGN, "--year", 2025), "-o"),
        ((CAMPAIGN, "-o", "新.yaml"), "--year"),
        ((CAMPAIGN, "--year", 2025, "-o", "新.docx"), "文件名请以 .yaml 结尾"),
        ((CAMPAIGN, "--year", 2024, "-o", "新.yaml"), "--year 要写以后的年度"),
        ((CAMPAIGN, "--year", 2025, "-o", "夹.yaml"), "这是一个文件夹，请写新文件的名称"),
        (("通知.txt", "--year", 2025, "-o", "新.yaml"), "现成的通知请先用 zhicheng import 读成数据文件"),
        (("没有.yaml", "--year", 2025, "-o", "新.yaml"), "找不到文件 没有.yaml"),
        ((CAMPAIGN.parent.parent / "units" / "huyang-town.yaml", "--year", 2025, "-o", "新.yaml"), "是“单位”数据"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(run, arguments, said):
    Path("夹.yaml").mkdir()
    Path("通知.txt").write_text("关于2024年度职称评审工作的通知", "utf-8")
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not Path("新.yaml").exists()
