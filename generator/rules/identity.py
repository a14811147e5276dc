"""ID numbers (GB 11643-1999), organisation codes (GB 32100-2015) and telephone numbers of a case.

A message never names the right digit: only the card does.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.finding import Finding
from generator.model.applicant import Applicant
from generator.model.campaign import Campaign
from generator.model.campaign_notice import Contact
from generator.model.case import Case
from generator.model.unit import Unit
from generator.rules.identity_numbers import (
    CODE_ALPHABET,
    LENGTH,
    birth_date,
    code_check,
    has_province,
    id_check,
    is_invented,
    is_phone,
    lacks_area_code,
    phones,
    plain,
    sex,
)
from generator.rules.once import once
from generator.rules.rule import Rule
from generator.text import PartialDate, chinese_date

_GB_ID = "GB 11643-1999《公民身份号码》"
_GB_CODE = "GB 32100-2015《法人和其他组织统一社会信用代码编码规则》"
_ID, _CODE = "身份证号", "单位.统一社会信用代码"
_SEE_CARD = "请对照身份证原件核对全部18位"
_SEE_LICENCE = "请对照法人证书或营业执照核对全部18位"
_FIRST_BIRTH = 1900
_WELL_FORMED = re.compile(r"[0-9]{17}[0-9X]")
_FULL_WIDTH_DIGIT = re.compile("[０-９]")
_SEXES = ("男", "女")

ID_LENGTH = Rule("id-length", "error", "身份证号是18位", _GB_ID)
ID_CHARACTERS = Rule("id-characters", "error", "身份证号前17位是数字，第18位是数字或X", _GB_ID)
ID_CHECK = Rule("id-check", "error", "身份证号与校验码相符", _GB_ID)
ID_DATE = Rule("id-date", "error", "身份证号中的出生日期存在，并且不晚于今天", _GB_ID)
ID_SEX = Rule("id-sex", "error", "性别与身份证号一致", _GB_ID)
SEX = Rule("sex-in-words", "warning", "性别写“男”或“女”")
ID_BORN = Rule("id-born", "error", "出生年月与身份证号一致", _GB_ID)
ID_REGION = Rule("id-region", "warning", "身份证号以省级地区代码开头", _GB_ID)
ID_FORM = Rule("id-form", "hint", "身份证号写成连续的半角字符，末位是大写X", _GB_ID)
CODE_LENGTH = Rule("code-length", "error", "统一社会信用代码是18位", _GB_CODE)
CODE_CHARACTERS = Rule(
    "code-characters", "error", "统一社会信用代码由数字和大写字母（I、O、S、V、Z除外）组成", _GB_CODE
)
CODE_CHECK = Rule("code-check", "error", "统一社会信用代码与校验码相符", _GB_CODE)
CODE_FORM = Rule("code-form", "hint", "统一社会信用代码写成连续的半角大写字符", _GB_CODE)
PHONE = Rule("phone", "warning", "电话是11位手机号，或带区号的固定电话")


def identity_findings(case: Case, today: date) -> list[Finding]:
    """What the numbers of the applicant, the unit and the campaign's contacts show; absent ones are not missed here."""
    findings: list[Finding] = []
    if case.applicant:
        findings += _id_number(case.applicant, today)
        findings += _sex_in_words(case.applicant.sex)
        findings += _phone(case.applicant.phone, "联系电话")
    if case.unit:
        findings += _of_unit(case.unit)
    return findings


@once
def _of_unit(unit: Unit) -> tuple[Finding, ...]:
    return (*_organisation_code(unit), *_phones(unit.supervision_phones, "单位.监督电话"))


def contact_findings(campaign: Campaign) -> list[Finding]:
    """The telephone numbers that a campaign gives."""
    groups: tuple[tuple[str, tuple[Contact, ...]], ...] = (("联系", campaign.contacts), ("监督", campaign.supervision))
    return [
        finding
        for name, contacts in groups
        for number, contact in enumerate(contacts, start=1)
        for finding in _phones(contact.phones, f"{name}.第{number}项.电话")
    ]


def _id_number(applicant: Applicant, today: date) -> Iterator[Finding]:
    if not applicant.id_number:
        return
    number = plain(applicant.id_number)
    if number != applicant.id_number:
        message = f"身份证号{'、'.join(_forms(applicant.id_number))}，检查时按连续的半角大写核对；文书照填写的样子印"
        yield ID_FORM.finding(_ID, message, "请写成连续的18位半角字符，末位的X大写")
    if len(number) != LENGTH:
        yield ID_LENGTH.finding(_ID, f"身份证号有{len(number)}位，应为18位", _length_remedy(number))
        return
    if not _WELL_FORMED.fullmatch(number):
        yield ID_CHARACTERS.finding(_ID, f"身份证号中有{_wrong_characters(number)}", _SEE_CARD)
        return
    if id_check(number) != number[17]:
        yield ID_CHECK.finding(_ID, "身份证号与校验码不符", _check_remedy(number))
    yield from _birth(number, applicant.born, today)
    yield from _sex(number, applicant.sex)
    yield from _region(number)


def _forms(written: str) -> Iterator[str]:
    """What is tolerated in a number as it is written."""
    if re.search(r"\s|[-‐‑‒–—―－]", written):
        yield "中间有空格或连字符"
    if re.search(r"[！-～]", written.replace("－", "")):
        yield "有全角字符"
    if re.search(r"[a-z]", written):
        yield "有小写字母"
    if not written.replace(" ", "").isprintable():
        yield "有看不见的字符"


def _length_remedy(number: str) -> str:
    if re.fullmatch(r"[0-9.]+E\+?[0-9]+", number):
        return f"表格软件已把号码改成科学计数法，原来的数字没有了。{_SEE_CARD}，把单元格设为文本后重新填写"
    if len(number) == 15 and number.isdecimal():
        return "15位是旧号码，请对照现在的身份证原件填写18位"
    return _SEE_CARD


def _check_remedy(number: str) -> str:
    if number.endswith("000"):  # a workbook keeps 15 digits of a number
        return f"号码末三位是000，可能已被表格软件改动。{_SEE_CARD}，把单元格设为文本后重新填写"
    return _SEE_CARD


def _wrong_characters(number: str) -> str:
    wrong = [
        f"第{place}位“{char}”"
        for place, char in enumerate(number, start=1)
        if not (char in "0123456789" or char == "X" and place == LENGTH)
    ]
    return f"{'、'.join(wrong)}；前17位应为数字，第18位应为数字或X"


def _birth(number: str, stated: PartialDate | None, today: date) -> Iterator[Finding]:
    day, digits = birth_date(number), number[6:14]
    if day is None or day.year < _FIRST_BIRTH:
        yield ID_DATE.finding(_ID, f"身份证号中的出生日期“{digits}”不存在", _SEE_CARD)
        return
    born = PartialDate(day.year, day.month, day.day)
    if day > today:
        yield ID_DATE.finding(_ID, f"身份证号中的出生日期{chinese_date(born)}还没有到", _SEE_CARD)
    if stated and any(one != other for one, other in zip(stated, born, strict=True) if one is not None):
        message = f"身份证号中的出生日期是{chinese_date(born)}，“出生年月”写的是{chinese_date(stated)}"
        yield ID_BORN.finding("出生年月", message, "请对照身份证原件核对这两处")


def _sex(number: str, stated: str | None) -> Iterator[Finding]:
    named = _plain_sex(stated)
    if named in _SEXES and named != sex(number):
        message = f"性别写的是“{stated}”，身份证号第17位是{number[16]}，表示{sex(number)}性"
        yield ID_SEX.finding("性别", message, "请对照身份证原件核对这两处")


def _plain_sex(stated: str | None) -> str:
    return (stated or "").strip().removesuffix("性")


def _sex_in_words(stated: str | None) -> Iterator[Finding]:
    if _plain_sex(stated) not in ("", *_SEXES):
        yield SEX.finding("性别", f"性别写的是“{stated}”，不是男或女", "请对照身份证原件核对，写“男”或“女”")


def _region(number: str) -> Iterator[Finding]:
    if is_invented(number):
        message = "身份证号以99开头，没有这样的地区，是示例用的虚构号码"
        yield ID_REGION.finding(_ID, message, "真实的申报人请换成本人的身份证号", level="hint")
    elif not has_province(number):
        yield ID_REGION.finding(_ID, f"身份证号开头的“{number[:2]}”不是省级地区代码", _SEE_CARD)


def _organisation_code(unit: Unit) -> Iterator[Finding]:
    if not unit.organisation_code:
        return
    code = plain(unit.organisation_code)
    if code != unit.organisation_code:
        message = f"统一社会信用代码{'、'.join(_forms(unit.organisation_code))}，检查时按连续的半角大写核对"
        yield CODE_FORM.finding(_CODE, message, "请写成连续的18位半角大写字符")
    if len(code) != LENGTH:
        yield CODE_LENGTH.finding(_CODE, f"统一社会信用代码有{len(code)}位，应为18位", _SEE_LICENCE)
        return
    if wrong := [f"第{place}位“{char}”" for place, char in enumerate(code, start=1) if char not in CODE_ALPHABET]:
        message = f"统一社会信用代码中有{'、'.join(wrong)}，代码不用这样的字符"
        yield CODE_CHARACTERS.finding(_CODE, message, f"{_SEE_LICENCE}，注意数字1、0与字母I、O的区别")
    elif code_check(code) != code[17]:
        yield CODE_CHECK.finding(_CODE, "统一社会信用代码与校验码不符", _SEE_LICENCE)


def _phones(numbers: Sequence[str], field: str) -> Iterator[Finding]:
    for position, text in enumerate(numbers, start=1):
        yield from _phone(text, f"{field}.第{position}项")


def _phone(text: str | None, field: str) -> Iterator[Finding]:
    if _FULL_WIDTH_DIGIT.search(text or ""):
        yield PHONE.finding(field, f"电话“{text}”有全角数字", "请用半角数字填写", level="hint")
    numbers = phones(text or "")
    for number in numbers:
        if is_phone(number):
            continue
        written = text.strip() if len(numbers) == 1 else number
        if lacks_area_code(number):
            yield PHONE.finding(field, f"电话{written}没有写区号", "请写明区号，外地的人才打得通", level="hint")
        else:
            message = f"“{written}”不是11位手机号，也不是带区号的固定电话"
            yield PHONE.finding(field, message, "请拨打或向本人、本单位核实后填写")
