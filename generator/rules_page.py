"""The rules as lines and as a page, from the rules themselves."""

from collections.abc import Iterator

from generator.finding import LEVEL_NAMES
from generator.lint.items import ITEMS
from generator.rules.registry import rules_by_module

_HEAD = """\
# 检查规则

`zhicheng check` 检查数据文件，`zhicheng build` 生成文件以前也照样检查。轻重分三级：

- **必须改**：不改就不生成文件。已经核实、确实要生成的，加 `--accept 规则 --reason 核实的情况`，
  所写的情况记入文件属性和 `receipt.json`。
- **建议改**：多半有误，仍能生成。
- **提示**：请人看一眼。数据不足、“无法判断”的也在这里，程序不替人下结论。

天数、学时、年限、费用取自年度评审和评审条件数据，程序里没有写死。同一条规则在个别情形下可能比表中轻或重，以检查结果为准。

本页由 `zhicheng rules --markdown` 生成，规则改了要重新生成（`make docs`）。
"""
_GROUPS = {
    "一、年度评审": ("campaign", "open_questions", "schedule", "statements", "money", "titles", "title_wording"),
    "二、公示": ("publicity", "publicity_deadline"),
    "三、姓名、号码": ("identity", "names"),
    "四、公开文件不得泄露的": ("privacy",),
    "五、材料和栏目": ("checklist_findings", "checklist_catalogue", "blanks"),
    "六、能否申报、是否符合条件（预审）": ("eligibility.findings", "eligibility.keys"),
    "七、免学、免于答辩": ("exemption_findings",),
    "八、名单": ("identity_lists", "list_units", "list_documents", "quotas"),
}
_WORDING = "九、文字和标点"


def rule_lines() -> Iterator[str]:
    """One line for each rule: id, level, what is demanded, basis."""
    for _, rows in _tables():
        for row in rows:
            yield "\t".join(row)


def rules_page() -> str:
    """docs/rules.md. Raises KeyError for a module of rules that no group of the page names."""
    lines = [_HEAD]
    for heading, rows in _tables():
        lines += [f"\n## {heading}\n\n| 规则 | 轻重 | 要求 | 依据 |\n|---|---|---|---|\n"]
        lines += [f"| `{rule}` | {level} | {about} | {basis} |\n" for rule, level, about, basis in rows]
    return "".join(lines)


def _tables() -> Iterator[tuple[str, list[tuple[str, str, str, str]]]]:
    modules = dict(rules_by_module())
    for heading, names in _GROUPS.items():
        rules = [rule for name in names for rule in modules.pop(name)]
        yield heading, [(rule.id, LEVEL_NAMES[rule.level], rule.about, rule.basis or "") for rule in rules]
    if modules:
        raise KeyError(f"no group for the rules of {', '.join(modules)}")
    yield _WORDING, [(item.rule, LEVEL_NAMES[item.level], item.about, item.basis) for item in ITEMS.values()]
