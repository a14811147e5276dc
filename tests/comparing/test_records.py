"""Two years' data compared: what a clerk reads."""

from typing import get_args

import pytest

from generator.catalog import Library
from generator.comparing.records import record_changes
from generator.comparing.words import is_told, unit
from generator.loading.load import load_case
from generator.model.base import Model
from generator.model.campaign import Campaign
from generator.resources import data_folder

CAMPAIGN = data_folder() / "campaigns" / "bazhou-archives-2024.yaml"


@pytest.fixture
def changes(tmp_path):
    """What the replacements in the sample campaign's file change, as lines."""

    def changes(*replacements: tuple[str, str]) -> list[str]:
        text = CAMPAIGN.read_text("utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "新.yaml"
        path.write_text(text, "utf-8")
        old, new = load_case(CAMPAIGN).case.campaign, load_case(path).case.campaign
        kinds = {kind: document.name for kind, document in Library().documents.items()}
        return [str(change) for change in record_changes(old, new, years=(old.year, new.year), kinds=kinds)]

    return changes


NEXT_YEAR = [
    ("年度: 2024", "年度: 2025"),
    ("{起: 2024-9-5, 止: 2024-9-30}", "{起: 2025-8-28, 止: 2025-9-25}"),
    ("{起: 2024-10-8, 止: 2024-10-14}", "{起: 2025-10-8, 止: 2025-10-14}"),
    ("成文日期: 2024-9-4", "成文日期: 2025-9-4"),
]


def test_the_same_file_has_no_changes(changes):
    assert changes() == []


def test_a_period_is_told_without_the_year_of_its_own_file(changes):
    assert "时间安排：网上申报 9月5日—9月30日 → 8月28日—9月25日" in changes(*NEXT_YEAR)


def test_a_date_that_only_moves_on_with_the_year_is_no_change(changes):
    lines = changes(*NEXT_YEAR)
    assert not [line for line in lines if "纸质报送" in line or "成文日期" in line]


def test_a_period_that_crosses_into_the_next_year_is_told_with_it(changes):
    assert changes(("止: 2024-10-14}", "止: 2025-1-10}")) == [
        "时间安排：纸质报送 10月8日—10月14日 → 10月8日—次年1月10日"
    ]


def test_years_that_follow_from_the_year_are_told(changes):
    lines = changes(("年度: 2024", "年度: 2025"))
    assert "考核：考核年度 2021年至2023年 → 2022年至2024年" in lines
    assert "继续教育：中级 专业科目年度 2022年至2024年 → 2023年至2025年" in lines
    sections = [line.partition("：")[0] for line in lines]
    assert sections == ["年度", "考核", *["继续教育"] * 4]


def test_of_a_list_of_texts_only_what_came_and_went_is_told(changes):
    assert changes(("    - 退休人员\n", "")) == ["评审范围：不得申报 删去“退休人员”"]
    assert changes(("    - 退休人员\n", "    - 离退休人员\n")) == ["评审范围：不得申报 退休人员 → 离退休人员"]


def test_items_of_a_list_are_told_by_their_names_with_units(changes):
    assert changes(("    份数: 2\n", "    份数: 3\n")) == ["材料清单：《专业技术职务任职资格评审表》 份数 2份 → 3份"]


def test_an_item_that_came_is_told_whole_and_the_others_stay_what_they_are(changes):
    assert changes(("  - 名称: 其他证明材料", "  - 名称: 专利证书\n    份数: 1\n  - 名称: 其他证明材料")) == [
        "材料清单：增加“专利证书，份数1份”"
    ]


def test_an_item_that_went_is_told(changes):
    item = "  - 名称: 其他证明材料\n    适用条件: {申报情形: 有这项材料}\n"
    item += "    去向: 未写明              # 原通知只写到第12项\n"
    assert changes((item, "")) == ["材料清单：删去“其他证明材料”"]


def test_a_renamed_only_item_is_told_as_a_change(changes):
    assert changes(("联系人: 周示例", "联系人: 吴示例")) == ["联系：联系人 周示例 → 吴示例"]


def test_what_is_not_printed_is_not_told(changes):
    assert changes(("事项: 承诺文字有两种", "事项: 承诺有两种")) == []


def test_fees_that_were_not_told_before(changes):
    fee = "  收取: 收取\n  标准:\n    - {级别: 中级, 每人金额: 380}\n    - {级别: 初级, 每人金额: 220} "
    assert changes(("  收取: 未写明 ", fee)) == [
        "费用：是否收取 未写明 → 收取",
        "费用：增加“中级，每人380元”",
        "费用：增加“初级，每人220元”",
    ]


@pytest.mark.parametrize(
    ("replacement", "told"),
    [
        (
            ("推荐单位公示（模板）, 文种: publicity_notice", "推荐单位公示（模板）, 文种: publicity_result"),
            "附件：推荐单位公示（模板） 所用表样 推荐单位公示 → 推荐单位公示结果",
        ),
        (("最少工作日: 5", "最少工作日: 7"), "公示规定：公示期不少于 5个工作日 → 7个工作日"),
        (("专业科目: 60, 计量: 课时", "专业科目: 90, 计量: 课时"), "继续教育：每年学时 专业科目 60课时 → 90课时"),
        (("记录年数: 3", "记录年数: 5"), "违规处理：记录年数 3年 → 5年"),
        (("退回修改小时: 48", "退回修改小时: 72"), "网上审核：退回修改时限 48小时 → 72小时"),
        (("  依据: 自治区", "  发文字号: 某发〔2024〕1号\n  依据: 自治区"), "发文字号：增加“某发〔2024〕1号”"),
        (("    - {名称: 姓名, 取值: 申报人.姓名, 宽: 5}\n", ""), "花名册：栏目 删去“姓名”"),
        (
            ("  - 名称: 申报人员身份证", "  - 名称: 申报人员身份证（两面）"),
            "材料清单：申报人员身份证 → 申报人员身份证（两面）",
        ),
        (("时间: 2024年10月下旬", "时间: 2024年11月上旬"), "时间安排：答辩 时间 10月下旬 → 11月上旬"),
        (('电话: "13000000000"', '电话: ["13000000000", 0996-0000001]'), "联系：电话 增加“0996-0000001”"),
    ],
)
def test_a_change_is_told_in_a_clerks_words(changes, replacement, told):
    assert changes(replacement) == [told]


def test_hours_told_in_another_measure_are_a_change(changes):
    assert changes(("计量: 课时", "计量: 学时")) == [
        "继续教育：每年学时 公需科目 30课时 → 30学时",
        "继续教育：每年学时 专业科目 60课时 → 60学时",
    ]


def test_what_is_laid_out_otherwise_or_not_printed_is_not_told(changes):
    assert changes(("宽: 11}", "宽: 12}")) == []
    assert changes(("  # 数据: ……", "  # 数据: 没有")) == []


def test_an_item_that_moved_is_told_with_its_places(changes):
    item = "  - 名称: 申报人员身份证\n    形式: 复印件\n    份数: 1\n    印证: 身份证号\n    去向: 留存\n"
    last = "  - 名称: 其他证明材料\n"
    assert changes((item, ""), (last, item + last)) == ["材料清单：申报人员身份证 第6项 → 第12项"]


def test_of_a_long_text_only_where_it_differs_is_told(changes):
    told = "……报的内容和提交的材料{}真实有效，且网上填报……"
    assert changes(("内容和提交的材料完全真实有效，且", "内容和提交的材料真实有效，且")) == [
        f"承诺：承诺书 文字 {told.format('完全')} → {told.format('')}"
    ]


def test_every_number_has_its_unit():
    assert [name for name in _numbers(Campaign) if name != "年度"] == []


def _numbers(model: type[Model]):
    """The numbers of a model that are told and have no unit."""
    for name, field in model.model_fields.items():
        alias = field.alias or name
        for part in _types(field.annotation):
            if part is int and is_told(model, alias) and not unit(model.model_construct(), alias):
                yield alias
            elif isinstance(part, type) and issubclass(part, Model):
                yield from _numbers(part)


def _types(annotation):
    yield annotation
    for part in get_args(annotation):
        yield from _types(part)
