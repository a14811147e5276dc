"""A list and the papers of those who are on it: as many letters and notices as people."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.finding import Finding
from generator.rules.rule import Rule

DOCUMENTS = Rule("list-documents", "warning", "名单上每个人要交的文件都能生成，花名册的人数与各种文件的份数一致")
_MOST = 5  # people named in one message


class Lacking(NamedTuple):
    """Who on the list (by position from 1) has no paper of a kind, on account of which value.

    `missing` says that the value is not there; another one may forbid the paper by what it says.
    """

    position: int
    name: str
    field: str | None
    missing: bool

    def __str__(self) -> str:
        why = f"{'缺' if self.missing else '见'}“{self.field}”" if self.field else "不能生成"
        return f"{self.name}（{why}）"


def document_findings(document: str, due: int, lacking: Sequence[Lacking]) -> Iterator[Finding]:
    """One finding on a kind of document that cannot be made for `lacking` of the `due` people who need it.

    A hint where it can be made for nobody: its time has not come yet, as that of the publicity before it is posted.
    """
    if not lacking:
        return
    people = "、".join(map(str, lacking[:_MOST]))
    more = f"等{len(lacking)}人" if len(lacking) > _MOST else ""
    message = f"名单上要有{document}的有{due}人，现在能生成{due - len(lacking)}份，还差{people}{more}"
    first = lacking[0]
    field = f"名单.第{first.position}项.{first.field or '姓名'}"
    level = "hint" if len(lacking) == due else None
    yield DOCUMENTS.finding(field, message, "请补填各人缺的内容，或确认这些人暂不需要", level=level)
