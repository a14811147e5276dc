from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from generator.model.applicant import Applicant, Application
from generator.model.base import Date, Day, Flag, Model, Number, OneOrMore, OpenDate, Period, SeriesName, Text
from generator.text import PartialDate


class Sample(Model):
    text: Text | None = Field(None, alias="文字")
    date: Date | None = Field(None, alias="日期")
    day: Day | None = Field(None, alias="日")
    until: OpenDate | None = Field(None, alias="止")
    number: Number | None = Field(None, alias="数")
    flag: Flag = Field(True, alias="是否")
    series: SeriesName | None = Field(None, alias="系列")
    phones: Annotated[tuple[Text, ...], OneOrMore] = Field((), alias="电话")


@pytest.mark.parametrize(
    ("key", "typed", "field", "value"),
    [
        ("文字", "012", "text", "012"),
        ("文字", " 前后有空白 ", "text", " 前后有空白 "),
        ("日期", "2024年9月", "date", PartialDate(2024, 9)),
        ("日", "2024.9.5", "day", PartialDate(2024, 9, 5)),
        ("止", "至今", "until", "至今"),
        ("止", "2024-9", "until", PartialDate(2024, 9)),
        ("数", " 30 ", "number", 30),
        ("数", "３０", "number", 30),
        ("数", 30, "number", 30),
        ("是否", "否", "flag", False),
        ("系列", "档案系列", "series", "档案"),
        ("系列", "系列", "series", "系列"),
        ("电话", "0996-0000001", "phones", ("0996-0000001",)),
        ("电话", ["1", "2"], "phones", ("1", "2")),
    ],
)
def test_a_value_is_taken_as_it_is_typed(key, typed, field, value):
    assert getattr(Sample.model_validate({key: typed}), field) == value


@pytest.mark.parametrize("key", ["文字", "日期", "日", "止", "数", "是否", "系列", "电话"])
def test_a_key_with_nothing_after_it_counts_as_not_written(key):
    assert Sample.model_validate({key: None}) == Sample.model_validate({})


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("文字", ["甲"]),
        ("日期", "明天"),
        ("日", "2024-9"),
        ("数", "-1"),
        ("数", "3.5"),
        ("是否", "yes"),
        ("没有", None),
        ("电话", [None]),
    ],
)
def test_what_cannot_be_meant_is_refused(key, typed):
    with pytest.raises(ValidationError):
        Sample.model_validate({key: typed})


def test_a_record_is_not_changed_once_it_is_made():
    period = Period.model_validate({"起": "2024-9-5", "止": "2024-9-30"})
    with pytest.raises(ValidationError):
        period.start = PartialDate(2024)


def test_the_level_stands_without_its_last_word_too():
    application = Application.model_validate({"系列": "档案", "专业": "档案专业", "级别": "中级"})
    assert (application.level_word, application.specialty) == ("中", "档案")


def test_the_last_degree_is_the_highest():
    record = {"姓名": "张三", "申报": {"系列": "档案", "专业": "档案", "级别": "中级"}}
    assert Applicant.model_validate(record).highest_degree is None
    degrees = [{"学历": "大专"}, {"学历": "本科"}]
    assert Applicant.model_validate({**record, "学历学位": degrees}).highest_degree.education == "本科"
