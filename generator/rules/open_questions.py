"""What a file's own papers contradict or leave open: shown, never settled silently."""

from generator.finding import Finding
from generator.model.campaign import Campaign
from generator.model.criteria import Criteria
from generator.model.official import OfficialDocument
from generator.rules.rule import Rule

OPEN_QUESTION = Rule("open-question", "hint", "通知、条件前后矛盾或没有写明的（存疑），核实以前不自行改定")

_AWAITING = "核实以前不要自行改定"


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
