"""All the text of a finished file, what no reader sees at once included: properties, notes, link targets.

A paragraph or a row of a table is a line. A PDF is searched in the page that it is made of.
"""

import html
import io
import re
from zipfile import ZipFile, ZipInfo

_ROW = re.compile(r"</(?:w:tr|tr|row)>")
_CELL = re.compile(r"</(?:w:tc|td|th|c)>")
_PARAGRAPH = re.compile(r"</(?:w:p|p|h\d|li|div|si|dc:\w+|cp:\w+|title|vt:\w+)>|<(?:w:br|br|w:tab)\b[^>]*>")
_TABLE = re.compile(r"<(w:tbl|table)\b.*?</\1>", re.DOTALL)
_STYLES = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_VALUE = re.compile(r"(?:Target|descr|title|tooltip|alt|href|content|name)=(?:\"([^\"]{4,})\"|'([^']{4,})')")
_SOURCE = re.compile(r"(?!.*(?:styles|/theme\d*|fontTable|ettings|numbering)\.xml$).+/.+\.(?:xml|rels)")
"""What may hold words: not how they look."""


def searchable_text(content: bytes | str) -> str:
    """The text of a DOCX or XLSX file of our own, or of a page of HTML."""
    if isinstance(content, str):
        return _text_of(content)
    with ZipFile(io.BytesIO(content)) as package:
        parts = [part for part in package.infolist() if _SOURCE.fullmatch(part.filename)]
        return "\n".join(_text_of_part(package, part) for part in parts)


_known: dict[tuple[str, int, int], str] = {}
_MOST_KNOWN = 256
_EVERY_TIME_NEW = ("word/document.xml", "docProps/core.xml")


def _text_of_part(package: ZipFile, part: ZipInfo) -> str:
    """The text of one part; the parts that a template hands on unchanged are looked at once."""
    key = part.filename, part.CRC, part.file_size
    if (text := _known.get(key)) is None:
        text = _text_of(package.read(part).decode("utf-8", "replace"))
        if part.filename not in _EVERY_TIME_NEW and len(_known) < _MOST_KNOWN:
            _known[key] = text
    return text


def _text_of(source: str) -> str:
    source = _STYLES.sub("", source)
    values = "\n".join(first or second for first, second in _VALUE.findall(source))
    lines = _PARAGRAPH.sub("\n", _TABLE.sub(_rows, source))
    return html.unescape(f"{_TAG.sub('', lines)}\n{values}")


def _rows(table: re.Match[str]) -> str:
    """A table's source with its rows as lines, whatever paragraphs its cells have."""
    return _ROW.sub("\n", _CELL.sub(" ", _PARAGRAPH.sub(" ", table[0].replace("\n", " "))))
