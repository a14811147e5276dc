"""Word files made of raw XML, so that a test may hold whatever some program somewhere writes."""

from pathlib import Path

from generator.reading.mending.mend import mend
from generator.reading.parts import Paragraph, Reading, Table
from generator.reading.read import read
from tests.support import zip_of

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _OFFICE,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)


def word_file(body: str, **parts: str) -> bytes:
    """A DOCX with this body; `parts` are the contents of styles, numbering, footnotes, header1, settings ..."""
    kinds = {name: name.rstrip("0123456789") for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kinds[name]}+xml"/>' for name in parts
    )
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kinds[name]}" Target="{name}.xml"/>' for name in parts
    )
    root = {"footnotes": "footnotes", "header": "hdr", "footer": "ftr"}
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        tag = root.get(kinds[name], kinds[name])
        files[f"word/{name}.xml"] = f"<w:{tag} {NAMES}>{content}</w:{tag}>"
    return zip_of(**files)


def p(*content: str, properties: str = "") -> str:
    """A paragraph: plain words become runs, XML stays as it is."""
    runs = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text: str, properties: str = "") -> str:
    """A table cell of one paragraph, or of the XML given."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<') else p(text)}</w:tc>"


def table(*rows: list[str]) -> str:
    """A table of rows of cells."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def read_word(folder: Path, body: str, **parts: str) -> Reading:
    """What the reader makes of a Word file with this body."""
    path = folder / "通知.docx"
    path.write_bytes(word_file(body, **parts))
    return read(path)


def texts(reading: Reading) -> list[str]:
    """The paragraphs with text, those outside the body with where they stand."""
    found = (item for item in mend(reading).items if isinstance(item, Paragraph))
    return [item.text if item.where == "正文" else f"{item.where}：{item.text}" for item in found]


def rows(reading: Reading) -> list[list[tuple]]:
    """The first table: each cell's text, with its columns and rows where it spans any."""
    found = next(item for item in reading.items if isinstance(item, Table))
    return [[c.text if c.columns == c.rows == 1 else (c.text, c.columns, c.rows) for c in row] for row in found.rows]


def said(reading: Reading) -> str:
    """What the reader was unsure of."""
    return "\n".join(map(str, reading.doubts))
