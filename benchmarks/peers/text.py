"""The words of a Word document, by which the files of different tools are compared."""

import re
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t"}


def text_of(path: Path) -> list[str]:
    """The lines of the body that say something; a line end inside a paragraph and a new paragraph are one."""
    with ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    paragraphs = ("".join(map(_piece, paragraph.iter())) for paragraph in root.iter(f"{_W}p"))
    lines = (line.strip() for line in "\n".join(paragraphs).split("\n"))
    return [re.sub(r"\s+", " ", line) for line in lines if line]


def _piece(node: etree._Element) -> str:
    return node.text or "" if node.tag == f"{_W}t" else _BREAKS.get(node.tag, "")
