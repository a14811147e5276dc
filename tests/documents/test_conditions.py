"""The papers of these tests stand on both sides of every condition that the templates make."""

import pytest

from generator.build import DOCX, HTML, NotApplicable, Request, build
from generator.catalog import Library
from generator.model.case import Case
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK, STATES
from tests.documents.papers import PAPERS, refusal
from tests.documents.variants import CAMPAIGN, EVERYTHING, data_of, with_applicant, with_campaign, without
from tests.documents.watching import Watch

FRAMES = "frames/"  # test_frames looks at both sides of theirs


@pytest.fixture(scope="module")
def watch():
    with pytest.MonkeyPatch.context() as monkeypatch:
        watch = Watch(monkeypatch)
        library = Library()
        for paper in PAPERS.values():
            build(paper.request, (DOCX, HTML), library)
        yield watch
    watch.forget_compiled()


def test_every_condition_is_reached_and_seen_from_both_sides(watch):
    own = {place for place in watch.seen if not place[0].startswith((FRAMES, "Word "))}
    assert len(own) > 100
    assert {place: sides for place, sides in watch.seen.items() if place in own and len(sides) != 2} == {}


def objecting(**publicity):
    return with_applicant(EVERYTHING, 公示={**data_of(EVERYTHING.applicant.publicity), **publicity})


@pytest.mark.parametrize("objection", ["有人反映业绩不实", "没有", "无。"])
def test_a_result_is_refused_where_somebody_objected(objection):
    assert refusal(Request(objecting(异议="无"), "publicity_result", FILLED)) == []
    assert "收到了异议" in "".join(refusal(Request(objecting(异议=objection), "publicity_result", FILLED)))


def test_a_publicity_that_is_not_over_has_no_result_yet_and_that_is_no_error():
    with pytest.raises(NotApplicable) as reason:
        build(Request(objecting(异议=None), "publicity_result", FILLED), (DOCX,), Library())
    [finding] = reason.value.findings
    assert finding.level == "hint"
    assert "没有写明“公示.异议”，按公示尚未结束处理" in finding.message


@pytest.mark.parametrize("fact", ["性别", "族别", "政治面貌", "身份证号"])
def test_a_notice_without_a_basic_fact_is_refused(fact):
    messages = refusal(Request(without(EVERYTHING, f"申报人.{fact}"), "publicity_notice", FILLED))
    assert len(messages) == 1
    assert f"缺少“申报人.{fact}”" in messages[0]


def test_a_notice_that_shows_no_id_number_needs_none():
    hidden = with_campaign(without(EVERYTHING, "申报人.身份证号"), {"公示规定.身份证号显示": "不印"})
    assert refusal(Request(hidden, "publicity_notice", FILLED)) == []


@pytest.mark.parametrize("state", STATES)
def test_a_writing_sheet_is_made_only_where_the_year_asks_for_handwriting(state):
    silent = without(EVERYTHING, "评审.承诺.手写承诺语")
    assert refusal(Request(EVERYTHING, "commitment_sheet", state)) == []
    assert refusal(Request(silent, "commitment_sheet", state)) == [
        "本年度没有要求另纸手写承诺语；要写在评审表或者网上栏目里的承诺语，照通知中的文字写"
    ]


@pytest.mark.parametrize("state", [MODEL_BLANK, HAND_BLANK])
@pytest.mark.parametrize(
    ("kind", "gone"), [("exemption_form", "免学申请"), ("roster", "花名册"), ("materials_catalogue", "材料目录")]
)
def test_a_blank_form_without_its_prescribed_words_is_not_made(kind, gone, state):
    case = Case(without(Case(CAMPAIGN), f"评审.{gone}").campaign)
    with pytest.raises(NotApplicable) as reason:
        build(Request(case, kind, state), (DOCX,), Library())
    [finding] = reason.value.findings
    assert (finding.level, finding.field) == ("hint", f"评审.{gone}")
    assert f"没有写“{gone}”，不生成" in finding.message


@pytest.mark.parametrize("gone", ["免学申请", "花名册", "材料目录"])
def test_a_notice_that_attaches_a_form_without_its_prescribed_words_is_refused(gone):
    """A form without title or table would go out unnoticed among the attachments."""
    case = Case(without(Case(CAMPAIGN), f"评审.{gone}").campaign)
    assert any(f"缺少“评审.{gone}." in message for message in refusal(Request(case, "annual_notice", FILLED)))


def test_only_an_applicant_with_exempting_service_gets_the_exemption_form():
    assert refusal(Request(EVERYTHING, "exemption_form", FILLED)) == []
    without = with_applicant(EVERYTHING, 免学经历=[])
    assert refusal(Request(without, "exemption_form", FILLED)) == ["没有填写“免学经历”，不生成免除继续教育学习申请表"]


def test_an_experience_certificate_needs_work_in_the_profession_and_what_it_was():
    post = {"起": "2016-9", "止": "至今", "单位": "乙馆"}
    outside = with_applicant(EVERYTHING, 工作经历=[{**post, "从事本专业": "否"}])
    silent = with_applicant(EVERYTHING, 工作经历=[{**post, "从事本专业": "是"}])
    assert "没有一段写明" in "".join(refusal(Request(outside, "experience_certificate", FILLED)))
    assert "都要写“主要工作”" in "".join(refusal(Request(silent, "experience_certificate", FILLED)))
