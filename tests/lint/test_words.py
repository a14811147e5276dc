"""Recommended forms of words, and words written twice."""

import re

import pytest

from generator.lint import lint
from generator.lint.words import WORDS
from tests.lint.tools import found, items


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        ("已注册人员可直接登陆平台。", "登陆", "登录"),
        ("截止2024年9月30日共收到15份。", "截止", "截至"),
        ("截至时间另行通知。", "截至", "截止"),
        ("其它材料", "其它", "其他"),
        ("如有疑异，请反映。", "疑异", "异议"),
        ("请向办公室反应问题。", "反应", "反映"),
        ("由付主任负责。", "付", "副"),
        ("竟聘上岗。", "竟", "竞"),
    ],
)
def test_a_form_for_which_another_is_recommended_is_a_hint(text, written, expected):
    assert found(text) == [("WORD-01", written, expected)]
    assert [each.level for each in lint(text)] == ["hint"]


def test_the_remedy_says_on_what_the_recommendation_rests():
    assert [each.remedy for each in lint("家庭成份")] == ["请核对，宜写“成分”（《第一批异形词整理表》）"]
    assert [each.remedy for each in lint("如有疑异")] == ["请核对，宜写“异议”（原词像是误写，另有“疑义”，意思不同）"]


def test_every_recommended_form_is_right_itself():
    texts = [word.right for word in WORDS]
    assert [text for text in texts if items(text)] == []
    assert [word for word in WORDS if re.search(word.pattern, word.right)] == []


@pytest.mark.parametrize(
    "text", ["申报的的材料", "民营企业业无此要求", "专业业技术", "评审评审工作", "及及相关材料", "按照按照规定"]
)
def test_what_stands_twice_is_a_hint(text):
    assert items(text) == ["WORD-02"]


@pytest.mark.parametrize(
    "text",
    [
        "台风登陆，部队登陆作战，登陆舰。",
        "截止时间为9月30日，截至目前，申报截止。",
        "错报导致的后果，按排名先后，支付主任津贴，需知道的事项。",
        "于田县、和静县、和硕县，从和和睦睦到的的确确、兢兢业业，等等。",
        "为了了解情况，以及及时办理，在在职人员中选择，本专业专业技术岗位，专业业务能力，企业业主。",
        "一项一项核对，某某某某，研究研究。",
        "化学反应情况，不良反应问题。",
        "填写“其它”，见《其它规定》。",
    ],
)
def test_right_words_pass(text):
    assert items(text) == []
