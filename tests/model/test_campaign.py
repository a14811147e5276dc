"""A campaign derives what follows from the year and refuses to refer to what it does not state."""

import pytest
from pydantic import ValidationError

from generator.loading.load import load_campaign
from generator.model.campaign import Campaign
from generator.model.campaign_materials import RosterColumn
from generator.model.campaign_notice import Fee
from generator.model.campaign_rules import Penalty, TrainingSpan
from generator.model.prescribed import BasisDocument
from generator.resources import data_folder
from generator.text import PartialDate

TRACKS = [{"名称": "初次确定"}, {"名称": "授予"}, {"名称": "评审"}]
SPRING = {"起": "2024-3-1", "止": "2024-3-20"}


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


def refused(campaign: Campaign, message: str, **changes) -> None:
    with pytest.raises(ValidationError, match=message):
        Campaign.model_validate({**contents(campaign), **changes})


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("申报类型", [*TRACKS, {"名称": "转评", "级别": ["高级"]}], "“级别”中的“高级”不在“级别”里"),
        ("申报用表", {"适用": ["转评"], "名称": "《示例表》"}, "“适用”中的“转评”不在“申报类型”里"),
        ("费用", {"收取": "收取", "标准": [{"级别": "特级", "每人金额": 1}]}, "“级别”中的“特级”不在“级别”里"),
        ("名额", [{"单位": "示例县", "级别": "高级", "名额": 1}], "“级别”中的“高级”不在“级别”里"),
        ("时间安排", {"批次": {"系列": ["经济"], "网上申报": SPRING}}, "“系列”中的“经济”不在“系列”里"),
        ("材料清单", [{"名称": "自传", "按级别": {"级别": "员级", "名称": "小结"}}], "“级别”中的“员级”不在“级别”里"),
        ("材料清单", [{"名称": "自传", "适用条件": {"级别": "员级"}}], "“级别”中的“员级”不在“级别”里"),
        ("材料清单", [{"名称": "自传", "适用条件": {"申报类型": "转评"}}], "“申报类型”中的“转评”不在“申报类型”里"),
        ("与原件一致说明", None, "材料清单“各年度考核表”要用的“与原件一致说明”没有写"),
    ],
)
def test_what_a_campaign_does_not_state_is_refused_wherever_it_is_named(campaign, key, value, message):
    refused(campaign, message, **{key: value})


def test_several_rounds_must_be_told_apart(campaign):
    windows = [{"适用": ["评审"], "网上申报": SPRING}, {"网上申报": SPRING}]
    refused(campaign, "每一批要写明适用于谁", 时间安排={"批次": windows})


@pytest.mark.parametrize("conditions", [{}, {"数据": "示例"}, {"名称": "甲", "分专业": {"专业": "乙", "名称": "丙"}}])
def test_conditions_are_one_document_or_one_for_each_specialty(campaign, conditions):
    refused(campaign, "没有写明执行哪份评审条件", 评审条件=conditions)


def test_a_document_is_named_by_its_name_or_its_number():
    assert BasisDocument.model_validate({"文号": "甲发〔2021〕1号"}).name is None
    with pytest.raises(ValidationError, match="没有写明是哪份文件"):
        BasisDocument.model_validate({"机关": "示例厅"})


@pytest.mark.parametrize(
    ("penalty", "message"),
    [
        ({"记入": "示例库"}, "要一起写"),
        ({"记录年数": 3}, "要一起写"),
        ({"后果": "不得晋升"}, "没有写“记入”"),
        ({"起算": "查实之日"}, "没有写“不得申报年数”"),
    ],
)
def test_years_of_a_penalty_need_what_they_count(penalty, message):
    with pytest.raises(ValidationError, match=message):
        Penalty.model_validate({"情形": ["弄虚作假"], **penalty})


@pytest.mark.parametrize("fee", [{"劳务支付": "评委会"}, {"劳务": {"人员": "专家", "每工作日金额": 300}}])
def test_what_experts_are_paid_comes_out_of_a_fee(fee):
    with pytest.raises(ValidationError, match="没有写全"):
        Fee.model_validate(fee)


def test_seven_years_of_training_are_derived_for_every_level():
    [span] = load_campaign(data_folder() / "campaigns" / "bazhou-news-2021.yaml")[0].training_years
    assert (span.level, span.general, span.special) == (None, tuple(range(2015, 2022)), tuple(range(2015, 2022)))


def test_the_facts_of_the_archives_review_of_2021_are_held_as_such():
    archives = load_campaign(data_folder() / "campaigns" / "bazhou-archives-2021.yaml")[0]
    assert archives.notice.dated == PartialDate(2021, 7)
    assert [(window.tracks, window.papers.end) for window in archives.schedule.windows] == [
        (("评审", "转评"), PartialDate(2021, 10, 20)),
        (("初次确定", "授予"), PartialDate(2021, 10, 30)),
    ]
    assert [(form.tracks, form.copies) for form in archives.track_forms] == [(("初次确定", "授予"), 2)]
    assert {(track, rate.level): rate.amount for rate in archives.fee.rates for track in rate.tracks} == {
        ("评审", "中级"): 380, ("评审", "初级"): 220, ("初次确定", "初级"): 100, ("转评", "初级"): 100,
        ("初次确定", "中级"): 380, ("转评", "中级"): 380, ("授予", "中级"): 380,
    }  # fmt: skip
    assert [pay.amount for pay in archives.fee.pay] == [300, 200]
    assert (archives.pass_rate.ceiling, archives.pass_rate.rounding) == (80, "取不超过上限的最大人数")
    assert [(other.level, other.office) for other in archives.scope.elsewhere] == [
        ("正高级", "国家档案局"),
        ("副高级", "自治区档案局"),
    ]
    assert archives.defence.exemption.county_included == "是"
    assert archives.penalty.barred_years == 5
    assert archives.training.exemption.years == "当年"
    assert archives.conditions.criteria == "bazhou-archives-2021"
    assert {group.keeping: group.span for group in archives.keepings} == {"未写明": "1", "现场退回": "2—10"}


def test_the_facts_of_the_culture_review_of_2021_are_held_as_such():
    culture = load_campaign(data_folder() / "campaigns" / "bazhou-culture-2021.yaml")[0]
    assert culture.notice.number == "巴文体广旅发〔2021〕98号"
    assert culture.notice.imprint.dated == PartialDate(2021, 8, 18)
    assert [document.specialty for document in culture.conditions.by_specialty] == list(culture.specialties)
    assert (culture.scope.aid.years, culture.scope.aid.still_there) == (1, True)
    hours = culture.training.hours
    assert (hours.together, hours.special, hours.general) == (90, 60, 30)
    direct = culture.training.exemption.direct_title
    assert (direct.service_years, direct.excellent_years, direct.result) == (3, 3, "高一级职称")
    assert culture.defence.exemption.county_included == "否"
    assert {material.position: material.private for material in culture.materials if material.private} == {
        1: "无此要求", 9: "参照对县市和县市以下单位的要求执行", 10: "不需提供",
    }  # fmt: skip


def test_what_only_some_notices_of_2021_say_has_a_key_of_its_own():
    archives, culture, news = (
        load_campaign(data_folder() / "campaigns" / f"bazhou-{name}-2021.yaml")[0]
        for name in ("archives", "culture", "news")
    )
    assert [rules.only_then for rules in (archives.publicity_rules, culture.publicity_rules)] == ["未写明", "上报"]
    assert [culture.responsibility.vouched, culture.responsibility.reviewed] == [(), ("真实性", "完整性", "实效性")]
    assert [one.training.exemption.and_others for one in (archives, culture, news)] == [True, False, False]
    assert news.online_items[5].publicity.days == 5
    assert (news.online_items[5].publicity.unit, news.publicity_rules.working_days) == ("未写明", 5)
    assert {material.keeping for material in culture.materials} == {"留存后领回"}
    biography, works = (archives.materials[number].endorsement for number in (5, 9))
    assert (biography.checked, biography.only_on) == (True, None)
    assert (works.checked, works.only_on) == (False, "译成汉语的论文")


def test_a_campaign_knows_which_forms_its_materials_and_attachments_ask_for():
    news = load_campaign(data_folder() / "campaigns" / "bazhou-news-2021.yaml")[0]
    archives = load_campaign(data_folder() / "campaigns" / "bazhou-archives-2021.yaml")[0]
    assert news.kinds_asked == ()
    assert archives.kinds_asked == (
        "unit_nature_certificate",
        "publicity_result",
        "experience_certificate",
        "review_conditions",
    )


def test_a_group_of_roster_columns_has_no_value_of_its_own():
    with pytest.raises(ValidationError, match="不能有“取值”“宽”和“空填”"):
        RosterColumn.model_validate({"名称": "学历", "取值": "申报人.姓名", "下级": [{"名称": "学位"}]})


def contents(campaign: Campaign) -> dict:
    """The campaign's own fields by their Chinese names, as validation takes them."""
    return {field.alias: getattr(campaign, name) for name, field in Campaign.model_fields.items()}
