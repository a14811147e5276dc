"""Years left over from another year's file."""

import pytest

from generator.lint import lint
from tests.lint.tools import found, items


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("关于开展2023年度职称评审工作的通知", "2023年度"),
        ("网上申报系统于2023年9月1日开放。", "2023年9月"),
        ("网上申报截止时间为2023 年 9 月 1 日。", "2023 年 9 月"),
        ("上传2020年至2022年的年度考核表。", "2020年至2022年"),
        ("提供2020、2021、2022年度的合格证书。", "2020、2021、2022年度"),
        ("确保自治州2023年度评审顺利进行。", "2023年度"),
        ("公示于2026年9月1日开始。", "2026年9月"),
        ("（2023年度）", "2023年度"),
    ],
)
def test_a_year_of_another_time_is_doubted(text, written):
    assert ("YEAR-01", written, "2024年") in found(text, 2024)


def test_a_year_is_for_the_writer_to_check():
    [remark] = lint("关于开展2023年度职称评审工作的通知", year=2024)
    assert (remark.level, remark.remedy) == ("warning", "请核对：本文件是2024年的，这里是否为上一次文件留下的年份")


def test_without_a_year_none_is_stale():
    assert items("关于开展2023年度职称评审工作的通知") == []


@pytest.mark.parametrize(
    "text",
    [
        "关于开展2024年度职称评审工作的通知",
        "卫生系列为2024年12月16日至2025年1月10日。",
        "上传2021年至2023年的年度考核表，提供2020年至2024年的合格证书。",
        "按照《关于开展2019年度工作的通知》（新档发〔2021〕5号）执行，填写“2020年度”。",
        "2019年7月30日印发的条件同时废止。",
        "自2019年起施行；自2019年9月1日起执行。",
        "2022年以前取得的资格有效，2018年毕业、2019年参加工作的人员可以申报。",
        "2023年度考核合格的，2023年度继续教育达到学时要求的。",
        "到2035年建成体系。",
        "贯彻2021年第5号公告。",
        "电话20232024，标准GB/T 9704—2012。",
    ],
)
def test_years_that_belong_pass(text):
    assert items(text, 2024) == []
