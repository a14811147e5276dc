"""What a file's own papers contradict or leave open: shown, never settled silently."""

from generator.finding import Finding
from generator.model.campaign import Campaign
from generator.model.criteria import Criteria
from generator.model.official import OfficialDocument
from generator.rules.rule import Rule

OPEN_QUESTION = Rule("open-question", "hint", "通知、条件前后矛盾或没有写明的（存疑），核实以前不自行改定")

_AWAITING = "核实以前不要自行改定"


def question_list(record: Campaign | OfficialDocument | Criteria, root: str = "") -> list[Finding]:
    """One hint that names all of the record's 存疑, for an applicant whose own data shall not be buried under them."""
    if not record.open_questions:
        return []
    matters = "；".join(question.matter for question in record.open_questions)
    message = f"有{len(record.open_questions)}处前后矛盾或没有写明的（{matters}）"
    return [OPEN_QUESTION.finding(f"{root}存疑", message, f"逐条的说明，检查这一份文件时列出；{_AWAITING}")]


def open_questions(record: Campaign | OfficialDocument | Criteria, root: str = "") -> list[Finding]:
    """A hint for each of the record's 存疑; `root` (条件) tells a record that another one names from that one."""
    return [
        OPEN_QUESTION.finding(
            f"{root}存疑.第{number}项",
            f"{question.matter}：{question.note}",
            _AWAITING if "核实" in question.note else f"请向主管部门核实，{_AWAITING}",
            basis=question.source,
        )
        for number, question in enumerate(record.open_questions, start=1)
    ]
