"""The look of the Word templates and of print.css: GB/T 9704-2012, parameter set A."""

import re
import zipfile
from io import BytesIO
from itertools import pairwise

import pytest
from jinja2 import FileSystemLoader
from lxml import etree
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from generator.rendering.blocks import Block, Run
from generator.rendering.containers import CONTAINERS, SIGNATURE_BLOCK
from generator.rendering.html import Part, render_fragment, render_page
from generator.rendering.official import JOINT_LETTERHEAD, LEVELS, LONG_IMPRINT
from generator.rendering.paragraphs import HEADINGS, TABLE
from generator.rendering.pdf import FONT_FILES, render_pdf
from generator.rendering.signature import DATE, SIGNATURE
from generator.resources import templates_folder

TEMPLATES = templates_folder()
FRAMES = ("frames/official.docx", "frames/letter.docx", "frames/official_landscape.docx", "frames/table.docx")
RUNNING, WIDE = FRAMES[:3], FRAMES[2:]
FORMS = ("documents/exemption_form/form.docx", "documents/materials_catalogue/form.docx")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CSS = re.sub(r"/\*.*?\*/", "", (TEMPLATES / "frames/print.css").read_text(encoding="utf-8"), flags=re.DOTALL)
BLOCK_STYLES = {*HEADINGS.values(), *CONTAINERS, SIGNATURE, DATE, TABLE, JOINT_LETTERHEAD, LONG_IMPRINT} - {
    SIGNATURE_BLOCK
}


def parts(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(TEMPLATES / name) as archive:
        return {member: archive.read(member) for member in archive.namelist()}


def body(name: str) -> etree._Element:
    return etree.fromstring(parts(name)["word/document.xml"])


def styles() -> dict[str, etree._Element]:
    root = etree.fromstring(parts(FRAMES[0])["word/styles.xml"])
    return {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}


def inherited(name: str, path: str) -> etree._Element | None:
    """The property at `path` (such as w:pPr/w:spacing) of a style, or of the nearest style it is based on."""
    all_styles = styles()
    while name:
        found = all_styles[name].find(path.replace("w:", W))
        if found is not None:
            return found
        base = all_styles[name].find(f"{W}basedOn")
        name = base.get(f"{W}val") if base is not None else ""
    return None


def value(name: str, path: str, attribute: str = "val") -> str | None:
    found = inherited(name, path)
    return None if found is None else found.get(f"{W}{attribute}")


def font(name: str) -> str:
    return value(name, "w:rPr/w:rFonts", "eastAsia") or "仿宋_GB2312"


@pytest.mark.parametrize("name", [*FRAMES, *FORMS])
def test_all_templates_share_every_part_but_the_body(name: str):
    ours, first = parts(name), parts(FRAMES[0])
    assert {part for part in first if ours.get(part) != first[part]} <= {"word/document.xml"}
    assert ours.keys() == first.keys()


@pytest.mark.parametrize("name", [*FRAMES, *FORMS])
def test_a_template_is_valid_open_xml(name: str):
    assert [str(error) for error in OpenXmlValidator().validate(TEMPLATES / name).errors] == []


@pytest.mark.parametrize("name", [*FRAMES, *FORMS])
def test_every_style_that_a_template_uses_exists(name: str):
    used = {
        element.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for element in body(name).iter(f"{W}{tag}")
    }
    assert used <= styles().keys()


def test_fonts_are_named_for_chinese_and_latin_alike_and_never_by_theme():
    xml = parts(FRAMES[0])["word/styles.xml"].decode()
    assert "Theme=" not in xml
    fonts = list(etree.fromstring(xml.encode()).iter(f"{W}rFonts"))
    assert fonts
    for each in fonts:
        assert len({each.get(f"{W}{script}") for script in ("ascii", "hAnsi", "eastAsia", "cs")}) == 1


def test_no_style_is_bold_or_italic():
    root = etree.fromstring(parts(FRAMES[0])["word/styles.xml"])
    assert not [element for tag in ("b", "i") for element in root.iter(f"{W}{tag}")]


@pytest.mark.parametrize("name", [*FRAMES, *FORMS])
def test_every_run_asks_for_chinese_quotes_and_dashes(name: str):
    runs = [run for run in body(name).iter(f"{W}r") if run.find(f"{W}t") is not None]
    assert all(run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia" for run in runs)


def test_body_text_is_size_3_fangsong_on_28_95_point_lines_indented_two_characters():
    assert font("公文正文") == "仿宋_GB2312"
    assert value("公文正文", "w:pPr/w:spacing", "line") == "579"
    assert value("公文正文", "w:pPr/w:spacing", "lineRule") == "exact"
    assert value("公文正文", "w:rPr/w:spacing") == "-5"
    assert value("公文正文", "w:pPr/w:ind", "firstLineChars") == "200"
    defaults = etree.fromstring(parts(FRAMES[0])["word/styles.xml"]).find(f"{W}docDefaults")
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "32"


def test_the_title_is_size_2_xiaobiaosong_centred_off_the_grid():
    assert font("公文标题") == "方正小标宋简体"
    assert value("公文标题", "w:rPr/w:sz") == "44"
    assert value("公文标题", "w:pPr/w:jc") == "center"
    assert value("公文标题", "w:pPr/w:snapToGrid") == "0"
    assert 660 <= int(value("公文标题", "w:pPr/w:spacing", "line")) <= 720


@pytest.mark.parametrize(
    ("style", "expected"),
    [("一级标题", "黑体"), ("二级标题", "楷体_GB2312"), ("三级标题", "仿宋_GB2312"), ("附件号", "黑体")],
)
def test_headings_differ_by_typeface_only(style: str, expected: str):
    assert font(style) == expected
    assert value(style, "w:rPr/w:sz") in (None, "32")
    assert inherited(style, "w:pPr/w:keepNext") is not None


@pytest.mark.parametrize(
    ("name", "size", "margins"),
    [
        *((name, ("11906", "16838"), ("2098", "1474", "1984", "1588")) for name in (*FRAMES[:2], *FORMS)),
        *((name, ("16838", "11906"), ("1588", "2098", "1474", "1984")) for name in WIDE),
    ],
)
def test_page_and_margins(name: str, size: tuple[str, str], margins: tuple[str, ...]):
    section = body(name).find(f"{W}body/{W}sectPr")
    page, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (page.get(f"{W}w"), page.get(f"{W}h")) == size
    assert tuple(margin.get(f"{W}{edge}") for edge in ("top", "right", "bottom", "left")) == margins
    assert [reference.get(f"{W}type") for reference in section.iter(f"{W}footerReference")] == ["default", "even"]


@pytest.mark.parametrize(
    ("footer", "side"), [("footer1", "right"), ("footer2", "left"), ("footer3", "right"), ("footer4", "left")]
)
def test_page_numbers_stand_outside_between_dashes(footer: str, side: str):
    root = etree.fromstring(parts(FRAMES[0])[f"word/{footer}.xml"])
    number = next(p for p in root.iter(f"{W}p") if p.find(f"{W}r/{W}t") is not None)
    assert "".join(number.itertext()) == "—  PAGE 1 —"
    assert number.find(f"{W}pPr/{W}jc").get(f"{W}val") == side
    assert font("公文页码") == "宋体"
    assert value("公文页码", "w:rPr/w:sz") == "28"


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_prints_unknown_blocks_as_plain_text(name: str):
    texts = ["".join(p.itertext()) for p in body(name).iter(f"{W}p")]
    assert "{{ 段.文本 }}" in texts[texts.index("{%p else %}") + 1]


def test_frames_of_running_text_show_a_sample_of_every_block_style():
    for name in RUNNING:
        text = "".join(body(name).itertext())
        assert {style for style in BLOCK_STYLES if f'块.样式 == "{style}"' not in text} == set()


def test_print_css_lays_out_every_block_style():
    drawn = {TABLE: ".表格", "书写格": ".格线", "正文": ".正文", JOINT_LETTERHEAD: ".联署"}
    assert {style for style in BLOCK_STYLES if drawn.get(style, f".{style}") not in CSS} == set()


def test_print_css_asks_for_the_shipped_fonts_first_and_declares_none():
    assert "@font-face" not in CSS
    stacks = re.findall(r'font(?:-family)?:[^;]*?"([^"]+)"', CSS)
    assert stacks
    assert set(stacks) == FONT_FILES.keys()


def test_print_css_never_asks_for_bold():
    assert not re.search(r"font-weight:\s*(bold|[5-9]00)", CSS)


def test_columns_of_a_table_row_sum_up_to_the_text_area():
    widths = {**dict.fromkeys((*FRAMES[:2], *FORMS), 8844), **dict.fromkeys(WIDE, 12756)}
    for name, width in widths.items():
        tables = (
            each for each in body(name).iter(f"{W}tbl") if each.find(f"{W}tblPr/{W}tblW").get(f"{W}type") == "dxa"
        )
        for grid in (table.find(f"{W}tblGrid") for table in tables):
            assert width - 160 <= sum(int(column.get(f"{W}w")) for column in grid) <= width


def test_cells_of_every_row_fill_the_grid_of_their_form():
    for name in FORMS:
        for table in body(name).iter(f"{W}tbl"):
            widths = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]
            edges = {sum(widths[:count]) for count in range(len(widths) + 1)}
            for row in table.iter(f"{W}tr"):
                assert [edge for edge in _edges(row) if edge not in edges] == []


def _edges(row: etree._Element) -> list[int]:
    widths = [int(width.get(f"{W}w")) for width in row.iter(f"{W}tcW")]
    return [sum(widths[: count + 1]) for count in range(len(widths))]


def test_a_full_pdf_page_has_22_lines_of_28_characters():
    loader = FileSystemLoader(TEMPLATES)
    blocks = [Block("正文", (Run("档" * (28 * 30)),)).as_context()]
    part = Part(render_fragment("frames/official.html", {"块组": blocks}, loader), ("纵向",))
    page = PdfReader(BytesIO(render_pdf(render_page("版心", [part], loader)))).pages[0]
    lines: dict[float, str] = {}

    def collect(text, scale, position, *_):
        y = round(scale[3] * position[5] + scale[5], 1)
        lines[y] = lines.get(y, "") + text.strip()

    page.extract_text(visitor_text=collect)
    baselines = [y for y, text in lines.items() if set(text) == {"档"}]
    assert len(baselines) == 22
    assert {len(lines[y]) for y in baselines[1:]} == {28}
    assert all(abs(upper - lower - 28.95) < 0.2 for upper, lower in pairwise(baselines))


def test_the_styles_of_the_letterhead_are_the_sizes_that_the_program_counts_by():
    for level, (_, size, condensed) in enumerate(LEVELS, start=1):
        style = f"发文机关标志{level}"
        assert font(style) == "方正小标宋简体"
        assert value(style, "w:rPr/w:sz") == str(2 * size)
        assert value(style, "w:rPr/w:w") == str(round(condensed * 100))
        assert value(style, "w:rPr/w:color") == "FF0000"
        rule = re.search(rf"\.级{level} {{ font-size: (\d+)pt;.*?(?:scaleX\(([\d.]+)\))?; }}", CSS)
        assert (float(rule[1]), float(rule[2] or 1)) == (size, condensed)
