"""`zhicheng template copy`: the files to edit, laid out as `--templates` reads them, and nothing overwritten."""

import pytest

from generator.catalog import Library
from generator.errors import UsageError
from generator.template_check import check_document
from generator.template_copy import copy_templates


def copied(name: str, folder) -> list[str]:
    library = Library()
    made = copy_templates(library.document(name), library, folder)
    return sorted(path.relative_to(folder).as_posix() for path in made)


def test_a_running_text_document_brings_its_wording_and_its_frames(tmp_path):
    assert copied("个人承诺书", tmp_path) == [
        "documents/commitment_letter/document.yaml",
        "documents/commitment_letter/wording.md",
        "frames/letter.docx",
        "frames/letter.html",
    ]


def test_a_form_brings_its_word_form_and_its_page(tmp_path):
    assert copied("申报材料目录", tmp_path) == [
        "documents/materials_catalogue/document.yaml",
        "documents/materials_catalogue/form.docx",
        "documents/materials_catalogue/form.html",
    ]


@pytest.mark.parametrize("kind", Library().kinds)
def test_the_copies_are_the_templates_and_are_used_and_have_no_fault(tmp_path, kind):
    for name in copied(kind, tmp_path):
        assert (tmp_path / name).read_bytes() == Library().find(name).read_bytes()
    library = Library(tmp_path)
    document = library.document(kind)
    assert {library.find(name).is_relative_to(tmp_path) for name in library.sources(document)} == {True}
    assert check_document(document, library) == []


def test_a_second_document_of_the_same_frame_leaves_the_users_frame_alone(tmp_path):
    copied("推荐单位公示", tmp_path)
    (tmp_path / "frames" / "letter.html").write_text("改过", "utf-8")
    assert copied("推荐单位公示结果", tmp_path) == [
        "documents/publicity_result/document.yaml",
        "documents/publicity_result/wording.md",
    ]
    assert (tmp_path / "frames" / "letter.html").read_text("utf-8") == "改过"


def test_a_document_that_was_edited_is_not_overwritten(tmp_path):
    copied("个人承诺书", tmp_path)
    wording = tmp_path / "documents" / "commitment_letter" / "wording.md"
    wording.write_text("改过", "utf-8")
    with pytest.raises(UsageError, match=r"wording\.md 已经有了，没有覆盖"):
        copied("个人承诺书", tmp_path)
    assert wording.read_text("utf-8") == "改过"
