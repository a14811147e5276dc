"""PDF: our fonts in it, no glyph missing, nothing read from outside the templates, the same bytes every time."""

import hashlib
import io
import os
import subprocess
import sys

import pytest
from markupsafe import Markup
from pypdf import PdfReader

from generator.catalog import Library
from generator.errors import TemplateError
from generator.rendering.html import Part, render_page
from generator.rendering.pdf import FONT_FILES, MissingGlyph, render_pdf
from tests.support import CHECKOUT, needs_pango, pdf_text, words

# Unassigned, private-use and reserved characters: at least one of them is in no font of any machine.
HOPELESS = ["\u0378", "\U0010fffd", "\U000effff", "\u187f"]


@pytest.fixture(autouse=True)
def _pango():
    needs_pango()


def page(*bodies: str) -> str:
    parts = [Part(Markup(body), ("纵向",)) for body in bodies]
    return render_page("题目", parts, Library().loader)


def missing_character() -> str:
    for character in HOPELESS:
        try:
            render_pdf(f"<p>{character}</p>")
        except MissingGlyph:
            return character
    pytest.skip("this machine has a font for everything")


def fonts(pdf: bytes) -> dict[str, dict]:
    """The fonts of a PDF by name, each with its descriptor."""
    found = {}
    for one in PdfReader(io.BytesIO(pdf)).pages:
        for reference in one["/Resources"].get("/Font", {}).values():
            font = reference.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            found[str(font["/BaseFont"]).partition("+")[2]] = inner["/FontDescriptor"].get_object()
    return found


class TestText:
    def test_every_character_of_the_page_is_in_the_pdf(self):
        text = "甲乙丙㛃堃喆𠮷·“”‘’——……〔2024〕1号 <b>&amp; ABC 123 é"
        made = pdf_text(render_pdf(page(f"<p class='正文'>{text.replace('<b>', '&lt;b>')}</p>")))
        assert words(text.replace("&amp;", "&")) in words(made)

    def test_marks_that_are_never_seen_need_no_glyph(self):
        assert "甲乙" in words(pdf_text(render_pdf("<p>甲\u200b\u2060乙\ufeff</p>"))).replace("\u200b", "").replace(
            "\u2060", ""
        )

    def test_each_part_begins_a_page(self):
        made = pdf_text(render_pdf(page("<p>甲</p>", "<p>乙</p>")))
        assert [text.strip()[:1] for text in made.split("\f") if text.strip()] == ["甲", "乙"]


class TestFonts:
    @pytest.mark.parametrize("family", FONT_FILES)
    def test_each_of_our_families_is_found_without_installing_it_and_embedded(self, family):
        made = fonts(render_pdf(f'<p style="font-family: {family}">职称评审</p>'))
        assert list(made) == [family]
        assert "/FontFile3" in made[family]

    def test_a_missing_glyph_stops_the_pdf_and_names_the_character(self):
        character = missing_character()
        with pytest.raises(MissingGlyph) as caught:
            render_pdf(page(f"<p class='正文'>张{character}三</p>", f"<h1>{character}</h1>"))
        assert caught.value.characters == [character]
        assert f"没有能显示“{character}”（U+{ord(character):04X}）的字体" in str(caught.value)
        assert "fonts-noto-cjk" in str(caught.value)

    def test_a_missing_glyph_in_one_pdf_does_not_spoil_the_next(self):
        with pytest.raises(MissingGlyph):
            render_pdf(f"<p>{missing_character()}</p>")
        assert render_pdf("<p>甲</p>").startswith(b"%PDF")


class TestNothingIsFetched:
    @pytest.mark.parametrize(
        "markup",
        [
            "<img src='file:///etc/passwd'>",
            "<img src='/etc/passwd'>",
            "<img src='../pyproject.toml'>",
            "<img src='frames/../../pyproject.toml'>",
            "<img src='frames/%2e%2e/%2e%2e/pyproject.toml'>",
            "<img src='http://127.0.0.1:9/x.png'>",
            "<img src='https://127.0.0.1:9/x.png'>",
            "<img src='//127.0.0.1:9/x.png'>",
            "<img src='ftp://127.0.0.1:9/x.png'>",
            "<link rel=stylesheet href='http://127.0.0.1:9/x.css'>",
            "<link rel=stylesheet href='file:///etc/passwd'>",
            "<style>@import 'http://127.0.0.1:9/x.css';</style>",
            "<style>@font-face { font-family: x; src: url(file:///etc/passwd) } p { font-family: x }</style>",
            "<p style='background: url(file:///etc/passwd)'>甲</p>",
            "<ul style='list-style-image: url(file:///etc/passwd)'><li>甲</ul>",
            "<object data='file:///etc/passwd'></object>",
            "<embed src='file:///etc/passwd'>",
            "<link rel=attachment href='file:///etc/passwd'>",
            "<a rel=attachment href='file:///etc/passwd'>甲</a>",
        ],
    )
    def test_an_address_outside_the_templates_stops_the_pdf(self, markup):
        with pytest.raises(TemplateError, match="模板不得读取模板文件夹以外的内容"):
            render_pdf(f"<p>甲</p>{markup}")

    @pytest.mark.parametrize(
        "markup",
        [
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='file:///etc/passwd'/></svg>",
            "<iframe src='file:///etc/passwd'></iframe>",
            "<p>x</p><script src='http://127.0.0.1:9/x.js'></script>",
        ],
    )
    def test_what_weasyprint_does_not_follow_is_not_in_the_pdf(self, markup):
        assert "root:" not in pdf_text(render_pdf(f"<p>甲</p>{markup}"))

    def test_a_file_of_the_templates_may_be_used(self):
        font = FONT_FILES["公文楷体"]
        style = f"<style>@font-face {{ font-family: 自选; src: url(fonts/{font}) }} p {{ font-family: 自选 }}</style>"
        assert list(fonts(render_pdf(f"{style}<p>甲</p>"))) == ["自选"]


def test_the_same_page_gives_the_same_bytes_in_any_process():
    content = page("<h1 class='标题'>通知</h1><p class='正文'>甲乙丙丁</p>", "<p class='黑体'>一、戊</p>")
    program = (
        "import sys, hashlib; from generator.rendering.pdf import render_pdf;"
        "print(hashlib.sha256(render_pdf(sys.stdin.read())).hexdigest())"
    )
    digests = {hashlib.sha256(render_pdf(content)).hexdigest(), hashlib.sha256(render_pdf(content)).hexdigest()}
    digests |= {
        subprocess.run(
            [sys.executable, "-c", program],
            input=content,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert len(digests) == 1
