"""The pipeline of one document: what is missing is said before anything is made, and what is made is whole."""

import io

import openpyxl
import pytest

from generator.build import NotApplicable, Request, build
from generator.catalog import CRITERIA, OFFICIAL, Library
from generator.errors import FindingsError, UsageError
from generator.loading.load import load_case
from generator.model.case import Case
from generator.model.official import OfficialDocument
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from generator.resources import data_folder
from tests.support import (
    W,
    add_document,
    needs_pango,
    opened,
    paragraphs,
    pdf_text,
    schema_errors,
    words,
    xml,
)

LIBRARY = Library()
EVERY_FORMAT = ("docx", "pdf", "html", "xlsx")


def changed(case: Case, **fields) -> Case:
    return Case(case.campaign, case.applicant.model_copy(update=fields), case.unit)


def findings(case: Case, kind: str, library: Library = LIBRARY, state: str = FILLED) -> list:
    with pytest.raises(FindingsError) as caught:
        build(Request(case, kind, state), ["docx"], library)
    return list(caught.value.findings)


def docx(case: Case, kind: str, library: Library = LIBRARY, state: str = FILLED) -> bytes:
    [output] = build(Request(case, kind, state), ["docx"], library)
    return output.content


class TestWhatIsMissing:
    def test_every_missing_value_is_named_at_once_with_its_field_and_document(self, case):
        publicity = case.applicant.publicity.model_copy(update={"end": None})
        missing = findings(changed(case, conduct=None, publicity=publicity), "publicity_notice")
        assert {finding.field for finding in missing} == {"申报人.思想政治表现", "公示.截止日期"}
        for finding in missing:
            assert (finding.level, finding.rule) == ("error", "missing")
            assert finding.message == f"缺少“{finding.field}”，推荐单位公示要写明"
            assert finding.remedy

    def test_an_empty_list_is_missing_too(self, case):
        fields = [finding.field for finding in findings(changed(case, posts=()), "experience_certificate")]
        assert "申报人.工作经历" in fields

    def test_zero_is_a_value(self, case, tmp_path):
        add_document(
            tmp_path, "visit", {"wording.md": "{{ 申报人.从事本专业年限 }}年"}, 字段={"申报人.从事本专业年限": "必填"}
        )
        assert paragraphs(docx(changed(case, years_in_profession=0), "visit", Library(tmp_path))) == ["0年"]

    @pytest.mark.parametrize("state", [MODEL_BLANK, HAND_BLANK])
    def test_a_blank_misses_nothing(self, campaign, state):
        assert docx(Case(campaign), "publicity_notice", state=state)

    def test_an_optional_value_may_be_missing(self, case):
        assert docx(changed(case, present_title=None), "publicity_notice")

    def test_a_premise_that_does_not_hold_says_why(self, case):
        publicity = case.applicant.publicity.model_copy(update={"objection": "有人反映学历不实"})
        [finding] = findings(changed(case, publicity=publicity), "publicity_result")
        assert (finding.rule, finding.field) == ("premise", "公示.异议")
        assert "收到了异议" in finding.message

    def test_what_nobody_has_answered_is_not_yet_due(self, case):
        publicity = case.applicant.publicity.model_copy(update={"objection": None})
        with pytest.raises(NotApplicable, match="没有写明“公示"):
            docx(changed(case, publicity=publicity), "publicity_result")

    def test_a_premise_that_holds_stops_nothing(self, case):
        assert case.applicant.publicity.objection == "无"
        assert docx(case, "publicity_result")

    def test_a_faulty_premise_is_the_templates_fault(self, case, tmp_path):
        add_document(tmp_path, "visit", {"wording.md": "甲"}, 前提=[{"条件": "公示.异义 == '无'", "说明": "有异议"}])
        [finding] = findings(case, "visit", Library(tmp_path))
        assert "数据中没有“异义”" in finding.message

    def test_a_document_that_does_not_apply_says_so_and_is_no_error(self, case):
        with pytest.raises(NotApplicable) as caught:
            build(Request(case, "exemption_form"), ["docx"], LIBRARY)
        [finding] = caught.value.findings
        assert finding.level == "hint"

    def test_its_blank_applies_to_everybody(self, case):
        assert docx(case, "exemption_form", state=HAND_BLANK)

    def test_an_unknown_kind_is_the_users_mistake(self, case):
        with pytest.raises(UsageError, match="没有“请假条”这种文件"):
            build(Request(case, "请假条"), ["docx"], LIBRARY)


class TestFormats:
    def test_only_what_was_asked_for_is_made(self, case):
        outputs = build(Request(case, "commitment_letter"), ["html", "docx"], LIBRARY)
        assert [(output.format, output.file_name) for output in outputs] == [
            ("html", "何堃_个人承诺书.html"),
            ("docx", "何堃_个人承诺书.docx"),
        ]

    def test_a_format_that_the_document_has_not_is_left_out(self, case):
        assert build(Request(case, "commitment_letter"), ["xlsx"], LIBRARY) == []

    def test_each_format_is_what_its_name_says(self, case):
        needs_pango()
        roster = Case(case.campaign, roster=(case, changed(case, name="张三")))
        made = {output.format: output.content for output in build(Request(roster, "roster"), EVERY_FORMAT, LIBRARY)}
        assert set(made) == set(EVERY_FORMAT)
        names = [cell.text for cell in opened(made["docx"]).tables[0].columns[1].cells]
        assert names[-2:] == ["何堃", "张三"]
        sheet = openpyxl.load_workbook(io.BytesIO(made["xlsx"])).active
        assert [row[1].value for row in sheet.iter_rows() if row[1].value][-2:] == ["何堃", "张三"]
        assert "何堃" in words(pdf_text(made["pdf"]))
        assert "何堃" in made["html"].decode("utf-8")

    @pytest.mark.parametrize("kind", LIBRARY.kinds)
    def test_word_files_are_valid_and_the_same_every_time(self, case, kind):
        document = OfficialDocument.model_validate({"标题": "通知", "正文": "## 时间\n\n另行通知。"})
        criteria = load_case(data_folder() / "criteria" / "bazhou-archives-2021.yaml").case.criteria
        values = {
            OFFICIAL: Case(document=document),
            CRITERIA: Case(criteria=criteria),
        }.get(LIBRARY.document(kind).data, Case(case.campaign, case.applicant, case.unit, (case,)))
        state = HAND_BLANK if kind == "exemption_form" else FILLED
        first, second = (build(Request(values, kind, state), ["docx"], LIBRARY) for _ in range(2))
        assert first == second
        for output in first[:1]:
            assert schema_errors(output.content) == []

    def test_a_letter_has_no_page_number_and_a_notice_has(self, case):
        def footers(content: bytes) -> int:
            return len(list(xml(content).iter(f"{W}footerReference")))

        assert footers(docx(case, "commitment_letter")) == 0
        assert footers(build(Request(Case(case.campaign), "annual_notice"), ["docx"], LIBRARY)[0].content) > 0

    def test_a_landscape_document_is_landscape(self, case):
        [section] = opened(docx(Case(case.campaign, roster=(case,)), "roster")).sections
        assert section.page_width > section.page_height

    def test_the_title_of_the_file_is_its_name(self, case):
        assert opened(docx(case, "commitment_letter")).core_properties.title == "何堃_个人承诺书"


class TestFileNames:
    @pytest.mark.parametrize(
        "name",
        [
            "../../etc/passwd",
            "..",
            ".",
            "/etc",
            "C:\\x",
            "a/b",
            "甲\n乙",
            "CON",
            "nul",
            '甲*?<>|:"',
            " 甲 ",
            "",
            "甲." * 9,
        ],
    )
    def test_a_hostile_name_stays_one_file_in_its_folder(self, case, tmp_path, name):
        [output] = build(Request(changed(case, name=name), "commitment_letter"), ["docx"], LIBRARY)
        path = (tmp_path / output.file_name).resolve()
        assert path.parent == tmp_path.resolve()
        path.write_bytes(output.content)
        assert [child.name for child in tmp_path.iterdir()] == [output.file_name]

    @pytest.mark.parametrize("name", ["甲" * 300, "𠮷" * 300, "a" * 300])
    def test_the_documents_of_a_very_long_name_are_kept_apart(self, case, tmp_path, name):
        person = changed(case, name=name)
        names = []
        for kind in ("commitment_letter", "publicity_notice", "publicity_result"):
            [output] = build(Request(person, kind), ["docx"], LIBRARY)
            (tmp_path / output.file_name).write_bytes(b"")
            names.append(output.file_name)
        assert len(set(names)) == 3
        assert names[2].endswith("_推荐单位公示结果.docx")


class TestMissingGlyphs:
    """A character that no font shows stops the PDF; the finding names the value that holds it."""

    RARE = "\U0010fffd"

    @pytest.fixture(autouse=True)
    def _pango(self):
        needs_pango()

    def glyphs(self, case: Case, kind: str, library: Library = LIBRARY) -> list:
        with pytest.raises(FindingsError) as caught:
            build(Request(case, kind), ["pdf"], library)
        return list(caught.value.findings)

    def test_in_a_value(self, case):
        [finding] = self.glyphs(changed(case, name=f"王{self.RARE}"), "publicity_notice")
        assert finding.field == "申报人.姓名"
        assert "U+10FFFD" in finding.message

    def test_in_the_item_of_a_list(self, case):
        second = case.applicant.achievements[0].model_copy(update={"what": f"编研{self.RARE}"})
        person = changed(case, achievements=(case.applicant.achievements[0], second))
        assert [finding.field for finding in self.glyphs(person, "publicity_notice")] == ["申报人.业绩成果.第2项.内容"]

    def test_in_a_member_of_a_list_of_people(self, case):
        roster = Case(case.campaign, roster=(case, changed(case, name=f"王{self.RARE}")))
        assert [finding.field for finding in self.glyphs(roster, "roster")] == ["名单.第2项.申报人.姓名"]

    def test_in_the_templates_own_words(self, case, tmp_path):
        add_document(tmp_path, "visit", {"wording.md": f"甲{self.RARE}"})
        [finding] = self.glyphs(case, "visit", Library(tmp_path))
        assert (finding.field, finding.place.file) == (None, "何堃_来访登记")

    def test_word_files_are_made_all_the_same(self, case):
        assert f"王{self.RARE}" in "".join(paragraphs(docx(changed(case, name=f"王{self.RARE}"), "publicity_notice")))


class TestAttachments:
    def test_the_notice_brings_each_attachment_as_a_word_file_named_as_listed(self, campaign):
        outputs = build(Request(Case(campaign), "annual_notice"), ["docx"], LIBRARY)
        listed = [f"附件{item.position} {item.name}.docx" for item in campaign.attachments if item.kind]
        assert [output.file_name for output in outputs[1:]] == listed
        for output in outputs[1:]:
            assert list(xml(output.content).iter(f"{W}footerReference")) == []

    def test_without_word_files_only_the_notice_itself_is_made(self, campaign):
        outputs = build(Request(Case(campaign), "annual_notice"), ["html"], LIBRARY)
        assert [output.format for output in outputs] == ["html"]

    def test_the_notice_holds_every_attachment_as_a_blank(self, campaign):
        content = build(Request(Case(campaign), "annual_notice"), ["docx"], LIBRARY)[0].content
        numbers = [text for text in paragraphs(content) if text in {f"附件{n}" for n in range(1, 7)}]
        assert numbers == [f"附件{item.position}" for item in campaign.attachments if item.kind]
        assert schema_errors(content) == []
