"""When a year's review takes place: windows of each round, stages, cut-off dates, and times that are only planned."""

from typing import Annotated

from pydantic import Field, model_validator

from generator.model.base import Date, Day, Flag, Model, OneOrMore, Period, SeriesName, Text, refused
from generator.model.prescribed import Texts


class Window(Model):
    """One round: whom it is for, when to apply online and when to hand in papers. It may run into the next year."""

    tracks: Texts = Field((), alias="适用", description="哪些申报类型；不写即全部", examples=[["初次确定", "授予"]])
    series: Annotated[tuple[SeriesName, ...], OneOrMore] = Field(
        (), alias="系列", description="几个系列的时间不同时，写哪些系列；不写即全部"
    )
    levels: Texts = Field((), alias="级别", description="各级别的时间不同时，写哪些级别；不写即全部", examples=["中级"])
    online: Period = Field(alias="网上申报", description="网上申报的起止日期")
    closes_at: Text | None = Field(
        None, alias="关闭时刻", description="最后一天几点关闭；通知没有写的不写", examples=["18:00"]
    )
    papers: Period | None = Field(None, alias="纸质报送", description="报送纸质材料的起止日期；不收纸质材料不写")


class Stage(Model):
    """One stage of several, such as 个人申报, 单位审核, 主管部门审核."""

    name: Text = Field(alias="名称", description="环节的名称", examples=["主管部门审核"])
    start: Day | None = Field(None, alias="起", description="开始的日期；只有截止日期的不写")
    end: Day = Field(alias="止", description="截止的日期（含当天）")
    closes_at: Text | None = Field(None, alias="截止时刻", description="截止当天几点；没有写的不写", examples=["18:00"])


class CutOff(Model):
    """A day up to which something counts."""

    matter: Text = Field(alias="事项", description="计算什么", examples=["任职年限", "业绩成果"])
    until: Date = Field(alias="截止", description="计算到哪一天", examples=["2021-12-31"])


class PlannedTime(Model):
    """When something is to take place, as far as it is known."""

    when: Text = Field(alias="时间", description="拟定的时间，可以不到日", examples=["2024年10月下旬"])
    announced_later: Flag = Field(False, alias="另行通知", description="具体时间、地点是否另行通知")


class Schedule(Model):
    """All the dates of the year."""

    windows: Annotated[tuple[Window, ...], OneOrMore] = Field(
        alias="批次", description="申报类型、级别或系列的时间各不相同时分几批写"
    )
    stages: Annotated[tuple[Stage, ...], OneOrMore] = Field(
        (), alias="环节", description="通知规定了各环节的截止时间时，依次写"
    )
    cut_offs: Annotated[tuple[CutOff, ...], OneOrMore] = Field(
        (), alias="计算截止", description="任职年限、业绩成果等计算到哪一天；没有写明不写"
    )
    review: PlannedTime | None = Field(None, alias="评审", description="拟定何时开会评审；没有写明不写")
    defence: PlannedTime | None = Field(None, alias="答辩", description="没有答辩不写")
    late: Text | None = Field(None, alias="逾期", description="逾期怎样处理", examples=["不予受理"])

    @model_validator(mode="after")
    def _rounds_are_told_apart(self) -> "Schedule":
        if len(self.windows) > 1 and not all(one.tracks or one.series or one.levels for one in self.windows):
            raise refused("round", "有几个批次时，每一批要写明适用于谁", "请补写“适用”“系列”或“级别”")
        return self
