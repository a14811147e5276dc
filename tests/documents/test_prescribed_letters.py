"""The letters of the 2024 notice's attachments 1 to 3: prescribed wording in the model blank, no prompt when filled."""

import pytest

from generator.catalog import Library
from generator.context import case_values
from generator.loading.load import load_campaign
from generator.model.applicant import Applicant
from generator.model.case import Case
from generator.model.unit import Unit
from generator.rendering.blocks import Block
from generator.rendering.environment import FILLED, HAND_BLANK, MODEL_BLANK
from generator.rendering.wording import render_blocks
from generator.resources import data_folder

CAMPAIGN = load_campaign(data_folder() / "campaigns" / "bazhou-archives-2024.yaml")[0]
LIBRARY = Library()

PRESCRIBED = {
    "publicity_notice": [
        "推荐单位公示（模板）",
        "根据自治区职称评审工作的要求，现对××同志申报××系列××专业×（高、中、初）级专业技术任职资格进行公示。",
        "基本信息：（包括：性别、族别、政治面貌、身份证号、现任专业技术职务任职资格）",
        "思想政治条件：（突出政治表现，强调职业操守和从业行为）",
        "业绩成果：（简要描述近五年的实践能力和业绩成果，并说明对业绩成果的实际贡献）。",
        "公示时间从××××年××月××日起至××××年××月××日止（公示期不少于5个工作日）。如对××同志的相关信息有疑异，"
        "请电话或书面形式反映至××办公室，监督电话：××××",
        "签字：（单位负责人签字）",
        "（推荐单位公章）",
        "2024年×月×日",
    ],
    "publicity_result": [
        "推荐单位公示结果（模板）",
        "×××同志申报材料于××××年××月××日至××××年××月××日在本单位公示××天，公示无异议，未收到投诉、举报，"
        "申报材料真实、完整、有效，同意推荐×××同志申报××系列××专业×（高、中、初）级专业技术任职资格。",
        "推荐单位名称（公章）",
        "2024年×月×日",
    ],
    "commitment_letter": [
        "个人承诺书",
        "本人承诺以上填报的内容和提交的材料完全真实有效，且网上填报与送审报表内容一致。如申请人提交弄虚作假确认材料的，"
        "一经查实，不予受理确认申报或取消已确认的资格，并从申报年度下一年起3年内，不得申报专业技术资格。",
        "签字：（承诺人）",
        "2024年×月×日",
        "说明：《个人承诺书》须经本人手写签字并按手印。",
    ],
}
CERTIFICATES = ["conduct_certificate", "experience_certificate", "unit_nature_certificate", "commitment_sheet"]


def a_case(**publicity) -> Case:
    applicant = {
        "姓名": "阿依古丽·买买提",
        "性别": "女",
        "族别": "维吾尔族",
        "政治面貌": "群众",
        "身份证号": "990101199005010021",
        "思想政治表现": "政治立场坚定",
        "业绩成果": [
            {"内容": "主持馆藏档案数字化", "本人贡献": "制订方案", "时间": "2023-6"},
            {"内容": "编研成果两部。"},
        ],
        "工作经历": [
            {"起": "2012-7", "止": "2016-8", "单位": "甲馆", "从事本专业": "否"},
            {"起": "2016-9", "止": "至今", "单位": "乙馆", "从事本专业": "是", "主要工作": "档案征集"},
        ],
        "申报": {"系列": "档案", "专业": "档案", "级别": "中级"},
        "公示": {"起始日期": "2024-9-11", "截止日期": "2024-9-18", "天数": "5", "异议": "无", **publicity},
    }
    unit = {
        "名称": "巴州某某档案馆",
        "性质": "事业单位",
        "公示办公室": "人事",
        "监督电话": ["0996-0000001", "0996-0000002"],
    }
    return Case(CAMPAIGN, Applicant.model_validate(applicant), Unit.model_validate(unit))


def blocks(kind: str, state: str, case: Case | None = None) -> list[Block]:
    document = LIBRARY.document(kind)
    values = case_values(case or a_case(), state=state, public=document.public, filled=state == FILLED)
    return render_blocks(document.template("wording.md"), {**values, "附件号": "", "文件标题": ""}, LIBRARY.loader)


def lines(kind: str, state: str, case: Case | None = None) -> list[str]:
    return [block.text for block in blocks(kind, state, case)]


@pytest.mark.parametrize("kind", PRESCRIBED)
def test_the_model_blank_is_the_prescribed_wording_character_for_character(kind):
    assert lines(kind, MODEL_BLANK) == PRESCRIBED[kind]


@pytest.mark.parametrize("kind", [*PRESCRIBED, *CERTIFICATES])
@pytest.mark.parametrize("state", [FILLED, HAND_BLANK])
def test_no_prompt_and_no_placeholder_leaves_the_model_blank(kind, state):
    text = "\n".join(lines(kind, state))
    prompts = [
        "×",
        "（模板）",
        "（高、中、初）",
        "（突出",
        "（简要",
        "（公示期",
        "（单位负责人",
        "（承诺人）",
        "（包括",
        "附件",
    ]
    assert [prompt for prompt in prompts if prompt in text] == []


@pytest.mark.parametrize("kind", [*PRESCRIBED, *CERTIFICATES])
def test_the_signing_day_is_left_for_the_hand(kind):
    assert "2024年　　月　　日" in lines(kind, FILLED)


def test_a_stated_signing_day_is_printed():
    case = a_case(公示落款日期="2024-9-11", 结果落款日期="2024-9-19")
    assert lines("publicity_notice", FILLED, case)[-1] == "2024年9月11日"
    assert lines("publicity_result", FILLED, case)[-1] == "2024年9月19日"


def test_the_filled_notice_gives_each_basic_fact_and_says_who_has_no_title():
    notice = lines("publicity_notice", FILLED)
    assert notice[2] == (
        "基本信息：性别女，族别维吾尔族，政治面貌群众，身份证号990101********0021，现任专业技术职务任职资格无。"
    )
    assert notice[4:7] == [
        "业绩成果：",
        "1.2023年6月，主持馆藏档案数字化。本人贡献：制订方案。",
        "2.编研成果两部。",
    ]
    assert notice[7].endswith("反映至人事办公室，监督电话：0996-0000001、0996-0000002")


def test_a_campaign_that_prints_no_id_number_leaves_the_item_out():
    rules = CAMPAIGN.publicity_rules.model_copy(update={"id_display": "不印"})
    case = a_case()
    other = Case(CAMPAIGN.model_copy(update={"publicity_rules": rules}), case.applicant, case.unit)
    assert "身份证" not in "".join(lines("publicity_notice", FILLED, other))


def test_the_result_says_which_days_it_counts():
    assert "在本单位公示5天（工作日），公示无异议" in lines("publicity_result", FILLED)[1]
    calendar = a_case(天数="8", 天数单位="自然日")
    assert "在本单位公示8天（自然日），公示无异议" in lines("publicity_result", FILLED, calendar)[1]


def test_the_advice_on_the_roster_is_in_its_model_blank_only():
    advice = CAMPAIGN.roster.notice
    assert advice in lines("roster", MODEL_BLANK)
    for state in (FILLED, HAND_BLANK):
        assert "核对" not in "".join(lines("roster", state))


def test_the_writing_sheet_keeps_the_words_to_copy_off_the_page_to_write_on():
    sheet, model = "\n".join(lines("commitment_sheet", FILLED)).split("手写承诺语（抄写用）")
    assert "本人承诺" not in sheet
    assert CAMPAIGN.commitments.handwritten.text in model
