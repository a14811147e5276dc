"""Fonts of PDFs: text is laid out by the metrics of our fonts alone, and what a PDF shows of them is put in at the end.

WeasyPrint would copy each font file and cut it anew for every PDF, by glyph numbers up to the highest one used: most
of the time and a third of the bytes of a letter. The program put in here holds the used glyphs and nothing else, so it
depends on what the PDF shows, never on what was made before.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pydyf
from weasyprint import CSS, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from generator.rendering.pdf_cff import Outlines, without_outlines

_SCHEME = "font:"


class Fonts:
    """The font families that pages may name, for all PDFs of a process."""

    def __init__(self, files: Mapping[str, Path]):
        """Each family with its file."""
        self.outlines = {family: _outlines(path) for family, path in files.items()}
        self.configuration = FontConfiguration()
        rules = (f'@font-face {{ font-family: "{family}"; src: url("{_SCHEME}{family}") }}' for family in files)
        contents = {
            family: without_outlines(path) if self.outlines[family] else path.read_bytes()
            for family, path in files.items()
        }
        self.stylesheet = CSS(string="\n".join(rules), font_config=self.configuration, url_fetcher=_Contents(contents))

    def write(self, document: Document) -> bytes:
        """The PDF of a document that was laid out with `configuration` and `stylesheet`."""
        fonts = document.fonts = _Uncut({family for family, outlines in self.outlines.items() if outlines})
        return document.write_pdf(finisher=lambda _, pdf: self._complete(pdf, fonts))

    def _complete(self, pdf: pydyf.PDF, fonts: "_Uncut") -> None:
        """Puts the outlines of the glyphs that each font of ours shows into its program."""
        programs: dict[bytes, tuple[Outlines, set[int]]] = {}
        for font in pdf.objects:
            family = fonts.families.get(font["BaseFont"]) if isinstance(font, dict) and "W" in font else None
            if family:
                program = _referred(pdf, font["FontDescriptor"])["FontFile3"]
                programs.setdefault(program, (self.outlines[family], set()))[1].update(_glyphs(font["W"]))
        for program, (outlines, glyphs) in programs.items():
            stream = _referred(pdf, program)
            stream.stream = [outlines.font(glyphs)]
            stream.extra["Subtype"] = "/CIDFontType0C"


class _Uncut(dict):
    """The fonts of one document, as WeasyPrint enters them; it is kept from cutting those of ours."""

    def __init__(self, ours: set[str]):
        super().__init__()
        self._ours = ours
        self.families: dict[bytes, str] = {}

    def __setitem__(self, key: Any, font: Any) -> None:
        if font.family in self._ours:
            font.clean = lambda *_: None
            self.families[font.name] = font.family
        super().__setitem__(key, font)


class _Contents(URLFetcher):
    """Gives what stands for each family's file."""

    def __init__(self, contents: Mapping[str, bytes]):
        super().__init__()
        self._contents = contents

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        return URLFetcherResponse(url, body=self._contents[unquote(url.removeprefix(_SCHEME))])


def _outlines(path: Path) -> Outlines | None:
    """The outlines of a font file, or None where WeasyPrint has to take care of it."""
    try:
        return Outlines(path)
    except ValueError:
        return None


def _referred(pdf: pydyf.PDF, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _glyphs(widths: pydyf.Array) -> Iterator[int]:
    """The glyphs of a font's array of widths: the first number of each run, then the widths of the run."""
    for first, run in zip(widths[::2], widths[1::2], strict=True):
        yield from range(first, first + len(run))
