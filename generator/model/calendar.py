"""One year's holidays as the State Council announces them (放假安排), for years that `chinesecalendar` lacks."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.model.base import Day, Model, Number, OneOrMore, Period, Text, refused
from generator.text import chinese_date

# Each holiday of 《全国年节及纪念日放假办法》 must be named in some 名称: a year that lacks one is not complete.
FESTIVALS = ("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆")
_LONGEST = 15  # days; the longest holiday so far had ten (春节 2020)
_SATURDAY = 5


class Holiday(Period):
    """One holiday, in-lieu days included."""

    name: Text = Field(alias="名称", description="哪个节日；两节连放的写在一起", examples=["元旦", "国庆节、中秋节"])

    @model_validator(mode="after")
    def _goes_forward(self) -> "Holiday":
        if self.end < self.start:
            raise refused("holiday_order", "“止”早于“起”", "请对照放假通知改正")
        if len(self.days) > _LONGEST:
            raise refused("holiday_long", f"从“起”到“止”有{len(self.days)}天，太长了", "请对照放假通知改正月份和日期")
        return self

    @property
    def days(self) -> list[date]:
        """Every day off, weekends included."""
        start, end = date(*self.start), date(*self.end)
        return [start + timedelta(days=offset) for offset in range((end - start).days + 1)]


class Calendar(Model):
    """A year's announced holidays and the weekend days worked in exchange."""

    record: Literal["放假安排"] = Field("放假安排", alias="类型", description="这份文件的类型，写“放假安排”")
    year: Number = Field(alias="年份", description="放假通知所说的年份", examples=["2027"])
    number: Text = Field(alias="文号", description="放假通知的发文字号", examples=["国办发明电〔2024〕12号"])
    source: Text = Field(
        alias="来源", description="放假通知的名称或网址", examples=["国务院办公厅关于2025年部分节假日安排的通知"]
    )
    holidays: Annotated[tuple[Holiday, ...], OneOrMore] = Field(
        alias="放假", description="各节日的放假日期，照通知依次写，七个节日都要写全"
    )
    worked: Annotated[tuple[Day, ...], OneOrMore] = Field(
        (), alias="调休上班", description="因调休而上班的周六、周日；没有不写", examples=[["2025-1-26", "2025-2-8"]]
    )

    @model_validator(mode="after")
    def _is_one_whole_year(self) -> "Calendar":
        if wrong := [*self._missing(), *self._out_of_year(), *self._wrongly_worked()]:
            raise refused("calendar", "；".join(wrong), "请对照放假通知改正")
        return self

    @property
    def days_off(self) -> frozenset[date]:
        """Every day of the holidays, weekends included."""
        return frozenset(day for holiday in self.holidays for day in holiday.days)

    def _missing(self) -> Iterator[str]:
        names = "".join(holiday.name for holiday in self.holidays)
        if lacking := [festival for festival in FESTIVALS if festival not in names]:
            yield f"“放假”里没有{'、'.join(lacking)}，一年的放假安排要写全"

    def _out_of_year(self) -> Iterator[str]:
        """An arrangement may reach into the December before and the January after, no further."""
        first, last = (self.year - 1, 12, 1), (self.year + 1, 1, 31)
        for day in [edge for holiday in self.holidays for edge in (holiday.start, holiday.end)] + [*self.worked]:
            if not first <= day <= last:
                yield f"{chinese_date(day)}不在{self.year}年"

    def _wrongly_worked(self) -> Iterator[str]:
        for day in self.worked:
            if date(*day).weekday() < _SATURDAY:
                yield f"“调休上班”的{chinese_date(day)}不是周六、周日"
            if date(*day) in self.days_off:
                yield f"{chinese_date(day)}既写了放假，又写了上班"
