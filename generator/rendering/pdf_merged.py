"""Many papers in one PDF, to be printed on both sides: each begins on the front of a sheet, and at page 1."""

from typing import Any

from markupsafe import escape

from generator.rendering.pdf import MissingGlyph, fonts, laid_out, no_glyph_missing, templates_only


class MergedPdf:
    """Papers in the order in which they are added, about 0.1 MB of memory each page until they are written."""

    def __init__(self) -> None:
        self._papers: list[list[Any]] = []

    def add(self, page: str, name: str) -> int:
        """Lays out a paper, an HTML page like those of `render_pdf`, and gives its number of pages.

        `name` is its entry in the PDF's outline. Raises TemplateError, and UsageError where Pango is missing.
        """
        with templates_only():
            pages = laid_out(page).pages
        for each in pages:
            each.bookmarks = []
        pages[0].bookmarks = [(1, name, (0, 0), "closed")]
        self._papers.append(pages)
        return len(pages)

    def write(self, title: str) -> tuple[bytes, dict[int, MissingGlyph]]:
        """The PDF, without the papers that have characters without a glyph, and what these lack, by their number."""
        # Its one page, blank, is also the back of a paper that ends on the front of a sheet.
        cover = laid_out(f"<html lang='zh-CN'><title>{escape(title)}</title></html>")
        try:
            return self._written(cover, self._papers), {}
        except MissingGlyph:
            faults = self._faults(cover)
        sound = [paper for number, paper in enumerate(self._papers) if number not in faults]
        return self._written(cover, sound), faults

    def _written(self, cover: Any, papers: list[list[Any]]) -> bytes:
        sheets: list[Any] = []
        for paper in papers:
            sheets += [*cover.pages, *paper] if len(sheets) % 2 else paper
        with no_glyph_missing(), templates_only():
            return fonts().write(cover.copy(sheets))

    def _faults(self, cover: Any) -> dict[int, MissingGlyph]:
        faults = {}
        for number, paper in enumerate(self._papers):
            try:
                self._written(cover, [paper])
            except MissingGlyph as fault:
                faults[number] = fault
        return faults
