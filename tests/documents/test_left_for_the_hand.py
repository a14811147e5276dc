"""What belongs to the writer of a blank or to the hand is never printed where it does not belong."""

import re

import pytest

from generator.build import DOCX, Request, build
from generator.catalog import APPLICANT, ROSTER
from generator.context import value_at
from generator.rendering.environment import HAND_BLANK, MODEL_BLANK
from tests.documents.declared import declared_texts
from tests.documents.papers import KINDS, LIBRARY, PAPERS, Paper, of_kind
from tests.documents.reading import docx_text, words
from tests.documents.template_words import prompts, template_sources
from tests.documents.variants import EVERYTHING

ALL_PROMPTS = sorted({prompt for kind in KINDS for prompt in prompts(kind)})
ATTACHMENT_NUMBER = re.compile(r"附件\d")
# Where somebody signs: in every paper but the model blank two characters of white space or more must follow.
SIGNATURE = re.compile(r"签字(?:（[^）]*）|）)?：(?!　{2})")
OPEN_DAY = re.compile(r"年　{2,}月　{2,}日")
DAY = re.compile(r"\d*年\d*月\d+日")
# What the hand writes in a filled paper, line by line, whatever the campaign and the case say.
DATE = "20\\d\\d年　{2}月　{2}日"
DISCIPLINE = "派驻纪检组负责人（.+）签字（盖章）：　{6}"
ROSTER_HEAD = "单位（盖章）：　{8}填报人：　{8}联系电话：　{8}填报时间：　{8}"
ROSTER_FOOT = "单位负责人（签字）：　{7}人事（职称）部门负责人（签字）：　{7}　{2}年　{2}月　{2}日"
PLACES = {
    "commitment_letter": ["签字：　{6}", DATE],
    "commitment_sheet": ["签字（按手印）：　{6}", DATE],
    "conduct_certificate": ["单位主要领导(?:（.+）)?签字：　{8}", DISCIPLINE, DATE],
    "exemption_form": ["审核意见", "公　章　　", "年　　月　　日"],
    "experience_certificate": [DATE],
    "materials_catalogue": [],
    "publicity_notice": ["签字：　{6}", DATE],
    "publicity_result": [DATE],
    "roster": [ROSTER_HEAD, ROSTER_FOOT],
    "unit_nature_certificate": [DATE],
}
LEFT_OPEN = re.compile(r"}}月{{ *留空|月　　日")
GIVEN_DAY = {"publicity_notice": "公示落款日期", "publicity_result": "结果落款日期"}
SIGNED = (APPLICANT, ROSTER)
BLANKS = [kind for kind in KINDS if LIBRARY.document(kind).data in SIGNED]


def has_attachments(paper: Paper) -> bool:
    """A notice with attachments holds model blanks, and prompts with them."""
    return bool(paper.document.attached and value_at(paper.values, paper.document.attached))


def is_model(paper: Paper) -> bool:
    return paper.request.state == MODEL_BLANK


def without_campaign(paper: Paper, text: str) -> str:
    """The text without what the campaign says of itself: it may mention an attachment."""
    for path, stated in declared_texts(paper):
        text = text.replace(words(stated), "") if path.startswith("评审.") else text
    return text


def given_day(paper: Paper) -> str:
    """The day of signing that the case states for this document."""
    return paper.values["公示"][GIVEN_DAY[paper.request.kind]] if paper.request.kind in GIVEN_DAY else ""


def test_only_the_model_blank_holds_prompts_and_placeholders(paper):
    text = paper.words("docx")
    if "评审" not in paper.values:
        return  # an office's own words may say anything
    expected = [prompt for prompt in prompts(paper.request.kind) if is_model(paper)]
    if not has_attachments(paper):
        assert [prompt for prompt in ALL_PROMPTS if words(prompt) in text and prompt not in expected] == []
        assert ("×" in text) == (is_model(paper) and "×" in "".join(template_sources(paper.document).values()))
        assert ATTACHMENT_NUMBER.findall(without_campaign(paper, text)) == []
    assert [prompt for prompt in expected if words(prompt) not in text] == []


def test_a_place_to_sign_is_left_white(paper):
    assert is_model(paper) or has_attachments(paper) or SIGNATURE.findall(paper.text("docx")) == []


def test_the_day_of_signing_is_left_open_unless_it_is_given(paper):
    text = paper.text("docx")
    signed = any(LEFT_OPEN.search(source) for source in template_sources(paper.document).values())
    if signed and not is_model(paper):
        assert bool(OPEN_DAY.search(text)) == (not given_day(paper))
    assert given_day(paper) in text


def test_every_place_for_the_hand_of_a_filled_paper_is_blank(paper):
    if paper.filled and paper.document.data in SIGNED:
        lines = paper.text("docx").split("\n")
        assert [place for place in places(paper) if not any(re.fullmatch(place, line) for line in lines)] == []


def places(paper: Paper) -> list[str]:
    """The lines of PLACES that are due: a day that is given is printed, and some lines are there for some only."""
    roster = paper.values["评审"]["花名册"]
    absent = {
        DISCIPLINE: not paper.values["单位"]["纪检组负责人"],
        ROSTER_HEAD: not roster["表下行"],
        ROSTER_FOOT: not roster["末行"],
    }
    due = [place for place in PLACES[paper.request.kind] if not absent.get(place)]
    return [given_day(paper) or place if place == DATE else place for place in due]


def test_no_day_is_printed_that_the_document_does_not_declare(paper):
    stated = repr(declared_texts(paper))
    if paper.document.data not in SIGNED:
        return  # what an office says in its own words may name any day
    assert [day for day in DAY.findall(paper.words("docx")) if day not in stated] == []


def test_the_rules_above_look_at_enough_papers():
    """Signed papers dated and undated, places to sign, and a notice without attachments."""
    days = {bool(given_day(paper)) for kind in GIVEN_DAY for paper in of_kind(kind) if paper.filled}
    assert days == {True, False}
    assert sum("签字" in paper.words("docx") for paper in PAPERS.values()) > 50
    assert any(paper.document.attached and not has_attachments(paper) for paper in PAPERS.values())
    assert len(ALL_PROMPTS) > 8


@pytest.mark.parametrize("state", [MODEL_BLANK, HAND_BLANK])
@pytest.mark.parametrize("kind", BLANKS)
def test_a_blank_made_for_an_applicant_is_the_blank_made_for_nobody(kind, state):
    nobody = next(paper for paper in of_kind(kind) if paper.request.state == state)
    (somebody,) = build(Request(EVERYTHING, kind, state), (DOCX,), LIBRARY)
    assert docx_text(somebody.content) == nobody.text("docx")
    assert somebody.file_name == nobody.outputs("docx")[0].file_name
    assert EVERYTHING.applicant.name not in somebody.file_name


@pytest.mark.parametrize("kind", BLANKS)
def test_the_hand_blank_leaves_white_space_to_write_on(kind):
    hand = next(paper for paper in of_kind(kind) if paper.request.state == HAND_BLANK)
    page = hand.file("html").decode("utf-8")
    assert re.search(r'class="[填留]空">　{2,}|class="格线"|<td[^>]*></td>', page)
