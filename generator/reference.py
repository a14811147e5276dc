"""The template-variable reference: what a template may use, told from the models."""

from collections.abc import Iterator

from generator.catalog import Document
from generator.context import LINKS, ROOTS
from generator.contract import described

_INTRODUCTION = """\
# 模板变量

<!-- 本页由 make docs 从数据模型生成，请勿手改。 -->

模板里写 `{{ 申报人.姓名 }}` 就印出姓名。带 `[]` 的是可以有多项的内容，要用循环逐项印出：

    {%p for 经历 in 申报人.工作经历 %}
    {{ 经历.起 }}—{{ 经历.止 }}　{{ 经历.单位 }}
    {%p endfor %}

| 写法 | 作用 |
|---|---|
| `{{ 申报人.姓名 }}` | 填写时印内容；空白表里什么也不印（适合表格单元格） |
| `{{ 申报人.姓名｜空白("××") }}` | 模板空白表印 ××，手填空白表印横线，填写时印内容 |
| `{{ 申报人.现职称.名称｜空填("无") }}` | 填写时没有内容就印“无” |
| `{{ 提示("（突出政治表现）") }}` | 写给填表人的提示，只在模板空白表里印 |
| `{{ 留空("×", 2) }}` | 手写的地方：模板空白表印 ×，其余留2字空白 |
| `{{ 评审.时间.网上申报｜日期段 }}` | 2024年9月5日—9月30日 |
| `{{ 年度列表｜年度段 }}` | 2021年至2023年 |
| `{{ 名称列表｜顿号 }}` | 甲、乙、丙 |
| `{{ loop.index｜序号 }}`、`｜括号序号` | 一、（一） |

（表中“｜”请打成英文竖线 `|`；Word 模板的标签里引号请用英文直引号。）
"""
_PUBLIC_NOTE = "公开文件（公示、公示结果）不能使用 `申报人.联系电话` 和 `申报人.出生年月`，`申报人.身份证号` 按年度评审的规定隐去。"


def reference_page() -> str:
    """docs/template-variables.md."""
    lines = [_INTRODUCTION.replace("｜", "|").replace("“|”", "“｜”"), _PUBLIC_NOTE, ""]
    for root in ROOTS:
        lines += [f"## {root}", "", "| 变量 | 说明 |", "|---|---|"]
        lines += [f"| `{path}` | {about} |" for path, about in _described(root)]
        lines.append("")
    return "\n".join(lines)


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
