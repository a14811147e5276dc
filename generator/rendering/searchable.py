"""All the text of a finished file, what no reader sees at once included: properties, notes, link targets.

A paragraph or a row of a table is a line. A PDF is searched in the page that it is made of.
"""

import html
import io
import re
from zipfile import ZipFile

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
        return text_of_xml(content)
    with ZipFile(io.BytesIO(content)) as package:
        parts = [name for name in package.namelist() if may_hold_words(name)]
        return "\n".join(text_of_xml(package.read(name).decode("utf-8", "replace")) for name in parts)


def may_hold_words(part: str) -> bool:
    """Whether this part of a package is searched."""
    return _SOURCE.fullmatch(part) is not None


def text_of_xml(source: str) -> str:
    """The text of one part, or of a page of HTML."""
    source = _STYLES.sub("", source)
    values = "\n".join(first or second for first, second in _VALUE.findall(source))
    lines = _PARAGRAPH.sub("\n", _TABLE.sub(_rows, source))
    return html.unescape(f"{_TAG.sub('', lines)}\n{values}")


def _rows(table: re.Match[str]) -> str:
    """A table's source with its rows as lines, whatever paragraphs its cells have."""
    return _ROW.sub("\n", _CELL.sub(" ", _PARAGRAPH.sub(" ", table[0].replace("\n", " "))))
