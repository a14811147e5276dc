"""What a file's own papers contradict or leave open: shown, never settled silently."""

from generator.finding import Finding
from generator.model.campaign import Campaign
from generator.model.criteria import Criteria
from generator.model.official import OfficialDocument


def open_questions(record: Campaign | OfficialDocument | Criteria) -> list[Finding]:
    """A hint for each of the record's 存疑."""
    return [
        Finding(
            "open-question",
            "hint",
            f"{question.matter}：{question.note}",
            field=f"存疑.第{number}项",
            remedy="请向主管部门核实，核实前按原文照录",
            basis=question.source,
        )
        for number, question in enumerate(record.open_questions, start=1)
    ]
