"""What a condition asks for, in numbers, grades and facts."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, model_validator

from generator.model.base import Model, Number, OneOrMore, Text
from generator.model.criteria_words import quantity
from generator.model.faults import Fault, refuse

COUNTY = "县级"
Place = tuple[str | int, ...]


class Measure(Model):
    """One thing that a condition asks for, in one of three forms.

    - A quantity, 不少于 with its 单位: met by that number or more. For the units of the condition's 县级称谓 the number
      of 县级不少于 takes its place.
    - A grade, 不低于 with the 等级 (a scale of the file) that it is of: met by that step or a higher one.
    - Neither: a fact, in the words of 名称, which a person confirms.
    """

    name: Text = Field(alias="名称", description="这项要求的名称", examples=["卷数", "表彰级别"])
    at_least: Number | None = Field(None, alias="不少于", description="至少多少（含本数）", examples=["800"])
    county_at_least: Number | None = Field(
        None, alias="县级不少于", description="县级称谓所指的单位至少多少；没有另行规定的不写", examples=["500"]
    )
    unit: Text | None = Field(None, alias="单位", description="数量的单位", examples=["卷", "件", "字", "%"])
    not_below: Text | None = Field(None, alias="不低于", description="至少什么等次（含本级）", examples=["县级"])
    scale: Text | None = Field(None, alias="等级", description="按哪张等级表比较", examples=["层级"])

    @model_validator(mode="after")
    def _of_one_form(self) -> "Measure":
        refuse(self._form_faults())
        return self

    def _form_faults(self) -> Iterator[Fault]:
        if self.county_at_least is not None and self.at_least is None:
            yield Fault(("县级不少于",), "有“县级不少于”，没有“不少于”", "请先写明一般单位的“不少于”")
        if (self.at_least is None) != (self.unit is None) and self.county_at_least is None:
            yield Fault((), f"“{self.name}”的“不少于”和“单位”要一起写", "请补写缺少的一项")
        if (self.not_below is None) != (self.scale is None):
            yield Fault((), f"“{self.name}”的“不低于”和“等级”要一起写", "请补写缺少的一项")
        if self.at_least is not None and self.not_below is not None:
            yield Fault((), f"“{self.name}”不能既有“不少于”又有“不低于”", "请分成两项写")

    @property
    def is_fact(self) -> bool:
        return self.at_least is None and self.not_below is None

    def printed(self) -> Iterator[tuple[str, str]]:
        """What a sentence prints of it: (the name in the sentence, the text)."""
        if self.not_below is not None:
            yield self.name, self.not_below
        if self.at_least is not None:
            yield self.name, quantity(self.at_least, self.unit)
        if self.county_at_least is not None:
            yield f"{self.name}.{COUNTY}", quantity(self.county_at_least, self.unit)


class Requirement(Measure):
    """A measure; or, with 任一, several measures of which one will do, under a name of their own."""

    any_of: Annotated[tuple[Measure, ...], OneOrMore] = Field(
        (), alias="任一", description="达到其中一项即可的几项要求"
    )

    @model_validator(mode="after")
    def _measures_or_one(self) -> "Requirement":
        if self.any_of and not self.is_fact:
            remedy = "请把数量和等次写到“任一”下面的各项"
            refuse([Fault((), f"“{self.name}”有“任一”，自己就不能再有数量或等次", remedy)])
        return self

    def measures(self) -> Iterator[tuple[Place, Measure]]:
        """Each measure with its place below the requirement."""
        if self.any_of:
            yield from ((("任一", index), measure) for index, measure in enumerate(self.any_of))
        else:
            yield (), self
