"""A campaign derives what follows from the year and refuses to refer to what it does not state."""

import pytest
from pydantic import ValidationError

from generator.loading.load import load_campaign
from generator.model.campaign import Campaign
from generator.model.campaign_materials import RosterColumn
from generator.model.campaign_notice import Fee
from generator.model.campaign_rules import TrainingSpan
from generator.resources import data_folder


@pytest.fixture(scope="module")
def campaign() -> Campaign:
    return load_campaign(data_folder() / "campaigns" / "bazhou-archives-2024.yaml")[0]


def test_recent_years_end_before_the_year_for_assessments_and_with_it_for_training(campaign):
    assert campaign.assessment_years == (2021, 2022, 2023)
    assert [(span.level, span.general, span.special) for span in campaign.training_years] == [
        ("初级", (2023, 2024), (2023, 2024)),
        ("中级", (2020, 2021, 2022, 2023, 2024), (2022, 2023, 2024)),
    ]


def test_years_that_the_campaign_lists_win_over_derived_ones(campaign):
    assessment = campaign.assessment.model_copy(update={"years": (2019, 2021)})
    span = TrainingSpan.model_validate({"级别": "初级", "公需科目": 2, "专业科目": 2, "公需年度": ["2021", "2022"]})
    training = campaign.training.model_copy(update={"spans": (span,)})
    listed = campaign.model_copy(update={"assessment": assessment, "training": training})
    assert listed.assessment_years == (2019, 2021)
    assert listed.training_years[0].general == (2021, 2022)
    assert listed.training_years[0].special == (2023, 2024)


def test_attachments_materials_and_fields_are_numbered_by_their_position(campaign):
    assert [item.position for item in campaign.attachments] == [1, 2, 3, 4, 5, 6]
    assert [item.position for item in campaign.materials] == list(range(1, 14))
    assert [item.position for item in campaign.online_items] == list(range(1, 16))


def test_materials_are_grouped_by_where_they_go(campaign):
    assert {group.keeping: group.span for group in campaign.keepings} == {
        "留存": "1—8",
        "领回": "9—12",
        "未写明": "13",
    }


def test_the_review_form_is_found_among_the_materials(campaign):
    assert campaign.review_form.position == 4
    assert campaign.review_form.copies == 2


def test_both_commitment_wordings_are_kept_with_how_each_is_written(campaign):
    assert campaign.commitments.letter.writing == "打印后手写签字并按手印"
    assert campaign.commitments.handwritten.writing == "手写后签字并按手印"
    assert campaign.commitments.letter.text != campaign.commitments.handwritten.text


def test_a_notice_silent_on_fees_is_not_free(campaign):
    assert campaign.fee.charged == "未写明"


def test_a_fee_needs_rates_and_rates_need_a_fee():
    with pytest.raises(ValidationError, match="对不上"):
        Fee.model_validate({"收取": "收取"})
    with pytest.raises(ValidationError, match="对不上"):
        Fee.model_validate({"收取": "不收取", "标准": [{"每人金额": "100"}]})


def test_a_window_for_a_track_that_is_not_listed_is_refused(campaign):
    with pytest.raises(ValidationError, match="“适用”中的“初次确定”不在“申报类型”里"):
        Campaign.model_validate({**contents(campaign), "申报类型": [{"名称": "评审"}, {"名称": "授予"}]})


def test_a_clause_without_its_group_is_refused(campaign):
    with pytest.raises(ValidationError, match="网上填报“信息遮盖”要用的“信息遮盖”没有写"):
        Campaign.model_validate({**contents(campaign), "信息遮盖": None})


def test_a_group_of_roster_columns_has_no_value_of_its_own():
    with pytest.raises(ValidationError, match="不能有“取值”“宽”和“空填”"):
        RosterColumn.model_validate({"名称": "学历", "取值": "申报人.姓名", "下级": [{"名称": "学位"}]})


def contents(campaign: Campaign) -> dict:
    """The campaign's own fields by their Chinese names, as validation takes them."""
    return {field.alias: getattr(campaign, name) for name, field in Campaign.model_fields.items()}
