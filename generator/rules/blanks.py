"""Columns that must not stay empty: those that the year names (不得漏项), and marks written in the place of 无."""

from collections.abc import Iterator

from generator.finding import Finding
from generator.model.case import Case
from generator.rules.record_texts import texts_in
from generator.rules.rule import Rule
from generator.rules.words import quoted

# The notices' names for the columns of the review form, by the applicant's fields that are filled into them.
_COLUMNS = {
    "业绩成果": "业绩成果",
    "工作能力": "实践能力",
    "实际工作能力": "实践能力",
    "实践能力": "实践能力",
    "实践经验": "实践能力",
}
_STAND_INS = {"/", "／", "\\", "-", "－", "—", "——", "无。", "空", "暂无", "没有", "N/A", "NULL", "NONE"}
_LONGEST = 8  # characters, the spaces around a mark among them
_NOTHING, _IN_LIST = "无", ".第"
_COMPARED = ".达到."  # is not printed, and compared with the conditions of the review

NEVER_EMPTY = Rule("column-never-empty", "hint", "本年度点名不得漏填的栏目都有内容，或写明“无”")
STAND_IN = Rule("blank-stand-in", "warning", "没有内容的栏目印“无”，不用斜线、横线等代替")


def blank_findings(case: Case) -> list[Finding]:
    """Named columns that the applicant has left out, and values that stand for nothing."""
    if case.applicant is None or case.campaign is None:
        return []
    return [*_left_out(case), *_stand_ins(case)]


def _left_out(case: Case) -> Iterator[Finding]:
    platform = case.campaign.platform
    if not platform.never_empty:
        return
    values = {field.alias: getattr(case.applicant, name) for name, field in type(case.applicant).model_fields.items()}
    for column in platform.never_empty:
        field = _COLUMNS.get(column)
        if field and not values[field]:
            message = f"本年度点名不得漏填“{column}”，“{field}”没有填写"
            remedy = f"有内容的请补填；确实没有的，网上这一栏要填“{platform.when_empty}”，不能空着"
            yield NEVER_EMPTY.finding(field, message, remedy)


def _stand_ins(case: Case) -> Iterator[Finding]:
    for field, text in texts_in(case.applicant):
        if len(text) > _LONGEST:
            continue
        plain = text.strip()
        stands_in = plain.upper() in _STAND_INS or (plain == _NOTHING and _IN_LIST in field)
        if stands_in and _COMPARED not in field:
            message = f"写的是{quoted(plain)}，会照样印在文书上"
            remedy = "没有内容的请删去这一项，文书该印“无”的地方会印“无”；有内容的请补填"
            yield STAND_IN.finding(field, message, remedy)
