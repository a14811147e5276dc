"""What is told of an applicant's materials: data that lack, a catalogue that lacks or has too much, empty columns."""

import pytest

from generator.loading.load import load_case
from generator.resources import data_folder
from generator.rules.checklist_catalogue import catalogue_lines
from generator.rules.checklist_findings import completeness_findings
from tests.rules.making import told
from tests.rules.people import CAMPAIGNS, PRIVATE_COMPANY, person

SAMPLES = [
    case
    for path in sorted((data_folder() / "applicants").glob("*.yaml"))
    if (case := load_case(path).case).campaign.year == 2024
]
COMPLETE = {
    "身份证号": "990101198508161276",
    "学历学位": [{"学历": "本科", "学校": "某大学", "专业": "档案学", "毕业时间": "2012-6"}],
    "工作经历": [{"起": "2012-7", "止": "至今", "单位": "某某档案馆"}],
    "现职称": {"名称": "助理馆员", "取得时间": "2015-11"},
    "论文著作": [{"题目": "甲"}, {"题目": "乙"}],
    "年度考核": [{"年度": year, "等次": "合格"} for year in (2021, 2022, 2023)],
    "继续教育": [
        {"年度": year, "科目": subject, "学时": 60}
        for year in range(2020, 2025)
        for subject in ("公需科目", "专业科目")
    ],
}


def complete(**values):
    return person(**{**COMPLETE, **values})


def findings(rule=None, **values):
    return [finding for finding in completeness_findings(complete(**values)) if rule in (None, finding.rule)]


def materials(*changes, without=()):
    """The catalogue of a complete applicant as lines of their own, some of them changed or taken away."""
    lines = [
        {"名称": line.name, "件数": line.pieces or 1}
        for line in catalogue_lines(complete())
        if not any(name in line.name for name in ("其他证明材料", *without))
    ]
    for name, change in changes:
        [line] = [line for line in lines if name in line["名称"]]
        line.update(change)
    return lines


@pytest.mark.parametrize("case", SAMPLES, ids=lambda case: case.applicant.name)
def test_the_samples_lack_nothing(case):
    assert {finding.level for finding in completeness_findings(case)} <= {"hint"}


def test_what_is_complete_with_a_catalogue_of_its_own_has_nothing_to_tell():
    assert findings(材料=materials()) == []


@pytest.mark.parametrize("field", ["身份证号", "学历学位", "工作经历", "年度考核", "继续教育"])
def test_what_lacks_is_a_warning_at_its_field_told_once(field):
    found = findings("material-data", **{field: "" if field == "身份证号" else []})
    assert {(one.level, one.field) for one in found} == {("warning", field)}
    assert len({one.message for one in found}) == len(found)


def test_only_what_the_materials_of_this_applicant_prove_is_asked_for():
    def asked(unit):
        case = person("culture-2021", unit=unit, **{**COMPLETE, "年度考核": []})
        return {finding.field for finding in completeness_findings(case) if finding.rule == "material-data"}

    assert "年度考核" in asked({"名称": "某某馆", "性质": "事业单位"})
    assert "年度考核" not in asked(PRIVATE_COMPANY)


def test_the_certificates_of_both_subjects_are_missed_in_one_finding():
    years = [year for year in COMPLETE["继续教育"] if year["年度"] != 2023]
    [finding] = findings("material-data", 继续教育=years)
    assert finding.message == "没有2023年公需科目的合格证书，本年度要交；没有2023年专业科目的合格证书，本年度要交"


def test_what_is_only_filled_in_online_is_asked_for_too():
    case = person("news-2021")
    assert {finding.field for finding in completeness_findings(case)} >= {"学历学位", "年度考核", "继续教育"}


# A catalogue of one's own


@pytest.mark.parametrize(
    "name", ["现实表现政治鉴定", "所在单位性质证明", "评审人员公示及公示结果", "身份证", "考核表", "个人承诺书"]
)
def test_a_material_that_is_not_listed_is_a_warning(name):
    [warning] = findings("material-missing", 材料=materials(without=[name]))
    assert (warning.level, warning.field) == ("warning", "材料")
    assert name in warning.message


def test_while_a_line_is_not_recognised_what_seems_missing_is_a_hint():
    lines = [*materials(without=["身份证"]), {"名称": "某种东西", "件数": 1}]
    assert told(findings(材料=lines)) == [
        ("material-missing", "hint", "材料"),
        ("material-unasked", "hint", f"材料.第{len(lines)}项.名称"),
    ]


def test_papers_that_nobody_has_are_missing_only_perhaps():
    [hint] = findings("material-missing", 论文著作=[], 材料=materials(without=["论文"]))
    assert hint.level == "hint"
    assert "是否要交无法判断" in hint.message


def test_other_proofs_are_never_missing():
    assert findings("material-missing", 材料=materials()) == []


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("单位性质证明及机构编制部门批文复印件", "所在单位性质证明"),
        ("推荐单位公示及公示结果", "评审人员公示及公示结果"),
        ("专业技术职务任职资格评审表", "《专业技术职务任职资格评审表》"),
        ("继续教育合格证书、免除继续教育学习申请表", "继续教育专业科目学习情况"),
        ("身份证复印件", "身份证"),
        ("个人业务技术总结", "任现职以来的个人业务技术总结"),
        ("论文", "论文、著作"),
        ("2021年至2023年年度考核表", "考核表"),
        ("学历证书、学历在线验证报告、职称证书和获奖证书", "学历证明"),
    ],
)
def test_lines_in_other_words_are_recognised(name, item):
    assert findings(材料=materials((item, {"名称": name}))) == []


def test_several_lines_may_make_up_one_material():
    lines = [*materials(without=["公示"]), {"名称": "评审人员公示", "件数": 1}, {"名称": "公示结果", "件数": 1}]
    assert [one.rule for one in findings(材料=lines)] == ["catalogue-rows"]


def test_a_material_that_others_hand_in_is_a_hint():
    lines = [{"名称": "《初聘专业技术职务任职资格呈报表》", "件数": 2}]
    found = completeness_findings(person("archives-2021", 材料=lines))
    [hint] = [one for one in found if one.rule == "material-unasked"]
    assert (hint.level, hint.field) == ("hint", "材料.第1项.名称")
    assert "初次确定、授予的交这张表，申报类型是评审" in hint.message


@pytest.mark.parametrize(
    ("name", "pieces", "level"),
    [
        ("评审表", 1, "warning"),
        ("评审表", 2, None),
        ("评审表", 3, "hint"),
        ("所在单位性质证明", 1, "hint"),  # 批文复印件另附
        ("所在单位性质证明", 0, "warning"),
        ("考核表", 2, "hint"),
        ("工作经历证明", 5, None),
    ],
)
def test_fewer_copies_than_the_campaign_wants_are_a_warning_and_other_numbers_a_hint(name, pieces, level):
    found = findings("material-copies", 材料=materials((name, {"件数": pieces})))
    assert [one.level for one in found] == ([level] if level else [])
    assert all(one.field.endswith(".件数") for one in found)


# A catalogue made of the checklist


def test_without_lines_of_ones_own_it_is_told_what_the_catalogue_leaves_open():
    found = findings("catalogue-from-list")
    assert told(found) == [("catalogue-from-list", "hint", "材料")]
    assert "“从事档案专业技术工作经历证明”" in found[0].message
    assert "“个人承诺书”" not in found[0].message


def test_several_doubtful_materials_are_named_in_one_finding():
    year = CAMPAIGNS["archives-2021"]
    case = person(year, track=None, 论文著作=[{"题目": "甲"}])
    doubts = [one for one in completeness_findings(case) if "是否要交无法判断" in one.message]
    assert [one.message.count("是否要交无法判断") > 1 for one in doubts] == [True]


def test_a_doubtful_material_in_it_is_named():
    first, _ = findings("catalogue-from-list", 论文著作=[])
    assert "材料清单第9项“论文、著作”是否要交无法判断" in first.message


@pytest.mark.parametrize(("lines", "told_of"), [(12, False), (13, True)])
def test_more_lines_than_the_form_has_are_told_with_the_question_that_is_open(lines, told_of):
    own = [{"名称": f"某材料{number}", "件数": 1} for number in range(lines)]
    assert bool(findings("catalogue-rows", 材料=own)) == told_of


def test_a_campaign_without_a_catalogue_form_makes_none():
    found = completeness_findings(person("archives-2021", **COMPLETE))
    assert not any("没有填写“材料”，材料目录" in finding.message for finding in found)


def test_nothing_is_said_without_an_applicant():
    case = person()
    assert completeness_findings(type(case)(CAMPAIGNS["archives-2024"])) == []
