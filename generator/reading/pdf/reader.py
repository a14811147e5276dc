"""A PDF file's lines and ruled tables, page by page in reading order."""

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page

from generator.errors import UsageError
from generator.finding import Finding
from generator.reading.doubts import doubt, sample
from generator.reading.mending.debris import is_dressed
from generator.reading.parts import FOOTER, FRAME, Paragraph, Reading, Table
from generator.reading.pdf.bomb import refuse_bomb
from generator.reading.pdf.lines import LineOfText, font_of, glyphs_of, lines_of
from generator.reading.pdf.margins import mark_margins
from generator.reading.pdf.tables import tables_of
from generator.text import number_spans

MAX_PAGES = 1000
_PICTURE = 0.3  # of the page: a smaller picture is a seal or an emblem
_CURVES = 300  # drawn shapes on a page without text: letters turned into outlines
_GARBLED = 0.05  # of the characters without Unicode: above that the text is no use
_DAMAGED = "PDF 已损坏，打不开。请用阅读器打开它，另存（或打印）为新的 PDF 再试；若打不开，请另要一份完好的文件"
_OCR = "请先用 WPS、ABBYY 等软件做文字识别（OCR），另存为 Word 文件并校对后再试"

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it reports every oddity of a font to the screen


@dataclass
class _Seen:
    """On which pages something doubtful was seen."""

    characters: int = 0
    missing: dict[int, int] = field(default_factory=dict)
    pictures: list[int] = field(default_factory=list)
    outlines: list[int] = field(default_factory=list)
    turned: list[int] = field(default_factory=list)
    forms: dict[int, str] = field(default_factory=dict)


def read_pdf(path: Path, data: bytes) -> Reading:
    """The lines of a PDF with their place and type, and its ruled tables.

    Raises UsageError for a file that is damaged, locked by a password, too large, or has no text to read.
    """
    refuse_bomb(path, data)
    seen = _Seen()
    pages: list[list[Paragraph | Table]] = []
    heights: list[float] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MAX_PAGES:
                raise UsageError(
                    f"{path}：有{len(document.pages)}页，超过{MAX_PAGES}页，已拒绝打开。请把需要的页另存为一个 PDF 再试"
                )
            for page in document.pages:
                pages.append(list(_page(page, seen)))
                heights.append(float(page.height))
                page.close()
    except UsageError:
        raise
    except Exception as error:  # on a damaged file the library fails in every way there is
        if _has_password(error):
            raise UsageError(f"{path}：PDF 设了打开密码。请用阅读器输入密码打开，另存为不加密的 PDF 再试") from error
        raise UsageError(f"{path}：{_DAMAGED}") from error
    if not any(pages):
        raise UsageError(f"{path}：{_without_text(seen)}")
    items = [item for page in mark_margins(pages, heights) for item in page]
    return Reading(path, "pdf", tuple(items), tuple(_doubts(path, seen)))


def _page(page: Page, seen: _Seen) -> Iterator[Paragraph | Table]:
    """The lines and tables of one page, from top to bottom."""
    number = page.page_number
    upright = [char for char in page.chars if _is_level(char)]
    glyphs, missing = glyphs_of(upright)
    seen.characters += len(page.chars)
    if missing:
        seen.missing[number] = missing
    tables = tables_of(page, glyphs, number)
    in_tables = {id(glyph) for table in tables for glyph in table.glyphs}
    lines = lines_of([glyph for glyph in glyphs if id(glyph) not in in_tables])
    placed: list[tuple[float, Paragraph | Table]] = [(table.top, table.table) for table in tables]
    placed += [(line.top, _paragraph(line, page)) for line in lines]
    yield from (item for _, item in sorted(placed, key=lambda pair: pair[0]))
    turned = "".join(char["text"] for char in page.chars if not _is_level(char)).strip()
    if turned:
        margin = is_dressed(turned)  # of a page that lies across, bound like the others
        yield Paragraph(turned, page=number, where=FOOTER if margin else FRAME)
        seen.turned += [] if margin else [number]
    _look_around(page, seen, bool(page.chars))


def _is_level(char: dict) -> bool:
    """Whether a character stands upright on a level line, slanted or not."""
    across, up, _, height, *_ = char["matrix"]
    return across > 0 and height > 0 and abs(up) < 0.1 * across


def _paragraph(line: LineOfText, page: Page) -> Paragraph:
    return Paragraph(
        line.text,
        page=page.page_number,
        left=round(line.x0, 1),
        right=round(page.width - line.x1, 1),
        font=font_of(line),
        size=line.main("size"),
        bold=line.bold,
        color=str(line.main("color")),
        top=round(line.top, 1),
        lead=line.lead,
    )


def _look_around(page: Page, seen: _Seen, has_text: bool) -> None:
    """Notes what of the page is no text: pictures, outlines, filled form fields."""
    area = float(page.width * page.height) or 1.0
    pictures = sum(abs(image["width"] * image["height"]) for image in page.images) / area
    if not has_text and pictures > _PICTURE:
        seen.pictures.append(page.page_number)
    elif not has_text and len(page.curves) + len(page.rects) > _CURVES:
        seen.outlines.append(page.page_number)
    values = [_form_value(annotation) for annotation in page.annots]
    if any(values):
        seen.forms[page.page_number] = " ".join(value for value in values if value)


def _form_value(annotation: dict) -> str:
    """The text of a form field or of a typewriter annotation, which are drawn upon the page."""
    data = annotation.get("data") or {}
    kind = getattr(data.get("Subtype"), "name", "")
    value = data.get("V") if kind == "Widget" else data.get("Contents") if kind == "FreeText" else None
    if not isinstance(value, bytes):
        return ""
    return value[2:].decode("utf-16-be", "replace") if value.startswith(b"\xfe\xff") else value.decode("latin-1")


def _has_password(error: BaseException) -> bool:
    return any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args))


def _without_text(seen: _Seen) -> str:
    if seen.pictures:
        return f"这个 PDF 是扫描的图片，里面没有文字。{_OCR}"
    if seen.outlines:
        return f"这个 PDF 里的字已转成图形（转曲），读不出文字。请向制作者要 Word 文件，或{_OCR.removeprefix('请')}"
    return "这个 PDF 是空白的，没有文字。请确认选对了文件"


def _doubts(path: Path, seen: _Seen) -> Iterator[Finding]:
    if seen.pictures or seen.outlines:
        pages = number_spans([*seen.pictures, *seen.outlines])
        yield doubt(path, f"第{pages}页是图片，没有文字，未读入", f"{_OCR}，或照着补上", "warning")
    if seen.missing:
        count, pages = sum(seen.missing.values()), number_spans(seen.missing)
        much = "，大部分文字可能都不对" if count > seen.characters * _GARBLED else ""
        message = f"第{pages}页有{count}个字在 PDF 里没有编码，读不出来，以“〓”代替{much}"
        yield doubt(path, message, "请对照原文补上，或向制作者要 Word 文件", "warning")
    if seen.turned:
        yield doubt(path, f"第{number_spans(seen.turned)}页有斜排或竖排的字，已单独列出", "请对照原文放回原处")
    if seen.forms:
        quoted = sample(" ".join(seen.forms.values()))
        message = f"第{number_spans(seen.forms)}页有填在表单域或批注框里的字（“{quoted}”），没有读入"
        yield doubt(path, message, "请用阅读器打开，打印为新的 PDF 后再试", "warning")
