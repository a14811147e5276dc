"""What must be mended stops the documents; a person's statement lets them pass and stays with them."""

import json
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.jobs import run
from generator.judging import statements
from tests.files import applicant
from tests.support import member, needs_pango, opened

TOO_SHORT = "公示: {起始日期: 2024-9-9, 截止日期: 2024-9-10}"
REASON = "已向接收单位核实"


def made(root: Path, *data: Path, accepted=(), formats=("docx",), only=("commitment_letter",), **options):
    return run(data, root=root, formats=formats, only=only, accepted=accepted, **options)


def stated(*rules: str, reasons=(REASON,)):
    return statements(rules, reasons)


def test_what_must_be_mended_stops_every_document_of_the_file(data, root):
    report = made(root, applicant(data, "a", more=TOO_SHORT))
    assert report.paths == []
    assert [(one.rule, one.level, one.place.line) for one in report.findings] == [("publicity-length", "error", 7)]
    assert any("--accept" in note for note in report.notes)
    assert not list(root.rglob("*.docx"))


def test_it_stops_no_other_file_and_no_list_is_made_short(data, root):
    files = [applicant(data, "a", "甲", TOO_SHORT), applicant(data, "b", "乙")]
    report = made(root, *files, only=("commitment_letter", "roster"))
    assert [path.name for path in report.paths] == ["乙_个人承诺书.docx"]
    [finding] = [one for one in report.findings if one.rule == "short-list"]
    assert "a.yaml" in finding.message


def test_what_should_be_mended_stops_nothing_and_is_kept(data, root):
    more = "公示: {起始日期: 2024-9-11, 截止日期: 2024-9-18, 结果落款日期: 2024-9-18}"
    report = made(root, applicant(data, "a", more=more))
    assert [path.name for path in report.paths] == ["张三_个人承诺书.docx"]
    assert "publicity-result-date" in {finding.rule for finding in report.milder}
    assert report.findings == []


def test_people_who_do_not_go_together_have_no_list_but_their_own_papers(data, root):
    files = [applicant(data, "a", "甲"), applicant(data, "b", "乙")]
    files[1].write_text(files[1].read_text("utf-8").replace("乙", "甲"), "utf-8")
    number = files[0].read_text("utf-8").split("身份证号: ")[1][:18]
    own = files[1].read_text("utf-8").split("身份证号: ")[1][:18]
    files[1].write_text(files[1].read_text("utf-8").replace(own, number), "utf-8")
    report = made(root, *files, only=("commitment_letter", "roster"))
    assert len(report.paths) == 2
    assert "list-person-twice" in {finding.rule for finding in report.findings}


class TestStatement:
    def test_it_lets_the_documents_pass_and_stands_in_their_properties_and_in_the_receipt(self, data, root):
        needs_pango()
        path = applicant(data, "a", more=TOO_SHORT)
        report = made(root, path, accepted=stated("publicity-length"), formats=("docx", "pdf", "html"))
        assert report.findings == []
        docx, pdf, page = report.paths
        statement = f"已核实，仍要生成：公示期不少于本年度规定的工作日数（publicity-length）。理由：{REASON}"
        assert opened(docx.read_bytes()).core_properties.comments == statement
        assert f'<meta name="description" content="{statement}">' in page.read_text("utf-8")
        receipt = json.loads((root / "receipt.json").read_text("utf-8"))
        [accepted] = receipt["accepted"]
        assert (accepted["rule"], accepted["reason"]) == ("publicity-length", REASON)
        assert [finding["file"] for finding in accepted["findings"]] == [str(path)]
        assert [document["path"] for document in receipt["documents"]] == [
            made_path.relative_to(root).as_posix() for made_path in (docx, pdf, page)
        ]

    def test_a_pdf_says_it_as_its_subject(self, data, root):
        needs_pango()
        path = applicant(data, "a", more=TOO_SHORT)
        [pdf] = made(root, path, accepted=stated("publicity-length"), formats=("pdf",)).paths
        assert REASON in pdf_subject(pdf)

    def test_a_workbook_says_it_too(self, data, root):
        files = [applicant(data, "a", "甲", TOO_SHORT), applicant(data, "b", "乙")]
        report = made(root, *files, accepted=stated("publicity-length"), formats=("xlsx",), only=("roster",))
        assert REASON in member(report.paths[0].read_bytes(), "docProps/core.xml").decode("utf-8")

    def test_only_the_documents_that_need_it_bear_it(self, data, root):
        files = [applicant(data, "a", "甲", TOO_SHORT), applicant(data, "b", "乙")]
        report = made(root, *files, accepted=stated("publicity-length"))
        comments = [opened(path.read_bytes()).core_properties.comments for path in report.paths]
        assert [bool(comment) for comment in comments] == [True, False]

    def test_without_need_there_is_neither_a_property_nor_a_receipt(self, data, root):
        report = made(root, applicant(data, "a"), accepted=stated("publicity-length"))
        assert not opened(report.paths[0].read_bytes()).core_properties.comments
        assert not (root / "receipt.json").exists()

    def test_where_nothing_is_made_there_is_no_receipt_either(self, data, root):
        more = "公示: {起始日期: 2024-9-9, 截止日期: 2024-9-10, 天数: 9}"
        made(root, applicant(data, "a", more=more), accepted=stated("publicity-length"))
        assert not (root / "receipt.json").exists()

    def test_it_covers_its_own_rule_only(self, data, root):
        more = "公示: {起始日期: 2024-9-9, 截止日期: 2024-9-10, 天数: 9}"
        report = made(root, applicant(data, "a", more=more), accepted=stated("publicity-length"))
        assert report.paths == []
        assert [finding.rule for finding in report.findings] == ["publicity-stated-days"]

    def test_each_rule_may_have_a_reason_of_its_own(self):
        pairs = [(one.rule, one.reason) for one in stated("id-check", "phone", reasons=("甲", "乙"))]
        assert pairs == [("id-check", "甲"), ("phone", "乙")]

    def test_the_reason_is_one_line(self):
        [statement] = stated("id-check", reasons=("已\n核实  无误",))
        assert statement.reason == "已 核实 无误"

    @pytest.mark.parametrize(
        ("rules", "reasons", "message"),
        [
            (("id-check",), (), "--reason"),
            (("id-check",), ("  ",), "--reason"),
            ((), ("核实了",), "--accept"),
            (("id-check", "phone", "id-length"), ("甲", "乙"), "各写一个"),
            (("没有的",), ("甲",), "没有“没有的”这条规则"),
            (("privacy-id",), ("甲",), "不能用 --accept 放行"),
        ],
    )
    def test_what_is_no_statement_is_the_users_mistake(self, rules, reasons, message):
        with pytest.raises(UsageError, match=message):
            statements(rules, reasons)


def pdf_subject(path: Path) -> str:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.utils import decode_text

    with path.open("rb") as file:
        return decode_text(PDFDocument(PDFParser(file)).info[0]["Subject"])
