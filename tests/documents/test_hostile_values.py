"""Values that look like markup, tags or notation, that are very long, or have rare characters, arrive as typed."""

import io
import re
from collections import Counter

import openpyxl
import pytest

from generator.build import XLSX, Request
from generator.catalog import APPLICANT, CAMPAIGN, ROSTER
from generator.errors import TemplateError
from generator.model.case import Case
from generator.rendering.environment import FILLED
from tests.documents.declared import declared_texts
from tests.documents.hostile import HOSTILE, RARE, hostile_campaign, hostile_case
from tests.documents.papers import KINDS, LIBRARY, Paper
from tests.documents.reading import words
from tests.documents.variants import data_of
from tests.support import pdf_text

MILLIMETRE = 72 / 25.4
# The text area of GB/T 9704 (margins of 37, 35, 28 and 26 mm), and 3 mm for marks that hang over its edge.
UPRIGHT = (25, 34, 210 - 23, 297 - 32)
LANDSCAPE = (32, 25, 297 - 34, 210 - 23)


def test_every_declared_value_arrives_as_typed(hostile):
    """Tabs, spaces and line ends included, but no empty lines; where sentences are ended for the reader, up to that."""
    texts = {format: without_empty_lines(hostile.text(format)) for format in ("docx", "html")}
    missing = [
        (format, path)
        for path, value in declared_texts(hostile)
        for format in texts
        if without_empty_lines(value) not in texts[format]
    ]
    assert missing == []


def without_empty_lines(text: str) -> str:
    return re.sub("\n+", "\n", text)


def test_word_file_and_web_page_hold_the_same_words(hostile):
    assert hostile.words("docx") == hostile.words("html")


def test_the_pdf_holds_the_same_words(hostile):
    """In tables a cell longer than a page goes on in turn with its neighbours: there each character is counted."""
    pdf, page = hostile.words("pdf"), hostile.words("html")
    assert Counter(pdf) == Counter(page)
    assert pdf == page or "<table" in hostile.file("html").decode("utf-8")


def test_no_word_leaves_the_text_area(hostile):
    layout = pdf_text(hostile.file("pdf"), "-bbox")
    outside = []
    for page in layout.split("<page ")[1:]:
        width, height = sizes(page, "width", "height")
        left, top, right, bottom = (side * MILLIMETRE for side in (LANDSCAPE if width > height else UPRIGHT))
        for line in page.splitlines():
            if "<word" in line and not is_page_number(line):
                x0, y0, x1, y1 = sizes(line, "xMin", "yMin", "xMax", "yMax")
                if x0 < left or y0 < top or x1 > right or y1 > bottom:
                    outside.append(line)
    assert outside == []


def sizes(line: str, *names: str) -> list[float]:
    return [float(re.search(rf'{name}="(-?[\d.]+)"', line).group(1)) for name in names]


def is_page_number(line: str) -> bool:
    return bool(re.search(r">[—\d]+</word>", line))


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.startswith("roster")])
def test_the_workbook_holds_each_value_as_typed(name):
    paper = HOSTILE[name]
    sheet = openpyxl.load_workbook(io.BytesIO(paper.file(XLSX))).active
    cells = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    values = [value for _, value in declared_texts(paper)]
    assert [value for value in values if value not in cells and not any(value in str(cell) for cell in cells)] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if LIBRARY.document(kind).data == APPLICANT])
def test_rare_characters_are_in_every_format(kind):
    paper = Paper(f"{kind}-rare", Request(hostile_case(f"{RARE}@"), kind, FILLED))
    values = [value for path, value in declared_texts(paper) if RARE in value]
    assert values or not any(path.startswith(("申报人", "单位")) for path in paper.document.fields)
    try:
        paper.file("pdf")
    except TemplateError as error:
        pytest.skip(str(error))
    formats = ("docx", "pdf", "html")
    assert [(format, value) for format in formats for value in values if value not in paper.words(format)] == []


def test_every_text_of_the_campaign_is_printed_in_some_document():
    campaign = hostile_campaign("丙@丁")
    case = hostile_case("丙@丁")
    printed = ""
    about = {
        APPLICANT: Case(campaign, case.applicant, case.unit),
        ROSTER: Case(campaign, roster=(case,)),
        CAMPAIGN: Case(campaign),
    }
    for kind, document in LIBRARY.documents.items():
        if document.data in about:
            printed += Paper(kind, Request(about[document.data], kind, FILLED)).words("docx")
    assert {path for path, text in campaign_texts(data_of(campaign)) if words(text) not in printed} == NEVER_PRINTED


def campaign_texts(value, path=""):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from campaign_texts(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for item in value:
            yield from campaign_texts(item, path)
    elif isinstance(value, str):
        yield path, value


# What steers, where a text comes from, and what is only said to the maker of papers.
NEVER_PRINTED = {
    "类型", "地州市", "公示规定.身份证号显示", "答辩.免于答辩.基层含县级", "费用.收取", "附件.文种", "材料清单.去向",
    "材料清单.文种", "网上填报.条款", "花名册.列.取值", "花名册.列.下级.取值", "公示规定.阶段.天数单位",
    "与原件一致说明.书写方式", "承诺.手写承诺语.书写方式", "承诺.承诺书.书写方式", "承诺.栏内承诺语.书写方式",
    "推荐单位审核意见.书写方式", "推荐单位审核意见.出处", "与原件一致说明.出处", "承诺.手写承诺语.出处",
    "承诺.承诺书.出处", "承诺.栏内承诺语.出处", "免学申请.出处", "材料目录.出处", "花名册.声明",
    "存疑.事项", "存疑.说明", "存疑.出处",
    "免学申请.审核.工作", "免学申请.审核.审核单位", "免学申请.审核.名称含", "免学申请.审核.出处", "材料清单.印证",
    "材料清单.适用条件.申报情形", "材料清单.条件关系", "材料清单.民营企业免交", "网上填报.印证", "通过率.计算",
}  # fmt: skip
