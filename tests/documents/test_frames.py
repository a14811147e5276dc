"""A frame lays out every style of block, in every face, in Word and on the web page alike."""

import pytest

from generator.catalog import Library
from generator.rendering.blocks import HEITI, KAITI, PLAIN, RULED, Block, Run
from generator.rendering.docx import render_docx
from generator.rendering.html import render_fragment
from generator.rendering.wording import CONTAINERS, HEADINGS
from tests.documents.papers import LIBRARY
from tests.documents.reading import docx_text, html_text, words
from tests.documents.watching import Watch
from tests.support import opened, schema_errors

FACES = (PLAIN, HEITI, KAITI, RULED)
FRAMES = sorted(path.stem for path in (LIBRARY.folders[-1] / "frames").glob("*.docx"))
_WITHOUT_TEXT = {"换页", "书写格"}
STYLES = [
    name for name in ("正文", "署名", "日期", "自造样式", *HEADINGS.values(), *CONTAINERS) if name not in _WITHOUT_TEXT
]

GROUPED = [
    [{"文字": "序号", "跨列": 1, "竖并": "起"}, {"文字": "学历", "跨列": 2, "竖并": ""}],
    [
        {"文字": "", "跨列": 1, "竖并": "续"},
        {"文字": "学位", "跨列": 1, "竖并": ""},
        {"文字": "专业", "跨列": 1, "竖并": ""},
    ],
]


def table(heads) -> Block:
    return Block("表格", table={"列宽": [2, 4, 6], "表头": heads, "行": [["1", "硕士", "档案"], ["2", "学士", "历史"]]})


def every_block() -> list[Block]:
    blocks = []
    for style in STYLES:
        blocks += [in_every_face(style), Block(style, tuple(Run("短", face) for face in FACES)), in_every_face("正文")]
    blocks += [
        in_every_face("附件说明", "附件：1."),
        in_every_face("附件说明", "附件："),
        Block("正文", (Run("末段"),)),
    ]
    one_row = [{"文字": name, "跨列": 1, "竖并": ""} for name in ("序号", "学位", "专业")]
    return [
        *blocks,
        table(GROUPED),
        table([one_row]),
        Block("书写格", lines=3),
        Block("书写格", lines=0),
        Block("换页"),
    ]


def in_every_face(style: str, beginning: str = "") -> Block:
    runs = [Run(f"{beginning}{style}{PLAIN}甲"), *(Run(f"{style}{face}甲", face) for face in FACES[1:])]
    return Block(style, tuple(runs), right=2.5)


def rendered(frame: str, library: Library) -> tuple[bytes, bytes]:
    """The Word file and the web page."""
    values = {"块组": [block.as_context() for block in every_block()], "附件号": "", "文件标题": "示例", "状态": "填写"}
    word_file = render_docx(library.find(f"frames/{frame}.docx"), values)
    page = f"<html><body>{render_fragment(f'frames/{frame}.html', values, library.loader)}</body></html>"
    return word_file, page.encode()


@pytest.mark.parametrize("frame", FRAMES)
def test_every_block_is_laid_out_with_all_its_words(frame):
    word_file, page = rendered(frame, LIBRARY)
    docx = words(docx_text(word_file))
    assert docx == words(html_text(page))
    assert [block.style for block in every_block() if words(block.text) not in docx] == []
    assert docx.count("硕士") == 2
    assert docx.count("专业") == 2


@pytest.mark.parametrize("frame", FRAMES)
def test_every_line_to_write_on_is_ruled(frame):
    word_file, page = rendered(frame, LIBRARY)
    styles = [
        paragraph.style.name
        for table in opened(word_file).tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]
    assert styles.count("书写格") == page.decode().count("格线") == 3


@pytest.mark.parametrize("frame", FRAMES)
def test_a_frame_makes_a_sound_word_file(frame):
    assert schema_errors(rendered(frame, LIBRARY)[0]) == []


def test_every_condition_of_the_frames_is_seen_from_both_sides(monkeypatch):
    watch = Watch(monkeypatch)
    library = Library()
    for frame in FRAMES:
        rendered(frame, library)
    watch.forget_compiled()
    assert len(watch.seen) > 50
    assert {place: sides for place, sides in watch.seen.items() if len(sides) != 2} == {}
