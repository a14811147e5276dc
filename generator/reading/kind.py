"""What a file is, by its content; its ending may lie."""

import io
import zipfile
from pathlib import Path

from generator.errors import UsageError
from generator.reading.package import DAMAGED

WORD, PDF, TEXT = "docx", "pdf", "txt"
NAMES = {
    "docx": "Word 文件（.docx）",
    "doc": "旧格式的 Word 文件（.doc、.wps）",
    "rtf": "RTF 文件",
    "odt": "ODT 文件",
    "html": "网页",
    "xml": "Word 2003 XML 文件",
    "pdf": "PDF",
    "txt": "文本文件",
}
# The endings that promise a kind; others promise nothing.
ENDINGS = {
    **dict.fromkeys((".docx", ".docm", ".dotx"), WORD),
    **dict.fromkeys((".doc", ".wps"), "doc"),
    **dict.fromkeys((".txt", ".md"), TEXT),
    **dict.fromkeys((".htm", ".html", ".mht"), "html"),
    ".pdf": PDF,
    ".rtf": "rtf",
    ".odt": "odt",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIB_SECTOR = 512  # where the first sector begins; Word puts the head of the document there
_FIB_MAGIC, _FIB_ENCRYPTED = b"\xec\xa5", 0x01  # ([MS-DOC] 2.5.2: bit fEncrypted in the second byte of the flags)
_UNLOCK = "请用 Word 或 WPS 输入密码打开，在“文件—信息（文档加密）”里清空密码，另存后再试"
_COPY = "请用能打开它的软件打开，另存为 .docx 或 PDF 后再试"
_REFUSED = {
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"BM": "图片",
    b"II*\x00": "图片",
    b"MM\x00*": "图片",
    b"Rar!": "压缩包",
    b"7z\xbc\xaf": "压缩包",
    b"\x1f\x8b": "压缩包",
}
_HINTS = {
    "图片": "这是图片，里面的字读不到。请先用 WPS 等软件做文字识别（OCR），另存为 Word 文件并校对后再试",
    "压缩包": "这是压缩包。请先解压，再选其中的一个文件",
}


def kind_of(path: Path, data: bytes) -> str:
    """docx, pdf, txt, or one that must be converted: doc, rtf, odt, html, xml.

    Raises UsageError for what is none of these or is locked by a password.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(_OLE):
        return _ole_kind(path, data)
    if data.startswith(b"PK"):
        return _zip_kind(path, data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    lower = head.lower()
    if lower.startswith((b"<html", b"<!doctype html")) or (lower.startswith(b"mime-version") and b"multipart" in lower):
        return "html"
    if lower.startswith(b"<?xml"):
        return _xml_kind(path, lower)
    for magic, sort in _REFUSED.items():
        if data.startswith(magic) and not _is_plain(data):
            raise UsageError(f"{path}：{_HINTS[sort]}")
    return TEXT


def _xml_kind(path: Path, head: bytes) -> str:
    """A Word file or web page in XML; any other XML is a text only where its name says so."""
    if b"word.document" in head or b"wordml" in head:
        return "xml"
    if b"<html" in head:
        return "html"
    if ENDINGS.get(path.suffix.lower()) == TEXT:
        return TEXT
    raise UsageError(f"{path}：这种文件读不了。{_COPY}")


def _is_plain(data: bytes) -> bool:
    """Whether the beginning is printable: a text may well begin with BM."""
    return not any(byte < 9 for byte in data[:512])


def _ole_kind(path: Path, data: bytes) -> str:
    """A compound file: an old Word file, or a new one locked by a password."""
    if _stream("EncryptedPackage") in data:
        raise UsageError(f"{path}：文件设了打开密码。{_UNLOCK}")
    if _stream("WordDocument") in data:
        fib = data[_FIB_SECTOR : _FIB_SECTOR + 12]
        if fib.startswith(_FIB_MAGIC) and fib[11] & _FIB_ENCRYPTED:
            raise UsageError(f"{path}：文件设了打开密码。{_UNLOCK}")
        return "doc"
    if _stream("Workbook") in data or _stream("Book") in data:
        raise UsageError(f"{path}：这是 Excel 表格，不是文书。请把内容放进 Word 文件后再试")
    if _stream("PowerPoint Document") in data:
        raise UsageError(f"{path}：这是演示文稿，不是文书。请把内容放进 Word 文件后再试")
    raise UsageError(f"{path}：{DAMAGED}")


def _stream(name: str) -> bytes:
    """The name of a stream as the directory of a compound file holds it."""
    return name.encode("utf-16-le") + b"\x00\x00"


def _zip_kind(path: Path, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lstrip("/") for name in archive.namelist()}
            mimetype = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except Exception as error:  # zipfile lets many sorts of damage through as they come
        raise UsageError(f"{path}：{DAMAGED}") from error
    if b"opendocument.text" in mimetype:
        return "odt"
    if any(name.startswith("word/") for name in names) or ("_rels/.rels" in names and "[Content_Types].xml" in names):
        if any(name.startswith("xl/") for name in names):
            raise UsageError(f"{path}：这是 Excel 表格，不是文书。请把内容放进 Word 文件后再试")
        if any(name.startswith("ppt/") for name in names):
            raise UsageError(f"{path}：这是演示文稿，不是文书。请把内容放进 Word 文件后再试")
        return WORD
    if "OFD.xml" in names:
        raise UsageError(f"{path}：这是 OFD 文件。请用 WPS 或 OFD 阅读器打开，导出（另存）为 Word 或 PDF 后再试")
    if mimetype:
        raise UsageError(f"{path}：这种文件读不了。{_COPY}")
    raise UsageError(f"{path}：{_HINTS['压缩包']}")
