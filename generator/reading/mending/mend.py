"""Makes paragraphs of lines, and takes out what pages and converters left between them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.finding import Finding
from generator.reading.doubts import doubt, sample
from generator.reading.mending.debris import Lines, without_debris
from generator.reading.mending.joining import paragraphs_of
from generator.reading.mending.layout import Line, is_wrapped, text_lines
from generator.reading.mending.layout_pdf import pdf_lines
from generator.reading.mending.margins import without_margins
from generator.reading.mending.markdown_marks import SORTS, without_marks
from generator.reading.mending.split_tables import spaced_rows, tab_tables, whole_tables
from generator.reading.mending.word_paragraphs import word_paragraphs
from generator.reading.parts import LeftOut, Paragraph, Reading, Table

_NAMED = 6  # texts of one sort that a message quotes, and the last
_ARRANGE = "请对照原文改成表格，或理顺先后"
_COMPARE = "请对照原文看看是否接得对"


def mend(reading: Reading) -> Reading:
    """The same text as whole paragraphs, blank lines gone; what was taken out stands in `left_out` and in `doubts`.

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
    plain, marks = without_marks(list(enumerate(reading.items)))
    kept = without_debris(plain)
    lines = tab_tables(text_lines(_items(kept), kept.after_page_end))
    found = [*_spaced(reading, lines), *_repeated(reading, kept)]
    return _mended(reading, paragraphs_of(lines), [*marks, *kept.left_out], found)


def _pdf(reading: Reading) -> Reading:
    kept, margins = without_margins(reading.items)
    lines = pdf_lines(tuple(item for _, item in kept))
    items, rows = whole_tables(paragraphs_of(lines, visible_indent=True), kept)
    return _mended(reading, items, [*margins, *rows], _spaced(reading, lines))


def _word(reading: Reading) -> Reading:
    kept, margins = without_margins(reading.items)
    debris = without_debris(kept)
    lines = text_lines(_items(debris), debris.after_page_end)
    if is_wrapped(lines):
        items, message = paragraphs_of(lines), "每行末尾都有硬回车（多半是由 PDF 转成的），已接成整段"
    else:
        items, joined = word_paragraphs(_items(debris))
        message = f"有{joined}处句子中间的硬回车，已接上" if joined else ""
    found = [doubt(reading.path, message, _COMPARE)] if message else []
    return _mended(reading, items, [*margins, *debris.left_out], [*found, *_repeated(reading, debris)])


def _items(lines: Lines) -> tuple[Paragraph | Table, ...]:
    return tuple(item for _, item in lines.items)


def _spaced(reading: Reading, lines: list[Line | Table]) -> list[Finding]:
    """Tables and columns without rules, whose cells nobody can tell from the spaces between them."""
    return [
        doubt(reading.path, f"“{sample(text)}”起{count}行像是没有框线的表格或分栏，照录成一行一段", _ARRANGE)
        for text, count in spaced_rows(lines)
    ]


def _repeated(reading: Reading, lines: Lines) -> list[Finding]:
    """The lines that may be running headers and were kept, because they may as well be text."""
    named = "、".join(f"“{text}”" for text in lines.repeated)
    return [doubt(reading.path, f"{named}在许多页的页端都有，像是页眉、页脚，仍照录")] if named else []


def _mended(
    reading: Reading, items: list[Paragraph | Table], left_out: Iterable[LeftOut], found: list[Finding]
) -> Reading:
    ordered = sorted(left_out, key=lambda piece: (piece.place, piece.start))
    told = [doubt(reading.path, message) for message in _messages(ordered)]
    return replace(reading, items=tuple(items), doubts=(*reading.doubts, *found, *told), left_out=tuple(ordered))


def _messages(left_out: list[LeftOut]) -> Iterator[str]:
    """What was left out: of each sort how often, and the texts where they are not all alike."""
    found: dict[str, list[str]] = {}
    for piece in left_out:
        found.setdefault(piece.sort, []).append(" ".join(piece.text.split()))
    if marks := "、".join(f"{sort}{len(found[sort])}处" for sort in SORTS if sort in found):
        yield f"略去 Markdown 记号：{marks}"
    for sort, texts in found.items():
        if sort not in SORTS:
            yield f"略去{sort}{len(texts)}处：{_quoted(list(dict.fromkeys(texts)))}"


def _quoted(texts: list[str]) -> str:
    shown = [*texts[:_NAMED], f"……“{texts[-1]}”"] if len(texts) > _NAMED + 1 else texts
    return "、".join(text if text.startswith("…") else f"“{text}”" for text in shown)
