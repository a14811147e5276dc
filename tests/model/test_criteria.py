"""Review conditions say each number once, and refuse what contradicts itself, at its line and in Chinese."""

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.loading.record import read_record
from generator.model.criteria import Criteria
from generator.model.criteria_words import quantity
from generator.model.records import CRITERIA
from generator.resources import data_folder

FILE = data_folder() / "criteria" / "bazhou-archives-2021.yaml"
TEXT = FILE.read_text("utf-8")

# From the real text: what each way asks for (qualifications, title held, years), by title.
ROUTES = {
    "管理员": [(["大学专科", "高中"], None, {"从业": 1})],
    "助理馆员": [
        (["硕士", "大学本科", "学士"], None, {"任职": 1}),
        (["大学专科"], "管理员", {"任职": 2}),
        (["高中"], "管理员", {"任职": 4}),
    ],
    "馆员": [
        (["博士"], None, {}),
        (["硕士"], "助理馆员", {"任职": 2}),
        (["大学本科", "学士", "大学专科"], "助理馆员", {"任职": 4}),
        (["高中"], "助理馆员", {"任职": 7}),
    ],
    "副研究馆员": [
        (["博士"], "馆员", {"任职": 2}),
        (["硕士", "大学本科", "学士"], "馆员", {"任职": 5}),
        (["大学专科", "中等专科"], "馆员", {"取得资格": 5, "大学专科": 18, "中等专科": 22}),
    ],
    "研究馆员": [(["大学本科", "学士"], "副研究馆员", {"任职": 5})],
}
# Of how many conditions how many are asked for: practice, achievements, each group of works.
CHOICES = {
    "管理员": [(1, 0)],
    "助理馆员": [(1, 0), (1, 2)],
    "馆员": [(1, 3), (2, 9), (1, 2), (1, 2)],
    "副研究馆员": [(1, 3), (2, 9), (1, 3), (1, 3)],
    "研究馆员": [(1, 3), (2, 4), (1, 4)],
}
LEVELS = {"管理员": "初级", "助理馆员": "初级", "馆员": "中级", "副研究馆员": "副高级", "研究馆员": "正高级"}


@pytest.fixture(scope="module")
def criteria() -> Criteria:
    read = read_record(FILE, CRITERIA)
    assert read.findings == ()
    return read.record


def changed(folder: Path, old: str, new: str):
    """(findings, lines) of the file with the first `old` replaced."""
    assert old in TEXT
    path = folder / "条件.yaml"
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    return read_record(path, CRITERIA).findings, path.read_text("utf-8").splitlines()


def measures(criteria: Criteria):
    """(title, item, measure) of everything that can be compared."""
    for title in criteria.titles:
        for _, group in title.groups():
            for item in group.items:
                yield from ((title.title, item, measure) for _, measure in item.measures())


def test_each_title_has_its_level(criteria):
    assert {title.title: title.level for title in criteria.titles} == LEVELS


def test_every_route_states_education_title_and_years_as_keys(criteria):
    found = {}
    for title in criteria.titles:
        for route in title.routes:
            years = {
                "任职": route.years_in_post,
                "取得资格": route.years_since_title,
                "从业": route.years_in_profession,
            }
            years |= {held.name: held.years_in_profession for held in route.qualifications}
            stated = {name: number for name, number in years.items() if number is not None}
            names = [held.name for held in route.qualifications]
            found.setdefault(title.title, []).append((names, route.title, stated))
    assert found == ROUTES


def test_degrees_are_told_from_education(criteria):
    held = [one for title in criteria.titles for route in title.routes for one in route.qualifications]
    assert {one.degree for one in held} == {None, "学士", "硕士", "博士"}
    assert {one.education for one in held} == {None, "高中", "中等专科", "大学专科", "大学本科"}


def test_every_group_says_how_many_of_its_conditions_are_asked_for(criteria):
    found = {title.title: [(group.count, len(group.items)) for _, group in title.groups()] for title in criteria.titles}
    assert found == CHOICES


def test_achievements_count_from_the_title_held_before(criteria):
    since = {title.title: {group.since for _, group in title.groups()} for title in criteria.titles}
    assert since == {
        "管理员": {None},
        "助理馆员": {None},
        "馆员": {"助理馆员"},
        "副研究馆员": {"馆员"},
        "研究馆员": {"副研究馆员"},
    }


def test_county_units_have_numbers_of_their_own_where_the_text_gives_them(criteria):
    found = [
        (title, item.county, measure.name, measure.at_least, measure.county_at_least)
        for title, item, measure in measures(criteria)
        if measure.county_at_least is not None
    ]
    assert found == [
        ("馆员", "县级以下单位", "卷数", 800, 500),
        ("馆员", "县级以下单位", "件数", 8000, 5000),
        ("馆员", "县及县以下", "种数", 3, 2),
        ("副研究馆员", "县及县以下单位", "卷数", 1000, 900),
        ("副研究馆员", "县及县以下单位", "件数", 10000, 9000),
        ("副研究馆员", "县及县以下单位", "种数", 5, 4),
    ]


def test_a_phrase_that_leaves_the_county_itself_open_says_so(criteria):
    unclear = {scope.phrase: scope.unclear for scope in criteria.unit_scopes if scope.unclear}
    assert unclear == {"县级以下单位": ("县市",)}


def test_written_characters_are_counted_one_by_one(criteria):
    written = Counter(measure.at_least for _, _, measure in measures(criteria) if measure.unit == "字")
    assert written == {5000: 1, 3000: 1, 20000: 1, 10000: 1, 50000: 2}


@pytest.mark.parametrize(
    ("number", "unit", "printed"),
    [
        (5000, "字", "5000字"),
        (20000, "字", "2万字"),
        (25000, "字", "25000字"),
        (10000, "件", "10000件"),
        (60, "%", "60%"),
    ],
)
def test_only_written_characters_are_printed_in_ten_thousands(number, unit, printed):
    assert quantity(number, unit) == printed


def test_no_sentence_of_the_file_holds_a_figure_of_its_own(criteria):
    texts = [route.text for title in criteria.titles for route in title.routes]
    texts += [item.text for title in criteria.titles for _, group in title.groups() for item in group.items]
    texts += [group.text or "" for title in criteria.titles for _, group in title.groups()]
    assert [text for text in texts if re.search(r"\d", text)] == []


def test_the_name_is_the_heading_without_its_line_ends(criteria):
    assert criteria.name == "新疆维吾尔自治区档案系列专业技术职务任职资格评审条件（试行）"
    assert "".join(criteria.heading_phrases) == criteria.name


ROUTE = "具备: [{学历: 大学专科}]\n        现职称: 管理员\n        任职满年: 2"
COUNTY = "{名称: 种数, 不少于: 3, 县级不少于: 2, 单位: 种}"
GRADE = "{名称: 表彰级别, 不低于: 县级, 等级: 层级}"
HOURS = "{名称: 授课量, 不少于: 10, 单位: 课时}"
WORKS = "        适用单位: 县级及以下单位\n"

MISTAKES = {
    "more-than-there-are": ("项数: 1", "项数: 3", "要求具备3项，“条件”共有2项", "项数: 3"),
    "none-asked-for": ("项数: 1", "项数: 0", "要求具备0项，“条件”共有2项", "项数: 0"),
    "unknown-level": ("级别: 中级", "级别: 中等", "这里不能写“中等”", "级别: 中等"),
    "county-without-base": (COUNTY, "{名称: 种数, 县级不少于: 2}", "有“县级不少于”，没有“不少于”", "县级不少于: 2"),
    "county-without-units": ("县级称谓: 县及县以下\n", "\n", "没有写“县级称谓”", "项目: 档案编研"),
    "units-without-county": (
        COUNTY,
        "{名称: 种数, 不少于: 3, 单位: 种}",
        "没有一项写“县级不少于”",
        "县级称谓: 县及县以下",
    ),
    "unexplained-units": (
        "{称谓: 县及县以下, 包括: [县市, 乡镇]}",
        "{称谓: 县内单位, 包括: [县市, 乡镇]}",
        "“单位范围”没有说明“县及县以下”指哪些单位",
        "县级称谓: 县及县以下",
    ),
    "unknown-number": (
        "{{ 授课量 }}",
        "{{ 课时数 }}",
        "“文字”引用的“课时数”在本项中没有",
        "{{ 课时数 }}",
    ),
    "number-not-printed": ("{{ 授课量 }}", "10课时", "“授课量”没有印进“文字”", "10课时"),
    "years-not-printed": ("从事档案工作满{{ 从业满年 }}", "从事档案工作满1年", "“从业满年”没有印进“文字”", "工作满1年"),
    "loose-brace": ("{{ 授课量 }}", "{{ 授课量 }}}", "不成对的花括号", "授课量 }}}"),
    "full-width-braces": ("{{ 授课量 }}", "｛｛ 授课量 ｝｝", "不成对的花括号", "｛｛ 授课量"),
    "other-education": (
        ROUTE,
        ROUTE.replace("大学专科", "大学本科"),
        "“文字”没有提到“大学本科”",
        "具备大学专科学历",
    ),
    "other-fact": ("- 名称: 付诸实施", "- 名称: 通过验收", "“文字”没有提到“通过验收”", "制定、修订"),
    "missing-must": ("必备: 无档案安全责任事故", "必备: 无泄密事故", "“文字”没有提到“无泄密事故”", "文字: 能够初步"),
    "unknown-title": ("现职称: 管理员", "现职称: 管理师", "“管理师”不是低于助理馆员的职称", "现职称: 管理师"),
    "higher-title": ("期间: 助理馆员", "期间: 研究馆员", "“研究馆员”不是低于馆员的职称", "期间: 研究馆员"),
    "title-twice": ("职称: 研究馆员", "职称: 管理员", "“管理员”的条件写了两次", "职称: 管理员"),
    "unknown-grade": (GRADE, GRADE.replace("县级", "乡级"), "“乡级”不在等级表“层级”中", "不低于: 乡级"),
    "unknown-scale": (GRADE, GRADE.replace("层级}", "机关}"), "“等级表”中没有“机关”", "不低于: 县级"),
    "unknown-assessment": ("等次: 合格", "等次: 良好", "“良好”不在等级表“考核等次”中", "等次: 良好"),
    "number-without-unit": (HOURS, "{名称: 授课量, 不少于: 10}", "“不少于”和“单位”要一起写", "授课量, 不少于: 10}"),
    "grade-without-scale": (
        GRADE,
        "{名称: 表彰级别, 不低于: 县级}",
        "“不低于”和“等级”要一起写",
        "不低于: 县级}",
    ),
    "number-and-grade": (
        HOURS,
        "{名称: 授课量, 不少于: 10, 单位: 课时, 不低于: 县级, 等级: 层级}",
        "不能既有“不少于”又有“不低于”",
        "不低于: 县级",
    ),
    "choice-with-a-number": (
        "- 名称: 宣传成果",
        "- 名称: 宣传成果\n              不少于: 2\n              单位: 次",
        "“宣传成果”有“任一”，自己就不能再有数量或等次",
        "名称: 宣传成果",
    ),
    "same-name-twice": ("{名称: 件数,", "{名称: 卷数,", "“卷数”在这一条里重复", "名称: 卷数, 不少于: 8000"),
    "same-topic-twice": ("项目: 档案信息化", "项目: 档案业务", "“档案业务”在这一组里重复", "项目: 档案业务"),
    "education-and-degree": (
        "{学位: 硕士}",
        "{学位: 硕士, 学历: 大学本科}",
        "“学历”和“学位”应写一样",
        "{学位: 硕士, 学历",
    ),
    "years-since-no-title": (
        "任职满年: 1",
        "任职满年: 1\n        取得资格满年: 1",
        "有“取得资格满年”，没有“现职称”",
        "取得资格满年: 1",
    ),
    "works-for-whom": (WORKS, "", "有几组代表作条件，这一组没有“适用单位”", "- 期间: 助理馆员"),
    "neither-text-nor-items": (
        "      文字: 能够初步",
        "      # 文字: 能够初步",
        "“条件”和“文字”应写一样",
        "必备:",
    ),
}


@pytest.mark.parametrize(("old", "new", "message", "there"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_refused_at_its_line_with_what_to_do(tmp_path, old, new, message, there):
    findings, lines = changed(tmp_path, old, new)
    found = [finding for finding in findings if message in finding.message]
    assert found, [finding.message for finding in findings]
    assert there in lines[found[0].place.line - 1]
    assert found[0].remedy


def test_all_mistakes_of_a_sentence_are_told_at_once(tmp_path):
    findings, _ = changed(tmp_path, "{{ 授课量 }}", "{{ 课时 }}")
    assert [finding.message for finding in findings] == [
        "“文字”引用的“课时”在本项中没有",
        "“授课量”没有印进“文字”",
    ]
    assert all(finding.field == "各级条件.第3项.实践能力.条件.第3项.文字" for finding in findings)
