"""Rolling a campaign and an official document: what changes, what is said, what is marked, and what stays as it was."""

import codecs
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import FindingsError, UsageError
from generator.loading.confirmation import unconfirmed
from generator.loading.load import load_case
from generator.resources import data_folder
from generator.rolling.report import lines
from generator.rolling.roll import roll
from generator.text import parse_date
from tests.loading.test_calendars import MADE_UP

# Everything that rolling the sample campaign of 2024 to 2025 changes, and nothing else; other fields only get a mark.
CHANGED = {
    "年度: 2024": "年度: 2025",
    "成文日期: 2024-9-4": "成文日期: 2025-9-4  # 待确认：原为2024-9-4",
    "网上申报: {起: 2024-9-5, 止: 2024-9-30}": (
        "网上申报: {起: 2025-9-5, 止: 2025-9-30}  # 待确认：起：原为2024-9-5；止：原为2024-9-30"
    ),
    "纸质报送: {起: 2024-10-8, 止: 2024-10-14}": (
        "纸质报送: {起: 2025-10-9, 止: 2025-10-14}  # 待确认：起：原为2024-10-8，2025-10-8是节假日，顺延到2025-10-9；"
        "止：原为2024-10-14，起止之间的工作日由6天变为5天"
    ),
    "时间: 2024年10月下旬": "时间: 2025年10月下旬  # 待确认：原为2024年10月下旬",
}


# What stays


def test_of_the_sample_campaign_only_the_listed_values_change_and_the_others_only_get_marks(roll_text, campaign_text):
    result = roll_text(campaign_text, 2025)
    changed = result.changed
    assert {old: new for old, new in changed.items() if not new.startswith(old)} == CHANGED
    added = [new.removeprefix(old) for old, new in changed.items() if new.startswith(old)]
    assert all(re.fullmatch(r"  # 待确认：请核对，[^#\n]+", mark) for mark in added)
    assert len(changed) == len({change.line for change in result.rolled.changes})


def test_a_mark_goes_behind_the_comment_that_is_there(roll_text, campaign_text):
    changed = roll_text(campaign_text, 2025).changed
    assert changed['电话: "13000000000"       # 虚构'] == (
        '电话: "13000000000"       # 虚构  # 待确认：请核对，联系方式可能有变'
    )


def test_the_marks_in_the_file_are_those_of_the_list(roll_text, campaign_text):
    result = roll_text(campaign_text, 2025)
    listed = {change.line for change in result.rolled.changes if change.mark}
    assert {mark.line for mark in unconfirmed(result.new)} == listed


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
def test_line_ends_and_byte_order_mark_stay(campaign_file, campaign_text, line_end, bom):
    campaign_file.write_bytes(bom + campaign_text.replace("\n", line_end).encode())
    content = roll(campaign_file, 2025).content
    assert content.startswith(b"\xef\xbb\xbf") == bool(bom)
    assert content.count(b"\r\n") == (campaign_text.count("\n") if line_end == "\r\n" else 0)
    campaign_file.write_bytes(campaign_text.encode())
    plain = roll(campaign_file, 2025).content
    assert content.removeprefix(bom).replace(line_end.encode(), b"\n") == plain


def test_a_file_without_a_newline_at_its_end_gets_none(official):
    assert official("附注: 电话：1").new.endswith("附注: 电话：1\n".strip() + "  # 待确认：请核对，联系方式可能有变")


def test_the_rolled_file_loads_and_its_derived_years_have_followed(campaign_file):
    campaign_file.write_bytes(roll(campaign_file, 2026).content)
    campaign = load_case(campaign_file).case.campaign
    assert campaign.year == 2026
    assert campaign.assessment_years == (2023, 2024, 2025)
    assert campaign.training_years[-1].general == (2022, 2023, 2024, 2025, 2026)
    assert campaign.schedule.windows[0].online.start == (2026, 9, 7)  # 9月5日是周六


# What is proposed


def test_years_that_the_campaign_lists_go_on_and_are_marked(roll_text, campaign_text):
    text = campaign_text.replace("  近年数: 3 ", "  年度: [2021, 2022, 2023]\n  近年数: 3 ")
    result = roll_text(text, 2026)
    assert result.changed["年度: [2021, 2022, 2023]"] == ("年度: [2023, 2024, 2025]  # 待确认：原为2021、2022、2023")
    assert result.said["考核.年度.第3项"] == ("2023", "2025", "")


def test_the_year_itself_follows_what_was_asked_for_and_need_not_be_confirmed(roll_text, campaign_text):
    result = roll_text(campaign_text, 2025)
    assert result.said["年度"] == ("2024", "2025", "随年度改")
    assert "年度: 2025\n" in result.new


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("2024年9月5日", "2025年9月5日"),
        ("'2024-09-06'", "'2025-09-08'"),
        ("2024年9月　日", "2025年9月　日"),
        ("2024-9", "2025-9"),
    ],
)
def test_a_date_is_proposed_as_it_is_written(roll_text, campaign_text, written, proposed):
    result = roll_text(campaign_text.replace("成文日期: 2024-9-4", f"成文日期: {written}"), 2025)
    assert f"  成文日期: {proposed}  # 待确认：原为{written.strip(chr(39))}" in result.new


def test_the_notices_own_number_becomes_a_placeholder(official):
    result = official("发文字号: 示人社发〔2024〕31号\n")
    assert result.said["发文字号"] == ("示人社发〔2024〕31号", "示人社发〔2025〕××号", "新年度的发文字号还没有编")
    assert (
        "发文字号: 示人社发〔2025〕××号  # 待确认：原为示人社发〔2024〕31号，新年度的发文字号还没有编\n" in result.new
    )
    assert official("发文字号: 2024年第3号\n").said["发文字号"][1] == "2025年第××号"
    assert official("发文字号: 待编\n").said["发文字号"] == ("待编", None, "新年度的发文字号还没有编")


def test_two_days_that_fall_together_are_said(official):
    result = official("事实:\n  日期:\n    截止: 2024-9-6\n    受理: 2024-9-7\n")
    assert result.said["事实.日期.受理"] == (
        "2024-9-7",
        "2025-9-8",
        "2025-9-7是周日，顺延到2025-9-8，与“事实.日期.截止”成了同一天",
    )


def test_a_day_up_to_which_something_counts_stays_on_a_day_off(official):
    result = official("事实:\n  日期:\n    资历截止: 2023-12-31\n", 2029)
    said = ("2023-12-31", "2028-12-31", "2028-12-31是周日，计算用的日子没有顺延")
    assert result.said["事实.日期.资历截止"] == said


def test_what_follows_a_window_that_was_put_off_is_put_off_too(official):
    dates = "  日期: {受理: 2024-2-5, 资历截止: 2024-2-6}\n"
    periods = "  期间:\n    网上: {起: 2024-1-29, 止: 2024-2-2}\n    纸质: {起: 2024-2-4, 止: 2024-2-6}\n"
    said = official(f"事实:\n{periods}{dates}").said
    proposed = {name.removeprefix("事实."): new for name, (_, new, _) in said.items() if name.startswith("事实")}
    assert proposed == {
        "期间.网上.起": "2025-2-5",
        "期间.网上.止": "2025-2-10",
        "期间.纸质.起": "2025-2-10",
        "期间.纸质.止": "2025-2-12",
        "日期.受理": "2025-2-10",
        "日期.资历截止": "2025-2-6",
    }
    assert "“事实.期间.网上.止”推到了2025-2-10，随之推迟" in said["事实.日期.受理"][2]


DAYS = st.lists(st.dates(date(2023, 12, 1), date(2025, 3, 1)), min_size=8, max_size=8)


@given(days=DAYS, year=st.integers(2025, 2032))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_dates_they_keep_their_order_and_no_window_closes_before_it_opens(official, days, year):
    windows = [sorted(days[at : at + 2]) for at in (0, 2, 4)]
    periods = "".join(
        f"    {name}: {{起: {start}, 止: {end}}}\n" for name, (start, end) in zip("甲乙丙", windows, strict=True)
    )
    singles = f"  日期: {{丁: {days[6]}, 戊: {days[7]}}}\n"
    changes = official(f"事实:\n  期间:\n{periods}{singles}", year).rolled.changes
    pairs = [(parse_date(one.old), parse_date(one.new)) for one in changes if one.name.startswith("事实") and one.new]
    assert len(pairs) == 8
    assert all(new <= later for old, new in pairs for other, later in pairs if old < other)


def test_a_date_long_past_is_kept_as_that_of_a_quoted_document(official):
    result = official("事实:\n  日期:\n    旧条件施行: 2019-7-30\n    考核截止: 2023-12-29\n")
    assert result.said["事实.日期.旧条件施行"] == ("2019-7-30", None, "早于上一年度，像是所引文件的日期，没有改")
    assert result.said["事实.日期.考核截止"][1] == "2024-12-30"


def test_facts_that_hold_until_somebody_says_otherwise_are_listed_and_kept(official):
    result = official(
        "事实:\n"
        "  金额: {评审费: '380'}\n"
        "  电话: {职称科: 0000-0000101}\n"
        "  人员: {联系人: 李示例}\n"
        "  期限: {公示: 5个工作日}\n"
        "  文号: {办法: 人社部发〔2024〕56号}\n"
        "  网址: {平台: https://zc.example.cn/2024}\n"
    )
    kept = {name: new for name, (_, new, _) in result.said.items() if name.startswith("事实")}
    assert kept == dict.fromkeys(
        [
            "事实.金额.评审费",
            "事实.电话.职称科",
            "事实.人员.联系人",
            "事实.期限.公示",
            "事实.文号.办法",
            "事实.网址.平台",
        ]
    )
    assert "  文号: {办法: 人社部发〔2024〕56号}  # 待确认：请核对，所引文件可能有新的\n" in result.new


def test_fees_contacts_and_basis_documents_of_a_campaign_are_listed(roll_text, campaign_text):
    text = campaign_text.replace(
        "  收取: 未写明 ", "  标准: [{级别: 中级, 每人金额: 380}]\n  依据: {名称: 收费办法}\n  收取: 收取 "
    )
    said = roll_text(text, 2025).said
    assert said["费用.标准.第1项.每人金额"] == ("380", None, "金额可能有变")
    assert said["费用.依据.名称"] == ("收费办法", None, "所引文件可能有新的")
    assert said["违规处理.依据.第2项.文号"] == ("人社部发〔2024〕56号", None, "所引文件可能有新的")
    assert said["违规处理.记录年数"][1] is None
    assert said["联系.第1项.联系人"][1] is None
    assert "违规处理.依据.第2项.名称" not in said  # the number is enough to find the document by


# Words of the office's own


BODY = """正文: |
  2024年度评审工作安排如下，考核年度为2021至2023年度。

  ## 依据

  依据《2022年度工作方案》（示人社发〔2024〕31号），{{ 事实.年度.申报 }}年度照办。2019年7月30日示例厅《旧办法》废止。

  评审会拟于2024年10月（星期三）召开。
"""


def test_years_in_the_offices_own_words_are_listed_with_their_lines_and_marked_at_the_block(official):
    result = official("事实: {年度: {申报: 2024}}\n", body=BODY)
    of_body = [(item.line, item.old, item.new) for item in result.rolled.changes if item.name == "正文"]
    assert of_body == [
        (4, "2024年度", "2025年度"),
        (4, "2021至2023年度", "2022至2024年度"),
        (8, "〔2024〕31号", None),
        (8, "2019年7月30日", None),
        (10, "2024年10月", "2025年10月"),
        (10, "（星期三）", None),
    ]
    assert result.new.splitlines()[2] == (
        "正文: |  # 待确认：文中2024年度改为2025年度；文中2021至2023年度改为2022至2024年度；"
        "文中〔2024〕31号请核对，所引文件可能有新的；文中2019年7月30日请核对，像是所引文件的日期，没有改等6处"
    )
    body = result.new.partition("正文: |")[2]
    assert "  2025年度评审工作安排如下，考核年度为2022至2024年度。\n" in body
    assert "依据《2022年度工作方案》（示人社发〔2024〕31号），{{ 事实.年度.申报 }}年度照办。2019年7月30日" in body


def test_a_typed_date_that_falls_on_a_day_off_says_so_and_is_not_moved(official):
    result = official("", body="正文: 申报时间为2024年9月6日至10月8日。\n")
    note = "2025-9-6是周六，2025-10-8是节假日"
    assert result.said["正文"][1:] == ("申报时间为2025年9月6日至10月8日。", note)
    assert f"# 待确认：原为申报时间为2024年9月6日至10月8日。，{note}\n" in result.new


def test_numbers_amounts_and_telephones_typed_in_the_text_are_to_be_looked_at(official):
    body = "正文: 按人社部令第40号，每人380元，电话0000-0000101；按示发改〔2019〕1号，每人{{ 事实.金额.费 }}元。\n"
    listed = [(one.old, one.new, one.note) for one in official("", body=body).rolled.changes if one.name == "正文"]
    assert listed == [
        ("令第40号", None, "所引文件可能有新的"),
        ("380元", None, "金额可能有变"),
        ("0000-0000101", None, "联系方式可能有变"),
        ("〔2019〕1号", None, "所引文件可能有新的"),
    ]


def test_a_day_without_a_year_and_the_title_of_this_years_paper_are_shown(official):
    result = official("", body="正文: |\n  拟于10月下旬评审，名额见《2024年度名额表》，依据《2022年方案》。\n")
    listed = [(one.old, one.note) for one in result.rolled.changes if one.name == "正文"]
    assert listed == [
        ("10月下旬", "没有写年份的日期，没有改"),
        ("《2024年度名额表》", "书名号里的年份，没有改；是本年度自己的文件的，请改"),
    ]


def test_a_year_in_a_plain_text_of_a_campaign_goes_on_too(roll_text, campaign_text):
    text = campaign_text.replace("  人员: 自治州各县", "  人员: 2024年度在岗的自治州各县")
    result = roll_text(text, 2025)
    people = "年度在岗的自治州各县（市）及各企事业单位等从事档案工作的专业技术人员"
    assert result.said["评审范围.人员"] == (f"2024{people}", f"2025{people}", "")
    assert f"  人员: 2025{people}  # 待确认：原为2024{people}\n" in result.new


def test_a_year_in_prescribed_words_is_only_shown(roll_text, campaign_text):
    result = roll_text(campaign_text.replace("  文字: 此件与原件一致", "  文字: 2024年度此件与原件一致"), 2025)
    assert "  文字: 2024年度此件与原件一致  # 待确认：" in result.new
    said = [item for item in result.rolled.changes if item.name == "与原件一致说明.文字"]
    assert [(item.old, item.new, item.note) for item in said] == [
        ("2024年度", None, "规定用语里的年份，没有改"),
        ("2024年度此件与原件一致", None, "规定用语以新年度的通知为准"),
    ]


def test_a_year_hidden_in_an_escape_is_shown(official):
    result = official("", body='正文: "\\u0032024年度"\n')
    assert result.said["正文"] == ("2024年度", None, "文中有“\\”的写法，里面的年份没有改")


def test_a_table_of_ones_own_is_to_be_gone_through(official):
    rows = "    行:\n      - [地区, 名额]\n      - [甲县, '12']\n"
    empty = "  汇总:\n    行:\n      - [序号, 姓名]\n      - ['1', '']\n      - ['', '填报人：']\n"
    result = official(f"表格:\n  名额:   # 各县\n{rows}{empty}")
    assert result.said["表格.名额"] == ("（表）", None, "表内的文字和数是上一年度的，要逐格核对")
    assert "  名额:   # 各县  # 待确认：请核对，表内的文字和数是上一年度的，要逐格核对\n" in result.new
    assert "表格.汇总" not in result.said


# What is said besides


def test_a_year_not_announced_is_said_in_a_note_and_at_every_date(roll_text, campaign_text):
    result = roll_text(campaign_text, 2027)
    assert (
        "2027年放假安排尚未公布：提议的日期只避开了周六、周日和照通常办法放假的日子，公布以后请再核对"
    ) in result.rolled.notes
    assert (
        "成文日期: 2027-9-6  # 待确认：原为2024-9-4，2027-9-4是周六，顺延到2027-9-6（2027年放假安排尚未公布）"
        in result.new
    )
    assert "尚未公布" not in roll_text(campaign_text, 2026).new


def test_a_calendar_beside_the_file_makes_its_year_known(roll_text, campaign_text, tmp_path):
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "2099.yaml").write_text(MADE_UP, "utf-8")
    result = roll_text(campaign_text, 2099)
    assert "尚未公布" not in "".join(result.rolled.notes)
    assert result.said["时间安排.批次.第1项.网上申报.止"] == (
        "2024-9-30",
        "2099-10-8",
        "2099-9-30是节假日，顺延到2099-10-8",
    )


def test_the_years_that_the_program_reckons_are_said(roll_text, campaign_text):
    said = (
        "由年度推算的也随着改了，文件里不必写：考核2022年至2024年；初级继续教育公需科目2024年至2025年、专业科目2024年至2025年；"
        "中级继续教育公需科目2021年至2025年、专业科目2023年至2025年"
    )
    assert said in roll_text(campaign_text, 2025).rolled.notes
    listed = campaign_text.replace("  近年数: 3 ", "  年度: [2021, 2022, 2023]\n  近年数: 3 ")
    assert "；考核" not in "".join(roll_text(listed, 2025).rolled.notes)


def test_a_faulty_calendar_stops_it_and_is_said(campaign_file):
    (campaign_file.parent / "calendars").mkdir()
    (campaign_file.parent / "calendars" / "2099.yaml").write_text("类型: 放假安排\n", "utf-8")
    with pytest.raises(FindingsError, match="缺少“年份”"):
        roll(campaign_file, 2099)


def test_comments_that_say_the_year_are_left_and_said(roll_text, campaign_text):
    notes = roll_text(campaign_text, 2025).rolled.notes
    spoken = [number for number, line in enumerate(campaign_text.split("\n"), 1) if re.search(r"#.*2024", line)]
    assert f"第{'、'.join(map(str, spoken))}行的批注写着2024，没有改；批注不印出来，请自己改" in notes
    assert "# 巴音郭楞蒙古自治州2024年度档案系列" in roll_text(campaign_text, 2025).new


def test_what_speaks_of_the_old_notice_is_kept_and_said(roll_text, campaign_text):
    result = roll_text(campaign_text, 2025)
    assert "“存疑”“出处”说的是上一年度的通知，没有改，也不印进文书；有了新年度的通知，请逐条核对" in result.rolled.notes
    assert not [name for name in result.said if name.startswith("存疑") or name.endswith("出处")]


def test_the_list_names_line_field_both_values_and_why(roll_text, campaign_text):
    shown = list(lines(roll_text(campaign_text, 2025).rolled))
    number = campaign_text.split("\n").index("      纸质报送: {起: 2024-10-8, 止: 2024-10-14}") + 1
    assert (
        f"第{number}行　时间安排.批次.第1项.纸质报送.起：2024-10-8 → 2025-10-9（2025-10-8是节假日，顺延到2025-10-9）"
    ) in shown
    assert "违规处理.记录年数：3　请核对（年数以处理所依据的文件为准）" in "\n".join(shown)
    order = [int(re.match(r"第(\d+)行", line)[1]) for line in shown if line.startswith("第")]
    assert order == sorted(order)


# Again


def test_rolling_a_rolled_file_does_not_pile_up_marks(roll_text, campaign_text):
    once = roll_text(campaign_text, 2025)
    twice = roll_text(once.new, 2026)
    assert max(line.count("待确认") for line in twice.new.split("\n")) == 1
    assert {mark.line for mark in unconfirmed(twice.new)} == {mark.line for mark in unconfirmed(once.new)}
    assert "成文日期: 2026-9-4  # 待确认：原为2025-9-4\n" in twice.new
    assert '电话: "13000000000"       # 虚构  # 待确认：请核对，联系方式可能有变\n' in twice.new


def test_what_a_person_noted_in_a_mark_is_kept_however_often_it_is_rolled(official, roll_text):
    once = official("附注: 电话：1  # 待确认：等办公室通知\n")
    line = "附注: 电话：1  # 待确认：请核对，联系方式可能有变；另：等办公室通知\n"
    assert line in once.new
    assert line in roll_text(once.new, 2026).new


def test_a_mark_on_another_line_is_left_and_said(official):
    result = official("用印: 是  # 待确认：问办公室\n")
    assert "用印: 是  # 待确认：问办公室\n" in result.new
    assert "第5行原来就有“待确认”，没有改动" in result.rolled.notes


def test_the_mark_of_a_block_of_text_is_no_part_of_its_words(official, roll_text):
    once = official("事实: {年度: {申报: 2024}}\n", body="正文: |  # 2024年定稿\n  2024年度工作\n")
    twice = roll_text(once.new, 2026)
    assert "正文: |  # 2024年定稿  # 待确认：文中2025年度改为2026年度\n  2026年度工作\n" in twice.new


# What is refused


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("applicants", "是“申报人”数据，不能做下一年的。申报人的情况每年要重新填"),
        ("units", "是“单位”数据，不能做下一年的。单位数据不分年度"),
        ("criteria", "是“评审条件”数据，不能做下一年的。评审条件不分年度"),
    ],
)
def test_other_kinds_of_data_are_refused_with_what_to_do(folder, said):
    path = sorted((data_folder() / folder).glob("*.yaml"))[0]
    with pytest.raises(UsageError, match=re.escape(said)):
        roll(path, 2099)


@pytest.mark.parametrize("year", [2024, 2023, 0])
def test_a_year_that_is_not_later_is_refused(campaign_file, year):
    with pytest.raises(UsageError, match="已经是2024年度的，--year 要写以后的年度，例如 2025"):
        roll(campaign_file, year)


def test_a_year_too_far_away_is_refused(campaign_file):
    with pytest.raises(UsageError, match="太远了，最多写到 2100"):
        roll(campaign_file, 2101)


def test_a_file_that_does_not_load_is_refused_with_its_findings(campaign_file, campaign_text):
    campaign_file.write_text(campaign_text.replace("系列: 档案", "系例: 档案"), "utf-8")
    with pytest.raises(FindingsError, match="没有“系例”这一项"):
        roll(campaign_file, 2025)


# Which year an official document is of


@pytest.mark.parametrize(
    ("facts", "year", "taken_from"),
    [
        ("事实: {年度: {申报: 2023}}\n", 2023, None),
        ("事实: {年度: {考核起: 2020, 考核止: 2022, 评审: 2023}}\n", 2023, None),
        ("事实: {日期: {会议: 2022-3-1}}\n", 2024, "成文日期"),
    ],
)
def test_the_year_of_an_official_document_is_stated_or_taken_from_its_date(official, facts, year, taken_from):
    rolled = official(facts, 2030).rolled
    assert rolled.old_year == year
    said = [note for note in rolled.notes if "认定" in note]
    assert said == (
        [f"文件没有写“事实.年度”，按{taken_from}认定原来是{year}年的；不对的，请在原文件里写明再做"]
        if taken_from
        else []
    )


def test_without_a_date_of_its_own_the_earliest_in_its_facts_says_the_year(roll_text):
    text = "类型: 公文\n标题: 方案\n正文: 文\n事实: {日期: {二: 2021-2, 一: 2020-12}}\n"
    result = roll_text(text, 2022)
    assert result.rolled.old_year == 2020
    assert "按“事实”里最早的日期认定原来是2020年的" in result.rolled.notes[0]
    assert result.changed["事实: {日期: {二: 2021-2, 一: 2020-12}}"].startswith(
        "事实: {日期: {二: 2023-2, 一: 2022-12}}"
    )


def test_a_document_without_any_date_is_refused_with_what_to_write(roll_text):
    with pytest.raises(UsageError, match="看不出是哪一年的。请在“事实”的“年度”下面写一行"):
        roll_text("类型: 公文\n标题: 方案\n正文: 文\n", 2022)


# The shipped files


@pytest.mark.parametrize(
    "path",
    sorted(path for folder in ("campaigns", "documents") for path in (data_folder() / folder).glob("*.yaml")),
    ids=lambda path: path.stem,
)
def test_of_every_shipped_file_only_listed_lines_change(path: Path):
    old = path.read_text("utf-8")
    rolled = roll(path, 2090)
    new = rolled.content.decode("utf-8")
    pairs = enumerate(zip(old.split("\n"), new.split("\n"), strict=True), start=1)
    changed = {number for number, (before, after) in pairs if before != after}
    assert changed <= {change.line for change in rolled.changes}
    assert [line.count("待确认") for line in new.split("\n") if line.count("# 待确认") > 1] == []
