"""The papers of these tests stand on both sides of every condition that the templates make."""

import pytest

from generator.build import DOCX, HTML, Request, build
from generator.catalog import Library
from generator.rendering.environment import FILLED
from tests.documents.papers import PAPERS, refusal
from tests.documents.variants import EVERYTHING, data_of, with_applicant
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


def test_a_result_without_objection_is_made_only_where_there_was_none():
    def refused(case):
        return refusal(Request(case, "publicity_result", FILLED))

    assert refused(objecting(异议="无")) == []
    assert "收到了异议" in "".join(refused(objecting(异议="有人反映业绩不实")))
    assert "没有写明“公示.异议”" in "".join(refused(objecting(异议=None)))


def test_only_an_applicant_with_exempting_service_gets_the_exemption_form():
    assert refusal(Request(EVERYTHING, "exemption_form", FILLED)) == []
    without = with_applicant(EVERYTHING, 免学经历=[])
    assert refusal(Request(without, "exemption_form", FILLED)) == ["没有填写“免学经历”，不需要免除继续教育学习申请表"]


def test_an_experience_certificate_needs_work_in_the_profession_and_what_it_was():
    post = {"起": "2016-9", "止": "至今", "单位": "乙馆"}
    outside = with_applicant(EVERYTHING, 工作经历=[{**post, "从事本专业": "否"}])
    silent = with_applicant(EVERYTHING, 工作经历=[{**post, "从事本专业": "是"}])
    assert "没有一段写明" in "".join(refusal(Request(outside, "experience_certificate", FILLED)))
    assert "都要写“主要工作”" in "".join(refusal(Request(silent, "experience_certificate", FILLED)))
