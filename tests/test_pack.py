"""Making a 年度评审包, and making documents with nothing but it."""

import io
import zipfile
from pathlib import Path

import pytest

from generator.catalog import Library
from generator.errors import FindingsError, UsageError
from generator.loading import packs
from generator.loading.load import load_campaign, load_case
from generator.loading.tables.sample import sample_workbook
from generator.loading.tables.sheet_to_fill import information_sheet
from generator.pack import make_pack, save_pack
from generator.pack_templates import folder_of, in_force
from generator.resources import data_folder, templates_folder
from tests.loading.test_calendars import MADE_UP
from tests.support import paragraphs, schema_errors, zhicheng

CAMPAIGNS = data_folder() / "campaigns"
ARCHIVES_2021, ARCHIVES_2024 = (CAMPAIGNS / f"bazhou-archives-{year}.yaml" for year in (2021, 2024))
APPLICANT = data_folder() / "applicants" / "he-kun.yaml"
OURS = "自己的第一段话"


@pytest.fixture(scope="module")
def made():
    return make_pack(ARCHIVES_2021, Library())


@pytest.fixture(scope="module")
def files(made) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def own(tmp_path) -> Path:
    """An office's own templates: a clause changed, a document added."""
    folder = tmp_path / "自己的模板"
    for name in ("documents/commitment_letter/document.yaml", "documents/commitment_letter/wording.md"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((templates_folder() / name).read_bytes())
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{OURS}。\n")
    (path.parent / "~$wording.docx").write_bytes(b"left behind by Word")
    return folder


class TestContents:
    """What is in it."""

    def test_it_holds_the_campaign_and_the_criteria_that_it_names_word_for_word(self, files):
        for folder in ("campaigns", "criteria"):
            name = f"{folder}/bazhou-archives-2021.yaml"
            assert files[f"数据/{name}"] == (data_folder() / name).read_bytes()

    def test_it_holds_every_blank_in_both_states_as_sound_word_files(self, files):
        blanks = {
            state: {Path(name).name for name in files if name.startswith(f"空白表/{state}/")}
            for state in ("模板", "手填")
        }
        assert blanks["模板"] == blanks["手填"]
        assert {"推荐单位公示.docx", "推荐单位公示结果.docx"} <= blanks["模板"]
        for name in files:
            if name.endswith(".docx") and not name.startswith("模板/"):
                assert schema_errors(files[name]) == []
        shown = "".join(paragraphs(files["空白表/模板/推荐单位公示.docx"]))
        assert "×" in shown
        assert "×" not in "".join(paragraphs(files["空白表/手填/推荐单位公示.docx"]))

    def test_it_holds_the_two_workbooks_of_the_campaign(self, files):
        campaign, _ = load_campaign(ARCHIVES_2021)
        assert files["名单.xlsx"] == sample_workbook(campaign)
        assert files["申报人信息表.xlsx"] == information_sheet(campaign)

    def test_its_instructions_name_what_is_in_it_and_whom_to_ask(self, files):
        text = "\n".join(paragraphs(files["说明.docx"]))
        assert "2021年度档案系列职称" in text
        for word in (
            "名单.xlsx",
            "申报人信息表.xlsx",
            "空白表",
            "zhicheng batch 名单.xlsx --campaign 评审包.zip",
            "郑示例",
        ):
            assert word in text

    def test_it_holds_every_template_but_no_fonts(self, files):
        shipped = {
            path.relative_to(templates_folder()).as_posix()
            for folder in ("clauses", "documents", "frames", "pages")
            for path in (templates_folder() / folder).rglob("*")
            if path.is_file()
        }
        assert {name.removeprefix("模板/") for name in files if name.startswith("模板/")} == shipped

    def test_the_same_campaign_gives_the_same_bytes(self, made):
        assert make_pack(ARCHIVES_2021, Library()).content == made.content

    def test_calendars_that_hold_for_the_campaign_are_in_it(self, tmp_path):
        campaign = tmp_path / "评审" / "甲.yaml"
        campaign.parent.mkdir()
        campaign.write_bytes(ARCHIVES_2024.read_bytes())
        (tmp_path / "calendars").mkdir()
        (tmp_path / "calendars" / "2099.yaml").write_text(MADE_UP, "utf-8")
        pack = save_pack(campaign, tmp_path / "甲.zip", Library())
        assert "数据/calendars/2099.yaml" in pack.names
        again = make_pack(tmp_path / "甲.zip", Library(tmp_path / "甲.zip"))
        assert again.content == pack.content

    def test_unpacked_it_is_a_folder_of_data(self, files, tmp_path):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        loaded = load_case(tmp_path / "数据" / "campaigns" / "bazhou-archives-2021.yaml")
        assert loaded.place("条件.名称").file == str(tmp_path / "数据" / "criteria" / "bazhou-archives-2021.yaml")


class TestTemplates:
    """The office's own templates go along and are used."""

    def test_an_own_template_takes_the_place_of_ours(self, own, tmp_path):
        pack = save_pack(ARCHIVES_2024, tmp_path / "包.zip", Library(own))
        assert not any("~$" in name for name in pack.names)
        folder = folder_of(tmp_path / "包.zip")
        assert [path.name for path in folder.rglob("*") if path.is_file()] == ["wording.md"]
        assert OURS in Library(tmp_path / "包.zip").find("documents/commitment_letter/wording.md").read_text("utf-8")

    def test_a_pack_with_our_templates_alone_unpacks_nothing(self, made, tmp_path):
        (tmp_path / "包.zip").write_bytes(made.content)
        assert list(folder_of(tmp_path / "包.zip").iterdir()) == []

    def test_the_templates_asked_for_win(self, tmp_path):
        pack, folder = tmp_path / "包.zip", tmp_path / "模板"
        assert in_force(folder, pack) == folder
        assert in_force(None, None, tmp_path / "甲.yaml", pack) == pack
        assert in_force(None, None) is None


class TestCommand:
    """zhicheng pack, and the pack on other commands."""

    def test_documents_are_made_with_nothing_but_the_pack(self, own, tmp_path):
        done = zhicheng("pack", ARCHIVES_2024, "-o", "包.zip", "--templates", own, folder=tmp_path)
        assert (done.returncode, done.stdout) == (0, "包.zip\n")
        assert "说明.docx" in done.stderr
        done = zhicheng("build", APPLICANT, "--campaign", "包.zip", "--format", "docx", "-o", "出", folder=tmp_path)
        assert done.returncode == 0, done.stderr
        [letter] = (tmp_path / "出").rglob("*个人承诺书.docx")
        assert any(OURS in text for text in paragraphs(letter.read_bytes()))
        done = zhicheng("check", APPLICANT, "--campaign", "包.zip", folder=tmp_path)
        assert "包.zip 里的 数据/campaigns/bazhou-archives-2024.yaml:" in done.stdout

    def test_a_batch_takes_it(self, own, tmp_path):
        save_pack(ARCHIVES_2024, tmp_path / "包.zip", Library(own))
        wanted = ["--only", "commitment_letter", "--format", "docx", "-o", "出"]
        done = zhicheng("batch", APPLICANT, "--campaign", "包.zip", *wanted, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        [letter] = (tmp_path / "出").rglob("*个人承诺书.docx")
        assert any(OURS in text for text in paragraphs(letter.read_bytes()))

    def test_the_blanks_of_a_pack_are_made_from_it(self, run, tmp_path):
        save_pack(ARCHIVES_2024, tmp_path / "包.zip", Library())
        done = run("build", "包.zip", "--blank", "手填", "--format", "docx", "--only", "roster", "-o", "出")
        assert done.code == 0
        assert [path.name for path in (tmp_path / "出").rglob("*.docx")] == ["申报人员花名册.docx"]

    def test_a_file_in_the_way_is_not_written_over(self, run, tmp_path):
        (tmp_path / "包.zip").write_bytes(b"mine")
        done = run("pack", ARCHIVES_2024, "-o", "包.zip")
        assert (done.code, (tmp_path / "包.zip").read_bytes()) == (2, b"mine")
        assert "--force" in done.err
        assert run("pack", ARCHIVES_2024, "-o", "包.zip", "--force").code == 0
        assert packs.campaign_in(tmp_path / "包.zip")

    def test_it_must_be_called_a_zip_file(self, run):
        assert "以 .zip 结尾" in run("pack", ARCHIVES_2024, "-o", "包.rar").err


class TestRefusals:
    """What no office should hand round."""

    def test_what_is_no_campaign_is_refused(self, tmp_path):
        with pytest.raises(UsageError, match="不是年度评审数据"):
            make_pack(APPLICANT, Library())

    def test_a_campaign_that_must_be_mended_is_refused(self, tmp_path):
        path = tmp_path / "甲.yaml"
        text = ARCHIVES_2024.read_text("utf-8")
        wrong = text.replace("网上申报: {起: 2024-9-5, 止: 2024-9-30}", "网上申报: {起: 2024-9-30, 止: 2024-9-5}")
        assert wrong != text
        path.write_text(wrong, "utf-8")
        with pytest.raises(FindingsError):
            save_pack(path, tmp_path / "包.zip", Library())
        assert not (tmp_path / "包.zip").exists()

    def test_a_draft_says_so(self, tmp_path):
        path = tmp_path / "甲.yaml"
        path.write_text(ARCHIVES_2024.read_text("utf-8").replace("年度: 2024", "年度: 2024  # 待确认", 1), "utf-8")
        [hint] = make_pack(path, Library()).hints
        assert "草稿" in hint.message
