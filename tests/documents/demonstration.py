"""A document with every part of an official one, laid out by the program and, from its Word file, by LibreOffice."""

import os
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import ChoiceLoader, DictLoader

from generator.catalog import Library
from generator.rendering.docx import render_docx
from generator.rendering.html import Part, render_fragment, render_page
from generator.rendering.pdf import FONT_FILES, render_pdf
from generator.rendering.wording import render_blocks
from generator.resources import fonts_folder
from tests.support import needs, needs_pango

LIBRARY = Library()
PORTRAIT, LANDSCAPE = "official", "official_landscape"
PROGRAM, LIBREOFFICE = "program", "LibreOffice"

LETTERHEAD = "::: 发文机关标志\n示例州人力资源和社会保障局\n示例州档案局\n文件\n:::\n\n"
NUMBER = "::: 发文字号\n示人社发〔2024〕12号\n:::\n\n"
TITLE = (
    "# 关于做好2024年度｜示例系列专业技术人员｜职称评审工作的｜通知\n\n::: 主送\n各县市人力资源和社会保障局：\n:::\n\n"
)
PARAGRAPH = "为做好有关工作，现就有关事项通知如下，请各单位结合实际认真组织实施，确保按时完成各项任务。\n\n"
TABLE = "{{ 表格.名额|表格 }}\n\n"
ATTACHED = "::: 附件说明\n附件：1.名额分配表\n2.申报人员花名册\n:::\n\n"
JOINT = "::: 落款 盖章\n示例州人力资源和社会保障局\n示例州档案局\n2024年8月16日\n:::\n\n"
REMARK = "::: 附注\n（联系人：张三，电话：0996-0000000）\n:::\n\n"
COPIED = "抄送：示例州党委办公室，示例州人大常委会办公室，示例州政府办公室，示例州政协办公室，各县市人民政府。\n"
PRINTED = "示例州人力资源和社会保障局办公室｜2024年8月18日印发\n"
IMPRINT = f"::: 版记\n{COPIED}{PRINTED}:::\n"
WHOLE = LETTERHEAD + NUMBER + TITLE + PARAGRAPH * 3 + TABLE + ATTACHED + JOINT + REMARK + IMPRINT

QUOTAS = {
    "列宽": [],
    "表头行数": 2,
    "行": [
        [{"文字": "单位", "跨行": 2}, {"文字": "名额", "跨列": 2}, {"文字": "说明", "跨行": 2}],
        [{"文字": "正高"}, {"文字": "副高"}],
        [
            {"文字": "甲县"},
            {"文字": "3"},
            {"文字": "12"},
            {"文字": "按在岗人数核定，\n有特殊情况的另行报告", "跨行": 2},
        ],
        [{"文字": "乙市"}, {"文字": "合计十五", "跨列": 2}],
    ],
}


def word_file(source: str, frame: str = PORTRAIT, table: dict | None = None) -> bytes:
    """The Word file of a wording."""
    return render_docx(LIBRARY.find(f"frames/{frame}.docx"), _values(source, table))


def part(source: str, frame: str = PORTRAIT, table: dict | None = None, *, draft: bool = False) -> Part:
    """The wording as a part of a web page."""
    values = _values(source, table)
    turned = "横向" if frame == LANDSCAPE else "纵向"
    return Part(render_fragment(f"frames/{frame}.html", values, LIBRARY.loader), (turned,), draft)


def page(*parts: Part) -> str:
    return render_page("示例", list(parts), LIBRARY.loader)


def pdf(*parts: Part) -> bytes:
    needs_pango()
    return render_pdf(page(*parts))


def _values(source: str, table: dict | None) -> dict:
    loader = ChoiceLoader([DictLoader({"示例.md": source}), LIBRARY.loader])
    values = {"状态": "填写", "表格": {"名额": table or QUOTAS}}
    blocks = [block.as_context() for block in render_blocks("示例.md", values, loader)]
    return {"块组": blocks, "文件标题": "示例", "状态": "填写"}


def by_libreoffice(files: dict[str, bytes]) -> dict[str, bytes]:
    """PDF files of Word files, with the program's own fonts for those that the Word files name."""
    needs("soffice")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fonts.conf").write_text(_font_configuration(folder), "utf-8")
        for title, content in files.items():
            (folder / f"{title}.docx").write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        sources = sorted(folder.glob("*.docx"))
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder, *sources]
        environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
        subprocess.run(command, capture_output=True, check=True, timeout=300, env=environment)
        return {title: (folder / f"{title}.pdf").read_bytes() for title in files}


def _font_configuration(folder: Path) -> str:
    named = {"仿宋_GB2312": "公文仿宋", "黑体": "公文黑体", "宋体": "公文宋体", "楷体_GB2312": "公文楷体"}
    named["方正小标宋简体"] = "公文小标宋"
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="file" mode="assign"><string>{fonts_folder() / FONT_FILES[font]}</string></edit>'
        f'<edit name="family" mode="assign" binding="same"><string>{Path(FONT_FILES[font]).stem.partition("-")[0]}'
        "</string></edit></match>"
        for name, font in named.items()
    )
    return (
        '<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{fonts_folder()}</dir><cachedir>{folder / 'cache'}</cachedir>{aliases}</fontconfig>"
    )


@cache
def laid_out_by(engine: str) -> dict[str, bytes]:
    """PDF files of the documents that tests measure, by their names."""
    sources = {
        "whole": WHOLE,
        "one line": "::: 发文机关标志\n示例市人民政府文件\n:::\n\n" + NUMBER + TITLE + PARAGRAPH,
        "two lines": "::: 发文机关标志\n示例甲乙丙丁戊自治州\n文化体育广播电视和旅游局文件\n:::\n\n" + NUMBER + TITLE,
        "no number": "::: 发文机关标志\n示例市人民政府文件\n:::\n\n" + TITLE,
        "sealed": TITLE + PARAGRAPH + "::: 落款 盖章\n示例州档案局\n2024年8月16日\n:::\n",
        "sealed by five": TITLE
        + PARAGRAPH
        + "::: 落款 盖章\n甲局\n乙档案局\n丙办公室\n丁委员会\n戊厅\n2024年8月16日\n:::\n",
        "unsealed": TITLE + PARAGRAPH + "::: 落款\n示例州人力资源和社会保障局\n示例州档案局\n2024年8月16日\n:::\n",
        "only copied": TITLE + f"::: 版记\n{COPIED}:::\n",
        "only printed": TITLE + f"::: 版记\n{PRINTED}:::\n",
        "imprint alone": IMPRINT,
        "full page": PARAGRAPH * 11 + IMPRINT,
        "room left": PARAGRAPH * 9 + IMPRINT,
    }
    if engine == PROGRAM:
        return {name: pdf(part(source)) for name, source in sources.items()}
    return by_libreoffice({name: word_file(source) for name, source in sources.items()})
