"""Two texts of an office's own words compared paragraph by paragraph."""

from generator.comparing.own_words import wording_changes


def compared(old: str, new: str) -> list[str]:
    """The changes as lines; each side prints a paragraph with its own year, headings without their marks."""
    shows = [lambda text, year=year: text.replace("{{ 年 }}", year).lstrip("# ") for year in ("2024", "2025")]
    return [str(change) for change in wording_changes(old, new, *shows, "导语")]


def test_the_same_words_have_no_changes_whatever_their_tags_print():
    assert (
        compared("现就{{ 年 }}年度通知如下：\n\n## 时间\n\n九月。", "现就{{ 年 }}年度通知如下：\n\n## 时间\n\n九月。")
        == []
    )


def test_a_changed_paragraph_is_told_under_its_heading_as_each_side_prints_it():
    old, new = "## 时间\n\n{{ 年 }}年九月申报，逾期不候。", "## 时间\n\n{{ 年 }}年九月申报，逾期不予受理。"
    assert compared(old, new) == ["时间：2024年九月申报，逾期不候。 → 2025年九月申报，逾期不予受理。"]


def test_a_paragraph_before_any_heading_is_told_as_the_lead():
    assert compared("通知如下：", "有关事项通知如下：") == ["导语：通知如下： → 有关事项通知如下："]


def test_a_paragraph_that_came_and_one_that_went():
    old = "## 材料\n\n身份证复印件一份。\n\n学历证书。"
    new = "## 材料\n\n身份证复印件一份。\n\n## 费用\n\n本年度不收费。"
    assert compared(old, new) == ["材料：删去“学历证书。”", "费用：标题 增加“费用”", "费用：增加“本年度不收费。”"]


def test_a_paragraph_moved_is_told_on_both_places():
    old, new = "甲段的文字在前。\n\n乙段另有所说。", "乙段另有所说。\n\n甲段的文字在前。"
    assert len(compared(old, new)) == 2


def test_a_heading_that_was_renamed_keeps_what_stands_below_it_together():
    old, new = "## 评审对象\n\n在职人员。\n\n公务员不得申报。", "## 评审范围\n\n在职人员。\n\n名额另行下达。"
    assert compared(old, new) == [
        "评审范围：标题 评审对象 → 评审范围",
        "评审范围：删去“公务员不得申报。”",
        "评审范围：增加“名额另行下达。”",
    ]


def test_numerals_that_moved_on_white_space_and_the_width_of_punctuation_are_no_changes():
    old = "## 一、材料\n\n1. 身份证复印件 1 份；\n\n2. 学历证书(原件)。\n\n第十条 其他事项。"
    new = "## 二、材料\n\n1. 公示结果1份；\n\n2．身份证复印件1份；\n\n（三）学历证书（原件）。\n\n第十一条　其他事项。"
    assert compared(old, new) == ["材料：增加“1. 公示结果1份；”"]


def test_an_amount_at_the_beginning_of_a_paragraph_is_no_numeral():
    assert compared("3.5万元封顶。", "4.5万元封顶。") == ["导语：3.5万元封顶。 → 4.5万元封顶。"]
