"""Makes paragraphs of lines, and drops what pages and converters left between them."""

from collections import Counter
from dataclasses import replace

from generator.finding import Finding
from generator.reading.doubts import doubt, sample
from generator.reading.mending.debris import Cleaned, without_debris, without_margins
from generator.reading.mending.joining import paragraphs_of
from generator.reading.mending.layout import is_wrapped, text_lines
from generator.reading.mending.layout_pdf import pdf_lines
from generator.reading.mending.markdown_marks import without_marks
from generator.reading.mending.split_tables import tab_tables, whole_tables
from generator.reading.mending.word_paragraphs import word_paragraphs
from generator.reading.parts import Paragraph, Reading, Table

_NAMED = 5  # sorts of debris that a message quotes


def mend(reading: Reading) -> Reading:
    """The same text as whole paragraphs, blank lines gone; what was dropped stands in `doubts`.

    Lines of a PDF or a text file are joined where a line break cut a sentence. No character is lost but page debris
    and marks of Markdown, none changes its place.
    """
    match reading.format:
        case "docx":
            return _word(reading)
        case "pdf":
            return _pdf(reading)
        case _:
            return _text(reading)


def _text(reading: Reading) -> Reading:
    items, marks = without_marks(reading.items)
    cleaned = without_debris(tuple(items))
    lines = tab_tables(text_lines(cleaned.items, cleaned.after_page_end))
    found = [doubt(reading.path, f"略去 Markdown 记号：{marks}")] if marks.counts else []
    return _mended(reading, paragraphs_of(lines), [*found, *_dropped(reading, cleaned)])


def _pdf(reading: Reading) -> Reading:
    cleaned = without_margins(reading.items)
    items, repeated = whole_tables(paragraphs_of(pdf_lines(cleaned.items), visible_indent=True))
    found = []
    if repeated:
        found.append(doubt(reading.path, f"有{repeated}处表格跨页，已接成一个，略去每页重复的表头"))
    return _mended(reading, items, [*found, *_dropped(reading, cleaned)])


def _word(reading: Reading) -> Reading:
    cleaned = without_margins(reading.items)
    lines = text_lines(cleaned.items, frozenset())
    if is_wrapped(lines):
        items, message = paragraphs_of(lines), "每行末尾都有硬回车（多半是由 PDF 转成的），已接成整段"
    else:
        items, joined = word_paragraphs(cleaned.items)
        message = f"有{joined}处句子中间的硬回车，已接上" if joined else ""
    found = [doubt(reading.path, message, "请对照原文看看是否接得对")] if message else []
    return _mended(reading, items, [*found, *_dropped(reading, cleaned)])


def _mended(reading: Reading, items: list[Paragraph | Table], found: list[Finding]) -> Reading:
    return replace(reading, items=tuple(items), doubts=(*reading.doubts, *found))


def _dropped(reading: Reading, cleaned: Cleaned) -> list[Finding]:
    if not cleaned.dropped:
        return []
    sorts = list(Counter(cleaned.dropped))
    named = "、".join(f"“{sample(text)}”" for text in sorts[:_NAMED]) + ("等" if len(sorts) > _NAMED else "")
    return [doubt(reading.path, f"略去页码、页眉等页面残留{len(cleaned.dropped)}处：{named}")]
