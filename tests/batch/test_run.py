"""A list in; everybody's documents, and a receipt that tells what became of each, out."""

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from generator.batch.journal import FAILED, MADE, SKIPPED
from generator.batch.spec import Spec
from generator.errors import UsageError
from generator.judging import statements
from tests.batch.lists import letters, made, receipt_of, row, states, write_list
from tests.documents.reading import docx_text
from tests.files import CAMPAIGN, FOLDER, id_number
from tests.support import CHECKOUT, add_document, opened, paragraphs, word_template

PEOPLE = ["张三", "李四", "王五"]


@pytest.fixture
def listed(tmp_path):
    """Writes a list."""

    def write(*rows: dict[str, str], name: str = "名单.csv") -> Path:
        return write_list(tmp_path / "data" / name, rows or map(row, PEOPLE))

    return write


class TestDocuments:
    def test_each_applicant_has_a_folder_with_their_documents(self, listed, root):
        receipt = made(listed(), root)
        assert letters(root) == [f"{name}/{name}_个人承诺书.docx" for name in sorted(PEOPLE)]
        assert states(root) == [(name, MADE) for name in PEOPLE]
        assert (receipt.expected, receipt.counts[MADE]) == (3, 3)
        letter = root / FOLDER / "张三" / "张三_个人承诺书.docx"
        assert "个人承诺书" in paragraphs(letter.read_bytes())

    def test_people_of_one_name_are_kept_apart_by_their_units(self, listed, root):
        rows = [row("张三"), row("张三", "b", 工作单位="另一档案馆"), row("张三", "c", 工作单位="另一档案馆")]
        made(listed(*rows), root)
        folders = [path.partition("/")[0] for path in letters(root)]
        assert folders == ["张三", "张三（另一档案馆 2）", "张三（另一档案馆）"]

    def test_no_name_leads_out_of_the_folder(self, listed, root, tmp_path):
        made(listed(row("../../逃")), root)
        assert not list(tmp_path.glob("*逃*"))
        assert all((root / FOLDER) in path.parents for path in root.rglob("*.docx"))

    def test_the_roster_holds_everybody_in_the_order_of_the_list(self, listed, root):
        made(listed(), root, kinds=("roster",), formats=("docx", "xlsx"))
        [document] = (root / FOLDER).glob("*.docx")
        text = docx_text(document.read_bytes())
        assert [text.index(name) for name in PEOPLE] == sorted(text.index(name) for name in PEOPLE)
        assert [line["applicant"] for line in receipt_of(root)["documents"]] == ["（全体）", "（全体）"]

    def test_a_users_own_template_is_filled_for_everybody(self, listed, root, tmp_path):
        template = tmp_path / "登记表.docx"
        template.write_bytes(word_template("{{ 申报人.姓名 }}登记表"))
        made(listed(), root, spec=Spec(("docx",), own=(template,)))
        assert letters(root) == [f"{name}/{name}_登记表.docx" for name in sorted(PEOPLE)]

    def test_an_offices_own_roster_is_filled_in_its_place(self, listed, root, tmp_path):
        template = tmp_path / "主管部门花名册.xlsx"
        book = openpyxl.Workbook()
        book.active.append(["申报人员花名册"])
        book.active.append(["序号", "姓名", "身份证号", "工作单位", "家庭住址"])
        book.active.append([None] * 5)
        book.active.append(["审核人（签字）："])
        book.save(template)
        made(listed(), root, spec=Spec(("docx",), ("commitment_letter",), roster=template))
        sheet = openpyxl.load_workbook(root / FOLDER / "主管部门花名册.xlsx").active
        rows = list(sheet.iter_rows(values_only=True))
        assert [line[1] for line in rows[2:5]] == PEOPLE
        assert rows[5][0] == "审核人（签字）："
        assert any("家庭住址" in finding["message"] for finding in receipt_of(root)["findings"])
        assert receipt_of(root)["documents"][-1]["kind"] == "主管部门花名册"

    def test_a_folder_of_templates_wins(self, listed, root, tmp_path):
        add_document(tmp_path / "我的", "visit", {"wording.md": "# 走访\n\n{{ 申报人.姓名 }}"})
        made(listed(), root, spec=Spec(("docx",), ("visit",), tmp_path / "我的"))
        assert len(letters(root)) == 3


class TestWhatIsWrong:
    def test_one_bad_record_stops_no_other_and_is_told_by_its_row_and_heading(self, listed, root):
        bad = id_number("李四")[:-1] + ("1" if id_number("李四")[-1] != "1" else "2")
        receipt = made(listed(row("张三"), row("李四", 身份证号=bad), row("王五")), root)
        assert states(root) == [("张三", MADE), ("李四", FAILED), ("王五", MADE)]
        line = receipt_of(root)["documents"][1]
        assert "名单.csv" in line["source"]
        assert "第3行" in line["source"]
        assert "校验" in line["reason"]
        assert (receipt.expected, receipt.counts) == (3, {MADE: 2, FAILED: 1})

    def test_what_a_document_lacks_is_told_of_that_document_only(self, listed, root):
        made(listed(row("张三")), root, kinds=("commitment_letter", "publicity_notice"))
        lines = {line["kind"]: line for line in receipt_of(root)["documents"]}
        assert lines["个人承诺书"]["status"] == MADE
        assert lines["推荐单位公示"]["status"] == FAILED
        assert "思想政治表现" in lines["推荐单位公示"]["reason"]

    def test_a_document_that_nobody_needs_is_skipped_with_its_reason(self, listed, root):
        made(listed(row("张三")), root, kinds=("exemption_form",))
        [line] = receipt_of(root)["documents"]
        assert (line["status"], bool(line["reason"])) == (SKIPPED, True)

    def test_the_same_person_twice_is_made_once(self, listed, root):
        made(listed(row("张三"), row("张三")), root)
        assert states(root) == [("张三", MADE), ("张三", FAILED)]
        assert {finding["rule"] for finding in receipt_of(root)["findings"]} == {"list-person-twice"}

    def test_the_roster_is_not_made_short(self, listed, root):
        made(listed(row("张三"), row("李四", 身份证号="123")), root, kinds=("commitment_letter", "roster"))
        [line] = [line for line in receipt_of(root)["documents"] if line["applicant"] == "（全体）"]
        assert line["status"] == FAILED
        assert "李四" in line["reason"]

    def test_a_statement_lets_a_record_pass_and_is_kept(self, listed, root):
        path = write_list(
            listed().parent / "b.csv",
            [row("张三", 公示起始日期="2024-9-9", 公示截止日期="2024-9-10")],
            ("姓名", "身份证号", "工作单位", "单位性质", "申报级别", "申报类型", "公示起始日期", "公示截止日期"),
        )
        made(path, root)
        assert states(root) == [("张三", FAILED)]
        accepted = statements(("publicity-length",), ("已核实",))
        made(path, root, spec=Spec(("docx",), ("commitment_letter",), accepted=accepted))
        assert states(root) == [("张三", MADE)]
        [letter] = root.glob(f"{FOLDER}/*/*.docx")
        assert "已核实" in opened(letter.read_bytes()).core_properties.comments

    def test_a_list_that_cannot_be_read_is_the_users_mistake(self, root, tmp_path):
        with pytest.raises(UsageError, match="没有的"):
            made(tmp_path / "没有的.csv", root)

    def test_a_folder_that_takes_no_files_is_one_clear_error(self, listed, tmp_path):
        (tmp_path / "output").write_bytes(b"x")
        with pytest.raises(UsageError, match="放不进文件"):
            made(listed(), tmp_path / "output")

    def test_what_is_no_campaign_is_the_users_mistake(self, listed, root):
        with pytest.raises(UsageError, match="不是年度评审"):
            made(listed(), root, campaign=CAMPAIGN.parent.parent / "documents" / "example-city-notice-2024.yaml")


class TestAgain:
    def test_what_has_not_changed_is_not_made_again_and_said(self, listed, root):
        path = listed()
        made(path, root)
        before = {each: each.stat().st_mtime_ns for each in root.glob(f"{FOLDER}/*/*.docx")}
        receipt = made(path, root)
        assert {each: each.stat().st_mtime_ns for each in before} == before
        assert receipt.counts == {SKIPPED: 3}
        assert "没有变化" in receipt_of(root)["documents"][0]["reason"]

    def test_only_the_changed_record_is_made_again(self, listed, root):
        made(listed(*map(row, PEOPLE)), root)
        made(listed(row("张三"), row("李四", 申报级别="初级"), row("王五")), root)
        assert states(root) == [("张三", SKIPPED), ("李四", MADE), ("王五", SKIPPED)]

    @pytest.mark.parametrize("harm", ["deleted", "cut"])
    def test_a_file_that_was_harmed_is_made_again(self, listed, root, harm):
        path = listed()
        made(path, root)
        letter = root / FOLDER / "李四" / "李四_个人承诺书.docx"
        letter.unlink() if harm == "deleted" else letter.write_bytes(letter.read_bytes()[:100])
        made(path, root)
        assert states(root) == [("张三", SKIPPED), ("李四", MADE), ("王五", SKIPPED)]
        assert paragraphs(letter.read_bytes())

    def test_another_campaign_or_template_makes_everything_anew(self, listed, root, tmp_path):
        path = listed()
        made(path, root)
        campaign = tmp_path / "年.yaml"
        campaign.write_text(CAMPAIGN.read_text("utf-8") + "\n# 改过\n", "utf-8")
        assert made(path, root, campaign=campaign).counts == {MADE: 3}

    def test_what_failed_is_tried_again(self, listed, root):
        path = listed(row("张三", 身份证号="123"))
        made(path, root)
        made(path, root)
        assert states(root) == [("张三", FAILED)]

    def test_the_same_list_gives_the_same_bytes(self, listed, tmp_path):
        path = listed()
        for name in ("一", "二"):
            made(path, tmp_path / name, kinds=("commitment_letter", "roster"), formats=("docx", "xlsx"))
        one, two = (
            {
                each.relative_to(tmp_path / name): each.read_bytes()
                for each in (tmp_path / name).rglob("*")
                if each.is_file()
            }
            for name in ("一", "二")
        )
        assert one == two


class TestKilled:
    def test_a_run_killed_at_any_moment_leaves_no_half_file_and_is_gone_on_with(self, listed, root):
        path = listed(*(row(f"示例{number:03}", str(number)) for number in range(300)))
        command = [sys.executable, "-m", "generator", "batch", str(path), "--campaign", str(CAMPAIGN)]
        command += ["--only", "commitment_letter", "--format", "docx", "-q", "-o", str(root)]
        for wait in (30, 120):
            process = subprocess.Popen(command, cwd=CHECKOUT, env={**os.environ, "PYTHONPATH": str(CHECKOUT)})
            deadline = time.monotonic() + 60
            while len(list(root.glob(f"{FOLDER}/*/*.docx"))) < wait and process.poll() is None:
                assert time.monotonic() < deadline
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
            process.wait()
            assert all(paragraphs(each.read_bytes()) for each in root.glob(f"{FOLDER}/*/*.docx"))
        receipt = made(path, root)
        assert receipt.expected == len(letters(root)) == 300
        assert receipt.counts[SKIPPED] >= 100
        assert not list(root.rglob("*.part"))

    def test_ctrl_c_stops_with_a_receipt_and_the_rest_is_made_later(self, listed, root):
        path = listed()
        seen = []

        def stop(record):
            seen.append(record.number)
            if len(seen) == 2:
                raise KeyboardInterrupt

        receipt = made(path, root, on_record=stop)
        assert receipt.stopped
        assert receipt_of(root)["stopped"]
        assert "中途停止" in receipt.summary()
        assert states(root) == [("张三", MADE), ("李四", MADE)]
        made(path, root)
        assert states(root) == [("张三", SKIPPED), ("李四", SKIPPED), ("王五", MADE)]


class TestElsewhere:
    def test_several_processes_make_the_same(self, listed, tmp_path):
        path = listed(*(row(f"示例{number:03}", str(number)) for number in range(230)))
        made(path, tmp_path / "一")
        made(path, tmp_path / "二", workers=2)
        assert states(tmp_path / "一") == states(tmp_path / "二")
        one, two = (
            {name: (tmp_path / folder / FOLDER / name).read_bytes() for name in letters(tmp_path / folder)}
            for folder in ("一", "二")
        )
        assert one == two

    def test_one_zip_file_holds_everything(self, listed, tmp_path):
        path = tmp_path / "全部.zip"
        made(listed(), path, as_zip=True)
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            assert archive.testzip() is None
        assert {f"{FOLDER}/{name}/{name}_个人承诺书.docx" for name in PEOPLE} < set(names)
        assert {"receipt.json", "生成结果表.xlsx", "生成结果表.html"} < set(names)

    def test_a_zip_file_made_again_is_whole_though_little_has_changed(self, listed, tmp_path):
        path = tmp_path / "全部.zip"
        made(listed(*map(row, PEOPLE)), path, as_zip=True)
        receipt = made(listed(row("张三"), row("李四", 申报级别="初级"), row("王五")), path, as_zip=True)
        assert receipt.counts == {SKIPPED: 2, MADE: 1}
        with zipfile.ZipFile(path) as archive:
            assert len([name for name in archive.namelist() if name.endswith(".docx")]) == 3

    def test_an_address_that_fsspec_knows_is_written_to(self, listed, tmp_path, monkeypatch):
        fsspec = pytest.importorskip("fsspec", reason="fsspec is an extra")
        monkeypatch.chdir(tmp_path)
        made(listed(), "memory://试/名单")
        system = fsspec.filesystem("memory")
        assert len(system.glob(f"/试/名单/{FOLDER}/*/*.docx")) == 3
        assert made(listed(), "memory://试/名单").counts == {SKIPPED: 3}
