import datetime
import re
from itertools import pairwise

import pytest

from generator.loading.load import load_applicant, load_campaign, load_case, load_unit
from generator.model.base import UNTIL_NOW
from generator.resources import data_folder

DATA = data_folder()
APPLICANTS = sorted((DATA / "applicants").glob("*.yaml"))
UNITS = sorted((DATA / "units").glob("*.yaml"))
EVERY_FILE = sorted(path for folder in ("applicants", "units", "campaigns") for path in (DATA / folder).glob("*.yaml"))
# The State Council's arrangement for 2024: 15-17 September off, 14 and 29 September worked.
HOLIDAYS = {15, 16, 17}
MADE_UP = {14, 29}


def named(paths):
    return pytest.mark.parametrize("path", paths, ids=[path.stem for path in paths])


@pytest.fixture(scope="module")
def cases():
    return [load_case(path).case for path in APPLICANTS]


def day(date):
    return datetime.date(date.year, date.month, date.day)


def is_workday(date):
    return date.day in MADE_UP or (date.weekday() < 5 and date.day not in HOLIDAYS)


def check_character(number):
    """GB 11643-1999, ISO 7064 MOD 11-2."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(number[:17], weights, strict=True)) % 11]


def organisation_check(code):
    """GB 32100-2015: the last character of a unified social credit code."""
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(letters.index(char) * pow(3, place, 31) for place, char in enumerate(code[:17]))
    return letters[-total % 31]


@named(EVERY_FILE)
def test_every_sample_loads(path):
    load = {"applicants": load_case, "units": load_unit, "campaigns": load_campaign}[path.parent.name]
    assert load(path)


@named(EVERY_FILE)
def test_every_sample_names_its_schema(path):
    first = path.read_text(encoding="utf-8").split("\n")[0]
    schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert (path.parent / schema[1]).is_file()


def test_the_applicants_differ_in_what_matters(cases):
    applicants = [case.applicant for case in cases]
    units = [case.unit for case in cases]
    services = [service for applicant in applicants for service in applicant.exempt_services]
    assert {applicant.application.level for applicant in applicants} == {"初级", "中级"}
    assert {applicant.application.title for applicant in applicants} == {"管理员", "助理馆员", "馆员"}
    assert {applicant.application.track for applicant in applicants} == {"初次确定", "授予", "评审"}
    assert {service.running for service in services} == {True, False}
    assert any(not applicant.exempt_services for applicant in applicants)
    assert {applicant.first_application for applicant in applicants} == {True, False}
    assert any(applicant.transfer for applicant in applicants)
    assert any(applicant.present_title is None for applicant in applicants)
    assert {"事业单位", "民营企业", "国有企业"} <= {unit.kind for unit in units}
    assert {"自治州", "县市", "乡镇"} <= {unit.level for unit in units}
    assert any(len(unit.supervision_phones) > 1 for unit in units)
    names = "".join(applicant.name for applicant in applicants)
    assert set("堃喆㛃·") <= set(names)
    assert max(len(applicant.name) for applicant in applicants) >= 12


def test_people_and_numbers_are_invented(cases):
    for case in cases:
        assert case.applicant.id_number.startswith("99")
        assert case.applicant.phone.startswith("1990000")
        assert all(re.fullmatch(r"0996-0000\d{3}", phone) for phone in case.unit.supervision_phones)
        assert case.unit.organisation_code[2:4] == "99"


def test_id_numbers_agree_with_check_character_birth_and_sex(cases):
    for applicant in (case.applicant for case in cases):
        number = applicant.id_number
        assert re.fullmatch(r"\d{17}[\dX]", number)
        assert number[17] == check_character(number)
        assert number[6:12] == f"{applicant.born.year}{applicant.born.month:02}"
        assert datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
        assert ("男" if int(number[16]) % 2 else "女") == applicant.sex
    numbers = [case.applicant.id_number for case in cases]
    assert len(set(numbers)) == len(numbers)


def test_organisation_codes_have_their_check_character(cases):
    for code in (case.unit.organisation_code for case in cases):
        assert len(code) == 18
        assert code[17] == organisation_check(code)


def test_publicity_lasts_five_working_days_within_the_time_for_applying(cases):
    for case in cases:
        publicity, window = case.applicant.publicity, case.campaign.schedule.windows[0].online
        start, end = day(publicity.start), day(publicity.end)
        days = [start + datetime.timedelta(count) for count in range((end - start).days + 1)]
        working = sum(is_workday(date) for date in days)
        assert day(window.start) <= start
        assert day(publicity.result_dated) <= day(window.end)
        assert day(publicity.dated) <= start
        assert end < day(publicity.result_dated)
        assert is_workday(day(publicity.result_dated))
        assert working >= case.campaign.publicity_rules.working_days
        assert publicity.days == (working if publicity.day_unit == "工作日" else len(days))


def test_posts_follow_each_other_without_a_gap(cases):
    for applicant in (case.applicant for case in cases):
        assert applicant.posts[0].start == applicant.started_work
        assert applicant.posts[-1].end == UNTIL_NOW
        for before, after in pairwise(applicant.posts):
            months = [date.year * 12 + date.month for date in (before.end, after.start)]
            assert months[1] - months[0] == 1


def test_what_the_year_asks_for_is_there(cases):
    for case in cases:
        applicant, exempt = case.applicant, bool(case.applicant.exempt_services)
        span = next(span for span in case.campaign.training.spans if span.level == applicant.application.level)
        hours = case.campaign.training.hours
        for kind, years, needed in (
            ("公需科目", span.general or 0, hours.general if hours else 1),
            ("专业科目", span.special or 0, hours.special if hours else 1),
        ):
            done = {
                training.year for training in applicant.trainings if training.kind == kind and training.hours >= needed
            }
            wanted = set(range(case.campaign.year - years + 1, case.campaign.year + 1))
            assert len(wanted - done) <= (1 if exempt else 0)
        assert all(assessment.grade in ("合格", "优秀") for assessment in applicant.assessments)
        assert applicant.achievements
        assert all(achievement.contribution for achievement in applicant.achievements)


def test_no_sample_is_written_twice():
    names = [load_applicant(path)[0].name for path in APPLICANTS]
    assert len(set(names)) == len(names) >= 5
