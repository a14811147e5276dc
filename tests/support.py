"""What several tests need: programs that may be missing, Word templates made on the fly, and readers of what we made.

The readers are other people's (python-docx, pdftotext, LibreOffice), so that a fault of ours is not read back as right.
"""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree
from openxml_audit import OpenXmlValidator

from generator.rendering.docx import WordTemplate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
CHECKOUT = Path(__file__).resolve().parent.parent


def needs(program: str) -> None:
    """Skips the test, saying why, where the program is missing."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")


def needs_pango() -> None:
    """Skips the test, saying why, on a machine that cannot make PDF."""
    if not has_pango():
        pytest.skip("Pango is not installed")


@cache
def has_pango() -> bool:
    """Whether this machine can make PDF."""
    from generator.errors import UsageError
    from generator.rendering.pdf import require_pdf

    try:
        require_pdf()
    except UsageError:
        return False
    return True


def word_template(*paragraphs: str, change: Callable[[Document], object] | None = None) -> bytes:
    """A Word file with these paragraphs, a run each; `change` may add to it with python-docx."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if change:
        change(document)
    return saved(document)


def saved(document: Document) -> bytes:
    """The bytes of a python-docx document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def opened(content: bytes) -> Document:
    """A Word file as python-docx reads it."""
    return docx.Document(io.BytesIO(content))


def paragraphs(content: bytes) -> list[str]:
    """The text of every paragraph of a Word file's body, those in tables included, in document order."""
    document = opened(content)
    return [docx.text.paragraph.Paragraph(node, document).text for node in document.element.body.iter(f"{W}p")]


def zip_of(**members: str | bytes) -> bytes:
    """A zip file; `__` in a name stands for `/` and `_xml` at its end for `.xml`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(re.sub("_(xml|rels)$", r".\1", name.replace("__", "/")), content)
    return buffer.getvalue()


def with_member(package: bytes, name: str, content: bytes) -> bytes:
    """The package with one member changed or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return buffer.getvalue()


def member(package: bytes, name: str = BODY) -> bytes:
    """One member of a package, unpacked."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read(name)


def xml(package: bytes, name: str = BODY) -> etree._Element:
    """One member of a package as XML."""
    return etree.fromstring(member(package, name))


def schema_errors(package: bytes) -> list[str]:
    """What openxml-audit finds wrong in a Word file, but for a part that python-docx's own template brings along."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.docx"
        path.write_bytes(package)
        result = OpenXmlValidator().validate(path)
    wrong = (error for error in result.errors if "stylesWithEffects" not in f"{error.part_uri}{error.description}")
    return [f"{error.part_uri} {error.path}: {error.description}" for error in wrong]


def pdf_text(pdf: bytes, *options: str) -> str:
    """The text of a PDF as pdftotext reads it."""
    needs("pdftotext")
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def words(text: str) -> str:
    """The text without white space: what must agree wherever the lines break."""
    return re.sub(r"\s+", "", text)


def libreoffice(content: bytes, ending: str, wanted: str, folder: Path) -> bytes:
    """A file with this ending converted by LibreOffice, in a profile of its own."""
    needs("soffice")
    source = folder / f"source.{ending}"
    source.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", wanted, "--outdir", str(folder), str(source)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return (folder / f"source.{wanted.partition(':')[0]}").read_bytes()


def zhicheng(*arguments: object, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, run in `folder`."""
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    surroundings = {**os.environ, "PYTHONPATH": str(CHECKOUT), **environment}
    return subprocess.run(command, capture_output=True, cwd=folder, env=surroundings, encoding="utf-8", timeout=120)


def add_document(folder: Path, kind: str, files: dict[str, str | bytes], **description: object) -> Path:
    """A folder of templates/documents with these files and a document.yaml of the usual kind."""
    wanted = {
        "名称": "来访登记",
        "说明": "试用的文件",
        "数据": "申报人",
        "版式": "letter",
        "格式": ["docx", "pdf", "html"],
        "文件名": "{{ 申报人.姓名 }}_来访登记",
        "来源": "无规定用语，自拟",
        **description,
    }
    place = folder / "documents" / kind
    place.mkdir(parents=True)
    text = json.dumps({key: value for key, value in wanted.items() if value is not None}, ensure_ascii=False)
    (place / "document.yaml").write_text(text, "utf-8")  # JSON is YAML
    for name, content in files.items():
        (place / name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return place


def unnumbered(package: bytes) -> bytes:
    """A Word file as a template without tags gives it where no page numbers are wanted."""
    return WordTemplate(package, "附件", numbered=False).render({})
