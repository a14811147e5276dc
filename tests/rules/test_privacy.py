"""What a public text must not show of the applicants, in whatever way it is written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.identity_numbers import id_check
from generator.rules.privacy import exposures
from generator.text import mask_id
from tests.rules.making import applicant

NUMBER = "99010619841201613X"
PERSON = applicant(姓名="张示例", 身份证号=NUMBER, 出生年月="1984-12", 联系电话="19900000106、0996-2000001")
OTHER = applicant(姓名="李示例", 身份证号="990101198508161276")
MASKED, OMITTED, WHOLE = "隐去中间8位", "不印", "全号"


def shown(text: str, choice: str = MASKED, *people) -> list[tuple[str, str]]:
    return [(one.rule.id.removeprefix("privacy-"), one.words) for one in exposures(text, people or [PERSON], choice)]


@pytest.mark.parametrize(
    "words",
    [
        NUMBER,
        NUMBER.lower(),
        " ".join(NUMBER),
        "990106 19841201 613X",
        "990106-19841201-613X",
        "990106\u200b19841201613X",
        "９９０１０６１９８４１２０１６１３X",
        "𝟗𝟗𝟎𝟏𝟎𝟔𝟏𝟗𝟖𝟒𝟏𝟐𝟎𝟏𝟔𝟏𝟑X",
        "990106841201613",  # as cards had it until 1999
        "990106****1201613X",
        "99010619841201****",
        "990106198412*****X",
        "990106●●●●●●01613X",
        "9901**19841201613X",
    ],
)
def test_an_id_number_that_shows_more_than_the_choice_allows_is_found(words):
    assert ("id", words) in shown(f"身份证号{words}，现任助理馆员。")


@pytest.mark.parametrize("words", ["990106********613X", "9901************13X", "99****************", "", "990106"])
def test_what_the_choice_allows_passes(words):
    assert shown(f"身份证号{words}，现任助理馆员。") == []


def test_nothing_of_the_number_passes_where_it_is_not_printed_at_all():
    assert shown(mask_id(NUMBER), OMITTED) == [("id", mask_id(NUMBER))]
    assert shown("身份证号　，现任助理馆员", OMITTED) == []


def test_the_whole_number_passes_where_the_campaign_prints_it():
    assert shown(f"身份证号{NUMBER}", WHOLE) == []


@pytest.mark.parametrize("choice", [MASKED, OMITTED, WHOLE])
def test_nobody_elses_number_passes(choice):
    assert shown("其父身份证号990101198508161276。", choice) == [("id", "990101198508161276")]


def test_a_long_number_that_is_no_id_number_passes():
    assert shown("账号990101198508161275，统一社会信用代码12990000MB0A0000X3，卷号6222021234567890123") == []


@pytest.mark.parametrize("words", ["19900000106", "199-0000-0106", "199 0000 0106", "１９９00000106", "0996-2000001"])
def test_each_phone_of_the_applicant_is_found(words):
    assert shown(f"请电话联系{words}。") == [("phone", words)]


def test_other_phones_pass():
    assert shown("监督电话：0996-2000002、13000000000") == []


@pytest.mark.parametrize(
    "words",
    [
        *("1984年12月1日", "1984-12-01", "1984.12.1", "1984/12/01", "1984 年 12 月 1 日", "19841201"),
        *("一九八四年十二月一日", "84年12月1日", "84.12.1"),
    ],
)
def test_the_full_birth_date_is_found(words):
    [(rule, found)] = shown(f"生于{words}，2007年参加工作", OMITTED)
    assert rule == "birth-date"
    assert words.startswith(found)


@pytest.mark.parametrize("words", ["1984年12月11日", "1984年12月", "2084年12月1日", "119841201", "198412011"])
def test_other_dates_pass(words):
    assert shown(f"生于{words}，2007年参加工作", OMITTED) == []


@pytest.mark.parametrize("month", ["1984年12月", "1984.12", "1984-12", "198412", "一九八四年十二月", "84年12月"])
@pytest.mark.parametrize("tail", ["990106********613X", "******613x", "尾号613X", "后四位：613X", "末4位为613X"])
def test_a_birth_month_beside_the_last_four_digits_is_found(month, tail):
    found = shown(f"张示例，{month}出生，身份证号{tail}")
    assert [rule for rule, _ in found] == ["birth-month"]


def test_a_birth_month_alone_and_the_last_four_digits_alone_pass():
    assert shown("张示例，1984年12月出生，1613卷") == []
    assert shown("张示例，身份证号990106********613X，2012年12月入职") == []


def test_in_a_list_each_line_is_a_persons_own():
    text = "张示例 990106********613X\n李示例 1984年12月起任助理馆员"
    assert shown(text, MASKED, PERSON, OTHER) == []
    assert shown(text.replace("\n", " "), MASKED, PERSON, OTHER) == [("birth-month", "1984年12")]


def test_a_text_says_all_that_it_shows():
    text = f"张示例 {NUMBER} 1984年12月1日 电话19900000106"
    assert {rule for rule, _ in shown(text)} == {"id", "birth-date", "phone"}


@pytest.mark.parametrize("number", ["990106 19841201 613X", "990106-19841201-613X", NUMBER])
def test_an_id_number_is_told_once_whatever_date_stands_in_it(number):
    assert shown(f"身份证号{number}，{mask_id(NUMBER)}") == [("id", number)]


def test_a_full_birth_date_beside_a_masked_number_is_told_once():
    assert shown(f"1984年12月1日生，身份证号{mask_id(NUMBER)}") == [("birth-date", "1984年12月1")]


def test_no_message_repeats_what_must_not_be_seen():
    text = f"{NUMBER} 1984年12月1日 电话19900000106"
    for exposure in exposures(text, [PERSON], MASKED):
        assert not any(secret in exposure.message + exposure.remedy for secret in (NUMBER, "1984", "19900000106"))


ids = st.builds(
    lambda day, sequence: f"990101{day:%Y%m%d}{sequence:03}",
    st.dates(min_value=date(1940, 1, 1), max_value=date(2005, 12, 31)),
    st.integers(0, 999),
).map(lambda body: body + id_check(body))


@given(ids)
def test_masking_never_leaves_more_than_the_allowed_digits(number):
    person = applicant(身份证号=number)
    assert shown(f"身份证号{mask_id(number)}。", MASKED, person) == []
    assert shown(f"身份证号{number}。", MASKED, person) == [("id", number)]


@given(ids, st.integers(0, 18), st.integers(0, 18))
def test_a_number_passes_only_with_its_eight_middle_digits_hidden(number, front, behind):
    behind = min(behind, 18 - front)
    words = number[:front] + "*" * (18 - front - behind) + number[18 - behind :]
    found = shown(f"身份证号{words}。", MASKED, applicant(身份证号=number))
    assert bool(found) == (front > 6 or behind > 4)


@given(st.text())
def test_any_text_can_be_searched(text):
    exposures(text, [PERSON, OTHER], MASKED)
