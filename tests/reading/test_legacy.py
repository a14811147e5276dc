"""Old and foreign word-processor files are converted by LibreOffice, or refused with the steps to save them anew."""

import io
import subprocess
import sys

import docx
import pytest

from generator.errors import UsageError
from generator.reading import legacy
from generator.reading.mending.mend import mend
from generator.reading.read import read
from tests.reading.word_files import rows, said, texts
from tests.support import libreoffice, needs, zip_of

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(64)
RTF = rb"{\rtf1\ansi\ansicpg936 \u20851?\u20110?\u35780?\u23457?\u30340?\u36890?\u30693?\par A4\par}"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


@pytest.fixture
def temporary_folder(tmp_path, monkeypatch):
    """Where the converter puts its temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(legacy.tempfile, "tempdir", str(folder))
    return folder


def notice() -> bytes:
    """A Word file as last year's office wrote it."""
    document = docx.Document()
    document.add_paragraph("关于评审的通知")
    document.add_paragraph("各单位须于9月30日前报送材料。")
    grid = document.add_table(2, 2)
    grid.style = "Table Grid"
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "名额分配表"
    grid.cell(1, 0).text, grid.cell(1, 1).text = "甲县", "3人"
    document.add_paragraph("某某局")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_an_old_word_file_is_read_whole_and_leaves_nothing_behind(tmp_path, temporary_folder):
    (tmp_path / "通知.doc").write_bytes(libreoffice(notice(), "docx", "doc", tmp_path))
    reading = read(tmp_path / "通知.doc")
    assert texts(reading) == ["关于评审的通知", "各单位须于9月30日前报送材料。", "某某局"]
    assert rows(reading) == [[("名额分配表", 2, 1)], ["甲县", "3人"]]
    assert (reading.path.name, reading.format, reading.doubts) == ("通知.doc", "docx", ())
    assert list(temporary_folder.iterdir()) == []


def test_rich_text_odt_and_a_web_page_that_calls_itself_doc_are_read(tmp_path):
    needs("soffice")
    (tmp_path / "甲.rtf").write_bytes(RTF)
    assert texts(read(tmp_path / "甲.rtf")) == ["关于评审的通知", "A4"]
    content = (
        f'<office:document-content xmlns:office="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0" '
        'office:version="1.2"><office:body><office:text><text:p>开放文档</text:p></office:text></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{media}"/>'
        for name, media in {"/": kind, "content.xml": "text/xml"}.items()
    )
    manifest = f'<manifest:manifest xmlns:manifest="{OFFICE}:manifest:1.0">{entries}</manifest:manifest>'
    odt = zip_of(**{"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})
    (tmp_path / "甲.odt").write_bytes(odt)
    assert texts(read(tmp_path / "甲.odt")) == ["开放文档"]
    page = '<meta charset="gbk"><body><p>网上公示</p><table border="1"><tr><td>甲</td><td>乙</td></tr></table></body>'
    (tmp_path / "甲.doc").write_bytes(f"<html>{page}</html>".encode("gbk"))
    reading = mend(read(tmp_path / "甲.doc"))
    assert (texts(reading), rows(reading)) == (["网上公示"], [["甲", "乙"]])
    assert "文件名以 .doc 结尾，内容其实是网页" in said(reading)


def test_without_libreoffice_the_steps_of_word_and_wps_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(legacy, "libreoffice", lambda: None)
    (tmp_path / "通知.wps").write_bytes(OLD)
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "通知.wps")
    message = str(caught.value)
    assert "这是旧格式的 Word 文件（.doc、.wps），要先转成 .docx" in message
    assert "“保存类型”选“Word 文档(*.docx)”" in message
    assert "“文件类型”选“Microsoft Word 文件(*.docx)”" in message


def program(folder, body: str) -> list[str]:
    """A program that stands for LibreOffice."""
    (folder / "soffice.py").write_text(body, "utf-8")
    return [sys.executable, str(folder / "soffice.py")]


def test_a_converter_that_makes_nothing_and_says_all_is_well_is_not_believed(tmp_path, monkeypatch, temporary_folder):
    real = subprocess.Popen
    command = program(tmp_path, "")
    monkeypatch.setattr(legacy, "libreoffice", lambda: "soffice")
    monkeypatch.setattr(legacy.subprocess, "Popen", lambda _, **options: real(command, **options))
    with pytest.raises(UsageError, match="转换不了，可能已损坏或设了密码。请用 Word 打开它，点“文件—另存为”"):
        legacy.as_docx(tmp_path / "甲.doc", OLD, "doc", "旧格式的 Word 文件（.doc、.wps）")
    assert list(temporary_folder.iterdir()) == []


def test_a_converter_that_never_ends_is_stopped(tmp_path, monkeypatch, temporary_folder):
    real = subprocess.Popen
    command = program(tmp_path, "import time; time.sleep(60)")
    monkeypatch.setattr(legacy, "TIMEOUT", 0.2)
    monkeypatch.setattr(legacy, "libreoffice", lambda: "soffice")
    monkeypatch.setattr(legacy.subprocess, "Popen", lambda _, **options: real(command, **options))
    with pytest.raises(UsageError, match=r"超过0\.2秒，已停止"):
        legacy.as_docx(tmp_path / "甲.doc", OLD, "doc", "旧格式的 Word 文件（.doc、.wps）")
    assert list(temporary_folder.iterdir()) == []
