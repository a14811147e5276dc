"""Which of the year's materials an applicant hands in, of each campaign and kind of applicant."""

from itertools import product

import pytest

from generator.model.campaign_needs import NeededFrom
from generator.rules.checklist import checklist, shown_by
from generator.rules.checklist_catalogue import catalogue_lines
from generator.rules.verdict import NO, UNKNOWN, YES
from tests.rules.people import CAMPAIGNS, PRIVATE_COMPANY, TOWN_ARCHIVES, VILLAGE, person, service

STATE_COMPANY = {**TOWN_ARCHIVES, "性质": "国有企业"}
ASSISTANT = {"名称": "助理馆员", "取得时间": "2015-11"}
KINDS = {
    f"{campaign}-{level}-{track}-{unit['性质']}-{'exempt' if services else 'not'}": person(
        campaign, *services, level=level, track=track, unit=unit
    )
    for campaign, level, track, unit, services in product(
        CAMPAIGNS,
        ("中级", "初级"),
        ("评审", "初次确定"),
        (TOWN_ARCHIVES, STATE_COMPANY, PRIVATE_COMPANY),
        ((), (service(VILLAGE, "2018-1"),)),
    )
}


def items(campaign, **values):
    return {item.name: item for item in checklist(person(campaign, **values))}


def applying(campaign, **values):
    return {name: item.applies for name, item in items(campaign, **values).items()}


# Every kind of applicant


@pytest.mark.parametrize("case", KINDS.values(), ids=KINDS)
def test_the_checklist_has_every_material_of_the_year_and_every_form_of_a_track_with_a_reason(case):
    found = checklist(case)
    assert len(found) == len(case.campaign.materials) + len(case.campaign.track_forms)
    assert all(item.why and item.applies in (YES, NO, UNKNOWN) for item in found)


@pytest.mark.parametrize("case", KINDS.values(), ids=KINDS)
def test_the_catalogue_never_lacks_an_item_of_the_checklist(case):
    lines = [line.name for line in catalogue_lines(case)]
    listed = [item for item in checklist(case) if item.applies != NO]
    assert len(lines) == len(listed)
    assert all(line.startswith(item.title) and item.name in line for line, item in zip(lines, listed, strict=True))


@pytest.mark.parametrize("case", KINDS.values(), ids=KINDS)
def test_no_line_has_fewer_papers_than_the_campaign_states(case):
    for item in checklist(case):
        assert item.copies is None or item.pieces >= item.copies >= 1


def test_there_is_no_checklist_of_nobody():
    case = person()
    assert checklist(type(case)(case.campaign)) == catalogue_lines(type(case)(case.campaign)) == ()


# Conditions of one material or another


@pytest.mark.parametrize(
    ("first", "title", "level", "answer"),
    [
        ("是", None, "中级", YES),
        ("是", None, "初级", UNKNOWN),
        ("是", ASSISTANT, "中级", UNKNOWN),
        ("否", ASSISTANT, "中级", NO),
        ("否", None, "中级", UNKNOWN),
        ("否", None, "初级", NO),
        (None, ASSISTANT, "中级", UNKNOWN),
    ],
)
def test_two_conditions_of_which_nobody_said_whether_both_must_hold(first, title, level, answer):
    stated = {"首次申报": first, "现职称": title}
    stated = {key: value for key, value in stated.items() if value}
    item = items("archives-2021", level=level, **stated)["从事档案工作年限证明"]
    assert item.applies == answer
    assert item.why.startswith("由初次参加档案专业技术职务任职资格评审、直接申报中级职称的人员提交")
    assert ("是否适用请自行核对" in item.why) == (answer == UNKNOWN)


def with_conditions(*conditions, together="都符合", needed_from="某些人员"):
    campaign = CAMPAIGNS["archives-2024"]
    made = tuple(NeededFrom.model_validate(condition) for condition in conditions)
    update = {"conditions": made, "conditions_together": together, "needed_from": needed_from}
    first, *others = campaign.materials
    return campaign.model_copy(update={"materials": (first.model_copy(update=update), *others)})


@pytest.mark.parametrize(
    ("condition", "values", "answer"),
    [
        ({"申报情形": "首次申报"}, {"首次申报": "是"}, YES),
        ({"申报情形": "首次申报"}, {"首次申报": "否"}, NO),
        ({"申报情形": "首次申报"}, {}, UNKNOWN),
        ({"申报情形": "机关调入"}, {"机关调入": {"原单位": "某机关"}}, YES),
        ({"申报情形": "机关调入"}, {}, NO),
        ({"申报情形": "有现职称"}, {"现职称": ASSISTANT}, YES),
        ({"申报情形": "没有现职称"}, {"现职称": ASSISTANT}, NO),
        ({"申报情形": "免除继续教育学习"}, {"免学经历": service()}, YES),
        ({"申报情形": "免除继续教育学习"}, {}, NO),
        ({"级别": "初级"}, {"level": "初级"}, YES),
        ({"级别": "初级"}, {"level": "中级"}, NO),
        ({"申报类型": ["授予"]}, {"track": "授予"}, YES),
        ({"申报类型": ["授予"]}, {"track": None}, UNKNOWN),
        ({"单位性质": ["民营企业"]}, {"unit": PRIVATE_COMPANY}, YES),
        ({"单位性质": ["民营企业"]}, {"unit": TOWN_ARCHIVES}, NO),
        ({"单位性质": ["民营企业"]}, {"unit": None}, UNKNOWN),
        ({"级别": "初级", "申报情形": "首次申报"}, {"level": "初级", "首次申报": "否"}, NO),
    ],
)
def test_each_condition_is_asked_of_the_applicant(condition, values, answer):
    services = [values.pop("免学经历")] if "免学经历" in values else []
    values = dict(values)
    [item, *_] = checklist(person(with_conditions(condition), *services, **values))
    assert item.applies == answer


@pytest.mark.parametrize(
    ("together", "first", "level", "answer"),
    [
        ("都符合", "是", "中级", YES),
        ("都符合", "是", "初级", NO),
        ("符合其一", "是", "初级", YES),
        ("符合其一", "否", "初级", NO),
        ("未写明", "是", "中级", YES),
        ("未写明", "是", "初级", UNKNOWN),
        ("未写明", "否", "初级", NO),
    ],
)
def test_several_conditions_hold_together_as_the_notice_says(together, first, level, answer):
    year = with_conditions({"申报情形": "首次申报"}, {"级别": "中级"}, together=together)
    [item, *_] = checklist(person(year, level=level, 首次申报=first))
    assert item.applies == answer


def test_what_is_said_in_words_alone_is_listed_with_a_doubt():
    [item, *_] = checklist(person(with_conditions()))
    assert (item.applies, item.why) == (UNKNOWN, "由某些人员提交，是否适用请自行核对")
    assert item.listed


@pytest.mark.parametrize(
    ("unit", "conduct", "assessments", "papers"),
    [
        (TOWN_ARCHIVES, YES, YES, YES),
        (PRIVATE_COMPANY, UNKNOWN, NO, YES),
        ({"名称": "某某公司", "性质": "企业"}, UNKNOWN, UNKNOWN, YES),
    ],
)
def test_exceptions_for_private_companies_are_what_the_notice_makes_of_them(unit, conduct, assessments, papers):
    found = applying("culture-2021", unit=unit, 论文著作=[{"题目": "某论文"}])
    assert found["现实表现政治鉴定"] == conduct
    assert found["各年度考核表"] == assessments
    assert found["论文、著作"] == papers


@pytest.mark.parametrize("campaign", ["archives-2021", "culture-2021"])
@pytest.mark.parametrize(
    ("track", "form", "review"), [("评审", NO, YES), ("初次确定", YES, UNKNOWN), (None, UNKNOWN, UNKNOWN)]
)
def test_the_form_of_a_track_comes_with_a_doubt_about_the_review_form(campaign, track, form, review):
    found = applying(campaign, track=track)
    assert found["《初聘专业技术职务任职资格呈报表》"] == form
    assert next(answer for name, answer in found.items() if name.endswith("评审表》")) == review


@pytest.mark.parametrize(("level", "name"), [("初级", "实习期小结"), ("中级", "业务自传")])
def test_a_level_may_hand_in_another_material_in_its_place(level, name):
    assert name in items("archives-2021", level=level)


@pytest.mark.parametrize(
    ("stated", "answer"),
    [({"现职称": ASSISTANT}, YES), ({"首次申报": "是"}, NO), ({"首次申报": "否"}, UNKNOWN), ({}, UNKNOWN)],
)
def test_a_title_certificate_is_wanted_of_those_who_have_a_title(stated, answer):
    assert applying("archives-2021", **stated)["任职资格证书"] == answer


def test_whether_papers_are_needed_is_for_the_conditions_to_say():
    assert applying("archives-2024")["论文、著作"] == UNKNOWN
    assert applying("archives-2024", 论文著作=[{"题目": "某论文"}])["论文、著作"] == YES


def test_other_proofs_are_for_those_who_have_them():
    item = items("archives-2024")["其他证明材料"]
    assert (item.applies, item.optional, item.why) == (UNKNOWN, True, "有这项材料的交，是否适用请自行核对")


# Copies, and what goes with a material


@pytest.mark.parametrize(
    ("campaign", "kind", "enclosed", "pieces"),
    [
        ("archives-2024", "事业单位", ("当地机构编制部门批文复印件或当地人社部门证明",), 2),
        ("archives-2024", "国有企业", (), 1),
        ("archives-2021", "机关", ("当地机构编制部门批文复印件或当地人社部门证明",), 2),
        ("archives-2021", "民营企业", ("企业法人营业执照复印件，并加盖企业公章",), 2),
        ("archives-2021", "社会组织", (), 1),
        ("culture-2021", "国有企业", ("企业法人营业执照复印件，并加盖企业公章",), 2),
    ],
)
def test_what_goes_with_the_certificate_depends_on_the_unit(campaign, kind, enclosed, pieces):
    item = items(campaign, unit={**TOWN_ARCHIVES, "性质": kind})["所在单位性质证明"]
    assert (item.enclosed, item.copies, item.pieces) == (enclosed, 1, pieces)
    assert item.lacks == ()


def test_of_a_unit_whose_kind_is_unknown_nobody_can_tell_what_goes_with_it():
    item = items("archives-2024", unit={"名称": "某某单位"})["所在单位性质证明"]
    assert item.enclosed == ()
    assert [(lack.field, lack.level) for lack in item.lacks] == [("单位.性质", "hint")]


def test_copies_of_each_are_counted_for_each():
    found = items("archives-2024")
    assert found["评审人员公示及公示结果"].pieces == 2
    assert found["《专业技术职务任职资格评审表》"].pieces == 2
    assert items("culture-2021")["送审人员公示结果"].pieces == 1


def test_papers_and_years_are_counted_and_bundles_of_several_things_are_not():
    papers = [{"题目": "甲"}, {"题目": "乙"}]
    found = items("archives-2024", 论文著作=papers)
    assert found["论文、著作"].pieces == 2
    assert found["各年度考核表"].pieces == 3
    bundle = "学历证明、学历在线验证报告、现任专业技术职务任职资格证书以及任现职以来获得的证书"
    assert found[bundle].pieces is found["从事档案专业技术工作经历证明"].pieces is None
    # “每年参加继续教育并达到课时要求” does not say which papers are wanted.
    assert found["继续教育专业科目学习情况"].pieces is None


def test_titles_bear_years_and_form_as_the_notice_prints_them():
    found = items("archives-2024")
    assert found["各年度考核表"].title == "2021年至2023年各年度考核表原件"
    assert found["申报人员身份证"].title == "申报人员身份证复印件"
    assert found["现实表现政治鉴定"].keeping == "留存"


@pytest.mark.parametrize(("services", "form"), [((), ()), ((service(),), ("继续教育免试审批表",))])
def test_the_exemption_form_stands_for_the_certificates_of_the_exempt(services, form):
    found = {item.name: item for item in checklist(person("archives-2024", *services))}
    assert found["继续教育专业科目学习情况"].enclosed == form


def test_who_has_every_certificate_needs_no_exemption_form():
    trainings = [
        {"年度": year, "科目": subject, "学时": 30}
        for year in range(2020, 2025)
        for subject in ("公需科目", "专业科目")
    ]
    found = {item.name: item for item in checklist(person("archives-2024", service(), 继续教育=trainings))}
    assert found["继续教育专业科目学习情况"].enclosed == ()


def test_what_a_material_proves_is_stated_or_follows_from_its_rules():
    shown = {item.name: shown_by(item) for item in CAMPAIGNS["archives-2024"].materials}
    assert shown["各年度考核表"] == ("年度考核",)
    assert shown["继续教育专业科目学习情况"] == ("继续教育",)
    assert shown["论文、著作"] == ("论文著作",)
    assert shown["现实表现政治鉴定"] == ()
    online = {item.name: shown_by(item) for item in CAMPAIGNS["archives-2024"].online_items}
    assert online["专业技术资格"] == ("现职称",)


def test_a_material_for_those_who_have_it_applies_as_the_data_say():
    campaign = CAMPAIGNS["archives-2024"]
    first, *others = campaign.materials
    update = {"conditions": (NeededFrom.model_validate({"申报情形": "有这项材料"}),), "shown": ("知识产权",)}
    year = campaign.model_copy(update={"materials": (first.model_copy(update=update), *others)})
    for patents, answer in (([], NO), ([{"名称": "某软件"}], YES)):
        [item, *_] = checklist(person(year, 知识产权=patents))
        assert (item.applies, item.optional) == (answer, True)
