"""Says in a clerk's words where a paragraph of a Word template stands."""

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EXCERPT = 24  # characters of the paragraph shown


def describe_paragraph(xml: bytes, first: int, last: int | None, name: str | None) -> str:
    """第3段（“…”）or 第1个表格第2行第3格（“…”）, for the paragraph numbered `first` from 1 in document order.

    Where an undefined `name` is known, the first paragraph before `last` whose tags mention it is meant.
    """
    paragraphs = list(etree.fromstring(xml).iter(f"{_W}p"))
    if not paragraphs:
        return ""
    chosen = paragraphs[max(first, 1) - 1]
    if name:
        candidates = paragraphs[max(first, 1) - 1 : last]
        chosen = next((paragraph for paragraph in candidates if name in _text(paragraph)), chosen)
    text = _text(chosen).strip()
    excerpt = text[:_EXCERPT] + ("…" if len(text) > _EXCERPT else "")
    return f"{_position(chosen)}（“{excerpt}”）" if excerpt else _position(chosen)


def _text(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))


def _position(paragraph: etree._Element) -> str:
    cell = next(paragraph.iterancestors(f"{_W}tc"), None)
    if cell is None:
        body = paragraph.getparent()
        return f"第{body.findall(f'{_W}p').index(paragraph) + 1}段"
    row = cell.getparent()
    table = row.getparent()
    tables = list(table.getroottree().getroot().iter(f"{_W}tbl"))
    cells, rows = row.findall(f"{_W}tc"), table.findall(f"{_W}tr")
    return f"第{tables.index(table) + 1}个表格第{rows.index(row) + 1}行第{cells.index(cell) + 1}格"
