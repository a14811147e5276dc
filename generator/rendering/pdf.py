"""PDF from the HTML page, through WeasyPrint: our fonts embedded, nothing fetched, no glyph missing."""

import io
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.errors import FindingsError, TemplateError, UsageError
from generator.finding import Finding
from generator.resources import fonts_folder, templates_folder

# The families that print.css asks for first, with the file that stands for each.
FONT_FILES = {
    "公文仿宋": "FandolFang-Regular.otf",
    "公文楷体": "FandolKai-Regular.otf",
    "公文黑体": "FandolHei-Regular.otf",
    "公文小标宋": "FandolSong-Bold.otf",
    "公文宋体": "FandolSong-Regular.otf",
}
_CODE_POINT = re.compile(r"U\+([0-9A-Fa-f]{4,6})")
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_OF_ITS_PAGE = re.compile(r"@(?:import|font-face|counter-style|color-profile|layer)\b")
_FIXED_TIME = "315532800"  # 1980-01-01 in seconds: the time that a subsetter without HarfBuzz would stamp into fonts


class MissingGlyph(FindingsError):
    """Characters that no font of this machine can show, with a finding for each."""

    def __init__(self, characters: list[str]):
        self.characters = characters
        remedy = (
            "请安装含生僻字的字体（Debian/Ubuntu：sudo apt-get install fonts-noto-cjk；Windows：宋体-ExtB），"
            "或先用 Word 格式"
        )
        super().__init__(
            Finding("glyph", "error", f"本机没有能显示“{char}”（U+{ord(char):04X}）的字体", remedy=remedy)
            for char in characters
        )


def render_pdf(page: str) -> bytes:
    """The PDF of an HTML page: the same page gives the same bytes, whatever was rendered before.

    Raises MissingGlyph for characters without a glyph, TemplateError for an address outside the templates folder,
    UsageError where Pango is missing.
    """
    with no_glyph_missing(), templates_only():
        return fonts().write(laid_out(page))


def laid_out(page: str) -> Any:
    """The WeasyPrint document of an HTML page, to be written by `fonts`."""
    page, style = _without_style(page)
    document = _weasyprint().HTML(string=page, base_url=_base(), url_fetcher=_fetcher())
    sheets = [fonts().stylesheet, *([_style(style)] if style else [])]
    return document.render(stylesheets=sheets, font_config=fonts().configuration)


@contextmanager
def templates_only() -> Iterator[None]:
    """Raises TemplateError where a page asks for an address outside the templates folder."""
    refused = _weasyprint().urls.FatalURLFetchingError
    try:
        yield
    except refused as error:
        raise TemplateError("PDF", f"模板不得读取模板文件夹以外的内容：{error}", "请删去模板里的这个地址") from error


@contextmanager
def no_glyph_missing() -> Iterator[None]:
    """Raises MissingGlyph for the characters that are written without a glyph inside."""
    watch = _NotdefWatch()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(watch)
    try:
        yield
    finally:
        logger.removeHandler(watch)
    if watch.characters:
        raise MissingGlyph(watch.characters)


def require_pdf() -> None:
    """Raises UsageError, with the remedy, where this machine cannot make PDF."""
    _weasyprint()


@cache
def _weasyprint() -> Any:
    os.environ.setdefault("SOURCE_DATE_EPOCH", _FIXED_TIME)
    try:
        with redirect_stdout(io.StringIO()):  # where it would print advice in English
            import weasyprint
    except OSError as error:
        raise UsageError(
            "生成 PDF 需要 Pango，本机没有。Word 文件不受影响（--format docx）。"
            "安装方法见 zhicheng doctor，例如 sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        ) from error
    from generator.rendering import pdf_justify

    pdf_justify.install()
    return weasyprint


@cache
def fonts() -> Any:
    """The fonts of every PDF of this process (`pdf_fonts.Fonts`). Raises UsageError where Pango is missing."""
    _weasyprint()
    from generator.rendering.pdf_fonts import Fonts

    return Fonts({family: fonts_folder() / file for family, file in FONT_FILES.items()})


def _base() -> str:
    return f"{templates_folder()}/"


def _without_style(page: str) -> tuple[str, str]:
    """The page and its style sheet, parsed once for all pages; a page that has several, or links, keeps them.

    What stands apart in its own page, too, is whatever it sets for the whole document.
    """
    found = _STYLE.findall(page)
    if len(found) != 1 or page.count("<style") != 1 or "<link" in page or _OF_ITS_PAGE.search(found[0]):
        return page, ""
    return _STYLE.sub("", page), found[0]


@lru_cache(maxsize=8)
def _style(text: str) -> Any:
    return _weasyprint().CSS(string=text, base_url=_base(), url_fetcher=_fetcher(), font_config=fonts().configuration)


@cache
def _fetcher() -> Any:
    from urllib.request import url2pathname

    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    folder = templates_folder().resolve()

    class TemplatesOnly(URLFetcher):
        """Fetches files of the templates folder; anything else ends the rendering."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            address = urlsplit(url)
            path = Path(url2pathname(address.path)).resolve()
            if address.scheme != "file" or not path.is_relative_to(folder):
                raise FatalURLFetchingError(url)
            return super().fetch(url, headers)

    return TemplatesOnly(allowed_protocols=("file",), fail_on_errors=True)


class _NotdefWatch(logging.Handler):
    """Collects the characters for which WeasyPrint logs a missing glyph."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.characters: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if ".notdef" in message:
            found = [chr(int(code, 16)) for code in _CODE_POINT.findall(message)]
            self.characters += [character for character in found if character not in self.characters]
