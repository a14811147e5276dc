"""A user's own files do what the manual says: templates copied, edited and saved by other programs, blanks, units."""

import shutil
from pathlib import Path

import pytest

from tests.support import CHECKOUT, libreoffice, needs, paragraphs, zhicheng

OWN = "我的模板"


@pytest.fixture
def desk(tmp_path) -> Path:
    """A user's folder with a copy of the sample data."""
    shutil.copytree(CHECKOUT / "data", tmp_path / "data")
    return tmp_path


def copied(desk: Path, *kinds: str) -> Path:
    """The folder into which the templates of these documents have been copied."""
    for kind in kinds:
        done = zhicheng("template", "copy", kind, OWN, folder=desk)
        assert done.returncode == 0, done.stderr
    return desk / OWN


def printed(desk: Path, kind: str, *options: str) -> list[str]:
    """The paragraphs of the Word file of this kind for the sample applicant he-kun."""
    arguments = ("build", "data/applicants/he-kun.yaml", "--only", kind, "--format", "docx", *options)
    done = zhicheng(*arguments, folder=desk)
    assert done.returncode == 0, done.stderr
    return paragraphs((desk / done.stdout.strip()).read_bytes())


def test_templates_of_two_documents_that_share_a_frame_go_into_one_folder(desk):
    own = copied(desk, "publicity_notice", "publicity_result")
    assert sorted(path.name for path in (own / "documents").iterdir()) == ["publicity_notice", "publicity_result"]


def test_a_copied_template_is_never_overwritten(desk):
    own = copied(desk, "publicity_notice")
    wording = own / "documents" / "publicity_notice" / "wording.md"
    wording.write_text("# 我改过的", "utf-8")
    done = zhicheng("template", "copy", "publicity_notice", OWN, folder=desk)
    assert (done.returncode, "没有覆盖" in done.stderr) == (2, True)
    assert wording.read_text("utf-8") == "# 我改过的"


def test_a_wording_that_notepad_saved_with_a_byte_order_mark_prints_the_same(desk):
    wording = copied(desk, "conduct_certificate") / "documents" / "conduct_certificate" / "wording.md"
    before = printed(desk, "conduct_certificate")
    wording.write_text(wording.read_text("utf-8"), "utf-8-sig", newline="\r\n")
    assert printed(desk, "conduct_certificate", "--templates", OWN) == before


def test_a_word_template_that_a_word_processor_saved_again_prints_the_same(desk):
    needs("soffice")
    kinds = ("experience_certificate", "materials_catalogue")
    templates = sorted(copied(desk, *kinds).rglob("*.docx"))
    before = [printed(desk, kind) for kind in kinds]
    for number, template in enumerate(templates):
        saved_again(template, desk / str(number))
    done = zhicheng("template", "check", "--templates", OWN, *kinds, folder=desk)
    assert done.returncode == 0, done.stdout
    assert [printed(desk, kind, "--templates", OWN) for kind in kinds] == before


def saved_again(template: Path, folder: Path) -> None:
    """Saves a Word file in LibreOffice, which splits a tag into runs and writes its quotation marks as entities."""
    folder.mkdir()
    content = libreoffice(template.read_bytes(), "docx", "dotx", folder)
    assert content != template.read_bytes()
    template.write_bytes(content)


def test_a_blank_is_named_after_the_document(desk):
    arguments = ("build", "data/campaigns", "--blank", "手填", "--only", "个人承诺书", "--format", "docx")
    assert Path(zhicheng(*arguments, folder=desk).stdout.strip()).name == "个人承诺书.docx"


def test_a_unit_is_checked_although_nothing_is_made_of_it(desk):
    (desk / "单位.yaml").write_text("类型: 单位\n名称: 甲\n电话: 1\n", "utf-8")
    done = zhicheng("check", "单位.yaml", folder=desk)
    assert (done.returncode, "单位.yaml:3:1 电话：没有“电话”这一项" in done.stdout) == (1, True)
