"""ID numbers, organisation codes and telephones of a case: each slip at its field, and no right digit given away."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.case import Case
from generator.model.unit import Unit
from generator.rules.identity import contact_findings, identity_findings
from generator.rules.identity_numbers import id_check
from tests.rules.making import CAMPAIGN, TODAY, applicant, told

MAN = "990101198508161276"
WOMAN = "990103199211203428"
WITH_X = "99010619841201613X"
LEAP = "990101200002291233"
CODE = "12990101MB0A00026H"
SAMPLE_REGION = ("id-region", "hint", "身份证号")
# Of a county that does not exist (9999), so that no number made here is anybody's.
BODIES = st.builds(
    lambda province, born, order: f"{province}9999{born:%Y%m%d}{order:03d}",
    st.sampled_from(["11", "54", "65", "83"]),
    st.dates(date(1950, 1, 1), TODAY),
    st.integers(0, 999),
)


def found(number: str | None = None, today: date = TODAY, **values):
    return identity_findings(Case(CAMPAIGN, applicant(**({"身份证号": number} if number else {}), **values)), today)


def of_unit(**values):
    return identity_findings(Case(CAMPAIGN, unit=Unit.model_validate({"名称": "某某档案馆", **values})), TODAY)


@given(BODIES)
def test_a_number_made_by_the_standard_passes(body):
    assert found(body + id_check(body)) == []


@given(BODIES, st.integers(0, 17), st.sampled_from("0123456789"))
def test_any_single_digit_changed_is_an_error(body, place, digit):
    right = body + id_check(body)
    assume(right[place] != digit)
    findings = found(right[:place] + digit + right[place + 1 :])
    assert "id-check" in [finding.rule for finding in findings if finding.level == "error"]


@pytest.mark.parametrize("number", [MAN, WOMAN, WITH_X, LEAP])
def test_the_invented_numbers_of_the_samples_pass_with_a_hint_that_they_are_invented(number):
    assert told(found(number)) == [SAMPLE_REGION]


@pytest.mark.parametrize(
    ("number", "rule", "said"),
    [
        ("99010119850816127", "id-length", "17位"),
        ("9901011985081612766", "id-length", "19位"),
        ("990101850816127", "id-length", "15位"),
        ("9.90101E+17", "id-length", "11位"),
        ("无", "id-length", "1位"),
        ("99010119850816127A", "id-characters", "第18位“A”"),
        ("99O101198508161276", "id-characters", "第3位“O”"),
        ("9901X1198508161276", "id-characters", "第5位“X”"),
        ("990101198508161275", "id-check", "校验码"),
        ("990101198508161000", "id-check", "校验码"),
        ("9901061984120161" + "30", "id-check", "校验码"),  # 0 where X stood
    ],
)
def test_a_number_that_cannot_be_one_is_an_error_that_sends_to_the_card(number, rule, said):
    error, *rest = [finding for finding in found(number) if finding.level == "error"]
    assert (error.rule, error.field) == (rule, "身份证号")
    assert said in error.message
    assert "原件" in error.remedy
    assert rest == []
    assert "GB 11643" in error.basis


@pytest.mark.parametrize(("number", "said"), [("9.90101E+17", "科学计数法"), ("990101198508161000", "表格软件")])
def test_a_number_that_a_workbook_has_rounded_is_recognised(number, said):
    assert any(said in finding.remedy for finding in found(number))


@pytest.mark.parametrize("body", ["99010119850816127", "99010619841201613"])
def test_the_right_check_character_is_never_given_away(body):
    wrong = next(char for char in "0123456789" if char != id_check(body))
    [error] = [finding for finding in found(body + wrong) if finding.rule == "id-check"]
    assert error.message == "身份证号与校验码不符"
    assert error.remedy == "请对照身份证原件核对全部18位"


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        ("19850230", "“19850230”不存在"),
        ("20010229", "“20010229”不存在"),
        ("19851301", "不存在"),
        ("18991231", "不存在"),
        ("00000000", "不存在"),
        ("20240921", "2024年9月21日还没有到"),
    ],
)
def test_a_birth_date_that_cannot_be_is_an_error(digits, said):
    body = f"990101{digits}127"
    findings = found(body + id_check(body))
    assert told(findings) == [("id-date", "error", "身份证号"), SAMPLE_REGION]
    assert said in findings[0].message


def test_who_is_born_today_is_born():
    body = f"990101{TODAY:%Y%m%d}127"
    assert told(found(body + id_check(body))) == [SAMPLE_REGION]
    assert "id-date" in {finding.rule for finding in found(body + id_check(body), TODAY - timedelta(days=1))}


@pytest.mark.parametrize(
    ("number", "stated", "wrong"),
    [
        (MAN, "男", False),
        (MAN, "女", True),
        (WOMAN, "女", False),
        (WOMAN, "男性", True),
        (WITH_X, "男", False),
    ],
)
def test_the_sex_agrees_with_the_number(number, stated, wrong):
    findings = found(number, 性别=stated)
    assert told(findings) == ([("id-sex", "error", "性别")] if wrong else []) + [SAMPLE_REGION]


@pytest.mark.parametrize("stated", ["未填", "F", "南"])
def test_a_sex_that_is_neither_is_told_whatever_the_number(stated):
    assert told(found(MAN, 性别=stated)) == [SAMPLE_REGION, ("sex-in-words", "warning", "性别")]
    assert told(found(None, 性别=stated)) == [("sex-in-words", "warning", "性别")]


@pytest.mark.parametrize(
    ("born", "wrong"),
    [("1985-8", False), ("1985-8-16", False), ("1985", False), ("1985-9", True), ("1985-8-15", True), ("1986", True)],
)
def test_the_birth_month_agrees_with_the_number_as_far_as_it_is_written(born, wrong):
    findings = found(MAN, 出生年月=born)
    assert told(findings) == ([("id-born", "error", "出生年月")] if wrong else []) + [SAMPLE_REGION]
    if wrong:
        assert "1985年8月16日" in findings[0].message


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("99010619841201613x", "小写字母"),
        ("990106 19841201 613X", "空格"),
        ("９９０１０６１９８４１２０１６１３Ｘ", "全角字符"),
        ("99010619841201613X\u200b", "看不见的字符"),
    ],
)
def test_another_way_of_writing_is_only_a_hint(typed, said):
    findings = found(typed)
    assert told(findings) == [("id-form", "hint", "身份证号"), SAMPLE_REGION]
    assert findings[0].message.startswith(f"身份证号{said}") or said in findings[0].message


def test_an_unknown_province_is_no_more_than_a_warning():
    body = "16010119850816127"
    assert told(found(body + id_check(body))) == [("id-region", "warning", "身份证号")]


def test_nothing_is_said_of_what_is_not_written():
    assert found() == []
    assert identity_findings(Case(CAMPAIGN), TODAY) == []


@pytest.mark.parametrize(
    ("code", "told_as"),
    [
        (CODE, []),
        ("91990103MA0A00057D", []),
        ("12990101mb0a00026h", [("code-form", "hint")]),
        ("12990101 MB0A00026 H", [("code-form", "hint")]),
        ("12990101MB0A00026", [("code-length", "error")]),
        ("12990101MBOA00026H", [("code-characters", "error")]),  # the letter O
        ("12990101MB0A00026K", [("code-check", "error")]),
        ("12990101MB0A00062H", [("code-check", "error")]),
    ],
)
def test_the_organisation_code_of_a_unit(code, told_as):
    findings = of_unit(统一社会信用代码=code)
    assert [(finding.rule, finding.level) for finding in findings] == told_as
    assert {finding.field for finding in findings} <= {"单位.统一社会信用代码"}


@pytest.mark.parametrize(
    ("phone", "level"),
    [
        ("19900000101", None),
        ("199 0000 0101", None),
        ("0996-2000001", None),
        ("１９９００００0101", "hint"),
        ("2000001", "hint"),
        ("1990000010", "warning"),
        ("12900000101", "warning"),
    ],
)
def test_a_telephone_is_judged_leniently(phone, level):
    told_as = [("phone", level, "联系电话")] if level else []
    assert told(found(联系电话=phone)) == told_as
    assert told(of_unit(监督电话=["0996-2000001", phone])) == [
        ("phone", level, "单位.监督电话.第2项") for _, level, _ in told_as
    ]


def test_a_telephone_is_shown_as_it_is_written():
    [finding] = found(联系电话="0996-20001")
    assert "“0996-20001”不是" in finding.message
    [finding] = found(联系电话="19900000101、0996-20001")
    assert "“099620001”不是" in finding.message


def test_the_telephones_of_a_campaign_are_judged_too():
    assert contact_findings(CAMPAIGN) == []
    contacts = [contact.model_copy(update={"phones": ("12900000101",)}) for contact in CAMPAIGN.contacts]
    changed = CAMPAIGN.model_copy(update={"contacts": tuple(contacts), "supervision": tuple(contacts)})
    assert told(contact_findings(changed))[0] == ("phone", "warning", "联系.第1项.电话.第1项")
    assert ("phone", "warning", "监督.第1项.电话.第1项") in told(contact_findings(changed))
