"""The parts of an official document follow each other as GB/T 9704-2012 has them, and stand where it wants them."""

import re
from dataclasses import dataclass

import pytest

from generator.build import DOCX, PDF
from tests.documents.own_documents import LETTER, NOTICE, STATEMENT, SUPPLEMENT, paper
from tests.documents.reading import pdf_pages, words
from tests.support import opened, paragraphs, pdf_text

MILLIMETRE = 72 / 25.4
CHARACTER = 15.75 / MILLIMETRE
LEFT_EDGE, RIGHT_EDGE, BOTTOM_EDGE, LINE = 28, 210 - 26, 297 - 35, 28.95 / MILLIMETRE
NUMERAL = re.compile(r"[一二三四五六七八九十]+、|（(?:[一二三四五六七八九十]+|\d+)）|\d\.")


PARTS = {
    NOTICE: """
        示例市人力资源和社会保障局文件 示人社发〔2024〕31号 职称评审工作的通知 市直有关部门，各有关企事业单位：
        一、评审依据 八、工作要求 附件：1. 2.申报材料审核要点 3. 4. 社会保障局2024年8月30日 （此件主动公开）
        附件1 示例县 附件2 一、基本信息 三、业绩 附件3 填报单位（盖章） 抄送：市纪委监委 办公室2024年8月30日印发
    """,
    SUPPLEMENT: """
        示例市人力资源和社会保障局文件 示人社发〔2024〕38号 补充通知 各有关企事业单位： 一、延长 二、取消 三、更正
        其他事项仍按 社会保障局2024年9月20日 （联系人：李示例 抄送： 2024年9月20日印发
    """,
    LETTER: """
        示人社函〔2025〕7号 示例市卫生健康委员会 高级职称的函 评审委员会： 三、商请事项 妥否，请函复。
        附件：委托评审人员专业分布表 示例市人力资源和社会保障局 示例市卫生健康委员会 2025年2月17日
        （联系人：王样本 附件 护理
    """,
}


class TestOrderOfParts:
    @pytest.mark.parametrize("name", PARTS)
    def test_the_parts_follow_each_other_as_the_standard_has_them(self, name):
        text, place = paper(name).words(DOCX), 0
        for part in PARTS[name].split():
            assert part in text[place:], part
            place = text.index(part, place) + len(part)

    def test_a_branching_chain_numbers_its_branches_and_an_attachment_begins_anew(self):
        begun = [words(text) for text in paragraphs(paper(NOTICE).file(DOCX)) if NUMERAL.match(words(text))]
        chain = begun[begun.index("五、申报和审核程序") :]
        numerals = [NUMERAL.match(text)[0] for text in chain[:12]]
        assert numerals == [
            "五、",
            "（一）",
            "（二）",
            "（三）",
            "1.",
            "2.",
            "3.",
            "（1）",
            "（2）",
            "4.",
            "（四）",
            "六、",
        ]
        assert [text for text in begun if text.startswith("一、")] == ["一、评审依据", "一、基本信息"]

    def test_each_attachment_begins_a_page_and_those_that_say_so_lie_across(self):
        pages = [(words(page.extract_text()), page.mediabox) for page in pdf_pages(paper(NOTICE).file(PDF))]
        begins = {text[:3]: box.width > box.height for text, box in pages if re.match(r"附件\d(?!：)", text)}
        assert begins == {"附件1": True, "附件2": False, "附件3": True}
        across = [bool(section.orientation) for section in opened(paper(NOTICE).file(DOCX)).sections]
        assert across[:4] == [False, True, False, True]


class TestPlaces:
    """Where the parts stand on the pages of the PDF, in millimetres."""

    def test_the_letterhead_and_the_number_stand_in_the_middle_above_the_title(self):
        head, number, title = (place(NOTICE, text) for text in (".*局文件", ".*〔2024〕31号", ".*社会保障局"))
        assert [part.middle for part in (head, number)] == pytest.approx([(LEFT_EDGE + RIGHT_EDGE) / 2] * 2, abs=0.5)
        assert head.bottom < number.top < number.bottom < title.top

    def test_a_sealed_date_stands_four_characters_in_with_the_signature_centred_above(self):
        date, signature = place(NOTICE, "2024年8月30日", last=True), place(NOTICE, ".*社会保障局", last=True)
        assert RIGHT_EDGE - date.right == pytest.approx(4 * CHARACTER, abs=0.3)
        assert signature.middle == pytest.approx(date.middle, abs=0.3)
        assert date.top - signature.top == pytest.approx(LINE, abs=0.1)

    def test_joint_issuers_stand_side_by_side_and_the_date_below_the_last(self):
        first, last = place(LETTER, ".*社会保障局", last=True), place(LETTER, ".*卫生健康委员会", last=True)
        date = place(LETTER, "2025年2月17日", last=True)
        assert first.top == last.top
        assert first.right < last.left
        assert last.middle == pytest.approx(date.middle, abs=0.3)

    def test_an_unsealed_signature_stands_two_characters_in_and_the_date_begins_two_later(self):
        signature, date = place(STATEMENT, ".*服务中心", last=True), place(STATEMENT, "2024年9月30日", last=True)
        assert RIGHT_EDGE - signature.right == pytest.approx(2 * CHARACTER, abs=0.3)
        assert date.left - signature.left == pytest.approx(2 * CHARACTER, abs=0.6)

    @pytest.mark.parametrize(("name", "issued"), [(NOTICE, "2024年8月30日印发"), (SUPPLEMENT, "2024年9月20日印发")])
    def test_the_imprint_ends_the_last_page_at_its_foot(self, name, issued):
        copied, imprint = place(name, "抄送：.*", last=True), place(name, issued, last=True)
        assert imprint.page == copied.page == len(pdf_pages(paper(name).file(PDF)))
        assert copied.bottom < imprint.top
        assert BOTTOM_EDGE - LINE < imprint.bottom < BOTTOM_EDGE


@dataclass(frozen=True)
class Place:
    """Where a run of text without white space stands on its page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


_WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>')


def place(name: str, pattern: str, *, last: bool = False) -> Place:
    """The first or last run of text in the PDF that is of this pattern."""
    found, page = [], 0
    for line in pdf_text(paper(name).file(PDF), "-bbox").splitlines():
        page += line.strip().startswith("<page ")
        match = _WORD.search(line)
        if match and re.fullmatch(pattern, match[5]):
            found.append(Place(page, *(float(edge) / MILLIMETRE for edge in match.groups()[:4])))
    return found[-1 if last else 0]
