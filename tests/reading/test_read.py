"""Every file is read by what it is, and what cannot be read is refused with what to do."""

import contextlib
import os
import random
import zipfile
from functools import cache

import pytest

from generator.errors import UsageError
from generator.reading import package
from generator.reading import read as read_module
from generator.reading.mending.mend import mend
from generator.reading.parts import Paragraph
from generator.reading.read import read
from generator.rendering.pdf import render_pdf
from tests.reading.word_files import cell, p, said, table, word_file
from tests.support import needs_pango, zip_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(path, data: bytes | None = None) -> str:
    """The message with which a file is refused."""
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        read(path)
    return str(caught.value)


def stream(name: str) -> bytes:
    return OLE + bytes(504) + name.encode("utf-16-le") + bytes(64)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "这是空文件"),
        (b" \n\n", "里面没有文字"),
        (word_file(p("")), "里面没有文字"),
        (word_file(p("通知"))[:-40], "文件已损坏，打不开。请用 Word 或 WPS 打开它，另存为 .docx 后再试"),
        (zip_of(**{"word/document.xml": "<w:document"}), "文件已损坏"),
        (zip_of(**{"word/other.xml": "<a/>"}), "文件已损坏"),
        (word_file(p("甲")).replace(b"PK\x03\x04", b"PK\x03\x05"), "文件已损坏"),
        (stream("EncryptedPackage"), "文件设了打开密码。请用 Word 或 WPS 输入密码打开"),
        (OLE + bytes(504) + b"\xec\xa5" + bytes(9) + b"\x01" + stream("WordDocument"), "文件设了打开密码"),
        (stream("Root Entry"), "文件已损坏"),
        (stream("Workbook"), "这是 Excel 表格，不是文书"),
        (stream("PowerPoint Document"), "这是演示文稿，不是文书"),
        (zip_of(**{"_rels/.rels": "", "[Content_Types].xml": "", "xl/workbook.xml": ""}), "这是 Excel 表格"),
        (zip_of(**{"_rels/.rels": "", "[Content_Types].xml": "", "ppt/presentation.xml": ""}), "这是演示文稿"),
        (zip_of(**{"OFD.xml": ""}), "这是 OFD 文件。请用 WPS 或 OFD 阅读器打开，导出（另存）为 Word 或 PDF 后再试"),
        (zip_of(**{"甲.txt": "甲"}), "这是压缩包。请先解压"),
        (b'<?xml version="1.0"?><uof:UOF>', "这种文件读不了。请用能打开它的软件打开，另存为 .docx 或 PDF 后再试"),
        (b"Rar!\x1a\x07\x00" + bytes(20), "这是压缩包"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "这是图片，里面的字读不到。请先用 WPS 等软件做文字识别（OCR）"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "这是图片"),
        (b"%PDF-1.7\n" + b"nothing" * 20, "PDF 已损坏，打不开"),
        (b"%PDF-1.7\n", "PDF 已损坏，打不开"),
    ],
)
def test_bad_input_is_refused_with_what_to_do(tmp_path, data, message):
    path = tmp_path / "通知.docx"
    assert refusal(path, data).startswith(f"{path}：{message}")


def test_a_missing_file_a_folder_and_a_device_are_refused(tmp_path):
    assert (
        refusal(tmp_path / "无.docx")
        == f"{tmp_path / '无.docx'}：打不开（没有这个文件或文件夹）。请检查文件名和所在文件夹"
    )
    assert "这是一个文件夹。请给出其中一个文件的名字" in refusal(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "管道")
        assert "这不是普通的文件" in refusal(tmp_path / "管道")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(read_module, "MAX_FILE", 1024 * 1024)
    monkeypatch.setattr(read_module, "MAX_TEXT", 1024)
    assert "文件超过1MB，已拒绝打开" in refusal(tmp_path / "甲.docx", bytes(1024 * 1024 + 1))
    assert "文本文件超过0MB，已拒绝打开" in refusal(tmp_path / "甲.txt", b"a" * 2000)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    bomb = zip_of(**{"word/document.xml": b" " * (16 * 1024 * 1024)})
    assert "文件解开后过大，已拒绝打开" in refusal(tmp_path / "甲.docx", bomb)
    monkeypatch.setattr(package, "MAX_PARTS", 3)
    assert "文件解开后过大，已拒绝打开" in refusal(tmp_path / "乙.docx", word_file(p("甲")))


def test_an_entity_bomb_is_no_text(tmp_path):
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE x [<!ENTITY e0 "甲">{entities}]>' + "<x>&e11;</x>"
    assert "文件已损坏" in refusal(tmp_path / "甲.docx", zip_of(**{"word/document.xml": xml}))


@pytest.mark.parametrize("name", ["甲.txt", "甲.pdf", "甲.doc", "甲"])
def test_a_file_is_read_by_its_content_and_a_lying_ending_is_said(tmp_path, name):
    (tmp_path / name).write_bytes(word_file(p("通知")))
    reading = read(tmp_path / name)
    assert [item.text for item in reading.items if isinstance(item, Paragraph)] == ["通知"]
    assert ("内容其实是Word 文件（.docx），已按Word 文件（.docx）读入" in said(reading)) == ("." in name)


def test_a_text_that_begins_like_a_picture_is_a_text(tmp_path):
    (tmp_path / "甲.txt").write_text("BMI 指数说明", "utf-8")
    assert [item.text for item in read(tmp_path / "甲.txt").items] == ["BMI 指数说明"]


def test_a_broken_picture_does_not_hinder_reading(tmp_path):
    path = tmp_path / "甲.docx"
    path.write_bytes(word_file(p("通知")))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as made:
        made.writestr("word/media/image1.png", b"PICTURE")
    path.write_bytes(path.read_bytes().replace(b"PICTURE", b"BROKEN."))
    assert [item.text for item in read(tmp_path / "甲.docx").items] == ["通知"]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", ["甲.docx", "甲.pdf"])
def test_a_damaged_file_is_read_or_refused_but_never_a_fault_of_ours(tmp_path, name, seed):
    chance = random.Random(seed)
    data = bytearray(word_file(p("通知") + table([cell("甲")])) if name.endswith("docx") else _pdf())
    for _ in range(10):
        data[chance.randrange(len(data))] = chance.randrange(256)
    (tmp_path / name).write_bytes(data)
    with contextlib.suppress(UsageError):
        mend(read(tmp_path / name))


@cache
def _pdf() -> bytes:
    needs_pango()
    return render_pdf("<p>通知</p><table><tr><td>甲</td></tr></table>")
