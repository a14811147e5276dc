"""A made-up city's campaign holds the structures that other offices' notices have, and its notice prints them."""

from pathlib import Path

import pytest

from generator.build import DOCX, Request, build
from generator.loading.load import load_case
from generator.rendering.environment import FILLED
from generator.rules import case_findings
from generator.text import PartialDate
from tests.documents.notice_parts import blocks_of, parts_of
from tests.documents.papers import LIBRARY
from tests.documents.reading import docx_text, words

CASE = load_case(Path(__file__).parent / "example-city-2025.yaml").case
CAMPAIGN = CASE.campaign
PARTS = parts_of(CAMPAIGN)

PRINTED = {
    "": [
        "示例市人力资源和社会保障局",
        "文件",
        "示例市工业和信息化局",
        "关于开展2025年度全市工程、经济系列高、中、初级职称评审工作的通知",
        "按照全省职称评审工作安排和示例省人力资源和社会保障厅《关于做好职称评审工作的通知》（示人社办〔2025〕12号）、"
        "《示例省职称评审管理办法》，",
    ],
    "二、资格条件": [
        "《示例省工程技术人才职称评价标准》（示人社规〔2024〕3号）",
        "经济专业人员参加评审，参照《示例省经济专业人员职称评价标准》（示人社规〔2024〕4号）执行",
    ],
    "三、时间安排": [
        "工程系列高级为2025年10月8日—11月7日（最后一天18:00关闭）",
        "工程系列中级、初级为2025年11月10日—12月5日（最后一天18:00关闭）",
        "经济系列评审为2025年12月15日—2026年1月16日（最后一天24:00关闭）",
        "（二）个人申报时间。2025年10月8日—2026年1月16日（最后一天24:00截止）",
        "（三）单位审核时间。截至2026年1月20日（最后一天18:00截止）",
        "（四）主管部门审核时间。截至2026年1月23日",
        "（五）县（区）复核时间。截至2026年1月28日",
        "（六）评委会受理时间。截至2026年1月30日",
        "任职年限计算到2025年12月31日，业绩成果计算到2025年9月30日",
        "拟定于2026年3月上旬，具体时间、地点另行通知",
    ],
    "四、申报方式及事项": ["72小时内", "不得超过2次"],
    "五、申报材料要求": [
        "公示期不少于5个工作日；主管部门公示7个自然日；评审结果公示5个工作日",
        "（二）材料审核。申报材料由示例市职称改革工作领导小组办公室审核",
        "县（区）所属单位人员的申报材料由所在单位、县（区）主管部门、县（区）人力资源和社会保障局统一报送至评审委员会",
        "市直单位人员的申报材料由所在单位、市主管部门统一报送至评审委员会",
        "非公有制单位人员的申报材料由人事代理机构统一报送至评审委员会",
    ],
    "六、注意事项": [
        "名额分配：示例县高级6名，示例区高级9名，市直单位41名",
        "高级每人450元；评审中级每人260元（依据示例省发展改革委《关于职称评审收费标准的通知》（示发改价格〔2019〕88号））",
    ],
    "七、咨询电话": [
        "联系人：孙示例、何示例（专业技术人员管理科）",
        "监督电话：派驻纪检监察组0999-0000003；人事科0999-0000004",
        "（联系人：孙示例，电话：0999-0000001）",
        "抄送：示例市纪委监委派驻纪检监察组",
    ],
}


@pytest.mark.parametrize(("part", "fact"), [(part, fact) for part, facts in PRINTED.items() for fact in facts])
def test_each_structure_is_printed_in_its_part(part, fact):
    assert fact in PARTS[part]


def test_the_year_is_stated_not_taken_from_dates_that_cross_into_the_next():
    last = CAMPAIGN.schedule.windows[-1].online
    assert (CAMPAIGN.year, last.start, last.end) == (2025, PartialDate(2025, 12, 15), PartialDate(2026, 1, 16))
    assert CAMPAIGN.assessment_years == (2021, 2022, 2023, 2024)


def test_a_notice_without_paper_materials_speaks_of_none():
    text = "".join(PARTS.values())
    assert "纸质" not in text
    assert all(window.papers is None for window in CAMPAIGN.schedule.windows)


def test_joint_issuers_stand_above_and_below():
    blocks = blocks_of(CAMPAIGN)
    heads = [block.text.split("\n") for block in blocks if block.style == "联署标志"]
    assert heads == [["示例市人力资源和社会保障局", "文件", "示例市工业和信息化局"]]
    assert [block.text for block in blocks if block.style == "署名"] == [
        "示例市人力资源和社会保障局",
        "示例市工业和信息化局",
    ]


def test_publicity_in_stages_keeps_the_unit_of_each_length():
    stages = [(stage.days, stage.unit) for stage in CAMPAIGN.publicity_rules.stages]
    assert stages == [(7, "自然日"), (5, "工作日")]
    assert CAMPAIGN.publicity_rules.first_day_counts is False


def test_the_notice_is_built_and_nothing_is_found_wrong():
    assert case_findings(CASE) == []
    [notice] = build(Request(CASE, "annual_notice", FILLED), (DOCX,), LIBRARY)
    assert "示例市人力资源和社会保障局办公室2025年9月29日印发" in words(docx_text(notice.content))
