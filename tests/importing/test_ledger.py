"""Facts are lifted once, under names that say what they are, and print again as they stood."""

import pytest

from generator.importing.ledger import Ledger
from generator.text import PartialDate


def lifted(*texts: str, year: int | None = 2024, heading: str = "") -> dict[str, dict]:
    """The facts of these paragraphs by kind and name."""
    ledger = Ledger(year)
    for text in texts:
        ledger.wording(text, heading)
    return ledger.sorted_facts()


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("网上申报系统开放时间为2024年9月1日至9月30日", "期间", "网上申报"),
        ("纸质材料经逐级审核，在2024年10月10日至10月20日报送", "期间", "纸质材料报送"),
        ("答辩时间：拟定于2024年10月下旬", "日期", "答辩"),
        ("各学校须在2024年12月15日前完成审核", "日期", "审核截止"),
        ("第一阶段：安排部署阶段（2024年12月）", "日期", "安排部署"),
        ("本通知自2024年3月1日起施行", "日期", "施行开始"),
        ("报名截止时间为2024年5月1日", "日期", "报名"),
        ("职称评审费：中级380元/人", "金额", "中级评审费"),
        ("职称评审费：初次确定、转评初级收费100元", "金额", "初次确定初级评审费"),
        ("对评为高级的，奖励5000元", "金额", "奖励"),
        ("公示期不少于5个工作日", "期限", "公示期"),
        ("须在退回后的48小时内完成修改", "期限", "修改时限"),
        ("提交次数不得超过3次", "期限", "提交次数"),
        ("公需科目不少于30学时", "期限", "公需科目学时"),
        ("自查实之日起，5年内不得申报", "期限", "不得申报年限"),
        ("联系电话：0996-2025039", "电话", "联系电话"),
        ("联系电话：13000000000", "电话", "联系手机"),
        ("举报电话：12333", "电话", "监督电话"),
        ("联系人：张某", "人员", "联系人"),
        ("《新疆维吾尔自治区档案系列职称评审条件（试行）》（新人社发〔2022〕27号）", "文号", "档案系列职称评审条件"),
        ("按照巴人社规〔2021〕1号文件要求", "文号", "所引文件"),
        ("登录“专业技术人员管理平台”（www.example.com）", "网址", "申报平台"),
        ("2021年至2023年度考核表", "年度", "考核年度起"),
        ("做好2024年度工作", "年度", "申报年度"),
    ],
)
def test_a_fact_is_named_after_what_stands_around_it(text, kind, name):
    assert next(iter(lifted(text)[kind])) == name


def test_the_heading_names_what_its_text_does_not():
    assert list(lifted("时间为2024年9月1日至9月30日", heading="（一）网上申报。")["期间"]) == ["网上申报"]


def test_the_same_fact_said_twice_is_one():
    assert lifted("公示期不少于5个工作日", "单位公示，公示期5 个工作日") == {"期限": {"公示期": "5个工作日"}}


def test_the_same_name_with_another_value_takes_a_word_of_its_sentence_in_front():
    facts = lifted(
        "网上申报系统开放时间为2024年9月1日至9月30日",
        "初次确定工作，网上申报系统开放时间为2024年10月1日至10月20日",
        "网上申报系统开放时间为2024年11月1日至11月20日",
    )
    assert list(facts["期间"]) == ["网上申报", "初次确定网上申报", "网上申报2"]


def test_a_phone_number_is_one_fact_whatever_is_said_around_it():
    assert lifted("咨询电话：0996-2025039", "举报电话：0996-2025039")["电话"] == {"咨询电话": "0996-2025039"}


def test_amounts_of_one_value_for_different_things_are_different_facts():
    facts = lifted("评审费：中级380元；初次确定中级380元")
    assert facts["金额"] == {"中级评审费": "380", "初次确定中级评审费": "380"}


def test_of_several_in_a_sentence_the_words_since_the_last_tell_them_apart():
    facts = lifted("机械系列评审会拟于2024年11月召开，化工系列评审会拟于2024年12月召开")
    assert list(facts["日期"]) == ["评审会议", "化工系列评审会议"]


def test_a_period_is_one_fact_with_two_ends():
    ledger = Ledger()
    wording = ledger.wording("网上申报：2024年9月5日至9月30日")
    assert wording == "网上申报：{{ 事实.期间.网上申报.起 }}至{{ 事实.期间.网上申报.止|月日 }}"
    assert ledger.facts["期间"]["网上申报"] == (PartialDate(2024, 9, 5), PartialDate(2024, 9, 30))


def test_dates_of_cited_documents_and_of_the_past_stay_text():
    ledger = Ledger(2024)
    text = "2024年1月3日省厅《关于印发〈办法〉的通知》，1960年1月1日以前出生"
    assert ledger.wording(text) == text
    assert [kind for kind, _ in ledger.left] == ["日期", "日期"]


def test_a_duration_that_nothing_explains_stays_text():
    ledger = Ledger()
    assert ledger.wording("累计完成10课时以上授课任务") == "累计完成10课时以上授课任务"
    assert ledger.left == [("期限", "10课时")]


def test_every_name_can_be_said_after_a_dot():
    texts = ("《2024（A-1）：办法》（人社发〔2022〕27号）", "《ABC》（人社发〔2023〕1号）", "于2024年1月1日")
    assert all(name.isidentifier() for named in lifted(*texts).values() for name in named)
