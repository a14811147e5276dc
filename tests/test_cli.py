"""The command line as its user meets it: exit codes, what goes to stdout, Chinese words, every console."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.catalog import Library
from generator.loading.load import load_applicant
from generator.model.records import RECORDS
from generator.resources import data_folder
from tests.support import CHECKOUT, add_document, needs_pango, paragraphs, word_template, zhicheng

APPLICANT = data_folder() / "applicants" / "he-kun.yaml"
CAMPAIGN = data_folder() / "campaigns" / "bazhou-archives-2024.yaml"
COMMITMENT = ("--only", "个人承诺书", "--format", "docx")


@pytest.fixture
def faulty(tmp_path) -> Path:
    """An applicant without the values of the publicity notice."""
    path = tmp_path / "张三.yaml"
    path.write_text(
        "类型: 申报人\n评审: bazhou-archives-2024\n姓名: 张三\n申报: {系列: 档案, 专业: 档案, 级别: 中级}\n", "utf-8"
    )
    return path


class TestExitCodes:
    def test_0_when_done(self, run):
        assert run("build", APPLICANT, *COMMITMENT).code == 0

    def test_1_for_findings_that_are_errors(self, run, faulty):
        done = run("build", faulty, "--only", "推荐单位公示", "--format", "docx")
        assert done.code == 1
        assert "必须改　" in done.err
        assert "缺少“申报人.思想政治表现”" in done.err

    @pytest.mark.parametrize(
        "arguments",
        [
            ("biuld",),
            ("build",),
            ("build", "没有.yaml"),
            ("build", APPLICANT, "--only", "请假条"),
            ("build", APPLICANT, "--format", "doc"),
            ("build", APPLICANT, "--format", ""),
            ("build", APPLICANT, "--format", "，"),
            ("build", APPLICANT, "--blank", "空白"),
            ("build", APPLICANT, "--templates", "没有"),
            ("build", APPLICANT, "--template", "没有.docx"),
            ("build", APPLICANT, "--campaign", "没有.yaml"),
            ("build", APPLICANT, "--only", "个人承诺书", "--format", "xlsx"),
            ("build", CAMPAIGN, "--only", "个人承诺书"),
            ("check",),
            ("check", "没有.yaml"),
            ("template", "fields", "请假条"),
            ("template", "check", "没有.docx"),
            ("template", "check", "请假条"),
            ("template", "copy", "请假条", "我的"),
            ("--没有"),
        ],
    )
    def test_2_for_wrong_usage_or_input_that_cannot_be_read_and_nothing_on_stdout(self, run, arguments):
        done = run(*([arguments] if isinstance(arguments, str) else arguments))
        assert (done.code, done.out) == (2, "")
        assert "错误：" in done.err
        assert "Traceback" not in done.err
        assert not list(Path("output").rglob("*.docx"))

    def test_3_for_a_fault_of_ours_which_says_that_it_is_ours(self, run, monkeypatch):
        def fail(*_arguments, **_options):
            raise RuntimeError("boom")

        monkeypatch.setattr("generator.jobs.run", fail)
        done = run("build", APPLICANT)
        assert done.code == 3
        assert "RuntimeError: boom" in done.err
        assert "不是您填写的问题" in done.err

    def test_130_when_the_user_stops_it(self, run, monkeypatch):
        def stop(*_arguments, **_options):
            raise KeyboardInterrupt

        monkeypatch.setattr("generator.jobs.run", stop)
        assert run("build", APPLICANT).code == 130


class TestBuild:
    def test_stdout_holds_the_paths_made_and_nothing_else(self, run):
        done = run("build", APPLICANT, *COMMITMENT, "-o", "结果")
        assert done.out == "结果/2024年度巴音郭楞蒙古自治州档案系列/何堃/何堃_个人承诺书.docx\n"
        assert all(Path(line).is_file() for line in done.out.splitlines())
        assert "生成 1 个文件，在 结果 文件夹里。" in done.err

    def test_default_formats_are_word_and_pdf(self, run):
        needs_pango()
        done = run("build", APPLICANT, "--only", "个人承诺书")
        assert [Path(line).suffix for line in done.out.splitlines()] == [".docx", ".pdf"]

    @pytest.mark.parametrize("formats", ["docx,html", "docx，html", " DOCX , html ,", "docx,html,docx"])
    def test_formats_may_be_separated_as_people_type_them(self, run, formats):
        done = run("build", APPLICANT, "--only", "个人承诺书", "--format", formats)
        assert [Path(line).suffix for line in done.out.splitlines()] == [".docx", ".html"]

    def test_quiet_says_nothing_but_results_and_faults(self, run, faulty):
        assert run("-q", "build", APPLICANT, *COMMITMENT).err == ""
        assert run("build", APPLICANT, *COMMITMENT, "-q").err == ""
        assert run("-q", "build", APPLICANT, "--only", "免除继续教育学习申请表").err == ""
        assert "缺少" in run("-q", "build", faulty, "--only", "推荐单位公示", "--format", "docx").err

    def test_a_document_that_does_not_apply_is_noted_and_is_no_error(self, run):
        done = run("build", APPLICANT, "--only", "免除继续教育学习申请表", "--format", "docx")
        assert (done.code, done.out) == (0, "")
        assert "何堃：" in done.err

    def test_what_could_be_made_is_made_beside_what_could_not(self, run, faulty):
        done = run("build", APPLICANT, faulty, "--only", "推荐单位公示", "--format", "docx")
        assert done.code == 1
        assert [Path(line).name for line in done.out.splitlines()] == ["何堃_推荐单位公示.docx"]
        assert f"{faulty}:" in done.err

    @pytest.mark.parametrize(("blank", "mark"), [("模板", "2024年×月×日"), ("手填", "2024年　　月　　日")])
    def test_blanks_of_a_campaign(self, run, blank, mark):
        done = run("build", CAMPAIGN, *COMMITMENT, "--blank", blank)
        [path] = done.out.splitlines()
        assert mark in paragraphs(Path(path).read_bytes())

    def test_templates_of_ones_own_win_and_the_output_says_so(self, run, tmp_path):
        place = add_document(tmp_path / "我的", "commitment_letter", {"wording.md": "# 我的承诺书"}, 名称="个人承诺书")
        done = run("build", APPLICANT, *COMMITMENT, "--templates", "我的")
        assert f"用了自己的模板：{(place / 'wording.md').relative_to(tmp_path)}" in done.err
        [path] = done.out.splitlines()
        assert paragraphs(Path(path).read_bytes()) == ["我的承诺书"]

    def test_a_word_template_of_ones_own(self, run, tmp_path):
        (tmp_path / "情况表.docx").write_bytes(word_template("{{ 申报人.姓名 }}"))
        done = run("build", APPLICANT, "--template", "情况表.docx")
        assert [Path(line).name for line in done.out.splitlines()] == ["何堃_情况表.docx"]

    def test_a_fault_in_it_names_the_paragraph(self, run, tmp_path):
        (tmp_path / "情况表.docx").write_bytes(word_template("甲", "{{ 申报人.姓明 }}"))
        done = run("build", APPLICANT, "--template", "情况表.docx")
        assert (done.code, done.out) == (1, "")
        assert "情况表.docx 第2段" in done.err

    def test_a_bar_is_drawn_on_a_terminal_only(self, run, monkeypatch):
        assert "正在生成" not in run("build", APPLICANT, *COMMITMENT).err
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
        done = run("build", APPLICANT, *COMMITMENT)
        assert "正在生成" in done.err
        assert "正在生成" not in done.out


class TestCheck:
    KEYS = ("rule", "level", "file", "line", "column", "sheet", "row", "heading", "field", "message", "remedy", "basis")

    def test_json_holds_every_finding_in_one_shape(self, run, tmp_path):
        path = tmp_path / "张三.yaml"
        path.write_text("类型: 申报人\n评审: bazhou-archives-2024\n性名: 张三\n", "utf-8")
        done = run("check", path, "--json")
        found = json.loads(done.out)
        assert list(found) == ["findings"]
        assert [tuple(finding) for finding in found["findings"]] == [self.KEYS] * len(found["findings"])
        assert done.code == 1
        misspelt = next(finding for finding in found["findings"] if "性名" in finding["message"])
        assert (misspelt["level"], misspelt["file"], misspelt["line"]) == ("error", str(path), 3)
        assert misspelt["sheet"] is None

    def test_words_for_people(self, run, faulty):
        faulty.write_text(faulty.read_text("utf-8") + "性名: 张三\n", "utf-8")
        done = run("check", faulty)
        assert done.code == 1
        assert f"必须改　{faulty}:5:1" in done.out

    def test_hints_are_no_error(self, run):
        done = run("check", APPLICANT)
        assert done.code == 0
        assert "提示　" in done.out
        assert "必须改" not in done.out

    def test_nothing_found_says_so(self, run):
        done = run("check", data_folder() / "units")
        assert (done.code, done.out) == (0, "没有发现问题。\n")

    def test_nothing_found_is_an_empty_list_for_programs(self, run):
        assert json.loads(run("check", data_folder() / "units", "--json").out) == {"findings": []}


class TestTemplate:
    def test_list_has_a_line_for_each_document(self, run):
        lines = [line.split("\t") for line in run("template", "list").out.splitlines()]
        assert [line[0] for line in lines] == Library().kinds
        assert ["roster", "申报人员花名册", "docx、pdf、html、xlsx"] in [line[:3] for line in lines]

    def test_list_has_the_users_own_too(self, run, tmp_path):
        add_document(tmp_path / "我的", "visit", {"wording.md": "甲"})
        assert "visit\t来访登记\tdocx、pdf、html\t试用的文件\n" in run("template", "list", "--templates", "我的").out

    def test_fields_of_all_and_of_one_document(self, run):
        assert "申报人.姓名\t与身份证一致" in run("template", "fields").out
        lines = run("template", "fields", "个人承诺书").out.splitlines()
        assert lines[0].startswith("评审.承诺.承诺书.文字\t必填\t")

    def test_check_of_the_shipped_templates(self, run):
        assert run("template", "check") == (0, "没有发现问题。\n", "")

    def test_check_of_a_file_with_a_fault(self, run, tmp_path):
        (tmp_path / "试.docx").write_bytes(word_template("甲", "{{ 申报人.姓明 }}"))
        done = run("template", "check", "试.docx")
        assert done.code == 1
        assert "必须改　试.docx 第2段（“{{ 申报人.姓明 }}”）：数据中没有“申报人.姓明”。是不是“姓名”？" in done.out

    def test_copy_prints_what_it_copied_and_refuses_to_do_it_twice(self, run):
        done = run("template", "copy", "个人承诺书", "我的")
        assert done.code == 0
        assert "我的/documents/commitment_letter/wording.md" in done.out.splitlines()
        assert all(Path(line).is_file() for line in done.out.splitlines())
        assert run("template", "copy", "个人承诺书", "我的").code == 2
        assert run("build", APPLICANT, *COMMITMENT, "--templates", "我的").code == 0

    def test_copy_warns_where_self_made_variants_are_forbidden(self, run):
        done = run("template", "copy", "免除继续教育学习申请表", "我的")
        assert done.code == 0
        assert "注意：" in done.err


def test_schema_writes_a_schema_for_each_kind_of_data(run):
    done = run("schema", "-o", "模式")
    written = {Path(line).name: json.loads(Path(line).read_text("utf-8")) for line in done.out.splitlines()}
    assert set(written) == {f"{kind}.schema.json" for kind in RECORDS}
    assert "姓名" in written["申报人.schema.json"]["properties"]


def test_doctor_names_what_there_is(run):
    done = run("doctor")
    assert done.code == 0
    assert "Python 3." in done.out


def test_demo_makes_everything_of_the_samples(run, campaign):
    done = run("demo", "--format", "docx", "-o", "示例")
    assert (done.code, done.err.count("必须改")) == (0, 0)
    made = [Path(line) for line in done.out.splitlines()]
    assert all(path.is_file() for path in made)
    people = {load_applicant(path)[0].name for path in (data_folder() / "applicants").glob("*.yaml")}
    assert people <= {path.parent.name for path in made}
    attachments = {f"附件{item.position} {item.name}.docx" for item in campaign.attachments if item.kind}
    assert {"2024年度档案系列职称评审工作通知.docx"} | attachments <= {path.name for path in made}
    assert any("花名册" in path.name and path.parent.name == "2024年度巴音郭楞蒙古自治州档案系列" for path in made)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("build",),
        ("check",),
        ("demo",),
        ("template",),
        ("template", "fields"),
        ("template", "copy"),
        ("schema",),
        ("doctor",),
    ],
)
def test_help_is_chinese_and_names_every_option(run, arguments):
    done = run(*arguments, "--help")
    assert done.code == 0
    assert "用法：" in done.out
    assert not {"Usage", "Options", "Commands", "Show", "default"} & set(done.out.replace(":", " ").split())


def test_without_a_command_the_help_is_shown(run):
    done = run()
    assert "用法：" in done.out + done.err
    assert "build" in done.out + done.err


class TestRealProcess:
    def test_it_runs_as_a_module_from_any_folder(self, tmp_path):
        done = zhicheng("build", APPLICANT, *COMMITMENT, folder=tmp_path)
        folder = "output/2024年度巴音郭楞蒙古自治州档案系列/何堃"
        assert (done.returncode, done.stdout) == (0, f"{folder}/何堃_个人承诺书.docx\n")
        assert (tmp_path / done.stdout.strip()).is_file()

    @pytest.mark.parametrize(
        "surroundings",
        [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}],
        ids=["C locale", "ascii console"],
    )
    def test_a_console_that_cannot_show_a_character_stops_nothing(self, tmp_path, surroundings):
        done = zhicheng("build", APPLICANT, *COMMITMENT, folder=tmp_path, **surroundings)
        assert done.returncode == 0, done.stderr
        assert [path.name for path in tmp_path.rglob("*.docx")] == ["何堃_个人承诺书.docx"]
        for arguments in (("--help",), ("check", APPLICANT), ("template", "list")):
            assert zhicheng(*arguments, folder=tmp_path, **surroundings).returncode == 0
        assert zhicheng("build", "没有.yaml", folder=tmp_path, **surroundings).returncode == 2

    def test_a_reader_that_has_seen_enough_is_no_fault(self, tmp_path):
        command = f'"{sys.executable}" -m generator template fields | head -n 1'
        environment = {"PYTHONPATH": str(CHECKOUT), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
        done = subprocess.run(
            command, shell=True, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True
        )
        assert done.stdout.count("\n") == 1
        assert "Traceback" not in done.stderr
        assert "故障" not in done.stderr

    def test_the_same_data_gives_the_same_files_in_two_processes(self, tmp_path):
        needs_pango()
        made = []
        for seed in ("1", "2"):
            folder = tmp_path / seed
            folder.mkdir()
            done = zhicheng("build", APPLICANT, "--only", "推荐单位公示", folder=folder, PYTHONHASHSEED=seed)
            assert done.returncode == 0, done.stderr
            made.append({path: (folder / path).read_bytes() for path in done.stdout.splitlines()})
        assert made[0] == made[1]
        assert len(made[0]) == 2

    def test_it_leaves_the_folder_as_it_found_it_but_for_the_output(self, tmp_path):
        zhicheng("build", APPLICANT, *COMMITMENT, folder=tmp_path)
        assert [child.name for child in tmp_path.iterdir()] == ["output"]
