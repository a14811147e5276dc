"""All letters of a kind in one file to print: each person apart, in the order of the list."""

import io

import pytest
from pypdf import PdfReader

from generator.batch.journal import FAILED, MADE
from tests.batch.lists import made, receipt_of, row, states, write_list
from tests.files import FOLDER
from tests.support import W, needs_pango, paragraphs, words, xml

PEOPLE = ["张三", "阿布都热依木·买买提", "王五"]
SHEETS = ("commitment_letter", "unit_nature_certificate")


@pytest.fixture
def listed(tmp_path):
    return write_list(tmp_path / "名单.csv", [row(name, 工作单位=f"第{name[0]}示例馆") for name in PEOPLE])


def test_one_word_file_of_each_kind_holds_everybody_in_order(listed, root):
    made(listed, root, kinds=SHEETS, merge=True)
    folder = root / FOLDER / "合并打印"
    assert sorted(path.name for path in folder.iterdir()) == ["个人承诺书.docx", "单位性质证明.docx"]
    text = "\n".join(paragraphs((folder / "单位性质证明.docx").read_bytes()))
    places = [text.index(f"第{name[0]}示例馆") for name in PEOPLE]
    assert places == sorted(places)
    sections = list(xml((folder / "个人承诺书.docx").read_bytes()).iter(f"{W}sectPr"))
    assert [section.find(f"{W}type").get(f"{W}val") for section in sections] == ["oddPage"] * 3
    assert not list((root / FOLDER).glob("*/*_*.docx"))


def test_nothing_of_one_person_stands_on_anothers_pages(listed, root):
    needs_pango()
    made(listed, root, kinds=("unit_nature_certificate",), formats=("docx", "pdf"), merge=True)
    pages = PdfReader(io.BytesIO((root / FOLDER / "合并打印" / "单位性质证明.pdf").read_bytes())).pages
    texts = [words(page.extract_text()) for page in pages]
    for number, name in enumerate(PEOPLE):
        assert [index for index, text in enumerate(texts) if f"第{name[0]}示例馆" in text] == [2 * number]
    assert texts[1] == texts[3] == ""  # the backs


def test_the_receipt_names_the_file_for_each_person(listed, root):
    made(listed, root, merge=True)
    assert states(root) == [(name, MADE) for name in PEOPLE]
    assert {line["path"] for line in receipt_of(root)["documents"]} == {f"{FOLDER}/合并打印/个人承诺书.docx"}
    assert len({line["sha256"] for line in receipt_of(root)["documents"]}) == 1


def test_who_cannot_be_printed_is_not_in_the_file_and_said(root, tmp_path):
    path = write_list(tmp_path / "名单.csv", [row("张三"), row("李四", 身份证号="123"), row("王五")])
    made(path, root, kinds=("unit_nature_certificate",), merge=True)
    assert states(root) == [("张三", MADE), ("李四", FAILED), ("王五", MADE)]
    sections = list(xml((root / FOLDER / "合并打印" / "单位性质证明.docx").read_bytes()).iter(f"{W}sectPr"))
    assert len(sections) == 2


def test_a_person_with_a_character_that_no_font_shows_is_left_out_of_the_pdf_only(root, tmp_path):
    needs_pango()
    rows = [row("张三"), row("李四", 工作单位="\U0010fffd馆")]
    path = write_list(tmp_path / "名单.csv", rows)
    made(path, root, kinds=("unit_nature_certificate",), formats=("docx", "pdf"), merge=True)
    lines = {(line["applicant"], line["format"]): line for line in receipt_of(root)["documents"]}
    statuses = [lines[key]["status"] for key in (("张三", "pdf"), ("李四", "docx"), ("李四", "pdf"))]
    assert statuses == [MADE, MADE, FAILED]
    assert "字体" in lines["李四", "pdf"]["reason"]


def test_a_run_that_is_stopped_writes_no_file(listed, root):
    def stop(record):
        raise KeyboardInterrupt

    receipt = made(listed, root, merge=True, on_record=stop)
    assert receipt.stopped
    assert not list(root.rglob("*.docx"))
    assert [status for _, status in states(root)] == [FAILED]
