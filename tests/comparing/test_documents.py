"""Two official documents: what changed, told by part, heading, table and attachment."""

from pathlib import Path

import pytest

from generator.catalog import Library
from generator.comparing.compare import compare
from generator.errors import FindingsError, UsageError
from generator.resources import data_folder

NOTICE = data_folder() / "documents" / "example-city-notice-2024.yaml"
QUOTAS = "附件“中、初级职称推荐数额分配表”：表“推荐数额”"
POINTS, SUMMARY = "附件“申报材料审核要点”", "附件“职称申报人员情况汇总表”"
ROW = '      - [样板区, "15", "22", "4", "6", "20", "28", "95"]\n'
GUIDE = "示例省职称申报平台操作指南（在平台首页下载）"


@pytest.fixture
def changes(tmp_path):
    """What the replacements in the sample notice change, as lines."""

    def changes(*replacements: tuple[str, str]) -> list[str]:
        text = NOTICE.read_text("utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "新.yaml"
        path.write_text(text, "utf-8")
        return [str(change) for change in compare(NOTICE, path, Library()).changes]

    return changes


TOLD = [
    ("    申报: 2024 ", "    申报: 2025 ", "年度：申报年度 2024年 → 2025年"),
    ("工程申报: {起: 2024-9-9,", "工程申报: {起: 2024-9-2,", "时间安排：工程申报 9月9日—9月30日 → 9月2日—9月30日"),
    ("卫生受理: 2025-2-14", "卫生受理: 2025-2-17", "时间安排：卫生受理 次年2月14日 → 次年2月17日"),
    (
        '"18:00"\n        - "{{ 事实.期间.工程',
        '"17:30"\n        - "{{ 事实.期间.工程',
        "时间安排：表“时间安排”个人申报、截止、时刻 18:00 → 17:30",
    ),
    ("## 推荐数额", "## 推荐名额", "推荐名额：标题 推荐数额 → 推荐名额"),
    ('中级评审费: "380"', '中级评审费: "400"', "评审费用：中级评审费 380元 → 400元"),
    ("用印: 是", "用印: 否", "用印：是 → 否"),
    ('[示例县, "12"', '[示例县, "14"', f"{QUOTAS}示例县、工程系列、中级 12 → 14"),
    ("      ## 资历\n", "      ## 资历年限\n", f"{POINTS}：资历年限 标题 资历 → 资历年限"),
    ("[名称, 取得时间,", "[名称, 取得年月,", f"{SUMMARY}：表“情况汇总”栏目 现职称、取得时间 → 现职称、取得年月"),
]


def test_every_change_is_told_once_where_a_reader_looks_for_it(changes):
    assert changes(*((old, new) for old, new, _ in TOLD)) == [told for _, _, told in TOLD]


def test_a_row_that_went_and_one_that_came_are_told_whole(changes):
    gone = (
        f"{QUOTAS}的一行 删去“样板区（工程系列、中级15；工程系列、初级22；农业系列、中级4；农业系列、初级6；"
        "卫生系列、中级20；卫生系列、初级28；合计95）”"
    )
    other = '      - [新设区, "1", "2", "3", "5", "7", "8", "26"]\n'
    lines = changes((ROW, other))
    assert lines[0] == gone
    assert lines[1].startswith(f"{QUOTAS}的一行 增加“新设区（工程系列、中级1；")


def test_a_row_that_was_only_renamed_is_told_so(changes):
    assert changes((ROW, ROW.replace("样板区", "新设区"))) == [f"{QUOTAS}第3行、地区（部门） 样板区 → 新设区"]


def test_serial_numbers_that_moved_on_are_no_change(changes):
    first = '      - ["1", "", "", "", "", "", "", "", ""]\n'
    assert changes((first, first + first.replace('"1", ""', '"2", "王示例"').replace('"2"', '"1"'))) == [
        f"{SUMMARY}：表“情况汇总”的一行 增加“王示例（序号1）”"
    ]


def test_an_attachment_that_came_or_went_is_told_by_its_name_alone(changes):
    new = (f"  - 名称: {GUIDE}", "  - 名称: 承诺书（样式）\n    正文: |\n      # 承诺书\n\n      本人承诺。")
    assert changes(new) == [f"附件：删去“{GUIDE}”", "附件：增加“承诺书（样式）”"]


def test_an_attachment_that_was_renamed_is_compared_with_what_it_was(changes):
    assert changes(("名称: 申报材料审核要点\n", "名称: 申报材料的审核要点\n")) == [
        "附件：申报材料审核要点 → 申报材料的审核要点"
    ]


def test_a_fact_that_is_only_called_otherwise_and_a_value_typed_in_its_place_are_no_change(changes):
    renamed = [("工程县区审核:", "工程县级审核:"), ("事实.日期.工程县区审核", "事实.日期.工程县级审核")]
    typed = [("{{ 事实.期限.失信记录 }}", "3年"), ("    失信记录: 3年\n", "")]
    assert changes(*renamed, *typed) == []


def test_parts_are_told_in_the_order_in_which_they_stand_on_paper(changes):
    lines = changes(
        ("抄送: [", "抄送: [市人大办公室, "),
        ("成文日期: 2024-8-30", "成文日期: 2024-9-2"),
        ("逾期平台不再接收", "逾期不再接收"),
        ("发文字号: 示人社发〔2024〕31号", "发文字号: 示人社发〔2024〕32号"),
        ("职称评审工作的通知\n", "职称评审有关工作的通知\n"),
        ("可以在网上查验", "在学信网查验"),
    )
    assert [line.partition("：")[0] for line in lines] == ["发文字号", "标题", "时间安排", "成文日期", "抄送", POINTS]


def test_a_section_that_is_gone_is_told_behind_the_one_it_followed(changes, tmp_path):
    text = "类型: 公文\n标题: 通知\n正文: |\n  ## 甲\n\n  子丑。\n\n{}  ## 丙\n\n  寅卯{}。\n"
    paths = tmp_path / "旧.yaml", tmp_path / "新.yaml"
    paths[0].write_text(text.format("  ## 推荐办法\n\n  逐级推荐。\n\n", ""), "utf-8")
    paths[1].write_text(text.format("", "辰").replace("子丑", "子丑巳"), "utf-8")
    lines = [str(change) for change in compare(*paths, Library()).changes]
    assert [line.partition("：")[0] for line in lines] == ["甲", "推荐办法", "推荐办法", "丙"]


def test_the_same_table_under_another_name_is_no_change(tmp_path):
    text = (
        "类型: 公文\n标题: 通知\n正文: |\n  见下表：\n\n  {{{{ 表格.{0}|表格 }}}}\n"
        "表格: {{{0}: {{行: [[地区, 名额], [甲县, '3'], [乙县, '5']]}}}}\n"
    )
    paths = tmp_path / "旧.yaml", tmp_path / "新.yaml"
    for path, name in zip(paths, ("名额", "名额表"), strict=True):
        path.write_text(text.format(name), "utf-8")
    assert compare(*paths, Library()).changes == ()


def test_a_faulty_tag_is_told_with_its_file_and_line(tmp_path):
    path = tmp_path / "错.yaml"
    path.write_text("类型: 公文\n标题: 通知\n正文: |\n  甲\n\n  乙{{ 事实.日期.没有 }}\n", "utf-8")
    with pytest.raises(FindingsError, match=r"错\.yaml:6 公文\.正文\.第3行：没有“事实\.日期\.没有”"):
        compare(path, path, Library())


@pytest.mark.parametrize(
    ("path", "kind"), [("units/huyang-town.yaml", "单位"), ("criteria/bazhou-archives-2021.yaml", "评审条件")]
)
def test_other_data_is_refused_by_its_kind(path: Path, kind):
    with pytest.raises(UsageError, match=f"是“{kind}”数据，不是年度评审、公文或通知，不能比"):
        compare(data_folder() / path, NOTICE, Library())
