"""Our own documents, as they print: their sentences follow the rules that others are held to."""

from functools import cache

import pytest

from generator.build import DOCX, printed_blocks
from generator.catalog import CAMPAIGN
from generator.lint import PlacedRemark, lint_lines
from tests.documents.papers import KINDS, LIBRARY, Paper, of_kind

# What the papers quote word for word and we may not mend.
PRESCRIBED = {
    "疑异": "2024年通知附件1《推荐单位公示》的表样如此；见该年度评审数据的存疑",
    "证实": "2021年通知第五部分第10项如此；见该年度评审数据的存疑",
}
# What the papers made for tests show and no notice of ours says: all of them hints.
OF_THE_TESTS = {
    "TXT-02": "有的测试数据把附件减去几个或另列几个；2024年通知的正文本来没有提到附件3",
    "PUNC-04": "两份附件都没有列出时，“《推荐单位公示》（见附件1）、”里的括注不印，只剩顿号",
    "TXT-03": "手填的空白在这里读出来是空格",
}


def lines_of(paper: Paper) -> list[str]:
    blocks = printed_blocks(paper.request, LIBRARY)
    text = "\n".join(block.text for block in blocks) if blocks else paper.text(DOCX)
    return text.split("\n")


@cache
def remarks_on(kind: str) -> list[tuple[str, PlacedRemark]]:
    """The remarks on every paper of a kind, but for those that only leave out a part of another one."""
    found = []
    for paper in of_kind(kind):
        if "-without-" not in paper.name:
            # A person's history is full of other years.
            year = paper.request.case.campaign.year if paper.document.data == CAMPAIGN else None
            found += [(paper.name, each) for each in lint_lines(lines_of(paper), year=year)]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_no_document_breaks_the_rules_in_its_own_words(kind):
    wrong = [(name, each) for name, each in remarks_on(kind) if each.remark.level != "hint"]
    assert [(name, each.remark.item.id, each.excerpt) for name, each in wrong] == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_only_doubtful_is_quoted_or_of_the_tests(kind):
    doubts = [(name, each) for name, each in remarks_on(kind) if each.remark.found not in PRESCRIBED]
    assert {each.remark.item.id for _, each in doubts} <= OF_THE_TESTS.keys(), doubts


def test_every_exception_is_needed():
    remarks = [each.remark for kind in KINDS for _, each in remarks_on(kind)]
    assert {each.found for each in remarks} >= PRESCRIBED.keys()
    assert {each.item.id for each in remarks} >= OF_THE_TESTS.keys()
