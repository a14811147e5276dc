"""A frame lays out every style of block, in every face, in Word and on the web page alike."""

from dataclasses import replace

import pytest

from generator.catalog import Library
from generator.rendering.blocks import HEITI, KAITI, PLAIN, RULED, Block, Run
from generator.rendering.containers import CONTAINERS
from generator.rendering.docx import render_docx
from generator.rendering.html import render_fragment
from generator.rendering.official import imprint, letterhead
from generator.rendering.paragraphs import HEADINGS
from generator.rendering.table import laid_out
from tests.documents.reading import docx_text, html_text, words
from tests.documents.watching import Watch
from tests.support import opened, schema_errors

LIBRARY = Library()
FACES = (PLAIN, HEITI, KAITI, RULED)
FRAMES = sorted(path.stem for path in (LIBRARY.folders[-1] / "frames").glob("*.docx"))
_OTHERWISE = {"换页", "书写格", "版记"}  # not made of runs
STYLES = [
    name for name in ("正文", "署名", "日期", "自造样式", *HEADINGS.values(), *CONTAINERS) if name not in _OTHERWISE
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
    rows = [["1", "硕士", "档案"], ["2", "学士", "历史"]]
    return Block("表格", table=laid_out({"列宽": [2, 4, 6], "表头": heads, "行": rows}))


def merged_table() -> Block:
    """Cells over rows and columns, in the heading and below it; one column of long text."""
    wide, tall = {"跨列": 2, "跨行": 1}, {"跨列": 1, "跨行": 2}
    rows = [
        [{"文字": "县市", **tall}, {"文字": "名额", **wide}, {"文字": "说明"}],
        [{"文字": "正高"}, {"文字": "副高"}, {"文字": "事由"}],
        [{"文字": "甲县", **tall}, {"文字": "合计十五", **wide}, {"文字": "长" * 30}],
        [{"文字": "3"}, {"文字": "12"}, {"文字": "第一行\n第二行"}],
    ]
    return Block("表格", table=laid_out({"列宽": [], "表头行数": 2, "行": rows}))


def official_parts() -> list[Block]:
    """What the containers of an official document become."""

    def lines(*texts: str) -> list[tuple[Run, ...]]:
        return [(Run(text),) for text in texts]

    number, title = in_every_face("发文字号"), in_every_face("标题")
    return [
        *letterhead(lines("示例甲州", "示例乙局文件")),
        in_every_face("发文机关标志"),
        number,
        *letterhead(lines("示例丙州人力资源和社会保障局", "示例丁局", "文件")),
        number,
        *letterhead(lines("示例戊局", "文件")),
        title,
        *(replace(in_every_face("署名", "某局\t"), above=2, columns=columns) for columns in (2, 3)),
        in_every_face("日期"),
        in_every_face("附注"),
        *imprint(lines("抄送：示例甲，示例乙。", "示例办公室｜2024年8月18日印发")),
        *imprint(lines("抄送：示例丙。", *(f"示例办公室{number}｜2024年8月18日印发" for number in range(20)))),
        *letterhead(lines("示例己局", "文件")),
    ]


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
        merged_table(),
        Block("书写格", lines=3),
        Block("书写格", lines=0),
        Block("换页"),
        *official_parts(),
    ]


def in_every_face(style: str, beginning: str = "") -> Block:
    runs = [Run(f"{beginning}{style}{PLAIN}甲"), *(Run(f"{style}{face}甲", face) for face in FACES[1:])]
    return Block(style, tuple(runs), right=2.5)


def rendered(frame: str, library: Library, *blocks: Block) -> tuple[bytes, bytes]:
    """The Word file and the web page of these blocks, or of every one."""
    values = {
        "块组": [block.as_context() for block in blocks or every_block()],
        "附件号": "",
        "文件标题": "示例",
        "状态": "填写",
    }
    word_file = render_docx(library.find(f"frames/{frame}.docx"), values)
    page = f"<html><body>{render_fragment(f'frames/{frame}.html', values, library.loader)}</body></html>"
    return word_file, page.encode()


@pytest.mark.parametrize("frame", FRAMES)
def test_every_block_is_laid_out_with_all_its_words(frame):
    word_file, page = rendered(frame, LIBRARY)
    docx = words(docx_text(word_file))
    assert docx == words(html_text(page))
    assert [
        block.style for block in every_block() if any(words(line) not in docx for line in block.text.split("\n"))
    ] == []
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
        rendered(frame, library, *imprint([(Run("抄送：示例甲。"),)]))
    watch.forget_compiled()
    assert len(watch.seen) > 50
    assert {place: sides for place, sides in watch.seen.items() if len(sides) != 2} == {}
