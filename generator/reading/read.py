"""Reads any document: what a file is, its content says; its ending is only a hint."""

import stat
from dataclasses import replace
from pathlib import Path

from generator.errors import UsageError, reason_of
from generator.reading.doubts import doubt
from generator.reading.kind import ENDINGS, NAMES, PDF, TEXT, WORD, kind_of
from generator.reading.legacy import as_docx
from generator.reading.parts import Paragraph, Reading
from generator.reading.text_reader import read_text
from generator.reading.word.reader import read_docx

MAX_FILE = 100 * 1024 * 1024  # bytes
MAX_TEXT = 10 * 1024 * 1024  # bytes of a text file: five million characters


def read(path: Path) -> Reading:
    """The paragraphs and tables of the file in reading order, nothing lost; what was doubtful in `doubts`.

    Reads DOCX, PDF and text; DOC, WPS, RTF, ODT and web pages where LibreOffice is installed. Raises UsageError, in
    Chinese and with what to do, for a file that cannot be read or has no text.
    """
    path = Path(path)
    data = _content(path)
    kind = kind_of(path, data)
    reading = _read(path, data, kind)
    if not any(not isinstance(item, Paragraph) or item.text.strip() for item in reading.items):
        pictures = any("图片" in finding.message for finding in reading.doubts)
        why = "里面只有图片，没有文字。请先做文字识别（OCR）并校对" if pictures else "里面没有文字。请确认选对了文件"
        raise UsageError(f"{path}：{why}")
    promised = ENDINGS.get(path.suffix.lower(), kind)
    if promised != kind:
        message = f"文件名以 {path.suffix} 结尾，内容其实是{NAMES[kind]}，已按{NAMES[kind]}读入"
        return replace(reading, doubts=(doubt(path, message), *reading.doubts))
    return reading


def _content(path: Path) -> bytes:
    """The bytes of the file. Raises UsageError for what is no file, empty or too large."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UsageError(f"{path}：这是一个文件夹。请给出其中一个文件的名字")
        if not stat.S_ISREG(status.st_mode):
            raise UsageError(f"{path}：这不是普通的文件，读不了。请给出一个 Word、PDF 或文本文件")
        if status.st_size > MAX_FILE:
            size = MAX_FILE // 1024 // 1024
            raise UsageError(f"{path}：文件超过{size}MB，已拒绝打开。请用 Word 或 WPS 打开，删去大图片后另存再试")
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}：打不开（{reason_of(error)}）。请检查文件名和所在文件夹") from error
    if not data:
        raise UsageError(f"{path}：这是空文件，里面什么也没有。请确认选对了文件，或另要一份")
    return data


def _read(path: Path, data: bytes, kind: str) -> Reading:
    if kind == WORD:
        return read_docx(path, data)
    if kind == PDF:
        from generator.reading.pdf.reader import read_pdf  # its library takes long to import

        return read_pdf(path, data)
    if kind == TEXT:
        if len(data) > MAX_TEXT:
            raise UsageError(f"{path}：文本文件超过{MAX_TEXT // 1024 // 1024}MB，已拒绝打开。请只留下需要的部分再试")
        return read_text(path, data)
    return read_docx(path, as_docx(path, data, kind, NAMES[kind]))
