"""The template-variable reference: what a template may use, told from the models."""

from collections.abc import Iterable, Iterator

from generator.catalog import Document
from generator.context import LINKS, PUBLIC_WITHHELD, ROOTS
from generator.contract import described

_INTRODUCTION = """\
# 模板变量

<!-- 本页由 make docs 从数据模型生成，请勿手改。 -->

在模板里写 `{{ 申报人.姓名 }}`，生成的文件里就印出姓名。变量的名称就是数据文件里各项的名称。标签怎样写、
空白表里怎样显示，见[写模板](writing-templates.zh-CN.md)。

名称里有 `[]` 的是可以有几项的内容，要逐项印出。文字模板 `wording.md` 这样写
（Word 模板用 `{%p for … %}`、`{%p endfor %}`，各占一段）：

```jinja
{% for 段 in 申报人.工作经历 %}
{{ 段.起 }}至{{ 段.止 }}，{{ 段.单位 }}

{% endfor %}
```
"""

PROVIDED = {
    "状态": "“填写”“模板”或“手填”：填好的文件、打××示范的空白表、留空手填的空白表",
    "草稿": "数据里还有“待确认”的内容时是“草稿”，各页都要印出；否则是空的",
    "附件号": "作为通知的附件时是“附件1”，只有一个附件时是“附件”；单独成文时是空的",
    "文件标题": "文件名（不带扩展名），写在文件的属性里",
    "本附件": "公文自己写的附件（`名称`、`正文`）；其他文件里没有",
    "版记另页": "版记要放在附件之后时是“是”；否则是空的",
    "事实": "就是 `公文.事实`，例如 `事实.日期.网上申报`",
    "表格": "就是 `公文.表格`，写成 `{{ 表格.名称\\|表格 }}`",
    "名单[]": "花名册的各人，每一项有自己的 `申报人`、`单位`、`公示`；其他文件里是空的",
    "免学": "是否免除继续教育学习：`结论`（是、否、无法判断）和 `说明`；空白表里是空的",
    "目录行[]": "申报材料目录的各行（`序号`、`名称`、`件数`）：“材料”各项，没有写的照材料清单列；不足规定行数的补空行",
    "花名册表": "花名册的整张表，写成 `{{ 花名册表\\|表格 }}`",
    "名单合计": "花名册表后的合计：`人数`、`级别[]`（`名称`、`人数`）；收费的年度另有 `金额`、`不明人数`（未计入的）和"
    " `单位[]`（`名称`、`人数`、`金额`、`不明人数`、`各项[]`：`申报类型`、`级别`、`人数`、`每人金额`、`金额`）",
    "块组[]": "只有版式（frames）里有：`wording.md` 的各段，见[写模板](writing-templates.zh-CN.md)",
}
"""What the program adds to the records' own values, and what it is for."""


def reference_page() -> str:
    """docs/template-variables.md."""
    lines = [_INTRODUCTION, *_table("程序另外提供的", PROVIDED.items()), _public_note(), ""]
    for root in ROOTS:
        lines += _table(root, _described(root))
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(title: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    return [f"## {title}", "", "| 变量 | 说明 |", "|---|---|", *(f"| `{path}` | {about} |" for path, about in rows), ""]


def _public_note() -> str:
    withheld = "、".join(f"`申报人.{name}`" for name in PUBLIC_WITHHELD)
    return f"公开的文件（`document.yaml` 写明“公开: 是”的）不能用{withheld}；`申报人.身份证号` 按年度评审的规定隐去。"


def field_lines(document: Document | None) -> Iterator[str]:
    """One line a variable; with a document, only those it prints, and whether it needs them."""
    descriptions = {path: about for root in ROOTS for path, about in _described(root)}
    if document is None:
        yield from (f"{path}\t{about}" for path, about in descriptions.items())
        return
    for path, need in document.fields.items():
        about = descriptions.get(path) or descriptions.get(f"{path}[]", "")
        yield f"{path}\t{need}\t{about}"


def _described(root: str) -> Iterator[tuple[str, str]]:
    for path, about in described(ROOTS[root], root):
        if not (root == "申报人" and path.split(".")[1].removesuffix("[]") in LINKS):
            yield path, about
