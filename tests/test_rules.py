"""What the rules say of a campaign: its open questions, and the choices it has not made."""

from dataclasses import replace

import pytest

from generator.loading.load import load_case
from generator.model.case import Case
from generator.resources import data_folder
from generator.rules import case_findings


def with_display(campaign, id_display):
    rules = campaign.publicity_rules.model_copy(update={"id_display": id_display})
    return campaign.model_copy(update={"publicity_rules": rules})


def test_every_open_question_is_a_hint_with_its_source_and_never_an_error(campaign):
    found = [finding for finding in case_findings(Case(campaign)) if finding.rule == "open-question"]
    assert len(found) == len(campaign.open_questions) > 0
    for number, (finding, question) in enumerate(zip(found, campaign.open_questions, strict=True), start=1):
        assert finding.level == "hint"
        assert finding.field == f"存疑.第{number}项"
        assert question.matter in finding.message
        assert finding.basis == question.source
        assert finding.remedy


def test_open_questions_of_the_conditions_a_campaign_names_are_told_from_its_own():
    loaded = load_case(data_folder() / "campaigns" / "bazhou-archives-2021.yaml")
    fields = [finding.field for finding in case_findings(loaded.case) if finding.rule == "open-question"]
    assert {field.partition("存疑")[0] for field in fields} == {"", "条件."}
    assert loaded.sources.place("条件.存疑.第1项").file.endswith("criteria/bazhou-archives-2021.yaml")
    assert loaded.sources.place("存疑.第1项").file.endswith("campaigns/bazhou-archives-2021.yaml")


def test_an_id_display_that_nobody_has_chosen_is_a_hint_that_says_what_is_done_meanwhile(campaign):
    [finding] = [one for one in case_findings(Case(with_display(campaign, None))) if one.rule == "id-display"]
    assert finding.level == "hint"
    assert "隐去中间8位" in finding.message
    assert finding.field == "公示规定.身份证号显示"
    assert "个人信息保护法" in finding.basis


@pytest.mark.parametrize("chosen", ["全号", "隐去中间8位", "不印"])
def test_a_choice_needs_no_hint(campaign, chosen):
    rules = {finding.rule for finding in case_findings(Case(with_display(campaign, chosen)))}
    assert "id-display" not in rules


def test_a_campaign_without_open_questions_has_none(campaign):
    quiet = with_display(campaign, "全号").model_copy(update={"open_questions": ()})
    assert case_findings(Case(quiet)) == []


def test_the_applicant_changes_nothing_in_what_is_said_of_the_campaign(campaign, case):
    year = campaign.model_copy(update={"open_questions": ()})
    of_the_campaign = case_findings(Case(with_display(year, None)))
    assert of_the_campaign
    own = case_findings(replace(case, campaign=with_display(year, None)))
    assert [finding for finding in own if finding in of_the_campaign] == of_the_campaign


def test_an_applicant_is_told_of_open_questions_in_one_hint_that_names_them_all(campaign, case):
    questions = campaign.open_questions
    assert len(one_by_one := asked(Case(campaign))) == len(questions) > 1
    [together] = asked(case)
    assert (together.level, together.field) == ("hint", "存疑")
    assert all(question.matter in together.message for question in questions)
    assert not any(one.message in together.message for one in one_by_one)


def asked(case: Case):
    return [finding for finding in case_findings(case) if finding.rule == "open-question"]


def test_of_a_sample_applicant_nothing_is_to_be_mended_and_the_number_is_said_to_be_invented(campaign, case):
    of_the_campaign = case_findings(Case(campaign))
    own = [finding for finding in case_findings(case) if finding not in of_the_campaign]
    assert {finding.level for finding in own} == {"hint"}
    assert ("id-region", "身份证号") in {(finding.rule, finding.field) for finding in own}
