"""Which documents the files ask for, where they go, and that what cannot be made stops nothing else."""

from pathlib import Path

import pytest

from generator.catalog import Library
from generator.errors import UsageError
from generator.jobs import run
from generator.rendering.environment import HAND_BLANK, MODEL_BLANK
from generator.report import Report
from generator.resources import data_folder
from tests.files import CAMPAIGN, FOLDER, UNIT, applicant
from tests.support import add_document, needs_pango, opened, paragraphs, word_template


def made(
    root: Path, *data: Path, only: tuple[str, ...] = ("commitment_letter",), formats=("docx",), **options
) -> Report:
    return run(data, root=root, formats=formats, only=only, **options)


def names(report: Report, root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in report.paths]


class TestWhereFilesGo:
    def test_an_applicants_files_go_to_a_folder_of_their_own_below_the_campaigns(self, data, root):
        report = made(root, applicant(data, "zhang"))
        assert names(report, root) == [f"{FOLDER}/张三/张三_个人承诺书.docx"]
        assert [path for path in root.rglob("*") if path.is_file()] == report.paths

    def test_every_data_file_of_a_folder_is_made_in_order(self, data, root):
        for file, name in (("b", "乙"), ("a", "甲"), ("c", "丙")):
            applicant(data, file, name)
        (data / "说明.txt").write_text("不是数据", "utf-8")
        (data / "旧.yaml").mkdir()
        report = made(root, data)
        assert [path.parent.name for path in report.paths] == ["甲", "乙", "丙"]
        assert report.findings == []

    def test_people_of_one_name_are_kept_apart_by_their_files(self, data, root):
        files = [applicant(data, file) for file in ("zhang", "zhang-2")]
        report = made(root, *files)
        assert [path.parent.name for path in report.paths] == ["张三", "张三（zhang-2）"]

    def test_even_where_their_files_have_one_name_too(self, data, root):
        files = [applicant(data / folder, "zhang") for folder in "abcd"]
        report = made(root, *files)
        assert [path.parent.name for path in report.paths] == [
            "张三",
            "张三（zhang）",
            "张三（zhang 2）",
            "张三（zhang 3）",
        ]

    def test_even_where_the_names_differ_only_after_what_a_file_name_can_hold(self, data, root):
        files = [applicant(data, file, "甲" * 300 + end) for file, end in (("a", ""), ("b", ""), ("c", "乙"))]
        report = made(root, *files)
        assert len({path.parent for path in report.paths}) == 3

    def test_even_on_systems_where_capitals_do_not_count(self, data, root):
        files = [applicant(data, "a", "Ann"), applicant(data, "b", "ANN")]
        assert [path.parent.name for path in made(root, *files).paths] == ["Ann", "ANN（b）"]

    def test_one_file_named_twice_is_made_once(self, data, root):
        path = applicant(data, "zhang")
        assert names(made(root, path, data, path), root) == [f"{FOLDER}/张三/张三_个人承诺书.docx"]

    @pytest.mark.parametrize("name", ["../../逃", "/逃/逃", "..", "甲/乙"])
    def test_no_name_leads_out_of_the_folder(self, data, root, tmp_path, name):
        [path] = made(root, applicant(data, "zhang", f'"{name}"')).paths
        assert path.resolve().is_relative_to(root.resolve() / FOLDER)
        assert sorted(child.name for child in tmp_path.iterdir()) == ["data", "output"]


class TestWhatIsMade:
    def test_without_a_choice_every_document_that_applies_is_made(self, root):
        report = made(root, data_folder() / "applicants" / "he-kun.yaml", only=())
        assert report.findings == []
        kinds = {path.stem.partition("_")[2] for path in report.paths}
        wanted = {document.name for document in Library().documents.values() if document.data == "申报人"}
        assert kinds == wanted - {"免除继续教育学习申请表"}
        assert any(note.startswith("何堃：") for note in report.notes)

    def test_a_document_may_be_chosen_by_either_name(self, data, root):
        path = applicant(data, "zhang")
        assert made(root, path, only=("个人承诺书",)).paths == made(root, path, only=("commitment_letter",)).paths

    def test_an_unknown_choice_is_the_users_mistake_before_anything_is_made(self, data, root):
        with pytest.raises(UsageError, match="没有“承诺”这种文件"):
            made(root, applicant(data, "zhang"), only=("个人承诺书", "承诺"))
        assert not root.exists()

    def test_several_applicants_make_a_roster_of_all(self, data, root):
        files = [applicant(data, file, name) for file, name in (("a", "甲"), ("b", "乙"))]
        report = made(root, *files, only=("roster",))
        [path] = report.paths
        assert path.parent == root / FOLDER
        assert [row.cells[1].text for row in opened(path.read_bytes()).tables[0].rows][-2:] == ["甲", "乙"]

    def test_one_applicant_makes_a_roster_only_when_it_is_asked_for_and_beside_the_other_papers(self, data, root):
        path = applicant(data, "a", "甲")
        assert [one.parent for one in made(root, path, only=("roster",)).paths] == [root / FOLDER / "甲"]
        assert not any("花名册" in one.name for one in made(root, path, only=()).paths)

    @pytest.mark.parametrize(("state", "mark"), [(MODEL_BLANK, "×"), (HAND_BLANK, "　")])
    def test_a_campaign_gives_the_blanks_of_the_applicants_documents(self, root, state, mark):
        [path] = made(root, CAMPAIGN, state=state).paths
        assert path.relative_to(root).as_posix() == f"{FOLDER}/{state}空白表/个人承诺书.docx"
        assert f"2024年{mark}" in "".join(paragraphs(path.read_bytes()))

    def test_a_campaign_without_blanks_makes_its_notice_only(self, root):
        report = made(root, CAMPAIGN, only=())
        assert report.paths[0] == root / FOLDER / "2024年度档案系列职称评审工作通知.docx"
        assert {path.parent for path in report.paths} == {root / FOLDER}

    def test_an_applicants_document_asked_of_a_campaign_is_the_users_mistake(self, root):
        with pytest.raises(UsageError, match="--blank"):
            made(root, CAMPAIGN)

    def test_a_format_that_none_of_the_documents_has_is_the_users_mistake(self, data, root):
        with pytest.raises(UsageError, match="没有xlsx格式"):
            made(root, applicant(data, "zhang"), formats=("xlsx",))

    def test_a_campaign_file_may_be_given_instead_of_the_one_that_is_named(self, data, root):
        path = applicant(data, "zhang")
        path.write_text(path.read_text("utf-8").replace("bazhou-archives-2024", "没有这个"), "utf-8")
        assert made(root, path).paths == []
        assert len(made(root, path, campaign=CAMPAIGN).paths) == 1

    def test_a_run_again_gives_the_same_bytes(self, data, root, tmp_path):
        needs_pango()
        path = applicant(data, "zhang")
        first = made(root, path, formats=("docx", "pdf"))
        second = made(tmp_path / "again", path, formats=("docx", "pdf"))
        assert [one.read_bytes() for one in first.paths] == [one.read_bytes() for one in second.paths]


class TestWhatIsWrong:
    def test_a_bad_file_does_not_stop_the_others(self, data, root):
        applicant(data, "a", "甲")
        (data / "b.yaml").write_text("类型: 申报人\n性名: 乙\n", "utf-8")
        (data / "c.yaml").write_text("类型: [", "utf-8")
        (data / "d.yaml").write_bytes(b"\xff\xfe\x00\x01\x02")
        (data / "e.yaml").write_text("", "utf-8")
        applicant(data, "f", "己")
        report = made(root, data)
        assert [path.parent.name for path in report.paths] == ["甲", "己"]
        assert {Path(finding.place.file).name for finding in report.findings} == {
            "b.yaml",
            "c.yaml",
            "d.yaml",
            "e.yaml",
        }

    def test_a_list_that_would_lack_somebody_is_not_made(self, data, root):
        for file in ("a", "b"):
            applicant(data, file, file)
        (data / "c.yaml").write_text("类型: 申报人\n姓各: 丙\n", "utf-8")
        report = made(root, data, only=("roster",))
        assert report.paths == []
        [finding] = [one for one in report.findings if one.rule == "short-list"]
        assert "申报人员花名册没有生成" in finding.message
        assert "c.yaml" in finding.message

    def test_a_premise_names_the_persons_file(self, data, root):
        more = "公示: {起始日期: 2024-9-9, 截止日期: 2024-9-18, 天数: 7, 异议: 学历不实}"
        for file in ("a", "b"):
            applicant(data, file, file, more)
        report = made(root, data, only=("publicity_result",))
        placed = [Path(one.place.file).name for one in report.findings if one.rule == "premise"]
        assert placed == ["a.yaml", "b.yaml"]

    def test_a_folder_without_data_files_is_the_users_mistake(self, data, root):
        data.mkdir()
        with pytest.raises(UsageError, match="没有数据文件"):
            made(root, data)

    def test_a_document_that_lacks_a_value_does_not_stop_the_others(self, data, root):
        path = applicant(data, "zhang")
        report = made(root, path, only=("publicity_notice", "commitment_letter"))
        assert [one.name for one in report.paths] == ["张三_个人承诺书.docx"]
        assert {finding.place.file for finding in report.findings} == {str(path)}
        assert "申报人.思想政治表现" in {finding.field for finding in report.findings}

    def test_what_several_files_share_is_said_once(self, data, root):
        campaign = data / "campaigns" / "shared.yaml"
        campaign.parent.mkdir(parents=True)
        campaign.write_text("类型: 年度评审\n年度: 2024\n", "utf-8")
        files = [applicant(data / "applicants", file, file) for file in "ab"]
        report = made(root, *files, campaign=campaign)
        assert len(report.findings) == len(set(report.findings)) > 0

    def test_a_missing_value_of_the_unit_is_placed_in_the_units_file(self, data, root):
        unit = data / "units" / "甲馆.yaml"
        unit.parent.mkdir(parents=True)
        unit.write_text("类型: 单位\n名称: 甲馆\n", "utf-8")
        path = applicant(data / "applicants", "zhang")
        path.write_text(path.read_text("utf-8").replace("licheng-data", "甲馆"), "utf-8")
        [finding] = made(root, path, only=("unit_nature_certificate",)).findings
        assert (finding.field, finding.place.file) == ("单位.性质", str(unit))

    def test_a_unit_alone_is_noted(self, data, root):
        report = made(root, applicant(data, "zhang"), UNIT)
        assert len(report.paths) == 1
        assert any(f"{UNIT}：是“单位”数据" in note for note in report.notes)

    def test_a_unit_alone_and_faulty_is_reported(self, data, root):
        path = applicant(data, "zhang")
        (data / "unit.yaml").write_text("类型: 单位\n名城: 甲馆\n", "utf-8")
        report = made(root, path, data / "unit.yaml")
        assert {finding.place.file for finding in report.findings} == {str(data / "unit.yaml")}

    def test_a_file_that_is_not_there_is_the_users_mistake(self, data, root):
        with pytest.raises(UsageError, match=r"没有\.yaml：没有这个文件"):
            made(root, applicant(data, "zhang"), data / "没有.yaml")

    def test_a_campaign_that_is_not_there_is_the_users_mistake(self, data, root):
        with pytest.raises(UsageError, match=r"没有\.yaml"):
            made(root, applicant(data, "zhang"), campaign=data / "没有.yaml")

    def test_a_folder_that_takes_no_files_is_said_once_before_anything_is_made(self, data, tmp_path):
        files = [applicant(data, file, file) for file in "abc"]
        (tmp_path / "output").write_bytes(b"x")
        with pytest.raises(UsageError) as caught:
            made(tmp_path / "output", *files, only=())
        assert str(caught.value).count("放不进文件") == 1

    def test_a_file_that_cannot_be_replaced_does_not_stop_the_others(self, data, root):
        path = applicant(data, "zhang")
        (root / FOLDER / "张三" / "张三_个人承诺书.docx").mkdir(parents=True)
        report = made(root, path, only=("commitment_letter", "commitment_sheet"))
        assert [one.name for one in report.paths] == ["张三_手写承诺语书写纸.docx"]
        [finding] = report.findings
        assert "个人承诺书没有生成" in finding.message

    def test_a_broken_template_is_said_once_for_all_applicants(self, data, root, tmp_path):
        add_document(tmp_path / "我的", "visit", {"wording.md": "{{ 申报人.姓明 }}"})
        files = [applicant(data, file, file) for file in "ab"]
        report = made(root, *files, only=("visit", "commitment_letter"), library=Library(tmp_path / "我的"))
        assert len(report.paths) == 2
        assert len(report.findings) == 1

    def test_a_character_that_no_font_shows_is_placed_in_the_persons_file(self, data, root):
        needs_pango()
        path = applicant(data, "zhang", "王\U0010fffd")
        [finding] = made(root, path, only=("unit_nature_certificate",), formats=("pdf",)).findings
        assert (finding.place.file, finding.place.line) == (str(path), 4)

    def test_also_where_the_person_stands_in_a_list(self, data, root):
        needs_pango()
        files = [applicant(data, "a", "甲"), applicant(data, "b", "王\U0010fffd")]
        [finding] = made(root, *files, only=("roster",), formats=("pdf",)).findings
        assert (finding.place.file, finding.place.line, finding.field) == (str(files[1]), 4, "申报人.姓名")


class TestOwnTemplates:
    def test_each_applicant_gets_the_users_own_papers_and_nothing_else(self, data, root, tmp_path):
        own = [tmp_path / f"{name}.docx" for name in ("情况表", "登记表")]
        for path in own:
            path.write_bytes(word_template("{{ 申报人.姓名 }}"))
        files = [applicant(data, file, file) for file in "ab"]
        report = made(root, *files, only=(), own=own)
        assert [path.name for path in report.paths] == [
            f"{who}_{what}.docx" for who in "ab" for what in ("情况表", "登记表")
        ]

    def test_a_broken_one_is_said_once_and_stops_no_other(self, data, root, tmp_path):
        (tmp_path / "坏.docx").write_bytes(word_template("{{ 申报人.姓明 }}"))
        (tmp_path / "好.docx").write_bytes(word_template("{{ 申报人.姓名 }}"))
        files = [applicant(data, file, file) for file in "ab"]
        report = made(root, *files, only=(), own=[tmp_path / "坏.docx", tmp_path / "好.docx"])
        assert [path.name for path in report.paths] == ["a_好.docx", "b_好.docx"]
        assert [str(finding).partition("（")[0] for finding in report.findings] == ["坏.docx 第1段"]

    @pytest.mark.parametrize("content", [None, b"no word file"])
    def test_one_that_is_no_word_file_is_the_users_mistake(self, data, root, tmp_path, content):
        if content:
            (tmp_path / "坏.docx").write_bytes(content)
        with pytest.raises(UsageError, match=r"坏\.docx"):
            made(root, applicant(data, "zhang"), only=(), own=[tmp_path / "坏.docx"])

    def test_what_goes_not_together_is_the_users_mistake(self, data, root, tmp_path):
        path = applicant(data, "a")
        with pytest.raises(UsageError, match="--only"):
            made(root, path, own=(tmp_path / "表.docx",))
        with pytest.raises(UsageError, match="docx"):
            made(root, path, only=(), formats=("pdf",), own=(tmp_path / "表.docx",))

    def test_public_goes_with_ones_own_template_only(self, data, root):
        with pytest.raises(UsageError, match="--template"):
            made(root, applicant(data, "a"), public=True)

    def test_a_campaign_has_nobody_to_fill_one_with(self, root, tmp_path):
        template = tmp_path / "表.docx"
        template.write_bytes(word_template("{{ 申报人.姓名 }}"))
        report = made(root, CAMPAIGN, only=(), own=(template,))
        assert report.paths == []
        assert "没有申报人" in report.notes[0]
