"""Check characters and what is read from a number, against python-stdnum's and for every single slip."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2

from generator.rules.identity_numbers import (
    CODE_ALPHABET,
    birth_date,
    code_check,
    has_province,
    id_check,
    is_phone,
    lacks_area_code,
    phones,
    plain,
    sex,
)

DIGITS = "0123456789"
BODIES = st.builds(
    lambda born, order: f"990101{born:%Y%m%d}{order:03d}", st.dates(date(1940, 1, 1)), st.integers(0, 999)
)
CODES = st.text(CODE_ALPHABET, min_size=9, max_size=9).map(lambda own: f"12990101{own}")


@given(BODIES)
def test_the_check_character_of_an_id_number_is_the_one_python_stdnum_computes(body):
    assert id_check(body) == mod_11_2.calc_check_digit(body)


@given(CODES)
def test_the_check_character_of_an_organisation_code_is_the_one_python_stdnum_computes(body):
    assert code_check(body) == uscc.calc_check_digit(body)


@given(BODIES, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_any_single_digit_typed_wrong_is_found(body, place, wrong):
    right = body + id_check(body)
    typed = right[:place] + wrong + right[place + 1 :]
    if place < 17 and wrong == "X":
        return  # no digit: refused before the check character is looked at
    assert (id_check(typed) == typed[17]) == (typed == right)


@given(BODIES, st.integers(0, 15))
def test_two_neighbouring_digits_exchanged_are_found(body, place):
    right = body + id_check(body)
    typed = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    assert (id_check(typed) == typed[17]) == (typed == right)


@given(CODES, st.integers(0, 17), st.sampled_from(CODE_ALPHABET))
def test_any_single_character_typed_wrong_is_found(body, place, wrong):
    right = body + code_check(body)
    typed = right[:place] + wrong + right[place + 1 :]
    assert (code_check(typed) == typed[17]) == (typed == right)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("99010619841201613x", "99010619841201613X"),
        ("990106 19841201 613X", "99010619841201613X"),
        ("990106-19841201-613X", "99010619841201613X"),
        ("９９０１０６１９８４１２０１６１３Ｘ", "99010619841201613X"),
        ("990106\u200b19841201\u00a0613X\n", "99010619841201613X"),
        ("99010619841201613X", "99010619841201613X"),
    ],
)
def test_a_number_is_read_however_it_is_typed(typed, meant):
    assert plain(typed) == meant


def test_the_birth_date_and_the_sex_are_read_from_the_number():
    assert birth_date("990101200002290000") == date(2000, 2, 29)
    assert birth_date("990101190002290000") is None  # 1900 was no leap year
    assert birth_date("990101000002290000") is None
    assert [sex("99010119850816127" + last) for last in "6X"] == ["男", "男"]
    assert sex("990103199211203428") == "女"


@pytest.mark.parametrize(
    ("number", "known"),
    [
        ("659999198508161276", True),
        ("519999198508161276", True),  # of Chongqing before 1997: what a county's table would refuse
        ("839999198508161276", True),  # 港澳台居民居住证
        ("965999198508161276", True),  # 外国人永久居留身份证
        ("009999198508161276", False),
        ("169999198508161276", False),
        ("990101198508161276", False),
    ],
)
def test_the_region_is_known_by_its_province(number, known):
    assert has_province(number) == known


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("19900000101", ["19900000101"]),
        ("199 0000 0101", ["19900000101"]),
        ("199-0000-0101", ["19900000101"]),
        ("+86 19900000101", ["+8619900000101"]),
        ("（0996）2000001", ["(0996)2000001"]),
        ("0996-2000001-801", ["09962000001转801"]),
        ("0996-2000001转801", ["09962000001转801"]),
        ("010-60000001", ["01060000001"]),
        ("０９９６－２０００００１", ["09962000001"]),
        ("0996-2000001、19900000101", ["09962000001", "19900000101"]),
        ("0996-2000001；0996-2000002", ["09962000001", "09962000002"]),
        ("12333", ["12333"]),
        ("95588", ["95588"]),
        ("400-100-0001", ["4001000001"]),
    ],
)
def test_a_telephone_number_is_read_however_it_is_grouped(text, read):
    assert phones(text) == read
    assert all(is_phone(number) for number in read)


@pytest.mark.parametrize(
    "text",
    ["1990000010", "199000001011", "12900000101", "0996-200001", "09962", "无", "××××", "199O0000101", "١٩٩٠٠٠٠٠١٠١"],
)
def test_what_is_no_telephone_number_is_none(text):
    [number] = phones(text)
    assert not is_phone(number)
    assert not lacks_area_code(number)


@pytest.mark.parametrize("text", ["2000001", "60000001", "2000001-801"])
def test_a_landline_without_its_area_code_is_told_apart(text):
    [number] = phones(text)
    assert not is_phone(number)
    assert lacks_area_code(number)
